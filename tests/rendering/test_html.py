"""Readings and comparisons as HTML."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from attrs import evolve
from hypothesis import given

from quoteattr.model.articles import Article
from quoteattr.model.comparisons import Comparison, Difference, DifferenceKind, Mention, Verdict
from quoteattr.model.documents import Document
from quoteattr.model.printing import showable
from quoteattr.model.readings import Reading
from tests.samples import LONG, SHORT, comparison, long_reading, passage
from tests.strategies import WHOLE, comparisons, readings

TAGS = frozenset(
    {"section", "style", "header", "footer", "div", "span", "p", "b", "i", "u", "mark", "sup", "a", "br", "details"}
    | {"summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "ol", "ul", "li"}
)


class Balance(HTMLParser):
    """Collects what is wrong with the nesting of tags, and every tag, id and target."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag != "br":
            self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.targets += [(value or "")[1:] for name, value in attrs if name == "href" and (value or "").startswith("#")]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


def article_part(html: str) -> str:
    """Return what a reader sees of the article's text: without tags and raised numbers."""
    inner = re.search(r'<div class="qa-article">(.*?)</div>', html, re.DOTALL)
    assert inner
    return unescape(re.sub(r"<sup\b.*?</sup>|<[^>]*>", "", inner[1], flags=re.DOTALL))


def check(html: str) -> None:
    """Assert that the tags nest, are ours alone, and that the view can be written as UTF-8."""
    seen = Balance(html)
    assert (seen.faults, seen.open) == ([], [])
    assert seen.tags <= TAGS
    assert "\0" not in html
    html.encode("utf-8")


@WHOLE
@given(reading=readings())
def test_no_markup_of_the_text_escapes(reading: Reading) -> None:
    """Whatever the article holds, the only tags are the view's own, and they nest."""
    check(reading.to_html())


@WHOLE
@given(compared=comparisons())
def test_no_markup_escapes_into_a_comparison(compared: Comparison) -> None:
    """Whatever the accounts hold, the only tags are the view's own, and they nest."""
    check(compared.to_html())


@WHOLE
@given(reading=readings())
def test_without_markup_the_article_is_the_text(reading: Reading) -> None:
    """The marked article without its tags and numbers is the text, with U+FFFD for what cannot be shown."""
    assert article_part(reading.to_html()) == showable(reading.text)


def test_links_lead_somewhere_and_ids_are_single() -> None:
    """Each number leads to its row and back; the ids carry a hash, and another reading's differ."""
    seen = Balance(long_reading().to_html())
    assert seen.targets
    assert set(seen.targets) <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids))
    other = Balance(evolve(long_reading(), quotes=long_reading().quotes[:1]).to_html())
    assert not set(seen.ids) & set(other.ids)


def test_what_is_missing_is_said_in_words() -> None:
    """A quote without speaker, an unclosed one and a denied one are told in words, not by colour."""
    html = long_reading().to_html()
    for words in ("no speaker shown", "unclosed", "denied by the speaker", "via Harbour Wire", "never closed"):
        assert words in html


def test_an_address_that_is_not_of_the_web_is_no_link() -> None:
    """A `javascript:` address is shown nowhere as a link."""
    reading = long_reading()
    assert 'href="https://courier.example/ferry"' in reading.to_html()
    assert "javascript" not in evolve(reading, article=evolve(reading.article, url="javascript:x()")).to_html()


def test_a_long_article_is_cut_in_a_notebook_only() -> None:
    """`_repr_html_` cuts after 20,000 characters and says so; `to_html` gives all."""
    text = LONG + "x" * 30_000
    reading = evolve(long_reading(), article=Article(text=text), document=Document(text=text))
    assert "Cut after 20,000 of" in reading._repr_html_()
    assert article_part(reading._repr_html_()) == text[:20_000]
    assert article_part(reading.to_html()) == text


def test_a_comparison_puts_divergences_first() -> None:
    """Rows come divergent, agreeing, only in one; each cell says what its account does, differing words stand out."""
    html = comparison().to_html()
    assert re.findall(r"accounts diverge</div>|accounts agree</div>|only in one</div>", html) == [
        "accounts diverge</div>",
        "accounts diverge</div>",
        "accounts agree</div>",
        "only in one</div>",
        "only in one</div>",
    ]
    assert '<b class="qa-differing">15 May</b>' in html
    assert html.count("not reported") == 2


def test_a_notebook_leaves_out_late_statements_and_says_so() -> None:
    """A comparison of more statements than a cell takes shows the first, and says how many there are more."""
    many = evolve(comparison(), statements=comparison().statements * 30)
    assert "50 statements more" in many._repr_html_()
    assert "statements more" not in many.to_html()


def test_views_run_nothing_and_fix_no_theme() -> None:
    """There is no script, no preference for a colour scheme, and no colour of text."""
    html = long_reading().to_html() + comparison().to_html()
    assert not re.search(r"<script|prefers-color-scheme|[;{ ]color: (?!inherit)", html)


def test_marks_inside_marks_are_single() -> None:
    """Words that a view sets in marks have single marks inside; tags among them stay whole."""
    words = passage(LONG, "called the strike “<wholly> unneeded”")
    other = passage(SHORT, "Ferry crews will stop work")
    difference = Difference(
        kind=DifferenceKind.WORDING, left=words, right=other, tellers=("Northern Courier", "Tarn Post")
    )
    compared = comparison()
    statement = evolve(
        compared.statements[0],
        mentions=(Mention(passage=words), Mention(passage=other)),
        verdict=Verdict.DIVERGE,
        differences=(difference,),
    )
    shown = evolve(compared, statements=(statement,))
    assert '“<b class="qa-differing">called the strike ‘&lt;wholly&gt; unneeded’</b>”' in shown.to_html()
    assert "“called the strike ‘<wholly> unneeded’”" in shown.to_text()
    check(shown.to_html())


def test_another_credit_marks_no_words() -> None:
    """Where accounts differ only in whom they credit, none of their words is marked as differing."""
    words, other = passage(LONG, "will stop work on 14 May"), passage(SHORT, "will stop work on 15 May")
    tellers = ("Northern Courier", "Tarn Post")
    difference = Difference(kind=DifferenceKind.ATTRIBUTION, left=words, right=other, tellers=tellers)
    compared = comparison()
    mentions = (Mention(passage=words), Mention(passage=other))
    statement = evolve(compared.statements[0], mentions=mentions, differences=(difference,))
    assert '<b class="qa-differing">' not in evolve(compared, statements=(statement,)).to_html()


def test_a_long_list_of_defects_is_cut_in_a_notebook_only() -> None:
    """`_repr_html_` lists 50 defects and says how many there are more; `to_html` lists all."""
    many = evolve(long_reading(), issues=long_reading().issues * 1_234)
    assert "1,184 defects more; to_html() gives all." in many._repr_html_()
    assert many._repr_html_().count("is never closed") == 50
    assert many.to_html().count("is never closed") == 1_234
    assert "defects more" not in many.to_html()
    check(many._repr_html_())
