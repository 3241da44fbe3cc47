"""Accounts side by side as HTML: a row for each statement, a column for each account."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteattr.model.comparisons import ComparedStatement, Comparison, DifferenceKind, Mention, Verdict
from quoteattr.model.readings import Account
from quoteattr.model.spans import Span
from quoteattr.rendering.markup import Paint, escaped, painted
from quoteattr.rendering.wording import NOT_REPORTED, SYMBOLS, UNSURE, counted, credit, nested, outlet_beside, state

_ORDER = (Verdict.DIVERGE, Verdict.AGREE, Verdict.ONLY_IN)
_VERDICTS = {Verdict.DIVERGE: "accounts diverge", Verdict.AGREE: "accounts agree", Verdict.ONLY_IN: "only in one"}
_CLASSES = {"agrees": "qa-agrees", "differs": "qa-differs", "only here": "qa-only", NOT_REPORTED: "qa-not"}
_WORDS = 1_500  # characters of a statement in its cell: a clause has some hundred, so more is a parsing accident


def matrix_html(comparison: Comparison, most_statements: int | None) -> str:
    """Return the table of statements and accounts with its heading and its counts; divergent statements first."""
    rows = sorted(comparison.statements, key=lambda statement: _ORDER.index(statement.verdict))
    shown = rows[:most_statements]
    left_out = len(rows) - len(shown)
    note = f"{counted(left_out, 'statement')} more; to_html() gives all." if left_out else ""
    parts = (
        _head(comparison),
        _table(comparison, shown) if shown else "",
        f'<p><span class="qa-flag">{note}</span></p>' if note else "",
        f'<footer class="qa-quiet">Made with {escaped(str(comparison.signature))}</footer>',
    )
    return "\n".join(filter(None, parts))


def _head(comparison: Comparison) -> str:
    title = f'<b class="qa-title">{counted(len(comparison.accounts), "account")} compared</b>'
    return f'<header class="qa-head">{title}<div>{_counts(comparison)}</div></header>'


def _counts(comparison: Comparison) -> str:
    diverge, agree, only = map(len, (comparison.divergences, comparison.agreements, comparison.omissions))
    return (
        f"{counted(len(comparison.statements), 'statement')}: accounts diverge on <b>{diverge}</b>, "
        f"agree on <b>{agree}</b>; <b>{only}</b> told by one account only."
    )


def _table(comparison: Comparison, statements: list[ComparedStatement]) -> str:
    head = "".join(_column(account) for account in comparison.accounts)
    rows = "\n".join(_row(comparison, statement) for statement in statements)
    return (
        '<div class="qa-wide qa-matrix"><table><thead><tr><th scope="col">Statement</th>'
        f"{head}</tr></thead><tbody>\n{rows}\n</tbody></table></div>"
    )


def _column(account: Account) -> str:
    article = account.reading.article
    carried = " > ".join(speaker.name for speaker in account.telling.chain)
    below = [escaped(part) for part in (outlet_beside(account), article.published, article.title) if part]
    below += [f"via {escaped(carried)}"] if carried else []
    quiet = f'<div class="qa-quiet">{" · ".join(below)}</div>' if below else ""
    return f'<th scope="col" dir="auto">{escaped(account.teller)}{quiet}</th>'


def _row(comparison: Comparison, statement: ComparedStatement) -> str:
    cells = "".join(_cell(comparison, statement, place) for place in range(len(statement.mentions)))
    head = (
        f'<th scope="row" dir="auto"><div class="qa-state">{_VERDICTS[statement.verdict]}</div>'
        f"<div>{escaped(_shortened(statement.gist))}</div>{_doubt(statement)}{_explanation(statement)}</th>"
    )
    return f"<tr>{head}{cells}</tr>"


def _doubt(statement: ComparedStatement) -> str:
    return f'<div class="qa-flag">{UNSURE}</div>' if statement.is_unsure else ""


def _explanation(statement: ComparedStatement) -> str:
    """Return the sentence for each difference, folded away below the kinds of difference."""
    if not statement.differences:
        return ""
    kinds = dict.fromkeys(difference.kind.value for difference in statement.differences)
    sentences = map(statement.explain_difference, statement.differences)
    items = "".join(f'<li dir="auto">{escaped(sentence)}</li>' for sentence in sentences)
    return f"<details><summary>differs in {', '.join(kinds)}</summary><ul>{items}</ul></details>"


def _cell(comparison: Comparison, statement: ComparedStatement, place: int) -> str:
    does = state(statement, place)
    mention = statement.mentions[place]
    told = "" if mention is None else _told(comparison, statement, place, mention)
    sign = f'<span aria-hidden="true">{SYMBOLS[does]}</span>'
    return f'<td class="{_CLASSES[does]}" dir="auto"><div class="qa-state">{sign} {does}</div>{told}</td>'


def _told(comparison: Comparison, statement: ComparedStatement, place: int, mention: Mention) -> str:
    text = comparison.accounts[place].reading.text
    paints = [
        Paint(span=span, opening='<b class="qa-differing">', closing="</b>")
        for span in sorted(set(_differing(statement, place, text)))
    ]
    words = " … ".join(_nested(painted(text, paints, span)) for span in _cut(mention.passage.spans))
    return f'<div class="qa-told">“{words}”</div><div class="qa-quiet">{escaped(credit(mention))}</div>'


def _nested(markup: str) -> str:
    """Return escaped text with its double marks made single; the marks of attributes are left alone."""
    pieces = re.split(r"(<[^>]*>)", markup.replace("&quot;", "&#x27;"))
    return "".join(piece if piece.startswith("<") else nested(piece) for piece in pieces)


def _differing(statement: ComparedStatement, place: int, text: str) -> Iterator[Span]:
    """Yield where this account has other words than another; two accounts may bear one name, so the words decide.

    Another credit is no other words: it stands below them.
    """
    for difference in statement.differences:
        if difference.kind is DifferenceKind.ATTRIBUTION:
            continue
        for teller, passage in zip(difference.tellers, (difference.left, difference.right), strict=True):
            pairs = zip(passage.spans, passage.pieces, strict=True)
            if teller == statement.tellers[place]:
                yield from (span for span, piece in pairs if span.of(text) == piece)


def _cut(spans: tuple[Span, ...]) -> Iterator[Span]:
    room = _WORDS
    for span in spans:
        if room > 0:
            yield Span(span.start, min(span.end, span.start + room))
        room -= len(span)


def _shortened(text: str) -> str:
    return text if len(text) <= _WORDS else text[: _WORDS - 1] + "…"
