"""Fates: counts of people, by what befell them."""

from __future__ import annotations

import pytest

from tests.comparison.told import kinds_between

DIFFER = [
    ("Eleven dead as Orrin pier falls", "Nine people died at Orrin"),
    ("The storm killed 12 people", "The storm killed 15 people"),
    ("Guards arrested 14 marchers", "Guards arrested 30 marchers"),
    ("The heat killed more than 11,000", "There were 4,180 deaths from the heat"),
]
ALIKE = [
    ("Fourteen people died", "Thirty people were hurt"),
    ("Guards arrested 14 marchers", "Some 30 marchers were injured"),
    ("Eleven dead as Orrin pier falls", "Eleven people died at Orrin"),
    ("The storm killed 12 people", "The storm killed 12 people and injured 40"),
    ("Nine migrants drowned off Lissa", "Sixty migrants were rescued off Lissa"),
]


@pytest.mark.parametrize(("left", "right"), DIFFER)
def test_counts_of_those_whom_one_thing_befell_differ(left: str, right: str) -> None:
    """The dead here and the dead there are one count, however they are called."""
    assert "number" in kinds_between(left, right)
    assert "number" in kinds_between(right, left)


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_the_dead_are_not_counted_with_the_hurt(left: str, right: str) -> None:
    """Those whom other things befell are other people."""
    assert "number" not in kinds_between(left, right)
    assert "number" not in kinds_between(right, left)
