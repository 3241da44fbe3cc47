"""`Line`: a sentence as the reporter's grammar sees it, each quotation folded into one item."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from quoteattr.grammar.words import Words, words_of
from quoteattr.languages import fold, load
from quoteattr.model.documents import Document, Tag
from quoteattr.model.quotations import Quotation
from quoteattr.model.spans import Span

FINAL = frozenset((".", "!", "?", "…", "..."))
"""Punctuation that ends a sentence."""
DASHES = frozenset(("-", "–", "—", "--", "―"))

LONGEST_LINE = 400
"""Items of a line; a longer "sentence" is a list or a table, and rules that look along it must stay linear."""
QUOTED = "“”"
"""Stands for the words of a folded quotation."""


class Item(NamedTuple):
    """A token outside quotation marks, or a whole quotation."""

    start: int
    end: int
    lower: str
    tag: Tag
    capital: bool
    quotation: Quotation | None = None
    time: bool = False  # a day, a month, "night": a noun that says when


class Line(NamedTuple):
    """The items of one sentence, the paragraph it stands in (among the regions read), and its language's words."""

    items: tuple[Item, ...]
    region: Span
    words: Words

    def span(self, first: int, last: int) -> Span:
        """Return the span of items `first` to `last`, `last` excluded."""
        return Span(self.items[first].start, self.items[last - 1].end)

    def lower(self, index: int) -> str:
        """Return the folded word at `index`, empty outside the line."""
        return self.items[index].lower if 0 <= index < len(self.items) else ""

    def tag(self, index: int) -> Tag | None:
        """Return the tag at `index`, `None` outside the line."""
        return self.items[index].tag if 0 <= index < len(self.items) else None

    def quotation(self, index: int) -> Quotation | None:
        """Return the quotation at `index`, if there is one."""
        return self.items[index].quotation if 0 <= index < len(self.items) else None

    def is_dash(self, index: int) -> bool:
        """Tell whether a dash at `index` parts clauses: one with space before it, not the one in "4-3"."""
        spaced = index == 0 or (0 < index < len(self.items) and self.items[index].start > self.items[index - 1].end)
        return spaced and self.lower(index) in DASHES

    @property
    def end(self) -> int:
        """The number of items before the final punctuation."""
        last = len(self.items)
        while last and self.items[last - 1].lower in FINAL:
            last -= 1
        return last


class Grid(NamedTuple):
    """A document made ready for lines: its folded words, the starts of its tokens, the ends of its sentences."""

    document: Document
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: frozenset[int]
    times: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: Document) -> Grid:
        """Fold the words of a document once."""
        lowers = tuple(map(fold, document.words))
        ends = frozenset(sentence.end for sentence in document.sentences)
        return cls(document, lowers, tuple(token.start for token in document.tokens), ends, _times(document.language))


@cache
def _times(language: str) -> frozenset[str]:
    """Return the nouns of a language that say when."""
    lexicon = load(language)
    return lexicon.word_class("weekdays") | lexicon.word_class("months") | lexicon.word_class("time_nouns")


def lines_of(grid: Grid, region: Span, quotations: Sequence[Quotation]) -> Iterator[Line]:
    """Yield the lines of a region (a paragraph, or the inside of a quotation).

    `quotations` are those that reach into the region, in order. A line ends where a sentence ends outside of all
    quotations, or with a quotation that ends there.

    >>> from quoteattr.parsing.rules import RuleParser
    >>> grid = Grid.of(RuleParser().parse("He left. She stayed.", "en"))
    >>> [len(line.items) for line in lines_of(grid, Span(0, 20), ())]
    [3, 3]
    """
    items: list[Item] = []
    words = words_of(grid.document.language)
    for item in _items(grid, region, quotations):
        items.append(item)
        ends = item.end in grid.ends or (item.quotation is not None and not item.quotation.closed)
        if ends or len(items) >= LONGEST_LINE:
            yield Line(tuple(items), region, words)
            items = []
    if items:
        yield Line(tuple(items), region, words)


def _items(grid: Grid, region: Span, quotations: Sequence[Quotation]) -> Iterator[Item]:
    """Yield the tokens of a region outside quotations, and each quotation as one item."""
    at, last = bisect_left(grid.starts, region.start), bisect_left(grid.starts, region.end)
    for quotation in quotations:
        until = bisect_left(grid.starts, max(quotation.start, region.start), at, last)
        yield from _tokens(grid, at, until)
        capital = grid.document.text[quotation.spans[0].start].isupper()
        yield Item(quotation.start, quotation.end, QUOTED, Tag.X, capital, quotation)
        at = bisect_left(grid.starts, min(quotation.end, region.end), until, last)
    yield from _tokens(grid, at, last)


def _tokens(grid: Grid, first: int, last: int) -> Iterator[Item]:
    document = grid.document
    tags = document.tags or (Tag.X,) * len(document.tokens)
    for index in range(first, last):
        token = document.tokens[index]
        capital = document.text[token.start].isupper()
        lower = grid.lowers[index]
        yield Item(token.start, token.end, lower, tags[index], capital, None, lower in grid.times)
