"""Scoring: how likely two statements tell the same matter."""

from __future__ import annotations

from functools import cache
from math import exp

from attrs import astuple, fields, frozen

from quoteattr.alignment.pairs import Near
from quoteattr.alignment.profiles import Profile, Weights, figure
from quoteattr.alignment.siblings import are_siblings

_RARE = 3.5  # the weight of a term that stands in one statement of each account; sets the features' range to 0..1


LEAST_SHARED = 0.12
"""Of what shared concepts tell, from which on they count as evidence: one word that is in a few statements."""
LEAST_CLOSER = 0.1
"""Without any such evidence, how much closer in meaning than their neighbours two statements must be."""


@frozen(kw_only=True, slots=True)
class Likeness:
    """What two statements have in common, each from 0 to 1.

    `words` weighs shared stems against all stems of both, `held` shared concepts against those of the shorter one;
    `shared` is how much the shared concepts tell, `rarest` how much the most telling one does; `trigrams` sees
    spelling; `figures` is a number in both, `counted` a thing that both count, `times` a date or an hour in both;
    `speaker` is one speaker, `voice` one who says little else, `parties` someone whom both speak of or let speak;
    `around` compares the statements before and after; `nearest` and `closer` are those of `Near`;
    `quoted` is a quote in both, `apart` how far one stands from the other's place in its account, `shorter` the length
    of the shorter one as a share of the longer one.
    """

    words: float
    held: float
    trigrams: float
    rarest: float
    shared: float
    names: float
    figures: float
    counted: float
    times: float
    speaker: float
    voice: float
    other_speaker: float
    parties: float
    around: float
    nearest: float
    closer: float
    quoted: float
    apart: float
    shorter: float


# Fitted by evaluation/fit_alignment.py, by logistic regression on pairs of statements of 48 invented events: without
# vectors (`--parser rules`), and with those of the learned engine.
_BIAS = -1.62
_FACTORS = Likeness(
    words=1.63, held=1.26, trigrams=2.51, rarest=0.59, shared=1.34, names=-1.02, figures=0.86, counted=1.48, times=2.24,
    speaker=0.57, voice=0.73, other_speaker=0.20, parties=0.41, around=1.13, nearest=0.0, closer=0.0, quoted=0.30,
    apart=-1.78, shorter=0.36,
)  # fmt: skip
_BIAS_WITH_MEANING = -2.40
_FACTORS_WITH_MEANING = Likeness(
    words=-0.05, held=0.48, trigrams=1.48, rarest=0.47, shared=0.11, names=-0.91, figures=1.23, counted=1.23,
    times=2.44, speaker=0.17, voice=0.97, other_speaker=0.04, parties=0.64, around=2.43, nearest=1.80, closer=4.62,
    quoted=0.64, apart=-1.52, shorter=-0.28,
)  # fmt: skip


def likeness(a: Profile, b: Profile, weights: Weights, near: Near | None) -> Likeness:
    """Measure what two statements have in common; the order of the two does not matter.

    It cannot tell agreement from disagreement: statements that contradict each other are often the most alike.
    """
    shared = a.terms.concepts & b.terms.concepts
    known, same = bool(a.speaker and b.speaker), a.speaker == b.speaker
    least = min(weights.total(a.terms.concepts), weights.total(b.terms.concepts))
    sizes = sorted((len(a.terms.stems), len(b.terms.stems)))
    return Likeness(
        words=_share(weights.total(a.terms.stems & b.terms.stems), weights.total(a.terms.stems | b.terms.stems)),
        held=_share(weights.total(shared), least),
        trigrams=_share(len(a.terms.trigrams & b.terms.trigrams), len(a.terms.trigrams | b.terms.trigrams)),
        rarest=min(1.0, weights.greatest(shared) / _RARE),
        shared=min(1.0, weights.total(shared) / (3 * _RARE)),
        names=min(1.0, weights.greatest(a.terms.names & b.terms.names) / _RARE),
        figures=min(1.0, weights.greatest(figure(value) for value in a.terms.values & b.terms.values) / _RARE),
        counted=float(bool(a.counted & b.counted)),
        times=min(1.0, weights.greatest(a.times & b.times) / _RARE),
        speaker=float(known and same),
        voice=1.0 / max(a.voice, b.voice) if known and same else 0.0,
        other_speaker=float(known and not same),
        parties=min(1.0, weights.greatest(a.parties & b.parties) / _RARE),
        around=_share(weights.total(a.around & b.around), min(weights.total(a.around), weights.total(b.around))),
        nearest=near.nearest if near else 0.0,
        closer=near.closer if near else 0.0,
        quoted=float(a.statement.quote is not None and b.statement.quote is not None),
        apart=abs(a.depth - b.depth),
        shorter=_share(sizes[0], sizes[1]),
    )


def score(a: Profile, b: Profile, weights: Weights, near: Near | None) -> float:
    """Return the chance, 0 to 1, that two statements answer the same question of fact.

    It weighs what `likeness` measures, each by itself; otherwise where both have a vector.
    """
    if a.terms.key == b.terms.key:
        return 1.0
    if a.unsaid != b.unsaid or are_siblings(a, b):
        return 0.0  # what one account says that nobody would say is no counterpart of the words themselves
    measured = likeness(a, b, weights, near)
    if near is not None and is_by_meaning_alone(measured) and near.closer < LEAST_CLOSER:
        return 0.0
    return 1.0 / (1.0 + exp(-weighed(measured, meant=near is not None)))


def is_by_meaning_alone(measured: Likeness) -> bool:
    """Tell whether two statements share no word, number, time or party that tells anything."""
    told = measured.figures or measured.times or measured.counted or measured.parties
    return not told and measured.shared < LEAST_SHARED


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
