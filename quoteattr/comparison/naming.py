"""Naming: one thing under names that take a side."""

from __future__ import annotations

from functools import cache

from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Side, difference
from quoteattr.languages.lexicon import Language
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.spans import Span


def naming_difference(left: Side, right: Side) -> Difference | None:
    """Return the difference where the sides use different names of one group, else `None`.

    It knows the names in the language's data alone: places with two names, and labels that judge. Two labels that judge
    nothing ("protest", "demonstration") are no difference.
    """
    for group in _groups(left.language):
        first, second = _named(left, group), _named(right, group)
        if first and second and not first.keys() & second.keys() and not _are_neutral(left, *first, *second):
            spans = (tuple(first.values()), tuple(second.values()))
            return difference(DifferenceKind.NAMING, left, right, spans, "two names for one thing")
    return None


def _are_neutral(side: Side, *names: str) -> bool:
    return set(names) <= set(side.language.comparing.get("naming", {}).get("neutral", ()))


def _named(side: Side, group: tuple[tuple[str, ...], ...]) -> dict[str, Span]:
    """Return the names of a group that stand in the text, each with its first place."""
    found = {}
    for forms in group:
        spans = find_phrases(side.text, forms)
        if spans:
            found[forms[0]] = spans[0]
    return found


@cache
def _groups(language: Language) -> tuple[tuple[tuple[str, ...], ...], ...]:
    table = language.comparing.get("naming", {})
    places = tuple(tuple((name.replace("-", " "), name) for name in line.split()) for line in table.get("places", ()))
    endings = ("", *sorted(language.word_class("plural_endings")))
    labels = tuple(tuple(_forms(name, endings) for name in line.split()) for line in table.get("labels", ()))
    return places + labels


def _forms(name: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form + ending for form in (name, name.replace("-", " ")) for ending in endings)
