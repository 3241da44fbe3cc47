"""Fillings: another name or word in the one place where two tellings differ."""

from __future__ import annotations

import pytest

from quoteattr import compare, read
from quoteattr.model.comparisons import ComparedStatement
from quoteattr.options import CompareOptions
from tests.comparison.told import account, compared, kinds_between

OTHER_NAMES = [
    ("wording", "The summit will be held in Orrin in June", "The summit will be held in Tarn in June"),
    (
        "actor",
        "Ada Obi signed the pact on behalf of the islands",
        "Ivo Brandt signed the pact on behalf of the islands",
    ),
    ("wording", "The train to Orrin derailed in the tunnel", "The train to Brask derailed in the tunnel"),
]
ONE_NAME = [
    ("The report was read by Kadirov in the hall", "The report was read by Kadyrov in the hall"),
    ("The report was sent to the UN by barge", "The report was sent to the United Nations by barge"),
    ("The report was read by Ada Obi in the hall", "The report was read by Minister Obi in the hall"),
    ("Orrin Dam Breaks After Night Of Rain", "Tarn Dam Breaks After Night Of Rain"),
    ("The pact was signed in Orrin and read in Tarn", "The pact was signed in Tarn and read in Orrin"),
    ("The summit will be held on Monday in June", "The summit will be held in the hall in June"),
]
DOUBTFUL = [
    ("Thieves took a painting from the chapel", "Thieves took a chalice from the chapel"),
    ("Police blamed the driver for the crash", "Police blamed the brakes for the crash"),
    ("She wept in the hall", "The hall was full"),
]
SURE = [
    ("The dam at Orrin broke on Monday", "The dam at Orrin broke on Monday"),
    ("Thieves took a painting from the chapel", "A painting was taken from the chapel by thieves"),
    ("The blast hurt 14 workers", "In the blast 14 workers were hurt"),
]


def told_by_both(left: str, right: str) -> ComparedStatement:
    """Return the statement that both accounts tell."""
    pair = (account("Courier", left), account("Gazette", right))
    return next(e for e in compared(*pair, options=CompareOptions(least_score=0.0)) if len(e.told_by) == 2)


@pytest.mark.parametrize(("kind", "left", "right"), OTHER_NAMES)
def test_another_name_in_one_place_differs(kind: str, left: str, right: str) -> None:
    """Tellings alike but for one name differ in who does it, or in the place or thing, in either order."""
    assert kind in kinds_between(left, right)
    assert kind in kinds_between(right, left)


READ = [
    ("actor", "Orlin will pay for the new pumps.", "Tesk will pay for the new pumps."),
    ("actor", "Lund said that Orlin had cut the cable at night.", "Lund said that Tesk had cut the cable at night."),
    ("actor", "Mayor Ada Holm opened the new pool.", "Mayor Ivo Brandt opened the new pool."),
    ("wording", "The tender was won by the Halden Group.", "The tender was won by the Skarn Consortium."),
    ("wording", "Police arrested Olaf Renn in Tesk on Friday.", "Police arrested Ivo Brandt in Tesk on Friday."),
]


@pytest.mark.parametrize(("kind", "left", "right"), READ)
def test_names_are_looked_up_in_the_article(kind: str, left: str, right: str) -> None:
    """A first word can be a name, titles stand beside names, and a short sentence of names is no headline."""
    result = compare(read(left, outlet="Courier"), read(right, outlet="Gazette"))
    assert [d.kind.value for each in result.divergences for d in each.differences] == [kind]


def test_a_common_first_word_is_no_name() -> None:
    """A capital at the head of a sentence makes no name of a common word."""
    result = compare(read("Thieves took the painting.", outlet="A"), read("Vandals took the painting.", outlet="B"))
    assert not result.divergences


@pytest.mark.parametrize(("left", "right"), ONE_NAME)
def test_names_that_can_be_one_are_alike(left: str, right: str) -> None:
    """Spellings, initials and titles of one name, and capitals of headlines, are no difference."""
    assert not {"wording", "actor"} & kinds_between(left, right)
    assert not {"wording", "actor"} & kinds_between(right, left)


@pytest.mark.parametrize(("left", "right"), DOUBTFUL)
def test_another_word_in_one_place_is_unsure(left: str, right: str) -> None:
    """Tellings alike but for one word, or that share hardly one, only seem to agree."""
    told = told_by_both(left, right)
    assert told.is_unsure
    assert "seem to agree" in told.explain()


@pytest.mark.parametrize(("left", "right"), SURE)
def test_the_same_words_in_another_order_are_no_doubt(left: str, right: str) -> None:
    """A doubt comes of words that differ alone, so that the score of the alignment stays."""
    pair = (account("Courier", left), account("Gazette", right))
    assert [each.is_unsure for each in compared(*pair)] == [False]
