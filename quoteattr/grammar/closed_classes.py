"""Closed classes: the tag that each function word of a language has in the shallow grammar."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import Tag


@cache
def closed_classes(language: Language) -> Mapping[str, Tag]:
    """Map each word of a closed class to its tag; of two classes the later one here has the word.

    It knows no word of an open class, and does not look at what stands around a word.

    >>> from quoteattr.languages import load
    >>> closed_classes(load("en"))["the"].value
    'DET'
    """
    classes: dict[str, Tag] = {}
    for name, tag in (
        ("adverbs", Tag.ADV),
        ("number_words", Tag.NUM),
        ("weekdays", Tag.PROPN),
        ("months", Tag.PROPN),
        ("adpositions", Tag.ADP),
        ("relatives", Tag.PRON),
        ("subordinators", Tag.SCONJ),
        ("coordinators", Tag.CCONJ),
        ("determiners", Tag.DET),
        ("auxiliaries", Tag.AUX),
    ):
        classes.update(dict.fromkeys(language.word_class(name), tag))
    free = language.word_class("free_possessives")
    for form, pronoun in language.pronouns.items():
        classes[form] = Tag.DET if pronoun.case == "possessive" and form not in free else Tag.PRON
    for name, tag in (("sure_relatives", Tag.PRON), ("complementisers", Tag.SCONJ), ("infinitive_marks", Tag.PART)):
        classes.update(dict.fromkeys(language.word_class(name), tag))
    return classes
