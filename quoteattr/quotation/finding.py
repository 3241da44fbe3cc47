"""From a document to its quotes: contents with their cues, and the source where the line itself shows it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from attrs import evolve

from quoteattr.grammar.dependencies import Tree
from quoteattr.grammar.lines import Grid, Line, lines_of
from quoteattr.grammar.links import link_paragraphs
from quoteattr.grammar.openings import opening_end
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import PROPN, Document
from quoteattr.model.findings import Issue, IssueKind
from quoteattr.model.quotations import Quotation
from quoteattr.model.quotes import UNNAMED, Evidence, Quote, QuoteKind
from quoteattr.model.spans import Passage, Span
from quoteattr.quotation.combining import combine
from quoteattr.quotation.complements import is_utterance
from quoteattr.quotation.confidence import confidence_of
from quoteattr.quotation.headlines import headline_reports
from quoteattr.quotation.marks import find_marks
from quoteattr.quotation.names_in_marks import is_name_in_marks
from quoteattr.quotation.pairing import pair, reaching_into
from quoteattr.quotation.regrouping import trimmed
from quoteattr.quotation.reports import reports_in
from quoteattr.quotation.signatures import find_signatures, signed_whole
from quoteattr.quotation.syntax import with_syntax
from quoteattr.quotation.tree_lines import TreeLine
from quoteattr.quotation.turns import Turn, find_turns
from quoteattr.quotation.unclaimed import Claims
from quoteattr.quotation.values import Report

_BROKEN = re.compile("[\ud800-\udfff\0]")
_UNSURE_INSIDE = frozenset(
    f"content/{rule}"
    for rule in (
        "for-phrase",
        "of-phrase",
        "hearer-and-infinitive",
        "infinitive",
        "infinitive-complement",
        "noun-phrase",
        "phrase-before-colon",
        "object-predicate",
    )
)
"""Rules that are wrong more often than right on what is said inside somebody's words."""
_URGING, _VOWING = "content/hearer-and-infinitive", "content/infinitive"
_DIRECT, _MIXED, _INDIRECT = QuoteKind
"""Found faster by plain names, as tags are."""
DEEPEST = 8
"""Quotes inside each other, outermost included; more are no language."""
_LONGEST_TAG = 150
"""Characters of a source and a cue; what is longer holds more, and need not be looked at."""
_LONGEST_REST = 12
"""Characters of a tag beside its source and cue: "*had* told *him*", spaces counted."""
_LONGEST_HEADLINE = 160
"""Characters of a headline; a first paragraph that is longer is a lead."""


def find(document: Document, language: Language) -> tuple[tuple[Quote, ...], tuple[Issue, ...]]:
    """Find the quotes of a document and the defects of its text.

    A quote has content, cue and kind, and the source where its own line shows it; speakers and chains are for later
    stages. Quotes are disjoint or nest; the outermost are returned, in the order of the text.

    >>> from quoteattr.languages import load
    >>> from quoteattr.parsing.rules import RuleParser
    >>> document = RuleParser().parse('"We won," Ida Obi said.', "en")
    >>> [(q.content.text, q.cue.text, q.source.text) for q in find(document, load("en"))[0]]
    [('We won,', 'said', 'Ida Obi')]
    """
    text = document.text
    quotations, issues = pair(text, document.paragraphs, find_marks(text, language))
    finder = _Finder(document, language)
    quotations = signed_whole(finder.grid, document.paragraphs, quotations, language)
    quotes = combine(finder.read(document.paragraphs, quotations), document, quotations, language)
    return _without_tags(document, quotes), tuple(
        sorted((*document.issues, *issues, *_broken_characters(text)), key=lambda issue: issue.span)
    )


def _without_tags(document: Document, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Leave out a quote that holds nothing but the tag of the next one: Reuters reported that *Obi said*: “No”."""
    return tuple(quote for quote, after in zip_longest(quotes, quotes[1:]) if not _is_tag(document, quote, after))


def _is_tag(document: Document, quote: Quote, after: Quote | None) -> bool:
    if after is None or not after.source.spans or not after.cue.spans or after.source.start >= quote.content.end:
        return False
    if quote.content.end - quote.content.start > _LONGEST_TAG or after.content.start < quote.content.end:
        return False
    whole, source, cue = quote.content.extent, after.source.extent, after.cue.extent
    if whole == source:
        return source.end <= cue.start
    if source not in whole or cue not in whole:
        return False
    aside = source.start == whole.start and cue.end == whole.end and document.text[source.end] == ","
    return aside or len(whole) - len(source) - len(cue) <= _LONGEST_REST  # "B, *speaking in May*, said"


def _broken_characters(text: str) -> Iterator[Issue]:
    """Yield the characters that no text should hold, one issue a kind, and the lack of any words."""
    seen: set[IssueKind] = set()
    for match in _BROKEN.finditer(text):
        kind = IssueKind.NUL if match[0] == "\0" else IssueKind.LONE_SURROGATE
        if kind not in seen:
            seen.add(kind)
            yield Issue(kind, Span(*match.span()))
    if not text.strip():
        yield Issue(IssueKind.EMPTY_TEXT, Span(0, len(text)))


class _Finder:
    """One document being read; holds what every region needs."""

    def __init__(self, document: Document, language: Language) -> None:
        self.document = document
        self.text = document.text
        self.language = language
        self.grid = Grid.of(document)
        self.tree = Tree.of(document, self.grid.lowers)

    def read(self, paragraphs: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Quote, ...]:
        """Read the paragraphs of an article."""
        signed = find_signatures(self.grid, paragraphs, quotations, self.language)
        claims = Claims(self.text, self.language, signed)
        turns = find_turns(self.text, paragraphs, self.language)
        ranges = (range(first, first + turn.paragraphs) for first, turn in turns.items())
        inside = {place for places in ranges for place in places if self.text[paragraphs[place].start] != "("}
        spoken = [paragraphs[place] for place in sorted(inside)]
        links = link_paragraphs(self.document, self.language)
        quotes: list[Quote] = []
        for place, (paragraph, reaching) in enumerate(reaching_into(paragraphs, quotations)):
            if place in turns:
                quotes.append(self._turn(turns[place], quotations))
            elif place not in inside and paragraph not in links:
                own = tuple(q for q in reaching if not _begins_in(q, spoken)) if spoken else reaching
                self._read_paragraph(paragraph, own, claims, headline=self._is_headline(place, paragraph))
        return _nested((*quotes, *self._quotes(claims)), self.language)

    def _is_headline(self, place: int, paragraph: Span) -> bool:
        return place == 0 and len(paragraph) <= _LONGEST_HEADLINE and self.text[paragraph.end - 1] not in ".:"

    def _read_paragraph(
        self, paragraph: Span, quotations: Sequence[Quotation], claims: Claims, *, headline: bool
    ) -> None:
        start = opening_end(self.text, paragraph, self.language)
        if quotations and quotations[0].start < start:
            start = paragraph.start
        for line in lines_of(self.grid, Span(start, paragraph.end), quotations):
            reports = self._reports(line)
            if headline and not any(report.source for report in reports):
                reports = [*headline_reports(line, self.language, self._names), *reports]
            claims.add(line, reports, headline=headline)

    def _reports(self, line: Line) -> list[Report]:
        """Return the reports of a line, from the tree where the document has one."""
        reports = list(reports_in(line, self.language))
        if self.tree is None:
            return reports
        return with_syntax(TreeLine.of(line, self.tree, self.grid), reports, self.language)

    @property
    def _names(self) -> frozenset[str]:
        """The folded words that the body uses as names."""
        first = self.document.paragraphs[0].end if self.document.paragraphs else 0
        tags = self.document.tags or ()
        return frozenset(
            lower
            for lower, tag, start in zip(self.grid.lowers, tags, self.grid.starts, strict=False)
            if tag is PROPN and start > first
        )

    def _turn(self, turn: Turn, quotations: Sequence[Quotation]) -> Quote:
        """Make the quote of a turn; marks that enclose the whole turn are left out."""
        spans = turn.spans
        inner = [q for q in quotations if any(q.start >= s.start and q.end <= s.end for s in spans)]
        if len(inner) == 1 and len(spans) == 1 and inner[0].outer == spans[0]:
            spans, inner = inner[0].spans, list(inner[0].inner)
        told = [Evidence("source/turn-label", (turn.label,))] if turn.label else []
        told += [Evidence(turn.part or UNNAMED)] if turn.part or not turn.label else []
        return Quote(
            content=Passage.of(self.text, *spans),
            kind=QuoteKind.DIRECT,
            source=Passage.of(self.text, turn.label),
            quotes=self._inside(spans, inner),
            confidence=confidence_of("turn"),
            evidence=(Evidence("content/turn", spans), *told),
        )

    def _inside(self, spans: Iterable[Span], quotations: Sequence[Quotation]) -> tuple[Quote, ...]:
        """Find the quotes inside a direct quote; only those with a source of their own."""
        claims = Claims(self.text, self.language)
        for span, reaching in reaching_into(tuple(spans), quotations):
            for line in lines_of(self.grid, span, reaching):
                claims.add(line, self._reports(line))
        sure = (q for q in self._quotes(claims, inside=True) if q.source and _is_sure_inside(q, self.language))
        return _nested(sure, self.language)

    def _quotes(self, claims: Claims, *, inside: bool = False) -> Iterator[Quote]:
        for report in claims.reports:
            quote = self._quote(report, inside=inside)
            if quote is not None:
                yield quote

    def _quote(self, report: Report, *, inside: bool) -> Quote | None:
        """Make the quote of a report: marks left out where a quotation is the whole content."""
        quotations = report.quotations
        if not (quotations or report.contents):
            return None
        spans = report.contents or tuple([span for q in quotations for span in q.spans])
        if not report.contents:
            report, spans = self._without_tag(report, spans)
        content = Passage.of(self.text, *spans)
        if not content:
            return None
        source = Passage.of(self.text, trimmed(report.source, self.text)) if report.source else Passage()
        inner = [each for quotation in quotations for each in quotation.inner]
        nested = self._inside(spans, inner) if not report.contents else ()
        return Quote(
            content=content,
            kind=self._kind(report),
            cue=Passage.of(self.text, report.cue),
            source=source,
            closed=all(q.closed for q in quotations),
            polarity=report.polarity,
            stance=report.stance,
            quotes=nested,
            confidence=confidence_of(report.rule, inside=inside),
            evidence=_evidence(report, spans),
        )

    def _without_tag(self, report: Report, spans: tuple[Span, ...]) -> tuple[Report, tuple[Span, ...]]:
        """Cut off the tag that an unclosed quotation has swallowed: "I am tired, she said."""
        last = report.quotations[-1]
        if last.closed or len(last.spans) == 0:
            return report, spans
        for line in lines_of(self.grid, spans[-1], last.inner):
            for found in reports_in(line, self.language):
                tagged = found.tag and found.ends_line and found.contents and found.source is not None
                end = found.contents[0].end if tagged else 0
                after_words = tagged and found.source is not None and min(found.source.start, found.cue.start) >= end
                if after_words and line.items[-1].end >= spans[-1].end and report.source is None:
                    shorter = (*spans[:-1], Span(spans[-1].start, end))
                    return report._replace(cue=found.cue, source=found.source, source_rule=found.source_rule), shorter
        return report, spans

    def _kind(self, report: Report) -> QuoteKind:
        if not report.quotations:
            return _INDIRECT
        if report.contents:
            named = all(is_name_in_marks(each, self.text, self.language) for each in report.quotations)
            return QuoteKind.INDIRECT if named else _MIXED
        words = self.text[report.quotations[0].spans[0].start : report.quotations[-1].spans[-1].end]
        in_clause = report.rule in ("quotation-in-clause", "object-predicate", "noun-phrase")
        return _MIXED if in_clause and not is_utterance(words) else _DIRECT


def _is_sure_inside(quote: Quote, language: Language) -> bool:
    """Tell whether a quote inside a quote is certain: "we agreed to go", "he named a day" are the speaker's own.

    What somebody else told a hearer to do is certain: "the doctor told me to rest"; so is what others vowed to do.
    """
    rule = quote.evidence[0].rule
    pronoun = language.pronouns.get(quote.source.text.casefold())
    others = rule == _URGING and (pronoun is None or pronoun.person == 3)
    others = others or (rule == _VOWING and pronoun is None)
    return others or rule not in _UNSURE_INSIDE


def _evidence(report: Report, spans: tuple[Span, ...]) -> tuple[Evidence, ...]:
    found = [Evidence(f"content/{report.rule}", spans)]
    rule = f"source/{report.source_rule}"
    if report.source is not None:
        found.append(Evidence(rule, (report.source,)))
    elif rule == UNNAMED:
        found.append(Evidence(rule))
    return tuple(found)


def _begins_in(quotation: Quotation, paragraphs: Sequence[Span]) -> bool:
    """Tell whether a quotation begins in one of some paragraphs, which are in order."""
    at = bisect_right(paragraphs, quotation.start, key=lambda paragraph: paragraph.start) - 1
    return at >= 0 and quotation.start < paragraphs[at].end


def _nested(quotes: Iterable[Quote], language: Language, depth: int = 0) -> tuple[Quote, ...]:
    """Put quotes that lie inside another's content into it; of two that cross, the first and longer stays."""
    roots: list[tuple[Quote, list[Quote]]] = []
    for quote in sorted(quotes, key=lambda q: (q.content.start, -q.content.end)):
        outer, inner = roots[-1] if roots else (None, [])
        if outer is None or quote.content.start >= outer.content.end:
            roots.append((quote, []))
        elif _lies_inside(quote, outer):
            marked = outer.kind is not QuoteKind.DIRECT and quote.kind is not QuoteKind.INDIRECT
            if quote.source and (marked or _is_sure_inside(quote, language)) and depth < DEEPEST:
                inner.append(quote)
        elif _are_disjoint(quote, outer):
            roots.append((quote, []))
    return tuple(
        evolve(outer, quotes=_nested((*outer.quotes, *inner), language, depth + 1)) if inner else outer
        for outer, inner in roots
    )


def _lies_inside(quote: Quote, outer: Quote) -> bool:
    return quote.content != outer.content and all(
        any(span in whole for whole in outer.content) for span in quote.content
    )


def _are_disjoint(quote: Quote, outer: Quote) -> bool:
    return not any(a.overlaps(b) for a in quote.content for b in outer.content)
