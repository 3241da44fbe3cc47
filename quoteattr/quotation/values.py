"""`Report`: what one cue in one line reports, before it becomes a quote."""

from __future__ import annotations

from typing import NamedTuple

from quoteattr.model.quotations import Quotation
from quoteattr.model.quotes import UNNAMED, Polarity, Stance
from quoteattr.model.spans import Span

UNNAMED_RULE = UNNAMED.removeprefix("source/")
"""The `source_rule` of a cue whose words say that somebody spoke, and not who."""


class Report(NamedTuple):
    """A cue with what it reports, in one line; spans are of the text.

    `contents` are spans of clauses; `quotations` those that are the content, or in it. `tag` holds for a cue that
    follows or interrupts its content; `open` for one that ends its line and waits for a content ("She said:").
    """

    cue: Span
    source: Span | None
    rule: str
    contents: tuple[Span, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    source_rule: str = "none"
    polarity: Polarity = Polarity.POSITIVE
    stance: Stance = Stance.NEUTRAL
    tag: bool = False
    open: bool = False
    ends_line: bool = False
    starts_line: bool = False

    @property
    def start(self) -> int:
        """The first offset of the content, or of the cue."""
        return min((s.start for s in (*self.contents, *(q.outer for q in self.quotations))), default=self.cue.start)
