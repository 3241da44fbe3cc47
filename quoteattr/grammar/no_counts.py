"""Numbers that count nothing: years, days of a month, times of day, a bare "one"."""

from __future__ import annotations

import re
from functools import cache

from quoteattr.grammar.moments import behind_days, day_halves, spoken_clocks
from quoteattr.grammar.number_patterns import BEFORE, alternatives, around, function_stems, words_around
from quoteattr.grammar.stems import stem
from quoteattr.languages import either
from quoteattr.languages.lexicon import Language

_GOES_ON = re.compile(
    r"\d[:.]$|\d{3,}-$|-\d+-$|[:/]\d+-$"
)  # before the rest of a clock, a number of a telephone, a day
_DAY_DIGITS = 2
_COUNTED = re.compile(r"\s?%|[.,:]\d|\s[^\W\d_]{4,}")  # behind a number that is no day: "on May 9 and 15 people"
_YEARS = (1500, 2199)  # a bare four-digit number in this range is read as a year, not as a count


def is_no_count(text: str, match: re.Match[str], value: float, language: Language) -> bool:
    """Tell whether the number is a year, a day of a month, a time of day, or a bare "one"."""
    before, after = (
        text[max(0, match.start() - 12) : match.start()].lower(),
        text[match.end() : match.end() + 14].lower(),
    )
    if match["money"] or match["percent"] or match["scale"]:
        return False
    if _is_of_clock(text, match, language) or _is_of_days(text, match, language):
        return True
    if match["words"]:
        alone = match["words"].lower() in around(language, "bare")
        if alone and not around(language, "before_nobody").isdisjoint(before.split()[-1:]):
            return True  # "no one warned us"
        bare = alone and not _counts(after, language)
        return bare and not _result_side(language).search(text[max(0, match.start() - BEFORE) : match.start()])
    if _clock_pattern(language).match(after) or _GOES_ON.search(before):
        return True
    if re.fullmatch(r"\d\d?\.\d\d", match["figure"]) and not _counts(after, language):  # "14.45", "09.09"
        return True
    if len(match["figure"]) == 4 and match["figure"].isdigit() and _YEARS[0] <= value <= _YEARS[1]:
        return not _counts(after, language)
    behind, ahead = _day_patterns(language)
    return bool(behind.match(after) or ahead.search(before))


@cache
def _result_side(language: Language) -> re.Pattern[str]:
    """Match the first side of a result before the second: "(carried) *five to* one"."""
    links = words_around(language, "range_links").replace(r"\ ", r"\s")
    return re.compile(rf"\b(?:\d+|{alternatives(language, 'numbers')})\s(?:{links})\s$", re.IGNORECASE)


def _is_of_clock(text: str, match: re.Match[str], language: Language) -> bool:
    """Tell whether the number is of a time of day in words, or with a zone: "quarter past four", "0117 GMT"."""
    start = max(0, match.start() - BEFORE)
    found = spoken_clocks(language).finditer(text, start, match.end() + BEFORE)
    return any(each.start() <= match.start() and match.end() <= each.end() for each in found)


def _is_of_days(text: str, match: re.Match[str], language: Language) -> bool:
    """Tell whether the number is one end of some days: the *9* of "9 to 15 April", the *15* of "April 9-15"."""
    if not match["figure"] or not match["figure"].isdigit() or len(match["figure"]) > _DAY_DIGITS:
        return False
    before, after = text[max(0, match.start() - BEFORE) : match.start()], text[match.end() : match.end() + BEFORE]
    first, last = _days_around(language)
    return bool((first.search(before) and not _COUNTED.match(after)) or last.match(after))


@cache
def _days_around(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    links = either(language.comparing.get("moments", {}).get("range_links", ()))
    months = alternatives(language, "months")
    ordinals = either(language.comparing.get("moments", {}).get("ordinals", ()))
    first = rf"\b(?:{months})\.?\s\d\d?(?:{ordinals})?\s?(?:{links})\s?$"
    last = rf"(?:{ordinals})?\s?(?:{links})\s?(?:\w+\s)?\d\d?(?:{ordinals})?\s(?:\w+\s)?(?:{months})\b"
    return re.compile(first, re.IGNORECASE), re.compile(last, re.IGNORECASE)


@cache
def _clock_pattern(language: Language) -> re.Pattern[str]:
    """Match what goes on with a number that is the hour of a time of day, or the year of a date."""
    hours = words_around(language, "hours")
    return re.compile(rf"[:.]\d\d|\s?(?:{day_halves(language)})\b|-\d\d-\d\d|\s?(?:{hours})\b")


@cache
def _day_patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns for what stands behind a number that is the day of a month, and before one."""
    return re.compile(behind_days(language)), re.compile(rf"\b(?:{alternatives(language, 'months')})\.?\s$")


def _counts(after: str, language: Language) -> bool:
    """Tell whether a word follows that can be counted."""
    word = re.match(r"[\s-]([a-z]+)", after)
    return bool(word) and stem(word[1], language) not in function_stems(language) if word else False
