"""Articles, and what the field's extractors return."""

from __future__ import annotations

from datetime import date, datetime
from types import SimpleNamespace

import pytest

from quoteattr.errors import InputError
from quoteattr.model.articles import Article, published_text


def test_text_and_articles_are_taken_as_they_are() -> None:
    """A text becomes an article, an article stays the same value."""
    article = Article.of("It rained.")
    assert article.text == "It rained."
    assert Article.of(article) is article


@pytest.mark.parametrize(
    "source",
    [
        {
            "text": "It rained.",
            "sitename": "Courier",
            "title": "Rain",
            "date": "2024-05-01",
            "raw_text": "x",
            "tags": [],
        },
        {"maintext": "It rained.", "source_domain": "Courier", "title": "Rain", "date_publish": datetime(2024, 5, 1)},
        SimpleNamespace(text="It rained.", publisher="Courier", title="Rain", publish_date=date(2024, 5, 1), html=None),
        SimpleNamespace(cleaned_text="It rained.", outlet="Courier", title="Rain", publish_date="2024-05-01"),
    ],
    ids=["trafilatura", "news-please", "newspaper", "goose"],
)
def test_extractors_are_understood(source: object) -> None:
    """Mappings and objects under the names of the field's extractors give text, outlet, title and date."""
    article = Article.of(source)
    assert (article.text, article.outlet, article.title) == ("It rained.", "Courier", "Rain")
    assert (article.published or "")[:10] == "2024-05-01"


@pytest.mark.parametrize("source", [{}, {"title": "Rain"}, {"text": None}, SimpleNamespace(title="Rain"), 3, b"It"])
def test_without_a_text_there_is_no_article(source: object) -> None:
    """What has no text is refused, and nothing is guessed."""
    with pytest.raises(InputError, match="an article is a str"):
        Article.of(source)


def test_fields_are_checked() -> None:
    """Text, outlet and language are text, a date of publication is text or a date."""
    with pytest.raises(InputError, match="outlet"):
        Article(text="a", outlet=3)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="decode"):
        Article(text=b"a")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="published"):
        Article(text="a", published=2024)  # type: ignore[arg-type]


@pytest.mark.parametrize(("value", "text"), [(None, None), ("", None), (date(2024, 5, 1), "2024-05-01")])
def test_dates_become_text(value: object, text: str | None) -> None:
    """A date becomes ISO text, text stays, and an empty one is none."""
    assert published_text(value) == text


def test_a_long_text_is_cut_in_the_repr() -> None:
    """An article shows the beginning of a long text, and its outlet."""
    shown = repr(Article(text="a" * 100, outlet="Courier"))
    assert len(shown) < 80
    assert "outlet='Courier'" in shown


def test_blanks_name_nobody() -> None:
    """An outlet or title of blanks is none, as it would leave a gap wherever it is shown."""
    article = Article(text=" a ", outlet=" \n", title="\t")
    assert (article.text, article.outlet, article.title) == (" a ", None, None)
