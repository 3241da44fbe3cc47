"""Readings and comparisons as plain text."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given

from quoteattr.errors import InputError
from quoteattr.model.comparisons import Comparison
from quoteattr.model.readings import Account, Reading
from tests.samples import comparison, long_reading, short_reading
from tests.strategies import WHOLE, comparisons, readings

SIDES = {
    "left": comparison().statements[2].mentions[0].passage,
    "right": comparison().statements[2].mentions[1].passage,
}
"""The whole statements on both sides, as a difference of attribution has them."""


def check(text: str) -> None:
    """Assert that the view can be written as UTF-8 and holds no character that a terminal obeys."""
    text.encode("utf-8")
    assert not [character for character in text if character < " " and character != "\n"]


@WHOLE
@given(reading=readings())
def test_any_reading_can_be_printed(reading: Reading) -> None:
    """Lone surrogates and control characters neither crash the view nor reach the terminal."""
    check(str(reading))


@WHOLE
@given(compared=comparisons())
def test_any_comparison_can_be_printed(compared: Comparison) -> None:
    """Lone surrogates and control characters neither crash the view nor reach the terminal."""
    check(str(compared))


@pytest.mark.parametrize("width", [40, 60, 88, 120])
def test_lines_keep_to_the_width(width: int) -> None:
    """No line is longer than asked for."""
    for view in (long_reading().to_text(width=width), comparison().to_text(width=width)):
        assert max(map(len, view.splitlines())) <= width


def test_a_reading_says_who_said_what() -> None:
    """Each quote has number, kind, speaker and cue; carriers, flags and defects are told in words."""
    text = str(long_reading())
    for words in ("Northern Courier, 2024-05-06", "2.1   direct    Quillon Lines", "via Harbour Wire", "unclosed"):
        assert words in text
    for words in ("6     direct    no speaker shown", "denied by the speaker", "never closed"):
        assert words in text


def test_a_comparison_tells_differences_first() -> None:
    """First comes what diverges, with a sentence for each difference, then agreement, then what only one tells."""
    text = str(comparison())
    wanted = (
        "THEY DIVERGE (2)",
        "date: Northern Courier has “14 May”, Tarn Post has “15 May”.",
        "THEY AGREE (1)",
        "ONLY ONE TELLS (2)",
        "Northern Courier: not reported",
    )
    places = [text.index(words) for words in wanted]
    assert places == sorted(places)
    assert "credited to port authority (indirect quote), via Harbour Wire" in text


@pytest.mark.parametrize("width", [None, "x", 40.5, True], ids=repr)
def test_a_width_is_a_whole_number(width: object) -> None:
    """A width that is no whole number is refused by both views."""
    for view in (long_reading(), comparison()):
        with pytest.raises(InputError, match="width is a whole number of characters, not"):
            view.to_text(width=width)  # type: ignore[arg-type]


def test_another_credit_is_told_by_who_is_credited() -> None:
    """Where accounts credit different speakers, the line says whom each credits and does not repeat the statement."""
    left, right = (evolve(difference, **SIDES) for difference in comparison().statements[2].differences)
    shown = evolve(comparison(), statements=(evolve(comparison().statements[2], differences=(left, right)),))
    assert "attribution: Northern Courier credits port authority, Tarn Post credits Harbour" in str(shown)


def test_a_numbered_account_has_its_outlet_once() -> None:
    """An account whose name is its outlet with a number is listed without the outlet beside it."""
    one = short_reading()
    telling = evolve(one.tellings[0], teller="Tarn Post (2)")
    accounts = (long_reading().accounts[0], Account(reading=evolve(one, tellings=(telling,)), telling=telling))
    text = str(evolve(comparison(), accounts=accounts, statements=()))
    assert "2. Tarn Post (2), “Tarn Sound crews plan walk-out”" in text
