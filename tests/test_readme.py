"""What the README says is so."""

from __future__ import annotations

import os
import re
from pathlib import Path

from tests.pages import run_page

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def commands() -> list[str]:
    """Return the lines of the README's shell blocks."""
    blocks = re.findall(r"^```(?:bash|sh|console)\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line]


def test_the_python_in_the_readme_runs() -> None:
    """Each Python block of the README runs, and prints what the README shows."""
    assert run_page(README) > 0


def test_ci_runs_the_test_command() -> None:
    """CI runs the very line that the README gives for the tests."""
    script = ROOT / ".ci" / "run"
    lines = [line for line in script.read_text("utf-8").splitlines() if "tox" in line and not line.startswith("#")]
    assert len(lines) == 1
    assert lines[0] in commands()
    assert os.access(script, os.X_OK)


def test_the_commands_name_environments_that_exist() -> None:
    """Each `tox -e NAME` in the README has its section in `tox.ini`."""
    sections = set(re.findall(r"^\[testenv:(\w+)\]", (ROOT / "tox.ini").read_text("utf-8"), re.MULTILINE))
    named = {name for line in commands() for name in re.findall(r"tox.* -e (\w+)", line)}
    assert "demo" in named
    assert named <= sections


def test_links_in_the_readme_lead_somewhere() -> None:
    """Each relative link of the README names a file that is there."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", README.read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
