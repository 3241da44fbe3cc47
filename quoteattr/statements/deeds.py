"""Deeds: quotes that only name what somebody did a thing to, whose whole clause is what is told."""

from __future__ import annotations

from functools import cache

from quoteattr.grammar.stems import stem
from quoteattr.grammar.terms import words_of
from quoteattr.grammar.words import words_of as grammar_words
from quoteattr.languages.lexicon import Language
from quoteattr.model.quotes import Quote, QuoteKind
from quoteattr.statements.passages import Index

_NAME = 2  # words: "the plan"
_BESIDE = 1  # characters between a cue and its object


def is_deed(quote: Quote, index: Index, language: Language) -> bool:
    """Tell whether a quote holds no words of anybody, but the object of what its source did: "overturned the verdict".

    Then the verb is what is told, and the quote's clause is narration. Content that only names a thing is none ("the
    plan"); longer noun phrases are some where the cue reports such ("announced the closure of the mill").
    """
    if quote.kind is not QuoteKind.INDIRECT or not quote.content:
        return False
    words = quote.content.text.split(maxsplit=_NAME)
    if len(words) <= _NAME and words[0].casefold() in language.roles.words.get("definite", ()):
        return True
    return _is_charge(quote, language) or (_is_object(quote, index, language) and not _reports(quote, language))


def _is_charge(quote: Quote, language: Language) -> bool:
    """Tell whether somebody, nobody says by whom, stands accused: "is accused of theft"."""
    if quote.source or quote.speaker is not None:
        return False
    return not _stems(language, "charging").isdisjoint([stem(word, language) for word in words_of(quote.cue.text)])


def _is_object(quote: Quote, index: Index, language: Language) -> bool:
    """Tell whether a content without a verb stands right behind its cue."""
    if not quote.cue or len(quote.content.spans) > 1 or not 0 <= quote.content.start - quote.cue.end <= _BESIDE:
        return False
    words = [word.casefold() for word in words_of(quote.content.text)]
    linking = grammar_words(language.code).complementisers | _listed(language, "linking")
    if not words or words[0] in linking or not _listed(language, "complements").isdisjoint(words):
        return False
    return not any(index.has_verb(span) for span in quote.content)


def _reports(quote: Quote, language: Language) -> bool:
    """Tell whether the cue tells what its object names, as so or as not so, and does nothing to it."""
    roots = {stem(word, language) for word in words_of(quote.cue.text)}
    if roots & _stems(language, "of_claims"):
        return any(stem(word, language) in _stems(language, "claims") for word in words_of(quote.content.text))
    own = words_of(quote.content.text)[0].casefold() in _listed(language, "owners")
    return bool(roots & _stems(language, "telling")) and not own


@cache
def _listed(language: Language, name: str) -> frozenset[str]:
    return frozenset(language.comparing.get("deeds", {}).get(name, ()))


@cache
def _stems(language: Language, name: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in _listed(language, name))
