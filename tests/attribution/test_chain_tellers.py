"""Who tells or cites stands before a verb: one, two or three links, and whoever shares the verb."""

from __future__ import annotations

import pytest

import quoteattr

THREE = [
    (
        "Nordwire reports citing Arka, which quoted the port's spokesman, Pavel Dren, as saying that the pier is open.",
        ("the pier is open", ["Nordwire", "Arka", "Pavel Dren"]),
    ),
    (
        "Nordwire reports citing Arka, which quoted the port's spokesman as saying that the pier is open.",
        ("the pier is open", ["Nordwire", "Arka", "the port's spokesman"]),
    ),
    (
        "According to Nordwire, citing Arka, which refers to an official in the customs office, the pier collapsed.",
        ("the pier collapsed", ["Nordwire", "Arka", "an official in the customs office"]),
    ),
    (
        "The newspaper Vesti, citing the Norvan agency Arka, quoted Minister Dren as saying the pier is open.",
        ("the pier is open", ["Vesti", "Arka", "Dren"]),
    ),
    (
        "The agency Arka, citing Nordwire, which cited the harbour board, reported the pier collapsed.",
        ("the pier collapsed", ["Arka", "Nordwire", "the harbour board"]),
    ),
    (
        "As previously reported by Vesti-5 with reference to the harbour board, the pier will open in May.",
        ("the pier will open in May", ["Vesti-5", "the harbour board"]),
    ),
    (
        "Arka, citing the newspaper Vesti which quoted a diplomat, reported that talks have failed.",
        ("talks have failed", ["Arka", "Vesti", "a diplomat"]),
    ),
]
CITING = [
    ("The Post, which cites a secret report, said the pump had failed.", "cites", ["the Post", "a secret report"]),
    (
        "The board, which quoted the harbour master as saying that the pier was safe, closed the road.",
        "saying",
        ["the board", "the harbour master"],
    ),
    (
        "The rector praised the choir and quoted its founder as saying that walls have ears.",
        "saying",
        ["the rector", "its founder"],
    ),
    ("In her speech Ms Obi quoted her aunt as saying that walls have ears.", "saying", ["Obi", "her aunt"]),
]


@pytest.mark.parametrize("parser", ["rules", "learned"])
@pytest.mark.parametrize(("text", "told"), THREE)
def test_no_link_of_several_is_lost(text: str, told: tuple[str, list[str]], parser: str) -> None:
    """There is one quote, and everybody who cites somebody stands in its chain."""
    quotes = quoteattr.read(text, parser=parser).quotes
    assert [(quote.content.text, [link.name for link in quote.chain]) for quote in quotes] == [told]


@pytest.mark.parametrize("parser", ["rules", "learned"])
@pytest.mark.parametrize(("text", "cue", "chain"), CITING)
def test_the_cue_is_the_verb_that_cites(text: str, cue: str, chain: list[str], parser: str) -> None:
    """A relative pronoun is no part of the cue, and the subject is the verb's own or one that it shares."""
    quote = quoteattr.read(text, parser=parser).quotes[-1]
    assert (quote.cue.text, [link.name for link in quote.chain]) == (cue, chain)
