"""Measure on the training data how often each rule for contents is right.

    python -m evaluation.confidence

Prints, as TOML, for each rule the share of its quotes whose content is found (Jaccard of the words >= 0.5), with
add-one smoothing, over every fifth PolNeAR training article and the training events, each quote counting once.
Quotes inside quotes are counted apart, on the events alone, as PolNeAR marks none.
The constants in `quoteattr/quotation/confidence.py` are taken from here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from quoteattr import Reader

from . import shared
from .matching import Outcome, outcomes
from .predictions import article_record, read

EVERY = 5
"""One PolNeAR article in so many: enough for stable shares, and done in seconds."""


def smoothed(right: int, seen: int) -> float:
    """Return a share with add-one smoothing, so that a rare rule is never quite sure.

    >>> smoothed(3, 3)
    0.8
    """
    return (right + 1) / (seen + 2)


def lines(seen: Iterable[Outcome], table: str) -> Iterator[str]:
    """Yield a TOML table of the shares by rule, with the counts as comments.

    >>> print(*lines([Outcome(rule="turn", confidence=0.9, found=True, source_right=None)], "outer"), sep="\\n")
    [outer]
    "turn" = 0.667  # 1 of 1 found
    """
    counts: dict[str, list[bool]] = defaultdict(list)
    for each in seen:
        counts[each.rule].append(each.found)
    yield f"[{table}]"
    for rule, found in sorted(counts.items()):
        share = smoothed(sum(found), len(found))
        yield f'"{rule}" = {share:.3f}  # {sum(found)} of {len(found)} found'


def polnear(reader: Reader, score: ModuleType, data: Path) -> Iterator[Outcome]:
    """Yield the outcomes on PolNeAR's training articles, outermost quotes only."""
    for article in shared.articles(data / "gold/polnear-train.jsonl.gz", every=EVERY).values():
        yield from outcomes(score, article, article_record(article, read(reader, article).quotes))


def events(reader: Reader, score: ModuleType, data: Path) -> Iterator[Outcome]:
    """Yield the outcomes on the training events, quotes inside quotes included."""
    for event in shared.train_events(data):
        for article in event["articles"]:
            yield from outcomes(score, article, article_record(article, read(reader, article).all_quotes))


def main() -> None:
    """Print the tables, or say that the data is not there."""
    data = shared.folder()
    if not shared.is_there(data):
        print(f"The training data is not there (set {shared.VARIABLES[0]}): nothing is measured.")
        return
    reader, score = Reader(), shared.scorer(data / "gold/score.py")
    news, invented = list(polnear(reader, score, data)), list(events(reader, score, data))
    inner = [each for each in invented if each.nested]
    outer = [each for each in invented if not each.nested]
    print(*lines(news + outer, "outermost"), "", sep="\n")
    print(*lines(inner, "nested"), "", sep="\n")
    print(*lines(news, "outermost-polnear-alone"), "", sep="\n")
    print(*lines(outer, "outermost-events-alone"), sep="\n")


if __name__ == "__main__":
    main()
