"""Names that stand in marks, and are nobody's words: the film "Blue Hour", the 'Love Shack' nightclub."""

from __future__ import annotations

import re

from quoteattr.languages.lexicon import Language
from quoteattr.model.quotations import Quotation

LONGEST_NAME = 6
"""Words of the name of a work or a place."""
LONGEST_NOUN = 30
"""Characters beside a name that are searched for the noun it belongs to."""
_WORD_BEFORE = re.compile(r"([\w-]+)\s*$")
_WORD_BEHIND = re.compile(r"\s*([\w-]+)")


def is_name_in_marks(quotation: Quotation, text: str, language: Language) -> bool:
    """Tell whether words in marks are a name with capitals, right before or behind a noun for what bears it.

    >>> from quoteattr.languages import load
    >>> from quoteattr.model.spans import Span
    >>> text = "the film “Blue Hour” and a “Big Lie”"
    >>> film = Quotation(spans=(Span(10, 19),), outer=Span(9, 20), style="curly-double")
    >>> lie = Quotation(spans=(Span(28, 35),), outer=Span(27, 36), style="curly-double")
    >>> is_name_in_marks(film, text, load("en")), is_name_in_marks(lie, text, load("en"))
    (True, False)
    """
    words = text[quotation.spans[0].start : quotation.spans[-1].end].rstrip(",").split()
    if not 0 < len(words) <= LONGEST_NAME or words[-1][-1] in ".!?…" or not all(map(_may_be_named, words)):
        return False
    start, end = quotation.outer.start, quotation.outer.end
    before = _WORD_BEFORE.search(text, max(0, start - LONGEST_NOUN), start)
    behind = _WORD_BEHIND.match(text, end, end + LONGEST_NOUN)
    beside = {match[1].casefold() for match in (before, behind) if match is not None}
    return words[0][:1].isupper() and not beside.isdisjoint(language.word_class("bearers_of_names"))


def _may_be_named(word: str) -> bool:
    """Tell a word of a name, which has a capital unless it is small: "The House of the Sea"."""
    return word[:1].isupper() or word[:1].isdigit() or len(word) <= 3
