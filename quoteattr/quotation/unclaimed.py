"""Quotations that no cue in their line claims: second parts, blocks behind a colon, whole utterances, or no speech."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quoteattr.grammar.lines import FINAL, PAUSES, QUOTED, Line
from quoteattr.grammar.phrases import holds_party, phrase_after
from quoteattr.grammar.subjects import Subject, shared_subject, subject_before
from quoteattr.languages.lexicon import Frame, Language
from quoteattr.model.documents import AUX, VERB
from quoteattr.model.quotations import Quotation
from quoteattr.model.spans import Span
from quoteattr.quotation.cues import is_unsaid_before
from quoteattr.quotation.headlines import is_topic
from quoteattr.quotation.values import Report

HEARER_FRAMES = frozenset((Frame.HEARER_CLAUSE, Frame.HEARER_TO))
LEAST_WORDS_ALONE = 7
"""Words from which on a quotation inside the reporter's sentence is somebody's words, even without a cue; shorter
ones are names, titles, slogans and words that the reporter keeps at a distance."""
LEAST_WORDS_HEADLINE = 3
LEAST_WORDS_HEADING = 3
LONGEST_WORK = 12
"""Words of the name of a work that stands inside a sentence: "Signals: How Towns Learned to Wait for the Post"."""
LONGEST_POSTING = 10
"""Words from "one by" to the colon."""
LONGEST_TITLE = 6
"""Words of a title; a longer quotation all in capitals is a headline that somebody said."""


class Claims:
    """The reports of the lines read so far, and which quotations they claim; state of one pass over a text."""

    def __init__(self, text: str, language: Language, signed: Mapping[int, Span] | None = None) -> None:
        self.text = text
        self.language = language
        self.signed = signed or {}  # start of a quotation -> who signed it
        self.reports: list[Report] = []
        self.claimed: dict[int, int] = {}  # start of a quotation -> place of the report that claims it
        self.previous: Line | None = None
        self.waiting: int | None = None  # a report that waits for its content: "She said:"
        self.interrupted: int | None = None  # a report whose tag ended its line: its quotation may go on

    def add(self, line: Line, reports: Sequence[Report], *, headline: bool = False) -> None:
        """Take in a line with its reports, and settle the quotations that none of them claims."""
        waiting, interrupted = self.waiting, self.interrupted
        if self.previous is None or self.previous.region != line.region:
            interrupted = None
        self.waiting = self.interrupted = None
        for report in reports:
            self._take(line, report)
        if QUOTED in line.lowers:
            self._settle_unclaimed(line, waiting, interrupted, headline)
        self.previous = line

    def _take(self, line: Line, report: Report) -> None:
        if report.rule == "open-tag" and not report.open:
            report = self._answered_before(line, report)
        fresh = tuple([q for q in report.quotations if self._is_free(q)])
        if report.quotations and not fresh and not report.contents:
            return
        if not report.contents and fresh != report.quotations:
            report = report._replace(quotations=fresh)
        self.reports.append(report)
        place = len(self.reports) - 1
        for quotation in report.quotations:
            self._claim(quotation, place)
        if report.open and not report.quotations:
            self.waiting = place
        if report.quotations:
            self.interrupted = place if report.tag else None

    def _is_free(self, quotation: Quotation) -> bool:
        """Tell whether a quotation is unclaimed, or only stands as an utterance without a source."""
        standing = self.claimed.get(quotation.start)
        return standing is None or self.reports[standing].source is None

    def _claim(self, quotation: Quotation, place: int) -> None:
        standing = self.claimed.get(quotation.start)
        if standing is not None and standing != place and self.reports[standing].source is None:
            self.reports[standing] = self.reports[standing]._replace(quotations=(), contents=())
            standing = None
        if standing is None:
            self.claimed[quotation.start] = place

    def _answered_before(self, line: Line, report: Report) -> Report:
        """Give a tag that is a line of its own the quotation that the line before ends with: '"A?" Obi asked.'"""
        before = self.previous
        if before is None or not report.starts_line or before.region != line.region:
            return report
        last = len(before.items) - 1
        while last >= 0 and before.lower(last) in FINAL:
            last -= 1
        quotation = before.quotation(last)
        if quotation is None:
            return report
        if not self._is_free(quotation):
            return report
        return report._replace(quotations=(quotation,), rule="quotation-in-line-before-tag", open=False, ends_line=True)

    def _settle_unclaimed(self, line: Line, waiting: int | None, interrupted: int | None, headline: bool) -> None:
        for at, quotation in line.placed_quotations():
            if quotation.start in self.claimed:
                continue
            signature = self.signed.get(quotation.start)
            if signature is not None:
                self._sign(quotation, signature)
            elif at == 0 and waiting is not None:
                self._give(waiting, quotation, "block-after-colon")
            elif at == 0 and interrupted is not None and self._is_alone(line, at):
                self._give(interrupted, quotation, None)
                self.interrupted = interrupted
            else:
                self._stand_alone(line, at, quotation, headline)

    def _sign(self, quotation: Quotation, signature: Span) -> None:
        """Report a quotation with the name that stands under it."""
        report = _bare(quotation, "signed-quotation")._replace(source=signature, source_rule="signature")
        self.reports.append(report)
        self.claimed[quotation.start] = len(self.reports) - 1

    def _give(self, place: int, quotation: Quotation, rule: str | None) -> None:
        """Add a quotation to an earlier report."""
        report = self.reports[place]
        contents = (*report.contents, *quotation.spans) if report.contents else ()
        self.reports[place] = report._replace(
            quotations=(*report.quotations, quotation),
            contents=contents,
            rule=rule or report.rule,
            open=False,
        )
        self.claimed[quotation.start] = place

    def _is_alone(self, line: Line, at: int) -> bool:
        """Tell whether nothing but punctuation stands beside a quotation in its line."""
        return all(i == at or not lower[:1].isalnum() for i, lower in enumerate(line.lowers))

    def _stand_alone(self, line: Line, at: int, quotation: Quotation, headline: bool) -> None:
        """Report a quotation without a cue where it is somebody's utterance for certain."""
        words = sum(len(self.text[s.start : s.end].split()) for s in quotation.spans)
        said = self.text[quotation.spans[0].start : quotation.spans[-1].end]
        if not headline and (_is_inside(line, at) or self._is_heading(line, at, words)) and is_work(said):
            return
        if is_unsaid_before(line, at, self.language):
            return
        report = _unknown_tag(line, at, quotation, self.text) or _unknown_cue(line, at, quotation)
        if report is None and is_title(said):
            return
        if report is None and line.lower(at - 1) == ":" and words > 2:
            report = self._after_colon(line, at, quotation)
        alone = self._is_alone(line, at) and (words > 2 or self.text[quotation.spans[-1].end - 1] in ".!?,…—")
        whole = at == 0 and self.text[quotation.spans[-1].end - 1] in "!?,"
        if report is None and (
            alone or whole or words >= LEAST_WORDS_ALONE or (headline and words >= LEAST_WORDS_HEADLINE)
        ):
            report = _bare(quotation, "utterance-alone" if alone else "utterance-in-line")
        if report is not None:
            self.reports.append(report)
            self.claimed[quotation.start] = len(self.reports) - 1
            if report.tag and report.ends_line:
                self.interrupted = len(self.reports) - 1

    def _is_heading(self, line: Line, at: int, words: int) -> bool:
        """Tell whether a quotation of some words is a paragraph of its own."""
        alone = self._is_alone(line, at) and line.quotation(at) is not None
        outer = line.items[0].start, line.items[-1].end
        return alone and words >= LEAST_WORDS_HEADING and outer == (line.region.start, line.region.end)

    def _after_colon(self, line: Line, at: int, quotation: Quotation) -> Report:
        """Report "Obi was blunt: "We lost.""; the source is the subject of the clause before the colon."""
        told = self.reports[-1] if self.reports and self.reports[-1].cue in line.span(0, at) else None
        subject = (
            self._posting(line, at - 1)
            or _before_aside(line, at - 1)
            or shared_subject(line, at - 1)
            or subject_before(line, at - 1)
        )
        if is_topic([item.lower for item in line.items[: at - 1]], self.language):
            source: Span | None = None
        elif told is not None and told.source is not None:
            source = told.source
        elif subject is not None and self._may_tell(line, subject):
            source = line.span(subject.first, subject.last)
        else:
            source = None
        return _bare(quotation, "quotation-after-colon")._replace(source=source, source_rule="subject-before-colon")

    def _may_tell(self, line: Line, subject: Subject) -> bool:
        """Tell whether a subject before a colon may speak: a party, and not who only hears: was telling *the crew*:."""
        entry = self.language.cues.get(line.lower(subject.first - 1))
        hears = entry is not None and not entry.frames.isdisjoint(HEARER_FRAMES)
        return not hears and holds_party(line, subject.first, subject.last, self.language)

    def _posting(self, line: Line, colon: int) -> Subject | None:
        """Return the post before a colon whose author it names: There were jokes, such as *one by Lotte Vinter*:."""
        words = self.language.roles.words
        for at in range(colon - 2, max(0, colon - LONGEST_POSTING), -1):
            if line.lower(at) in words.get("agents", ()) and line.lower(at - 1) in words.get("postings", ()):
                return Subject(at - 1, colon, "subject")
        return None


def is_title(text: str) -> bool:
    """Tell the name of a work or a show from an utterance: a few words, nearly all with capitals, no full stop.

    >>> is_title("The Replay Show"), is_title("Get Out!"), is_title("We were robbed")
    (True, False, False)
    """
    return 0 < len(text.split()) <= LONGEST_TITLE and text[-1:] not in ".!?,…" and _has_capitals(text)


def is_work(text: str) -> bool:
    """Tell the name of a work or a show inside a sentence, whose comma or full stop may stand before its closing mark:
    In an interview on “The Replay Show,” Obi declined.

    >>> is_work("The Replay Show,"), is_work("We were robbed,")
    (True, False)
    """
    return 0 < len(text.split()) <= LONGEST_WORK and text[-1:] not in "!?…" and _has_capitals(text)


def _has_capitals(text: str) -> bool:
    """Tell whether all words but small ones have capitals."""
    return all(word[:1].isupper() for word in text.split() if len(word) > 3 or word[:1].isupper())


def _before_aside(line: Line, colon: int) -> Subject | None:
    """Return whom a line begins with, an aside with a participle behind it: "Sam Idle, asked about the card:"."""
    stop = phrase_after(line, 0, colon)
    if stop is None or line.lower(stop) != "," or line.tag(stop + 1) is not VERB:
        return None
    aside = line.lower(stop + 1).endswith(line.words.nonfinite_endings)
    free = not any(line.tag(at) is AUX for at in range(stop + 1, colon))
    return Subject(0, stop, "subject") if aside and free else None


def _is_inside(line: Line, at: int) -> bool:
    """Tell whether the reporter's words go on to a quotation: no sentence or colon begins with it."""
    return at > 0 and line.lower(at - 1) != ":"


def _bare(quotation: Quotation, rule: str) -> Report:
    return Report(cue=Span(quotation.start, quotation.start), source=None, quotations=(quotation,), rule=rule)


def _unknown_tag(line: Line, at: int, quotation: Quotation, text: str) -> Report | None:
    """Report a quotation with a tag whose verb no list has: '"Enough," harrumphed the mayor.'"""
    if text[quotation.spans[-1].end - 1] not in ",!?—" and line.lower(at + 1) != ",":
        return None
    first = at + 1
    while line.lower(first) in PAUSES:
        first += 1
    found = _verb_then_subject(line, first) or _subject_then_verb(line, first)
    if found is None:
        return None
    verb, source = found
    return Report(
        cue=line.span(verb, verb + 1),
        source=source,
        quotations=(quotation,),
        rule="quotation-before-unknown-tag",
        source_rule="beside-unknown-verb",
        tag=True,
        ends_line=not any(line.quotation(i) for i in range(verb, len(line.items))),
    )


def _unknown_cue(line: Line, at: int, quotation: Quotation) -> Report | None:
    """Report a quotation behind a verb that no list has, and a comma or colon: 'She goes, "No way."'"""
    verb = at - 2
    if line.lower(at - 1) not in (",", ":") or line.tag(verb) is not VERB or verb <= 0:
        return None
    subject = subject_before(line, verb)
    gerund = line.lower(verb).endswith(line.words.gerund_endings) and line.tag(verb - 1) is not AUX
    if gerund and subject is not None:  # "left Brask saying, “...”", "heard Obi saying, “...”": it may hang on either
        source = None
    else:
        subject = subject or shared_subject(line, verb)
        source = line.span(subject.first, subject.last) if subject is not None else None
    if subject is None:
        return None
    return Report(
        cue=line.span(verb, verb + 1),
        source=source,
        quotations=(quotation,),
        rule="quotation-after-unknown-cue",
        source_rule="beside-unknown-verb",
    )


def _verb_then_subject(line: Line, first: int) -> tuple[int, Span] | None:
    if line.tag(first) is not VERB or line.lower(first).endswith(line.words.gerund_endings):
        return None
    stop = phrase_after(line, first + 1, line.end)
    return (first, line.span(first + 1, stop)) if stop is not None else None


def _subject_then_verb(line: Line, first: int) -> tuple[int, Span] | None:
    stop = phrase_after(line, first, line.end)
    if stop is None or line.tag(stop) is not VERB or line.lower(stop).endswith(line.words.gerund_endings):
        return None
    return stop, line.span(first, stop)
