"""The mark for tests that need the development data."""

from __future__ import annotations

import pytest

from evaluation import shared

needs_data = pytest.mark.skipif(
    not shared.is_there(shared.folder()), reason=f"the development data is not there; {shared.VARIABLES[0]} names it"
)
