"""Attribution: the accounts credit a statement to different speakers."""

from __future__ import annotations

from quoteattr.comparison.sides import Side, difference
from quoteattr.grammar.terms import words_of
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.speakers import Speaker

_SAME_WORDS = 0.7  # of trigrams shared: one utterance, credited twice


def attribution_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where speakers differ, or where one account says in its own voice what another credits.

    Two names fit where one has a word of the other ("Ada Obi", "Minister Obi").
    """
    first, second = left.mention.speaker, right.mention.speaker
    if (first is None and second is None) or (first and second and same_speaker(first, second)):
        return None
    names = " against ".join(speaker.name if speaker else "its own voice" for speaker in (first, second))
    return difference(DifferenceKind.ATTRIBUTION, left, right, note=f"credited to {names}")


def same_speaker(first: Speaker, second: Speaker) -> bool:
    """Tell whether two articles' speakers can be one.

    >>> same_speaker(Speaker(name="Ada Obi"), Speaker(name="Obi"))
    True
    """
    if first.name.casefold() == second.name.casefold():
        return True
    a, b = ({word.casefold() for word in words_of(speaker.name)} for speaker in (first, second))
    if first.kind is not second.kind or not a or not b:
        return False
    return a <= b or b <= a or words_of(first.name)[-1].casefold() == words_of(second.name)[-1].casefold()


def is_same_utterance(left: Side, right: Side) -> bool:
    """Tell whether both sides quote (nearly) the same words, so that only one credit can be right."""
    a, b = left.terms.trigrams, right.terms.trigrams
    both = left.mention.speaker is not None and right.mention.speaker is not None
    return both and bool(a | b) and len(a & b) >= _SAME_WORDS * len(a | b)
