"""Meanings: the vector of a statement, from the vectors of the clauses that it covers."""

from __future__ import annotations

from bisect import bisect_right
from math import sqrt
from operator import mul

from quoteattr.model.documents import Vectors
from quoteattr.model.spans import Passage, Span

Meaning = tuple[float, ...]


def meaning_of(passage: Passage, vectors: Vectors | None) -> Meaning:
    """Return the mean of the clauses' vectors by the share of the passage in each, of length one; empty without any.

    >>> vectors = Vectors((Span(0, 3), Span(4, 7)), 2, bytes((3, 4, 100, 0)))
    >>> meaning_of(Passage.of("One two", Span(0, 3)), vectors)
    (0.6, 0.8)
    """
    if vectors is None:
        return ()
    total = [0.0] * vectors.width
    for span in passage:
        at = max(0, bisect_right(vectors.spans, span.start, key=lambda clause: clause.start) - 1)
        while at < len(vectors.spans) and vectors.spans[at].start < span.end:
            shared = _shared(span, vectors.spans[at])
            if shared > 0:
                row = memoryview(vectors.values).cast("b")[at * vectors.width : (at + 1) * vectors.width]
                total = [value + shared * level for value, level in zip(total, row, strict=True)]
            at += 1
    length = sqrt(sum(map(mul, total, total)))
    return tuple(value / length for value in total) if length else ()


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
