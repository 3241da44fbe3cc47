"""Who speaks, through the whole way from a text: sources, speakers and chains in the prose of agencies and papers."""

from __future__ import annotations

import pytest

import quoteattr

SAID = [
    (
        "Ivan Sokolov has fled. His lawyer, Mara Belova, quoted him as saying he would return.",
        "he would return",
        "him",
        ["Mara Belova", "Ivan Sokolov"],
    ),
    (
        "“We will return,” Mara Belova quoted Sokolov as saying.",
        "We will return,",
        "Sokolov",
        ["Mara Belova", "Sokolov"],
    ),
    ("“I am ready,” Zimina was quoted by Tanvir as saying.", "I am ready,", "Zimina", ["Tanvir", "Zimina"]),
    ("“Let them look,” Zimina told a briefing, RIN reports.", "Let them look,", "Zimina", ["RIN", "Zimina"]),
    ("Smith had left, Zimina told reporters, RIN reported.", "Smith had left", "Zimina", ["RIN", "Zimina"]),
    (
        "A man believed to be Captain Zorin says: “They sent us.”",
        "They sent us.",
        "A man believed to be Captain Zorin",
        ["a man believed to be Captain Zorin"],
    ),
    ("Emily Draper said: “It is a joke.”", "It is a joke.", "Emily Draper", ["Emily Draper"]),
    (
        "Captain Sam Idle, asked about the red card: “No comment, mate.”",
        "No comment, mate.",
        "Captain Sam Idle",
        ["Sam Idle"],
    ),
    ("She said that talks had failed.", "talks had failed", "She", []),
    (
        "Minister Mara Vukotic has denied that the talks collapsed, the newspaper Glas reported.",
        "the talks collapsed",
        "Minister Mara Vukotic",
        ["Glas", "Mara Vukotic"],
    ),
]


@pytest.mark.parametrize("parser", ["rules", "learned"])
@pytest.mark.parametrize(("text", "content", "source", "chain"), SAID)
def test_who_says_what_through_whom(text: str, content: str, source: str, chain: list[str], parser: str) -> None:
    """The content, the words for its source, and the chain from the outermost carrier on."""
    (quote,) = quoteattr.read(text, parser=parser).quotes
    assert quote.content.text.rstrip(",") == content.rstrip(",")
    assert quote.source.text == source
    assert [link.name for link in quote.chain] == chain


@pytest.mark.parametrize(
    "text",
    [
        "Minister Mara Vukotic has resigned, the newspaper Politika reported. “It was time,” she said.",
        "The tabloid Kurir said the minister had resigned. “It was time,” he said.",
        "A police spokesman said the road was shut. “We work on it,” they said.",
        "Nobody at the firm has said that it works. “It does,” he said.",
    ],
)
def test_a_body_is_no_person(text: str) -> None:
    """A newspaper is neither "he" nor "she", and a modifier is no party."""
    last = quoteattr.read(text).quotes[-1]
    assert last.speaker is None or last.speaker.name == "Mara Vukotic"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Teachers at Saint Mary’s, who said they had not been paid, went home.", "Teachers"),
        ("Farmers in Kent, who say the price is too low, blocked the road.", "Farmers"),
    ],
)
def test_who_stands_for_people_and_not_for_their_place(text: str, name: str) -> None:
    """A relative clause behind a place belongs to those who are there."""
    quote = quoteattr.read(text).quotes[0]
    assert quote.speaker is not None
    assert quote.speaker.name.startswith(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Nobody paid,” chief of staff Ivo Maric said.", "Ivo Maric"),
        ("Her friend, the novelist Hugh Carver, said she laughed.", "Hugh Carver"),
        ("According to Heike Strobl’s words, nothing has been decided yet.", "Heike Strobl"),
        ("Asked whether he regretted the tweet, Mr Lang said: “Which one?”", "Lang"),
        ("A spokesman for the operator Hove Line said it rained.", "a spokesman for the operator Hove Line"),
    ],
)
def test_a_post_leads_to_its_holder(text: str, name: str) -> None:
    """A name behind a post is the speaker's; one behind a body's noun is the body's."""
    (quote,) = quoteattr.read(text).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == name
