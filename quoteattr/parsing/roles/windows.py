"""Where windows fall on a long text, and which window speaks for which piece."""

from __future__ import annotations

import attrs
import numpy

WINDOW = 254
"""Pieces in a window, as in training ([CLS] and [SEP] come on top)."""
STRIDE = 190
"""Largest step between windows: every piece then has 32 pieces or more on both sides, save at the text's ends."""
CLS, SEP = 101, 102


@attrs.frozen(eq=False)
class Windows:
    """First pieces of the windows of a text of `count` pieces, and each piece's own window and place in it.

    A place counts [CLS] as 0.
    """

    firsts: numpy.ndarray
    owners: numpy.ndarray
    places: numpy.ndarray
    count: int


def to_windows(count: int) -> Windows:
    """Lay windows evenly over `count` pieces and give each piece to the window in which it is most central.

    >>> to_windows(300).firsts.tolist()
    [0, 46]
    """
    firsts = first_pieces(count)
    edges = (firsts[1:] + firsts[:-1] + WINDOW) // 2
    owners = numpy.searchsorted(edges, numpy.arange(count), side="right")
    places = numpy.arange(count) - firsts[owners] + 1
    return Windows(firsts, owners, places, count)


def first_pieces(count: int) -> numpy.ndarray:
    """Return where windows begin: as few as the stride allows, all full, spread evenly."""
    beyond = count - WINDOW
    if beyond <= 0:
        return numpy.zeros(1, dtype=numpy.int64)
    steps = -(-beyond // STRIDE)
    return numpy.arange(steps + 1) * beyond // steps


def to_rows(windows: Windows, numbers: numpy.ndarray, shapes: numpy.ndarray) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Return piece numbers and shapes as one row a window, with [CLS] and [SEP]."""
    length = min(WINDOW, windows.count)
    inside = windows.firsts[:, None] + numpy.arange(length)
    rows = numpy.full((2, len(windows.firsts), length + 2), 0, dtype=numpy.int64)
    rows[0, :, 0], rows[0, :, -1] = CLS, SEP
    rows[0, :, 1:-1], rows[1, :, 1:-1] = numbers[inside], shapes[inside]
    return rows[0], rows[1]
