"""The language data loads, is well formed, and unknown languages are refused."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib import resources
from typing import Any

import pytest

from quoteattr.errors import LanguageError
from quoteattr.languages import FILES, available, load
from quoteattr.languages.lexicon import CueClass, CueEntry, Frame, PhraseEntry
from quoteattr.model.quotes import Polarity
from tests import marked

ENGLISH = load("en")
ENTRIES: list[CueEntry | PhraseEntry] = [*ENGLISH.cue_entries, *ENGLISH.phrases]
KINDS = {"person", "organisation", "media", "document", "group", "anonymous"}


def raw(name: str) -> dict[str, Any]:
    """Return the data of one English file as it stands."""
    return tomllib.loads(resources.files("quoteattr.languages").joinpath("en", f"{name}.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_english_is_there(name: str) -> None:
    """English has each data file, and none is empty."""
    assert raw(name)


def test_a_region_gives_the_language() -> None:
    """A code with a region gives the very value of the language."""
    assert load("en-GB") is ENGLISH
    assert load("EN_us") is ENGLISH


@pytest.mark.parametrize("code", ["", "xx", "english", "../en", "e n"])
def test_an_unknown_language_is_refused(code: str) -> None:
    """A code without data raises an error that names the code and what there is."""
    with pytest.raises(LanguageError, match="en") as caught:
        load(code)
    assert repr(code) in str(caught.value)


def test_available_languages_load() -> None:
    """Each language that is said to be available can be loaded under its code."""
    assert [load(code).code for code in available()] == list(available())


@pytest.mark.parametrize("entry", ENGLISH.cue_entries, ids=lambda entry: entry.lemma)
def test_a_cue_has_five_lower_case_forms_from_its_lemma(entry: CueEntry) -> None:
    """A cue's forms are five lower-case words, the first its lemma, the last a gerund."""
    assert len(entry.forms) == 5
    assert entry.forms[0] == entry.lemma
    assert entry.forms[1].endswith("s")
    assert entry.forms[4].endswith("ing")
    assert all(form == form.lower() for form in entry.forms)
    assert entry.frames


def test_a_form_belongs_to_one_lemma() -> None:
    """No form is shared by cues of different lemmas."""
    owners: dict[str, str] = {}
    for entry in ENGLISH.cue_entries:
        for form in entry.forms:
            assert owners.setdefault(form, entry.lemma) == entry.lemma


def test_an_entry_is_given_once() -> None:
    """A lemma with the same particle has one entry, and a phrase has one."""
    entries = Counter((entry.lemma, entry.particle) for entry in ENGLISH.cue_entries)
    phrases = Counter(phrase.text for phrase in ENGLISH.phrases)
    assert [key for key, times in (entries + phrases).items() if times > 1] == []


def test_a_plain_verb_keeps_its_forms_from_its_phrasal_one() -> None:
    """Where a verb reports with and without a particle, its forms lead to the plain entry."""
    plain = {entry.lemma: entry for entry in ENGLISH.cue_entries if entry.particle is None}
    assert {lemma: ENGLISH.cues[lemma] for lemma in plain} == plain


def test_cues_stand_in_order() -> None:
    """The entries of cues.toml are sorted by lemma, so that one is found where it is looked for."""
    lemmas = [entry.lemma for entry in ENGLISH.cue_entries]
    assert lemmas == sorted(lemmas)


@pytest.mark.parametrize("frame", Frame)
def test_each_frame_has_verbs(frame: Frame) -> None:
    """Every frame is one that some verb takes."""
    assert any(frame in entry.frames for entry in ENGLISH.cue_entries)


@pytest.mark.parametrize("cue_class", CueClass)
def test_each_class_has_verbs(cue_class: CueClass) -> None:
    """Every class of cue has a verb."""
    assert any(entry.cue_class is cue_class for entry in ENGLISH.cue_entries)


def test_verbs_that_deny_are_negative() -> None:
    """A verb of the class "deny" denies its content, and no other verb does."""
    for entry in ENGLISH.cue_entries:
        assert (entry.polarity is Polarity.NEGATIVE) == (entry.cue_class is CueClass.DENY)


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.example[:40] for entry in ENTRIES])
def test_an_example_shows_its_own_cue(entry: CueEntry | PhraseEntry) -> None:
    """An entry's example marks one cue, and it is a form of the entry, or the phrase itself."""
    text, spans = marked.parse(entry.example)
    assert spans["content"]
    ((start, end),) = spans["cue"]
    cue = text[start:end].casefold()
    if isinstance(entry, CueEntry):
        assert cue.split()[0] in entry.forms
        assert entry.particle is None or cue.endswith(" " + entry.particle)
    else:
        assert cue == entry.text


def test_no_two_examples_are_alike() -> None:
    """Each entry has a sentence of its own."""
    examples = Counter(entry.example for entry in ENTRIES)
    assert [example for example, times in examples.items() if times > 1] == []


def test_verbs_have_five_forms() -> None:
    """Each line of verbs.toml has five lower-case forms, and the lines are sorted."""
    lines = raw("verbs")["verbs"]
    assert [line for line in lines if len(line.split()) != 5 or line != line.lower()] == []
    assert lines == sorted(lines, key=lambda line: line.split()[0])


@pytest.mark.parametrize(
    ("form", "place"), [("wrote", None), ("went", 2), ("gone", 3), ("taking", 4), ("builds", 1), ("abandoned", 2)]
)
def test_a_verb_form_has_its_place(form: str, place: int | None) -> None:
    """A form knows its place among the five; a cue's forms are in cues.toml alone."""
    assert ENGLISH.verbs.get(form) == place


def test_nouns_have_a_known_kind_and_one_list() -> None:
    """A noun stands in one list, in lower case, and the list is a kind of speaker."""
    lists = raw("nouns")
    assert set(lists) == KINDS
    assert [
        word for word, times in Counter(word for words in lists.values() for word in words).items() if times > 1
    ] == []
    assert [word for word in ENGLISH.nouns if word != word.lower()] == []


@pytest.mark.parametrize("name", ["nouns", "words"])
def test_word_lists_are_lower_case(name: str) -> None:
    """The words of every list are in lower case, and none stands twice in it."""
    for words in raw(name).values():
        assert [word for word in words if word != word.lower()] == []
        assert len(words) == len(set(words))


def test_a_title_form_belongs_to_one_title() -> None:
    """A form stands in one title, and a gender is feminine or masculine."""
    titles = raw("titles")["title"]
    assert [form for form, n in Counter(form for title in titles for form in title["forms"]).items() if n > 1] == []
    assert {title.get("gender") for title in titles} == {None, "feminine", "masculine"}


def test_pronouns_cover_persons_and_cases() -> None:
    """Each person has subject, possessive and reflexive pronouns, and a form stands once."""
    pronouns = raw("pronouns")["pronoun"]
    assert len({pronoun["form"] for pronoun in pronouns}) == len(pronouns)
    cases = {(pronoun["person"], pronoun["case"]) for pronoun in pronouns}
    assert cases >= {(person, case) for person in (1, 2, 3) for case in ("subject", "possessive", "reflexive")}
