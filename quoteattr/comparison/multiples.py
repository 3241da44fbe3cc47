"""Multiples: twice as many, double the risk, three times the price."""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from quoteattr.comparison.sides import Side, difference, likeness
from quoteattr.languages import either
from quoteattr.languages.lexicon import Language
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.spans import Span

_ROUNDING = 0.15  # of the greater: "twice as many" is said of 1.8 times as many, and not of 1.6 times
_ENOUGH = 0.25  # of the shorter side's words shared: below it the two may compare different things


@frozen(slots=True)
class _Multiple:
    value: float
    span: Span


def multiple_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where each side gives one multiple, and the two do not fit, else `None`.

    It reads "twice as", "double the", "1.6 times the"; how often a thing happened ("twice in May") is none.
    """
    first, second = _multiples(left), _multiples(right)
    if len(first) != 1 or len(second) != 1 or likeness(left, right) < _ENOUGH:
        return None
    one, other = sorted((first[0].value, second[0].value))
    if other - one <= _ROUNDING * other:
        return None
    return difference(DifferenceKind.NUMBER, left, right, ((first[0].span,), (second[0].span,)))


def _multiples(side: Side) -> tuple[_Multiple, ...]:
    words = side.language.comparing.get("multiples", {}).get("words", {})
    numbers = side.language.comparing.get("numbers", {})
    found = []
    for match in _pattern(side.language).finditer(side.text):
        figure = (match["figure"] or "").lower()
        value = words[match["word"].lower()] if match["word"] else numbers.get(figure) or float(figure)
        found.append(_Multiple(float(value), Span(*match.span())))
    return tuple(found)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    table = language.comparing.get("multiples", {})
    behind = rf"(?=\s(?:{either(table.get('behind', ()))})\b)"
    numbers, times = either(language.comparing.get("numbers", {})), either(table.get("times", ()))
    figure = rf"(?P<figure>\d+(?:\.\d+)?|{numbers})\s(?:{times})"
    return re.compile(rf"(?<![\w.])(?:(?P<word>{either(table.get('words', {}))})|{figure}){behind}", re.IGNORECASE)
