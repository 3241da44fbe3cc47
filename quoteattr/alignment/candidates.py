"""Candidates: the pairs of statements that are worth scoring, by shared terms and by meaning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from quoteattr.alignment.pairs import Near, Places
from quoteattr.alignment.profiles import Profile, Weights, figure

LONGEST_POSTING = 24
"""Statements under one term; a term of more ("said", the event's own name) is in every pair and sorts none out."""
BEST = 8
"""Partners kept for a statement and another account: the right one is hardly ever further down."""


def candidates(profiles: list[Profile], weights: Weights) -> dict[Places, Near | None]:
    """Return the pairs that share a telling term or are neighbours in meaning, in the order of their positions.

    With each stands how near it is in meaning, `None` where one of both has no vector.

    By terms, time is linear in the number of statements, as postings and partners are both capped.

    >>> candidates([], Weights({}))
    {}
    """
    by_terms = _by_terms(profiles, weights)
    meant = any(profile.meaning is not None for profile in profiles)
    near = _by_meaning(profiles, weights, by_terms) if meant else {}
    return {places: near.get(places) for places in sorted(near.keys() | by_terms)}


def _by_meaning(profiles: list[Profile], weights: Weights, wanted: set[Places]) -> dict[Places, Near]:
    from quoteattr.alignment.neighbours import Neighbours  # it loads numpy, which rules do without

    return Neighbours.of(profiles, weights).pairs(wanted)


def _by_terms(profiles: list[Profile], weights: Weights) -> set[Places]:
    postings = _postings(profiles)
    pairs: set[Places] = set()
    for position, each in enumerate(profiles):
        shared = _shared(each, profiles, postings, weights)
        pairs.update((min(position, other), max(position, other)) for other in _best(shared, profiles))
    return pairs


def _shared(
    profile: Profile, profiles: list[Profile], postings: dict[str, list[int]], weights: Weights
) -> dict[int, float]:
    """Return the statements of other accounts that share a term, with the weight of all that they share."""
    shared: dict[int, float] = defaultdict(float)
    for term in sorted(_keys(profile)):
        for other in postings.get(term, ()):
            if profiles[other].account != profile.account:
                shared[other] += weights.table.get(term, 1.0)
    return shared


def _keys(profile: Profile) -> Iterable[str]:
    """Return the terms to find partners by; the whole passage for what has no other."""
    figures = (figure(value) for value in profile.terms.values)
    return {*profile.terms.concepts, *profile.parties, *profile.answers.times, *figures, "\0" + profile.terms.key}


def _postings(profiles: list[Profile]) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for position, each in enumerate(profiles):
        for term in _keys(each):
            postings[term].append(position)
    return {term: found for term, found in postings.items() if len(found) <= LONGEST_POSTING}


def _best(shared: dict[int, float], profiles: list[Profile]) -> list[int]:
    """Return the partners that share most, `BEST` for each other account."""
    kept: dict[int, int] = defaultdict(int)
    best = []
    for other in sorted(shared, key=lambda o: (-shared[o], profiles[o].terms.key, o)):
        account = profiles[other].account
        kept[account] += 1
        if kept[account] <= BEST:
            best.append(other)
    return best
