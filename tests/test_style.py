"""The house's rules for functions and names, read from the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "quoteattr"
MODULES = sorted(PACKAGE.rglob("*.py"))

LONGEST = 40
LONG = 25  # nine functions in ten are shorter
SHORT = 8  # half of them are shorter
DEEPEST = 3
FORBIDDEN = frozenset({"utils", "util", "helpers", "common", "data", "info", "process", "handle", "manager", "misc"})
BLOCKS = (ast.For, ast.AsyncFor, ast.While, ast.If, ast.With, ast.AsyncWith, ast.Try, ast.Match)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.AST) -> Iterator[Function]:
    """Yield every function and method of a tree."""
    return (node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def lines_of(function: Function) -> int:
    """Return how many lines the function's body has, its docstring left out."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or body[-1].lineno) - body[0].lineno + 1 if body else 0


def depth_of(statements: list[ast.stmt]) -> int:
    """Return how deep blocks are nested; `elif` does not count as deeper, an inner function starts anew."""
    return max((_depth(statement) for statement in statements), default=0)


def _depth(statement: ast.stmt) -> int:
    if not isinstance(statement, BLOCKS):
        return 0
    bodies = [getattr(statement, name, []) for name in ("body", "finalbody")]
    bodies += [handler.body for handler in getattr(statement, "handlers", [])]
    bodies += [case.body for case in getattr(statement, "cases", [])]
    otherwise = getattr(statement, "orelse", [])
    chained = isinstance(statement, ast.If) and len(otherwise) == 1 and isinstance(otherwise[0], ast.If)
    inner = max(depth_of(body) for body in bodies + ([] if chained else [otherwise]))
    return max(1 + inner, depth_of(otherwise) if chained else 0)


def name_of(path: Path) -> str:
    """Return the file's path inside the package, to name a test by."""
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_fit_on_a_screen(path: Path) -> None:
    """No function is longer than 40 lines, and none nests blocks deeper than three."""
    for function in functions(tree_of(path)):
        assert lines_of(function) <= LONGEST, f"{function.name} has {lines_of(function)} lines"
        assert depth_of(function.body) <= DEEPEST, f"{function.name} nests {depth_of(function.body)} deep"


def test_most_functions_are_short() -> None:
    """Half of all functions have fewer than 8 lines, and nine in ten fewer than 25."""
    lengths = sorted(lines_of(function) for path in MODULES for function in functions(tree_of(path)))
    assert lengths[len(lengths) // 2] < SHORT
    assert lengths[len(lengths) * 9 // 10] < LONG


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_print_no_assert(path: Path) -> None:
    """The package neither prints nor asserts: it returns values and raises its own errors."""
    for node in ast.walk(tree_of(path)):
        assert not isinstance(node, ast.Assert), f"line {node.lineno} asserts"
        printing = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        assert not printing, f"line {getattr(node, 'lineno', 0)} prints"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_bare_except(path: Path) -> None:
    """Errors are caught by name, never all of them."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"line {node.lineno} catches everything"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_names_say_what_is_inside(path: Path) -> None:
    """No module or folder has a name that could hold anything."""
    assert not FORBIDDEN & {part.removesuffix(".py").strip("_") for part in path.relative_to(PACKAGE).parts}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_left_to_do(path: Path) -> None:
    """Plans stand in issues, not in comments."""
    assert not re.search(r"\b(TODO|FIXME|XXX)\b", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_everything_public_is_described(path: Path) -> None:
    """Every module, and every function and class without a leading underscore, has a docstring."""
    tree = tree_of(path)
    assert ast.get_docstring(tree), "the module has no docstring"
    for node in tree.body:
        named = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        if named and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


def test_depth_and_length_are_counted_right() -> None:
    """A chain of `elif` is one deep, a loop in a condition two; a docstring is no line of the body."""
    chain = ast.parse("if a:\n    x\nelif b:\n    y\nelif c:\n    z")
    nested = ast.parse("if a:\n    for b in c:\n        x\nelse:\n    y")
    documented = ast.parse('def f():\n    """Say it."""\n    a = 1\n    return a').body[0]
    assert [depth_of(tree.body) for tree in (chain, nested)] == [1, 2]
    assert isinstance(documented, ast.FunctionDef)
    assert lines_of(documented) == 2


def test_folders_of_code_are_packages() -> None:
    """Each folder that holds code has an `__init__.py`, so it is in the wheel and its imports resolve."""
    folders = {path.parent for path in MODULES} | {PACKAGE}
    assert [name_of(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []
