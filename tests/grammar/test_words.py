"""The words that rules ask for by their part in the sentence come from the language's data."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest
from attrs import fields

from quoteattr.grammar.words import Words, words_of

ENGLISH = tomllib.loads(resources.files("quoteattr.languages").joinpath("en", "grammar.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", [field.name for field in fields(Words)])
def test_english_has_each_list(name: str) -> None:
    """Each list that a rule reads is in the English data, and holds its words."""
    assert set(getattr(words_of("en"), name)) == set(ENGLISH[name]) != set()


@pytest.mark.parametrize("name", ENGLISH)
def test_a_list_is_sorted_and_has_no_word_twice(name: str) -> None:
    """The lists stand in order, each word once and in lower case, so that one is found where it is looked for."""
    assert ENGLISH[name] == sorted({word.lower() for word in ENGLISH[name]})


def test_a_list_has_one_home() -> None:
    """No list of grammar.toml has the name of one in words.toml: one would hide the other."""
    words = resources.files("quoteattr.languages").joinpath("en", "words.toml").read_text("utf-8")
    assert not ENGLISH.keys() & tomllib.loads(words).keys()
