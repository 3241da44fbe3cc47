"""Quotations that no report of their line claims."""

from __future__ import annotations

import pytest

import quoteattr
from quoteattr.quotation.unclaimed import is_title


def quotes(text: str) -> list[tuple[str, str, str]]:
    """Return content, source and rule of each quote."""
    return [
        (quote.content.text, quote.source.text, quote.evidence[0].rule.removeprefix("content/"))
        for quote in quoteattr.find_quotes(text)
    ]


def test_a_block_belongs_to_the_tag_that_waits() -> None:
    """A quotation that begins the next paragraph belongs to the open tag before it."""
    assert quotes('Ida Obi said:\n\n"We won the cup."') == [("We won the cup.", "Ida Obi", "block-after-colon")]


def test_a_quotation_after_a_tag_at_the_end_goes_on() -> None:
    """A quotation alone behind a sentence that ends in a tag is the rest of that quote."""
    assert [content for content, _, _ in quotes('"We won," Obi said. "We won it all."')] == ["We won, We won it all."]


def test_a_quotation_alone_has_no_source() -> None:
    """A paragraph in marks is an utterance, of nobody who is shown."""
    assert quotes('It rained.\n\n"Nobody asked us what we want."') == [
        ("Nobody asked us what we want.", "", "utterance-alone")
    ]


def test_a_verb_that_no_list_has_may_tag() -> None:
    """Behind quoted words and a comma, any verb with its subject is a tag."""
    assert quotes('"Enough of that," harrumphed the mayor.')[0][1] == "the mayor"


@pytest.mark.parametrize(
    "text",
    [
        'In an interview on "The Harbour Hour," the mayor of Brask chose another day.',
        'The film, titled "Salt," follows a crew of four.',
        'Two brothers dig a canal in "Signals: How Small Towns Learned to Wait for Their Post," which came out in May.',
        'It rained.\n\n"Bread for the Old Port."\n\nThe mill stood idle.',
    ],
)
def test_works_and_headings_are_no_quotes(text: str) -> None:
    """A name in capitals inside a sentence, its comma inside the marks, was said by nobody; nor was a heading."""
    assert quotes(text) == []


@pytest.mark.parametrize("text", ["“Dovik Must Go!” a man behind her bellowed.", "It said: “Dovik Must Go.”"])
def test_a_slogan_that_somebody_utters_is_a_quote(text: str) -> None:
    """Capitals alone do not make a title: a shout begins its sentence, and a colon announces words."""
    assert len(quotes(text)) == 1


@pytest.mark.parametrize(
    ("text", "title"), [("The Replay Show", True), ("Get Out!", False), ("We were robbed", False), ("", False)]
)
def test_titles_have_capitals_and_no_final_mark(text: str, title: bool) -> None:
    """A few words with capitals and without a final mark are a title."""
    assert is_title(text) is title


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Retired teacher Irene Holm, 91, told the court by video link: “I never gave a penny.”", "Irene Holm"),
        ("A BAKER accused of taking almost £100,000 admitted yesterday: “I did go on a cruise.”", "BAKER"),
        ("Brother Anselm, who keeps the bees, corrected the number heard since Thursday: “There are four.”", "Anselm"),
    ],
)
def test_before_a_colon_only_a_party_speaks(text: str, source: str) -> None:
    """Whoever the sentence is about says the words behind its colon: no sum, no day, no room."""
    ((_, found, _),) = quotes(text)
    assert source in found


def test_a_theft_says_nothing() -> None:
    """Where no party stands before the colon, nobody is named."""
    assert quotes("After the theft: “I called in sick as one should.”")[0][1] == ""
