"""What is stated in a document is the document's; what is said in a town is nobody's."""

from __future__ import annotations

import pytest

import quoteattr

STATED = [
    (
        "“Such claims are idle,” it is stated in the board's reaction.",
        ("Such claims are idle,", "the board's reaction"),
    ),
    ("It is stated in the board's reply that the road will be shut.", ("the road will be shut", "the board's reply")),
    (
        "As it is said in the statement of the embassy, the hall will be shut.",
        ("the hall will be shut", "the statement of the embassy"),
    ),
    ("The dam will hold, it is said in the report.", ("The dam will hold", "the report")),
]


@pytest.mark.parametrize("parser", ["rules", "learned"])
@pytest.mark.parametrize(("text", "told"), STATED)
def test_what_is_stated_in_a_document(text: str, told: tuple[str, str], parser: str) -> None:
    """The source is the document, before or behind its words."""
    quotes = quoteattr.read(text, parser=parser).quotes
    assert [(quote.content.text, quote.source.text) for quote in quotes] == [told]


def test_a_town_says_nothing() -> None:
    """Hearsay has no source."""
    assert quoteattr.read("It is said in Brask that the mayor is ill.", parser="rules").quotes == ()
