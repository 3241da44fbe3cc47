"""Speech that is shown, heard or only seems to be said is the speaker's."""

from __future__ import annotations

import pytest

import quoteattr

TOLD = [
    ("A video shows mayor Ada Obi saying cyclists should pay.", ("cyclists should pay", "saying", "mayor Ada Obi")),
    ("CCTV footage shows the suspect telling a guard he was cold.", ("he was cold", "telling", "the suspect")),
    ("In the clip he can be heard shouting “get off my land”.", ("get off my land", "shouting", "he")),
    ("Protesters were heard chanting “no more mines”.", ("no more mines", "chanting", "Protesters")),
    ("“Cyclists should pay,” she appears to say.", ("Cyclists should pay,", "say", "she")),
    ("Holm seems to say that the plan is dead.", ("the plan is dead", "say", "Holm")),
]


@pytest.mark.parametrize("parser", ["rules", "learned"])
@pytest.mark.parametrize(("text", "told"), TOLD)
def test_who_is_perceived_to_speak(text: str, told: tuple[str, str, str], parser: str) -> None:
    """The cue is the verb of speech, and the source is whose mouth it is."""
    quotes = quoteattr.read(text, parser=parser).quotes
    assert [(quote.content.text, quote.cue.text, quote.source.text) for quote in quotes] == [told]


def test_a_recording_passes_on() -> None:
    """The recording is a link of the chain."""
    (quote,) = quoteattr.read("A video shows mayor Ada Obi saying cyclists should pay.").quotes
    assert [link.name for link in quote.chain] == ["a video", "Ada Obi"]


def test_a_film_that_shows_something_else_is_no_speech() -> None:
    """What a person does on a recording is what the recording shows."""
    quotes = quoteattr.read("The video shows a man running away.").quotes
    assert all(quote.cue.text == "shows" for quote in quotes)
