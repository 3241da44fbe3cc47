"""Wholes: two shares that add up to everything."""

from __future__ import annotations

from itertools import product

from quoteattr.comparison.sides import Side
from quoteattr.grammar.quantities import Quantity, QuantityKind

_WHOLE = 100  # per cent
_SLACK = 1  # per cent: "one in three" and "two in three" are 33 and 67


def add_up(first: Quantity, second: Quantity) -> bool:
    """Tell whether two shares can be the two parts of one whole.

    >>> from quoteattr.model.spans import Span
    >>> a, b, c = (Quantity(span=Span(0, 1), low=n, high=n, kind=QuantityKind.PERCENT) for n in (30, 70, 60))
    >>> add_up(a, b), add_up(a, c)
    (True, False)
    """
    shares = first.kind is second.kind is QuantityKind.PERCENT
    return shares and abs(first.low + second.low - _WHOLE) <= _SLACK


def are_parts(left: Side, right: Side) -> bool:
    """Tell whether a share on one side and one on the other add up: those who do and those who do not."""
    return any(add_up(first, second) for first, second in product(left.quantities, right.quantities))
