"""Reports in one line: a cue with its source and content, in every order that news prose has.

Each rule takes a line and a cue and returns a `Report`, or `None`; the first answer wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from quoteattr.grammar.lines import DASHES, Line
from quoteattr.grammar.phrases import is_inner_name, phrase_after
from quoteattr.grammar.subjects import Subject, shared_subject, subject_after, subject_before
from quoteattr.languages.lexicon import CueClass, Frame, Language, PhraseOrder
from quoteattr.model.documents import Tag
from quoteattr.model.quotations import Quotation
from quoteattr.model.quotes import Polarity, Stance
from quoteattr.model.spans import Span
from quoteattr.quotation.complements import Complement, complement_after, content_end, skip_adjuncts
from quoteattr.quotation.cues import Cue, PhraseCue, is_manner_only, phrase_at, phrase_cues, verb_cues

LONGEST_FREE_RELATIVE = 6
"""Words before a verb in which "what" shows that its object is no name: "what the mayor called “a farce”"."""
_ADVERBIAL = frozenset((Tag.ADP, Tag.ADV, Tag.SCONJ, Tag.PUNCT))
"""Tags of what follows a cue that is a tag, and reports nothing to its right."""
LONGEST_CLAUSE = 100
"""Words looked back over for the start of a clause before its tag; a bound, so that lists of cues stay quick."""
_GOES_ON = frozenset((",", ";"))


@frozen(slots=True, kw_only=True)
class Report:
    """A cue with what it reports, in one line; spans are of the text.

    `contents` are spans of clauses; `quotations` those that are the content, or in it. `tag` holds for a cue that
    follows or interrupts its content; `open` for one that ends its line and waits for a content ("She said:").
    """

    cue: Span
    source: Span | None
    contents: tuple[Span, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    rule: str
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


def reports_in(line: Line, language: Language) -> Iterator[Report]:
    """Yield the reports of one line: those of phrases, then those of verbs, in the order of their cues."""
    phrases = tuple(phrase_cues(line, language))
    taken = {at for phrase in phrases for at in range(phrase.first, phrase.after)}
    found: list[Report] = []
    last: Report | None = None
    for cue in verb_cues(line, language):
        if cue.verb in taken:
            continue
        quoted = _quoted_as_saying(line, cue, language)
        if quoted is not None:
            found.append(quoted)
            taken.update(range(cue.verb, line.end))
            continue
        for report in _verb_reports(line, cue, language, last):
            found.append(report)
            last = report if report.source is not None else last
    for phrase in phrases:
        told = _phrase_report(line, phrase, language)
        if told is not None and not _passes_on(told, found):
            yield told
    yield from found


def _quoted_as_saying(line: Line, cue: Cue, language: Language) -> Report | None:
    """Report "The daily quoted Ms Obi as saying (that) ...": the source is whom the verb quotes, the cue "saying"."""
    if line.lower(cue.verb) not in language.roles.words.get("quoting", ()):
        return None
    for at in range(cue.after, line.end - 1):
        if line.lower(at) == "as" and line.lower(at + 1) in language.cues:
            first = skip_adjuncts(line, at + 2, line.end, language)
            first += line.lower(first) in ("that", ":", ",")
            last = content_end(line, first, line.end, language)
            if first >= last or at == cue.after:
                return None
            source = line.span(cue.after, at)
            base = Report(
                cue=line.span(at + 1, at + 2), source=source, rule="quoted-as-saying", source_rule="quoted-as-saying"
            )
            return _with_items(line, base, first, last)
        if line.quotation(at) or line.lower(at) in (";", ":", "that"):
            return None
    return None


def _passes_on(phrase: Report, found: Sequence[Report]) -> bool:
    """Tell whether a phrase only names a carrier: "According to the agency, *the minister said* ...".

    Then the content of the phrase begins with the source of another report, or holds a tag.
    """
    if any(report.tag and any(report.cue in content for content in phrase.contents) for report in found):
        return True
    starts = {content.start for content in phrase.contents}
    starts.update(quotation.start for quotation in phrase.quotations)
    return any(report.source is not None and report.source.start in starts for report in found)


def _verb_reports(line: Line, cue: Cue, language: Language, last: Report | None) -> Iterator[Report]:
    """Yield the report of a cue, and the clause that goes on after its tag with the same cue."""
    subject = _subject_of(line, cue, last)
    if cue.heard and not _is_hearer(line, subject, language):
        return
    tag = _as_tag(line, cue, subject, language) if _follows_quotation(line, cue, subject) else None
    complement = (
        None
        if tag is not None and not _asks_for_content(line, cue)
        else complement_after(line, cue.after, cue.entry, language, heard=cue.heard)
    )
    if complement is not None and _allows(line, cue, complement):
        if _has_teller(line, cue, subject, last):
            yield _of_complement(line, cue, complement, subject, last)
        return
    if cue.gerund or cue.infinitive:
        return
    report = tag or _as_tag(line, cue, subject, language)
    if report is not None:
        yield report
        further = _clause_after_tag(line, cue, report, language)
        if further is not None:
            yield further


def _is_hearer(line: Line, subject: Subject | None, language: Language) -> bool:
    """Tell whether a subject is one that is told things as its office: a jury, a court, an inquest."""
    if subject is None:
        return False
    hearers = language.word_class("hearers")
    return any(line.lower(at) in hearers for at in range(subject.first, subject.last))


def _has_teller(line: Line, cue: Cue, subject: Subject | None, last: Report | None) -> bool:
    """Tell whether somebody reports: a subject that is not "nobody", or one shared with the cue before."""
    if subject is not None and cue.entry.cue_class is CueClass.ASK and line.lower(subject.first - 1) == "when":
        return False  # "When we asked if it was legal, she left": a question that frames an answer
    if subject is not None:
        return line.lower(subject.first) not in line.words.no_tellers
    if cue.gerund:
        return (last is not None and last.source is not None) or shared_subject(line, cue.verb) is not None
    return last is not None and line.lower(cue.verb - 1) in ("and", "but", ",", "then")


def _follows_quotation(line: Line, cue: Cue, subject: Subject | None) -> bool:
    """Tell whether a cue and its subject stand right behind quoted words: then they are mostly their tag."""
    if cue.gerund or cue.infinitive:
        return False
    first = subject.first if subject is not None else cue.verb
    at = first - 1
    while at > 0 and (line.lower(at) == "," or line.lower(at) in DASHES):
        at -= 1
    if line.quotation(at) is not None and not is_inner_name(line, at):
        return True
    relative = subject is not None and subject.rule == "relative-antecedent"
    adverbial = cue.after >= line.end or line.items[cue.after].time or line.tag(cue.after) in _ADVERBIAL
    return adverbial and not relative and _follows_clause(line, first - 1)


def _follows_clause(line: Line, comma: int) -> bool:
    """Tell whether a whole clause stands before a comma: "The port is shut, | Obi said on leaving the hall"."""
    if line.lower(comma) != ",":
        return False
    start = clause_start(line, comma)
    if line.tag(start) not in (Tag.DET, Tag.NOUN, Tag.PROPN, Tag.PRON, Tag.NUM, Tag.ADJ):
        return False
    finite = [line.tag(at) is Tag.AUX or _is_finite(line, at) for at in range(start + 1, comma)]
    return any(finite) and not any(line.lower(at) in ("who", "which") for at in range(start, comma))


def _is_finite(line: Line, at: int) -> bool:
    subject = line.tag(at - 1) in (Tag.NOUN, Tag.PROPN, Tag.PRON)
    return line.tag(at) is Tag.VERB and subject and not line.lower(at).endswith(line.words.gerund_endings)


def _asks_for_content(line: Line, cue: Cue) -> bool:
    """Tell whether a content follows a cue for certain: "that", a colon, or quoted words that begin a sentence."""
    at = cue.after
    while at < line.end and line.lower(at) not in (",", ";") and line.tag(at) not in (Tag.VERB, Tag.AUX):
        if line.quotation(at):
            return line.items[at].capital
        if line.lower(at) in ("that", ":"):
            return line.lower(at) != ":" or at + 1 < line.end
        at += 1
    return False


def _allows(line: Line, cue: Cue, complement: Complement) -> bool:
    """Keep verbs of manner and thought to contents with words in marks, and participles to their places."""
    quoted = any(line.quotation(at) for at in range(complement.first, complement.last))
    if is_manner_only(cue.entry) and not quoted:
        return False
    free = "what" in {line.lower(at) for at in range(max(0, cue.verb - LONGEST_FREE_RELATIVE), cue.verb)}
    if free and not quoted and Frame.PREDICATE in cue.entry.frames:
        return False  # "what both clubs call an undisclosed fee"
    if _names_only(line, cue, complement) or _is_anonymity(line, complement):
        return False
    if cue.entry.cue_class is CueClass.MANNER and not complement.quoted and Frame.CLAUSE not in cue.entry.frames:
        return False
    if cue.gerund:
        return (
            line.lower(cue.verb - 1) == ","
            or line.lower(cue.verb - 1) in line.words.gerund_openers
            or cue.verb == 0
            or (line.tag(cue.verb - 1) is Tag.AUX)
            or line.quotation(cue.verb - 1) is not None
        )
    return True


def _names_only(line: Line, cue: Cue, complement: Complement) -> bool:
    """Tell a name ("the hill called «Camel»") and a passive ("a clerk accused of theft") from a report."""
    first = complement.first
    naming = Frame.PREDICATE in cue.entry.frames and Frame.CLAUSE not in cue.entry.frames
    free = {line.lower(at) for at in range(max(0, cue.verb - LONGEST_FREE_RELATIVE), cue.verb)} & {
        "what",
        "which",
        "that",
    }
    named = line.quotation(first) is not None and naming and not free and line.tag(cue.verb - 1) is not Tag.PRON
    passive = cue.entry.cue_class is CueClass.JUDGE and line.lower(first) == "of"
    return named or passive


def _is_anonymity(line: Line, complement: Complement) -> bool:
    """Tell "who asked not to be named" from a request that is news."""
    inside = {line.lower(at) for at in range(complement.first, min(complement.last, complement.first + 8))}
    return bool(inside & line.words.anonymity_words)


def _subject_of(line: Line, cue: Cue, last: Report | None) -> Subject | None:
    """Return the subject of a finite cue to its left, its own or shared."""
    if cue.gerund and line.tag(cue.verb - 1) is not Tag.AUX:
        return None
    if cue.infinitive:
        return shared_subject(line, cue.verb, embedded=True)
    own = subject_before(line, cue.verb)
    if own is not None:
        return own
    if last is not None and last.source is not None and line.lower(cue.verb - 1) in ("and", "but"):
        return None  # "He said it was over and *predicted* ...": the subject of the cue before
    if line.lower(cue.verb - 1) in ("and", "but", "then", "or") or line.tag(cue.verb - 1) in (Tag.ADV, Tag.AUX):
        return shared_subject(line, cue.verb)
    return None


def _of_complement(
    line: Line, cue: Cue, complement: Complement, subject: Subject | None, last: Report | None
) -> Report:
    """Report a cue with its content behind it: "She said that it works", "..., adding that it works"."""
    source, source_rule = _source_span(line, subject)
    if subject is None and cue.gerund:
        shared = shared_subject(line, cue.verb)
        source, source_rule = _source_span(line, shared)
    if source is None and last is not None:
        source, source_rule = last.source, "shared-with-cue-before"
    elif subject is None and last is not None and last.source is not None:
        source, source_rule = last.source, "shared-with-cue-before"
    inside = tuple(q for at in range(complement.first, complement.last) if (q := line.quotation(at)) is not None)
    contents = () if complement.quoted else _parts(line, complement)
    with_preposition = complement.rule.endswith("-phrase") and complement.first == cue.after + 1
    return Report(
        cue=line.span(cue.verb, complement.first if with_preposition else cue.after),
        source=None if cue.heard else source,
        contents=contents,
        quotations=inside,
        rule=complement.rule,
        source_rule=source_rule,
        polarity=cue.entry.polarity,
        stance=cue.entry.stance,
        ends_line=complement.last >= line.end,
        starts_line=subject is not None and subject.first == 0,
    )


def _parts(line: Line, complement: Complement) -> tuple[Span, ...]:
    """Return the spans of a content, one for each clause of "that it works *and that* it lasts"."""
    starts, ends = [complement.first], []
    for at in range(complement.first + 1, complement.last - 1):
        if line.lower(at) in ("and", "but") and line.lower(at + 1) == "that" and complement.rule == "that-clause":
            ends.append(at - 1 if line.lower(at - 1) == "," else at)
            starts.append(at + 2)
    pairs = zip(starts, [*ends, complement.last], strict=True)
    return tuple(line.span(first, last) for first, last in pairs if first < last)


def _source_span(line: Line, subject: Subject | None) -> tuple[Span | None, str]:
    return (None, "none") if subject is None else (line.span(subject.first, subject.last), subject.rule)


def _as_tag(line: Line, cue: Cue, subject: Subject | None, language: Language) -> Report | None:
    """Report a cue whose content stands before it, around it, or in the line before or after."""
    if Frame.QUOTE not in cue.entry.frames and Frame.CLAUSE not in cue.entry.frames:
        return None
    if subject is not None:
        return _tag_report(line, cue, subject, subject.first, _tag_end(line, cue.after, language), language)
    if (
        cue.verb == 0
        or line.lower(cue.verb - 1) == ","
        or line.quotation(cue.verb - 1)
        or line.lower(cue.verb - 1) in DASHES
    ):
        inverted = subject_after(line, cue.after - 1, line.end)
        if inverted is not None:
            return _tag_report(line, cue, inverted, cue.verb, _tag_end(line, inverted.last, language), language)
    return None


def _tag_end(line: Line, at: int, language: Language) -> int:
    """Return where a tag ends: at the next comma, quotation, dash or the end of the line."""
    while at < line.end:
        lower = line.lower(at)
        quoted = line.quotation(at) is not None and not is_inner_name(line, at)  # the daily „Anker“ is a title
        if lower in (",", ";", ":") or lower in DASHES or quoted:
            return at
        at += 1
    return at


def _tag_report(line: Line, cue: Cue, subject: Subject, first: int, last: int, language: Language) -> Report | None:
    """Build the report of a tag that takes items `first` to `last`: what stands before it, and goes on after it."""
    base = Report(
        cue=line.span(cue.verb, cue.after),
        source=None if cue.heard else line.span(subject.first, subject.last),
        rule="tag",
        source_rule=subject.rule,
        polarity=cue.entry.polarity,
        stance=cue.entry.stance,
        tag=True,
        ends_line=last >= line.end,
        starts_line=first == 0,
    )
    before = first - 1
    while before > 0 and (line.lower(before) in (",",) or line.lower(before) in DASHES):
        before -= 1
    if before >= 0 and line.quotation(before) and not is_inner_name(line, before):
        return _direct_tag(line, base, before, last)
    if line.lower(line.end - 1) == ":" and last >= line.end - 1:
        return evolve(base, rule="open-tag", open=True)  # "Speaking in Brask, the mayor said:"
    credited = phrase_at(line, clause_start(line, first - 1), language) is not None  # "According to A, B said:"
    if line.lower(first - 1) == "," and not is_manner_only(cue.entry) and not credited:
        if subject.inverted and not _follows_clause(line, first - 1):
            return None
        return _indirect_tag(line, base, first - 1, last, language)
    waits = line.lower(line.end - 1) in (":", ",")
    return evolve(base, rule="open-tag", open=waits) if waits or first == 0 else None


def _direct_tag(line: Line, base: Report, before: int, last: int) -> Report:
    """Report a quotation before its tag, and its second part behind: "A," she said, "B."."""
    quotations = [line.quotation(before)]
    after = last + 1 if line.lower(last) in _GOES_ON or line.lower(last) in DASHES or line.lower(last) == ":" else last
    if line.quotation(after):
        quotations.append(line.quotation(after))
    found = tuple(q for q in quotations if q is not None)
    words_before = _words_before_quotation(line, before)
    if words_before is not None:
        return evolve(base, rule="clause-with-quotation-before-tag", contents=(words_before,), quotations=found)
    ends = base.ends_line or (len(found) > 1 and after + 1 >= line.end)
    return evolve(base, rule="quotation-before-tag", quotations=found, ends_line=ends and len(found) == 1)


def _words_before_quotation(line: Line, at: int) -> Span | None:
    """Return the clause that ends in a quotation: "It was "a mess", she said."; `None` for a quotation alone."""
    if at == 0 or line.lower(at - 1) in (",", ":", ";", ".") or line.lower(at - 1) in DASHES or line.quotation(at - 1):
        return None
    start = clause_start(line, at)
    return line.span(start, at + 1) if start < at else None


def clause_start(line: Line, end: int) -> int:
    """Return where the reported clause before a tag begins: at the line's start, behind "but" and a dateline."""
    start = max(0, end - LONGEST_CLAUSE)
    for at in range(end - 1, start - 1, -1):
        if line.lower(at) in (";", ":") or (line.lower(at) in DASHES and line.items[at].start > line.items[at - 1].end):
            start = at + 1
            break
    while start < end and (line.lower(start) == "," or line.lower(start) in line.words.leading_adverbs):
        start += 1
    return start


def _indirect_tag(line: Line, base: Report, comma: int, last: int, language: Language) -> Report | None:
    """Report a clause before its tag: "The road is shut, he said", and its rest behind the tag."""
    start = clause_start(line, comma)
    if line.tag(start) is Tag.VERB and line.lower(start).endswith(("ing", "ed")):
        return None  # "Speaking in Brask, he said"
    broken = line.lower(last) == "," and line.tag(last + 1) in (Tag.VERB, Tag.AUX)  # "The bridge, he said, will open"
    if comma - start < 1 or not (broken or _has_verb_or_quotation(line, start, comma)):
        return None
    contents = [line.span(start, comma)]
    rule = "clause-before-tag"
    resumed = last + 1 if line.lower(last) in _GOES_ON else last
    if _resumes(line, resumed, language) and (resumed > last or line.quotation(resumed)):
        stop = content_end(line, resumed, line.end, language)
        contents.append(line.span(resumed, stop))
        rule = "clause-around-tag"
    inside = tuple(
        q
        for at in range(start, line.end)
        if (q := line.quotation(at)) and any(q.start >= c.start and q.end <= c.end for c in contents)
    )
    return evolve(base, rule=rule, contents=tuple(contents), quotations=inside)


def _has_verb_or_quotation(line: Line, first: int, last: int) -> bool:
    return any(line.tag(at) in (Tag.VERB, Tag.AUX) or line.quotation(at) for at in range(first, last))


def _resumes(line: Line, at: int, language: Language) -> bool:
    """Tell whether the words behind a tag go on with the content, rather than with the reporter's sentence."""
    if line.quotation(at):
        return not line.items[at].capital  # "He would go on, he said, «until the ice melts»"
    if line.lower(at) in ("and", "but"):
        quoted = any(line.quotation(i) for i in range(at, line.end))
        return quoted and not any(line.lower(i) in language.cues for i in range(at, line.end))
    return (
        at < line.end
        and line.lower(at) not in line.words.narration_conjunctions
        and not line.lower(at).endswith(line.words.gerund_endings)
        and line.quotation(at) is None
    )


def _clause_after_tag(line: Line, cue: Cue, report: Report, language: Language) -> Report | None:
    """Report the clause that a tag's cue also governs: '"A," he warned, but war was "next door"'."""
    if report.rule != "quotation-before-tag":
        return None
    at = _tag_end(line, cue.after, language)
    if line.lower(at) != "," or line.lower(at + 1) not in ("but", "and"):
        return None
    first = at + 2
    last = content_end(line, first, line.end, language)
    if last - first < 3 or line.tag(first) is Tag.VERB or not _has_verb_or_quotation(line, first, last):
        return None
    if any(line.lower(i) in language.cues for i in range(first, min(last, first + 6))):
        return None
    inside = tuple(q for i in range(first, last) if (q := line.quotation(i)) is not None)
    return (
        evolve(
            report,
            rule="clause-after-tag",
            contents=(line.span(first, last),),
            quotations=inside,
            tag=False,
            ends_line=False,
        )
        if inside
        else None
    )


def _phrase_report(line: Line, phrase: PhraseCue, language: Language) -> Report | None:
    """Report a fixed phrase: its source beside it, its content in the rest of the line."""
    if phrase.entry.order is PhraseOrder.BEFORE:
        return _phrase_with_subject(line, phrase, language)
    if phrase.entry.order is not PhraseOrder.AFTER:
        return None
    stop = phrase_after(line, phrase.after, line.end)
    if stop is None:
        return None
    stop = _source_stop(line, stop)
    base = Report(
        cue=line.span(phrase.first, phrase.after),
        source=line.span(phrase.after, stop),
        rule="phrase-before-content",
        source_rule="phrase",
        stance=phrase.entry.stance,
        tag=phrase.first > 0,
        ends_line=stop >= line.end,
        starts_line=phrase.first == 0,
    )
    if phrase.first > 0 and line.lower(phrase.first - 1) not in ("but", "and"):
        return _content_before_phrase(line, base, phrase, stop)
    first = stop + 1 if line.lower(stop) == "," else stop
    last = content_end(line, first, line.end, language)
    if first >= last:
        return None
    return _with_items(line, base, first, last)


def _source_stop(line: Line, stop: int) -> int:
    """Extend a phrase's source over its apposition or relative clause, up to the comma that ends it."""
    if line.lower(stop) in line.words.source_extensions:
        while stop < line.end and line.lower(stop) not in (",", ";", ":") and not line.quotation(stop):
            stop += 1
    return stop


def _with_items(line: Line, base: Report, first: int, last: int) -> Report:
    """Give a report the content of items `first` to `last`; a quotation alone is a direct one."""
    inside = tuple(q for at in range(first, last) if (q := line.quotation(at)) is not None)
    alone = all(line.quotation(at) or line.lower(at) in (",", ".") for at in range(first, last))
    contents = () if alone and inside else (line.span(first, last),)
    return evolve(base, contents=contents, quotations=inside)


def _content_before_phrase(line: Line, base: Report, phrase: PhraseCue, stop: int) -> Report | None:
    last = phrase.first
    while last > 0 and (line.lower(last - 1) == "," or line.lower(last - 1) in DASHES):
        last -= 1
    start = clause_start(line, last)
    if last - start < 1:
        return evolve(base, rule="open-tag", open=True) if base.starts_line else None
    return evolve(_with_items(line, base, start, last), rule="phrase-after-content")


def _phrase_with_subject(line: Line, phrase: PhraseCue, language: Language) -> Report | None:
    subject = subject_before(line, phrase.first)
    if subject is None:
        return None
    first = skip_adjuncts(line, phrase.after, line.end, language)
    first = first + 1 if line.lower(first) in ("that", ":", ",") else first
    last = content_end(line, first, line.end, language)
    if first >= last:
        return None
    base = Report(
        cue=line.span(phrase.first, phrase.after),
        source=line.span(subject.first, subject.last),
        rule="phrase-with-subject",
        source_rule=subject.rule,
        stance=phrase.entry.stance,
    )
    return _with_items(line, base, first, last)
