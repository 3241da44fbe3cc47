"""A source that somebody quotes: "The daily quoted Ms Obi as saying", "Ms Obi was quoted as saying"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quoteattr.grammar.lines import Line
from quoteattr.grammar.subjects import Subject, subject_before
from quoteattr.languages.lexicon import Language
from quoteattr.quotation.complements import Complement, skip_adjuncts
from quoteattr.quotation.content_ends import content_end
from quoteattr.quotation.credits import opens_content, with_items
from quoteattr.quotation.relative_clauses import RELATIVE, within_relative
from quoteattr.quotation.tags import clause_start
from quoteattr.quotation.values import Report


def was_quoted(line: Line, language: Language, taken: Collection[int]) -> Iterator[tuple[Report, range]]:
    """Yield "Ms Obi was quoted by the daily as saying (that) ..." and "..., Ms Obi was quoted by the daily as saying".

    With each stand the places of the words that no other cue may claim. The same without "by" is a phrase of its own.
    """
    for verb in line.places_of(language.roles.words.get("quoting", frozenset())):
        if line.lower(verb - 1) not in line.words.forms_of_be or verb in taken:
            continue
        subject = subject_before(line, verb - 1)
        at = _as_saying(line, verb + 1, language) if subject is not None else None
        if subject is None or at is None:
            continue
        base = Report(
            cue=line.span(at + 1, at + 2),
            source=line.span(subject.first, subject.last),
            rule="quoted-as-saying",
            source_rule=subject.rule,
        )
        first = skip_adjuncts(line, at + 2, line.end, language)
        first += opens_content(line, first)
        last = content_end(line, first, line.end, language)
        before = subject.first - 1
        if first < last:
            yield with_items(line, base, first, last), range(verb, line.end)
        elif before >= 0 and (quotation := line.quotation(before)) is not None:
            yield base._replace(quotations=(quotation,), tag=True, ends_line=True), range(before, line.end)
        elif before > 0 and line.lower(before) == ",":
            tag = base._replace(tag=True, ends_line=True)
            yield with_items(line, tag, clause_start(line, before), before), range(subject.first, line.end)


def _as_saying(line: Line, first: int, language: Language) -> int | None:
    """Return where "as" stands before a cue, no clause between."""
    for at in range(first, line.end - 1):
        if line.lower(at) in line.words.as_openers and line.lower(at + 1) in language.cues:
            return at
        if line.quotation(at) or line.lower(at) in (";", ":") or line.lower(at) in line.words.complementisers:
            return None
    return None


def quoting_relatives(line: Line, language: Language) -> Iterator[tuple[Report, range]]:
    """Yield "B, which quoted Ms Obi as saying ...", where A cites B, and the places that no other cue may claim."""
    for verb in line.places_of(language.roles.words.get("quoting", frozenset())):
        if line.lower(verb - 1) in line.words.sure_relatives:
            report = quoted_as_saying(line, verb, language)
            if report is not None:
                yield report, range(verb, line.end)


def quoted_as_saying(line: Line, verb: int, language: Language) -> Report | None:
    """Report "The daily quoted Ms Obi as saying (that) ...": the source is whom the verb quotes, the cue "saying"."""
    if line.lower(verb) not in language.roles.words.get("quoting", ()):
        return None
    at = _as_saying(line, verb + 1, language)
    if at is None or at == verb + 1:
        return None
    first = skip_adjuncts(line, at + 2, line.end, language)
    first += opens_content(line, first)
    last = _content_end(line, verb, first, language)
    source = line.span(verb + 1, at)
    base = Report(cue=line.span(at + 1, at + 2), source=source, rule="quoted-as-saying", source_rule="quoted-as-saying")
    if first < last:
        return with_items(line, base, first, last)
    subject = subject_before(line, verb)
    if subject is None or at + 2 < line.end:
        return None
    tag, before = base._replace(tag=True, ends_line=True), subject.first - 1
    quotation = line.quotation(before)
    if quotation is not None:
        return tag._replace(quotations=(quotation,))
    return with_items(line, tag, clause_start(line, before), before) if line.lower(before) == "," else None


def _content_end(line: Line, verb: int, first: int, language: Language) -> int:
    """Return where a content ends; in a relative clause before the main verb: "B, which quoted C as saying *it rained*,
    left"."""
    last = content_end(line, first, line.end, language)
    if first >= last or line.lower(verb - 1) not in line.words.sure_relatives:
        return last
    antecedent = Subject(verb - 2, verb - 2, RELATIVE)
    return within_relative(line, Complement(first, last, "that-clause"), antecedent, language).last
