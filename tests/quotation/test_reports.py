"""Reports of one line: cue, source and content in every order."""

from __future__ import annotations

import pytest

import quoteattr
from quoteattr.model.quotes import Polarity
from quoteattr.quotation.reports import reports_in
from quoteattr.quotation.values import Report
from tests.grammar.lined import LANGUAGE, line_of


def reports(text: str) -> list[Report]:
    """Return the reports of a text of one line."""
    return list(reports_in(line_of(text), LANGUAGE))


@pytest.mark.parametrize(
    ("text", "rule", "source"),
    [
        ('"We won," said Ida Obi.', "quotation-before-tag", "Ida Obi"),
        ('"We won," Ida Obi said.', "quotation-before-tag", "Ida Obi"),
        ('Ida Obi said: "We won."', "quotation-after-cue", "Ida Obi"),
        ("Ida Obi said that it rained.", "that-clause", "Ida Obi"),
        ("It rained, Ida Obi said.", "clause-before-tag", "Ida Obi"),
        ("The Courier quoted Ida Obi as saying it rained.", "quoted-as-saying", "Ida Obi"),
    ],
)
def test_the_rule_and_the_source_of_a_report(text: str, rule: str, source: str) -> None:
    """Each order of cue, source and content has its rule, and the source is the same."""
    (report,) = reports(text)
    assert report.source is not None
    assert (report.rule, report.source.of(text)) == (rule, source)


def test_an_interrupted_quotation_is_one_report() -> None:
    """Both parts of a quotation around its tag belong to one report."""
    (report,) = reports('"We will appeal," she said, "and win."')
    assert len(report.quotations) == 2


def test_a_tag_that_ends_in_a_colon_waits() -> None:
    """A cue with a colon and nothing behind it is open."""
    (report,) = reports("Ida Obi said:")
    assert report.open
    assert not report.contents


def test_two_cues_of_one_subject_are_two_reports() -> None:
    """A participle goes on with the source of the cue before it."""
    text = "Ida Obi said it rained, adding that it was cold."
    first, second = reports(text)
    assert first.source == second.source
    assert [content.of(text) for content in first.contents] == ["it rained"]


def test_a_denial_is_negative() -> None:
    """A cue that denies gives its report a negative polarity."""
    (report,) = reports("Ida Obi denied that it rained.")
    assert report.polarity is Polarity.NEGATIVE


@pytest.mark.parametrize("text", ["It rained in Velm.", "He declined to comment.", "Nobody said it rained."])
def test_no_report(text: str) -> None:
    """Narration, refusals and speech of nobody are no reports."""
    assert reports(text) == []


def test_a_tag_with_an_aside_is_no_quote() -> None:
    """What an agency recalls is what somebody said, and not that he said it."""
    text = "Nordwire recalls that the mayor, speaking in Brask in May, said: “We will not move the pier.”"
    (quote,) = quoteattr.read(text).quotes
    assert quote.content.text == "We will not move the pier."
    assert [link.name for link in quote.chain] == ["Nordwire", "the mayor"]
