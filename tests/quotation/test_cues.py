"""Which words of a line report."""

from __future__ import annotations

import pytest

from quoteattr.quotation.cues import is_manner_only, phrase_cues, verb_cues
from tests.grammar.lined import LANGUAGE, line_of


def cues(text: str) -> list[str]:
    """Return the verbs of a line that may report."""
    line = line_of(text)
    return [line.lower(cue.verb) for cue in verb_cues(line, LANGUAGE)]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("He said it rained.", ["said"]),
        ("She claims it rained.", ["claims"]),
        ("She said it rained, adding that it was cold.", ["said", "adding"]),
        ("The claims grew.", []),
        ("He declined to say why.", []),
        ("She did not say why.", []),
        ("She has never said why.", []),
        ("It was reported by the clerk.", []),
        ('"They said no" went round the hall.', []),
    ],
)
def test_verbs_that_report(text: str, verbs: list[str]) -> None:
    """Finite verbs of saying report; nouns, refusals, negations, passives and words inside marks do not."""
    assert cues(text) == verbs


def test_a_particle_belongs_to_its_verb() -> None:
    """A cue with a particle takes both items."""
    (cue,) = verb_cues(line_of("She pointed out that it rained."), LANGUAGE)
    assert cue.after - cue.verb == 2


def test_a_phrase_takes_all_its_items() -> None:
    """A fixed phrase is found with every word of it."""
    (phrase,) = phrase_cues(line_of("It rained, according to the clerk."), LANGUAGE)
    assert phrase.after - phrase.first == 2


def test_manner_needs_marks() -> None:
    """A verb of manner reports only with quoted words, a verb of saying also without."""
    assert is_manner_only(LANGUAGE.cues["laughed"])
    assert not is_manner_only(LANGUAGE.cues["said"])
