"""Moments: the dates, weekdays, months, years and times of day that a text gives."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from attrs import evolve, frozen

from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span


@frozen(kw_only=True, slots=True)
class Moment:
    """A point of time as far as the text gives it; what it leaves open is `None`. `clock` is minutes after midnight.

    `months` holds the months of a season, else the one month.
    """

    span: Span
    year: int | None = None
    months: tuple[int, ...] = ()
    day: int | None = None
    weekday: int | None = None
    clock: int | None = None


def moments(text: str, language: Language, published: str | None = None) -> tuple[Moment, ...]:
    """Find the moments in `text`, in order; "yesterday" is resolved where the day of publication is known.

    A weekday stays a weekday: which week is meant cannot be told from the text alone.

    >>> from quoteattr.languages import load
    >>> [(m.months, m.day, m.weekday) for m in moments("on Friday, 14 June, and yesterday", load("en"), "2024-06-16")]
    [((), None, 4), ((6,), 14, None), ((6,), 15, 5)]
    """
    today = _day_of(published)
    found = (_moment(match, language, today) for match in _pattern(language).finditer(text))
    return tuple(moment for moment in found if moment is not None)


def _day_of(published: str | None) -> date | None:
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", published or "")
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    def names(table: str) -> str:
        words = sorted(language.comparing.get(table, {}), key=lambda word: (-len(word), word))
        return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words) or r"(?!)"

    month, weekday = names("months"), names("weekdays")
    numeral = r"(?:st|nd|rd|th)?"
    return re.compile(
        rf"\b(?P<iso>\d{{4}}-\d\d-\d\d)\b"
        rf"|\b(?P<day>[0-3]?\d){numeral}\s(?:of\s)?(?P<month>{month})\b\.?(?:,?\s(?P<year>\d{{4}})\b)?"
        rf"|\b(?P<month2>{month})\b\.?\s(?:the\s)?(?P<day2>[0-3]?\d){numeral}\b(?![:.]\d)(?:,?\s(?P<year2>\d{{4}})\b)?"
        rf"|\b(?P<month3>(?!may\b|mar\b){month})\b(?:,?\s(?P<year3>\d{{4}})\b)?"
        rf"|\b(?:in|next|last|of|until|by|since|early|late|mid|before|from)\s(?P<may>may)\b(?:,?\s(?P<year4>\d{{4}})\b)?"
        rf"|\b(?P<weekday>{weekday})\b"
        rf"|\b(?P<hour>[012]?\d)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b"
        rf"|\b(?P<hour24>[012]?\d):(?P<minute24>[0-5]\d)\b"
        rf"|\b(?:at|until|till|around)\s(?:about\s|around\s)?(?P<dotted>[012]?\d\.[0-5]\d)\b(?!\.\d|\s?%)"
        rf"|\b(?P<named>noon|midday|midnight)\b"
        rf"|\bthe\s(?P<bare>[0-3]?\d)(?:st|nd|rd|th)\b(?!\s[a-z]+\s(?:of|time))"
        rf"|\b(?P<relative>{names('relative_days')})\b"
        rf"|\b(?:in|this|next|by|last|from|until|the)\s(?:the\s)?(?P<season>{names('seasons')})\b"
        rf"|\b(?:in|by|since|until|of|from|before|after|during|and)\s(?P<lone>(?:1[5-9]|2[01])\d\d)\b(?!\s?[%\w])",
        re.IGNORECASE,
    )


def _moment(match: re.Match[str], language: Language, today: date | None) -> Moment | None:
    bare = Moment(span=Span(match.start(), match.end()))
    if match["iso"]:
        return _on(bare, _day_of(match["iso"]))
    if match["dotted"] and not _is_hour(match, language):
        return None
    if match["relative"]:
        shift = language.comparing["relative_days"][" ".join(match["relative"].lower().split())]
        return _on(bare, today + timedelta(days=shift)) if today else None
    if match["weekday"]:
        return evolve(bare, weekday=language.comparing["weekdays"][match["weekday"].lower()])
    if match["season"]:
        first, last = language.comparing["seasons"][match["season"].lower()]
        return evolve(bare, months=tuple((first + i - 1) % 12 + 1 for i in range((last - first) % 12 + 1)))
    return _clock(bare, match) or _calendar(bare, match, language)


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


def _clock(moment: Moment, match: re.Match[str]) -> Moment | None:
    if match["hour"]:
        hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
        return evolve(moment, clock=60 * hour + int(match["minute"] or 0))
    if match["hour24"]:
        return evolve(moment, clock=60 * int(match["hour24"]) + int(match["minute24"]))
    if match["dotted"]:  # "logged at 3.07"
        hours, minutes = match["dotted"].split(".")
        return evolve(moment, clock=60 * int(hours) + int(minutes))
    if match["named"]:
        return evolve(moment, clock=0 if match["named"].lower() == "midnight" else 720)
    return None


def _calendar(moment: Moment, match: re.Match[str], language: Language) -> Moment | None:
    name = match["month"] or match["month2"] or match["month3"] or match["may"]
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
    return _with_weekday(whole) if (name and name[0].isupper()) or not name else None


def _with_weekday(moment: Moment) -> Moment:
    """Add the weekday of a full date."""
    if moment.year is None or len(moment.months) != 1 or moment.day is None:
        return moment
    try:
        return evolve(moment, weekday=date(moment.year, moment.months[0], moment.day).weekday())
    except ValueError:  # "31 June" is a slip of the article
        return moment
