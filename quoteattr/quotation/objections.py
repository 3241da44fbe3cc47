"""What speaks against a quote that roles alone see: a refusal, hearsay, a frame, words that name nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quoteattr.grammar.parties import is_party
from quoteattr.languages.lexicon import CueClass, Frame
from quoteattr.model.documents import AUX, VERB, Roles
from quoteattr.model.quotes import Quote, QuoteKind
from quoteattr.quotation.confidence import joint_confidence
from quoteattr.quotation.overlaps import Places
from quoteattr.quotation.seen import Seen
from quoteattr.quotation.unsaid import is_unsaid

LEAST_ALONE = 0.5
"""Confidence in a content from which on roles alone make a quote."""
LEAST_OBJECT = 0.45
"""Confidence from which on a verb that no list has reports an object; below, as many are wrong as right."""
MOST_POINTED = 5
"""Words of a content that only points at something: "they said *that about my mother*"."""
ACCUSING = frozenset((Frame.OF, Frame.FOR))
"""Frames of verbs that say what somebody is accused of, blamed or criticised for."""


def stands_alone(seen: Seen, roles: Roles) -> bool:
    """Tell whether roles make a quote where rules see none: sure enough, of somebody or with a cue, and said."""
    if any(objects(seen, roles) for objects in (_is_cited, _is_frame, _is_dummy, _is_anonymity)):
        return False
    named = roles.source is not None or (roles.cue is not None and not _is_hearsay(seen, roles))
    sure = roles.content_confidence >= LEAST_ALONE and not _is_deed(seen, roles)
    return named and sure and not is_unsaid(roles, seen.document)


def _is_deed(seen: Seen, roles: Roles) -> bool:
    """Tell a thing that somebody did something to from what is said: "residents watched *the talks*"."""
    tells = seen.entry(roles) is not None or any(seen.has_verb(span) for span in roles.content)
    marked = seen.kind(roles.content) is not QuoteKind.INDIRECT
    return not tells and not marked and joint_confidence(None, roles, direct=False) < LEAST_OBJECT


def _is_cited(seen: Seen, roles: Roles) -> bool:
    """Tell whether a content is whom a teller cites: a party right behind "citing"."""
    if roles.cue is None or not 0 < roles.content[0].start - roles.cue.end <= 1:
        return False
    if not is_party(roles.content[0].of(seen.document.text), seen.language):
        return False
    return roles.cue.of(seen.document.text).casefold() in seen.language.roles.words.get("citing", ())


def _is_anonymity(seen: Seen, roles: Roles) -> bool:
    """Tell whether a content is that its source is not to be named: asking *not to be identified*."""
    first = roles.content[0].of(seen.document.text).casefold().split()[:MOST_POINTED]
    infinitive = not seen.words.infinitive_marks.isdisjoint(first) and not seen.words.verb_negations.isdisjoint(first)
    return infinitive and not seen.words.anonymity_words.isdisjoint(first)


def is_refused(seen: Seen, roles: Roles, rule: Quote) -> bool:
    """Tell whether roles have a refusal for their cue, and the rules another verb: denied it *but would not say*."""
    other = roles.cue is not None and bool(rule.cue) and not any(roles.cue.overlaps(span) for span in rule.cue)
    return other and is_unsaid(roles, seen.document)


def _is_dummy(seen: Seen, roles: Roles) -> bool:
    """Tell whether source or content names nothing: according to *plan*, as she put *it*, said *that in court*."""
    words = roles.content[0].of(seen.document.text).split(maxsplit=MOST_POINTED)
    pointed = words[0].casefold() in seen.words.complementisers and len(words) <= MOST_POINTED
    if pointed and not any(seen.has_verb(span) for span in roles.content):
        return True
    cue = roles.cue.of(seen.document.text).casefold() if roles.cue is not None else ""
    if roles.source is None and any(cue == entry.text for entry in seen.language.phrases):
        return True
    if cue not in seen.language.word_class("wording_verbs"):
        return False
    return len(roles.content) == 1 and roles.content[0].of(seen.document.text).casefold() in seen.words.dummies


def takes_over(seen: Seen, roles: Roles, told: Sequence[Quote], cues: Places) -> bool:
    """Tell whether roles take the words before a cue for a content, where the rules have another of the same cue:
    "*The plan*, which critics called “a farce”", "*rates fell*, its head promised that ..."; or a verb without its
    subject where the cue is a noun: "City's title hopes *were over*"."""
    if roles.cue is None or len(roles.content) > 1:
        return False
    if roles.content[0].end < roles.cue.start:
        others = [told[number].evidence[0].rule for number in cues.shared((roles.cue,))]
        return "content/that-clause" in others or (bool(others) and not seen.has_verb(roles.content[0]))
    at = bisect_left(seen.document.tokens, roles.content[0].start, key=lambda token: token.start)
    entry, tags = seen.entry(roles), seen.document.tags or ()
    bare = entry is not None and entry.cue_class is CueClass.THINK and tags[at : at + 1] == (AUX,)
    return bare and roles.content[0].start == roles.cue.end + 1


def _is_frame(seen: Seen, roles: Roles) -> bool:
    """Tell whether a content is what the source did as it spoke: "*Sentencing him*, the judge said:"."""
    content, source = roles.content[-1], roles.source
    if source is None or len(roles.content) > 1 or not 0 < source.start - content.end <= 2:
        return False
    if roles.cue is None:
        return False
    tokens, tags = seen.document.tokens, seen.document.tags or ()
    first, last = (bisect_left(tokens, at, key=lambda token: token.start) for at in (content.start, content.end))
    gerund = tokens[first].of(seen.document.text).casefold().endswith(seen.words.gerund_endings)
    gerund = gerund and tags[first : first + 1] == (VERB,)
    return gerund and AUX not in tags[first:last] and VERB not in tags[first + 1 : last]


def _is_hearsay(seen: Seen, roles: Roles) -> bool:
    """Tell whether a cue says that something is said, and not by whom: "was said", "is believed".

    An accusation is news whoever makes it: "was accused of theft".
    """
    entry = seen.entry(roles)
    accuses = entry is not None and entry.cue_class is CueClass.JUDGE and not ACCUSING.isdisjoint(entry.frames)
    return seen.is_passive(roles) and not accuses
