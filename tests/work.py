"""How much work a call does, counted and not timed, so that a busy machine changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def work(call: Callable[[], object]) -> int:
    """Return how many lines of Python the call runs, a line in a loop as often as it is run.

    It is called twice and counted the second time: what is compiled or loaded once is no part of its work.

    >>> work(lambda: [number for number in range(100)]) > work(lambda: [number for number in range(10)])
    True
    """
    lines = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal lines
        lines += 1
        return trace

    call()
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return lines
