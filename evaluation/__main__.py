"""Measure every installed engine on the development data, print the tables, and write them into the docs.

    python -m evaluation                # or: tox -e evaluate
    python -m evaluation --no-page      # print only

The data lies in `$QUOTEATTR_SHARED`, or in `shared` beside the repository. Where it is not there, that is said and
nothing is measured.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from . import shared
from .engines import installed
from .measuring import Measured, measure
from .page import page, sections

PAGE = shared.ROOT / "docs" / "explanation" / "evaluation.md"


def printed(measured: Sequence[Measured]) -> str:
    """Return the tables for a terminal: headings and lines that name a table, without the explanations."""
    parts = []
    for text, table in sections(measured):
        lines = [line for line in text.splitlines() if line.startswith("## ") or line.endswith(":")]
        parts += ["\n".join(lines), table, ""]
    return "\n".join(parts)


def main(arguments: Sequence[str] | None = None, *, data: Path | None = None, to: Path = PAGE) -> int:
    """Measure, print and write; return 0, also where there is no data."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__.split("\n")[0])
    parser.add_argument("--no-page", action="store_true", help="do not write the page of the docs")
    options = parser.parse_args(arguments)
    data = data or shared.folder()
    if not shared.is_there(data):
        print(
            f"The development data is not there, so nothing is measured. Put it into a folder `{data.name}` beside "
            f"the repository, or name its folder in {shared.VARIABLES[0]}."
        )
        return 0
    measured = [measure(reader, data) for reader in installed(data=data)]
    print(printed(measured))
    if not options.no_page:
        to.write_text(page(measured), encoding="utf-8")
        print(f"Written: {to.relative_to(shared.ROOT) if to.is_relative_to(shared.ROOT) else to.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
