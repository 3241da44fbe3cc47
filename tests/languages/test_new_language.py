"""A new language is a folder of data: no code knows its name."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quoteattr.languages import load

PACKAGE = Path(__file__).parents[2] / "quoteattr"
MARKS = """
mark = [
    { form = "«", family = "guillemet", direction = 1 },
    { form = "»", family = "guillemet", direction = -1 },
]
"""
CUES = """
[[verb]]
lemma = "dikar"
forms = "dikar dikas diko diket dikande"
class = "say"
frames = ["quote", "clause"]
example = "{source:La ministo} {cue:diko} {content:la ponto cade}."

[[verb]]
lemma = "promesar"
forms = "promesar promesas promeso promeset promesande"
class = "promise"
frames = ["to"]
example = "{source:La ministo} {cue:promeso} {content:por riparar la ponto}."

[[verb]]
lemma = "akuzar"
forms = "akuzar akuzas akuzo akuzet akuzande"
class = "judge"
frames = ["of"]
example = "{source:La ministo} {cue:akuzo} {content:la polico pri furto}."

[[phrase]]
text = "sekun"
order = "after"
example = "{cue:Sekun} {source:la polico}, {content:la ponto cade}."
"""
WORDS = """
determiners = ["la", "un"]
auxiliaries = ["esas"]
adpositions = ["en", "de"]
"""
NOUNS = 'person = ["ministo"]\norganization = ["polico"]\n'
PRONOUNS = """
[[pronoun]]
form = "ela"
person = 3
number = "singular"
gender = "feminine"
case = "subject"
"""
TEXT = "«La ponto cade», diko Ana Pelu en Velmo. Ela diko la ponto esas vieja. Sekun la polico, nula moro."
GRAMMAR = """
complementisers = ["ke"]
infinitive_marks = ["por"]
of_openers = ["pri"]
"""
RULES = [
    ("Ela diko ke la ponto esas vieja.", "la ponto esas vieja"),
    ("Ela promeso por riparar la ponto.", "por riparar la ponto"),
    ("Ela akuzo la polico pri furto.", "la polico pri furto"),
]
READ = """
import json, sys
import quoteattr
reading = quoteattr.read(sys.argv[1], language="qx", parser="rules")
print(json.dumps([[quote.content.text, quote.cue.text, quote.source.text] for quote in reading.quotes]))
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package, without the learned model, beside which nothing of ours can be imported."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "quoteattr", ignore=shutil.ignore_patterns("*.onnx", "*.pyc")))


def quotes_of(text: str, package: Path) -> Any:
    """Return content, cue and source of each quote that the copied package finds."""
    command = [sys.executable, "-c", READ, text]
    ended = subprocess.run(command, cwd=package.parent, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def test_a_folder_of_marks_gives_quotations(package: Path) -> None:
    """Marks alone are enough for what is plainly quoted, without its source."""
    folder = package / "languages" / "qx"
    folder.mkdir()
    (folder / "quote_marks.toml").write_text(MARKS, encoding="utf-8")
    assert quotes_of("«La ponto cade.»", package) == [["La ponto cade.", "", ""]]


def test_a_folder_with_cues_gives_sources_and_reports(package: Path) -> None:
    """With its cues and small words, a language has sources, reports without marks, and phrases that report."""
    folder = package / "languages" / "qx"
    folder.mkdir()
    files = {"quote_marks": MARKS, "cues": CUES, "words": WORDS, "nouns": NOUNS, "pronouns": PRONOUNS}
    for name, content in files.items():
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    assert quotes_of(TEXT, package) == [
        ["La ponto cade", "diko", "Ana Pelu"],
        ["la ponto esas vieja", "diko", "Ela"],
        ["nula moro", "Sekun", "la polico"],
    ]


@pytest.mark.parametrize(("sentence", "content"), RULES)
def test_a_word_that_a_rule_asks_for_is_in_the_folder(sentence: str, content: str, package: Path) -> None:
    """What opens a clause, an infinitive or an object is the language's: without its lists the rule finds nothing."""
    folder = package / "languages" / "qx"
    folder.mkdir()
    files = {"quote_marks": MARKS, "cues": CUES, "words": WORDS, "nouns": NOUNS, "pronouns": PRONOUNS}
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    assert [found[0] for found in quotes_of(sentence, package)] != [content]
    (folder / "grammar.toml").write_text(GRAMMAR, encoding="utf-8")
    assert [found[0] for found in quotes_of(sentence, package)] == [content]


STAGES = ("alignment", "attribution", "comparison", "grammar", "quotation", "speakers", "statements")
SMALL_WORDS = ("adpositions", "auxiliaries", "coordinators", "determiners", "relatives", "subordinators", "wh")


def compared_words(path: Path) -> Iterator[str]:
    """Yield the strings that a file compares words with; a field of a value, as `bound`, holds no word of a text."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare) and not isinstance(node.left, ast.Attribute):
            yield from strings_in(node.comparators)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "frozenset":
            yield from strings_in(node.args)


def strings_in(sides: list[ast.expr]) -> Iterator[str]:
    """Yield the strings that stand there, alone or in a tuple, list or set."""
    for side in sides:
        if isinstance(side, ast.Tuple | ast.List | ast.Set):
            yield from strings_in(side.elts)
        elif isinstance(side, ast.Constant) and isinstance(side.value, str):
            yield side.value


@pytest.mark.parametrize("stage", STAGES)
def test_no_rule_compares_with_a_small_word_of_english(stage: str) -> None:
    """A rule that needs "that" or "of" asks the language for its word."""
    english = load("en")
    small = frozenset().union(*map(english.word_class, SMALL_WORDS), english.pronouns)
    found = {(path.name, word) for path in (PACKAGE / stage).glob("*.py") for word in compared_words(path)}
    assert {(name, word) for name, word in found if word in small} == set()
