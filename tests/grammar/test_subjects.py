"""Subjects of verbs: before them, after them, shared with another verb."""

from __future__ import annotations

import pytest

from quoteattr.grammar.subjects import Subject, shared_subject, subject_after, subject_before
from tests.grammar.lined import line_of, place_of, words


def _words(text: str, subject: Subject | None) -> str | None:
    return None if subject is None else words(text, line_of(text), subject.first, subject.last)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ida Brandt said no.", "Ida Brandt"),
        ("Ida Brandt, the mayor, said no.", "Ida Brandt, the mayor"),
        ("Ida Brandt has never said no.", "Ida Brandt"),
        ("In May the mayor of Brask said no.", "the mayor of Brask"),
        ("When it rained she said no.", "she"),
        ("Anna, Ben and Cid said no.", "Anna, Ben and Cid"),
        ("They told him said no.", None),
        ("There said no.", None),
    ],
)
def test_the_subject_before_a_verb(text: str, subject: str | None) -> None:
    """The subject before a verb takes its appositions along; objects and adverbials are none."""
    line = line_of(text)
    assert _words(text, subject_before(line, place_of(line, "said"))) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("said Ida Brandt, the mayor, on Monday", "Ida Brandt, the mayor"),
        ("said the mayor of Brask", "the mayor of Brask"),
        ("said she", "she"),
        ("said on Monday", None),
    ],
)
def test_the_subject_after_a_verb(text: str, subject: str | None) -> None:
    """An inverted subject takes its appositions along and leaves days out."""
    line = line_of(text)
    found = subject_after(line, 0, line.end)
    assert _words(text, found) == subject
    assert found is None or found.inverted


def test_a_subject_is_shared_by_two_verbs() -> None:
    """The second of two verbs has the subject of the first."""
    text = "Ida Brandt rose and said no."
    line = line_of(text)
    assert _words(text, shared_subject(line, place_of(line, "said"))) == "Ida Brandt"


def test_nothing_is_shared_where_no_verb_stands_before() -> None:
    """A verb that begins its line shares no subject."""
    assert shared_subject(line_of("said the mayor"), 0) is None
