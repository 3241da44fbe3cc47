"""Votes: all for it in one account, and some against it in the other."""

from __future__ import annotations

from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Side, difference
from quoteattr.grammar.quantities import QuantityKind
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.spans import Span


def vote_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where one side calls a vote unanimous and the other counts votes against, else `None`."""
    for one, other in ((left, right), (right, left)):
        all_for, divided = _unanimous(one), _divided(other)
        if all_for and divided and not _unanimous(other):
            spans = (all_for, divided) if one is left else (divided, all_for)
            return difference(DifferenceKind.NUMBER, left, right, spans)
    return None


def _unanimous(side: Side) -> tuple[Span, ...]:
    table = side.language.comparing
    doubts = (*table.get("negation", {}).get("words", ()), *table.get("approximators", ()))
    found = find_phrases(side.text, tuple(table.get("scope", {}).get("unanimous", ())))
    return tuple(span for span in found if not side.text[: span.start].rstrip().lower().endswith(doubts))


def _divided(side: Side) -> tuple[Span, ...]:
    """Return the results with votes on both sides: "five to one", and not "six to nil"."""
    results = (each for each in side.quantities if each.kind is QuantityKind.RESULT)
    return tuple(each.span for each in results if each.low and each.high)
