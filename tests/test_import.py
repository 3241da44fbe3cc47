"""`import quoteattr` is quick and loads nothing heavy."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

LONGEST = 0.15
TRIES = 7  # the best of several runs: a busy machine makes each one slower, never faster
HEAVY = (
    "asyncio",
    "csv",
    "html",
    "json",
    "logging",
    "multiprocessing",
    "numpy",
    "onnxruntime",
    "pandas",
    "quoteattr.export",
    "quoteattr.rendering",
    "rapidfuzz",
    "socket",
    "spacy",
    "sqlite3",
    "stanza",
    "tokenizers",
    "tomllib",
    "torch",
    "transformers",
    "urllib.request",
    "xml",
)
"""What only some uses need, so that no use pays for it at import."""


def fresh(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a fresh interpreter that may keep its compiled files, as a user's does."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, check=True, timeout=120
    )


def seconds_to_import() -> float:
    """Return how long a fresh interpreter takes for `import quoteattr`, all that it imports included."""
    report = fresh("-X", "importtime", "-c", "import quoteattr").stderr
    found = re.search(r"import time:\s*\d+ \|\s*(\d+) \| quoteattr$", report, re.MULTILINE)
    assert found, report
    return int(found[1]) / 1_000_000


def test_import_is_quick() -> None:
    """A fresh interpreter imports the library in less than 0.15 s."""
    times: list[float] = []
    while len(times) < TRIES and min(times, default=LONGEST) >= LONGEST:
        times.append(seconds_to_import())
    assert min(times) < LONGEST, times


@pytest.fixture(scope="module")
def loaded() -> frozenset[str]:
    """The modules that `import quoteattr` adds to those an interpreter starts with."""
    code = (
        "import sys; before = set(sys.modules); import quoteattr; after = set(sys.modules);"
        " import json; print(json.dumps(sorted(after - before)))"
    )
    return frozenset(json.loads(fresh("-c", code).stdout))


@pytest.mark.parametrize("module", HEAVY)
def test_import_leaves_heavy_modules_alone(module: str, loaded: frozenset[str]) -> None:
    """Importing the library does not load what only some uses need."""
    assert "quoteattr" in loaded
    assert module not in loaded


def test_import_reads_no_language_data() -> None:
    """Importing the library opens no data file: there is no work at import."""
    code = (
        "import sys; opened = [];"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None);"
        "import quoteattr; print([path for path in opened if path.endswith(('.toml', '.json'))])"
    )
    assert fresh("-c", code).stdout.strip() == "[]"
