"""Where windows fall on a long text, and which window speaks for which piece."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import numpy

WINDOW = 254
"""Most pieces in a window, as in training ([CLS] and [SEP] come on top)."""
OVERLAP = 64
"""Pieces that neighbouring windows share: each piece then has 32 or more on both sides, save at the text's ends."""
CLS, SEP = 101, 102


@attrs.frozen(eq=False)
class Windows:
    """First pieces of the windows of a text of `count` pieces, their one length, and each piece's own window and place.

    A place counts [CLS] as 0.
    """

    firsts: numpy.ndarray
    length: int
    owners: numpy.ndarray
    places: numpy.ndarray
    count: int

    def parts(self, span: tuple[int, int]) -> Iterator[Part]:
        """Yield a range of pieces window by window, each part in the places of the window that speaks for it."""
        piece, end = span
        while piece < end:
            owner = int(self.owners[piece])
            last = min(end, int(self.owners.searchsorted(owner, side="right")))
            first = int(self.firsts[owner])
            yield Part(owner, first, piece - first + 1, last - first + 1)
            piece = last


@attrs.frozen
class Part:
    """A run of places in one window: the window's number and first piece, and the half-open range of places."""

    owner: int
    first: int
    start: int
    end: int


def to_windows(count: int) -> Windows:
    """Lay windows of one length evenly over `count` pieces and give each piece to the one in which it is most central.

    >>> windows = to_windows(300)
    >>> windows.firsts.tolist(), windows.length
    ([0, 118], 182)
    """
    number = max(1, -(-(count - OVERLAP) // (WINDOW - OVERLAP)))
    length = -(-(count + (number - 1) * OVERLAP) // number)
    firsts = numpy.arange(number) * (count - length) // max(1, number - 1)
    edges = (firsts[1:] + firsts[:-1] + length) // 2
    owners = numpy.searchsorted(edges, numpy.arange(count), side="right")
    return Windows(firsts, length, owners, numpy.arange(count) - firsts[owners] + 1, count)


def to_rows(windows: Windows, numbers: numpy.ndarray, shapes: numpy.ndarray) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Return piece numbers and shapes as one row a window, with [CLS] and [SEP]."""
    inside = windows.firsts[:, None] + numpy.arange(windows.length)
    rows = numpy.zeros((2, len(windows.firsts), windows.length + 2), dtype=numpy.int64)
    rows[0, :, 0], rows[0, :, -1] = CLS, SEP
    rows[0, :, 1:-1], rows[1, :, 1:-1] = numbers[inside], shapes[inside]
    return rows[0], rows[1]
