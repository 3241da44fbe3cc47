"""Parties: whether a noun phrase is somebody who can say something."""

from __future__ import annotations

import re
from functools import cache

from quoteattr.grammar.words import words_of
from quoteattr.languages import either
from quoteattr.languages.lexicon import Language


def is_party(phrase: str, language: Language) -> bool:
    """Tell whom a teller can cite from what it can point to.

    >>> from quoteattr.languages import load
    >>> is_party("the police in Brask", load("en")), is_party("the recent spate of killings", load("en"))
    (True, False)
    """
    head = _end_of_head(language).split(phrase)[0].split()
    last = head[-1] if head else ""
    owner = last.replace("’", "'").endswith(words_of(language.code).possessive_clitic_endings)
    return (last[:1].isupper() and not owner) or last.casefold() in language.nouns


@cache
def _end_of_head(language: Language) -> re.Pattern[str]:
    """Match what stands behind the head of a noun phrase: a mark, or a word that goes on with it."""
    words = words_of(language.code)
    links = (words.inner_links | words.source_extensions) - words.complementisers
    return re.compile(rf"[,;(]|\s(?:{either(links)})\s")
