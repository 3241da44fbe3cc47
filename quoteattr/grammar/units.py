"""Units: what a number measures in, and for how long a rate holds."""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from quoteattr.grammar.stems import stem
from quoteattr.languages import either
from quoteattr.languages.lexicon import Language

_MONEY = "money"
_TIME = "time"
_REACH = 60  # characters behind a number in which its unit and its rate stand
_WORDS = 3  # "900 lorries *a day*", "14 pints of milk *a week*": so many words stand before a rate
_WORD = re.compile(r"[\s-]?([^\W\d_]+)")


@frozen(kw_only=True, slots=True)
class Unit:
    """What a number measures in: `factor` of the base of its dimension; `per` is the seconds of a rate, 0 for none.

    Of money the dimension is the currency, as no factor turns one into the other. `end` is where the words for it end.
    """

    dimension: str = ""
    factor: float = 1.0
    per: float = 0.0
    end: int = 0

    def is_other(self, other: Unit) -> bool:
        """Tell whether both name a dimension, and not the same."""
        return bool(self.dimension and other.dimension) and self.dimension != other.dimension

    def scale(self, other: Unit) -> float:
        """Return by what to multiply a number to compare it with one in `other`'s base; what one leaves open is alike.

        >>> hour, minute = Unit(dimension="time", factor=3600), Unit(dimension="time", factor=60)
        >>> 2 * hour.scale(minute) == 120 * minute.scale(hour)
        True
        """
        factor = self.factor if self.dimension and self.dimension == other.dimension else 1.0
        return factor / self.per if self.per and other.per else factor


NO_UNIT = Unit()
"""What a number without a unit measures in."""


def unit_behind(text: str, position: int, language: Language) -> Unit:
    """Return the unit in the words behind a number that ends at `position`; without one, a unit without dimension.

    It takes the first word behind the number, or the second behind a filler ("two more days").

    >>> from quoteattr.languages import load
    >>> unit = unit_behind("3,000 crowns a day", 5, load("en"))
    >>> unit.dimension, unit.per
    ('money crown', 86400)
    """
    dimension, factor, end = _measure(text, position, language)
    behind = text[position : position + _REACH]
    rate = _rate(language).match(behind)
    speed = _WORD.match(text, position) if not dimension else None
    if speed is not None and speed[1].lower() in _speeds(language):
        way, time = (_units(language)[stem(word, language)] for word in _speeds(language)[speed[1].lower()])
        return Unit(dimension=way[0], factor=way[1], per=time[1], end=speed.end())
    rate = rate or _spread(language).match(behind)
    if rate is None or dimension == _TIME:
        return Unit(dimension=dimension, factor=factor, end=end)
    return Unit(dimension=dimension, factor=factor, per=_seconds(rate, language), end=position + rate.end())


def _seconds(rate: re.Match[str], language: Language) -> float:
    """Return for how long a rate holds: "a *month*", "over *three years*"."""
    time = _units(language)[stem(rate["time"], language)][1]
    count = rate.groupdict().get("count")
    if count is None:
        return time
    return time * (float(count) if count.isdigit() else language.comparing["numbers"][count.lower()] or 1)


def currency(sign: str, language: Language) -> str:
    """Return the dimension of a sign or a word for money, empty where it may be of more than one."""
    name = _currencies(language).get(sign.lower(), "")
    return f"{_MONEY} {name}" if name else ""


def _measure(text: str, position: int, language: Language) -> tuple[str, float, int]:
    fillers = language.comparing.get("quantities", {}).get("before_nouns", ())
    match = _WORD.match(text, position)
    if match is not None and match[1].lower() in fillers:
        match = _WORD.match(text, match.end())
    match = _behind_adjective(text, match, language)
    if match is None:
        return "", 1.0, position
    root = stem(match[1], language)
    if root in _money_stems(language):
        return f"{_MONEY} {_money_stems(language)[root]}", 1.0, match.end()
    second = _WORD.match(text, match.end()) if root in _first_words(language) else None
    whole = f"{root} {stem(second[1], language)}" if second is not None else ""
    if second is not None and whole in _units(language):  # "kilowatt-hours", "square kilometres"
        return *_units(language)[whole], second.end()
    dimension, factor = _units(language).get(root, ("", 1.0))
    return dimension, factor, match.end() if dimension else position


def _behind_adjective(text: str, match: re.Match[str] | None, language: Language) -> re.Match[str] | None:
    """Return the unit of time behind an adjective of time ("ten *working* days"); else the word itself."""
    adjectives = language.comparing.get("quantities", {}).get("of_times", ())
    if match is None or match[1].lower() not in adjectives:
        return match
    second = _WORD.match(text, match.end())
    timed = second is not None and _units(language).get(stem(second[1], language), ("",))[0] == _TIME
    return second if timed else match


@cache
def _units(language: Language) -> dict[str, tuple[str, float]]:
    """Return the dimension and the factor of each unit's stem, those of its words where it has more than one."""
    table = language.comparing.get("units", {})
    units = ((word, name, factor) for name, units in table.items() for word, factor in units.items())
    return {
        " ".join(stem(part, language) for part in (word + plural).split()): (name, factor)
        for word, name, factor in units
        for plural in ("", *language.word_class("plural_endings"))
    }


@cache
def _first_words(language: Language) -> frozenset[str]:
    return frozenset(unit.split()[0] for unit in _units(language) if " " in unit)


@cache
def _speeds(language: Language) -> dict[str, list[str]]:
    """Return what each short word for a speed is of: "mph" of miles and hours."""
    return dict(language.comparing.get("quantities", {}).get("speeds", {}))


@cache
def _currencies(language: Language) -> dict[str, str]:
    table = language.comparing.get("currencies", {})
    return {word.lower(): name for name, words in table.items() for word in (name, *words)}


@cache
def _money_stems(language: Language) -> dict[str, str]:
    """Return the currency of each word for money, signs left out."""
    return {stem(word, language): name for word, name in _currencies(language).items() if word.isalpha()}


@cache
def _rate(language: Language) -> re.Pattern[str]:
    """Match what goes on with a rate: "(3,000) crowns a month", but not "(14) were hurt a day later"."""
    words = language.comparing.get("quantities", {})
    links, stops = either(words.get("rate_links", ())), either(words.get("after_rates", ()))
    times = either(language.comparing.get("units", {}).get(_TIME, {}))
    plain = rf"(?:[\s-][^\W\d_]+){{0,{_WORDS}}}?"
    return re.compile(rf"{plain}\s(?:{links})\s(?P<time>{times})\b(?!\s(?:{stops})\b)", re.IGNORECASE)


@cache
def _spread(language: Language) -> re.Pattern[str]:
    """Match what goes on with a sum for so many years, months and so on: "(3 million) crowns over three years"."""
    links = either(language.comparing.get("quantities", {}).get("spread_links", ()))
    times = either(language.comparing.get("units", {}).get(_TIME, {}))
    plurals = either(language.word_class("plural_endings"))
    numbers = either(language.comparing.get("numbers", {}))
    count = rf"(?P<count>\d{{1,3}}|{numbers})"
    plain = rf"(?:[\s-][^\W\d_]+){{0,{_WORDS}}}?"
    return re.compile(rf"{plain}\s(?:{links})\s{count}[\s-](?P<time>{times})(?:{plurals})?\b", re.IGNORECASE)
