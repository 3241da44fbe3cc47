"""Kinds: one side has none of a kind, the other something that is of it."""

from __future__ import annotations

from functools import cache

from quoteattr.comparison.affixes import bare_of
from quoteattr.comparison.denials import is_negative
from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Side, difference
from quoteattr.grammar.stems import stem
from quoteattr.languages.lexicon import Language
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.spans import Span

_BRIEF = 14  # content words of a side; among more, another thing is likely to be told


def kind_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where one side has none of a kind of which the other has some, else `None`.

    "No weapons" contradicts "two rockets". What either side tells at length is left alone.
    """
    if max(len(left.content), len(right.content)) > _BRIEF:
        return None
    for one, other in ((left, right), (right, left)):
        for kind, cases in _kinds(left.language):
            if other.terms.stems.isdisjoint(cases) or not one.terms.stems.isdisjoint(cases) or is_negative(other):
                continue
            none, found = _denied(one, kind), _told(other, cases)
            if none and found:
                spans = (none, found[:1]) if one is left else (found[:1], none)
                return difference(DifferenceKind.NEGATION, left, right, spans)
    return None


def _told(side: Side, roots: frozenset[str]) -> tuple[Span, ...]:
    return tuple(word.span for word in side.content if stem(word.word, side.language) in roots)


def _denied(side: Side, kind: frozenset[str]) -> tuple[Span, ...]:
    """Return the negators right before a word of a kind ("no weapons"), and words that deny it alone ("unarmed")."""
    table = side.language.comparing.get("negation", {})
    negators = find_phrases(side.text, (*table.get("words", ()), *table.get("nominal", ())))
    before = (span for span in negators if _next_stem(side, span) in kind)
    own = (
        word.span
        for word in side.content
        if any(stem(bare, side.language) in kind for bare in bare_of(word.word.lower(), side.language))
    )
    return (*before, *own)


def _next_stem(side: Side, span: Span) -> str:
    following = (word for word in side.content if word.span.start >= span.end)
    return next((stem(word.word, side.language) for word in following), "")


@cache
def _kinds(language: Language) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    pairs = language.comparing.get("negation", {}).get("kinds", ())
    return tuple((_stems(kind, language), _stems(cases, language)) for kind, cases in pairs)


def _stems(words: str, language: Language) -> frozenset[str]:
    return frozenset(stem(word, language) for word in words.split())
