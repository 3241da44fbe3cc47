"""Numbers: scores, how often, single units, and numbers of different things."""

from __future__ import annotations

import pytest

from tests.comparison.told import kinds_between

DIFFER = [
    ("The permit is valid for a year", "The permit is valid for a month"),
    ("The talks took a week", "The talks took a day"),
    ("The tax was cut twice in Tarn", "The tax was cut three times in Tarn"),
    ("The skipper was stopped once by the coast guard", "The skipper was stopped twice by the coast guard"),
    ("Orrin beat Tarn 2-1 on Saturday", "Orrin beat Tarn 3-1 on Saturday"),
    ("Tarn lost 2-1 at home to Orrin", "Tarn lost 2-0 at home to Orrin"),
    ("The match in Orrin ended 1-1", "The match in Orrin ended 2-1"),
    ("A quarter of the crew fell ill", "A third of the crew fell ill"),
    ("Ida Obi, 44, won the Tarn regatta", "Ida Obi, 46, won the Tarn regatta"),
]
ALIKE = [
    ("The permit is valid for a year", "The permit is valid for twelve months"),
    ("The tax was cut twice", "The tax was cut two times"),
    ("Orrin won 2-1 against Tarn", "Tarn lost 1-2 to Orrin"),
    ("Trains ran at 40 per cent of the usual number", "Fares in Tarn rose 12 per cent"),
    ("The skipper was held for 46 months in Orrin", "The skipper had 88 votes in Orrin"),
    ("Everything burnt within an hour", "Everything had burnt by three o'clock"),
    ("Ida Obi, 44, won the Tarn regatta", "Ida Obi won the 12th regatta of Tarn with Ivo Brandt, 31, of Orrin"),
    ("Once it rained, the crew of 14 left Tarn", "When it rained, the crew of 14 left Tarn"),
    ("Twice as many boats came in May", "Boats came in May, 40 of them twice the size"),
]


@pytest.mark.parametrize(("left", "right"), DIFFER)
def test_numbers_of_one_thing_that_do_not_fit_differ(left: str, right: str) -> None:
    """Units, scores, ages and how often: one thing counted differently is a difference, in either order."""
    assert "number" in kinds_between(left, right)
    assert "number" in kinds_between(right, left)


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_numbers_that_fit_or_count_other_things_are_none(left: str, right: str) -> None:
    """The same number in other words, and numbers of different things, are no difference."""
    assert "number" not in kinds_between(left, right)
    assert "number" not in kinds_between(right, left)
