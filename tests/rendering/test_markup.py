"""Escaping and painting."""

from __future__ import annotations

from quoteattr.model.spans import Span
from quoteattr.rendering.markup import Paint, painted


def paint(start: int, end: int, tag: str, note: str = "") -> Paint:
    """Return a paint of one tag."""
    return Paint(span=Span(start, end), opening=f"<{tag}>", closing=f"</{tag}>", note=note)


def test_paints_that_overlap_are_split() -> None:
    """Where two paints cross, the inner is closed and opened again, and its note comes once, at its end."""
    html = painted("abcd", [paint(0, 3, "b"), paint(1, 4, "i", note="!")])
    assert html == "<b>a<i>bc</i></b><i>d</i>!"


def test_paints_inside_each_other_nest() -> None:
    """A paint inside another becomes a tag inside its tag."""
    assert painted("abc", [paint(1, 2, "i"), paint(0, 3, "b")]) == "<b>a<i>b</i>c</b>"


def test_an_extent_cuts_paints() -> None:
    """Of a text that is cut, no tag stays open."""
    assert painted("abcd", [paint(1, 4, "b")], Span(0, 2)) == "a<b>b</b>"
