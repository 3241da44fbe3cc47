"""Paragraphs that only lead to other stories: "Read more: 'We lost it all'"; nobody says anything in them."""

from __future__ import annotations

from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import Document
from quoteattr.model.spans import Span

_LONGEST_LINK = 200
"""Characters of a link with the headline that it leads to."""


def link_paragraphs(document: Document, language: Language) -> tuple[Span, ...]:
    """Return the paragraphs that begin with the words of a link and a colon.

    >>> from quoteattr.languages import load
    >>> text = "READ MORE: 'We lost it all'"
    >>> link_paragraphs(Document(text=text, paragraphs=(Span(0, 27),)), load("en"))
    (Span(0, 27),)
    """
    labels = tuple(f"{words}:" for words in language.boilerplate.get("links", ()))
    heads = ((paragraph, paragraph.of(document.text)[:40].casefold()) for paragraph in document.paragraphs)
    short = (each for each in heads if len(each[0]) <= _LONGEST_LINK)
    return tuple(paragraph for paragraph, head in short if labels and head.startswith(labels))
