"""Noun phrases are taken apart."""

from __future__ import annotations

import pytest

from quoteattr.speakers.descriptions import describe
from tests.speakers.resolved import LANGUAGE


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("the Secretary General of the League", "secretary-general"),
        ("the League's secretary-general", "secretary-general"),
        ("the chief executive officer", "chief executive officer"),
        ("two shepherds from the valley", "shepherd"),
        ("a report seen by the Courier", "report"),
        ("the baker’s wife", "wife"),
    ],
)
def test_heads(text: str, head: str) -> None:
    """The head is the noun that the phrase is about, in the singular."""
    description = describe(text, LANGUAGE)
    assert description is not None
    assert description.head == head


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("a layoff notice filed with the county", "layoff notice"),
        ("an aide who asked not to be named", "aide"),
        ("a senior diplomat, speaking on condition of anonymity", "senior diplomat"),
    ],
)
def test_adjuncts_are_left_out(text: str, phrase: str) -> None:
    """Relative clauses and participles say nothing of who someone is."""
    description = describe(text, LANGUAGE)
    assert description is not None
    assert description.phrase == phrase


def test_no_words() -> None:
    """Punctuation describes nobody."""
    assert describe(" ,. ", LANGUAGE) is None


def test_a_determiner_before_a_comma_stands_alone() -> None:
    """ "Another, who cannot be named" is another, and what stands behind the comma names nobody."""
    found = describe("Another, who cannot be named", LANGUAGE)
    assert found is not None
    assert (found.head, found.modifiers) == ("another", frozenset())
