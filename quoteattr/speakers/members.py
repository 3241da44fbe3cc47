"""Whom "one of them", "another" and "One ..., a third ..." mean: single ones of a group."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from quoteattr.languages import either
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span
from quoteattr.speakers.described import known_party, last_described, party_described
from quoteattr.speakers.descriptions import describe
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.heads import head_name
from quoteattr.speakers.vocabulary import GROUP

_LOOK_AHEAD = 400
"""Characters in which the others that "one" is told apart from are mentioned."""


def member_party(span: Span, discourse: Discourse) -> int | None:
    """Return the party of one of a group: the group's, or a new one for "another"; `None` where no group is named."""
    text = span.of(discourse.document.text).partition(",")[0].strip()  # "Another, who cannot be named"
    match = _member_pattern(discourse.language).fullmatch(text)
    rest = match.group(1) if match else ""
    if not match and text.casefold() not in discourse.language.roles.words.get("members", ()):
        return None
    if head_name(span, discourse) is not None:
        return None
    if rest and rest.casefold() not in discourse.language.pronouns:
        description = describe(rest, discourse.language)
        found = known_party(description, span.start, discourse) if description else None
        if found is not None:
            return found
    following = _next_single(span, discourse)
    return following if following is not None else _last_group(span.start, discourse)


@cache
def _member_pattern(language: Language) -> re.Pattern[str]:
    """Match "one of the traders", with the words for the group."""
    counted, links = language.roles.words.get("counted_members", ()), language.word_class("part_links")
    return re.compile(rf"(?:{either(counted)})\s+(?:{either(links)})\s+(.+)", re.IGNORECASE)


def _next_single(span: Span, discourse: Discourse) -> int | None:
    """Open a party for "another" right behind "one minister": another minister."""
    words, place = discourse.language.roles.words, bisect_left(discourse.sources, (span.start, -1))
    last = discourse.parties[discourse.sources[place - 1][1]] if place else None
    described = last.phrases[-1][2].split(maxsplit=1) if last is not None and last.phrases else []
    if last is None or len(described) < 2 or described[0].casefold() not in words.get("firsts", ()):
        return None
    text = span.of(discourse.document.text).partition(",")[0].strip().casefold()
    return _open(span, f"{text} {described[1]}", last.kind, discourse) if text in words.get("seconds", ()) else None


def first_of_several(span: Span, discourse: Discourse) -> int | None:
    """Open a party for "one" that begins a sentence, where others follow: *One* wrote this, a third wrote that."""
    text = discourse.document.text
    here = discourse.sentence_span(discourse.sentence_at(span.start))
    if text[here.start : span.start].strip() or span.of(text).casefold() not in _firsts(discourse.language):
        return None
    told = (match.start() for match in _others(discourse.language).finditer(text, span.end, span.end + _LOOK_AHEAD))
    if not any(not discourse.is_told(start) for start in told):
        return None
    return _open(span, span.of(text).casefold(), "anonymous", discourse)


def _firsts(language: Language) -> frozenset[str]:
    return language.roles.words.get("firsts", frozenset())


@cache
def _others(language: Language) -> re.Pattern[str]:
    """Match a word for others of the group at the beginning of a sentence or clause."""
    return re.compile(rf"(?<=[.!?;”\"»\n] )(?:{either(language.roles.words.get('nexts', ()))})\b", re.IGNORECASE)


def _open(span: Span, phrase: str, kind: str | None, discourse: Discourse) -> int:
    party = discourse.open_party(kind)
    party.unnamed = True
    party.phrases.append((span.start, span.end, phrase))
    return party.number


def _last_group(offset: int, discourse: Discourse) -> int | None:
    """Return the group that spoke last before an offset, unless people are only described nearer: *her colleagues*."""
    place, here = bisect_left(discourse.sources, (offset, -1)), discourse.sentence_at(offset)
    spoke = [
        (start, number)
        for start, number in discourse.sources[max(0, place - 6) : place]
        if discourse.parties[number].plural and discourse.parties[number].kind != "organisation"
    ]
    if spoke and here - discourse.sentence_at(spoke[-1][0]) <= 1:
        return spoke[-1][1]
    described = _described_group(discourse.sentence_span(max(0, here - 1)).start, offset, discourse)
    return described if described is not None else next((number for _, number in reversed(spoke)), None)


def _described_group(start: int, end: int, discourse: Discourse) -> int | None:
    """Return the party of the last people whom a text describes in `start`..`end`."""
    pronouns = (discourse.language.pronouns.get(form) for form in discourse.language.roles.words.get("of_groups", ()))
    they = next((pronoun for pronoun in pronouns if pronoun is not None), None)
    found = last_described(they, start, end, discourse) if they is not None else None
    return party_described(found, None, discourse) if found is not None and found[1].kind == GROUP else None
