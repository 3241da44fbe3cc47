"""Reports in one line: a cue with its source and content, in every order that news prose has.

Each rule takes a line and a cue and returns a `Report`, or `None`; the first answer wins.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.grammar.lines import QUOTED, Line
from quoteattr.grammar.subjects import Subject, shared_subject, subject_before
from quoteattr.languages.lexicon import CueClass, Frame, Language
from quoteattr.model.documents import ADV, AUX, FINITE, NOUN, PRON, PROPN
from quoteattr.model.spans import Span
from quoteattr.quotation.complements import Complement, complement_after
from quoteattr.quotation.credits import passes_on, phrase_report, told
from quoteattr.quotation.cues import Cue, PhraseCue, is_manner_only, may_report, phrase_cues, verb_cues
from quoteattr.quotation.hearers import document_reports, hearer_reports, participle_reports, question_reports
from quoteattr.quotation.perceived import perceived_reports
from quoteattr.quotation.quoted_as_saying import quoted_as_saying, quoting_relatives, was_quoted
from quoteattr.quotation.relative_clauses import within_relative
from quoteattr.quotation.speech_nouns import noun_reports
from quoteattr.quotation.tags import as_tag, asks_for_content, clause_after_tag, follows_quotation
from quoteattr.quotation.values import UNNAMED_RULE, Report

LONGEST_FREE_RELATIVE = 6
"""Words before a verb in which "what" shows that its object is no name: "what the mayor called “a farce”"."""


def reports_in(line: Line, language: Language) -> Iterator[Report]:
    """Yield the reports of one line: those of phrases, then those of verbs, in the order of their cues."""
    phrases = tuple(phrase_cues(line, language))
    if not (phrases or may_report(line, language)):
        return
    taken = {at for phrase in phrases for at in range(phrase.first, phrase.after)}
    found: list[Report] = []
    last: Report | None = None
    for report, places in (*was_quoted(line, language, taken), *quoting_relatives(line, language)):
        found.append(report)
        taken.update(places)
    told_already = {content for report in found for content in report.contents}
    opened = () if phrases and not phrases[0].first else participle_reports(line, language)
    for report, places in (*_claiming_reports(line, language), *opened):
        found.append(report)
        taken.update(places)
    framed = _frame_end(line)
    for cue in verb_cues(line, language):
        if cue.verb in taken or cue.verb < framed:
            continue
        quoted = quoted_as_saying(line, cue.verb, language)
        if quoted is not None:
            found.append(quoted)
            taken.update(range(cue.verb, line.end))
            continue
        for report in _verb_reports(line, cue, language, last):
            if not told_already.isdisjoint(report.contents):
                continue  # "A reports citing B, which quoted C as saying that ..."
            found.append(report)
            last = report if report.source is not None else last
    yield from _with_phrases(line, phrases, found, language) if phrases else found


def _claiming_reports(line: Line, language: Language) -> Iterator[tuple[Report, range]]:
    """Yield the reports of nouns, hearers, documents and recordings, with the places that no other cue may claim."""
    if QUOTED in line.lowers:
        yield from noun_reports(line, language)
    yield from hearer_reports(line, language)
    if QUOTED in line.lowers:
        yield from question_reports(line, language)
    yield from document_reports(line, language)
    yield from perceived_reports(line, language)


def _with_phrases(
    line: Line, phrases: tuple[PhraseCue, ...], found: list[Report], language: Language
) -> Iterator[Report]:
    """Yield the reports of phrases, and of those found otherwise what no phrase has taken for its content."""
    made = [phrase_report(line, phrase, language) for phrase in phrases]
    credited = [each for each in made if each is not None and not passes_on(each, found)]
    yield from credited
    taken_over = [content for each in credited for content in each.contents]
    yield from (each for each in found if told(each) or not any(each.cue in content for content in taken_over))


def _frame_end(line: Line) -> int:
    """Return where a question that only frames an answer ends: "*Asked whether he regretted it,* she said"."""
    if line.lowers[0] not in line.words.question_verbs or line.lower(1) not in line.words.question_openers:
        return 0
    return next((at for at in range(2, line.end) if line.lower(at) == ","), 0)


def _verb_reports(line: Line, cue: Cue, language: Language, last: Report | None) -> Iterator[Report]:
    """Yield the report of a cue, and the clause that goes on after its tag with the same cue."""
    subject = _subject_of(line, cue, last)
    if cue.heard and not _is_hearer(line, subject, language):
        return
    tag = as_tag(line, cue, subject, language) if follows_quotation(line, cue, subject) else None
    complement = (
        None
        if tag is not None and not asks_for_content(line, cue)
        else complement_after(line, cue.after, cue.entry, language, heard=cue.heard)
    )
    if complement is not None and allows(line, cue, complement):
        if has_teller(line, cue, subject, last):
            told = within_relative(line, complement, subject, language)
            yield of_complement(line, cue, told, subject, last)
        return
    if cue.gerund or cue.infinitive:
        return
    report = tag or as_tag(line, cue, subject, language)
    if report is not None:
        yield report
        further = clause_after_tag(line, cue, report, language)
        if further is not None:
            yield further


def _is_hearer(line: Line, subject: Subject | None, language: Language) -> bool:
    """Tell whether a subject is one that is told things as its office: a jury, a court, an inquest."""
    if subject is None:
        return False
    hearers = language.word_class("hearers")
    return not hearers.isdisjoint(line.lowers[subject.first : subject.last])


def has_teller(line: Line, cue: Cue, subject: Subject | None, last: Report | None) -> bool:
    """Tell whether somebody reports: a subject that is not "nobody", or one shared with the cue before."""
    words = line.words
    asks = subject is not None and cue.entry.cue_class is CueClass.ASK
    if subject is not None and asks and line.lower(subject.first - 1) in words.time_subordinators:
        return False  # "When we asked if it was legal, she left": a question that frames an answer
    if subject is not None and line.lowers[subject.first] in words.addressees and line.tag(cue.verb - 1) is AUX:
        return False  # "you can say what you like"
    if subject is not None:
        nor = line.lower(subject.first - 1) in words.verb_negations  # "neither Obi nor his agent would say"
        return line.lowers[subject.first] not in words.no_tellers and not nor
    if cue.gerund:
        return (last is not None and last.source is not None) or shared_subject(line, cue.verb) is not None
    before = line.lower(cue.verb - 1)
    return last is not None and (before == "," or before in words.clause_joiners or before in words.sequels)


def allows(line: Line, cue: Cue, complement: Complement) -> bool:
    """Keep verbs of manner and thought to contents with words in marks, and participles to their places."""
    quoted = line.quotations(complement.first, complement.last)
    if is_manner_only(cue.entry) and not quoted:
        return False
    may_be_free = not quoted and (Frame.PREDICATE in cue.entry.frames or complement.rule == "whether-clause")
    if may_be_free and _stand_before(line, cue, line.words.free_relatives):
        return False  # "what both clubs call an undisclosed fee", "what she will say when it opens"
    if _names_only(line, cue, complement) or _is_anonymity(line, complement):
        return False
    if cue.entry.cue_class is CueClass.MANNER and not complement.quoted and Frame.CLAUSE not in cue.entry.frames:
        return False
    if cue.gerund:
        return (
            line.lower(cue.verb - 1) == ","
            or line.lower(cue.verb - 1) in line.words.gerund_openers
            or cue.verb == 0
            or (line.tag(cue.verb - 1) is AUX)
            or line.quotation(cue.verb - 1) is not None
            or _recorded(line, cue) is not None
        )
    return True


def _recorded(line: Line, cue: Cue) -> Subject | None:
    """Return the phrase for a recording on which somebody says what follows: *footage of Ms Obi* saying, “No”."""
    subject = subject_before(line, cue.verb) if line.tag(cue.verb - 1) in (PROPN, NOUN) else None
    if subject is None:
        return None
    words = line.lowers[subject.first : subject.last]
    return subject if not line.words.recordings.isdisjoint(words) else None


def _stand_before(line: Line, cue: Cue, words: frozenset[str]) -> bool:
    """Tell whether one of some words stands right before a cue, or a little farther back."""
    return not words.isdisjoint(line.lowers[max(0, cue.verb - LONGEST_FREE_RELATIVE) : cue.verb])


def _names_only(line: Line, cue: Cue, complement: Complement) -> bool:
    """Tell a name ("the hill called «Camel»") and a passive ("a clerk accused of theft") from a report."""
    first = complement.first
    naming = Frame.PREDICATE in cue.entry.frames and Frame.CLAUSE not in cue.entry.frames
    if not naming or _stand_before(line, cue, line.words.object_relatives):
        named = False
    else:
        marked = line.quotation(first) is not None and line.tag(cue.verb - 1) is not PRON
        named = marked or _bears_name(line, cue, first)
    passive = cue.entry.cue_class is CueClass.JUDGE and line.lower(first) in line.words.of_openers
    return named or passive


def _bears_name(line: Line, cue: Cue, first: int) -> bool:
    """Tell "a village *called Little Harrow* has lost" from "a critic called Ada Obi a fraud": nothing is said."""
    after = first
    while line.tag(after) is PROPN:
        after += 1
    ends = after >= line.end or line.lower(after) in (",", ";") or line.lower(after) in line.words.subject_relatives
    return first == cue.after < after and line.tag(cue.verb - 1) is NOUN and (ends or line.tag(after) in FINITE)


def _is_anonymity(line: Line, complement: Complement) -> bool:
    """Tell "who asked not to be named" from a request that is news."""
    inside = line.lowers[complement.first : min(complement.last, complement.first + 8)]
    return not line.words.anonymity_words.isdisjoint(inside)


def _subject_of(line: Line, cue: Cue, last: Report | None) -> Subject | None:
    """Return the subject of a finite cue to its left, its own or shared."""
    if cue.gerund and line.tag(cue.verb - 1) is not AUX:
        return _recorded(line, cue)
    if cue.infinitive:
        return shared_subject(line, cue.verb, embedded=True)
    own = subject_before(line, cue.verb)
    if own is not None:
        return own
    words, before = line.words, line.lower(cue.verb - 1)
    if last is not None and last.source is not None and before in words.clause_joiners:
        return None  # "He said it was over and *predicted* ...": the subject of the cue before
    joined = before in words.clause_coordinators or before in words.sequels
    if joined or line.tag(cue.verb - 1) in (ADV, AUX):
        return shared_subject(line, cue.verb)
    return None


def of_complement(line: Line, cue: Cue, complement: Complement, subject: Subject | None, last: Report | None) -> Report:
    """Report a cue with its content behind it: "She said that it works", "..., adding that it works"."""
    source, source_rule = _source_span(line, subject)
    if subject is None and cue.gerund:
        shared = shared_subject(line, cue.verb)
        source, source_rule = _source_span(line, shared)
    if source is None and last is not None:
        source, source_rule = last.source, "shared-with-cue-before"
    elif subject is None and last is not None and last.source is not None:
        source, source_rule = last.source, "shared-with-cue-before"
    contents = () if complement.quoted else _parts(line, complement)
    with_preposition = complement.rule.endswith("-phrase") and complement.first == cue.after + 1
    return Report(
        cue=line.span(cue.verb, complement.first if with_preposition else cue.after),
        source=None if cue.heard else source,
        contents=contents,
        quotations=line.quotations(complement.first, complement.last),
        rule=complement.rule,
        source_rule=UNNAMED_RULE if cue.heard else source_rule,
        polarity=cue.entry.polarity,
        stance=cue.entry.stance,
        ends_line=complement.last >= line.end,
        starts_line=subject is not None and subject.first == 0,
    )


def _parts(line: Line, complement: Complement) -> tuple[Span, ...]:
    """Return the spans of a content, one for each clause of "that it works *and that* it lasts"."""
    starts, ends = [complement.first], []
    clause = complement.rule in ("that-clause", "bare-clause")
    inside = (complement.first + 1, complement.last - 1) if clause else (0, 0)
    for at in line.places_among(line.words.clause_joiners, *inside):
        if line.lowers[at + 1] in line.words.complementisers:
            ends.append(at - 1 if line.lower(at - 1) == "," else at)
            starts.append(at + 2)
    pairs = zip(starts, [*ends, complement.last], strict=True)
    return tuple(line.span(first, last) for first, last in pairs if first < last)


def _source_span(line: Line, subject: Subject | None) -> tuple[Span | None, str]:
    return (None, "none") if subject is None else (line.span(subject.first, subject.last), subject.rule)
