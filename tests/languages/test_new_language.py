"""A new language is a folder of data: no code knows its name."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

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
