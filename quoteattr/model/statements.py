"""`Statement`: one thing that an account says; `Telling`: one voice inside an article."""

from __future__ import annotations

from attrs import frozen

from quoteattr.model.quotes import Quote
from quoteattr.model.spans import Passage, Span
from quoteattr.model.speakers import Speaker


@frozen(kw_only=True, slots=True)
class Statement:
    """One thing said, at the level of a clause.

    `quote` is the quote it stands in, `None` for what the teller says in its own voice; `speaker` is the quote's.

    >>> str(Statement(passage=Passage.of("It rained.", Span(0, 9))))
    'It rained'
    """

    passage: Passage
    speaker: Speaker | None = None
    quote: Quote | None = None

    def __str__(self) -> str:
        return self.passage.text


@frozen(kw_only=True, slots=True)
class Telling:
    """One voice that an article carries: who tells, in which spans, what.

    `chain` is empty for the article's own voice; else it is the chain of carriers that the telling comes through
    (the agency, then whom it cites).

    >>> Telling(teller="Courier", spans=(Span(0, 9),), statements=()).teller
    'Courier'
    """

    teller: str
    spans: tuple[Span, ...]
    statements: tuple[Statement, ...]
    chain: tuple[Speaker, ...] = ()
