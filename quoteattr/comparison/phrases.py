"""Phrases: where words of a list stand in a text."""

from __future__ import annotations

import re
from functools import lru_cache

from quoteattr.model.spans import Span


def find_phrases(text: str, phrases: tuple[str, ...]) -> tuple[Span, ...]:
    """Return where one of `phrases` stands in `text` as whole words, whatever its case and apostrophes.

    >>> find_phrases("They didn’t say if it may", ("n't", "may"))
    (Span(8, 11), Span(22, 25))
    """
    return tuple(Span(*match.span()) for match in _pattern(phrases).finditer(text.replace("’", "'")))


@lru_cache(maxsize=256)  # one pattern for each list of the language data
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Match the phrases; those that English writes on to a word, "n't" and "'ll", begin inside of one."""
    words = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    bodies = (
        ("" if word.startswith(("'", "n'")) else r"\b") + re.escape(word).replace(r"\ ", r"\s+") for word in words
    )
    return re.compile("(?:" + ("|".join(bodies) or r"(?!)") + r")\b", re.IGNORECASE)
