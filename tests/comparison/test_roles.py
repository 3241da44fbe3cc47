"""Roles: who does it, and to whom."""

from __future__ import annotations

import pytest

from tests.comparison.told import kinds_between

SWAPPED = [
    ("The miller sued the bakery over the flour", "The bakery sued the miller over the flour"),
    ("Ida Obi sued Brandt over the flour", "Brandt sued Ida Obi over the flour"),
    ("Norlink bought Tarnair in the autumn", "Tarnair bought Norlink in the autumn"),
    ("The captain was bitten by the deckhand", "The deckhand was bitten by the captain"),
    ("The guards were attacked by the fishermen", "The guards attacked the fishermen"),
    ("The captain accused the mate of theft", "The mate accused the captain of theft"),
]
ALIKE = [
    ("The captain bit the deckhand", "The deckhand was bitten by the captain"),
    ("Norlink bought Tarnair in the autumn", "In the autumn Tarnair was bought by Norlink"),
    ("The captain met the mate on the quay", "The mate met the captain on the quay"),
    ("The captain came with the mate", "The mate came with the captain"),
    ("A council led by the fishermen took over", "A council which is led by the fishermen took over"),
    ("On Monday Obi opened the Tarn fair", "Obi opened the Tarn fair on Monday"),
]


@pytest.mark.parametrize(("left", "right"), SWAPPED)
def test_swapped_roles_differ(left: str, right: str) -> None:
    """Who does it here has it done to them there: a difference of actor, in either order."""
    assert "actor" in kinds_between(left, right)
    assert "actor" in kinds_between(right, left)


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_another_order_of_the_same_roles_is_alike(left: str, right: str) -> None:
    """The passive, and what two do together, is no difference of actor."""
    assert "actor" not in kinds_between(left, right)
    assert "actor" not in kinds_between(right, left)
