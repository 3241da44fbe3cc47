"""Documents that exist already are read without being parsed anew."""

from __future__ import annotations

import pytest
from attrs import evolve

import quoteattr
from quoteattr.errors import InputError, LanguageError
from quoteattr.parsed import ParsedReader

TEXT = "“The pier will stay,” said Ilse Marrow. She told reporters that work had begun."


def test_a_document_is_read_as_its_parser_would_be() -> None:
    """The reading of a parsed document is the one that its parser gives, whose name it keeps."""
    document = quoteattr.parse(TEXT, parser="rules")
    assert ParsedReader(roles=False).read(document) == quoteattr.read(TEXT, parser="rules")


def test_the_layers_that_are_there_are_used() -> None:
    """Nothing is parsed anew: a document without tokens is read without tokens."""
    bare = evolve(quoteattr.parse(TEXT, parser="rules"), tokens=(), sentences=(), tags=None, parser="own")
    reading = ParsedReader(roles=False).read(bare)
    assert reading.document is bare


def test_roles_are_added_where_wanted() -> None:
    """The learned engine adds its layers to the document's, which stay what they are."""
    document = quoteattr.parse(TEXT, parser="rules")
    read = ParsedReader(roles=True).read(document).document
    assert read.roles
    assert (read.tokens, read.tags, read.parser) == (document.tokens, document.tags, "rules")


def test_what_is_known_of_the_article_is_kept() -> None:
    """Outlet and date stand on the reading's article and name its account."""
    reading = ParsedReader(roles=False).read(quoteattr.parse(TEXT), outlet="Quay Post", published="2031-05-02")
    assert (reading.article.outlet, reading.article.published) == ("Quay Post", "2031-05-02")
    assert reading.accounts[0].teller == "Quay Post"


def test_a_wrong_reader_is_an_error_when_it_is_made() -> None:
    """A language without data, and an option of the wrong type, are told before any text is read."""
    with pytest.raises(LanguageError, match="'xx'"):
        ParsedReader(language="xx")
    with pytest.raises(InputError, match="roles is True or False, not 'no'"):
        ParsedReader(roles="no")  # type: ignore[arg-type]
