"""The tables: their columns, the rows of the peers, and how they are set."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]

POLNEAR = {
    "system": "system",
    "direct_token": "direct token",
    "direct_overlap": "direct overlap",
    "direct_exact": "direct exact",
    "direct_attr": "direct attrT",
    "mixed_token": "mixed token",
    "mixed_recall": "mixed overlap R",
    "indirect_token": "indirect token",
    "speech_recall": "indirect/speech overlap R",
    "all_token": "all token",
    "all_attr": "all attrT",
}
SPEAKERS = {
    "system": "system",
    "direct_spk": "direct spk",
    "direct_spk_recall": "direct spkR",
    "all_spk": "all spk",
    "all_spk_recall": "all spkR",
}
EVENTS = {
    "system": "system",
    "found_p": "found P",
    "found_r": "R",
    "found_f": "F",
    "direct_recall": "direct R",
    "direct_exact": "direct exact",
    "source": "source",
    "speaker": "speaker",
    "chain": "chain",
    "alarms": "alarms",
}
STATEMENTS = {
    "system": "system",
    "links_p": "links P",
    "links_r": "R",
    "links_f": "F",
    "verdict": "verdict",
    "diverge_p": "diverge P",
    "diverge_r": "R ",
    "diverge_f": "F ",
    "why": "kinds F",
    "only_f": "only-in F",
}
RELIABILITY = {
    "range": "confidence",
    "quotes": "quotes",
    "confidence": "mean confidence",
    "found": "content found",
    "both_right": "content and source right",
}
CHECKS = {"verdict": "", "text": "demand", "measured": "measured"}


def peers() -> dict[str, list[Row]]:
    """Return the rows of other systems by table.

    >>> sorted(peers())
    ['events', 'polnear', 'statements']
    """
    return tomllib.loads(Path(__file__).with_name("peers.toml").read_text(encoding="utf-8"))


def shown(value: object) -> str:
    """Return a cell: a share with one decimal, a count as it is, an en dash for what is not known.

    >>> [shown(value) for value in (66.04, 12, None, "rules")]
    ['66.0', '12', '–', 'rules']
    """
    if value is None:
        return "–"
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def markdown(columns: Mapping[str, str], rows: Sequence[Row]) -> str:
    """Set rows as a Markdown table that can also be read as plain text.

    >>> print(markdown({"system": "system", "f": "F"}, [{"system": "one", "f": 50.0}, {"system": "two"}]))
    | system |    F |
    | ------ | ---: |
    | one    | 50.0 |
    | two    |    – |
    """
    cells = [[title.strip() for title in columns.values()], *([shown(row.get(key)) for key in columns] for row in rows)]
    widths = [max(4, *(len(line[place]) for line in cells)) for place in range(len(columns))]
    numeric = [all(_is_number(line[place]) for line in cells[1:]) for place in range(len(columns))]
    rule = ["-" * (width - 1) + ":" if number else "-" * width for width, number in zip(widths, numeric, strict=True)]
    set_cells = [
        [
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(line, widths, numeric, strict=True)
        ]
        for line in cells
    ]
    return "\n".join("| " + " | ".join(line) + " |" for line in [set_cells[0], rule, *set_cells[1:]])


def _is_number(cell: str) -> bool:
    return cell == "–" or cell.replace(".", "", 1).isdigit()
