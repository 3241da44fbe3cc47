"""Negation: one account affirms what the other denies."""

from __future__ import annotations

from functools import cache

from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Side, bears_on, difference, likeness, shared_matter
from quoteattr.grammar.stems import concept, stem
from quoteattr.grammar.terms import words_of
from quoteattr.languages.lexicon import Language
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.quotes import Polarity
from quoteattr.model.spans import Span

_ENOUGH = 0.25  # of the shorter side's words shared: below it the two speak of different things
_DENYING = ("words", "nominal", "adjectives", "verbs")
_NEAR = 30  # characters on either side of an opposite in which a shared word must stand


def negation_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where one side denies what the other says, else `None`.

    A negator counts only before a word that both sides have; two denials are no difference. Opposites ("rose",
    "fell") count where the rest is alike.
    """
    for one, other in ((left, right), (right, left)):
        if _denied(one) and not _denied(other) and not is_negative(other):
            return difference(DifferenceKind.NEGATION, left, right, note=f"{one.teller} reports it as denied")
    shared = shared_matter(left, right)
    if likeness(left, right) < _ENOUGH or not shared:
        return None
    first, second = _negated(left, shared), _negated(right, shared)
    if (first and not is_negative(right)) or (second and not is_negative(left)):
        return difference(DifferenceKind.NEGATION, left, right, (first, second))
    return _opposites(left, right, shared)


def _denied(side: Side) -> bool:
    return side.mention.quote is not None and side.mention.quote.polarity is Polarity.NEGATIVE


def _negated(side: Side, shared: frozenset[str]) -> list[Span]:
    """Return the negators that stand before a shared word; "not only" and its like deny nothing."""
    table = side.language.comparing.get("negation", {})
    harmless = find_phrases(side.text, tuple(table.get("harmless", ())))
    found = find_phrases(side.text, tuple(table.get("words", ())))
    nominal = find_phrases(side.text, tuple(table.get("nominal", ())))
    negating = [span for span in found if not any(span in each for each in harmless) and bears_on(side, span, shared)]
    return negating + [span for span in nominal if span not in harmless and bears_on(side, span, shared, words=1)]


def is_negative(side: Side) -> bool:
    """Tell whether any word of a side denies: a negator, "denied", "false", "unharmed"."""
    table = side.language.comparing.get("negation", {})
    if find_phrases(side.text, tuple(word for kind in _DENYING for word in table.get(kind, ()))):
        return True
    single = " ".join(verb for verb in table.get("verbs", ()) if " " not in verb)  # not "rule" of "rule out"
    return not side.terms.stems.isdisjoint(_stems(single, side.language))


def _opposites(left: Side, right: Side, shared: frozenset[str]) -> Difference | None:
    """Return the difference where a word on one side is the opposite of one on the other."""
    first, second = _own_stems(left, right, shared), _own_stems(right, left, shared)
    if is_negative(left) != is_negative(right):
        return None
    for a, b in _pairs(left.language):
        for one, other in ((a, b), (b, a)):
            mine, yours = sorted(one & first.keys()), sorted(other & second.keys())
            if mine and yours:
                spans = ((first[mine[0]],), (second[yours[0]],))
                return difference(DifferenceKind.NEGATION, left, right, spans, "opposites")
    return None


def _own_stems(side: Side, other: Side, shared: frozenset[str]) -> dict[str, Span]:
    """Return the stems that only `side` has, with their places, where a shared word stands near."""
    found: dict[str, Span] = {}
    for word, span in side.words:
        near = words_of(side.text[max(0, span.start - _NEAR) : span.end + _NEAR])
        if any(concept(each, side.language) in shared for each in near if each != word):
            found.setdefault(stem(word, side.language), span)
    return {root: span for root, span in found.items() if root not in other.terms.stems}


@cache
def _pairs(language: Language) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    pairs = language.comparing.get("negation", {}).get("opposites", ())
    return tuple((_stems(a, language), _stems(b, language)) for a, b in pairs)


def _stems(words: str, language: Language) -> frozenset[str]:
    return frozenset(stem(word, language) for word in words.split())
