"""Measure one engine on every development set."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import frozen

from quoteattr import Reader

from . import shared
from .checks import Check, chain_checks, comparison_checks, events_checks, marks_check, polnear_checks
from .engines import label
from .figures import events_row, polnear_row, reliability_row, speakers_row, statements_row
from .predictions import articles_record, event_record
from .reliability import all_outcomes, bins
from .shared import Gold
from .tables import peers

Row = dict[str, Any]
Records = list[tuple[Gold, dict[str, Any]]]


@frozen(kw_only=True)
class Measured:
    """All that was measured of one engine, as rows of the tables."""

    system: str
    polnear: Row
    speakers: Row
    events: Row
    events_alone: Row
    statements: Row
    statements_alone: Row
    events_kept: Row
    statements_kept: Row
    reliability: tuple[Row, ...]
    checks: tuple[Check, ...]


@frozen(kw_only=True)
class Scorers:
    """The shared scorers, imported from where they lie."""

    quotes: ModuleType
    events: ModuleType

    @classmethod
    def of(cls, data: Path) -> Scorers:
        """Import the scorers of a folder of data."""
        return cls(quotes=shared.scorer(data / "gold/score.py"), events=shared.scorer(data / "events/score_events.py"))


def measure(reader: Reader, data: Path) -> Measured:
    """Read and compare everything with one engine, and score it."""
    scorers, system = Scorers.of(data), f"quoteattr, {label(reader)}"
    news = shared.articles(data / "gold/polnear-dev.jsonl")
    told = articles_record(reader, news)
    named = shared.articles(data / "gold/polnear-dev-speakers.jsonl")
    seed = shared.seed(data)
    first = (seed, event_record(reader, seed))
    invented = [(event, event_record(reader, event)) for event in shared.dev_events(data)]
    kept = scorers.events.score([(event, event_record(reader, event)) for event in shared.kept_events()])
    together, alone = scorers.events.score([first, *invented]), scorers.events.score(invented)
    polnear = polnear_row(system, scorers.quotes.score(news, told))
    events_alone = events_row(system, alone)
    return Measured(
        system=system,
        polnear=polnear,
        speakers=speakers_row(system, scorers.quotes.score(named, articles_record(reader, named))),
        events=events_row(system, together),
        events_alone=events_alone,
        statements=statements_row(system, together),
        statements_alone=statements_row(system, alone),
        events_kept=events_row(system, kept),
        statements_kept=statements_row(system, kept),
        reliability=reliability(scorers, [(news[key], told[key]) for key in news] + _articles_of(invented)),
        checks=(
            *seed_checks(reader, first, scorers),
            *events_checks(events_alone),
            *polnear_checks(polnear, [dict(peer) for peer in peers()["polnear"]]),
        ),
    )


def seed_checks(reader: Reader, seed: tuple[Gold, dict[str, Any]], scorers: Scorers) -> tuple[Check, ...]:
    """Check what the seed article demands."""
    event, record = seed
    return (
        marks_check(reader, event["articles"][0], scorers.events),
        *chain_checks(event, record, scorers.events),
        *comparison_checks(event, record, scorers.events),
    )


def reliability(scorers: Scorers, records: Records) -> tuple[Row, ...]:
    """Return the table of confidence against right answers."""
    return tuple(reliability_row(each) for each in bins(all_outcomes(scorers.quotes, records)))


def _articles_of(events: Records) -> Records:
    return [
        (article, told)
        for event, record in events
        for article, told in zip(event["articles"], record["articles"], strict=True)
    ]
