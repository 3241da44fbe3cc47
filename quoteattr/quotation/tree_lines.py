"""`TreeLine`: a line and the dependency tree that its tokens belong to, and the way from one to the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import frozen

from quoteattr.grammar.dependencies import Tree
from quoteattr.grammar.lines import Grid, Line
from quoteattr.grammar.tree_phrases import Phrase
from quoteattr.model.spans import Span


@frozen(slots=True, eq=False)
class TreeLine:
    """A line with the tree that its tokens belong to; `tokens` holds the first token of each item."""

    line: Line
    tree: Tree
    tokens: Sequence[int]
    after: int  # the token behind the line's last

    @classmethod
    def of(cls, line: Line, tree: Tree, grid: Grid) -> TreeLine:
        """Find the tokens of a line's items."""
        tokens = tuple(bisect_left(grid.starts, item.start) for item in line.items)
        after = bisect_left(grid.starts, line.items[-1].end) if line.items else 0
        return cls(line, tree, tokens, after)

    def item(self, token: int) -> int | None:
        """Return the item that a token is, or lies in; `None` for one of another line."""
        if not self.tokens or not self.tokens[0] <= token < self.after:
            return None
        return bisect_right(self.tokens, token) - 1

    def items(self, phrase: Phrase | None) -> tuple[int, int] | None:
        """Return the items of a phrase, `None` where it reaches out of the line or cuts a quotation."""
        if phrase is None:
            return None
        first, last = self.item(phrase.first), self.item(phrase.after - 1)
        if first is None or last is None or self._cuts(first, phrase) or self._cuts(last, phrase):
            return None
        return first, last + 1

    def _cuts(self, item: int, phrase: Phrase) -> bool:
        """Tell whether a phrase holds some words of a quotation and leaves some."""
        if self.line.quotation(item) is None:
            return False
        behind = self.tokens[item + 1] if item + 1 < len(self.tokens) else self.after
        return phrase.first > self.tokens[item] + 1 or phrase.after < behind - 1

    def span(self, phrase: Phrase | None) -> Span | None:
        """Return the span of a phrase, `None` where its items cannot be told."""
        found = self.items(phrase)
        return self.line.span(*found) if found is not None else None

    def place(self, start: int) -> int | None:
        """Return the item that begins at an offset."""
        item = bisect_left(self.line.items, start, key=lambda each: each.start)
        inside = item < len(self.line.items) and self.line.items[item].start == start
        return item if inside else None

    def place_of_end(self, end: int) -> int | None:
        """Return the item that ends at an offset."""
        item = bisect_left(self.line.items, end, key=lambda each: each.end)
        inside = item < len(self.line.items) and self.line.items[item].end == end
        return item if inside else None

    def range_of(self, phrase: Phrase) -> tuple[int, int]:
        """Return the items of a phrase, no items where they cannot be told."""
        return self.items(phrase) or (0, 0)
