"""Edges of roles by grammar: sources with their clauses, contents without adverbs, hearers and tails."""

from __future__ import annotations

import pytest

import quoteattr

SOURCES = [
    (
        "Mining Minister Ada Obi, who arrived by helicopter, said it was safe.",
        "Mining Minister Ada Obi, who arrived by helicopter",
    ),
    (
        "The head of the port, Pavel Dren, who had flown in from Oslo, said the pier was safe.",
        "The head of the port, Pavel Dren, who had flown in from Oslo",
    ),
    ("Ada Obi, speaking in Brask, said the roof had held.", "Ada Obi"),
    ("UPDATE 2-Tarvo says mill is safe\n\nThe mill stands in Orro.", "Tarvo"),
    (
        "The Ports Board sued Tarvo on Tuesday, accusing the ferry line of greed and of using its grip.",
        "The Ports Board",
    ),
    ("The Speaker twice threatened to suspend the sitting.", "The Speaker"),
]
CONTENTS = [
    ("Coach Deno Varga said afterwards he had not known.", "he had not known"),
    ("Ms Obi said later the plan was dead.", "the plan was dead"),
    ("He said later trains would be cancelled, too.", "later trains would be cancelled, too"),
    ("She told him help was coming.", "help was coming"),
    (
        "According to the coast guard, the ferry struck the reef shortly after 6:40 a.m. All passengers were safe.",
        "the ferry struck the reef shortly after 6:40 a.m.",
    ),
    (
        "Lund announced plans to give a further 4 million crowns to Open Harbours, a fund he set up with dockers.",
        "plans to give a further 4 million crowns to Open Harbours, a fund he set up with dockers",
    ),
    ("Ms Obi told them trains would run on Sunday.", "trains would run on Sunday"),
    ("He said two of them would leave, without giving details.", "two of them would leave"),
    ("Ms Obi noted drily that the fund could hardly object now.", "the fund could hardly object now"),
    (
        "The board said that “rough conditions” had made the step necessary and that it would not be reversed.",
        "“rough conditions” had made the step necessary it would not be reversed",
    ),
    (
        "She said the price of the mill and that of the pier had doubled.",
        "the price of the mill and that of the pier had doubled",
    ),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_a_source_has_its_clauses(text: str, source: str) -> None:
    """Relative clauses and appositions between commas belong to the source; adverbials do not."""
    assert [quote.source.text for quote in quoteattr.read(text).quotes] == [source]


@pytest.mark.parametrize(("text", "content"), CONTENTS)
def test_a_content_is_without_what_is_said_of_the_telling(text: str, content: str) -> None:
    """When it was told, to whom, and what was left out of it are the reporter's."""
    assert [quote.content.text for quote in quoteattr.read(text).quotes] == [content]


def test_words_in_marks_behind_an_inserted_phrase_make_it_mixed() -> None:
    """The kind is that of the whole content."""
    (quote,) = quoteattr.read('The rumours, according to the office, are spread by "interested persons".').quotes
    assert (quote.kind.value, len(quote.content)) == ("mixed", 2)
