"""Scope: all or some, only, most: how far a statement reaches."""

from __future__ import annotations

from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Side, bears_on, difference, likeness, shared_matter
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.spans import Span

_ENOUGH = 0.4  # of the shorter side's words shared
_NEXT = 5  # characters: "not every"
_BESIDE = 5  # characters between "only" and the figure that it calls small: "only the 12"
_OPPOSED = (("all", "some"), ("all", "most"), ("all", "none"), ("some", "none"), ("most", "none"))


def scope_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where one side says "all" and the other "some", or one alone says "only".

    Numbers are left to `number_difference`. A side without a word for its reach is taken to leave it open.
    """
    if likeness(left, right) < _ENOUGH:
        return None
    shared = shared_matter(left, right)
    for wide, narrow in _OPPOSED:
        for one, other in ((left, right), (right, left)):
            first, second = _bearing(one, wide, shared), _bearing(other, narrow, shared)
            if first and second and not _spans(other, wide) and not _spans(one, narrow):
                return _difference(left, right, first if one is left else second, second if one is left else first)
    part = _whole_and_part(left, right, shared)
    if part is not None:
        return part
    ceiling = _ceiling(left, right)
    if ceiling is not None:
        return ceiling
    first, second = _limits(left, shared), _limits(right, shared)
    if (first and not _spans(right, "only")) or (second and not _spans(left, "only")):
        return _difference(left, right, first, second, "only one of them limits it")
    return None


def _limits(side: Side, shared: frozenset[str]) -> tuple[Span, ...]:
    """Return what limits: not "only 12 came", "only last week" and "known only as Ed", which say how little or late."""
    told = [each.span.start for each in side.quantities] + [each.span.start for each in side.moments]
    approximate = [each.bounded.start for each in side.quantities if each.bounded is not None]
    idle = [each.start for each in _spans(side, "idle")]
    return tuple(
        span
        for span in _bearing(side, "only", shared)
        if not any(0 <= start - span.end <= _BESIDE for start in (*told, *approximate, *idle))
    )


def _whole_and_part(left: Side, right: Side, shared: frozenset[str]) -> Difference | None:
    """Return the difference where one says "all" of what the other gives a part of by a number: "two of the five"."""
    for one, other in ((left, right), (right, left)):
        whole, part = _bearing(one, "all", shared), _parts(other, shared)
        if whole and part and not _spans(other, "all"):
            return _difference(left, right, *((whole, part) if one is left else (part, whole)))
    return None


def _ceiling(left: Side, right: Side) -> Difference | None:
    """Return the difference where a figure is the most on one side, and the thing itself on the other: "up to 300"."""
    for one, other in ((left, right), (right, left)):
        most = () if _spans(other, "ceilings") or _spans(other, "most_named") else _spans(one, "ceilings")
        for each in one.quantities:
            mark = next((span for span in most if span.end + 1 == each.span.start), None)
            same = (q for q in other.quantities if q.kind is each.kind and q.low == q.high == each.low)
            plain = next((q.span for q in same if not q.bound), None) if mark is not None else None
            if mark is not None and plain is not None:
                bounded = Span(mark.start, each.span.end)
                first, second = (bounded, plain) if one is left else (plain, bounded)
                return _difference(left, right, (first,), (second,), "only one of them calls it the most there is")
    return None


def _parts(side: Side, shared: frozenset[str]) -> tuple[Span, ...]:
    """Return the numbers that take a part of what both tell: "two of the five charges", "adults over 50"."""
    wholes, bounds = _spans(side, "wholes"), _spans(side, "bounds")
    taken = [
        each.span
        for each in side.quantities
        if any(link.start == each.span.end + 1 and bears_on(side, link, shared, words=3) for link in wholes)
    ]
    cut = [
        Span(bound.start, each.span.end)
        for each in side.quantities
        for bound in bounds
        if bound.end + 1 == each.span.start and _last_before(side, bound) in shared
    ]
    return (*taken, *cut)


def _last_before(side: Side, span: Span) -> str:
    return next((word.concept for word in side.content[::-1] if word.span.end <= span.start), "")


def _difference(
    left: Side, right: Side, first: tuple[Span, ...], second: tuple[Span, ...], note: str = ""
) -> Difference:
    return difference(DifferenceKind.SCOPE, left, right, (first, second), note)


def _bearing(side: Side, level: str, shared: frozenset[str]) -> tuple[Span, ...]:
    """Return the words of a level that stand before what both tell; "not only" limits nothing, "nothing but" does."""
    harmless = find_phrases(side.text, tuple(side.language.comparing.get("negation", {}).get("harmless", ())))
    spans = (span for span in _spans(side, level) if span in harmless or not any(span in each for each in harmless))
    return tuple(span for span in spans if bears_on(side, span, shared) and not _is_denied(side, span))


def _is_denied(side: Side, span: Span) -> bool:
    """Tell whether a negator stands right before: "not all"."""
    negators = tuple(side.language.comparing.get("modality", {}).get("negators", ()))
    return bool(find_phrases(side.text[max(0, span.start - _NEXT) : span.start], negators))


def _spans(side: Side, level: str) -> tuple[Span, ...]:
    return find_phrases(side.text, tuple(side.language.comparing.get("scope", {}).get(level, ())))
