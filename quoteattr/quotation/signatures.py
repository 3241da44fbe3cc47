"""Quotations that are signed, as readers' letters and pull quotes are: "“We want a bus.” — Ana Ruiz, nurse"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from quoteattr.grammar.lines import Grid
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import ADJ, ADP, DET, NOUN, NUM, PROPN, PUNCT
from quoteattr.model.quotations import Quotation
from quoteattr.model.spans import Span
from quoteattr.quotation.pairing import reaching_into

_DASH = re.compile(r"[^\S\n]*\n{0,2}[^\S\n]*(?:--|[-–—―])[^\S\n]*(?=\S)")
"""Between a quotation and its signature: the same line, the next, or one behind a blank line."""
_SIGNATURE = re.compile(r"[^\n“”\"«»„]{2,90}(?=\n|$)")
_TAIL = re.compile(r"(?P<mark>[”\"»“])\s*(?:--|[-–—―])\s*(?P<name>[^\n“”\"«»„]{1,89}?)[ \t\u00a0.,;)]*\Z")
"""The end of a signed paragraph."""
LONGEST_TAIL = 100
LEAST_SIGNED = 2
"""Signed quotations from which on a page's quotations count as signed, so that broken marks can be mended."""
_END = " \t\u00a0.,;)"
_NAMING = frozenset((PROPN, NOUN, ADJ, DET, ADP, NUM))


def find_signatures(
    grid: Grid, paragraphs: Sequence[Span], quotations: Sequence[Quotation], language: Language
) -> Mapping[int, Span]:
    """Return who signed a quotation, by the quotation's start: those that begin a paragraph and are followed by a dash
    and nothing but a name or a party to the end of the line."""
    return dict(_signatures(grid, paragraphs, quotations, language))


def _signatures(
    grid: Grid, paragraphs: Sequence[Span], quotations: Sequence[Quotation], language: Language
) -> Iterator[tuple[int, Span]]:
    text = grid.document.text
    starts = frozenset([paragraph.start for paragraph in paragraphs])
    for quotation in quotations:
        dash = _DASH.match(text, quotation.end) if quotation.start in starts else None
        found = _SIGNATURE.match(text, dash.end()) if dash is not None else None
        if found is None:
            continue
        span = Span(found.start(), found.start() + len(found[0].rstrip(_END)))
        if _names(grid, span, language):
            yield quotation.start, span


def signed_whole(
    grid: Grid, paragraphs: Sequence[Span], quotations: Sequence[Quotation], language: Language
) -> tuple[Quotation, ...]:
    """Return the quotations, where on a page of signed ones a paragraph that begins with a mark and ends in a signature
    is one quotation, whatever broken marks stand inside."""
    if len(find_signatures(grid, paragraphs, quotations, language)) < LEAST_SIGNED:
        return tuple(quotations)
    text, kept = grid.document.text, {quotation.start: quotation for quotation in quotations}
    for paragraph, reaching in reaching_into(paragraphs, quotations):
        inside = all(paragraph.start <= quotation.start and quotation.end <= paragraph.end for quotation in reaching)
        if len(reaching) < 2 or reaching[0].start != paragraph.start or not inside:
            continue
        tail = _TAIL.search(text, max(paragraph.start, paragraph.end - LONGEST_TAIL), paragraph.end)
        if tail is None or not _names(grid, Span(tail.start("name"), tail.end("name")), language):
            continue
        said, outer = Span(reaching[0].spans[0].start, tail.start()), Span(paragraph.start, tail.end("mark"))
        inner = tuple(quotation for quotation in reaching[1:] if quotation.end <= said.end)
        for quotation in reaching[1:]:
            del kept[quotation.start]
        kept[paragraph.start] = evolve(reaching[0], spans=(said,), outer=outer, inner=inner)
    return tuple(kept.values())


def _names(grid: Grid, span: Span, language: Language) -> bool:
    """Tell whether the words up to the first comma are a name or a noun for a party: "Ana Ruiz", "a nurse in Brask"."""
    first, last = bisect_left(grid.starts, span.start), bisect_left(grid.starts, span.end)
    stop = next((at for at in range(first, last) if grid.tags[at] is PUNCT), last)
    tags, lowers = grid.tags[first:stop], grid.lowers[first:stop]
    if not tags or not _NAMING.issuperset(tags):
        return False
    capitals = [grid.document.text[start].isupper() for start in grid.starts[first:stop]]
    named = all(capital or tag in (ADP, DET) for capital, tag in zip(capitals, tags, strict=True))
    return (named and capitals[0] and PROPN in tags) or not language.nouns.keys().isdisjoint(lowers)
