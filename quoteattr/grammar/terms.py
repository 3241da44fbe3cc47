"""Terms: what the words of a passage are about, ready to be compared with another's."""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from quoteattr.grammar.quantities import quantities
from quoteattr.grammar.stems import concept, stem
from quoteattr.languages import INVISIBLE
from quoteattr.languages.lexicon import Language

_WORD = re.compile(rf"[^\W_]+(?:['’.,{INVISIBLE}-][^\W_]+)*")
_SPACE = re.compile(r"[\W_]+")


@frozen(kw_only=True, slots=True)
class Terms:
    """The words of a passage in the forms that comparing needs.

    `key` is the passage without case, marks and spaces; `stems` and `concepts` are those of its content words;
    `names` its capitalised words; `values` its numbers; `trigrams` the runs of three characters in `key`'s words.
    """

    key: str
    stems: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    values: frozenset[float] = frozenset()
    trigrams: frozenset[str] = frozenset()


def words_of(text: str) -> list[str]:
    """Return the words of `text`; a compound with a hyphen is one word.

    >>> words_of("Ms Okafor's co-op, at 10.30")
    ['Ms', "Okafor's", 'co-op', 'at', '10.30']
    """
    return _WORD.findall(text)


def terms_of(text: str, language: Language) -> Terms:
    """Return the terms of a passage; words without content of their own are left out of all but the trigrams.

    >>> from quoteattr.languages import load
    >>> terms = terms_of("The mayor met 12 nurses in Tarn", load("en"))
    >>> sorted(terms.names), sorted(terms.values)
    (['tarn'], [12.0])
    """
    words = [part for word in words_of(text) for part in _parts(word)]
    content = [word for word in words if word.lower().replace("’", "'") not in function_words(language)]
    key = _SPACE.sub(" ", text.lower().replace("’", "").replace("'", "")).strip()
    return Terms(
        key=key,
        stems=frozenset(stem(word, language) for word in content),
        concepts=frozenset(concept(word, language) for word in content),
        names=_names(words, language),
        values=frozenset(value for q in quantities(text, language) for value in (q.low, q.high)),
        trigrams=frozenset(key[i : i + 3] for i in range(len(key) - 2)),
    )


@cache
def function_words(language: Language) -> frozenset[str]:
    """Return the words without content of their own."""
    return frozenset(language.comparing.get("function_words", "").split())


def _parts(word: str) -> list[str]:
    return word.split("-") if "-" in word else [word]


def _names(words: list[str], language: Language) -> frozenset[str]:
    """Return the stems of capitalised words; the first word's capital shows nothing unless a name goes on."""
    found = set()
    for position, word in enumerate(words):
        if not word[0].isupper() or word.lower().replace("’", "'") in function_words(language):
            continue
        following = words[position + 1][:1] if position + 1 < len(words) else ""
        if position or following.isupper() or word[1:2].isupper():
            found.add(stem(word, language))
    return frozenset(found)
