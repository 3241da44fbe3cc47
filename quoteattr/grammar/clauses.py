"""Clauses: where one thing said ends and the next begins, inside a sentence."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from quoteattr.grammar.words import words_of
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import ADJ, ADV, DET, FINITE, NOUN, NUM, PRON, PROPN, SCONJ, VERB, Document, Tag

_LEAST_WORDS = 4  # a shorter piece ("and smiled") leans on its neighbour and tells little alone
_LONGEST = 400  # tokens; what is longer is a list or a broken page, and is left whole to keep time linear
_LEAST_INFINITIVE = 3  # "and to prevent incidents": three words are a purpose of their own
_STRONG = frozenset(";—–")
_PARTING = _STRONG | {","}


@frozen(slots=True)
class _Clue:
    """The words that can open a clause."""

    relative: frozenset[str]
    subordinate: frozenset[str]
    coordinate: frozenset[str]
    behind_commas: frozenset[str]
    openers: frozenset[str]  # those that need no mark before them
    signs: frozenset[str]  # those, and the marks behind which one can open
    gerunds: tuple[str, ...]
    infinitives: frozenset[str]


def clauses(words: tuple[str, ...], tags: tuple[Tag, ...] | None, language: Language) -> tuple[tuple[int, int], ...]:
    """Split one sentence, given as words and tags, into clauses: ranges of positions, in order, without gaps.

    Each holds a verb, and enough words to tell something. Conditions ("if", "unless") stay with what they limit.
    Without tags the sentence is one clause.

    >>> from quoteattr.languages import load
    >>> words = ("The", "old", "bridge", "shook", ";", "two", "riders", "fell", "off")
    >>> tags = tuple(Tag(tag) for tag in "DET ADJ NOUN VERB PUNCT NUM NOUN VERB ADV".split())
    >>> clauses(words, tags, load("en"))
    ((0, 5), (5, 9))
    """
    if tags is None or not _can_part(len(words)):
        return ((0, len(words)),)
    lowered = tuple(map(str.lower, words))
    clues = _clues(language)
    if clues.signs.isdisjoint(lowered):
        return ((0, len(words)),)
    places = [i for i in range(1, len(words) - 1) if lowered[i] in clues.openers or lowered[i - 1] in _PARTING]
    breaks = [i for i in places if _breaks(lowered, tags, i, clues)]
    return _kept(lowered, tags, breaks, clues) if breaks else ((0, len(words)),)


def _can_part(words: int) -> bool:
    """Tell whether so many words can be two clauses, and are no list."""
    return 2 * _LEAST_WORDS <= words <= _LONGEST


def clauses_in(document: Document, first: int, last: int, language: Language) -> tuple[tuple[int, int], ...]:
    """Split the document's tokens `first` up to `last`, which lie in one sentence; ranges are of its tokens."""
    text, tags = document.text, document.tags
    if tags is None or not _can_part(last - first):
        return ((first, last),)
    words = tuple([text[token.start : token.end] for token in document.tokens[first:last]])
    tags = tags[first:last]
    return tuple((first + start, first + end) for start, end in clauses(words, tags, language))


@cache
def _clues(language: Language) -> _Clue:
    names = ("relative", "subordinate", "coordinate", "behind_commas")
    lists = {name: frozenset(language.comparing.get("clauses", {}).get(name, ())) for name in names}
    words = words_of(language.code)
    openers = lists["subordinate"] | lists["coordinate"]
    return _Clue(
        openers=openers,
        signs=openers | _PARTING,
        gerunds=words.gerund_endings,
        infinitives=words.infinitive_marks,
        **lists,
    )


def _breaks(words: tuple[str, ...], tags: tuple[Tag, ...], i: int, clues: _Clue) -> bool:
    """Tell whether a clause can begin at word `i`."""
    word, before = words[i], words[i - 1]
    if before in _STRONG:
        return True
    if word in clues.coordinate:
        return _coordinates(words, tags, i, clues)
    if before == ",":
        opens = word in clues.relative or word in clues.subordinate or word in clues.behind_commas
        return opens or (word.endswith(clues.gerunds) and tags[i] is VERB)
    return word in clues.subordinate and tags[i] is SCONJ


def _coordinates(words: tuple[str, ...], tags: tuple[Tag, ...], i: int, clues: _Clue) -> bool:
    """Tell whether the conjunction at `i` joins clauses or verb phrases, not nouns."""
    if words[i + 1] in clues.infinitives:
        return i + 2 < len(words) and tags[i + 2] is VERB
    return tags[i + 1] in FINITE or words[i - 1] == "," or _has_subject_and_verb(tags, i + 1)


_NOMINAL = frozenset({DET, ADJ, NOUN, PROPN, PRON, NUM, ADV})
_SUBJECT_REACH = 6  # "and the two oldest border guards left": a subject of more words is rare without a mark


def _has_subject_and_verb(tags: tuple[Tag, ...], i: int) -> bool:
    for position in range(i, min(i + _SUBJECT_REACH, len(tags))):
        if tags[position] in FINITE:
            return position > i
        if tags[position] not in _NOMINAL:
            return False
    return False


def _kept(
    words: tuple[str, ...], tags: tuple[Tag, ...], breaks: list[int], clues: _Clue
) -> tuple[tuple[int, int], ...]:
    """Keep the breaks that leave a verb and enough words on either side."""
    kept, start = [], 0
    ends = [*breaks[1:], len(words)]
    for position, end in zip(breaks, ends, strict=True):
        if _tells(words, tags, start, position, clues) and _tells(words, tags, position, end, clues):
            kept.append((start, position))
            start = position
    return (*kept, (start, len(words)))


def _tells(words: tuple[str, ...], tags: tuple[Tag, ...], start: int, end: int, clues: _Clue) -> bool:
    if FINITE.isdisjoint(tags[start:end]):
        return False
    infinitive = clues.infinitives.intersection(words[start + 1 : start + 2])
    least = _LEAST_INFINITIVE + 1 if infinitive else _LEAST_WORDS
    return sum([word[0].isalnum() for word in words[start:end]]) >= least
