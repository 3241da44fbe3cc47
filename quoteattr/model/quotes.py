"""`Quote`: words reported, who is said to have said them, and why we think so."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from quoteattr.model.spans import Passage, Span
from quoteattr.model.speakers import Speaker


class QuoteKind(StrEnum):
    """How words are reported: in marks, in the reporter's own words, or both.

    >>> [kind.value for kind in QuoteKind]
    ['direct', 'mixed', 'indirect']
    """

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Polarity(StrEnum):
    """Whether the cue asserts its content ("said") or denies it ("denied").

    >>> Polarity.NEGATIVE == "negative"
    True
    """

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Stance(StrEnum):
    """What the cue lends to the content: nothing, doubt ("claimed") or weight ("revealed").

    >>> Stance.DOUBTING == "doubting"
    True
    """

    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    ENDORSING = "endorsing"


LONGEST_HEARER = 60
"""Characters behind a tag that name the hearer, the place or the day, and tell nothing."""
UNNAMED = "source/unnamed"
"""The evidence rule of words that say somebody else spoke, and not who: "came the reply"."""
QUESTION = "source/question"
"""The evidence rule of a question in an interview without labels: who asks is whoever prints it."""
ANSWER = "source/answer"
"""The evidence rule of an answer in an interview without names: who is interviewed, the text says before it."""


@frozen(slots=True)
class Evidence:
    """One decision: the rule that took it and the spans it rests on.

    >>> Evidence("source/subject-of-cue", (Span(0, 3),))
    Evidence('source/subject-of-cue' at 0:3)
    """

    rule: str
    spans: tuple[Span, ...] = ()

    def __repr__(self) -> str:
        where = ", ".join(f"{span.start}:{span.end}" for span in self.spans)
        return f"Evidence({self.rule!r}{' at ' + where if where else ''})"


@frozen(slots=True)
class Carrier:
    """An outer link of a source chain as the text has it: the words for who passes on, and that they do.

    In "TREND, citing the press service, reported that ..." it is `source` "TREND", `cue` "reported".

    >>> Carrier(source=Passage.of("TREND reported", Span(0, 5))).source.text
    'TREND'
    """

    source: Passage = Passage()
    cue: Passage = Passage()


@frozen(kw_only=True, slots=True)
class Quote:
    """Words reported, with their attribution.

    `content` leaves out the outer marks; `cue` and `source` are empty where the text has none. `speaker` is `None`
    where the evidence is thin. `chain` runs from the outermost carrier to the speaker; `carriers` are the words for its
    outer links. `closed` is false where a mark is missing. `attitude` holds for what was thought, planned or felt
    ("hopes that ...") and not said, as far as the engine tells them apart. `quotes` are the quotes inside this one.
    `confidence` is 0 to 1. `evidence` says which rules decided, on which spans.

    >>> quote = Quote(content=Passage.of("We won", Span(0, 6)), kind=QuoteKind.DIRECT)
    >>> quote
    Quote(direct, 'We won', speaker=None)
    """

    content: Passage
    kind: QuoteKind
    cue: Passage = Passage()
    source: Passage = Passage()
    speaker: Speaker | None = None
    chain: tuple[Speaker, ...] = ()
    carriers: tuple[Carrier, ...] = ()
    closed: bool = True
    attitude: bool = False
    polarity: Polarity = Polarity.POSITIVE
    stance: Stance = Stance.NEUTRAL
    quotes: tuple[Quote, ...] = ()
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_unnamed(self) -> bool:
        """Whether the words say that somebody else spoke, and not who: "came the reply", "the jury was told"."""
        return any(evidence.rule == UNNAMED for evidence in self.evidence)

    @property
    def relayed(self) -> Quote | None:
        """The quote inside that is, with its source and cue, all that is told: "A wrote that B had said ..."."""
        inner = self.quotes[0] if len(self.quotes) == 1 else None
        told = self.source or self.is_unnamed  # "..., the court heard"
        if inner is None or self.kind is QuoteKind.DIRECT or not (told and inner.source and inner.cue):
            return None
        parts = (inner.source, inner.cue, inner.content)
        start, end = min(part.start for part in parts), max(part.end for part in parts)
        if inner.cue.start >= inner.content.end and start - self.content.start <= 1:  # ..., B told reporters, A writes
            rest = self.content.pieces[-1][len(self.content.pieces[-1]) - max(0, self.content.end - end) :]
            return inner if len(rest) <= LONGEST_HEARER and "," not in rest else None
        return inner if start <= self.content.start and inner.content.end >= self.content.end else None

    def __str__(self) -> str:
        return self.content.text

    def __repr__(self) -> str:
        words = self.content.text
        words = words if len(words) <= 60 else words[:59] + "…"
        who = repr(self.speaker.name) if self.speaker else None
        return f"Quote({self.kind.value}, {words!r}, speaker={who}{'' if self.closed else ', unclosed'})"
