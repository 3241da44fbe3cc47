"""Fit the factors of alignment on events to learn from, and print them for `quoteattr/alignment/scoring.py`.

    python evaluation/fit_alignment.py                    # with the vectors of the learned engine
    python evaluation/fit_alignment.py --parser rules     # without vectors

Quotes are read by the pipeline. A pair of statements is right where both touch the mentions of one gold statement. It
counts less where but one of the two touches any, and least where neither does, as the gold does not list all that is
told. Logistic regression by Newton's method, in plain Python; the same events give the same factors.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from math import exp, log
from pathlib import Path
from typing import Any

from attrs import astuple

from evaluation.comparison import LANGUAGE, SHARED, pipeline_reading
from evaluation.shared import OWN
from quoteattr.alignment.candidates import candidates
from quoteattr.alignment.profiles import Profile, profiles_of, weigh
from quoteattr.alignment.scoring import MEASURES, likeness
from quoteattr.model.readings import Account
from quoteattr.model.spans import Passage
from quoteattr.statements import whole_telling

Row = tuple[tuple[float, ...], int, float]
"""What is measured, the label, and how much the pair counts."""

_COUNTS = (0.3, 0.5, 1.0)  # pairs of which no side, one side, both sides touch a gold mention
_PULL = 1.0  # towards no effect at all, for measures that hardly occur
_ROUNDS = 12  # Newton's method is done after eight
_WITH_MEANING = 0.33  # the fitted chance from which on linking pays: lower ones add more wrong links than right ones
_OPERATING = {"rules": 0.22}  # without vectors fewer pairs are looked at, and a lower one pays
_WORD = re.compile(r"\w+")


def rows(event: dict[str, Any], parser: str) -> Iterator[Row]:
    """Yield a row for each candidate pair of an event."""
    readings = [pipeline_reading(event, record, parser) for record in event["articles"]]
    profiles: list[Profile] = []
    touched: list[set[int]] = []
    for number, (record, reading) in enumerate(zip(event["articles"], readings, strict=True)):
        account = Account(reading=reading, telling=whole_telling(reading.tellings))
        found = profiles_of(account, number, LANGUAGE)
        profiles += found
        touched += [touching(each.statement.passage, record, event) for each in found]
    weights = weigh(profiles, LANGUAGE)
    for (a, b), near in candidates(profiles, weights).items():
        if profiles[a].terms.key != profiles[b].terms.key:
            counts = _COUNTS[bool(touched[a]) + bool(touched[b])]
            measured = astuple(likeness(profiles[a], profiles[b], weights, near))
            yield (*measured, 1.0), int(bool(touched[a] & touched[b])), counts


def touching(passage: Passage, record: dict[str, Any], event: dict[str, Any]) -> set[int]:
    """Return the gold statements whose mention shares half of the shorter one's words with `passage`."""
    own = words_at(record["text"], [[span.start, span.end] for span in passage])
    found = set()
    for number, statement in enumerate(event["statements"]):
        gold = words_at(record["text"], statement["mentions"].get(record["id"]) or [])
        if gold and own and 2 * len(gold & own) >= min(len(gold), len(own)):
            found.add(number)
    return found


def words_at(text: str, spans: Sequence[Sequence[int]]) -> set[int]:
    """Return where the words inside `spans` begin."""
    return {start + match.start() for start, end in spans for match in _WORD.finditer(text[start:end])}


def positive(data: Sequence[Row]) -> list[float]:
    """Return the factors, the bias last; what two statements share may not speak against them, and counts for nothing
    where it would, as what else is measured holds it already."""
    left_out: set[int] = set()
    while True:
        factors = fitted([
            (tuple(value * (i not in left_out) for i, value in enumerate(values)), label, counts)
            for values, label, counts in data
        ])  # fmt: skip
        negative = {i for i, name in enumerate(MEASURES) if name != "apart" and factors[i] < 0} - left_out
        if not negative:
            return factors
        left_out.add(min(negative, key=lambda i: factors[i]))


def fitted(data: Sequence[Row]) -> list[float]:
    """Return the factors, the bias last, by Newton's method."""
    size = len(data[0][0])
    factors = [0.0] * size
    for _ in range(_ROUNDS):
        slope = [-_PULL * value for value in factors[:-1]] + [0.0]
        curve = [[_PULL * (i == j and i < size - 1) for j in range(size)] for i in range(size)]
        for values, label, counts in data:
            add(slope, curve, values, label, counts, factors)
        factors = [old + step for old, step in zip(factors, solved(curve, slope), strict=True)]
    return factors


def add(
    slope: list[float],
    curve: list[list[float]],
    values: Sequence[float],
    label: int,
    counts: float,
    factors: Sequence[float],
) -> None:
    """Add one pair to the slope and the curvature of the likelihood."""
    chance = 1.0 / (1.0 + exp(-sum(f * v for f, v in zip(factors, values, strict=True))))
    held = [(i, value) for i, value in enumerate(values) if value]
    for i, value in held:
        slope[i] += counts * (label - chance) * value
        for j, other in held:
            curve[i][j] += counts * chance * (1 - chance) * value * other


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a system of linear equations by elimination with pivots."""
    size = len(right)
    table = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(table[k][i]))
        table[i], table[pivot] = table[pivot], table[i]
        for k in range(i + 1, size):
            share = table[k][i] / table[i][i]
            table[k] = [a - share * b for a, b in zip(table[k], table[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        found[i] = (table[i][size] - sum(table[i][k] * found[k] for k in range(i + 1, size))) / table[i][i]
    return found


def main() -> None:
    """Print the factors, with the bias set so that a score of a half is the operating point."""
    paths = sorted((*Path(SHARED, "events", "train").glob("*.json"), *(OWN / "learn").glob("*.json")))
    if not paths:
        print("the shared training events are not here; nothing is fitted")
        return
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--parser", default="learned", help="the engine that reads")
    parser = options.parse_args().parser
    data = [row for path in paths for row in rows(json.loads(path.read_text(encoding="utf-8")), parser)]
    *factors, bias = positive(data)
    print(f"{len(data)} pairs, {sum(label for _, label, _ in data)} right")
    least = _OPERATING.get(parser, _WITH_MEANING)
    print(f"_BIAS = {bias - log(least / (1 - least)):.2f}")
    print("    " + ", ".join(f"{name}={value:.2f}" for name, value in zip(MEASURES, factors, strict=True)))


if __name__ == "__main__":
    main()
