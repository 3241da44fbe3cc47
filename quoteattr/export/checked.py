"""`Checked`: a piece of data from outside, with the path to it, asked for what is wanted of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from attrs import frozen

from quoteattr.errors import SchemaError
from quoteattr.model.spans import Passage, Span

_Member = TypeVar("_Member", bound=StrEnum)
_LONGEST_SHOWN = 60  # characters of a wrong value in a message: enough to know it again


@frozen(slots=True)
class Checked:
    """A value of plain data and the path that leads to it; whatever is not as wanted raises `SchemaError`.

    >>> Checked({"quotes": [{"kind": 3}]})["quotes"][0]["kind"].words()
    Traceback (most recent call last):
    ...
    quoteattr.errors.SchemaError: quotes[0].kind: wanted a string, got 3
    """

    value: Any
    path: str = ""

    def wrong(self, wanted: str) -> NoReturn:
        """Raise the error that says where the data is wrong and what is wanted there."""
        shown = repr(self.value)
        shown = shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 1] + "…"
        raise SchemaError(f"{self.path or 'the data'}: wanted {wanted}, got {shown}")

    def __getitem__(self, key: str | int) -> Checked:
        """Return the member of an object or the item of a list; a missing member or item is an error."""
        if isinstance(key, int):
            return self._item(key)
        path = f"{self.path}.{key}" if self.path else key
        if not isinstance(self.value, Mapping):
            self.wrong(f"an object with {key!r}")
        if key not in self.value:
            raise SchemaError(f"{path}: is missing")
        return Checked(self.value[key], path)

    def _item(self, place: int) -> Checked:
        if not isinstance(self.value, (list, tuple)):
            self.wrong("a list")
        if place >= len(self.value):
            self.wrong(f"a list of more than {place} items")
        return Checked(self.value[place], f"{self.path}[{place}]")

    def __iter__(self) -> Iterator[Checked]:
        """Iterate over the items of a list."""
        if not isinstance(self.value, (list, tuple)):
            self.wrong("a list")
        return (self[place] for place in range(len(self.value)))

    def items(self, wanted: str, size: int) -> tuple[Checked, ...]:
        """Return the items of a list of just this many; `wanted` says what they are.

        >>> Checked([0, 2]).items("[start, end, kind]", 3)
        Traceback (most recent call last):
        ...
        quoteattr.errors.SchemaError: the data: wanted [start, end, kind], got [0, 2]
        """
        fits = isinstance(self.value, (list, tuple)) and len(self.value) == size
        return tuple(self) if fits else self.wrong(wanted)

    def get(self, key: str, otherwise: object) -> Checked:
        """Return a member that may be missing."""
        there = isinstance(self.value, Mapping) and key in self.value
        return self[key] if there else Checked(otherwise, f"{self.path}.{key}")

    @property
    def absent(self) -> bool:
        """Whether the value is null."""
        return self.value is None

    def words(self) -> str:
        """Return a string."""
        return self.value if isinstance(self.value, str) else self.wrong("a string")

    def words_or_none(self) -> str | None:
        """Return a string or null."""
        return None if self.absent else self.words()

    def flag(self) -> bool:
        """Return a boolean."""
        return self.value if isinstance(self.value, bool) else self.wrong("true or false")

    def share(self) -> float:
        """Return a number from 0 to 1."""
        number = isinstance(self.value, (int, float)) and not isinstance(self.value, bool)
        return float(self.value) if number and 0.0 <= self.value <= 1.0 else self.wrong("a number from 0 to 1")

    def below(self, size: int) -> int:
        """Return a whole number from 0 up to, not including, `size`."""
        fits = _is_whole(self.value) and 0 <= self.value < size
        return int(self.value) if fits else self.wrong(f"a whole number from 0 to {size - 1}" if size else "no number")

    def one_of(self, members: type[_Member]) -> _Member:
        """Return the member of an enumeration."""
        known = [member.value for member in members]
        return members(self.value) if self.value in known else self.wrong("one of " + ", ".join(map(repr, known)))

    def span(self, text: str) -> Span:
        """Return a span that lies in `text`."""
        pair = self.value if isinstance(self.value, (list, tuple)) else ()
        if len(pair) != 2 or not all(map(_is_whole, pair)) or not 0 <= pair[0] <= pair[1] <= len(text):
            self.wrong(f"[start, end] within 0 to {len(text)}")
        return Span(*pair)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return a list of spans that lie in `text`."""
        return tuple(item.span(text) for item in self)

    def passage(self, text: str) -> Passage:
        """Return a passage, its words taken from `text`; its spans must be in order, and none empty."""
        spans = self.spans(text)
        if any(not len(span) for span in spans) or list(spans) != sorted(set(spans)):
            self.wrong("spans that are not empty, in the order of the text")
        return Passage.of(text, *spans)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
