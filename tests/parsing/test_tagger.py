"""The learned parser: the rules' layers and the roles, or a clear error."""

from __future__ import annotations

import builtins
import sys
from pathlib import Path
from typing import Any

import pytest

import quoteattr
from quoteattr.errors import ParserError
from quoteattr.parsing.rules import RuleParser
from quoteattr.parsing.tagger import TaggerParser

TEXT = (
    "Orvania has vowed to appeal against the fine. The lorries would be stopped at the border, Minister Mara Dovik "
    "told the senate, and critics of the plan accused her of looking for a quarrel."
)


def test_roles_are_one_more_layer() -> None:
    """The other layers are those of the rules, and every role lies in the text."""
    document, plain = TaggerParser().parse(TEXT, "en"), RuleParser().parse(TEXT, "en")
    assert (document.sentences, document.tokens, document.tags) == (plain.sentences, plain.tokens, plain.tags)
    assert "roles" in document.layers
    for roles in document.roles or ():
        assert all(0 <= span.start < span.end <= len(TEXT) for span in roles.content)
        assert all(0 <= share <= 1 for share in (roles.speech, roles.confidence, roles.content_confidence))


def test_the_tagger_finds_the_source_of_a_clause() -> None:
    """The network names who told the senate."""
    document = TaggerParser().parse(TEXT, "en")
    sources = [roles.source.of(TEXT) for roles in document.roles or () if roles.source]
    assert any("Mara Dovik" in source for source in sources)


def test_the_same_text_gives_the_same_roles() -> None:
    """Reading a text twice, and after another one, gives equal documents."""
    first = TaggerParser().parse(TEXT, "en")
    TaggerParser().parse("It rained.", "en")
    assert TaggerParser().parse(TEXT, "en") == first


def test_a_reading_with_roles_survives_the_round_trip() -> None:
    """A reading by the learned engine is equal to itself after `to_dict` and `from_dict`."""
    reading = quoteattr.read(TEXT, parser="learned")
    assert reading.document.roles
    assert quoteattr.Reading.from_dict(reading.to_dict()) == reading


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\0", "“", "said", "x" * 5000, "’s \u202e ﷺ 日本語" * 50])
def test_odd_text_is_read(text: str) -> None:
    """No text makes the tagger fail."""
    assert quoteattr.read(text, parser="learned").text == text


def test_a_language_that_the_network_does_not_know_has_no_roles() -> None:
    """Where the base parser finds another language, the layer is missing, an issue says so, and nothing is guessed."""

    class Other:
        name = "other"

        def parse(self, text: str, language: str) -> quoteattr.Document:
            return quoteattr.Document(text=text, language="xx")

    document = TaggerParser(base=Other()).parse(TEXT, "xx")
    assert (document.roles, document.vectors) == (None, None)
    assert [issue.kind.value for issue in document.issues] == ["unknown-language"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Ministerin sagte gestern im Rathaus, dass die alte Brücke im Mai wieder geöffnet werde, wenn "
        "das Wetter es zulasse und alle Arbeiten rechtzeitig fertig würden.",
        "La ministre a déclaré hier que le vieux pont rouvrirait en mai si le temps le permettait et si les travaux "
        "étaient terminés avant la fin du mois prochain, comme prévu.",
        "Мэр сказала, что мост откроется.",
    ],
)
def test_a_text_in_another_language_is_told(text: str) -> None:
    """A text whose words are not English is read by rules alone, and the reading says so."""
    reading = quoteattr.read(text)
    assert reading.document.roles is None
    assert "rules alone" in next(issue.explain() for issue in reading.issues if issue.kind == "unknown-language")


def test_news_in_capitals_and_a_list_are_still_english() -> None:
    """Names and figures do not make a text foreign."""
    text = (
        "Results: Obi 12, Brandt 9, Holm 7, Lind 4. " * 3
        + "The vote was close, and the mayor said that it would be counted again."
    )
    assert quoteattr.read(text).document.roles is not None


def test_words_have_vectors_that_tell_them_apart() -> None:
    """Each word has a vector and no mark has one; words for one thing are closer than those for two."""
    text = "The bridge was closed. The crossing was shut. A singer won."
    document = TaggerParser().parse(text, "en")
    vectors = document.vectors
    assert vectors is not None
    assert [span.of(text) for span in vectors.spans] == text.replace(".", "").split()
    rows = dict(zip((span.of(text) for span in vectors.spans), _rows(vectors), strict=True))

    def alike(one: str, other: str) -> float:
        lengths = [sum(value * value for value in rows[word]) ** 0.5 for word in (one, other)]
        return sum(a * b for a, b in zip(rows[one], rows[other], strict=True)) / (lengths[0] * lengths[1])

    assert alike("bridge", "crossing") > alike("bridge", "singer")
    assert alike("closed", "shut") > alike("closed", "won")


def _rows(vectors: quoteattr.Vectors) -> list[list[int]]:
    rows = [vectors.values[at : at + vectors.width] for at in range(0, len(vectors.values), vectors.width)]
    return [[byte - 256 if byte > 127 else byte for byte in row] for row in rows]


def test_a_missing_library_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a broken installation the error names the line that mends it."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("quoteattr.parsing.roles"):
            raise ImportError("no numpy", name="numpy")
        return real(name, *rest, **more)

    for name in [module for module in sys.modules if module.startswith("quoteattr.parsing.roles")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ParserError, match="numpy is missing: pip install numpy"):
        TaggerParser().parse(TEXT, "en")


@pytest.mark.parametrize("content", [b"", b"no model" * 40])
def test_a_damaged_model_file_is_told_by_name(tmp_path: Path, content: bytes) -> None:
    """A file that is no model gives an error with its name and the remedy, and nothing from inside the runtime."""
    from quoteattr.parsing.roles.tagger import to_session

    file = tmp_path / "model.onnx"
    file.write_bytes(content)
    with pytest.raises(ParserError, match=r"model\.onnx is damaged .* install quoteattr again"):
        to_session(file)
