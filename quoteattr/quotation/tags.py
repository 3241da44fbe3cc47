"""Cues that follow or interrupt what they report: '"A," she said, "B."', "The road is shut, he said"."""

from __future__ import annotations

from quoteattr.grammar.lines import DASHES, PAUSES, Line
from quoteattr.grammar.phrases import is_inner_name, phrase_after
from quoteattr.grammar.subjects import Subject, subject_after
from quoteattr.languages.lexicon import Frame, Language
from quoteattr.model.documents import ADJ, ADP, ADV, AUX, DET, FINITE, NOUN, NUM, PRON, PROPN, PUNCT, SCONJ, VERB
from quoteattr.model.spans import Span
from quoteattr.quotation.content_ends import content_end, is_closing_tag, reports_after
from quoteattr.quotation.cues import Cue, is_manner_only, phrase_at
from quoteattr.quotation.values import UNNAMED_RULE, Report

_ADVERBIAL = frozenset((ADP, ADV, SCONJ, PUNCT))
"""Tags of what follows a cue that is a tag, and reports nothing to its right."""
LONGEST_CLAUSE = 100
"""Words looked back over for the start of a clause before its tag; a bound, so that lists of cues stay quick."""
_GOES_ON = frozenset((",", ";"))
_NO_CLAUSE = frozenset((",", ":", ";", ".", ">"))
"""What stands between a clause and a quotation that is no part of it; ">" ends markup or marks a reply."""
_TAG_FRAMES = frozenset((Frame.QUOTE, Frame.CLAUSE))
_ENDS_TAG = PAUSES | {";", ":"}
_PARTS_CLAUSES = frozenset((";", ":"))


def follows_quotation(line: Line, cue: Cue, subject: Subject | None) -> bool:
    """Tell whether a cue and its subject stand right behind quoted words: then they are mostly their tag."""
    if cue.gerund or cue.infinitive:
        return False
    first = subject.first if subject is not None else cue.verb
    at = first - 1
    while at > 0 and line.lowers[at] in PAUSES:
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
    if line.tag(start) not in (DET, NOUN, PROPN, PRON, NUM, ADJ):
        return False
    if not any(line.tag(at) is AUX or _is_finite(line, at) for at in range(start + 1, comma)):
        return False
    return line.words.sure_relatives.isdisjoint(line.lowers[start:comma])


def _is_finite(line: Line, at: int) -> bool:
    if line.tag(at) is not VERB or line.tag(at - 1) not in (NOUN, PROPN, PRON):
        return False
    return not line.lower(at).endswith(line.words.gerund_endings)


def asks_for_content(line: Line, cue: Cue) -> bool:
    """Tell whether a content follows a cue for certain: "that", a colon, or quoted words that begin a sentence."""
    at = cue.after
    while at < line.end and line.lower(at) not in (",", ";") and line.tag(at) not in FINITE:
        if line.quotation(at):
            return line.items[at].capital
        if line.lower(at) == ":":
            return at + 1 < line.end
        if line.lower(at) in line.words.complementisers:
            return True
        at += 1
    return False


def as_tag(line: Line, cue: Cue, subject: Subject | None, language: Language) -> Report | None:
    """Report a cue whose content stands before it, around it, or in the line before or after."""
    if cue.entry.frames.isdisjoint(_TAG_FRAMES):
        return None
    if subject is not None and _is_object_relative(line, subject, language):
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


def _is_object_relative(line: Line, subject: Subject, language: Language) -> bool:
    """Tell "..., a claim the mayor rejected" and "..., a figure Ms Obi disputes" from a tag: a noun that nobody is
    stands before the subject."""
    first = subject.first
    if line.tag(first) is not DET or line.lower(first - 1) != ",":
        return False
    told = line.lower(first + 1) in language.roles.words.get("told_nouns", ())
    return told and line.tag(first + 2) is PROPN and first + 2 < subject.last


def _tag_end(line: Line, at: int, language: Language) -> int:
    """Return where a tag ends: at the next comma, quotation, dash or the end of the line."""
    while at < line.end:
        item = line.items[at]
        quoted = item.quotation is not None and not is_inner_name(line, at)  # the daily „Anker“ is a title
        if item.lower in _ENDS_TAG or quoted:
            return at
        at += 1
    return at


def _tag_report(line: Line, cue: Cue, subject: Subject, first: int, last: int, language: Language) -> Report | None:
    """Build the report of a tag that takes items `first` to `last`: what stands before it, and goes on after it."""
    base = Report(
        cue=line.span(cue.verb, cue.after),
        source=None if cue.heard else line.span(subject.first, subject.last),
        rule="tag",
        source_rule=UNNAMED_RULE if cue.heard else subject.rule,
        polarity=cue.entry.polarity,
        stance=cue.entry.stance,
        tag=True,
        ends_line=last >= line.end,
        starts_line=first == 0,
    )
    before = first - 1
    while before > 0 and line.lowers[before] in PAUSES:
        before -= 1
    if before >= 0 and line.quotation(before) and not is_inner_name(line, before):
        return _direct_tag(line, base, before, last)
    if line.lower(line.end - 1) == ":" and last >= line.end - 1:
        return base._replace(rule="open-tag", open=True)  # "Speaking in Brask, the mayor said:"
    credited = phrase_at(line, clause_start(line, first - 1), language) is not None  # "According to A, B said:"
    if line.lower(first - 1) == "," and not is_manner_only(cue.entry) and not credited:
        if subject.inverted and not _follows_clause(line, first - 1):
            return None
        return _indirect_tag(line, base, first - 1, last, language)
    waits = line.lower(line.end - 1) in (":", ",")
    return base._replace(rule="open-tag", open=waits) if waits or first == 0 else None


def _direct_tag(line: Line, base: Report, before: int, last: int) -> Report:
    """Report a quotation before its tag, and its second part behind: "A," she said, "B."."""
    quotations = [line.quotation(before)]
    after = last + 1 if line.lower(last) in _GOES_ON or line.lower(last) in DASHES or line.lower(last) == ":" else last
    if line.quotation(after):
        quotations.append(line.quotation(after))
    found = tuple(q for q in quotations if q is not None)
    words_before = _words_before_quotation(line, before)
    if words_before is not None:
        return base._replace(rule="clause-with-quotation-before-tag", contents=(words_before,), quotations=found)
    ends = base.ends_line or (len(found) > 1 and after + 1 >= line.end)
    return base._replace(rule="quotation-before-tag", quotations=found, ends_line=ends and len(found) == 1)


def _words_before_quotation(line: Line, at: int) -> Span | None:
    """Return the clause that ends in a quotation: "It was "a mess", she said."; `None` for a quotation alone."""
    if at == 0 or line.lower(at - 1) in _NO_CLAUSE or line.lower(at - 1) in DASHES or line.quotation(at - 1):
        return None
    start = clause_start(line, at)
    return line.span(start, at + 1) if start < at else None


def clause_start(line: Line, end: int) -> int:
    """Return where the reported clause before a tag begins: at the line's start, behind "but" and a dateline."""
    start = max(0, end - LONGEST_CLAUSE)
    for at in range(min(end, len(line.items)) - 1, start - 1, -1):
        lower = line.items[at].lower
        if lower in _PARTS_CLAUSES or (lower in DASHES and line.items[at].start > line.items[at - 1].end):
            start = at + 1
            break
    while start < end and (line.lower(start) == "," or line.lower(start) in line.words.leading_adverbs):
        start += 1
    return start


def _indirect_tag(line: Line, base: Report, comma: int, last: int, language: Language) -> Report | None:
    """Report a clause before its tag: "The road is shut, he said", and its rest behind the tag."""
    start = clause_start(line, comma)
    if line.tag(start) is VERB and line.lower(start).endswith(line.words.nonfinite_endings):
        return None  # "Speaking in Brask, he said"
    timed = line.lower(start) in line.words.time_subordinators
    if timed and not any(line.lower(at) == "," for at in range(start, comma)):
        return None  # "When there is news, the club will say it"
    broken = line.lower(last) == "," and line.tag(last + 1) in FINITE  # "The bridge, he said, will open"
    if comma - start < 1 or not (broken or has_verb_or_quotation(line, start, comma)):
        return None
    contents = [line.span(start, comma)]
    rule = "clause-before-tag"
    resumed = last + 1 if line.lower(last) in _GOES_ON else last
    told_on = is_closing_tag(line, resumed, line.end, language) or _has_own_tag(line, last, language)
    if resumed > last and joins_clause(line, resumed, language):
        contents.append(line.span(resumed + 1, content_end(line, resumed + 1, line.end, language)))
        rule = "clause-around-tag"
    elif not told_on and _resumes(line, resumed, language) and (resumed > last or line.quotation(resumed)):
        stop = content_end(line, resumed, line.end, language)
        contents.append(line.span(resumed, stop))
        rule = "clause-around-tag"
    inside = tuple(
        q for q in line.quotations(start, line.end) if any(q.start >= c.start and q.end <= c.end for c in contents)
    )
    return base._replace(rule=rule, contents=tuple(contents), quotations=inside)


def _has_own_tag(line: Line, semicolon: int, language: Language) -> bool:
    """Tell whether what follows a semicolon has a tag of its own: "It is shut, he said; *it leaks, she added*"."""
    commas = [at for at in range(semicolon, line.end) if line.lower(at) == ","] if line.lower(semicolon) == ";" else []
    stop = phrase_after(line, commas[-1] + 1, line.end) if commas else None
    if stop is None or line.tag(stop) is not VERB:
        return False
    return line.lower(stop) in language.cues or line.lower(stop) in language.phrasal_cues


def has_verb_or_quotation(line: Line, first: int, last: int) -> bool:
    """Tell whether items hold a verb, or words in marks that may hold one."""
    return any(line.tag(at) in FINITE or line.quotation(at) for at in range(first, last))


def joins_clause(line: Line, at: int, language: Language) -> bool:
    """Tell whether a clause is joined to the one before its tag, with no report of its own: "It is safe, he said, *and
    it will last*". Such a clause is mostly told, too."""
    if line.lower(at) not in line.words.clause_joiners or line.quotations(at, line.end):
        return False
    behind = line.items[at + 1 : line.end]
    verbs = any(item.tag in FINITE for item in behind[1:])
    return verbs and not any(item.lower in language.cues for item in behind)


def _resumes(line: Line, at: int, language: Language) -> bool:
    """Tell whether the words behind a tag go on with the content, rather than with the reporter's sentence."""
    if line.quotation(at):
        return not line.items[at].capital  # "He would go on, he said, «until the ice melts»"
    if line.lower(at) in line.words.clause_joiners:
        quoted = line.quotations(at, line.end)
        return bool(quoted) and not any(line.lower(i) in language.cues for i in range(at, line.end))
    return (
        at < line.end
        and line.lower(at) not in line.words.narration_conjunctions
        and not (line.lower(at) in line.words.report_conjunctions and reports_after(line, at + 1, line.end, language))
        and not line.lower(at).endswith(line.words.gerund_endings)
        and line.quotation(at) is None
    )


def clause_after_tag(line: Line, cue: Cue, report: Report, language: Language) -> Report | None:
    """Report the clause that a tag's cue also governs: '"A," he warned, but war was "next door"'."""
    if report.rule != "quotation-before-tag":
        return None
    at = _tag_end(line, cue.after, language)
    if line.lower(at) != "," or line.lower(at + 1) not in line.words.clause_joiners:
        return None
    first = at + 2
    last = content_end(line, first, line.end, language)
    if last - first < 3 or line.tag(first) is VERB or not has_verb_or_quotation(line, first, last):
        return None
    if any(line.lower(i) in language.cues for i in range(first, min(last, first + 6))):
        return None
    inside = line.quotations(first, last)
    return (
        report._replace(
            rule="clause-after-tag",
            contents=(line.span(first, last),),
            quotations=inside,
            tag=False,
            ends_line=False,
        )
        if inside
        else None
    )
