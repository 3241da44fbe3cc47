"""Which words of a run of capitals are titles and roles, and which are a name."""

from __future__ import annotations

from functools import cache

from quoteattr.grammar.letters import fold
from quoteattr.languages.lexicon import Language
from quoteattr.speakers.vocabulary import kind_of_noun

_MOST_FIRST_NAMES = 2
"""Before a family name that is a noun, too; before more words it is the noun."""


def fold_in_run(word: str, language: Language) -> str:
    """Return a word folded, but as it is where only capitals make it a title: the "Di" of Luca Di Marano is no "DI".

    >>> from quoteattr.languages import load
    >>> fold_in_run("Di", load("en")), fold_in_run("DI", load("en")), fold_in_run("Dr", load("en"))
    ('Di', 'di', 'dr')
    """
    low = fold(word)
    return word if low in _capital_titles(language) and not word.isupper() else low


@cache
def _capital_titles(language: Language) -> frozenset[str]:
    return frozenset(fold(form) for form in language.titles if form.isupper() and len(form) > 1)


def title_length(lows: list[str], language: Language) -> int:
    """Return how many words of a run are titles and roles; all of them where no name follows.

    >>> from quoteattr.languages import load
    >>> title_length(["prime", "minister", "obi"], load("en")), title_length(["prime", "minister"], load("en"))
    (2, 2)
    """
    if " ".join(lows[:2]) in language.roles.words.get("titled_bodies", ()):
        return 0
    titles = [_is_title(low, language) for low in lows]
    if _is_name_at_end(lows, titles, language):
        titles[-1] = False
    split = max((place for place, titled in enumerate(titles, 1) if titled), default=0)
    joints = language.roles.words.get("joints", frozenset())
    if split == 0 or split == len(lows) or lows[split] not in joints:
        return split
    tail = [index for index, low in enumerate(lows) if low in joints or low in language.word_class("articles")]
    return len(lows) - 2 if len(lows) - 1 - tail[-1] >= 3 else len(lows)


def _is_name_at_end(lows: list[str], titles: list[bool], language: Language) -> bool:
    """Tell whether a word that may be a title ends a name: Rana *Sen*, Tom *Baker*, Keith Ames *MP*."""
    if not titles[-1] or len(lows) < 2 or titles[-2]:
        return False
    suffix = lows[-1] in language.roles.words.get("suffixes", ())
    names = len(lows) - 1 - max((place for place, titled in enumerate(titles[:-1], 1) if titled), default=0)
    plain = not any(kind_of_noun(low, language) or low in _demonyms(language) for low in lows[-1 - names : -1])
    family = lows[-1] in language.roles.words.get("family_names", ())
    named = (suffix and names > 1) or (family and names <= _MOST_FIRST_NAMES)
    return f"{lows[-1]}." in _titles(language) or (plain and named)


def _demonyms(language: Language) -> frozenset[str]:
    return language.roles.words.get("demonyms", frozenset())


def _is_title(low: str, language: Language) -> bool:
    bare, parts = low.rstrip("."), low.split("-")
    if bare[0] == "(":
        return True  # "Col. (Retd) Anil Puri"
    family = len(parts) > 2 and parts[1] in language.word_class("part_links")  # "Dad-of-two Joe Lowe"
    if len(parts) > 1 and low.endswith(tuple(language.roles.words.get("age_endings", ()))):
        return True  # "Six-year-old Mia Orr"
    joined = len(parts) == 2 and parts[0] in language.roles.words.get("role_prefixes", ())  # "Co-author Mina Holt"
    noun = parts[0] if family else parts[1] if joined else bare
    return low in _titles(language) or noun in _bare_roles(language) or kind_of_noun(noun, language) == "person"


def _bare_roles(language: Language) -> frozenset[str]:
    return language.roles.words.get("bare_roles", frozenset())


@cache
def _titles(language: Language) -> frozenset[str]:
    return frozenset(fold(form) for form in language.titles if " " not in form)
