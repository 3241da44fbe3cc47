"""Fillings: another name, or another word, in the one place where two tellings differ."""

from __future__ import annotations

from functools import cache
from itertools import product

from rapidfuzz.distance import Levenshtein

from quoteattr.comparison.sides import Content, Side, difference
from quoteattr.comparison.slots import Slot, frame_of, span_of
from quoteattr.grammar.stems import stem
from quoteattr.grammar.terms import function_words
from quoteattr.languages.lexicon import Language
from quoteattr.model.comparisons import Difference, DifferenceKind

_SHARED = 2  # content words in the same order around the place
_ENOUGH = 0.6  # of the shorter side's words outside of it
_LONGEST = 3  # words of a name
_MORE = 1  # words that one side may have beside it: "a new school", "a school"
_SPELLING = 0.6  # of letters in common: "Kadirov", "Kadyrov"
_OPENING = 4  # letters in common: "Turkey", "Turkish"
_MARKS = '.,;:!?"“”‘’«»()'  # around words


def filling_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where two tellings are alike but for one name in one place, else `None`.

    Names that can be one ("UN", "Kadirov") are none. At the head of both it is who does it, else another place or
    thing. Of common words, it cannot tell two things from two words for one: `is_doubtful` does with those.
    """
    slot = _only_slot(left, right)
    if slot is None or not is_of_names(slot, left, right) or can_be_one(slot, left, right):
        return None
    heads = _is_head(left, slot.left) and _is_head(right, slot.right)
    kind = DifferenceKind.ACTOR if heads else DifferenceKind.WORDING
    return difference(kind, left, right, (span_of(slot.left), span_of(slot.right)), "another name in the same place")


def is_of_names(slot: Slot, left: Side, right: Side) -> bool:
    """Tell whether both sides have nothing but whole names in a slot, in words whose capitals show names."""
    if not (_is_name(left, slot.left) and _is_name(right, slot.right)):
        return False
    headline = _is_headline(left) or _is_headline(right)
    return not (headline or _in_name(left, slot.left) or _in_name(right, slot.right))


def is_doubtful(left: Side, right: Side) -> bool:
    """Tell whether two sides without a difference are alike but for one word in one place: it may be what differs."""
    return left.terms.key != right.terms.key and _only_slot(left, right) is not None


def _only_slot(left: Side, right: Side) -> Slot | None:
    """Return the one place in which both sides have words of their own, where all else is alike."""
    frame = frame_of(left, right)
    if frame.shared < _SHARED:
        return None
    more = sum(len(slot.left) + len(slot.right) for slot in frame.slots if not slot.is_filled)
    if len(frame.filled) != 1 or more > _MORE:
        return None
    slot = frame.filled[0]
    others = min(len(left.content) - len(slot.left), len(right.content) - len(slot.right))
    return slot if max(len(slot.left), len(slot.right)) <= _LONGEST and frame.shared >= _ENOUGH * others else None


def _is_name(side: Side, words: tuple[Content, ...]) -> bool:
    times = _times(side.language)
    stems = ((stem(word.word, side.language), word.word) for word in words)
    return all(root in side.names and word.lower() not in times for root, word in stems)


def _is_head(side: Side, words: tuple[Content, ...]) -> bool:
    """Tell whether nothing but titles stands before these words: "Mayor Obi"."""
    before = side.content[: side.content.index(words[0])]
    return all(word.word[0].isupper() and word.word.lower() in side.language.nouns for word in before)


def _told_elsewhere(side: Side, words: tuple[Content, ...]) -> bool:
    """Tell whether a side has one of these names in another place; "fund" is not "the Health Fund"."""
    return any(stem(word.word, side.language) in side.names for word in words)


def _is_headline(side: Side) -> bool:
    """Tell whether each content word has a capital, so that a capital shows no name."""
    return all(not word.word[0].islower() for word in side.content)


def _in_name(side: Side, words: tuple[Content, ...]) -> bool:
    """Tell whether a name goes on beside these words: "Ada" of "Ada Obi"; a title is no part ("Mayor Obi")."""
    before, after = side.text[: words[0].span.start].split()[-1:], side.text[words[-1].span.end :].split()[:1]
    common = side.language.nouns.keys() | function_words(side.language)
    beside = (each.strip(_MARKS) for each in (*before, *after))
    return any(each[:1].isupper() and each.lower() not in common for each in beside)


def can_be_one(slot: Slot, left: Side, right: Side) -> bool:
    """Tell whether two names can be of one: spelt alike, initials beside a name, told of elsewhere, or known to be."""
    if _told_elsewhere(left, slot.right) or _told_elsewhere(right, slot.left):
        return True
    first, second = ([_bare(word.word) for word in words] for words in (slot.left, slot.right))
    if any(_is_short(word.word) for word in slot.left) != any(_is_short(word.word) for word in slot.right):
        return not (set(first) | set(second)) <= _known(left.language).keys() or _alike(first, second, left.language)
    return _alike(first, second, left.language)


def _alike(first: list[str], second: list[str], language: Language) -> bool:
    known = _known(language)
    return any(
        Levenshtein.normalized_similarity(a, b) >= _SPELLING
        or a[:_OPENING] == b[:_OPENING]
        or (a in known and known[a] == known.get(b))
        for a, b in product(first, second)
    )


def _bare(word: str) -> str:
    return word.lower().replace(".", "")


def _is_short(word: str) -> bool:
    """Tell whether a name is one of initials: "UN", "BoE"."""
    return len(word) > 1 and word[1:].lower() != word[1:]


@cache
def _known(language: Language) -> dict[str, int]:
    """Return the number of the group that a name stands in: names of one state."""
    groups = language.comparing.get("naming", {}).get("states", ())
    return {name: number for number, group in enumerate(groups) for name in group.lower().split()}


@cache
def _times(language: Language) -> frozenset[str]:
    tables = ("months", "weekdays", "relative_days")
    return frozenset(word for table in tables for word in language.comparing.get(table, {}))
