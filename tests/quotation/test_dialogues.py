"""Interviews without labels, their questions and answers behind dashes, and who speaks in them."""

from __future__ import annotations

import pytest

import quoteattr

TALK = (
    "We sat in the kitchen of Ida Brandt, who keeps bees.\n\n"
    "— How many hives?\n\n— Nine.\n\n— And last year?\n\nIt rained."
)


def said(text: str, outlet: str | None = None, parser: str | None = None) -> list[tuple[str, str | None]]:
    """Return the direct quotes with their speakers."""
    quotes = quoteattr.read(text, outlet=outlet, parser=parser).quotes
    return [(q.content.text, q.speaker.name if q.speaker else None) for q in quotes if q.kind == "direct"]


@pytest.mark.parametrize("parser", [None, "rules"])
def test_who_asks_is_the_outlet_and_who_answers_the_one_just_named(parser: str | None) -> None:
    """The reporter's story around the dialogue is no part of it."""
    assert said(TALK, "Courier", parser) == [
        ("How many hives?", "Courier"),
        ("Nine.", "Ida Brandt"),
        ("And last year?", "Courier"),
    ]


def test_without_an_outlet_nobody_is_made_up_for_who_asks() -> None:
    """Who asks stays open where the caller does not say who prints the text."""
    assert said(TALK)[0] == ("How many hives?", None)


@pytest.mark.parametrize(
    "text",
    [
        "In short:\n\n— Rents fall.\n— Fares rise.\n— Nothing else changes.",
        "— Are we there?\n\n— Nearly.",
        "— Are we there? asked the boy.\n\n— Nearly, said Holm.\n\n— Good.",
    ],
)
def test_lists_and_told_dialogues_are_no_interviews(text: str) -> None:
    """A list asks nothing, two lines are too few, and a story tells who speaks."""
    assert not any("source/question" in str(quote.evidence) for quote in quoteattr.read(text, outlet="Courier").quotes)


def test_the_answers_of_an_interview_with_initials_are_whose_the_introduction_names() -> None:
    """ "A:" is the one person named before the first question; with two it stays a label."""
    talk = "\n\nQ: When did you hear?\n\nA: On Monday.\n\nQ: And then?\n\nA: I slept."
    assert {name for _, name in said("Ida Brandt, the mayor, spoke to us." + talk)} == {"Q", "Ida Brandt"}
    assert {name for _, name in said("Ida Brandt and Ola Holm spoke to us." + talk)} == {"Q", "A"}
