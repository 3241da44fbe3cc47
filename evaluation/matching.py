"""Which of an engine's quotes are right: contents matched one to one, and sources beside them."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from attrs import frozen

from .shared import Gold

LEAST_JACCARD = 0.5
"""From this share of common words on, a content is found: the scorers' own bound."""


@frozen(kw_only=True)
class Outcome:
    """One quote of an engine beside the gold.

    `source_right` is `None` where the content is not found, or where the gold quote names no source.
    """

    rule: str
    confidence: float
    found: bool
    source_right: bool | None
    nested: bool = False


def outcomes(score: ModuleType, article: Gold, record: dict[str, Any]) -> Iterator[Outcome]:
    """Yield what became of each predicted quote of an article; those that match an optional gold quote are left out."""
    document = score.Doc(article["text"])
    gold = score.prepare(document, article["quotes"], False)
    predicted = score.prepare(document, record["quotes"], False)
    pairs = {j: gold[i] for i, j in score.assign(_weights(gold, predicted))}
    for place, quote in enumerate(predicted):
        wanted = pairs.get(place)
        if wanted is None or not wanted.get("optional"):
            sourced = wanted is not None and wanted.get("source")
            yield Outcome(
                rule=quote["rule"],
                confidence=quote["confidence"],
                found=wanted is not None,
                source_right=bool(score.source_right(document, wanted, quote)) if sourced else None,
                nested=any(quote["words"] < other["words"] for other in predicted),
            )


def _weights(gold: list[Gold], predicted: list[Gold]) -> dict[tuple[int, int], float]:
    """Weigh pairs as the scorer does: as many as possible, then the best."""
    weights = {}
    for i, wanted in enumerate(gold):
        for j, quote in enumerate(predicted):
            both = len(wanted["words"] & quote["words"])
            jaccard = both / (len(wanted["words"]) + len(quote["words"]) - both)
            if jaccard >= LEAST_JACCARD:
                weights[i, j] = 1 + jaccard - j * 1e-9
    return weights
