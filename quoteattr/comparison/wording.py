"""Wording: words inside quotation marks that one account has changed or cut."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein, Opcode

from quoteattr.comparison.sides import Side, difference
from quoteattr.grammar.terms import function_words
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.quotes import QuoteKind
from quoteattr.model.spans import Span

_SAME_UTTERANCE = 0.6  # of words in common, in order; below it one may be a paraphrase or another sentence


def wording_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where both sides quote one utterance word for word and a content word differs inside it.

    Words cut at an end are no difference: a quotation may begin later or stop sooner.
    """
    if not (_is_direct(left) and _is_direct(right)):
        return None
    first, second = _words(left), _words(right)
    a, b = [word for word, _ in first], [word for word, _ in second]
    if Levenshtein.normalized_similarity(a, b) < _SAME_UTTERANCE:
        return None
    for block in _changed(list(Levenshtein.opcodes(a, b)), len(a), len(b)):
        left_words, right_words = first[block.src_start : block.src_end], second[block.dest_start : block.dest_end]
        if any(word not in function_words(left.language) for word, _ in (*left_words, *right_words)):
            spans = (_spans(left_words), _spans(right_words))
            return difference(DifferenceKind.WORDING, left, right, spans, "the words in quotation marks differ")
    return None


def _is_direct(side: Side) -> bool:
    return side.mention.quote is not None and side.mention.quote.kind is QuoteKind.DIRECT


def _words(side: Side) -> list[tuple[str, Span]]:
    return [(word.lower().replace("’", "'"), span) for word, span in side.words]


def _changed(opcodes: list[Opcode], size: int, other: int) -> Iterator[Opcode]:
    """Yield the changes inside, those at either end left out."""
    for code in opcodes:
        inside = code.src_start > 0 and code.dest_start > 0 and code.src_end < size and code.dest_end < other
        if code.tag != "equal" and inside:
            yield code


def _spans(words: list[tuple[str, Span]]) -> tuple[Span, ...]:
    return (Span(words[0][1].start, words[-1][1].end),) if words else ()
