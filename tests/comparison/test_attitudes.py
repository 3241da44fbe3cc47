"""Attitudes: who affirms, accepts or agrees to what, and who denies, refuses or only considers it."""

from __future__ import annotations

import pytest

from quoteattr.model.comparisons import DifferenceKind, Verdict
from quoteattr.model.readings import Account
from quoteattr.options import CompareOptions
from tests.comparison.told import account, compared, reported

OPPOSITE = [
    ("The harbour board", "confirmed that", "denied", "two divers had drowned"),
    ("The pilot", "admitted", "denied", "dozing off in the cockpit"),
    ("The bursar", "agreed", "refused", "to step down at Easter"),
    ("The minister", "promised", "declined", "to lower the bridge toll"),
    ("The bakers", "accepted", "turned down", "a rise of six per cent"),
    ("The senate", "approved", "vetoed", "the harbour budget"),
    ("The governor", "supports", "opposes", "a ban on night flights"),
    ("Detectives", "ruled out", "have not ruled out", "arson at the mill"),
    ("Detectives", "ruled out", "suspect", "arson at the mill"),
    ("The judge", "ordered", "forbade", "the felling of the oaks"),
]
LOOSER = [
    ("The two islands", "agreed on", "discussed", "a joint ferry"),
    ("The rebels", "agreed", "offered", "to free the sailors"),
    ("The ministry", "confirmed that", "doubted that", "the dam is safe"),
]
ALIKE = [
    ("The harbour board", "confirmed that", "said that", "two divers had drowned"),
    ("The bursar", "refused", "declined", "to step down at Easter"),
    ("The senate", "approved", "backed", "the harbour budget"),
    ("The minister", "promised", "vowed", "to lower the bridge toll"),
    ("The ministry", "warned that", "said that", "the dam could break"),
]


def kinds(left: Account, right: Account) -> set[DifferenceKind]:
    """Return the kinds of difference between two accounts of one statement."""
    return {d.kind for each in compared(left, right, options=CompareOptions(least_score=0.0)) for d in each.differences}


def both(source: str, one: str, other: str, content: str) -> tuple[Account, Account]:
    """Return two accounts that report one content with different cues."""
    return reported("Courier", source, one, content), reported("Gazette", source, other, content)


@pytest.mark.parametrize(("source", "one", "other", "content"), OPPOSITE)
def test_opposite_cues_are_a_negation(source: str, one: str, other: str, content: str) -> None:
    """The same words, agreed to here and refused there, are no agreement, in either order."""
    left, right = both(source, one, other, content)
    assert kinds(left, right) == kinds(right, left) == {DifferenceKind.NEGATION}
    (statement,) = compared(left, right)
    assert [(str(d.left), str(d.right)) for d in statement.differences] == [(one, other)]


@pytest.mark.parametrize(("source", "one", "other", "content"), LOOSER)
def test_a_looser_cue_is_a_modality(source: str, one: str, other: str, content: str) -> None:
    """What is agreed to in one account is only offered or discussed in the other."""
    left, right = both(source, one, other, content)
    assert kinds(left, right) == kinds(right, left) == {DifferenceKind.MODALITY}


@pytest.mark.parametrize(("source", "one", "other", "content"), ALIKE)
def test_cues_of_one_class_are_no_difference(source: str, one: str, other: str, content: str) -> None:
    """Another word for the same act changes nothing."""
    assert kinds(*both(source, one, other, content)) == set()


def test_a_refusal_of_what_the_other_cue_does_is_a_negation() -> None:
    """The other account's cue stands in what is refused: "apologised", "refused to apologise"."""
    left = reported("Courier", "The bishop", "apologised", "for the long delay")
    right = reported("Gazette", "The bishop", "refused", "to apologise for the long delay")
    assert kinds(left, right) == {DifferenceKind.NEGATION}


def test_a_plain_fact_is_firmer_than_what_is_considered() -> None:
    """The article says in its own voice what the other account says is only considered."""
    left = account("Courier", "The firm will build a cannery in Orrin")
    right = reported("Gazette", "The firm", "is considering", "building a cannery in Orrin")
    assert DifferenceKind.MODALITY in kinds(left, right)


def test_two_who_decide_differently_contradict_nobody() -> None:
    """One party's promise and another's refusal are two facts; the credit alone differs."""
    left = reported("Courier", "The bursar", "promised", "to come to the fair at Easter")
    right = reported("Gazette", "The rector", "refused", "to come to the Easter fair and to open it")
    assert DifferenceKind.NEGATION not in kinds(left, right)


def test_two_who_say_the_opposite_diverge() -> None:
    """What one confirms another denies: the accounts diverge, whoever they let speak."""
    left = reported("Courier", "The harbour board", "confirmed that", "two divers had drowned")
    right = reported("Gazette", "The rescuers", "denied", "two divers had drowned")
    assert [each.verdict for each in compared(left, right)] == [Verdict.DIVERGE]
    assert DifferenceKind.NEGATION in kinds(left, right)


def test_a_denial_of_it_and_a_statement_that_it_is_not_so_are_one() -> None:
    """The negation of the cue cancels against that of the content."""
    left = reported("Courier", "The firm", "denied", "it would close the mill")
    right = reported("Gazette", "The firm", "said", "it would not close the mill")
    assert kinds(left, right) == kinds(right, left) == set()
