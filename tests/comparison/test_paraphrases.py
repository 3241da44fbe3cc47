"""Paraphrases: one thing told with a negator here, and with a word that denies there."""

from __future__ import annotations

import pytest

from quoteattr import compare, read
from tests.comparison.told import kinds_between

ONE_THING = [
    ("Minors were excluded from the race at Orrin", "The race at Orrin did not include minors"),
    ("The builders missed the target for the dam", "The builders did not meet the target for the dam"),
    ("It is illegal to fish in the lake", "It is not allowed to fish in the lake"),
    ("The pool stays closed until Monday", "The pool will reopen on Monday"),
    ("The pool will not open before 2033", "The pool will open in 2033 at the earliest"),
    ("Not all miners survived", "Some miners died"),
    ("The tariff raises the water price by 3 crowns", "The water price will be raised by 3 crowns"),
]
CONTRARY = [
    ("The builders missed the target for the dam", "The builders did not miss the target for the dam"),
    ("The pool opened on Monday", "The pool did not open on Monday"),
    ("All miners survived", "Not all miners survived"),
    ("The fishing ban was kept", "The fishing ban was not kept"),
]


@pytest.mark.parametrize(("left", "right"), ONE_THING)
def test_a_negator_against_a_word_that_denies_is_one_thing(left: str, right: str) -> None:
    """What a negator and a negative word both say is no difference, in either order."""
    assert kinds_between(left, right) == set()
    assert kinds_between(right, left) == set()


@pytest.mark.parametrize(("left", "right"), CONTRARY)
def test_a_negator_alone_is_a_negation(left: str, right: str) -> None:
    """The same word with a negator and without one is contrary, also where the word denies."""
    assert "negation" in kinds_between(left, right)
    assert "negation" in kinds_between(right, left)


def test_who_refused_has_not() -> None:
    """A cue of refusal says that the deed was not done."""
    left = read("Mara Holm refused to read the verdict.", outlet="Courier")
    right = read("Mara Holm did not read the verdict.", outlet="Gazette")
    assert not compare(left, right).divergences
