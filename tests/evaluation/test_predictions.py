"""Readings in the scorers' form."""

from __future__ import annotations

from evaluation.engines import installed
from evaluation.predictions import account_keys, article_record, articles_record, compared, event_record, read
from quoteattr import Account, Article, Document, Passage, Reader, Reading, Span, Speaker, Statement, Telling

TEXT = 'Nadia Rell, the harbour master, said: "Two cranes will close in June."'


def record(text: str, id: str = "one") -> dict[str, object]:
    """Return an article of gold data without quotes."""
    return {"id": id, "text": text, "outlet": "Courier", "title": "", "published": "2024-03-04", "quotes": []}


def account(text: str, start: int, end: int, *, carrier: str | None = None) -> Account:
    """Return an account of one statement at these offsets."""
    statement = Statement(passage=Passage.of(text, Span(start, end)))
    chain = (Speaker(name=carrier),) if carrier else ()
    telling = Telling(teller=carrier or "Courier", spans=(Span(start, end),), statements=(statement,), chain=chain)
    return Account(reading=Reading(article=Article(text=text), document=Document(text=text)), telling=telling)


def test_a_quote_keeps_its_offsets_and_names() -> None:
    """Content, cue and source are offsets into the article's own text; speaker and chain are names."""
    (quote,) = articles_record(Reader(), {"one": record(TEXT)})["one"]["quotes"]
    slices = [[TEXT[start:end] for start, end in quote[part]] for part in ("content", "cue", "source")]
    assert slices == [["Two cranes will close in June."], ["said"], ["Nadia Rell, the harbour master"]]
    assert (quote["speaker"], quote["chain"], quote["kind"]) == ("Nadia Rell", ["Nadia Rell"], "direct")
    assert quote["rule"].startswith("content/")


def test_what_is_known_of_an_article_is_handed_over() -> None:
    """Outlet, day and id of a gold article reach the reading, whichever name the day has."""
    article = read(Reader(), {"id": "one", "text": TEXT, "outlet": "Courier", "date": "2024-03-04"}).article
    assert (article.id, article.outlet, article.published) == ("one", "Courier", "2024-03-04")


def test_accounts_take_the_key_they_overlap_most() -> None:
    """An account has the key of the gold account that it shares most with; what is left over has its own."""
    text = "a" * 100
    event = {
        "accounts": [
            {"id": "lede", "spans": [[0, 50]], "chain": []},
            {"id": "agency", "spans": [[50, 100]], "chain": ["Agency"]},
        ]
    }
    accounts = [
        account(text, 0, 30),
        account(text, 60, 70, carrier="Other"),
        account(text, 50, 90, carrier="Agency"),
    ]
    assert account_keys(event, accounts) == ["lede", "other-1", "agency"]


def test_the_own_voice_never_stands_for_an_agency() -> None:
    """An article's own account has no agency's key, whatever it overlaps."""
    event = {"accounts": [{"id": "agency", "spans": [[0, 50]], "chain": ["Agency"]}]}
    assert account_keys(event, [account("a" * 50, 0, 50)]) == ["other-0"]


def test_an_event_is_compared_article_by_article() -> None:
    """Statements have mentions under the articles' ids, with verdict and kinds of difference."""
    first, second = record("The bridge will open in May."), record("The bridge will open in June.", "two")
    (statement,) = event_record(Reader(), {"articles": [first, second]})["statements"]
    assert statement["verdict"] == "diverge"
    assert sorted(statement["mentions"]) == ["one", "two"]
    assert "date" in statement["why"]


def test_an_article_with_one_account_has_nothing_to_compare() -> None:
    """Where one article carries no second account, there are no statements."""
    event = {"articles": [record(TEXT)], "accounts": [{"id": "lede", "spans": [[0, 10]], "chain": []}]}
    assert compared(event, [read(Reader(), event["articles"][0])]) == []


def test_inner_quotes_are_handed_over_where_wanted() -> None:
    """What is passed on is what was asked for: outermost quotes, or all of them."""
    reading = Reader().read("\"He told me 'never again' twice,\" Nadia Rell said.")
    outer, every = (
        len(article_record(record(""), quotes)["quotes"]) for quotes in (reading.quotes, reading.all_quotes)
    )
    assert outer == 1
    assert every == 1 + len(reading.quotes[0].quotes)


def test_engines_that_are_not_installed_are_left_out() -> None:
    """An engine that cannot be used here is not measured; the rules always can."""
    assert [reader.parser for reader in installed(["rules", "missing"])] == ["rules"]
    assert "rules" in [reader.parser for reader in installed()]
