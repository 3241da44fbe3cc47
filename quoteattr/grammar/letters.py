"""Letters: words as they are looked up and compared, without case and accents."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"’": "'", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not take for others with a sign, and what agencies write in their place."""


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word without case and accents, for comparing.

    >>> fold("Andström"), fold("Yıldız")
    ('andstrom', 'yildiz')
    """
    if word.isascii():
        return word.casefold()
    parts = unicodedata.normalize("NFD", word.casefold().translate(_LETTERS))
    return "".join(char for char in parts if not unicodedata.combining(char))
