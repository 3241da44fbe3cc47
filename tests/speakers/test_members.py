"""Single ones of a group are told apart where the text tells them apart."""

from __future__ import annotations

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
