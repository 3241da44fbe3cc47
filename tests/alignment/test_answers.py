"""What kind of question the numbers and times of a statement answer."""

from __future__ import annotations

import pytest

from quoteattr.alignment.answers import answers_of
from tests.comparison.told import ENGLISH


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        ("Nine people were killed", "The death toll rose to 14 persons", {"count", "fate 0"}),
        ("The quay gave way at 4.20 am", "It fell shortly before 5 o'clock in the morning, at 4:50", {"clock"}),
        ("They meet on Friday", "They meet on 3 May", {"day"}),
        ("The bridge costs £3m", "The price is 4 million euros", {"money"}),
        ("Nine people were killed", "Nine people were hurt", {"count"}),
        ("The mayor was killed", "The mayor died", set()),
    ],
)
def test_answers_of_one_kind(first: str, second: str, shared: set[str]) -> None:
    """Two statements share the kinds of answers that both give, whatever the answers are."""
    one, other = (answers_of(text, ENGLISH) for text in (first, second))
    assert one.kinds & other.kinds == shared
