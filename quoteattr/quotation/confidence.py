"""How sure each rule for contents is, as a share of right answers."""

from __future__ import annotations

_DEFAULT = 0.6
_BY_RULE: dict[str, float] = {"turn": 0.9}


def confidence_of(rule: str) -> float:
    """Return the confidence of a rule for contents.

    >>> confidence_of("turn")
    0.9
    """
    return _BY_RULE.get(rule, _DEFAULT)
