"""Leaves out of the doctest run what cannot be imported: the modules that stand inside a library which is not there."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore = [f"quoteattr/{library}.py" for library in ("spacy", "stanza") if find_spec(library) is None]
