"""Roles: who does it and to whom, from the order of the words around a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Content, Side
from quoteattr.grammar.stems import stem
from quoteattr.grammar.words import words_of as grammar_words
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span

_REACH = 2  # content words: "the old bakery" is one phrase, and its noun is one of two
_AUXILIARY = 24  # characters before a verb in which the auxiliary of a passive stands: "were later badly"
_GAP = 3  # characters between a word and a number behind it: "by $4bn", "by a third"
_MARK = re.compile(r"[,;:.!?()\"“”«»—–]")
_AGENT = 30  # characters behind a passive verb in which its agent begins


@frozen(slots=True)
class Deed:
    """A verb with the concept of who does it, those of the words that may name to whom, and their place."""

    verb: str
    agents: frozenset[str]
    patients: frozenset[str]
    span: Span


def deeds(side: Side) -> Iterator[Deed]:
    """Yield what a side tells of one doing a thing to another; deeds that both do alike ("met") are left out.

    It goes by the order of words alone, and so knows nothing of subjects that stand far from their verbs.
    """
    words = side.content
    for place, word in enumerate(words):
        root = stem(word.word, side.language)
        if 0 < place < len(words) - 1 and _is_verb(word, side.language) and root not in _mutual(side.language):
            found = _deed(side, place, root)
            if found is not None and found.agents.isdisjoint(found.patients):
                yield found


def _is_verb(word: Content, language: Language) -> bool:
    low = word.word.lower()
    return low in language.verbs or low in language.cues


def _deed(side: Side, place: int, root: str) -> Deed | None:
    words, verb = side.content, side.content[place]
    before, after = words[place - 1], words[place + 1 : place + 1 + _REACH]
    between = side.text[before.span.end : verb.span.start], side.text[verb.span.end : after[0].span.start]
    if _MARK.search(between[0]):
        return None
    if is_passive(side, verb.span):
        agent = _agent(side, verb)
        span = Span(before.span.start, agent[-1].span.end if agent else verb.span.end)
        return Deed(root, _concepts(agent), frozenset((before.concept,)), span) if agent else None
    if _MARK.search(between[1]) or _listed(side.language, "companions").intersection(between[1].lower().split()):
        return None
    return Deed(root, frozenset((before.concept,)), _concepts(after), Span(before.span.start, after[-1].span.end))


def _agent(side: Side, verb: Content) -> tuple[Content, ...]:
    """Return the first content words behind the word that an agent hangs on."""
    behind = side.text[verb.span.end : verb.span.end + _AGENT]
    links = find_phrases(behind, tuple(sorted(_listed(side.language, "agents"))))
    start = verb.span.end + links[0].end if links else len(side.text)
    if _is_measured(side, start):
        return ()
    return tuple(word for word in side.content if word.span.start >= start)[:_REACH]


def _is_measured(side: Side, start: int) -> bool:
    """Tell whether a number begins right at a place: "raised by 4 billion" says how much, and not by whom."""
    return any(
        0 <= min(each.span.start, each.bounded.start if each.bounded else each.span.start) - start <= _GAP
        for each in side.quantities
    )


def _concepts(words: tuple[Content, ...]) -> frozenset[str]:
    return frozenset(word.concept for word in words)


def is_passive(side: Side, verb: Span) -> bool:
    """Tell whether a verb is passive: a form of "be" stands before it, or its agent right behind ("led by Obi")."""
    before = side.text[max(0, verb.start - _AUXILIARY) : verb.start].lower().split()
    behind = side.text[verb.end : verb.end + _AGENT].lower().split()[:1]
    if behind and _is_measured(side, side.text.lower().index(behind[0], verb.end) + len(behind[0])):
        behind = []
    forms = grammar_words(side.language.code).forms_of_be
    return not forms.isdisjoint(before) or not _listed(side.language, "agents").isdisjoint(behind)


@cache
def _listed(language: Language, name: str) -> frozenset[str]:
    return frozenset(language.comparing.get("roles", {}).get(name, ()))


@cache
def _mutual(language: Language) -> frozenset[str]:
    return frozenset(stem(word, language) for word in _listed(language, "mutual"))
