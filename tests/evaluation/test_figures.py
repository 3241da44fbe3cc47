"""Tables, checks and the page."""

from __future__ import annotations

import pytest

from evaluation import page, tables
from evaluation.checks import at_least, at_most, marked_spans, paired_spans, polnear_checks
from evaluation.confidence import lines, smoothed
from evaluation.matching import Outcome, outcomes
from evaluation.measuring import Measured
from evaluation.reliability import bins
from evaluation.shared import ROOT, folder, scorer
from quoteattr import Reader
from tests.evaluation.here import needs_data

TEXT = 'Ona Ferro said: "We "won" it. "Twice," she said, and that it was "pure luck" at last.'


def outcome(confidence: float, *, found: bool, source_right: bool | None = None) -> Outcome:
    """Return an outcome of one rule."""
    return Outcome(rule="content/turn", confidence=confidence, found=found, source_right=source_right)


def span(words: str, text: str = TEXT) -> list[int]:
    """Return where words stand in a text."""
    return [text.index(words), text.index(words) + len(words)]


def test_peers_have_only_columns_that_are_shown() -> None:
    """Each figure of another system belongs to a column of its table."""
    columns = {"polnear": tables.POLNEAR, "events": tables.EVENTS, "statements": tables.STATEMENTS}
    for name, rows in tables.peers().items():
        assert not {key for row in rows for key in row} - set(columns[name])
        assert all(row["system"] for row in rows)


def test_a_bound_is_kept_from_its_own_side() -> None:
    """A demand is met at its very bound, from above or from below, and never without a figure."""
    assert [at_least("a", value, 95.0).passed for value in (95.0, 94.9, None)] == [True, False, False]
    assert [at_most("a", value, 3.0).passed for value in (3.0, 3.1)] == [True, False]


def test_the_best_peer_sets_the_bound() -> None:
    """Networks on trial and people do not set the bound, other systems do."""
    row = dict.fromkeys(tables.POLNEAR, 65.0)
    others = [
        {"system": "one", "mixed_token": 60.0, "speech_recall": 70.0},
        {"system": "trial tagger", "mixed_token": 99},
    ]
    verdicts = {check.text.split(": ")[1]: check.passed for check in polnear_checks(row, others)}
    assert verdicts["mixed token F, best peer, >= 60"]
    assert not verdicts["indirect/speech overlap R, best peer, >= 70"]


def test_marked_spans_are_direct_contents_and_partial_quotations() -> None:
    """What stands in marks is each piece of a direct content, and what is quoted inside a mixed one."""
    quotes = [
        {"kind": "direct", "content": [span("Twice,")]},
        {"kind": "mixed", "content": [span('it was "pure luck" at last')]},
        {"kind": "indirect", "content": [span("at last")]},
    ]
    found = [TEXT[start:end] for start, end in marked_spans({"text": TEXT, "quotes": quotes})]
    assert found == ["Twice,", "pure luck"]


def test_paired_spans_are_those_between_marks() -> None:
    """Pairing gives the stretches between marks, those inside others included."""
    text = "“She cried ‘Stop!’ twice,” he said. “Then she left.”"
    found = {text[start:end] for start, end in paired_spans(Reader(), text)}
    assert found == {"She cried ‘Stop!’ twice,", "Stop!", "Then she left."}


def test_bins_hold_their_lower_bound_and_the_last_holds_one() -> None:
    """A confidence on a bound belongs to the upper bin; full confidence to the last."""
    held = bins([outcome(value, found=True) for value in (0.49, 0.5, 0.9, 1.0)])
    assert [(each.low, each.quotes) for each in held] == [(0.0, 1), (0.5, 1), (0.9, 2)]


def test_a_found_quote_without_gold_source_says_nothing_on_sources() -> None:
    """The share of right sources leaves out what cannot be right or wrong; a quote not found is wrong."""
    (held,) = bins([outcome(0.7, found=True), outcome(0.7, found=True, source_right=True), outcome(0.7, found=False)])
    assert (held.quotes, held.sourced, held.both_right) == (3, 2, 0.5)
    (held,) = bins([outcome(0.7, found=True)])
    assert held.both_right is None


def test_a_rule_seen_once_is_never_sure() -> None:
    """Shares are smoothed: one right answer of one is two thirds, none of none a half."""
    assert smoothed(1, 1) == pytest.approx(2 / 3)
    assert smoothed(0, 0) == 0.5
    assert '"content/turn" = 0.500  # 1 of 2 found' in list(
        lines([outcome(0.1, found=True), outcome(0.1, found=False)], "table")
    )


def measured() -> Measured:
    """Return figures of an engine that is always half right."""
    rows = {name: dict.fromkeys(getattr(tables, name), 50.0) | {"system": "half"} for name in ("POLNEAR", "SPEAKERS")}
    events, statements = ({"system": "half"} for _ in range(2))
    return Measured(
        system="half",
        polnear=rows["POLNEAR"],
        speakers=rows["SPEAKERS"],
        events=events,
        events_alone=events,
        statements=statements,
        statements_alone=statements,
        events_kept=events,
        statements_kept=statements,
        reliability=({"range": "0.5 to 0.6", "quotes": 3},),
        checks=(at_least("one", 50.0, 40.0), at_least("two", 50.0, 60.0)),
    )


def test_the_page_shows_all_systems_and_checks() -> None:
    """The page has the peers beside each engine, and a line for each demand, met or not."""
    text = page.page([measured()])
    assert "textacy" in text
    assert "| half " in text
    assert "| pass | one >= 40 " in text
    assert "| FAIL | two >= 60 " in text


def test_two_engines_have_their_own_tables_of_confidence() -> None:
    """Explanations stand once, tables for each engine."""
    text = page.page([measured(), measured()])
    assert text.count("\nhalf:\n") == 4
    assert text.count("## What confidence means") == 1


def test_the_page_in_the_docs_is_of_this_form() -> None:
    """The page in the docs has been written since its explanations were last changed."""
    written = (ROOT / "docs" / "explanation" / "evaluation.md").read_text(encoding="utf-8")
    for text in (page.POLNEAR, page.SPEAKERS, page.EVENTS, page.STATEMENTS, page.KEPT, page.RELIABILITY, page.WEAK):
        assert text in written


@needs_data
def test_an_outcome_is_found_with_its_source() -> None:
    """A quote like the gold one is found with its source, another is not; one like an optional one is left out."""
    score = scorer(folder() / "gold/score.py")
    text = "Ona Ferro said the ferry sank. Critics said nobody drowned in it. It was seen by all."
    gold = [
        {"content": [span("the ferry sank", text)], "source": [span("Ona Ferro", text)]},
        {"content": [span("nobody drowned in it", text)], "source": [], "optional": True},
    ]
    predicted = [
        {"content": [span(words, text)], "source": [span("Ona Ferro", text)], "rule": "content/any", "confidence": 0.5}
        for words in ("the ferry sank", "nobody drowned in it", "It was seen by all")
    ]
    found = list(outcomes(score, {"text": text, "quotes": gold}, {"quotes": predicted}))
    assert [(each.found, each.source_right) for each in found] == [(True, True), (False, None)]
