"""Wording: words left out inside quotation marks, and cuts that are marked."""

from __future__ import annotations

import pytest

from tests.comparison.told import kinds_between

CHANGED = [
    (
        "We hold that the levy on salt has to go by spring and for good",
        "The levy on salt has to go by spring",
        set(),
    ),
    (
        "We hold that the old levy on salt and sugar has to go by spring",
        "The levy on salt has to go by spring",
        {"wording"},
    ),
    ("The levy on salt and sugar has to go by spring", "The levy on salt … has to go by spring", set()),
    ("The levy on salt and sugar has to go by spring", "The levy on salt [...] has to go by spring", set()),
]


@pytest.mark.parametrize(("left", "right", "kinds"), CHANGED)
def test_words_left_out_inside_a_quotation_are_told(left: str, right: str, kinds: set[str]) -> None:
    """A content word left out between words that are quoted is told; a marked cut and an end are not."""
    assert kinds_between(left, right, speaker="Ada Obi") == kinds
    assert kinds_between(right, left, speaker="Ada Obi") == kinds
