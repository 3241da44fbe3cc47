"""Parts people of one family name whom a courtesy title parts: "Mrs Tarrow" is not Maisie Tarrow, who is six."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import evolve

from quoteattr.languages import either
from quoteattr.languages.lexicon import Language
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.names import Name
from quoteattr.speakers.parties import Fact, Party
from quoteattr.speakers.pronouns import find_antecedent, shown_genders

_GROWN_UP = 16
"""Whom news gives a courtesy title is at least so old."""
_LEAST_VOTES = 2
"""Where words speak for both genders, so many more must speak for the one."""
_LOOK = 16
"""Characters looked at beside a name for an age."""

Votes = dict[tuple[int, int], list[str | None]]
"""The genders that pronouns show, by a party's number and the start of its name before them."""


def part_namesakes(discourse: Discourse) -> None:
    """Give the family names with a title ("Mrs Tarrow") a party of their own where their party is somebody else.

    They are somebody else where the title contradicts the gender that the text shows of the full name's bearer,
    where that bearer is a child, and where they are told to be a relative of the bearer ("His father, Mr Docherty").

    >>> from quoteattr.languages import load
    >>> from quoteattr.model.documents import Document
    >>> from quoteattr.speakers.discourse import open_discourse
    >>> discourse = open_discourse(Document(text="Mr Karim Salim left. Mrs Salim stayed."), (), load("en"))
    >>> part_namesakes(discourse)
    >>> discourse.owners
    [0, 1]
    """
    votes: Votes | None = None
    for number in range(len(discourse.parties)):
        titled = [name for name in discourse.parties[number].names if _is_titled(name)]
        for gender in dict.fromkeys(name.gender for name in titled):
            called = [name for name in titled if name.gender == gender]
            votes = _votes(discourse) if votes is None else votes
            if _is_other(called, discourse.parties[number], discourse, votes):
                new = _is_introduced(called, discourse.parties[number], discourse)
                other = None if new else _namesake(called[0], number, discourse, votes) or _bearer(gender, discourse)
                _move(called, discourse.parties[number], other, discourse)


def _votes(discourse: Discourse) -> Votes:
    """Return the genders that pronouns show, by the party and by the start of the name that they take up."""
    votes: Votes = {}
    for number, place, gender in shown_genders(discourse):
        votes.setdefault((number, place), []).append(gender)
    return votes


def _is_titled(name: Name) -> bool:
    return len(name.words) == 1 and bool(name.gender)


def _is_other(called: Sequence[Name], party: Party, discourse: Discourse, votes: Votes) -> bool:
    """Tell whether a title and a family name are those of another person than the party's other names."""
    rest = [name for name in party.names if name not in called]
    if not any(name.gender or len(name.words) > 1 for name in rest):
        return False
    shown = _gender(rest, party, votes)
    if shown is not None and shown != called[0].gender:
        return True
    full = [name for name in rest if len(name.words) > 1]
    return any(_is_child(name, discourse) for name in full) or any(_is_relative(n, party, discourse) for n in called)


def _gender(names: Sequence[Name], party: Party, votes: Votes) -> str | None:
    """Return the gender that the text shows of a party where it goes by some of its names."""
    starts = {name.start for name in names}
    bearer = Party(party.number)
    for name in names:
        bearer.vote(name.gender, weight=3)
    for fact in party.facts:
        bearer.vote(fact.description.gender if fact.start in starts else None, weight=3)
    for gender in (gender for start in starts for gender in votes.get((party.number, start), ())):
        bearer.vote(gender)
    mixed = bearer.feminine and bearer.masculine
    return None if mixed and abs(bearer.feminine - bearer.masculine) < _LEAST_VOTES else bearer.gender


def _is_child(name: Name, discourse: Discourse) -> bool:
    """Tell whether an age under sixteen stands beside a name."""
    text, language = discourse.document.text, discourse.language
    before, after = text[max(0, name.title_start - _LOOK) : name.start], text[name.end : name.end + _LOOK]
    found = _age_before(language).search(before) or _age_behind(language).match(after)
    age = found.group(1).casefold() if found else ""
    return 0 < (int(age) if age.isdigit() else language.comparing.get("numbers", {}).get(age, 0)) < _GROWN_UP


@cache
def _age_behind(language: Language) -> re.Pattern[str]:
    """Match an age in apposition: ", 6,", ", aged 6."."""
    ages = either(language.roles.words.get("ages", ()))
    return re.compile(rf"(?:,| \()\s*(?:(?:{ages}) )?(\d{{1,3}}|[a-z]+)(?=[,.;)])")


@cache
def _age_before(language: Language) -> re.Pattern[str]:
    """Match an age right before a name: "six-year-old"."""
    return re.compile(rf"\b(\w+)(?:{either(language.roles.words.get('age_endings', ()))})\s+$")


def _is_relative(name: Name, party: Party, discourse: Discourse) -> bool:
    """Tell whether an apposition gives a name's bearer a relation to the party itself: "Liam's father, Mr Docherty"."""
    return any(
        fact.start == name.start and _belongs_to(fact, name, party, discourse)
        for fact in party.facts
        if fact.description.head in discourse.language.roles.words.get("relatives", ())
    )


def _is_introduced(called: Sequence[Name], party: Party, discourse: Discourse) -> bool:
    """Tell whether an apposition says whose relative is called so: "Her mother, Mrs Orr," is nobody named before."""
    starts, relatives = {name.start for name in called}, discourse.language.roles.words.get("relatives", ())
    return any(fact.start in starts and fact.description.head in relatives for fact in party.facts)


def _belongs_to(fact: Fact, name: Name, party: Party, discourse: Discourse) -> bool:
    """Tell whether the relation that a fact tells is one to a party, by a name or a pronoun before its noun."""
    whole = fact.description.whole
    start = discourse.document.text.rfind(whole[1:], 0, name.title_start) - 1
    if start < 0:
        return False
    pronoun = discourse.language.pronouns.get(whole.split()[0].casefold())
    if pronoun is not None and pronoun.case == "possessive":
        return find_antecedent(pronoun, start, discourse) == party.number
    return any(other.start in range(start, name.title_start) for other in party.names)


def _namesake(called: Name, number: int, discourse: Discourse, votes: Votes) -> Party | None:
    """Return the only other person of a family name whom a title may mean."""
    fitting = [
        party
        for party in discourse.parties
        if party.number != number
        and any(len(name.words) > 1 and name.key[-1] == called.key[0] for name in party.names)
        and not _is_other((called,), party, discourse, votes)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _bearer(gender: str | None, discourse: Discourse) -> Party | None:
    """Return the relative who is named by a first name alone and fits a title: "Her mother, Leanne,"."""
    relatives = discourse.language.roles.words.get("relatives", ())
    fitting = [
        party
        for party in discourse.parties
        if party.longest == 1
        and party.gender == gender
        and any(fact.description.head in relatives for fact in party.facts)
        and not any(name.title for name in party.names)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _move(called: Sequence[Name], party: Party, to: Party | None, discourse: Discourse) -> None:
    """Move names, and what is said beside them, to another party, a new one if need be."""
    other = to or discourse.open_party("person")
    starts = {name.start for name in called}
    party.names = [name for name in party.names if name.start not in starts]
    party.starts = [name.start for name in party.names]
    party.vote(called[0].gender, weight=-3 * len(called))
    other.starts = sorted({*other.starts, *starts})
    other.words.update(*(name.key for name in called))
    if to and to.longest > 1:
        other.names = sorted((*other.names, *called), key=lambda name: name.start)
    elif to:
        other.phrases += [(name.title_start, name.end, f"{name.title} {name.words[0]}") for name in called]
    else:
        other.names, other.longest = [_with_title(name) for name in called], 1
    other.vote(called[0].gender, weight=3 * len(called))
    for fact in [fact for fact in party.facts if fact.start in starts]:
        _move_fact(fact, party, other, discourse)
    discourse.reassign(starts, other.number)


def _with_title(name: Name) -> Name:
    """Return a family name that its title makes a full one, as nothing else tells it from its namesake's."""
    return evolve(name, start=name.title_start, words=(name.title, *name.words))


def _move_fact(fact: Fact, party: Party, other: Party, discourse: Discourse) -> None:
    moved = evolve(fact, party=other.number)
    party.facts.remove(fact)
    other.facts.append(moved)
    party.vote(fact.description.gender, weight=-3)
    other.vote(fact.description.gender, weight=3)
    discourse.roles.replace(fact, moved)
