"""The engines to measure: every named parser that can be used here, and Stanza on the models beside the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from quoteattr import QuoteattrError, Reader, StanzaParser
from quoteattr.pipeline import PARSERS


def installed(names: Iterable[str] = tuple(PARSERS), *, data: Path | None = None) -> list[Reader]:
    """Return a reader for each engine that is installed, in the order of their names, those with Stanza last.

    >>> [reader.parser for reader in installed(["rules", "no such engine"])]
    ['rules']
    """
    known = [Reader(parser=name) for name in sorted(names) if name in PARSERS]
    return [reader for reader in (*known, *_with_stanza(data)) if _works(reader)]


def label(reader: Reader) -> str:
    """Return what the tables call an engine.

    >>> label(Reader(parser="rules"))
    'rules'
    """
    return reader.parser if isinstance(reader.parser, str) else getattr(reader.parser, "name", "learned")


def _with_stanza(data: Path | None) -> Iterator[Reader]:
    """Yield readers by the small models beside the data: syntax without roles, and with them."""
    folder = data / "stanza_resources" if data is not None else None
    if folder is None or not folder.is_dir():
        return
    for roles, name in ((False, "Stanza alone (small models)"), (True, "Stanza (small models) and learned")):
        yield Reader(parser=StanzaParser(directory=str(folder), roles=roles, name=name))


def _works(reader: Reader) -> bool:
    try:
        reader.parse("It rained.")
    except QuoteattrError:
        return False
    return True
