"""What stands before the first sentence of a paragraph and is no part of it: datelines, times, bullets, labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from attrs import frozen

from quoteattr.grammar.moments import day_halves
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span

_PLACE = r"[A-Z][\w.'’-]*(?:[ ,/]+[\w.'’-]+){0,7}?\s*"
_DAY = r"(?:\d{1,2}\.?(?:\s+[A-Z][a-z]+)?|[A-Z][a-z]+\.?\s+\d{1,2}(?:,\s*\d{4})?)"
_DATELINE = re.compile(
    rf"(?:{_PLACE}\([^()\n]{{2,40}}\)\s*[-–—]+\s+"  # PORT, May 3 (AGENCY) --
    rf"|{_PLACE}/[A-Za-z ]{{2,30}}/\s*(?:[-–—]+\s+)?"  # PORT, May 3. /AGENCY/.
    rf"|[A-Z][A-Z.'’ /-]{{3,40}}(?:,\s*[A-Z][a-z]+\.?)?(?:,?\s*{_DAY})?\s*[-–—]+\s+)"  # PORT, May 3 —
)
_BULLET = re.compile(r"[•*■▪●–—-]\s+")
_LABEL = re.compile(
    r"[*\"“”„«]{0,3}(?P<label>[^\W\d_][\w.'’@-]*(?: [\w.'’@&-]+){0,4}|@\w+)\s*(?:\([^()\n]{1,40}\)\s*)?"
    r"(?P<colon>[:：])\*{0,2}\s+(?=\S)"
)
_NAME = re.compile(r"\b[A-Z][a-z][\w'’-]+")
LEAST_TURNS = 3
"""Labelled paragraphs from which on a text is a transcript; one or two labels are headings or lists."""


def opening_end(text: str, paragraph: Span, language: Language) -> int:
    """Return where the first sentence of a paragraph begins, behind a time, a bullet and a dateline.

    >>> from quoteattr.languages import load
    >>> text = "BRASK, May 3 (Nordwire) - The dam held."
    >>> text[opening_end(text, Span(0, len(text)), load("en")):]
    'The dam held.'
    """
    at = paragraph.start
    for pattern in (_time(language), _BULLET, _DATELINE):
        match = pattern.match(text, at, paragraph.end)
        if match is not None and match.end() < paragraph.end:
            at = match.end()
    return at


@cache
def _time(language: Language) -> re.Pattern[str]:
    """Match the time of a line in a live report: 14:05 GMT |"""
    half = rf"(?:\s?(?:{day_halves(language)})\.?)?"
    return re.compile(rf"\d{{1,2}}[:.]\d{{2}}{half}(?:\s?[A-Z]{{2,4}}\b)?(?:\s*[-–—:|]\s*|\s+(?=[A-Z“\"‘]))")


def _named_in_capitals(text: str, found: Mapping[int, re.Match[str]]) -> dict[int, re.Match[str]]:
    """Return the labels in capitals, of two parties or more, that the text names elsewhere: "PROWSE:", and Lena Prowse.

    Such labels are turns however few there are; "UPDATE:" and "CORRECTION:" name no one.
    """
    shouted = {place: match for place, match in found.items() if match["label"].isupper()}
    if len({match["label"] for match in shouted.values()}) < 2:
        return {}
    names = frozenset(_NAME.findall(text))
    named = {place: match for place, match in shouted.items() if match["label"].split()[-1].title() in names}
    return named if len({match["label"] for match in named.values()}) > 1 else {}


@frozen(slots=True)
class Turn:
    """A turn of an interview or a transcript: who speaks (`label`), and the paragraphs' spans of what is said."""

    label: Span
    spans: tuple[Span, ...]


def find_turns(text: str, paragraphs: Sequence[Span], language: Language) -> Mapping[int, Turn]:
    """Find the turns of a transcript, by the place of their first paragraph; empty for other texts.

    A paragraph without a label between two turns goes on with the turn before it.

    >>> text = "Q: Why?\\nA: Because.\\nQ: Since when?\\nA: June."
    >>> from quoteattr.languages import load
    >>> from quoteattr.parsing.rules import find_paragraphs
    >>> len(find_turns(text, find_paragraphs(text), load("en")))
    4
    """
    found = {place: m for place, span in enumerate(paragraphs) if (m := _LABEL.match(text, span.start, span.end))}
    counts = Counter(match["label"] for match in found.values())
    labelled = {place: m for place, m in found.items() if counts[m["label"]] > 1}
    initials = {letter.upper() for letter in language.word_class("turn_initials")}
    if initials and counts.keys() >= initials:
        labelled |= {place: m for place, m in found.items() if m["label"] in initials}
    elif len(labelled) < LEAST_TURNS or len({m["label"] for m in labelled.values()}) < 2:
        labelled = {}
    else:  # "Lena Prowse:" once, and "LP:" from then on
        labelled |= {place: m for place, m in found.items() if place < max(labelled) and m["label"][0].isupper()}
    labelled |= {place: m for place, m in found.items() if m["label"].startswith("@")}  # a post, by its account
    labelled |= _named_in_capitals(text, found)
    if not labelled:
        return {}
    places = sorted(labelled)
    turns = {}
    for place, following in zip(places, [*places[1:], None], strict=True):
        match = labelled[place]
        last = following if following is not None and following - place <= 3 else place + 1
        spans = (Span(match.end(), paragraphs[place].end), *paragraphs[place + 1 : last])
        turns[place] = Turn(Span(*match.span("label")), tuple(spans))
    return turns
