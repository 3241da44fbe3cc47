"""Text as HTML: the one place where the caller's text is escaped, and where spans of it are painted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import takewhile
from operator import attrgetter

from attrs import frozen

from quoteattr.model.printing import showable
from quoteattr.model.spans import Span


def escaped(text: str) -> str:
    """Return the text as HTML can hold it, between tags or in an attribute in quotation marks.

    >>> escaped("<i> & 'so'")
    '&lt;i&gt; &amp; &#x27;so&#x27;'
    """
    return escape(showable(text), quote=True)


@frozen(kw_only=True, slots=True)
class Paint:
    """A span of a text and the tags around it; `note` is markup that follows its end, once.

    The lower the `rank`, the further outside its tags stand. `opening`, `closing` and `note` are markup: whatever
    they hold of the caller's text is escaped before.
    """

    span: Span
    opening: str
    closing: str
    rank: int = 0
    note: str = ""

    @property
    def order(self) -> tuple[int, int, int, str]:
        """What decides which of two paints stands outside: the rank, then the start, then the length."""
        return (self.rank, self.span.start, -self.span.end, self.opening)


def painted(text: str, paints: Iterable[Paint], extent: Span | None = None) -> str:
    """Return the text, or the `extent` of it, as HTML with its paints.

    Paints inside each other become tags inside each other; paints that overlap are closed and opened again, so
    that the tags always nest. What lies outside the extent is left out.

    >>> painted("a < b", [Paint(span=Span(2, 3), opening="<b>", closing="</b>")])
    'a <b>&lt;</b> b'
    """
    extent = extent or Span(0, len(text))
    return "".join(_pieces(text, [paint for paint in paints if paint.span.overlaps(extent)], extent))


def _pieces(text: str, paints: list[Paint], extent: Span) -> Iterator[str]:
    starting: dict[int, list[Paint]] = {}
    for paint in paints:
        starting.setdefault(max(paint.span.start, extent.start), []).append(paint)
    ends = {min(paint.span.end, extent.end) for paint in paints}
    stack: list[Paint] = []
    position = extent.start
    for cut in sorted({*starting, *ends, extent.end}):
        yield escaped(text[position:cut])
        open_still = [paint for paint in stack if min(paint.span.end, extent.end) > cut]
        wanted = sorted((*open_still, *starting.get(cut, ())), key=attrgetter("order"))
        yield from _restacked(stack, wanted, cut)
        stack, position = wanted, cut


def _restacked(stack: list[Paint], wanted: list[Paint], cut: int) -> Iterator[str]:
    """Close the tags that end at `cut` or stand in the way, then open those that are wanted."""
    pairs = zip(stack, wanted, strict=False)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], pairs))
    for paint in reversed(stack[common:]):
        yield paint.closing
        if paint.span.end <= cut or not wanted:
            yield paint.note
    yield from (paint.opening for paint in wanted[common:])
