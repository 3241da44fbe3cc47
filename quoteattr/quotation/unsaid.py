"""Which words the text says were not said: "declined to say whether ...", "asked if ..., she smiled"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from quoteattr.grammar.refusals import is_refused
from quoteattr.grammar.words import Words, words_of
from quoteattr.languages import fold
from quoteattr.model.documents import Document, Roles

REACH = 24
"""Words before a content that are looked at; what governs it stands nearer."""
CUE_REACH = 5
"""Words before a cue that can take it back: what stands before them belongs to another clause."""
OWN_WORDS = 3
"""Words of the content itself that can belong to the refusal: declined [to discuss the case]."""


def is_unsaid(roles: Roles, document: Document) -> bool:
    """Tell whether the words before a content say that it was not said: a refusal, a silence, a mere question.

    A cue that stands elsewhere than before the content reports it all the same.

    >>> from quoteattr.model.spans import Span
    >>> from quoteattr.parsing.rules import RuleParser
    >>> document = RuleParser().parse("Brandt declined to say whether the bridge would open.", "en")
    >>> is_unsaid(Roles(content=(Span(23, 52),)), document)
    True
    """
    words = words_of(document.language)
    start, cue = roles.content[0].start, roles.cue
    if cue is not None and _is_negated(cue.of(document.text), words):
        return True
    before = _words_before(roles, document, words)
    if not before or (cue is not None and cue.start >= start):
        return False
    own = _words_from(start, document)
    return is_refused(before, own, words) or _is_asked(before, own[0] if own else "", words)


def _is_negated(cue: str, words: Words) -> bool:
    """Tell whether a cue itself says that somebody did not speak: What she *did not say* was that it would close."""
    lowers = [fold(word) for word in cue.split()]
    answers = not words.answer_verbs.isdisjoint(lowers)
    return answers and any(low in words.verb_negations or low.endswith(words.verb_negation_endings) for low in lowers)


def _words_before(roles: Roles, document: Document, words: Words) -> list[str]:
    """Return the folded words before a content, from the start of its clause or a little before its cue."""
    offset = roles.content[0].start
    at = bisect_right(document.sentences, offset, key=lambda sentence: sentence.start) - 1
    if at < 0:
        return []
    last = _token_at(offset, document)
    first = max(_token_at(document.sentences[at].start, document), last - REACH)
    if roles.cue is not None:
        first = max(first, _token_at(roles.cue.start, document) - CUE_REACH)
    lowers = [fold(token.of(document.text)) for token in document.tokens[first:last]]
    while lowers and not lowers[-1][:1].isalnum():
        lowers.pop()  # "never said: “No”"
    breaks = [place for place, word in enumerate(lowers) if word in words.clause_breaks]
    return lowers[breaks[-1] + 1 :] if breaks else lowers


def _token_at(offset: int, document: Document) -> int:
    """Return the number of the first token from an offset on."""
    return bisect_left(document.tokens, offset, key=lambda token: token.start)


def _words_from(offset: int, document: Document) -> list[str]:
    """Return the first folded words of a content."""
    at = _token_at(offset, document)
    return [fold(token.of(document.text)) for token in document.tokens[at : at + OWN_WORDS]]


def _is_asked(before: list[str], first: str, words: Words) -> bool:
    """Tell "Asked whether ...", "was not asked about", "when pressed on": a question that frames an answer; and "when
    told of it", which only says that somebody heard."""
    heard = [place for place, word in enumerate(before) if word in words.telling_participles and place]
    if heard and before[heard[-1] - 1] in words.time_subordinators:
        return True
    asked = [place for place, word in enumerate(before) if word in words.question_verbs]
    if not asked or (first not in words.question_openers and before[-1] not in words.question_openers):
        return False
    leading = before[asked[-1] - 1] if asked[-1] else ""
    framing = words.time_subordinators | words.forms_of_be | words.verb_negations
    return leading in ("", ",") or leading in framing
