"""Text as any output can carry it: what may stand in a `repr`, a sentence or a view."""

from __future__ import annotations

import re

# Half characters cannot be encoded; controls (but tab and line ends) are no text, and a terminal would obey them.
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def showable(text: str) -> str:
    """Return the text with U+FFFD for each lone surrogate and control character, so that any output can carry it.

    It changes no length, so offsets into the text hold.

    >>> showable("a\\x00b")
    'a\\ufffdb'
    """
    return _UNSHOWABLE.sub("\ufffd", text)


def in_line(text: str) -> str:
    """Return the text as it can be shown on one line.

    >>> in_line("Ane\\nCourier ")
    'Ane Courier'
    """
    return " ".join(showable(text).split())
