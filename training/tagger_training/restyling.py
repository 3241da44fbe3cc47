"""Rewrite a text's quotation marks, line breaks and capitals, and carry its spans along."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import attrs

from tagger_training.corpora import Annotated, Attribution, Spans

DOUBLE = re.compile(r"''|``|[\"\u201c\u201d\u201e\u00ab\u00bb]")
STYLES = (
    ('"', '"'),
    ("\u201c", "\u201d"),
    ("'", "'"),
    ("\u2018", "\u2019"),
    ("\u00ab", "\u00bb"),
    ("\u00ab\u00a0", "\u00a0\u00bb"),
    ("\u201e", "\u201c"),
    ("\u201e", "\u201d"),
    ("``", "''"),
    ("''", "''"),
    ("&quot;", "&quot;"),
    ("&ldquo;", "&rdquo;"),
    ("&#8220;", "&#8221;"),
    ("", ""),
)
WEIGHTS = (16, 16, 14, 14, 7, 4, 5, 4, 3, 4, 2, 1, 1, 9)
CHANGED = 0.6
"""Share of readings in which a text's marks are rewritten; the rest keep theirs, which tests look like."""
DROPPED = 0.04
"""Share of closing marks dropped in a rewritten text: unclosed quotations are in every archive."""
WRAP_WIDTH = 72

Edit = tuple[int, int, str]


def double_marks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield each double mark's start and end, and whether it opens; a paragraph begins with all closed."""
    for paragraph in re.finditer(r"[^\n]+", text):
        opened = False
        for mark in DOUBLE.finditer(text, *paragraph.span()):
            opened = opens(text, mark, paragraph.start(), opened)
            yield mark.start(), mark.end(), opened


def quoted_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between an opening double mark and the closing one in its paragraph."""
    opened = None
    for start, end, is_opening in double_marks(text):
        if is_opening:
            opened = end
        elif opened is not None and "\n" not in text[opened:start]:
            yield opened, start
            opened = None


def opens(text: str, mark: re.Match[str], start: int, opened: bool) -> bool:
    """Tell whether a mark opens: by its form, else by the blanks around it, else by turns."""
    if mark.group() in ("\u201c", "\u201e", "\u00ab", "``"):
        return True
    if mark.group() in ("\u201d", "\u00bb"):
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    if before.isspace() != after.isspace():
        return before.isspace()
    return not opened


def mark_edits(text: str, chance: random.Random) -> list[Edit]:
    """Draw a style and return the edits that give every double mark this style."""
    opening, closing = chance.choices(STYLES, WEIGHTS)[0]
    edits = []
    for start, end, is_opening in double_marks(text):
        new = opening if is_opening else "" if chance.random() < DROPPED else closing
        edits.append((start, end, new))
    return edits


def restyled(article: Annotated, chance: random.Random) -> Annotated:
    """Return an article as another outlet might print it: other marks, breaks and capitals; its words stay."""
    text = recased(article.text, chance)
    text, edits = rewrapped(text, chance)
    if chance.random() < CHANGED:
        edits = sorted([*edits, *mark_edits(text, chance)])
    return edited(attrs.evolve(article, text=text), edits)


def recased(text: str, chance: random.Random) -> str:
    """Draw other capitals, for the headline or rarely for all; no character changes its place."""
    end = text.find("\n") if chance.random() < 0.9 and "\n" in text else len(text)
    rare = end == len(text) and chance.random() > 0.3
    change = chance.choices((str, str.upper, str.lower, str.title), (75, 8, 8, 9))[0]
    if rare or change is str:
        return text
    new = change(text[:end])
    return (new if len(new) == end else text[:end]) + text[end:]


def rewrapped(text: str, chance: random.Random) -> tuple[str, list[Edit]]:
    """Draw other line breaks: single ones between paragraphs, or lines wrapped at a width."""
    draw = chance.random()
    if draw < 0.08:
        return text, [(found.start(), found.end(), "\n") for found in re.finditer(r"\n[ \t]*\n+", text)]
    if draw < 0.11:
        return wrapped(text), []
    return text, []


def wrapped(text: str) -> str:
    """Turn the first blank after each WRAP_WIDTH characters of a paragraph into a line break."""
    letters, line = list(text), 0
    for place, letter in enumerate(letters):
        line = 0 if letter == "\n" else line + 1
        if letter == " " and line > WRAP_WIDTH:
            letters[place], line = "\n", 0
    return "".join(letters)


@attrs.frozen
class Edited:
    """Edits with the shift they cause, to carry offsets over."""

    edits: list[Edit]

    def text(self, text: str) -> str:
        """Return the text with the edits made."""
        out, last = [], 0
        for start, end, new in self.edits:
            out += [text[last:start], new]
            last = end
        return "".join([*out, text[last:]])

    def spans(self, places: Spans) -> Spans:
        """Carry spans over; one that an edit leaves empty is dropped."""
        carried = ((self.place(start, opening=True), self.place(end, opening=False)) for start, end in places)
        return tuple((start, end) for start, end in carried if end > start)

    def place(self, offset: int, *, opening: bool) -> int:
        """Carry one offset over: an edge inside an edited stretch moves outwards."""
        shift = 0
        for start, end, new in self.edits:
            if end > offset or (end == offset and opening and start == end):
                if start < offset:
                    return start + shift + (0 if opening else len(new))
                break
            shift += len(new) - (end - start)
        return offset + shift


def edited(article: Annotated, edits: list[Edit]) -> Annotated:
    """Return the article with the edits made and its spans carried over."""
    if not edits:
        return article
    made = Edited(edits)
    carried = tuple(carry(attribution, made) for attribution in article.attributions)
    taught = ((made.spans(((start, end),)), row) for start, end, row in article.taught)
    return attrs.evolve(
        article,
        text=made.text(article.text),
        attributions=tuple(a for a in carried if a.content),
        taught=tuple((*spans[0], row) for spans, row in taught if spans),
    )


def carry(attribution: Attribution, made: Edited) -> Attribution:
    """Carry one attribution over."""
    return attrs.evolve(
        attribution,
        content=made.spans(attribution.content),
        cue=made.spans(attribution.cue),
        source=made.spans(attribution.source),
    )
