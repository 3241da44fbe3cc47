"""Readings and comparisons as plain text for a terminal: no colour, no control characters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from quoteattr.errors import InputError
from quoteattr.model.comparisons import ComparedStatement, Comparison, Verdict
from quoteattr.model.printing import in_line
from quoteattr.model.quotes import Quote
from quoteattr.model.readings import Reading
from quoteattr.rendering.wording import (
    NO_SPEAKER,
    SYMBOLS,
    UNSURE,
    content_of,
    counted,
    credit,
    described,
    flags,
    nested,
    numbered,
    outlet_beside,
    published_by,
    state,
    via,
)

NARROWEST = 40
"""The least width; below it the columns have no room."""

_NUMBER, _KIND = 6, 10  # widths of the first columns: "12.1" and "indirect", with a gap
_CUE = 18  # "was quoted as …"
_QUOTE_LINES = 3  # of a quote's content in the list: enough to know it again in the article
_STATEMENT_LINES = 8  # of a statement's words: it is a clause, so more is a parsing accident


def reading_text(reading: Reading, *, width: int = 88) -> str:
    """Return a reading as plain text: the article, a list of its quotes, the defects found.

    The article's text itself is not in it, and long contents are cut with "…".

    >>> from quoteattr.model.articles import Article
    >>> from quoteattr.model.documents import Document
    >>> print(reading_text(Reading(article=Article(text="", outlet="Courier"), document=Document(text=""))))
    Courier
    0 quotes by 0 speakers.
    """
    width = _room(width)
    lines = [*_heading(reading, width), *_quote_table(reading, width), *_issues(reading, width)]
    return "\n".join(line.rstrip() for line in lines)


def _room(width: object) -> int:
    """Return the width that there is; the columns need some."""
    if not isinstance(width, int) or isinstance(width, bool):
        raise InputError(f"width is a whole number of characters, not {width!r}")
    return max(width, NARROWEST)


def _heading(reading: Reading, width: int) -> Iterator[str]:
    article = reading.article
    yield from _wrapped(article.title or "", width)
    yield from _wrapped(published_by(article) or ("" if article.title else "An article"), width)
    quotes = reading.all_quotes
    parts = [f"{counted(len(quotes), 'quote')} by {counted(len(reading.speakers), 'speaker')}"]
    parts += _tally((quote.speaker is None for quote in quotes), f"with {NO_SPEAKER}")
    parts += _tally((not quote.closed for quote in quotes), "unclosed")
    yield from _wrapped("; ".join(parts) + ".", width)


def _tally(holds: Iterable[bool], words: str) -> list[str]:
    number = sum(holds)
    return [f"{number:,} {words}"] if number else []


def _quote_table(reading: Reading, width: int) -> Iterator[str]:
    if not reading.quotes:
        return
    yield ""
    yield _row("No.", "Kind", "Speaker", "Cue", width)
    yield "-" * width
    for number, quote in numbered(reading.quotes):
        yield from _quote_lines(number, quote, width)


def _row(number: str, kind: str, speaker: str, cue: str, width: int) -> str:
    room = width - _NUMBER - _KIND - _CUE
    cells = ((number, _NUMBER), (kind, _KIND), (speaker, room), (cue, _CUE))
    return "".join(f"{_shortened(words, size - 1):<{size}}" for words, size in cells)


def _quote_lines(number: str, quote: Quote, width: int) -> Iterator[str]:
    who = described(quote.speaker) if quote.speaker else NO_SPEAKER
    yield _row(number, quote.kind.value, who, quote.cue.text or "-", width)
    margin = " " * _NUMBER
    yield from _wrapped(content_of(quote), width, margin, lines=_QUOTE_LINES)
    remarks = [f"via {via(quote)}"] if via(quote) else []
    yield from _wrapped("; ".join([*remarks, *flags(quote)]), width, margin)


def _issues(reading: Reading, width: int) -> Iterator[str]:
    if not reading.issues:
        return
    yield ""
    yield "Defects in the text"
    for issue in reading.issues:
        yield from _wrapped(issue.explain(), width, "- ", "  ")


def comparison_text(comparison: Comparison, *, width: int = 88) -> str:
    """Return a comparison as plain text: what the accounts diverge on, agree on, and what only one tells.

    Statements keep the order of the comparison within each part.

    >>> from quoteattr.model.comparisons import Signature
    >>> signature = Signature(version="1", parser="rules", model=None, language_data="0", options="")
    >>> print(comparison_text(Comparison(accounts=(), statements=(), signature=signature)))
    Comparison of 0 accounts
    They diverge on 0, agree on 0; 0 are told by one account only.
    """
    width = _room(width)
    lines = list(_comparison_heading(comparison, width))
    lines += _part("THEY DIVERGE", comparison.divergences, width)
    lines += _part("THEY AGREE", comparison.agreements, width)
    lines += _part("ONLY ONE TELLS", comparison.omissions, width)
    return "\n".join(line.rstrip() for line in lines)


def _comparison_heading(comparison: Comparison, width: int) -> Iterator[str]:
    yield f"Comparison of {counted(len(comparison.accounts), 'account')}"
    for number, account in enumerate(comparison.accounts, 1):
        article = account.reading.article
        parts = [account.teller, outlet_beside(account)]
        carried = " > ".join(speaker.name for speaker in account.telling.chain)
        parts += [article.published, f"“{article.title}”" if article.title else "", carried and f"via {carried}"]
        yield from _wrapped(", ".join(filter(None, parts)), width, f"  {number}. ", "     ")
    diverge, agree, only = map(len, (comparison.divergences, comparison.agreements, comparison.omissions))
    yield from _wrapped(f"They diverge on {diverge}, agree on {agree}; {only} are told by one account only.", width)


def _part(title: str, statements: tuple[ComparedStatement, ...], width: int) -> Iterator[str]:
    if not statements:
        return
    yield ""
    yield f"{title} ({len(statements)})"
    yield "-" * width
    for number, statement in enumerate(statements, 1):
        yield from ("",) if number > 1 else ()
        yield from _statement_lines(number, statement, width)


def _statement_lines(number: int, statement: ComparedStatement, width: int) -> Iterator[str]:
    start = f"{number}. "
    yield from _wrapped(_in_marks(statement.gist), width, start, " " * len(start), lines=_STATEMENT_LINES)
    if statement.is_unsure:
        yield from _wrapped(UNSURE, width, "   ? ", "     ")
    for difference in statement.differences:
        sign = SYMBOLS["differs"] if statement.verdict is Verdict.DIVERGE else "·"  # another credit alone
        yield from _wrapped(statement.explain_difference(difference), width, f"   {sign} ", "     ")
    for place, teller in enumerate(statement.tellers):
        yield from _told_lines(statement, place, teller, width)


def _told_lines(statement: ComparedStatement, place: int, teller: str, width: int) -> Iterator[str]:
    mention = statement.mentions[place]
    if mention is None:
        yield from _wrapped(f"{teller}: {state(statement, place)}", width, "   ", "     ")
        return
    words = f"{teller}, {credit(mention)}:"
    yield from _wrapped(words, width, "   ", "     ")
    yield from _wrapped(_in_marks(" … ".join(mention.passage.pieces)), width, "     ", lines=_STATEMENT_LINES)


def _in_marks(text: str) -> str:
    return f"“{nested(text)}”"


def _wrapped(
    text: str, width: int, start: str = "", margin: str | None = None, *, lines: int | None = None
) -> list[str]:
    """Return the text in lines of `width`, `start` before the first and `margin` before each other."""
    if lines is not None:
        text = text[: lines * width + 1] if len(text) > lines * width else text  # it is cut there in any case
    return textwrap.wrap(
        in_line(text),
        width,
        initial_indent=start,
        subsequent_indent=start if margin is None else margin,
        max_lines=lines,
        placeholder=" …",
    )


def _shortened(text: str, width: int) -> str:
    """Return the text on one line of at most `width` characters, its end cut off where it is longer."""
    text = in_line(text)
    return text if len(text) <= width else text[: width - 1] + "…"
