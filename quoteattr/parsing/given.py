"""A document that exists already in the place of a parser: what another library parsed is read as it is."""

from __future__ import annotations

from attrs import frozen

from quoteattr.model.documents import Document


@frozen
class GivenDocument:
    """A parser for one text alone: the document that is there already.

    It does not look at the text that it is asked for; whoever asks checks that the document is of that very text.

    >>> GivenDocument(Document(text="He left.", parser="spacy")).parse("He left.", "en").parser
    'spacy'
    """

    document: Document

    @property
    def name(self) -> str:
        """The name of the parser that made the document."""
        return self.document.parser

    def parse(self, text: str, language: str) -> Document:
        """Return the document; nothing is parsed."""
        return self.document
