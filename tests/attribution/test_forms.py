"""The forms in which one medium passes on another's words, read as a whole: content and chain."""

from __future__ import annotations

import pytest

import quoteattr

FORMS = [
    (
        "The mine will close in June, according to the newspaper Vesti, citing two people close to the owners.",
        ("The mine will close in June", ["Vesti", "two people close to the owners"]),
    ),
    (
        "The Orrin bank is for sale, the Harbour Post reported on Monday, citing people familiar with the talks.",
        ("The Orrin bank is for sale", ["Harbour Post", "people familiar with the talks"]),
    ),
    (
        "Citing the press service of the harbour board, Arka news agency said that the pier had been closed.",
        ("the pier had been closed", ["Arka news agency", "the press service of the harbour board"]),
    ),
    (
        "The minister said that the border would reopen, the Harbour Post writes.",
        ("the border would reopen", ["Harbour Post", "the minister"]),
    ),
    (
        "The minister told reporters the border would reopen, wrote the Harbour Post on Friday.",
        ("the border would reopen", ["Harbour Post", "the minister"]),
    ),
    (
        "The spokesman for the harbour board, Pavel Dren, told reporters the pier had been closed, Arka reports.",
        ("the pier had been closed", ["Arka", "Pavel Dren"]),
    ),
    (
        "The dam will hold, the mayor was quoted by local radio as saying.",
        ("The dam will hold", ["local radio", "the mayor"]),
    ),
    (
        "As reported by Arka, citing the border guard, two drivers were detained.",
        ("two drivers were detained", ["Arka", "the border guard"]),
    ),
    (
        "According to Arka, the head of the water board, Ivo Tann, said the dam was safe.",
        ("the dam was safe", ["Arka", "Ivo Tann"]),
    ),
    (
        "According to the semi-official Arka news agency, Tann said:\n\n“The dam is as safe as it was last year.”",
        ("The dam is as safe as it was last year.", ["the semi-official Arka news agency", "Tann"]),
    ),
    (
        "“We shot down three drones,” the defence ministry said in a statement carried by Arka.",
        ("We shot down three drones,", ["Arka", "the defence ministry"]),
    ),
    (
        "The mayor was quoted by local radio as saying that the dam would hold.",
        ("the dam would hold", ["local radio", "the mayor"]),
    ),
]
ALONE = [
    ("Obi said that it rained, and people complained.", "it rained, and people complained"),
    ("Citing the cold, Pavel Dren said that the pier would stay closed.", "the pier would stay closed"),
    ("“The dam will hold,” the mayor was quoted as saying.", "The dam will hold,"),
]


@pytest.mark.parametrize("parser", ["rules", "learned"])
@pytest.mark.parametrize(("text", "told"), FORMS)
def test_the_chain_of_a_form(text: str, told: tuple[str, list[str]], parser: str) -> None:
    """There is one quote, of the innermost speaker, and the media stand before it in the chain."""
    quotes = quoteattr.read(text, parser=parser).quotes
    assert [(quote.content.text, [link.name for link in quote.chain]) for quote in quotes] == [told]


@pytest.mark.parametrize(("text", "content"), ALONE)
def test_a_speaker_without_a_medium_stands_alone(text: str, content: str) -> None:
    """What only looks like such a form has a chain of one."""
    quotes = quoteattr.read(text, parser="rules").quotes
    assert quotes[0].content.text == content
    assert len(quotes[0].chain) == 1
