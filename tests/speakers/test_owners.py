"""Who belongs to a name is not the name's bearer."""

from __future__ import annotations

import pytest

from tests.speakers.resolved import names_read, speakers_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bruno Ask was jailed. Bruno's lawyer wept. “My client is ill,” he said.", "Bruno's lawyer"),
        ("Mayor Ada Obi left. Obi's deputy, Kim Oduya, was calm. “It will end,” he said.", "Kim Oduya"),
        ("Luis Orme was held. On Monday Orme's wife waited. She said it rained.", "Orme's wife"),
        ("Ada Obi left. His remarks irked Norland's envoy, Mina Holt. “It rained,” she said.", "Mina Holt"),
        ("Ben Tull left. Tull's friend, TV presenter Olly Bond, wept. “It rained,” he said.", "Olly Bond"),
        ("Ada Obi spoke first. Obi's speech was long. She said it rained.", "Ada Obi"),
    ],
)
def test_a_pronoun_behind_an_owner(text: str, name: str) -> None:
    """A pronoun means who belongs to the name, where that is a person."""
    assert names_read(text) == [name]


def test_an_owner_is_who_makes_a_promise() -> None:
    """ "Vane's promise" is the promise of Paul Vane, whose mark of the owner is no part of the name."""
    text = "Paul Vane left. {source1:Vane's} {cue1:promise} {content1:to go} was broken."
    assert speakers_of(text) == ["Paul Vane"]
