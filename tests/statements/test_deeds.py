"""Deeds: objects of what somebody did, whose whole clause is what is told."""

from __future__ import annotations

import pytest

from quoteattr import compare, read

DEEDS = [
    "The senate repealed the ban on night flights.",
    "The jury upheld the award to the widow.",
    "The bank confirmed its outlook.",
    "The Reform Bloc voted for the merger.",
    "The Reform Bloc voted against the merger.",
    "The club dismissed Lena Torv on Friday.",
    "The tribunal dismissed the appeal of the miners.",
]
CLAIMS = [
    ("The mayor announced the closure of the pool.", "the closure of the pool"),
    ("The club dismissed allegations of bribery.", "allegations of bribery"),
]
OPPOSED = [
    ("The tribunal upheld the award to the widow.", "The tribunal overturned the award to the widow."),
    ("The Reform Bloc voted for the merger.", "The Reform Bloc voted against the merger."),
    ("The bank confirmed its outlook for the year.", "The bank raised its outlook for the year."),
]


@pytest.mark.parametrize("text", DEEDS)
def test_the_clause_of_a_deed_is_told(text: str) -> None:
    """Where a quote only names the object of a deed, the whole clause is narration, and nothing is lost."""
    (told,) = read(text).accounts[0].statements
    assert told.passage.text == text.rstrip(".")
    assert told.quote is None


@pytest.mark.parametrize(("text", "content"), CLAIMS)
def test_what_a_cue_tells_by_a_noun_stays_a_quote(text: str, content: str) -> None:
    """Cues that report what their object names keep it as a quote."""
    (told,) = read(text).accounts[0].statements
    assert told.passage.text == content
    assert told.quote is not None


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_opposite_deeds_diverge(left: str, right: str) -> None:
    """Two who did the opposite to one thing are told apart."""
    assert len(compare(read(left, outlet="Courier"), read(right, outlet="Gazette")).divergences) == 1


def test_a_dismissed_man_is_not_denied() -> None:
    """To dismiss somebody denies nothing."""
    left = read("Premier Olga Brandt dismissed Lena Torv on Tuesday.", outlet="Courier")
    right = read("Lena Torv was fired by Premier Olga Brandt on Tuesday.", outlet="Gazette")
    assert not compare(left, right).divergences
