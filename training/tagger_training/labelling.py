"""Turn an annotated text into what the tagger is trained on: allowed labels, arcs, speech, and spans with vectors."""

from __future__ import annotations

import bisect

import attrs
import numpy

from quoteattr.parsing.roles.pieces import Pieces
from tagger_training.corpora import Annotated, Attribution, Spans

OUTSIDE = 0
BEGIN = {"source": 1, "cue": 3, "content": 5}
LABELS = 7
WIDE, STRICT, INNER = range(3)
"""The three readings of a text: every attribution (PolNeAR's way), speech alone (the events' way), nested quotes."""
ARCS = ("cue", "source", "first", "cue_source")
NOWHERE, UNKNOWN = -2, -1
EDGE = " \t\r\n\u00a0\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019`"


@attrs.frozen(eq=False, kw_only=True)
class Targets:
    """Targets of a whole text, by piece. `allowed` is [reading, piece, label]; arcs point to pieces of the text."""

    allowed: numpy.ndarray
    arcs: numpy.ndarray
    speech: numpy.ndarray
    spans: tuple[tuple[int, int, int], ...] = ()


def targets_of(article: Annotated, pieces: Pieces) -> Targets:
    """Label every piece of a text. Nested quotes stand in the inner reading only."""
    count = len(pieces.numbers)
    allowed = numpy.ones((3, count, LABELS), dtype=bool)
    arcs = numpy.full((len(ARCS), count), UNKNOWN, dtype=numpy.int64)
    speech = numpy.full(count, UNKNOWN, dtype=numpy.int64)
    readings = (STRICT, INNER) if article.strict else (WIDE, STRICT) if article.labelled else ()
    for reading in readings:
        allowed[reading] = only(OUTSIDE)
    for attribution in sorted(article.attributions, key=lambda found: (found.speech is True, found.speech is None)):
        ranges = ranges_of(article.text, attribution, pieces)
        if not ranges["content"]:
            continue
        mark_roles(allowed, ranges, attribution, readings, article, pieces)
        if not attribution.inner:
            mark_arcs(arcs, speech, ranges, attribution.speech)
    mend_begins(allowed)
    found = [(piece_range((start, end), pieces), row) for start, end, row in article.taught]
    taught = tuple((*span, row) for span, row in found if span)
    return Targets(allowed=allowed, arcs=arcs, speech=speech, spans=taught)


def mend_begins(allowed: numpy.ndarray) -> None:
    """Let a span begin anew where another one's labels were written over its middle."""
    for begin in BEGIN.values():
        inside = allowed[:, 1:, begin + 1] & (allowed[:, 1:].sum(-1) == 1)
        broken = inside & ~(allowed[:, :-1, begin] | allowed[:, :-1, begin + 1])
        allowed[:, 1:, begin][broken] = True
        allowed[:, 1:, begin + 1][broken] = False


def only(*labels: int) -> numpy.ndarray:
    """Return a mask that allows just these labels."""
    mask = numpy.zeros(LABELS, dtype=bool)
    mask[list(labels)] = True
    return mask


def ranges_of(text: str, attribution: Attribution, pieces: Pieces) -> dict[str, list[tuple[int, int]]]:
    """Return the piece ranges of each role. Marks at a content's edges are no part of it, as both corpora can share."""
    content = joined(text, tuple(stripped(text, span) for span in attribution.content))
    by_role = {"source": attribution.source, "cue": attribution.cue, "content": content}
    return {role: [found for span in spans if (found := piece_range(span, pieces))] for role, spans in by_role.items()}


def stripped(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return a span without blanks and marks at its edges."""
    start, end = span
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def joined(text: str, spans: Spans) -> Spans:
    """Join spans that only marks and blanks part, such as a quotation re-opened at a new paragraph."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and end > start and not text[out[-1][1] : start].strip(EDGE):
            out[-1] = (out[-1][0], end)
        elif end > start:
            out.append((start, end))
    return tuple(out)


def piece_range(span: tuple[int, int], pieces: Pieces) -> tuple[int, int] | None:
    """Return the pieces that begin inside a span, as a half-open range."""
    first = bisect.bisect_left(pieces.starts, span[0])
    last = bisect.bisect_left(pieces.starts, span[1])
    return (first, last) if last > first else None


def mark_roles(
    allowed: numpy.ndarray,
    ranges: dict[str, list[tuple[int, int]]],
    attribution: Attribution,
    readings: tuple[int, ...],
    article: Annotated,
    pieces: Pieces,
) -> None:
    """Write the labels of one attribution into the readings that its corpus teaches."""
    for reading in readings:
        if article.strict and attribution.inner != (reading == INNER):
            continue
        unsure = reading == STRICT and not article.strict
        for role, found in ranges.items():
            for first, last in found:
                if unsure and attribution.speech is not True:
                    free_range(allowed[reading], first, last, attribution.speech)
                    continue
                allowed[reading, first] = only(BEGIN[role])
                allowed[reading, first + 1 : last] = only(BEGIN[role] + 1)
                if unsure and role == "content":
                    free_complementizer(allowed[reading], first, last, article.text, pieces)


def free_range(allowed: numpy.ndarray, first: int, last: int, speech: bool | None) -> None:
    """Leave the labels open where speech is in doubt; what is thought and not said stays outside."""
    if speech is None:
        allowed[first:last] = True


def free_complementizer(allowed: numpy.ndarray, first: int, last: int, text: str, pieces: Pieces) -> None:
    """Leave open whether a content begins at "that" or after it: PolNeAR mostly takes it in, the events never do."""
    if text[pieces.starts[first] : pieces.ends[first]].lower() == "that" and last - first > 2:
        allowed[first] = only(OUTSIDE, BEGIN["content"])
        allowed[first + 1] = only(BEGIN["content"], BEGIN["content"] + 1)


def mark_arcs(
    arcs: numpy.ndarray, speech: numpy.ndarray, ranges: dict[str, list[tuple[int, int]]], said: bool | None
) -> None:
    """Write where the pieces of one attribution point."""
    heads = {role: found[0][0] if found else NOWHERE for role, found in ranges.items()}
    for first, last in ranges["content"]:
        for row, role in enumerate(("cue", "source", "content")):
            arcs[row, first:last] = heads[role]
    for first, last in ranges["cue"]:
        arcs[3, first:last] = heads["source"]
    if said is not None:
        for first, last in ranges["content"] + ranges["cue"]:
            speech[first:last] = said
