"""Text to word pieces with their shapes: what the tagger sees of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
import numpy

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which no tokenizer takes; it stands for one that is unknown."""
LINE_BREAK, BLANK_LINE = 1, 2
"""Two unused entries of the vocabulary stand for the breaks, which a word-piece tokenizer drops. `"` after a blank
line opens, and a headline ends without a full stop."""

NO_LETTER, LOWER, CAPITAL, UPPER = range(4)
SPACE_BEFORE, SPACE_AFTER = 4, 8
"""Shape bits: the vocabulary is lower-case and knows no spaces, but `said "no` and `no" said` differ by them alone."""


@attrs.frozen(eq=False, kw_only=True)
class Pieces:
    """Word pieces of a text: vocabulary numbers, shapes, and the characters each stands for (half-open)."""

    numbers: numpy.ndarray
    shapes: numpy.ndarray
    starts: numpy.ndarray
    ends: numpy.ndarray

    @property
    def breaks(self) -> list[int]:
        """The places of the line breaks."""
        return numpy.flatnonzero((self.numbers == LINE_BREAK) | (self.numbers == BLANK_LINE)).tolist()


def to_pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """Cut a text into word pieces, with a piece of its own for each run of line breaks.

    Adds no [CLS] or [SEP]: windows do. The text is not changed; offsets are code points into it.
    """
    encoding = tokenizer.encode(_SURROGATE.sub("\ufffd", text), add_special_tokens=False)  # of one length
    rows: list[tuple[int, int, int, int]] = []
    last = 0
    for number, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
        if start > last and rows:
            rows += break_between(text, last, start)
        rows.append((number, shape_of(text, start, end), start, end))
        last = end
    table = numpy.array(rows, dtype=numpy.int64).reshape(-1, 4)
    return Pieces(numbers=table[:, 0], shapes=table[:, 1], starts=table[:, 2], ends=table[:, 3])


def break_between(text: str, start: int, end: int) -> list[tuple[int, int, int, int]]:
    """Return the one piece for the line breaks between two pieces, or none."""
    breaks = text.count("\n", start, end)
    if not breaks:
        return []
    return [(BLANK_LINE if breaks > 1 else LINE_BREAK, SPACE_BEFORE | SPACE_AFTER, start, end)]


def shape_of(text: str, start: int, end: int) -> int:
    """Return the shape of `text[start:end]`: its letters' case, and whether blanks stand around it."""
    word = text[start:end]
    shape = case_of(word)
    if start == 0 or text[start - 1].isspace():
        shape |= SPACE_BEFORE
    if end >= len(text) or text[end].isspace():
        shape |= SPACE_AFTER
    return shape


def case_of(word: str) -> int:
    """Return the case of a word: none, lower, capital first, or upper throughout.

    >>> case_of("Okafor"), case_of("NATO"), case_of("said"), case_of('"')
    (2, 3, 1, 0)
    """
    if word.islower():
        return LOWER
    if len(word) > 1 and word.isupper():
        return UPPER
    return CAPITAL if word[:1].isupper() else NO_LETTER
