"""Accounts: which voice of an article tells what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attrs import define, field

from quoteattr.grammar.openings import opening_end
from quoteattr.languages.lexicon import Language
from quoteattr.model.articles import Article
from quoteattr.model.documents import Document
from quoteattr.model.quotes import Polarity, Quote
from quoteattr.model.spans import Span
from quoteattr.model.speakers import Speaker
from quoteattr.model.statements import Statement, Telling
from quoteattr.statements.boilerplate import boilerplate_paragraphs, other_stories, repeating_headline
from quoteattr.statements.deeds import is_deed
from quoteattr.statements.passages import Index, narrated_passages, quoted_passages
from quoteattr.statements.tellers import carrier_of, own_teller

_HEAD = 4
"""Paragraphs in which a story has begun: headline, standfirst and byline may stand above it."""
_WORD = re.compile(r"[^\W_]+")


class _Voiced(NamedTuple):
    """A statement and who carries it; `None` for the article itself."""

    statement: Statement
    carrier: str | None


def tellings(
    article: Article, document: Document, quotes: tuple[Quote, ...], language: Language
) -> tuple[Telling, ...]:
    """Return the tellings that an article carries: its own first, then one for each outlet, agency or report.

    The own telling holds the narration and the quotes that the article reports itself. A passage that stands in
    the text twice counts once; other stories listed below the article are left out. It does not judge whether two
    tellings are of one event.

    >>> from quoteattr.languages import load
    >>> text = "The mayor opened the bridge."
    >>> document = Document(text=text, paragraphs=(Span(0, 28),), sentences=(Span(0, 28),))
    >>> [telling.teller for telling in tellings(Article(text=text, outlet="Courier"), document, (), load("en"))]
    ['Courier']
    """
    carriers = _carriers(quotes, language)
    voiced = _unrepeated(_voiced(article, document, quotes, carriers, language))
    others = {speaker.name: speaker for speaker in carriers if speaker is not None}
    own = Telling(
        teller=own_teller(article), spans=_own_spans(document, quotes, carriers), statements=_of(voiced, None)
    )
    return (own, *(_carried(name, speaker, voiced, quotes, carriers) for name, speaker in others.items()))


def whole_telling(told: tuple[Telling, ...]) -> Telling:
    """Return all that an article tells as one telling, under the name of the article's own.

    For comparing whole articles, where it does not matter through whom a quote came.

    >>> one = Telling(teller="Courier", spans=(), statements=())
    >>> whole_telling((one,)) == one
    True
    """
    if len(told) == 1:
        return told[0]
    statements = sorted(
        (statement for telling in told for statement in telling.statements),
        key=lambda statement: statement.passage.start,
    )
    spans = sorted(span for telling in told for span in telling.spans)
    return Telling(teller=told[0].teller, spans=tuple(spans), statements=tuple(statements))


def _carriers(quotes: tuple[Quote, ...], language: Language) -> tuple[Speaker | None, ...]:
    """Return each quote's carrier; what a carrier says in its own name is in its telling, too."""
    carriers = [carrier_of(quote, language) for quote in quotes]
    known = {speaker.name for speaker in carriers if speaker is not None}
    return tuple(
        carrier or (quote.speaker if quote.speaker is not None and quote.speaker.name in known else None)
        for quote, carrier in zip(quotes, carriers, strict=True)
    )


def _voiced(
    article: Article,
    document: Document,
    quotes: tuple[Quote, ...],
    carriers: tuple[Speaker | None, ...],
    language: Language,
) -> list[_Voiced]:
    """Return all statements of the article in the order of the text."""
    index, boilerplate = Index.of(document), boilerplate_paragraphs(document, language)
    headline = repeating_headline(article, document, language)
    begin, end = headline.end if headline else 0, other_stories(document, language)
    datelines = (Span(p.start, opening_end(document.text, p, language)) for p in document.paragraphs[:_HEAD])
    left_out = (*boilerplate, *datelines, Span(0, begin), Span(end, len(document.text)))
    deeds = frozenset(quote.content.spans for quote in quotes if is_deed(quote, index, language))
    telling = [quote for quote in quotes if quote.content.spans not in deeds] if deeds else quotes
    found = [
        _Voiced(Statement(passage=passage), None) for passage in narrated_passages(telling, left_out, index, language)
    ]
    for quote, carrier in zip(quotes, carriers, strict=True):
        if begin <= quote.content.start < end and not (deeds and quote.content.spans in deeds):
            found.extend(_quoted(quote, carrier, index, language))
    return sorted(found, key=lambda each: each.statement.passage.start)


def _quoted(quote: Quote, carrier: Speaker | None, index: Index, language: Language) -> Iterator[_Voiced]:
    name = carrier.name if carrier else None
    for passage in quoted_passages(quote, index, language):
        yield _Voiced(Statement(passage=passage, speaker=quote.speaker, quote=quote), name)


def _unrepeated(voiced: list[_Voiced]) -> list[_Voiced]:
    """Leave out passages that stand in the text before, whatever their case, marks and spaces."""
    kept: list[_Voiced] = []
    seen: dict[tuple[str, ...], _Seen] = {}
    for each in voiced:
        words = tuple(_WORD.findall(each.statement.passage.text.casefold()))
        if words not in seen:
            seen[words] = _Seen()
        if seen[words].is_new(each.statement):
            kept.append(each)
    return kept


@define(slots=True)
class _Seen:
    """Who told the same words before: the article itself, and by polarity the names of speakers (`None`: nobody)."""

    narrated: bool = False
    told: dict[Polarity, set[str | None]] = field(factory=dict)

    def is_new(self, statement: Statement) -> bool:
        """Note a statement; tell whether it is another: by another speaker, or denied by one who affirmed it."""
        quote, speaker = statement.quote, statement.speaker.name if statement.speaker is not None else None
        if quote is None:
            new, self.narrated = not self.narrated and not self.told, True
            return new
        names = self.told.setdefault(quote.polarity, set())
        new = not self.narrated and speaker not in names and not (names and (speaker is None or None in names))
        names.add(speaker)
        return new


def _of(voiced: list[_Voiced], carrier: str | None) -> tuple[Statement, ...]:
    return tuple(each.statement for each in voiced if each.carrier == carrier)


def _carried(
    name: str, speaker: Speaker, voiced: list[_Voiced], quotes: tuple[Quote, ...], carriers: tuple[Speaker | None, ...]
) -> Telling:
    mine = [
        quote for quote, carrier in zip(quotes, carriers, strict=True) if carrier is not None and carrier.name == name
    ]
    return Telling(teller=name, spans=_extents(mine), statements=_of(voiced, name), chain=(speaker,))


def _extents(quotes: list[Quote]) -> tuple[Span, ...]:
    """Return the stretches that quotes take up, their attribution included."""
    return tuple(sorted({_extent(quote) for quote in quotes}))


def _extent(quote: Quote) -> Span:
    passages = [p for p in (quote.content, quote.cue, quote.source, *(c.source for c in quote.carriers)) if p]
    return Span(min(p.start for p in passages), max(p.end for p in passages)) if passages else Span(0, 0)


def _own_spans(document: Document, quotes: tuple[Quote, ...], carriers: tuple[Speaker | None, ...]) -> tuple[Span, ...]:
    """Return the stretches of text that belong to no other teller."""
    text, position, spans = document.text, 0, []
    others = _extents([quote for quote, carrier in zip(quotes, carriers, strict=True) if carrier is not None])
    for span in (*others, Span(len(text), len(text))):
        if span.start > position and text[position : span.start].strip():
            spans.append(Span(position, span.start))
        position = max(position, span.end)
    return tuple(spans)
