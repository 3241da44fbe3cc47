"""Reads sentences with numbered marks into quotes, and resolves them."""

from __future__ import annotations

import re

import quoteattr
from quoteattr.languages import load
from quoteattr.model.documents import Document
from quoteattr.model.quotes import Carrier, Quote, QuoteKind
from quoteattr.model.spans import Passage, Span
from quoteattr.speakers import resolve
from tests.marked import Marks, parse

LANGUAGE = load("en")
_SENTENCE = re.compile(r"[^\s].*?(?:[.!?][\"”’']?(?=\s|$)|(?=\n)|$)")
_PARAGRAPH = re.compile(r"[^\n]+")


def document_of(text: str) -> Document:
    """Return a document with plain sentences and paragraphs, without any parser."""
    return Document(
        text=text,
        paragraphs=tuple(Span(*match.span()) for match in _PARAGRAPH.finditer(text)),
        sentences=tuple(Span(*match.span()) for match in _SENTENCE.finditer(text)),
    )


def _passage(text: str, marks: Marks, label: str) -> Passage:
    return Passage.of(text, *(Span(start, end) for start, end in marks.get(label, ())))


def quote_of(text: str, marks: Marks, number: str, inner: tuple[Quote, ...] = ()) -> Quote:
    """Build the quote whose marks carry a number; `outer` marks are the words for its carriers."""
    outer = marks.get(f"outer{number}", ())
    return Quote(
        content=_passage(text, marks, f"content{number}"),
        kind=QuoteKind.DIRECT,
        cue=_passage(text, marks, f"cue{number}"),
        source=_passage(text, marks, f"source{number}"),
        carriers=tuple(Carrier(Passage.of(text, Span(start, end))) for start, end in outer),
        quotes=inner,
        confidence=1.0,
    )


def quotes_of(source: str) -> tuple[str, tuple[Quote, ...]]:
    """Return the text and its quotes; `content11` is a quote inside the quote of `content1`."""
    text, marks = parse(source)
    numbers = sorted((label.removeprefix("content") for label in marks if label.startswith("content")), key=int)
    tops = [number for number in numbers if len(number) == 1]
    inner = {
        top: tuple(quote_of(text, marks, number) for number in numbers if len(number) == 2 and number[0] == top)
        for top in tops
    }
    return text, tuple(quote_of(text, marks, top, inner[top]) for top in tops)


def resolved(source: str) -> tuple[Quote, ...]:
    """Return the quotes of a marked text with their speakers and chains."""
    text, quotes = quotes_of(source)
    return resolve(document_of(text), quotes, LANGUAGE)[0]


def speakers_of(source: str) -> list[str | None]:
    """Return the names of the speakers of a marked text's outermost quotes."""
    return [quote.speaker.name if quote.speaker else None for quote in resolved(source)]


def chain_of(quote: Quote) -> list[str]:
    """Return the names of a quote's chain."""
    return [speaker.name for speaker in quote.chain]


def names_read(text: str) -> list[str | None]:
    """Return the names of the speakers of all quotes that the rules find in a plain text."""
    quotes = quoteattr.read(text, parser="rules").all_quotes
    return [quote.speaker.name if quote.speaker else None for quote in quotes]
