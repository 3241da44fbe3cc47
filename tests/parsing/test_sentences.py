"""Sentences of another parser's tokens."""

from __future__ import annotations

from quoteattr.model.spans import Span
from quoteattr.parsing.sentences import sentences_from

TOKENS = tuple(Span(start, start + 2) for start in (0, 3, 6, 9))


def test_sentences_begin_where_the_parser_says() -> None:
    """Each number begins a sentence, and the first token does whether it is named or not."""
    assert sentences_from(TOKENS, [2], [Span(0, 11)]) == (Span(0, 5), Span(6, 11))


def test_a_paragraph_begins_a_sentence() -> None:
    """A sentence that the parser takes over a paragraph's end is cut there."""
    assert sentences_from(TOKENS, [0], [Span(0, 8), Span(9, 11)]) == (Span(0, 8), Span(9, 11))


def test_no_tokens_no_sentences() -> None:
    """A text of white space has no sentence."""
    assert sentences_from((), [], []) == ()
