"""What a number counts or measures: the nouns behind it, or the one before it ("a magnitude of 5.8")."""

from __future__ import annotations

import re
from functools import cache

from quoteattr.grammar.number_patterns import BEFORE, around, function_stems, words_around
from quoteattr.grammar.stems import concept, stem
from quoteattr.languages import either
from quoteattr.languages.lexicon import Language

_NOUNS_AFTER = 3  # "14 wounded border guards": what is counted stands within three words
_WORDS = re.compile(r"(?:[\s-]+(?:[^\W\d_]+(?:['’][^\W\d_]+)?|\d+\b(?![.,]\d))){0,6}")


def counted_nouns(text: str, position: int, language: Language) -> frozenset[str]:
    """Return the concepts of the next words, up to a word without content or a mark."""
    found: list[str] = []
    named = False
    for word in _WORDS.match(text, position, position + 80)[0].split():  # type: ignore[index]
        word = word.strip("-")
        if word[:1].isdigit():
            if not named:
                break
            continue  # "84,000 Orrin 300 heaters" are heaters
        named = word[:1].isupper()
        if word.lower() in function_stems(language):
            filler = not found and word.lower() in around(language, "before_nouns")
            if not filler and word.lower() not in around(language, "links"):
                break  # "11 reports of smoke" counts smoke, too
            continue
        found.append(concept(word, language))
        if len(found) == _NOUNS_AFTER:
            break
    return frozenset(found)


def noun_before(text: str, position: int, language: Language) -> frozenset[str]:
    """Return the concept of the noun that a number behind it gives: "a *magnitude* of 5.8"."""
    found = _measured_by(language).search(text[max(0, position - BEFORE) : position])
    if found is None or stem(found[1], language) in _no_measures(language):
        return frozenset()
    return frozenset((concept(found[1], language),))


@cache
def _no_measures(language: Language) -> frozenset[str]:
    return function_stems(language) | {stem(head, language) for head in around(language, "group_heads")}


@cache
def _measured_by(language: Language) -> re.Pattern[str]:
    """Match a noun with its link before a number: "magnitude of", "speed of about"."""
    about = either(language.comparing.get("approximators", ())).replace(r"\ ", r"\s")
    return re.compile(rf"\b([^\W\d_]{{4,}})\s(?:{words_around(language, 'links')})\s(?:(?:{about})\s)?$", re.IGNORECASE)
