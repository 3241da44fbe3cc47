"""Where a content ends: before another report, an aside, a closing tag, or with its line."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from quoteattr.grammar.lines import DASHES, QUOTED, Line
from quoteattr.grammar.phrases import phrase_after
from quoteattr.grammar.words import Words
from quoteattr.languages.lexicon import CueClass, Frame, Language
from quoteattr.model.documents import ADP, ADV, AUX, FINITE, VERB
from quoteattr.quotation.cues import phrase_at

LONGEST_CONTENT = 150
"""Words of a clause that is reported; longer ones are lists without full stops, and looking on would take long."""
LONGEST_TAIL = 10
"""Words of what a reporter adds on how long he waited."""
LONGEST_APPOSITIONS = 14
"""Words between a subject and its verb that name it, its age, its post."""


def content_end(line: Line, first: int, end: int, language: Language) -> int:
    """Return where a content that begins at `first` ends: before another report, an aside, or at the line's end."""
    end = min(end, first + LONGEST_CONTENT)
    for at in line.places_among(_stops(line.words), first, end):
        item = line.items[at]
        lower = item.lower
        if at > first and lower in DASHES and item.start > line.items[at - 1].end:
            return at
        if lower == ";" and reports_after(line, at + 1, end, language):
            return at
        if lower == ":" and line.quotation(at + 1):
            return at
        if item.quotation is not None and is_closing_tag(line, at + 1, end, language):
            return at + 1  # the boycott was “an insult,” | Interfax reported
        joins = at > first and lower in _joins(line.words)
        if joins and (opens_tail(line.lower, at, line.words) or _breaks_off(line, at, end, language)):
            return at
    return end


def opens_tail(word: Callable[[int], str], at: int, words: Words) -> bool:
    """Tell whether what the reporter notes of the telling begins at a place: "…*, without giving details*", "… *but had
    not done so by press time*"; `word` gives the folded word at a place."""
    if word(at) == ",":
        return word(at + 1) in words.tail_openers and word(at + 2) in words.tail_participles
    if word(at) not in words.clause_joiners:
        return False
    behind = [word(place) for place in range(at + 1, at + LONGEST_TAIL)]
    return any(" ".join(pair) in words.press_times for pair in pairwise(behind))


@cache
def _joins(words: Words) -> frozenset[str]:
    """Return what something of the reporter's may begin with: a comma, a conjunction."""
    return words.phrase_coordinators | words.turning_conjunctions | {","}


@cache
def _stops(words: Words) -> frozenset[str]:
    """Return all that a content may end at."""
    return _joins(words) | DASHES | {";", ":", QUOTED}


def _breaks_off(line: Line, at: int, end: int, language: Language) -> bool:
    """Tell whether a comma or conjunction begins something that is the reporter's again."""
    comma = line.lowers[at] == ","
    following = at + 1 if comma else at
    if comma and (_is_reporting_adjunct(line, following, language) or is_closing_tag(line, following, end, language)):
        return True
    if line.lower(following) in line.words.report_conjunctions:
        return reports_after(line, following + 1, end, language)
    return False


def _is_reporting_adjunct(line: Line, at: int, language: Language) -> bool:
    """Match ", adding that", ", according to", ", citing"."""
    lower = line.lower(at)
    if lower in line.words.credit_openers and phrase_at(line, at, language) is not None:
        return True
    entry = language.cues.get(lower)
    return entry is not None and lower == entry.forms[4] and entry.cue_class not in (CueClass.MANNER, CueClass.SHOW)


def is_closing_tag(line: Line, at: int, end: int, language: Language) -> bool:
    """Match ", the Post writes" and ", wrote the Post on Monday" at a line's end: who passes on what stands before."""
    stop = phrase_after(line, at, end)
    if stop is None:
        behind = phrase_after(line, at + 1, end)
        return behind is not None and _tells(line, at, language) and _only_setting(line, behind, end)
    verb = stop
    while line.tag(verb) is AUX:
        verb += 1
    tells = _hears(line, at, stop, verb, language) if line.tag(verb) is VERB else False
    return (tells or _tells(line, stop, language)) and _only_setting(line, verb + 1, end)


def _hears(line: Line, first: int, stop: int, verb: int, language: Language) -> bool:
    """Tell whether whose office it is to listen heard or was told what stands before: ", *the court heard*"."""
    entry = language.cues.get(line.lower(verb))
    if entry is None or language.word_class("hearers").isdisjoint([line.lower(at) for at in range(first, stop)]):
        return False
    told = entry.lemma in line.words.telling_verbs and not line.words.forms_of_be.isdisjoint(
        [line.lower(at) for at in range(stop, verb)]
    )
    return told or entry.cue_class is CueClass.HEAR


def _tells(line: Line, verb: int, language: Language) -> bool:
    """Tell whether an item is a finite verb by which a medium or a person tells a clause."""
    entry = language.cues.get(line.lower(verb))
    if entry is None or line.tag(verb) is not VERB or entry.cue_class not in (CueClass.SAY, CueClass.WRITE):
        return False
    clausal = not entry.frames.isdisjoint((Frame.CLAUSE, Frame.HEARER_CLAUSE))
    return clausal and line.lower(verb) in entry.forms[1:4]


def _only_setting(line: Line, at: int, end: int) -> bool:
    """Tell whether nothing or only where and when follows."""
    if at < end and not (line.items[at].time or line.tag(at) in (ADP, ADV)):
        return False
    return not any(line.tag(place) in FINITE or line.quotation(place) for place in range(at, end))


def reports_after(line: Line, at: int, end: int, language: Language) -> bool:
    """Tell whether a clause from `at` is a report of its own: "and *warned that*", "while *Ms Obi said*"."""
    while at < end and line.tag(at) is ADV:
        at += 1
    stop = phrase_after(line, at, end)
    behind = _behind_appositions(line, stop, end) if stop is not None else None
    for verb in (at, stop, behind):
        if verb is None:
            continue
        while verb < end and line.tag(verb) in (AUX, ADV):
            verb += 1
        entry = language.cues.get(line.lower(verb))
        if entry is None or line.lower(verb) == entry.forms[4] or entry.cue_class is CueClass.THINK:
            continue
        if (
            verb < end
            and (verb in (stop, behind) or line.lower(verb) != entry.forms[0])
            and _has_content(line, verb + 1, end)
        ):
            return True
    return False


def _behind_appositions(line: Line, stop: int, end: int) -> int | None:
    """Return the verb behind appositions: "and its leader, *Ada Obi, 58,* said"; the last comma before it counts."""
    if line.lower(stop) != ",":
        return None
    for at in range(stop + 1, min(end - 1, stop + LONGEST_APPOSITIONS)):
        if line.tag(at) in FINITE or line.quotation(at):
            return at if line.lower(at - 1) == "," and line.tag(at) is VERB else None
    return None


def _has_content(line: Line, at: int, end: int) -> bool:
    """Tell whether something that can be a content follows a verb at once, or behind a comma in marks."""
    return at < end and (line.lower(at) not in (",", ".", ";") or line.quotation(at + 1) is not None)
