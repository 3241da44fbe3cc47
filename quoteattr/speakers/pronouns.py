"""Whom a pronoun means, by number and gender from the text's own words; no list of first names is used."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from quoteattr.languages.lexicon import Language, Pronoun
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.parties import Party

_SENTENCES_BACK = 5
"""A pronoun's antecedent is at most so many sentences back; farther back it is guessing."""
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
    here = discourse.sentence_at(offset)
    for sentence in range(here, max(-1, here - _SENTENCES_BACK - 1), -1):
        span = discourse.sentence_span(sentence)
        sources, named = discourse.mentioned(span.start, min(span.end, offset))
        fitting = [number for number in reversed(sources) if _fits(pronoun, discourse.parties[number], number, without)]
        if fitting:
            return fitting[0]
        fitting = [number for number in named if _fits_named(pronoun, discourse.parties[number], number, without)]
        if fitting:
            return _first_or_none(pronoun, fitting, discourse)
    return None


def _named_inside(
    pronoun: Pronoun, start: int, offset: int, discourse: Discourse, without: Collection[int]
) -> int | None:
    """Return the last fitting party named inside a quote before an offset."""
    for name, number in _names_between(discourse, start, offset):
        if number is not None and _fits_named(pronoun, discourse.parties[number], number, without):
            return number
    return None


def _names_between(discourse: Discourse, start: int, offset: int) -> Iterator[tuple[int, int | None]]:
    from bisect import bisect_left

    low, high = bisect_left(discourse.begins, start), bisect_left(discourse.begins, offset)
    for index in range(high - 1, max(low, high - 12) - 1, -1):
        yield index, discourse.owners[index]


def _first_or_none(pronoun: Pronoun, fitting: list[int], discourse: Discourse) -> int | None:
    """Return the first of those that fit; one whose gender is shown before one whose gender is not."""
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
