"""Reports in the passive: "As Arka was informed by the ministry, the road is open", "As noted in the letter, it is"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.grammar.lines import Line
from quoteattr.grammar.phrases import holds_party, phrase_after
from quoteattr.grammar.subjects import subject_before
from quoteattr.languages.lexicon import CueClass, Frame, Language
from quoteattr.model.documents import ADV
from quoteattr.quotation.content_ends import content_end
from quoteattr.quotation.credits import behind_citing, with_items
from quoteattr.quotation.cues import passive_cues
from quoteattr.quotation.tags import clause_start, has_verb_or_quotation
from quoteattr.quotation.values import UNNAMED_RULE, Report


def hearer_reports(line: Line, language: Language) -> Iterator[tuple[Report, range]]:
    """Yield what somebody was told by a source, and the places of the words that no other cue may claim.

    The content stands behind "As A was told by B," or before ", A was told by B"; the hearer is no part of it.
    """
    agents = language.roles.words.get("agents", frozenset())
    if agents.isdisjoint(line.lowers):
        return
    for cue in passive_cues(line, language):
        agent = line.lower(cue.after) in agents
        if not agent or not cue.entry.frames & {Frame.HEARER_CLAUSE}:
            continue
        stop, hearer = phrase_after(line, cue.after + 1, line.end), subject_before(line, cue.verb)
        if stop is None or hearer is None or not holds_party(line, cue.after + 1, stop, language):
            continue
        base = Report(
            cue=line.span(cue.verb, cue.verb + 1),
            source=line.span(cue.after + 1, stop),
            rule="passive-with-agent",
            source_rule="agent",
            polarity=cue.entry.polarity,
            stance=cue.entry.stance,
        )
        report = _told_behind(line, base, hearer.first, stop, language) or _told_before(line, base, hearer.first, stop)
        if report is not None:
            yield report, range(cue.verb, stop)


def question_reports(line: Line, language: Language) -> Iterator[tuple[Report, range]]:
    """Yield the questions that somebody was asked, and the places of their tags: "Was he armed?" *she was asked*.

    Who asked is nobody, or stands behind "by"; who answers is not the one that asked.
    """
    agents = language.roles.words.get("agents", frozenset())
    for at, quotation in line.placed_quotations():
        stop = phrase_after(line, at + 1, line.end)
        if stop is None or line.lower(stop) not in line.words.forms_of_be:
            continue
        entry = language.cues.get(line.lower(stop + 1))
        if entry is None or entry.cue_class is not CueClass.ASK or line.lower(stop + 1) not in entry.forms[2:4]:
            continue
        asker = phrase_after(line, stop + 3, line.end) if line.lower(stop + 2) in agents else None
        yield (
            Report(
                cue=line.span(stop + 1, stop + 2),
                source=line.span(stop + 3, asker) if asker is not None else None,
                quotations=(quotation,),
                rule="quotation-before-tag",
                source_rule=UNNAMED_RULE if asker is None else "agent",
            ),
            range(at + 1, asker or stop + 2),
        )


def participle_reports(line: Line, language: Language) -> Iterator[tuple[Report, range]]:
    """Yield the report of a line that a participle opens, and its places: "As *stated* in the letter, it rained"."""
    verb = 1 + (line.tag(1) is ADV)  # "As *earlier* reported by the daily"
    entry = language.cues.get(line.lower(verb)) if line.lower(0) in line.words.as_openers else None
    if entry is None or line.lower(verb) != entry.forms[3] or Frame.CLAUSE not in entry.frames:
        return
    agents = language.roles.words.get("agents", frozenset())
    within = line.lower(verb + 1) in agents or line.lower(verb + 1) in line.words.document_openers
    stop = phrase_after(line, verb + 2, line.end)
    if not within or stop is None or not holds_party(line, verb + 2, stop, language):
        return
    first = behind_citing(line, stop, language)
    if line.lower(first - 1) != ",":
        return
    base = Report(
        cue=line.span(verb, verb + 1),
        source=line.span(verb + 2, stop),
        rule="passive-with-agent",
        source_rule="agent",
        polarity=entry.polarity,
        stance=entry.stance,
        starts_line=True,
    )
    last = content_end(line, first, line.end, language)
    if last > first:
        yield with_items(line, base, first, last), range(stop)


def document_reports(line: Line, language: Language) -> Iterator[tuple[Report, range]]:
    """Yield what "it is stated in" a document, and the places that no other cue may claim.

    What is said in a place or in a crowd has no source here.
    """
    if line.words.dummies.isdisjoint(line.lowers) or line.words.document_openers.isdisjoint(line.lowers):
        return
    for cue in passive_cues(line, language):
        dummy, link = cue.verb - 2, cue.after
        stated = line.lower(dummy) in line.words.dummies and line.lower(link) in line.words.document_openers
        stop = phrase_after(line, link + 1, line.end) if stated and Frame.CLAUSE in cue.entry.frames else None
        if stop is not None and line.lower(stop) in line.words.speech_nouns:
            stop += 1  # a tagger may take "reply" for an adverb
        if stop is None or not _is_document(line, link + 1, stop, language):
            continue
        base = Report(
            cue=line.span(cue.verb, cue.verb + 1),
            source=line.span(link + 1, stop),
            rule="passive-with-agent",
            source_rule="agent",
            polarity=cue.entry.polarity,
            stance=cue.entry.stance,
        )
        report = _stated(line, base, dummy, stop, language)
        if report is not None:
            yield report, range(dummy, stop)


def _is_document(line: Line, first: int, last: int, language: Language) -> bool:
    """Tell whether items name a text that somebody wrote: a statement, the ministry's reply."""
    words = [item.lower for item in line.items[first:last]]
    return any(word in line.words.speech_nouns or language.nouns.get(word) == "document" for word in words)


def _stated(line: Line, base: Report, dummy: int, stop: int, language: Language) -> Report | None:
    """Report the clause behind "that", behind a comma that "as it is stated in ..." has, or before it all."""
    opened = dummy == 1 and line.lower(0) in line.words.as_openers and line.lower(stop) == ","
    if opened or (dummy == 0 and line.lower(stop) in line.words.complementisers):
        last = content_end(line, stop + 1, line.end, language)
        return with_items(line, base, stop + 1, last) if last > stop + 1 else None
    quotation = line.quotation(dummy - 1 - (line.lower(dummy - 1) == ","))
    if quotation is not None:
        return base._replace(quotations=(quotation,), tag=True, ends_line=stop >= line.end)
    return _told_before(line, base, dummy, stop)


def _told_behind(line: Line, base: Report, hearer: int, stop: int, language: Language) -> Report | None:
    opened = hearer == 1 and line.lower(0) in line.words.as_openers
    if not opened or line.lower(stop) != ",":
        return None
    last = content_end(line, stop + 1, line.end, language)
    return with_items(line, base, stop + 1, last) if last > stop + 1 else None


def _told_before(line: Line, base: Report, hearer: int, stop: int) -> Report | None:
    comma = hearer - 1
    if stop < line.end or line.lower(comma) != ",":
        return None
    start = clause_start(line, comma)
    if start >= comma or not has_verb_or_quotation(line, start, comma):
        return None
    return with_items(line, base._replace(tag=True, ends_line=True), start, comma)
