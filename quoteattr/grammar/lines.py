"""`Line`: a sentence as the reporter's grammar sees it, each quotation folded into one item."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from quoteattr.grammar.closed_classes import closed_classes
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
_NAMING = frozenset((Tag.NOUN, Tag.PROPN, Tag.ADJ))
"""Tags that a word with hyphens takes from its last part that has one: "mid-May", "self-made"."""
_DETERMINING = frozenset(("det", "nmod:poss"))
"""Relations of a word that begins a noun phrase, to the noun."""
_NO_STOP = ("", " ")
"""What stands between most words, and ends no sentence."""
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
        items = self.items
        return items[index].lower if 0 <= index < len(items) else ""

    def tag(self, index: int) -> Tag | None:
        """Return the tag at `index`, `None` outside the line."""
        items = self.items
        return items[index].tag if 0 <= index < len(items) else None

    def quotation(self, index: int) -> Quotation | None:
        """Return the quotation at `index`, if there is one."""
        items = self.items
        return items[index].quotation if 0 <= index < len(items) else None

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
    """A document made ready for lines: its folded words and tags, its tokens' starts, its sentences' ends."""

    document: Document
    lowers: tuple[str, ...]
    tags: tuple[Tag, ...]
    starts: tuple[int, ...]
    ends: frozenset[int]
    times: frozenset[str] = frozenset()
    negations: tuple[str, ...] = ()  # endings that a parser splits off

    @classmethod
    def of(cls, document: Document) -> Grid:
        """Fold the words of a document once."""
        lowers = tuple(map(fold, document.words))
        ends = frozenset(sentence.end for sentence in document.sentences)
        starts = tuple(token.start for token in document.tokens)
        negations = words_of(document.language).verb_negation_endings
        times = _times(document.language)
        return cls(document, lowers, _phrase_tags(document, lowers), starts, ends, times, negations)


def _phrase_tags(document: Document, lowers: Sequence[str]) -> tuple[Tag, ...]:
    """Return the tags by which phrases are read: where a parser's are others, function words have those of our lists.

    "Its" begins a phrase as "the" does, and "not" stands beside a verb as an adverb does, whatever a parser calls them.
    """
    tags = document.tags or (Tag.X,) * len(document.tokens)
    dependencies = document.dependencies
    if dependencies is None or len(dependencies) != len(tags):
        return tags
    closed = closed_classes(load(document.language))
    return tuple(
        tag if tag is Tag.PROPN else _phrase_tag(tag, closed.get(lower, tag), dependency.relation)
        for tag, lower, dependency in zip(tags, lowers, dependencies, strict=True)
    )


def _phrase_tag(tag: Tag, listed: Tag, relation: str) -> Tag:
    """Return the tag of a word that the lists may have another one for; a pronoun's own tells whether it owns."""
    owns = relation in _DETERMINING
    return tag if tag is Tag.PRON and listed is Tag.DET and not owns else listed


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
    words, text = words_of(grid.document.language), grid.document.text
    for item in _items(grid, region, quotations):
        parted = items and (item.quotation is not None or text[items[-1].end : item.start] not in _NO_STOP)
        if parted and _begins_line(grid, items[-1], item):
            yield Line(tuple(items), region, words)
            items = []
        items.append(item)
        ends = item.end in grid.ends or (item.quotation is not None and not item.quotation.closed)
        if ends or len(items) >= LONGEST_LINE:
            yield Line(tuple(items), region, words)
            items = []
    if items:
        yield Line(tuple(items), region, words)


def _begins_line(grid: Grid, before: Item, item: Item) -> bool:
    """Tell where a parser's sentence goes on and a line does not: "He left. | “I am tired,” he said."

    A parser that takes a mark and a full stop for one token leaves the stop between two items.
    """
    stops = grid.document.text[before.end : item.start].strip() in FINAL
    return stops or (before.lower in FINAL and item.quotation is not None and item.capital)


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
    text, tokens, starts, lowers, tags, times = (
        grid.document.text, grid.document.tokens, grid.starts, grid.lowers, grid.tags, grid.times
    )  # fmt: skip
    index = first
    while index < last:
        start, end, lower, tag, after = starts[index], tokens[index].end, lowers[index], tags[index], index + 1
        if after < last and starts[after] == end:
            after = _word_end(grid, index, last)
            end = tokens[after - 1].end
        if after > index + 1:
            lower, tag = "".join(lowers[index:after]), _joint_tag(tags[index:after])
        yield Item(start, end, lower, tag, text[start].isupper(), None, lower in times)
        index = after


def _word_end(grid: Grid, index: int, last: int) -> int:
    """Return the token behind a word that a parser has split: "mayor|'s", "did|n't", "passer|-|by"."""
    after = index + 1
    while after < last and grid.lowers[index][-1:].isalnum() and _is_attached(grid, after):
        if _is_clitic(grid, after):
            after += 1
        elif grid.lowers[after] == "-" and after + 1 < last and _is_word(grid, after + 1):
            after += 2
        else:
            break
    return after


def _is_attached(grid: Grid, index: int) -> bool:
    return grid.document.tokens[index - 1].end == grid.starts[index]


def _is_word(grid: Grid, index: int) -> bool:
    return _is_attached(grid, index) and grid.lowers[index][:1].isalnum()


def _is_clitic(grid: Grid, index: int) -> bool:
    lower = grid.lowers[index]
    return lower.endswith(grid.negations) or (lower[:1] == "'" and len(lower) > 1) or grid.tags[index] is Tag.PART


def _joint_tag(tags: Sequence[Tag]) -> Tag:
    """Return the tag of a whole word: "mayor's" is the noun that it was, "he's" and "didn't" are auxiliaries."""
    first, last = tags[0], tags[-1]
    if Tag.PUNCT in tags:
        return next((tag for tag in reversed(tags) if tag in _NAMING), first)
    return Tag.AUX if last in (Tag.AUX, Tag.VERB) or first is Tag.AUX else first
