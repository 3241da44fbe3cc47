"""Sentences of another parser's tokens: where it says that they begin, or where our rules do."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from quoteattr.model.spans import Span


def sentences_from(tokens: Sequence[Span], begins: Iterable[int], paragraphs: Iterable[Span]) -> tuple[Span, ...]:
    """Return the sentences that begin at the tokens of these numbers; none goes on into the next paragraph.

    >>> sentences_from((Span(0, 2), Span(3, 5), Span(6, 7)), (0,), (Span(0, 5), Span(6, 7)))
    (Span(0, 5), Span(6, 7))
    """
    starts = [token.start for token in tokens]
    firsts = {0, *begins, *(bisect_left(starts, paragraph.start) for paragraph in paragraphs)}
    bounds = (*sorted(first for first in firsts if first < len(tokens)), len(tokens))
    return tuple(Span(tokens[first].start, tokens[after - 1].end) for first, after in pairwise(bounds))
