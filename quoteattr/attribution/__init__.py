"""Attributes quotes: `sources` (which words name the source), `chains` (who told whom)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from quoteattr.attribution.carrying import carry_over, passed_on
from quoteattr.attribution.chains import carriers_with_evidence
from quoteattr.attribution.sources import find_cited, find_voice
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import Document
from quoteattr.model.quotes import Quote, QuoteKind
from quoteattr.model.spans import Span

__all__ = ["attribute"]


def attribute(document: Document, quotes: Sequence[Quote], language: Language) -> tuple[Quote, ...]:
    """Return the quotes with the sources that they cite, and with their carriers.

    It resolves no source to a speaker, and leaves a source empty where the text names none.

    >>> from quoteattr.languages import load
    >>> from quoteattr.parsing.rules import RuleParser
    >>> from quoteattr.quotation import find
    >>> document = RuleParser().parse("Nordwire, citing the harbour police, reported that a ferry sank.", "en")
    >>> quote = attribute(document, find(document, load("en"))[0], load("en"))[0]
    >>> quote.source.text, quote.carriers[0].source.text
    ('the harbour police', 'Nordwire')
    """
    attributed = tuple(_attributed(document, quote, language) for quote in quotes)
    return carry_over(document, attributed, language)


def _attributed(document: Document, quote: Quote, language: Language, within: Span | None = None) -> Quote:
    """Attribute a quote and those inside it; nobody outside somebody's own words (`within`) tells what is in them."""
    if quote.quotes:
        inner = ((each, _words_around(each, quote, within)) for each in quote.quotes)
        quote = evolve(quote, quotes=tuple(_attributed(document, each, language, words) for each, words in inner))
    cited = find_cited(document, find_voice(document, quote, language), language)
    return passed_on(carriers_with_evidence(document, cited, language, within), language)


def _words_around(inner: Quote, outer: Quote, within: Span | None) -> Span | None:
    """Return the stretch of somebody's own words that a quote begins in, up to the tag that breaks them."""
    if outer.kind is not QuoteKind.DIRECT:
        return within
    return next((span for span in outer.content if span.start <= inner.cue.start < span.end), within)
