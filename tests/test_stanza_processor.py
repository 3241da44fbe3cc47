"""The Stanza processor, and Stanza documents read as ours: documents made by hand, and a tokenizer by our rules."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import quoteattr
from quoteattr.errors import InputError, LanguageError
from quoteattr.model.documents import Dependency, Entity, Tag
from quoteattr.model.spans import Span
from quoteattr.parsing.rules import RuleParser
from quoteattr.parsing.stanza import StanzaParser
from tests.micro_stanza import TEXTS

stanza = pytest.importorskip("stanza")
from stanza.pipeline.processor import (  # noqa: E402
    PROCESSOR_VARIANTS,
    ProcessorVariant,
    register_processor_variant,
)

import quoteattr.stanza  # noqa: E402
from quoteattr.stanza import document_of, read  # noqa: E402

TEXT = (
    "“The pier will stay,” said Ilse Marrow, the harbour master.\n\n"
    "Quay Post, citing the port authority, reported that  six ferries had stopped. She said the “repairs” had begun."
)


class RuleTokenizer(ProcessorVariant):  # type: ignore[misc]
    """Stanza's tokenizer replaced by our rules, so that a pipeline runs with no model."""

    OVERRIDE = True

    def __init__(self, config: Any) -> None:
        pass

    def process(self, document: Any) -> Any:
        """Return the Stanza document of a text or of a document that has only its text."""
        text = document if isinstance(document, str) else document.text
        parsed, sentences = RuleParser().parse(text, "en"), []
        for sentence in parsed.sentences:
            inside = [token for token in parsed.tokens if token in sentence]
            sentences.append(
                [
                    {"id": at, "text": token.of(text), "start_char": token.start, "end_char": token.end}
                    for at, token in enumerate(inside, 1)
                ]
            )
        return stanza.Document(sentences, text=text)


@pytest.fixture(autouse=True)
def _tokenizer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Register the tokenizer for the time of a test."""
    monkeypatch.setitem(PROCESSOR_VARIANTS["tokenize"], "quoteattr_rules", None)
    register_processor_variant("tokenize", "quoteattr_rules")(RuleTokenizer)


@pytest.fixture
def pipeline(tmp_path: Path) -> Any:
    """Make pipelines of that tokenizer and our processor, which uses the rules alone unless it is told to."""
    stub = {"lang_name": "English", "packages": {"default": {}}, "tokenize": {}}
    (tmp_path / "resources.json").write_text(json.dumps({"en": stub, "fi": stub}), encoding="utf-8")

    def build(language: str = "en", **options: Any) -> Any:
        return stanza.Pipeline(
            language,
            dir=str(tmp_path),
            download_method=None,
            use_gpu=False,
            verbose=False,
            processors={"tokenize": "quoteattr_rules", "quoteattr": "default"},
            package=None,
            **{"quoteattr_roles": False} | options,
        )

    return build


def parsed() -> Any:
    """Return a document whose layers are set by hand, a multi-word token among them."""
    words: list[dict[str, Any]] = [
        {"id": 1, "text": "Ilse", "upos": "PROPN", "head": 4, "deprel": "nsubj", "start_char": 0, "end_char": 4},
        {"id": (2, 3), "text": "didn't", "start_char": 5, "end_char": 11},
        {"id": 2, "text": "did", "upos": "AUX", "head": 4, "deprel": "aux", "start_char": 5, "end_char": 8},
        {"id": 3, "text": "n't", "upos": "PART", "head": 4, "deprel": "advmod", "start_char": 8, "end_char": 11},
        {"id": 4, "text": "go", "upos": "VERB", "head": 0, "deprel": "root", "start_char": 12, "end_char": 14},
    ]
    for word, lemma in zip((words[0], *words[2:]), ("Ilse", "do", "not", "go"), strict=True):
        word["lemma"] = lemma
    for token, name in zip((words[0], words[1], words[4]), ("S-PERSON", "O", "O"), strict=True):
        token["ner"] = name
    return stanza.Document([words], text="Ilse didn't go")


def test_the_reading_stands_on_the_document(pipeline: Any) -> None:
    """A pipeline with the processor puts on its document the reading that the library gives."""
    found, wanted = pipeline()(TEXT).quoteattr, quoteattr.read(TEXT, parser="rules")
    assert isinstance(found, quoteattr.Reading)
    assert [(q.kind, q.content, q.cue, q.source, q.speaker and q.speaker.name) for q in found.quotes] == [
        (q.kind, q.content, q.cue, q.source, q.speaker and q.speaker.name) for q in wanted.quotes
    ]
    assert len(found.quotes) == 3


def test_bulk_gives_each_document_its_own(pipeline: Any) -> None:
    """In bulk and in a stream each document gets the reading that it gets alone, an empty one too."""
    nlp, texts = pipeline(), [TEXT, "", "“No,” said Ilse Marrow.", TEXT]
    alone = [nlp(text).quoteattr for text in texts]
    assert [document.quoteattr for document in nlp.bulk_process(texts)] == alone
    assert [document.quoteattr for document in nlp.stream(iter(texts), batch_size=3)] == alone


def test_options_come_from_the_pipeline(pipeline: Any) -> None:
    """`quoteattr_indirect=False` leaves out speech without marks, `quoteattr_roles=True` adds the learned layers."""
    whole, direct = pipeline()(TEXT).quoteattr, pipeline(quoteattr_indirect=False)(TEXT).quoteattr
    assert [quote for quote in whole.quotes if quote.kind != "indirect"] == list(direct.quotes)
    assert len(direct.quotes) < len(whole.quotes)
    assert whole.document.roles is None
    assert pipeline(quoteattr_roles=True)(TEXT).quoteattr.document.roles


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"quoteattr_role": True}, "no option quoteattr_role; it has: quoteattr_indirect, quoteattr_least_confidence"),
        ({"quoteattr_roles": "yes"}, "roles is True or False"),
        ({"quoteattr_least_confidence": 7.0}, "least_confidence is a share"),
    ],
)
def test_wrong_options_are_told_when_the_pipeline_is_built(pipeline: Any, options: Any, told: str) -> None:
    """An option that does not exist, or a wrong value, is an error before any text is read."""
    with pytest.raises(InputError, match=told):
        pipeline(**options)


def test_a_language_without_data_is_told_when_the_pipeline_is_built(pipeline: Any) -> None:
    """A pipeline in a language that we have no data for raises `LanguageError`."""
    with pytest.raises(LanguageError, match="'fi'"):
        pipeline("fi")


def test_the_processor_needs_a_tokenizer(pipeline: Any, tmp_path: Path) -> None:
    """Stanza refuses a pipeline with our processor alone, as it does for its own."""
    pipeline()
    with pytest.raises(stanza.pipeline.core.PipelineRequirementsException, match="tokenize"):
        stanza.Pipeline(
            "en", dir=str(tmp_path), download_method=None, use_gpu=False, verbose=False,
            processors={"quoteattr": "default"}, package=None,
        )  # fmt: skip


def test_the_document_can_be_pickled(pipeline: Any) -> None:
    """A document with a reading on it pickles, so it can be sent to another process."""
    document = pipeline()(TEXT)
    assert pickle.loads(pickle.dumps(document)).quoteattr == document.quoteattr


def test_every_layer_lands_in_the_document() -> None:
    """The words of a multi-word token are tokens; tags, lemmas, heads and names come over."""
    document = document_of(parsed())
    assert document.words == ("Ilse", "did", "n't", "go")
    assert document.tags == (Tag.PROPN, Tag.AUX, Tag.PART, Tag.VERB)
    assert document.lemmas == ("Ilse", "do", "not", "go")
    assert document.dependencies == (
        Dependency(3, "nsubj"),
        Dependency(3, "aux"),
        Dependency(3, "advmod"),
        Dependency(-1, "root"),
    )
    assert document.entities == (Entity(Span(0, 4), "PERSON"),)
    assert (document.clusters, document.parser) == (None, "stanza")


def test_a_parsed_document_is_read_with_its_outlet() -> None:
    """`read` takes a Stanza document and keeps what is known of its article."""
    reading = read(parsed(), outlet="Quay Post", published="2031-05-02", roles=False)
    assert (reading.article.outlet, reading.article.published) == ("Quay Post", "2031-05-02")
    assert reading.document == document_of(parsed())


def test_a_document_without_a_text_is_told() -> None:
    """A document that does not know its text, or where its words stand, cannot be read: offsets would be made up."""
    words = [{"id": 1, "text": "Rain", "start_char": 0, "end_char": 4}]
    placeless = stanza.Document([[{"id": 1, "text": "Rain"}]], text="Rain")
    for document in (stanza.Document([words]), placeless):
        with pytest.raises(InputError, match="does not know its text or where its tokens stand"):
            read(document)
    with pytest.raises(InputError, match="takes a Stanza Document, not str"):
        read("Rain")


@pytest.mark.parametrize("models", ["micro_stanza", "small_stanza"])
def test_real_models_give_what_the_parser_gives(models: str, request: pytest.FixtureRequest) -> None:
    """With models, the processor's reading is that of `StanzaParser` over the same pipeline, every layer in it."""
    nlp = stanza.Pipeline(
        "en",
        dir=str(request.getfixturevalue(models)),
        download_method=None,
        use_gpu=False,
        verbose=False,
        processors="tokenize,pos,lemma,depparse,ner,quoteattr",
    )
    text = " ".join(TEXTS)
    reading = nlp(text).quoteattr
    assert reading == quoteattr.read(text, parser=StanzaParser(pipeline=nlp))
    assert {"tags", "lemmas", "dependencies", "entities", "roles"} <= set(reading.document.layers)
    assert reading.quotes
