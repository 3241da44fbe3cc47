"""Questions and answers behind dashes: "— Why? ¶ — Because.", an interview without labels and without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span

LEAST_LINES = 3
"""Lines behind dashes, one after the other, from which on they are a dialogue."""
_DASHED = re.compile(r"[—–]\s+(?=\S)")
_TAG = re.compile(r"[?!,.…]\s+([^\W\d_]+)\b")
"""What may begin a tag inside a line: "— Are we moving? *asked* the lady"."""


def find_dialogues(text: str, paragraphs: Sequence[Span], language: Language) -> Iterator[tuple[int, Sequence[Span]]]:
    """Yield the place of the first paragraph of each dialogue, and what is said in each of its lines.

    One line asks, not all do, and none has a tag, by which a story would tell who speaks; lists are no dialogues.

    >>> from quoteattr.languages import load
    >>> text = "— Why?\\n— Because.\\n— Since when?"
    >>> from quoteattr.parsing.rules import find_paragraphs
    >>> [[span.of(text) for span in said] for _, said in find_dialogues(text, find_paragraphs(text), load("en"))]
    [['Why?', 'Because.', 'Since when?']]
    """
    first = 0
    while first < len(paragraphs):
        said = list(_dashed(text, paragraphs[first:]))
        if len(said) >= LEAST_LINES and _asks(text, said) and not any(_has_tag(text, s, language) for s in said):
            yield first, said
        first += max(1, len(said))


def _dashed(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Yield what stands behind the dash, as long as paragraphs begin with one."""
    for paragraph in paragraphs:
        dash = _DASHED.match(text, paragraph.start, paragraph.end)
        if dash is None:
            return
        yield Span(dash.end(), paragraph.end)


def _asks(text: str, said: Sequence[Span]) -> bool:
    return 0 < sum(text[span.end - 1] == "?" for span in said) < len(said)


def _has_tag(text: str, span: Span, language: Language) -> bool:
    return any(found[1] in language.cues for found in _TAG.finditer(text, span.start, span.end))
