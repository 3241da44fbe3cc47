"""Grouping: from scored pairs to statements told by several accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from attrs import define

from quoteattr.alignment.candidates import candidates
from quoteattr.alignment.profiles import Profile, profiles_of, weigh
from quoteattr.alignment.scoring import score
from quoteattr.languages.lexicon import Language
from quoteattr.model.alignments import Aligned
from quoteattr.model.readings import Account
from quoteattr.model.statements import Statement
from quoteattr.options import CompareOptions

_COHESION = 0.2  # mean score between the members of two groups: one strong pair may carry one that is not scored
_SURE = 0.8  # pairs that make groups; what is less sure may only join one
_REPEATS = 3  # statements of one account in a group: headline, lede and body tell the point again

_AGAIN = 0.6  # and what an account tells again has to be surer than what it tells once
_MATTER = 2  # concepts


def align(accounts: Sequence[Account], language: Language, options: CompareOptions) -> tuple[Aligned, ...]:
    """Return which statements of the accounts are counterparts, and which stand alone.

    Each statement is in one group, and what an account tells a second time is in the group as `again`. The
    order of the accounts changes nothing but the order of the groups. It does not judge whether counterparts agree.

    >>> from quoteattr.languages import load
    >>> align((), load("en"), CompareOptions())
    ()
    """
    profiles = [p for n, account in enumerate(accounts) for p in profiles_of(account, n, language)]
    weights = weigh(profiles, language)
    pairs = [
        (score(profiles[a], profiles[b], weights, near), a, b) for (a, b), near in candidates(profiles, weights).items()
    ]
    scored = [pair for pair in pairs if pair[0] >= options.least_score]
    groups = _Groups.of(profiles, scored)
    for pair in sorted(scored, key=lambda pair: _rank(pair, profiles)):
        if pair[0] >= _SURE:
            groups.join(pair, repeats=1)
    for pair in sorted(scored, key=lambda pair: _rank(pair, profiles)):
        groups.join(pair, repeats=_REPEATS if pair[0] >= _AGAIN else 1)
    return tuple(_aligned(value, members, groups, len(accounts)) for value, members in groups.listed())


@define
class _Groups:
    """Groups while they are made: each statement's home, the members in the order of joining, and the least score."""

    profiles: list[Profile]
    known: dict[tuple[int, int], float]
    home: list[int]
    members: dict[int, list[int]]
    scores: dict[int, float]

    @classmethod
    def of(cls, profiles: list[Profile], pairs: Sequence[tuple[float, int, int]]) -> _Groups:
        """Begin with each statement alone."""
        every = range(len(profiles))
        known = {(a, b): value for value, a, b in pairs}
        return cls(profiles, known, list(every), {position: [position] for position in every}, {})

    def join(self, pair: tuple[float, int, int], *, repeats: int) -> None:
        """Join the groups of a pair where they fit; where an account may come to stand in it again, one alone joins."""
        value, a, b = pair
        first, second = sorted((self.home[a], self.home[b]))
        if first == second or not self._fit(self.members[first], self.members[second], repeats):
            return
        for member in self.members[second]:
            self.home[member] = first
        if len(self.members[first]) == 1:  # the surer members come first
            self.members[first] = [*self.members.pop(second), *self.members[first]]
        else:
            self.members[first] += self.members.pop(second)
        self.scores[first] = min(value, self.scores.pop(second, 1.0), self.scores.get(first, 1.0))

    def _fit(self, first: list[int], second: list[int], repeats: int) -> bool:
        """Tell whether no account comes to tell it too often, and most members are counterparts of each other."""
        told = Counter(self.profiles[i].account for i in (*first, *second))
        if max(told.values()) > 1 and not self._tells_again(first, second, allowed=repeats >= max(told.values())):
            return False
        pairs = [
            (min(a, b), max(a, b))
            for a in first
            for b in second
            if self.profiles[a].account != self.profiles[b].account
        ]
        return sum(self.known.get(pair, 0.0) for pair in pairs) >= _COHESION * len(pairs)

    def _tells_again(self, first: list[int], second: list[int], *, allowed: bool) -> bool:
        """Tell whether one statement may join as what its account tells again."""
        alone = min(len(first), len(second)) == 1
        return allowed and alone and self._tie(first, second) and not self._told_apart(first, second)

    def _told_apart(self, first: list[int], second: list[int]) -> bool:
        """Tell whether one account lets two speakers say the same words: each is told, and none told again."""
        keys = [(self.profiles[i].account, self.profiles[i].terms.key) for i in (*first, *second)]
        return len(set(keys)) < len(keys)

    def _tie(self, first: list[int], second: list[int]) -> bool:
        """Tell whether a statement of one group is tied to one of another account in the other group."""
        return any(
            _tied(self.profiles[a], self.profiles[b])
            for a in first
            for b in second
            if self.profiles[a].account != self.profiles[b].account
        )

    def closest(self, first: list[int], second: list[int]) -> tuple[int, int]:
        """Return the members of two accounts that are most alike; the surest ones where no two were scored."""
        pairs = [(a, b) for a in first for b in second]
        return max(pairs, key=lambda pair: self.known.get((min(pair), max(pair)), 0.0))

    def listed(self) -> list[tuple[float, list[int]]]:
        """Return the groups with the score of their least sure link."""
        return [(self.scores.get(first, 1.0), members) for first, members in sorted(self.members.items())]


def _tied(first: Profile, second: Profile) -> bool:
    """Tell whether two statements share more than one word: a matter of two words, a count or a time."""
    concepts, one, other = len(first.terms.concepts & second.terms.concepts), first.answers, second.answers
    return concepts >= _MATTER or bool(one.counted & other.counted or one.times & other.times)


def _rank(pair: tuple[float, int, int], profiles: list[Profile]) -> tuple[float, bool, int, str, str]:
    """Sort by score, one speaker's words first, then by what does not depend on the order of the accounts."""
    value, a, b = pair
    first, second = sorted((profiles[a].terms.key, profiles[b].terms.key))
    apart = abs(profiles[a].place - profiles[b].place)
    return (-value, profiles[a].speaker != profiles[b].speaker, apart, first, second)


def _aligned(value: float, members: list[int], groups: _Groups, size: int) -> Aligned:
    told: list[list[int]] = [[] for _ in range(size)]
    for member in members:
        told[groups.profiles[member].account].append(member)

    kept = [each for each in told if each]

    def statement(member: int) -> Statement:
        return groups.profiles[member].statement

    return Aligned(
        statements=tuple(statement(each[0]) if each else None for each in told),
        again=tuple(tuple(map(statement, each[1:])) for each in told) if len(members) > sum(map(bool, told)) else (),
        closest=tuple((statement(a), statement(b)) for a, b in (groups.closest(*p) for p in combinations(kept, 2))),
        score=value,
    )
