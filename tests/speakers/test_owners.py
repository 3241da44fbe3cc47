"""Who belongs to a name is not the name's bearer."""

from __future__ import annotations

import pytest

from tests.speakers.resolved import names_read


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
