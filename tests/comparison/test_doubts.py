"""Doubts: agreement that rests on silence alone."""

from __future__ import annotations

import pytest

from quoteattr.comparison.doubts import rests_on_silence
from quoteattr.comparison.sides import Side
from quoteattr.model.comparisons import Mention
from quoteattr.model.spans import Passage, Span
from tests.comparison.told import ENGLISH

SILENT = [
    ("The mill in Tesk will be kept going, whatever the price.", "The mill has been sold to a neighbour of the owner."),
    ("The warden had warned the council of the leak.", "A leak surprised everybody in the village, he wrote."),
]
BORNE_OUT = [
    ("The ferry sank within minutes off Tesk.", "Off Tesk the ferry sank."),
    ("Forty goats are to be moved to the island by raft.", "On the raft there is room for some 40 goats."),
    ("It was a mistake.", "It was a mistake."),
]


def side(teller: str, text: str) -> Side:
    """Return a side that tells a text."""
    passage = Passage.of(text, Span(0, len(text)))
    return Side(teller=teller, mention=Mention(passage=passage), language=ENGLISH)


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_few_shared_words_are_silence(left: str, right: str) -> None:
    """Sides that share less than half of their words, and no figure, agree by silence alone."""
    assert rests_on_silence(side("Courier", left), side("Gazette", right))
    assert rests_on_silence(side("Gazette", right), side("Courier", left))


@pytest.mark.parametrize(("left", "right"), BORNE_OUT)
def test_shared_words_or_figures_bear_it_out(left: str, right: str) -> None:
    """Half of the words, one figure for things of one noun, or the same words are more than silence."""
    assert not rests_on_silence(side("Courier", left), side("Gazette", right))
