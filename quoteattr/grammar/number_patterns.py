"""Patterns of numbers in figures and in words, and the words that stand around them."""

from __future__ import annotations

import re
from functools import cache, partial

from quoteattr.languages import either
from quoteattr.languages.lexicon import Language

BEFORE = 26
"""Characters in which an approximator ("in the region of ") stands before the number."""


@cache
def maybe_number(language: Language) -> re.Pattern[str]:
    """Match what a text with a number has; most statements have none, and need not be looked at further."""
    words = alternatives(language, "numbers", "fuzzy", "fractions", "frequencies")
    return re.compile(rf"\d|\b(?:{words})\b|{_lone_unit(language)}", re.IGNORECASE)


def alternatives(language: Language, *tables: str) -> str:
    """Return a pattern for all words of some tables of the language's comparing data."""
    return either({word for table in tables for word in language.comparing.get(table, {})})


@cache
def around(language: Language, name: str) -> frozenset[str]:
    """Return the words of one kind that stand around numbers or inside of them."""
    return frozenset(language.comparing.get("quantities", {}).get(name, ()))


def words_around(language: Language, name: str) -> str:
    """Return a pattern for the words of one kind that stand around numbers."""
    return either(around(language, name))


@cache
def number_pattern(language: Language) -> re.Pattern[str]:
    """Match a number of any kind: its groups say which, and hold its parts."""
    word, multiplier = alternatives(language, "numbers"), alternatives(language, "multipliers")
    sign, fraction = either(language.comparing.get("money_signs", ())), alternatives(language, "fractions")
    near, single = partial(words_around, language), words_around(language, "articles")
    figure = r"(?P<figure>\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?)"
    words = rf"(?P<words>\b(?:{word})(?:(?:[\s-]|\s(?:{near('joints')})\s)(?:{word}|{near('inner_multipliers')}))*\b)"
    share = rf"\b(?P<top>{single}|{word})?[\s-]?\b(?P<bottom>{fraction})\b(?=\s(?:{near('after_fractions')})\b)"
    every = rf"(?:(?:{near('before_wholes')})\s)?(?P<every>\d+|{word})"
    one_in = rf"\b(?P<of>\d+|{word})\s(?:{near('share_links')})\s{every}\b"
    fuzzy = rf"\b(?P<fuzzy>{alternatives(language, 'fuzzy')})\b(?=\s(?:{near('links')})\b)"
    scale = rf"(?:[\s-]?(?P<scale>(?:{multiplier}))\b(?:\s(?:{multiplier})\b)?)?"
    percent = either(language.comparing.get("percent_words", ())).replace(r"\ ", r"\s?")
    ratio = rf"(?P<money>(?:{sign})\s?)?(?:{figure}|{words}){scale}(?P<percent>\s?(?:%|(?:{percent})\b))?"
    every_kind = rf"{one_in}|{share}|{fuzzy}|{_frequency(language)}|{_lone_unit(language)}|(?<![\w.,:]){ratio}"
    return re.compile(every_kind, re.IGNORECASE)


def _frequency(language: Language) -> str:
    """Return the pattern for "twice", and for "once" where it is no conjunction ("once it rains")."""
    words, doubtful = alternatives(language, "frequencies"), words_around(language, "doubtful_frequencies")
    behind = rf"(?=\s(?:{words_around(language, 'after_frequencies')})\b|\W*\Z|[.,;])"
    multiples = words_around(language, "after_multiples")
    return rf"\b(?P<often>(?!(?:{doubtful})\b(?!{behind}))(?:{words}))\b(?!\s(?:{multiples})\b)"


def _lone_unit(language: Language) -> str:
    """Return the pattern for an article that counts a unit of time: "for *a* year", but not "900 lorries a day"."""
    times = either(language.comparing.get("units", {}).get("time", {}))
    before = "|".join(rf"(?<=\b{word}\s)" for word in sorted(around(language, "before_lone_units")))
    single, joint = words_around(language, "articles"), words_around(language, "joints")
    return rf"(?:{before or '(?!)'})(?P<lone>{single})\b(?=\s(?:{times})\b(?!\s(?:{joint})\s))"


@cache
def function_stems(language: Language) -> frozenset[str]:
    """Return the words without content, by which a noun phrase ends."""
    return frozenset(language.comparing.get("function_words", "").split())
