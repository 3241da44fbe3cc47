"""Which words the text says were not said: "declined to say whether ...", "asked if ..., she smiled"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from quoteattr.grammar.words import Words, words_of
from quoteattr.languages import fold
from quoteattr.model.documents import Document, Roles

REACH = 24
"""Words before a content that are looked at; what governs it stands nearer."""
NEGATED_REACH = 6
"""Words between a negation and its verb: "nobody in either delegation has said"."""


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
    start = roles.content[0].start
    before = _words_before(start, document, words)
    cue = roles.cue
    if not before or (cue is not None and cue.start >= start):
        return False
    first = _word_at(start, document)
    return _is_refused([*before, first], words) or _is_asked(before, first, words)


def _words_before(offset: int, document: Document, words: Words) -> list[str]:
    """Return the folded words between the start of a content's clause and the content."""
    at = bisect_right(document.sentences, offset, key=lambda sentence: sentence.start) - 1
    if at < 0:
        return []
    last = bisect_left(document.tokens, offset, key=lambda token: token.start)
    first = bisect_left(document.tokens, document.sentences[at].start, key=lambda token: token.start)
    lowers = [fold(token.of(document.text)) for token in document.tokens[max(first, last - REACH) : last]]
    breaks = [place for place, word in enumerate(lowers) if word in words.clause_breaks]
    return lowers[breaks[-1] + 1 :] if breaks else lowers


def _word_at(offset: int, document: Document) -> str:
    at = bisect_left(document.tokens, offset, key=lambda token: token.start)
    return fold(document.tokens[at].of(document.text)) if at < len(document.tokens) else ""


def _is_refused(before: list[str], words: Words) -> bool:
    """Tell "declined to say", "would not say", "neither side has commented on", "is mum on"; the last word is the
    content's own."""
    for place, word in enumerate(before[:-1]):
        if word in words.silences or (word in words.refusals and before[place + 1] == "to"):
            return True
        if word in words.answer_verbs or word in words.answer_nouns:
            around = before[max(0, place - NEGATED_REACH) : place]
            if any(_negates(each, words) for each in around):
                return True
    return False


def _negates(word: str, words: Words) -> bool:
    negative = word in words.verb_negations or word in words.no_tellers
    return negative or word.endswith(words.verb_negation_endings)


def _is_asked(before: list[str], first: str, words: Words) -> bool:
    """Tell "Asked whether ...", "was asked about", "when pressed on": a question that frames an answer."""
    asked = [place for place, word in enumerate(before) if word in words.question_verbs]
    if not asked or (first not in words.question_openers and before[-1] not in words.question_openers):
        return False
    leading = before[asked[-1] - 1] if asked[-1] else ""
    return leading in ("", ",", "when") or leading in words.forms_of_be
