"""Tenses: what one account tells as done, and another as still to come or under way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from itertools import product

from attrs import fields, frozen

from quoteattr.comparison.sides import Side, difference, likeness
from quoteattr.grammar.stems import concept, stem
from quoteattr.grammar.terms import function_words
from quoteattr.languages.lexicon import Language
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.spans import Span

_ENOUGH = 0.5  # of the shorter side's words shared
_BESIDE = 2  # shared content words beside the verb: who does it, and what is done
_CHAIN = 6  # words before a verb in which its auxiliaries stand: "is not yet due to be officially"
_NEAR = 3  # content words on either side of the verb among which a shared one must stand
_PAST, _PARTICIPLE = 2, 3  # places of the forms in the language's table of verbs


class _Stage(Enum):
    """How far a deed has come."""

    DONE = "done in one, still to come in the other"
    COMING = "coming"
    UNDERWAY = "done in one, under way in the other"


@frozen(slots=True)
class _Deed:
    """A verb with its stage, its place (auxiliaries included), and the concepts of the words around it."""

    stage: _Stage
    span: Span
    around: frozenset[str]


@frozen(eq=False)
class _Words:
    """The words that show a stage, from the language's data."""

    coming: frozenset[str]
    before_infinitives: frozenset[str]
    infinitive: frozenset[str]
    perfect: frozenset[str]
    past: frozenset[str]
    underway: frozenset[str]
    present: frozenset[str]
    agents: frozenset[str]
    between: frozenset[str]
    unclear: frozenset[str]
    nominal: frozenset[str]


def tense_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where the sides tell one deed as done here and as to come, or under way, there.

    It compares the same verb beside the same words alone, and passes over what is negated or only possible.
    """
    shared = left.terms.concepts & right.terms.concepts
    if likeness(left, right) < _ENOUGH:
        return None
    first, second = _deeds(left), _deeds(right)
    for root in sorted(first.keys() & second.keys()):
        if len(shared - {concept(root, left.language), root}) < _BESIDE:
            continue
        for a, b in product(first[root][:1], second[root][:1]):
            note = _step(first[root], second[root])
            if note and a.around & b.around & shared:
                return difference(DifferenceKind.MODALITY, left, right, ((a.span,), (b.span,)), note)
    return None


def _step(first: Sequence[_Deed], second: Sequence[_Deed]) -> str:
    """Say how the stages differ, where each side has one alone and one of the two is done."""
    stages = {deed.stage for deed in first}, {deed.stage for deed in second}
    if len(stages[0]) > 1 or len(stages[1]) > 1 or stages[0] == stages[1] or _Stage.DONE not in stages[0] | stages[1]:
        return ""
    underway = _Stage.UNDERWAY in stages[0] | stages[1]
    return _Stage.UNDERWAY.value if underway else _Stage.DONE.value


def _deeds(side: Side) -> dict[str, list[_Deed]]:
    """Return the deeds that a side tells, by the verb's stem."""
    found: dict[str, list[_Deed]] = {}
    words, listed = [word.lower().replace("’", "'") for word, _ in side.words], _words(side.language)
    for place, word in enumerate(words):
        stage = _stage(words, place, listed, side.language) if _is_verb(word, side.language) else None
        if stage is not None:
            first = max(0, place - len(_chain(words, place, listed)))
            span = Span(side.words[first][1].start, side.words[place][1].end)
            deed = _Deed(stage, span, frozenset(_around(words, place, side.language)))
            found.setdefault(stem(word, side.language), []).append(deed)
    return found


def _is_verb(word: str, language: Language) -> bool:
    return word not in function_words(language) and (_form(word, language) is not None or word in language.cues)


def _form(word: str, language: Language) -> int | None:
    """Return which form of its verb a word is, as a place in the language's tables; `None` of what stands in none."""
    return language.verbs.get(word, _more_forms(language).get(word))


@cache
def _more_forms(language: Language) -> dict[str, int]:
    lines = language.comparing.get("tenses", {}).get("forms", ())
    return {form: place for line in lines for place, form in enumerate(line.split())}


def _around(words: Sequence[str], place: int, language: Language) -> Iterator[str]:
    """Yield the concepts of the content words around a place."""
    for part in (words[:place][::-1], words[place + 1 :]):
        content = (word for word in part[: 2 * _CHAIN] if word not in function_words(language))
        yield from (concept(word, language) for word, _ in zip(content, range(_NEAR), strict=False))


def _chain(words: Sequence[str], place: int, listed: _Words) -> list[str]:
    """Return the words right before a verb that belong to it: auxiliaries, "to" with what it hangs on, adverbs."""
    every = listed.coming | listed.infinitive | listed.perfect | listed.past | listed.underway | listed.present
    every |= listed.between
    chain: list[str] = []
    for word in words[max(0, place - _CHAIN) : place][::-1]:
        hangs = bool(chain) and chain[-1] in listed.infinitive and word in listed.before_infinitives
        if word not in every and word not in listed.unclear and not hangs:
            break
        chain.append(word)
    return chain


def _stage(words: Sequence[str], place: int, listed: _Words, language: Language) -> _Stage | None:
    chain = frozenset(_chain(words, place, listed))
    if chain & listed.unclear:
        return None
    if chain & listed.coming:
        return None if chain & listed.perfect else _Stage.COMING  # "would have signed" has not
    if chain & listed.infinitive:
        return _Stage.COMING if chain & listed.before_infinitives else None
    if chain & listed.underway:
        return _Stage.UNDERWAY if chain & listed.present else None  # "was being repaired", "loans being repaid"
    return _Stage.DONE if _is_done(words, place, chain, listed, language) else None


def _is_done(words: Sequence[str], place: int, chain: frozenset[str], listed: _Words, language: Language) -> bool:
    form = _form(words[place], language)
    ends = form in (_PAST, _PARTICIPLE) or (form is None and words[place].endswith("ed"))
    if chain & (listed.perfect | listed.past):
        return ends or form == 0  # "has cut"
    before, behind = words[place - 1] if place else "", words[place + 1] if place + 1 < len(words) else ""
    finite = before not in listed.nominal and behind not in listed.agents  # "the signed pact", "a pact signed by both"
    return ends and form != _PARTICIPLE and not chain & listed.present and finite


@cache
def _words(language: Language) -> _Words:
    table = language.comparing.get("tenses", {})
    return _Words(**{name: frozenset(table.get(name, ())) for name in _LISTS})


_LISTS = tuple(field.name for field in fields(_Words))
