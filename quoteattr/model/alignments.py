"""`Aligned`: the statements of several accounts that tell the same matter."""

from __future__ import annotations

from attrs import frozen

from quoteattr.model.statements import Statement


@frozen(kw_only=True, slots=True)
class Aligned:
    """Counterparts: one statement or `None` for each account, in the accounts' order; `score` is 0 to 1.

    With a single statement it is what one account alone tells, and `score` is 1. `again` is empty or holds, for each
    account, the statements in which it tells the matter a second time. `closest` holds, for each two accounts that tell
    it, the two statements that are most alike: what differs is looked for between those.

    >>> Aligned(statements=(None, None), score=1.0).told
    ()
    """

    statements: tuple[Statement | None, ...]
    score: float
    again: tuple[tuple[Statement, ...], ...] = ()
    closest: tuple[tuple[Statement, Statement], ...] = ()

    @property
    def told(self) -> tuple[Statement, ...]:
        """The statements there are."""
        return tuple(statement for statement in self.statements if statement is not None)
