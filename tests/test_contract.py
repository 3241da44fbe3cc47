"""What every engine keeps to, whatever finds its layers: one contract, run on each that is installed here."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

import quoteattr
from quoteattr.model.documents import Document, Parser
from quoteattr.pipeline import PARSERS
from tests.micro_stanza import TEXTS

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")
NEWS = f"Ferry sinks off Velm\n\n{TEXTS[4]} {TEXTS[0]}\n\n{TEXTS[1]} {TEXTS[2]} {TEXTS[5]}\n{TEXTS[3]}"
ODD = (
    "",
    " \t\n ",
    "\0",
    "\ud800 said \udfff.",
    "said",
    '"',
    "x" * 2000,
    "&quot;No&quot;, he said. &#8220;",
    "\u202e“tuhs si ti”\u202c said Obi.\u2028\u0085\x1c",
    "Ms. Obi’s 彼は「橋は安全だ」と言った。 👩‍👩‍👧",
)


def _named(name: str) -> Callable[[pytest.FixtureRequest], Parser]:
    return lambda request: PARSERS[name]()


def _by_stanza(**settings: Any) -> Callable[[pytest.FixtureRequest], Parser]:
    def make(request: pytest.FixtureRequest) -> Parser:
        return quoteattr.StanzaParser(directory=request.getfixturevalue("micro_stanza"), threads=1, **settings)

    return make


def _by_spacy(request: pytest.FixtureRequest) -> Parser:
    spacy = pytest.importorskip("spacy")
    from quoteattr.spacy import SpacyParser

    return SpacyParser(spacy.blank("en"))


ENGINES: dict[str, Callable[[pytest.FixtureRequest], Parser]] = {
    **{name: _named(name) for name in PARSERS if name != "stanza"},
    "stanza": _by_stanza(),
    "stanza, no roles": _by_stanza(roles=False),
    "stanza, tokens alone": _by_stanza(processors="tokenize", roles=False),
    "spacy, blank": _by_spacy,
}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Parser:
    """Each engine in turn; one that is not installed is skipped."""
    return ENGINES[request.param](request)


def sliced(document: Document) -> None:
    """Check that the layers keep what a document promises."""
    text = document.text
    for spans in (document.paragraphs, document.sentences, document.tokens):
        assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
        assert all(span.end <= following.start for span, following in pairwise(spans))
    for token in document.tokens:
        assert sum(token in sentence for sentence in document.sentences) == 1
    for sentence in document.sentences:
        assert sum(sentence in paragraph for paragraph in document.paragraphs) == 1
    for layer in (document.tags, document.lemmas, document.dependencies):
        assert layer is None or len(layer) == len(document.tokens)


@pytest.mark.parametrize("text", [NEWS, *ODD], ids=ascii)
def test_layers_lie_in_the_text(engine: Parser, text: str) -> None:
    """The text is untouched; spans are in order, disjoint and nested; the layers of words are as long as the tokens."""
    document = engine.parse(text, "en")
    assert document.text == text
    assert (document.language, document.parser) == ("en", engine.name)
    sliced(document)
    heads = [dependency.head for dependency in document.dependencies or ()]
    assert all(-1 <= head < len(document.tokens) and head != at for at, head in enumerate(heads))
    for span in [entity.span for entity in document.entities or ()]:
        assert sum(span in sentence for sentence in document.sentences) == 1
    for roles in document.roles or ():
        assert all(0 <= span.start < span.end <= len(text) for span in roles.content)


def test_the_same_text_gives_the_same_document(engine: Parser) -> None:
    """Neither a second time nor another text in between changes anything."""
    first = engine.parse(NEWS, "en")
    engine.parse(TEXTS[6], "en")
    assert engine.parse(NEWS, "en") == first


@pytest.mark.parametrize("text", [NEWS, *ODD], ids=ascii)
def test_a_reading_survives_the_round_trip(engine: Parser, text: str) -> None:
    """Any text is read and shown, and the reading comes back from its data."""
    reading = quoteattr.read(text, outlet="Courier", parser=engine)
    assert quoteattr.Reading.from_dict(json.loads(json.dumps(reading.to_dict()))) == reading
    assert isinstance(reading.to_text(), str)


def test_quotes_are_found_and_compared(engine: Parser) -> None:
    """A plain quotation has its speaker, and accounts compare, whichever engine reads."""
    reading = quoteattr.read(NEWS, outlet="Courier", parser=engine)
    assert ("We will rebuild,", "Oskar Holm") in [
        (quote.content.text, quote.speaker and quote.speaker.name) for quote in reading.quotes
    ]
    other = quoteattr.read(f"{TEXTS[4]} {TEXTS[6]}", outlet="Post", parser=engine)
    assert quoteattr.compare(reading, other).statements
