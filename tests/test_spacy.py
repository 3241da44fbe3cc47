"""The spaCy component, and spaCy documents read as ours."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import quoteattr
from quoteattr.errors import InputError, LanguageError, ParserError
from quoteattr.model.documents import Dependency, Entity, Tag
from quoteattr.model.spans import Span

spacy = pytest.importorskip("spacy")
from spacy.tokens import Doc, DocBin  # noqa: E402
from spacy.tokens import Span as SpacySpan  # noqa: E402

from quoteattr.spacy import QuoteattrComponent, SpacyParser, document_of, read, reading_of  # noqa: E402

ROOT = Path(__file__).parent.parent
TEXT = (
    "“The pier will stay,” said Ilse Marrow, the harbour master.\n\n"
    "Quay Post, citing the port authority, reported that  six ferries had stopped.\nShe said the “repairs” had begun."
)


PLAIN = {"roles": False}


def pipeline(**config: Any) -> Any:
    """Return a blank English pipeline with our component, which uses the rules alone unless it is told to."""
    nlp = spacy.blank("en")
    nlp.add_pipe("quoteattr", config=PLAIN | config)
    return nlp


def parsed(vocab: Any) -> Any:
    """Return a document whose layers are set by hand, in the labels of spaCy's English models."""
    rows = (
        ("Ilse", "PROPN", 1, "compound", "Ilse", "B-PERSON"),
        ("Marrow", "PROPN", 2, "nsubj", "Marrow", "I-PERSON"),
        ("spoke", "VERB", 2, "ROOT", "speak", "O"),
        ("\n\n", "SPACE", 2, "dep", "\n\n", "O"),
        ("in", "ADP", 2, "prep", "in", "O"),
        ("Tarn", "PROPN", 4, "pobj", "Tarn", "B-GPE"),
        (".", "PUNCT", 2, "punct", ".", "O"),
        ("She", "PRON", 8, "nsubj", "she", "O"),
        ("left", "VERB", 8, "ROOT", "leave", "O"),
        (".", "PUNCT", 8, "punct", ".", "O"),
    )
    words, tags, heads, relations, lemmas, names = map(list, zip(*rows, strict=True))
    spaces = [True, True, False, False, True, False, True, True, False, False]
    return Doc(vocab, words=words, spaces=spaces, pos=tags, heads=heads, deps=relations, lemmas=lemmas, ents=names)


def test_the_component_reads_as_the_library_does() -> None:
    """On a blank pipeline the component finds the quotes, sources and speakers that `read` finds."""
    found, wanted = pipeline()(TEXT)._.quoteattr, quoteattr.read(TEXT, parser="rules")
    assert [(q.kind, q.content, q.cue, q.source, q.speaker and q.speaker.name) for q in found.quotes] == [
        (q.kind, q.content, q.cue, q.source, q.speaker and q.speaker.name) for q in wanted.quotes
    ]
    assert len(found.quotes) == 3


def test_no_import_is_needed(tmp_path: Path) -> None:
    """`nlp.add_pipe("quoteattr")` finds the component by the entry point of `pyproject.toml`."""
    points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    folder = tmp_path / "quoteattr-0.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: quoteattr\nVersion: 0.0\n", encoding="utf-8")
    lines = ["[spacy_factories]", *(f"{name} = {value}" for name, value in points["spacy_factories"].items())]
    (folder / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    code = (
        "import sys, spacy; nlp = spacy.blank('en'); nlp.add_pipe('quoteattr', config={'roles': False});"
        "print(len(nlp('“No,” said Ilse Marrow.')._.quoteattr.quotes))"
    )
    paths = os.pathsep.join((str(tmp_path), str(ROOT)))
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, timeout=300, cwd=tmp_path, env=os.environ | {"PYTHONPATH": paths},
    )  # fmt: skip
    assert result.stdout.strip() == "1", result.stderr


def test_the_reading_survives_bytes() -> None:
    """`to_bytes` and `from_bytes` keep the reading, and the spans with their labels and ids."""
    doc = pipeline()(TEXT)
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert again._.quoteattr == doc._.quoteattr
    shown = [(span.text, span.label_, span.id_) for span in again.spans["quoteattr"]]
    assert shown == [(span.text, span.label_, span.id_) for span in doc.spans["quoteattr"]]
    assert ("Ilse Marrow", "source", "q1") in {(text.partition(",")[0], *rest) for text, *rest in shown}


def test_the_reading_survives_a_doc_bin() -> None:
    """A `DocBin` that stores user data keeps the reading."""
    doc = pipeline()(TEXT)
    kept = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(kept).get_docs(spacy.blank("en").vocab)
    assert again._.quoteattr == doc._.quoteattr


def test_two_processes_read_alike() -> None:
    """`nlp.pipe` over two processes gives the readings that one gives."""
    nlp, texts = pipeline(), [TEXT, "It rained.", "", TEXT]
    assert [doc._.quoteattr for doc in nlp.pipe(texts, n_process=2, batch_size=2)] == [
        nlp(text)._.quoteattr for text in texts
    ]


def test_a_pipeline_survives_the_disk(tmp_path: Path) -> None:
    """A saved pipeline comes back with the component and its options."""
    nlp = pipeline(indirect=False, spans_key="said")
    nlp.to_disk(tmp_path / "pipeline")
    doc = spacy.load(tmp_path / "pipeline")(TEXT)
    assert doc._.quoteattr == nlp(TEXT)._.quoteattr
    assert len(doc._.quoteattr.quotes) < len(pipeline()(TEXT)._.quoteattr.quotes)
    assert len(doc.spans["said"]) > 0
    assert "quoteattr" not in doc.spans


def test_spans_can_be_left_out() -> None:
    """With no `spans_key` the component leaves `doc.spans` alone."""
    assert len(pipeline(spans_key=None)(TEXT).spans) == 0


def test_inner_quotes_have_spans_of_their_own() -> None:
    """A quote inside a quote stands in the spans under its own id."""
    doc = pipeline()("“She told me ‘we are leaving’ at noon,” said Ilse Marrow.")
    assert {span.id_ for span in doc.spans["quoteattr"]} >= {"q1", "q1.1"}


def test_a_doc_that_was_not_read_has_no_reading() -> None:
    """Without the component the getter answers `None`."""
    assert reading_of(spacy.blank("en")(TEXT)) is None


def test_roles_are_the_default() -> None:
    """As in the library, the learned engine's layers are added where nothing else is asked for."""
    nlp = spacy.blank("en")
    nlp.add_pipe("quoteattr")
    assert nlp(TEXT)._.quoteattr.document.roles


def test_options_are_checked() -> None:
    """A share out of range is told when the component is made."""
    with pytest.raises(InputError, match="least_confidence"):
        pipeline(least_confidence=3.0)


def test_a_language_without_data_is_told_when_the_component_is_made() -> None:
    """A pipeline for a language that we have no data for raises `LanguageError` at `add_pipe`."""
    with pytest.raises(LanguageError, match="'fi'"):
        spacy.blank("fi").add_pipe("quoteattr")


def test_a_pipeline_for_any_language_is_told_which_it_is() -> None:
    """A pipeline of spaCy's language "xx" reads in the language that the component or the caller names."""
    nlp = spacy.blank("xx")
    nlp.add_pipe("quoteattr", config=PLAIN | {"language": "en"})
    doc = nlp(TEXT)
    assert doc._.quoteattr.quotes
    assert read(doc, language="en", roles=False).quotes == doc._.quoteattr.quotes
    with pytest.raises(LanguageError, match="'xx'"):
        read(doc)


def test_every_layer_lands_in_the_document() -> None:
    """Tags, lemmas, dependencies and names come over; white space goes, with numbers of heads to match."""
    doc = parsed(spacy.blank("en").vocab)
    document = document_of(doc)
    assert document.text == doc.text
    assert document.words == ("Ilse", "Marrow", "spoke", "in", "Tarn", ".", "She", "left", ".")
    assert document.tags is not None
    assert document.tags[:4] == (Tag.PROPN, Tag.PROPN, Tag.VERB, Tag.ADP)
    assert document.lemmas is not None
    assert document.lemmas[7] == "leave"
    assert document.entities == (Entity(Span(0, 11), "PERSON"), Entity(Span(22, 26), "GPE"))
    assert document.dependencies == (
        Dependency(1, "compound"),
        Dependency(2, "nsubj"),
        Dependency(-1, "root"),
        Dependency(4, "case"),
        Dependency(2, "obl"),
        Dependency(2, "punct"),
        Dependency(7, "nsubj"),
        Dependency(-1, "root"),
        Dependency(7, "punct"),
    )
    assert document.clusters is None


def test_a_sentence_ends_with_its_paragraph() -> None:
    """Sentences are spaCy's, but none goes on into the next paragraph; every token lies in one of them."""
    document = document_of(parsed(spacy.blank("en").vocab))
    assert [span.of(document.text) for span in document.sentences] == ["Ilse Marrow spoke", "in Tarn.", "She left."]


def test_layers_that_are_not_there_are_none() -> None:
    """A blank pipeline gives tokens; sentences and tags are ours, the other layers are missing."""
    document = document_of(spacy.blank("en")(TEXT))
    assert document.layers == ("paragraphs", "sentences", "tokens", "tags")
    assert document.paragraphs == quoteattr.parse(TEXT, parser="rules").paragraphs
    assert document.sentences == quoteattr.parse(TEXT, parser="rules").sentences


def test_a_name_ends_before_its_clitic() -> None:
    """The "'s" that a recogniser took into a name is no part of it."""
    words, names = ["Ilse", "Marrow", "’s", "pier"], ["B-PERSON", "I-PERSON", "I-PERSON", "O"]
    doc = Doc(spacy.blank("en").vocab, words=words, spaces=[True, False, True, False], ents=names)
    assert document_of(doc).entities == (Entity(Span(0, 11), "PERSON"),)


def test_coreference_of_spacy_is_read() -> None:
    """The span groups of spaCy's coreference component become clusters; a mention alone is none."""
    doc = parsed(spacy.blank("en").vocab)
    doc.spans["coref_clusters_1"] = [SpacySpan(doc, 7, 8), SpacySpan(doc, 0, 2)]
    doc.spans["coref_clusters_2"] = [SpacySpan(doc, 5, 6)]
    assert document_of(doc).clusters == ((Span(0, 11), Span(28, 31)),)


def test_a_parsed_doc_is_read_with_its_outlet() -> None:
    """`read` takes a `Doc`, keeps what is known of its article, and leaves the `Doc` as it was."""
    doc = spacy.blank("en")(TEXT)
    before = doc.to_bytes()
    reading = read(doc, outlet="Quay Post", published="2031-05-02", roles=False)
    assert (reading.article.outlet, reading.article.published) == ("Quay Post", "2031-05-02")
    assert reading.quotes == pipeline()(TEXT)._.quoteattr.quotes
    assert doc.to_bytes() == before


def test_a_text_is_no_doc() -> None:
    """A `str` in place of a `Doc` is told."""
    with pytest.raises(InputError, match="a spaCy Doc is wanted, not str"):
        read("He left.")


@pytest.mark.parametrize("text", ["", " \n\t ", "a\0b said \ud800x.", "“No,”\u2028said &#8220;Obi&#8221; 😀", TEXT])
def test_spacy_parses_any_text(text: str) -> None:
    """As a parser, a pipeline takes odd texts: the text stays, and tokens, sentences and paragraphs fit together."""
    document = quoteattr.parse(text, parser=SpacyParser(spacy.blank("en"), roles=False))
    assert document.text == text
    for inner, outer in ((document.tokens, document.sentences), (document.sentences, document.paragraphs)):
        assert all(sum(span in each for each in outer) == 1 for span in inner)
    assert all(word.strip() for word in document.words)


def test_a_parser_can_carry_the_learned_layers() -> None:
    """`SpacyParser` adds roles unless it is told not to."""
    nlp = spacy.blank("en")
    assert quoteattr.parse(TEXT, parser=SpacyParser(nlp)).roles
    assert quoteattr.parse(TEXT, parser=SpacyParser(nlp, roles=False)).roles is None


def test_a_parser_works_in_other_processes() -> None:
    """`read_many` with two workers reads by spaCy as one does."""
    reader = quoteattr.Reader(parser=SpacyParser(spacy.blank("en"), roles=False))
    assert list(reader.read_many([TEXT] * 3, workers=2)) == [reader.read(TEXT)] * 3


def test_a_pipeline_for_another_language_is_told() -> None:
    """A German pipeline does not read English."""
    with pytest.raises(ParserError, match="for 'de', the text is in 'en'"):
        quoteattr.parse(TEXT, parser=SpacyParser(spacy.blank("de")))


def test_a_text_longer_than_the_pipeline_takes_is_told() -> None:
    """The error names the limit and how to raise it."""
    nlp = spacy.blank("en")
    nlp.max_length = 10
    with pytest.raises(ParserError, match=r"takes 10: set nlp\.max_length"):
        quoteattr.parse(TEXT, parser=SpacyParser(nlp))


def test_a_parser_with_our_component_in_it_does_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """The component in a pipeline that serves as a parser is passed over."""
    nlp = pipeline()
    monkeypatch.delattr(QuoteattrComponent, "__call__")  # whoever calls it now fails
    with pytest.raises(ValueError, match="E003"):
        nlp(TEXT)
    assert quoteattr.read(TEXT, parser=SpacyParser(nlp, roles=False)).quotes
