"""Edges of roles by grammar: a source with its clauses, a content without what is said of the telling."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve

from quoteattr.grammar.words import words_of
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import ADJ, ADP, ADV, AUX, DET, FINITE, NOUN, NUM, PRON, PROPN, Document, Roles
from quoteattr.model.spans import Span
from quoteattr.quotation.content_ends import opens_tail

LONGEST_CLAUSES = 40
"""Words between a source and its cue: relative clause and apposition fit in."""
LONGEST_APPOSITION = 25
"""Words of an apposition at a sentence's end; longer ones hold clauses of the reporter's."""
_NAMED = frozenset((PROPN,))
_STOPS = frozenset((".", "!", "?"))
_APPOSED = frozenset((DET, NOUN, PROPN, NUM, ADJ))
_BESIDE_CUE = frozenset((ADV, AUX))
_PARTING = frozenset((";", ":", "(", ")", '"', "“", "”", "«", "»", "–", "—"))
_POINTED_BY = frozenset((ADP, AUX))
"""Tags behind a "that" which points at something: "and *that of* the board", "and *that was* all"."""
_SUBJECTS = frozenset((DET, PRON, PROPN))
"""Tags of words that begin a subject, where an adverb before may belong to the cue."""


def with_whole_source(roles: Roles, document: Document) -> Roles:
    """Return roles whose source has its relative clause and appositions between commas, and no adverb of the cue.

    *Ada Obi, who arrived late,* said it rained; *the Speaker* twice threatened to leave.
    """
    if roles.source is None or roles.cue is None or document.tags is None or roles.cue.start < roles.source.end:
        return roles
    first, after, cue = (_place(document, at) for at in (roles.source.start, roles.source.end, roles.cue.start))
    if cue - after > LONGEST_CLAUSES:
        return roles
    if after == cue and after - 1 > first and _word(document, after - 1) in words_of(document.language).near_adverbs:
        return evolve(roles, source=Span(roles.source.start, document.tokens[after - 2].end))
    end = _clauses_end(document, after, cue)
    if end is None:
        return roles
    setting = _opens_setting(document, first - 1)  # "In Brask, *the mayor, Ada Obi,* said"
    start = document.tokens[after + 1].start if setting else roles.source.start
    return evolve(roles, source=Span(start, document.tokens[end - 1].end))


def _opens_setting(document: Document, at: int) -> bool:
    """Tell whether a preposition that begins a sentence stands at a place: what follows it is no source."""
    tags = document.tags or ()
    return at >= 0 and tags[at] is ADP and document.tokens[at].of(document.text)[0].isupper()


def _clauses_end(document: Document, after: int, cue: int) -> int | None:
    """Return where the clauses of a source that ends at `after` end, `None` where it has none between commas."""
    words, tags = [_word(document, at) for at in range(after, cue)], document.tags or ()
    commas = [after + place for place, word in enumerate(words) if word == ","]
    if len(commas) < 2 or commas[0] != after or not _PARTING.isdisjoint(words):
        return None
    if not _BESIDE_CUE.issuperset(tags[commas[-1] + 1 : cue]):
        return None
    end = None
    for opening, closing in pairwise(commas):
        if not _hangs_on(document, opening + 1, closing):
            break
        end = closing
    return end


def _hangs_on(document: Document, first: int, last: int) -> bool:
    """Tell whether words between commas are a relative clause or an apposition, and no adverbial."""
    tags = (document.tags or ())[first:last]
    verbal = not FINITE.isdisjoint(tags)
    if _word(document, first) in words_of(document.language).apposition_openers:
        return verbal
    return bool(tags) and tags[0] in _APPOSED and not verbal


def behind_adverb(span: Span, cue: Span | None, document: Document) -> Span:
    """Return a content without the adverb that says when it was told: said *later* the plan was dead."""
    if cue is None or document.tags is None or span.start - cue.end > 1 or span.start < cue.end:
        return span
    at = _place(document, span.start)
    subject = document.tags[at + 1 : at + 2]
    if not subject or subject[0] not in _SUBJECTS or document.tokens[at + 1].start >= span.end:
        return span
    if _word(document, at) not in words_of(document.language).cue_adverbs:
        return span
    return Span(document.tokens[at + 1].start, span.end)


def behind_manner(span: Span, cue: Span | None, document: Document) -> Span:
    """Return a content without the adverb before its "that" that says how it was told: noted *drily* that it rained."""
    if cue is None or document.tags is None or not 0 <= span.start - cue.end <= 1:
        return span
    at, words = _place(document, span.start), words_of(document.language)
    if at + 1 >= len(document.tokens) or document.tags[at] is not ADV:
        return span
    if _word(document, at) in words.no_adjuncts or _word(document, at + 1) not in words.complementisers:
        return span
    return Span(document.tokens[at + 1].start, span.end)


def parted(span: Span, document: Document) -> Iterator[Span]:
    """Yield the clauses that a content joins with a "that" of their own: *it rained* and that *it snowed*."""
    words, text = words_of(document.language), span.of(document.text)
    if document.tags is None or not any(f" {word} " in text for word in words.complementisers):
        yield span
        return
    start, first, last = span.start, _place(document, span.start), _place(document, span.end)
    for at in range(first + 1, last - 2):
        if _word(document, at) not in words.clause_joiners or _word(document, at + 1) not in words.complementisers:
            continue
        end = document.tokens[at - 1 - (_word(document, at - 1) == ",")].end
        if document.tags[at + 2] not in _POINTED_BY and end > start:
            yield Span(start, end)
            start = document.tokens[at + 2].start
    yield Span(start, span.end)


def without_tail(span: Span, document: Document) -> Span:
    """Return a content without what the reporter notes of the telling at its end: "…*, without giving details*"."""
    words = words_of(document.language)
    first, last = _place(document, span.start), _place(document, span.end)

    def word(at: int) -> str:
        return _word(document, at) if at < len(document.tokens) else ""

    for at in range(first + 1, last):
        if opens_tail(word, at, words):
            return Span(span.start, document.tokens[at - 1].end)
    return span


def with_apposition(span: Span, document: Document, language: Language) -> Span:
    """Return a content with what is told of its last name up to the sentence's end: money for Pier Two*, a club he
    runs with his sister*."""
    tags = document.tags or ()
    last, end = _place(document, span.end), _sentence_end(document, span.end)
    if not tags or last + 2 >= end or _word(document, last) != "," or tags[last - 1] not in _NAMED:
        return span
    opening, tail = tags[last + 1 : last + 3], [_word(document, at) for at in range(last + 1, end)]
    if opening[0] is not DET or opening[1] not in _APPOSED or len(tail) > LONGEST_APPOSITION:
        return span
    if not _PARTING.isdisjoint(tail) or any(word in language.cues for word in tail) or "," in tail[:-1]:
        return span
    stop = end - (tail[-1] in _STOPS)
    return Span(span.start, document.tokens[stop - 1].end)


def _sentence_end(document: Document, offset: int) -> int:
    """Return the place behind the last token of the sentence in which an offset lies."""
    at = bisect_right(document.sentences, offset, key=_start) - 1
    return _place(document, document.sentences[at].end) if at >= 0 else 0


def _place(document: Document, offset: int) -> int:
    return bisect_left(document.tokens, offset, key=_start)


def _start(token: Span) -> int:
    return token.start


def _word(document: Document, at: int) -> str:
    return document.tokens[at].of(document.text).casefold()
