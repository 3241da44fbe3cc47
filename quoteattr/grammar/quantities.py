"""Quantities: the numbers that a text gives, with how sure it is of them and what it counts."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from attrs import evolve, frozen

from quoteattr.grammar.counted_nouns import counted_nouns, noun_before
from quoteattr.grammar.no_counts import is_no_count
from quoteattr.grammar.number_patterns import (
    BEFORE,
    around,
    maybe_number,
    number_pattern,
    words_around,
)
from quoteattr.grammar.stems import concept
from quoteattr.grammar.units import NO_UNIT, Unit, currency, unit_behind
from quoteattr.languages import either
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span

_CHANGED = 40  # characters between a verb of change and "from": "cut the number of its branches from 71 to 48"
_TEMPERATURE = "temperature"
_AGE = re.compile(r"\b(\w[\w’'-]+),\s$")  # before an age: "Ida Obi, "
_BOUNDS = (("least", "open_bounds"), ("over", "lower_bounds"), ("under", "upper_bounds"))


class QuantityKind(StrEnum):
    """What a number measures; only numbers of one kind can be compared."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    RESULT = "result"  # a vote or a score: "19 to 14", "2-1"
    AGE = "age"  # "Ida Obi, 44, said": its noun is the name before it


@frozen(kw_only=True, slots=True)
class Quantity:
    """A number in a text: `low` and `high` differ for a range; `bound` is "", "about", "over", "under" or
    "least", which leaves more open than "over" does.

    `nouns` are the concepts of the words after it: what it counts. `unit` is what it measures in; `bounded` begins at
    the approximator, where one stands before it.
    """

    span: Span
    low: float
    high: float
    kind: QuantityKind = QuantityKind.COUNT
    bound: str = ""
    nouns: frozenset[str] = frozenset()
    unit: Unit = NO_UNIT
    bounded: Span | None = None


def quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """Find the numbers in `text`, in figures and in words, in order.

    Years, days of a month and times of day are left to `moments`; a bare "one" is no number.

    >>> from quoteattr.languages import load
    >>> [(q.low, q.kind.value) for q in quantities("Two dozen firms paid £3.5m or 40 per cent", load("en"))]
    [(24.0, 'count'), (3500000.0, 'money'), (40.0, 'percent')]
    """
    if not maybe_number(language).search(text):
        return ()
    found = [_quantity(text, match, language) for match in number_pattern(language).finditer(text)]
    return tuple(_joined(text, [q for q in found if q is not None], language))


def _quantity(text: str, match: re.Match[str], language: Language) -> Quantity | None:
    span = Span(match.start(), match.end())
    if match["every"]:
        value = _share_value(match["of"], match["every"], language)
        return _about(text, Quantity(span=span, low=value, high=value, kind=QuantityKind.PERCENT), language)
    if match["bottom"]:
        return _fraction(text, match, language)
    if match["often"] or match["lone"]:
        return _unspoken(text, match, language)
    if match["fuzzy"]:
        low, high = language.comparing["fuzzy"][match["fuzzy"].lower()]
        return Quantity(span=span, low=low, high=high, bound="about", nouns=counted_nouns(text, span.end, language))
    return _number(text, match, language)


def _unspoken(text: str, match: re.Match[str], language: Language) -> Quantity:
    """Return the count of a word that stands for number and noun ("twice"), or of an article before a unit."""
    span = Span(match.start(), match.end())
    if match["lone"]:
        nouns, unit = counted_nouns(text, span.end, language), unit_behind(text, span.end, language)
        return _about(text, Quantity(span=span, low=1.0, high=1.0, nouns=nouns, unit=unit), language)
    value, noun = float(language.comparing["frequencies"][match["often"].lower()]), around(language, "frequency_nouns")
    return Quantity(span=span, low=value, high=value, nouns=frozenset(concept(word, language) for word in noun))


def _fraction(text: str, match: re.Match[str], language: Language) -> Quantity:
    part = _word_value(match["top"], language) if match["top"] else 1.0
    value = 100 * part / language.comparing["fractions"][match["bottom"].lower()]
    nouns = counted_nouns(text, match.end(), language)
    return _about(
        text,
        Quantity(span=Span(match.start(), match.end()), low=value, high=value, kind=QuantityKind.PERCENT, nouns=nouns),
        language,
    )


def _share_value(part: str, whole: str, language: Language) -> float:
    total = _word_value(whole, language)
    return 100 * _word_value(part, language) / total if total else 0.0


def _number(text: str, match: re.Match[str], language: Language) -> Quantity | None:
    value = _figure(match["figure"]) if match["figure"] else _word_value(match["words"], language)
    scale = (match["scale"] or "").lower()
    value *= language.comparing["multipliers"].get(scale, 1)
    if is_no_count(text, match, value, language):
        return None
    span, nouns = Span(match.start(), match.end()), counted_nouns(text, match.end(), language)
    nouns = nouns or noun_before(text, match.start(), language)
    kind = _kind(match, nouns, language)
    if kind is QuantityKind.COUNT:
        special = _age(text, match, value, nouns, language) or _temperature(text, match, value, language)
        if special is not None:
            return special
    unit = unit_behind(text, match.end(), language)
    if match["money"]:
        known = unit if unit.per or not unit.dimension else NO_UNIT  # "$600 the year before" measures no years
        unit = evolve(known, dimension=currency(match["money"].strip(), language))
    return _about(text, Quantity(span=span, low=value, high=value, kind=kind, nouns=nouns, unit=unit), language)


def _age(text: str, match: re.Match[str], value: float, nouns: frozenset[str], language: Language) -> Quantity | None:
    """Return an age: "the driver, 52, said", "a 52-year-old driver"."""
    span = Span(match.start(), match.end())
    if text.startswith(_after_ages(language), match.end()):
        return Quantity(span=span, low=value, high=value, kind=QuantityKind.AGE, nouns=nouns)
    if not match["figure"] or nouns or text[match.end() : match.end() + 1] != ",":
        return None
    owner = _AGE.search(text[: match.start()][-BEFORE:])
    if owner is None or not (owner[1][0].isupper() or owner[1] in language.nouns):
        return None
    return Quantity(
        span=span, low=value, high=value, kind=QuantityKind.AGE, nouns=frozenset((concept(owner[1], language),))
    )


def _temperature(text: str, match: re.Match[str], value: float, language: Language) -> Quantity | None:
    """Return a temperature in whole degrees of one scale, whichever the text has."""
    named = _degrees(language).match(text, match.end())
    if named is None:
        return None
    add, times = language.comparing["quantities"]["scales"][named[1].lower()]
    degrees = float(round((value + add) * times))
    unit = Unit(dimension=_TEMPERATURE, end=named.end())
    found = Quantity(
        span=Span(match.start(), named.end()), low=degrees, high=degrees, nouns=frozenset((_TEMPERATURE,)), unit=unit
    )
    return _about(text, found, language)


@cache
def _after_ages(language: Language) -> tuple[str, ...]:
    return tuple(language.comparing.get("quantities", {}).get("after_ages", ()))


@cache
def _degrees(language: Language) -> re.Pattern[str]:
    """Match the name of a scale of temperature behind a number: "40 degrees Celsius", "40°C"."""
    scales = either(language.comparing.get("quantities", {}).get("scales", {}))
    return re.compile(rf"\s?(?:{words_around(language, 'degrees')})\s?({scales})\b", re.IGNORECASE)


def _kind(match: re.Match[str], nouns: frozenset[str], language: Language) -> QuantityKind:
    if match["percent"]:
        return QuantityKind.PERCENT
    if match["money"] or nouns & _money_words(language):
        return QuantityKind.MONEY
    return QuantityKind.COUNT


@cache
def _money_words(language: Language) -> frozenset[str]:
    return frozenset(concept(word, language) for word in language.comparing.get("money_words", ()))


def _figure(digits: str) -> float:
    """Read figures with either thousands mark: "1,200", "1.200", "3.5"."""
    parts = re.split(r"[,.\u00a0\u202f]", digits)
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]) and parts[0] != "0":
        return float("".join(parts))
    if len(parts) > 2:
        return float("".join(parts[:-1]) + "." + parts[-1])
    return float(".".join(parts))


def _word_value(words: str, language: Language) -> float:
    """Read a number in words: "two hundred and forty"; figures are taken, too."""
    total = current = 0.0
    for word in re.findall(r"[^\W\d_]+|\d+", words.lower()):
        if word.isdigit():
            current += float(word)
        elif word in around(language, "multiplying"):
            current = max(current, 1) * language.comparing["multipliers"][word]
            total, current = (total + current, 0.0) if word in around(language, "closing") else (total, current)
        elif word in around(language, "articles"):
            current += 1
        else:
            current += language.comparing["numbers"].get(word, 0)
    return total + current


def _about(text: str, quantity: Quantity, language: Language) -> Quantity:
    """Add the approximator that stands before the number."""
    before = text[max(0, quantity.span.start - BEFORE) : quantity.span.start].lower()
    match = _approximator(language).search(before)
    if match is None:
        return quantity
    word = " ".join(match[1].split())
    start = quantity.span.start - len(before) + match.start()
    return evolve(
        quantity,
        bound=next((bound for bound, table in _BOUNDS if word in language.comparing.get(table, ())), "about"),
        bounded=Span(start, quantity.span.end),
    )


@cache
def _approximator(language: Language) -> re.Pattern[str]:
    body = either(language.comparing.get("approximators", ())).replace(r"\ ", r"\s")
    return re.compile(rf"\b({body})\s(?:(?:{words_around(language, 'behind_approximators')})\s)?$")


@frozen(eq=False)
class _Ranges:
    """The patterns for two numbers that belong together."""

    between: re.Pattern[str]
    result: re.Pattern[str]
    opener: re.Pattern[str]
    change: re.Pattern[str]


@cache
def _ranges(language: Language) -> _Ranges:
    links, joints = words_around(language, "range_links").replace(r"\ ", r"\s"), words_around(language, "joints")
    changing, old = words_around(language, "changing"), words_around(language, "changed_from")
    return _Ranges(
        between=re.compile(rf"\s?[-–]\s?|\s(?:{links})\s|\s(?:{joints})\s"),
        result=re.compile(rf"\b(?:{words_around(language, 'result_words')})\b[\w\s]{{0,8}}$"),
        opener=re.compile(rf"\b(?:{words_around(language, 'range_openers')})\s$"),
        change=re.compile(rf"\b(?:{changing})\b[^.;:]{{0,{_CHANGED}}}\b(?:{old})\s$", re.IGNORECASE),
    )


def _joined(text: str, found: list[Quantity], language: Language) -> list[Quantity]:
    """Join the ends of a range ("10 to 15") and the sides of a result ("19 to 14")."""
    ranges = _ranges(language)
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        between = text[last.span.end : quantity.span.start] if last else ""
        if (
            last
            and last.low == last.high
            and ranges.between.fullmatch(between)
            and _forms_range(text, last, between, quantity, language)
        ):
            if _changes(text, last, language):
                joined[-1] = evolve(last, kind=quantity.kind, nouns=last.nouns or quantity.nouns, unit=quantity.unit)
                joined.append(quantity)
                continue
            before = text[max(0, last.span.start - 14) : last.span.start]
            level = last.low == quantity.high and between.strip() in ("-", "–")  # a draw: "1-1"
            result = last.low > quantity.high or level or ranges.result.search(before)
            kind = QuantityKind.RESULT if result and last.kind is QuantityKind.COUNT else quantity.kind
            span = Span(last.span.start, quantity.span.end)
            joined[-1] = evolve(quantity, span=span, low=last.low, high=quantity.high, kind=kind, bounded=None)
        else:
            joined.append(quantity)
    return joined


def _changes(text: str, first: Quantity, language: Language) -> bool:
    """Tell whether the first of two numbers is the old one: "cut the rate *from* 5 to 4 per cent"."""
    before = text[max(0, first.span.start - _CHANGED - BEFORE) : first.span.start]
    return bool(_ranges(language).change.search(before))


def _forms_range(text: str, first: Quantity, between: str, second: Quantity, language: Language) -> bool:
    if second.kind is not first.kind and first.kind is not QuantityKind.COUNT:
        return False
    before = text[max(0, first.span.start - 9) : first.span.start].lower()
    return between.strip() not in around(language, "joints") or bool(_ranges(language).opener.search(before))
