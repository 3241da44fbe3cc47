"""Coarse tags from word lists and the word before."""

from __future__ import annotations

import pytest

from quoteattr.languages import load
from quoteattr.parsing.tagging import tags_of


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("The minister said it often", "DET NOUN VERB PRON ADV"),
        ("The claims grew", "DET NOUN VERB"),
        ("She claims it", "PRON VERB PRON"),
        ("Ida Brandt left quickly", "PROPN PROPN VERB ADV"),
        ("They met in May", "PRON VERB ADP PROPN"),
        ("It may rain", "PRON AUX VERB"),
        ("He told her that", "PRON VERB PRON SCONJ"),
        ("12 boats , no wind", "NUM NOUN PUNCT DET NOUN"),
    ],
)
def test_tags_of_plain_sentences(sentence: str, tags: str) -> None:
    """Words beside a cue have the tags that finding its subject and content needs."""
    found = tags_of(sentence.split(), {0}, load("en"))
    assert " ".join(tag.value for tag in found) == tags


def test_there_is_a_tag_for_each_word() -> None:
    """Every word has a tag, odd characters included, and no words have none."""
    assert len(tags_of(["\ud800", "桥", "&quot;", "--"], {0}, load("en"))) == 4
    assert tags_of([], frozenset(), load("en")) == ()
