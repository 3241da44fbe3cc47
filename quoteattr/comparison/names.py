"""Names: whether the first word of a passage, which may have its capital from its place, is a name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from quoteattr.grammar.stems import concept, stem
from quoteattr.grammar.terms import function_words
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import PROPN, Document
from quoteattr.model.spans import Passage


def is_name(word: str, passage: Passage, document: Document, language: Language) -> bool:
    """Tell whether a passage begins with a name: a capital inside a sentence, or a word that is tagged as one.

    A tag alone is not believed of words that the language's data knows as common ones ("Thieves", "Revenue").

    >>> from quoteattr.languages import load
    >>> from quoteattr.model.spans import Span
    >>> text = "He said that Norvia fired first."
    >>> document = Document(text=text, sentences=(Span(0, 32),))
    >>> is_name("Norvia", Passage.of(text, Span(13, 31)), document, load("en"))
    True
    """
    if not word[0].isupper() or word.lower().replace("’", "'") in function_words(language):
        return False
    start = document.text.find(word, passage.start)
    return _is_inside(start, document) or (_is_tagged(start, document) and not _is_common(word, language))


def _is_inside(start: int, document: Document) -> bool:
    """Tell whether a small letter or a comma stands right before a place, in its sentence."""
    number = bisect_right(document.sentences, start, key=lambda sentence: sentence.start) - 1
    if number < 0:
        return False
    before = document.text[document.sentences[number].start : start].rstrip(" ")
    return before[-1:].isalpha() or before[-1:] == ","


def _is_tagged(start: int, document: Document) -> bool:
    place = bisect_left(document.tokens, start, key=lambda token: token.start)
    if document.tags is None or place >= len(document.tokens) or document.tokens[place].start != start:
        return False
    return document.tags[place] is PROPN


def _is_common(word: str, language: Language) -> bool:
    low = word.lower()
    return low in language.nouns or low in language.verbs or concept(word, language) != stem(word, language)
