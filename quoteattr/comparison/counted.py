"""What numbers count: members of one group, things named by a compound, and what a measure is of."""

from __future__ import annotations

import re
from functools import cache

from quoteattr.comparison.sides import Side
from quoteattr.grammar.quantities import Quantity, QuantityKind
from quoteattr.grammar.stems import concept, stem
from quoteattr.languages import either
from quoteattr.languages.lexicon import Language

_REACH = 30  # characters before a number in which the group that it counts is named: "a commission of about "
_LEAST, _MODIFIER = 4, 3  # letters of a compound's head ("ship", and not "man"), and of what stands before it
_MEASURED = 4  # content words behind a unit, among which what is measured stands
_CLAUSE_END = re.compile(r"[,;:.!?()]")


def are_of_one_group(first: Quantity, second: Quantity, left: Side, right: Side) -> bool:
    """Tell whether two numbers count the members of one group: "a panel of six judges", "an eight-member panel"."""
    if first.kind is not QuantityKind.COUNT or second.kind is not QuantityKind.COUNT:
        return False
    if first.unit.dimension or second.unit.dimension:
        return False
    one, other = _group(first, left), _group(second, right)
    return bool(one and other and one & other)


def _group(quantity: Quantity, side: Side) -> frozenset[str]:
    """Return the concept of the group of which a number counts the members, empty where it names none.

    Of "the panel will have eight members" these are the concepts of all that stands before.
    """
    end = quantity.bounded.start if quantity.bounded is not None else quantity.span.start
    before = _before_members(side.language).search(side.text[max(0, end - _REACH) : end])
    if before is not None and stem(before[1], side.language) not in _no_groups(side.language):
        return frozenset((concept(before[1], side.language),))
    behind = _members(side.language).match(side.text, quantity.span.end)
    if behind is None:
        return frozenset()
    if behind[1] is not None:
        return frozenset((concept(behind[1], side.language),))
    return frozenset(word.concept for word in side.content if word.span.end <= quantity.span.start)


@cache
def _no_groups(language: Language) -> frozenset[str]:
    heads = language.comparing.get("quantities", {}).get("group_heads", ())
    return frozenset(stem(head, language) for head in heads)


@cache
def _before_members(language: Language) -> re.Pattern[str]:
    links = either(language.comparing.get("quantities", {}).get("links", ()))
    return re.compile(rf"([^\W\d_]{{3,}})\s(?:{links})\s$", re.IGNORECASE)


@cache
def _members(language: Language) -> re.Pattern[str]:
    """Match members behind their number, with the group of so many: "eight*-member panel*", "eight *members*"."""
    members = either(language.comparing.get("quantities", {}).get("members", ()))
    return re.compile(rf"-(?:{members})\s([^\W\d_]{{3,}})|\s(?:{members})s\b", re.IGNORECASE)


def is_compound_of(nouns: frozenset[str], others: frozenset[str], language: Language) -> bool:
    """Tell whether a noun of one is a compound that ends with one of the other: "warships" are ships."""
    return not (_heads(nouns, language).isdisjoint(others) and _heads(others, language).isdisjoint(nouns))


def _heads(nouns: frozenset[str], language: Language) -> frozenset[str]:
    """Return the concepts of the ends of some stems, each of which may be the head of a compound."""
    return frozenset(
        concept(noun[cut:], language) for noun in nouns for cut in range(_MODIFIER, len(noun) - _LEAST + 1)
    )


def measured(quantity: Quantity, side: Side) -> frozenset[str]:
    """Return the concepts of what a measure is of: *leave* of "two weeks of paid leave", "ten days' leave"."""
    behind = side.text[quantity.span.end :]
    mark = _CLAUSE_END.search(behind)
    end = quantity.span.end + (mark.start() if mark else len(behind))
    words = [word for word in side.content if quantity.span.end <= word.span.start < end][:_MEASURED]
    return frozenset(word.concept for word in words if stem(word.word, side.language) not in _units(side.language))


@cache
def _units(language: Language) -> frozenset[str]:
    tables = language.comparing.get("units", {})
    return frozenset(stem(part, language) for units in tables.values() for word in units for part in word.split())
