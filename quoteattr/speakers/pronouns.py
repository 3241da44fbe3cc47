"""Whom a pronoun means, by number and gender from the text's own words; no list of first names is used."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from quoteattr.languages.lexicon import Language, Pronoun
from quoteattr.model.spans import Span
from quoteattr.speakers.descriptions import Description, describe
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.parties import Party
from quoteattr.speakers.vocabulary import kind_of_noun

_SENTENCES_BACK = 5
"""A pronoun's antecedent is at most so many sentences back; farther back it is guessing."""
_NAMES_BACK = 12
"""Names looked back over inside a quote; a bound, so that time stays linear."""
_SUBJECTS_BACK = 2
"""A subject that has no name is meant by a pronoun one or two sentences later, seldom farther."""
_LONGEST_SUBJECT = 60
"""Characters in which the head of a subject comes."""
_GENDERS = ("feminine", "masculine")


def vote_genders(discourse: Discourse) -> None:
    """Count for each person the gendered pronouns that can mean nobody else.

    A pronoun counts where just one person is mentioned before it in its sentence, or, where none is, in the
    sentence before. Pronouns inside quotes do not count.
    """
    pattern = _gendered(discourse.language)
    if pattern is None:
        return
    for match in pattern.finditer(discourse.document.text):
        if discourse.is_told(match.start()):
            continue
        number = _only_person(discourse, match.start())
        if number is not None:
            discourse.parties[number].vote(discourse.language.pronouns[match.group().casefold()].gender)


def _gendered(language: Language) -> re.Pattern[str] | None:
    forms = [form for form, pronoun in language.pronouns.items() if pronoun.gender in _GENDERS]
    return re.compile(rf"\b(?:{'|'.join(sorted(forms))})\b", re.IGNORECASE) if forms else None


def _only_person(discourse: Discourse, offset: int) -> int | None:
    """Return the only person mentioned before an offset in its sentence, or else in the sentence before."""
    sentence = discourse.sentence_at(offset)
    for number, end in ((sentence, offset), (sentence - 1, -1)):
        if number < 0:
            return None
        span = discourse.sentence_span(number)
        _, named = discourse.mentioned(span.start, span.end if end < 0 else end)
        people = {each for each in named if discourse.parties[each].kind == "person"}
        if people:
            return people.pop() if len(people) == 1 else None
    return None


def find_antecedent(
    pronoun: Pronoun, offset: int, discourse: Discourse, *, without: Collection[int] = (), inside: int = -1
) -> int | None:
    """Return the party that a pronoun at an offset means; `None` where two are equally good, or none fits.

    The sentences are gone back through. In each, whoever was the source of a quote comes before who is only
    named, and the one named first (mostly the subject) before the others. `without` are parties that it cannot
    mean. From `inside` on (the start of an outer quote) names in the quote are searched first.
    """
    if inside >= 0:
        number = _named_inside(pronoun, inside, offset, discourse, without)
        if number is not None:
            return number
    here, weak = discourse.sentence_at(offset), None
    for sentence in range(here, max(-1, here - _SENTENCES_BACK - 1), -1):
        span = discourse.sentence_span(sentence)
        sources, named = discourse.mentioned(span.start, min(span.end, offset))
        fitting = [number for number in reversed(sources) if _fits(pronoun, discourse.parties[number], number, without)]
        if fitting:
            return fitting[0]
        fitting = [number for number in named if _fits_named(pronoun, discourse.parties[number], number, without)]
        found = _first_or_none(pronoun, fitting, discourse)
        if found is not None and _is_strong(pronoun, discourse.parties[found]):
            return found
        weak = found if weak is None else weak
    return weak


_NOUN_PHRASE = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def last_described(pronoun: Pronoun, start: int, end: int, discourse: Discourse) -> tuple[Span, Description] | None:
    """Return the last noun phrase with a determiner in `start`..`end` that a pronoun may mean.

    `None` where a fitting name stands after it; then the name is the nearer antecedent.
    """
    language, text = discourse.language, discourse.document.text
    words = [match.span() for match in _NOUN_PHRASE.finditer(text, start, end)]
    last_name = (
        max(discourse.begins[_last_before(discourse, end)], start) if _last_before(discourse, end) >= 0 else start
    )
    for index in range(len(words) - 1, -1, -1):
        low = text[words[index][0] : words[index][1]].casefold()
        begin = _phrase_start(words, index, text, language) if _is_meant(pronoun, low, language) else None
        if begin is not None:
            span = Span(words[begin][0], words[index][1])
            description = describe(span.of(text), language)
            return (span, description) if description and span.start >= last_name else None
    return None


def described_subject(pronoun: Pronoun, offset: int, discourse: Discourse) -> tuple[Span, Description] | None:
    """Return the noun phrase that begins one of the two sentences before an offset, where the pronoun may mean it.

    Sentences inside quotes are passed over: their subjects are not the reporter's.
    """
    here = discourse.sentence_at(offset)
    for sentence in range(here - 1, max(-1, here - 1 - _SUBJECTS_BACK), -1):
        span = discourse.sentence_span(sentence)
        found = None if discourse.is_told(span.start) else _phrase_at(pronoun, span.start, discourse)
        if found:
            return found
    return None


def _phrase_at(pronoun: Pronoun, start: int, discourse: Discourse) -> tuple[Span, Description] | None:
    """Return the noun phrase with a determiner that begins at an offset, where a pronoun may mean it."""
    language, text = discourse.language, discourse.document.text
    words = [match.span() for match in _NOUN_PHRASE.finditer(text, start, start + _LONGEST_SUBJECT)]
    for index, (begin, end) in enumerate(words):
        if _is_meant(pronoun, text[begin:end].casefold(), language) and begin - start < _LONGEST_SUBJECT:
            span = Span(start, end)
            description = describe(span.of(text), language)
            return (span, description) if description and _phrase_start(words, index, text, language) == 0 else None
    return None


def _last_before(discourse: Discourse, offset: int) -> int:
    """Return the place of the last name of a person before an offset, -1 for none."""
    last = bisect_left(discourse.begins, offset) - 1
    for place in range(last, max(-1, last - _NAMES_BACK), -1):
        number = discourse.owners[place]
        if number is not None and discourse.parties[number].kind == "person":
            return place
    return -1


def _is_meant(pronoun: Pronoun, noun: str, language: Language) -> bool:
    """Tell whether a noun's number, kind and gender fit a pronoun."""
    kind = kind_of_noun(noun, language)
    if pronoun.gender in _GENDERS:
        return kind in ("person", "anonymous") and language.roles.genders.get(noun, pronoun.gender) == pronoun.gender
    if pronoun.number == "plural":
        return kind in ("group", "organisation")
    return kind in ("document", "organisation")


def _phrase_start(words: list[tuple[int, int]], index: int, text: str, language: Language) -> int | None:
    """Return the place of the determiner of a noun phrase, at most four words before its head."""
    for place in range(index - 1, max(-1, index - 5), -1):
        low = text[words[place][0] : words[place][1]].casefold()
        pronoun = language.pronouns.get(low)
        if low in language.word_class("determiners") or (pronoun and pronoun.case == "possessive"):
            return place
        if low in language.word_class("adpositions") or language.verbs.get(low) == 2:
            return None
    return None


def _named_inside(
    pronoun: Pronoun, start: int, offset: int, discourse: Discourse, without: Collection[int]
) -> int | None:
    """Return the last fitting party named inside a quote before an offset."""
    for number in _names_between(discourse, start, offset):
        if number is not None and _fits_named(pronoun, discourse.parties[number], number, without):
            return number
    return None


def _names_between(discourse: Discourse, start: int, offset: int) -> Iterator[int | None]:
    low, high = bisect_left(discourse.begins, start), bisect_left(discourse.begins, offset)
    for index in range(high - 1, max(low, high - _NAMES_BACK) - 1, -1):
        yield discourse.owners[index]


def _is_strong(pronoun: Pronoun, party: Party) -> bool:
    """Tell whether the text shows that a party named is who "he" or "she" may be: by its gender."""
    return pronoun.gender not in _GENDERS or party.gender == pronoun.gender


def _first_or_none(pronoun: Pronoun, fitting: list[int], discourse: Discourse) -> int | None:
    """Return the first of those that fit; one whose gender is shown before one whose gender is not."""
    if not fitting:
        return None
    shown = [number for number in fitting if pronoun.gender and discourse.parties[number].gender == pronoun.gender]
    return (shown or fitting)[0]


def _fits(pronoun: Pronoun, party: Party, number: int, without: Collection[int]) -> bool:
    """Tell whether a pronoun may mean a party that has been a source."""
    if number in without:
        return False
    if pronoun.gender in _GENDERS:
        person = not party.plural and party.kind in ("person", "anonymous", None)
        return person and party.gender in (None, pronoun.gender)
    if pronoun.gender == "neuter":
        return not party.plural and party.kind in ("organisation", "document", None) and party.gender is None
    return party.plural or party.kind in ("organisation", "group", "anonymous") if pronoun.number == "plural" else True


def _fits_named(pronoun: Pronoun, party: Party, number: int, without: Collection[int]) -> bool:
    """Tell whether a pronoun may mean a party that is only named; a lone capitalised word shows no person."""
    if pronoun.gender in _GENDERS and party.kind is None and party.gender is None:
        return False
    return _fits(pronoun, party, number, without)
