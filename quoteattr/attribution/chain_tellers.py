"""Who stands before a verb that tells or cites: one teller, or one that cites another."""

from __future__ import annotations

from quoteattr.attribution.chain_places import Place, carrier, phrase_after, phrase_before
from quoteattr.attribution.sentence_lines import line_of
from quoteattr.grammar.subjects import shared_subject, subject_before
from quoteattr.model.quotes import Carrier
from quoteattr.model.spans import Span


def tellers_before(place: Place, start: int, end: int, cue: Span, *, cites: bool = False) -> tuple[Carrier, ...]:
    """Return who tells by a cue that stands behind `end`, and before that who cites the teller.

    "A *reported*", "A, citing B, *reported*", "A reports citing B, which *quoted*", "according to A, citing B, which
    *cited*": the outermost first. Where the text before `end` only `cites`, the teller may have a verb of its own.
    """
    relative = place.patterns.relative_end.search(place.text, start, end)
    citing = place.patterns.citing.search(place.text, start, end)
    last = relative.start() if relative else end
    if citing is not None and citing.end() <= last:
        outer = _citer(place, start, citing.start(), cue)
        return (*outer, *carrier(place, phrase_after(place, citing.end(), last), Span(*citing.span())))
    return _citer(place, start, last, cue) if cites else _teller(place, start, last, cue)


def _citer(place: Place, start: int, end: int, cue: Span) -> tuple[Carrier, ...]:
    """Return who cites: of a phrase ("according to A"), of an earlier verb ("A reports"), or of the cue itself."""
    text, patterns = place.text, place.patterns
    phrase = patterns.according.search(text, start, end)
    if phrase:
        return carrier(place, phrase_before(place, phrase.end(), end), Span(*phrase.span()))
    verb = next(reversed(list(patterns.verb.finditer(text, start, end))), None)
    if verb is None:
        return _teller(place, start, end, cue)
    behind = text[verb.end() : end].rstrip(" ,").rfind(",")
    if behind >= 0 and cue.start > end:  # "As A reported earlier, *B*, citing C, said": B cites
        return _teller(place, verb.end() + behind + 1, end, cue)
    agent = patterns.agent.match(text, verb.end(), end)
    if agent:  # "as reported earlier by A"
        return carrier(place, phrase_after(place, agent.end(), end), Span(*verb.span()))
    return _teller(place, start, verb.start(), Span(*verb.span()))


def _teller(place: Place, start: int, end: int, cue: Span) -> tuple[Carrier, ...]:
    """Return the subject of a cue right behind `end`, one that it shares where "and" stands there; a pronoun may be the
    same that the quote is of: "*he* praised it and said he wants it"."""
    if not place.patterns.joined.search(place.text, start, end):
        return carrier(place, phrase_before(place, start, end), cue)
    if place.quote.source.text.casefold() in place.patterns.pronouns:
        return ()
    return carrier(place, subject_of(place, cue), cue)


def subject_of(place: Place, cue: Span) -> Span | None:
    """Return the subject of a cue by its grammar, its own or one that it shares: "*He* praised the army and quoted"."""
    line = line_of(place.document, Span(place.start, place.end))
    at = next((at for at, item in enumerate(line.items) if item.start == cue.start), None) if line is not None else None
    if line is None or at is None:
        return None
    subject = subject_before(line, at) or shared_subject(line, at)
    return line.span(subject.first, subject.last) if subject is not None else None
