"""Fates: what befell those whom a number counts: they died, were hurt, were rescued."""

from __future__ import annotations

from quoteattr.comparison.sides import Side
from quoteattr.grammar.fates import fates_of
from quoteattr.grammar.quantities import Quantity, QuantityKind
from quoteattr.grammar.stems import concept, stem
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span

_NEAR = 40  # characters between a number and what befell whom it counts: "14 passengers, most of them children, died"


def befell_same(first: Quantity, second: Quantity, left: Side, right: Side) -> bool:
    """Tell whether two counts are of people whom one thing befell, where one says of no more than that they are people:
    "eleven dead", "nine people died"."""
    if first.kind is not QuantityKind.COUNT or first.unit.dimension or second.unit.dimension:
        return False
    fates = [_fate(*each) for each in ((first, left), (second, right))]
    if fates[0] is None or fates[0] != fates[1]:
        return False
    return any(_only_people(quantity, left.language) for quantity in (first, second))


def _only_people(quantity: Quantity, language: Language) -> bool:
    """Tell whether what a number counts are dead, hurt and so on, or people, and no sort of them."""
    everyone = frozenset(concept(word, language) for word in language.comparing.get("everyone", ()))
    fates = frozenset(concept(word, language) for line in language.comparing.get("fates", ()) for word in line.split())
    return quantity.nouns <= everyone | fates


def befell_others(first: Quantity, second: Quantity, left: Side, right: Side) -> bool:
    """Tell whether two counts are of people whom other things befell: "14 people died", "30 people were hurt"."""
    if not (_fates(left) and _fates(right)):
        return False
    one, other = _fate(first, left), _fate(second, right)
    return one is not None and other is not None and one != other


def _fate(quantity: Quantity, side: Side) -> int | None:
    """Return which of the language's fates is told nearest to a number, within its clause."""
    near = sorted((_apart(quantity.span, span), number) for span, number in _fates(side))
    return near[0][1] if near and near[0][0] <= _NEAR else None


def _apart(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end)


def _fates(side: Side) -> tuple[tuple[Span, int], ...]:
    fates = fates_of(side.language)
    return tuple((each.span, fates[root]) for each in side.content if (root := stem(each.word, side.language)) in fates)
