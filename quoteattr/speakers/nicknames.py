"""Names with a nickname in marks inside: Mateus ‘Teteu’ Lins is one person, and so is Teteu later on."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from quoteattr.speakers.names import Name

_OPENING = frozenset((" ‘", " “", " '", ' "', " („", " (“", " («"))
_CLOSING = frozenset(("’ ", "” ", "' ", '" ', "“) ", "”) ", "») "))
"""What stands around a nickname, between its first and its family name."""


def with_nicknames(names: Sequence[Name], text: str) -> tuple[Name, ...]:
    """Return names, with a first name, a nickname in marks and a family name as one; later the nickname alone is that
    name, too.

    >>> text = "Mateus ‘Teteu’ Lins signed. Teteu left."
    >>> parts = (Name(0, 6, ("Mateus",)), Name(8, 13, ("Teteu",)), Name(15, 19, ("Lins",)), Name(28, 33, ("Teteu",)))
    >>> [" ".join(name.words) for name in with_nicknames(parts, text)]
    ['Mateus Lins', 'Mateus Lins']
    """
    whole: dict[tuple[str, ...], tuple[str, ...]] = {}
    kept: list[Name] = []
    for place, name in enumerate(names):
        first, nick = names[max(0, place - 2) : place] if place > 1 else (None, None)
        if first is not None and nick is not None and _surrounds(first, nick, name, text):
            words = (*first.words, *name.words)
            whole[nick.words] = words
            kept = [each for each in kept if each.start < first.start]
            kept.append(evolve(first, end=name.end, words=words, kind=first.kind or name.kind or "person"))
        else:
            kept.append(evolve(name, words=whole[name.words]) if name.words in whole else name)
    return tuple(kept)


def _surrounds(first: Name, nick: Name, last: Name, text: str) -> bool:
    """Tell whether two names stand around one in marks."""
    return text[first.end : nick.start] in _OPENING and text[nick.end : last.start] in _CLOSING and not nick.title
