"""Actors: who does it."""

from __future__ import annotations

from quoteattr.comparison.sides import Side, difference
from quoteattr.grammar.stems import stem
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.spans import Span

_ENOUGH = 2  # content words shared beside the names: the deed itself


def actor_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where the name before the deed on one side stands after it on the other, else `None`.

    It needs two shared content words and both names on both sides. Another name in the same place shows no
    difference, since one person goes by many names.
    """
    shared = (left.terms.stems & right.terms.stems) - left.terms.names - right.terms.names
    if len(shared) < _ENOUGH or _passive(left) != _passive(right):
        return None
    names = left.terms.names | right.terms.names  # at the head of a sentence a capital alone shows no name
    first, second = _names_before(left, shared, names), _names_before(right, shared, names)
    if not first or not second or first.keys() & second.keys():
        return None
    if first.keys() & right.terms.names and second.keys() & left.terms.names:
        spans = (tuple(first.values()), tuple(second.values()))
        return difference(DifferenceKind.ACTOR, left, right, spans, "who does it is told the other way round")
    return None


def _passive(side: Side) -> bool:
    return any(f" {agent} " in side.text for agent in side.language.roles.words.get("agents", ()))


def _names_before(side: Side, shared: frozenset[str], names: frozenset[str]) -> dict[str, Span]:
    """Return the names that stand before the first shared word."""
    found: dict[str, Span] = {}
    for word, span in side.words:
        root = stem(word, side.language)
        if root in shared:
            return found
        if root in names:
            found.setdefault(root, span)
    return {}
