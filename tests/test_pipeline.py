"""The verbs: what they take, what they refuse, and how they say so."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve, frozen

import quoteattr
from quoteattr.batches import AHEAD, CHUNK
from quoteattr.errors import InputError, LanguageError, ParserError, QuoteattrError
from quoteattr.model.comparisons import Comparison
from quoteattr.model.documents import Document, Tag
from quoteattr.model.readings import Reading
from quoteattr.model.spans import Span
from quoteattr.options import CompareOptions, ReadOptions
from quoteattr.parsing.rules import RuleParser

SAID = '"We will rebuild," Mayor Ida Brandt said.'
TEXTS = (SAID, "It rained.", "Oskar Holm said that the dam would hold.")


@frozen
class Shouting:
    """A parser that changes the text it is given."""

    name: str = "shouting"

    def parse(self, text: str, language: str) -> Document:
        """Return the document of another text."""
        return RuleParser().parse(text.upper(), language)


@frozen
class Named:
    """A parser of the caller's own."""

    name: str = "mine"

    def parse(self, text: str, language: str) -> Document:
        """Return the rules' document under its own name."""
        return evolve(RuleParser().parse(text, language), parser=self.name)


@pytest.mark.parametrize(
    ("article", "told"),
    [
        (None, "NoneType"),
        (b"It rained.", "decode it first"),
        (bytearray(b"It rained."), "decode it first"),
        (Path("article.txt"), "read the file first"),
        (["It rained."], "read_many"),
        (("It rained.",), "read_many"),
        (3, "int"),
        ({"title": "Rain"}, "dict"),
    ],
)
def test_what_is_no_article_is_refused(article: object, told: str) -> None:
    """A wrong type says what came, or what to do with it."""
    with pytest.raises(InputError, match=told):
        quoteattr.read(article)


@pytest.mark.parametrize("text", [None, b"It rained.", 3, ["It rained."]])
def test_stages_take_text_alone(text: object) -> None:
    """`parse` and `find_quotes` refuse what is no `str`."""
    with pytest.raises(InputError, match="text is a str"):
        quoteattr.parse(text)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="text is a str"):
        quoteattr.find_quotes(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", " \n ", "\0", "\ud800", '"' * 9, "‮שלום", "\u2028"])
def test_odd_text_is_read(text: str) -> None:
    """Odd text is no error: it is read, and its text is untouched."""
    assert quoteattr.read(text).text == text


@pytest.mark.parametrize(
    ("text", "issue"), [("", "empty-text"), (" \n ", "empty-text"), ("a\0", "nul"), ("a\ud800", "lone-surrogate")]
)
def test_odd_text_gives_an_issue(text: str, issue: str) -> None:
    """What is wrong with a text is told in its issues."""
    assert issue in [found.kind.value for found in quoteattr.read(text).issues]


def test_keywords_describe_the_article() -> None:
    """What the caller knows of the publication stands in the reading's article."""
    reading = quoteattr.read(SAID, outlet="Courier", title="Wall", published=date(2024, 5, 1), id="c-1", url="u")
    article = reading.article
    assert (article.outlet, article.title, article.published, article.id, article.url) == (
        "Courier",
        "Wall",
        "2024-05-01",
        "c-1",
        "u",
    )


def test_an_article_is_read_in_its_own_language() -> None:
    """An article that names its language is read in it, and keeps it as it names it."""
    reading = quoteattr.read(quoteattr.Article(text=SAID, language="en-GB"))
    assert (reading.article.language, reading.document.language) == ("en-GB", "en")
    assert len(reading.quotes) == 1


@pytest.mark.parametrize("article", [quoteattr.Article(text="x", language="de"), {"text": "x", "language": "de"}])
def test_an_article_in_an_unknown_language_is_not_read_as_english(article: object) -> None:
    """Without data for the article's own language there is an error; who names another language is believed."""
    with pytest.raises(LanguageError, match=r"no language data for 'de'.* the article names it itself"):
        quoteattr.read(article)
    assert [reading.text for reading in quoteattr.Reader().read_many([article, SAID], on_error="skip")] == [SAID]
    assert quoteattr.read(article, language="en").article.language == "en"


def test_an_unknown_language_is_refused() -> None:
    """A language without data says which there are."""
    with pytest.raises(LanguageError, match="there is for: en"):
        quoteattr.read(SAID, language="xx")


@pytest.mark.parametrize("parser", ["oracle", 3, RuleParser, object()])
def test_an_unknown_parser_is_refused(parser: object) -> None:
    """A name that no parser has, a class and an object that cannot parse are no parsers."""
    with pytest.raises(ParserError):
        quoteattr.Reader(parser=parser)  # type: ignore[arg-type]


def test_an_unknown_parser_is_told_what_there_is() -> None:
    """The error for a name that no parser has says which names there are."""
    with pytest.raises(ParserError, match="no parser 'oracle'; this version has: learned, rules, stanza"):
        quoteattr.read(SAID, parser="oracle")


def test_a_parser_of_the_callers_own_is_used() -> None:
    """An object that fits the protocol parses, and the document carries its name."""
    reading = quoteattr.read(SAID, parser=Named())
    assert reading.document.parser == "mine"
    assert reading.quotes == quoteattr.read(SAID, parser="rules").quotes


@frozen
class Damaging:
    """A parser whose documents have one layer that is not as promised."""

    layers: dict[str, object]
    name: str = "damaging"

    def parse(self, text: str, language: str) -> Document:
        """Return the rules' document with another layer."""
        return evolve(RuleParser().parse(text, language), **self.layers)

    def parse_many(self, texts: Iterable[str], language: str) -> Iterator[Document]:
        """Yield the document of each text, those with a full stop damaged."""
        return (self.parse(text, language) if "." in text else RuleParser().parse(text, language) for text in texts)


@pytest.mark.parametrize(
    ("layers", "told"),
    [
        ({"tags": (Tag.X,)}, "tags has 1 items, and there are 3 tokens"),
        ({"tokens": (Span(0, 2), Span(1, 6))}, r"tokens: Span\(1, 6\) begins before 2"),
        ({"tokens": (Span(0, 99),)}, "ends after the text, which has 10 characters"),
    ],
)
def test_a_parser_with_a_wrong_layer_is_refused(layers: dict[str, object], told: str) -> None:
    """A document whose layers do not fit is an error that names the parser, the layer and the fault."""
    with pytest.raises(ParserError, match=f"'damaging' returned a Document with a wrong layer: .*{told}"):
        quoteattr.read("It rained.", parser=Damaging(layers))


def test_a_wrong_layer_among_many_costs_its_article_alone() -> None:
    """Of many documents that a parser returns at once, only those with a wrong layer are errors."""
    reader = quoteattr.Reader(parser=Damaging({"tags": ()}))
    many = reader.read_many(["It rained", "It rained.", "He left"], on_error="skip")
    assert [reading.text for reading in many] == ["It rained", "He left"]


def test_a_parser_that_changes_the_text_is_refused() -> None:
    """A document of another text is an error that names the parser."""
    with pytest.raises(ParserError, match="shouting"):
        quoteattr.read(SAID, parser=Shouting())


def test_options_leave_quotes_out() -> None:
    """Without indirect speech, and above a confidence, fewer quotes are kept."""
    direct = quoteattr.Reader(options=ReadOptions(indirect=False))
    sure = quoteattr.Reader(options=ReadOptions(least_confidence=1.0))
    assert [len(direct.read(text).quotes) for text in TEXTS] == [1, 0, 0]
    assert [len(sure.read(text).quotes) for text in TEXTS] == [0, 0, 0]


def test_options_hold_for_quotes_inside_quotes() -> None:
    """A quote inside a quote that is kept is left out alone; one inside a quote that is left out takes its place."""
    text = "“The board said that the wall would be rebuilt,” said Ida Brandt."
    assert [len(quote.quotes) for quote in quoteattr.read(text, parser="rules").quotes] == [1]
    direct = quoteattr.Reader(parser="rules", options=ReadOptions(indirect=False))
    assert [len(quote.quotes) for quote in direct.read(text).quotes] == [0]

    text = "\"My father said, 'Never sell the boat.'\" Ida Brandt said."
    outer = quoteattr.read(text, parser="rules").quotes[0]
    least = ReadOptions(least_confidence=outer.quotes[0].confidence)
    assert least.least_confidence > outer.confidence
    sure = quoteattr.Reader(parser="rules", options=least).read(text)
    assert sure.quotes == outer.quotes
    assert Reading.from_dict(sure.to_dict()) == sure


def test_no_options_are_the_default_ones() -> None:
    """`None` means the default options."""
    reader = quoteattr.Reader(options=None)
    assert reader == quoteattr.Reader()
    assert reader.read(SAID) == quoteattr.read(SAID)


def test_wrong_options_are_refused() -> None:
    """Options of another kind, and shares beyond 1, are errors."""
    with pytest.raises(InputError, match="ReadOptions"):
        quoteattr.Reader(options=CompareOptions())  # type: ignore[arg-type]
    with pytest.raises(InputError, match="share from 0 to 1"):
        ReadOptions(least_confidence=2.0)


def test_a_reader_is_a_value() -> None:
    """A reader is equal to its like, and goes through pickle."""
    reader = quoteattr.Reader(language="en")
    assert pickle.loads(pickle.dumps(reader)) == reader == quoteattr.Reader(language="en")


def test_many_are_read_lazily() -> None:
    """Of many articles only those are read that are asked for."""
    taken: list[str] = []

    def articles() -> Iterator[str]:
        for text in TEXTS:
            taken.append(text)
            yield text

    next(quoteattr.Reader().read_many(articles()))
    assert taken == [TEXTS[0]]


def test_many_processes_take_some_articles_ahead() -> None:
    """Several processes are given what keeps them busy, and no more; who leaves early stops the rest."""
    taken: list[int] = []

    def articles() -> Iterator[str]:
        for number in range(10_000):
            taken.append(number)
            yield f"It rained on day {number}."

    many = quoteattr.Reader(parser="rules").read_many(articles(), workers=2)
    assert [next(many).text for _ in range(3)] == [f"It rained on day {number}." for number in range(3)]
    many.close()
    assert len(taken) <= CHUNK * (2 * AHEAD + 1)


_LEFT_BY_AN_ERROR = """
import gc, quoteattr
if __name__ == "__main__":
    texts = ["It rained."] * 40
    try:
        for reading in quoteattr.Reader(parser="rules").read_many([*texts, None, *texts], workers=2):
            pass
    except quoteattr.InputError as error:
        print("refused")
    gc.collect()
"""


def test_an_error_in_processes_leaves_nothing_behind(tmp_path: Path) -> None:
    """Where an article raises, the processes end without a word of their own."""
    script = tmp_path / "left.py"
    script.write_text(_LEFT_BY_AN_ERROR)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run([sys.executable, script], env=environment, capture_output=True, text=True, timeout=120)
    assert (ran.stdout, ran.stderr, ran.returncode) == ("refused\n", "", 0)


def test_an_error_among_many_is_raised() -> None:
    """By default the first wrong article raises, after those before it."""
    readings = quoteattr.Reader().read_many([SAID, None])
    assert next(readings).text == SAID
    with pytest.raises(InputError):
        next(readings)


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_among_many_can_be_skipped(workers: int) -> None:
    """Wrong articles can be left out; the others keep their order."""
    many = quoteattr.Reader().read_many([SAID, None, TEXTS[1], 3], workers=workers, on_error="skip")
    assert [reading.text for reading in many] == [SAID, TEXTS[1]]


def test_errors_among_many_can_be_handed_over() -> None:
    """A function is given each wrong article with its error."""
    wrong: list[tuple[object, QuoteattrError]] = []
    many = quoteattr.Reader().read_many([3, SAID], on_error=lambda article, error: wrong.append((article, error)))
    assert [reading.text for reading in many] == [SAID]
    assert [(article, type(error)) for article, error in wrong] == [(3, InputError)]


class Bulk:
    """The rules as a parser that takes many texts; it remembers how many, and fails at a text with a full stop."""

    name = "bulk"

    def __init__(self) -> None:
        self.taken: list[int] = []

    def parse(self, text: str, language: str) -> Document:
        if "." in text:
            raise ParserError("it takes no full stops")
        return RuleParser().parse(text, language)

    def parse_many(self, texts: Iterable[str], language: str) -> Iterator[Document]:
        self.taken.append(len(list(texts)))
        yield from [self.parse(text, language) for text in texts]


def test_a_parser_that_takes_many_texts_is_given_many() -> None:
    """Articles go to such a parser together, a wrong one apart, and the readings are those of each alone."""
    parser = Bulk()
    many = list(quoteattr.Reader(parser=parser).read_many(["“No!” he said", 3, "It rained"] * 20, on_error="skip"))
    assert parser.taken == [21, 19]
    assert many == [quoteattr.read(text, parser=parser) for text in ("“No!” he said", "It rained")] * 20


def test_one_text_that_fails_among_many_does_not_cost_the_others() -> None:
    """Where a parser fails on many texts, each is read alone, and the error is that of its own article."""
    wrong: list[object] = []
    texts = ["It rained", "It rained.", "“No!” he said"]
    many = quoteattr.Reader(parser=Bulk()).read_many(texts, on_error=lambda article, error: wrong.append(article))
    assert [reading.text for reading in many] == [texts[0], texts[2]]
    assert wrong == [texts[1]]


def test_a_parser_that_loses_a_text_is_found_out() -> None:
    """A parser that returns fewer documents than texts is not believed: the texts are parsed one by one."""
    parser = Bulk()
    parser.parse_many = lambda texts, language: iter(())  # type: ignore[method-assign]
    many = list(quoteattr.Reader(parser=parser).read_many(["It rained", "He left"]))
    assert [reading.text for reading in many] == ["It rained", "He left"]


def test_progress_is_told_to_a_function() -> None:
    """A function for progress is called with the number of articles read."""
    counts: list[int] = []
    list(quoteattr.Reader().read_many(TEXTS, progress=counts.append))
    assert counts == [1, 2, 3]


def test_a_bar_without_tqdm_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where tqdm is missing, the error has the line that installs it."""
    monkeypatch.setitem(sys.modules, "tqdm", None)
    with pytest.raises(InputError, match=r'pip install "quoteattr\[progress\]"'):
        quoteattr.Reader().read_many(TEXTS, progress=True)


@pytest.mark.parametrize(
    "articles", ["abc", b"abc", {"text": "It rained."}, quoteattr.Article(text="It rained."), None, 5], ids=repr
)
def test_one_article_is_not_many(articles: object) -> None:
    """A text, a mapping and an article are one article, and are refused at the call, as is what is none."""
    with pytest.raises(InputError, match=f"not {type(articles).__name__}; for one article call read"):
        quoteattr.Reader().read_many(articles)  # type: ignore[arg-type]


@pytest.mark.parametrize("keywords", [{"workers": 0}, {"workers": "2"}, {"on_error": "ignore"}, {"progress": 5}])
def test_wrong_ways_to_read_many_are_refused(keywords: dict[str, object]) -> None:
    """A wrong number of workers, way with errors or show of progress is refused at the call."""
    with pytest.raises(InputError):
        quoteattr.Reader().read_many(TEXTS, **keywords)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """Three readings to compare."""
    return [quoteattr.read(text, outlet=outlet) for text, outlet in zip(TEXTS, "ABC", strict=True)]


def test_a_comparison_needs_two(readings: list[Reading]) -> None:
    """One account, or none, is an error that says what to do."""
    for accounts in ([], readings[:1]):
        with pytest.raises(InputError, match="two accounts or more"):
            quoteattr.compare(*accounts)


def test_an_iterable_of_accounts_is_taken(readings: list[Reading]) -> None:
    """One iterable of accounts is the same as the accounts."""
    assert quoteattr.compare(iter(readings)) == quoteattr.compare(*readings)


def test_a_reading_without_tellings_is_compared(readings: list[Reading]) -> None:
    """A reading that was made by hand tells what its document and quotes show."""
    bare = evolve(readings[2], tellings=())
    assert quoteattr.compare(bare, readings[0]) == quoteattr.compare(readings[2], readings[0])
    empty = Reading(article=quoteattr.Article(text="He left."), document=Document(text="He left."))
    assert quoteattr.compare(empty, bare).accounts[0].statements == ()


def test_accounts_of_one_name_are_numbered() -> None:
    """Accounts whose names are the same bear the number of their place, in the comparison's sentences as well."""
    texts = ("It carries 900 lorries a day.", "It rained.", "It carries 600 lorries a day.")
    known = zip(texts, (None, "Courier", None), strict=True)
    compared = quoteattr.compare(quoteattr.read(text, outlet=outlet) for text, outlet in known)
    assert [account.teller for account in compared.accounts] == ["the article (1)", "Courier", "the article (3)"]
    told = compared.divergences[0].differences[0].explain()
    assert told == "number: the article (1) has “900”, the article (3) has “600”."
    assert Comparison.from_dict(compared.to_dict()) == compared


def test_readings_and_accounts_mix(readings: list[Reading]) -> None:
    """A reading stands for its whole article, beside an account of another."""
    compared = quoteattr.compare(readings[0], readings[1].accounts[0])
    assert [account.teller for account in compared.accounts] == ["A", "B"]


@pytest.mark.parametrize("wrong", ["It rained.", None, 3])
def test_what_is_no_account_is_refused(readings: list[Reading], wrong: object) -> None:
    """Text must be read before it is compared."""
    with pytest.raises(InputError, match="Readings and Accounts"):
        quoteattr.compare(readings[0], wrong)


def test_a_text_alone_is_no_iterable_of_accounts() -> None:
    """The characters of a text are no accounts."""
    with pytest.raises(InputError):
        quoteattr.compare("It rained.")


def test_the_signature_says_how(readings: list[Reading]) -> None:
    """A comparison carries version, parser, language data and options."""
    signature = quoteattr.compare(*readings).signature
    assert signature.version == quoteattr.__version__
    assert signature.parser == "learned"
    assert signature.model == readings[0].document.model
    assert str(signature.model).startswith("tagger-")
    assert signature.options == repr(CompareOptions())
