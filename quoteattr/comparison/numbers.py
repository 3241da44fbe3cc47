"""Numbers: figures for one thing that cannot both be right."""

from __future__ import annotations

from functools import cache
from itertools import islice

from quoteattr.comparison.counted import are_of_one_group, is_compound_of, measured
from quoteattr.comparison.fates import befell_others, befell_same
from quoteattr.comparison.negation import is_contrary
from quoteattr.comparison.phrases import find_phrases
from quoteattr.comparison.sides import Side, difference, likeness
from quoteattr.comparison.wholes import add_up
from quoteattr.grammar.quantities import Quantity, QuantityKind
from quoteattr.grammar.stems import concept
from quoteattr.languages.lexicon import Language
from quoteattr.model.comparisons import Difference, DifferenceKind
from quoteattr.model.spans import Span

_ABOUT = 0.16  # "about 30" is said of 26 to 34
_BEFORE = 20  # characters before a margin: "by a majority of four"
_PRECISE = 0.03  # but "about 84,000" not of 91,000: whoever gives two digits knows the second
_BOTH_ABOUT = 0.07  # and "about 30" beside "some 28", of 28 to 32: both have rounded
_OVER = 0.25  # "more than 200" is hardly said of 260
_LEAST = 0.4  # "at least 200" may grow to more
_UNDER = 0.15  # and "up to 200", or "almost 200", not of 160
_ABOVE = {"over": _OVER, "least": _LEAST}
_SHARED, _ALIKE = 2, 0.6  # words shared beside what is counted, and their share of the shorter side's
_MOST = 12  # numbers of a side; more are a table, and no pair of its numbers can be told to belong together
_ROUNDED_FROM = 100  # smaller whole numbers are counted, not rounded
_TIME = "time"
_CONVERTED = 0.03  # to either side: "two months" for 60 days, "10 miles" for 16 kilometres
_ROUNDING = 0.05  # of the figure at most: "1,200" for 1,243; a tenth of a figure is a difference


def number_difference(left: Side, right: Side) -> Difference | None:
    """Return the first pair of numbers that count one thing and do not fit, else `None`.

    It compares numbers of one kind whose nouns share a word; rounding and approximators are allowed for. That
    one side has a number and the other none is no difference.
    """
    for first in _figures(left, right):
        for second in _figures(right, left):
            alone = _unmatched(first, left, right) and _unmatched(second, right, left)
            if alone and _of_one_thing(first, second, left, right):
                note = _later(left, right, first, second)
                spans = ((_shown(first, second),), (_shown(second, first),))
                return difference(DifferenceKind.NUMBER, left, right, spans, note)
    return None


def count_alike(left: Side, right: Side) -> bool:
    """Tell whether both sides give one figure for things of one noun: "some 40 boats", "forty boats"."""
    pairs = ((first, second) for first in _figures(left, right) for second in _figures(right, left))
    return any(first.nouns & second.nouns and fits(first, second) for first, second in pairs)


def _figures(side: Side, other: Side) -> tuple[Quantity, ...]:
    """Return the numbers of a side that count; "one" of "one ran, the other stayed" does not, nor does a name's."""
    singled = _singled(side)
    counting = (each for each in side.quantities[:_MOST] if not (singled and each.low == each.high == 1))
    return tuple(each for each in counting if not _is_of_name(each, side, other))


def _is_of_name(quantity: Quantity, side: Side, other: Side) -> bool:
    """Tell whether a name that both sides have ends with a number: "Flight 212"."""
    before = side.text[: quantity.span.start].split()[-1:]
    name = f"{before[0]} {side.text[quantity.span.start : quantity.span.end]}" if before else ""
    return name[:1].isupper() and name in other.text


def _singled(side: Side) -> bool:
    return bool(find_phrases(side.text, tuple(side.language.comparing.get("quantities", {}).get("singling", ()))))


def _shown(quantity: Quantity, other: Quantity) -> Span:
    """Return the words for a number: with its bound and its unit where these are what differs."""
    bounded = quantity.bounded if quantity.bounded is not None and quantity.bound != other.bound else quantity.span
    unit, rival = quantity.unit, other.unit
    alike = (unit.dimension, unit.factor, unit.per) == (rival.dimension, rival.factor, rival.per)
    return Span(bounded.start, quantity.span.end if alike else max(unit.end, quantity.span.end))


def _unmatched(quantity: Quantity, side: Side, other: Side) -> bool:
    """Tell whether no number of the other side for the same thing fits."""
    rivals = _precise(_figures(other, side), quantity)
    return not any(
        _is_same_figure(quantity, each, side, other)
        or _is_bare_figure(quantity, each)
        or (
            _of_one_thing(quantity, each, side, other)
            and (fits(quantity, each) or _are_parts(quantity, each, side, other))
        )
        for each in rivals
    )


def _precise(rivals: tuple[Quantity, ...], quantity: Quantity) -> tuple[Quantity, ...]:
    """Leave out vague counts ("thousands of geese") where a figure for the same stands beside them ("some 4,500")."""
    counted = [each for each in rivals if not _is_vague(each) and each.nouns & quantity.nouns]
    return tuple(each for each in rivals if not (counted and _is_vague(each)))


def _is_vague(quantity: Quantity) -> bool:
    return quantity.bound == "about" and quantity.low < quantity.high


def _is_bare_figure(first: Quantity, second: Quantity) -> bool:
    """Tell whether both have one value, and one of them says of nothing what it counts: "a 36-hour week", "at 36"."""
    bare = any(not each.nouns and not each.unit.dimension for each in (first, second))
    return (
        bare
        and first.kind is second.kind is QuantityKind.COUNT
        and first.low == first.high == second.low == second.high
    )


def _is_same_figure(first: Quantity, second: Quantity, left: Side, right: Side) -> bool:
    """Tell whether both have one figure of more than two digits, for a thing by two names: "938,000 jobs", "positions".

    What either counts, the other must not count with another figure ("140 buses and 212 trams", the other way round).
    """
    if first.kind is not second.kind or not first.low == first.high == second.low == second.high >= _ROUNDED_FROM:
        return False
    if not fits(first, second):  # "3,000 crowns a month", "a week"
        return False
    swapped = any(first.nouns & each.nouns for each in right.quantities if each is not second)
    return not swapped or not any(second.nouns & each.nouns for each in left.quantities if each is not first)


def _are_parts(first: Quantity, second: Quantity, left: Side, right: Side) -> bool:
    """Tell whether two shares are the parts of one whole: "one in three may lose", "two in three hold".

    Of sides that say the same of both shares they are not: "30 per cent voted yes", "70 per cent voted yes".
    """
    return add_up(first, second) and (likeness(left, right) < _ALIKE or is_contrary(left, right))


def _of_one_thing(first: Quantity, second: Quantity, left: Side, right: Side) -> bool:
    if {first.kind, second.kind} == {QuantityKind.RESULT, QuantityKind.COUNT}:
        return _is_margin(first, left) or _is_margin(second, right)
    if first.kind is not second.kind or (first.unit.dimension == _TIME) != (second.unit.dimension == _TIME):
        return False  # "within an hour", "at three o'clock"
    if befell_others(first, second, left, right):
        return False
    if first.kind is QuantityKind.COUNT and first.unit.dimension and second.unit.dimension:
        return _measure_one_thing(first, second, left, right)
    if befell_same(first, second, left, right) or are_of_one_group(first, second, left, right):
        return True
    if first.nouns & second.nouns or first.kind in (QuantityKind.RESULT, QuantityKind.AGE):
        return first.kind is not QuantityKind.AGE or bool(first.nouns & second.nouns)
    if first.kind is not QuantityKind.COUNT:
        return _share_one_thing(first, second, left, right)
    if first.unit.dimension != second.unit.dimension or not (_lone(first, left) and _lone(second, right)):
        return False  # "46 months", "88,747 votes"
    if is_compound_of(first.nouns, second.nouns, left.language):
        return True
    return not (first.nouns and second.nouns) or _count_one_thing(first, second, left, right)


def _is_margin(quantity: Quantity, side: Side) -> bool:
    """Tell whether a count says by how much a vote was won: "by four votes"."""
    table = side.language.comparing.get("quantities", {})
    before = side.text[max(0, quantity.span.start - _BEFORE) : quantity.span.start]
    told = find_phrases(before, tuple(table.get("before_margins", ())))
    nouns = frozenset(concept(word, side.language) for word in table.get("margin_nouns", ()))
    near = bool(told) and not before[told[-1].end :].strip()
    return quantity.kind is QuantityKind.COUNT and near and bool(quantity.nouns & nouns)


def _share_one_thing(first: Quantity, second: Quantity, left: Side, right: Side) -> bool:
    """Tell whether shares, or sums of money, are of one thing: the only ones of a side, of sides that share a word.

    "48 per cent; another 21 have no view" goes with "58 per cent"; of nouns that differ, the rest has to be alike.
    """
    if first.nouns and second.nouns and first.kind is QuantityKind.PERCENT:
        return _lone(first, left) and _lone(second, right) and _count_one_thing(first, second, left, right)
    signs = _percent_stems(left.language)
    counted = first.nouns | second.nouns if first.kind is QuantityKind.PERCENT else frozenset[str]()
    shared = (left.terms.concepts & right.terms.concepts) - counted - signs - _money_concepts(left.language)
    return bool(shared) and (_unshared(first, left, right) or _unshared(second, right, left))


def _unshared(quantity: Quantity, side: Side, other: Side) -> bool:
    """Tell whether a number is the only one of its kind that the other side does not have, too."""
    alike = (each for each in side.quantities if each.kind is quantity.kind)
    return sum(each.low not in other.terms.values for each in alike) <= 1


@cache
def _money_concepts(language: Language) -> frozenset[str]:
    return frozenset(concept(word, language) for word in language.comparing.get("money_words", ()))


@cache
def _percent_stems(language: Language) -> frozenset[str]:
    phrases = language.comparing.get("percent_words", ())
    return frozenset(concept(word, language) for phrase in phrases for word in phrase.split())


def _count_one_thing(first: Quantity, second: Quantity, left: Side, right: Side) -> bool:
    """Tell whether two sides that each have one count, of things named differently, are alike in the rest: "eighteen
    ships took part in the drill", "about a dozen vessels took part"."""
    a = left.terms.concepts - first.nouns - right.terms.names
    b = right.terms.concepts - second.nouns - left.terms.names
    return len(a & b) >= _SHARED and len(a & b) >= _ALIKE * min(len(a), len(b))


def _measure_one_thing(first: Quantity, second: Quantity, left: Side, right: Side) -> bool:
    """Tell whether two measures of one dimension are of one thing: both in one unit, or the only ones of sides that are
    alike in the rest: "jailed for five years", "jailed for five months"."""
    if first.unit.is_other(second.unit):
        return False
    if first.unit.factor == second.unit.factor:
        return bool(first.nouns & second.nouns)
    if not (_lone_measure(first, left) and _lone_measure(second, right)):
        return False
    if measured(first, left) & measured(second, right):
        return True
    a, b = _beside(first, left), _beside(second, right)
    return len(a & b) >= _ALIKE * min(len(a), len(b))


def _beside(quantity: Quantity, side: Side) -> frozenset[str]:
    """Return the concepts of a side without figures, what one of them measures, and verbs of lasting."""
    rest = side.terms.concepts - quantity.nouns - _numerals(side.language)
    if quantity.unit.dimension == _TIME:
        rest -= _durations(side.language)
    return frozenset(each for each in rest if not each[0].isdigit())


@cache
def _numerals(language: Language) -> frozenset[str]:
    return frozenset(concept(word, language) for word in language.comparing.get("numbers", {}))


@cache
def _durations(language: Language) -> frozenset[str]:
    verbs = language.comparing.get("quantities", {}).get("durations", ())
    return frozenset(concept(verb, language) for verb in verbs)


def _lone_measure(quantity: Quantity, side: Side) -> bool:
    return sum(each.unit.dimension == quantity.unit.dimension for each in side.quantities) == 1


def _lone(quantity: Quantity, side: Side) -> bool:
    alike = (each for each in side.quantities if each.kind is quantity.kind)
    return len(tuple(islice(alike, 2))) == 1


def fits(first: Quantity, second: Quantity) -> bool:
    """Tell whether two numbers can be the same one, rounded or approximate.

    >>> from quoteattr.model.spans import Span
    >>> def of(value, bound=""):
    ...     return Quantity(span=Span(0, 1), low=value, high=value, bound=bound)
    >>> fits(of(1243), of(1200)), fits(of(14), of(13)), fits(of(186), of(200, "about"))
    (True, False, True)
    """
    if first.kind is not second.kind:
        return _is_apart_by(first, second)
    if first.kind is QuantityKind.RESULT:
        return {first.low, first.high} == {second.low, second.high}  # "won 2-1", "lost 1-2"
    if first.unit.is_other(second.unit):
        return False
    alike = first.bound == second.bound  # "up to 1.5 million" and "up to 1.6 million": the figures themselves differ
    (a, b), (c, d) = _measured(first, second, bounded=not alike), _measured(second, first, bounded=not alike)
    return a < d and c < b if a < b and c < d else a <= d and c <= b


def _is_apart_by(first: Quantity, second: Quantity) -> bool:
    """Tell whether one is the margin of the other, a result: "by four votes", "52-48"."""
    result, margin = (first, second) if first.kind is QuantityKind.RESULT else (second, first)
    return abs(result.high - result.low) == margin.low


def _measured(quantity: Quantity, other: Quantity, *, bounded: bool) -> tuple[float, float]:
    """Return the range of a number in the base that both units have; what is converted is rounded."""
    low, high = _range(quantity, bounded=bounded)
    scale, rival = quantity.unit.scale(other.unit), other.unit.scale(quantity.unit)
    if scale == rival:
        return low, high
    if bounded and quantity.unit.factor > other.unit.factor:  # "less than three weeks" for 16 days, and not for 13
        low -= min(1.0, quantity.low / 2) if quantity.bound == "under" else 0.0
        high = max(high, quantity.high + 1) if quantity.bound == "over" else high
    return low * scale * (1 - _CONVERTED), high * scale * (1 + _CONVERTED)


def _range(quantity: Quantity, *, bounded: bool) -> tuple[float, float]:
    """Return the least and the greatest value that the number may stand for, by its bound or as a figure."""
    low, high = sorted((quantity.low, quantity.high))
    if quantity.bound == "about":
        about = _ABOUT if bounded else _BOTH_ABOUT
        return low - min(low * about, _about(low)), high + min(high * about, _about(high))
    if quantity.bound in _ABOVE and bounded:
        return low, high * (1 + _ABOVE[quantity.bound])
    if quantity.bound == "under" and bounded:
        return low * (1 - _UNDER), high
    slack = _slack(low, quantity.kind)
    return low - slack, high + slack


def _about(value: float) -> float:
    """Return how far "about" reaches at most: of a figure with many digits that are not zero, to the last of them."""
    if value < _ROUNDED_FROM or value != int(value):
        return value
    place = _last_place(value)
    return max(5 * place if value % (5 * place) == 0 else place, _PRECISE * value)


def _last_place(value: float) -> int:
    place = 1
    while value % (place * 10) == 0:
        place *= 10
    return place


def _slack(value: float, kind: QuantityKind) -> float:
    """Return how far the true figure can lie from a round one: half of its last place that is not zero."""
    if kind is QuantityKind.PERCENT:
        whole = 0.45 if value == int(value) else 0.05  # "12 per cent" for 12.4, and not for 12.5
        return max(whole, _ROUNDING * value if value % 10 == 0 else 0.0)
    if value < _ROUNDED_FROM or value != int(value):
        return 0.0
    place = _last_place(value)
    return min(place / 2, _ROUNDING * value) if place > 1 else 0.0


def _later(left: Side, right: Side, first: Quantity, second: Quantity) -> str:
    """Say who published later where the later figure is the higher one: a toll that grows is no contradiction."""
    if not left.published or not right.published or left.published[:10] == right.published[:10]:
        return ""
    later, grew = (
        (left, first.low > second.low) if left.published > right.published else (right, second.low > first.low)
    )
    return f"{later.teller} was published later, so this may be an update" if grew else ""
