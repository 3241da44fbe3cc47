"""Answers: what the numbers and times of a statement tell, and what kind of question that answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from quoteattr.grammar.fates import fates_of
from quoteattr.grammar.moments import Moment, moments
from quoteattr.grammar.quantities import Quantity, QuantityKind, quantities
from quoteattr.grammar.stems import stem
from quoteattr.grammar.terms import words_of
from quoteattr.languages.lexicon import Language

_KINDS = (("clock", "clock"), ("day", "day"), ("weekday", "day"), ("months", "month"), ("year", "year"))
"""Parts of a moment, and what kind of answer each is: a day may go by its weekday."""


@frozen(kw_only=True, slots=True)
class Answers:
    """What the numbers and times of a statement tell.

    `counted` is what its numbers count, by kind and noun; `times` its dates and hours, each part by itself ("14 June"
    is a day and a month); `periods` the months, quarters and years that it names without a day. `kinds` says what kind
    of question that answers: at what hour, how many died. Two that give an answer of one kind may answer one question.
    """

    counted: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


NO_ANSWERS = Answers()
"""What a statement without numbers and times tells."""


def answers_of(text: str, language: Language, published: str | None = None) -> Answers:
    """Return what the numbers and times of a text tell.

    >>> from quoteattr.languages import load
    >>> answers = answers_of("A storm killed nine people at 4.20 am", load("en"))
    >>> sorted(answers.kinds), sorted(answers.counted), sorted(answers.times)
    (['clock', 'count', 'fate 0'], ['count person'], ['clock 260'])
    """
    numbers, dated, words = quantities(text, language), moments(text, language, published), words_of(text.lower())
    return Answers(
        counted=frozenset(f"{each.kind.value} {noun}" for each in numbers for noun in (each.nouns or ("",))),
        times=frozenset(part for moment in dated for part in _parts_of(moment)),
        periods=frozenset((*_periods(dated), *_quarters(words, language))),
        kinds=frozenset((*_measured(numbers), *_timed(dated), *_befallen(numbers, words, language))),
    )


def _parts_of(moment: Moment) -> Iterator[str]:
    for name in ("year", "day", "weekday", "clock"):
        if getattr(moment, name) is not None:
            yield f"{name} {getattr(moment, name)}"
    for month in moment.months:
        yield f"month {month}"


def _periods(dated: Iterable[Moment]) -> Iterator[str]:
    for moment in dated:
        if moment.day is None:
            yield from (part for part in _parts_of(moment) if part.split()[0] in ("month", "year"))


def _quarters(words: Sequence[str], language: Language) -> Iterator[str]:
    """Yield the quarters of a year: "the second quarter"."""
    table = language.comparing.get("quarters", {})
    nouns, numbers = set(table.get("nouns", ())), table.get("numbers", {})
    for one, other in pairwise(words):
        if other in nouns and one in numbers:
            yield f"quarter {numbers[one]}"


def _measured(numbers: Iterable[Quantity]) -> Iterator[str]:
    """Yield what is measured; money is money, whatever the currency."""
    for each in numbers:
        yield f"count {each.unit.dimension}".strip() if each.kind is QuantityKind.COUNT else each.kind.value


def _timed(dated: Iterable[Moment]) -> Iterator[str]:
    for moment in dated:
        yield from (kind for part, kind in _KINDS if getattr(moment, part) not in (None, ()))


def _befallen(numbers: Iterable[Quantity], words: Iterable[str], language: Language) -> Iterator[str]:
    """Yield what befell those whom the statement counts."""
    if any(each.kind is QuantityKind.COUNT and not each.unit.dimension for each in numbers):
        fates = fates_of(language)
        yield from (f"fate {fates[root]}" for root in (stem(word, language) for word in words) if root in fates)
