"""`Quotation`: a stretch of text between quotation marks, whatever the marks are used for."""

from __future__ import annotations

from attrs import frozen

from quoteattr.model.spans import Span


@frozen(kw_only=True, slots=True)
class Quotation:
    """A stretch between marks; several `spans` where it is re-opened in later paragraphs.

    `spans` leave the marks out, `outer` takes in the first and the last. `closed` is false where the closing mark
    is missing; `inner` holds the quotations inside it.

    >>> Quotation(spans=(Span(1, 4),), outer=Span(0, 5), style="straight-double").closed
    True
    """

    spans: tuple[Span, ...]
    outer: Span
    style: str
    closed: bool = True
    inner: tuple[Quotation, ...] = ()

    @property
    def start(self) -> int:
        """The offset of the opening mark."""
        return self.outer.start

    @property
    def end(self) -> int:
        """The offset after the closing mark, or after the last word where it is missing."""
        return self.outer.end
