"""Sentences with the expected spans marked in them: `{source:Ms Okafor} {cue:said} {content:it rained}.`"""

from __future__ import annotations

import re

Marks = dict[str, list[tuple[int, int]]]

_OPENING = re.compile(r"\{([a-z_]+\d*):")


def parse(source: str) -> tuple[str, Marks]:
    """Return the text without its marks and, for each label, its spans in the order of their beginnings.

    Labels are lower-case words and may carry a number (`{content1:...}`); marks may nest. Any other brace is text,
    unless a mark is open, where "}" closes it. A mark that is never closed is a `ValueError`.

    >>> parse('"{content:We {cue:won},}" she said')
    ('"We won," she said', {'content': [(1, 8)], 'cue': [(4, 7)]})
    """
    text, at = "", 0
    open_marks: list[tuple[str, int]] = []
    found: list[tuple[int, int, str]] = []
    while at < len(source):
        opening = _OPENING.match(source, at)
        if opening:
            open_marks.append((opening.group(1), len(text)))
            at = opening.end()
            continue
        if source[at] == "}" and open_marks:
            label, start = open_marks.pop()
            found.append((start, len(text), label))
        else:
            text += source[at]
        at += 1
    if open_marks:
        raise ValueError(f"the mark {open_marks[-1][0]!r} is never closed in: {source}")
    return text, _by_label(found)


def _by_label(found: list[tuple[int, int, str]]) -> Marks:
    spans: Marks = {}
    for start, end, label in sorted(found):
        spans.setdefault(label, []).append((start, end))
    return spans
