"""Readings and comparisons as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given

from quoteattr.model.comparisons import Comparison
from quoteattr.model.readings import Reading
from tests.samples import comparison, long_reading
from tests.strategies import WHOLE, comparisons, readings


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
