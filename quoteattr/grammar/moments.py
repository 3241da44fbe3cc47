"""Moments: the dates, weekdays, months, years and times of day that a text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, partial

from attrs import evolve, frozen

from quoteattr.languages import either
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span

_BEHIND_LINKS = ("doubtful", "season", "fall", "lone")  # groups before which a preposition is matched, too
_RANGE = 16  # characters before a date in which the first of some days stands: "from 9th until 15 April"
_NEAR = timedelta(weeks=8)  # a date without a year is surely of the year that brings it this near to publication
_NOON = 12  # what is later is of a clock of 24 hours


@frozen(kw_only=True, slots=True)
class Moment:
    """A point of time as far as the text gives it; what it leaves open is `None`. `clock` is minutes after midnight.

    `months` holds the months of a season, else the one month. `half` holds where the text tells which half of the day
    is meant: "7 am", "07:20", "19:20", "noon", but not "7:20". `zone` is the zone that the text names behind a time, in
    lower case. `period` is of "next week": unit, how many from now. `relative` holds of "yesterday", whose date
    comes from the day of publication.
    """

    span: Span
    year: int | None = None
    months: tuple[int, ...] = ()
    day: int | None = None
    weekday: int | None = None
    clock: int | None = None
    half: bool = False
    zone: str = ""
    period: tuple[str, int] | None = None
    relative: bool = False


def moments(text: str, language: Language, published: str | None = None) -> tuple[Moment, ...]:
    """Find the moments in `text`, in order; "yesterday" is resolved where the day of publication is known.

    A weekday stays a weekday: which week is meant cannot be told from the text alone. A date without a year has a
    weekday where it lies near the day of publication.

    >>> from quoteattr.languages import load
    >>> [(m.months, m.day, m.weekday) for m in moments("on Friday, 14 June, and yesterday", load("en"), "2024-06-16")]
    [((), None, 4), ((6,), 14, 4), ((6,), 15, 5)]
    """
    today = _day_of(published)
    found: list[Moment] = []
    for match in _pattern(language).finditer(text):
        moment = _moment(match, language, today)
        if moment is not None:
            found.extend(_with_range(moment, match, language))
    return tuple(found)


def _with_range(moment: Moment, match: re.Match[str], language: Language) -> tuple[Moment, ...]:
    """Return a moment with the other end of the days that it ends or begins: "9 *to 15 April*", "April 9-15"."""
    behind, before = _day_ranges(language)
    if match["day2"] and not match["year2"] and (last := behind.match(match.string, match.end())):
        return moment, evolve(moment, span=Span(last.start(1), last.end(1)), day=int(last[1]), weekday=None)
    start = max(0, match.start() - _RANGE)
    if match["day"] and (first := before.search(match.string[start : match.start()])):
        span = Span(start + first.start(1), start + first.end(1))
        return evolve(moment, span=span, day=int(first[1]), weekday=None), moment
    return (moment,)


@cache
def _day_ranges(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns for the last day behind a date ("April 9 *to 15*") and for the first before one."""
    links, ordinals = _words(language, "range_links"), _words(language, "ordinals")
    day = rf"([0-3]?\d)(?:{ordinals})?"
    return (
        re.compile(rf"\s?(?:{links})\s?{day}\b(?!\s?%|[.,:]\d|\s[^\W\d_]{{4,}})"),
        re.compile(rf"(?<![\d.,:]){day}\s?(?:{links})\s?(?:(?:{_words(language, 'articles')})\s)?$"),
    )


def _day_of(published: str | None) -> date | None:
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", published or "")
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile("|".join((*_dates(language), *_clocks(language), *_rough_times(language))), re.IGNORECASE)


def _names(language: Language, table: str) -> str:
    """Return a pattern for the names in a table of the language."""
    return either(language.comparing.get(table, {})).replace(r"\ ", r"\s")


def _words(language: Language, name: str) -> str:
    """Return a pattern for the words that stand around moments."""
    return either(language.comparing.get("moments", {}).get(name, ()))


def _dates(language: Language) -> Iterator[str]:
    """Yield the patterns for days and months."""
    month, words = _names(language, "months"), partial(_words, language)
    numeral, article = f"(?:{words('ordinals')})", rf"(?:{words('articles')})\s"
    yield r"\b(?P<iso>\d{4}-\d\d-\d\d)\b"
    yield (
        rf"\b(?P<day>[0-3]?\d){numeral}?\s(?:(?:{words('day_links')})\s)?(?P<month>{month})\b\.?"
        r"(?:,?\s(?P<year>\d{4})\b)?"
    )
    yield (
        rf"\b(?P<month2>{month})\b\.?\s(?:{article})?(?P<day2>[0-3]?\d){numeral}?\b(?![:.]\d)"
        r"(?:,?\s(?P<year2>\d{4})\b)?"
    )
    yield rf"\b(?P<month3>{month})\b(?:,?\s(?P<year3>\d{{4}})\b)?"
    doubtful = rf"(?P<doubtful>{words('doubtful')})\b(?:,?\s(?P<year4>\d{{4}})\b)?"
    yield rf"\b(?:{words('before_doubtful')})\s{doubtful}"
    yield rf"\b(?P<weekday>{_names(language, 'weekdays')})\b"
    yield rf"\b{article}(?P<bare>[0-3]?\d){numeral}\b(?!\s[a-z]+\s(?:{words('after_ordinals')}))"


def _clocks(language: Language) -> Iterator[str]:
    """Yield the patterns for times of day."""
    words = partial(_words, language)
    yield rf"\b(?P<hour>[012]?\d)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>{day_halves(language)})\b"
    yield r"\b(?P<hour24>[012]?\d):(?P<minute24>[0-5]\d)\b"
    before = rf"(?:{words('before_clock')})\s(?:(?:{words('about_clock')})\s)?"
    yield rf"\b{before}(?P<dotted>[012]?\d\.[0-5]\d)\b(?!\.\d|\s?%|\s?(?:{day_halves(language)})\b)"
    yield rf"\b(?P<named>{_names(language, 'clock_names')})\b"
    hours = either(_hours(language))
    yield rf"\b(?P<zoned>[012]\d[0-5]\d)\s?(?=(?:{words('zones')})\b)"
    past = rf"(?P<past>{_clock_parts(language)})\s(?:{words('past')})"
    yield rf"\b(?:{past}|(?P<before>{words('parts_before')})\s(?:{words('to')}))\s(?P<spoken>{hours})\b"
    yield rf"\b(?P<struck>{hours}|[01]?\d)\s(?:{words('struck')})\b"


@cache
def _hours(language: Language) -> dict[str, int]:
    """Return the hours in words."""
    return {word: int(value) for word, value in language.comparing.get("numbers", {}).items() if 1 <= value <= _NOON}


def _clock_parts(language: Language) -> str:
    return either(language.comparing.get("moments", {}).get("clock_parts", {})).replace(r"\ ", r"\s")


@cache
def spoken_clocks(language: Language) -> re.Pattern[str]:
    """Return the pattern for times of day in words: "quarter past four", "nine o'clock", "0117 GMT"."""
    return re.compile("|".join(list(_clocks(language))[-3:]), re.IGNORECASE)


def _rough_times(language: Language) -> Iterator[str]:
    """Yield the patterns for days told from today, seasons and years."""
    words = partial(_words, language)
    yield rf"\b(?P<relative>{_names(language, 'relative_days')})\b"
    yield rf"\b(?P<period>{_names(language, 'relative_periods')})\b"
    before = rf"(?:{words('before_seasons')})\s(?:(?:{words('articles')})\s)?"
    yield rf"\b{before}(?P<season>{_names(language, 'seasons')})\b"
    yield (
        rf"\b(?:{words('before_doubtful_seasons')})\s(?P<fall>{_names(language, 'doubtful_seasons')})\b"
        rf"(?!\s(?:{words('after_deeds')})\b(?!\s\d{{4}}\b))"
    )
    yield rf"\b(?:{words('before_years')})\s(?P<lone>(?:1[5-9]|2[01])\d\d)\b(?!\s?[%\w])"


def behind_days(language: Language) -> str:
    """Return a pattern for what stands behind the number of a day: "14 *of June*", "the 14*th*".

    >>> import re
    >>> from quoteattr.languages import load
    >>> bool(re.match(behind_days(load("en")), "th of June"))
    True
    """
    ordinals, links = _words(language, "ordinals"), _words(language, "day_links")
    return rf"(?:{ordinals})?\s(?:(?:{links})\s)?(?:{_names(language, 'months')})\b|(?:{ordinals})\b"


def day_halves(language: Language) -> str:
    """Return a pattern for the halves of the day behind an hour, with or without a dot inside.

    >>> from quoteattr.languages import load
    >>> day_halves(load("en"))
    'a\\\\.?m|p\\\\.?m'
    """
    return "|".join(r"\.?".join(half) for half in language.comparing.get("day_halves", {})) or "(?!)"


def _moment(match: re.Match[str], language: Language, today: date | None) -> Moment | None:
    start = next((match.start(name) for name in _BEHIND_LINKS if match[name]), match.start())  # not "of May"
    bare = Moment(span=Span(start, match.end()))
    if match["iso"]:
        return _on(bare, _day_of(match["iso"]))
    if match["dotted"] and not _is_hour(match, language):
        return None
    if match["relative"]:
        shift = language.comparing["relative_days"][" ".join(match["relative"].lower().split())]
        return _on(evolve(bare, relative=True), today + timedelta(days=shift)) if today else None
    if match["period"]:
        unit, shift = language.comparing["relative_periods"][" ".join(match["period"].lower().split())]
        return evolve(bare, period=(unit, shift))
    if match["weekday"]:
        return evolve(bare, weekday=language.comparing["weekdays"][match["weekday"].lower()])
    if match["season"] or match["fall"]:
        table, name = ("seasons", match["season"]) if match["season"] else ("doubtful_seasons", match["fall"])
        first, last = language.comparing[table][name.lower()]
        return evolve(bare, months=tuple((first + i - 1) % 12 + 1 for i in range((last - first) % 12 + 1)))
    return _clock(bare, match, language) or _calendar(bare, match, language, today)


def _is_hour(match: re.Match[str], language: Language) -> bool:
    """Tell whether figures with a point are a time of day: nothing that can be measured follows ("at 2.41 metres")."""
    following = re.match(r"\s([^\W\d_]+)", match.string[match.end() : match.end() + 24])
    if following is None:
        return True
    word = following[1].lower()
    return word in language.comparing.get("function_words", "").split() or any(
        word in language.comparing.get(table, {}) for table in ("weekdays", "relative_days")
    )


def _on(moment: Moment, day: date | None) -> Moment | None:
    if day is None:
        return None
    return evolve(moment, year=day.year, months=(day.month,), day=day.day, weekday=day.weekday())


def _clock(moment: Moment, match: re.Match[str], language: Language) -> Moment | None:
    found = _time_of_day(moment, match, language)
    if found is None:
        return None
    behind = match.string[match.end() : match.end() + _RANGE + _RANGE]
    zone = _zone(language).match(behind)
    part = None if found.half else _part_of_day(language).match(behind)
    if part is not None and found.clock is not None:
        hour = (
            found.clock // 60 % _NOON + language.comparing["moments"]["parts_of_day"][" ".join(part[1].lower().split())]
        )
        found = evolve(found, clock=60 * hour + found.clock % 60, half=True)
    return evolve(found, zone=zone[1].lower()) if zone else found


@cache
def _zone(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\.?\s?\(?({_words(language, 'zones')}|{_words(language, 'local')})\b", re.IGNORECASE)


@cache
def _part_of_day(language: Language) -> re.Pattern[str]:
    parts = either(language.comparing.get("moments", {}).get("parts_of_day", {})).replace(r"\ ", r"\s")
    return re.compile(rf"\s({parts})\b", re.IGNORECASE)


def _time_of_day(moment: Moment, match: re.Match[str], language: Language) -> Moment | None:
    if match["hour"]:
        half = match["half"].lower().replace(".", "")
        hour = int(match["hour"]) % 12 + language.comparing["day_halves"][half]
        return evolve(moment, clock=60 * hour + int(match["minute"] or 0), half=True)
    if match["hour24"]:
        return _of_figures(moment, match["hour24"], match["minute24"])
    if match["dotted"]:  # "logged at 3.07"
        return _of_figures(moment, *match["dotted"].split("."))
    if match["named"]:
        return evolve(moment, clock=60 * language.comparing["clock_names"][match["named"].lower()], half=True)
    if match["zoned"]:
        return evolve(moment, clock=60 * int(match["zoned"][:2]) + int(match["zoned"][2:]), half=True)
    return _in_words(moment, match, language)


def _in_words(moment: Moment, match: re.Match[str], language: Language) -> Moment | None:
    """Read "quarter past four" and "nine o'clock"; which half of the day is meant they leave open."""
    if match["struck"]:
        hour = _hours(language).get(match["struck"].lower()) or int(match["struck"])
        return evolve(moment, clock=60 * hour)
    if not match["spoken"]:
        return None
    hour, parts = _hours(language)[match["spoken"].lower()], language.comparing["moments"]["clock_parts"]
    minutes = parts[match["past"].lower()] if match["past"] else -parts[match["before"].lower()]
    return evolve(moment, clock=(60 * hour + minutes) % (_NOON * 60))


def _of_figures(moment: Moment, hours: str, minutes: str) -> Moment:
    """Read figures alone: "07:20" and "19:20" are of a clock of 24 hours, "7:20" and "11:30" may be of either."""
    half = hours.startswith("0") or int(hours) > _NOON
    return evolve(moment, clock=60 * int(hours) + int(minutes), half=half)


def _calendar(moment: Moment, match: re.Match[str], language: Language, today: date | None) -> Moment | None:
    name = match["month"] or match["month2"] or match["month3"] or match["doubtful"]
    day, year = (
        match["day"] or match["day2"] or match["bare"],
        match["year"] or match["year2"] or match["year3"] or match["year4"] or match["lone"],
    )
    whole = evolve(
        moment,
        year=int(year) if year else None,
        months=(language.comparing["months"][name.lower()],) if name else (),
        day=int(day) if day else None,
    )
    return _with_weekday(whole, today) if (name and name[0].isupper()) or not name else None


def _with_weekday(moment: Moment, today: date | None) -> Moment:
    """Add the weekday of a date; without a year it is of the one that is nearest to the day of publication."""
    if len(moment.months) != 1 or moment.day is None:
        return moment
    years = (moment.year,) if moment.year is not None else _years_around(today)
    try:
        days = [date(year, moment.months[0], moment.day) for year in years]
    except ValueError:  # "31 June" is a slip of the article
        return moment
    if moment.year is None and today is not None:
        days = sorted(days, key=lambda day: abs(day - today))
        return evolve(moment, weekday=days[0].weekday()) if abs(days[0] - today) <= _NEAR else moment
    return evolve(moment, weekday=days[0].weekday()) if days else moment


def _years_around(today: date | None) -> tuple[int, ...]:
    return (today.year - 1, today.year, today.year + 1) if today is not None else ()
