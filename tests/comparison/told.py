"""Accounts made by hand: a teller and its statements, one string each."""

from __future__ import annotations

from quoteattr.alignment import align
from quoteattr.comparison import judge
from quoteattr.languages import load
from quoteattr.model.articles import Article
from quoteattr.model.comparisons import ComparedStatement
from quoteattr.model.documents import Document
from quoteattr.model.quotes import Polarity, Quote, QuoteKind
from quoteattr.model.readings import Account, Reading
from quoteattr.model.spans import Passage, Span
from quoteattr.model.speakers import Speaker
from quoteattr.model.statements import Statement, Telling
from quoteattr.options import CompareOptions

ENGLISH = load("en")


def account(teller: str, *told: str, speaker: str | None = None, published: str | None = None) -> Account:
    """Return an account that tells these statements; with a speaker they are its direct quotes."""
    text, statements = "\n".join(told), []
    position = 0
    for words in told:
        passage = Passage.of(text, Span(position, position + len(words)))
        who = Speaker(name=speaker) if speaker else None
        quote = Quote(content=passage, kind=QuoteKind.DIRECT, speaker=who) if who else None
        statements.append(Statement(passage=passage, speaker=who, quote=quote))
        position += len(words) + 1
    telling = Telling(teller=teller, spans=(Span(0, len(text)),), statements=tuple(statements))
    article = Article(text=text, outlet=teller, published=published)
    return Account(reading=Reading(article=article, document=Document(text=text), tellings=(telling,)), telling=telling)


def reported(teller: str, source: str, cue: str, content: str) -> Account:
    """Return an account that tells one sentence, whose source, cue and content follow each other."""
    text = f"{source} {cue} {content}"
    first, second = len(source) + 1, len(source) + len(cue) + 2
    quote = Quote(
        content=Passage.of(text, Span(second, len(text))),
        kind=QuoteKind.INDIRECT,
        cue=Passage.of(text, Span(first, second - 1)),
        source=Passage.of(text, Span(0, len(source))),
        speaker=Speaker(name=source),
        polarity=Polarity.NEGATIVE if cue in ("denied", "dismissed") else Polarity.POSITIVE,
    )
    statement = Statement(passage=quote.content, speaker=quote.speaker, quote=quote)
    telling = Telling(teller=teller, spans=(Span(0, len(text)),), statements=(statement,))
    reading = Reading(article=Article(text=text, outlet=teller), document=Document(text=text), tellings=(telling,))
    return Account(reading=reading, telling=telling)


def compared(*accounts: Account, options: CompareOptions | None = None) -> tuple[ComparedStatement, ...]:
    """Align and judge accounts."""
    chosen = options or CompareOptions()
    return judge(accounts, align(accounts, ENGLISH, chosen), ENGLISH, chosen)


def kinds_between(left: str, right: str, *, speaker: str | None = None) -> set[str]:
    """Return the kinds of difference between two statements that are known to be counterparts."""
    pair = (account("Courier", left, speaker=speaker), account("Gazette", right, speaker=speaker))
    return {d.kind.value for each in compared(*pair, options=CompareOptions(least_score=0.0)) for d in each.differences}
