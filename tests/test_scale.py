"""Work is linear in the length of the text, however odd: four times the text takes some four times the work."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import quoteattr
from quoteattr.languages import load
from quoteattr.model.spans import Span
from quoteattr.quotation.marks import find_marks
from quoteattr.quotation.pairing import pair
from tests.work import work

GROWTH = 4
MOST = 6.0
"""A quadratic step takes 16 times the work for four times the length, a linear one 4, and one that is capped at the
length of a line takes more until it reaches the cap."""
SHORT = 2_000
"""Characters of the shorter text: long enough for a square to show, short enough for a quick test."""

TEXTS: dict[str, Callable[[int], str]] = {
    "straight marks": lambda n: '"' * n,
    "straight marks between spaces": lambda n: '" ' * (n // 2),
    "words without marks on one line": lambda n: "the river rose and fell again " * (n // 30),
    "one word": lambda n: "a" * n,
    "apostrophes": lambda n: "'" * n,
    "apostrophes before words": lambda n: "'a " * (n // 3),
    "opening curly marks": lambda n: "“" * n,
    "opening curly marks before words": lambda n: "“a " * (n // 3),
    "closing curly marks": lambda n: "”" * n,
    "nested marks of two families": lambda n: "“a ‘b " * (n // 8) + "’”" * (n // 8),
    "nested marks of one family": lambda n: "“a " * (n // 4) + "”" * (n // 4),
    "opening brackets": lambda n: "(" * n,
    "names with open brackets": lambda n: "Obi (a " * (n // 7),
    "commas": lambda n: "," * n,
    "words and commas": lambda n: "a, " * (n // 3),
    "capital words": lambda n: "Obi " * (n // 4),
    "names joined by and": lambda n: "Obi and " * (n // 8),
    "names and commas": lambda n: "Ida Obi, " * (n // 9),
    "line ends": lambda n: "\n" * n + "a",
    "spaces": lambda n: " " * n + "a",
    "dots": lambda n: "." * n,
    "dashes": lambda n: "- " * (n // 2),
    "colons": lambda n: "a: " * (n // 3),
    "digits": lambda n: "1" * n,
    "numbers with dots and commas": lambda n: "1.1," * (n // 4),
    "NUL characters": lambda n: "\0" * n,
    "lone surrogates": lambda n: "\ud800" * n,
    "turns of one label": lambda n: "A: x\n" * (n // 5),
    "turns of two labels": lambda n: "Q: x\nA: y\n" * (n // 10),
    "paragraphs that re-open a quotation": lambda n: '"We won.\n\n' * (n // 10),
    "paragraphs with quotes": lambda n: '"We won," Ida Obi said.\n\n' * (n // 25),
    "speakers": lambda n: "\n".join(f'"We won," Ida {_name(i)} said.' for i in range(n // 28)),
    "pronouns": lambda n: "She said it rained. He said it snowed. " * (n // 39),
    "dateline openings": lambda n: "A/A/A " * (n // 6),
    "entities": lambda n: "&quot;" * (n // 6),
    "slashes behind a capital": lambda n: "A" + "/" * n,
    "capitals and slashes": lambda n: "A/" * (n // 2),
    "addresses": lambda n: "a.b-c+" * (n // 6),
    "relative pronouns": lambda n: "who which that " * (n // 15),
}

DENSE: dict[str, Callable[[int], str]] = {
    "said": lambda n: "said " * (n // 5),
    "who said": lambda n: "who said " * (n // 9),
    "she said that": lambda n: "she said that " * (n // 14) + "it rained",
    "according to": lambda n: "according to " * (n // 13),
    "he said, adding that": lambda n: "he said it rained, adding that " * (n // 31),
    "quotes by one speaker": lambda n: '"We won," Ida Obi said. ' * (n // 24),
    "quotes in one sentence": lambda n: 'he said "it rained here all day" and ' * (n // 37),
    "sources cited": lambda n: "Nordwire, citing Ida Obi, said it rained, " * (n // 42),
}
"""Texts full of cues."""


def _name(number: int) -> str:
    return "A" + "".join(chr(ord("a") + int(digit)) for digit in str(number))


def growth(text_of: Callable[[int], str], short: int) -> float:
    """Return how many times as much work the longer text is."""
    return work_of(text_of(GROWTH * short)) / work_of(text_of(short))


def work_of(text: str) -> int:
    """Return the work of one reading."""
    return work(lambda: quoteattr.read(text, parser="rules"))


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Load the language once, outside of what is measured."""
    quoteattr.read("It rained.", parser="rules")


@pytest.mark.parametrize("text_of", TEXTS.values(), ids=TEXTS.keys())
def test_work_is_linear_in_length(text_of: Callable[[int], str]) -> None:
    """Four times as many marks, words or line ends take at most six times the work."""
    assert growth(text_of, SHORT) <= MOST


@pytest.mark.parametrize("text_of", DENSE.values(), ids=DENSE.keys())
def test_work_is_linear_in_cues(text_of: Callable[[int], str]) -> None:
    """Four times as many cues take at most six times the work."""
    assert growth(text_of, SHORT) <= MOST


def test_a_million_marks_are_paired() -> None:
    """A million marks are classified and paired, without any depth that runs out."""
    text = '"' * 1_000_000
    quotations, _ = pair(text, [Span(0, len(text))], find_marks(text, load("en")))
    assert all(0 <= quotation.start < quotation.end <= len(text) for quotation in quotations)


def test_marks_nested_a_hundred_thousand_deep_are_read() -> None:
    """Quotations inside quotations run out of no stack, however deep."""
    text = "“a ‘b " * 50_000 + "’”" * 50_000
    assert quoteattr.read(text, parser="rules").text == text
