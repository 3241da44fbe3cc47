"""Read `matters/`: invented events, each a list of matters as four outlets tell them, and set them as articles.

A file has a title and blocks of four lines: one matter in the words of four outlets, "-" where one does not tell it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import attrs

MATTERS = Path(__file__).resolve().parents[1] / "matters"
OUTLETS = 4
UNTOLD = frozenset(("-", ""))
ENDS = ".!?\"”’'"
PARAGRAPHS = 0.4
"""Share of lines behind which a paragraph ends."""


@attrs.frozen
class Telling:
    """The article of one outlet: its text, and of each statement the span and the number of the matter."""

    text: str
    statements: tuple[tuple[int, int, int], ...]


def read_matters(path: Path) -> list[Telling]:
    """Return the articles of one event, each outlet telling the matters in an order of its own."""
    blocks = [block.splitlines() for block in path.read_text(encoding="utf-8").strip().split("\n\n")]
    told = [lines for block in blocks if len(lines := [line for line in block if not line.startswith("#")]) == OUTLETS]
    chance = random.Random(path.name)
    return [telling([lines[outlet].strip() for lines in told], chance) for outlet in range(OUTLETS)]


def telling(lines: Sequence[str], chance: random.Random) -> Telling:
    """Set the lines of one outlet as an article."""
    text, statements = "", []
    for matter in chance.sample(range(len(lines)), len(lines)):
        line = lines[matter]
        if line in UNTOLD:
            continue
        statements.append((len(text), len(text) + len(line), matter))
        text += line + ("" if line[-1] in ENDS else ".") + ("\n\n" if chance.random() < PARAGRAPHS else " ")
    return Telling(text, tuple(statements))
