"""Subjects: whether two tellings that are otherwise alike are of two things: the school, the bridge."""

from __future__ import annotations

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
    if not frame.is_parallel:
        return False
    head = _head(frame, left, right)
    if head is not None and exclude_each_other(head, left.language):
        return _differ_else(frame, left, right)
    if frame.shared >= _ALIKE:
        return False
    things = head is not None and _are_things(head, left, right)
    return things or any(_are_names(slot, left, right) for slot in frame.filled)


def _head(frame: Frame, left: Side, right: Side) -> Slot | None:
    """Return the slot that both sides begin with."""
    first = next(iter(frame.filled), None)
    if first is None or first.left[0] != left.content[0] or first.right[0] != right.content[0]:
        return None
    again = left.terms.concepts & right.terms.concepts  # "police found a weapon", "a weapon was found"
    return None if any(word.concept in again for word in (*first.left, *first.right)) else first


def _differ_else(frame: Frame, left: Side, right: Side) -> bool:
    """Tell whether more differs than the words at the head: not "the first shot", "the second shot"."""
    return len(frame.filled) > 1 or is_negative(left) != is_negative(right)


def _are_things(slot: Slot, left: Side, right: Side) -> bool:
    """Tell whether both are common words for things, or one for a thing and one for a body ("bridge", "school")."""
    if not (_is_common(left, slot.left) and _is_common(right, slot.right)):
        return False
    kinds = [_kind(words[-1].word.lower(), left.language) for words in (slot.left, slot.right)]
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
    """Tell whether both sides have a name first in one place, and the two cannot be of one."""
    first = Slot(slot.left[:1], slot.right[:1]) if len(slot.left) == len(slot.right) else slot
    return is_of_names(first, left, right) and not can_be_one(first, left, right)


def _kind(noun: str, language: Language) -> str | None:
    """Return the kind of party that a noun names, in the singular or plural; `None` of what names a thing."""
    endings = ("", *language.roles.words.get("plural_endings", ()))
    singulars = (noun.removesuffix(ending) for ending in endings if noun.endswith(ending))
    return next((language.nouns[each] for each in singulars if each in language.nouns), None)
