"""Names are found whatever their form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quoteattr
from quoteattr.model.documents import Document
from quoteattr.speakers.names import find_names
from tests.speakers.resolved import LANGUAGE, document_of


def names_of(text: str) -> list[str]:
    """Return the names in a text, without their titles."""
    return [text[name.start : name.end] for name in find_names(document_of(text), LANGUAGE)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met Kofi van der Ruud there.", "Kofi van der Ruud"),
        ("They met Dr. Ada Obi there.", "Ada Obi"),
        ("They met J. R. Tanaka-Holm there.", "J. R. Tanaka-Holm"),
        ("They met Siobhán O’Dowd there.", "Siobhán O’Dowd"),
        ("They met Omar al-Tamimi there.", "Omar al-Tamimi"),
        ("They met Trade Minister Ada Obi there.", "Ada Obi"),
        ("They met President of Norland Ada Obi there.", "Ada Obi"),
        ("They met Ada Obi's lawyer there.", "Ada Obi"),
        ("They met the Ministry of Trade and Fisheries there.", "Ministry of Trade and Fisheries"),
    ],
)
def test_forms_of_names(text: str, name: str) -> None:
    """Particles, titles, initials, hyphens, apostrophes and accents belong where they belong."""
    assert names_of(text) == [name]


def test_first_words_are_no_names() -> None:
    """A word is no name because it begins a sentence; one that the text has elsewhere is."""
    assert names_of("Yesterday it rained. Trains stood still.") == []
    assert names_of("Obi left. They followed Obi.") == ["Obi", "Obi"]


def test_headlines_in_capitals_are_no_names() -> None:
    """A line in capitals is not taken for one long name."""
    assert names_of("STORM CLOSES PORT OF NORVA AS SHIPS WAIT\nIt rained.") == []


def test_gender_of_titles() -> None:
    """An honorific shows a gender; another title shows none."""
    names = find_names(document_of("Then Mrs Obi met Dr Ruud."), LANGUAGE)
    assert [name.gender for name in names] == ["feminine", None]


@given(st.text(alphabet="AbÉ .,'’\n-“of ", max_size=80))
def test_any_text(text: str) -> None:
    """Names lie in the text, in order, whatever the text."""
    names = find_names(Document(text=text), LANGUAGE)
    for name in names:
        assert 0 <= name.title_start <= name.start < name.end <= len(text)
    assert [name.start for name in names] == sorted(name.start for name in names)


def test_a_place_is_not_the_body_that_is_of_it() -> None:
    """A country is not its ministry: what stands behind "of" is no short form of a body's name."""
    text = "The Ministry of Defence of Aravan said that it rained. Aravan said that it wanted peace."
    first, second = quoteattr.read(text, parser="rules").quotes
    assert first.speaker is not None
    assert second.speaker is not None
    assert (first.speaker.name, second.speaker.name) == ("Ministry of Defence of Aravan", "Aravan")


def test_a_titled_name_ends_before_where_its_bearer_works() -> None:
    """A title before a name does not join the body behind "of", as a post does."""
    text = "Professor Alan Pike of the Heart Institute said that it rained. He added that it was cold."
    first, second = quoteattr.read(text, parser="rules").quotes
    assert first.speaker == second.speaker
    assert first.speaker is not None
    assert first.speaker.name == "Alan Pike"


def test_a_verb_that_begins_a_sentence_is_no_first_name() -> None:
    """What somebody is told to do begins no name, where the text has the name without it."""
    text = "We met Ada Obi. Ask Obi and she says that it rained."
    (quote,) = quoteattr.read(text, parser="rules").quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Ada Obi"


def test_a_pronoun_behind_a_letter_is_no_name() -> None:
    """A lone letter and "I" are a row and who sat in it."""
    text = 'Kim Ruud was there. "When Obi got up in row F I stayed," Ruud said.'
    assert "F I" not in [" ".join(name.words) for name in find_names(Document(text=text), LANGUAGE)]
