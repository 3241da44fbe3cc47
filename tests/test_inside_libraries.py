"""The modules that stand inside another library say what to install where it is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in a fresh interpreter."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300, cwd=ROOT)


@pytest.mark.parametrize("library", ["spacy", "stanza"])
def test_a_missing_library_is_told(library: str) -> None:
    """Importing the module without its library raises an import error with the line that installs it."""
    result = run(f"import sys; sys.modules[{library!r}] = None; import quoteattr.{library}")
    wanted = f"ModuleNotFoundError: quoteattr.{library} needs {library}: pip install 'quoteattr[{library}]'"
    assert result.stderr.splitlines()[-1] == wanted


@pytest.mark.parametrize("library", ["spacy", "stanza"])
def test_our_module_hides_no_library(library: str) -> None:
    """`quoteattr.stanza` and `quoteattr.spacy` bear the names of libraries; importing ours leaves theirs what it is."""
    pytest.importorskip(library)
    result = run(f"import quoteattr.{library}, {library}; print({library}.__file__)")
    assert Path(result.stdout.strip()).parent != ROOT / "quoteattr"


@pytest.mark.parametrize(
    ("library", "registered"),
    [
        ("spacy", "spacy.blank('en').add_pipe('quoteattr') and 1"),
        ("stanza", "stanza.pipeline.processor.PIPELINE_NAMES.count('quoteattr')"),
    ],
)
def test_loading_a_module_anew_registers_once(library: str, registered: str) -> None:
    """A reload, as notebooks do, is no error; Stanza, which runs what it has twice two times, has us once."""
    pytest.importorskip(library)
    code = f"import importlib, {library}, quoteattr.{library} as ours; importlib.reload(ours); print({registered})"
    assert run(code).stdout.strip() == "1"
