"""Modality: how firm a thing is: done, agreed, planned, possible, or tied to a condition."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quoteattr.comparison.auxiliaries import auxiliary_difference
from quoteattr.comparison.credits import same_speaker
from quoteattr.comparison.negation import is_limited
from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Side, bears_on, difference, likeness, shared_matter
from quoteattr.comparison.tenses import tense_difference
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.documents import FINITE, PART
from quoteattr.model.spans import Span

_ENOUGH = 0.3  # of the shorter side's words shared: below it the hedge may hedge another thing
_MOST = 0.5  # of them shared, from which on a condition that is told once is of the same thing
_NEGATED = 5  # characters: "could not", "couldn't"
_BARE = "plain"  # a plain assertion has no word of its own
_POSSIBLE = "possible"
_CONDITION = "conditions"
_DECIDED = frozenset({"preparing"})  # "decided to draw up" is weaker than "agreed to open", for all its decision
_STEPS = (
    (_POSSIBLE, _BARE, "only one of them hedges"),
    (_CONDITION, _BARE, "only one of them names the condition"),
    ("preparing", "agreed", "agreed in one, still to be prepared in the other"),
    ("preparing", "firm", "firm in one, still to be prepared in the other"),
    ("wished", "firm", "firm in one, only hoped for in the other"),
    ("voiced", "agreed", "agreed in one, only voiced in the other"),
    ("intended", "agreed", "agreed in one, only intended in the other"),
)


def modality_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where one side is firmer than the other, else `None`.

    It sees "may" beside "will" or a plain fact, a condition that one side leaves out, what is agreed on one side and
    only voiced on the other, what is done on one side and still to come on the other, and what one speaker rules out
    here and leaves open there. Steps between neighbours ("will", "plans to") are none.
    """
    ruled_out, common = _ruled_out(left, right), likeness(left, right)
    if ruled_out is not None or common < _ENOUGH:
        return ruled_out
    shared = shared_matter(left, right)
    for weaker, stronger, note in _STEPS:
        for one, other in ((left, right), (right, left)):
            first, second = _bearing(one, weaker, shared, alike=common >= _MOST), _spans(other, stronger)
            firm = weaker not in _DECIDED and bool(_spans(one, stronger))
            firm = firm or (weaker == _POSSIBLE and _is_alleged(other))
            bounded = weaker == _CONDITION and is_limited(other)  # "at the earliest", "not before"
            told = bool(second) or (stronger == _BARE and _asserts(other))
            if first and told and not (bounded or firm or _spans(other, weaker)):
                spans = (first, second) if one is left else (second, first)
                return difference(DifferenceKind.MODALITY, left, right, spans, note)
    return auxiliary_difference(left, right) or tense_difference(left, right)


def _asserts(side: Side) -> bool:
    """Tell whether a side has a finite verb: "to shoot him" and "the bill" are no firmer than "he could shoot him".

    Without tags, as in accounts made by hand, it is taken to have one.
    """
    tags, tokens = side.document.tags if side.document else None, side.document.tokens if side.document else ()
    if tags is None:
        return True
    spans = side.mention.passage.spans
    first, after = (bisect_left(tokens, at, key=_start) for at in (spans[0].start, spans[-1].end))
    return any(tags[at] in FINITE and tags[at - 1 : at] != (PART,) for at in range(first, after))


def _start(span: Span) -> int:
    return span.start


def _ruled_out(left: Side, right: Side) -> Difference | None:
    """Return the difference where one speaker has ruled out on one side what may come on the other, in any words."""
    first, second = left.mention.speaker, right.mention.speaker
    if first is None or second is None or not same_speaker(first, second, left.language):
        return None
    for one, other in ((left, right), (right, left)):
        shut, open_ = _spans(one, "excluded"), (*_spans(other, "possible"), *_spans(other, "considered"))
        if shut and open_ and not _spans(other, "excluded"):
            spans = (shut, open_) if one is left else (open_, shut)
            return difference(DifferenceKind.MODALITY, left, right, spans, "ruled out in one, open in the other")
    return None


def _bearing(side: Side, level: str, shared: frozenset[str], *, alike: bool) -> tuple[Span, ...]:
    """Return the words of a level that hedge what both sides tell; a condition need not name it."""
    spans = _spans(side, level)
    if level == _CONDITION and not alike:
        return ()
    if level == _CONDITION:
        if _spans(side, "asking"):
            return ()
        asked = _spans(side, "questions")
        return tuple(span for span in spans if not (any(span in each for each in asked) or _is_question(side, span)))
    settled = find_phrases(side.text, tuple(side.language.comparing.get("modality", {}).get("settled", ())))
    hedges = (span for span in spans if not any(span in each for each in settled))
    return tuple(span for span in hedges if bears_on(side, span, shared) and not _is_ability(side, span))


def _is_question(side: Side, span: Span) -> bool:
    """Tell whether a cue hangs on it, and no other clause: "will decide", "if the pool can stay open"."""
    return span.start == 0 and side.mention.quote is not None and "," not in side.text


def _is_alleged(side: Side) -> bool:
    """Tell whether the cue lends it no more than a hedge would: "prosecutors allege"."""
    return side.mention.quote is not None and bool(
        find_phrases(side.mention.quote.cue.text, tuple(side.language.comparing.get("modality", {}).get("charges", ())))
    )


def _is_ability(side: Side, span: Span) -> bool:
    """Tell whether a negator follows on what is able: "could not" hedges nothing; "might not" does."""
    if side.text[span.start : span.end].lower() not in side.language.comparing.get("modality", {}).get("able", ()):
        return False
    negators = side.language.comparing.get("modality", {}).get("negators", ())
    return bool(find_phrases(side.text[span.end : span.end + _NEGATED], tuple(negators)))


def _spans(side: Side, level: str) -> tuple[Span, ...]:
    words = side.language.comparing.get("modality", {}).get(level, ())
    found = find_phrases(side.text, tuple(words))
    dates = [moment.span for moment in side.moments] if found else []
    return tuple(span for span in found if not _is_in_one(span, dates))


def _is_in_one(span: Span, dates: Sequence[Span]) -> bool:
    """Tell whether a span lies in one of some dates, which are in order: "on May 12"."""
    before = bisect_right(dates, span.start, key=lambda date: date.start)
    return before > 0 and span in dates[before - 1]
