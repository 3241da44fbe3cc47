"""One region of a document as a line, for rules that look at a single sentence."""

from __future__ import annotations

from bisect import bisect_left

from attrs import evolve

from quoteattr.grammar.lines import LONGEST_LINE, Grid, Line, lines_of
from quoteattr.model.documents import Document
from quoteattr.model.spans import Span


def line_of(document: Document, region: Span) -> Line | None:
    """Return the first line of a region, whose quotations are not folded; `None` where it has no words."""
    return next(iter(lines_of(_grid_of(document, region), region, ())), None)


def _grid_of(document: Document, region: Span) -> Grid:
    """Make a grid of the first tokens of a region alone, so that looking at one sentence costs no more than that."""
    starts = document.tokens
    first = bisect_left(starts, region.start, key=lambda token: token.start)
    last = min(first + LONGEST_LINE, bisect_left(starts, region.end, key=lambda token: token.start))
    tags = document.tags[first:last] if document.tags is not None else None
    part = evolve(document, tokens=starts[first:last], tags=tags, sentences=(region,))
    return Grid.of(part)
