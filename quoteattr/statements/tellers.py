"""Tellers: the outlet, agency or report through which a quote comes."""

from __future__ import annotations

import re
from functools import cache

from quoteattr.languages.lexicon import Language
from quoteattr.model.articles import Article
from quoteattr.model.quotes import Quote
from quoteattr.model.speakers import Speaker, SpeakerKind

UNNAMED = "the article"
"""Who tells where neither outlet nor title is known."""
_WORD = re.compile(r"\w+")
_CARRYING_KINDS = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT})


def own_teller(article: Article) -> str:
    """Return who tells in the article's own voice: its outlet, else its title, else "the article".

    >>> own_teller(Article(text="", title="Bridge opens"))
    'Bridge opens'
    """
    return article.outlet or article.title or UNNAMED


def carrier_of(quote: Quote, language: Language) -> Speaker | None:
    """Return the outlet, agency or report that the quote is passed on by, `None` where the article has it itself.

    A person, a ministry or a spokesman who passes words on is a link of the chain and no teller of the event.

    >>> from quoteattr.languages import load
    >>> from quoteattr.model.quotes import QuoteKind
    >>> from quoteattr.model.spans import Passage
    >>> wire = Speaker(name="Tarn News Agency", kind=SpeakerKind.ORGANISATION)
    >>> carrier_of(Quote(content=Passage(), kind=QuoteKind.INDIRECT, chain=(wire, Speaker(name="Ada Obi"))), load("en"))
    Speaker('Tarn News Agency', organisation)
    """
    if len(quote.chain) < 2:
        return None
    outermost = quote.chain[0]
    names = [carrier.source.text for carrier in quote.carriers[:1]]  # "The Azerbaijani news agency, TREND"
    if outermost.kind in _CARRYING_KINDS:
        names += [outermost.name, *outermost.aliases]
    if any(_is_media(name, language) for name in names) or _passes_on(quote, outermost, language):
        return outermost
    return None


def _is_media(name: str, language: Language) -> bool:
    table = language.comparing.get("tellers", {})
    low = name.lower()
    if any(phrase in low for phrase in table.get("excluded", ())):
        return False
    words = _WORD.findall(low)
    if not _media_words(language).isdisjoint(words):
        return True
    return any(word.endswith(tuple(table.get("endings", ()))) for word in words)


@cache
def _media_words(language: Language) -> frozenset[str]:
    return frozenset(language.comparing.get("tellers", {}).get("media", ()))


def _passes_on(quote: Quote, outermost: Speaker, language: Language) -> bool:
    """Tell whether a name in capitals ("TASS") passes the quote on by a word of relaying."""
    cues = language.comparing.get("tellers", {}).get("cues", ())
    relayed = any(carrier.cue.text.lower() in cues for carrier in quote.carriers[:1])
    return relayed and outermost.name.isupper() and " " not in outermost.name
