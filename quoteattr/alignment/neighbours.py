"""Neighbours: which statements of two accounts are near in meaning, all being compared with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy
from attrs import frozen

from quoteattr.alignment.meanings import Meaning
from quoteattr.alignment.pairs import Near, Places
from quoteattr.alignment.profiles import Profile, Weights

NEAREST = 3
"""Neighbours of a statement in another account that are worth scoring."""
CROWD = 4
"""Nearest neighbours that show how close a statement is to the other account in general."""
LONGEST = 2000
"""Statements of an account from which on meanings are not compared: a book, not an article."""
DIGITS = 6
"""Kept of a cosine, so that the order of adding cannot decide between two neighbours."""


@frozen(slots=True, eq=False)
class Meant:
    """The statements of one account that have a meaning: positions in the profiles, the vectors of their words with the
    weight of each, and the mean vectors as rows."""

    places: Sequence[int]
    words: Sequence[numpy.ndarray]
    weights: Sequence[numpy.ndarray]
    means: numpy.ndarray


@frozen(slots=True, eq=False)
class Neighbours:
    """The statements with a meaning, account by account."""

    accounts: tuple[Meant, ...]

    @classmethod
    def of(cls, profiles: Sequence[Profile], weights: Weights) -> Neighbours:
        """Gather the statements that have a meaning; no account is gathered that is too long."""
        places: dict[int, list[int]] = defaultdict(list)
        for position, profile in enumerate(profiles):
            if profile.meaning is not None:
                places[profile.account].append(position)
        kept = [found for found in places.values() if len(found) <= LONGEST]
        return cls(tuple(_meant(found, profiles, weights) for found in kept) if len(kept) > 1 else ())

    def pairs(self, wanted: Iterable[Places]) -> dict[Places, Near]:
        """Return the pairs of near neighbours, and those `wanted` that have a meaning, the smaller position first."""
        asked = set(wanted)
        found: dict[Places, Near] = {}
        for one, other in combinations(self.accounts, 2):
            if one.means.shape[1] == other.means.shape[1]:
                found.update(_between(one, other, asked))
        return found


def _meant(places: Sequence[int], profiles: Sequence[Profile], weights: Weights) -> Meant:
    meanings = [meaning for place in places if (meaning := profiles[place].meaning) is not None]
    words = [_rows(meaning) for meaning in meanings]
    means = _unit(numpy.stack([rows.mean(0) for rows in words]))
    return Meant(places, words, [_weights(meaning, weights) for meaning in meanings], means)


def _rows(meaning: Meaning) -> numpy.ndarray:
    """Return the vectors of a statement's words, each of length one."""
    table = numpy.frombuffer(meaning.vectors.values, dtype=numpy.int8).reshape(-1, meaning.vectors.width)
    return _unit(table[list(meaning.rows)].astype(numpy.float32))


def _unit(rows: numpy.ndarray) -> numpy.ndarray:
    lengths = numpy.sqrt((rows * rows).sum(1, keepdims=True))
    unit: numpy.ndarray = rows / numpy.maximum(lengths, 1e-9)
    return unit


def _weights(meaning: Meaning, weights: Weights) -> numpy.ndarray:
    """Return how much each word of a statement tells, as a share of them all."""
    told = numpy.array([weights.table.get(stem, 0.0) for stem in meaning.stems], dtype=numpy.float32)
    share: numpy.ndarray = told / max(float(told.sum()), 1e-9)
    return share


def _between(one: Meant, other: Meant, asked: set[Places]) -> Iterator[tuple[Places, Near]]:
    """Yield the near pairs of two accounts, and those asked for."""
    close = numpy.round(one.means @ other.means.T, DIGITS)
    by_row, by_column = _ranked(close), _ranked(close.T).T
    crowd = _crowd(close)[:, None] + _crowd(close.T)[None, :]
    kept = (by_row < NEAREST) | (by_column < NEAREST) | _mask(one.places, other.places, asked)
    for row, column in numpy.argwhere(kept).tolist():
        first, second = one.places[row], other.places[column]
        near = Near(
            closer=float(close[row, column] - crowd[row, column] / 2),
            matched=_matched(one, row, other, column),
        )
        yield (min(first, second), max(first, second)), near


def _matched(one: Meant, row: int, other: Meant, column: int) -> float:
    """Return how close the words of two statements come to each other's, the mean of both sides."""
    close = one.words[row] @ other.words[column].T
    sides = (one.weights[row] * close.max(1)).sum(), (other.weights[column] * close.max(0)).sum()
    return round(float(sides[0] + sides[1]) / 2, DIGITS)


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
