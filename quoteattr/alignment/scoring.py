"""Scoring: how likely two statements tell the same matter."""

from __future__ import annotations

from functools import cache
from math import exp

from attrs import astuple, fields, frozen

from quoteattr.alignment.pairs import Near
from quoteattr.alignment.profiles import Profile, Weights, figure
from quoteattr.alignment.siblings import are_siblings

_RARE = 3.5  # the weight of a term that stands in one statement of each account; sets the features' range to 0..1


@frozen(kw_only=True, slots=True)
class Likeness:
    """What two statements have in common, each from 0 to 1.

    `trigrams` sees spelling; `held` weighs shared concepts against those of the shorter one, `shared` is how much they
    tell; `figures` is a number in both, `counted` a
    thing that both count, `times` a date or an hour in both, `kinds` a kind of answer that both give; `speaker` is one
    speaker, `voice` one who says little else, `parties` someone whom both speak of or let speak; `around` compares the
    statements before and after; `closer` and `matched` are those of `Near`; `quoted` is a quote in both, `apart` how
    far one stands from the other's place in its account.
    """

    trigrams: float
    held: float
    shared: float
    figures: float
    counted: float
    times: float
    kinds: float
    speaker: float
    voice: float
    other_speaker: float
    parties: float
    around: float
    closer: float
    matched: float
    quoted: float
    apart: float


# Fitted by evaluation/fit_alignment.py, by logistic regression on pairs of statements of 78 invented events: without
# vectors (`--parser rules`), and with those of the learned engine.
_BIAS = -2.51
_FACTORS = Likeness(
    trigrams=3.51, held=1.03, shared=1.99, figures=0.34, counted=0.54, times=1.30, kinds=2.21, speaker=0.41,
    voice=1.81, other_speaker=0.25, parties=0.09, around=1.60, closer=0.00, matched=0.00, quoted=0.73, apart=-1.56,
)  # fmt: skip
_BIAS_WITH_MEANING = -4.34
_FACTORS_WITH_MEANING = Likeness(
    trigrams=1.00, held=0.00, shared=1.06, figures=0.75, counted=0.26, times=1.33, kinds=1.90, speaker=0.44,
    voice=1.14, other_speaker=0.37, parties=0.92, around=2.58, closer=3.99, matched=4.08, quoted=0.57, apart=-1.13,
)  # fmt: skip


def likeness(a: Profile, b: Profile, weights: Weights, near: Near | None) -> Likeness:
    """Measure what two statements have in common; the order of the two does not matter.

    It cannot tell agreement from disagreement: statements that contradict each other are often the most alike.
    """
    shared = a.terms.concepts & b.terms.concepts
    known, same = bool(a.speaker and b.speaker), a.speaker == b.speaker
    least = min(weights.total(a.terms.concepts), weights.total(b.terms.concepts))
    return Likeness(
        trigrams=_share(len(a.terms.trigrams & b.terms.trigrams), len(a.terms.trigrams | b.terms.trigrams)),
        held=_share(weights.total(shared), least),
        shared=min(1.0, weights.total(shared) / (3 * _RARE)),
        figures=min(1.0, weights.greatest(figure(value) for value in a.terms.values & b.terms.values) / _RARE),
        counted=float(bool(a.answers.counted & b.answers.counted)),
        times=min(1.0, weights.greatest(a.answers.times & b.answers.times) / _RARE),
        kinds=min(1.0, weights.greatest(a.answers.kinds & b.answers.kinds) / _RARE),
        speaker=float(known and same),
        voice=1.0 / max(a.voice, b.voice) if known and same else 0.0,
        other_speaker=float(known and not same),
        parties=min(1.0, weights.greatest(a.parties & b.parties) / _RARE),
        around=_share(weights.total(a.around & b.around), min(weights.total(a.around), weights.total(b.around))),
        closer=near.closer if near else 0.0,
        matched=near.matched if near else 0.0,
        quoted=float(a.statement.quote is not None and b.statement.quote is not None),
        apart=abs(a.depth - b.depth),
    )


def score(a: Profile, b: Profile, weights: Weights, near: Near | None) -> float:
    """Return the chance, 0 to 1, that two statements answer the same question of fact.

    It weighs what `likeness` measures, each by itself; otherwise where both have a vector.
    """
    if a.terms.key == b.terms.key:
        return 1.0
    if a.unsaid != b.unsaid or are_siblings(a, b):
        return 0.0  # what one account says that nobody would say is no counterpart of the words themselves
    return 1.0 / (1.0 + exp(-weighed(likeness(a, b, weights, near), meant=near is not None)))


def weighed(measured: Likeness, *, meant: bool = False) -> float:
    """Return the sum of what is measured, each with its factor, over the bias."""
    values: tuple[float, ...] = astuple(measured)
    bias = _BIAS_WITH_MEANING if meant else _BIAS
    return bias + sum(factor * value for factor, value in zip(_factors(meant), values, strict=True))


@cache
def _factors(meant: bool) -> tuple[float, ...]:
    return tuple(astuple(_FACTORS_WITH_MEANING if meant else _FACTORS))


MEASURES = tuple(field.name for field in fields(Likeness))
"""What is measured, in the order of the factors."""


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
