"""Profiles: statements in the form that scoring needs, and how much each of their words tells here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log

from attrs import frozen

from quoteattr.grammar.stems import concept, stem
from quoteattr.grammar.terms import Terms, function_words, terms_of, words_of
from quoteattr.languages.lexicon import Language
from quoteattr.model.speakers import Speaker, SpeakerKind
from quoteattr.model.statements import Statement

_LIGHT = 0.35  # of the weight: "take" is in one statement of two hundred, and yet ties nothing together
_SMOOTHING = 30  # statements added to the count: in two short accounts no word is common yet


@frozen(kw_only=True, slots=True)
class Profile:
    """A statement with its terms; `account` and `place` say where it stands.

    `voice` is how many statements its speaker has in the account: of one alone, a counterpart is likely.
    """

    account: int
    place: int
    statement: Statement
    terms: Terms
    speaker: str = ""
    voice: int = 1


@frozen(slots=True)
class Weights:
    """How much a term tells: its inverse document frequency among the statements compared."""

    table: Mapping[str, float]

    def total(self, terms: Iterable[str]) -> float:
        """Return the weight of all `terms`; the order of adding is fixed."""
        return sum(sorted(self.table.get(term, 0.0) for term in terms))

    def greatest(self, terms: Iterable[str]) -> float:
        """Return the weight of the rarest of `terms`."""
        return max((self.table.get(term, 0.0) for term in terms), default=0.0)


def profiles_of(statements: Sequence[Statement], account: int, language: Language) -> list[Profile]:
    """Return the profiles of an account's statements; the words of their tags are no part of them.

    >>> from quoteattr.languages import load
    >>> from quoteattr.model.spans import Passage, Span
    >>> told = Statement(passage=Passage.of("The dam held", Span(0, 12)))
    >>> sorted(profiles_of((told,), 0, load("en"))[0].terms.stems)
    ['dam', 'hold']
    """
    voices = Counter(statement.speaker for statement in statements)
    return [
        Profile(
            account=account,
            place=place,
            statement=statement,
            terms=terms_of(statement.passage.text, language),
            speaker=_speaker_key(statement.speaker, language),
            voice=voices[statement.speaker],
        )
        for place, statement in enumerate(statements)
    ]


def _speaker_key(speaker: Speaker | None, language: Language) -> str:
    """Return a person's last name, any other speaker's whole name, as stems: what two articles both have."""
    if speaker is None:
        return ""
    words = [word for word in words_of(speaker.name) if word.lower() not in function_words(language)]
    if speaker.kind is SpeakerKind.PERSON:
        return stem(words[-1], language) if words else ""
    return " ".join(sorted(concept(word, language) for word in words))


def weigh(profiles: Iterable[Profile], language: Language) -> Weights:
    """Count in how many statements each term stands, and give rare ones more weight.

    Words that are common in all news get less even where they are rare here.

    >>> from quoteattr.languages import load
    >>> weigh((), load("en")).total(("dam",))
    0.0
    """
    every = list(profiles)
    counts: Counter[str] = Counter()
    for each in every:
        counts.update(each.terms.stems | each.terms.concepts)
    size = len(every) + _SMOOTHING
    light = _light_terms(language)
    return Weights(
        {term: log(size / (count + 0.5)) * (_LIGHT if term in light else 1.0) for term, count in counts.items()}
    )


@cache
def _light_terms(language: Language) -> frozenset[str]:
    words = language.comparing.get("light_words", "").split()
    return frozenset(term for word in words for term in (stem(word, language), concept(word, language)))
