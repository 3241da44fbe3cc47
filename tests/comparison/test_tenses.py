"""Tenses: what is done in one account and still to come in another."""

from __future__ import annotations

import pytest

from tests.comparison.told import kinds_between

DIFFER = [
    ("The minister has signed the fishing pact", "The minister will sign the fishing pact"),
    ("The minister has signed the fishing pact", "The minister is yet to sign the fishing pact"),
    ("The minister signed the fishing pact", "The minister has yet to sign the fishing pact"),
    ("The minister signed the fishing pact", "The minister would sign the fishing pact if stocks recovered"),
    ("The two towns have opened a joint clinic", "The two towns plan to open a joint clinic"),
    ("The bridge was repaired by army engineers", "The bridge will be repaired by army engineers"),
    ("The bridge was repaired by army engineers", "The bridge is being repaired by army engineers"),
    ("The firm dismissed forty weavers", "The firm is about to dismiss forty weavers"),
    ("The senate had approved the budget", "The senate was due to approve the budget"),
]
ALIKE = [
    ("The minister will sign the fishing pact", "The minister plans to sign the fishing pact"),
    ("The minister has signed the fishing pact", "The fishing pact was signed by the minister"),
    ("The fund will be controlled by the two islands", "It is a fund controlled by the two islands"),
    ("The bridge was being repaired by engineers", "The bridge was repaired by engineers"),
    ("The minister would have signed the fishing pact", "The minister signed the fishing pact"),
    ("The signed pact will be printed in Tarn", "The pact will be signed and printed in Tarn"),
    ("Brandt signed the pact and Obi will read it", "Brandt will read the pact that Obi signed"),
]


@pytest.mark.parametrize(("left", "right"), DIFFER)
def test_done_and_to_come_differ(left: str, right: str) -> None:
    """One deed that is done here, and to come or under way there, is a difference of modality, in either order."""
    assert "modality" in kinds_between(left, right)
    assert "modality" in kinds_between(right, left)


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_other_forms_of_one_stage_are_alike(left: str, right: str) -> None:
    """Steps between what is to come, participles beside a noun, and other deeds are no difference of modality."""
    assert "modality" not in kinds_between(left, right)
    assert "modality" not in kinds_between(right, left)
