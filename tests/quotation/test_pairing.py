"""From marks to a tree of quotations."""

from __future__ import annotations

import pytest

from quoteattr.model.findings import Issue
from quoteattr.model.quotations import Quotation
from quoteattr.parsing.rules import find_paragraphs
from quoteattr.quotation.marks import find_marks
from quoteattr.quotation.pairing import pair, single_is_outer
from tests.grammar.lined import LANGUAGE


def paired(text: str) -> tuple[tuple[Quotation, ...], tuple[Issue, ...]]:
    """Return the quotations of a text and its issues."""
    return pair(text, find_paragraphs(text), find_marks(text, LANGUAGE))


def contents(text: str) -> list[list[str]]:
    """Return the words of each outermost quotation, piece by piece."""
    return [[span.of(text) for span in quotation.spans] for quotation in paired(text)[0]]


def test_quotations_stand_in_order() -> None:
    """Each pair of marks is a quotation, in the order of the text."""
    assert contents('"A one" and "B two".') == [["A one"], ["B two"]]


def test_inner_quotations_lie_in_outer_ones() -> None:
    """A quotation in other marks is the inner one of that around it."""
    ((outer,), issues) = paired("\"He said 'go on' twice\"")
    assert [inner.spans[0].of("\"He said 'go on' twice\"") for inner in outer.inner] == ["go on"]
    assert issues == ()


def test_a_paragraph_goes_on_where_it_is_re_opened() -> None:
    """A quotation that the next paragraph opens again is one with two pieces."""
    assert contents('"One.\n\n"Two."') == [["One.", "Two."]]


def test_a_paragraph_without_a_mark_ends_the_quotation() -> None:
    """A quotation that the next paragraph does not open again ends with its own, and that is an issue."""
    text = '"One.\n\nTwo.\n\n"Three."'
    assert contents(text) == [["One."], ["Three."]]
    assert [issue.kind.value for issue in paired(text)[1]] == ["unclosed-mark"]


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ('"A one" b.', []),
        ('He said "no and left. "Yes," she said.', ["unclosed-mark"]),
        ("He left.” She stayed.", ["stray-mark"]),
        ("“A one“ b.", ["wrong-way-mark"]),
        ("»A one« b.", []),
        ("„A one“ b.", []),
        ('A 27" screen.', []),
    ],
)
def test_defects_are_told(text: str, issues: list[str]) -> None:
    """Missing, stray and turned marks are issues; other conventions and inches are none."""
    assert [issue.kind.value for issue in paired(text)[1]] == issues


def test_an_unclosed_single_mark_is_an_apostrophe() -> None:
    """A single mark without a partner opens nothing that reaches on."""
    assert contents("The 'walk went on. It rained.") == []


def test_spans_leave_marks_and_outer_takes_them() -> None:
    """The spans of a quotation leave its marks out, its extent takes them in."""
    text = 'So "yes" it is.'
    ((quotation,), _) = paired(text)
    assert (quotation.spans[0].of(text), quotation.outer.of(text), quotation.closed) == ("yes", '"yes"', True)


@pytest.mark.parametrize(("text", "single"), [("'Yes,' he said. 'No.'", True), ('"Yes," he said.', False), ("", False)])
def test_the_outer_style_is_voted(text: str, single: bool) -> None:
    """A text with more single openings than double ones has single outer marks."""
    assert single_is_outer(find_marks(text, LANGUAGE)) is single
