"""Spans and passages."""

from __future__ import annotations

from quoteattr.model.spans import Passage, Span, covers, spans_at

TEXT = "We won. She said."


def test_a_span_slices_its_text() -> None:
    """The words of a span are the slice of the text, and its length is theirs."""
    assert Span(3, 6).of(TEXT) == "won"
    assert len(Span(3, 6)) == 3


def test_spans_hold_spans_and_offsets() -> None:
    """The end is not held as an offset, but a span may reach it."""
    assert Span(0, 3) in Span(0, 3)
    assert 2 in Span(0, 3)
    assert 3 not in Span(0, 3)
    assert "2" not in Span(0, 3)


def test_neighbours_do_not_overlap() -> None:
    """Spans that touch share no character."""
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_a_passage_is_in_the_order_of_the_text() -> None:
    """Spans are sorted, doubled ones are one, and empty ones are left out."""
    passage = Passage.of(TEXT, Span(8, 11), Span(0, 2), Span(0, 2), Span(4, 4))
    assert passage.spans == (Span(0, 2), Span(8, 11))
    assert passage.pieces == ("We", "She")
    assert str(passage) == "We She"
    assert passage.extent == Span(0, 11)


def test_an_empty_passage_is_false() -> None:
    """A passage without spans is falsy, has no place and no words."""
    passage = Passage.of(TEXT, Span(2, 2))
    assert not passage
    assert (passage.start, passage.end, passage.text, len(passage)) == (-1, -1, "", 0)


def test_an_empty_span_gives_an_empty_passage() -> None:
    """A span without a character is left out, alone and among others."""
    assert Passage.of(TEXT, Span(3, 3)) == Passage()
    assert Passage.of(TEXT, Span(3, 3), Span(3, 6)) == Passage.of(TEXT, Span(3, 6))


def test_offsets_are_covered_by_one_of_many() -> None:
    """An offset between two spans is covered by neither."""
    assert covers([Span(0, 2), Span(5, 9)], 8)
    assert not covers([Span(0, 2), Span(5, 9)], 3)


def test_spans_made_at_once_are_those_made_alone() -> None:
    """Spans that are made together equal spans that are made one by one, and are as frozen."""
    assert spans_at([0, 4], [3, 8]) == (Span(0, 3), Span(4, 8))
    assert spans_at([], []) == ()
    assert len({*spans_at([0, 0], [3, 3]), Span(0, 3)}) == 1
