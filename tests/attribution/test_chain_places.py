"""A carrier is a noun phrase that can speak, and its cue a verb."""

from __future__ import annotations

import pytest

import quoteattr

ALONE = [
    "Reacting to the rector's remarks, council leader Ada Obi said the hall would stay shut.",
    "Responding to the union's claims, the firm said pay had risen.",
    "The firm posted revenue of 3 million crowns, beating forecasts.",
    "The bank posted a profit of 3 million crowns, missing estimates.",
    "After the rector's angry remarks, Ada Obi said the hall would open.",
    "Commenting on the firm's reports, Ada Obi said the hall would open.",
]


@pytest.mark.parametrize("parser", ["rules", "learned"])
@pytest.mark.parametrize("text", ALONE)
def test_no_participle_and_no_noun_passes_words_on(text: str, parser: str) -> None:
    """What was reacted to and what was beaten told nobody anything."""
    assert [quote.carriers for quote in quoteattr.read(text, parser=parser).quotes if quote.carriers] == []


def test_what_a_company_beats_is_not_who_reports() -> None:
    """A pronoun behind such a sentence means the company, or nobody who is known."""
    text = "The retailer posted revenue of 3 million crowns, beating forecasts. It reported that sales had doubled."
    speakers = [quote.speaker.name for quote in quoteattr.read(text).quotes if quote.speaker is not None]
    assert set(speakers) <= {"the retailer"}
