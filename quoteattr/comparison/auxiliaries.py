"""Auxiliaries: what one account tells as to come, another as a duty, and a third as a mere ability."""

from __future__ import annotations

from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Side, difference, likeness
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.spans import Span

_ENOUGH = 0.6  # of the shorter side's words shared
_NEGATED = 5  # characters behind an auxiliary in which a negator turns it: "must not"
_NOTE = "what is to come, what has to be and what can be are three things"


def auxiliary_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where "will", "must" and "can" stand before one verb in tellings that are alike.

    Steps that reporting blurs ("would", "should", "could") are none, and what is negated is left out.
    """
    if likeness(left, right) < _ENOUGH:
        return None
    first, second = _classes(left), _classes(right)
    for verb in first.keys() & second.keys():
        (one, *more), (other, *others) = first[verb], second[verb]
        if not more and not others and one[0] != other[0]:
            return difference(DifferenceKind.MODALITY, left, right, ((one[1],), (other[1],)), _NOTE)
    return None


def _classes(side: Side) -> dict[str, list[tuple[str, Span]]]:
    """Return the classes of auxiliaries before each verb, with their places."""
    table = side.language.comparing.get("auxiliaries", {})
    negators = tuple(side.language.comparing.get("modality", {}).get("negators", ()))
    found: dict[str, list[tuple[str, Span]]] = {}
    for name, words in table.items():
        for span in find_phrases(side.text, tuple(words)):
            verb = next((word.concept for word in side.content if word.span.start >= span.end), None)
            if verb is not None and not find_phrases(side.text[span.end : span.end + _NEGATED], negators):
                found.setdefault(verb, []).append((name, span))
    return found
