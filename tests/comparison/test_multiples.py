"""Multiples, votes and units: twice as much, all for it, one measure in two units."""

from __future__ import annotations

import pytest

from tests.comparison.told import kinds_between

DIFFER = [
    ("Smokers in Orrin are twice as likely to fall ill", "Smokers in Orrin are 1.6 times as likely to fall ill"),
    ("The bridge of Orrin cost three times the planned sum", "The bridge of Orrin cost double the planned sum"),
    ("The vote to strike in Orrin was unanimous", "The vote to strike in Orrin was five to one"),
    ("The plant of Orrin makes 126 megawatts", "The plant of Orrin makes 150,000 kilowatts"),
    ("The fire in Orrin burnt 500 hectares of heath", "The fire in Orrin burnt 9 square kilometres of heath"),
    ("The wind in Orrin blew at 100 kilometres per hour", "The wind in Orrin blew at 80 mph"),
]
ALIKE = [
    ("Smokers in Orrin are twice as likely to fall ill", "Smoke doubles the risk to fall ill in Orrin"),
    ("The skipper of Orrin was fined twice in May", "The skipper of Orrin was fined in May, two times the sum asked"),
    ("The vote to strike in Orrin was unanimous", "The vote to strike in Orrin was six to nil"),
    ("The plant of Orrin makes 126 megawatts", "The plant of Orrin makes 126,000 kilowatts"),
    ("Orrin sends Tarn 400 million kilowatt-hours of power", "Orrin sends Tarn 400 GWh of power"),
    ("The fire in Orrin burnt 500 hectares of heath", "The fire in Orrin burnt 5 square kilometres of heath"),
    ("The pipe to Orrin carries 6 billion cubic metres", "The pipe to Orrin carries 6 bcm"),
    ("The wind in Orrin blew at 100 kilometres per hour", "The wind in Orrin blew at 62 mph"),
]


@pytest.mark.parametrize(("left", "right"), DIFFER)
def test_measures_and_multiples_that_do_not_fit_differ(left: str, right: str) -> None:
    """How many times as much, a vote with and without opponents, and a measure are compared, in either order."""
    assert kinds_between(left, right) == {"number"}
    assert kinds_between(right, left) == {"number"}


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_measures_and_multiples_that_fit_are_alike(left: str, right: str) -> None:
    """One measure in two units, and a multiple beside how often a thing happened, are no difference."""
    assert kinds_between(left, right) == set()
    assert kinds_between(right, left) == set()
