"""The texts that speed is measured on, and the report."""

from __future__ import annotations

import sys

import pytest

from benchmarks.articles import articles
from benchmarks.speed import WANTED, report


def test_articles_are_enough_words_and_all_different() -> None:
    """There are as many words as asked for, no article twice, and the same articles in each run."""
    made = list(articles(6_000))
    assert sum(len(text.split()) for text in made) >= 6_000
    assert len(set(made)) == len(made)
    assert made == list(articles(6_000))


def test_nothing_is_left_to_fill_in() -> None:
    """Each place for a name, a number or a day is filled."""
    for text in articles(3_000):
        assert "{" not in text


def test_paragraphs_come_in_another_order() -> None:
    """The same style has its later paragraphs in another order the next time, so that no page is like another."""
    made = list(articles(6_000))
    assert len({tuple(len(line.split()) for line in text.split("\n\n")) for text in made[::3]}) > 1


def measured(system: str, rate: float) -> dict[str, object]:
    """Return a round of a system."""
    return {"system": system, "words": 10, "quotes": 1, "rate": rate, "wall_rate": rate, "peak": 1.0}


def test_the_best_round_counts() -> None:
    """Of several rounds of a system the quickest is reported, and the demand is met at its very bound."""
    rules = "quoteattr, rules"
    text = report([measured(rules, 10.0), measured(rules, float(WANTED)), measured("textacy", 3_000.0)])
    assert "quoteattr, rules reads 10.0 times" in text
    assert text.endswith(": met.")
    assert report([measured(rules, WANTED - 1.0)]).endswith(": NOT met.")


@pytest.mark.skipif(sys.platform == "win32", reason="memory is asked of the `resource` module, which is not there")
def test_a_system_is_measured_in_its_own_process() -> None:
    """A measurement counts the words and quotes that were read, and takes time."""
    from benchmarks.speed import measure

    result = measure("quoteattr", 500)
    assert result["words"] >= 500
    assert result["quotes"] > 0
    assert result["rate"] > 0
