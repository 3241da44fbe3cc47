"""Groups the names of a text into parties: one for each person or organisation, whatever form names it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import define, field, frozen
from rapidfuzz.fuzz import ratio

from quoteattr.languages.lexicon import Language
from quoteattr.speakers.descriptions import Description
from quoteattr.speakers.names import Name
from quoteattr.speakers.vocabulary import kind_of_noun, words_of

LEAST_LIKENESS = 84.0
"""Spellings of one name in one article ("Morchan", "Morkhan") share this much (rapidfuzz ratio, in per cent);
different names of one length rarely reach 80."""
_FIRST_LETTERS = 3
"""Spellings of one name begin alike; only names with the same first letters are compared."""
_SHORTEST_VARIANT = 5
"""Shorter names differ by a letter and still are different names ("Lee", "Lea")."""
_LONGEST_ENDING = 3
"""Letters that make an adjective of a place's name, at most: Tarn, Tarnese."""
_MOST_COMPARED = 20
"""Of names that begin alike, so many are compared; a bound, so that time stays linear."""


@frozen(slots=True)
class Fact:
    """What the text says of a party at an offset; `parsed` is whether a parser's tree shows it."""

    start: int
    party: int
    description: Description
    parsed: bool = False


@define(slots=True)
class Party:
    """A party while its article is read: its names, where it is mentioned, what is said of it."""

    number: int
    kind: str | None = None
    names: list[Name] = field(factory=list)
    starts: list[int] = field(factory=list)
    facts: list[Fact] = field(factory=list)
    phrases: list[tuple[int, int, str]] = field(factory=list)
    feminine: int = 0
    masculine: int = 0
    plural: bool = False
    unnamed: bool = False
    last_seen: int = -1
    words: set[str] = field(factory=set)
    longest: int = 0
    """The number of words in the fullest name."""
    guessed: bool = False
    """Whether its kind is shown by the words around its name alone."""
    belongs_to: int | None = None
    """The party of "his" in "his spokesman"."""
    members: frozenset[int] = frozenset()
    """The parties that speak together: Ada Obi and Kim Oduya."""

    @property
    def gender(self) -> str | None:
        """The gender that the text's own words show, `None` where they are even."""
        if self.feminine == self.masculine:
            return None
        return "feminine" if self.feminine > self.masculine else "masculine"

    def vote(self, gender: str | None, weight: int = 1) -> None:
        """Count a word that shows a gender."""
        self.feminine += weight * (gender == "feminine")
        self.masculine += weight * (gender == "masculine")

    def seen_before(self, offset: int) -> int:
        """Return where the party was last mentioned before an offset, -1 for nowhere."""
        place = bisect_left(self.starts, offset)
        by_name = self.starts[place - 1] if place else -1
        return max(by_name, self.last_seen if self.last_seen < offset else -1)


@define(slots=True)
class _Groups:
    """Keys of names that are one party, with the indices to find it by; `small` words have no part in initials."""

    small: frozenset[str]
    keys: list[tuple[str, ...]] = field(factory=list)
    by_key: dict[tuple[str, ...], int] = field(factory=dict)
    by_last: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    by_any: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    by_start: dict[str, list[tuple[str, int]]] = field(factory=lambda: defaultdict(list))
    by_content: dict[frozenset[str], int] = field(factory=dict)
    by_initials: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    bodies: set[int] = field(factory=set)

    def add(self, key: tuple[str, ...], body: bool) -> int:
        """Open a group for a key; a body goes by its first or last word, but not by the place that it is *of*; a person
        by any."""
        number = len(self.keys)
        self.keys.append(key)
        self.by_initials["".join(word[0] for word in key if word not in self.small)].append(number)
        if body:
            self.bodies.add(number)
            self.by_content.setdefault(_content(key), number)
            placed = len(key) > 2 and key[-2] in self.small
            for word in dict.fromkeys((key[0],) if placed else (key[0], key[-1])):
                self.by_any[word].append(number)
            return number
        self.by_last[key[-1]].append(number)
        self.by_start[key[-1][:_FIRST_LETTERS]].append((key[-1], number))
        for word in dict.fromkeys(key):
            self.by_any[word].append(number)
        return number


def group_names(names: Sequence[Name], language: Language) -> tuple[list[Party], list[int | None]]:
    """Return the parties that names belong to, and for each name its party's number.

    A family name shared by two people goes to the one whom a title's gender, or else the nearest full mention
    before, shows; a name stays without party (`None`) where neither does.

    >>> from quoteattr.languages import load
    >>> names = (Name(0, 7, ("Ada", "Obi"), kind="person"), Name(9, 12, ("Obi",)), Name(20, 25, ("Norva",)))
    >>> group_names(names, load("en"))[1]
    [0, 0, 1]
    """
    groups = _Groups(words_of(language, "inner_links", "list_coordinators", "articles"))
    keys = [name.key for name in names]
    bodies = {key for name, key in zip(names, keys, strict=True) if name.kind == "organisation"}
    choices: dict[tuple[str, ...], tuple[int, ...]] = {}
    for key in sorted(dict.fromkeys(keys), key=lambda key: -len(key)):
        choices[key] = _groups_of(key, groups, key in bodies, language)
    parties = [Party(number) for number in range(len(groups.keys))]
    owners = [_assign(name, choices[key], parties) for name, key in zip(names, keys, strict=True)]
    for party in parties:
        party.kind = _kind(party, language)
    return parties, owners


def _groups_of(key: tuple[str, ...], groups: _Groups, body: bool, language: Language) -> tuple[int, ...]:
    """Return the groups that a key may belong to; a new one where it fits none."""
    if len(key) == 1:
        found = _groups_of_word(key[0], groups)
    elif body:
        found = _bodies_like(key, groups)
    else:
        found = _people_like(key, groups) or _body_begun(key, groups)
    return found or (groups.add(key, body),)


def _groups_of_word(word: str, groups: _Groups) -> tuple[int, ...]:
    """Find whom a single word may name: by family name, by any name, by initials, by a like spelling."""
    exact = groups.by_last.get(word) or groups.by_any.get(word)
    if not exact and 2 <= len(word) <= 5:
        exact = groups.by_initials.get(word)
    if exact:
        return tuple(dict.fromkeys(exact))
    if len(word) < _SHORTEST_VARIANT:
        return ()
    near = groups.by_start.get(word[:_FIRST_LETTERS], ())[:_MOST_COMPARED]
    return tuple(dict.fromkeys(number for last, number in near if _alike(word, last)))[:1]


def _alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST_VARIANT and ratio(one, other) >= LEAST_LIKENESS


def _bodies_like(key: tuple[str, ...], groups: _Groups) -> tuple[int, ...]:
    """Find the longer name that a body's name shortens or turns round ("Trade Ministry", "Ministry of Trade")."""
    turned = groups.by_content.get(_content(key))
    if turned is not None:
        return (turned,)
    near = groups.by_any.get(key[0], ())[:_MOST_COMPARED]
    return tuple(number for number in near if groups.keys[number][: len(key)] == key)[:1]


def _body_begun(key: tuple[str, ...], groups: _Groups) -> tuple[int, ...]:
    """Find the body whose name begins with the words of a key: "Trellis Brands" is "Trellis Brands Inc."."""
    near = groups.by_any.get(key[0], ())[:_MOST_COMPARED]
    return tuple(number for number in near if number in groups.bodies and groups.keys[number][: len(key)] == key)[:1]


def _content(key: tuple[str, ...]) -> frozenset[str]:
    """Return the words of a body's name without the small ones."""
    return frozenset(word for word in key if len(word) > 3)


def _people_like(key: tuple[str, ...], groups: _Groups) -> tuple[int, ...]:
    """Find the person whom another form names: more or fewer given names, initials, turned round, respelled."""
    near = [*groups.by_last.get(key[-1], ())[:_MOST_COMPARED], *groups.by_last.get(key[0], ())[:_MOST_COMPARED]]
    for number in near:
        if _same_person(key, groups.keys[number]):
            return (number,)
    spelled = groups.by_start.get(key[-1][:_FIRST_LETTERS], ())[:_MOST_COMPARED]
    for last, number in spelled:
        first = groups.keys[number][0]
        if _alike(key[-1], last) and (first == key[0] or ratio(first, key[0]) >= LEAST_LIKENESS):
            return (number,)
    return ()


def _same_person(key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(other) < 2:
        return False
    if set(key) <= set(other):
        return True
    first, second = key[0].rstrip("."), other[0].rstrip(".")
    initial = len(first) == 1 or len(second) == 1
    return key[-1] == other[-1] and initial and first[0] == second[0]


def _assign(name: Name, choices: tuple[int, ...], parties: list[Party]) -> int | None:
    """Give a name to its party; of several, the one that the title's gender or the nearest mention shows."""
    number = _choose(name, choices, parties)
    if number is None:
        return None
    party = parties[number]
    party.names.append(name)
    party.starts.append(name.start)
    party.words.update(name.key)
    party.longest = max(party.longest, len(name.words))
    party.vote(name.gender, weight=3)
    return number


def _choose(name: Name, choices: tuple[int, ...], parties: list[Party]) -> int | None:
    if len(choices) == 1:
        return choices[0]
    if name.gender:
        fitting = [number for number in choices if parties[number].gender == name.gender]
        if len(fitting) == 1:
            return fitting[0]
        choices = tuple(number for number in choices if parties[number].gender in (None, name.gender)) or choices
    named = [number for number in choices[:_MOST_COMPARED] if parties[number].starts]
    return max(named, key=lambda number: parties[number].starts[-1], default=None)


def _kind(party: Party, language: Language) -> str | None:
    """Return the kind of a party by its names; `None` where a single word tells nothing.

    What entities show is believed by majority where no name tells its kind by itself.
    """
    kinds = [name.kind for name in party.names if name.kind]
    plain = {name.kind for name in party.names if name.is_plain(language)}
    if any(name.shown for name in party.names) and plain != {"organisation"}:
        return "person" if plain else max(dict.fromkeys(kinds), key=kinds.count, default=None)
    full = [name.kind for name in party.names if len(name.words) == party.longest and name.kind]
    if full and "organisation" not in full and party.longest > 1:
        return full[0]  # "the firm Obi founded" makes no body of Ada Obi
    if "organisation" in kinds and "person" not in plain:
        return "organisation"
    if "person" in plain and party.gender:
        return "person"  # "District Collector Ada Obi", who is Ms Obi
    longest = max((name.words for name in party.names), key=len, default=())
    if any(kind_of_noun(word.casefold(), language) == "organisation" for word in longest):
        return "organisation"
    return "person" if "person" in kinds else None


def fullest(forms: Iterable[str]) -> str:
    """Return the fullest of several forms: the most words, not in capitals, the most used, the first.

    A place's own name comes before its adjective, which is a little longer.

    >>> fullest(["Obi", "ADA OBI", "Ada Obi", "Obi"]), fullest(["Norvan", "Norva", "Norvan"])
    ('Ada Obi', 'Norva')
    """
    counts: dict[str, int] = {}
    for form in forms:
        counts[form] = counts.get(form, 0) + 1
    ranked = sorted(
        counts, key=lambda form: (-len(form.split()), form.isupper(), _is_adjective(form, counts), -counts[form])
    )
    return ranked[0] if ranked else ""


def _is_adjective(form: str, forms: Iterable[str]) -> bool:
    """Tell whether a form is another with a short ending: "Norvan" beside "Norva"."""
    if " " in form:
        return False
    return any(0 < len(form) - len(other) <= _LONGEST_ENDING and form.startswith(other) for other in forms)
