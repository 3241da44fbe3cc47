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
    """A value of the wrong type or form was passed in.

    >>> from quoteattr import read
    >>> read(None)
    Traceback (most recent call last):
    ...
    quoteattr.errors.InputError: an article is a str, an Article, or what an extractor returns (a mapping or object with
    its text), not NoneType
    """


class LanguageError(QuoteattrError, ValueError):
    """A language was asked for that the library has no data for.

    >>> from quoteattr import read
    >>> read("Sanoin.", language="xx")
    Traceback (most recent call last):
    ...
    quoteattr.errors.LanguageError: there is no language data for 'xx'; there is for: en
    """


class ParserError(QuoteattrError, ValueError):
    """A parser was asked for that does not exist, is not installed, or answered wrongly.

    >>> from quoteattr import Reader
    >>> try:
    ...     Reader(parser="oracle")
    ... except ParserError as error:
    ...     print(str(error).partition(";")[0])
    there is no parser 'oracle'
    """


class SchemaError(QuoteattrError, ValueError):
    """Data handed to `from_dict` is not what `to_dict` writes.

    >>> from quoteattr import Reading
    >>> try:
    ...     Reading.from_dict({})
    ... except SchemaError:
    ...     print("not a reading")
    not a reading
    """
