"""Fates: what befell those whom a number counts: they died, were hurt, were rescued."""

from __future__ import annotations

from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Side
from quoteattr.grammar.fates import fates_of
from quoteattr.grammar.quantities import Quantity, QuantityKind
from quoteattr.grammar.stems import concept, stem
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span

_ALIKE = 0.6  # of the shorter side's words
_NEAR = 40  # characters between a number and what befell whom it counts: "14 passengers, most of them children, died"


def befell_same(first: Quantity, second: Quantity, left: Side, right: Side) -> bool:
    """Tell whether two counts are of people whom one thing befell, where one says of no more than that they are people:
    "eleven dead", "nine people died"."""
    if first.kind is not QuantityKind.COUNT or first.unit.dimension or second.unit.dimension:
        return False
    fates = [_fate(*each) for each in ((first, left), (second, right))]
    if fates[0] is None or fates[0] != fates[1]:
        return False
    return any(_only_people(quantity, left.language) for quantity in (first, second)) or _are_alike(
        first, second, left, right
    )


def _are_alike(first: Quantity, second: Quantity, left: Side, right: Side) -> bool:
    """Tell whether one of two counts is of a part, and the rest is alike: "two of the injured", "one passenger"."""
    if not (_part_of(first, left) or _part_of(second, right)):
        return False
    a, b = left.terms.concepts - first.nouns, right.terms.concepts - second.nouns
    return bool(a and b) and len(a & b) >= _ALIKE * min(len(a), len(b))


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
    near = sorted((_apart(quantity.span, span), number, span) for span, number in _fates(side))
    near = [each for each in near if each[0] <= _NEAR]
    if len(near) > 1 and near[0][2] in _part_of(quantity, side) and near[1][2].start > near[0][2].end:
        near = near[1:]  # "two of the injured are in hospital"
    return near[0][1] if near else None


def _part_of(quantity: Quantity, side: Side) -> Span:
    """Return the place of the word behind a part's link: the *injured* of "two of the injured"; else an empty one."""
    wholes = tuple(side.language.comparing.get("scope", {}).get("wholes", ()))
    link = next((span for span in find_phrases(side.text, wholes) if span.start == quantity.span.end + 1), None)
    if link is None:
        return Span(0, 0)
    return next((word.span for word in side.content if word.span.start >= link.end), Span(0, 0))


def _apart(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end)


def _fates(side: Side) -> tuple[tuple[Span, int], ...]:
    fates = fates_of(side.language)
    return tuple((each.span, fates[root]) for each in side.content if (root := stem(each.word, side.language)) in fates)
