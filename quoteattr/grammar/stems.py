"""Stems: the part of a word that its inflected and derived forms share, and the concept it stands for."""

from __future__ import annotations

from functools import cache, lru_cache

from quoteattr.languages.lexicon import Language

_LEAST_STEM = 3  # shorter rests stand for too many words: "sing" is no form of "s"
_ENDINGS = (
    "izations", "ization", "ations", "ation", "ements", "ement", "ments", "ment", "nesses", "ness", "ings", "ing",
    "itions", "ition", "ions", "ion", "edly", "ies", "ied", "ily", "ed", "es", "s", "ly", "y", "e",
)  # fmt: skip
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)  # words repeat; a bound keeps a long-lived reader small
def stem(word: str, language: Language) -> str:
    """Return the stem of one word in lower case, irregular forms included.

    It joins more than a dictionary would ("new" and "news" stay apart only by luck) and never splits compounds.

    >>> from quoteattr.languages import load
    >>> [stem(word, load("en")) for word in ("Negotiated", "negotiations", "took", "villages’")]
    ['negot', 'negot', 'tak', 'villag']
    """
    low = _bare(word.lower().replace("’", "'"))
    low = _irregular(language).get(low, low)
    if len(low) <= _LEAST_STEM or not low.isalpha():
        return low
    low = next((low[: -len(a)] + b for a, b in _spelling(language) if low.endswith(a) and len(low) > len(a) + 2), low)
    return _without_ending(low)


def concept(word: str, language: Language) -> str:
    """Return the first word's stem of the synonym group that `word` is in; its own stem where it is in none.

    It does not look at the context, so a word of two senses has the concept of its first group.

    >>> from quoteattr.languages import load
    >>> concept("sidelines", load("en")) == concept("margins", load("en"))
    True
    """
    root = stem(word, language)
    return _groups(language).get(root, root)


def _bare(word: str) -> str:
    """Take the possessive ending off."""
    if word.endswith("'s"):
        return word[:-2]
    return word.rstrip("'")


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and _stands_alone(word[: -len(ending)]):
            return _tidy(word[: -len(ending)])
    return word


def _stands_alone(rest: str) -> bool:
    return len(rest) >= _LEAST_STEM and not _VOWELS.isdisjoint(rest)


def _tidy(rest: str) -> str:
    """Give forms with a doubled consonant, a final e, y or "at" the stem of the others."""
    if len(rest) > _LEAST_STEM and rest[-1] == rest[-2] and rest[-1] not in "sl":
        rest = rest[:-1]
    if len(rest) > 5 and rest.endswith("at"):  # "negotiat(e)" beside "negoti(ation)"
        rest = rest[:-2]
    if len(rest) > _LEAST_STEM and rest[-1] in "eyi":
        rest = rest[:-1]
    return rest


@cache
def _irregular(language: Language) -> dict[str, str]:
    lines = [line.split() for line in language.comparing.get("irregular", ())]
    return {form: base for base, *forms in reversed(lines) for form in forms}


@cache
def _spelling(language: Language) -> tuple[tuple[str, str], ...]:
    return tuple((a, b) for a, b in language.comparing.get("spelling", ()))


@cache
def _groups(language: Language) -> dict[str, str]:
    found: dict[str, str] = {}
    for group in language.synonyms:
        first = stem(group[0], language)
        for word in group:
            found.setdefault(stem(word, language), "=" + first)
    return found
