"""Negation: one account affirms what the other denies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import TypeVar

from quoteattr.comparison.affixes import affixed
from quoteattr.comparison.denials import denying_verbs, is_denied, is_negative
from quoteattr.comparison.kinds import kind_difference
from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.relations import Pair, related
from quoteattr.comparison.sides import Content, Side, bears_on, difference, likeness, shared_matter
from quoteattr.comparison.slots import frame_of
from quoteattr.comparison.wholes import are_parts
from quoteattr.grammar.stems import concept, stem
from quoteattr.grammar.terms import words_of
from quoteattr.languages.lexicon import Language
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.spans import Span

OPPOSITES = "opposites"
"""The note of a difference that two opposites make."""

_ENOUGH = 0.25  # of the shorter side's words shared: below it the two speak of different things
_NEAR = 30  # characters on either side of an opposite in which a word that both sides have there must stand
_REACH = 3  # content words behind a negator among which what it denies stands: "not all passengers survived"
_BEHIND = 10  # characters between "until" and the time that it names: "until the end of May"
_CLAUSE = 5  # content words behind a negator that it may deny
_MOST_OWN = 0.5  # of these told by the other side: with no more of them, something else is denied
_NEXT = 2  # content words behind a negator of which one has to be told by both sides
_GAP = 6  # characters between a negator and the denial that it turns: "not yet ruled out"
_PAST = (2, 3)  # places, in the language's table of verbs, of forms that are no nouns
_CLAUSE_END = re.compile(r"[,;:.!?()\"“”—–]")
_ALIKE = 2  # content words shared beside a little word that turns round: "resigned before the vote", "after the vote"


_Word = TypeVar("_Word")
_Opposites = tuple[tuple[Span], tuple[Span]]


def negation_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where one side denies what the other says, else `None`.

    Negations are counted as a sum: a negator before a word that both sides have counts, and cancels against a word that
    denies or an opposite ("no jobs are cut", "every job is kept"). Opposites alone ("rose", "fell") count where the
    rest is alike. Shares that add up ("30 per cent did", "70 per cent did not") contradict nobody.
    """
    for one, other in ((left, right), (right, left)):
        if is_denied(one) and not is_denied(other) and not is_negative(other):
            return difference(DifferenceKind.NEGATION, left, right, note=f"{one.teller} reports it as denied")
    return None if are_parts(left, right) else _contrast(left, right) or kind_difference(left, right)


def is_contrary(left: Side, right: Side) -> bool:
    """Tell whether a negator, or an opposite, makes the two sides tell contrary things."""
    return _contrast(left, right) is not None


def _contrast(left: Side, right: Side) -> Difference | None:
    shared = shared_matter(left, right)
    if likeness(left, right) < _ENOUGH or not shared:
        return None
    first, second = _negated(left, shared), _negated(right, shared)
    opposites = _opposites(left, right, shared)
    if bool(first) == bool(second):  # "no crater and no fragment" denies twice, and not the denial
        return _by_opposites(left, right, opposites) if opposites else _by_relations(left, right, shared)
    odd, even = (left, right) if first else (right, left)
    if _cancels(opposites, first, second) or _is_denied(even, odd) or _turns_back(odd, even, shared):
        return None
    if _undoes(odd, even, shared) or _is_bounded(odd, even) or _denies_other(odd, even, shared):
        return None
    return difference(DifferenceKind.NEGATION, left, right, (first, second))


def _is_bounded(left: Side, right: Side) -> bool:
    """Tell whether one side alone says until when, and the other when: "closed until Friday", "open on Friday"."""
    if is_limited(left) == is_limited(right):
        return False
    other = right if is_limited(left) else left
    return bool(other.moments or find_phrases(other.text, _limits(other.language)))


@cache
def _limits(language: Language) -> tuple[str, ...]:
    return tuple(language.comparing.get("negation", {}).get("limits", ()))


def _denies_other(odd: Side, even: Side, shared: frozenset[str]) -> bool:
    """Tell whether tellings alike in form have another thing in the one place that is denied: "not carrying fuel",
    "carrying migrants".

    Of what is told in other words, another word shows no other thing, nor does another verb ("no jobs will be lost",
    "600 jobs will go").
    """
    frame = frame_of(odd, even)
    slots = [slot for slot in frame.filled if not (is_verb(odd, slot.left[0]) or is_verb(even, slot.right[0]))]
    if not slots or not frame.is_parallel:
        return False
    own = {slot.left[0] for slot in slots if _is_object(odd, slot.left[0])}
    clauses = [_clause(odd, span) for span in _negated(odd, shared)]
    return all(
        not own.isdisjoint(clause[1:]) and sum(word.concept in shared for word in clause) <= _MOST_OWN * len(clause)
        for clause in clauses
    )


def _is_object(side: Side, word: Content) -> bool:
    """Tell whether a word hangs on the one before it: "carrying the fuel", and not "in use until the second week"."""
    before = next((each.span.end for each in side.content[::-1] if each.span.end <= word.span.start), 0)
    return _before_objects(side.language).issuperset(side.text[before : word.span.start].lower().split())


@cache
def _before_objects(language: Language) -> frozenset[str]:
    return frozenset(language.comparing.get("negation", {}).get("before_objects", ()))


def is_verb(side: Side, word: Content) -> bool:
    """Tell whether a word is a verb: a past form, or one behind an auxiliary."""
    before = side.text[: word.span.start].split()[-1:]
    auxiliary = bool(before) and before[0].lower() in _auxiliaries(side.language)
    return auxiliary or side.language.verbs.get(word.word.lower()) in _PAST


@cache
def _auxiliaries(language: Language) -> frozenset[str]:
    table = language.comparing.get("tenses", {})
    names = ("coming", "infinitive", "perfect", "unclear")
    return frozenset(word for name in names for word in table.get(name, ()))


def _clause(side: Side, span: Span) -> tuple[Content, ...]:
    """Return the content words behind a negator, as far as its clause may reach, times and figures left out."""
    behind = side.text[span.end :]
    mark = _CLAUSE_END.search(behind)
    end = span.end + (mark.start() if mark else len(behind))
    told = [each.span for each in side.moments] + [each.span for each in side.quantities]
    words = (word for word in side.content if span.end <= word.span.start < end)
    return tuple(word for word in words if not any(word.span in each for each in told))[:_CLAUSE]


def _cancels(opposites: _Opposites | None, first: list[Span], second: list[Span]) -> bool:
    """Tell whether a negator stands before the opposite that it turns: "no posts are cut", not "left without posts"."""
    if opposites is None:
        return False
    negators, words = (first, opposites[0]) if first else (second, opposites[1])
    return min(span.start for span in negators) < words[0].start


def _is_denied(side: Side, other: Side) -> bool:
    """Tell whether a word that `side` alone has denies, or the cue does: "refused"."""
    cue = side.mention.quote.cue.text if side.mention.quote is not None else ""
    roots = {stem(word, side.language) for word in words_of(cue)}
    own = tuple(span for word, span in side.words if stem(word, side.language) in other.terms.stems)
    waits = tuple(side.language.comparing.get("negation", {}).get("waiting", ()))
    if find_phrases(side.text, waits):  # "has yet to name", "has not named"
        return True
    return is_denied(side) or not roots.isdisjoint(denying_verbs(side.language)) or is_negative(side, without=own)


def _undoes(odd: Side, even: Side, shared: frozenset[str]) -> bool:
    """Tell whether the other side has the opposite of what a negator denies: "did not include", "excluded"."""
    own = even.terms.stems - odd.terms.stems
    denied = {root for span in _negated(odd, shared) for root in _next_stems(odd, span)} - even.terms.stems
    pairs = (*_pairs(odd.language), *_pairs_of(odd.language, "qualities"), *_pairs_of(odd.language, "undone"))
    return any(denied & one and own & other for one, other in _both_ways(pairs))


def _next_stems(side: Side, span: Span) -> tuple[str, ...]:
    """Return the stems of the next content words behind a negator."""
    behind = (word for word in side.content if word.span.start >= span.end)
    return tuple(stem(word.word, side.language) for word, _ in zip(behind, range(_REACH), strict=False))


def is_limited(side: Side) -> bool:
    """Tell whether a side says until or before when, so that "closed until Friday" goes with "open on Friday"."""
    limits = find_phrases(side.text, _limits(side.language))
    return any(0 <= moment.span.start - limit.end <= _BEHIND for moment in side.moments for limit in limits) or any(
        limit.start <= moment.span.start < limit.end for moment in side.moments for limit in limits
    )


def _negated(side: Side, shared: frozenset[str]) -> list[Span]:
    """Return the negators that stand before a shared word; "not only" and "nobody but" deny nothing."""
    table = side.language.comparing.get("negation", {})
    harmless = find_phrases(side.text, tuple(table.get("harmless", ())))
    found = find_phrases(side.text, tuple(table.get("words", ())))
    nominal = find_phrases(side.text, tuple(table.get("nominal", ())))
    bearing = [
        span
        for span in found
        if bears_on(side, span, shared, words=1 if _limits_noun(side, span) else _NEXT)
        or _undoes_subject(side, span, shared)
    ]
    negating = [span for span in bearing if not any(span in each for each in harmless)]
    return negating + [span for span in nominal if span not in harmless and bears_on(side, span, shared, words=1)]


def _undoes_subject(side: Side, span: Span, shared: frozenset[str]) -> bool:
    """Tell whether a negator says of what stands before it that there is no such thing: "the second tunnel does not
    exist", "the meeting never took place"."""
    existence = tuple(side.language.comparing.get("negation", {}).get("existence", ()))
    behind = side.text[span.end : span.end + _NEAR]
    if not any(found.start <= _GAP for found in find_phrases(behind, existence)):
        return False
    before = [word.concept for word in side.content if word.span.end <= span.start]
    return not shared.isdisjoint(before[-_NEXT:])


def _limits_noun(side: Side, span: Span) -> bool:
    """Tell whether a negator denies a noun with an adjective: "no serious injuries" leaves room for injuries.

    Words between the two join two nouns: "no shortage of grain".
    """
    if side.text[span.start : span.end].lower() not in side.language.comparing.get("negation", {}).get(
        "determiners", ()
    ):
        return False
    behind = [word.span for word in side.content if word.span.start >= span.end][:_NEXT]
    return len(behind) == _NEXT and not side.text[behind[0].end : behind[1].start].strip()


def _turns_back(side: Side, other: Side, shared: frozenset[str]) -> bool:
    """Tell whether the word behind a negator denies, too, and the other side does not have it: "did not deny"."""
    verbs = (denying_verbs(side.language) | _ending_verbs(side.language)) - other.terms.stems
    spans = _negated(side, shared)
    return any(_following(side, span) & verbs for span in spans) or _all_undone(side, spans)


@cache
def _ending_verbs(language: Language) -> frozenset[str]:
    """Return the stems of verbs that end what is told behind them: "never left the hall"."""
    return frozenset(stem(verb, language) for verb in language.comparing.get("negation", {}).get("ending", ()))


def _all_undone(side: Side, spans: list[Span]) -> bool:
    """Tell whether each negator stands right before a denial of two words: "have not ruled out"."""
    denials = find_phrases(side.text, tuple(v for v in side.language.comparing["negation"]["verbs"] if " " in v))
    return bool(denials) and all(any(0 < d.start - span.end <= _GAP for d in denials) for span in spans)


def _following(side: Side, span: Span) -> frozenset[str]:
    """Return the stem of the next word behind a span."""
    return frozenset(stem(word, side.language) for word in words_of(side.text[span.end :])[:1])


def _by_opposites(left: Side, right: Side, opposites: _Opposites) -> Difference | None:
    """Return the difference that opposites make where the rest of both sides denies alike."""
    if is_negative(left, without=opposites[0]) != is_negative(right, without=opposites[1]):
        return None
    if _is_bounded(left, right):
        return None
    return difference(DifferenceKind.NEGATION, left, right, opposites, OPPOSITES)


def _opposites(left: Side, right: Side, shared: frozenset[str]) -> _Opposites | None:
    """Return the places where a word on one side is the opposite of one on the other, beside a word that both have."""
    first, second = _own_stems(left, right), _own_stems(right, left)
    for one, other in _both_ways(_pairs(left.language)):
        for mine, yours in product(sorted(one & first.keys()), sorted(other & second.keys())):
            if _around(left, first[mine]) & _around(right, second[yours]) & shared:
                return (first[mine],), (second[yours],)
    return affixed(left, right)


def _both_ways(pairs: Iterable[tuple[_Word, _Word]]) -> Iterator[tuple[_Word, _Word]]:
    for one, other in pairs:
        yield one, other
        yield other, one


def _own_stems(side: Side, other: Side) -> dict[str, Span]:
    """Return the stems that only `side` has, with their first places."""
    found: dict[str, Span] = {}
    for word, span in side.words:
        found.setdefault(stem(word, side.language), span)
    return {root: span for root, span in found.items() if root not in other.terms.stems}


def _around(side: Side, span: Span) -> frozenset[str]:
    """Return the concepts of the words around a place."""
    before, after = side.text[max(0, span.start - _NEAR) : span.start], side.text[span.end : span.end + _NEAR]
    return frozenset(concept(word, side.language) for part in (before, after) for word in words_of(part))


def _by_relations(left: Side, right: Side, shared: frozenset[str]) -> Difference | None:
    """Return the difference where opposite little words stand before one word: "more jobs", "fewer jobs"."""
    found = related(left, right, _relations(left.language)) if len(shared) >= _ALIKE else None
    return difference(DifferenceKind.NEGATION, left, right, found, OPPOSITES) if found else None


@cache
def _relations(language: Language) -> tuple[Pair, ...]:
    pairs = language.comparing.get("negation", {}).get("relations", ())
    return tuple((tuple(one), tuple(other)) for one, other in pairs)


@cache
def _pairs(language: Language) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return _pairs_of(language, "opposites")


@cache
def _pairs_of(language: Language, name: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    pairs = language.comparing.get("negation", {}).get(name, ())
    return tuple((_stems(a, language), _stems(b, language)) for a, b in pairs)


def _stems(words: str, language: Language) -> frozenset[str]:
    return frozenset(stem(word, language) for word in words.split())
