"""Dates: times of day in words and with a zone, stretches of days, seasons beside months."""

from __future__ import annotations

import pytest

from tests.comparison.told import account, compared, kinds_between

DIFFER = [
    ("The quake shook Orrin at 4.17 a.m.", "The quake shook Orrin at quarter past six in the evening"),
    ("The quake shook Orrin at 0117 GMT", "The quake shook Orrin at 0245 GMT"),
    ("The lake of Tarn is closed until 18 April", "The lake of Tarn is closed from April 9 to 15"),
    ("Orrin sends power to Tarn in winter", "Orrin sends power to Tarn in June"),
    ("The shop in Tarn shuts at half past six", "The shop in Tarn shuts at nine o'clock"),
]
ALIKE = [
    ("The quake shook Orrin at 4.17 a.m. (0117 GMT)", "The quake shook Orrin at 0117 GMT"),
    ("The quake shook Orrin at 4.17 a.m.", "The quake shook Orrin at quarter past four"),
    ("The quake shook Orrin at 4.17 a.m.", "The quake shook Orrin at 0117 GMT"),
    ("The lake of Tarn is closed until 15 April", "The lake of Tarn is closed between 9 and 15 April"),
    ("Orrin sends power to Tarn in winter", "Orrin sends power to Tarn from November"),
    ("The shop in Tarn shuts at a quarter to nine", "The shop in Tarn shuts at 8.45 pm"),
]


@pytest.mark.parametrize(("left", "right"), DIFFER)
def test_moments_that_do_not_fit_differ(left: str, right: str) -> None:
    """Times in words, the last of some days and a season are compared, in either order."""
    assert kinds_between(left, right) == {"date"}
    assert kinds_between(right, left) == {"date"}


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_moments_that_fit_are_alike(left: str, right: str) -> None:
    """One moment in two forms is no difference, and no number is taken out of it."""
    assert kinds_between(left, right) == set()
    assert kinds_between(right, left) == set()


def test_times_of_which_one_names_its_zone_are_not_surely_alike() -> None:
    """Whether 4.17 a.m. is 0117 GMT the texts do not say, so the accounts only seem to agree."""
    left, right = "The quake shook the town of Orrin at 4.17 a.m.", "The quake shook the town of Orrin at 0117 GMT"
    (statement,) = compared(account("Courier", left), account("Gazette", right))
    assert "seem to agree" in statement.explain()
