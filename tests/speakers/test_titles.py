"""Titles and roles are no part of a name, and a name's own words are no titles."""

from __future__ import annotations

import pytest

import quoteattr
from tests.speakers.resolved import names_read


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Barr. Ada Obi", "Ada Obi"),
        ("Atty. Ada Obi", "Ada Obi"),
        ("Ir. Ada Obi", "Ada Obi"),
        ("The Commissioner for Works, Engr. Kim Oduya,", "Kim Oduya"),
        ("Col. (Retd) Kim Oduya", "Kim Oduya"),
        ("Sir Kim Oduya MP", "Kim Oduya"),
        ("Co-author Kim Oduya", "Kim Oduya"),
        ("Opener Kim Oduya", "Kim Oduya"),
        ("Gianluca Di Oro", "Gianluca Di Oro"),
        ("DI Kim Oduya", "Kim Oduya"),
        ("Tom Baker", "Tom Baker"),
        ("Head Baker Kim Oduya", "Kim Oduya"),
        ("Rana Sen", "Rana Sen"),
        ("Council of Governors chair Kim Oduya", "Kim Oduya"),
        ("The head of the presidential office Kim Oduya", "Kim Oduya"),
        ("Secretary of the regional council Kim Oduya", "Kim Oduya"),
        ("Lima's sister-in-law, Ada Obi,", "Ada Obi"),
        ("Her producer, the late Kim Oduya,", "Kim Oduya"),
        ("Her co-author, Kim Oduya,", "Kim Oduya"),
        ("Spokesperson of the rescue agency Kim Oduya", "Kim Oduya"),
        ("Amir Khan", "Amir Khan"),
        ("The Amir of Dohar", "the Amir of Dohar"),
        ("The vicar, the Rev Kim Oduya,", "Kim Oduya"),
        ("A spokesman for the operator Hove Line", "a spokesman for the operator Hove Line"),
    ],
)
def test_name(source: str, name: str) -> None:
    """The name of who speaks is neither cut nor swollen."""
    assert names_read(f"{source} said it was late.") == [name]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“It was big,” says lead author Mina Holt.", "lead author"),
        ("“It fell,” said pollster Guy Rand.", "pollster"),
        ("It rained. But judge Ana Pohl said it was fine.", "judge"),
        ("The head of the presidential office Kim Oduya said it was fine.", "head of the presidential office"),
    ],
)
def test_role(text: str, role: str) -> None:
    """A role begins with no verb and no conjunction."""
    speaker = quoteattr.read(text, parser="rules").quotes[0].speaker
    assert speaker is not None
    assert speaker.role == role


def test_initials_of_a_post() -> None:
    """ "The SP" is the Superintendent of Police."""
    assert names_read("Superintendent of Police Ada Obi left. Two men were held, the SP said.") == ["Ada Obi"]
    assert names_read("Health Cabinet Secretary Ada Obi left. The CS said it rained.") == ["Ada Obi"]


def test_an_office_before_its_bearer() -> None:
    """One report has one judge; a minister may be any of several."""
    assert names_read("A judge ruled that the ban was void. Judge Ada Obi wrote that it rained.") == ["Ada Obi"] * 2
    assert names_read("A minister said the ban was void. Minister Ada Obi said that it rained.") == [
        "a minister",
        "Ada Obi",
    ]
