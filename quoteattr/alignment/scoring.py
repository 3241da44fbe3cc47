"""Scoring: how likely two statements tell the same matter."""

from __future__ import annotations

from math import exp

from attrs import asdict, frozen

from quoteattr.alignment.profiles import Profile, Weights

_RARE = 3.5  # the weight of a term that stands in one statement of each account; sets the features' range to 0..1


@frozen(kw_only=True, slots=True)
class Likeness:
    """What two statements have in common, each from 0 to 1.

    `words` weighs shared stems against all stems of both; `shared` is how much the shared concepts tell, `rarest`
    how much the most telling one does; `trigrams` sees spelling; `values` a number in both; `voice` a speaker
    who says little else.
    """

    words: float
    trigrams: float
    rarest: float
    shared: float
    values: float
    speaker: float
    voice: float
    other_speaker: float


_BIAS = -2.3  # above the fitted one: partners are the best of their statement, not any pair
_FACTORS = {
    "words": 1.0,
    "trigrams": 2.9,
    "rarest": 0.7,
    "shared": 3.5,
    "values": 0.7,
    "speaker": 1.8,
    "voice": 1.0,
    "other_speaker": 0.4,
}


def likeness(a: Profile, b: Profile, weights: Weights) -> Likeness:
    """Measure what two statements have in common; the order of the two does not matter.

    It cannot tell agreement from disagreement: statements that contradict each other are often the most alike.
    """
    shared = a.terms.concepts & b.terms.concepts
    known, same = bool(a.speaker and b.speaker), a.speaker == b.speaker
    return Likeness(
        words=_share(weights.total(a.terms.stems & b.terms.stems), weights.total(a.terms.stems | b.terms.stems)),
        trigrams=_share(len(a.terms.trigrams & b.terms.trigrams), len(a.terms.trigrams | b.terms.trigrams)),
        rarest=min(1.0, weights.greatest(shared) / _RARE),
        shared=min(1.0, weights.total(shared) / (3 * _RARE)),
        values=float(bool(a.terms.values & b.terms.values)),
        speaker=float(known and same),
        voice=1.0 / max(a.voice, b.voice) if known and same else 0.0,
        other_speaker=float(known and not same),
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
