"""Makes lines of sentences for tests, quotations folded as the finder folds them."""

from __future__ import annotations

from quoteattr.grammar.lines import Grid, Line, lines_of
from quoteattr.languages import load
from quoteattr.model.spans import Span
from quoteattr.parsing.rules import RuleParser
from quoteattr.quotation.marks import find_marks
from quoteattr.quotation.pairing import pair

LANGUAGE = load("en")


def lines_in(text: str) -> list[Line]:
    """Return the lines of a text of one paragraph."""
    document = RuleParser().parse(text, "en")
    quotations, _ = pair(text, document.paragraphs, find_marks(text, LANGUAGE))
    return list(lines_of(Grid.of(document), Span(0, len(text)), quotations))


def line_of(text: str) -> Line:
    """Return the only line of a text."""
    (line,) = lines_in(text)
    return line


def place_of(line: Line, word: str) -> int:
    """Return the item that is a word."""
    return [item.lower for item in line.items].index(word)


def words(text: str, line: Line, first: int, last: int) -> str:
    """Return the words of some items."""
    return line.span(first, last).of(text)
