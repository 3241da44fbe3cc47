"""What holds for every text: it is read, spans lie where they say, and nothing but the words decides."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import quoteattr
from quoteattr.model.comparisons import ComparedStatement, Comparison, Verdict
from quoteattr.model.quotes import Quote
from quoteattr.model.readings import Reading
from quoteattr.model.spans import Passage, Span
from tests.cases import KNOWN, cases

CASES = tuple(case for case in cases("en") if case.phenomenon != KNOWN)
TEXTS = tuple(case.text for case in CASES)

_PIECES = (
    '"', "'", "“", "”", "‘", "’", "''", "``", "«", "»", "„", "‚", "「", "」", "&quot;", "&#8217;",
    " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u2028", "\0", "\ud800", "\u202e", "\u200b",
    ".", ",", ":", ";", "?", "!", "…", "—", " - ", "(", ")", "/", "6' 2\"", "'90s", "3", "12.5", "May",
    "said", "says", "told", "that", "according to", "citing", "quoted", "as saying", "adding", "denied", "who", "and",
    "declined to", "called", "whether", "she", "He", "they", "the", "of",
    "Ida Brandt", "Holm", "Mr", "Dr.", "U.S.", "Nordwire", "the mayor", "officials", "We won", "it rained", "VELM",
    "Q:", "A:", "Ida:", "שלום", "они", "桥",
)  # fmt: skip


def odd_texts() -> SearchStrategy[str]:
    """Texts rich in marks, cues, names and odd characters, with and without spaces between them."""
    pieces = st.lists(st.sampled_from(_PIECES) | st.characters(), max_size=40)
    return st.tuples(pieces, st.sampled_from(["", " "])).map(lambda drawn: drawn[1].join(drawn[0]))


def articles() -> SearchStrategy[str]:
    """Articles of a few paragraphs, each the text of a case."""
    return st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4).map("\n\n".join)


_CHANGES = (
    ("May", "June"),
    ("would", "would not"),
    ("Ida Brandt", "Oskar Holm"),
    ("wall", "dam"),
    ("12", "9"),
    (".", ";"),
)


@st.composite
def tellings(draw: DrawFn) -> tuple[Reading, Reading]:
    """Two readings: of two articles, or of one and of the same told otherwise."""
    first = draw(articles())
    old, new = draw(st.sampled_from(_CHANGES))
    second = draw(articles() | st.just(first.replace(old, new)))
    return quoteattr.read(first, outlet="A"), quoteattr.read(second, outlet="B")


def passages_of(quote: Quote) -> tuple[Passage, ...]:
    """Return every passage of a quote."""
    carried = (passage for carrier in quote.carriers for passage in (carrier.source, carrier.cue))
    return (quote.content, quote.cue, quote.source, *carried)


def outline(reading: Reading, offset: int = 0) -> list[tuple[object, ...]]:
    """Return what a reading says of its quotes, with all offsets moved back."""
    return [
        (quote.kind, quote.closed, quote.polarity, [_moved(passage, offset) for passage in passages_of(quote)])
        for quote in reading.all_quotes
    ]


def _moved(passage: Passage, offset: int) -> tuple[tuple[int, int], ...]:
    return tuple((span.start - offset, span.end - offset) for span in passage)


ENGINES = st.sampled_from(("rules", "learned"))


@given(odd_texts() | st.text(), ENGINES)
@settings(max_examples=300)
def test_any_text_is_read(text: str, engine: str) -> None:
    """No text raises an exception, and the text of the reading is the one given."""
    assert quoteattr.read(text, parser=engine).text == text


@given(odd_texts() | articles(), ENGINES)
@settings(max_examples=200)
def test_spans_lie_in_the_text_and_slice_to_their_words(text: str, engine: str) -> None:
    """Each span of a quote, speaker, statement and issue lies in the text, and the passage's words are its slice."""
    reading = quoteattr.read(text, parser=engine)
    passages = [passage for quote in reading.all_quotes for passage in passages_of(quote)]
    passages += [mention for speaker in reading.speakers for mention in speaker.mentions]
    passages += [statement.passage for telling in reading.tellings for statement in telling.statements]
    for passage in passages:
        assert passage.pieces == tuple(text[span.start : span.end] for span in passage)
    assert all(span in Span(0, len(text)) for passage in passages for span in passage)
    assert all(issue.span in Span(0, len(text)) for issue in reading.issues)


@given(odd_texts() | articles(), ENGINES)
@settings(max_examples=200)
def test_quotes_are_in_order_and_disjoint_or_nested(text: str, engine: str) -> None:
    """Quotes stand in the order of the text, share no word, and those inside a quote lie inside its content."""
    _assert_ordered(quoteattr.read(text, parser=engine).quotes)


def _assert_ordered(quotes: tuple[Quote, ...]) -> None:
    assert all(quotes[i].content.start < quotes[i + 1].content.start for i in range(len(quotes) - 1))
    spans = sorted(span for quote in quotes for span in quote.content)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    for quote in quotes:
        assert quote.content
        assert all(any(span in whole for whole in quote.content) for each in quote.quotes for span in each.content)
        _assert_ordered(quote.quotes)


@given(odd_texts() | articles(), ENGINES)
@settings(max_examples=100)
def test_no_quote_has_its_source_or_cue_in_its_own_content(text: str, engine: str) -> None:
    """The words that name who speaks, and that he does, are not among those he said, unless a clause surrounds them."""
    for quote in quoteattr.read(text, parser=engine).all_quotes:
        for passage in (quote.cue, quote.source):
            assert not [a for a in passage for b in quote.content if a.overlaps(b)]


@given(articles(), st.sampled_from(["It rained.\n\n", "The road runs along the lake.\n\n", "\n\n\n"]))
@settings(max_examples=60)
def test_a_paragraph_in_front_only_shifts_spans(text: str, front: str) -> None:
    """A neutral paragraph before a text moves the rules' quotes and changes none."""
    text = "The council met.\n\n" + text
    after = quoteattr.read(front + text, parser="rules")
    assert outline(after, len(front)) == outline(quoteattr.read(text, parser="rules"))


def curled(text: str) -> str:
    """Return a text with curly double marks for its straight ones, each line by itself."""
    halves = [line.split('"') for line in text.split("\n")]
    return "\n".join("".join(map("".join, zip(half, [*"“”" * (len(half) // 2), ""], strict=True))) for half in halves)


def is_well_formed(text: str) -> bool:
    """Tell whether every line has pairs of straight double marks, and none stands for inches or at another mark."""
    even = all(line.count('"') % 2 == 0 for line in text.split("\n"))
    return '"' in text and even and not re.search(r'\d"|""| " ', text)


@pytest.mark.parametrize("text", [text for text in TEXTS if is_well_formed(text)])
def test_curly_marks_give_the_spans_of_straight_ones(text: str) -> None:
    """Where the marks of a text are well formed, curly and straight ones give the same spans."""
    assert len(curled(text)) == len(text)
    assert curled(text) != text
    assert outline(quoteattr.read(curled(text), parser="rules")) == outline(quoteattr.read(text, parser="rules"))


@given(articles())
@settings(max_examples=40)
def test_a_reading_goes_to_data_and_back(text: str) -> None:
    """A reading is equal to the one that its own data makes."""
    reading = quoteattr.read(text, outlet="Courier")
    assert Reading.from_dict(reading.to_dict()) == reading


@given(tellings())
@settings(max_examples=25)
def test_a_comparison_goes_to_data_and_back(told: tuple[Reading, Reading]) -> None:
    """A comparison is equal to the one that its own data makes."""
    comparison = quoteattr.compare(*told)
    assert Comparison.from_dict(comparison.to_dict()) == comparison


@given(tellings())
@settings(max_examples=80)
def test_swapped_accounts_mirror_the_comparison(told: tuple[Reading, Reading]) -> None:
    """Who comes first changes the order of columns, and no verdict, difference or score."""
    there, back = quoteattr.compare(*told), quoteattr.compare(*reversed(told))
    assert sorted(map(_row, there.statements)) == sorted(_row(_mirrored(each)) for each in back.statements)


def _row(statement: ComparedStatement) -> str:
    mentions = [mention and mention.passage for mention in statement.mentions]
    differences = sorted((each.kind.value, repr(each.left), repr(each.right)) for each in statement.differences)
    return repr((mentions, statement.verdict.value, differences, round(statement.score, 6)))


def _mirrored(statement: ComparedStatement) -> ComparedStatement:
    turned = tuple(evolve(each, left=each.right, right=each.left) for each in statement.differences)
    return evolve(statement, mentions=statement.mentions[::-1], differences=turned)


@given(articles())
@settings(max_examples=40)
def test_an_account_agrees_with_itself(text: str) -> None:
    """A text compared with itself has no divergence, and nothing that only one of the two tells."""
    reading = quoteattr.read(text, outlet="A")
    compared = quoteattr.compare(reading, evolve(reading, article=evolve(reading.article, outlet="B")))
    assert {statement.verdict for statement in compared.statements} <= {Verdict.AGREE}


WHOLE = "\n\n".join(TEXTS)
_SCRIPT = """
import hashlib, sys, quoteattr
text = sys.stdin.buffer.read().decode()
reading = quoteattr.read(text, outlet="A")
other = quoteattr.read(text[::2] + text[: len(text) // 3], outlet="B")
told = repr((reading.to_dict(), quoteattr.compare(reading, other).to_dict()))
print(hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest())
"""


def _digest(seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, "-c", _SCRIPT]
    return subprocess.run(command, input=WHOLE.encode(), env=environment, capture_output=True, check=True).stdout


def test_results_do_not_depend_on_hashes() -> None:
    """Another order of sets gives the same reading and the same comparison."""
    assert _digest("0") == _digest("1") == _digest("4242")


def test_many_articles_are_read_as_each_alone() -> None:
    """Reading alone, in a row, in two processes and in threads gives equal readings, in order."""
    alone = [quoteattr.read(text) for text in TEXTS]
    reader = quoteattr.Reader()
    assert list(reader.read_many(TEXTS)) == alone
    assert list(reader.read_many(TEXTS, workers=2)) == alone
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(reader.read, TEXTS)) == alone


def test_every_case_takes_part() -> None:
    """The texts of the properties are those of the cases: many, and none of them empty."""
    assert len(TEXTS) > 100
    assert all(text.strip() for text in TEXTS)
