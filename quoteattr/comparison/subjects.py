"""Subjects: whether two tellings that are otherwise alike are of two things: the school, the bridge."""

from __future__ import annotations

from quoteattr.comparison.contrasts import are_exclusive, exclude_each_other
from quoteattr.comparison.denials import is_negative
from quoteattr.comparison.fillings import can_be_one, is_of_names
from quoteattr.comparison.negation import is_verb
from quoteattr.comparison.sides import Content, Side
from quoteattr.comparison.slots import Frame, Slot, frame_of
from quoteattr.grammar.stems import stem
from quoteattr.languages.lexicon import Language
from quoteattr.model.speakers import SpeakerKind

_ALIKE = 4  # content words in the same order from which on two words at the head are taken for two names of one thing
_LONGEST = 8  # content words of a side; longer ones in one form have more in common


def have_other_subjects(left: Side, right: Side) -> bool:
    """Tell whether the sides are of two subjects, so that what else differs contradicts nobody.

    "The school is safe" and "the bridge is not safe" are. People go by many names ("the driver", "the suspect") and are
    left alone, and so are tellings that have much else in common.
    """
    if max(len(left.content), len(right.content)) > _LONGEST:
        return False
    frame = frame_of(left, right)
    if not frame.is_parallel:
        return False
    head = _head(frame, left, right)
    if head is not None and exclude_each_other(head, left.language):
        return _differ_else(frame, left, right)
    if len(frame.places) > 1 and any(are_exclusive(place, left.language) for place in frame.places):
        return True  # "turnout in the north was 60 per cent", "in the south 45"
    if frame.shared >= _ALIKE:
        return False
    things = head is not None and _are_things(head, left, right)
    return things or any(_are_names(place, left, right) for place in frame.places)


def _head(frame: Frame, left: Side, right: Side) -> Slot | None:
    """Return the slot that both sides begin with."""
    first = next(iter(frame.filled), None)
    if first is None or first.left[0] != left.content[0] or first.right[0] != right.content[0]:
        return None
    again = left.terms.concepts & right.terms.concepts  # "police found a weapon", "a weapon was found"
    return None if any(word.concept in again for word in (*first.left, *first.right)) else first


def _differ_else(frame: Frame, left: Side, right: Side) -> bool:
    """Tell whether more differs than the words at the head: not "the first shot", "the second shot"."""
    return len(frame.places) > 1 or is_negative(left) != is_negative(right)


def _are_things(slot: Slot, left: Side, right: Side) -> bool:
    """Tell whether both are common words for things or bodies ("bridge", "school"), none of any sort ("facility")."""
    if not (_is_common(left, slot.left) and _is_common(right, slot.right)):
        return False
    nouns = [words[-1].word.lower() for words in (slot.left, slot.right)]
    kinds = [_kind(noun, left.language) for noun in nouns]
    if any(_is_generic(noun, left.language) for noun in nouns):
        return False
    return set(kinds) <= {None, SpeakerKind.ORGANISATION.value}


def _is_common(side: Side, words: tuple[Content, ...]) -> bool:
    """Tell whether these can be a subject: neither names nor numbers, nor a verb among them."""
    if any(is_verb(side, word) for word in words):
        return False
    if any(word.span in each.span for word in words for each in side.quantities) or _is_adjective(side, words[-1]):
        return False
    return side.names.isdisjoint(stem(word.word, side.language) for word in words)


def _is_adjective(side: Side, word: Content) -> bool:
    """Tell whether a word that is no verb follows at once: "a massive earthquake", "a 7.2-magnitude earthquake"."""
    following = next((each for each in side.content if each.span.start > word.span.start), None)
    if following is None or is_verb(side, following):
        return False
    return not side.text[word.span.end : following.span.start].strip()


def _are_names(slot: Slot, left: Side, right: Side) -> bool:
    """Tell whether both sides have a name in one place, and the two cannot be of one."""
    return is_of_names(slot, left, right) and not can_be_one(slot, left, right)


def _is_generic(noun: str, language: Language) -> bool:
    """Tell whether a noun is said of what goes by another one, too."""
    generic = language.comparing.get("credits", {}).get("generic", ())
    return noun in generic or noun in language.roles.words.get("company_nouns", ())


def _kind(noun: str, language: Language) -> str | None:
    """Return the kind of party that a noun names, in the singular or plural; `None` of what names a thing."""
    endings = ("", *language.word_class("plural_endings"))
    singulars = (noun.removesuffix(ending) for ending in endings if noun.endswith(ending))
    return next((language.nouns[each] for each in singulars if each in language.nouns), None)
