"""Counts of groups and their parts, of things named by a compound, and bounds that are closer or wider."""

from __future__ import annotations

import pytest

from tests.comparison.told import kinds_between

DIFFER = [
    ("A crew of nine sailors was on the trawler", "An eleven-man crew sailed on the trawler"),
    ("A choir of 40 singers opened the fair", "The fair was opened by a choir of about 60 voices"),
    ("Three of the injured are still in hospital", "One passenger is still in hospital"),
    ("Twenty steamships came to Tarn", "A dozen ships sailed past Tarn"),
    ("Staff get two years of free dental care", "The mill pays for six months' dental care for staff"),
    ("Hail killed thousands of geese, some 4,500 geese by the count", "Hail killed 5,900 geese"),
    ("The share of coal in Orrin fell from 71 to 48 per cent", "The share of coal in Orrin fell to 40 per cent"),
    ("Divers in Orrin recovered 31 bodies", "In Orrin 36 people died"),
    ("The mill in Orrin sheds 1,200 jobs", "The mill in Orrin sheds up to 1,500 jobs"),
    ("Nearly 3,000 tickets were sold in Orrin", "In Orrin 2,300 tickets were sold"),
    ("More than 9,000 trees fell in Orrin", "In Orrin 11,900 trees fell"),
]
ALIKE = [
    ("A panel of seven judges heard the case", "The seven-judge panel heard the case"),
    ("A total of 12 houses and 4 sheds burnt", "Of 16 buildings that burnt, 12 were houses"),
    ("Two of the injured are still in hospital", "Two passengers are still in hospital"),
    ("Eleven warships took part in the drill", "At least ten ships took part in the drill"),
    ("Staff get two years of free dental care", "The mill pays for 24 months' dental care for staff"),
    ("Hail killed thousands of geese in Orrin", "Hail killed 5,900 geese in Orrin"),
    ("The share of coal in Orrin fell from 71 to 48 per cent", "The share of coal in Orrin fell to 48 per cent"),
    ("They ask for a 36-hour week", "They ask for a week two hours shorter, at 36"),
    ("The mill in Orrin sheds 1,400 jobs", "The mill in Orrin sheds up to 1,500 jobs"),
    ("At least 30 people died in Orrin", "In Orrin 40 people died"),
]


@pytest.mark.parametrize(("left", "right"), DIFFER)
def test_counts_of_one_thing_that_do_not_fit_differ(left: str, right: str) -> None:
    """A group's size, a part of it, a measured thing and a bound that is not kept are told, in either order."""
    assert "number" in kinds_between(left, right)
    assert "number" in kinds_between(right, left)


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_counts_that_fit_are_alike(left: str, right: str) -> None:
    """The same count in another form, the old figure beside the new one, and a bound that is kept are no difference."""
    assert "number" not in kinds_between(left, right)
    assert "number" not in kinds_between(right, left)


def test_a_figure_that_is_the_most_differs_from_the_thing_itself() -> None:
    """A sum of "up to" so much may be less; a maximum of so much is the same."""
    most = "Farmers of Orrin get grants of up to 20,000 crowns"
    assert "scope" in kinds_between("Farmers of Orrin get grants of 20,000 crowns", most)
    assert "scope" not in kinds_between("Grants for farmers of Orrin have a ceiling of 20,000 crowns", most)
