"""Auxiliaries: what will be, what has to be, and what can be."""

from __future__ import annotations

import pytest

from quoteattr import compare, read
from tests.comparison.told import kinds_between

APART = [
    ("We will rebuild the dam", "We must rebuild the dam"),
    ("The miners can return to the pit", "The miners must return to the pit"),
    ("We can rebuild the old dam", "We will rebuild the old dam"),
    ("The digging at Orrin will begin on Monday", "The digging at Orrin began on Monday"),
]
ALIKE = [
    ("The miners must return to the pit", "The miners have to return to the pit"),
    ("The miners must return to the pit", "The miners should return to the pit"),
    ("We will rebuild the old dam", "We shall rebuild the old dam"),
    ("The miners must not return to the pit", "The miners cannot return to the pit"),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_what_will_be_and_what_must_be_are_two_things(left: str, right: str) -> None:
    """Before one verb "will", "must" and "can" make a difference of modality, in either order."""
    assert "modality" in kinds_between(left, right)
    assert "modality" in kinds_between(right, left)


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_words_of_one_firmness_are_alike(left: str, right: str) -> None:
    """Other words for one class, steps that reporting blurs, and what is negated make none."""
    assert "modality" not in kinds_between(left, right)


def test_what_somebody_is_accused_of_is_not_told_as_done() -> None:
    """An accusation without a source is told with whom it is of, and hedges the deed."""
    left = read("Holm burned the barn.", outlet="Courier")
    right = read("Holm is accused of burning the barn.", outlet="Gazette")
    assert [d.kind.value for each in compare(left, right).divergences for d in each.differences] == ["modality"]
