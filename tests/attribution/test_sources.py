"""Sources that a teller cites."""

from __future__ import annotations

import pytest

import quoteattr
from quoteattr.model.quotes import Quote


def quote_of(text: str) -> Quote:
    """Return the only quote of a text."""
    (quote,) = quoteattr.find_quotes(text)
    return quote


@pytest.mark.parametrize(
    "text",
    [
        "Nordwire, citing the harbour police, reported that a ferry had sunk.",
        "Nordwire reported that a ferry had sunk, citing the harbour police.",
    ],
)
def test_the_cited_party_is_the_source(text: str) -> None:
    """Who is cited is the innermost source, whether before or behind the content, and citing is the cue."""
    quote = quote_of(text)
    assert (quote.source.text, quote.cue.text) == ("the harbour police", "citing")
    assert quote.evidence[-1].rule.startswith(("source/", "chain/"))


def test_citing_inside_the_content_changes_nothing() -> None:
    """Who is cited in somebody's own words is not the source of them."""
    quote = quote_of('"He left, citing his doctor, on Monday," said Ida Brandt.')
    assert quote.source.text == "Ida Brandt"


def test_without_citing_the_subject_stays_the_source() -> None:
    """A quote whose sentence cites nobody keeps its subject."""
    assert quote_of("Nordwire reported that a ferry had sunk.").source.text == "Nordwire"


def test_no_source_is_made_up() -> None:
    """A quotation that nobody is shown to have said has no source."""
    quote = quote_of('It rained.\n\n"Nobody asked us what we want."')
    assert not quote.source
    assert not quote.cue


@pytest.mark.parametrize(
    "text",
    [
        "The film shows footage of Hilda Kant asking, “Why are we here?”",
        "The daily aired a grainy video of Hilda Kant saying, “We stay.”",
    ],
)
@pytest.mark.parametrize("parser", ["rules", "learned"])
def test_who_is_heard_on_a_recording_is_the_source(text: str, parser: str) -> None:
    """Neither the recording nor who shows it says the words."""
    (quote,) = quoteattr.read(text, parser=parser).quotes
    assert (quote.source.text, quote.speaker and quote.speaker.name) == ("Hilda Kant", "Hilda Kant")


def test_a_recording_itself_can_show_something() -> None:
    """Behind a finite verb the recording is the source."""
    assert quote_of("Footage of the fire showed that the doors were locked.").source.text == "Footage of the fire"


def test_a_participle_behind_an_object_names_nobody_for_certain() -> None:
    """Who left and what was left stand before it: the rules do not guess."""
    (quote,) = quoteattr.read("The mayor left Brask saying, “Never again.”", parser="rules").quotes
    assert not quote.source


@pytest.mark.parametrize("parser", ["rules", "learned"])
def test_whose_words_stand_between_that_and_the_content(parser: str) -> None:
    """An aside on whose words they are is no content: it names the innermost source."""
    text = "The Daily Brand reported that, in the words of an insider, doors were slammed."
    (quote,) = quoteattr.read(text, parser=parser).quotes
    assert (quote.content.text, quote.source.text) == ("doors were slammed", "an insider")
    assert [link.name for link in quote.chain] == ["Daily Brand", "an insider"]


@pytest.mark.parametrize("parser", ["rules", "learned"])
@pytest.mark.parametrize(
    ("text", "content", "chain"),
    [
        (
            "According to Pia Lemmens, Norva dismissed its sales chief without notice.",
            "Norva dismissed its sales chief without notice",
            ["Pia Lemmens"],
        ),
        (
            "According to Nordwire, the mayor promised that the dam would hold.",
            "the dam would hold",
            ["Nordwire", "the mayor"],
        ),
    ],
)
def test_what_a_phrase_credits(parser: str, text: str, content: str, chain: list[str]) -> None:
    """A phrase credits what somebody did; what somebody said it only passes on."""
    (quote,) = quoteattr.read(text, parser=parser).quotes
    assert (quote.content.text, [link.name for link in quote.chain]) == (content, chain)
    assert quote.confidence > 0.5
