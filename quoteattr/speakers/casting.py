"""Turns parties into speakers: one canonical name, the other forms, what they are."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from quoteattr.languages import either
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Passage, Span
from quoteattr.model.speakers import Speaker, SpeakerKind
from quoteattr.speakers.descriptions import Description
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.parties import Party, fullest
from quoteattr.speakers.vocabulary import possessive_letters

_SPACE = re.compile(r"\s+")


def to_speakers(discourse: Discourse, numbers: Collection[int]) -> dict[int, Speaker]:
    """Return the speakers for parties by their numbers, in the order of first mention.

    Parties that no quote names are left out.
    """
    text = discourse.document.text
    spans = _source_spans(discourse, numbers)
    ordered = sorted(numbers, key=lambda number: spans[number][0].start if spans[number] else len(text))
    return {number: _speaker(discourse.parties[number], spans[number], discourse) for number in ordered}


def _source_spans(discourse: Discourse, numbers: Collection[int]) -> dict[int, list[Span]]:
    """Return where each party is named or described."""
    found: dict[int, list[Span]] = {}
    for number in sorted(numbers):
        party = discourse.parties[number]
        named = [(name.title_start, name.end) for name in party.names]
        places = sorted({*named, *((start, end) for start, end, _ in party.phrases)})
        found[number] = [Span(start, end) for start, end in places]
    return found


def _speaker(party: Party, spans: list[Span], discourse: Discourse) -> Speaker:
    text = discourse.document.text
    forms, phrases = _forms(party, text)
    name = fullest(forms) or fullest(phrases)
    fact = next((fact.description for fact in party.facts if fact.description.kind in ("person", "anonymous")), None)
    described = fact or next((f.description for f in party.facts), None)
    aliases = dict.fromkeys(_SPACE.sub(" ", text[span.start : span.end]) for span in spans)
    return Speaker(
        name=name,
        kind=_kind(party),
        aliases=_others(name, (*forms, *aliases)),
        mentions=tuple(Passage.of(text, span) for span in spans),
        role=described.phrase if described and party.names and described.kind != "organisation" else None,
        affiliation=_owner(party, discourse) or _told_owner(party, described, fullest(phrases), discourse.language),
    )


def _forms(party: Party, text: str) -> tuple[list[str], list[str]]:
    """Return the names of a party as the text has them, and the phrases that describe it, spaces made plain."""
    names = [_SPACE.sub(" ", text[name.start : name.end]) for name in party.names]
    return names, [_SPACE.sub(" ", phrase) for _, _, phrase in party.phrases]


def _owner(party: Party, discourse: Discourse) -> str | None:
    """Return whom "his" in "his spokesman" means, by name."""
    if party.belongs_to is None:
        return None
    forms, phrases = _forms(discourse.parties[party.belongs_to], discourse.document.text)
    return fullest(forms) or fullest(phrases) or None


def _others(name: str, forms: Collection[str]) -> tuple[str, ...]:
    return tuple(form for form in dict.fromkeys(forms) if form != name)


def _kind(party: Party) -> SpeakerKind:
    """Return the kind: whoever has no name, no account and no role of their own is anonymous.

    "The mayor" is a person whom the article does not name; "a mayor" stays anonymous.
    """
    if party.kind == "document":
        return SpeakerKind.DOCUMENT
    if party.plural or party.kind == "group":
        return SpeakerKind.GROUP
    if party.kind in ("organisation", "place"):  # a state or a town that speaks is its government
        return SpeakerKind.ORGANISATION
    handle = any(phrase.startswith("@") for _, _, phrase in party.phrases)
    named = bool(party.names) or handle or (party.kind == "person" and not party.unnamed)
    return SpeakerKind.PERSON if named else SpeakerKind.ANONYMOUS


def _told_owner(party: Party, described: Description | None, phrase: str, language: Language) -> str | None:
    """Return whom a role or a phrase says that a party belongs to; "the maker of tools" belongs to nobody."""
    if party.kind == "organisation" and party.names:
        return None
    owner = _affiliation(described.phrase if described else phrase, language)
    return None if owner and owner.casefold() in language.pronouns else owner  # "one of them"


def _affiliation(phrase: str, language: Language) -> str | None:
    """Return whom a role belongs to or speaks for: "spokesman for the port" gives "port"."""
    belongs, possessor = _owner_patterns(language)
    match = belongs.search(phrase) or possessor.match(phrase)
    return match.group(1) if match else None


@cache
def _owner_patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns for a role's owner behind it ("head of the port") and before it ("the port's head")."""
    links, articles = language.roles.words.get("belonging", ()), language.word_class("articles")
    belongs = rf"\b(?:{either(links)})\s+(?:(?:{either(articles)})\s+)?(.+)"
    return re.compile(belongs), re.compile(rf"(.+?)['’](?:{possessive_letters(language)})?\s")
