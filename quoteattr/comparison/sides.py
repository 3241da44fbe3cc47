"""Sides: one account's telling of a statement, with what the rules of comparison ask of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from attrs import frozen

from quoteattr.comparison.names import is_name
from quoteattr.grammar.moments import Moment, moments
from quoteattr.grammar.quantities import Quantity, quantities
from quoteattr.grammar.stems import concept, stem
from quoteattr.grammar.terms import Terms, function_words, terms_of, words_of
from quoteattr.languages.lexicon import Language
from quoteattr.model.comparisons import Difference, DifferenceKind, Mention
from quoteattr.model.documents import Document
from quoteattr.model.spans import Passage, Span

_REACH = 60  # characters: enough for two content words and the little words between
_CLAUSE_END = re.compile(r"[:;.!?—](?=\s|$)")
_NEXT = 2  # "has not yet fully opened": an adverb may stand before the word that counts


@frozen(slots=True)
class Content:
    """A content word of a side: the word as it stands, its concept and its place in the side's text."""

    word: str
    concept: str
    span: Span


@frozen(kw_only=True, slots=False, eq=False)
class Side:
    """One account's mention; spans that rules find are of `text`, the passage's words."""

    teller: str
    mention: Mention
    language: Language
    published: str | None = None
    document: Document | None = None

    @cached_property
    def text(self) -> str:
        """The words of the mention, its pieces joined by a space."""
        return self.mention.passage.text

    @cached_property
    def terms(self) -> Terms:
        """The terms of the mention."""
        return terms_of(self.text, self.language)

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of the names in the mention; of its first word the article tells whether it is one."""
        first = self.words[:1]
        if (
            not first
            or not self.document
            or not is_name(first[0][0], self.mention.passage, self.document, self.language)
        ):
            return self.terms.names
        return self.terms.names | {stem(first[0][0], self.language)}

    @cached_property
    def words(self) -> tuple[tuple[str, Span], ...]:
        """The words of the mention and where they stand in `text`."""
        found, position = [], 0
        for word in words_of(self.text):
            position = self.text.index(word, position)
            found.append((word, Span(position, position + len(word))))
            position += len(word)
        return tuple(found)

    @cached_property
    def content(self) -> tuple[Content, ...]:
        """The words with content of their own, in order."""
        return tuple(
            Content(word, concept(word, self.language), span)
            for word, span in self.words
            if word.lower().replace("’", "'") not in function_words(self.language)
        )

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers of the mention."""
        return quantities(self.text, self.language)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The dates and times of the mention."""
        return moments(self.text, self.language, self.published)

    def passage(self, *spans: Span) -> Passage:
        """Return the passage in the article for spans of `text`; an empty one where there are none."""
        found, begin = [], 0
        for span, piece in zip(self.mention.passage.spans, self.mention.passage.pieces, strict=True):
            for wanted in spans:
                start, end = max(wanted.start, begin), min(wanted.end, begin + len(piece))
                if start < end:
                    found.append(
                        (Span(span.start + start - begin, span.start + end - begin), piece[start - begin : end - begin])
                    )
            begin += len(piece) + 1
        found.sort()
        return Passage(tuple(span for span, _ in found), tuple(words for _, words in found))


def difference(
    kind: DifferenceKind,
    left: Side,
    right: Side,
    spans: tuple[Iterable[Span], Iterable[Span]] = ((), ()),
    note: str = "",
) -> Difference:
    """Return a difference with its words on both sides; without spans these are the whole mentions."""
    first, second = tuple(spans[0]), tuple(spans[1])
    whole = not first and not second
    return Difference(
        kind=kind,
        left=left.mention.passage if whole else left.passage(*first),
        right=right.mention.passage if whole else right.passage(*second),
        tellers=(left.teller, right.teller),
        note=note,
    )


def likeness(left: Side, right: Side) -> float:
    """Return the share of content words that two sides have in common, of the shorter one.

    It is high for statements that say the same and for statements that contradict each other.
    """
    a, b = left.terms.concepts, right.terms.concepts
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def bears_on(side: Side, span: Span, shared: frozenset[str], *, words: int = _NEXT) -> bool:
    """Tell whether one of the next content words after `span` is shared: what it negates, hedges or limits.

    What a colon or a full stop cuts off is not: "there is no dispute: 400 lorries are stuck".
    """
    reach = _CLAUSE_END.split(side.text[span.end : span.end + _REACH], maxsplit=1)[0]
    following = (part for word in words_of(reach) for part in word.split("-"))
    content = [word for word in following if word.lower().replace("’", "'") not in function_words(side.language)]
    return any(concept(word, side.language) in shared for word in content[:words])


def shared_matter(left: Side, right: Side) -> frozenset[str]:
    """Return the concepts that both sides have, names left out: what is told, not of whom."""
    names = left.terms.names | right.terms.names
    return (left.terms.concepts & right.terms.concepts) - names
