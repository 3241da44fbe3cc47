"""The reporter's own "we" is the outlet that prints the article."""

from __future__ import annotations

import quoteattr

TEXT = "We asked the council to pay for the pier."


def test_we_of_a_paper() -> None:
    """ "We" asks in the outlet's name, which the text need not hold."""
    speaker = quoteattr.read(TEXT, outlet="Tarn Echo", parser="rules").quotes[0].speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind.value) == ("Tarn Echo", "organisation")


def test_we_of_nobody() -> None:
    """Without an outlet nobody is shown to ask."""
    assert quoteattr.read(TEXT, parser="rules").quotes[0].speaker is None


def test_we_of_a_charity_that_writes() -> None:
    """An outlet that the text names is one party with that name."""
    reading = quoteattr.read(f"Clear Shores mourns. {TEXT} Clear Shores said it would help.", outlet="Clear Shores")
    assert {speaker.name for speaker in reading.speakers} == {"Clear Shores"}
