"""Readings and comparisons as HTML for notebooks and pages.

The views run no script, set no colour of text or ground of their own (so they read on white and on dark), and say
in words and in the form of lines what they say in colour (so they read without style sheet as well).
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib import resources

from quoteattr.model.comparisons import Comparison
from quoteattr.model.readings import Reading
from quoteattr.rendering.marked_article import article_html
from quoteattr.rendering.markup import escaped
from quoteattr.rendering.matrix import matrix_html
from quoteattr.rendering.quote_list import quote_list_html
from quoteattr.rendering.wording import NO_SPEAKER, counted, published_by

NOTEBOOK_CHARACTERS = 20_000
"""How much of an article a notebook cell shows: some five pages; a notebook file keeps every cell it showed."""
NOTEBOOK_ISSUES = 50
"""How many defects of a text a notebook cell lists; a text that has more was extracted wrongly, which some show."""
NOTEBOOK_STATEMENTS = 100
"""How many statements of a comparison a notebook cell shows."""

_LEGEND = (
    '<p class="qa-quiet"><mark class="qa-direct">direct</mark> in marks, solid line · '
    '<mark class="qa-mixed">mixed</mark> double line · '
    '<mark class="qa-indirect">indirect</mark> in the reporter’s words, dashed line · '
    '<b class="qa-source">source</b> · <u class="qa-cue">cue</u> · <sup>n</sup> number in the list</p>'
)


def reading_html(reading: Reading, *, most_characters: int | None = None, most_issues: int | None = None) -> str:
    """Return a reading as a piece of HTML: the article with its quotes marked, then their list.

    With `most_characters` the article is cut there, with `most_issues` the list of defects, and the view says so. It is
    no whole page: it has no `<html>`.

    >>> from quoteattr.model.articles import Article
    >>> from quoteattr.model.documents import Document
    >>> reading = Reading(article=Article(text="1 < 2"), document=Document(text="1 < 2"))
    >>> '<p dir="auto">1 &lt; 2</p>' in reading_html(reading)
    True
    """
    article = reading.article
    prefix = _prefix(article.text, article.outlet, article.title, article.published, repr(reading.quotes))
    shown = len(article.text) if most_characters is None else most_characters
    label = " ".join(filter(None, ("Quotes in", article.title or article.outlet or "an article")))
    parts = (
        _reading_head(reading),
        _LEGEND,
        article_html(reading, prefix, shown),
        quote_list_html(reading, prefix, shown, most_issues),
    )
    return _section(label, article.language, parts)


def comparison_html(comparison: Comparison, *, most_statements: int | None = None) -> str:
    """Return a comparison as a piece of HTML: a row for each statement, a column for each account.

    What the accounts diverge on comes first. With `most_statements` the rows after that many are left out, and the
    view says so. It is no whole page: it has no `<html>`.

    >>> from quoteattr.model.comparisons import Signature
    >>> signature = Signature(version="1", parser="rules", model=None, language_data="0", options="")
    >>> "0 accounts" in comparison_html(Comparison(accounts=(), statements=(), signature=signature))
    True
    """
    language = comparison.accounts[0].reading.article.language if comparison.accounts else "en"
    tellers = ", ".join(account.teller for account in comparison.accounts)
    return _section(f"Comparison of {tellers}", language, (matrix_html(comparison, most_statements),))


def _section(label: str, language: str, parts: tuple[str, ...]) -> str:
    opening = f'<section class="quoteattr" lang="{escaped(language)}" aria-label="{escaped(label)}">'
    return "\n".join((opening, f"<style>{_style()}</style>", *filter(None, parts), "</section>"))


@cache
def _style() -> str:
    return resources.files(__package__).joinpath("style.css").read_text(encoding="utf-8").strip()


def _prefix(*content: str | None) -> str:
    """Return what all ids of a view begin with, so that the links of two notebook cells do not meet."""
    joined = "\0".join(part or "" for part in content)
    return "qa-" + sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _reading_head(reading: Reading) -> str:
    article = reading.article
    title = (
        f'<div dir="auto"><b class="qa-title">{_linked(article.title, article.url)}</b></div>' if article.title else ""
    )
    where = f'<div dir="auto">{escaped(published_by(article))}</div>' if published_by(article) else ""
    quotes = reading.all_quotes
    unknown = sum(quote.speaker is None for quote in quotes)
    unclosed = sum(not quote.closed for quote in quotes)
    counts = f"{counted(len(quotes), 'quote')} by {counted(len(reading.speakers), 'speaker')}"
    counts += f", {unknown} with {NO_SPEAKER}" if unknown else ""
    counts += f", {unclosed} unclosed" if unclosed else ""
    return f'<header class="qa-head">{title}{where}<div class="qa-quiet">{counts}</div></header>'


def _linked(words: str, url: str | None) -> str:
    """Return the words as a link to a web address; any other kind of address could run something."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return escaped(words)
    return f'<a href="{escaped(url)}" rel="noopener noreferrer">{escaped(words)}</a>'
