"""Doubts: agreement for which little but silence speaks, as no rule found a difference."""

from __future__ import annotations

from quoteattr.comparison.numbers import count_alike
from quoteattr.comparison.sides import Side, likeness

_MATTER = 2  # words shared by tellings that surely say one thing
_HALF = 0.5  # of the shorter side's words shared; with fewer, what differs may be what no rule knows


def rests_on_silence(left: Side, right: Side) -> bool:
    """Tell whether two sides without a difference share neither half of their words nor a figure for one thing.

    They may say one thing in other words, or two things of which the rules know nothing: "the mill will stay", "the
    owner has sold the mill". It is asked only where no difference was found.
    """
    if left.terms.key == right.terms.key:
        return False
    shared = len(left.terms.concepts & right.terms.concepts)
    return (shared < _MATTER or likeness(left, right) < _HALF) and not count_alike(left, right)
