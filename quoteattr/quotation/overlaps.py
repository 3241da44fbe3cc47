"""`Places`: whose spans lie where, so that overlaps are found without looking at everything."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from attrs import field, frozen

from quoteattr.model.spans import Span


@frozen(slots=True)
class Places:
    """Disjoint spans with their owners, in the order of the text.

    >>> places = Places()
    >>> places.add((Span(0, 4), Span(9, 12)), owner=7)
    >>> places.shared((Span(2, 10),)), places.is_free((Span(4, 9),))
    ({7: 3}, True)
    """

    entries: list[tuple[int, int, int]] = field(factory=list)

    @classmethod
    def of(cls, contents: Iterable[Iterable[Span]]) -> Places:
        """Return the places of many contents, each owned by its number; a span that overlaps one is left out."""
        places = cls()
        for owner, content in enumerate(contents):
            places.add((span for span in content if places.is_free((span,))), owner=owner)
        return places

    def add(self, spans: Iterable[Span], *, owner: int) -> None:
        """Take in spans that are free."""
        for span in spans:
            insort(self.entries, (span.start, span.end, owner))

    def shared(self, spans: Iterable[Span]) -> dict[int, int]:
        """Return the owners of what overlaps some spans, each with the number of code points shared."""
        found: dict[int, int] = {}
        for span in spans:
            for part, owner in self.within(span):
                found[owner] = found.get(owner, 0) + len(part)
        return found

    def within(self, span: Span) -> list[tuple[Span, int]]:
        """Return the parts of a span that are taken, each with its owner, in the order of the text."""
        at = max(0, bisect_left(self.entries, (span.start,)) - 1)
        parts: list[tuple[Span, int]] = []
        while at < len(self.entries) and self.entries[at][0] < span.end:
            start, end, owner = self.entries[at]
            if end > span.start:
                parts.append((Span(max(start, span.start), min(end, span.end)), owner))
            at += 1
        return parts

    def holds(self, spans: Iterable[Span]) -> bool:
        """Tell whether all of some spans is taken.

        >>> places = Places()
        >>> places.add((Span(0, 4),), owner=7)
        >>> places.holds((Span(1, 3),)), places.holds((Span(1, 5),))
        (True, False)
        """
        wanted = tuple(spans)
        return sum(self.shared(wanted).values()) >= sum(map(len, wanted))

    def is_free(self, spans: Iterable[Span]) -> bool:
        """Tell whether nothing overlaps the spans."""
        return not self.shared(spans)
