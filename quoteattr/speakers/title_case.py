"""Headlines In Title Case: only what the text below names is a name there, as every word has a capital."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quoteattr.grammar.letters import fold
from quoteattr.model.documents import Document

LONGEST_HEADLINE = 160
"""Characters of a headline; a first paragraph that is longer is a lead."""
LEAST_WORDS = 4
"""Words of more than three letters from which on capitals show a style; shorter headlines may be names alone."""
LEAST_CAPITALS = 0.75
"""Share of those words that have a capital."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_PIECE = re.compile(r"[^\s,]+")
_EDGES = "'’\"“”‘‹›«»„.:;!?()"

Runs = Sequence[tuple[int, int]]


def title_case_end(document: Document) -> int:
    """Return where the headline ends, if it is in title case and a text follows; else 0.

    >>> from quoteattr.parsing.rules import RuleParser
    >>> title_case_end(RuleParser().parse("Mayor Obi Rebukes Council Over Bridge\\n\\nIt rained in Brask.", "en"))
    37
    """
    if len(document.paragraphs) < 2 or len(document.paragraphs[0]) > LONGEST_HEADLINE:
        return 0
    words = _LONG_WORD.findall(document.paragraphs[0].of(document.text))
    capitals = sum(word[0].isupper() and not word.isupper() for word in words)
    styled = len(words) >= LEAST_WORDS and capitals >= LEAST_CAPITALS * len(words)
    return document.paragraphs[0].end if styled else 0


def named_below(text: str, runs: Runs, end: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words; of those before `end` the parts that a run behind it has, too.

    "Donald Roe Rebukes Ruth Obi" gives "Donald Roe" and "Ruth Obi" where the text below has both, in whatever form.
    """
    below = [frozenset(_words(text, start, stop)) for start, stop in runs if start >= end]
    for run in runs:
        yield from (run,) if run[0] >= end else _parts(text, run, below)


def _parts(text: str, run: tuple[int, int], below: Iterable[frozenset[str]]) -> Iterator[tuple[int, int]]:
    pieces = [(match.start(), match.end()) for match in _PIECE.finditer(text, *run)]
    lows = [_folded(text[start:end]) for start, end in pieces]
    at = 0
    while at < len(pieces):
        stop = next((s for s in range(len(pieces), at, -1) if any(words >= set(lows[at:s]) for words in below)), at)
        if stop > at:
            yield pieces[at][0], pieces[stop - 1][1]
        at = max(stop, at + 1)


def _words(text: str, start: int, end: int) -> Iterator[str]:
    return (_folded(match[0]) for match in _PIECE.finditer(text, start, end))


def _folded(word: str) -> str:
    return fold(word.strip(_EDGES)).removesuffix("'s")
