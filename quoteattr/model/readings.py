"""`Reading`: what the library found in one article; `Account`: one telling of the event."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from quoteattr.model.articles import Article
from quoteattr.model.documents import Document
from quoteattr.model.findings import Issue
from quoteattr.model.printing import in_line
from quoteattr.model.quotes import Quote
from quoteattr.model.spans import Passage, Span
from quoteattr.model.speakers import Speaker
from quoteattr.model.statements import Statement, Telling


@frozen(kw_only=True)
class Reading:
    """What the library found in one article.

    `quotes` holds the outermost quotes in the order of the text; quotes inside them are their `quotes`.
    `tellings` are the voices that the article carries, its own first; `accounts` shows them as accounts.

    >>> Reading(article=Article(text="He left.", outlet="Courier"), document=Document(text="He left."))
    Reading(0 quotes by 0 speakers in Courier)
    """

    article: Article
    document: Document
    quotes: tuple[Quote, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    tellings: tuple[Telling, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The tellings of the event that this article carries: its own first, then agencies, reports, witnesses."""
        return tuple(Account(reading=self, telling=telling) for telling in self.tellings)

    @property
    def narration(self) -> tuple[Passage, ...]:
        """The stretches of text in the article's own voice: all that is no quote's content."""
        told = sorted(span for quote in self.quotes for span in quote.content)
        gaps, position = [], 0
        for span in (*told, Span(len(self.text), len(self.text))):
            if span.start > position and self.text[position : span.start].strip():
                gaps.append(Passage.of(self.text, Span(position, span.start)))
            position = max(position, span.end)
        return tuple(gaps)

    @property
    def all_quotes(self) -> tuple[Quote, ...]:
        """Every quote, those inside other quotes included, outer before inner."""
        return tuple(each for quote in self.quotes for each in _with_inner(quote))

    def said_by(self, speaker: Speaker | str) -> tuple[Quote, ...]:
        """Return the quotes whose speaker is `speaker`: the value, its name, or one of its aliases."""
        if isinstance(speaker, Speaker):
            return tuple(quote for quote in self.all_quotes if quote.speaker == speaker)
        return tuple(
            quote
            for quote in self.all_quotes
            if quote.speaker and speaker in (quote.speaker.name, *quote.speaker.aliases)
        )

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON data, versioned; `from_dict` makes an equal reading of it."""
        from quoteattr.export.json import reading_to_dict

        return reading_to_dict(self)

    @classmethod
    def from_dict(cls, data: object) -> Reading:
        """Return the reading that `to_dict` made `data` from; wrong data raises `SchemaError`."""
        from quoteattr.export.json import reading_from_dict

        return reading_from_dict(data)

    def to_text(self, *, width: int = 88) -> str:
        """Return the reading as plain text for a terminal: who said what, through whom."""
        from quoteattr.rendering.text import reading_text

        return reading_text(self, width=width)

    def to_html(self) -> str:
        """Return the whole article with its quotes marked, and their list, as a piece of HTML."""
        from quoteattr.rendering.html import reading_html

        return reading_html(self)

    def _repr_html_(self) -> str:
        """Return what a notebook shows; a long article or list of defects is cut, and the view says so."""
        from quoteattr.rendering.html import NOTEBOOK_CHARACTERS, NOTEBOOK_ISSUES, reading_html

        return reading_html(self, most_characters=NOTEBOOK_CHARACTERS, most_issues=NOTEBOOK_ISSUES)

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        where = f" in {in_line(self.article.outlet)}" if self.article.outlet else ""
        return f"Reading({len(self.quotes)} quotes by {len(self.speakers)} speakers{where})"


def _with_inner(quote: Quote) -> tuple[Quote, ...]:
    return (quote, *(each for inner in quote.quotes for each in _with_inner(inner)))


@frozen(kw_only=True)
class Account:
    """One telling of the event: an article's own, or a teller's inside it.

    >>> reading = Reading(article=Article(text="He left."), document=Document(text="He left."))
    >>> Account(reading=reading, telling=Telling(teller="Courier", spans=(Span(0, 8),), statements=()))
    Account('Courier', 0 statements)
    """

    reading: Reading
    telling: Telling

    @property
    def teller(self) -> str:
        """Who tells: the outlet, or the agency, report or witness that the article carries."""
        return self.telling.teller

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What this account says, in the order of the text."""
        return self.telling.statements

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches of the article in which this teller speaks."""
        return self.telling.spans

    def __repr__(self) -> str:
        return f"Account({self.teller!r}, {len(self.statements)} statements)"
