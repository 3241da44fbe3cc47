"""Siblings: figures of two measures that go together and are not one."""

from __future__ import annotations

import pytest

from quoteattr.model.comparisons import Verdict
from tests.comparison.told import account, compared

TWO = [
    ("Shares in Halden rose 6 per cent", "Shares in Skarn fell 3 per cent"),
    ("Turnover rose to 5 billion crowns", "Net profit fell to 2 billion crowns"),
    ("Exports rose 6 per cent", "Imports rose 9 per cent"),
    ("Inflation in May was 3 per cent", "Inflation in April was 4 per cent"),
    ("Sales in the second quarter fell 3 per cent", "Sales in the third quarter fell 5 per cent"),
]
ONE = [
    ("Turnover rose to 5 billion crowns", "Turnover rose to 7 billion crowns"),
    ("Shares in Halden rose 6 per cent", "Shares in Halden rose 9 per cent"),
    ("Halden's profit rose 6 per cent", "Profit rose 9 per cent"),
    ("Inflation in May was 3 per cent", "Inflation in May was 4 per cent"),
    ("Inflation was 3 per cent in May, after 4 in April", "Inflation was 5 per cent in May"),
]


@pytest.mark.parametrize(("left", "right"), TWO)
def test_measures_of_two_subjects_are_no_counterparts(left: str, right: str) -> None:
    """Other shares and sums, each of a subject or of a time of its own, answer two questions."""
    told = compared(account("Courier", left), account("Gazette", right))
    assert {each.verdict for each in told} == {Verdict.ONLY_IN}


@pytest.mark.parametrize(("left", "right"), ONE)
def test_other_figures_of_one_subject_diverge(left: str, right: str) -> None:
    """Of one subject, or of one that only one account names in full, other figures are a divergence."""
    told = compared(account("Courier", left), account("Gazette", right))
    assert [each.verdict for each in told] == [Verdict.DIVERGE]
