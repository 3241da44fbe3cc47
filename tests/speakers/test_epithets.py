"""Whom an epithet names again: who was named just before, and nobody where two may be meant."""

from __future__ import annotations

import pytest

from quoteattr.languages import load
from quoteattr.model.documents import Document
from quoteattr.parsing.rules import RuleParser
from quoteattr.speakers.descriptions import describe
from quoteattr.speakers.discourse import open_discourse
from quoteattr.speakers.epithets import named_by_epithet


def named(text: str, epithet: str) -> str | None:
    """Return the name of the party that the words for an epithet mean in a text."""
    document: Document = RuleParser().parse(text, "en")
    discourse = open_discourse(document, (), load("en"))
    description = describe(epithet, load("en"))
    assert description is not None
    number = named_by_epithet(description, text.index(epithet), discourse)
    return None if number is None else " ".join(discourse.parties[number].names[0].words)


@pytest.mark.parametrize("epithet", ["The striker", "The 34-year-old", "The father-of-two", "The Tarn native"])
def test_the_subject_of_the_sentence_before(epithet: str) -> None:
    """A person is named again by a noun, an age, children, a home."""
    assert named(f"Sam Adey left the club with Oto Lind. {epithet} waved.", epithet) == "Sam Adey"


@pytest.mark.parametrize("epithet", ["The judge", "The former striker", "A striker", "The strikers"])
def test_somebody_else(epithet: str) -> None:
    """Offices, former ones, somebody new and several name nobody again."""
    assert named(f"Sam Adey left the club. {epithet} waved.", epithet) is None


def test_a_title_that_shows_another_gender() -> None:
    """A woman is no father of two."""
    assert named("Mrs Ann Adey left the club. The father-of-two waved.", "The father-of-two") is None


def test_the_company_where_there_is_one() -> None:
    """A company is named again where no other body has been named."""
    assert named("Larch Mining Plc runs the pit. The company is old.", "The company") == "Larch Mining Plc"
    two = "Larch Mining Plc sued Tern Holdings. The company is old."
    assert named(two, "The company") is None
    assert named("The Harbour Council met. The company is old.", "The company") is None


def test_the_company_that_the_text_is_about() -> None:
    """Of several companies the one that is named most is meant, unless another stands nearer."""
    text = (
        "Kettlemaker Tarvo closed a shop. That shop of Tarvo was Ilmen Foods’ once. Tarvo will pay. The company is old."
    )
    assert named(text, "The company") == "Tarvo"
    assert named(text.replace("will pay", "will pay Ilmen Foods"), "The company") is None


def test_a_maker_is_a_company() -> None:
    """A noun for what is made names the company again; one for a person does not."""
    text = "Tarvo Systems closed a shop. {} is old."
    assert named(text.format("The kettlemaker"), "The kettlemaker") == "Tarvo Systems"
    assert named(text.format("The filmmaker"), "The filmmaker") is None


def test_a_headline_names_the_company_without_article() -> None:
    """A bare noun of a headline is the company that the text below is about."""
    text = "Mill to Close, Firm Says\n\nTarvo Systems will close its mill. It is all that Tarvo has."
    assert named(text, "Firm") == "Tarvo Systems"
