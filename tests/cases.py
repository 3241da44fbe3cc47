"""Loads cases: texts with the expected spans marked, by phenomenon, in `tests/cases/<language>/`.

A case is a line `== behaviour`, its text in the notation of `tests.marked`, and facts that no span can show, as
lines `-> fact: value`. Labels and facts carry the number of their quote (`content1`, `-> kind1: mixed`), none where
there is one quote; `content11` is a quote inside the quote of `content1`. All quotes of a text are marked: what is
found beyond them is an alarm. `{not:...}` marks what a reader might be tempted by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from tests.marked import Marks, parse

FOLDER = Path(__file__).parent / "cases"
KNOWN = "known_failures"
EDGES = " \n.,;:!?…–—-\"'“”‘’„‚«»‹›「」＂`"
"""What may stand at the edges of a span without making it another one."""
PARTS = ("content", "cue", "source")
_CASE = re.compile(r"^== ", re.MULTILINE)
_FACT = re.compile(r"^-> (?P<name>[a-z_]+?)(?P<number>\d*):(?P<value>.*)\n?", re.MULTILINE)

Piece = tuple[int, str]
Found = dict[str, tuple[Piece, ...]]


@frozen
class Case:
    """One case: the file it stands in, the behaviour it shows, its text, spans, and further facts."""

    phenomenon: str
    behaviour: str
    text: str
    marks: Marks
    facts: dict[tuple[str, str], str]

    @property
    def numbers(self) -> list[str]:
        """The numbers of the expected quotes, those inside others included."""
        return sorted({label.removeprefix("content") for label in self.marks if label.startswith("content")})

    def expected(self, number: str) -> Found:
        """Return the pieces of content, cue and source of one expected quote."""
        return {part: self._pieces(f"{part}{number}") for part in PARTS}

    def _pieces(self, label: str) -> tuple[Piece, ...]:
        return tuple(piece(self.text, start, end) for start, end in self.marks.get(label, ()))


def piece(text: str, start: int, end: int) -> Piece:
    """Return where a span begins and its words, without the marks and punctuation at its edges.

    >>> piece('"We won," she said', 0, 9)
    (1, 'We won')
    """
    words = text[start:end]
    return start + len(words) - len(words.lstrip(EDGES)), words.strip(EDGES)


def cases(language: str) -> Iterator[Case]:
    """Yield the cases of a language, file by file."""
    for path in sorted((FOLDER / language).glob("*.txt")):
        for section in _CASE.split(path.read_text(encoding="utf-8"))[1:]:
            behaviour, _, body = section.partition("\n")
            yield _case(path.stem, behaviour.strip(), body)


def _case(phenomenon: str, behaviour: str, body: str) -> Case:
    facts = {(match["name"], match["number"]): match["value"].strip() for match in _FACT.finditer(body)}
    uncommented = re.sub(r"^# .*\n", "", _FACT.sub("", body), flags=re.MULTILINE)
    text, marks = parse(uncommented.strip("\n"))
    return Case(phenomenon, behaviour, text, marks, facts)
