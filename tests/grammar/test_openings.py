"""What stands before the first sentence."""

from __future__ import annotations

import pytest

from quoteattr.grammar.openings import opening_end
from quoteattr.languages import load
from quoteattr.model.spans import Span

ENGLISH = load("en")


@pytest.mark.parametrize(
    "opening", ["VELM, May 3 (Nordwire) - ", "BRASK — ", "14:05 - ", "14:05 GMT | ", "• ", "Velm (AP) -- ", ""]
)
def test_an_opening_is_passed_over(opening: str) -> None:
    """Datelines, times and bullets end before the first sentence."""
    text = f"{opening}It rained in Velm."
    assert text[opening_end(text, Span(0, len(text)), ENGLISH) :] == "It rained in Velm."


@pytest.mark.parametrize("text", ["It rained - twice.", "Brandt left (again) on Monday.", "3 May was cold."])
def test_a_sentence_has_no_opening(text: str) -> None:
    """A dash or a bracket inside a sentence makes no dateline of what stands before."""
    assert opening_end(text, Span(0, len(text)), ENGLISH) == 0


def test_a_city_in_capitals_opens_a_story() -> None:
    """A colon behind a city in capitals ends a dateline, one behind somebody who can speak does not."""
    text = "BRASKPUR: The court met. Nobody spoke."
    assert text[opening_end(text, Span(0, len(text)), ENGLISH) :] == "The court met. Nobody spoke."
    for text in ("POLICE: The man was armed.", "BRASKPUR: Dam breaks", "Brask: The court met."):
        assert opening_end(text, Span(0, len(text)), ENGLISH) == 0
