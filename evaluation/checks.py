"""What the first version must reach, as lines that pass or fail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from attrs import frozen

from quoteattr import Reader
from quoteattr.languages import load
from quoteattr.model.quotations import Quotation
from quoteattr.quotation.marks import find_marks
from quoteattr.quotation.pairing import pair

from .shared import Gold

LEAST_SHARE = 0.5
"""A mention tells a gold statement when it shares this much of the shorter one's words: the scorer's own bound."""
PARTIAL = re.compile(r'"([^"]+)"')
THROUGH_AN_AGENCY = {
    "Pashinyan credited through Armenpress": ("q1", "q2", "q3", "q4", "q5", "q6", "q7"),
    "the press service credited through TREND": ("q8", "q9"),
}
"""Quotes of the seed by the agency that carries them; the first of each names it, and must have the whole chain."""
TOLD_BY_BOTH = {"s4": "commitment to talks", "s5": "prevention of incidents", "s10": "operative link"}
TOLD_BY_ARMENPRESS = {"s6": "the defence ministers", "s12": "“no other discussions”"}


@frozen
class Check:
    """One demand, what was measured, and whether it is met."""

    text: str
    measured: str
    passed: bool

    def row(self) -> dict[str, Any]:
        """Return the check as a row of a table."""
        return {"verdict": "pass" if self.passed else "FAIL", "text": self.text, "measured": self.measured}


def at_least(text: str, measured: float | None, bound: float) -> Check:
    """Demand a figure of at least `bound`.

    >>> at_least("direct recall", 96.04, 95.0)
    Check(text='direct recall >= 95', measured='96.0', passed=True)
    """
    value = measured or 0.0
    return Check(f"{text} >= {bound:g}", f"{value:.1f}", value >= bound)


def at_most(text: str, measured: float, bound: float) -> Check:
    """Demand a figure of at most `bound`.

    >>> at_most("alarms", 3.5, 3.0).passed
    False
    """
    return Check(f"{text} <= {bound:g}", f"{measured:.1f}", measured <= bound)


def polnear_checks(row: dict[str, Any], peers: list[dict[str, Any]]) -> Iterator[Check]:
    """Check a row of PolNeAR against its thresholds, and against the best of those rule-based or retrained peers."""
    yield at_least("PolNeAR dev: direct overlap F", row["direct_overlap"], 85.0)
    yield at_least("PolNeAR dev: direct exact F", row["direct_exact"], 70.0)
    yield at_least("PolNeAR dev: direct attrT", row["direct_attr"], 76.0)
    published = [peer for peer in peers if "trial tagger" not in peer["system"] and "human" not in peer["system"]]
    for key, name in (("mixed_token", "mixed token F"), ("speech_recall", "indirect/speech overlap R")):
        best = max(peer.get(key, 0.0) for peer in published)
        yield at_least(f"PolNeAR dev: {name}, best peer,", row[key], best)


def events_checks(row: dict[str, Any]) -> Iterator[Check]:
    """Check a row of the four development events."""
    yield at_least("four dev events: direct recall", row["direct_recall"], 95.0)
    yield at_least("four dev events: direct exact", row["direct_exact"], 90.0)
    yield at_most("four dev events: alarms per hundred", row["alarms"], 3.0)


def marked_spans(article: Gold) -> list[tuple[int, int]]:
    """Return the stretches that truly stand in marks: direct contents, and what is quoted inside mixed ones."""
    found = []
    for quote in article["quotes"]:
        for start, end in quote["content"]:
            if quote["kind"] == "direct":
                found.append((start, end))
            elif quote["kind"] == "mixed":
                inside = PARTIAL.finditer(article["text"], start, end)
                found += [match.span(1) for match in inside]
    return found


def paired_spans(reader: Reader, text: str) -> list[tuple[int, int]]:
    """Return the stretches between marks as the library pairs them."""
    document = reader.parse(text)
    quotations, _ = pair(text, document.paragraphs, find_marks(text, load(document.language)))
    return [(span.start, span.end) for each in quotations for inner in _with_inner(each) for span in inner.spans]


def _with_inner(quotation: Quotation) -> Iterator[Quotation]:
    yield quotation
    for inner in quotation.inner:
        yield from _with_inner(inner)


def marks_check(reader: Reader, article: Gold, scorer: ModuleType) -> Check:
    """Check that each marked span is paired right, word for word, and nothing else is taken for one."""
    words = scorer.words_of(article["text"])
    true = [frozenset(scorer.covered(words, [span])) for span in marked_spans(article)]
    paired = [frozenset(scorer.covered(words, [span])) for span in paired_spans(reader, article["text"])]
    right, others = sum(span in paired for span in true), sum(span not in true for span in paired)
    text = f"seed: all {len(true)} marked spans right, none inverted"
    return Check(text, f"{right} right, {others} others", right == len(true) and not others)


def chain_checks(event: Gold, record: dict[str, Any], scorer: ModuleType) -> Iterator[Check]:
    """Check through whom the seed's quotes are credited."""
    article = event["articles"][0]
    words = scorer.words_of(article["text"])
    predicted = record["articles"][0]["quotes"]
    for text, ids in THROUGH_AN_AGENCY.items():
        golds = [next(quote for quote in article["quotes"] if quote["id"] == f"seed.{id}") for id in ids]
        chains = [_chain_of(gold, predicted, words, scorer) for gold in golds]
        full = [_same_chain(chain, gold["chain"], event, scorer) for chain, gold in zip(chains, golds, strict=True)]
        accepted = [
            any(_same_chain(chain, each, event, scorer) for each in [gold["chain"], *gold.get("chain_also", [])])
            for chain, gold in zip(chains, golds, strict=True)
        ]
        measured = f"{sum(full)} of {len(golds)} with the whole chain, {sum(accepted)} accepted"
        yield Check(f"seed: {text}", measured, full[0] and all(accepted))


def _chain_of(gold: Gold, predicted: list[Gold], words: Any, scorer: ModuleType) -> list[str]:
    """Return the chain of the predicted quote that is most like the gold one; empty where none is like it."""
    wanted = scorer.covered(words, gold["content"])
    likeness = [float(scorer.jaccard(wanted, scorer.covered(words, quote["content"]))) for quote in predicted]
    best = max(likeness, default=0.0)
    return list(predicted[likeness.index(best)]["chain"]) if best >= LEAST_SHARE else []


def _same_chain(chain: list[str], wanted: list[str], event: Gold, scorer: ModuleType) -> bool:
    return len(chain) == len(wanted) and all(
        scorer.same_name(name, each, event["speakers"]) for name, each in zip(chain, wanted, strict=True)
    )


def comparison_checks(event: Gold, record: dict[str, Any], scorer: ModuleType) -> Iterator[Check]:
    """Check what comparing the seed's accounts aligns, and what it reports as told by one account alone."""
    words = scorer.words_of(event["articles"][0]["text"])
    golds = {gold["id"]: gold["mentions"] for gold in event["statements"]}
    statements = record["statements"]
    for id, name in TOLD_BY_BOTH.items():
        tied = any(
            all(_tells(each, golds[id], key, words, scorer) for key in ("armenpress", "trend")) for each in statements
        )
        yield Check(f"seed: Armenpress and TREND aligned on the {name}", "aligned" if tied else "not aligned", tied)
    for id, name in TOLD_BY_ARMENPRESS.items():
        alone = any(
            each["verdict"] == "only-in" and _tells(each, golds[id], "armenpress", words, scorer) for each in statements
        )
        yield Check(f"seed: {name} reported as only in Armenpress", "reported" if alone else "not reported", alone)


def _tells(statement: Gold, mentions: Gold, key: str, words: Any, scorer: ModuleType) -> bool:
    told, wanted = (scorer.covered(words, each.get(key) or []) for each in (statement["mentions"], mentions))
    return bool(told and wanted) and len(told & wanted) >= LEAST_SHARE * min(len(told), len(wanted))
