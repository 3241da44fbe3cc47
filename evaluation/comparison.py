"""Measure accounts and comparison on the development events, with gold quotes or with the whole pipeline.

    python evaluation/comparison.py                 # the development events, gold quotes
    python evaluation/comparison.py --train         # the training events
    python evaluation/comparison.py --read          # quotes as the pipeline finds them
    python evaluation/comparison.py --show EVENT    # what is aligned and judged in one event
    python evaluation/comparison.py --pairs         # judging alone, on pairs of real news

The events lie in `$QUOTEATTR_SHARED`, or in `../shared` beside the repository. They are only read.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quoteattr.alignment import align
from quoteattr.comparison import judge
from quoteattr.languages import load
from quoteattr.model.articles import Article
from quoteattr.model.comparisons import ComparedStatement
from quoteattr.model.quotes import Carrier, Polarity, Quote, QuoteKind
from quoteattr.model.readings import Account, Reading
from quoteattr.model.spans import Passage, Span
from quoteattr.model.speakers import Speaker, SpeakerKind
from quoteattr.model.statements import Statement, Telling
from quoteattr.options import CompareOptions
from quoteattr.parsing.rules import RuleParser
from quoteattr.statements import tellings, whole_telling

SHARED = Path(os.environ.get("QUOTEATTR_SHARED", Path(__file__).resolve().parents[2] / "shared"))
LANGUAGE = load("en")


def passage(text: str, spans: list[list[int]]) -> Passage:
    """Return the passage at these offsets."""
    return Passage.of(text, *(Span(start, end) for start, end in spans or ()))


def gold_reading(event: dict[str, Any], record: dict[str, Any]) -> Reading:
    """Return a reading whose quotes are the gold's."""
    article = Article(
        text=record["text"], outlet=record["outlet"], title=record["title"], published=record["published"]
    )
    speakers = {
        s["name"]: Speaker(name=s["name"], kind=SpeakerKind(s["kind"]), aliases=tuple(s["aliases"]))
        for s in event["speakers"]
    }
    quotes = tuple(gold_quote(record["text"], quote, speakers) for quote in outermost(record["quotes"]))
    document = RuleParser().parse(article.text, "en")
    told = tellings(article, document, quotes, LANGUAGE)
    return Reading(article=article, document=document, quotes=quotes, tellings=told)


def outermost(quotes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out quotes that lie inside another."""

    def inside(a: dict[str, Any], b: dict[str, Any]) -> bool:
        (s, e), (t, f) = (a["content"][0][0], a["content"][-1][1]), (b["content"][0][0], b["content"][-1][1])
        return a is not b and t <= s and e <= f and (t, f) != (s, e)

    kept = [q for q in quotes if not any(inside(q, other) for other in quotes)]
    return sorted(kept, key=lambda q: q["content"])


def gold_quote(text: str, quote: dict[str, Any], speakers: dict[str, Speaker]) -> Quote:
    """Return a gold quote as a value."""
    chain = tuple(speakers.get(name, Speaker(name=name)) for name in quote["chain"])
    outer = quote.get("outer") or {}
    carriers = (Carrier(passage(text, outer.get("source", [])), passage(text, outer.get("cue", []))),) if outer else ()
    return Quote(
        content=passage(text, quote["content"]),
        kind=QuoteKind(quote["kind"]),
        cue=passage(text, quote["cue"]),
        source=passage(text, quote["source"]),
        speaker=speakers.get(quote["speaker"]) if quote["speaker"] else None,
        chain=chain,
        carriers=carriers,
        polarity=Polarity(quote.get("polarity", "positive")),
    )


def pipeline_reading(event: dict[str, Any], record: dict[str, Any], parser: str | None = None) -> Reading:
    """Return what the library reads."""
    import quoteattr

    names = ("outlet", "title", "published")
    return quoteattr.read(record["text"], parser=parser, **{name: record[name] for name in names})


def accounts_of(event: dict[str, Any], readings: list[Reading]) -> tuple[list[str], list[Account]]:
    """Return the accounts with the gold's keys; accounts inside one article go by the overlap of spans."""
    if not event.get("accounts"):
        keys = [record["id"] for record in event["articles"]]
        return keys, [Account(reading=r, telling=whole_telling(r.tellings)) for r in readings]
    keys, accounts = [], []
    for account in readings[0].accounts:
        shared = {g["id"]: overlap(account, g["spans"]) for g in event["accounts"]}
        best = max(shared, key=lambda key: shared[key])
        if shared[best] and best not in keys:
            keys.append(best)
            accounts.append(account)
    return keys, accounts


def overlap(account: Account, spans: list[list[int]]) -> int:
    """Count the characters of an account's statements that lie in `spans`."""
    own = [span for statement in account.statements for span in statement.passage]
    return sum(max(0, min(s.end, e) - max(s.start, b)) for s in own for b, e in spans)


def prediction(event: dict[str, Any], read: Any) -> tuple[dict[str, Any], Sequence[ComparedStatement]]:
    """Compare the articles of an event and return the result in the gold's form."""
    readings = [read(event, record) for record in event["articles"]]
    keys, accounts = accounts_of(event, readings)
    options = CompareOptions()
    judged = judge(accounts, align(accounts, LANGUAGE, options), LANGUAGE, options)
    statements = [
        {
            "mentions": {
                key: [[s.start, s.end] for s in m.passage] for key, m in zip(keys, each.mentions, strict=True) if m
            },
            "verdict": each.verdict.value,
            "why": sorted({difference.kind.value for difference in each.differences}),
        }
        for each in judged
    ]
    return {"articles": [dict(record, quotes=[]) for record in event["articles"]], "statements": statements}, judged


def measure(paths: list[Path], read: Any) -> str:
    """Run the shared scorer over predictions for the events at `paths`."""
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            result, _ = prediction(json.loads(path.read_text(encoding="utf-8")), read)
            Path(folder, path.name).write_text(json.dumps(result), encoding="utf-8")
        command = [sys.executable, str(SHARED / "events" / "score_events.py"), *map(str, paths), "--pred", folder]
        lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return "\n".join(line for line in lines if line.split()[0] in ("links", "verdict", "diverge", "why", "only-in"))


def show(path: Path, read: Any) -> str:
    """Return what is aligned and judged in one event, as text."""
    _, judged = prediction(json.loads(path.read_text(encoding="utf-8")), read)
    lines = []
    for each in judged:
        lines.append(f"{each.verdict.value} {each.score:.2f}")
        lines += [f"    {t}: {m.passage.text}" for t, m in zip(each.tellers, each.mentions, strict=True) if m]
        lines += ["      - " + difference.explain() for difference in each.differences]
    return "\n".join(lines)


def pair_verdict(a: str, b: str, days: Sequence[str | None] = (None, None)) -> ComparedStatement:
    """Judge two passages that are known to be counterparts."""
    accounts = []
    for name, text, day in zip(("A", "B"), (a, b), days, strict=True):
        article = Article(text=text, outlet=name, published=day)
        statement = Statement(passage=Passage.of(text, Span(0, len(text))))
        telling = Telling(teller=name, spans=(Span(0, len(text)),), statements=(statement,))
        document = RuleParser().parse(text, "en")
        accounts.append(
            Account(reading=Reading(article=article, document=document, tellings=(telling,)), telling=telling)
        )
    options = CompareOptions(least_score=0.0)
    judged = judge(accounts, align(accounts, LANGUAGE, options), LANGUAGE, options)
    return max(judged, key=lambda each: sum(m is not None for m in each.mentions))


def measure_pairs(name: str) -> str:
    """Judge pairs that are labelled agree or diverge and count flags."""
    rows = [json.loads(line) for line in (SHARED / "alignment" / name).read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["label"] in ("agree", "diverge", "update")]
    counts: dict[tuple[str, str], int] = {}
    for row in rows:
        result = pair_verdict(
            row.get("a_text", row.get("text_a", row.get("a"))), row.get("b_text", row.get("text_b", row.get("b")))
        )
        key = (row["label"] + (":" + row["kind"] if row.get("kind") else ""), result.verdict.value)
        counts[key] = counts.get(key, 0) + 1
    return name + "\n" + "\n".join(f"  {gold:16} {verdict:8} {n}" for (gold, verdict), n in sorted(counts.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--train", action="store_true")
    parser.add_argument("--read", action="store_true")
    parser.add_argument("--pairs", action="store_true")
    parser.add_argument("--show")
    args = parser.parse_args()
    if not SHARED.is_dir():
        print("the shared development sets are not here; nothing is measured")
        return
    read = pipeline_reading if args.read else gold_reading
    events = SHARED / "events"
    if args.pairs:
        print(*(measure_pairs(name) for name in ("challenge_dev.jsonl", "real_pairs_dev.jsonl")), sep="\n")
    elif args.show:
        print(show(next(iter(sorted(events.rglob(args.show + ".json")))), read))
    else:
        paths = sorted((events / "train").glob("*.json")) if args.train else sorted(events.glob("*.json"))
        print(measure(paths, read))


if __name__ == "__main__":
    main()
