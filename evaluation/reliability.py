"""Whether confidence means what it says: the share of right quotes by confidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from types import ModuleType
from typing import Any

from attrs import frozen

from .matching import Outcome, outcomes
from .shared import Gold

BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Bins of confidence; below a half they are one, as few rules are so unsure."""


@frozen(kw_only=True)
class Bin:
    """The quotes of one range of confidence: how many, how sure, and the shares that are right."""

    low: float
    high: float
    quotes: int
    confidence: float
    found: float
    sourced: int
    both_right: float | None


def bins(seen: Sequence[Outcome], bounds: Sequence[float] = BOUNDS) -> list[Bin]:
    """Return the bins that hold a quote, lowest first; a bound belongs to the bin above it.

    >>> sure = Outcome(rule="turn", confidence=0.9, found=True, source_right=False)
    >>> wrong = Outcome(rule="turn", confidence=0.9, found=False, source_right=None)
    >>> [(bin.low, bin.quotes, bin.found, bin.both_right) for bin in bins([sure, wrong])]
    [(0.9, 2, 0.5, 0.0)]
    """
    ranges = list(pairwise(bounds))
    last = len(ranges) - 1
    held = [
        [each for each in seen if low <= each.confidence < high or (place == last and each.confidence == high)]
        for place, (low, high) in enumerate(ranges)
    ]
    return [_bin(low, high, inside) for (low, high), inside in zip(ranges, held, strict=True) if inside]


def _bin(low: float, high: float, inside: list[Outcome]) -> Bin:
    """Count a bin; a quote that is found, and whose gold names no source, is left out of the last share."""
    judged = [each for each in inside if not each.found or each.source_right is not None]
    right = sum(bool(each.source_right) for each in judged)
    return Bin(
        low=low,
        high=high,
        quotes=len(inside),
        confidence=sum(each.confidence for each in inside) / len(inside),
        found=sum(each.found for each in inside) / len(inside),
        sourced=len(judged),
        both_right=right / len(judged) if judged else None,
    )


def all_outcomes(score: ModuleType, read: Iterable[tuple[Gold, dict[str, Any]]]) -> list[Outcome]:
    """Return the outcomes of many articles, each given with its record."""
    return [each for article, record in read for each in outcomes(score, article, record)]
