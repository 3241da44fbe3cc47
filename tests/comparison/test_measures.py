"""Measures: units of one dimension, ages, stretches of time told from today, wholes and their parts."""

from __future__ import annotations

import pytest

from tests.comparison.told import kinds_between

APART = [
    ("number", "The new chimney is 40 metres tall", "The new chimney is 400 feet tall"),
    ("number", "The fare cut saves 2 million crowns a year", "The fare cut saves 2 million crowns over four years"),
    ("number", "Refunds are paid within 10 working days", "Refunds will take five weeks"),
    ("number", "The strike at the mill lasted nine days", "The mill was on strike for six weeks"),
    ("number", "The kiln burned for more than a week", "The kiln burned for 20 days"),
    ("number", "The stamps taken were worth more than $2,000", "The value of the lost stamps is $1,140"),
    ("number", "A gust with a speed of 70 tore 12 roofs off", "The gust, its speed 70, tore 14 roofs off"),
    ("number", "The organ was heard at 62 decibels", "The organ was heard at 58 decibels"),
    ("number", "The oven reached 30 degrees Celsius at noon", "The oven reached 104 degrees Fahrenheit at noon"),
    ("number", "The pilot, 61, was fined", "The 34-year-old pilot was fined"),
    ("date", "The ferry starts next week", "The ferry starts next month"),
    ("scope", "Holm was cleared of all counts", "Holm was cleared of three of the seven counts"),
    ("scope", "The pass is for all children", "The pass is for children under 12"),
]
ALIKE = [
    ("The oven reached 30 degrees Celsius at noon", "The oven reached 86 degrees Fahrenheit at noon"),
    ("The pilot, 61, was fined", "The 61-year-old pilot was fined"),
    ("The ferry starts next week", "The ferry starts on Monday"),
    ("The new chimney is 40 metres tall", "The new chimney is 131 feet tall"),
    ("The fare cut saves 2 million crowns a year", "The fare cut saves 8 million crowns over four years"),
    ("The kiln burned for more than a week", "The kiln burned for 11 days"),
    ("The kiln burned for less than three weeks", "The kiln burned for 16 days"),
    ("The hall of Orrin seats slightly more than 300 guests", "The hall of Orrin seats 320 guests"),
]


@pytest.mark.parametrize(("kind", "left", "right"), APART)
def test_measures_that_do_not_fit_differ(kind: str, left: str, right: str) -> None:
    """Across units, forms of ages and words for all and a part, what does not fit is told, in either order."""
    assert kind in kinds_between(left, right)
    assert kind in kinds_between(right, left)


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_measures_that_fit_are_alike(left: str, right: str) -> None:
    """One temperature, age, length or time in two forms is no difference."""
    assert kinds_between(left, right) == set()
    assert kinds_between(right, left) == set()
