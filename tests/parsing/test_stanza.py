"""The parser by Stanza: every layer in places of the text, errors that say what is missing, nothing downloaded."""

from __future__ import annotations

import builtins
import json
import os
import pickle
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import quoteattr
from quoteattr.errors import InputError, ParserError
from quoteattr.model.documents import Dependency, Document, Entity, Tag
from quoteattr.model.spans import Span
from quoteattr.parsing.cleaning import CleanText, to_clean
from quoteattr.parsing.rules import find_paragraphs
from quoteattr.parsing.stanza import StanzaParser
from quoteattr.parsing.stanza_layers import to_document
from quoteattr.parsing.stanza_models import ModelSettings, pipeline_for
from quoteattr.parsing.stanza_running import LONGEST, run
from tests.micro_stanza import TEXTS

stanza = pytest.importorskip("stanza")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")
NEWS = f"{TEXTS[4]} {TEXTS[0]}\n\n{TEXTS[1]} {TEXTS[5]} {TEXTS[3]}"


@pytest.fixture(scope="module")
def parser(micro_stanza: Path) -> StanzaParser:
    """A parser on the models that this run trained, without the learned layer."""
    return StanzaParser(directory=micro_stanza, roles=False, threads=1)


def place(document: Document, word: str) -> int:
    """Return the number of a word's first token."""
    return document.words.index(word)


def test_every_layer_lands_in_the_document(parser: StanzaParser) -> None:
    """Sentences, tokens, tags, lemmas, dependencies and names are those of the pipeline, in places of the text."""
    document = parser.parse(NEWS, "en")
    assert [span.of(NEWS) for span in document.sentences] == [TEXTS[number] for number in (4, 0, 1, 5, 3)]
    assert document.tags
    assert document.lemmas
    assert document.dependencies
    said = place(document, "said")
    assert (document.tags[said], document.lemmas[said]) == (Tag.VERB, "say")
    assert document.dependencies[said] == Dependency(-1, "root")
    assert document.dependencies[place(document, "fell")] == Dependency(said, "ccomp")
    assert [(entity.span.of(NEWS), entity.kind) for entity in document.entities or ()] == [
        ("Ida Brandt", "PERSON"),
        ("Oskar Holm", "PERSON"),
        ("Radio Kelm", "ORG"),
        ("Velm", "GPE"),
    ]
    assert (document.clusters, document.roles) == (None, None)


def test_only_processors_that_are_named_run(micro_stanza: Path) -> None:
    """Without parser and recogniser the layers are missing, without tagger the tags are those of our rules."""
    parser = StanzaParser(directory=micro_stanza, processors="tokenize", roles=False)
    document = parser.parse(NEWS, "en")
    assert document.layers == ("paragraphs", "sentences", "tokens", "tags")
    assert quoteattr.read(NEWS, parser=parser).quotes


def test_roles_are_added_for_a_language_that_the_network_knows(micro_stanza: Path) -> None:
    """The learned layer stands beside Stanza's, unless it is not wanted."""
    document = StanzaParser(directory=micro_stanza).parse(NEWS, "en")
    assert document.roles is not None
    assert (document.parser, document.issues) == ("stanza", ())


def test_a_batch_gives_what_single_texts_give(parser: StanzaParser) -> None:
    """Many texts are read lazily and in order, each as it is read alone, the empty one too."""
    texts = [NEWS, "", TEXTS[6], f"{TEXTS[2]}\n{TEXTS[7]}"] * 9
    assert list(parser.parse_many(iter(texts), "en")) == [parser.parse(text, "en") for text in texts]


def test_a_pipeline_of_the_callers_is_used(micro_stanza: Path) -> None:
    """A pipeline that is passed in does the work; it has to be one for the text's language."""
    given = pipeline_for(ModelSettings(language="en", directory=str(micro_stanza)))
    parser = StanzaParser(pipeline=given, roles=False)
    assert parser.parse(NEWS, "en") == StanzaParser(directory=micro_stanza, roles=False).parse(NEWS, "en")
    with pytest.raises(ParserError, match="'en', the text is in 'de'"):
        parser.parse(NEWS, "de")


def test_models_are_loaded_once(micro_stanza: Path) -> None:
    """Parsers with the same settings share one pipeline in a process."""
    settings = ModelSettings(language="en", directory=str(micro_stanza))
    assert pipeline_for(settings) is pipeline_for(ModelSettings(language="en", directory=str(micro_stanza)))


def test_a_parser_made_from_settings_can_be_pickled(parser: StanzaParser) -> None:
    """It comes back equal and works; one with a pipeline says what to do instead."""
    again = pickle.loads(pickle.dumps(parser))
    assert again == parser
    assert again.parse(TEXTS[6], "en") == parser.parse(TEXTS[6], "en")
    with pytest.raises(ParserError, match=r"StanzaParser\(directory="):
        pickle.dumps(StanzaParser(pipeline=object()))


def test_nothing_is_printed(micro_stanza: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Loading and reading leave the terminal alone."""
    pipeline_for.__globals__["_pipeline"].cache_clear()
    StanzaParser(directory=micro_stanza, roles=False).parse(NEWS, "en")
    assert capfd.readouterr() == ("", "")


ODD = (
    "",
    " \n ",
    "\0",
    "\ud800 said \udfff.",
    "x" * 3000,
    "a/" * 900,
    "&#8220;No&#8221; &amp; &zz; &#0;",
    "“\u200b”\ufeff",
    "ﷺ 日本語 👩‍👩‍👧",
)


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_odd_text_is_parsed(parser: StanzaParser, text: str) -> None:
    """Whatever the text is, tokens slice it in order, sentences hold each token once, and layers run parallel."""
    document = parser.parse(text, "en")
    assert document.text == text
    for token, following in zip(document.tokens, document.tokens[1:], strict=False):
        assert token.end <= following.start
    for token in document.tokens:
        assert token.of(text).strip() == token.of(text) != ""
        assert sum(token in sentence for sentence in document.sentences) == 1
    assert len(document.tokens) == len(document.tags or ()) == len(document.lemmas or ())


def test_a_line_end_parts_sentences(parser: StanzaParser) -> None:
    """A headline without a full stop is a sentence of its own."""
    text = "Nobody drowned\nThe ferry sank on Monday."
    assert [span.of(text) for span in parser.parse(text, "en").sentences] == text.split("\n")


def test_a_sentence_too_long_is_cut(parser: StanzaParser) -> None:
    """A table without full stops is parsed in pieces, so that memory stays within bounds."""
    text = "the bridge fell, " * 300
    document = parser.parse(text, "en")
    assert len(document.tokens) > 5 * LONGEST
    assert max(sum(token in sentence for token in document.tokens) for sentence in document.sentences) <= LONGEST
    assert document.text[document.sentences[0].end - 1] == ","


WORKERS = """
import sys
import quoteattr
if __name__ == "__main__":
    parser = quoteattr.StanzaParser(directory=sys.argv[1], threads=2, roles=False)
    reader = quoteattr.Reader(parser=parser)
    texts = [sys.argv[2]] * 4
    assert list(reader.read_many(texts, workers=2)) == [reader.read(text) for text in texts]
    assert list(reader.read_many(texts, workers=2)) == [reader.read(text) for text in texts]
"""


def test_workers_read_what_one_process_reads(micro_stanza: Path, tmp_path: Path) -> None:
    """Several processes read alike, before this one has loaded the models and after, and none waits for ever."""
    script = tmp_path / "workers.py"
    script.write_text(WORKERS, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(quoteattr.__file__).parents[1])}
    command = [sys.executable, "-W", "ignore", str(script), str(micro_stanza), NEWS]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=240)
    assert ended.returncode == 0, ended.stderr


# Documents of Stanza's, made by hand


def handmade(text: str, *sentences: list[dict[str, Any]]) -> Any:
    """Return a document of Stanza's."""
    return stanza.Document(list(sentences), text=text)


def converted(parsed: Any, text: str) -> Document:
    """Return our document of one of Stanza's."""
    return to_document(
        parsed, text=text, clean=CleanText.same(text), language="en", parser="stanza", paragraphs=find_paragraphs(text)
    )


def word(number: int, text: str, start: int | None, head: int = 0, upos: str = "NOUN") -> dict[str, Any]:
    """Return a word as Stanza writes it."""
    place = {} if start is None else {"start_char": start, "end_char": start + len(text)}
    return {"id": number, "text": text, "upos": upos, "lemma": text, "head": head, "deprel": "dep", **place}


def test_words_of_a_token_have_their_own_places() -> None:
    """ "can't" is one token of Stanza's and two of ours, as each word spells its part."""
    text = "We can't"
    whole = {"id": (2, 3), "text": "can't", "start_char": 3, "end_char": 8}
    parsed = handmade(text, [word(1, "We", 0), whole, word(2, "ca", 3, 1), word(3, "n't", 5, 2)])
    document = converted(parsed, text)
    assert document.words == ("We", "ca", "n't")
    assert document.dependencies == (Dependency(-1, "dep"), Dependency(0, "dep"), Dependency(1, "dep"))


def test_words_without_places_stay_one_token() -> None:
    """ "du" stands for two words that do not spell it: it is one token, with the layers of its head."""
    text = "du parc"
    whole = {"id": (1, 2), "text": "du", "start_char": 0, "end_char": 2}
    parsed = handmade(text, [whole, word(1, "de", None, 3, "ADP"), word(2, "le", None, 1, "DET"), word(3, "parc", 3)])
    document = converted(parsed, text)
    assert document.words == ("du", "parc")
    assert document.tags == (Tag.ADP, Tag.NOUN)
    assert document.dependencies == (Dependency(1, "dep"), Dependency(-1, "dep"))


def test_a_name_has_no_clitic() -> None:
    """ "Ida Obi's" is named as "Ida Obi"."""
    text = "Ida Obi's hat"
    whole = {"id": (2, 3), "text": "Obi's", "start_char": 4, "end_char": 9, "ner": "E-PERSON"}
    first, last = word(1, "Ida", 0) | {"ner": "B-PERSON"}, word(4, "hat", 10) | {"ner": "O"}
    parsed = handmade(text, [first, whole, word(2, "Obi", 4), word(3, "'s", 7), last])
    parsed.build_ents()
    assert converted(parsed, text).entities == (Entity(Span(0, 7), "PERSON"),)


def test_chains_are_clusters() -> None:
    """The mentions of one party are spans in the order of the text; one that is mentioned once is no cluster."""
    from stanza.models.coref.coref_chain import CorefChain, CorefMention

    text = "Obi left. She ran."
    parsed = handmade(text, [word(1, "Obi", 0), word(2, "left.", 4, 1)], [word(1, "She", 10), word(2, "ran.", 14, 1)])
    dropped = CorefMention(1, (1, 1), (1, 1))
    parsed.sentences[1]._empty_words = [parsed.sentences[1].words[0]]
    mentions = [CorefMention(1, 0, 1), CorefMention(0, 0, 1)]
    parsed.coref = [CorefChain(0, [*mentions, dropped], "Obi", 1), CorefChain(1, mentions[:1], "She", 0)]
    assert converted(parsed, text).clusters == ((Span(0, 3), Span(10, 13)),)


def test_coreference_takes_one_text_at_a_time() -> None:
    """In bulk it would take all texts for one; the other steps of a pipeline are run in bulk."""

    class Pipeline:
        processors = dict.fromkeys(("tokenize", "pos", "coref"))
        calls: list[Any] = []  # noqa: RUF012

        def bulk_process(self, texts: list[Any], processors: list[str]) -> list[Any]:
            self.calls.append((len(texts), processors))
            return [handmade(str(text)) for text in texts]

        def __call__(self, document: Any, processors: list[str]) -> Any:
            self.calls.append((document.text, processors))
            return document

    pipeline = Pipeline()
    assert len(list(run(pipeline, ["a", "b"]))) == 2
    assert pipeline.calls == [(2, ["tokenize"]), ("a", ["pos", "coref"]), ("b", ["pos", "coref"])]


# Errors


def without(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a library one that is not installed."""
    real = builtins.__import__

    def refuse(module: str, *rest: Any, **more: Any) -> Any:
        if module.partition(".")[0] in (name, "stanza"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(module, *rest, **more)

    monkeypatch.delitem(sys.modules, "stanza")
    monkeypatch.setattr(builtins, "__import__", refuse)


@pytest.mark.parametrize("name", ["stanza", "torch"])
def test_a_missing_library_says_how_to_get_it(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without Stanza, or without the framework under it, the error names it and the line that installs both."""
    without(name, monkeypatch)
    with pytest.raises(ParserError, match=rf"needs {name}: pip install 'quoteattr\[stanza\]'"):
        StanzaParser(directory=tmp_path).parse("He left.", "en")


@pytest.fixture
def models(micro_stanza: Path, tmp_path: Path) -> Path:
    """A copy of the models that a test may damage."""
    return Path(shutil.copytree(micro_stanza, tmp_path / "models"))


def told(models: Path, language: str = "en", **settings: Any) -> str:
    """Return what the error says when a text is to be parsed."""
    with pytest.raises(ParserError) as caught:
        StanzaParser(directory=models, roles=False, **settings).parse("He left.", language)
    return str(caught.value)


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which asking for the network fails a test."""

    def refuse(*args: Any, **more: Any) -> Any:
        raise AssertionError("the network was asked for")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.mark.usefixtures("offline")
def test_offline_models_on_disk_suffice_and_their_absence_is_told(models: Path, tmp_path: Path) -> None:
    """The network is asked neither where the models are there nor where they are not."""
    assert StanzaParser(directory=models, roles=False).parse(TEXTS[6], "en").tokens
    nowhere = tmp_path / "nowhere"
    assert "downloads nothing" in told(nowhere)


def test_a_folder_without_models_is_told(tmp_path: Path) -> None:
    """The error says where models were looked for and has the line that gets them."""
    message = told(tmp_path, processors="tokenize,pos")
    assert f"no models of Stanza in {tmp_path}" in message
    assert f"""stanza.download("en", model_dir={str(tmp_path)!r}, processors='tokenize,pos')""" in message


def test_a_missing_model_is_told_by_name(models: Path) -> None:
    """The error says which model is missing, where it was looked for, and how to get it."""
    file = models / "en" / "pos" / "micro.pt"
    file.unlink()
    message = told(models)
    assert f"model 'pos' for 'en' is not there: looked for {file}" in message
    assert 'stanza.download("en"' in message


@pytest.mark.parametrize(
    "damage", [lambda file: b"", lambda file: b"no model" * 99, lambda file: file.read_bytes()[:999]]
)
@pytest.mark.parametrize("name", ["tokenize", "lemma", "ner"])
def test_a_damaged_model_file_is_told_by_name(models: Path, name: str, damage: Callable[[Path], bytes]) -> None:
    """A file that is empty, no model, or half of one is named, and nothing from inside the framework is shown."""
    file = models / "en" / name / "micro.pt"
    file.write_bytes(damage(file))
    assert told(models).startswith(f"{file} is damaged")


def test_a_model_of_another_kind_is_told(models: Path) -> None:
    """A file that holds some other model is damaged, too."""
    shutil.copy(models / "en" / "lemma" / "micro.pt", models / "en" / "pos" / "micro.pt")
    assert "is damaged" in told(models)


def test_a_damaged_listing_is_told(models: Path) -> None:
    """The list of the models may be damaged, too."""
    (models / "resources.json").write_text("{", encoding="utf-8")
    assert f"{models / 'resources.json'} is damaged" in told(models)


def test_a_language_without_models_is_told(models: Path) -> None:
    """The error names the language, those that there are, and how to get it."""
    message = told(models, language="fi")
    assert "no models of Stanza for 'fi'; it lists: en" in message
    assert 'stanza.download("fi"' in message


@pytest.mark.parametrize("processors", ["tokenize,mwt", "tokenize,coref", "pos"])
def test_a_processor_that_the_language_has_not_is_told(models: Path, processors: str) -> None:
    """The error lists what the language has."""
    assert "it lists depparse, lemma, ner, pos, tokenize" in told(models, processors=processors)


@pytest.mark.parametrize("processors", ["tokenize,oracle", "tokenize,depparse"])
def test_processors_that_do_not_work_together_are_told(models: Path, processors: str) -> None:
    """A processor that Stanza does not know, or that lacks another, is an error in one line."""
    message = told(models, processors=processors)
    assert message.startswith("Stanza cannot run the processors tokenize, ")
    assert "\n" not in message


def test_processors_are_names() -> None:
    """What is no list of names is told before anything is loaded."""
    with pytest.raises(InputError, match="not int"):
        StanzaParser(processors=3)


def test_an_alias_of_a_language_is_that_language(models: Path) -> None:
    """A code that Stanza lists as another name finds the models."""
    assert json.loads((models / "resources.json").read_text(encoding="utf-8"))["english"] == {"alias": "en"}
    assert StanzaParser(directory=models, roles=False).parse(TEXTS[6], "english").tokens


def test_a_clean_text_knows_its_places() -> None:
    """Entities are read as their character and broken characters as unknown ones, each with its place in the text."""
    text = "A &#8220;b\ud800&#8221;\n&nope;c"
    clean = to_clean(text, find_paragraphs(text))
    assert clean.text == "A “b\ufffd”\n\n&nope;c"
    assert clean.span(2, 3).of(text) == "&#8220;"
    assert clean.span(4, 6).of(text) == "\ud800&#8221;"
    assert clean.span(len(clean.text) - 1, len(clean.text)).of(text) == "c"


# The small real models


def test_real_models_read_news(small_stanza: Path) -> None:
    """Contractions come apart, names lose their clitic, and quotes have their speakers."""
    text = "“We can't stay,” said Ms. Ida Brandt's son.\n\nMinister Oskar Holm said that the bridge would open in May."
    parser = StanzaParser(directory=small_stanza, threads=1)
    document = parser.parse(text, "en")
    assert "n't" in document.words
    assert all(not entity.span.of(text).endswith("'s") for entity in document.entities or ())
    reading = quoteattr.read(text, parser=parser)
    assert "Oskar Holm" in [quote.speaker.name for quote in reading.quotes if quote.speaker]
