"""Headlines that credit their words without a verb."""

from __future__ import annotations

import pytest

from quoteattr.quotation.headlines import headline_reports
from tests.grammar.lined import LANGUAGE, line_of

NAMES = frozenset({"brandt"})


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Brandt: no new tax this year", "Brandt", "no new tax this year"),
        ("No new tax this year - Brandt", "Brandt", "No new tax this year"),
        ("No new tax this year – minister", "minister", "No new tax this year"),
    ],
)
def test_a_name_beside_a_colon_or_dash_is_the_source(text: str, source: str, content: str) -> None:
    """A name that the text uses, or a noun for a party, is credited with the rest of the headline."""
    (report,) = headline_reports(line_of(text), LANGUAGE, NAMES)
    assert report.source is not None
    assert (report.source.of(text), [span.of(text) for span in report.contents]) == (source, [content])


@pytest.mark.parametrize("text", ["Exclusive: no new tax", "Velm - no new tax", "No new tax", "Update: no new tax"])
def test_a_label_is_no_source(text: str) -> None:
    """Labels, and names that the text does not use, are credited with nothing."""
    assert list(headline_reports(line_of(text), LANGUAGE, NAMES)) == []
