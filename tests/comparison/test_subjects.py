"""Subjects: what differs between tellings of two things contradicts nobody."""

from __future__ import annotations

import pytest

from tests.comparison.told import account, compared, kinds_between

TWO = [
    ("The tunnel has reopened", "The harbour has not reopened"),
    ("The north stand was full", "The south stand was not full"),
    ("The first ferry left at noon with 90 guests", "The second ferry left at dusk with 40 guests"),
    ("Private clinics charge 900 crowns", "Public clinics charge 40 crowns"),
    ("Turnout in the north was 60 per cent", "Turnout in the south was 45 per cent"),
    ("The union welcomed the plan", "The airport criticised the plan"),
    ("The quarry was closed", "The bakery was not closed"),
    ("Voters in Orrin backed it", "Voters in Tarn opposed it"),
    ("The fair begins on 3 August", "The fair ends on 9 August"),
]
ONE = [
    ("negation", "The tunnel has reopened", "The tunnel has not reopened"),
    ("negation", "The ferry company will sell the pier", "The group will not sell the pier"),
    ("negation", "The facility will not reopen", "The quarry will reopen"),
    ("number", "A massive quake killed 90 people", "A sudden quake killed 12 people"),
    ("negation", "Guards found a rope in the cell", "No rope was found in the cell"),
    ("number", "The first shot came from the roof", "The second shot came from the roof"),
    ("number", "Nine barns were burned", "Four barns were burned"),
    ("actor", "The army shelled the market", "The rebels shelled the market"),
    ("actor", "Government troops blew up the pier at Orrin", "Rebels blew up the pier at Orrin"),
    ("date", "The fair begins on 3 August", "The fair begins on 10 August"),
]


@pytest.mark.parametrize(("left", "right"), TWO)
def test_what_differs_between_two_subjects_is_no_difference(left: str, right: str) -> None:
    """Other things, bodies or places, of which other things are said, do not contradict each other."""
    assert kinds_between(left, right) == set()
    assert kinds_between(right, left) == set()


@pytest.mark.parametrize(("left", "right"), TWO[:-1])
def test_tellings_of_two_subjects_do_not_surely_agree(left: str, right: str) -> None:
    """Where they are aligned all the same, they only seem to agree."""
    told = compared(account("Courier", left), account("Gazette", right))
    assert all(each.is_unsure for each in told if sum(m is not None for m in each.mentions) > 1)


@pytest.mark.parametrize(("kind", "left", "right"), ONE)
def test_of_one_subject_they_differ(kind: str, left: str, right: str) -> None:
    """One subject, one that goes by another name, or a subject that alone differs: a difference."""
    assert kind in kinds_between(left, right)
    assert kind in kinds_between(right, left)
