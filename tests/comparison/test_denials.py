"""Denials in other words: kinds, words turned by a prefix, and negators that deny something else."""

from __future__ import annotations

import pytest

from quoteattr.model.comparisons import ComparedStatement
from tests.comparison.told import compared, kinds_between, reported

DIFFER = [
    ("negation", "The boat of the skipper carried no weapons", "The boat of the skipper had two rockets aboard"),
    ("negation", "The border patrol was unarmed", "The border patrol carried grenades"),
    ("negation", "There were no casualties in Tarn", "Two miners were injured in Tarn"),
    ("negation", "The spray is harmless to bees", "The spray is harmful to bees"),
    ("negation", "The second tunnel of Tarn will open in May", "The second tunnel of Tarn does not exist"),
    ("negation", "The meeting of the millers in Tarn lasted an hour", "The meeting of the millers never took place"),
    ("negation", "No lives were lost in the Tarn mine", "Two miners drowned in the Tarn mine"),
    ("modality", "The school is exploring a new gym in Tarn", "The school will open a new gym in Tarn"),
    ("modality", "We hope for two boats a day in Tarn", "The firm will send two boats a day to Tarn"),
    ("negation", "The vote is binding on the council", "The vote is non-binding on the council"),
    ("negation", "Risks to the harvest are balanced", "Risks to the harvest are lopsided"),
    ("modality", "The dyke will not hold above six metres", "The dyke might not hold above six metres"),
]
ALIKE = [
    ("The border guard was unarmed", "The border guard carried no gun"),
    ("There were no deaths in the Tarn mine", "Two miners were injured in the Tarn mine"),
    ("The plane never left our airspace", "The plane flew in our airspace"),
    ("Not one pear may cross into Orrin", "Orrin bans the import of pears"),
    ("On salt there is no quarrel: 400 tonnes are due by May", "The port will send 400 tonnes of salt by May"),
    ("The clinic has run out of serum", "There is no serum at the clinic"),
    ("The mayor of Orrin survived a no-confidence motion", "The mayor of Orrin survived the motion"),
    ("The second tunnel of Tarn does not exist", "There is no second tunnel in Tarn"),
    ("The dyke could not hold the water", "The dyke did not hold the water"),
]


@pytest.mark.parametrize(("kind", "left", "right"), DIFFER)
def test_a_denial_in_other_words_differs(kind: str, left: str, right: str) -> None:
    """None of a kind is denied by one of it, a word by the same with a prefix, in either order."""
    assert kind in kinds_between(left, right)
    assert kind in kinds_between(right, left)


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_a_negator_that_denies_nothing_of_the_other_side_is_none(left: str, right: str) -> None:
    """What never left a place was there, what may not come in is banned, and a colon ends what is denied."""
    assert kinds_between(left, right).isdisjoint({"negation", "modality"})
    assert kinds_between(right, left).isdisjoint({"negation", "modality"})


def test_what_is_dismissed_as_something_is_not_denied() -> None:
    """To call the survey a joke and to dismiss the survey as one is the same; a rumour that is dismissed is denied."""
    called = reported("Gazette", "Ivo Holm", "called", "the survey of Orrin “a joke with a stamp on it”")
    judged = reported("Courier", "Ivo Holm", "dismissed", "the survey of Orrin as “a joke with a stamp on it”")
    assert _kinds(compared(judged, called)) == set()
    said = reported("Gazette", "Ivo Holm", "said", "the mill of Orrin is to close in May")
    denied = reported("Courier", "Ivo Holm", "dismissed", "rumours that the mill of Orrin is to close in May as gossip")
    assert "negation" in _kinds(compared(denied, said))


def _kinds(statements: tuple[ComparedStatement, ...]) -> set[str]:
    return {difference.kind.value for each in statements for difference in each.differences}
