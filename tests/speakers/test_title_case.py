"""Headlines In Title Case: whom they name, and whom they do not."""

from __future__ import annotations

import pytest

import quoteattr

BODY = (
    "\n\nIt rained in Brask on Monday. “We shall rebuild,” Donald Roe said. "
    "Ms. Obi was not there. “No,” Ruth Obi wrote later."
)


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("Donald Roe Rebukes Ruth Obi Over Bridge", {"Donald Roe", "Ruth Obi"}),
        ("Council Aide Calls Roe ‘Careless’ Before Vote", {"Donald Roe", "Ruth Obi"}),
        ("Ruth Obi Donald Roe Debate Turns Sour in Brask", {"Donald Roe", "Ruth Obi"}),
    ],
)
def test_a_name_ends_where_the_text_below_knows_it_to_end(headline: str, names: set[str]) -> None:
    """Every word has a capital there; verbs and nouns are no part of a name."""
    speakers = {quote.speaker.name for quote in quoteattr.read(headline + BODY).quotes[-2:] if quote.speaker}
    assert speakers == names


def test_other_headlines_are_read_as_they_stand() -> None:
    """In a headline in sentence case the capitals show the name."""
    text = "Bridge will be rebuilt, says Ruth Obi of Brask\n\nIt rained. “No,” Ms Obi wrote."
    assert {quote.speaker.name for quote in quoteattr.read(text).quotes if quote.speaker} == {"Ruth Obi"}
