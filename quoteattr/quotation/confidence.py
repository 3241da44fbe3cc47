"""How sure each rule for contents is: the share of its quotes that a reader of the data found, too.

Measured by `python -m evaluation.confidence` on training data alone: every fifth article of PolNeAR train (Newell,
Margolin and Ruths 2018) and all invented training events, a quote counting as found where its words and those of an
annotated one overlap by half (Jaccard), with one added to both sides. Who said it is not in this figure; resolving
the speaker multiplies it by how sure that is.
"""

from __future__ import annotations

from math import exp, log
from operator import mul

from quoteattr.model.documents import Roles
from quoteattr.model.spans import Passage

UNMEASURED = 0.6
"""For a rule that fired too seldom to be measured: what the least sure measured ones reach."""
BY_RULE: dict[str, float] = {
    "against-phrase": 0.60,
    "bare-clause": 0.82,
    "block-after-colon": 0.83,
    "clausal-complement": 0.91,
    "clause-around-report": 0.83,
    "clause-around-tag": 0.83,
    "clause-before-tag": 0.84,
    "clause-with-quotation-before-tag": 0.67,
    "for-phrase": 0.71,
    "headline-colon": 0.81,
    "headline-credit": 0.56,
    "hearer-and-infinitive": 0.83,
    "infinitive": 0.71,
    "infinitive-complement": 0.71,
    "noun-phrase": 0.72,
    "object-as": 0.83,
    "object-at": 0.88,
    "object-of": 0.84,
    "object-predicate": 0.75,
    "of-phrase": 0.50,
    "on-phrase": 0.85,
    "passive-with-agent": 0.84,
    "phrase-after-content": 0.85,
    "phrase-before-colon": 0.86,
    "phrase-before-content": 0.94,
    "question": 0.82,
    "quotation-after-colon": 0.92,
    "quotation-after-cue": 0.95,
    "quotation-after-unknown-cue": 0.69,
    "quotation-before-tag": 0.98,
    "quotation-before-unknown-tag": 0.50,
    "quotation-in-clause": 0.76,
    "quotation-in-line-before-tag": 0.90,
    "quoted-as-saying": 0.91,
    "that-clause": 0.86,
    "signed-quotation": 0.86,
    "turn": 0.98,
    "utterance-alone": 0.61,
    "utterance-in-line": 0.73,
}
INSIDE: dict[str, float] = {
    "bare-clause": 0.62,
    "clausal-complement": 0.89,
    "clause-before-tag": 0.62,
    "question": 0.50,
    "quotation-after-cue": 0.98,
    "quotation-after-unknown-cue": 0.80,
    "quotation-before-tag": 0.67,
    "quotation-in-clause": 0.82,
    "quotation-in-line-before-tag": 0.33,
    "that-clause": 0.43,
}
"""The same for quotes inside quotes."""


def confidence_of(rule: str, *, inside: bool = False) -> float:
    """Return the confidence of a rule for contents, outermost or inside another quote.

    >>> confidence_of("quotation-before-tag") > confidence_of("utterance-alone")
    True
    """
    return (INSIDE if inside else BY_RULE).get(rule, UNMEASURED)


DIRECT = (-0.39, 0.57, 0.62, 0.04, 4.70, -0.19, 0.0)
TOLD = (-0.38, 0.24, -0.13, 0.78, 0.28, -0.67, 1.01)
"""Weights for `doubts`, a constant first, for words in marks and for others: printed by
`python -m evaluation.fit_confidence`, which fits them on development data and shows how reliable they are."""
HARDLY = 1e-3
"""Shares are kept this far from 0 and 1."""


def joint_confidence(rule: float | None, roles: Roles | None, *, direct: bool, agree: bool = False) -> float:
    """Return how sure rules and roles are together that content and source are right, each `None` where it is silent.

    `agree` where both name the same source.

    >>> joint_confidence(None, Roles(content=(), content_confidence=0.9, confidence=0.9), direct=False) > 0.5
    True
    """
    weights = DIRECT if direct else TOLD
    return 1 / (1 + exp(-sum(map(mul, weights, (1.0, *doubts(rule, roles, agree=agree))))))


def doubts(rule: float | None, roles: Roles | None, *, agree: bool) -> tuple[float, ...]:
    """Return the log odds of the rule, of the roles' content and of all they say, which of both is silent, and whether
    both name the same source."""
    both = (0.0, 0.0) if roles is None else (_log_odds(roles.content_confidence), _log_odds(roles.confidence))
    return (0.0 if rule is None else _log_odds(rule), *both, float(rule is None), float(roles is None), float(agree))


def name_alike(source: Passage, roles: Roles | None) -> bool:
    """Tell whether the rules' source is the one that roles name."""
    return roles is not None and roles.source is not None and any(roles.source.overlaps(span) for span in source)


def _log_odds(share: float) -> float:
    kept = min(max(share, HARDLY), 1 - HARDLY)
    return log(kept / (1 - kept))
