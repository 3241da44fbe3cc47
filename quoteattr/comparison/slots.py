"""Slots: where two sides tell the same words, and where each has its own in one place."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen
from rapidfuzz.distance import Levenshtein, Opcode

from quoteattr.comparison.sides import Content, Side
from quoteattr.model.spans import Span

_LONGEST = 60  # content words of a side; what is longer is told in an order of its own, and aligning it takes long

_ALONE, _FILLED, _LENGTH = 1, 3, 2  # of tellings in one form: words without counterpart, places with another, its words


@frozen(slots=True)
class Slot:
    """The content words that each side has in one place, between words that both have."""

    left: tuple[Content, ...]
    right: tuple[Content, ...]

    @property
    def is_filled(self) -> bool:
        """Whether both sides have words of their own in it."""
        return bool(self.left and self.right)

    @property
    def places(self) -> tuple[Slot, ...]:
        """The slots of single words, where both sides have as many; else the slot."""
        if len(self.left) != len(self.right):
            return (self,)
        return tuple(Slot((one,), (other,)) for one, other in zip(self.left, self.right, strict=True))


@frozen(slots=True)
class Frame:
    """What two sides tell in the same order: the content words they share, in pairs, and the slots between these."""

    pairs: tuple[tuple[Content, Content], ...]
    slots: tuple[Slot, ...]

    @property
    def shared(self) -> int:
        """How many content words both sides have."""
        return len(self.pairs)

    @property
    def filled(self) -> tuple[Slot, ...]:
        """The slots in which both sides have words."""
        return tuple(slot for slot in self.slots if slot.is_filled)

    @property
    def places(self) -> tuple[Slot, ...]:
        """The filled slots, word by word where both sides have as many."""
        return tuple(place for slot in self.filled for place in slot.places)

    @property
    def is_parallel(self) -> bool:
        """Whether both tell in one form: little on either side has no counterpart, or another one."""
        alone = sum(len(slot.left) + len(slot.right) for slot in self.slots if not slot.is_filled)
        longest = max((max(len(place.left), len(place.right)) for place in self.places), default=1)
        others = len(self.places)
        return alone <= _ALONE and others <= min(_FILLED, self.shared + 1) and longest <= min(_LENGTH, self.shared)


def frame_of(left: Side, right: Side) -> Frame:
    """Lay the content words of two sides over each other, in order; synonyms are the same.

    It does not see words that are told in another order.
    """
    first, second = left.content[:_LONGEST], right.content[:_LONGEST]
    codes = list(Levenshtein.opcodes(_concepts(first), _concepts(second)))
    same = [(first[c.src_start : c.src_end], second[c.dest_start : c.dest_end]) for c in codes if c.tag == "equal"]
    pairs = (pair for words in same for pair in zip(*words, strict=True))
    slots = (Slot(first[c.src_start : c.src_end], second[c.dest_start : c.dest_end]) for c in _apart(codes))
    return Frame(tuple(pairs), tuple(slots))


def _concepts(words: Sequence[Content]) -> list[str]:
    return [word.concept for word in words]


def _apart(codes: list[Opcode]) -> list[Opcode]:
    """Return what is not equal, neighbours joined: a word put in beside one that is replaced is of the same slot."""
    joined: list[Opcode] = []
    for code in (code for code in codes if code.tag != "equal"):
        last = joined[-1] if joined else None
        if last is not None and last.src_end == code.src_start and last.dest_end == code.dest_start:
            joined[-1] = Opcode("replace", last.src_start, code.src_end, last.dest_start, code.dest_end)
        else:
            joined.append(code)
    return joined


def span_of(words: Sequence[Content]) -> tuple[Span, ...]:
    """Return the span from the first of these words to the last."""
    return (Span(words[0].span.start, words[-1].span.end),) if words else ()
