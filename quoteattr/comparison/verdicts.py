"""Verdicts: agree, diverge or only-in, with the differences that decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from quoteattr.comparison.actors import actor_difference
from quoteattr.comparison.attitudes import attitude_difference
from quoteattr.comparison.attribution import attribution_difference, is_same_utterance
from quoteattr.comparison.contrasts import contrast_difference
from quoteattr.comparison.dates import date_difference, leave_zone_open
from quoteattr.comparison.doubts import rests_on_silence
from quoteattr.comparison.fillings import filling_difference, is_doubtful
from quoteattr.comparison.modality import modality_difference
from quoteattr.comparison.multiples import multiple_difference
from quoteattr.comparison.naming import naming_difference
from quoteattr.comparison.negation import OPPOSITES, negation_difference
from quoteattr.comparison.numbers import number_difference
from quoteattr.comparison.relations import relation_difference
from quoteattr.comparison.scope import scope_difference
from quoteattr.comparison.sides import Side
from quoteattr.comparison.subjects import have_other_subjects
from quoteattr.comparison.votes import vote_difference
from quoteattr.comparison.wording import wording_difference
from quoteattr.languages.lexicon import Language
from quoteattr.model.alignments import Aligned
from quoteattr.model.comparisons import SURE, ComparedStatement, Difference, DifferenceKind, Mention, Verdict
from quoteattr.model.readings import Account
from quoteattr.model.spans import Passage
from quoteattr.model.statements import Statement
from quoteattr.options import CompareOptions

Rule = Callable[[Side, Side], Difference | None]
RULES: tuple[Rule, ...] = (
    number_difference,
    multiple_difference,
    vote_difference,
    date_difference,
    negation_difference,
    modality_difference,
    actor_difference,
    naming_difference,
    scope_difference,
    wording_difference,
    contrast_difference,
    relation_difference,
    filling_difference,
)
"""Each kind of difference that makes a divergence, in the order in which they are told."""

_DOUBTFUL = SURE - 0.01
"""The most that the score of a doubtful agreement is."""

_OF_ONE_SUBJECT = frozenset(
    (DifferenceKind.NUMBER, DifferenceKind.DATE, DifferenceKind.NEGATION, DifferenceKind.MODALITY, DifferenceKind.SCOPE)
)
"""Kinds that contradict where both sides are of one thing; another name or word may be just what differs."""

_OF_SIGNS: tuple[Rule, ...] = (number_difference,)


def judge(
    accounts: Sequence[Account], aligned: Sequence[Aligned], language: Language, options: CompareOptions
) -> tuple[ComparedStatement, ...]:
    """Return the verdict on each group of counterparts, in the order of the text of the first account that tells it.

    It says how accounts differ, never who is right. A different credit alone is told but makes no divergence.

    >>> from quoteattr.languages import load
    >>> judge((), (), load("en"), CompareOptions())
    ()
    """
    kept = [group for group in aligned if options.omissions or len(group.told) > 1]
    return tuple(_compared(group, accounts, language) for group in sorted(kept, key=_place))


def _place(group: Aligned) -> tuple[int, tuple[int, ...]]:
    """Sort by the first account that tells it, then by the order of its text."""
    number, first = next((n, s) for n, s in enumerate(group.statements) if s is not None)
    return number, tuple(offset for span in first.passage for offset in (span.start, span.end))


def _compared(group: Aligned, accounts: Sequence[Account], language: Language) -> ComparedStatement:
    again = group.again or ((),) * len(group.statements)
    mentions = tuple(_mention(first, more) for first, more in zip(group.statements, again, strict=True))
    pairs = tuple(_sides(group, accounts, language))
    differences, diverges = _differences(pairs)
    return ComparedStatement(
        gist=group.told[0].passage.text,
        mentions=mentions,
        tellers=tuple(account.teller for account in accounts),
        verdict=_verdict(group, diverges),
        differences=differences,
        score=_sureness(group.score, pairs, diverges),
    )


def _sides(group: Aligned, accounts: Sequence[Account], language: Language) -> Iterator[tuple[Side, Side]]:
    """Yield, for each two accounts that tell it, what of theirs is most alike."""
    telling = [account for account, told in zip(accounts, group.statements, strict=True) if told is not None]
    for (one, other), (first, second) in zip(combinations(telling, 2), group.closest, strict=True):
        yield _side(one, first, language), _side(other, second, language)


def _side(account: Account, statement: Statement, language: Language) -> Side:
    return Side(
        teller=account.teller,
        mention=Mention(passage=statement.passage, speaker=statement.speaker, quote=statement.quote),
        language=language,
        published=account.reading.article.published,
        document=account.reading.document,
    )


def _sureness(score: float, pairs: Sequence[tuple[Side, Side]], diverges: bool) -> float:
    """Return the score; less than sure where sides seem to agree and may not tell one thing."""
    doubtful = not diverges and any(_is_doubtful(left, right) for left, right in pairs)
    return min(score, _DOUBTFUL) if doubtful else score


def _is_doubtful(left: Side, right: Side) -> bool:
    rules = (is_doubtful, have_other_subjects, leave_zone_open, rests_on_silence)
    return any(rule(left, right) for rule in rules)


def _mention(statement: Statement | None, again: tuple[Statement, ...]) -> Mention | None:
    """Return the mention: the passage, with those that tell it again; speaker and quote are the surest one's."""
    if statement is None:
        return None
    passages = (statement.passage, *(each.passage for each in again))
    pieces = sorted(
        (piece for passage in passages for piece in zip(passage.spans, passage.pieces, strict=True)),
        key=lambda piece: piece[0].start,
    )
    whole = Passage(tuple(span for span, _ in pieces), tuple(words for _, words in pieces))
    return Mention(passage=whole, speaker=statement.speaker, quote=statement.quote)


def _verdict(group: Aligned, diverges: bool) -> Verdict:
    if len(group.told) == 1:
        return Verdict.ONLY_IN
    return Verdict.DIVERGE if diverges else Verdict.AGREE


def _differences(pairs: Sequence[tuple[Side, Side]]) -> tuple[tuple[Difference, ...], bool]:
    """Return all differences between any two sides, and whether they make a divergence."""
    found: list[Difference] = []
    diverges = False
    for left, right in pairs:
        facts = _decisive(tuple(_of_facts(left, right)), left, right)
        credit = attribution_difference(left, right)
        diverges = diverges or bool(facts) or (credit is not None and is_same_utterance(left, right))
        found.extend((*facts, *((credit,) if credit else ())))
    return tuple(found), diverges


def _decisive(facts: tuple[Difference, ...], left: Side, right: Side) -> tuple[Difference, ...]:
    """Leave out what differs between tellings of two subjects, or of two deeds at two times."""
    if any(fact.kind in _OF_ONE_SUBJECT for fact in facts) and have_other_subjects(left, right):
        return ()
    opposed = any(fact.kind is DifferenceKind.NEGATION and fact.note == OPPOSITES for fact in facts)
    if opposed and any(fact.kind is DifferenceKind.DATE for fact in facts):
        return ()  # "begins on 3 August", "ends on 9 August"
    return facts


def _of_facts(left: Side, right: Side) -> Iterator[Difference]:
    """Yield what each rule finds, one of a kind; the same words differ in cues and in signs ("$3", "€3") alone."""
    told: set[DifferenceKind] = set()
    for rule in (attitude_difference, *(RULES if left.terms.key != right.terms.key else _OF_SIGNS)):
        found = rule(left, right)
        if found is not None and found.kind not in told:
            told.add(found.kind)
            yield found
