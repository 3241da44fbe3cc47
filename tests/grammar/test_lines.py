"""Lines: sentences with their quotations folded."""

from __future__ import annotations

from quoteattr.grammar.lines import LONGEST_LINE, QUOTED
from tests.grammar.lined import line_of, lines_in


def test_a_quotation_is_one_item() -> None:
    """Words in marks are folded into one item, however many sentences they hold."""
    line = line_of('"We won. We did," she said.')
    assert [item.lower for item in line.items] == [QUOTED, "she", "said", "."]
    assert line.quotation(0) is not None
    assert line.quotation(1) is None


def test_a_line_ends_with_its_sentence() -> None:
    """Two sentences are two lines."""
    assert [len(line.items) for line in lines_in("He left. She stayed here.")] == [3, 4]


def test_the_end_leaves_final_punctuation_out() -> None:
    """The end of a line stands before its full stops and question marks."""
    assert line_of("Who left?").end == 2


def test_places_outside_of_a_line_are_empty() -> None:
    """Asking beyond either edge gives no word, no tag and no quotation."""
    line = line_of("He left.")
    assert (line.lower(-1), line.lower(9), line.tag(-1), line.quotation(9)) == ("", "", None, None)


def test_curly_apostrophes_are_folded() -> None:
    """A word with a curly apostrophe is the word with a straight one."""
    assert "won't" in [item.lower for item in line_of("He won’t leave.").items]


def test_words_are_found_before_the_final_punctuation() -> None:
    """Where one of some words stands is told from left to right, in a whole line or among some of its items."""
    line = line_of("The mayor and the board left.")
    assert line.places_of(frozenset(("the", "."))) == [0, 3]
    assert line.places_among(frozenset(("the", "board")), 1, 4) == [3]


def test_a_long_list_is_cut_into_lines() -> None:
    """A sentence without end is read in pieces, with a quotation in it or without."""
    words = "word " * (2 * LONGEST_LINE)
    assert [len(line.items) for line in lines_in(words)] == [LONGEST_LINE, LONGEST_LINE]
    assert [len(line.items) for line in lines_in(words + '"No"')] == [LONGEST_LINE, LONGEST_LINE, 1]
