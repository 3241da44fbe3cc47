"""Fates: words for what befalls people whom a number counts: they died, were hurt, were rescued."""

from __future__ import annotations

from functools import cache

from quoteattr.grammar.stems import stem
from quoteattr.languages.lexicon import Language


@cache
def fates_of(language: Language) -> dict[str, int]:
    """Return the stem of each word for a fate, with the number of the fate among those that the language lists.

    >>> from quoteattr.languages import load
    >>> fates = fates_of(load("en"))
    >>> fates["kill"] == fates["perish"], fates["kill"] == fates["wound"]
    (True, False)
    """
    lines = language.comparing.get("fates", ())
    return {stem(word, language): number for number, line in enumerate(lines) for word in line.split()}
