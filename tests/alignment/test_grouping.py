"""Alignment: which statements are counterparts."""

from __future__ import annotations

import pytest

import quoteattr
from quoteattr.alignment import align
from quoteattr.options import CompareOptions
from tests.comparison.told import ENGLISH, account

COUNTERPARTS = [
    (
        "The sides had talks on the margins of the Orrin summit",
        "A meeting took place on the sidelines of the Orrin summit",
    ),
    ("Guards will prevent incidents on the border", "The pact is to stop clashes and incidents along the frontier"),
    ("The mayor dismissed the Orrin police chief", "Orrin's chief of police was sacked by the mayor"),
]
STRANGERS = [
    ("The mayor took a boat to the island", "The firm takes measures against theft"),
    ("Voters in Tarn chose a new mayor", "The Orrin dam broke after heavy rain"),
]


def tied(left: str, right: str) -> bool:
    """Tell whether two statements are aligned."""
    groups = align((account("Courier", left), account("Gazette", right)), ENGLISH, CompareOptions())
    return len(groups) == 1


@pytest.mark.parametrize(("left", "right"), COUNTERPARTS)
def test_paraphrases_are_tied(left: str, right: str) -> None:
    """Statements with other words for the same matter are counterparts."""
    assert tied(left, right)


@pytest.mark.parametrize(("left", "right"), STRANGERS)
def test_common_words_tie_nothing(left: str, right: str) -> None:
    """Statements that share only light words, or none, stand alone."""
    assert not tied(left, right)


def test_what_an_account_tells_again_joins_the_group() -> None:
    """A second statement of one account on the matter is in the group as told again, the more alike one first."""
    first = account("Courier", "The Orrin dam broke on Monday night", "The Orrin dam broke on Monday")
    second = account("Gazette", "The Orrin dam broke on Monday")
    (group,) = align((first, second), ENGLISH, CompareOptions())
    assert [str(each) for each in group.told] == ["The Orrin dam broke on Monday"] * 2
    assert [[str(each) for each in again] for again in group.again] == [["The Orrin dam broke on Monday night"], []]


def test_one_shared_word_tells_nothing_again() -> None:
    """A neighbour that shares a single word with the counterpart stays alone."""
    first = account("Courier", "The bridge will open in May", "The bridge would carry 900 lorries a day")
    second = account("Gazette", "The bridge would carry 600 lorries a day")
    groups = align((first, second), ENGLISH, CompareOptions())
    assert sorted(len(group.told) for group in groups) == [1, 2]


def test_a_higher_least_score_ties_less() -> None:
    """Raising `least_score` keeps only the surest counterparts: identical ones score 1."""
    pair = (
        account("Courier", COUNTERPARTS[0][0], "The dam broke"),
        account("Gazette", COUNTERPARTS[0][1], "The dam broke"),
    )
    groups = align(pair, ENGLISH, CompareOptions(least_score=1.0))
    assert [str(group.told[0]) for group in groups if len(group.told) > 1] == ["The dam broke"]


def test_three_accounts_make_one_group() -> None:
    """What three accounts tell alike is one group of three."""
    told = [account(name, "The Orrin dam broke on Monday") for name in "ABC"]
    (group,) = align(told, ENGLISH, CompareOptions())
    assert len(group.told) == 3


def test_a_refusal_is_no_counterpart_of_the_words_refused() -> None:
    """What one account says that nobody would say is not what another account says."""
    refused = quoteattr.read("The company declined to say whether outside crews would be hired.", outlet="Courier")
    told = quoteattr.read("No outside crews would be hired, the company said.", outlet="Herald")
    assert {statement.verdict.value for statement in quoteattr.compare(refused, told).statements} == {"only-in"}


def test_two_accounts_are_held_against_each_other_where_they_are_most_alike() -> None:
    """What an account tells again stands in the group, and the two statements that are most alike are its closest."""
    first = account("Courier", "Orrin: bridge opens in May at last", "The bridge at Orrin will open on 3 May")
    second = account("Gazette", "The bridge at Orrin will open on 9 May")
    group = max(align((first, second), ENGLISH, CompareOptions()), key=lambda each: len(each.told))
    ((left, right),) = group.closest
    assert len(group.told) + sum(map(len, group.again)) == 3
    assert (str(left), str(right)) == (str(first.statements[1]), str(second.statements[0]))
