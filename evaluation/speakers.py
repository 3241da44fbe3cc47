"""Measures speakers and chains given the gold contents, cues and sources.

    python evaluation/speakers.py [--errors] [--only NAME] [--data DIR] [--links]

The data directory is --data, or $QUOTEATTR_DATA, or ../shared beside the repository. Nothing is tuned here: the
`train` events are for developing, all else is measured only. With --links the outer links come from
`attribution.chains`; else they are the gold ones.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import pathlib
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from attrs import evolve

from quoteattr.attribution.carrying import carry_over
from quoteattr.attribution.chains import carriers_of
from quoteattr.languages import load
from quoteattr.model.documents import Document
from quoteattr.model.quotes import Carrier, Quote, QuoteKind
from quoteattr.model.spans import Passage, Span
from quoteattr.parsing.rules import RuleParser
from quoteattr.speakers import resolve

Gold = dict[str, Any]
ROOT = pathlib.Path(__file__).resolve().parent.parent
LANGUAGE = load("en")


def data_directory(given: str | None) -> pathlib.Path:
    """Return the directory of the gold data."""
    return pathlib.Path(given or os.environ.get("QUOTEATTR_DATA") or ROOT.parent / "shared")


def scorer(path: pathlib.Path) -> ModuleType:
    """Import a scorer from the data directory."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def passage(text: str, spans: list[list[int]] | None) -> Passage:
    """Build a passage from gold offsets."""
    return Passage.of(text, *(Span(start, end) for start, end in spans or ()))


def to_quote(text: str, gold: Gold, links: bool) -> Quote:
    """Build a quote from its gold content, cue and source; with its gold outer links where they are wanted."""
    outer = gold.get("outer") or {}
    carriers = () if links else tuple(Carrier(passage(text, [span])) for span in outer.get("source", ()))
    return Quote(
        content=passage(text, gold["content"]),
        kind=QuoteKind(gold.get("kind", "direct")),
        cue=passage(text, gold.get("cue")),
        source=passage(text, gold.get("source")),
        carriers=carriers,
        closed="unclosed" not in (gold.get("defect") or []),
        confidence=1.0,
    )


def parent(quote: Quote, others: list[Quote]) -> int | None:
    """Return the smallest quote in whose content another lies with its cue and source."""
    wanted = [span for part in (quote.content, quote.cue, quote.source) for span in part]
    fits = [
        (len(other.content.text), place)
        for place, other in enumerate(others)
        if other is not quote
        and all(any(span in outer for outer in other.content.spans) for span in wanted)
        and other.content != quote.content
    ]
    return min(fits)[1] if fits else None


def nested(quotes: list[Quote]) -> tuple[list[Quote], dict[int, tuple[int, ...]]]:
    """Nest flat quotes; return the outermost ones and for each flat place its path in the tree."""
    parents = [parent(quote, quotes) for quote in quotes]
    paths: dict[int, tuple[int, ...]] = {}

    def build(place: int, path: tuple[int, ...]) -> Quote:
        paths[place] = path
        inner = [child for child, above in enumerate(parents) if above == place]
        return evolve(quotes[place], quotes=tuple(build(child, (*path, n)) for n, child in enumerate(inner)))

    tops = sorted((i for i, above in enumerate(parents) if above is None), key=lambda i: quotes[i].content.start)
    return [build(place, (n,)) for n, place in enumerate(tops)], paths


def at(quotes: tuple[Quote, ...], path: tuple[int, ...]) -> Quote:
    """Return the quote at a path of a tree."""
    quote = quotes[path[0]]
    return at(quote.quotes, path[1:]) if len(path) > 1 else quote


def with_links(document: Document, quotes: list[Quote]) -> list[Quote]:
    """Find the outer links with the library's own rules."""
    linked = tuple(evolve(quote, carriers=carriers_of(document, quote, LANGUAGE)) for quote in quotes)
    return list(carry_over(document, linked, LANGUAGE))


def predicted(text: str, golds: list[Gold], links: bool) -> Iterator[tuple[Gold, Quote]]:
    """Yield each gold quote with the quote as the library resolves it."""
    document = RuleParser().parse(text, "en")
    tops, paths = nested([to_quote(text, gold, links) for gold in golds])
    quotes, _ = resolve(document, with_links(document, tops) if links else tops, LANGUAGE)
    for place, gold in enumerate(golds):
        yield gold, at(quotes, paths[place])


class Tally:
    """Counts of right answers, and the wrong ones."""

    def __init__(self) -> None:
        self.rows: dict[str, list[int]] = {}
        self.errors: list[str] = []

    def count(self, row: str, right: bool) -> None:
        """Count one answer in a row."""
        cell = self.rows.setdefault(row, [0, 0])
        cell[0] += right
        cell[1] += 1


def measure_events(paths: list[pathlib.Path], same: Callable[..., bool], links: bool) -> Tally:
    """Measure speakers and chains on events."""
    tally = Tally()
    for path in paths:
        event = json.loads(path.read_text(encoding="utf-8"))
        for article in event["articles"]:
            for gold, quote in predicted(article["text"], article["quotes"], links):
                if not gold.get("optional"):
                    judge(gold, quote, event["speakers"], same, tally, article["text"])
    return tally


def judge(gold: Gold, quote: Quote, speakers: list[Gold], same: Callable[..., bool], tally: Tally, text: str) -> None:
    """Count one quote of an event."""
    name = quote.speaker.name if quote.speaker else None
    chain = [speaker.name for speaker in quote.chain]
    if gold["speaker"]:
        right = any(same(name, wanted, speakers) for wanted in [gold["speaker"], *gold.get("speaker_also", [])])
        tally.count("speaker", right)
        tally.count(f"  {quote.evidence[-1].rule}", right)
        if not right:
            tally.errors.append(shown("speaker", gold, quote, gold["speaker"], name, text))
    elif name:
        tally.count("named where gold has none", False)
    options = [gold["chain"], *gold.get("chain_also", [])]
    right = any(len(c) == len(chain) and all(map(same, chain, c, [speakers] * len(c))) for c in options)
    if len(gold["chain"]) > 1:
        tally.count("chain", right)
        tally.count("  chain length", any(len(c) == len(chain) for c in options))
    elif len(chain) > 1:
        tally.count("chain too long", False)
    if not right and (len(gold["chain"]) > 1 or len(chain) > 1):
        tally.errors.append(shown("chain", gold, quote, gold["chain"], chain, text))


def shown(what: str, gold: Gold, quote: Quote, wanted: object, got: object, text: str) -> str:
    """Describe an error in a line."""
    start = max(0, min(passage.start for passage in (quote.content, quote.cue, quote.source) if passage) - 60)
    around = text[start : max(passage.end for passage in (quote.content, quote.cue, quote.source)) + 30]
    around = around if len(around) < 260 else around[:130] + " … " + around[-120:]
    rule = quote.evidence[-1].rule
    return f"{what} {gold.get('id')}: [{quote.source}] wants {wanted!r}, got {got!r} ({rule}): {around!r}"


def measure_polnear(path: pathlib.Path, same: Callable[..., bool]) -> Tally:
    """Measure the named speakers of PolNeAR."""
    tally = Tally()
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        for gold, quote in predicted(article["text"], article["quotes"], False):
            if not gold["speaker"]:
                continue
            name = quote.speaker.name if quote.speaker else None
            right = same(name, gold["speaker"], article["speakers"])
            tally.count("speaker", right)
            tally.count(f"  {quote.evidence[-1].rule}", right)
            if not right:
                tally.errors.append(shown("speaker", gold, quote, gold["speaker"], name, article["text"]))
    return tally


def report(name: str, tally: Tally, errors: bool) -> None:
    """Print the rows of a tally, and the errors where they are wanted."""
    print(f"== {name}")
    for row in sorted(tally.rows, key=lambda row: (row.startswith("  "), row)):
        right, all_of = tally.rows[row]
        print(f"{row:34} {right:5} of {all_of:5}  {100 * right / all_of:5.1f} %")
    for error in tally.errors if errors else ():
        print("   ", error)


def main() -> None:
    """Measure all sets that are there."""
    parser = argparse.ArgumentParser(description="Measure speakers and chains on gold sources.")
    parser.add_argument("--errors", action="store_true", help="list the errors")
    parser.add_argument("--links", action="store_true", help="find the outer links, too")
    parser.add_argument("--only", help="measure this set alone: train, dev, seed, polnear")
    parser.add_argument("--data", help="the directory of the gold data")
    options = parser.parse_args()
    data = data_directory(options.data)
    if not data.is_dir():
        raise SystemExit(f"no gold data at {data}: pass --data or set QUOTEATTR_DATA")
    same = scorer(data / "events/score_events.py").same_name
    sets = {
        "train": sorted((data / "events/train").glob("*.json")),
        "dev": sorted((data / "events").glob("dev_*.json")),
        "seed": [data / "events/seed.json"],
    }
    for name, paths in sets.items():
        if options.only in (None, name):
            report(name, measure_events(paths, same, options.links), options.errors)
    if options.only in (None, "polnear"):
        same = scorer(data / "gold/score.py").same_speaker
        report("polnear", measure_polnear(data / "gold/polnear-dev-speakers.jsonl", same), options.errors)


if __name__ == "__main__":
    main()
