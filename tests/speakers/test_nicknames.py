"""Nicknames between a first and a family name."""

from __future__ import annotations

import pytest

import quoteattr


@pytest.mark.parametrize("nickname", ["‘Teo’", '"Teo"', "“Teo”"])
def test_a_nickname_in_marks_parts_no_name(nickname: str) -> None:
    """First name, nickname and family name are one person, who may be named by each."""
    text = f"Mateus {nickname} Lindo signed on Monday. Teo said that he was glad. Lindo said that it was cold."
    first, second = quoteattr.read(text, parser="rules").quotes
    assert first.speaker == second.speaker
    assert first.speaker is not None
    assert first.speaker.name.startswith("Mateus")
