"""A courtesy title parts people of one family name."""

from __future__ import annotations

import pytest

import quoteattr
from tests.speakers.resolved import names_read


@pytest.mark.parametrize(
    "text",
    [
        "Mia Orr, 7, fell in the yard. Her mother wept. “She was my world,” Mrs Orr said.",
        "Seven-year-old Mia Orr fell in the yard. “She was my world,” Mrs Orr said.",
        "Mr Hamid Orr runs the mill. “It burns,” Mrs Orr said.",
        "Hamid Orr runs the mill. He built it. “It burns,” Mrs Orr said.",
    ],
)
def test_a_title_opens_a_party(text: str) -> None:
    """ "Mrs Orr" is nobody whose gender or age she contradicts."""
    assert names_read(text) == ["Mrs Orr"]


def test_a_relative_of_the_only_bearer() -> None:
    """ "His father, Mr Crane," is not the boy himself, and is a person with that role."""
    quote = quoteattr.read("Ned Crane, 9, fell. The school shut. His father, Mr Crane, said it was cold.").quotes[0]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role, quote.speaker.affiliation) == ("Mr Crane", "father", "Ned Crane")


def test_a_first_name_in_apposition() -> None:
    """The mother who is named by her first name has the child's family name."""
    text = "Mia Orr, 7, fell in the yard. Her mother, Dora, wept. “She was my world,” Mrs Orr said."
    assert names_read(text) == ["Dora"]


def test_a_grown_up_namesake() -> None:
    """The title goes past the child to the other bearer of the name."""
    text = "Tom Crane, the driver, and his son, Max Crane, 12, were hurt. “He is brave,” Mr Crane said."
    assert names_read(text) == ["Tom Crane"]


def test_a_relative_is_no_namesake_of_before() -> None:
    """ "Her mother, Mrs Boe," is not the former minister Boe."""
    text = "The former minister Lars Boe left. Ella Boe, 11, wrote a letter. Her mother, Mrs Boe, said she was proud."
    assert names_read(text) == ["Mrs Boe"]


def test_a_title_that_fits() -> None:
    """Where nothing speaks against it, the title is that of the only bearer."""
    assert names_read("Ada Obi runs the inn. She built it. “We are full,” Ms Obi said.") == ["Ada Obi"]
    assert names_read("Lee Obi and Ada Obi left. “We are full,” Mrs Obi said. “We are,” Mr Obi said.") == [
        "Ada Obi",
        "Lee Obi",
    ]
