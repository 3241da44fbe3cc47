"""Scoring: how likely two statements tell the same matter."""

from __future__ import annotations

from math import exp

from attrs import asdict, frozen

from quoteattr.alignment.profiles import Profile, Weights

_RARE = 3.5  # the weight of a term that stands in one statement of each account; sets the features' range to 0..1


@frozen(kw_only=True, slots=True)
class Likeness:
    """What two statements have in common, each from 0 to 1.

    `containment` and `overlap` weigh shared concepts against the smaller and against both statements;
    `words` does so for stems alone; `trigrams` sees spelling; `rarest` is the most telling word shared.
    """

    containment: float
    overlap: float
    words: float
    trigrams: float
    rarest: float
    shared: float
    names: float
    values: float
    speaker: float
    voice: float
    other_speaker: float
    brevity: float


_BIAS = -4.0
_FACTORS = dict(
    containment=2.0, overlap=4.0, words=2.0, trigrams=2.0, rarest=1.0, shared=1.0, names=0.5, values=0.8, speaker=0.5, voice=0.5,
    other_speaker=-0.2, brevity=-0.3,
)  # fmt: skip


def likeness(a: Profile, b: Profile, weights: Weights) -> Likeness:
    """Measure what two statements have in common; the order of the two does not matter.

    It cannot tell agreement from disagreement: statements that contradict each other are often the most alike.
    """
    shared, either = a.terms.concepts & b.terms.concepts, a.terms.concepts | b.terms.concepts
    common, least = weights.total(shared), min(weights.total(a.terms.concepts), weights.total(b.terms.concepts))
    stems = a.terms.stems & b.terms.stems
    known, same = bool(a.speaker and b.speaker), a.speaker == b.speaker
    return Likeness(
        containment=_share(common, least),
        overlap=_share(common, weights.total(either)),
        words=_share(weights.total(stems), weights.total(a.terms.stems | b.terms.stems)),
        trigrams=_share(len(a.terms.trigrams & b.terms.trigrams), len(a.terms.trigrams | b.terms.trigrams)),
        rarest=min(1.0, weights.greatest(shared) / _RARE),
        shared=min(1.0, common / (3 * _RARE)),
        names=min(1.0, weights.total(a.terms.names & b.terms.names) / _RARE),
        values=float(bool(a.terms.values & b.terms.values)),
        speaker=float(known and same),
        voice=1.0 / max(a.voice, b.voice) if known and same else 0.0,
        other_speaker=float(known and not same),
        brevity=1.0 / max(1, min(len(a.terms.concepts), len(b.terms.concepts))),
    )


def score(a: Profile, b: Profile, weights: Weights) -> float:
    """Return the chance, 0 to 1, that two statements answer the same question of fact.

    The factors were fitted by logistic regression on pairs of statements of invented events.
    """
    if a.terms.key == b.terms.key:
        return 1.0
    measured = asdict(likeness(a, b, weights))
    total = _BIAS + sum(factor * measured[name] for name, factor in _FACTORS.items())
    return 1.0 / (1.0 + exp(-total))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
