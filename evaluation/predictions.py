"""Readings and comparisons in the form that the scorers take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from quoteattr import Account, Comparison, Passage, Quote, Reader, Reading, compare

from .shared import Gold


def read(reader: Reader, article: Gold) -> Reading:
    """Read an article of the gold data, with what is known of its publication."""
    return reader.read(
        article["text"],
        outlet=article.get("outlet"),
        title=article.get("title"),
        published=article.get("published") or article.get("date"),
        id=article["id"],
    )


def spans(passage: Passage) -> list[list[int]]:
    """Return a passage's offsets as the scorers want them."""
    return [[span.start, span.end] for span in passage]


def quote_record(quote: Quote) -> dict[str, Any]:
    """Return a quote as the scorers want it."""
    return {
        "content": spans(quote.content),
        "cue": spans(quote.cue),
        "source": spans(quote.source),
        "speaker": quote.speaker.name if quote.speaker else None,
        "kind": quote.kind.value,
        "chain": [link.name for link in quote.chain],
        "confidence": quote.confidence,
        "rule": quote.evidence[0].rule if quote.evidence else "none",
    }


def article_record(article: Gold, quotes: Iterable[Quote]) -> dict[str, Any]:
    """Return an article with these quotes."""
    return {"id": article["id"], "text": article["text"], "quotes": [quote_record(quote) for quote in quotes]}


def account_keys(event: Gold, accounts: Sequence[Account]) -> list[str]:
    """Return the gold's key for each account of one article: the one whose spans it shares most characters with.

    Each key is given once, to the account that shares most; an account that is left over gets a key of its own. The
    article's own voice never stands for an agency, nor an agency for it.
    """
    shared = sorted(
        (
            (_overlap(account, gold["spans"]), place, gold["id"])
            for place, account in enumerate(accounts)
            for gold in event["accounts"]
            if bool(account.telling.chain) == bool(gold["chain"])
        ),
        reverse=True,
    )
    keys: dict[int, str] = {}
    for size, place, key in shared:
        if size and place not in keys and key not in keys.values():
            keys[place] = key
    return [keys.get(place, f"other-{place}") for place in range(len(accounts))]


def _overlap(account: Account, gold: list[list[int]]) -> int:
    told = [span for statement in account.statements for span in statement.passage]
    return sum(max(0, min(span.end, end) - max(span.start, start)) for span in told for start, end in gold)


def statement_records(keys: Sequence[str], comparison: Comparison) -> list[dict[str, Any]]:
    """Return the statements of a comparison, their mentions under the keys of its accounts."""
    return [
        {
            "mentions": {
                key: spans(mention.passage) for key, mention in zip(keys, each.mentions, strict=True) if mention
            },
            "verdict": each.verdict.value,
            "why": sorted({difference.kind.value for difference in each.differences}),
        }
        for each in comparison.statements
    ]


def compared(event: Gold, readings: Sequence[Reading]) -> list[dict[str, Any]]:
    """Compare the articles of an event, or the accounts inside its one article."""
    if not event.get("accounts"):
        return statement_records([article["id"] for article in event["articles"]], compare(*readings))
    accounts = readings[0].accounts
    if len(accounts) < 2:
        return []
    return statement_records(account_keys(event, accounts), compare(*accounts))


def event_record(reader: Reader, event: Gold) -> dict[str, Any]:
    """Read and compare the articles of an event; quotes inside quotes are quotes of their own here."""
    readings = [read(reader, article) for article in event["articles"]]
    told = [
        article_record(article, reading.all_quotes)
        for article, reading in zip(event["articles"], readings, strict=True)
    ]
    return {"articles": told, "statements": compared(event, readings)}


def articles_record(reader: Reader, gold: dict[str, Gold]) -> dict[str, dict[str, Any]]:
    """Read articles; only the outermost quotes are kept, since PolNeAR marks no others."""
    return {key: article_record(article, read(reader, article).quotes) for key, article in gold.items()}
