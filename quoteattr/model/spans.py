"""Places in a text: `Span`, and `Passage` with its exact words."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

from attrs import frozen


@frozen(order=True, slots=True, init=False)
class Span:
    """A half-open range of code points: `text[start:end]`.

    >>> Span(4, 8).of("She left.")
    'left'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        _set_start(self, start)  # into the slots themselves: nothing is made as often, and this takes two thirds of
        _set_end(self, end)  # the time that a frozen class of attrs takes

    def of(self, text: str) -> str:
        """Return the words of this span in `text`."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: object) -> bool:
        """Tell whether a span or an offset lies inside this one."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether both spans share at least one code point.

        >>> Span(0, 3).overlaps(Span(3, 5))
        False
        """
        return self.start < other.end and other.start < self.end

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"


_set_start, _set_end = vars(Span)["start"].__set__, vars(Span)["end"].__set__


def spans_at(starts: Sequence[int], ends: Sequence[int]) -> tuple[Span, ...]:
    """Make as many spans at once as there are starts; a token is a span, and nothing is made as often.

    >>> spans_at([0, 4], [3, 8])
    (Span(0, 3), Span(4, 8))
    """
    spans = tuple(map(object.__new__, repeat(Span, len(starts))))
    deque(map(_set_start, spans, starts), maxlen=0)  # runs the map, without a call in Python for each span
    deque(map(_set_end, spans, ends), maxlen=0)
    return spans


@frozen(slots=True, init=False)
class Passage:
    """One or more spans with their exact words; falsy when empty; iterates over its spans.

    Build it with `Passage.of`, so that words and offsets cannot part.

    >>> passage = Passage.of("We won. She said.", Span(8, 11), Span(0, 6))
    >>> passage.pieces
    ('We won', 'She')
    >>> str(passage), bool(Passage())
    ('We won She', False)
    """

    spans: tuple[Span, ...]
    pieces: tuple[str, ...]

    def __init__(self, spans: tuple[Span, ...] = (), pieces: tuple[str, ...] = ()) -> None:
        _set_spans(self, spans)  # as in `Span`
        _set_pieces(self, pieces)

    @classmethod
    def of(cls, text: str, *spans: Span) -> Passage:
        """Take the words of `spans` from `text`, in the order of the text; empty spans are left out."""
        if len(spans) == 1:  # nearly always: no list is made for one span
            start, end = spans[0].start, spans[0].end
            return cls(spans, (text[start:end],)) if end > start else cls()
        spans = tuple(sorted(set(spans)))
        kept = tuple([span for span in spans if span.end > span.start])
        return cls(kept, tuple([text[span.start : span.end] for span in kept])) if kept else cls()

    @property
    def text(self) -> str:
        """The words of all pieces, joined by a space where the passage is interrupted."""
        return " ".join(self.pieces)

    @property
    def start(self) -> int:
        """The first offset; -1 for an empty passage."""
        return self.spans[0].start if self.spans else -1

    @property
    def end(self) -> int:
        """The offset after the last code point; -1 for an empty passage."""
        return self.spans[-1].end if self.spans else -1

    @property
    def extent(self) -> Span:
        """The range from the first to the last code point, gaps included."""
        spans = self.spans
        return Span(spans[0].start, spans[-1].end) if spans else Span(-1, -1)

    def __iter__(self) -> Iterator[Span]:
        return iter(self.spans)

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __len__(self) -> int:
        return len(self.spans)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        where = ", ".join(f"{span.start}:{span.end}" for span in self.spans)
        return f"Passage({self.text!r} at {where})" if self.spans else "Passage()"


_set_spans, _set_pieces = vars(Passage)["spans"].__set__, vars(Passage)["pieces"].__set__


def covers(spans: Iterable[Span], offset: int) -> bool:
    """Tell whether one of `spans` holds `offset`.

    >>> covers([Span(0, 2), Span(5, 9)], 6)
    True
    """
    return any(span.start <= offset < span.end for span in spans)
