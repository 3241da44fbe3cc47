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
    ("Senators in Orrin backed the bill by six votes", "Senators in Orrin backed the bill, 52 to 48"),
    ("The bill passed 52-48", "The bill passed by 54 votes to 46"),
    ("The recall covers about 84,000 Orrin 300 heaters", "The recall covers 91,000 heaters"),
    ("The depot has 140 buses and 212 trams", "The depot has 212 buses and 140 trams"),
    ("Unemployment rose to 5 per cent from 4 per cent", "Unemployment rose to 6 per cent from 4 per cent"),
]
ALIKE = [
    ("Senators in Orrin backed the bill by four votes", "Senators in Orrin backed the bill, 52 to 48"),
    ("The bill passed by 52 votes to 48", "The bill passed 52-48"),
    ("The recall covers about 84,000 heaters", "The recall covers 84,200 heaters"),
    ("Growth was revised to 938,000 posts", "Growth was revised by 88,000 jobs to 938,000"),
    ("One miner fled and the other was caught", "Two miners were seen at Orrin"),
    ("Flight 212 carried 140 guests to Orrin", "There were 140 guests on Flight 212 to Orrin"),
    ("Sales rose to $645 from $600 the year before", "Sales rose to $645 from $600 a year ago"),
    ("Halden earned $38b in Orrin", "Halden earned $38 billion in Orrin"),
    ("Two thirds of voters back the dam", "One in three voters opposes the dam"),
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
