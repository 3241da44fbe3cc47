"""The turns of a transcript."""

from __future__ import annotations

import pytest

from quoteattr.languages import load
from quoteattr.parsing.rules import find_paragraphs
from quoteattr.quotation.turns import Turn, find_turns

ENGLISH = load("en")


def turns(text: str) -> list[Turn]:
    """Return the turns of a text in their order."""
    found = find_turns(text, find_paragraphs(text), ENGLISH)
    return [found[place] for place in sorted(found)]


def test_labels_that_come_again_are_turns() -> None:
    """Paragraphs with labels of two speakers who take turns are turns."""
    text = "Q: Why?\nA: Because.\nQ: When?\nA: In June."
    assert [(turn.label.of(text), turn.spans[0].of(text)) for turn in turns(text)] == [
        ("Q", "Why?"),
        ("A", "Because."),
        ("Q", "When?"),
        ("A", "In June."),
    ]


def test_a_paragraph_without_a_label_goes_on_with_its_turn() -> None:
    """A paragraph between two turns belongs to the one before it."""
    text = "Q: Why?\nA: Because.\nThat is all.\nQ: When?\nA: In June."
    assert [span.of(text) for span in turns(text)[1].spans] == ["Because.", "That is all."]


def test_a_turn_in_marks_goes_on_where_they_open_anew() -> None:
    """Paragraphs that open the turn's mark anew belong to it, however many; one in brackets tells what happened."""
    opened = "Shut it.\n\n“We waited.\n\n“We asked.\n\n“We went.\n\n“(LAUGHTER)"
    text = f"“LANE: Why?\n\n“HOLM: {opened}\n\n“LANE: When?\n\n“HOLM: In June.”\n\nThe show runs on."
    found = [(turn.label.of(text), [span.of(text) for span in turn.spans]) for turn in turns(text)]
    assert found == [
        ("LANE", ["Why?"]),
        ("HOLM", ["Shut it.", "We waited.", "We asked.", "We went."]),
        ("LANE", ["When?"]),
        ("HOLM", ["In June."]),
    ]


INTERVIEW = """\
Mara Dovik: “We stay”

The mayor talks about the dam.

**Is it safe?**

It is. We looked.

**The daily called it a wall of sand.**

I do not read it.

So no.

**Will you stay?**

I will.

She left at noon.
"""


def test_questions_in_bold_make_an_interview() -> None:
    """Who asks is not named; who answers is the headline's; behind the last answer the reporter goes on."""
    found = [(turn.label.of(INTERVIEW), [span.of(INTERVIEW) for span in turn.spans]) for turn in turns(INTERVIEW)]
    assert found == [
        ("", ["Is it safe?"]),
        ("Mara Dovik", ["It is. We looked."]),
        ("", ["The daily called it a wall of sand."]),
        ("Mara Dovik", ["I do not read it.", "So no."]),
        ("", ["Will you stay?"]),
        ("Mara Dovik", ["I will."]),
    ]


def test_headings_in_bold_make_no_interview() -> None:
    """Without questions bold paragraphs are headings."""
    text = "**Food**\n\nIt was good.\n\n**Rooms**\n\nThey were cold.\n\n**Why?**\n\nWho knows.\n\n**Price**\n\nLow."
    assert turns(text) == []


def test_a_headline_with_a_name_is_one_paragraph() -> None:
    """A label that does not come again takes in no paragraph behind its own."""
    text = "Holm: No bridge\nThe mayor spoke.\nLANE: Why?\nHOLM: Cost.\nLANE: When?\nHOLM: Never."
    assert [span.of(text) for span in turns(text)[0].spans] == ["No bridge"]


@pytest.mark.parametrize("text", ["Date: 3 May\nPlace: Velm\nPrice: 12", "Note: this.\nNote: that.\nNote: all.", ""])
def test_lists_are_no_transcripts(text: str) -> None:
    """Labels that do not come again, or only one that does, make no turns."""
    assert turns(text) == []
