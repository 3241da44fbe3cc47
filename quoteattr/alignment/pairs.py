"""Pairs: two statements by their positions in the profiles, and how near they are in meaning."""

from __future__ import annotations

from attrs import frozen

Places = tuple[int, int]
"""Two positions in the profiles, the smaller first."""


@frozen(slots=True)
class Near:
    """How near two statements are in meaning, among all statements of both accounts.

    `closer` is how much closer they are than both are to their nearest neighbours on average: a statement of the
    event's main matter is close to many (CSLS, Conneau et al. 2018). `matched` is how close each word comes to the one
    nearest to it in the other statement, on average, telling words counting more (MaxSim, Khattab and Zaharia 2020).
    """

    closer: float
    matched: float
