"""Passages: the clauses of quotes and of narration, without the words that attribute."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from attrs import frozen

from quoteattr.grammar.clauses import clauses_in
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import FINITE, Document
from quoteattr.model.quotes import Quote
from quoteattr.model.spans import Passage, Span

_LEAST_NARRATED = 4  # words; what a tag leaves of its sentence ("on Friday in Tarn") tells nothing alone
_LEAST_SENTENCE = 2  # "Nobody died."; a sentence whose verb no tag shows ("Schools reopen in Osby.") tells, too
_LEAST_LENGTH = 3  # characters of two words; most that stands between content, cue and source is a mark and a space
_LONGEST_TAG = 10  # "In his broadcast the Armenian prime minister added" has eight
_BESIDE = 4  # characters between a tag and its quotation: comma or colon, space, mark
_MARKS = frozenset(':"“”„«»‘`')
_LEAD = " \t\r\n\u00a0,;:.…—–-\"“”„«»‘’'`)]}\u200b"
_TRAIL = " \t\r\n\u00a0,;:.…—–-\"“”„«»‘'`([{\u200b"
_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'))
_WORD = re.compile(r"\w+")
_NO_SPACE = re.compile(r"\.(?<=[a-z]{3}\.)(?=[A-Z][a-z]+\s)")  # "on the border.The sides": a space got lost
_CLOSED = re.compile(r"[.!?…]\W*\Z")


@frozen(slots=True)
class Index:
    """A document's token and sentence bounds, to look spans up in."""

    document: Document
    starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> Index:
        """Build it once for a document."""
        starts, sentence_starts = [t.start for t in document.tokens], [s.start for s in document.sentences]
        return cls(document, tuple(starts), tuple(sentence_starts))

    def sentences(self, span: Span) -> Iterator[Span]:
        """Yield the parts of `span` that lie in one sentence each; in no sentence, `span` itself."""
        sentences, position = self.document.sentences, span.start
        number = max(0, bisect_right(self.sentence_starts, span.start) - 1)
        while number < len(sentences) and sentences[number].start < span.end:
            sentence = sentences[number]
            if sentence.end > position:
                yield Span(max(position, sentence.start), min(span.end, sentence.end))
                position = sentence.end
            number += 1
        if not sentences:
            yield span

    def clauses(self, span: Span, language: Language) -> list[Span]:
        """Return the clauses of `span`, which lies in one sentence, without the conjunctions that join them."""
        if not _NO_SPACE.search(self.document.text, span.start, span.end):
            return self._clauses(span, language)
        gaps = [gap.end() for gap in _NO_SPACE.finditer(self.document.text, span.start, span.end)]
        bounds = (span.start, *gaps, span.end)
        return [c for start, end in pairwise(bounds) for c in self._clauses(Span(start, end), language)]

    def _clauses(self, span: Span, language: Language) -> list[Span]:
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        ranges = clauses_in(self.document, first, last, language) if last > first else ()
        if len(ranges) < 2:
            return [span]
        return [Span(self._opening(a, language), self._bound(b, last, span)) for a, b in ranges]

    def _opening(self, position: int, language: Language) -> int:
        token = self.document.tokens[position]
        joins = token.of(self.document.text) in language.comparing.get("clauses", {}).get("coordinate", ())
        return self.starts[position + 1] if joins else token.start

    def _bound(self, position: int, last: int, span: Span) -> int:
        return self.starts[position] if position < last else span.end

    def has_verb(self, span: Span) -> bool:
        """Tell whether a verb stands in `span`; without tags it is taken to."""
        if self.document.tags is None:
            return True
        tags = self.document.tags[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]
        return not FINITE.isdisjoint(tags)

    def is_sentence(self, span: Span) -> bool:
        """Tell whether `span` is all of a sentence from its capital to its full stop, as no heading is."""
        text, number = self.document.text, bisect_right(self.sentence_starts, span.start) - 1
        if number < 0 or not text[span.start : span.end][:1].isupper():
            return False
        sentence = self.document.sentences[number]
        around = (sentence.start, span.start), (span.end, sentence.end)
        return not any(_WORD.search(text, *part) for part in around) and bool(_CLOSED.search(sentence.of(text)))


def quoted_passages(quote: Quote, index: Index, language: Language) -> Iterator[Passage]:
    """Yield the clauses of the quote's content; a clause that its tag interrupts is one passage of two spans.

    Quotes inside it stay in the clause that they stand in.
    """
    text = index.document.text
    open_part: tuple[Span, ...] = ()
    for span in quote.content:
        sentences = [part for sentence in index.sentences(span) if (part := _trimmed(text, sentence))]
        for position, part in enumerate(sentences):
            if position or not open_part or _begins_anew(part.of(text), language):
                yield from _closed(text, open_part)
                *whole, last = (_trimmed(text, clause) for clause in index.clauses(part, language))
                yield from (Passage.of(text, clause) for clause in whole if clause)
                open_part = (last,)
            else:  # the content goes on after its tag
                open_part = (*open_part, part)
        if _CLOSED.search(span.of(text)):
            yield from _closed(text, open_part)
            open_part = ()
    yield from _closed(text, open_part)


def _begins_anew(words: str, language: Language) -> bool:
    """Tell whether words after a tag are a sentence of their own: '"We lost," she said. "They won."'"""
    capitals = language.comparing.get("clauses", {}).get("capitals", ())
    return words[0].isupper() and words.split()[0].replace("’", "'") not in capitals


def _closed(text: str, spans: tuple[Span, ...]) -> Iterator[Passage]:
    """Yield the passage of a part that has ended, if it holds a word."""
    if spans:
        passage = Passage.of(text, *spans)
        if _WORD.search(passage.text):
            yield passage


def narrated_passages(
    quotes: Iterable[Quote], left_out: Iterable[Span], index: Index, language: Language
) -> Iterator[Passage]:
    """Yield the clauses in the article's own voice: what neither quotes, nor attributes, nor is left out."""
    quotes, text = tuple(quotes), index.document.text
    blocked = _merged((*_attributing(quotes), *left_out))
    subjects = {span.end: span.start for quote in quotes for span in quote.source}
    for gap in _unblocked(index.document.sentences, blocked):
        for clause in index.clauses(gap, language):
            clause = _trimmed(text, clause)
            if _narrates(clause, index, language):
                yield Passage.of(text, _whole(clause, subjects, index, language))


def _whole(clause: Span, subjects: Mapping[int, int], index: Index, language: Language) -> Span:
    """Return a clause with its subject, where that is the source of a report which goes on in the sentence, and without
    the word that joins the report: *The ministers met in Lisk* and agreed to talk. `subjects` begin, by their ends."""
    text, start, end = index.document.text, clause.start, clause.end
    before, _, last = text[start:end].rpartition(" ")
    if last in language.comparing.get("clauses", {}).get("coordinate", ()):
        end = _trimmed(text, Span(start, start + len(before))).end
    at = bisect_left(index.starts, start)
    finite = index.document.tags is not None and not FINITE.isdisjoint(index.document.tags[at : at + 1])
    return Span(subjects.get(start - 1, start) if finite else start, end)


def _unblocked(sentences: tuple[Span, ...], blocked: list[Span]) -> Iterator[Span]:
    """Yield what `blocked` leaves of each sentence, where it can be two words."""
    ends = [span.end for span in blocked]
    for sentence in sentences:
        yield from _gaps(sentence, blocked, bisect_right(ends, sentence.start))


def _attributing(quotes: Iterable[Quote]) -> Iterator[Span]:
    """Yield the spans of contents, cues and sources, the carriers' too."""
    for quote in quotes:
        for passage in (quote.content, quote.cue, quote.source):
            yield from passage.spans
        for carrier in quote.carriers:
            yield from (*carrier.source, *carrier.cue)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):  # plain offsets sort faster than spans
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _gaps(sentence: Span, blocked: list[Span], first: int) -> Iterator[Span]:
    """Yield what `blocked`, from its item `first` on, leaves of `sentence`, where it can be two words."""
    position, end = sentence.start, sentence.end
    while first < len(blocked) and blocked[first].start < end:
        span = blocked[first]
        if span.start >= position + _LEAST_LENGTH:
            yield Span(position, span.start)
        position = max(position, span.end)
        first += 1
    if end >= position + _LEAST_LENGTH:
        yield Span(position, end)


def _narrates(span: Span, index: Index, language: Language) -> bool:
    words = _WORD.findall(index.document.text, span.start, span.end)
    if len(words) < _LEAST_SENTENCE or _is_tag(span, words, index, language):
        return False
    return (len(words) >= _LEAST_NARRATED and index.has_verb(span)) or index.is_sentence(span)


def _is_tag(span: Span, words: list[str], index: Index, language: Language) -> bool:
    """Tell whether a clause is a tag whose source was not found: short, with a cue at its end, beside a mark."""
    if len(words) > _LONGEST_TAG or words[-1].lower() not in language.cues:
        return False
    text = index.document.text
    before, after = text[max(0, span.start - _BESIDE) : span.start], text[span.end : span.end + _BESIDE]
    return not _MARKS.isdisjoint(before + after)


def _trimmed(text: str, span: Span) -> Span:
    """Take spaces, marks and commas off both ends, but no mark whose partner stands inside."""
    first, behind = span.start, span.end
    words = text[first:behind]
    if words[:1].isalnum() and words[-1].isalnum():
        return span
    kept = words.lstrip(_LEAD)
    start = behind - len(kept)
    kept = kept.rstrip(_TRAIL)
    end = start + len(kept)
    lead, trail = text[first:start], text[end:behind]
    if _MARKS.isdisjoint(lead + trail):
        return Span(start, end)
    for opening, closing in _PAIRS:
        if closing in trail and _is_open(kept, opening, closing):
            return Span(start, end + trail.index(closing) + 1)
        if opening in lead and _is_open(kept, closing, opening):
            return Span(first + lead.rindex(opening), end)
    return Span(start, end)


def _is_open(words: str, mark: str, partner: str) -> bool:
    """Tell whether the words hold a mark without its partner."""
    return words.count(mark) % 2 == 1 if mark == partner else words.count(mark) > words.count(partner)
