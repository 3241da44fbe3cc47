"""A text as a model may read it, with the place of each of its characters in the text as it was given."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from quoteattr.model.spans import Span

_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});")
_UNREADABLE = re.compile("[\0\ud800-\udfff]")
"""NUL and halves of characters, which no tokenizer takes; the sign for what is unknown, as long, stands for them."""
PARAGRAPH_BREAK = "\n\n"


@frozen(eq=False)
class CleanText:
    """A text for a model, and where each of its characters begins and ends in the text that was given.

    >>> clean = CleanText.same("Hi.")
    >>> clean.span(0, 2)
    Span(0, 2)
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def same(cls, text: str) -> CleanText:
        """Take a text as it is."""
        return cls(text, range(len(text)), range(1, len(text) + 1))

    def span(self, start: int, end: int) -> Span:
        """Return where `self.text[start:end]` stands in the text that was given; it is not empty."""
        return Span(self.starts[start], self.ends[end - 1])


def to_clean(text: str, paragraphs: Iterable[Span]) -> CleanText:
    """Part paragraphs by blank lines, resolve HTML entities, and replace what no model can read.

    A line end that parts paragraphs (a headline, a list) then also ends a sentence. The given text is not changed.

    >>> clean = to_clean("Rain\\n&#8220;No&#8221;", [Span(0, 4), Span(5, 21)])
    >>> clean.text, clean.span(6, 7), clean.span(9, 10)
    ('Rain\\n\\n“No”', Span(5, 12), Span(14, 21))
    """
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for paragraph in paragraphs:
        if pieces:
            pieces.append(PARAGRAPH_BREAK)
            starts += [paragraph.start] * len(PARAGRAPH_BREAK)
            ends += [paragraph.start] * len(PARAGRAPH_BREAK)
        for start, end, piece in _pieces(text, paragraph):
            pieces.append(piece)
            starts += range(start, end) if len(piece) == end - start else (start,)
            ends += range(start + 1, end + 1) if len(piece) == end - start else (end,)
    return CleanText(_UNREADABLE.sub("\ufffd", "".join(pieces)), starts, ends)


def _pieces(text: str, paragraph: Span) -> Iterable[tuple[int, int, str]]:
    """Yield the stretches of a paragraph as a model reads them: entities as their one character, all else as it is."""
    start = paragraph.start
    for entity in _ENTITY.finditer(text, paragraph.start, paragraph.end):
        character = html.unescape(entity[0])
        if len(character) == 1:
            yield start, entity.start(), text[start : entity.start()]
            yield *entity.span(), character
            start = entity.end()
    yield start, paragraph.end, text[start : paragraph.end]
