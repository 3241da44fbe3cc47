"""Who belongs to a name: "Obi's lawyer" is a person of her own, and what follows may be about her."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span
from quoteattr.speakers.descriptions import Description, describe
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.vocabulary import kind_of_noun, possessive_letters, words_of

_MOST_WORDS = 4
"""Words from the owner's ending to the noun: "Obi's first defence lawyer"."""


def owned_person(start: int, discourse: Discourse) -> tuple[Span, Description] | None:
    """Return the person who belongs to the name at an offset, as a noun phrase; `None` where the name owns none.

    >>> from quoteattr.languages import load
    >>> from quoteattr.model.documents import Document
    >>> from quoteattr.speakers.discourse import open_discourse
    >>> text = "Ada Obi's old lawyer left, and so did Kim Oduya's dog."
    >>> discourse = open_discourse(Document(text=text), (), load("en"))
    >>> [owned_person(name.start, discourse) is not None for name in discourse.names]
    [True, False]
    """
    index = bisect_left(discourse.begins, start)
    name = discourse.names[index] if index < len(discourse.names) else None
    text, language = discourse.document.text, discourse.language
    behind = _behind(language).match(text, name.end) if name is not None and name.start == start else None
    if name is None or behind is None:
        return None
    end = _end_of_person(behind, language)
    found = describe(text[name.title_start : end], language) if end else None
    return (Span(name.title_start, end), found) if end and found is not None else None


@cache
def _behind(language: Language) -> re.Pattern[str]:
    """Match an owner's ending and the words in small letters behind it."""
    word = r"[^\W\d_A-Z][\w-]*"
    return re.compile(rf"['’](?:{possessive_letters(language)})?(?:[ \u00a0]{word}){{1,{_MOST_WORDS}}}")


def _end_of_person(behind: re.Match[str], language: Language) -> int | None:
    """Return where the noun for a person ends; a noun right behind it is the head: "Obi's *defence* lawyer"."""
    end = None
    for word in re.finditer(r"(?<=[ \u00a0])\S+", behind.group()):
        low = word.group().casefold()
        if low in words_of(language, "adpositions", "auxiliaries", "coordinators", "determiners") or _is_verb(
            low, language
        ):
            break
        if kind_of_noun(low, language) in ("person", "anonymous"):
            end = behind.start() + word.end()
        elif end is not None:
            return None if kind_of_noun(low, language) else end
    return end


def _is_verb(low: str, language: Language) -> bool:
    """Tell whether a word is a verb and no noun: "Obi's office *insisted*"."""
    return low not in language.nouns and (low in language.cues or language.verbs.get(low) in (1, 2))
