"""Quotations that a noun of speech reports: '"Never," was the answer of the board', 'Ms Obi's advice was "wait"'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quoteattr.grammar.lines import PAUSES, Line
from quoteattr.grammar.phrases import holds_party, phrase_after, phrase_before
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import ADJ, ADV, AUX, DET, NOUN, NUM, PRON, PROPN, VERB
from quoteattr.model.spans import Span
from quoteattr.quotation.values import UNNAMED_RULE, Report

LONGEST_PHRASE = 12
"""Items of a phrase that holds a noun of speech and the words for its speaker."""
NARRATED = 3
"""The person of a pronoun for somebody whom the text tells of."""
_BETWEEN = frozenset((ADV, AUX))
_IN_PHRASE = frozenset((ADJ, ADV, DET, NOUN, NUM, PRON, PROPN))


class Named(NamedTuple):
    """A noun of speech, the words for whose it is (`None` where it hangs on nobody), and the item behind both."""

    cue: Span
    source: Span | None
    after: int


def noun_reports(line: Line, language: Language) -> Iterator[tuple[Report, range]]:
    """Yield the quotations that a noun of speech reports, each with the places that no other cue may claim."""
    for at, quotation in line.placed_quotations():
        behind = _behind(line, at, language)
        if behind is not None:
            report = Report(
                cue=behind.cue,
                source=behind.source,
                quotations=(quotation,),
                rule="quotation-before-speech-noun",
                source_rule="of-speech-noun" if behind.source is not None else UNNAMED_RULE,
                tag=True,
                ends_line=behind.after >= line.end,
            )
            yield report, range(at, behind.after)
            continue
        before = _cried(line, at, language) or _before(line, at, language)
        if before is not None and before.source is not None:
            report = Report(
                cue=before.cue,
                source=before.source,
                quotations=(quotation,),
                rule="quotation-after-speech-noun",
                source_rule="of-speech-noun",
            )
            yield report, range(before.after, at + 1)


def _cried(line: Line, at: int, language: Language) -> Named | None:
    """Read what stands around a quotation that a crowd calls: 'cries of "Shame!" from the benches'."""
    if line.lower(at - 1) not in line.words.part_links or line.lower(at - 2) not in line.words.cries:
        return None
    stop = phrase_after(line, at + 2, line.end) if line.lower(at + 1) in line.words.speaker_links else None
    if stop is None or not holds_party(line, at + 2, stop, language):
        return None
    return Named(line.span(at - 2, at - 1), line.span(at + 2, stop), at - 2)


def _behind(line: Line, at: int, language: Language) -> Named | None:
    """Read what follows a quotation: ', was the answer of the board', ', came the reply', ', was what he told them'."""
    first = at + 1
    while line.lower(first) in PAUSES:
        first += 1
    verb = line.lower(first)
    if verb not in line.words.forms_of_be and verb not in line.words.coming_verbs:
        return None
    if line.lower(first + 1) in line.words.free_relatives:
        return _what_was_said(line, first + 2, language)
    found = _named(line, first + 1, line.end, language)
    if found is None or (found.source is None and verb in line.words.forms_of_be):
        return None
    return found


def _what_was_said(line: Line, first: int, language: Language) -> Named | None:
    """Read the clause of '"Never" was what the mayor told them'."""
    stop = phrase_after(line, first, line.end)
    if stop is None:
        return None
    verb = stop
    while line.tag(verb) in _BETWEEN and line.lower(verb) not in language.cues:
        verb += 1
    if line.lower(verb) not in language.cues or line.tag(verb) is not VERB:
        return None
    after = phrase_after(line, verb + 1, line.end) or verb + 1
    return Named(line.span(verb, verb + 1), line.span(first, stop), after)


def _before(line: Line, at: int, language: Language) -> Named | None:
    """Read what stands before a quotation: 'Her answer was', 'The advice of the doctor:', 'Obi's reply was simple:'."""
    if at == 0:
        return None
    colon = line.lowers[at - 1] == ":"
    last = at - (colon or line.lower(at - 1) == ",")
    while last > 0 and line.tag(last - 1) is ADV:
        last -= 1
    if colon and line.lower(last - 2) in line.words.forms_of_be:
        last -= 1  # "was blunt:"
    if line.lower(last - 1) in line.words.forms_of_be:
        last -= 1
    elif not colon:
        return None
    end = last - (line.lower(last - 1) in line.words.speech_nouns)  # a tagger may take a noun alone for a verb
    end -= line.lower(end - 1) == "'"  # the drivers' answer
    start = phrase_before(line, end) if end > 0 else None
    found = _named(line, start, last, language) if start is not None else None
    return found if found is not None and found.after == last else None


def _named(line: Line, first: int, end: int, language: Language) -> Named | None:
    """Read a phrase with a noun of speech, and whose it is: "the answer of the board", "her reply", "Obi's advice"."""
    for at in range(first, min(end, first + LONGEST_PHRASE)):
        if line.lower(at) in line.words.speech_nouns:
            owner = _owner(line, first, at, language)
            if owner is not None:
                return Named(line.span(at, at + 1), owner, at + 1)
            return _with_speaker(line, at, end, language)
        linked = line.lower(at) in line.words.part_links or _ends_owner(line, at)
        if line.tag(at) not in _IN_PHRASE and not linked:
            return None
    return None


def _ends_owner(line: Line, at: int) -> bool:
    """Tell whether an item is an owner, or the apostrophe behind one: "mayor's", "drivers'"."""
    return line.lower(at) == "'" or line.lower(at).endswith(line.words.possessive_endings)


def _owner(line: Line, first: int, noun: int, language: Language) -> Span | None:
    """Return the words for whose a noun is, where they stand before it: a possessive pronoun, "the mayor's"."""
    for at in range(noun - 1, first - 1, -1):
        item = line.items[at]
        if item.lower == "'" and at > first:
            return line.span(first, at)
        if item.lower.endswith(line.words.possessive_endings):
            whole = len(item.lower) != item.end - item.start  # an entity or a letter that folding makes longer
            return Span(line.items[first].start, item.end if whole else item.start + item.lower.rindex("'"))
    pronoun = language.pronouns.get(line.lower(first))
    owns = pronoun is not None and pronoun.case == "possessive" and pronoun.person == NARRATED
    return line.span(first, first + 1) if owns else None


def _with_speaker(line: Line, noun: int, end: int, language: Language) -> Named:
    """Read whom a noun is linked to behind it: "the answer *of the board*", "the reply from Obi"."""
    at = noun + 1
    if line.lower(at) in line.words.speaker_links:
        stop = phrase_after(line, at + 1, end)
        if stop is not None and holds_party(line, at + 1, stop, language):
            return Named(line.span(noun, noun + 1), line.span(at + 1, stop), stop)
    return Named(line.span(noun, noun + 1), None, at)
