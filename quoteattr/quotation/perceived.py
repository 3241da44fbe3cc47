"""Speech that is seen or heard: "A video shows Obi saying ...", "he can be heard shouting", "she appears to say",
and what somebody recalls that another said."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from quoteattr.grammar.lines import Line
from quoteattr.grammar.subjects import Subject, subject_before
from quoteattr.languages.lexicon import CueClass, CueEntry, Language
from quoteattr.quotation.complements import complement_after
from quoteattr.quotation.cues import is_manner_only
from quoteattr.quotation.values import Report

RECORDED = "recorded-speech"
"""The rule of a content that a recording shows somebody say."""


@frozen(slots=True)
class _Speech:
    """The verb by which somebody is perceived to speak, who it is, and the first place that no other cue may claim."""

    verb: int
    entry: CueEntry
    subject: Subject
    first: int


def perceived_reports(line: Line, language: Language) -> Iterator[tuple[Report, range]]:
    """Yield what somebody is shown, heard or seems to say, and the places that no other cue may claim."""
    for at in line.places_of(language.cues):
        lower = line.lowers[at]
        entry = language.cues[lower]
        if lower == entry.forms[4]:
            found = _shown(line, at, entry, language) or _recalled(line, at, entry, language) or _heard(line, at, entry)
        else:
            found = _seeming(line, at, entry) if lower == entry.forms[0] else None
        report = _report(line, found, language) if found is not None else None
        if report is not None and found is not None:
            yield report, range(found.first, at + 1)


def _shown(line: Line, verb: int, entry: CueEntry, language: Language) -> _Speech | None:
    """Read "*A video shows Obi* saying ...": the object of a verb by which a recording shows something."""
    subject = subject_before(line, verb)
    said = entry.cue_class is not CueClass.SHOW and (
        not is_manner_only(entry) or entry.lemma in line.words.uttering_verbs
    )
    if subject is None or not said:
        return None
    shows = language.cues.get(line.lower(subject.first - 1))
    if shows is None or shows.cue_class is not CueClass.SHOW or line.lower(subject.first - 1) == shows.forms[4]:
        return None
    shower = subject_before(line, subject.first - 1)
    words = [item.lower for item in line.items[shower.first : shower.last]] if shower is not None else []
    return None if line.words.recordings.isdisjoint(words) else _Speech(verb, entry, subject, subject.first - 1)


def _recalled(line: Line, verb: int, entry: CueEntry, language: Language) -> _Speech | None:
    """Read "The clerk recalled *an officer joking* that ...": the object of a verb of memory, which another tells."""
    subject = subject_before(line, verb) if entry.cue_class is not CueClass.SHOW else None
    recalls = language.cues.get(line.lower(subject.first - 1)) if subject is not None and subject.first else None
    if subject is None or recalls is None or recalls.lemma not in line.words.recalling_verbs:
        return None
    own = line.lower(subject.first - 1) != recalls.forms[4] and line.lower(verb - 1) != ","
    return _Speech(verb, entry, subject, subject.first - 1) if own else None


def _heard(line: Line, verb: int, entry: CueEntry) -> _Speech | None:
    """Read "*he can be heard* shouting ..."."""
    be = verb - 2
    if line.lower(verb - 1) not in line.words.perceived or line.lower(be) not in line.words.forms_of_be:
        return None
    subject = subject_before(line, be)
    return _Speech(verb, entry, subject, verb - 1) if subject is not None else None


def _seeming(line: Line, verb: int, entry: CueEntry) -> _Speech | None:
    """Read "*she appears* to say"."""
    seems = verb - 2
    if line.lower(verb - 1) not in line.words.infinitive_marks or line.lower(seems) not in line.words.seeming_verbs:
        return None
    subject = subject_before(line, seems)
    return _Speech(verb, entry, subject, seems) if subject is not None else None


def _report(line: Line, speech: _Speech, language: Language) -> Report | None:
    """Report what stands behind the verb, or the quotation before its subject."""
    source = line.span(speech.subject.first, speech.subject.last)
    base = Report(cue=line.span(speech.verb, speech.verb + 1), source=source, rule=RECORDED, source_rule="perceived")
    found = complement_after(line, speech.verb + 1, speech.entry, language)
    if found is None:
        before = speech.subject.first - 1 - (line.lower(speech.subject.first - 1) == ",")
        quotation = line.quotation(before)
        tag = base._replace(rule="quotation-before-tag", tag=True, ends_line=True)
        return tag._replace(quotations=(quotation,)) if quotation is not None else None
    inside = line.quotations(found.first, found.last)
    if is_manner_only(speech.entry) and not inside:
        return None
    contents = () if found.quoted else (line.span(found.first, found.last),)
    return base._replace(contents=contents, quotations=inside, rule=found.rule if found.quoted else RECORDED)
