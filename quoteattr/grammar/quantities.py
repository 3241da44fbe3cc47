"""Quantities: the numbers that a text gives, with how sure it is of them and what it counts."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, partial

from attrs import evolve, frozen

from quoteattr.grammar.moments import behind_days, day_halves, spoken_clocks
from quoteattr.grammar.stems import concept, stem
from quoteattr.grammar.units import NO_UNIT, Unit, currency, unit_behind
from quoteattr.languages import either
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span

_NOUNS_AFTER = 3  # "14 wounded border guards": what is counted stands within three words
_CHANGED = 40  # characters between a verb of change and "from": "cut the number of its branches from 71 to 48"
_BEFORE = 26  # characters in which an approximator ("in the region of ") stands before the number
_GOES_ON = re.compile(
    r"\d[:.]$|\d{3,}-$|-\d+-$|[:/]\d+-$"
)  # before the rest of a clock, a number of a telephone, a day
_WORDS = re.compile(r"(?:[\s-]+(?:[^\W\d_]+(?:['’][^\W\d_]+)?|\d+\b(?![.,]\d))){0,6}")
_TEMPERATURE = "temperature"
_DAY_DIGITS = 2
_COUNTED = re.compile(r"\s?%|[.,:]\d|\s[^\W\d_]{4,}")  # behind a number that is no day: "on May 9 and 15 people"
_AGE = re.compile(r"\b(\w[\w’'-]+),\s$")  # before an age: "Ida Obi, "
_BOUNDS = (("least", "open_bounds"), ("over", "lower_bounds"), ("under", "upper_bounds"))
_YEARS = (1500, 2199)  # a bare four-digit number in this range is read as a year, not as a count


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
    if not _maybe_number(language).search(text):
        return ()
    found = [_quantity(text, match, language) for match in _pattern(language).finditer(text)]
    return tuple(_joined(text, [q for q in found if q is not None], language))


@cache
def _maybe_number(language: Language) -> re.Pattern[str]:
    words = _alternatives(language, "numbers", "fuzzy", "fractions", "frequencies")
    return re.compile(rf"\d|\b(?:{words})\b|{_lone_unit(language)}", re.IGNORECASE)


def _alternatives(language: Language, *tables: str) -> str:
    return either({word for table in tables for word in language.comparing.get(table, {})})


@cache
def _around(language: Language, name: str) -> frozenset[str]:
    """Return the words of one kind that stand around numbers or inside of them."""
    return frozenset(language.comparing.get("quantities", {}).get(name, ()))


def _words(language: Language, name: str) -> str:
    """Return a pattern for the words of one kind that stand around numbers."""
    return either(_around(language, name))


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    word, multiplier = _alternatives(language, "numbers"), _alternatives(language, "multipliers")
    sign, fraction = either(language.comparing.get("money_signs", ())), _alternatives(language, "fractions")
    around, single = partial(_words, language), _words(language, "articles")
    figure = r"(?P<figure>\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?)"
    words = (
        rf"(?P<words>\b(?:{word})(?:(?:[\s-]|\s(?:{around('joints')})\s)(?:{word}|{around('inner_multipliers')}))*\b)"
    )
    share = rf"\b(?P<top>{single}|{word})?[\s-]?\b(?P<bottom>{fraction})\b(?=\s(?:{around('after_fractions')})\b)"
    every = rf"(?:(?:{around('before_wholes')})\s)?(?P<every>\d+|{word})"
    one_in = rf"\b(?P<of>\d+|{word})\s(?:{around('share_links')})\s{every}\b"
    fuzzy = rf"\b(?P<fuzzy>{_alternatives(language, 'fuzzy')})\b(?=\s(?:{around('links')})\b)"
    scale = rf"(?:[\s-]?(?P<scale>(?:{multiplier}))\b(?:\s(?:{multiplier})\b)?)?"
    percent = either(language.comparing.get("percent_words", ())).replace(r"\ ", r"\s?")
    ratio = rf"(?P<money>(?:{sign})\s?)?(?:{figure}|{words}){scale}(?P<percent>\s?(?:%|(?:{percent})\b))?"
    every_kind = rf"{one_in}|{share}|{fuzzy}|{_frequency(language)}|{_lone_unit(language)}|(?<![\w.,:]){ratio}"
    return re.compile(every_kind, re.IGNORECASE)


def _frequency(language: Language) -> str:
    """Return the pattern for "twice", and for "once" where it is no conjunction ("once it rains")."""
    words, doubtful = _alternatives(language, "frequencies"), _words(language, "doubtful_frequencies")
    behind = rf"(?=\s(?:{_words(language, 'after_frequencies')})\b|\W*\Z|[.,;])"
    return (
        rf"\b(?P<often>(?!(?:{doubtful})\b(?!{behind}))(?:{words}))\b(?!\s(?:{_words(language, 'after_multiples')})\b)"
    )


def _lone_unit(language: Language) -> str:
    """Return the pattern for an article that counts a unit of time: "for *a* year", but not "900 lorries a day"."""
    times = either(language.comparing.get("units", {}).get("time", {}))
    before = "|".join(rf"(?<=\b{word}\s)" for word in sorted(_around(language, "before_lone_units")))
    single, joint = _words(language, "articles"), _words(language, "joints")
    return rf"(?:{before or '(?!)'})(?P<lone>{single})\b(?=\s(?:{times})\b(?!\s(?:{joint})\s))"


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
        return Quantity(span=span, low=low, high=high, bound="about", nouns=_nouns(text, span.end, language))
    return _number(text, match, language)


def _unspoken(text: str, match: re.Match[str], language: Language) -> Quantity:
    """Return the count of a word that stands for number and noun ("twice"), or of an article before a unit."""
    span = Span(match.start(), match.end())
    if match["lone"]:
        nouns, unit = _nouns(text, span.end, language), unit_behind(text, span.end, language)
        return _about(text, Quantity(span=span, low=1.0, high=1.0, nouns=nouns, unit=unit), language)
    value, noun = float(language.comparing["frequencies"][match["often"].lower()]), _around(language, "frequency_nouns")
    return Quantity(span=span, low=value, high=value, nouns=frozenset(concept(word, language) for word in noun))


def _fraction(text: str, match: re.Match[str], language: Language) -> Quantity:
    part = _word_value(match["top"], language) if match["top"] else 1.0
    value = 100 * part / language.comparing["fractions"][match["bottom"].lower()]
    nouns = _nouns(text, match.end(), language)
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
    if _is_no_count(text, match, value, language):
        return None
    span, nouns = Span(match.start(), match.end()), _nouns(text, match.end(), language)
    nouns = nouns or _noun_before(text, match.start(), language)
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
    owner = _AGE.search(text[: match.start()][-_BEFORE:])
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
    return re.compile(rf"\s?(?:{_words(language, 'degrees')})\s?({scales})\b", re.IGNORECASE)


def _kind(match: re.Match[str], nouns: frozenset[str], language: Language) -> QuantityKind:
    if match["percent"]:
        return QuantityKind.PERCENT
    if match["money"] or nouns & _money_words(language):
        return QuantityKind.MONEY
    return QuantityKind.COUNT


@cache
def _money_words(language: Language) -> frozenset[str]:
    return frozenset(concept(word, language) for word in language.comparing.get("money_words", ()))


def _is_no_count(text: str, match: re.Match[str], value: float, language: Language) -> bool:
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
        bare = match["words"].lower() in _around(language, "bare") and not _counts(after, language)
        return bare and not _result_side(language).search(text[max(0, match.start() - _BEFORE) : match.start()])
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
    links = _words(language, "range_links").replace(r"\ ", r"\s")
    return re.compile(rf"\b(?:\d+|{_alternatives(language, 'numbers')})\s(?:{links})\s$", re.IGNORECASE)


def _is_of_clock(text: str, match: re.Match[str], language: Language) -> bool:
    """Tell whether the number is of a time of day in words, or with a zone: "quarter past four", "0117 GMT"."""
    start = max(0, match.start() - _BEFORE)
    found = spoken_clocks(language).finditer(text, start, match.end() + _BEFORE)
    return any(each.start() <= match.start() and match.end() <= each.end() for each in found)


def _is_of_days(text: str, match: re.Match[str], language: Language) -> bool:
    """Tell whether the number is one end of some days: the *9* of "9 to 15 April", the *15* of "April 9-15"."""
    if not match["figure"] or not match["figure"].isdigit() or len(match["figure"]) > _DAY_DIGITS:
        return False
    before, after = text[max(0, match.start() - _BEFORE) : match.start()], text[match.end() : match.end() + _BEFORE]
    first, last = _days_around(language)
    return bool((first.search(before) and not _COUNTED.match(after)) or last.match(after))


@cache
def _days_around(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    links = either(language.comparing.get("moments", {}).get("range_links", ()))
    months = _alternatives(language, "months")
    ordinals = either(language.comparing.get("moments", {}).get("ordinals", ()))
    first = rf"\b(?:{months})\.?\s\d\d?(?:{ordinals})?\s?(?:{links})\s?$"
    last = rf"(?:{ordinals})?\s?(?:{links})\s?(?:\w+\s)?\d\d?(?:{ordinals})?\s(?:\w+\s)?(?:{months})\b"
    return re.compile(first, re.IGNORECASE), re.compile(last, re.IGNORECASE)


@cache
def _clock_pattern(language: Language) -> re.Pattern[str]:
    """Match what goes on with a number that is the hour of a time of day, or the year of a date."""
    hours = _words(language, "hours")
    return re.compile(rf"[:.]\d\d|\s?(?:{day_halves(language)})\b|-\d\d-\d\d|\s?(?:{hours})\b")


@cache
def _day_patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns for what stands behind a number that is the day of a month, and before one."""
    return re.compile(behind_days(language)), re.compile(rf"\b(?:{_alternatives(language, 'months')})\.?\s$")


def _counts(after: str, language: Language) -> bool:
    """Tell whether a word follows that can be counted."""
    word = re.match(r"[\s-]([a-z]+)", after)
    return bool(word) and stem(word[1], language) not in _function_stems(language) if word else False


@cache
def _function_stems(language: Language) -> frozenset[str]:
    return frozenset(language.comparing.get("function_words", "").split())


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
        elif word in _around(language, "multiplying"):
            current = max(current, 1) * language.comparing["multipliers"][word]
            total, current = (total + current, 0.0) if word in _around(language, "closing") else (total, current)
        elif word in _around(language, "articles"):
            current += 1
        else:
            current += language.comparing["numbers"].get(word, 0)
    return total + current


def _nouns(text: str, position: int, language: Language) -> frozenset[str]:
    """Return the concepts of the next words, up to a word without content or a mark."""
    found: list[str] = []
    named = False
    for word in _WORDS.match(text, position, position + 80)[0].split():  # type: ignore[index]
        word = word.strip("-")
        if word[:1].isdigit():
            if not named:
                break
            continue  # "84,000 Orrin 300 heaters" are heaters
        named = word[:1].isupper()
        if word.lower() in _function_stems(language):
            filler = not found and word.lower() in _around(language, "before_nouns")
            if not filler and word.lower() not in _around(language, "links"):
                break  # "11 reports of smoke" counts smoke, too
            continue
        found.append(concept(word, language))
        if len(found) == _NOUNS_AFTER:
            break
    return frozenset(found)


def _noun_before(text: str, position: int, language: Language) -> frozenset[str]:
    """Return the concept of the noun that a number behind it gives: "a *magnitude* of 5.8"."""
    found = _measured_by(language).search(text[max(0, position - _BEFORE) : position])
    if found is None or stem(found[1], language) in _no_measures(language):
        return frozenset()
    return frozenset((concept(found[1], language),))


@cache
def _no_measures(language: Language) -> frozenset[str]:
    return _function_stems(language) | {stem(head, language) for head in _around(language, "group_heads")}


@cache
def _measured_by(language: Language) -> re.Pattern[str]:
    """Match a noun with its link before a number: "magnitude of", "speed of about"."""
    about = either(language.comparing.get("approximators", ())).replace(r"\ ", r"\s")
    return re.compile(rf"\b([^\W\d_]{{4,}})\s(?:{_words(language, 'links')})\s(?:(?:{about})\s)?$", re.IGNORECASE)


def _about(text: str, quantity: Quantity, language: Language) -> Quantity:
    """Add the approximator that stands before the number."""
    before = text[max(0, quantity.span.start - _BEFORE) : quantity.span.start].lower()
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
    return re.compile(rf"\b({body})\s(?:(?:{_words(language, 'behind_approximators')})\s)?$")


@frozen(eq=False)
class _Ranges:
    """The patterns for two numbers that belong together."""

    between: re.Pattern[str]
    result: re.Pattern[str]
    opener: re.Pattern[str]
    change: re.Pattern[str]


@cache
def _ranges(language: Language) -> _Ranges:
    links, joints = _words(language, "range_links").replace(r"\ ", r"\s"), _words(language, "joints")
    return _Ranges(
        between=re.compile(rf"\s?[-–]\s?|\s(?:{links})\s|\s(?:{joints})\s"),
        result=re.compile(rf"\b(?:{_words(language, 'result_words')})\b[\w\s]{{0,8}}$"),
        opener=re.compile(rf"\b(?:{_words(language, 'range_openers')})\s$"),
        change=re.compile(
            rf"\b(?:{_words(language, 'changing')})\b[^.;:]{{0,{_CHANGED}}}\b(?:{_words(language, 'changed_from')})\s$",
            re.IGNORECASE,
        ),
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
    before = text[max(0, first.span.start - _CHANGED - _BEFORE) : first.span.start]
    return bool(_ranges(language).change.search(before))


def _forms_range(text: str, first: Quantity, between: str, second: Quantity, language: Language) -> bool:
    if second.kind is not first.kind and first.kind is not QuantityKind.COUNT:
        return False
    before = text[max(0, first.span.start - 9) : first.span.start].lower()
    return between.strip() not in _around(language, "joints") or bool(_ranges(language).opener.search(before))
