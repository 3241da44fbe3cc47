"""The notation that other tests mark their expected spans with."""

from __future__ import annotations

import pytest

from tests import marked


def test_spans_slice_to_the_marked_words() -> None:
    """Each span, cut from the text without marks, gives the words that were marked."""
    text, spans = marked.parse("{source:Ida Brandt} {cue:said} {content:it rained}.")
    assert text == "Ida Brandt said it rained."
    assert {label: [text[a:b] for a, b in pairs] for label, pairs in spans.items()} == {
        "source": ["Ida Brandt"],
        "cue": ["said"],
        "content": ["it rained"],
    }


def test_marks_nest_and_repeat() -> None:
    """A mark inside a mark has its own span, and a label used twice has two, in order."""
    text, spans = marked.parse("{content:a {content2:b} c} and {content:d}")
    assert text == "a b c and d"
    assert spans == {"content": [(0, 5), (10, 11)], "content2": [(2, 3)]}


def test_other_braces_are_text() -> None:
    """Braces that open no mark stay in the text."""
    assert marked.parse("a {b} c") == ("a {b} c", {})


def test_an_open_mark_is_an_error() -> None:
    """A mark that is never closed is a mistake in the test, and says so."""
    with pytest.raises(ValueError, match="never closed"):
        marked.parse("{content:it rained")
