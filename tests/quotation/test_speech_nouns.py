"""Quotations that a noun of speech reports."""

from __future__ import annotations

import pytest

import quoteattr


def quotes(text: str) -> list[tuple[str, str, str]]:
    """Return content, cue and source of each quote that the rules find."""
    found = quoteattr.read(text, parser="rules").quotes
    return [(quote.content.text, quote.cue.text, quote.source.text) for quote in found]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("“We lost the mill,” was the answer of the board.", "answer", "the board"),
        ("“We lost the mill” was the blunt verdict of Ida Holm, the mayor.", "verdict", "Ida Holm"),
        ("“We lost the mill,” was her only comment.", "comment", "her"),
        ("“Stay away from the mill,” was Ms Dovik’s advice to the crew.", "advice", "Ms Dovik"),
        ("“Stay away from the mill,” came the reply from Lev Brandt.", "reply", "Lev Brandt"),
        ("“Stay away from the mill” is what the mayor told them.", "told", "the mayor"),
        ("The answer of the board was blunt: “We lost the mill.”", "answer", "the board"),
        ("Her reply was “not this year”.", "reply", "Her"),
        ("The mayor’s first reaction was “disbelief and anger”.", "reaction", "The mayor"),
        ("The drivers’ message: “We walk.”", "message", "The drivers"),
    ],
)
def test_a_noun_of_speech_names_the_source(text: str, cue: str, source: str) -> None:
    """Whose answer it is stands before the noun or behind it; the words in marks are what was said."""
    ((content, found, teller),) = quotes(text)
    assert (found, teller) == (cue, source)
    assert content in text.replace("”", "“").split("“")


def test_a_reply_is_not_the_words_of_who_spoke_before() -> None:
    """A second quotation with a noun of speech is another quote, and another's."""
    text = "“I own this mess,” wrote the manager. “Then let her own a broom,” was the answer of a colleague."
    for reading in (quoteattr.read(text), quoteattr.read(text, parser="rules")):
        assert [quote.source.text for quote in reading.quotes] == ["the manager", "a colleague"]


def test_a_reply_that_names_nobody_has_no_speaker() -> None:
    """Somebody else answered: the speaker before is not carried over, and none is made up."""
    for reading in (
        quoteattr.read(text := "Ida Holm spoke. “Never,” came the reply."),
        quoteattr.read(text, parser="rules"),
    ):
        (quote,) = reading.quotes
        assert quote.speaker is None
        assert not quote.source


@pytest.mark.parametrize(
    "text",
    [
        "My answer was “no”.",
        "“Salt” was the film of the year.",
        "The title of the play was “Answer”.",
        "The message of the film is “wait”.",
    ],
)
def test_what_no_party_says_is_no_quote(text: str) -> None:
    """A work, a title and the writer's own words are nobody's speech here."""
    assert quotes(text) == []
