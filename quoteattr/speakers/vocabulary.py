"""What the rules for speakers ask of a language's data, compiled once for each language."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache, lru_cache

from attrs import frozen

from quoteattr.languages.lexicon import Language

GROUP = "group"
_KINDS = {"person": "person", "organisation": "organisation", "media": "organisation", "document": "document"}


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word without case and accents, for comparing.

    >>> fold("Andström")
    'andstrom'
    """
    if word.isascii():
        return word.casefold()
    parts = unicodedata.normalize("NFD", word.replace("’", "'").casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def singular(noun: str, language: Language) -> str:
    """Return the singular that the noun lists know for a plural; any other word is returned as it is.

    >>> from quoteattr.languages import load
    >>> singular("companies", load("en")), singular("police", load("en"))
    ('company', 'police')
    """
    if not noun.endswith("s") or (noun in language.nouns and language.nouns[noun] != GROUP):
        return noun
    for stem in (noun[:-1], noun[:-2], noun[:-3] + "y"):
        if language.nouns.get(stem, GROUP) != GROUP:
            return stem
    return noun


def kind_of_noun(noun: str, language: Language) -> str | None:
    """Return the kind of speaker that a noun names, `None` where the lists do not know it.

    >>> from quoteattr.languages import load
    >>> kind_of_noun("minister", load("en")), kind_of_noun("newspaper", load("en"))
    ('person', 'organisation')
    """
    kind = language.nouns.get(noun)
    return _KINDS.get(kind, kind) if kind else None


@cache
def words_of(language: Language, *names: str) -> frozenset[str]:
    """Return the words of several closed classes together.

    >>> from quoteattr.languages import load
    >>> "with" in words_of(load("en"), "adpositions", "determiners")
    True
    """
    return frozenset().union(*(language.word_class(name) for name in names))


@frozen(eq=False)
class NamePatterns:
    """The patterns by which names are found: a run of capitalised words, and what may join two runs."""

    run: re.Pattern[str]
    joint: re.Pattern[str]
    titles: frozenset[str]


@cache
def _capitals() -> str:
    """Return the capital letters of the scripts that have them, as the inside of a character class."""
    return "".join(chr(code) for code in range(min(0x2000, sys.maxunicode)) if chr(code).isupper())


@cache
def name_patterns(language: Language) -> NamePatterns:
    """Compile the patterns for names in a language."""
    capital = f"[{_capitals()}]"
    titles = sorted({form for form in language.titles if " " not in form})
    short = "|".join(re.escape(form) for form in titles if form.endswith(".") and form[0].isupper())
    word = rf"{capital}(?:[^\W_]|['’](?!s\b)(?=[^\W_])|[-&](?=[^\W_]))*"
    initials = rf"(?:{capital}\.)+"
    prefixed = rf"(?:(?:al|el|ad|as|ul|d|l)[-'’])?{word}"
    item = "|".join(part for part in (short, initials, prefixed) if part)
    particles = "|".join(sorted(language.roles.words.get("particles", ()), key=len, reverse=True)) or "(?!)"
    gap = r"[ \t\u00a0\u202f]{1,2}"
    run = rf"(?<![\w@])(?:{item})(?:{gap}(?:(?:{particles}){gap}){{0,2}}(?:{item}))*"
    joint = r"[ \u00a0](?:of|for|and|&)(?:[ \u00a0]the)?[ \u00a0]"
    return NamePatterns(re.compile(run), re.compile(joint), frozenset(fold(form) for form in titles))
