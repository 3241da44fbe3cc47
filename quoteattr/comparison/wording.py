"""Wording: words inside quotation marks that one account has changed or cut."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein, Opcode

from quoteattr.comparison.sides import Side, difference
from quoteattr.grammar.terms import function_words
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.quotes import QuoteKind
from quoteattr.model.spans import Span

_NEARLY_ALL = 0.8  # of the shorter side's words, in order: of more of its own, one may be another sentence
_CUTS = ("...", "…", "[", ". . .")
_SAME_UTTERANCE = 0.6  # of words in common, in order; below it one may be a paraphrase or another sentence

_Words = list[tuple[str, Span]]


def wording_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where both sides quote one utterance word for word and a content word differs inside it.

    Words cut at an end are no difference: a quotation may begin later or stop sooner.
    """
    if not (_is_direct(left) and _is_direct(right)):
        return None
    first, second = _same_stretch(_words(left), _words(right))
    a, b = [word for word, _ in first], [word for word, _ in second]
    if not a or Levenshtein.normalized_similarity(a, b) < _SAME_UTTERANCE:
        return None
    for block in _changed(list(Levenshtein.opcodes(a, b)), len(a), len(b)):
        left_words, right_words = first[block.src_start : block.src_end], second[block.dest_start : block.dest_end]
        places = (left, first, block.src_start, block.src_end), (right, second, block.dest_start, block.dest_end)
        marked = any(_is_marked(*place) for place in places)
        changed = any(word not in function_words(left.language) for word, _ in (*left_words, *right_words))
        if changed and not marked:
            spans = (_spans(left_words), _spans(right_words))
            return difference(DifferenceKind.WORDING, left, right, spans, "the words in quotation marks differ")
    return None


def _same_stretch(first: _Words, second: _Words) -> tuple[_Words, _Words]:
    """Return the words from the first that both have to the last, where the shorter is nearly all told by the longer.

    So a quotation that begins later or stops sooner is compared in what it has: "we hold that the *levy has to go*".
    """
    a, b = [word for word, _ in first], [word for word, _ in second]
    equal = [code for code in Levenshtein.opcodes(a, b) if code.tag == "equal"]
    if sum(code.src_end - code.src_start for code in equal) < _NEARLY_ALL * min(len(a), len(b)):
        return first, second
    return first[equal[0].src_start : equal[-1].src_end], second[equal[0].dest_start : equal[-1].dest_end]


def _is_marked(side: Side, words: _Words, first: int, end: int) -> bool:
    """Tell whether a side shows that words are left out: by dots or brackets, or as its quotation is broken there."""
    start, stop = words[first - 1][1].end, words[end][1].start
    broken = len(side.passage(Span(start - 1, stop + 1)).spans) > 1
    return broken or (first == end and any(mark in side.text[start:stop] for mark in _CUTS))


def _is_direct(side: Side) -> bool:
    return side.mention.quote is not None and side.mention.quote.kind is QuoteKind.DIRECT


def _words(side: Side) -> _Words:
    return [(word.lower().replace("’", "'"), span) for word, span in side.words]


def _changed(opcodes: list[Opcode], size: int, other: int) -> Iterator[Opcode]:
    """Yield the changes inside, those at either end left out."""
    for code in opcodes:
        inside = code.src_start > 0 and code.dest_start > 0 and code.src_end < size and code.dest_end < other
        if code.tag != "equal" and inside:
            yield code


def _spans(words: _Words) -> tuple[Span, ...]:
    return (Span(words[0][1].start, words[-1][1].end),) if words else ()
