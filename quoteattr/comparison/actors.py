"""Actors: who does it."""

from __future__ import annotations

from functools import cache
from itertools import product

from quoteattr.comparison.roles import deeds, is_passive
from quoteattr.comparison.sides import Side, difference
from quoteattr.grammar.stems import stem
from quoteattr.languages.lexicon import Language
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.spans import Span

_ENOUGH = 2  # content words shared beside the names: the deed itself
_TOLD = 3  # content words shared where roles are swapped: the verb, and who and whom
_ALIKE = 0.6  # of the longer side's words shared: with more of its own, another deed may be meant
_PARTICIPLES = (2, 3)  # places of the forms in the language's table of verbs
_ENDING = "ed"  # of a participle that the table leaves out
_NOTE = "who does it is told the other way round"


def actor_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where who does it on one side has it done to them on the other, else `None`.

    Names are compared by their place before or behind the deed, which needs two more shared words; other words by their
    place at the verb, in tellings that are otherwise alike.
    """
    return _by_names(left, right) or _by_roles(left, right)


def _by_roles(left: Side, right: Side) -> Difference | None:
    """Return the difference where both have one verb with the same two words beside it, swapped."""
    a, b = left.terms.concepts, right.terms.concepts
    if len(a & b) < _TOLD or len(a & b) < _ALIKE * max(len(a), len(b)):
        return None
    for first, second in product(deeds(left), tuple(deeds(right))):
        swapped = first.agents & second.patients and second.agents & first.patients
        if first.verb == second.verb and swapped and first.agents.isdisjoint(second.agents):
            return difference(DifferenceKind.ACTOR, left, right, ((first.span,), (second.span,)), _NOTE)
    return None


def _by_names(left: Side, right: Side) -> Difference | None:
    """Return the difference where a name before the deed stands behind it on the other side.

    Another name in the same place shows no difference here, since one person goes by many names.
    """
    shared = (left.terms.stems & right.terms.stems) - left.terms.names - right.terms.names
    if len(shared) < _ENOUGH or _passive(left, shared) != _passive(right, shared):
        return None
    names = left.terms.names | right.terms.names  # at the head of a sentence a capital alone shows no name
    first, second = _names_before(left, shared, names), _names_before(right, shared, names)
    if not first or not second or first.keys() & second.keys():
        return None
    if first.keys() & right.terms.names and second.keys() & left.terms.names:
        spans = (tuple(first.values()), tuple(second.values()))
        return difference(DifferenceKind.ACTOR, left, right, spans, _NOTE)
    return None


def _passive(side: Side, shared: frozenset[str]) -> bool:
    """Tell whether a deed that both tell is told as done to somebody: by whom, or not."""
    words = ((word.lower(), span) for word, span in side.words if stem(word, side.language) in shared)
    return any(_can_be_participle(word, side.language) and is_passive(side, span) for word, span in words)


def _can_be_participle(word: str, language: Language) -> bool:
    return language.verbs[word] in _PARTICIPLES if word in language.verbs else word.endswith(_ENDING)


def _names_before(side: Side, shared: frozenset[str], names: frozenset[str]) -> dict[str, Span]:
    """Return the names that stand before the first shared word; days and months do nothing."""
    found: dict[str, Span] = {}
    times = _times(side.language)
    for word, span in side.words:
        root = stem(word, side.language)
        if root in shared:
            return found
        if root in names and word.lower() not in times:
            found.setdefault(root, span)
    return {}


@cache
def _times(language: Language) -> frozenset[str]:
    tables = ("months", "weekdays", "relative_days")
    return frozenset(word for table in tables for word in language.comparing.get(table, {}))
