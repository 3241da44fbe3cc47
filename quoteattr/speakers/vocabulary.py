"""What the rules for speakers ask of a language's data, compiled once for each language."""

from __future__ import annotations

import re
import sys
from functools import cache

from attrs import frozen

from quoteattr.grammar.letters import fold
from quoteattr.languages import either
from quoteattr.languages.lexicon import Language

GROUP = "group"
_KINDS = {"person": "person", "organisation": "organisation", "media": "organisation", "document": "document"}


def singular(noun: str, language: Language) -> str:
    """Return the singular that the noun lists know for a plural; any other word is returned as it is.

    >>> from quoteattr.languages import load
    >>> singular("companies", load("en")), singular("police", load("en"))
    ('company', 'police')
    """
    if language.nouns.get(noun, GROUP) != GROUP:
        return noun
    for ending, less, more in language.roles.plurals:
        stem = noun[:-less] + more if noun.endswith(ending) else noun
        if language.nouns.get(stem, GROUP) != GROUP:
            return stem
    return noun


def is_plural(noun: str, language: Language) -> bool:
    """Tell by its ending whether a noun may be a plural.

    >>> from quoteattr.languages import load
    >>> is_plural("drivers", load("en"))
    True
    """
    return any(noun.endswith(ending) for ending, _, _ in language.roles.plurals)


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


@cache
def possessive_letters(language: Language) -> str:
    """Return a pattern for the letters behind the apostrophe of an owner: the s of "Obi's".

    >>> from quoteattr.languages import load
    >>> possessive_letters(load("en"))
    's'
    """
    return either(ending.lstrip("'") for ending in language.word_class("possessive_clitic_endings"))


@cache
def possessive_end(language: Language) -> re.Pattern[str]:
    """Match an owner's apostrophe, with its letters, at the end of a word.

    >>> from quoteattr.languages import load
    >>> possessive_end(load("en")).sub("", "the ports’")
    'the ports'
    """
    return re.compile(rf"['’](?:{possessive_letters(language)})?\s*$")


@frozen(eq=False)
class NamePatterns:
    """The patterns by which names are found: a run of capitalised words, and what may join two runs."""

    run: re.Pattern[str]
    joint: re.Pattern[str]
    longest_joint: int
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
    word = rf"{capital}(?:[^\W_]|['’](?!(?:{possessive_letters(language)})\b)(?=[^\W_])|[-&](?=[^\W_]))*"
    initials = rf"(?:{capital}\.)+"
    prefixed = rf"(?:(?:{either(language.roles.words.get('prefixes', ()))})[-'’])?{word}"
    item = "|".join(part for part in (short, initials, prefixed) if part)
    particles = either(language.roles.words.get("particles", ()))
    gap = r"[ \t\u00a0\u202f]{1,2}"
    off_duty = rf"\((?:{either(language.roles.words.get('off_duty', ()))})\){gap}"  # "Col. (Retd) Anil Puri"
    between = rf"(?:{off_duty}|(?:(?:{particles}){gap}){{0,2}})"
    suffixes = either(suffix.rstrip(".") for suffix in language.roles.words.get("written_suffixes", ()))
    company = rf"(?:,?{gap}(?:{suffixes})\b(?!-)\.?)?"  # "Trellis Brands Inc."
    run = rf"(?<![\w@])(?:{item})(?:{gap}{between}(?!(?:{suffixes})\b(?!-))(?:{item}))*{company}"
    joints, articles = language.roles.words.get("joints", frozenset()), language.word_class("articles")
    joint = rf"[ \u00a0](?:{either(joints)})(?:[ \u00a0](?:{either(articles)}))?[ \u00a0]"
    longest = sum(max(map(len, words), default=0) for words in (joints, articles)) + len("   ")
    return NamePatterns(re.compile(run), re.compile(joint), longest, frozenset(fold(form) for form in titles))
