"""Who holds a post that the text only abbreviates, or names before it names the bearer."""

from __future__ import annotations

import re

from quoteattr.grammar.letters import fold
from quoteattr.languages.lexicon import Language
from quoteattr.speakers.descriptions import Description
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.names import Name
from quoteattr.speakers.parties import Party
from quoteattr.speakers.vocabulary import words_of

_MOST_PARTIES = 200
"""Parties looked at for a post; a bound, so that time stays linear."""
_INITIALS = re.compile(r"(?:\w+ )?([A-Z]{2,4})")


def bearer_of_initials(text: str, discourse: Discourse) -> int | None:
    """Return the only person whose post has the initials that a source gives: "the SP", a Superintendent of Police."""
    match = _INITIALS.fullmatch(text.strip())
    article = match is not None and text.split()[0].casefold() in discourse.language.word_class("articles")
    if match is None or not article:
        return None
    initials = match.group(1).casefold()
    found = {
        party.number
        for party in _people(discourse)
        if any(post.endswith(initials) for post in _initials_of(party, discourse))
    }
    return found.pop() if len(found) == 1 else None


def _people(discourse: Discourse) -> list[Party]:
    return [party for party in discourse.parties[:_MOST_PARTIES] if party.kind == "person" and party.names]


def _initials_of(party: Party, discourse: Discourse) -> set[str]:
    """Return the initials of all posts that the text gives to a person."""
    posts = [name.title for name in party.names] + [fact.description.phrase for fact in party.facts]
    small = words_of(discourse.language, "inner_links", "list_coordinators", "articles")
    return {"".join(word[0] for word in fold(post).split() if word not in small) for post in posts if " " in post}


def bearer_named_later(description: Description, offset: int, discourse: Discourse) -> int | None:
    """Return the only bearer of an office whom the text names after an offset, and first with it as the title.

    "A judge ruled ... Judge Ada Obi wrote": an office of which one news report has one bearer.
    """
    offices = discourse.language.roles.words.get("single_offices", ())
    if description.determiner != "indefinite" or description.modifiers or description.head not in offices:
        return None
    found = [party for party in _people(discourse) if _holds(description.head, party.names, discourse.language)]
    first = found[0].names[0] if len(found) == 1 else None
    titled = first is not None and _holds(description.head, [first], discourse.language)
    return found[0].number if first is not None and titled and first.start > offset else None


def _holds(office: str, names: list[Name], language: Language) -> bool:
    """Tell whether an office, or a title for it, stands before one of some names."""
    for name in names:
        entries = [language.titles[word] for word in (name.title, *name.title.split()) if word in language.titles]
        if any(entry.role == office for entry in entries):
            return True
    return False
