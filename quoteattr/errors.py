"""The errors that the library raises; odd text raises none of them."""

from __future__ import annotations


class QuoteattrError(Exception):
    """Say what was given, what is allowed, and what to do about it.

    >>> raise QuoteattrError("no article was given; pass a str or an Article")
    Traceback (most recent call last):
    ...
    quoteattr.errors.QuoteattrError: no article was given; pass a str or an Article
    """


class InputError(QuoteattrError, TypeError):
    """A value of the wrong type or form was passed in."""


class LanguageError(QuoteattrError, ValueError):
    """A language was asked for that the library has no data for."""


class ParserError(QuoteattrError, ValueError):
    """A parser was asked for that does not exist, is not installed, or answered wrongly."""


class SchemaError(QuoteattrError, ValueError):
    """Data handed to `from_dict` is not what `to_dict` writes."""
