"""Subjects: whether two tellings that are otherwise alike are of two things: the school, the bridge."""

from __future__ import annotations

from functools import cache

from quoteattr.comparison.contrasts import exclude_each_other
from quoteattr.comparison.denials import is_negative
from quoteattr.comparison.fillings import can_be_one, is_of_names
from quoteattr.comparison.sides import Content, Side
from quoteattr.comparison.slots import Frame, Slot, frame_of
from quoteattr.grammar.stems import stem
from quoteattr.languages.lexicon import Language
from quoteattr.model.speakers import SpeakerKind

_ALIKE = 4  # content words in the same order from which on two words at the head are taken for two names of one thing
_LONGEST = 8  # content words of a side; longer ones in one form have more in common
_PAST = (2, 3)  # places, in the language's table of verbs, of forms that are no nouns


def have_other_subjects(left: Side, right: Side) -> bool:
    """Tell whether the sides are of two subjects, so that what else differs contradicts nobody.

    "The school is safe" and "the bridge is not safe" are; people and bodies go by many names ("the union", "the
    workers") and are none, and no more are tellings that have much else in common.
    """
    if max(len(left.content), len(right.content)) > _LONGEST:
        return False
    frame = frame_of(left, right)
    if frame.shared >= _ALIKE or not frame.is_parallel:
        return False
    head = _head(frame, left, right)
    if head is not None and _are_others(head, frame, left, right):
        return True
    return any(_are_names(slot, left, right) for slot in frame.filled)


def _head(frame: Frame, left: Side, right: Side) -> Slot | None:
    """Return the slot that both sides begin with."""
    first = next(iter(frame.filled), None)
    if first is None or first.left[0] != left.content[0] or first.right[0] != right.content[0]:
        return None
    again = left.terms.concepts & right.terms.concepts  # "police found a weapon", "a weapon was found"
    return None if any(word.concept in again for word in (*first.left, *first.right)) else first


def _are_others(slot: Slot, frame: Frame, left: Side, right: Side) -> bool:
    """Tell whether the words at the head are of two things; what excludes each other has to be more than all that
    differs: "the first shot", "the second shot"."""
    if exclude_each_other(slot, left.language):
        return len(frame.filled) > 1 or is_negative(left) != is_negative(right)
    return _are_things(slot, left, right)


def _are_things(slot: Slot, left: Side, right: Side) -> bool:
    """Tell whether both are common words for things, or one for a thing and one for a body ("bridge", "school")."""
    if not (_is_common(left, slot.left) and _is_common(right, slot.right)):
        return False
    kinds = [_parties(left.language).get(stem(words[-1].word, left.language)) for words in (slot.left, slot.right)]
    return None in kinds and set(kinds) <= {None, SpeakerKind.ORGANISATION.value}


def _is_common(side: Side, words: tuple[Content, ...]) -> bool:
    """Tell whether these can be a subject: neither names nor numbers, nor a verb among them."""
    if any(_is_past(word, side.language) for word in words):
        return False
    if any(word.span in each.span for word in words for each in side.quantities):
        return False
    return side.names.isdisjoint(stem(word.word, side.language) for word in words)


def _is_past(word: Content, language: Language) -> bool:
    return language.verbs.get(word.word.lower()) in _PAST


def _are_names(slot: Slot, left: Side, right: Side) -> bool:
    """Tell whether both sides have a name in one place, and the two cannot be of one."""
    return is_of_names(slot, left, right) and not can_be_one(slot, left, right)


@cache
def _parties(language: Language) -> dict[str, str]:
    """Return the stems of nouns for people and bodies, with the kind that they name."""
    return {stem(noun, language): kind for noun, kind in language.nouns.items()}
