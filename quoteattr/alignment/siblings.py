"""Siblings: figures of two measures that go together and are not one: exports and imports, the shares of two firms."""

from __future__ import annotations

from quoteattr.alignment.profiles import Profile
from quoteattr.grammar.quantities import QuantityKind

_SHARE = QuantityKind.PERCENT.value
_MEASURED = (QuantityKind.PERCENT.value, QuantityKind.MONEY.value)


def are_siblings(a: Profile, b: Profile) -> bool:
    """Tell whether two statements give other shares or sums, each of a subject of its own: they answer two questions.

    Of subjects with a common head the names decide ("shares in Ferrant"). Counts of people are left alone, whose
    doers go by many words, and so are subjects of which one is a name: who does a thing can be in dispute.
    """
    first, second = a.subject, b.subject
    if _are_of_other_times(a, b):
        return True
    if not first.head or not second.head or not a.terms.values.isdisjoint(b.terms.values):
        return False
    if not (_is_measure(a) and _is_measure(b)):
        return False
    if first.names and second.names and first.head & second.head:
        return first.names.isdisjoint(b.terms.stems) and second.names.isdisjoint(a.terms.stems)
    told = first.head & b.terms.concepts or second.head & a.terms.concepts
    return not (told or first.names or second.names)


def _are_of_other_times(a: Profile, b: Profile) -> bool:
    """Tell whether two statements give other shares, each of its own month, quarter or year: "3 per cent in May"."""
    shares = all(any(each.split()[0] == _SHARE for each in profile.answers.counted) for profile in (a, b))
    if not shares or not a.terms.values.isdisjoint(b.terms.values):
        return False
    return bool(a.answers.periods and b.answers.periods) and a.answers.periods.isdisjoint(b.answers.periods)


def _is_measure(profile: Profile) -> bool:
    return any(each.split()[0] in _MEASURED for each in profile.answers.counted)
