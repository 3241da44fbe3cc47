"""Attribution: the accounts credit a statement to different speakers."""

from __future__ import annotations

from quoteattr.comparison.credits import are_rivals, same_speaker
from quoteattr.comparison.sides import Side, difference
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.quotes import QuoteKind

_SAME_WORDS = 0.7  # of trigrams shared: one utterance, credited twice


def attribution_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where speakers differ, or where one account says in its own voice what another credits.

    Names and descriptions that can be one party's are none ("Ada Obi", "the minister").
    """
    first, second = left.mention.speaker, right.mention.speaker
    if (first is None and second is None) or (first and second and same_speaker(first, second, left.language)):
        return None
    names = " against ".join(speaker.name if speaker else "its own voice" for speaker in (first, second))
    return difference(DifferenceKind.ATTRIBUTION, left, right, note=f"credited to {names}")


def is_same_utterance(left: Side, right: Side) -> bool:
    """Tell whether both sides quote (nearly) the same words of two who can be told apart: only one credit is right.

    What is only reported ("that the road was mined"), two may have said.
    """
    a, b = left.terms.trigrams, right.terms.trigrams
    first, second = left.mention.speaker, right.mention.speaker
    rivals = first is not None and second is not None and are_rivals(first, second)
    return rivals and _is_quoted(left) and _is_quoted(right) and bool(a | b) and len(a & b) >= _SAME_WORDS * len(a | b)


def _is_quoted(side: Side) -> bool:
    return side.mention.quote is not None and side.mention.quote.kind is not QuoteKind.INDIRECT
