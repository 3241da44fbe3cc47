"""`Comparison`: where accounts of one event agree, where they diverge and how, and what only one tells."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from attrs import frozen

from quoteattr.model.printing import in_line, showable
from quoteattr.model.quotes import Quote
from quoteattr.model.readings import Account
from quoteattr.model.spans import Passage
from quoteattr.model.speakers import Speaker


class Verdict(StrEnum):
    """What the accounts do on one statement; it never says who is right.

    >>> [verdict.value for verdict in Verdict]
    ['agree', 'diverge', 'only-in']
    """

    AGREE = "agree"
    DIVERGE = "diverge"
    ONLY_IN = "only-in"


class DifferenceKind(StrEnum):
    """How two accounts of one statement differ.

    >>> DifferenceKind.NUMBER == "number"
    True
    """

    NUMBER = "number"
    DATE = "date"
    NEGATION = "negation"
    MODALITY = "modality"
    ACTOR = "actor"
    NAMING = "naming"
    ATTRIBUTION = "attribution"
    SCOPE = "scope"
    WORDING = "wording"


@frozen(kw_only=True, slots=True)
class Mention:
    """Where one account tells a statement, and in whose voice (`speaker` is `None` for its own).

    >>> from quoteattr.model.spans import Span
    >>> Mention(passage=Passage.of("The bridge opens in May.", Span(0, 23))).passage.text
    'The bridge opens in May'
    """

    passage: Passage
    speaker: Speaker | None = None
    quote: Quote | None = None


@frozen(kw_only=True, slots=True)
class Difference:
    """One way in which two accounts differ on a statement: the words on each side, and who tells them.

    >>> from quoteattr.model.spans import Span
    >>> left, right = Passage.of("900 lorries", Span(0, 3)), Passage.of("600 lorries", Span(0, 3))
    >>> Difference(kind=DifferenceKind.NUMBER, left=left, right=right, tellers=("Courier", "Herald")).explain()
    'number: Courier has “900”, Herald has “600”.'
    """

    kind: DifferenceKind
    left: Passage
    right: Passage
    tellers: tuple[str, str]
    note: str = ""

    def explain(self) -> str:
        """Say the difference in a sentence a journalist can check."""
        sides = zip(self.tellers, (self.left, self.right), strict=True)
        body = ", ".join(f"{teller} has {f'“{words}”' if words else 'nothing there'}" for teller, words in sides)
        return showable(f"{self.kind.value}: {body}{' (' + self.note + ')' if self.note else ''}.")


SURE = 0.75
"""Score from which on an alignment is taken as sure."""


@frozen(kw_only=True, slots=True)
class ComparedStatement:
    """One statement across the accounts.

    `gist` is words taken from the text. `mentions` holds one `Mention` or `None` for each account, in the order
    of the comparison's `accounts`; `tellers` are those accounts' names. `score` (0 to 1) says how sure it
    is that they tell one thing.

    >>> from quoteattr.model.spans import Span
    >>> mention = Mention(passage=Passage.of("It rained.", Span(0, 9)))
    >>> ComparedStatement(
    ...     gist="It rained", mentions=(mention, None), tellers=("Courier", "Herald"), verdict=Verdict.ONLY_IN
    ... ).explain()
    'Only Courier tells: “It rained”.'
    """

    gist: str
    mentions: tuple[Mention | None, ...]
    tellers: tuple[str, ...]
    verdict: Verdict
    differences: tuple[Difference, ...] = ()
    score: float = 1.0

    @property
    def is_unsure(self) -> bool:
        """Whether so little shows the mentions to tell one thing that a reader should look at them first."""
        return self.verdict is not Verdict.ONLY_IN and self.score < SURE

    @property
    def told_by(self) -> tuple[str, ...]:
        """The tellers that have this statement."""
        return tuple(t for t, mention in zip(self.tellers, self.mentions, strict=True) if mention)

    @property
    def untold_by(self) -> tuple[str, ...]:
        """The tellers that leave it out."""
        return tuple(t for t, mention in zip(self.tellers, self.mentions, strict=True) if not mention)

    def explain(self) -> str:
        """Say the verdict, and each difference, in sentences; on agreement, whom the accounts credit if it differs.

        Lone surrogates and control characters of the text become U+FFFD, so that the sentences can be printed.
        """
        return showable(self._explained())

    def explain_difference(self, difference: Difference) -> str:
        """Say one of the differences in a sentence; of an attribution, whom each of the two accounts credits.

        A difference alone knows words and tellers; whose words they are the mentions know.
        """
        if difference.kind is not DifferenceKind.ATTRIBUTION:
            return difference.explain()
        sides = zip(difference.tellers, (difference.left, difference.right), strict=True)
        credits = [self._credit(teller, passage) for teller, passage in sides]
        if None in credits:
            return difference.explain()
        return showable(f"{difference.kind.value}: {', '.join(filter(None, credits))}.")

    def _credit(self, teller: str, passage: Passage) -> str | None:
        """Return whom an account credits with a passage, `None` where it has no such mention."""
        told = zip(self.tellers, self.mentions, strict=True)
        found = (m for t, m in told if t == teller and m is not None and m.passage == passage)
        mention = next(found, None)
        return None if mention is None else f"{teller} {_credited(mention)}"

    def _explained(self) -> str:
        told = _listed(self.told_by)
        if self.verdict is Verdict.ONLY_IN:
            return f"Only {told} tells: “{self.gist}”."
        if self.verdict is Verdict.AGREE:
            agree = f"seem to agree: {self._wordings()}" if self.is_unsure else f"agree: {self._gist()}"
            return " ".join((f"{told} {agree}.", *self._credits()))
        diverge = "seem to diverge" if self.is_unsure else "diverge"
        return f"{told} {diverge} on {self._gist()}: " + " ".join(map(self.explain_difference, self.differences))

    def _gist(self) -> str:
        return f"“{self.gist}”"

    def _wordings(self) -> str:
        """Return each account's own words, for the reader to judge."""
        return "; ".join(dict.fromkeys(f"“{mention.passage.text}”" for mention in self.mentions if mention is not None))

    def _credits(self) -> tuple[str, ...]:
        """Return whom each account credits, where they agree and yet credit different speakers."""
        if not any(each.kind is DifferenceKind.ATTRIBUTION for each in self.differences):
            return ()
        told = zip(self.tellers, self.mentions, strict=True)
        names = (f"{t} {_credited(m)}" for t, m in told if m is not None)
        return (f"{'; '.join(names)}.",)


def _credited(mention: Mention) -> str:
    """Return whom an account credits, as a verb and its object."""
    if mention.speaker is not None:
        return f"credits {mention.speaker.name}"
    return "credits no one" if mention.quote is None else "quotes it with no speaker shown"


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


@frozen(kw_only=True, slots=True)
class Signature:
    """What a comparison was made with, so that another can be made alike (after sacrebleu's `Signature`).

    >>> print(Signature(version="1", parser="rules", model=None, language_data="0a1b", options="CompareOptions()"))
    quoteattr 1 | parser rules | model none | data 0a1b | CompareOptions()
    """

    version: str
    parser: str
    model: str | None
    language_data: str
    options: str

    def __str__(self) -> str:
        return (
            f"quoteattr {self.version} | parser {self.parser} | model {self.model or 'none'}"
            f" | data {self.language_data} | {self.options}"
        )


@frozen(kw_only=True)
class Comparison:
    """Two accounts or more, statement by statement.

    >>> signature = Signature(version="1", parser="rules", model=None, language_data="0", options="")
    >>> len(Comparison(accounts=(), statements=(), signature=signature).divergences)
    0
    """

    accounts: tuple[Account, ...]
    statements: tuple[ComparedStatement, ...]
    signature: Signature

    @property
    def agreements(self) -> tuple[ComparedStatement, ...]:
        """The statements on which the accounts that tell them agree."""
        return self._having(Verdict.AGREE)

    @property
    def divergences(self) -> tuple[ComparedStatement, ...]:
        """The statements on which accounts diverge."""
        return self._having(Verdict.DIVERGE)

    @property
    def omissions(self) -> tuple[ComparedStatement, ...]:
        """The statements that only one account tells."""
        return self._having(Verdict.ONLY_IN)

    def _having(self, verdict: Verdict) -> tuple[ComparedStatement, ...]:
        return tuple(statement for statement in self.statements if statement.verdict is verdict)

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON data, versioned; `from_dict` makes an equal comparison of it."""
        from quoteattr.export.json import comparison_to_dict

        return comparison_to_dict(self)

    @classmethod
    def from_dict(cls, data: object) -> Comparison:
        """Return the comparison that `to_dict` made `data` from; wrong data raises `SchemaError`."""
        from quoteattr.export.json import comparison_from_dict

        return comparison_from_dict(data)

    def to_text(self, *, width: int = 88) -> str:
        """Return the comparison as plain text for a terminal: differences first, then agreement, then omissions."""
        from quoteattr.rendering.text import comparison_text

        return comparison_text(self, width=width)

    def to_html(self) -> str:
        """Return the accounts side by side, statement by statement, as a piece of HTML."""
        from quoteattr.rendering.html import comparison_html

        return comparison_html(self)

    def _repr_html_(self) -> str:
        """Return what a notebook shows; of many statements the first are shown, and the view says so."""
        from quoteattr.rendering.html import NOTEBOOK_STATEMENTS, comparison_html

        return comparison_html(self, most_statements=NOTEBOOK_STATEMENTS)

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        names = _listed(tuple(in_line(account.teller) for account in self.accounts))
        return (
            f"Comparison({names}: {len(self.agreements)} agree, {len(self.divergences)} diverge, "
            f"{len(self.omissions)} only in one)"
        )
