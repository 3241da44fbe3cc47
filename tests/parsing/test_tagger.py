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
    pytest.importorskip("onnxruntime")
    document, plain = TaggerParser().parse(TEXT, "en"), RuleParser().parse(TEXT, "en")
    assert (document.sentences, document.tokens, document.tags) == (plain.sentences, plain.tokens, plain.tags)
    assert "roles" in document.layers
    for roles in document.roles or ():
        assert all(0 <= span.start < span.end <= len(TEXT) for span in roles.content)
        assert all(0 <= share <= 1 for share in (roles.speech, roles.confidence, roles.content_confidence))


def test_the_tagger_finds_the_source_of_a_clause() -> None:
    """The network names who told the senate."""
    pytest.importorskip("onnxruntime")
    document = TaggerParser().parse(TEXT, "en")
    sources = [roles.source.of(TEXT) for roles in document.roles or () if roles.source]
    assert any("Mara Dovik" in source for source in sources)


def test_the_same_text_gives_the_same_roles() -> None:
    """Reading a text twice, and after another one, gives equal documents."""
    pytest.importorskip("onnxruntime")
    first = TaggerParser().parse(TEXT, "en")
    TaggerParser().parse("It rained.", "en")
    assert TaggerParser().parse(TEXT, "en") == first


def test_a_reading_with_roles_survives_the_round_trip() -> None:
    """A reading by the learned engine is equal to itself after `to_dict` and `from_dict`."""
    pytest.importorskip("onnxruntime")
    reading = quoteattr.read(TEXT, parser="learned")
    assert reading.document.roles
    assert quoteattr.Reading.from_dict(reading.to_dict()) == reading


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\0", "“", "said", "x" * 5000, "’s \u202e ﷺ 日本語" * 50])
def test_odd_text_is_read(text: str) -> None:
    """No text makes the tagger fail."""
    pytest.importorskip("onnxruntime")
    assert quoteattr.read(text, parser="learned").text == text


def test_a_language_that_the_network_does_not_know_has_no_roles() -> None:
    """Where the base parser finds another language, the layer is missing, and nothing is guessed."""

    class Other:
        name = "other"

        def parse(self, text: str, language: str) -> quoteattr.Document:
            return quoteattr.Document(text=text, language="xx")

    assert TaggerParser(base=Other()).parse(TEXT, "xx").roles is None


def test_a_missing_library_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the error names the line that installs it."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("quoteattr.parsing.roles"):
            raise ImportError("no numpy", name="numpy")
        return real(name, *rest, **more)

    for name in [module for module in sys.modules if module.startswith("quoteattr.parsing.roles")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ParserError, match=r"pip install 'quoteattr\[learned\]'"):
        TaggerParser().parse(TEXT, "en")


@pytest.mark.parametrize("content", [b"", b"no model" * 40])
def test_a_damaged_model_file_is_told_by_name(tmp_path: Path, content: bytes) -> None:
    """A file that is no model gives an error with its name and the remedy, and nothing from inside the runtime."""
    pytest.importorskip("onnxruntime")
    from quoteattr.parsing.roles.tagger import to_session

    file = tmp_path / "model.onnx"
    file.write_bytes(content)
    with pytest.raises(ParserError, match=r"model\.onnx is damaged .* install quoteattr again"):
        to_session(file)
