"""`Line`: a sentence as the reporter's grammar sees it, each quotation folded into one item."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence, Set
from functools import cache, partial
from itertools import compress, count, repeat
from operator import eq
from typing import NamedTuple

from quoteattr.grammar.closed_classes import closed_classes
from quoteattr.grammar.words import Words, words_of
from quoteattr.languages import fold, load
from quoteattr.model.documents import ADJ, AUX, DET, FINITE, NOUN, PART, PRON, PROPN, PUNCT, Document, Tag, X
from quoteattr.model.quotations import Quotation
from quoteattr.model.spans import Span

FINAL = frozenset((".", "!", "?", "…", "..."))
"""Punctuation that ends a sentence."""
DASHES = frozenset(("-", "–", "—", "--", "―"))
PAUSES = DASHES | {","}
"""What parts a tag from what it reports."""

LONGEST_LINE = 400
"""Items of a line; a longer "sentence" is a list or a table, and rules that look along it must stay linear."""
_NAMING = frozenset((NOUN, PROPN, ADJ))
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


_make_item = partial(tuple.__new__, Item)
"""Makes an item of its values without a call in Python."""


class Line(NamedTuple):
    """The items of one sentence, the paragraph it stands in (among the regions read), and its language's words.

    `end` is the number of items before the final punctuation, `lowers` the folded words of all items.
    """

    items: tuple[Item, ...]
    region: Span
    words: Words
    end: int
    lowers: tuple[str, ...]

    @classmethod
    def of(cls, items: Sequence[Item], region: Span, words: Words) -> Line:
        """Make a line of its items."""
        lowers = tuple([item.lower for item in items])
        end = len(lowers)
        while end and lowers[end - 1] in FINAL:
            end -= 1
        return cls(tuple(items), region, words, end, lowers)

    def span(self, first: int, last: int) -> Span:
        """Return the span of items `first` to `last`, `last` excluded."""
        return Span(self.items[first].start, self.items[last - 1].end)

    def lower(self, index: int) -> str:
        """Return the folded word at `index`, empty outside the line."""
        lowers = self.lowers
        return lowers[index] if 0 <= index < len(lowers) else ""

    def tag(self, index: int) -> Tag | None:
        """Return the tag at `index`, `None` outside the line."""
        items = self.items
        return items[index].tag if 0 <= index < len(items) else None

    def quotation(self, index: int) -> Quotation | None:
        """Return the quotation at `index`, if there is one."""
        items = self.items
        return items[index].quotation if 0 <= index < len(items) else None

    def quotations(self, first: int, last: int) -> tuple[Quotation, ...]:
        """Return the quotations among items `first` to `last`, `last` excluded."""
        first, last = max(0, first), max(0, last)
        if QUOTED not in self.lowers[first:last]:
            return ()
        return tuple([item.quotation for item in self.items[first:last] if item.quotation is not None])

    def placed_quotations(self) -> list[tuple[int, Quotation]]:
        """Return all quotations, each with the place of its item."""
        if QUOTED not in self.lowers:
            return []  # most lines
        return [(at, item.quotation) for at, item in enumerate(self.items) if item.quotation is not None]

    def is_dash(self, index: int) -> bool:
        """Tell whether a dash at `index` parts clauses: one with space before it, not the one in "4-3"."""
        lowers = self.lowers
        if not (0 <= index < len(lowers) and lowers[index] in DASHES):
            return False
        return index == 0 or self.items[index].start > self.items[index - 1].end

    def places_of(self, words: Collection[str]) -> list[int]:
        """Return where one of some words stands, before the final punctuation."""
        return self.places_among(words, 0, self.end)

    def places_among(self, words: Collection[str], first: int, last: int) -> list[int]:
        """Return where one of some words stands among items `first` to `last`, `last` excluded."""
        return list(compress(count(first), map(words.__contains__, self.lowers[first:last])))


class Grid(NamedTuple):
    """A document made ready for lines: its folded words, tags and starts by token, and its items outside quotations."""

    document: Document
    lowers: tuple[str, ...]
    tags: tuple[Tag, ...]
    starts: tuple[int, ...]
    items: tuple[Item, ...]
    item_starts: tuple[int, ...]
    breaks: tuple[int, ...]  # the items behind which a line ends
    ends: frozenset[int]  # the offsets where sentences end

    @classmethod
    def of(cls, document: Document) -> Grid:
        """Fold the words of a document once."""
        lowers = tuple(map(fold, document.words))
        tags = _phrase_tags(document, lowers)
        starts = tuple([token.start for token in document.tokens])
        items = tuple(_words(document, lowers, tags, starts))
        whole = len(items) == len(starts)  # no word was split: each token is an item
        item_starts = starts if whole else tuple([item.start for item in items])
        ends = frozenset([sentence.end for sentence in document.sentences])
        breaks = tuple(_breaks(document.text, item_starts, [item.end for item in items], ends))
        return cls(document, lowers, tags, starts, items, item_starts, breaks, ends)


def _phrase_tags(document: Document, lowers: Sequence[str]) -> tuple[Tag, ...]:
    """Return the tags by which phrases are read: where a parser's are others, function words have those of our lists.

    "Its" begins a phrase as "the" does, and "not" stands beside a verb as an adverb does, whatever a parser calls them.
    """
    tags = document.tags or (X,) * len(document.tokens)
    dependencies = document.dependencies
    if dependencies is None or len(dependencies) != len(tags):
        return tags
    closed = closed_classes(load(document.language))
    return tuple(
        tag if tag is PROPN else _phrase_tag(tag, closed.get(lower, tag), dependency.relation)
        for tag, lower, dependency in zip(tags, lowers, dependencies, strict=True)
    )


def _phrase_tag(tag: Tag, listed: Tag, relation: str) -> Tag:
    """Return the tag of a word that the lists may have another one for; a pronoun's own tells whether it owns."""
    owns = relation in _DETERMINING
    return tag if tag is PRON and listed is DET and not owns else listed


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
    words = words_of(grid.document.language)
    if not quotations:
        yield from _plain_lines(grid, region, words)
        return
    line: list[Item] = []
    for run in _runs(grid, region, quotations):
        if line and _begins_line(grid, line[-1], run[0]):
            yield Line.of(line, region, words)
            line = []
        line += run
        while len(line) >= LONGEST_LINE:
            yield Line.of(line[:LONGEST_LINE], region, words)
            del line[:LONGEST_LINE]
        if line and _ends_line(grid, line[-1]):
            yield Line.of(line, region, words)
            line = []
    if line:
        yield Line.of(line, region, words)


def _plain_lines(grid: Grid, region: Span, words: Words) -> Iterator[Line]:
    """Yield the lines of a region without quotations: each run of items is one, or several where it is too long."""
    starts = grid.item_starts
    for run in _sentences(grid, bisect_left(starts, region.start), bisect_left(starts, region.end)):
        for first in range(0, len(run), LONGEST_LINE):
            yield Line.of(run[first : first + LONGEST_LINE], region, words)


def _runs(grid: Grid, region: Span, quotations: Sequence[Quotation]) -> Iterator[Sequence[Item]]:
    """Yield the items of a region outside quotations, a sentence at once, and each quotation as one item."""
    at, last = bisect_left(grid.item_starts, region.start), bisect_left(grid.item_starts, region.end)
    for quotation in quotations:
        until = bisect_left(grid.item_starts, max(quotation.start, region.start), at, last)
        yield from _sentences(grid, at, until)
        capital = grid.document.text[quotation.spans[0].start].isupper()
        yield (Item(quotation.start, quotation.end, QUOTED, X, capital, quotation),)
        at = bisect_left(grid.item_starts, min(quotation.end, region.end), until, last)
    yield from _sentences(grid, at, last)


def _sentences(grid: Grid, first: int, last: int) -> Iterator[Sequence[Item]]:
    """Yield items `first` up to `last`, cut where lines end."""
    number = bisect_left(grid.breaks, first)
    while first < last:
        until = min(last, grid.breaks[number] + 1) if number < len(grid.breaks) else last
        yield grid.items[first:until]
        first, number = until, number + 1


def _ends_line(grid: Grid, item: Item) -> bool:
    return item.end in grid.ends or (item.quotation is not None and not item.quotation.closed)


def _begins_line(grid: Grid, before: Item, item: Item) -> bool:
    """Tell where a parser's sentence goes on and a line does not: "He left. | “I am tired,” he said."

    A parser that takes a mark and a full stop for one token leaves the stop between two items.
    """
    between = grid.document.text[before.end : item.start]
    stops = between not in _NO_STOP and between.strip() in FINAL
    return stops or (before.lower in FINAL and item.quotation is not None and item.capital)


def _breaks(text: str, starts: Sequence[int], ends: Sequence[int], final: Collection[int]) -> list[int]:
    """Return the items that end a sentence, or have between them and the next a full stop that is no token."""
    following = (*starts[1:], *ends[-1:])
    return [
        at
        for at, (end, start) in enumerate(zip(ends, following, strict=True))
        if end in final or (start > end and (start > end + 1 or text[end] != " ") and text[end:start].strip() in FINAL)
    ]


def _words(document: Document, lowers: Sequence[str], tags: Sequence[Tag], starts: Sequence[int]) -> Iterator[Item]:
    """Yield the tokens as items; those into which a parser has split a word are one: "mayor|'s", "passer|-|by"."""
    text, tokens, times = document.text, document.tokens, _times(document.language)
    negations = words_of(document.language).verb_negation_endings  # endings that a parser splits off
    at = 0
    ends = [token.end for token in tokens]
    for index in _splits(starts, ends, lowers, tags, negations):
        after = _word_end(tokens, lowers, tags, negations, index) if index >= at else at
        if after > index + 1 and index >= at:
            yield from _items(text, starts[at:index], ends[at:index], lowers[at:index], tags[at:index], times)
            lower, tag = "".join(lowers[index:after]), _joint_tag(tags[index:after])
            yield from _items(text, (starts[index],), (ends[after - 1],), (lower,), (tag,), times)
            at = after
    yield from _items(text, starts[at:], ends[at:], lowers[at:], tags[at:], times)


def _items(
    text: str,
    starts: Sequence[int],
    ends: Sequence[int],
    lowers: Sequence[str],
    tags: Sequence[Tag],
    times: Set[str],
) -> Iterator[Item]:
    """Make items of words, as many at once as there are: nothing is made as often."""
    capitals = map(str.isupper, map(text.__getitem__, starts))
    when = map(times.__contains__, lowers)
    return map(_make_item, zip(starts, ends, lowers, tags, capitals, repeat(None), when))


def _splits(
    starts: Sequence[int],
    ends: Sequence[int],
    lowers: Sequence[str],
    tags: Sequence[Tag],
    negations: tuple[str, ...],
) -> Iterator[int]:
    """Yield the tokens behind which a word may go on in the next one."""
    for index in compress(count(), map(eq, ends, starts[1:])):  # no space between: few are looked at in Python
        lower, tag = lowers[index + 1], tags[index + 1]
        clitic = tag is PART or lower == "-" or (lower[:1] == "'" and len(lower) > 1) or lower.endswith(negations)
        if clitic and lowers[index][-1:].isalnum():
            yield index


def _word_end(
    tokens: Sequence[Span], lowers: Sequence[str], tags: Sequence[Tag], negations: tuple[str, ...], index: int
) -> int:
    """Return the token behind a word that a parser has split."""
    after, last = index + 1, len(tokens)

    def is_attached(place: int) -> bool:
        return place < last and tokens[place - 1].end == tokens[place].start

    while is_attached(after):
        lower = lowers[after]
        if lower.endswith(negations) or (lower[:1] == "'" and len(lower) > 1) or tags[after] is PART:
            after += 1
        elif lower == "-" and is_attached(after + 1) and lowers[after + 1][:1].isalnum():
            after += 2
        else:
            break
    return after


def _joint_tag(tags: Sequence[Tag]) -> Tag:
    """Return the tag of a whole word: "mayor's" is the noun that it was, "he's" and "didn't" are auxiliaries."""
    first, last = tags[0], tags[-1]
    if PUNCT in tags:
        return next((tag for tag in reversed(tags) if tag in _NAMING), first)
    return AUX if last in FINITE or first is AUX else first
