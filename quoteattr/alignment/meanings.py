"""Meanings: the vectors of a statement's words, out of those of its document."""

from __future__ import annotations

from bisect import bisect_left

from attrs import frozen

from quoteattr.grammar.stems import stem
from quoteattr.grammar.terms import function_words
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import Vectors
from quoteattr.model.spans import Passage


@frozen(slots=True)
class Meaning:
    """Which rows of a document's vectors are a statement's words; `stems` are theirs, empty for words without content
    of their own."""

    vectors: Vectors
    rows: tuple[int, ...]
    stems: tuple[str, ...]


def meaning_of(text: str, passage: Passage, vectors: Vectors | None, language: Language) -> Meaning | None:
    """Return the meaning of a passage of `text`; `None` where no word of it has a vector.

    >>> from quoteattr.languages import load
    >>> from quoteattr.model.spans import Span
    >>> vectors = Vectors((Span(0, 3), Span(4, 8), Span(9, 13)), 2, bytes(6))
    >>> meaning = meaning_of("The dams held", Passage.of("The dams held", Span(0, 8)), vectors, load("en"))
    >>> meaning.rows, meaning.stems
    ((0, 1), ('', 'dam'))
    """
    if vectors is None:
        return None
    rows = tuple(
        row
        for span in passage
        for row in range(
            bisect_left(vectors.spans, span.start, key=lambda word: word.start),
            bisect_left(vectors.spans, span.end, key=lambda word: word.start),
        )
    )
    small = function_words(language)
    words = (vectors.spans[row].of(text) for row in rows)
    return (
        Meaning(vectors, rows, tuple("" if w.lower() in small else stem(w, language) for w in words)) if rows else None
    )
