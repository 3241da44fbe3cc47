"""Which parties of one bare word are bodies: what stands beside the word shows it, or its capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quoteattr.grammar.letters import fold
from quoteattr.languages import either
from quoteattr.languages.lexicon import Language
from quoteattr.speakers.bodies import is_behind_article
from quoteattr.speakers.names import Name
from quoteattr.speakers.parties import Party
from quoteattr.speakers.vocabulary import words_of

_LONGEST_VERB = 20
"""Characters looked at for the verb behind a name."""
_LONGEST_ACRONYM = 5
"""Longer words in capitals are a headline's or a family name's."""
_MOST_LOOKED_AT = 20
"""Mentions of a name whose neighbours are looked at; a bound, so that time stays linear."""
_MOST_VERBS = 4
"""Words from a name to "its": said it had closed its border."""
_LABEL = re.compile(r"\s*[:(—–]|\s-")
"""What stands behind the label of a turn, or the place of a dateline."""


def mark_bodies(parties: Sequence[Party], text: str, language: Language) -> None:
    """Give the kind of a body to parties of one word where nothing but the text around them tells it.

    It tells it by capitals alone ("UDF"), by an article ("the Duma said"), and by what only a body owns or is: "Tarvia
    closed its border", "Halvex, which".

    >>> from quoteattr.languages import load
    >>> from quoteattr.speakers.names import Name
    >>> party = Party(0, names=[Name(0, 6, ("Tarvia",), title_start=0)], longest=1)
    >>> mark_bodies([party], "Tarvia closed its border.", load("en"))
    >>> party.kind
    'organisation'
    """
    for party in parties:
        if party.kind is None and party.longest == 1 and not _is_told_person(party):
            shown = any(_is_shown_body(name, text, language) for name in party.names[:_MOST_LOOKED_AT])
            if shown or all(_is_acronym(name, text) for name in party.names):
                party.kind, party.guessed = "organisation", True
        elif party.kind == "person" and _is_thing(party, text, language):
            party.kind = "organisation"


def _is_thing(party: Party, text: str, language: Language) -> bool:
    """Tell whether names that look like a person's are a body's by the relative behind them: "Tarn Shire, *which*"."""
    if party.gender or any(name.title for name in party.names) or _is_told_person(party):
        return False
    return any(_of_thing(language).match(text, name.end) for name in party.names[:_MOST_LOOKED_AT])


@cache
def _of_thing(language: Language) -> re.Pattern[str]:
    return re.compile(rf", (?:{either(language.roles.words.get('thing_relatives', ()))}) ")


def _is_told_person(party: Party) -> bool:
    return party.gender is not None or any(fact.description.kind == "person" for fact in party.facts)


def _is_acronym(name: Name, text: str) -> bool:
    """Tell capitals that stand for a body from a dateline, and from the label of a turn in an interview."""
    word = name.words[0]
    return word.isalpha() and word.isupper() and 2 <= len(word) <= _LONGEST_ACRONYM and not _LABEL.match(text, name.end)


def _is_shown_body(name: Name, text: str, language: Language) -> bool:
    if _owns(language).match(text, name.end):
        return True
    low, origins = fold(name.words[0]), tuple(sorted(language.roles.words.get("origin_endings", ())))
    article = is_behind_article(text, name.start, language) and not low.endswith(origins)
    after = text[name.end : name.end + _LONGEST_VERB].split()
    return article and after != [] and text[name.end] == " " and _is_verb(after[0].strip(",.:").casefold(), language)


def _is_verb(low: str, language: Language) -> bool:
    cue = language.cues.get(low)
    return low in language.word_class("auxiliaries") or (cue is not None and low in cue.forms[1:3])


@cache
def _owns(language: Language) -> re.Pattern[str]:
    """Match what stands behind a body's name only: "closed *its* border", ", which"."""
    neuter = [form for form, entry in language.pronouns.items() if entry.gender == "neuter"]
    owners = either(form for form in neuter if language.pronouns[form].case == "possessive")
    small = either(words_of(language, "determiners", "adpositions", "wh"))
    verb = rf"(?!(?:{small}|{either(set(language.pronouns) - set(neuter))})\b)[a-z]+"
    things = either(language.roles.words.get("thing_relatives", ()))
    return re.compile(rf"(?: {verb}){{1,{_MOST_VERBS}}} (?:{owners}) [a-z]|, (?:{things}) ")
