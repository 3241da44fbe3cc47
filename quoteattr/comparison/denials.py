"""Denials: whether any word of a side denies."""

from __future__ import annotations

from functools import cache

from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Side
from quoteattr.grammar.stems import stem
from quoteattr.grammar.terms import words_of
from quoteattr.languages.lexicon import Language
from quoteattr.model.quotes import Polarity, Quote
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


def is_denied(side: Side) -> bool:
    """Tell whether the cue denies what is told; not "dismissed the offer as too low": there was an offer."""
    quote = side.mention.quote
    return quote is not None and quote.polarity is Polarity.NEGATIVE and not _is_judged(side, quote)


def _is_judged(side: Side, quote: Quote) -> bool:
    """Tell whether the cue says what a thing is held to be, and the thing is no claim."""
    deeds = side.language.comparing.get("deeds", {})
    roots = {stem(word, side.language) for word in words_of(quote.cue.text)}
    complement = find_phrases(side.text, tuple(deeds.get("complements", ())))
    if not complement or roots.isdisjoint(_stems(side.language, "of_claims")):
        return False
    thing = side.text[: complement[0].start]
    return _stems(side.language, "claims").isdisjoint(stem(word, side.language) for word in words_of(thing))


@cache
def _stems(language: Language, name: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in language.comparing.get("deeds", {}).get(name, ()))


@cache
def denying_verbs(language: Language) -> frozenset[str]:
    """Return the stems of the verbs that deny, those of more than one word left out: not "rule" of "rule out"."""
    verbs = language.comparing.get("negation", {}).get("verbs", ())
    return frozenset(stem(verb, language) for verb in verbs if " " not in verb)
