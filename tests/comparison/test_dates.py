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
    ("The pier of Tarn opens in the spring of 2031", "The pier of Tarn opens this fall"),
    ("The siren of Tarn was heard at 11:08", "The siren of Tarn was heard at 11:12"),
]
ALIKE = [
    ("The quake shook Orrin at 4.17 a.m. (0117 GMT)", "The quake shook Orrin at 0117 GMT"),
    ("The quake shook Orrin at 4.17 a.m.", "The quake shook Orrin at quarter past four"),
    ("The quake shook Orrin at 4.17 a.m.", "The quake shook Orrin at 0117 GMT"),
    ("The lake of Tarn is closed until 15 April", "The lake of Tarn is closed between 9 and 15 April"),
    ("Orrin sends power to Tarn in winter", "Orrin sends power to Tarn from November"),
    ("The shop in Tarn shuts at a quarter to nine", "The shop in Tarn shuts at 8.45 pm"),
    ("The siren of Tarn was heard at 11:08", "The siren of Tarn was heard at about 11:15"),
    ("The fall of the pier shook Tarn in May", "The pier of Tarn shook in the fall of its crane"),
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


PUBLISHED = [
    ("The loan of the vase ended on 31 October.", "The loan of the vase ended on Friday.", False),
    ("The loan of the vase ended on 31 October.", "The loan of the vase ended on Tuesday.", True),
    ("The loan of the vase ended on 31 May.", "The loan of the vase ended on Friday.", False),
    ("The mill of Tarn was sold yesterday.", "The mill of Tarn, built in 1898, was sold.", False),
    ("The mill of Tarn was sold yesterday.", "The mill of Tarn was sold on 2 May 2030.", True),
]


@pytest.mark.parametrize(("left", "right", "differ"), PUBLISHED)
def test_the_day_of_publication_gives_the_rest_of_a_date(left: str, right: str, differ: bool) -> None:
    """A date near to it has its weekday; what it adds to "yesterday" is not held against a bare year."""
    pair = (account("Courier", left, published="2031-11-04"), account("Gazette", right, published="2031-11-05"))
    (statement,) = compared(*pair)
    assert ("date" in {each.kind.value for each in statement.differences}) is differ
