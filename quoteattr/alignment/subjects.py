"""Subjects: the words of a statement before its verb."""

from __future__ import annotations

from attrs import frozen

from quoteattr.grammar.stems import concept, stem
from quoteattr.grammar.terms import Terms, function_words, words_of
from quoteattr.grammar.words import words_of as grammar_words
from quoteattr.languages.lexicon import Language

_FINITE = (1, 2)  # places, in the language's table of verbs, of the forms that a subject stands before
_LONGEST = 8  # words; what is longer is a clause of its own


@frozen(slots=True)
class Subject:
    """The concepts of common words, and the stems of names, before the verb; both are empty where no verb shows."""

    head: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


NO_SUBJECT = Subject()
"""The subject of a statement in which no verb shows."""


def subject_of(text: str, terms: Terms, language: Language) -> Subject:
    """Return the subject of a statement by the order of its words alone.

    >>> from quoteattr.grammar.terms import terms_of
    >>> from quoteattr.languages import load
    >>> text = "Shares in Ferrant rose 4 per cent"
    >>> subject_of(text, terms_of(text, load("en")), load("en")).names
    frozenset({'ferrant'})
    """
    words = words_of(text)[: _LONGEST + 1]
    forms = grammar_words(language.code).forms_of_be
    verb = next((n for n, word in enumerate(words) if n and _is_finite(word.lower(), forms, language)), 0)
    content = [word for word in words[:verb] if word.lower() not in function_words(language)]
    if any(word[0].isdigit() for word in content):
        return Subject()
    names = frozenset(root for root in (stem(word, language) for word in content) if root in terms.names)
    common = (word for word in content if stem(word, language) not in names)
    return Subject(frozenset(concept(word, language) for word in common), names)


def _is_finite(word: str, forms: frozenset[str], language: Language) -> bool:
    return language.verbs.get(word) in _FINITE or word in forms
