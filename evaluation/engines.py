"""The engines there are to measure: every named parser that can be used here."""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr import QuoteattrError, Reader
from quoteattr.pipeline import PARSERS


def installed(names: Iterable[str] = tuple(PARSERS)) -> list[Reader]:
    """Return a reader for each engine that is installed, in the order of their names.

    >>> [reader.parser for reader in installed(["rules", "no such engine"])]
    ['rules']
    """
    return [Reader(parser=name) for name in sorted(names) if _works(name)]


def _works(name: str) -> bool:
    try:
        Reader(parser=name).parse("It rained.")
    except QuoteattrError:
        return False
    return True
