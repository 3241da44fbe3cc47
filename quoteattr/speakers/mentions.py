"""A source to be resolved, and who it turns out to be."""

from __future__ import annotations

from attrs import frozen

from quoteattr.model.spans import Span

SURENESS = {
    "speaker/full-name": 0.95,  # the text says it
    "speaker/name-part": 0.93,  # a family name may be a namesake's
    "speaker/initials": 0.85,
    "speaker/joint-names": 0.9,
    "speaker/role": 0.85,  # two people may hold one role
    "speaker/own-words": 0.9,  # a party known by this phrase alone
    "speaker/outer-speaker": 0.9,  # "I" inside a quote
    "speaker/byline": 0.8,  # "I" of the reporter
    "speaker/outlet": 0.8,  # "we" of the paper
    "speaker/relative": 0.9,  # "..., who said"
    "speaker/epithet": 0.75,  # news seldom explains them
    "speaker/pronoun": 0.8,  # about what a pronoun rule gets right
    "speaker/one-of-group": 0.8,
    "speaker/coreference": 0.8,  # about what a coreference model gets right of pronouns in news
    "speaker/pronoun-and-coreference": 0.95,  # two who look at it in different ways agree
    "speaker/pronoun-against-coreference": 0.7,  # our surest rule, but somebody disagrees
    "speaker/role-and-coreference": 0.95,
    "speaker/role-against-coreference": 0.7,
}
"""How sure each rule is; multiplied into the quote's confidence."""


@frozen(slots=True)
class Mention:
    """A source to be resolved: its words, where it stands, inside whose quote it is, and whom it cannot mean.

    `direct` tells whether the quote around it is in its speaker's own words, and not in the reporter's; `since` is
    where the speaker of that quote began to speak, with the quotes right before it.
    """

    text: str
    span: Span
    outer: int | None = None
    inside: int = -1
    without: tuple[int, ...] = ()
    direct: bool = True
    since: int = -1


@frozen(slots=True)
class Decision:
    """Who a source is (`party`, `None` where the evidence is thin), by which rule; `support` is what it rests on."""

    party: int | None
    rule: str
    support: tuple[Span, ...] = ()

    @property
    def sureness(self) -> float:
        """How sure the rule is."""
        return SURENESS.get(self.rule, 1.0)
