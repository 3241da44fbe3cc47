"""Neighbours: which statements of two accounts are near in meaning, all being compared with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy
from attrs import frozen

from quoteattr.alignment.pairs import Near, Places
from quoteattr.alignment.profiles import Profile

NEAREST = 3
"""Neighbours of a statement in another account that are worth scoring."""
CROWD = 4
"""Nearest neighbours that show how close a statement is to the other account in general."""
LONGEST = 2000
"""Statements of an account from which on meanings are not compared: a book, not an article."""
DIGITS = 6
"""Kept of a cosine, so that the order of adding cannot decide between two neighbours."""


@frozen(slots=True, eq=False)
class Neighbours:
    """The statements with a meaning, account by account: positions in the profiles, and their vectors as rows."""

    accounts: tuple[tuple[Sequence[int], numpy.ndarray], ...]

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> Neighbours:
        """Gather the statements that have a meaning; no account is gathered that is too long."""
        places: dict[int, list[int]] = defaultdict(list)
        for position, profile in enumerate(profiles):
            if profile.meaning:
                places[profile.account].append(position)
        kept = [found for found in places.values() if len(found) <= LONGEST]
        if len(kept) < 2:
            return cls(())
        return cls(tuple((found, numpy.array([profiles[place].meaning for place in found])) for found in kept))

    def pairs(self, wanted: Iterable[Places]) -> dict[Places, Near]:
        """Return the pairs of near neighbours, and those `wanted` that have a meaning, the smaller position first."""
        asked = set(wanted)
        found: dict[Places, Near] = {}
        for one, other in combinations(self.accounts, 2):
            if one[1].shape[1] == other[1].shape[1]:
                found.update(_between(*one, *other, asked))
        return found


def _between(
    rows: Sequence[int],
    row_vectors: numpy.ndarray,
    columns: Sequence[int],
    column_vectors: numpy.ndarray,
    asked: set[Places],
) -> Iterator[tuple[Places, Near]]:
    """Yield the near pairs of two accounts, and those asked for."""
    close = numpy.round(row_vectors @ column_vectors.T, DIGITS)
    by_row, by_column = _ranked(close), _ranked(close.T).T
    crowd = _crowd(close)[:, None] + _crowd(close.T)[None, :]
    kept = (by_row < NEAREST) | (by_column < NEAREST) | _mask(rows, columns, asked)
    for row, column in numpy.argwhere(kept).tolist():
        first, second = rows[row], columns[column]
        nearest = (1 / (1 + by_row[row, column]) + 1 / (1 + by_column[row, column])) / 2
        closer = close[row, column] - crowd[row, column] / 2
        yield (min(first, second), max(first, second)), Near(float(nearest), float(closer))


def _ranked(close: numpy.ndarray) -> numpy.ndarray:
    """Return for each value how many in its row are greater."""
    ordered = numpy.sort(close, axis=1)
    return numpy.stack([
        len(row) - numpy.searchsorted(row, values, side="right") for row, values in zip(ordered, close, strict=True)
    ])  # fmt: skip


def _crowd(close: numpy.ndarray) -> numpy.ndarray:
    """Return for each row the mean of its greatest values."""
    mean: numpy.ndarray = numpy.sort(close, axis=1)[:, -CROWD:].mean(axis=1)
    return mean


def _mask(rows: Sequence[int], columns: Sequence[int], asked: set[Places]) -> numpy.ndarray:
    """Mark the pairs that are asked for."""
    row_of, column_of = ({place: number for number, place in enumerate(places)} for places in (rows, columns))
    mask = numpy.zeros((len(rows), len(columns)), dtype=bool)
    for pair in asked:
        for first, second in (pair, pair[::-1]):
            if first in row_of and second in column_of:
                mask[row_of[first], column_of[second]] = True
    return mask
