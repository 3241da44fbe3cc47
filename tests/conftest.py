"""Settings for all tests: no deadline, as machines differ; in CI, the same examples in each run. Models for Stanza."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from evaluation.shared import folder

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session")
def micro_stanza(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of very small Stanza models, trained in this run; see `tests.micro_stanza`."""
    pytest.importorskip("stanza")
    from tests.micro_stanza import train

    return train(tmp_path_factory.mktemp("stanza"))


@pytest.fixture(scope="session")
def small_stanza() -> Path:
    """The folder of small real models beside the repository, where it is there."""
    pytest.importorskip("stanza")
    models = folder() / "stanza_resources"
    if not models.is_dir():
        pytest.skip(f"no models in {models}")
    return models
