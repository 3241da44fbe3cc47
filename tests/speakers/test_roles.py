"""Whoever holds a role is meant by it."""

from __future__ import annotations

import pytest

from tests.speakers.resolved import resolved, speakers_of


@pytest.mark.parametrize(
    ("introduction", "source"),
    [
        ("Ada Obi, the governor of the bank, spoke.", "the governor"),
        ("The governor of the bank, Ada Obi, spoke.", "the bank's governor"),
        ("Governor Ada Obi spoke.", "the governor"),
        ("Ada Obi, who heads the bank, spoke.", "the bank's chief"),
        ("Ada Obi, the Secretary General of the League, spoke.", "the League chief"),
        ("Ada Obi, the prime minister, spoke.", "the premier"),
        ("Ada Obi, a former goalkeeper, spoke.", "the former goalkeeper"),
        ("Bank spokeswoman Ada Obi spoke.", "the spokeswoman"),
    ],
)
def test_roles(introduction: str, source: str) -> None:
    """Titles, appositions and relative clauses say who is meant by a role later."""
    assert speakers_of(f"{introduction} {{content1:It rained}}, {{source1:{source}}} {{cue1:said}}.") == ["Ada Obi"]


def test_role_before_the_name() -> None:
    """A headline may have the role first; the name comes in the body."""
    assert speakers_of(
        "{source1:League Chief} {cue1:says} {content1:it rains}\n\nThe chief of the League, Ada Obi, spoke."
    ) == ["Ada Obi"]


def test_other_body() -> None:
    """A role in one body is not taken for the role in another."""
    speakers = speakers_of(
        "Ada Obi, the minister of trade of Norland, spoke. "
        "{content1:It rained}, {source1:the Sudrian minister} {cue1:said}."
    )
    assert speakers == ["the Sudrian minister"]


def test_nearest_before() -> None:
    """Of two ministers, the one mentioned last is meant."""
    assert speakers_of(
        "Trade Minister Ada Obi came. Health Minister Kofi Ruud left. "
        "{content1:It rained}, {source1:the minister} {cue1:said}."
    ) == ["Kofi Ruud"]


def test_modifiers_choose() -> None:
    """A modifier tells which of two ministers is meant."""
    assert speakers_of(
        "Trade Minister Ada Obi came. Health Minister Kofi Ruud left. "
        "{content1:It rained}, {source1:the trade minister} {cue1:said}."
    ) == ["Ada Obi"]


def test_role_and_affiliation() -> None:
    """A speaker carries the role and the body that the text gives."""
    quote = resolved("{source1:Ada Obi, spokeswoman for the port}, {cue1:said} {content1:it rained}.")[0]
    assert quote.speaker is not None
    assert (quote.speaker.role, quote.speaker.affiliation) == ("spokeswoman for the port", "port")
