"""Where a quote stands for those who pass it on: its sentence, and the noun phrases beside a verb that can tell."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import attrgetter

from attrs import frozen

from quoteattr.attribution.chain_patterns import Patterns
from quoteattr.grammar.phrases import HEADS
from quoteattr.model.documents import NOUN, Document
from quoteattr.model.quotes import Carrier, Quote
from quoteattr.model.spans import Passage, Span

_LONGEST_NAME = 14
"""The words for a carrier are at most so many; longer stretches before a verb are clauses, not noun phrases."""
_LOOK = 300
"""Characters looked at on either side; a bound, so that time stays linear on texts without full stops."""
_SPACES = re.compile(r"\s+")
_PUNCTUATION = " ,\u00a0"

_START, _END = attrgetter("start"), attrgetter("end")


@frozen(slots=True)
class Place:
    """A quote's surroundings: the text, the clause from `start` to `end`, and what the language calls citing."""

    document: Document
    text: str
    quote: Quote
    start: int
    end: int
    patterns: Patterns


def place_of(document: Document, quote: Quote, patterns: Patterns, within: Span | None = None) -> Place:
    """Return the sentence around a quote's cue and source, as much of it as lies `within` a span."""
    first = min(quote.cue.start, quote.source.start)
    last = max(quote.cue.end, quote.source.end)
    starts = document.sentences
    low = bisect_right(starts, first, key=_START) - 1
    high = bisect_left(starts, last, key=_END)
    start = starts[low].start if starts and low >= 0 else 0
    end = starts[high].end if high < len(starts) else len(document.text)
    start, end = max(start, first - _LOOK), min(end, last + _LOOK)
    if within is not None:
        start, end = max(start, within.start), min(end, within.end)
    return Place(document, document.text, quote, start, end, patterns)


def phrase_before(place: Place, start: int, end: int) -> Span | None:
    """Return the noun phrase that ends at `end`, parentheses such as ", in turn," passed over."""
    text, stop = place.text, end
    for _ in range(3):
        breaks = [match.end() for match in place.patterns.breaks.finditer(text, start, stop)]
        begin = next((at for at in reversed(breaks) if text[at:stop].strip(_PUNCTUATION)), start)
        span = trimmed(place, begin, stop)
        if span is not None:
            return span
        stop = begin - 1
        if stop <= start:
            return None
    return None


def trimmed(place: Place, start: int, end: int) -> Span | None:
    """Return a span without space, marks and small words at its edges; `None` where it is no noun phrase."""
    text = place.text
    while True:
        while start < end and text[start] in _PUNCTUATION + "\n":
            start += 1
        word = _SPACES.split(text[start:end], maxsplit=1)[0]
        if word.casefold() not in place.patterns.openers:
            break
        start += len(word)
    end = start + len(place.patterns.auxiliary.sub("", text[start:end]).rstrip(_PUNCTUATION))
    words = [word.casefold() for word in text[start:end].split()]
    if not words or len(words) > _LONGEST_NAME or words[0] in place.patterns.small:
        return None
    pronoun = len(words) > 1 and words[0] in place.patterns.pronouns
    return None if pronoun or place.patterns.finite.search(text, start, end) else Span(start, end)


def phrase_after(place: Place, start: int, end: int) -> Span | None:
    """Return the noun phrase that begins at `start`, up to the next comma, stop or verb that reports."""
    text = place.text
    stop = next((match.start() for match in re.finditer(r"[,;:.!?()\n]", text[start:end])), end - start) + start
    for pattern in (place.patterns.verb_alone, place.patterns.as_opener):  # "quoted by A as saying"
        found = pattern.search(text, start, stop)
        stop = found.start() if found else stop
    return trimmed(place, start, stop)


def carrier(place: Place, source: Span | None, cue: Span) -> tuple[Carrier, ...]:
    """Return the link of a noun phrase and its cue; none where the phrase is no party that can speak."""
    if source is None or any(source.overlaps(span) for span in place.quote.source):
        return ()
    if not _is_teller(source.of(place.text), place.patterns) or not _is_tagged(place, source, cue):
        return ()
    return (Carrier(Passage.of(place.text, source), Passage.of(place.text, cue)),)


def _is_teller(phrase: str, patterns: Patterns) -> bool:
    """Tell a noun phrase that may tell from an age, a stray mark, "Asked by a reporter", "a figure the union",
    "beating", "the minister's", "shields and"."""
    words = phrase.casefold().split()
    second = any(
        word in patterns.articles and before not in patterns.small and before not in patterns.openers
        for before, word in pairwise(words)
    )
    framed = len(words) > 1 and words[1] in patterns.agents
    if len(words) > 2 and words[0] in patterns.determiners and words[1] in patterns.told:
        return False  # "a figure Hamas"
    if words[0] in patterns.gerunds or words[-1] in patterns.joiners or words[-1].endswith(patterns.owners):
        return False
    return any(char.isalpha() for char in phrase) and not second and not framed


def _is_tagged(place: Place, source: Span, cue: Span) -> bool:
    """Tell by its tags, where there are some, that a phrase has a noun and its cue is none: "previously" has not, and
    "the minister's angry *remarks*" tell nothing."""
    tokens, tags = place.document.tokens, place.document.tags
    if tags is None:
        return True
    first, last, at = (bisect_left(tokens, offset, key=_start) for offset in (source.start, source.end, cue.start))
    verb = " " in cue.of(place.text) or tags[at : at + 1] != (NOUN,)  # a tagger may take "according to" for a noun
    return verb and not HEADS.isdisjoint(tags[first:last])


def _start(token: Span) -> int:
    return token.start
