"""Contrasts: words that exclude each other in one place, and opposites that the rest bears out."""

from __future__ import annotations

import pytest

from tests.comparison.told import account, compared, kinds_between

DIFFER = [
    ("negation", "No injuries were reported at Orrin", "Injuries were reported at Orrin"),
    ("negation", "The sheds came into use at the start of term", "The sheds were not in use until the second week"),
    ("negation", "There is no shortage of grain in Orrin", "There is a shortage of grain in Orrin"),
    ("negation", "No posts will be lost", "Up to 600 posts will go"),
    ("negation", "The pier was inspected in March", "The pier had not been inspected since 2019"),
    (
        "negation",
        "The gale left 9,000 farms on Orrin without power",
        "Most Orrin farms kept their power in the gale",
    ),
    ("negation", "The flood left the whole of Tarn without water", "Tarn kept its water throughout the flood"),
    ("negation", "The Orrin crew won the regatta on Saturday", "The Orrin crew lost the regatta on Saturday"),
    ("negation", "The ferry for Tarn left on Friday", "The ferry for Tarn arrived on Friday"),
    ("negation", "The miner was found alive under the rubble", "The miner was found dead under the rubble"),
    ("date", "The gate was shut in the morning", "The gate was shut in the evening"),
    ("number", "Fares rose to 3 crowns at Orrin", "Fares rose by 3 crowns at Orrin"),
    ("date", "The bursar resigned before the vote", "The bursar resigned after the vote"),
    ("negation", "The plan will create more jobs in Tarn", "The plan will create fewer jobs in Tarn"),
    ("negation", "The dam holds more water than last year", "The dam holds less water than last year"),
    ("negation", "The skipper set out with a licence", "The skipper set out without a licence"),
    ("negation", "The bank raised its rate on Monday", "The bank lowered its rate on Monday"),
    ("negation", "The rebels entered the town of Orrin", "The rebels left the town of Orrin"),
    ("negation", "Her health improved over the winter", "Her health worsened over the winter"),
    ("negation", "The court upheld the ban on trawling", "The court overturned the ban on trawling"),
    ("negation", "The firm made a profit in the spring", "The firm made a loss in the spring"),
    ("negation", "Both pilots were inside the hangar", "Both pilots were outside the hangar"),
    ("wording", "The north gate of the fort fell first", "The south gate of the fort fell first"),
    ("wording", "The fire broke out in the kitchen of the inn", "The fire broke out in the cellar of the inn"),
    ("wording", "The king flew to Tarn on Monday", "The queen flew to Tarn on Monday"),
    ("number", "The ferry sank on its second voyage", "The ferry sank on its third voyage"),
    ("number", "Rents doubled in Tarn last year", "Rents tripled in Tarn last year"),
]
ALIKE = [
    ("No grave injuries were reported at Orrin", "Injuries were reported at Orrin"),
    ("The boat was not carrying fuel", "The boat was carrying migrants"),
    ("A girl in a red coat won the race for juniors", "A boy won the race through the woods on a horse"),
    ("The flood left Tarn without water", "Tarn lost its water in the flood"),
    ("The mayor resigned after the vote", "The vote took place before the mayor resigned"),
    ("The miner was found alive", "The miner survived"),
    ("Prices rose after the harvest failed", "Prices did not fall before the harvest"),
    ("The crew won the cup and lost the league", "The crew lost the league but won the cup"),
    ("The second ferry sank off Orrin", "A second ferry sank off Orrin"),
    ("The fire broke out in the kitchen of the hotel", "The blaze broke out in the kitchen of the inn"),
    ("The first voyage was short and the last voyage long", "The last voyage was long and the first voyage short"),
]


@pytest.mark.parametrize(("kind", "left", "right"), DIFFER)
def test_words_that_exclude_each_other_differ(kind: str, left: str, right: str) -> None:
    """Opposites and things of one sort make a difference where the rest is alike, in either order."""
    assert kind in kinds_between(left, right)
    assert kind in kinds_between(right, left)


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_words_in_other_places_contradict_nobody(left: str, right: str) -> None:
    """Opposites that each side says of another thing, or that cancel, are no difference."""
    assert kinds_between(left, right) == set()
    assert kinds_between(right, left) == set()


def test_another_speaker_of_one_sentence_is_told_by_name() -> None:
    """The sentence on another credit says whom each account credits, also where they agree."""
    left = account("Courier", "The gate fell at night", speaker="Ada Obi")
    right = account("Gazette", "The gate fell at night", speaker="Ivo Brandt")
    (told,) = compared(left, right)
    assert "Courier credits Ada Obi, Gazette credits Ivo Brandt" in told.explain()


def test_the_words_of_a_date_are_whole() -> None:
    """A month is shown without the preposition before it."""
    left, right = account("A", "The work ends by the end of May"), account("B", "The work ends by the end of June")
    (told,) = compared(left, right)
    assert [(d.left.text, d.right.text) for d in told.differences] == [("May", "June")]
