"""Readings and comparisons as plain JSON data, versioned, and back; a round trip gives an equal value."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from quoteattr.errors import InputError
from quoteattr.export.checked import Checked
from quoteattr.export.from_data import check_schema, comparison_of, reading_known
from quoteattr.export.to_data import ReadingIds, comparison_data, reading_data
from quoteattr.export.versions import COMPARISON, READING
from quoteattr.model.comparisons import Comparison
from quoteattr.model.readings import Reading

SCHEMAS = ("reading", "comparison")
"""The names that `schema` knows."""


def reading_to_dict(reading: Reading) -> dict[str, Any]:
    """Return a reading as plain data: dicts, lists, strings, numbers, booleans and `None`.

    Offsets are code points, half-open. Words are kept once, in the article's text; everything else points into
    it. It writes no file: hand the data to `json.dump`. Lone surrogates survive JSON in ASCII; a text that holds both
    halves of a pair as two characters does not, as JSON makes them one.

    >>> from quoteattr.model.articles import Article
    >>> from quoteattr.model.documents import Document
    >>> reading = Reading(article=Article(text="He left."), document=Document(text="He left."))
    >>> reading_to_dict(reading)["schema"]
    'quoteattr/reading/1'
    """
    return reading_data(reading, ReadingIds.of(reading))


def reading_from_dict(data: object) -> Reading:
    """Return the reading that `reading_to_dict` made the data from.

    Members that it does not know are passed over. Data that is wrong raises `SchemaError`, which says where.

    >>> reading_from_dict({"schema": "quoteattr/reading/7"})
    Traceback (most recent call last):
    ...
    quoteattr.errors.SchemaError: schema: version 'quoteattr/reading/7' is not known, only 'quoteattr/reading/1'; \
another quoteattr wrote this data
    """
    checked = Checked(data)
    check_schema(checked, READING)
    return reading_known(checked)[0]


def comparison_to_dict(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as plain data, with each reading in it once.

    Accounts refer to a reading and a telling in it by index. It writes no file.

    >>> from quoteattr.model.comparisons import Signature
    >>> signature = Signature(version="1", parser="rules", model=None, language_data="0", options="")
    >>> comparison_to_dict(Comparison(accounts=(), statements=(), signature=signature))["readings"]
    []
    """
    return comparison_data(comparison)


def comparison_from_dict(data: object) -> Comparison:
    """Return the comparison that `comparison_to_dict` made the data from.

    Members that it does not know are passed over. Data that is wrong raises `SchemaError`, which says where.

    >>> comparison_from_dict({"schema": "quoteattr/comparison/1"})
    Traceback (most recent call last):
    ...
    quoteattr.errors.SchemaError: readings: is missing
    """
    checked = Checked(data)
    check_schema(checked, COMPARISON)
    return comparison_of(checked)


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `reading_to_dict` or `comparison_to_dict` writes.

    It checks no data itself, and a schema cannot say that offsets lie in the text; `reading_from_dict` does.

    >>> schema("reading")["$id"]
    'urn:quoteattr:reading:1'
    """
    if name not in SCHEMAS:
        raise InputError(f"there is no schema {name!r}; there are: {', '.join(SCHEMAS)}")
    file = resources.files(__package__).joinpath("schema", f"{name}.schema.json")
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found
