"""Contrasts: words that exclude each other, in the same place of two tellings that are otherwise alike."""

from __future__ import annotations

from functools import cache

from quoteattr.comparison.denials import is_negative
from quoteattr.comparison.sides import Content, Side, difference
from quoteattr.comparison.slots import Frame, Slot, frame_of, span_of
from quoteattr.grammar.stems import stem
from quoteattr.languages.lexicon import Language
from quoteattr.model.comparisons import Difference, DifferenceKind

_SHARED = 2  # content words in the same order beside the slot: "beat Tarn", "in the kitchen of the hotel"
_ACTORS = 2  # words
_ENOUGH = 0.5  # of the shorter side's words: with more of their own, the two tell different things


def contrast_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where the sides have words that exclude each other in one place, else `None`.

    It knows the words in the language's data alone: opposites, ordinals, things of one sort ("kitchen", "cellar").
    """
    frame = frame_of(left, right)
    synonyms = tuple(Slot((one,), (other,)) for one, other in frame.pairs)  # "king" and "queen" are of one group
    for number, slot in enumerate((*synonyms, *frame.filled)):
        kind = _kind(slot, left.language)
        if kind is None or _tells(left, slot.right) or _tells(right, slot.left):
            continue
        if not _are_alike(frame, slot, left, right, shared=frame.shared - (number < len(synonyms))):
            continue
        if kind is not DifferenceKind.NEGATION or is_negative(left) == is_negative(right):  # "not cut", "kept"
            return difference(kind, left, right, (span_of(slot.left), span_of(slot.right)), "only one can be right")
    return None


def _are_alike(frame: Frame, slot: Slot, left: Side, right: Side, *, shared: int) -> bool:
    """Tell whether the sides have enough in common beside a slot, and not more of their own in other places."""
    others = [max(len(each.left), len(each.right)) for each in frame.filled if each != slot]
    own = min(len(left.content), len(right.content))
    return shared >= _SHARED and shared >= _ENOUGH * own and shared >= sum(others)


def are_exclusive(slot: Slot, language: Language) -> bool:
    """Tell whether the words of a slot exclude each other: "north", "south"."""
    return _kind(slot, language) is not None


def exclude_each_other(slot: Slot, language: Language) -> bool:
    """Tell whether the words of a slot exclude each other, opposites ("private", "public") included."""
    if are_exclusive(slot, language):
        return True
    if len(slot.left) > 1 or len(slot.right) > 1:
        return False
    one, other = stem(slot.left[0].word, language), stem(slot.right[0].word, language)
    return any((one in a and other in b) or (one in b and other in a) for a, b in _opposites(language))


def _kind(slot: Slot, language: Language) -> DifferenceKind | None:
    """Return the kind of difference that the words of a slot make; of more than one word on a side, none.

    Actors alone may have a word more: "government troops", "rebels".
    """
    longest = max(len(slot.left), len(slot.right))
    pair = stem(slot.left[-1].word, language), stem(slot.right[-1].word, language)
    for kind, one, other in _exclusive(language):
        if longest > (_ACTORS if kind is DifferenceKind.ACTOR else 1):
            continue
        if (pair[0] in one and pair[1] in other) or (pair[0] in other and pair[1] in one):
            return kind if pair[0] != pair[1] else None
    return None


def _tells(side: Side, words: tuple[Content, ...]) -> bool:
    """Tell whether a side has one of these words, too, in another place."""
    return any(stem(word.word, side.language) in side.terms.stems for word in words)


@cache
def _exclusive(language: Language) -> tuple[tuple[DifferenceKind, frozenset[str], frozenset[str]], ...]:
    """Return the words that exclude each other, as pairs of sets: those of a group are on both sides of a pair."""
    table = language.comparing
    pairs = tuple(
        (DifferenceKind.NEGATION, _stems(one, language), _stems(other, language))
        for one, other in table.get("negation", {}).get("qualities", ())
    )
    groups = tuple(
        (DifferenceKind(kind), _stems(group, language), _stems(group, language))
        for kind, lists in table.get("contrasts", {}).items()
        for group in lists
    )
    opposed = tuple(
        (DifferenceKind(kind), _stems(one, language), _stems(other, language))
        for kind, listed in table.get("opposed", {}).items()
        for one, other in listed
    )
    return pairs + opposed + groups


@cache
def _opposites(language: Language) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    pairs = language.comparing.get("negation", {}).get("opposites", ())
    return tuple((_stems(one, language), _stems(other, language)) for one, other in pairs)


def _stems(words: str, language: Language) -> frozenset[str]:
    return frozenset(stem(word, language) for word in words.split())
