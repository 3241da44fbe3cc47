"""An article's text as HTML, with its quotes, sources and cues marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from attrs import evolve

from quoteattr.model.quotes import Quote
from quoteattr.model.readings import Reading
from quoteattr.model.spans import Span
from quoteattr.rendering.markup import Paint, painted
from quoteattr.rendering.wording import numbered

_CONTENT, _WORDS = 1, 2  # ranks: sources and cues stand inside the contents that hold them
_SOURCE = ('<b class="qa-source">', "</b>")
_CUE = ('<u class="qa-cue">', "</u>")


def article_html(reading: Reading, prefix: str, shown: int) -> str:
    """Return the first `shown` characters of the article with its quotes marked, and a note where it is cut.

    Taking away the tags and the raised numbers leaves the text itself.
    """
    text = reading.text
    extent = Span(0, min(shown, len(text)))
    blocks = _blocks(reading)
    paints = [piece for paint in _paints(reading, prefix, extent.end) for piece in _in_blocks(paint, blocks)]
    paints += [Paint(span=block, opening='<p dir="auto">', closing="</p>") for block in blocks]
    cut = f"Cut after {extent.end:,} of {len(text):,} characters; to_html() gives it all."
    note = f'\n<p><span class="qa-flag">{cut}</span></p>' if extent.end < len(text) else ""
    return f'<div class="qa-article">{painted(text, paints, extent)}</div>{note}'


def _blocks(reading: Reading) -> list[Span]:
    """Return the paragraphs; the whole text is one where the document has none."""
    blocks: list[Span] = []
    for paragraph in sorted(reading.document.paragraphs) or [Span(0, len(reading.text))]:
        if len(paragraph) and (not blocks or paragraph.start >= blocks[-1].end):
            blocks.append(paragraph)
    return blocks


def _paints(reading: Reading, prefix: str, shown: int) -> Iterator[Paint]:
    words: dict[tuple[Span, tuple[str, str]], None] = {}  # quotes may share a source: it is painted once
    for number, quote in numbered(reading.quotes):
        yield from _content_paints(number, quote, prefix, shown)
        carried = [(carrier.source, carrier.cue) for carrier in quote.carriers]
        for source, cue in ((quote.source, quote.cue), *carried):
            words.update(dict.fromkeys((span, _SOURCE) for span in source))
            words.update(dict.fromkeys((span, _CUE) for span in cue))
    for span, (opening, closing) in words:
        yield Paint(span=span, opening=opening, closing=closing, rank=_WORDS)


def _content_paints(number: str, quote: Quote, prefix: str, shown: int) -> Iterator[Paint]:
    opening = f'<mark class="qa-{quote.kind.value}" data-quote="{number}">'
    spans = [span for span in quote.content if span.start < shown]
    for span in spans:
        note = _number(number, quote, prefix) if span == spans[-1] else ""
        yield Paint(span=span, opening=opening, closing="</mark>", rank=_CONTENT, note=note)


def _number(number: str, quote: Quote, prefix: str) -> str:
    unclosed = "" if quote.closed else ' <span class="qa-flag">unclosed</span>'
    return (
        f'<sup id="{prefix}-m{number}"><a href="#{prefix}-q{number}" aria-label="quote {number}">{number}</a>'
        f"{unclosed}</sup>"
    )


def _in_blocks(paint: Paint, blocks: list[Span]) -> Iterable[Paint]:
    """Cut a paint at the paragraphs' borders, so that it does not paint what lies between them."""
    place = max(bisect_right(blocks, Span(paint.span.start, paint.span.end)) - 1, 0)
    spans: list[Span] = []
    while place < len(blocks) and blocks[place].start < paint.span.end:
        if blocks[place].overlaps(paint.span):
            spans.append(Span(max(blocks[place].start, paint.span.start), min(blocks[place].end, paint.span.end)))
        place += 1
    pieces = [evolve(paint, span=span, note="") for span in spans]
    return [*pieces[:-1], evolve(pieces[-1], note=paint.note)] if pieces else [paint]
