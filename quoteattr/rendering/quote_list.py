"""The list of an article's quotes as HTML: who, through whom, how sure; then what is missing."""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.model.quotes import Quote
from quoteattr.model.readings import Reading
from quoteattr.rendering.markup import escaped
from quoteattr.rendering.wording import NO_SPEAKER, carriers_of, content_of, counted, described, flags, numbered

_COLUMNS = ("No.", "Kind", "Speaker", "Cue", "Content", "Confidence")
_WORDS = 240  # characters of a content in the list: it stands in full in the article above


def quote_list_html(reading: Reading, prefix: str, shown: int, most_issues: int | None = None) -> str:
    """Return the quotes of the first `shown` characters as a table, then the unattributed, unclosed and defects.

    With `most_issues` the defects after that many are left out, and a line says how many there are more.
    """
    every = tuple(numbered(reading.quotes))
    quotes = [(number, quote) for number, quote in every if quote.content.start < shown]
    left_out = len(every) - len(quotes)
    table = _table(quotes, prefix) if quotes else ""
    note = f'<p><span class="qa-flag">{counted(left_out, "quote")} after the cut not listed.</span></p>'
    unknown = _references("No speaker is shown for", [n for n, quote in quotes if quote.speaker is None], prefix)
    unclosed = _references("A mark is missing in", [n for n, quote in quotes if not quote.closed], prefix)
    return "\n".join(filter(None, (table, note if left_out else "", unknown, unclosed, _issues(reading, most_issues))))


def _table(quotes: Iterable[tuple[str, Quote]], prefix: str) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in _COLUMNS)
    rows = "\n".join(_row(number, quote, prefix) for number, quote in quotes)
    return (
        f'<div class="qa-wide"><table><caption>Who said what</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def _row(number: str, quote: Quote, prefix: str) -> str:
    words = content_of(quote)
    words = words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"
    marked = "".join(f' <b class="qa-flag">{flag}</b>' for flag in flags(quote))
    link = (
        f'<a href="#{prefix}-m{number}" aria-label="quote {number} in the text">{number}</a>'
        if quote.content
        else number
    )
    cells = (
        f"<td>{quote.kind.value}{marked}</td>",
        f'<td dir="auto">{_speaker(quote)}</td>',
        f'<td dir="auto">{escaped(quote.cue.text) or "–"}</td>',
        f'<td class="qa-words" dir="auto">{escaped(words)}</td>',
        f'<td class="qa-number">{quote.confidence:.2f}</td>',
    )
    return f'<tr id="{prefix}-q{number}"><th scope="row" class="qa-number">{link}</th>{"".join(cells)}</tr>'


def _speaker(quote: Quote) -> str:
    if quote.speaker is None:
        return f"<i>{NO_SPEAKER}</i>{_chain(quote)}"
    name = quote.speaker.name
    rest = described(quote.speaker).removeprefix(name)
    return f'<b class="qa-name">{escaped(name)}</b>{escaped(rest)}{_chain(quote)}'


def _chain(quote: Quote) -> str:
    """Return the chain, outermost first, folded away below its first link."""
    links = carriers_of(quote)
    if not links:
        return ""
    everyone = (*links, quote.speaker) if quote.speaker else links
    items = "".join(f'<li dir="auto">{escaped(described(speaker))}</li>' for speaker in everyone)
    return f"<details><summary>via {escaped(links[0].name)}</summary><ol>{items}</ol></details>"


def _references(words: str, numbers: list[str], prefix: str) -> str:
    links = ", ".join(f'<a href="#{prefix}-q{number}">{number}</a>' for number in numbers)
    return f"<p>{words} {counted(len(numbers), 'quote')}: {links}.</p>" if numbers else ""


def _issues(reading: Reading, most: int | None) -> str:
    shown = reading.issues[:most]
    items = "".join(f"<li>{escaped(issue.explain())}</li>" for issue in shown)
    left_out = len(reading.issues) - len(shown)
    note = f'<p><span class="qa-flag">{counted(left_out, "defect")} more; to_html() gives all.</span></p>'
    whole = f'<p>Defects in the text</p><ul class="qa-issues">{items}</ul>' if items else ""
    return whole + (note if left_out else "")
