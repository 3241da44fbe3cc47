"""Grouping: from scored pairs to statements told by several accounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quoteattr.alignment.candidates import candidates
from quoteattr.alignment.profiles import Profile, profiles_of, weigh
from quoteattr.alignment.scoring import score
from quoteattr.languages.lexicon import Language
from quoteattr.model.alignments import Aligned
from quoteattr.model.readings import Account
from quoteattr.options import CompareOptions

_COHESION = 0.3  # mean score between the members of two groups: one strong pair may carry one that is not scored


def align(accounts: Sequence[Account], language: Language, options: CompareOptions) -> tuple[Aligned, ...]:
    """Return which statements of the accounts are counterparts, and which stand alone.

    Each statement is in one group, each group has at most one statement of an account, and the order of the
    accounts changes nothing but the order of the groups. It does not judge whether counterparts agree.

    >>> from quoteattr.languages import load
    >>> align((), load("en"), CompareOptions())
    ()
    """
    profiles = [p for n, account in enumerate(accounts) for p in profiles_of(account, n, language)]
    weights = weigh(profiles, language)
    pairs = [(score(profiles[a], profiles[b], weights), a, b) for a, b in candidates(profiles, weights)]
    groups = _grouped(profiles, [pair for pair in pairs if pair[0] >= options.least_score])
    return tuple(_aligned(group, profiles, len(accounts)) for group in groups)


def _grouped(profiles: list[Profile], pairs: Sequence[tuple[float, int, int]]) -> list[tuple[float, list[int]]]:
    """Join pairs, surest first, wherever no account comes to stand in a group twice and the whole fits."""
    home = list(range(len(profiles)))
    groups = {position: [position] for position in home}
    known = {(a, b): value for value, a, b in pairs}
    scores: dict[int, float] = {}
    for value, a, b in sorted(pairs, key=lambda pair: _rank(pair, profiles)):
        first, second = sorted((home[a], home[b]))
        if first == second or not _joins(groups[first], groups[second], profiles, known):
            continue
        for member in groups[second]:
            home[member] = first
        groups[first] += groups.pop(second)
        scores[first] = min(value, scores.pop(second, 1.0), scores.get(first, 1.0))
    return [(scores.get(first, 1.0), members) for first, members in sorted(groups.items())]


def _joins(
    first: list[int], second: list[int], profiles: list[Profile], known: Mapping[tuple[int, int], float]
) -> bool:
    """Tell whether two groups are of different accounts, and most of their members are counterparts of each other."""
    if not {profiles[i].account for i in first}.isdisjoint(profiles[i].account for i in second):
        return False
    pairs = [(min(a, b), max(a, b)) for a in first for b in second]
    return sum(known.get(pair, 0.0) for pair in pairs) >= _COHESION * len(pairs)


def _rank(pair: tuple[float, int, int], profiles: list[Profile]) -> tuple[float, int, str, str]:
    """Sort by score, then by what does not depend on the order of the accounts."""
    value, a, b = pair
    first, second = sorted((profiles[a].terms.key, profiles[b].terms.key))
    return (-value, abs(profiles[a].place - profiles[b].place), first, second)


def _aligned(group: tuple[float, list[int]], profiles: list[Profile], size: int) -> Aligned:
    value, members = group
    told = {profiles[member].account: profiles[member].statement for member in members}
    return Aligned(statements=tuple(told.get(number) for number in range(size)), score=value)
