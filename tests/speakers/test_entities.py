"""A document's entities give names and kinds, where the text does not contradict them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.model.documents import Entity
from quoteattr.model.spans import Span
from quoteattr.model.speakers import SpeakerKind
from quoteattr.speakers.entities import with_entities
from quoteattr.speakers.names import find_names
from tests.speakers.layered import document_with, names_with, resolved_with
from tests.speakers.resolved import LANGUAGE, document_of, speakers_of


def names_in(source: str) -> list[str]:
    """Return the names in a marked text, with the kinds that they have."""
    document = document_with(source)
    names = with_entities(find_names(document, LANGUAGE), document, LANGUAGE)
    return [f"{' '.join(name.words)} ({name.kind})" for name in names]


def test_no_entities() -> None:
    """Without entities the names are those of the text's capitals."""
    document = document_of("Ada Obi met Norva.")
    names = find_names(document, LANGUAGE)
    assert with_entities(names, document, LANGUAGE) == names


def test_small_first_word() -> None:
    """A first name that is also a small word belongs to the name that an entity shows."""
    source = "Per Holm came late. {content1:The dam held}, {source1:Holm} {cue1:said}."
    assert speakers_of(source) == ["Holm"]
    assert names_with(source.replace("Per Holm", "{person:Per Holm}")) == ["Per Holm"]


def test_body_without_a_noun() -> None:
    """Two capitalised words are a body where an entity says so, and a person where one says so."""
    assert names_in("They left {org:Blue Harvest} late.") == ["Blue Harvest (organisation)"]
    assert names_in("They left {person:Kim Harvest} late.") == ["Kim Harvest (person)"]


def test_title_counts_more() -> None:
    """A title shows a person, whatever an entity says."""
    assert names_in("They met Dr {org:Ada Obi} there.") == ["Ada Obi (person)"]
    assert names_in("They met {org:Mayor Ada Obi} there.") == ["Ada Obi (person)"]


def test_noun_in_the_name_counts_more() -> None:
    """A ministry is no person, whatever an entity says."""
    assert names_in("They left the {person:Harbour Ministry} there.") == ["Harbour Ministry (organisation)"]


def test_most_mentions_decide() -> None:
    """One wrong entity among several is outvoted."""
    assert set(names_in("{person:Ilse Marrow} met {org:Ilse Marrow} and {person:Ilse Marrow}.")) == {
        "Ilse Marrow (person)"
    }


def test_small_words_inside() -> None:
    """A body's name may join capitals with small words, which capitals alone do not show."""
    assert names_in("She works for {org:Nurses Against the Tide} now.") == ["Nurses Against the Tide (organisation)"]


def test_two_names_in_a_row() -> None:
    """A run of capitals is cut where entities show two names."""
    assert names_in("With {person:Kim Ruud} {person:Ada Obi} spoke.") == ["Kim Ruud (person)", "Ada Obi (person)"]
    assert names_in("They met {org:Norva} {person:Ada Obi} there.")[-1] == "Ada Obi (person)"


@pytest.mark.parametrize(
    "source",
    [
        "{person:Ada Obi praised Kim Oduya} there.",
        "{org:Ada Obi, Kim Oduya} spoke.",
        "{person:“Ada Obi} spoke.",
        "{person:She’d} met Ada Obi.",
    ],
)
def test_what_is_no_name(source: str) -> None:
    """An entity with a verb, a comma, a mark or a pronoun in it is a mistake: the text's names stay."""
    assert "Ada Obi (person)" in names_in(source)
    assert all(len(name.split()) == 3 for name in names_in(source))


def test_amounts_are_no_names() -> None:
    """A date in capitals is no party."""
    assert names_in("It fell on {date:Black Friday} again.") == []


def test_word_that_is_no_name() -> None:
    """A word that begins a sentence is no name where neither an entity nor the tagger takes it for one."""
    document = document_with(
        "Excess cost lives. {person:Obi} left.",
        "2 nsubj NOUN, 0 root VERB, 2 obj NOUN, 2 punct PUNCT, 2 nsubj PROPN, 0 root VERB, 2 punct PUNCT",
    )
    names = with_entities(find_names(document, LANGUAGE), document, LANGUAGE)
    assert [name.words for name in names] == [("Obi",)]


def test_kind_keeps_a_pronoun_from_a_body() -> None:
    """ "She" passes over a body that looks like a person's name."""
    source = (
        "{person:Ilse Marrow} came late. {org:Blue Harvest} had sent for her. "
        "{content1:It rained}, {source1:she} {cue1:said}."
    )
    assert names_with(source) == ["Ilse Marrow"]


def test_state_that_speaks() -> None:
    """A state that speaks is an organisation, and "it" may mean it."""
    first, second = resolved_with(
        "{source1:{gpe:Norland}} {cue1:said} {content1:it rained}. {content2:It pours}, {source2:it} {cue2:added}."
    )
    assert first.speaker is not None
    assert first.speaker.kind is SpeakerKind.ORGANISATION
    assert second.speaker == first.speaker


def test_group_of_people() -> None:
    """A people or a party's members are a group, and "they" may mean it."""
    first, second = resolved_with(
        "{source1:{norp:Norlanders}} {cue1:said} {content1:it rained}. {content2:It pours}, {source2:they} {cue2:say}."
    )
    assert first.speaker is not None
    assert first.speaker.kind is SpeakerKind.GROUP
    assert second.speaker == first.speaker


@given(st.text("Aa Ob’s,\n."), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=4))
def test_any_entities(text: str, spans: list[tuple[int, int]]) -> None:
    """Whatever a parser calls an entity, names stay in the text, in order, and apart."""
    entities = tuple(Entity(Span(min(span), max(span)), "PERSON") for span in spans)
    document = evolve(document_of(text), entities=entities)
    names = with_entities(find_names(document, LANGUAGE), document, LANGUAGE)
    assert all(0 <= name.start < name.end <= len(text) for name in names)
    assert all(left.end <= right.start for left, right in pairwise(names))
