"""Reports from syntax: where a document has dependencies, sources and contents are the phrases and clauses of its tree.

A tree can be wrong, so it is checked against the line: a content that is empty, holds its own cue, overlaps its
source or cuts a quotation is not taken, and what the shallow rules read there stays.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from quoteattr.grammar.lines import Line
from quoteattr.grammar.tree_phrases import Phrase, subject_of
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import NOUN, PROPN, VERB
from quoteattr.model.spans import Span
from quoteattr.quotation.credits import with_items
from quoteattr.quotation.cues import passive_cues, verb_cues
from quoteattr.quotation.tree_lines import TreeLine
from quoteattr.quotation.tree_reports import CLAUSAL, SUBJECT, clause_behind, report_of, report_of_passive, reports_as
from quoteattr.quotation.values import Report

_FOLLOWING = frozenset(("that-clause", "bare-clause", "question"))
"""Rules whose contents are clauses behind their cue; their edges can be those of a clause in the tree."""


_UNMARKED = frozenset(("bare-clause", "noun-phrase", "object-as", "object-of", "object-predicate"))
"""Rules that no word and no mark supports: a noun taken for a verb ("a draft *document* approved") misleads them."""
_OBJECTS = frozenset(("noun-phrase", "object-as", "object-of"))
"""Rules whose cue has an object, if it is one."""
_NOMINAL = frozenset((
    "amod", "appos", "compound", "conj", "flat", "nmod", "nmod:poss", "nsubj", "nsubj:pass", "obj", "obl",
))  # fmt: skip
"""Relations of nouns and of what stands before them."""
_OBLIQUE = frozenset(("nmod", "nsubj", "obl"))
"""Relations of a noun with a preposition; "nsubj" where only the preposition tells that it is none."""
_TAKEN = frozenset(("obj", "iobj", "ccomp", "xcomp", "obl", "nsubj:pass"))


def with_syntax(read: TreeLine, reports: Sequence[Report], language: Language) -> list[Report]:
    """Return the reports of a line with sources and contents of the tree, and those that only the tree shows.

    `reports` are those of the shallow rules; what the tree says nothing of, or cannot be right about, stays as it is.
    """
    borne_out = (report for report in reports if not _is_refuted(read, report))
    kept = [_with_content(read, _with_source(read, report), language) for report in borne_out]
    covered = {report.cue.start for report in kept}
    added: list[Report] = []
    for report in _from_tree(read, covered, language):
        if report.cue.start not in covered:
            covered.add(report.cue.start)
            added.append(report)
    return [*kept, *added]


def _from_tree(read: TreeLine, covered: Collection[int], language: Language) -> Iterator[Report]:
    """Yield what the tree reports of cues that are not covered yet, the surest first."""
    active = (cue for cue in verb_cues(read.line, language) if read.line.items[cue.verb].start not in covered)
    yield from reports_as(read, language)
    yield from filter(None, (report_of(read, cue, language) for cue in active))
    yield from filter(None, (report_of_passive(read, cue, language) for cue in passive_cues(read.line, language)))


def _cue_token(read: TreeLine, report: Report) -> int | None:
    """Return the token that a report's cue begins with."""
    item = read.place(report.cue.start) if report.cue else None
    return read.tokens[item] if item is not None else None


def _is_refuted(read: TreeLine, report: Report) -> bool:
    """Tell whether the tree shows that a cue is a noun, or has nothing for an object."""
    cue = _cue_token(read, report)
    if cue is None or report.rule not in _UNMARKED or report.quotations:
        return False
    tree = read.tree
    noun = tree.tags[cue] in (NOUN, PROPN) and tree.relations[cue] in _NOMINAL
    return noun or (report.rule in _OBJECTS and not any(tree.having(cue, _TAKEN)))


def _with_source(read: TreeLine, report: Report) -> Report:
    """Give a report the full noun phrase that its source is a part of, or that stands before an adverbial.

    Where both disagree on who it is, the line is trusted: it knows marks and tags that few parsers learned.
    """
    cue = _cue_token(read, report)
    phrase = subject_of(read.tree, cue, read.line.words) if cue is not None else None
    source = read.span(phrase)
    if phrase is None or source is None or report.source is None or _crosses(source, report):
        return report
    same_end = report.source.end == source.end
    same_start = report.source.start == source.start and source.start > report.cue.start
    fuller = report.source in source and (same_end or same_start)
    if fuller or (read.tree.heads[phrase.head] == cue and _is_adverbial(read, report.source, phrase)):
        return report._replace(source=source, source_rule=SUBJECT)
    return report


def _is_adverbial(read: TreeLine, source: Span, subject: Phrase) -> bool:
    """Tell whether what the line took for the source hangs on a preposition: "Obi, speaking in *Brask*, said"."""
    first, last = read.place(source.start), read.place_of_end(source.end)
    if first is None or last is None or any(read.line.items[at].time for at in range(*read.range_of(subject))):
        return False
    tokens = range(read.tokens[first], read.tokens[last] + 1)
    head = next((token for token in tokens if read.tree.heads[token] not in tokens), None)
    if head is None or subject.first <= head < subject.after:
        return False
    return read.tree.relations[head] in _OBLIQUE and read.tree.child(head, ("case",)) is not None


def _crosses(source: Span, report: Report) -> bool:
    """Tell whether a source overlaps what it is said to say, or its cue."""
    spans = (report.cue, *report.contents, *(quotation.outer for quotation in report.quotations))
    return any(source.overlaps(span) for span in spans)


def _with_content(read: TreeLine, report: Report, language: Language) -> Report:
    """Give a report of a clause behind its cue the edges of that clause in the tree."""
    cue = _cue_token(read, report)
    if cue is None or report.rule not in _FOLLOWING or len(report.contents) != 1:
        return report
    found = clause_behind(read, cue)
    content = report.contents[0]
    if found is None or read.line.items[found[0]].start != content.start:
        return report
    end = read.line.items[found[1] - 1].end
    if end == content.end:
        return report._replace(rule=CLAUSAL)
    last = bisect_left(read.line.items, content.end, key=lambda item: item.end) + 1
    apart = report.source is None or not report.source.overlaps(read.line.span(*found))
    if end > content.end and apart and not _reports(read.line, last, found[1], language):
        return with_items(read.line, report, *found)._replace(rule=CLAUSAL, ends_line=found[1] >= read.line.end)
    return report


def _reports(line: Line, first: int, last: int, language: Language) -> bool:
    """Tell whether items hold a verb that may report, or the colon before what is said."""
    return any(line.lower(at) == ":" or _may_report(line, at, language) for at in range(first, last))


def _may_report(line: Line, at: int, language: Language) -> bool:
    """Tell a cue from a noun of its form: "and *claims* victory", not "and its claims"."""
    joined = line.lower(at - 1) in line.words.report_conjunctions
    return line.lower(at) in language.cues and (line.tag(at) is VERB or joined)
