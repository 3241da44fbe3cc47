"""Imports point down only: `__init__` > `pipeline` > stages > `grammar` > `languages` > `model`."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "quoteattr"
MODULES = sorted(PACKAGE.rglob("*.py"))

STAGES = frozenset(
    {"parsing", "quotation", "attribution", "speakers", "statements", "alignment", "comparison"},
)
BASE = frozenset({"errors", "options", "version"})  # below all
MODEL = BASE | {"model"}
LANGUAGES = MODEL | {"languages"}
GRAMMAR = LANGUAGES | {"grammar"}
VIEWS = frozenset({"rendering", "export"})

ALLOWED: dict[str, frozenset[str]] = {
    "errors": frozenset(),
    "version": frozenset(),
    "options": frozenset({"errors"}),
    "model": MODEL,
    "languages": LANGUAGES,
    "grammar": GRAMMAR,
    **{stage: GRAMMAR | {stage} for stage in STAGES},
    **{view: MODEL | {view} for view in VIEWS},
    "batches": MODEL,
    "pipeline": GRAMMAR | STAGES | {"batches"},
    "parsed": GRAMMAR | STAGES | {"pipeline"},
    **{library: GRAMMAR | STAGES | {"pipeline", "parsed"} for library in ("spacy", "stanza")},
    "__init__": GRAMMAR | STAGES | {"pipeline"},
}
"""For each part of the package, the parts that it may import."""

INSIDE_METHODS: dict[str, frozenset[str]] = {"model": VIEWS}
"""The one exception: methods of values, such as `Reading.to_dict`, may import a view when they are called."""

DEPENDENCIES = frozenset({"attrs", "rapidfuzz"})
EXTRAS = frozenset({"stanza", "torch", "tqdm"})
LOADED_WHEN_USED = {
    "alignment/neighbours.py": frozenset({"numpy"}),
    "parsing/roles": frozenset({"numpy", "onnxruntime", "tokenizers"}),
    "spacy.py": frozenset({"spacy"}),
    "stanza.py": frozenset({"stanza"}),
}
"""Folders and modules that are themselves imported only when used, and what their modules may import at the top."""
"""Other packages: dependencies may be imported at the top of a module, extras only where they are used."""


def part_of(path: Path) -> str:
    """Return the part of the package that a file belongs to: its folder, or its own name at the top."""
    relative = path.relative_to(PACKAGE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imported(tree: ast.AST, package: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Yield each module that `tree` imports, by its full name, and whether it does so inside a function."""
    inner = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, id(node) in inner
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            origin = ".".join((*base, *(node.module or "").split("."))).strip(".")
            names = [f"{origin}.{alias.name}" for alias in node.names] if origin == "quoteattr" else [origin]
            for name in names:
                yield name, id(node) in inner


def imports_of(path: Path) -> list[tuple[str, bool]]:
    """Return the modules that the file imports."""
    package = ("quoteattr", *path.relative_to(PACKAGE).parts[:-1])
    return list(imported(ast.parse(path.read_text(encoding="utf-8")), package))


def faults(part: str, imports: list[tuple[str, bool]]) -> list[str]:
    """Return the imports, of those from `quoteattr`, that a module of this part may not make."""
    found = []
    for name, inside in imports:
        root, _, rest = name.partition(".")
        if root != "quoteattr":
            continue
        target = rest.split(".")[0] or "__init__"
        allowed = ALLOWED[part] | (INSIDE_METHODS.get(part, frozenset()) if inside else frozenset())
        if target not in allowed:
            found.append(f"{part} imports {name}")
    return found


def name_of(path: Path) -> str:
    """Return the file's path inside the package, to name a test by."""
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path: Path) -> None:
    """No module imports from a layer above it, and no stage imports another stage."""
    assert part_of(path) in ALLOWED, f"{name_of(path)} belongs to no layer; give its part a line in ALLOWED"
    assert faults(part_of(path), imports_of(path)) == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_extras_are_imported_where_they_are_used(path: Path) -> None:
    """At the top of a module stand the standard library and what we depend on; an extra loads only when used."""
    for name, inside in imports_of(path):
        root = name.partition(".")[0]
        own = root == "quoteattr" or root in sys.stdlib_module_names
        place = next((place for place in (name_of(path), name_of(path.parent)) if place in LOADED_WHEN_USED), "")
        lazily = (inside and root in EXTRAS) or root in LOADED_WHEN_USED.get(place, ())
        assert own or root in DEPENDENCIES or lazily, f"{name_of(path)} imports {name}"


def test_every_stage_is_a_folder() -> None:
    """Each stage has its folder, so a stage that is renamed cannot slip out of these rules."""
    assert {folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").is_file()} == set(
        STAGES | VIEWS | {"grammar", "languages", "model"}
    )


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("quotation", "from quoteattr.attribution import attribute"),
        ("quotation", "from quoteattr import attribution"),
        ("model", "from quoteattr.export import json"),
        ("languages", "import quoteattr.grammar.words"),
        ("rendering", "from quoteattr.languages import load"),
        ("parsing", "import quoteattr"),
        ("speakers", "from ..pipeline import read"),
        ("grammar", "def f():\n    from quoteattr.parsing import rules"),
    ],
)
def test_an_upward_import_is_seen(part: str, line: str) -> None:
    """The rules above do catch an import that points up or across, however it is written."""
    assert faults(part, list(imported(ast.parse(line), ("quoteattr", part))))


def test_a_method_of_a_value_may_import_a_view() -> None:
    """`Reading.to_dict` may import `export` inside the method, so that values need no view to exist."""
    line = "class Reading:\n    def to_dict(self):\n        from quoteattr.export.json import encode"
    assert faults("model", list(imported(ast.parse(line), ("quoteattr", "model")))) == []
