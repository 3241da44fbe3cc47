"""Where windows fall on a long text, and which window speaks for which piece."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

import attrs
import numpy

WINDOW = 254
"""Most pieces in a window, as in training ([CLS] and [SEP] come on top)."""
BEFORE, AFTER = 32, 8
"""Pieces that a window sees before and after those that it speaks for: who goes on speaking is told before."""
SNAP = 24
"""How far the edge between two windows may move to fall on a line break, where hardly any attribution is cut."""
LEAST_SNAP = 8
"""How far it may move at least: windows that leave less room are made more, and shorter."""
CLS, SEP = 101, 102


@attrs.frozen
class Part:
    """A run of places in one window: the window's number and first piece, and the half-open range of places."""

    owner: int
    first: int
    start: int
    end: int


@attrs.frozen(eq=False)
class Windows:
    """First and last piece (excluded) of the windows of a text, and the edges between the pieces they speak for.

    A place in a window counts [CLS] as 0.
    """

    firsts: tuple[int, ...]
    ends: tuple[int, ...]
    edges: tuple[int, ...]

    def parts(self, span: tuple[int, int]) -> Iterator[Part]:
        """Yield a range of pieces window by window, each part in the places of the window that speaks for it."""
        start, owner = span[0], bisect.bisect_right(self.edges, span[0]) - 1
        while start < span[1]:
            end, first = min(span[1], self.edges[owner + 1]), self.firsts[owner]
            yield Part(owner, first, start - first + 1, end - first + 1)
            start, owner = end, owner + 1

    def own(self, rows: Sequence[numpy.ndarray]) -> numpy.ndarray:
        """Return what the windows say of the pieces that each speaks for, as one row a piece.

        `rows` holds for each window an array of its places.
        """
        parts = self.parts((0, self.edges[-1]))
        return numpy.concatenate([rows[0][:0], *(rows[part.owner][part.start : part.end] for part in parts)])


def to_windows(count: int, breaks: Sequence[int] = ()) -> Windows:
    """Lay windows over `count` pieces; the edges between them fall on line `breaks` (places, in order) that are near.

    >>> to_windows(300, breaks=[140, 260])
    Windows(firsts=(0, 109), ends=(149, 300), edges=(0, 141, 300))
    """
    number = 1 if count <= WINDOW else 2
    while number > 1 and room(count, number) < LEAST_SNAP:
        number += 1
    most = min(SNAP, room(count, number))
    inner = [_snapped(count * place // number, most, breaks) for place in range(1, number)]
    edges = (0, *inner, count)
    firsts = (0, *(edge - BEFORE for edge in inner))
    ends = (*(edge + AFTER for edge in inner), count)
    return Windows(firsts, ends, edges)


def room(count: int, number: int) -> int:
    """Return how far each edge of some windows may move before one of them could grow too long."""
    longest = -(-count // number) + (max(BEFORE, AFTER) if number == 2 else BEFORE + AFTER)
    return (WINDOW - longest) // min(2, number - 1) if number > 1 else 0


def _snapped(edge: int, most: int, breaks: Sequence[int]) -> int:
    """Return the place behind the nearest break, or the edge itself where none is so near."""
    at = bisect.bisect_left(breaks, edge - 1)
    behind = min(
        (place + 1 for place in breaks[max(0, at - 1) : at + 1]), key=lambda place: abs(place - edge), default=edge
    )
    return behind if abs(behind - edge) <= most else edge


def to_rows(windows: Windows, numbers: numpy.ndarray, shapes: numpy.ndarray) -> Iterator[numpy.ndarray]:
    """Yield for each window the piece numbers and the shapes as one row each, with [CLS] and [SEP]."""
    for first, end in zip(windows.firsts, windows.ends, strict=True):
        rows = numpy.zeros((2, 1, end - first + 2), dtype=numpy.int64)
        rows[0, 0, 0], rows[0, 0, -1] = CLS, SEP
        rows[0, 0, 1:-1], rows[1, 0, 1:-1] = numbers[first:end], shapes[first:end]
        yield rows
