"""Quotations with the name of who said it under them or behind them."""

from __future__ import annotations

import pytest

import quoteattr

SIGNED = [
    ("“The hall was cold.” ― Ana Ruiz\n“Nobody listened to us.” ― Tom Hale\n", ["Ana Ruiz", "Tom Hale"]),
    ("“The hall was cold.”\n— Ana Ruiz, nurse\n\n“Nobody listened.”\n- Tom Hale", ["Ana Ruiz, nurse", "Tom Hale"]),
    ('"The hall was cold."\n\n-- Dr. Ana Ruiz\n\nThe vote is on Monday.', ["Dr. Ana Ruiz"]),
    ("“I will not go back there.”— a nurse in Brask.\n", ["a nurse in Brask"]),
    ("“The hall was cold,” – said Ana Ruiz.", ["Ana Ruiz"]),
]
UNSIGNED = [
    "“The hall was cold.” — Nobody had lit the stove.",
    "“The hall was cold.” — It was the third time this year.",
    "“The hall was cold.”\n\n- Buses leave at nine.",
]


@pytest.mark.parametrize("parser", ["rules", "learned"])
@pytest.mark.parametrize(("text", "names"), SIGNED)
def test_who_signs_a_quotation_is_its_source(text: str, names: list[str], parser: str) -> None:
    """Behind the quotation, on the next line or behind a blank one; each quotation keeps its own name."""
    quotes = quoteattr.read(text, parser=parser).quotes
    assert [quote.source.text.rstrip(".") for quote in quotes] == names


@pytest.mark.parametrize("parser", ["rules", "learned"])
def test_broken_marks_inside_do_not_cut_a_signed_quotation(parser: str) -> None:
    """On a page of signed quotations a paragraph from its first mark to its signature is one."""
    broken = "“My aunt used to say ‘shut the gate.” And that was “all she ever said’.” ― Ida Holm"
    text = f"“The hall was cold.” ― Ana Ruiz\n“Nobody listened to us.” ― Tom Hale\n{broken}.\n\nPhotos: agency"
    last = quoteattr.read(text, parser=parser).quotes[-1]
    assert (last.content.text[:11], last.content.text[-9:], last.source.text) == (
        "My aunt use",
        "er said’.",
        "Ida Holm",
    )


@pytest.mark.parametrize("text", UNSIGNED)
def test_a_sentence_behind_a_dash_is_no_signature(text: str) -> None:
    """A dash may go on with what the reporter has to say."""
    assert all(not quote.source for quote in quoteattr.read(text, parser="rules").quotes)


@pytest.mark.parametrize("parser", ["rules", "learned"])
def test_two_labels_in_capitals_are_turns_where_the_text_names_both(parser: str) -> None:
    """A short exchange is a transcript if its labels are names of the article; notes of the desk are none."""
    told = "Lena Prowse told Mark Tillman that the toll would stay.\n\n"
    quotes = quoteattr.read(
        f"{told}TILLMAN: Governor, may I ask one thing?\n\nPROWSE: The road will be finished this year.\n",
        parser=parser,
    ).quotes
    assert [quote.source.text for quote in quotes[1:]] == ["TILLMAN", "PROWSE"]
    marked = quoteattr.read(
        f'{told}"TILLMAN: May I ask?\n\n"PROWSE: The road will be finished.\n', parser=parser
    ).quotes
    assert [(quote.source.text, quote.content.text) for quote in marked[1:]] == [
        ("TILLMAN", "May I ask?"),
        ("PROWSE", "The road will be finished."),
    ]
    notes = quoteattr.read(f"{told}UPDATE: The toll is off.\n\nCORRECTION: It was never on.\n", parser=parser).quotes
    assert not any(quote.source.text in ("UPDATE", "CORRECTION") for quote in notes)
