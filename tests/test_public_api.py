"""The public names: there, documented, and shown by an example."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import quoteattr

ROOT = Path(__file__).parent.parent
VERBS = ("read", "compare", "parse", "find_quotes", "Reader")
VALUES = (
    "Account",
    "Article",
    "ComparedStatement",
    "Comparison",
    "Difference",
    "Issue",
    "Mention",
    "Passage",
    "Quote",
    "Reading",
    "Span",
    "Speaker",
)
OPTIONS = ("CompareOptions", "ReadOptions")
ERRORS = ("QuoteattrError", "InputError", "LanguageError", "ParserError", "SchemaError")
NAMES = sorted(name for name in quoteattr.__all__ if not name.startswith("__"))


def test_what_the_docs_promise_is_public() -> None:
    """The verbs, values, options, errors and the version are in `__all__`."""
    assert set(quoteattr.__all__) >= {*VERBS, *VALUES, *OPTIONS, *ERRORS, "__version__"}


def test_all_has_no_name_twice() -> None:
    """`__all__` lists each name once."""
    assert len(quoteattr.__all__) == len(set(quoteattr.__all__))


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_exists_and_is_documented(name: str) -> None:
    """Each public name can be had and has a docstring of its own, with an example that the doctest run checks."""
    documentation = getattr(quoteattr, name).__doc__ or ""
    assert documentation.strip(), f"{name} has no docstring"
    assert ">>> " in documentation, f"{name} has no example"


def test_dir_shows_the_public_names() -> None:
    """`dir(quoteattr)` shows every public name, so that completion finds it."""
    assert set(quoteattr.__all__) <= set(dir(quoteattr))


def test_an_unknown_name_raises_as_python_does() -> None:
    """A name that is not there raises `AttributeError` that names it."""
    with pytest.raises(AttributeError, match="no_such_name"):
        quoteattr.no_such_name  # noqa: B018


def test_the_version_is_the_projects() -> None:
    """The package is built with `quoteattr.__version__`, and the citation file names the same."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    source = (ROOT / project["tool"]["hatch"]["version"]["path"]).read_text(encoding="utf-8")
    assert f'__version__ = "{quoteattr.__version__}"\n' in source
    assert f"version: {quoteattr.__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
