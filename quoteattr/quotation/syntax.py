"""Reports from the tree: where a document has dependencies, clauses and subjects are read from them.

A tree can be wrong, so it is checked against the line: a content that is empty, holds its own cue, overlaps its
source or cuts a quotation is not taken, and what the shallow rules read there stays.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import evolve, frozen

from quoteattr.grammar.dependencies import Tree
from quoteattr.grammar.lines import Grid, Line
from quoteattr.grammar.subjects import Subject
from quoteattr.grammar.tree_phrases import Phrase, clause, subject_of
from quoteattr.languages.lexicon import Frame, Language
from quoteattr.model.documents import Tag
from quoteattr.model.spans import Span
from quoteattr.quotation.complements import Complement
from quoteattr.quotation.credits import with_items
from quoteattr.quotation.cues import Cue, verb_cues
from quoteattr.quotation.reports import allows, has_teller, of_complement
from quoteattr.quotation.values import Report

CLAUSAL = "clausal-complement"
SUBJECT = "subject-in-syntax"
_FOLLOWING = frozenset(("that-clause", "bare-clause", "question"))
"""Rules whose contents are clauses behind their cue; their edges can be those of a clause in the tree."""
_CLAUSE_FRAMES = frozenset((Frame.CLAUSE, Frame.HEARER_CLAUSE, Frame.WHETHER))
_JOINED = frozenset(("conj", "advcl", "parataxis"))


@frozen(slots=True, eq=False)
class TreeLine:
    """A line with the tree that its tokens belong to; `tokens` holds the first token of each item."""

    line: Line
    tree: Tree
    tokens: Sequence[int]
    after: int  # the token behind the line's last

    @classmethod
    def of(cls, line: Line, tree: Tree, grid: Grid) -> TreeLine:
        """Find the tokens of a line's items."""
        tokens = tuple(bisect_left(grid.starts, item.start) for item in line.items)
        after = bisect_left(grid.starts, line.items[-1].end) if line.items else 0
        return cls(line, tree, tokens, after)

    def item(self, token: int) -> int | None:
        """Return the item that a token is, or lies in; `None` for one of another line."""
        if not self.tokens or not self.tokens[0] <= token < self.after:
            return None
        return bisect_right(self.tokens, token) - 1

    def items(self, phrase: Phrase | None) -> tuple[int, int] | None:
        """Return the items of a phrase, `None` where it reaches out of the line or cuts a quotation."""
        if phrase is None:
            return None
        first, last = self.item(phrase.first), self.item(phrase.after - 1)
        if first is None or last is None or self._cuts(first, phrase) or self._cuts(last, phrase):
            return None
        return first, last + 1

    def _cuts(self, item: int, phrase: Phrase) -> bool:
        """Tell whether a phrase holds some words of a quotation and leaves some."""
        if self.line.quotation(item) is None:
            return False
        behind = self.tokens[item + 1] if item + 1 < len(self.tokens) else self.after
        return phrase.first > self.tokens[item] + 1 or phrase.after < behind - 1


def with_syntax(read: TreeLine, reports: Sequence[Report], language: Language) -> list[Report]:
    """Return the reports of a line with sources and contents of the tree, and those that only the tree shows.

    `reports` are those of the shallow rules.
    """
    kept = [_with_clause(read, _with_subject(read, report), language) for report in reports]
    covered = {report.cue.start for report in kept}
    added = [
        report
        for cue in verb_cues(read.line, language)
        if read.line.items[cue.verb].start not in covered and (report := _of_cue(read, cue)) is not None
    ]
    return [*kept, *added]


def _cue_token(read: TreeLine, report: Report) -> int | None:
    """Return the token that a report's cue begins with."""
    item = bisect_left(read.line.items, report.cue.start, key=lambda each: each.start)
    inside = item < len(read.line.items) and read.line.items[item].start == report.cue.start
    return read.tokens[item] if inside and report.cue else None


def _with_subject(read: TreeLine, report: Report) -> Report:
    """Give a report the full noun phrase that its source ends: appositions and relative clauses of the tree."""
    cue = _cue_token(read, report)
    found = read.items(subject_of(read.tree, cue)) if cue is not None else None
    if found is None:
        return report
    source = read.line.span(*found)
    if _crosses(source, report):
        return report
    if report.source is None:
        return report
    if report.source == source or (report.source in source and report.source.end == source.end):
        return evolve(report, source=source, source_rule=SUBJECT)
    return report


def _crosses(source: Span, report: Report) -> bool:
    """Tell whether a source overlaps what it is said to say, or its cue."""
    spans = (report.cue, *report.contents, *(quotation.outer for quotation in report.quotations))
    return any(source.overlaps(span) for span in spans)


def _with_clause(read: TreeLine, report: Report, language: Language) -> Report:
    """Give a report of a clause behind its cue the edges of that clause in the tree."""
    cue = _cue_token(read, report)
    if cue is None or report.rule not in _FOLLOWING or len(report.contents) != 1:
        return report
    found = _clause_behind(read, cue)
    content = report.contents[0]
    if found is None or read.line.items[found[0]].start != content.start:
        return report
    line = read.line
    end = line.items[found[1] - 1].end
    if end == content.end:
        return evolve(report, rule=CLAUSAL)
    last = bisect_left(line.items, content.end, key=lambda each: each.end) + 1
    if end > content.end and not _reports(read, last, found[1], language):
        longer = line.span(*found)
        if report.source is not None and report.source.overlaps(longer):
            return report
        return evolve(with_items(line, report, *found), rule=CLAUSAL, ends_line=found[1] >= line.end)
    return report


def _clause_behind(read: TreeLine, cue: int) -> tuple[int, int] | None:
    """Return the items of the clause that a cue has as its complement to the right, "that" left out."""
    tree = read.tree
    for head in tree.having(cue, ("ccomp", "xcomp")):
        if head > cue:
            that = tuple(child for child in tree.having(head, ("mark",)) if tree.words[child] == "that")
            found = read.items(clause(tree, head, without=that))
            if found is None or read.tokens[found[0]] <= cue:
                return None
            return found[0], min(found[1], read.line.end)
    return None


def _reports(read: TreeLine, first: int, last: int, language: Language) -> bool:
    """Tell whether items hold a report of their own: a cue verb."""
    return any(read.line.lower(at) in language.cues and read.line.tag(at) is Tag.VERB for at in range(first, last))


def _of_cue(read: TreeLine, cue: Cue) -> Report | None:
    """Report a cue that the shallow rules gave nothing for."""
    token = read.tokens[cue.verb]
    subject = _subject(read, token)
    complement = _complement(read, cue, token)
    if subject is None or complement is None or cue.heard:
        return None
    if subject.first < complement.last and complement.first < subject.last:
        return None
    if complement.first <= cue.verb < complement.last:
        return None
    if not (has_teller(read.line, cue, subject, None) and allows(read.line, cue, complement)):
        return None
    return of_complement(read.line, cue, complement, subject, None)


def _subject(read: TreeLine, token: int) -> Subject | None:
    found = read.items(subject_of(read.tree, token))
    if found is None or found[0] <= read.item(token) < found[1]:
        return None
    return Subject(*found, SUBJECT, inverted=found[0] > read.item(token))


def _complement(read: TreeLine, cue: Cue, token: int) -> Complement | None:
    """Return what a cue takes in the tree, where its frames allow it."""
    frames = cue.entry.frames
    found = _clause_behind(read, token)
    if found is None or found[0] >= found[1]:
        return None
    infinitive = read.line.lower(found[0]) == "to"
    if infinitive and not frames & {Frame.TO, Frame.HEARER_TO}:
        return None
    if not infinitive and not frames & _CLAUSE_FRAMES:
        return None
    return Complement(*found, "infinitive-complement" if infinitive else CLAUSAL)
