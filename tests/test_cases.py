"""Every case is read as it is marked: contents, cues, sources, and the facts beside them."""

from __future__ import annotations

import pytest

import quoteattr
from quoteattr.model.quotes import Quote
from quoteattr.model.readings import Reading
from tests.cases import KNOWN, PARTS, Case, Found, cases, piece

CASES = tuple(cases("en"))
PARAMETERS = [
    pytest.param(
        case,
        id=f"{case.phenomenon}: {case.behaviour}",
        marks=[pytest.mark.xfail(strict=True, reason="a known failure")] if case.phenomenon == KNOWN else [],
    )
    for case in CASES
]

TEMPTING = [case for case in CASES if "not" in case.marks and case.phenomenon != KNOWN]


def found(quote: Quote, text: str) -> Found:
    """Return the pieces of a quote's content, cue and source without their edges."""
    return {part: tuple(piece(text, span.start, span.end) for span in getattr(quote, part)) for part in PARTS}


def fact_of(name: str, quote: Quote) -> str:
    """Return a fact of a quote as cases write it."""
    speaker = quote.speaker
    return {
        "kind": quote.kind.value,
        "closed": "yes" if quote.closed else "no",
        "polarity": quote.polarity.value,
        "stance": quote.stance.value,
        "speaker": speaker.name if speaker else "none",
        "speaker_kind": speaker.kind.value if speaker else "none",
        "chain": " > ".join(each.name for each in quote.chain),
        "carriers": " > ".join(carrier.source.text for carrier in quote.carriers),
    }[name]


def differing_facts(case: Case, reading: Reading) -> list[str]:
    """Return the facts of a case that do not hold in its reading."""
    by_content = {found(quote, case.text)["content"]: quote for quote in reading.all_quotes}
    wrong = []
    for (name, number), value in case.facts.items():
        if name == "issues":
            actual = " ".join(issue.kind.value for issue in reading.issues)
        else:
            actual = fact_of(name, by_content[case.expected(number)["content"]])
        if actual != value:
            wrong.append(f"{name}{number} is {actual!r}, not {value!r}")
    return wrong


@pytest.mark.parametrize("case", PARAMETERS)
def test_a_case_is_read_as_marked(case: Case) -> None:
    """The quotes of a text are those marked, with their contents, cues and sources, and none beside them."""
    reading = quoteattr.read(case.text, parser="rules")
    expected = sorted((case.expected(number) for number in case.numbers), key=str)
    assert sorted((found(quote, case.text) for quote in reading.all_quotes), key=str) == expected
    assert differing_facts(case, reading) == []


@pytest.mark.parametrize("case", TEMPTING, ids=lambda case: f"{case.phenomenon}: {case.behaviour}")
def test_what_is_no_quote_is_left_alone(case: Case) -> None:
    """No content begins in words that are marked as nobody's speech, or holds them alone."""
    contents = [span for quote in quoteattr.read(case.text).all_quotes for span in quote.content]
    assert not [s for s in contents for start, end in case.marks["not"] if start <= s.start and s.end <= end]


def test_behaviours_have_names_of_their_own() -> None:
    """No two cases of a file are called the same, so that a failure names its case."""
    names = [(case.phenomenon, case.behaviour) for case in CASES]
    assert len(names) == len(set(names))
