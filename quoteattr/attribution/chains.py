"""Finds the outer links of a source chain: who passes on that someone said something."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import Document
from quoteattr.model.quotes import Carrier, Quote


def carriers_of(document: Document, quote: Quote, language: Language) -> tuple[Carrier, ...]:
    """Return the outer links of a quote, the outermost first."""
    return ()


def carry_over(document: Document, quotes: Sequence[Quote], language: Language) -> tuple[Quote, ...]:
    """Return the quotes with the links that earlier sentences lend them."""
    return tuple(quotes)
