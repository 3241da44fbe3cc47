"""Coarse tags for the words of a text, from word lists and the word before; no model.

It is right often enough to find noun phrases and verbs beside a cue, which is what the stages ask of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import pairwise, repeat
from typing import NamedTuple

from attrs import frozen

from quoteattr.grammar.closed_classes import closed_classes
from quoteattr.languages import fold
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import (
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    VERB,
    Tag,
)

BASE, THIRD, PAST, PARTICIPLE, GERUND = range(5)
_NOMINAL_BEFORE = frozenset((DET, ADJ, NUM, ADP))
"""Tags after which a word that may be noun or verb is a noun: "the claims", "of reports"."""
_SUBJECTS = frozenset((NOUN, PROPN, PRON))
_AFTER_POSSESSIVE = frozenset((NOUN, ADJ, PROPN, NUM, ADV, DET))
_SMALL_WORDS = frozenset((ADP, AUX, ADV, CCONJ, SCONJ, PART))
"""Tags of words that have no capital inside a sentence, unless they are names."""
_STANDING = frozenset((PRON, DET))
"""Tags of words that are names where they stand in capitals: the WHO, the IT minister, the US."""
_TITLE_CASE_SHARE = 0.8
"""Share of capitals among a sentence's longer words from which on it is a heading in title case."""


def tags_of(words: Sequence[str], first: Set[int], language: Language) -> tuple[Tag, ...]:
    """Return a tag for each of `words`; `first` holds the places where sentences begin.

    >>> from quoteattr.languages import load
    >>> [tag.value for tag in tags_of(["The", "minister", "said", "nothing"], {0}, load("en"))]
    ['DET', 'NOUN', 'VERB', 'NOUN']
    """
    closed, lists = closed_classes(language), _lists(language)
    alone = list(map(_alone, words, repeat(language)))
    headings = _title_case([each.capital for each in alone], first)
    lowers = [each.lower for each in alone]
    tags: list[Tag] = []
    before, lower_before = PUNCT, ""
    for index, (word, (lower, tag, form, is_small, _)) in enumerate(zip(words, alone, strict=True)):
        if is_small and not (index in first or index in headings):
            goes_on = before is not PUNCT or words[index - 2 : index - 1] == [","]  # '..., " Quick said'
            tag = PROPN if goes_on else tag  # "said Per Holm", "in May"
        elif tag is None and word[0].isupper() and not (index in first or index in headings):
            tag = PROPN
        if tag is None:
            begins = index in first or (index in headings and form in (THIRD, PAST) and before in _SUBJECTS)
            if form == BASE and begins and not _opens_object(lowers, index + 1, closed):
                form = None  # "Transport chief": no imperative without an object
            elif form in (BASE, THIRD) and before is ADV and tags[-2:-1] == [VERB]:
                form = None  # "waved away questions"
            elif form == BASE and lower_before == "," and not _opens_object(lowers, index + 1, closed):
                form = None  # ", state media reported"
            elif form == PAST and index in first and _stands_before_noun(words, lowers, index, closed, language):
                tags.append(ADJ)  # "Retired teacher Ida Holm"
                before, lower_before = ADJ, lower
                continue
            tag = _open_class(word, lower, before, lower_before, begins, form, lists)
            if tag is ADV and index in first and _is_name(words, lowers, index, lists):
                tag = PROPN  # "Emily Draper"
            if tag is ADJ and before is ADJ and form == PAST and _opens_object(lowers, index + 1, closed):
                tag = VERB  # "the accused admitted the theft"
        if before is DET and lower_before in lists.object_possessives and tag not in _AFTER_POSSESSIVE:
            tags[-1] = PRON  # "told her that": the object, not the possessive
        if tag is VERB and before is ADV and tags[-2:-1] == [DET] and lowers[index - 2] in lists.articles:
            tags[-1] = NOUN  # "the forward said"
        tags.append(tag)
        before, lower_before = tag, lower
    return tuple(tags)


class _Alone(NamedTuple):
    """What a word shows without those around it.

    `tag` is that of a closed class or of its shape, `form` that of a verb that it may be. `small` holds for a small
    word with a capital; `capital` tells whether a longer word has one, and is `None` for others.
    """

    lower: str
    tag: Tag | None
    form: int | None
    small: bool
    capital: bool | None


@lru_cache(maxsize=1 << 15)  # words recur, in a text and from text to text
def _alone(word: str, language: Language) -> _Alone:
    lower, lists = fold(word), _lists(language)
    tag = closed_classes(language).get(lower)
    small = (tag in _SMALL_WORDS and word[0].isupper()) or (tag in _STANDING and len(word) > 1 and word.isupper())
    form = lists.verbs.get(lower)
    form = _form_by_ending(lower, lists) if form is None else form
    capital = word[0].isupper() if len(word) > 3 and word[0].isalpha() else None
    return _Alone(lower, tag or _by_shape(word), form, small, capital)


@frozen(slots=True, kw_only=True, eq=False)
class _Lists:
    """The word lists that open classes are decided by."""

    verbs: Mapping[str, int]
    nouns: Mapping[str, str]
    adjectives: Set[str]
    objects: Set[str]
    object_possessives: Set[str]
    articles: Set[str]
    adjective_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    other_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    possessive_endings: tuple[str, ...]
    clitic_endings: tuple[str, ...]


@cache
def _lists(language: Language) -> _Lists:
    def endings(name: str) -> tuple[str, ...]:
        return tuple(sorted(language.word_class(name)))

    return _Lists(
        verbs=_verbs(language),
        nouns=language.nouns,
        adjectives=language.word_class("adjectives"),
        objects=language.word_class("number_pronouns"),
        object_possessives=language.word_class("object_possessives"),
        articles=language.word_class("articles"),
        adjective_endings=endings("adjective_endings"),
        adverb_endings=endings("adverb_endings"),
        past_endings=endings("past_endings"),
        other_endings=endings("other_than_past_endings"),
        plural_endings=tuple(sorted(language.word_class("plural_endings"))),
        possessive_endings=endings("possessive_endings"),
        clitic_endings=endings("possessive_clitic_endings"),
    )


def _by_shape(word: str) -> Tag | None:
    """Tag what is no word by its first character."""
    if not word[0].isalnum():
        return CCONJ if word == "&amp;" else PUNCT
    return NUM if word[0].isdigit() else None


def _opens_object(lowers: Sequence[str], index: int, closed: Mapping[str, Tag]) -> bool:
    """Tell whether a word begins an object or a clause, so that the word before it is a verb."""
    if index >= len(lowers):
        return False
    return closed.get(lowers[index]) in (DET, PRON, SCONJ, PART)


def _is_name(words: Sequence[str], lowers: Sequence[str], index: int, lists: _Lists) -> bool:
    """Tell a first name that ends as adverbs do: a capital behind it, and no adjective in it."""
    two = words[index : index + 2]
    capitals = len(two) == 2 and all(word[0].isupper() and not word.isupper() for word in two)
    return capitals and not any(
        lowers[index].removesuffix(ending) in lists.adjectives for ending in lists.adverb_endings
    )


def _stands_before_noun(
    words: Sequence[str], lowers: Sequence[str], index: int, closed: Mapping[str, Tag], language: Language
) -> bool:
    """Tell whether a participle that begins a sentence describes the word behind it; one that reports is a tag."""
    following = index + 1
    if following >= len(words) or lowers[index] in language.cues:
        return False
    return words[following][0].isalpha() and lowers[following] not in closed


def _open_class(
    word: str, lower: str, before: Tag, lower_before: str, first: bool, form: int | None, lists: _Lists
) -> Tag:
    """Tag a noun, name, verb, adjective or adverb by its form and the word before."""
    if word[0].isupper() and not first:
        return PROPN  # in a heading
    noun = lower in lists.nouns
    if noun and form in (BASE, THIRD) and (first or before in (ADV, ADJ)) and before is not AUX:
        return NOUN  # "Radio Kelm", "early figures": a noun begins the sentence
    if noun and before is DET:
        return NOUN  # "the family"
    if form is not None and _is_verb(form, before, lower_before, lists):
        return VERB
    if form in (PAST, PARTICIPLE, GERUND):
        return ADJ
    if lower.endswith(lists.adverb_endings) and len(lower) > 4 and lower not in lists.adjectives:
        return ADV
    if not noun and (
        lower in lists.adjectives or (lower.endswith(lists.adjective_endings) and form is None and len(lower) > 5)
    ):
        return ADJ
    unknown = form is None and not noun and word[0].islower() and not lower.endswith(lists.plural_endings)
    if before is PART and unknown:
        return VERB  # "to repay": an infinitive that no list has
    return PROPN if first and word[0].isupper() and form is None and not noun and len(word) > 1 else NOUN


def _title_case(longer: Sequence[bool | None], first: Set[int]) -> Set[int]:
    """Return the places of words in headings in title case or capitals, where verbs have capitals, too.

    `longer` tells of each longer word whether it has a capital.
    """
    starts = sorted(first)
    places: set[int] = set()
    for start, end in pairwise((*starts, len(longer))):
        capitals = [capital for capital in longer[start:end] if capital is not None]
        if len(capitals) > 3 and sum(capitals) >= _TITLE_CASE_SHARE * len(capitals):
            places.update(range(start, end))
    return places


def _form_by_ending(lower: str, lists: _Lists) -> int | None:
    """Guess the form of a verb that no list has, by its ending."""
    past = lower.endswith(lists.past_endings) and not lower.endswith(lists.other_endings)
    return PAST if past and len(lower) > 4 else None


def _is_verb(form: int, before: Tag, lower_before: str, lists: _Lists) -> bool:
    """Decide for a form that may be a verb, by the word before it."""
    if before is not PRON and lower_before.endswith(lists.possessive_endings):
        return form == PAST and not lower_before.endswith(lists.clitic_endings)
    if form in (PAST, PARTICIPLE):
        return before not in (DET, ADJ, VERB)  # "said retired general Obi"
    if form == GERUND:
        return before not in (DET, ADJ)
    if before in (PART, AUX):
        return True
    if before is PRON:
        return lower_before not in lists.objects
    if before in _NOMINAL_BEFORE:
        return False
    if form == THIRD:
        return before is not VERB
    plural = before is NOUN and lower_before.endswith(lists.plural_endings)
    return before is ADV or plural or before is PUNCT


@cache
def _verbs(language: Language) -> Mapping[str, int]:
    """Map each verb form to its place among the five forms; plain verbs and cues together."""
    forms = dict(language.verbs)
    for entry in language.cue_entries:
        for place in (GERUND, PARTICIPLE, PAST, THIRD, BASE):
            forms[entry.forms[place]] = place if entry.forms[place] != entry.forms[PAST] else PAST
    return forms
