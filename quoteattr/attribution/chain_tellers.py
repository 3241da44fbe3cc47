"""Who stands before a verb that tells or cites: one teller, or one that cites another."""

from __future__ import annotations

from quoteattr.attribution.chain_places import Place, carrier, phrase_after, phrase_before
from quoteattr.attribution.sentence_lines import line_of
from quoteattr.grammar.subjects import shared_subject, subject_before
from quoteattr.model.quotes import Carrier
from quoteattr.model.spans import Span


def tellers_before(place: Place, start: int, end: int, cue: Span) -> tuple[Carrier, ...]:
    """Return who tells by a cue that stands behind `end`, and before that who cites the teller.

    "A *reported*", "A, citing B, *reported*", "A reports citing B, which *quoted*", "according to A, citing B, which
    *cited*": the outermost first.
    """
    relative = place.patterns.relative_end.search(place.text, start, end)
    citing = place.patterns.citing.search(place.text, start, end)
    last = relative.start() if relative else end
    if citing is None or citing.end() > last:
        return _teller(place, start, last, cue)
    outer = _teller(place, start, citing.start(), cue)
    middle = carrier(place, phrase_after(place, citing.end(), last), Span(*citing.span()))
    return (*outer, *middle)


def _teller(place: Place, start: int, end: int, cue: Span) -> tuple[Carrier, ...]:
    """Return one teller: of a phrase ("according to A"), of an earlier verb ("A reports"), or of the cue itself."""
    text, patterns = place.text, place.patterns
    phrase = patterns.according.search(text, start, end)
    if phrase:
        return carrier(place, phrase_before(place, phrase.end(), end), Span(*phrase.span()))
    if patterns.joined.search(text, start, end):
        return carrier(place, _subject(place, cue), cue)
    verb = next(reversed(list(patterns.verb.finditer(text, start, end))), None)
    if verb is None:
        return carrier(place, phrase_before(place, start, end) or _subject(place, cue), cue)
    own = Span(*verb.span())
    agent = patterns.agent.match(text, verb.end(), end)
    if agent:  # "as reported earlier by A"
        return carrier(place, phrase_after(place, agent.end(), end), own)
    return carrier(place, phrase_before(place, start, verb.start()), own)


def _subject(place: Place, cue: Span) -> Span | None:
    """Return the subject of a cue by its grammar, its own or one that it shares: "*He* praised the army and quoted"."""
    line = line_of(place.document, Span(place.start, place.end))
    at = next((at for at, item in enumerate(line.items) if item.start == cue.start), None) if line is not None else None
    if line is None or at is None:
        return None
    subject = subject_before(line, at) or shared_subject(line, at)
    return line.span(subject.first, subject.last) if subject is not None else None
