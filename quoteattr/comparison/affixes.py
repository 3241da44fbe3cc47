"""Affixes: a prefix or an ending that makes a word its opposite."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.comparison.sides import Side
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span

_LEAST = 4  # letters of a word without its prefix: "unarmed", and not "unit"


def affixed(left: Side, right: Side) -> tuple[tuple[Span], tuple[Span]] | None:
    """Return the places of a word and of the same with a prefix or an ending that turns it: "armed", "unarmed"."""
    first, second = ({word.word.lower(): word.span for word in side.content} for side in (left, right))
    for one, other in ((first, second), (second, first)):
        for word in (each for each in one if each not in other):
            bare = next((each for each in bare_of(word, left.language) if each in other and each not in one), None)
            if bare is not None:
                return ((one[word],), (other[bare],)) if one is first else ((other[bare],), (one[word],))
    return None


def bare_of(word: str, language: Language) -> Iterator[str]:
    """Yield what a word may be the opposite of, by its form.

    >>> from quoteattr.languages import load
    >>> list(bare_of("unarmed", load("en"))), list(bare_of("harmless", load("en")))
    (['armed'], ['harmful'])
    """
    table = language.comparing.get("negation", {})
    turned = [word.removeprefix(prefix) for prefix in table.get("prefixes", ()) if word.startswith(prefix)]
    turned += [word.removesuffix(end) + other for end, other in table.get("turned_endings", ()) if word.endswith(end)]
    yield from (each for each in turned if len(each) >= _LEAST and each[0].isalpha())
