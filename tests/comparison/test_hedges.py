"""Hedges, conditions and limits: words that look like one and are none."""

from __future__ import annotations

import pytest

from quoteattr import compare, read
from tests.comparison.told import kinds_between

ALIKE = [
    ("modality", "The concert on May 12 is sold out", "The concert is sold out"),
    ("modality", "The list appeared on the ministry's website", "The list was on the ministry's website"),
    ("modality", "The guard spoke of the raid on condition of anonymity", "The guard spoke of the raid"),
    ("modality", "The board will determine if the mine can open", "The board will determine whether the mine can open"),
    ("scope", "Only 12 people turned up for the fair", "Twelve people turned up for the fair"),
    ("scope", "The report was published only last week", "The report was published last week"),
    ("scope", "The spy was known only as Ed in Orrin", "The spy was known as Ed in Orrin"),
    ("negation", "Turnout was the highest since 1994", "Not since 1994 had turnout been so high"),
    ("negation", "Guards have not ruled out sabotage", "Guards think sabotage is possible"),
    ("negation", "The club has yet to name a coach", "The club has not named a coach"),
    ("naming", "The protest in Orrin was peaceful", "The demonstration in Orrin was peaceful"),
    ("naming", "People in Bombay stayed at home", "People in Mumbai stayed at home"),
]
DIFFER = [
    ("modality", "The concert may be sold out", "The concert is sold out"),
    ("modality", "The mayor may resign in May", "The mayor will resign in May"),
    ("modality", "The pilot appeared to be asleep", "The pilot was asleep"),
    ("modality", "The mine will open if the board agrees", "The mine will open"),
    ("scope", "Only children may enter the fort", "Children may enter the fort"),
    ("negation", "No appeal was lodged before noon", "The club lodged an appeal"),
    ("negation", "The strike has ended", "The strike continues"),
    ("naming", "A mob stood outside the fort", "Demonstrators stood outside the fort"),
    ("naming", "The freedom fighters held the radio station", "The militants held the radio station"),
]


@pytest.mark.parametrize(("kind", "left", "right"), ALIKE)
def test_what_only_looks_like_one_is_no_difference(kind: str, left: str, right: str) -> None:
    """Months, promises of anonymity, questions and small figures neither hedge nor limit."""
    assert kind not in kinds_between(left, right)
    assert kind not in kinds_between(right, left)


@pytest.mark.parametrize(("kind", "left", "right"), DIFFER)
def test_hedges_and_limits_differ(kind: str, left: str, right: str) -> None:
    """Beside a plain fact they are a difference still."""
    assert kind in kinds_between(left, right)
    assert kind in kinds_between(right, left)


def test_if_of_a_question_is_no_condition() -> None:
    """What a cue hangs on asks: "will decide", "if the mine can open"."""
    left = read("The board will decide if the mine can open.", outlet="Courier")
    right = read("The board will decide whether the mine can open.", outlet="Gazette")
    assert not compare(left, right).divergences


def test_an_allegation_is_no_firmer_than_an_accusation() -> None:
    """A cue that alleges hedges as "is accused of" does."""
    left = read("He is accused of stealing the barge.", outlet="Courier")
    right = read("Prosecutors allege that he stole the barge.", outlet="Gazette")
    assert not compare(left, right).divergences


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("said she could sell the old mill", "threatened to sell the old mill", "agree"),
        ("said she could sell the old mill", "said she will sell the old mill", "diverge"),
        ("said the mill would be sold if the bank agreed", "said the mill would be sold", "diverge"),
        ("said buyers had come if the road was dry", "said the mill had buyers from Tesk", "agree"),
    ],
)
def test_what_asserts_nothing_is_no_firmer_than_a_hedge(first: str, second: str, verdict: str) -> None:
    """An infinitive has no finite verb; a condition is left out only where most words are shared."""
    left, right = (read(f"Ada Obi {told}.", outlet=name) for name, told in (("A", first), ("B", second)))
    (told,) = (each for each in compare(left, right).statements if len(each.told_by) > 1)
    assert told.verdict == verdict
