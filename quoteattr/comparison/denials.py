"""Denials: whether any word of a side denies."""

from __future__ import annotations

from functools import cache

from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Side
from quoteattr.grammar.stems import stem
from quoteattr.grammar.terms import words_of
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span

_DENYING = ("words", "nominal", "adjectives", "verbs")


def is_negative(side: Side, *, without: tuple[Span, ...] = ()) -> bool:
    """Tell whether any word of a side denies, those of some places left out: a negator, "denied", "unharmed"."""
    text = side.text
    for span in without:
        text = text[: span.start] + " " * len(span) + text[span.end :]
    table = side.language.comparing.get("negation", {})
    if find_phrases(text, tuple(word for kind in _DENYING for word in table.get(kind, ()))):
        return True
    return any(stem(word, side.language) in denying_verbs(side.language) for word in words_of(text))


@cache
def denying_verbs(language: Language) -> frozenset[str]:
    """Return the stems of the verbs that deny, those of more than one word left out: not "rule" of "rule out"."""
    verbs = language.comparing.get("negation", {}).get("verbs", ())
    return frozenset(stem(verb, language) for verb in verbs if " " not in verb)
