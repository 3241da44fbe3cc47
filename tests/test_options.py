"""Options: what they take, and what they refuse."""

from __future__ import annotations

import pytest

from quoteattr.errors import InputError
from quoteattr.options import CompareOptions, ReadOptions


@pytest.mark.parametrize("share", ["x", None, -0.1, 1.1, float("nan"), True, [0.5]], ids=repr)
def test_a_share_is_a_number_from_0_to_1(share: object) -> None:
    """What is no number, or none from 0 to 1, is told by the option's name and its value."""
    with pytest.raises(InputError, match="least_confidence is a share from 0 to 1, not"):
        ReadOptions(least_confidence=share)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="least_score is a share from 0 to 1, not"):
        CompareOptions(least_score=share)  # type: ignore[arg-type]


@pytest.mark.parametrize("flag", ["no", None, 0, 1], ids=repr)
def test_a_flag_is_true_or_false(flag: object) -> None:
    """What is neither true nor false is refused, as "no" would count as true."""
    with pytest.raises(InputError, match="indirect is True or False, not"):
        ReadOptions(indirect=flag)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="omissions is True or False, not"):
        CompareOptions(omissions=flag)  # type: ignore[arg-type]


def test_whole_numbers_are_shares() -> None:
    """0 and 1 are shares as well as 0.0 and 1.0."""
    assert ReadOptions(least_confidence=1) == ReadOptions(least_confidence=1.0)
