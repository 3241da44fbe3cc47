"""What each mark can be where it stands."""

from __future__ import annotations

import pytest

from quoteattr.quotation.marks import MarkAt, find_marks
from tests.grammar.lined import LANGUAGE


def marks(text: str) -> list[MarkAt]:
    """Return the marks of a text."""
    return list(find_marks(text, LANGUAGE))


@pytest.mark.parametrize(
    "text", ["“a” b", '"a" b', "''a'' b", "»a« b", "„a“ b", "‘a’ b", "'a' b", "&quot;a&quot; b", "「a」 b", "``a'' b"]
)
def test_a_pair_opens_and_closes(text: str) -> None:
    """Of the marks around a word the first only opens and the second only closes, in every style."""
    assert [(mark.opens, mark.closes) for mark in marks(text)] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    "text", ["don't", "don’t", "the '90s", "rock 'n' roll", "'tis cold", "a 24' wide sheet", "6' 2\" tall", "O’Brien"]
)
def test_apostrophes_and_measures_are_no_marks(text: str) -> None:
    """Omitted letters and digits, feet and inches are found as no marks at all."""
    assert marks(text) == []


def test_a_plural_possessive_may_close() -> None:
    """An apostrophe behind an s cannot be told from a closing mark by its neighbours, and is not certain."""
    (mark,) = marks("the dogs' tails")
    assert (mark.opens, mark.closes, mark.certain) == (False, True, False)


def test_a_mark_behind_punctuation_is_certain() -> None:
    """A single mark behind a comma is no apostrophe."""
    assert [mark.certain for mark in marks("'We won,' he said")][-1]


def test_a_mark_behind_a_number_may_be_a_measure() -> None:
    """A straight mark behind a digit may stand for inches."""
    assert [mark.measure for mark in marks('a 27" screen')] == [True]


def test_a_mark_between_spaces_is_neither() -> None:
    """A straight mark with space on both sides neither opens nor closes by itself."""
    assert [(mark.opens, mark.closes) for mark in marks('a " b')] == [(False, False)]


def test_direction_against_the_place_is_told() -> None:
    """A left mark that closes faces the wrong way."""
    assert [mark.wrong_way for mark in marks("“a“ b")] == [False, True]
