"""Stems: the part of a word that its inflected and derived forms share, and the concept it stands for."""

from __future__ import annotations

from functools import cache, lru_cache

from attrs import frozen

from quoteattr.grammar.words import words_of
from quoteattr.languages import fold
from quoteattr.languages.lexicon import Language

_LEAST_STEM = 3  # shorter rests stand for too many words: "sing" is no form of "s"
_LEAST_LATE = 5  # "negotiat(e)" beside "negoti(ation)", but "treat" keeps its end


@lru_cache(maxsize=65536)  # words repeat; a bound keeps a long-lived reader small
def stem(word: str, language: Language) -> str:
    """Return the stem of one word in lower case, irregular forms included.

    It joins more than a dictionary would ("new" and "news" stay apart only by luck) and never splits compounds.

    >>> from quoteattr.languages import load
    >>> [stem(word, load("en")) for word in ("Negotiated", "negotiations", "took", "villages’")]
    ['negot', 'negot', 'tak', 'villag']
    """
    shapes = _shapes(language)
    low = _bare(fold(word), shapes)
    low = _irregular(language).get(low, low)
    if len(low) <= _LEAST_STEM or not low.isalpha():
        return low
    low = next((low[: -len(a)] + b for a, b in _spelling(language) if low.endswith(a) and len(low) > len(a) + 2), low)
    return _without_ending(low, shapes)


def concept(word: str, language: Language) -> str:
    """Return the first word's stem of the synonym group that `word` is in; its own stem where it is in none.

    It does not look at the context, so a word of two senses has the concept of its first group.

    >>> from quoteattr.languages import load
    >>> concept("sidelines", load("en")) == concept("margins", load("en"))
    True
    """
    root = stem(word, language)
    return _groups(language).get(root, root)


@frozen(eq=False)
class _Shapes:
    """What a language's words end with, and how their stems do; `comparing.toml` tells more of each."""

    owners: tuple[str, ...]
    endings: tuple[str, ...]
    vowels: frozenset[str]
    kept_doubles: frozenset[str]
    late: tuple[str, ...]
    final: frozenset[str]


@cache
def _shapes(language: Language) -> _Shapes:
    table = language.comparing.get("stems", {})
    return _Shapes(
        owners=words_of(language.code).possessive_clitic_endings,
        endings=tuple(table.get("endings", "").split()),
        vowels=frozenset(table.get("vowels", "")),
        kept_doubles=frozenset(table.get("kept_doubles", "")),
        late=tuple(table.get("late", ())),
        final=frozenset(table.get("final", "")),
    )


def _bare(word: str, shapes: _Shapes) -> str:
    """Take the possessive ending off."""
    owner = next((ending for ending in shapes.owners if word.endswith(ending)), "")
    return word.removesuffix(owner) if owner else word.rstrip("'")


def _without_ending(word: str, shapes: _Shapes) -> str:
    for ending in shapes.endings:
        rest = word[: -len(ending)]
        if word.endswith(ending) and _stands_alone(rest, shapes) and not _is_double(ending, rest, shapes):
            return _tidy(rest, shapes)
    return word


def _is_double(ending: str, rest: str, shapes: _Shapes) -> bool:
    """Tell whether an ending is the second of two letters that belong to the stem: "pass", "discuss"."""
    return ending in shapes.kept_doubles and rest.endswith(ending)


def _stands_alone(rest: str, shapes: _Shapes) -> bool:
    return len(rest) >= _LEAST_STEM and not shapes.vowels.isdisjoint(rest)


def _tidy(rest: str, shapes: _Shapes) -> str:
    """Give forms with a doubled consonant, or an ending that only some of them have, the stem of the others."""
    if len(rest) > _LEAST_STEM and rest[-1] == rest[-2] and rest[-1] not in shapes.kept_doubles:
        rest = rest[:-1]
    if len(rest) > _LEAST_LATE:
        rest = rest.removesuffix(next((ending for ending in shapes.late if rest.endswith(ending)), ""))
    if len(rest) > _LEAST_STEM and rest[-1] in shapes.final:
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
