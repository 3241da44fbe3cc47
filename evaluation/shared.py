"""Where the development data and its scorers are, and how they are read; all of it is only read."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OWN = Path(__file__).resolve().parent / "events"
"""Events of our own: to learn from, and kept apart."""
VARIABLES = ("QUOTEATTR_SHARED", "QUOTEATTR_DATA")
"""Environment variables that may name the folder; the first that is set wins."""

Gold = dict[str, Any]


def folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the data lies: the folder that a variable names, or `shared` beside the repository.

    >>> folder({"QUOTEATTR_SHARED": "elsewhere"}).name
    'elsewhere'
    """
    named = next((environment[name] for name in VARIABLES if environment.get(name)), None)
    return Path(named) if named else ROOT.parent / "shared"


def is_there(data: Path) -> bool:
    """Tell whether the gold data and the scorers are in the folder."""
    return all((data / path).is_file() for path in ("gold/score.py", "events/score_events.py", "events/seed.json"))


def scorer(path: Path) -> ModuleType:
    """Import a scorer from where it lies, so that there is one copy of it."""
    spec = importlib.util.spec_from_file_location(f"shared_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def articles(path: Path, *, every: int = 1) -> dict[str, Gold]:
    """Return the articles of a file of JSON lines by their ids, or one in `every`."""
    raw = path.read_bytes()
    lines = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").split("\n")
    taken = [json.loads(line) for number, line in enumerate(filter(str.strip, lines)) if number % every == 0]
    return {article["id"]: article for article in taken}


def events(paths: list[Path]) -> list[Gold]:
    """Return the events at these paths."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def dev_events(data: Path) -> list[Gold]:
    """Return the four invented development events."""
    return events(sorted((data / "events").glob("dev_*.json")))


def seed(data: Path) -> Gold:
    """Return the event that the project began with."""
    return events([data / "events" / "seed.json"])[0]


def kept_events() -> list[Gold]:
    """Return the events of our own that are measured and not learned from.

    >>> len(kept_events()[0]["articles"]) > 1
    True
    """
    return events(sorted((OWN / "kept").glob("*.json")))


def train_events(data: Path) -> list[Gold]:
    """Return the training events."""
    return events(sorted((data / "events" / "train").glob("*.json")))
