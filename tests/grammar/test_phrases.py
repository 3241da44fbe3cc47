"""Noun phrases beside a verb."""

from __future__ import annotations

import pytest

from quoteattr.grammar.phrases import phrase_after, phrase_before
from tests.grammar.lined import line_of, place_of, words


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("On Monday the mayor of Brask said no.", "the mayor of Brask"),
        ("The head of the board of Velm said no.", "The head of the board of Velm"),
        ("She said no.", "She"),
        ("One of them said no.", "One of them"),
        ("The mayor (Greens) said no.", "The mayor (Greens)"),
        ("Anna and Ben said no.", "Anna and Ben"),
        ("People who know the plan said no.", "People who know the plan"),
    ],
)
def test_the_phrase_before_a_verb(text: str, phrase: str) -> None:
    """The noun phrase before a verb takes its links, brackets and relative clauses along, and no adverbial."""
    line = line_of(text)
    verb = place_of(line, "said")
    start = phrase_before(line, verb)
    assert start is not None
    assert words(text, line, start, verb) == phrase


@pytest.mark.parametrize("text", ["He rose, said no.", "She often said no.", "Then said no."])
def test_no_phrase_before_a_verb(text: str) -> None:
    """A comma or an adverb before a verb ends no noun phrase."""
    line = line_of(text)
    assert phrase_before(line, place_of(line, "said")) is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the mayor of Brask left", "the mayor of Brask"),
        ("Ida Brandt left", "Ida Brandt"),
        ("she left", "she"),
        ("Ida Brandt, the mayor, left", "Ida Brandt"),
    ],
)
def test_the_phrase_that_begins_a_line(text: str, phrase: str) -> None:
    """The noun phrase at a place ends before commas and verbs."""
    line = line_of(text)
    stop = phrase_after(line, 0, line.end)
    assert stop is not None
    assert words(text, line, 0, stop) == phrase


def test_no_phrase_begins_with_a_verb() -> None:
    """A verb begins no noun phrase."""
    assert phrase_after(line_of("said the mayor"), 0, 3) is None
