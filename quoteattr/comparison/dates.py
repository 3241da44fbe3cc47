"""Dates: days, months, years and times of day that do not fit."""

from __future__ import annotations

from quoteattr.comparison.sides import Side, difference
from quoteattr.grammar.moments import Moment
from quoteattr.model.comparisons import Difference, DifferenceKind

_MOST = 12  # moments of a side; more are a timetable
_CLOCK_SLACK = 15  # minutes: "about three" for 2.50
_ROUND, _PRECISE = 5, 2  # minutes: "11.08" is no rounded "11.12", as whoever names a minute means it
_DAY = 1440  # minutes
_YEAR = 12  # months
_HALF_DAY = 720  # "7:20" does not tell morning from evening


def date_difference(left: Side, right: Side) -> Difference | None:
    """Return the first pair of moments that do not fit, where no moment of the other side fits either.

    It compares what both name (year with year, day with day). That a side is silent is no difference.
    """
    for first in left.moments[:_MOST]:
        for second in right.moments[:_MOST]:
            if comparable(first, second) and _unmatched(first, right) and _unmatched(second, left):
                return difference(DifferenceKind.DATE, left, right, ((first.span,), (second.span,)))
    return None


def _unmatched(moment: Moment, other: Side) -> bool:
    return not any(comparable(moment, each) and fits(moment, each) for each in other.moments[:_MOST])


def comparable(first: Moment, second: Moment) -> bool:
    """Tell whether both moments name a thing of one sort: day, month, year, weekday or time.

    "Yesterday" names no year: beside "in 1998" it is told of something else.
    """
    named = any(a is not None and b is not None for a, b in _fields(first, second))
    if (_is_year(first) and second.relative) or (_is_year(second) and first.relative):
        return False
    return named or bool(first.months and second.months) or bool(first.period and second.period)


def _is_year(moment: Moment) -> bool:
    """Tell whether a moment is a bare year."""
    return moment.year is not None and not moment.months and moment.day is None


def fits(first: Moment, second: Moment) -> bool:
    """Tell whether two moments can be the same.

    >>> from quoteattr.model.spans import Span
    >>> may, june = (Moment(span=Span(0, 1), months=(m,), day=3) for m in (5, 6))
    >>> fits(may, may), fits(may, june)
    (True, False)
    """
    if first.months and second.months and not _months(first, second) & _months(second, first):
        return False
    if any(a != b for a, b in _fields(first, second)[:3] if a is not None and b is not None):
        return False
    if first.period and second.period and first.period != second.period:
        return False
    if first.clock is None or second.clock is None or first.zone != second.zone:
        return True  # "0117 GMT", "4.17 a.m."
    turn = _DAY if first.half and second.half else _HALF_DAY
    apart = abs(first.clock - second.clock) % turn
    precise = first.clock % _ROUND and second.clock % _ROUND
    return min(apart, turn - apart) <= (_PRECISE if precise else _CLOCK_SLACK)


def _months(moment: Moment, other: Moment) -> set[int]:
    """Return the months of a moment; a season beside a month may begin one earlier or end one later."""
    if len(moment.months) > 1 and len(other.months) == 1:
        return {(month + turn - 1) % _YEAR + 1 for month in moment.months for turn in (-1, 0, 1)}
    return set(moment.months)


def leave_zone_open(left: Side, right: Side) -> bool:
    """Tell whether two times of day fit because one of them alone names its zone, so that nobody can compare them."""
    clocks = [[each for each in side.moments[:_MOST] if each.clock is not None] for side in (left, right)]
    pairs = [(first, second) for first in clocks[0] for second in clocks[1]]
    return bool(pairs) and all(first.zone != second.zone for first, second in pairs)


def _fields(first: Moment, second: Moment) -> tuple[tuple[int | None, int | None], ...]:
    return (
        (first.year, second.year),
        (first.day, second.day),
        (first.weekday, second.weekday),
        (first.clock, second.clock),
    )
