"""From a tagger's logits to attributions: consistent spans, linked by arcs, the pieces of one content joined."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from operator import itemgetter

import attrs
import numpy

from quoteattr.parsing.roles.windows import Windows

ROLES = ("source", "cue", "content")
"""Labels: 0 outside, then begin and inside of each role in this order."""
TO_CUE, TO_SOURCE, TO_FIRST, CUE_TO_SOURCE = range(4)
QUOTED_JOINING_MASS, JOINING_MASS = 0.5, 0.85
"""Arc mass that joins a range to an earlier content. Quoted ones are broken by their tag in one case of three; words
without marks seldom are, and then the same tag mostly opens a second content."""
NOWHERE_WEIGHT = 0.5
"""A source is named in thirteen of fourteen attributions, so one is given up only for twice its mass."""
CUE_WEIGHT = 0.25
"""Share of the cue's vote on the source. It knows its subject, the content knows who goes on speaking."""

Range = tuple[int, int]


@attrs.frozen(eq=False, kw_only=True)
class Logits:
    """What the tagger says of a text: `roles` [piece, label] of one reading and `speech` [piece] as logits, `arcs`
    [query, place, place] of each window as shares, the learned `transitions` [label, label]; and which pieces are
    quotation marks or stand beside one."""

    roles: numpy.ndarray
    arcs: Sequence[numpy.ndarray]
    speech: numpy.ndarray
    transitions: numpy.ndarray
    marked: numpy.ndarray


@attrs.frozen(kw_only=True)
class Found:
    """One attribution in pieces: ranges of its content, its cue and source if any, and how sure each is (0 to 1)."""

    content: tuple[Range, ...]
    cue: Range | None
    source: Range | None
    speech: float
    content_sure: float
    cue_sure: float
    source_sure: float


def find_attributions(logits: Logits, windows: Windows) -> list[Found]:
    """Return the attributions of a text in order. Looks at no word and no mark: snapping to marks comes after."""
    spans = spans_of(best_labels(logits.roles, logits.transitions))
    arcs = Arcs(logits.arcs, windows)
    sure = label_shares(logits.roles)
    groups = joined_contents(spans["content"], arcs, logits.marked)
    return [attribution_of(group, spans, arcs, sure, logits.speech) for group in groups]


def best_labels(scores: numpy.ndarray, transitions: numpy.ndarray) -> numpy.ndarray:
    """Return the best path of labels (Viterbi). The first piece may not be inside a span."""
    count, labels = scores.shape
    if not count:
        return numpy.zeros(0, dtype=numpy.int64)
    best = scores[0].copy()
    best[2::2] += transitions[0, 2::2]
    back = numpy.zeros((count, labels), dtype=numpy.int64)
    columns = numpy.arange(labels)
    for place in range(1, count):
        ways = best[:, None] + transitions
        back[place] = ways.argmax(0)
        best = ways[back[place], columns] + scores[place]
    path = numpy.zeros(count, dtype=numpy.int64)
    path[-1] = best.argmax()
    for place in range(count - 1, 0, -1):
        path[place - 1] = back[place, path[place]]
    return path


def spans_of(labels: numpy.ndarray) -> dict[str, list[Range]]:
    """Return the ranges of each role that a label path draws.

    >>> spans_of(numpy.array([1, 2, 3, 0, 5, 6, 5]))
    {'source': [(0, 2)], 'cue': [(2, 3)], 'content': [(4, 6), (6, 7)]}
    """
    spans: dict[str, list[Range]] = {role: [] for role in ROLES}
    begins = numpy.flatnonzero(labels % 2 == 1)
    stops = numpy.flatnonzero((labels == 0) | (labels % 2 == 1))
    ends = numpy.append(stops, len(labels))[numpy.searchsorted(stops, begins, side="right")]
    for first, last in zip(begins.tolist(), ends.tolist(), strict=True):
        spans[ROLES[labels[first] // 2]].append((first, last))
    return spans


def label_shares(scores: numpy.ndarray) -> numpy.ndarray:
    """Return the probability of each label at each piece, by its own scores alone."""
    raised: numpy.ndarray = numpy.exp(scores - scores.max(-1, keepdims=True))
    shares: numpy.ndarray = raised / raised.sum(-1, keepdims=True)
    return shares


@attrs.frozen(eq=False)
class Arcs:
    """Arc shares of all windows, read as the mass that a range sends to another range of the text."""

    shares: Sequence[numpy.ndarray]
    windows: Windows

    def mass(self, query: int, span: Range) -> Mass:
        """Return where the pieces of a range point on average, each read in its own window."""
        parts = list(self.windows.parts(span))
        base = parts[0].first
        total, nowhere = numpy.zeros(self.windows.ends[parts[-1].owner] - base + 1), 0.0
        for part in parts:
            row = self.shares[part.owner][query, part.start : part.end].sum(0)
            start = part.first - base + 1
            total[start : start + len(row) - 2] += row[1:-1]
            nowhere += float(row[0])
        count = span[1] - span[0]
        return Mass(base, total.cumsum() / count, nowhere / count)


@attrs.frozen(eq=False)
class Mass:
    """Where a range points: summed shares from piece `base` on, and the share that points at nothing ([CLS])."""

    base: int
    sums: numpy.ndarray
    nowhere: float

    def to_each(self, spans: Sequence[Range]) -> numpy.ndarray:
        """Return the shares that point into each of some ranges."""
        bounds = numpy.array(spans, dtype=numpy.int64).reshape(-1, 2) - self.base
        sums = self.sums[numpy.minimum(numpy.maximum(bounds, 0), len(self.sums) - 1)]
        shares: numpy.ndarray = sums[:, 1] - sums[:, 0]
        return shares


def joined_contents(spans: Sequence[Range], arcs: Arcs, marked: numpy.ndarray) -> list[list[Range]]:
    """Group content ranges: one whose pieces point into an earlier content is its continuation."""
    groups: list[list[Range]] = []
    for span in spans:
        mass = arcs.mass(TO_FIRST, span)
        masses = [float(mass.to_each(group).sum()) for group in near(groups)]
        most = max(masses, default=0.0)
        before = near(groups)[masses.index(most)] if masses else None
        if before is not None and most > joining_mass(before[-1], span, marked):
            before.append(span)
        else:
            groups.append([span])
    return groups


def joining_mass(before: Range, span: Range, marked: numpy.ndarray) -> float:
    """Return the mass that joins two ranges: less where one ends and the other begins at a quotation mark."""
    return QUOTED_JOINING_MASS if marked[before[1] - 1] and marked[span[0]] else JOINING_MASS


NEAR_GROUPS = 4
"""A content goes on after a tag, or after one short content between: no more need be weighed."""


def near(groups: list[list[Range]]) -> Sequence[list[Range]]:
    """Return the latest groups."""
    return groups[-NEAR_GROUPS:]


def attribution_of(
    group: list[Range], spans: dict[str, list[Range]], arcs: Arcs, sure: numpy.ndarray, speech: numpy.ndarray
) -> Found:
    """Link one content, whose ranges vote by length, to its cue and its source."""
    cues = around(spans["cue"], group)
    cue, cue_sure = best_of(cues, *shares_of(group, TO_CUE, cues, arcs))
    source, source_sure = source_of(group, cue, around(spans["source"], group), arcs)
    pieces = numpy.concatenate([numpy.arange(*span) for span in group])
    said = float(numpy.mean(1 / (1 + numpy.exp(-speech[pieces]))))
    return Found(
        content=tuple(group),
        cue=cue,
        source=source,
        speech=said,
        content_sure=float(sure[pieces, 5:].sum(-1).mean()),
        cue_sure=cue_sure,
        source_sure=source_sure,
    )


REACH = 254
"""No arc leaves its window, so no target lies further off than one window."""


def around(spans: Sequence[Range], group: Sequence[Range]) -> Sequence[Range]:
    """Return those of some ranges, which are in order and disjoint, that an arc of a group could reach."""
    first = bisect.bisect_right(spans, group[0][0] - REACH, key=itemgetter(1))
    last = bisect.bisect_left(spans, group[-1][1] + REACH, key=itemgetter(0))
    return spans[first:last]


def best_of(spans: Sequence[Range], shares: numpy.ndarray, nowhere: float) -> tuple[Range | None, float]:
    """Return the range with the most arc mass and its share, or None with the share of pointing nowhere."""
    if not spans or shares.max() < nowhere:
        return None, nowhere
    best = int(shares.argmax())
    return spans[best], float(shares[best])


def shares_of(group: Sequence[Range], query: int, spans: Sequence[Range], arcs: Arcs) -> tuple[numpy.ndarray, float]:
    """Return the mass to each range and to nowhere, over all pieces of a group."""
    shares, nowhere, total = numpy.zeros(len(spans)), 0.0, 0
    for first, last in group:
        mass = arcs.mass(query, (first, last))
        shares += (last - first) * mass.to_each(spans)
        nowhere += (last - first) * mass.nowhere
        total += last - first
    return shares / total, nowhere / total


def source_of(
    group: Sequence[Range], cue: Range | None, spans: Sequence[Range], arcs: Arcs
) -> tuple[Range | None, float]:
    """Return the source by the votes of the content and of its cue."""
    shares, nowhere = shares_of(group, TO_SOURCE, spans, arcs)
    if cue is not None:
        by_cue, cue_nowhere = shares_of([cue], CUE_TO_SOURCE, spans, arcs)
        shares = (1 - CUE_WEIGHT) * shares + CUE_WEIGHT * by_cue
        nowhere = (1 - CUE_WEIGHT) * nowhere + CUE_WEIGHT * cue_nowhere
    return best_of(spans, shares, NOWHERE_WEIGHT * nowhere)


def doubts(found: Found) -> list[float]:
    """Return what a confidence is computed from: the log odds of content, cue and source, and which of them are there.

    Not a probability: `settings.json` holds the weights that make it one.
    """
    odds = [log_odds(share) for share in (found.content_sure, found.cue_sure, found.source_sure)]
    return [*odds, float(found.cue is not None), float(found.source is not None), float(len(found.content) > 1)]


HARDLY = 1e-3
"""Shares are kept this far from 0 and 1: beyond it they say nothing of how often the tagger is right."""


def log_odds(share: float) -> float:
    """Return the log odds of a share.

    >>> round(log_odds(0.9), 3)
    2.197
    """
    kept = min(max(share, HARDLY), 1 - HARDLY)
    return float(numpy.log(kept / (1 - kept)))
