"""Attitudes: what one account lets somebody affirm, accept or agree to, and another deny, refuse or only consider."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from quoteattr.comparison.credits import same_speaker
from quoteattr.comparison.denials import is_negative
from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Side, bears_on, shared_matter
from quoteattr.comparison.wholes import are_parts
from quoteattr.grammar.stems import concept, stem
from quoteattr.grammar.terms import words_of
from quoteattr.languages.lexicon import Language
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.quotes import Polarity
from quoteattr.model.spans import Passage, Span

_ENOUGH = 0.5  # of the longer side's words shared: of "to sign" and "to be sure before we sign", one alone is refused
_BEFORE = 3  # words before one in which a negator turns it: "has not yet ruled out"
_KINDS = (("opposed", DifferenceKind.NEGATION), ("loosened", DifferenceKind.MODALITY))


@frozen(slots=True)
class _Attitude:
    """A class of the language's data, whether it is negated, the words that show it, and the concepts before them."""

    kind: str
    negated: bool
    passage: Passage
    subject: frozenset[str] = frozenset()
    own: tuple[Span, ...] = ()  # where the words stand in what is told; a cue does not


def attitude_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where two sides take opposite attitudes to one content, else `None`.

    It compares the cues, which are no part of what is told: "agreed" and "refused" to resign. Two who take a thing
    differently are no difference; two who say the opposite of one thing are.
    """
    if not _is_one_content(left, right) or are_parts(left, right):
        return None
    first, second = _attitude(left, right), _attitude(right, left)
    if (
        first is None
        or second is None
        or is_negative(left, without=first.own) != is_negative(right, without=second.own)
    ):
        return None
    kind = _difference_between(first, second, left.language)
    if kind is None or not (_is_of_facts(first, second, left.language) or _same_actor(left, right, first, second)):
        return None
    return Difference(kind=kind, left=first.passage, right=second.passage, tellers=(left.teller, right.teller))


def _is_one_content(left: Side, right: Side) -> bool:
    a, b = left.terms.concepts, right.terms.concepts
    return left.terms.key == right.terms.key or bool(a and b and len(a & b) >= _ENOUGH * max(len(a), len(b)))


def _attitude(side: Side, other: Side) -> _Attitude | None:
    """Return the attitude that the cue shows, without a quote the first verb before what both tell; else "affirms"."""
    quote = side.mention.quote
    if quote is None:
        bare = None if other.mention.quote is None else _Attitude("affirms", False, side.mention.passage)
        return _narrated(side, shared_matter(side, other)) or bare
    cue = quote.cue.text
    found = _first_of_class(cue, side.language)
    if found is None:
        denies = quote.polarity is Polarity.NEGATIVE
        words = quote.cue or side.mention.passage
        return _Attitude("denies" if denies else "affirms", _negates(cue, side.language), words)
    kind, span = found
    if _tells(cue, other):  # "apologised" beside "refused to apologise"
        kind = "affirms"
    return _Attitude(kind, _negates(cue[: span.start], side.language), quote.cue)


def _tells(cue: str, other: Side) -> bool:
    """Tell whether the words for the cue are of what the other side tells."""
    return any(stem(word, other.language) in other.terms.stems for word in words_of(cue))


def _narrated(side: Side, shared: frozenset[str]) -> _Attitude | None:
    found = _first_of_class(side.text, side.language)
    if found is None or not bears_on(side, found[1], shared):
        return None
    kind, span = found
    before = words_of(side.text[: span.start])
    subject = frozenset(concept(word, side.language) for word in before)
    negated = _negates(" ".join(before[-_BEFORE:]), side.language)
    return _Attitude(kind, negated, side.passage(span), subject, (span,))


def _negates(words: str, language: Language) -> bool:
    return bool(find_phrases(words, tuple(language.comparing.get("negation", {}).get("words", ()))))


def _first_of_class(text: str, language: Language) -> tuple[str, Span] | None:
    """Return the class of the first word that has one, with its place; of phrases that begin there, the longest's."""
    words = words_of(text)
    stems = tuple(stem(word, language) for word in words)
    for number in range(len(words)):
        for phrase, kind in _phrases(language):
            if stems[number : number + len(phrase)] == phrase:
                return kind, _place(text, words, number, number + len(phrase))
    return None


def _place(text: str, words: list[str], first: int, end: int) -> Span:
    position = start = 0
    for number, word in enumerate(words[:end]):
        position = text.index(word, position)
        start = position if number == first else start
        position += len(word)
    return Span(start, position)


@cache
def _phrases(language: Language) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the phrases of all classes as stems, the longest first."""
    classes = language.comparing.get("attitudes", {}).get("classes", {})
    found = {
        tuple(stem(word, language) for word in phrase.split()): kind
        for kind, phrases in classes.items()
        for phrase in phrases
    }
    return tuple(sorted(found.items(), key=lambda entry: (-len(entry[0]), entry[0])))


def _difference_between(first: _Attitude, second: _Attitude, language: Language) -> DifferenceKind | None:
    """Return what kind of difference two attitudes make; one that is negated is the opposite of itself."""
    if first.kind == second.kind:
        return DifferenceKind.NEGATION if first.negated != second.negated else None
    if first.negated or second.negated:
        return None
    pair = {first.kind, second.kind}
    table = language.comparing.get("attitudes", {})
    return next((kind for name, kind in _KINDS if any(set(each) == pair for each in table.get(name, ()))), None)


def _is_of_facts(first: _Attitude, second: _Attitude, language: Language) -> bool:
    """Tell whether both say whether a thing is so, which does not depend on who says it."""
    return {first.kind, second.kind} <= set(language.comparing.get("attitudes", {}).get("of_facts", ()))


def _same_actor(left: Side, right: Side, first: _Attitude, second: _Attitude) -> bool:
    """Tell whether both attitudes are those of one; who is not named counts as the one that is."""
    a, b = left.mention.speaker, right.mention.speaker
    if a is not None and b is not None:
        return same_speaker(a, b, left.language)
    one, two = _actor_words(left, first), _actor_words(right, second)
    return not one or not two or not one.isdisjoint(two)


def _actor_words(side: Side, attitude: _Attitude) -> frozenset[str]:
    if side.mention.speaker is None:
        return attitude.subject
    return frozenset(concept(word, side.language) for word in words_of(side.mention.speaker.name))
