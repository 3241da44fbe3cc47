"""Descriptions by which news names again whom it has just named: "the singer", "the 46-year-old", "the company"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from quoteattr.languages.lexicon import Language
from quoteattr.speakers.bodies import is_trade
from quoteattr.speakers.descriptions import Description
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.parties import Party
from quoteattr.speakers.vocabulary import kind_of_noun

_SENTENCES_BACK = 2
"""A person is named again by an epithet one or two sentences later."""
_NAMES_BACK = 40
"""Names looked back over for the only company; a bound, so that time stays linear."""
_MOST_PARTIES = 200
"""Parties looked at for the company that the text is about; a bound, so that time stays linear."""
_LEAST_NAMED = 2
"""A company that a text is about is named twice at least."""


def named_by_epithet(description: Description, offset: int, discourse: Discourse) -> int | None:
    """Return the party that an epithet at an offset names again; `None` where two may be meant, or none.

    A person's is one of some nouns that are no offices ("the striker", but not "the judge"), or tells an age or
    children. A company's is a noun for companies, and the text has named no other body before it, or names one company
    more than all others and no other one near.

    >>> from quoteattr.languages import load
    >>> from quoteattr.model.documents import Document
    >>> from quoteattr.speakers.descriptions import describe
    >>> from quoteattr.speakers.discourse import open_discourse
    >>> text = "Lena Mace has left the band. The singer wept."
    >>> named_by_epithet(describe("The singer", load("en")), 29, open_discourse(Document(text=text), (), load("en")))
    0
    """
    past = discourse.language.roles.words.get("past_offices", frozenset())
    headed = description.determiner == "bare" and not description.modifiers and _is_in_headline(offset, discourse)
    if headed and _is_of_company(description, discourse.language):
        return _main_company(offset, discourse, headed=True)  # "Tesk Mill Is Safe, Firm Says"
    if description.determiner != "definite" or description.plural or not past.isdisjoint(description.modifiers):
        return None
    if _is_of_company(description, discourse.language):
        only = _only_body(offset, discourse)
        return only if only is not None else _main_company(offset, discourse)
    if not description.modifiers and discourse.language.nouns.get(description.head) == "media":
        return _only_teller(offset, discourse)
    if not description.modifiers and description.head in discourse.language.roles.words.get("plain_people", ()):
        return _person_just_named(description, offset, discourse, shown=True)
    if _is_of_person(description, discourse.language) and not _is_of_document(description, discourse.language):
        return _person_just_named(description, offset, discourse)
    return None


def _is_in_headline(offset: int, discourse: Discourse) -> bool:
    return any(offset < paragraph.end for paragraph in discourse.document.paragraphs[:1])


def _is_of_company(description: Description, language: Language) -> bool:
    """Tell "the company", "the Holm-based company", "the oil producer", but not "the parent company"."""
    words, head = language.roles.words, description.head
    another = not description.modifiers.isdisjoint(words.get("other_bodies", ()))
    made = (
        head not in words.get("company_nouns", ()) and is_trade(head, language) and language.nouns.get(head) != "media"
    )
    if another or not (made or head in words.get("company_nouns", ())):
        return False
    based = tuple(sorted(words.get("place_endings", ())))
    telling = (made or head in words.get("trade_nouns", ())) and not description.proper
    return telling or all(word.endswith(based) for word in description.modifiers)


def _is_of_person(description: Description, language: Language) -> bool:
    """Tell "the striker", "the 46-year-old", "the mother-of-two"."""
    words, parts = language.roles.words, description.phrase.casefold().split("-")
    family = (
        len(parts) > 2 and parts[1] in language.word_class("part_links") and language.nouns.get(parts[0]) == "person"
    )
    aged = description.head.endswith(tuple(sorted(words.get("age_endings", ()))))
    return family or aged or any(description.head in words.get(name, ()) for name in ("epithets", "demonyms"))


def _is_of_document(description: Description, language: Language) -> bool:
    """Tell who made something from an epithet: "the author *of the leaflet*" is who wrote it, whoever that is."""
    words = description.phrase.casefold().split()
    link = next((at for at, word in enumerate(words) if word in language.word_class("part_links")), len(words))
    return any(kind_of_noun(word, language) == "document" for word in words[link:])


def _only_body(offset: int, discourse: Discourse) -> int | None:
    """Return the only body that the narration has named before an offset, where its name is one of a company.

    A name that tells nothing is one, too, where it has spoken and no other body is named.
    """
    place = bisect_left(discourse.narrated, (offset, -1))
    named = {number for _, number in discourse.narrated[max(0, place - _NAMES_BACK) : place]}
    known = {number for number in named if discourse.parties[number].kind == "organisation"}
    bodies = {number for number in known if not discourse.parties[number].guessed}
    if bodies:
        return next(iter(bodies)) if len(bodies) == 1 and _is_company(min(bodies), discourse) else None
    unknown = {number for number in named if discourse.parties[number].kind is None}
    return _only_unknown(known | unknown, offset, discourse)


def _main_company(offset: int, discourse: Discourse, *, headed: bool = False) -> int | None:
    """Return the company that the text names most of all, where it is named before an offset and no other one near.

    "Halvex said it would close its mill in Orro. ... Tesk may buy it. ... Halvex has no debts. ... *The company* said":
    Halvex. A headline (`headed`) may speak of the company before it is named.
    """
    found = [party for party in discourse.parties[:_MOST_PARTIES] if _may_be_company(party, discourse.language)]
    counts = sorted((len(party.names) for party in found), reverse=True)
    most = next((party for party in found if len(party.names) == counts[0]), None)
    if most is None or counts[0] < _LEAST_NAMED or counts[1:2] == counts[:1]:
        return None
    if headed or most.names[0].start >= offset:
        return most.number if headed and _has_spoken(most, len(discourse.document.text)) else None
    here = discourse.sentence_at(offset)
    sources, named = discourse.mentioned(discourse.sentence_span(max(0, here - 1)).start, offset)
    near = {number for number in (*sources, *named) if _may_be_company(discourse.parties[number], discourse.language)}
    spoke = {number for number in sources if number in near}
    return most.number if (spoke or near) <= {most.number} and _has_spoken(most, offset) else None


def _has_spoken(party: Party, offset: int) -> bool:
    """Tell whether a party is known for a body, or has been a source before an offset as bodies are."""
    return (party.kind == "organisation" and not party.guessed) or 0 <= party.last_seen < offset


def _may_be_company(party: Party, language: Language) -> bool:
    """Tell whether a party may be a company: a body, or a bare name, that is no office, union, person or acronym."""
    if not party.names or party.gender or party.kind not in ("organisation", None):
        return False
    if any(fact.description.kind in ("person", "anonymous") for fact in party.facts):
        return False
    if all(name.words[0].isupper() for name in party.names):
        return False
    words = {word.casefold() for name in party.names for word in name.words}
    own = language.roles.words.get("company_nouns", frozenset()) | language.roles.words.get(
        "company_suffixes", frozenset()
    )
    return not any(kind_of_noun(word, language) and word not in own for word in words)


def _only_unknown(numbers: set[int], offset: int, discourse: Discourse) -> int | None:
    """Return the only party of a bare name, where it has spoken before an offset; it is a body then."""
    number = min(numbers) if len(numbers) == 1 else None
    if number is None or discourse.parties[number].gender or not 0 <= discourse.parties[number].last_seen < offset:
        return None
    discourse.parties[number].kind = "organisation"
    return number


def _only_teller(offset: int, discourse: Discourse) -> int | None:
    """Return the only body that has told anything before an offset: "the newspaper" behind the Norva Post."""
    place = bisect_left(discourse.sources, (offset, -1))
    told = {number for _, number in discourse.sources[max(0, place - _NAMES_BACK) : place]}
    bodies = [number for number in told if discourse.parties[number].kind == "organisation"]
    return bodies[0] if len(bodies) == 1 and discourse.parties[bodies[0]].names else None


def _is_company(number: int, discourse: Discourse) -> bool:
    """Tell whether a name ends as companies' names do, and is none of an office or a school."""
    ends = discourse.language.roles.words.get("company_suffixes", frozenset())
    words = [word.casefold() for name in discourse.parties[number].names for word in name.words]
    return not ends.isdisjoint(words)


def _person_just_named(
    description: Description, offset: int, discourse: Discourse, *, shown: bool = False
) -> int | None:
    """Return who spoke last, or who is the subject of the sentence before, where no other person is named behind.

    With `shown` the text must show the gender: "the woman" is somebody whom it calls "she" or a wife.
    """
    here = discourse.sentence_at(offset)
    for sentence in range(here, max(-1, here - _SENTENCES_BACK - 1), -1):
        span = discourse.sentence_span(sentence)
        for number in _candidates(span.start, min(span.end, offset), discourse):
            party = discourse.parties[number]
            if (party.kind == "person" or (shown and party.gender)) and party.names:
                fits = not description.gender or party.gender in (None, description.gender)
                fits = party.gender == description.gender if shown else fits
                return number if fits else None
    return None


def _candidates(start: int, end: int, discourse: Discourse) -> Iterator[int]:
    """Yield the sources of a sentence, the last first, and then its names in order."""
    sources, named = discourse.mentioned(start, end)
    yield from reversed(sources)
    yield from named
