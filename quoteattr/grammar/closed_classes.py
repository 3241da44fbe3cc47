"""Closed classes: the tag that each function word of a language has in the shallow grammar."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import ADP, ADV, AUX, CCONJ, DET, NUM, PART, PRON, PROPN, SCONJ, Tag


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
        ("adverbs", ADV),
        ("number_words", NUM),
        ("weekdays", PROPN),
        ("months", PROPN),
        ("adpositions", ADP),
        ("relatives", PRON),
        ("subordinators", SCONJ),
        ("coordinators", CCONJ),
        ("determiners", DET),
        ("auxiliaries", AUX),
    ):
        classes.update(dict.fromkeys(language.word_class(name), tag))
    free = language.word_class("free_possessives")
    for form, pronoun in language.pronouns.items():
        classes[form] = DET if pronoun.case == "possessive" and form not in free else PRON
    for name, tag in (("sure_relatives", PRON), ("complementisers", SCONJ), ("infinitive_marks", PART)):
        classes.update(dict.fromkeys(language.word_class(name), tag))
    return classes
