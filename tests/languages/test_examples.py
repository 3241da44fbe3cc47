"""The example of every cue and phrase is read as it is marked."""

from __future__ import annotations

import pytest

import quoteattr
from quoteattr.languages import load
from quoteattr.languages.lexicon import CueEntry, PhraseEntry
from quoteattr.model.quotes import Quote
from tests import marked

ENTRIES = [*load("en").cue_entries, *load("en").phrases]
EDGES = " .,;:!?\"'“”‘’"
"""What may stand at the edges of a span without making it another one."""
PARTS = ("content", "cue", "source")


def stripped(words: str) -> str:
    """Return words without the marks and punctuation at their edges."""
    return words.strip(EDGES)


def expected(example: str) -> tuple[str, dict[str, str]]:
    """Return an example's text, and the marked words of its content, cue and source."""
    text, spans = marked.parse(example)
    words = {label: " ".join(stripped(text[a:b]) for a, b in spans.get(label, [])) for label in PARTS}
    return text, words


def found(quote: Quote) -> dict[str, str]:
    """Return the words of a quote's content, cue and source, each piece without its edges."""
    return {part: " ".join(stripped(piece) for piece in getattr(quote, part).pieces) for part in PARTS}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: getattr(entry, "lemma", None) or entry.text)
def test_an_example_is_read_as_marked(entry: CueEntry | PhraseEntry) -> None:
    """The content, cue and source that are marked in an entry's example are those of one quote."""
    text, words = expected(entry.example)
    assert words in [found(quote) for quote in quoteattr.find_quotes(text, parser="rules")]
