"""Reads a document that another library parsed; the spaCy component and the Stanza processor both rest on it."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from quoteattr.languages import load
from quoteattr.model.documents import Document
from quoteattr.model.readings import Reading
from quoteattr.options import ReadOptions, flag
from quoteattr.parsing.given import GivenDocument
from quoteattr.parsing.tagger import with_roles
from quoteattr.pipeline import Reader


@frozen(kw_only=True)
class ParsedReader:
    """How documents that exist already are read: in which language, with the learned layer or not, by which options.

    `roles` adds the layers of the learned engine to the document's own. A language that there is no data for raises
    `LanguageError` when the reader is made. It parses nothing anew.

    >>> ParsedReader(roles=False).read(Document(text="It rained."))
    Reading(0 quotes by 0 speakers)
    """

    language: str = "en"
    roles: bool = field(default=True, validator=flag)
    options: ReadOptions = field(factory=ReadOptions)

    def __attrs_post_init__(self) -> None:
        load(self.language)

    def read(self, document: Document, **known: Any) -> Reading:
        """Read a document; `known` is what is known of its article: outlet, title, url, published, id."""
        whole = with_roles(document) if self.roles else document
        reader = Reader(parser=GivenDocument(whole), language=self.language, options=self.options)
        return reader.read(document.text, **known)
