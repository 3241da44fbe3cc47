"""Which marks belong together: from marks to a tree of quotations, with what is broken told and mended.

One pass over the marks with a stack. A mark that opens while one of its family is open ends the earlier quotation
("unclosed"), and a paragraph's end ends all; only a quotation that the next paragraph re-opens goes on. So a mark
that is missing or too many can never turn narration into quotation further on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import define, field

from quoteattr.languages.lexicon import Family
from quoteattr.model.findings import Issue, IssueKind
from quoteattr.model.quotations import Quotation
from quoteattr.model.spans import Span
from quoteattr.quotation.marks import MarkAt

_SINGLE = Family.SINGLE
"""Found faster by a plain name, as tags are."""
LOW_MARKS = frozenset(("„", "‚", "&bdquo;"))
"""Marks that open only, and are closed by one that opens elsewhere: „so“."""


@define(slots=True)
class _Open:
    """A quotation that is being read."""

    mark: MarkAt
    part: int  # where its present paragraph's part begins
    parts: list[Span] = field(factory=list)
    inner: list[Quotation] = field(factory=list)


def pair(
    text: str, paragraphs: Sequence[Span], marks: Sequence[MarkAt]
) -> tuple[tuple[Quotation, ...], tuple[Issue, ...]]:
    """Pair the marks of a text into quotations, outermost ones in the order of the text.

    It does not say what a quotation is used for. Every defect is an `Issue`.

    >>> from quoteattr.languages import load
    >>> from quoteattr.quotation.marks import find_marks
    >>> text = 'He said "no and left. "Yes," she said.'
    >>> quotations, issues = pair(text, [Span(0, len(text))], find_marks(text, load("en")))
    >>> [(text[q.spans[0].start : q.spans[0].end], q.closed) for q in quotations]
    [('no and left.', False), ('Yes,', True)]
    """
    pairing = _Pairing(text, single_is_outer(marks))
    for paragraph, inside in _by_paragraph(paragraphs, marks):
        pairing.read_paragraph(paragraph, inside)
    pairing.settle()
    return tuple(pairing.roots), tuple(sorted(pairing.issues, key=lambda issue: issue.span))


def single_is_outer(marks: Sequence[MarkAt]) -> bool:
    """Vote whether a text uses single marks as its outer ones, as British papers do."""
    opening = [mark.mark.family is _SINGLE for mark in marks if mark.opens]
    singles = sum(opening)
    return singles > len(opening) - singles


def _by_paragraph(paragraphs: Sequence[Span], marks: Sequence[MarkAt]) -> Iterator[tuple[Span, Sequence[MarkAt]]]:
    at = 0
    for paragraph in paragraphs:
        while at < len(marks) and marks[at].start < paragraph.start:
            at += 1
        first = at
        while at < len(marks) and marks[at].start < paragraph.end:
            at += 1
        yield paragraph, marks[first:at]


def reaching_into(
    regions: Sequence[Span], quotations: Sequence[Quotation]
) -> Iterator[tuple[Span, tuple[Quotation, ...]]]:
    """Yield each region with the quotations that reach into it, in one pass over both."""
    first = 0
    for region in regions:
        while first < len(quotations) and quotations[first].end <= region.start:
            first += 1
        last = first
        while last < len(quotations) and quotations[last].start < region.end:
            last += 1
        yield region, tuple(quotations[first:last])


class _Pairing:
    """The state of one pass: finished quotations, issues, and the stack of open ones."""

    def __init__(self, text: str, single_outer: bool) -> None:
        self.text = text
        self.single_outer = single_outer
        self.roots: list[Quotation] = []
        self.issues: list[Issue] = []
        self.stack: list[_Open] = []
        self.paragraph = Span(0, 0)

    def read_paragraph(self, paragraph: Span, marks: Sequence[MarkAt]) -> None:
        """Pair the marks of one paragraph; at most one quotation waits for the next."""
        first = 0
        if self.stack:
            if marks and self._goes_on(paragraph, marks[0]):
                self.stack[0].part = marks[0].end
                first = 1
            else:
                self.settle()
        self.paragraph = paragraph
        if not marks:
            return
        ahead = _Ahead(marks)
        for index in range(first, len(marks)):
            self._read(marks, index, ahead)
        self._end_paragraph()

    def settle(self) -> None:
        """End the quotation that waited for a next paragraph, as an unclosed one."""
        while self.stack:
            waiting = self.stack.pop()
            self._finish(waiting, self.paragraph.end, None)

    def _goes_on(self, paragraph: Span, mark: MarkAt) -> bool:
        """Tell whether a paragraph re-opens the quotation that the one before left open."""
        waiting = self.stack[0].mark.mark.family
        at_start = not self.text[paragraph.start : mark.start].strip()
        return at_start and mark.opens and mark.mark.family is waiting

    def _read(self, marks: Sequence[MarkAt], index: int, ahead: _Ahead) -> None:
        mark = marks[index]
        depth = self._depth(mark.mark.family)
        if mark.closes and depth is not None:
            if not (mark.mark.family is _SINGLE and ahead.is_possessive(self.text, index)):
                self._close(mark, depth)
        elif mark.opens:
            self._open(mark, depth, index, ahead)
        elif mark.closes:
            self._stray(mark)
        elif depth is not None:
            self._close(mark, depth)
        elif ahead.another(index):
            self._push(mark)
        else:
            self._stray(mark)

    def _depth(self, family: Family) -> int | None:
        """Return where in the stack a quotation of this family is open, the innermost first."""
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].mark.mark.family is family:
                return depth
        return None

    def _open(self, mark: MarkAt, depth: int | None, index: int, ahead: _Ahead) -> None:
        if mark.mark.family is _SINGLE and not self._opens_single(mark, index, ahead):
            return
        if depth is not None and not ahead.nests(index):
            self._cut(depth, mark.start)
        self._push(mark)

    def _opens_single(self, mark: MarkAt, index: int, ahead: _Ahead) -> bool:
        """Tell an opening single mark from an apostrophe: it has a partner, or leaves no doubt."""
        if ahead.closes_later(index):
            return True
        outermost = not self.stack
        return outermost and (mark.certain or (self.single_outer and mark.start == self.paragraph.start))

    def _push(self, mark: MarkAt) -> None:
        self.stack.append(_Open(mark, mark.end))

    def _close(self, mark: MarkAt, depth: int) -> None:
        self._cut(depth + 1, mark.start)
        opened = self.stack.pop()
        low = opened.mark.mark.form in LOW_MARKS
        if not low and mark.wrong_way != opened.mark.wrong_way:  # »both« reversed is a style, one alone a slip
            wrong = mark if mark.wrong_way else opened.mark
            self.issues.append(Issue(IssueKind.WRONG_WAY_MARK, Span(wrong.start, wrong.end)))
        self._finish(opened, mark.start, mark)

    def _cut(self, depth: int, end: int) -> None:
        """End all quotations from `depth` of the stack on: they are unclosed."""
        while len(self.stack) > depth:
            self._finish(self.stack.pop(), end, None)

    def _end_paragraph(self) -> None:
        """Let the outermost open quotation wait for the next paragraph; end the others."""
        self._cut(1, self.paragraph.end)
        if self.stack:
            waiting = self.stack[0]
            waiting.parts.append(self._trimmed(waiting.part, self.paragraph.end))
            waiting.part = self.paragraph.end

    def _finish(self, opened: _Open, end: int, closing: MarkAt | None) -> None:
        """Make the quotation; an open single mark without partner was an apostrophe, so only its insides stay."""
        owner = self.stack[-1].inner if self.stack else self.roots
        doubtful = opened.mark.mark.family is _SINGLE and not (opened.mark.certain and not self.stack)
        spans = tuple([s for s in (*opened.parts, self._trimmed(opened.part, end)) if s.end > s.start])
        if (closing is None and doubtful) or not spans:
            owner.extend(opened.inner)
            return
        if closing is None:
            self.issues.append(Issue(IssueKind.UNCLOSED_MARK, Span(opened.mark.start, spans[-1].end)))
        owner.append(
            Quotation(
                spans=spans,
                outer=Span(opened.mark.start, closing.end if closing else spans[-1].end),
                style=opened.mark.mark.form + (closing.mark.form if closing else ""),
                closed=closing is not None,
                inner=tuple(opened.inner),
            )
        )

    def _stray(self, mark: MarkAt) -> None:
        """Report a closing mark with nothing to close, unless it may be an apostrophe, inches or a minute."""
        if mark.mark.family is not _SINGLE and not mark.measure:
            self.issues.append(Issue(IssueKind.STRAY_MARK, Span(mark.start, mark.end)))

    def _trimmed(self, start: int, end: int) -> Span:
        piece = self.text[start:end]
        left = len(piece) - len(piece.lstrip())
        return Span(start + left, max(start + left, start + len(piece.rstrip())))


class _Ahead:
    """What follows each mark in its paragraph, found from the right, once and where it is asked: that stays linear."""

    def __init__(self, marks: Sequence[MarkAt]) -> None:
        self.marks = marks

    @cached_property
    def following(self) -> list[int | None]:
        """The next mark of the family of each."""
        found: list[int | None] = [None] * len(self.marks)
        last: dict[Family, int] = {}
        for index in range(len(self.marks) - 1, -1, -1):
            family = self.marks[index].mark.family
            found[index] = last.get(family)
            last[family] = index
        return found

    @cached_property
    def certain_close(self) -> list[int | None]:
        """The next certain closing mark of the family of each, before one that opens."""
        found: list[int | None] = [None] * len(self.marks)
        certain: dict[Family, int | None] = {}
        for index in range(len(self.marks) - 1, -1, -1):
            family = self.marks[index].mark.family
            found[index] = certain.get(family)
            certain[family] = self._certain_from(index, certain.get(family))
        return found

    def _certain_from(self, index: int, later: int | None) -> int | None:
        mark = self.marks[index]
        if mark.closes and mark.certain:
            return index
        return None if mark.opens else later

    def another(self, index: int) -> bool:
        """Tell whether a mark of the family follows in the paragraph."""
        return self.following[index] is not None

    def closes_later(self, index: int) -> bool:
        """Tell whether the next mark of the family, or the one after an inner pair, can close."""
        following = self.following[index]
        return following is not None and self.marks[following].closes

    def nests(self, index: int) -> bool:
        """Tell whether the next two marks of the family only close: “we heard “no” twice”."""
        first = self.following[index]
        second = self.following[first] if first is not None else None
        return all(i is not None and self.marks[i].closes and not self.marks[i].opens for i in (first, second))

    def is_possessive(self, text: str, index: int) -> bool:
        """Tell an apostrophe after a word from a closing mark: ‘the traders’ vans would go,’ he said."""
        mark = self.marks[index]
        next_is_word = text[mark.end : mark.end + 1].isspace() and text[mark.end + 1 : mark.end + 2].isalnum()
        return not mark.certain and mark.omits and next_is_word and self.certain_close[index] is not None
