"""Run the Python of a Markdown page, from its first block to its last, in one namespace."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

BLOCK = re.compile(r"^```(?:python|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NEEDS = re.compile(r"^<!-- needs: ([\w, ]+) -->$", re.MULTILINE)
OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def python_blocks(page: str) -> list[tuple[int, str]]:
    """Return the Python blocks of a page, each with the number of its first line."""
    return [(page.count("\n", 0, found.start(1)) + 1, found[1]) for found in BLOCK.finditer(page)]


def needed(page: str) -> list[str]:
    """Return the optional libraries that a page says it needs: `<!-- needs: spacy -->`."""
    return [name.strip() for line in NEEDS.findall(page) for name in line.split(",")]


def run_page(path: Path) -> int:
    """Run a page's blocks in order and return how many there were; a block with prompts must print what it shows."""
    namespace: dict[str, object] = {"__name__": "__main__"}
    blocks = python_blocks(path.read_text(encoding="utf-8"))
    for line, code in blocks:
        if ">>> " in code:
            _check(code, namespace, path, line)
        else:
            exec(compile("\n" * (line - 1) + code, str(path), "exec"), namespace)
    return len(blocks)


def _check(code: str, namespace: dict[str, object], path: Path, line: int) -> None:
    example = doctest.DocTestParser().get_doctest(code, namespace, path.name, str(path), line - 1)
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    runner.run(example, out=report.append, clear_globs=False)
    namespace.update(example.globs)
    if runner.failures:
        raise AssertionError("".join(report))
