"""Whom a pronoun means, by number and gender from the text's own words; no list of first names is used."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cache

from quoteattr.languages.lexicon import Language, Pronoun
from quoteattr.model.spans import Span
from quoteattr.speakers.described import (
    GENDERS,
    Described,
    described_subject,
    is_meant,
    known_party,
    named_in_apposition,
    party_described,
    remember,
)
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.owners import owned_person
from quoteattr.speakers.parties import Party

_SENTENCES_BACK = 5
"""A pronoun's antecedent is at most so many sentences back; farther back it is guessing."""
_LONGEST_OPENING = 40
"""Characters before the name of a paragraph's subject: a post, a title."""
_NAMES_BACK = 12
"""Names looked back over inside a quote; a bound, so that time stays linear."""
_SUBJECTS_BACK = 2
"""A subject that has no name is meant by a pronoun one or two sentences later, seldom farther."""
_PARTICIPLES = (2, 3)
"""Places of a verb's forms that may be its participle: "asked" is past and participle."""
_FIRST_WORD = re.compile(r"\W*([\w-]+)\s+(\w+)")


def vote_genders(discourse: Discourse) -> None:
    """Count for each person the gendered pronouns that can mean nobody else.

    A pronoun counts where just one person is mentioned before it in its sentence, or, where none is, in the
    sentence before. Pronouns inside quotes do not count.
    """
    for number, _, gender in shown_genders(discourse):
        discourse.parties[number].vote(gender)


def shown_genders(discourse: Discourse) -> Iterator[tuple[int, int, str | None]]:
    """Yield for each gendered pronoun that can mean one person alone its party, a place and the gender.

    The place is where the person's last name before the pronoun starts.
    """
    pattern = _gendered(discourse.language)
    for match in pattern.finditer(discourse.document.text) if pattern else ():
        if discourse.is_told(match.start()):
            continue
        pronoun = discourse.language.pronouns[match.group().casefold()]
        number = _only_person(discourse, match.start(), outside=pronoun.case == "object")
        if number is not None:
            yield number, discourse.last_named(number, match.start()), pronoun.gender


@cache
def _gendered(language: Language) -> re.Pattern[str] | None:
    forms = [form for form, pronoun in language.pronouns.items() if pronoun.gender in GENDERS]
    return re.compile(rf"\b(?:{'|'.join(sorted(forms))})\b", re.IGNORECASE) if forms else None


def _only_person(discourse: Discourse, offset: int, *, outside: bool) -> int | None:
    """Return the only person mentioned before an offset in its sentence, or else in the sentence before.

    `outside` of its sentence for an object: in "Ada Obi met him" he is somebody else.
    """
    sentence = discourse.sentence_at(offset)
    for number, end in ((sentence, offset), (sentence - 1, -1)):
        if number < 0:
            return None
        span = discourse.sentence_span(number)
        named = discourse.named_by_rank(span.start, span.end if end < 0 else end)
        people = {each for _, each in named if discourse.parties[each].kind == "person"}
        owned = [found for start, _ in named if (found := owned_person(start, discourse))]
        if any(named_in_apposition(found, discourse) is None for found in owned):
            return None
        people -= {each for start, each in named if owned_person(start, discourse)}
        if people and outside and number == sentence:
            return None
        if people:
            return people.pop() if len(people) == 1 else None
    return None


def find_antecedent(
    pronoun: Pronoun, offset: int, discourse: Discourse, *, without: Collection[int] = (), inside: int = -1
) -> int | None:
    """Return the party that a pronoun at an offset means; `None` where two are equally good, or none fits.

    The sentences are gone back through. In each, whoever was the source of a quote comes before a subject that is
    only described, and that before who is only named; subjects come before the others. `without` are parties that
    it cannot mean. From `inside` on (the start of an outer quote) names in the quote are searched first.
    """
    if inside >= 0:
        number = named_inside(pronoun, inside, offset, discourse, without)
        if number is not None:
            return number
    here, weak = discourse.sentence_at(offset), None
    without = (*without, *_askers(offset, discourse), *_topics(offset, discourse), *_narrator(pronoun, discourse))
    for sentence in range(here, max(-1, here - _SENTENCES_BACK - 1), -1):
        span = discourse.sentence_span(sentence)
        if weak is not None and inside < 0 and _is_brought_in(weak, span.end, offset, discourse):
            return weak
        described = inside < 0 and 0 < here - sentence <= _SUBJECTS_BACK
        number = _in_sentence(pronoun, span, min(span.end, offset), discourse, without, described)
        opens = "\n" not in discourse.document.text[span.start : offset] and _opens_paragraph(number, span, discourse)
        if number is not None and (opens or _is_strong(pronoun, number, span, discourse)):
            return number
        weak = number if weak is None else weak
    return weak


def _is_brought_in(number: int, end: int, offset: int, discourse: Discourse) -> bool:
    """Tell whether the paragraph of an offset begins at `end` or after it, and names a person for the first time: "So
    what broke? *Pia Fenn*, a welder, cut one open. “The weld is fine,” she said."."""
    party = discourse.parties[number]
    first = min(party.starts, default=-1)
    return party.kind == "person" and first >= end and "\n" not in discourse.document.text[first:offset]


def _in_sentence(
    pronoun: Pronoun, span: Span, end: int, discourse: Discourse, without: Collection[int], described: bool
) -> int | None:
    """Return the party in a sentence that a pronoun may mean best: a source, a described subject, a name."""
    sources, _ = discourse.mentioned(span.start, end)
    for number in reversed(sources):
        fits = _fits(pronoun, discourse.parties[number], number, without)
        if fits and not _speaks_of_another(pronoun, number, span, discourse):
            return number
    found = described_subject(pronoun, span, discourse) if described else None
    if found:
        meant = _as_party(pronoun, found, discourse, without)
        if meant is not None:
            return meant
    return _named(pronoun, span.start, end, discourse, without)


def _named(pronoun: Pronoun, start: int, end: int, discourse: Discourse, without: Collection[int]) -> int | None:
    """Return whom the names in `start`..`end` show: their bearer, or else who belongs to one: "Obi's lawyer"."""
    owned: list[tuple[int, Described]] = []
    fitting: list[int] = []
    for begin, number in discourse.named_by_rank(start, end):
        fits = _fits_named(pronoun, discourse.parties[number], number, without)
        found = owned_person(begin, discourse)
        if found and is_meant(pronoun, found[1].head, discourse.language):
            owned.append((number if fits else -1, found))
        elif fits:
            fitting.append(number)
    if fitting or not owned:
        return _first_or_none(pronoun, fitting, discourse)
    owner, found = owned[0]
    meant = _as_party(pronoun, found, discourse, without)
    return meant if meant is not None or owner < 0 else owner


def _speaks_of_another(pronoun: Pronoun, number: int, span: Span, discourse: Discourse) -> bool:
    """Tell whether a nameless source has the pronoun's person for its object: One reviewer called *her* a bore."""
    party, pattern = discourse.parties[number], _gendered(discourse.language)
    if party.names or pronoun.gender not in GENDERS or pattern is None or not party.phrases:
        return False
    found = pattern.finditer(discourse.document.text, party.phrases[-1][1], span.end)
    forms = (discourse.language.pronouns[match.group().casefold()] for match in found)
    return any(form.gender == pronoun.gender and form.case in ("object", "possessive") for form in forms)


def _as_party(pronoun: Pronoun, found: Described, discourse: Discourse, without: Collection[int]) -> int | None:
    """Return the party that a subject describes; `None` where it is known to be one that the pronoun cannot mean."""
    named = named_in_apposition(found, discourse)
    if named is not None and _fits(pronoun, discourse.parties[named], named, without):
        if not any(start == found[0].start for start, _, _ in discourse.parties[named].phrases):
            remember(named, found[1], found[0], discourse)
        return named
    known = known_party(found[1], found[0].start, discourse)
    if known is not None and not _fits(pronoun, discourse.parties[known], known, without):
        return None
    return party_described(found, None, discourse)


def _narrator(pronoun: Pronoun, discourse: Discourse) -> tuple[int, ...]:
    """Return who signs the article, and who prints it and has not been a source: that is "we", never "she" or "it"."""
    if pronoun.person == 1:
        return ()
    silent = [number for number in discourse.printers if discourse.parties[number].last_seen < 0]
    return (*silent, *(() if discourse.author is None else (discourse.author,)))


def _askers(offset: int, discourse: Discourse) -> tuple[int, ...]:
    """Return who asks in "Asked by Ada Obi why, she replied": the one who answers is somebody else."""
    text, language = discourse.document.text, discourse.language
    start = discourse.sentence_span(discourse.sentence_at(offset)).start
    first = _FIRST_WORD.match(text, start, offset)
    if first and first.group(1).casefold() in language.word_class("time_subordinators"):
        asked = not language.word_class("question_verbs").isdisjoint(text[start:offset].casefold().split())
        return tuple(discourse.mentioned(start, offset)[0]) if asked else ()  # "When an investor asked why, he"
    agents = language.roles.words.get("agents", frozenset())
    if not first or first.group(2).casefold() not in agents or not _is_participle(first.group(1).casefold(), language):
        return ()
    number = next((number for begin, number in discourse.names_from(first.end()) if begin < offset), None)
    return () if number is None else (number,)


def _topics(offset: int, discourse: Discourse) -> tuple[int, ...]:
    """Return who is the topic in "Of her rival, Jan Beck, she said": the one who speaks of them is somebody else."""
    text, language = discourse.document.text, discourse.language
    start = discourse.sentence_span(discourse.sentence_at(offset)).start
    before = text[start:offset].strip().casefold()
    openers = language.roles.words.get("topic_openers", ())
    if not before.endswith(",") or not any(before.startswith(f"{opener} ") for opener in openers):
        return ()
    return tuple(number for _, number in discourse.named_by_rank(start, offset))


def _is_participle(low: str, language: Language) -> bool:
    """Tell whether a word may be a past participle: "asked" is past and participle."""
    low = low.rpartition("-")[2]  # "cross-examined"
    entry = language.cues.get(low)
    if language.verbs.get(low) in _PARTICIPLES or (entry is not None and low in entry.forms[2:4]):
        return True
    return low not in language.verbs and low.endswith(tuple(language.word_class("past_endings")))


def named_inside(
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


def _is_strong(pronoun: Pronoun, number: int, span: Span, discourse: Discourse) -> bool:
    """Tell whether the text shows that a party may be "he" or "she": by its gender, or as source or subject."""
    party = discourse.parties[number]
    if pronoun.gender not in GENDERS or party.gender == pronoun.gender:
        return True
    return span.start <= party.last_seen < span.end or any(span.start == start for start, _, _ in party.phrases[-1:])


def _opens_paragraph(number: int | None, span: Span, discourse: Discourse) -> bool:
    """Tell whether a sentence begins a paragraph with a party's name: the paragraph is about it."""
    before = discourse.document.text[max(0, span.start - 2) : span.start]
    if before and "\n" not in before:
        return False
    first = next(iter(discourse.names_from(span.start)), None)
    return first is not None and first[1] == number and first[0] - span.start <= _LONGEST_OPENING


def _first_or_none(pronoun: Pronoun, fitting: list[int], discourse: Discourse) -> int | None:
    """Return the first of those that fit; one whose gender is shown before one whose gender is not."""
    if not fitting:
        return None
    shown = [number for number in fitting if pronoun.gender and discourse.parties[number].gender == pronoun.gender]
    return (shown or fitting)[0]


def _fits(pronoun: Pronoun, party: Party, number: int, without: Collection[int]) -> bool:
    return number not in without and may_mean(pronoun, party)


def may_mean(pronoun: Pronoun, party: Party) -> bool:
    """Tell whether a pronoun may mean a party, by number, kind and gender.

    >>> may_mean(Pronoun(form="he", person=3, number="singular", gender="masculine"), Party(0, "organisation"))
    False
    """
    if pronoun.gender in GENDERS:
        person = not party.plural and party.kind in ("person", "anonymous", None)
        return person and party.gender in (None, pronoun.gender)
    if pronoun.gender == "neuter":
        return not party.plural and party.kind in ("organisation", "place", "document", None) and party.gender is None
    if pronoun.number == "plural":
        return party.plural or party.kind in ("organisation", "place", "group")
    return True


def _fits_named(pronoun: Pronoun, party: Party, number: int, without: Collection[int]) -> bool:
    """Tell whether a pronoun may mean a party that is only named; a lone capitalised word shows no person."""
    if pronoun.gender in GENDERS and party.kind is None and party.gender is None:
        return False
    if pronoun.number == "plural" and party.guessed:
        return False
    return _fits(pronoun, party, number, without)
