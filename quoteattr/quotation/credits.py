"""Fixed phrases that credit a content to a source: "according to X", "X was quoted as saying"."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.grammar.lines import PAUSES, Line
from quoteattr.grammar.phrases import phrase_after, phrase_before
from quoteattr.grammar.subjects import subject_before
from quoteattr.languages.lexicon import Language, PhraseOrder
from quoteattr.model.documents import ADV, AUX, FINITE, VERB
from quoteattr.quotation.complements import skip_adjuncts
from quoteattr.quotation.content_ends import content_end
from quoteattr.quotation.cues import PhraseCue, is_citing_relative
from quoteattr.quotation.tags import clause_start, joins_clause
from quoteattr.quotation.values import Report

BY_OBJECT = frozenset(
    ("noun-phrase", "infinitive", "hearer-and-infinitive", "for-phrase", "of-phrase", "on-phrase", "against-phrase")
)
"""Rules whose content is an object, which a verb that tells nothing may have, too."""


def passes_on(phrase: Report, found: Sequence[Report]) -> bool:
    """Tell whether a phrase only names a carrier: "According to the agency, *the minister said* ...".

    Then the content of the phrase begins with the source of another report, or holds a tag. What a verb of few words
    may report ("Norva *dismissed its chief*") is what the phrase credits.
    """
    if any(report.tag and any(report.cue in content for content in phrase.contents) for report in found):
        return True
    starts = {content.start for content in phrase.contents}
    starts.update(quotation.start for quotation in phrase.quotations)
    return any(report.source is not None and report.source.start in starts and told(report) for report in found)


def told(report: Report) -> bool:
    """Tell whether a report has a clause or words in marks, and not only an object: it says what somebody said."""
    return report.tag or bool(report.quotations) or report.rule not in BY_OBJECT


def phrase_report(line: Line, phrase: PhraseCue, language: Language) -> Report | None:
    """Report a fixed phrase: its source beside it, its content in the rest of the line."""
    if phrase.entry.order is PhraseOrder.BEFORE:
        return _phrase_with_subject(line, phrase, language)
    if phrase.entry.order is not PhraseOrder.AFTER:
        return None
    stop = phrase_after(line, phrase.after, line.end)
    if stop is None:
        return None
    stop = _source_stop(line, stop, language)
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
    if line.lower(phrase.after) in line.words.sure_relatives and line.lower(phrase.first - 1) == ",":
        return _content_of_antecedent(line, base, phrase, language)
    if phrase.first > 0 and line.lower(phrase.first - 1) not in line.words.clause_joiners:
        return _content_before_phrase(line, base, phrase, stop, language)
    first = behind_citing(line, stop, language)
    last = content_end(line, first, line.end, language)
    if first >= last:
        return None
    return with_items(line, base, first, last)


def behind_citing(line: Line, stop: int, language: Language) -> int:
    """Return where a content begins behind a source and whom that cites: "According to A, citing B, it", "... which
    cites C, it"."""
    first = stop + 1 if line.lower(stop) == "," else stop
    at = _cited_at(line, first, language)
    cited = phrase_after(line, at, line.end) if at is not None else None
    if cited is None:
        return first
    while cited < line.end and line.lower(cited) in line.words.setting_links:  # a source *in the ministry*
        cited = phrase_after(line, cited + 1, line.end) or line.end
    return behind_citing(line, cited, language) if line.lower(cited) == "," else first


def _cited_at(line: Line, first: int, language: Language) -> int | None:
    """Return the item behind words that cite and begin at `first`; `None` where none do."""
    if is_citing_relative(line, first, language):
        linked = line.lower(first + 2) in line.words.infinitive_marks  # "which refers to"
        return first + 2 + linked
    for words in sorted(language.roles.words.get("citing", ())):
        parts = words.split()
        if [line.lower(first + place) for place in range(len(parts))] == parts:
            return first + len(parts)
    return None


def _source_stop(line: Line, stop: int, language: Language) -> int:
    """Extend a phrase's source over its apposition or relative clause, up to the comma that ends it."""
    agents = language.roles.words.get("agents", ())
    reduced = line.tag(stop) is VERB and line.lower(stop + 1) in agents  # "a letter seen by the paper"
    if reduced or line.lower(stop) in line.words.source_extensions:
        while stop < line.end and line.lower(stop) not in (",", ";", ":") and not line.quotation(stop):
            stop += 1
    return _relative_end(line, stop, language)


def _relative_end(line: Line, stop: int, language: Language) -> int:
    """Return where a relative clause behind a comma ends, if it reports nothing: "according to Obi, who was there,"."""
    first = stop + 1
    if line.lower(stop) != "," or line.lower(first) not in line.words.sure_relatives:
        return stop
    end = next(
        (at for at in range(first, line.end) if line.lower(at) in (",", ";", ":") or line.quotation(at)), line.end
    )
    words = [line.lower(at) for at in range(first, end)]
    verbal = any(line.tag(at) in FINITE for at in range(first, end))
    citing = is_citing_relative(line, first, language) or any(word in language.cues for word in words)
    return end if verbal and not citing and not line.quotation(end) else stop


def opens_content(line: Line, at: int) -> bool:
    """Tell whether an item only opens a content, and is no part of it."""
    return line.lower(at) in (":", ",") or line.lower(at) in line.words.complementisers


def with_items(line: Line, base: Report, first: int, last: int) -> Report:
    """Give a report the content of items `first` to `last`; a quotation alone is a direct one."""
    inside = tuple(q for at in range(first, last) if (q := line.quotation(at)) is not None)
    alone = all(line.quotation(at) or line.lower(at) in (",", ".") for at in range(first, last))
    contents = () if alone and inside else (line.span(first, last),)
    return base._replace(contents=contents, quotations=inside)


def _content_before_phrase(line: Line, base: Report, phrase: PhraseCue, stop: int, language: Language) -> Report | None:
    last = phrase.first
    while last > 0 and line.lowers[last - 1] in PAUSES:
        last -= 1
    start = clause_start(line, last)
    if last - start < 1:
        return base._replace(rule="open-tag", open=True) if base.starts_line else None
    report = with_items(line, base, start, last)._replace(rule="phrase-after-content")
    joined = line.lower(stop) == "," and line.lower(stop + 1) in line.words.phrase_coordinators
    if joined and joins_clause(line, stop + 1, language) and report.contents:  # ", according to X, and it will last"
        behind = line.span(stop + 2, content_end(line, stop + 2, line.end, language))
        return report._replace(contents=(*report.contents, behind))
    if report.contents and _is_inserted(line, start, last, stop):  # "The rumours, according to X, are spread by rivals"
        first, after = stop + 1, content_end(line, stop + 1, line.end, language)
        behind = line.span(first, after)
        quotations = (*report.quotations, *line.quotations(first, after))
        return report._replace(contents=(*report.contents, behind), quotations=quotations, ends_line=False)
    goes_on = line.quotation(stop + 1) if line.lower(stop) == "," else None
    if goes_on is None or line.items[stop + 1].capital or not report.contents:
        return report
    behind = line.span(stop + 1, stop + 2)  # "It was, in the words of one teacher, “a mess”"
    return report._replace(contents=(*report.contents, behind), quotations=(*report.quotations, goes_on))


def _is_inserted(line: Line, start: int, last: int, stop: int) -> bool:
    """Tell whether a phrase between commas parts a subject from its verb, so that the clause goes on behind it."""
    if line.lower(stop) != "," or line.lower(stop + 1) in line.words.narration_conjunctions:
        return False
    verb = stop + 1
    while line.tag(verb) is ADV:
        verb += 1
    finite = line.tag(verb) is AUX or (
        line.tag(verb) is VERB and not line.lower(verb).endswith(line.words.gerund_endings)
    )
    return finite and start < last and line.tag(last - 1) is not AUX


def _content_of_antecedent(line: Line, base: Report, phrase: PhraseCue, language: Language) -> Report | None:
    """Report "..., a communique, according to which it rained": the source is the noun before."""
    start = phrase_before(line, phrase.first - 1)
    first = phrase.after + 1
    last = content_end(line, first, line.end, language)
    if start is None or first >= last:
        return None
    return with_items(line, base, first, last)._replace(source=line.span(start, phrase.first - 1), tag=False)


def _phrase_with_subject(line: Line, phrase: PhraseCue, language: Language) -> Report | None:
    subject = subject_before(line, phrase.first)
    if subject is None:
        return None
    base = Report(
        cue=line.span(phrase.first, phrase.after),
        source=line.span(subject.first, subject.last),
        rule="phrase-with-subject",
        source_rule=subject.rule,
        stance=phrase.entry.stance,
    )
    quotation = line.quotation(subject.first - 1)
    if quotation is not None:  # "“We won,” Ms Obi was quoted as saying"
        return base._replace(quotations=(quotation,), rule="quotation-before-tag", tag=True, ends_line=True)
    first = skip_adjuncts(line, phrase.after, line.end, language)
    first += opens_content(line, first)
    last = content_end(line, first, line.end, language)
    if first >= last:
        return None
    return with_items(line, base, first, last)
