"""Numbers and moments in text."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.grammar.moments import moments
from quoteattr.grammar.quantities import quantities
from quoteattr.grammar.stems import concept, stem
from quoteattr.grammar.terms import terms_of
from quoteattr.languages import load

ENGLISH = load("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-five guards", [(25, 25, "count", "")]),
        ("two hundred and forty seats", [(240, 240, "count", "")]),
        ("240.000 crowns", [(240000, 240000, "money", "")]),
        ("more than 1.2 million people", [(1200000, 1200000, "count", "over")]),
        ("between 180 and 200 people", [(180, 200, "count", "")]),
        ("two thirds of members", [(200 / 3, 200 / 3, "percent", "")]),
        ("one in three homes", [(100 / 3, 100 / 3, "percent", "")]),
        ("by 19 votes to 13", [(19, 13, "result", "")]),
        ("nearly 40 per cent", [(40, 40, "percent", "under")]),
        ("on 14 June 2032 at 03:40", []),
        ("one of them", []),
        ("in 2031", []),
    ],
)
def test_numbers_are_read(text: str, expected: list[tuple[float, float, str, str]]) -> None:
    """Figures, words, shares, ranges and results are read; dates, times and a bare "one" are not."""
    assert [(q.low, q.high, q.kind.value, q.bound) for q in quantities(text, ENGLISH)] == expected


def test_yesterday_is_resolved_by_the_day_of_publication() -> None:
    """With a day of publication "yesterday" is a date; without one it is nothing."""
    (moment,) = moments("It broke yesterday", ENGLISH, "2031-05-04")
    assert (moment.year, moment.months, moment.day, moment.weekday) == (2031, (5,), 3, 5)
    assert moments("It broke yesterday", ENGLISH) == ()


def test_may_is_a_month_only_beside_a_day_or_a_preposition() -> None:
    """The modal "may" is no date."""
    assert moments("It may break", ENGLISH) == ()
    assert [m.months for m in moments("It broke in May", ENGLISH)] == [(5,)]


@pytest.mark.parametrize(
    ("a", "b"), [("negotiated", "negotiations"), ("took", "takes"), ("villages", "village"), ("stopped", "stop")]
)
def test_forms_of_a_word_share_a_stem(a: str, b: str) -> None:
    """Inflected and derived forms have one stem."""
    assert stem(a, ENGLISH) == stem(b, ENGLISH)


def test_synonyms_share_a_concept() -> None:
    """Words of one group have one concept, whatever their form."""
    assert concept("sidelines", ENGLISH) == concept("margin", ENGLISH)
    assert concept("sidelines", ENGLISH) != concept("bridge", ENGLISH)


@given(st.text(max_size=80))
def test_any_text_has_terms(text: str) -> None:
    """Numbers, moments and terms are found in any text, within its bounds."""
    terms_of(text, ENGLISH)
    found = [each.span for each in (*quantities(text, ENGLISH), *moments(text, ENGLISH, "2031-05-04"))]
    assert all(0 <= span.start < span.end <= len(text) for span in found)


MADE_UP = evolve(
    ENGLISH,
    comparing={
        "months": {"junio": 6},
        "numbers": {"du": 2, "dek": 10},
        "multipliers": {"cent": 100},
        "moments": {"day_links": ["di"], "before_years": ["en"]},
        "quantities": {
            "joints": ["ed"],
            "multiplying": ["cent"],
            "inner_multipliers": ["cent"],
            "range_links": ["til"],
        },
        "stems": {"endings": "oj o", "vowels": "aeiou"},
    },
)


def test_the_words_around_numbers_are_the_language_s() -> None:
    """What joins the words of a number, and the ends of a range, is read from the language's data."""
    assert [(q.low, q.high) for q in quantities("10 til 15 homi, du cent ed dek homi", MADE_UP)] == [
        (10, 15),
        (210, 210),
    ]
    assert [(q.low, q.high) for q in quantities("10 to 15 homi", MADE_UP)] == [(10, 10), (15, 15)]


def test_the_words_around_days_are_the_language_s() -> None:
    """What stands between a day and its month, and before a year, is read from the language's data."""
    assert [(m.day, m.months, m.year) for m in moments("14 di Junio, en 2031", MADE_UP)] == [
        (14, (6,), None),
        (None, (), 2031),
    ]
    assert [m.day for m in moments("14 of Junio", MADE_UP)] == [None]


def test_the_endings_of_stems_are_the_language_s() -> None:
    """A stem is what the language's endings leave; another language's endings stay on."""
    assert [stem(word, MADE_UP) for word in ("pontoj", "ponto", "bridges")] == ["pont", "pont", "bridges"]
