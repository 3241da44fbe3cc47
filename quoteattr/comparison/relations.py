"""Relations: little words that place one thing by another, or say how much, turned round before the same word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Side, difference
from quoteattr.languages.lexicon import Language
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.spans import Span

_ALIKE = 2  # content words shared
_FIRST = 2  # places of a little word that are looked at

Pair = tuple[tuple[str, ...], tuple[str, ...]]
Related = tuple[tuple[Span], tuple[Span]]


def relation_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where one says "before" and the other "after" one thing, or "to" and "by" one number."""
    if len(left.terms.concepts & right.terms.concepts) < _ALIKE or _has_negator(left) != _has_negator(right):
        return None
    for kind, pairs in _listed(left.language):
        found = related(left, right, pairs)
        if found and (kind is not DifferenceKind.NUMBER or (_measures(left, found[0]) and _measures(right, found[1]))):
            return difference(kind, left, right, found, "only one can be right")
    return None


def related(left: Side, right: Side, pairs: Iterable[Pair]) -> Related | None:
    """Return where two little words of a pair stand before one content word, each on one side alone."""
    for one, other in _both_ways(pairs):
        first, second = find_phrases(left.text, one), find_phrases(right.text, other)
        both = find_phrases(left.text, other) or find_phrases(right.text, one)
        for a, b in product(first[:_FIRST], second[:_FIRST]) if not both else ():
            if _next_content(left, a) & _next_content(right, b):
                return (a,), (b,)
    return None


def _both_ways(pairs: Iterable[Pair]) -> Iterator[Pair]:
    for one, other in pairs:
        yield one, other
        yield other, one


def _has_negator(side: Side) -> bool:
    return bool(find_phrases(side.text, tuple(side.language.comparing.get("negation", {}).get("words", ()))))


def _next_content(side: Side, span: Span) -> frozenset[str]:
    """Return the concept of the next content word behind a place."""
    return frozenset(next(((word.concept,) for word in side.content if word.span.start >= span.end), ()))


def _measures(side: Side, places: tuple[Span]) -> bool:
    """Tell whether a number begins right behind a place."""
    return any(each.span.start == places[0].end + 1 for each in side.quantities)


@cache
def _listed(language: Language) -> tuple[tuple[DifferenceKind, tuple[Pair, ...]], ...]:
    table = language.comparing.get("relations", {})
    return tuple(
        (DifferenceKind(kind), tuple((tuple(one), tuple(other)) for one, other in pairs))
        for kind, pairs in table.items()
    )
