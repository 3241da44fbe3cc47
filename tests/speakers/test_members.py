"""Single ones of a group are told apart where the text tells them apart."""

from __future__ import annotations

import quoteattr
from tests.speakers.resolved import names_read


def test_one_beside_others() -> None:
    """ "One" is somebody where "a third" follows."""
    text = "The strikers left notes. One wrote: “We are tired.” A third wrote: “Pay us.”"
    assert names_read(text) == ["one", "a third"]


def test_one_as_anybody() -> None:
    """ "One" by itself is nobody."""
    assert names_read("The hall was cold. One wrote: “We are tired.” It was late.") == [None]


def test_who_posts() -> None:
    """A post says what its author says; other documents speak for themselves."""
    assert names_read("A post by singer Ola Dahl read: “We are done here.”") == ["Ola Dahl"]
    assert names_read("There were jokes, such as one by rival chef Ola Dahl: “Put it down.”") == ["Ola Dahl"]
    assert names_read("A study by Ola Dahl found that sleep helps.") == ["a study by Ola Dahl"]


def test_one_of_those_described_last() -> None:
    """ "One of them" is one of the people described right before, where no group spoke; a body is no such group."""
    text = (
        "Velmar's general staff denied that it fired. The minister, Anna Lind, met her colleagues. "
        "One of them said that it was early."
    )
    speaker = quoteattr.read(text, parser="rules").quotes[-1].speaker
    assert speaker is not None
    assert speaker.name == "her colleagues"
