"""Says who holds which role: titles, appositions and relative clauses beside names; finds who is meant by a role."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from attrs import define, field, frozen

from quoteattr.languages import either
from quoteattr.languages.lexicon import Language
from quoteattr.speakers.descriptions import Description, describe
from quoteattr.speakers.names import Name
from quoteattr.speakers.parties import Fact, Party
from quoteattr.speakers.vocabulary import kind_of_noun, possessive_letters, words_of

_LOOK = 140
_BEFORE_NAME = " \u00a0\"“„«‘'"
"""Characters looked at on either side of a name; appositions are seldom longer."""
_BREAK = re.compile(r"[,.;:!?()\[\]–—\n\"“”„«»]|\s['‘]")
_MOST_LOOKED_AT = 10
"""Facts looked at on either side of an offset for one noun; a bound, so that time stays linear."""
_LONGEST_PREPOSITION = 12
_SHORTEST_PIECE = 3
"""A description has as many characters at least."""
_SAME_NOUN = 2.0
"""The weight of the very noun; below it modifiers must be known, or none be there."""
_SYNONYM = 1.5
"""The weight of a noun for the same role; a wider noun has less."""
_PARSED = 0.25
"""What a tree adds to an apposition: it decides between equals ("Ada Obi, back from Holm, the mayor"), no more."""
_STEM = 4
"""Words that share so many first letters may be one name and its adjective ("Norland", "Norlandic")."""


@frozen(eq=False)
class _Patterns:
    """What stands beside a name: behind it, right at its end, before it, and between two descriptions."""

    after: re.Pattern[str]
    closed_after: re.Pattern[str]
    opener: re.Pattern[str]
    joint: re.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    """Compile the patterns of a language."""
    words, letters = language.roles.words, possessive_letters(language)
    ages, relatives = either(words.get("ages", ())), either(words.get("closing_relatives", ()))
    openers, coordinators = either(words.get("openers", ())), either(language.word_class("list_coordinators"))
    return _Patterns(
        after=re.compile(rf"(?:,| \()\s*(?:(?:(?:{ages}) )?\d{{1,3}},\s*)?([^,.;:()–—\n\"“”«»]{{3,120}})"),
        closed_after=re.compile(rf"\s*(?:$|[,.;:)\"”»\n]|(?:{relatives})\b|['’](?:{letters})\b)"),
        opener=re.compile(rf"(?:(?<=\s)|^)(?:{openers}|\S+['’](?:{letters})?)\s+(?=\S)", re.IGNORECASE),
        joint=re.compile(rf"\s+(?:{coordinators})\s+(?=[^,]*$)"),
    )


def facts_beside(text: str, name: Name, party: int, language: Language, apposed: Sequence[str] = ()) -> Iterator[Fact]:
    """Yield what stands beside a name and describes its bearer; it judges only what touches the name.

    `apposed` are phrases that a parser has found in apposition to the name.

    >>> from quoteattr.languages import load
    >>> text = "Ada Obi, who chairs the port board, met fire chief Kim Oduya."
    >>> for name in (Name(0, 7, ("Ada", "Obi"), title_start=0), Name(51, 60, ("Kim", "Oduya"), title_start=51)):
    ...     for fact in facts_beside(text, name, 0, load("en")):
    ...         print(fact.description.head, sorted(fact.description.modifiers))
    head ['board', 'port']
    chief ['fire']
    """
    for description in _descriptions(text, name, language):
        if _describes(description, name):
            yield Fact(name.start, party, description)
    for phrase in apposed:
        found = describe(phrase, language)
        if found and found.kind and _describes(found, name):
            yield Fact(name.start, party, found, parsed=True)


def _descriptions(text: str, name: Name, language: Language) -> Iterator[Description]:
    own = describe(" ".join(name.words), language) if name.kind == "organisation" else None
    titled = describe(name.title, language) if name.title else None
    rank = _last_title(name.title, language)
    for found in (own, titled, rank, _small_title(text, name, language), _before(text, name, language)):
        if found:
            yield found
    yield from _after(text, name, language)


def _last_title(title: str, language: Language) -> Description | None:
    """Return the last of several titles: who is Minister of Trade *Colonel General* Obi is "the general", too."""
    words = title.split()
    for first in range(1, len(words)):
        entry = language.titles.get(" ".join(words[first:]))
        if entry is not None:
            found = describe(" ".join(words[first:]), language) if entry.role else None
            return found if found is not None and found.kind == "person" else None
    return None


def _describes(description: Description, name: Name) -> bool:
    """Tell whether a description fits a name: of a person for a person, of a body for a body."""
    if description.plural or name.kind == "place":
        return False
    if name.kind == "person":
        return description.kind in ("person", "anonymous")
    return description.kind in ("person", "organisation", "anonymous")


def _small_title(text: str, name: Name, language: Language) -> Description | None:
    """Read the words right before a name: "company spokeswoman Ada Obi", "the daily “Norva Post”"."""
    if not name.title_start or text[name.title_start - 1] not in _BEFORE_NAME:
        return None
    piece = text[max(0, name.title_start - _LOOK) : name.title_start].rstrip(_BEFORE_NAME)
    if not piece:
        return None
    words = _BREAK.split(piece)[-1].split()
    if not words or piece[-1] in ",.;:!?" or kind_of_noun(words[-1].casefold(), language) is None:
        return None
    kept: list[str] = []
    for word in reversed(words[-6:]):
        low = word.casefold()
        if _ends_phrase(low, language):
            break
        kept.insert(0, word)
        if low in language.word_class("determiners") or low in language.pronouns:
            break
    return describe(" ".join(kept), language) if kept else None


def _ends_phrase(low: str, language: Language) -> bool:
    """Tell whether a word cannot stand in front of a noun: a preposition, an auxiliary, a finite verb."""
    small = words_of(language, "adpositions", "auxiliaries", "coordinators", "subordinators", "wh")
    finite = language.verbs.get(low) in (1, 2) and low not in language.nouns
    past = low.endswith(tuple(language.word_class("past_endings")))
    cue = language.cues.get(low)
    reports = cue is not None and low not in language.nouns and low in cue.forms[1:4]
    return low in small or finite or reports or (cue is not None and past)


def _after(text: str, name: Name, language: Language) -> Iterator[Description]:
    """Read the apposition or relative clause behind a name."""
    match = _patterns(language).after.match(text, name.end) if not _is_place(text, name, language) else None
    words = match.group(1).split() if match else []
    if not match or not words:  # a control character between commas is space, and no word
        return
    if words[0].casefold() in language.word_class("sure_relatives"):
        thing = words[0].casefold() in language.roles.words.get("thing_relatives", ())
        found = (
            None if thing else _from_relative(words[1:], language)
        )  # "the League, which speaks for 300 shops": nobody
        if found:
            yield found
        return
    parts = _patterns(language).joint.split(match.group(1), maxsplit=1)
    clause = not language.word_class("auxiliaries").isdisjoint(parts[0].casefold().split())
    for part in parts[: len(parts) - clause]:  # "..., customers should pull the plug and | call the company"
        description = describe(part, language)
        tells = description is not None and not _is_phrase(description.phrase, language)
        if description and not tells and part.split()[0].casefold() not in language.cues:
            yield description  # but not "from Norva, *the agency reports*"


def _is_place(text: str, name: Name, language: Language) -> bool:
    """Tell whether the word before a bare name says that it is a place: the losses *near* Gash, the ministry said."""
    words = text[max(0, name.title_start - _LONGEST_PREPOSITION) : name.title_start].split()
    return name.kind is None and bool(words) and words[-1].casefold() in language.word_class("place_prepositions")


def _from_relative(words: list[str], language: Language) -> Description | None:
    """Read "who heads the mission" as head of the mission, "who speaks for the firm" as its spokesperson."""
    if len(words) < 2:
        return None
    roles = language.roles.words
    speaks = " ".join(words[:2]).casefold() in roles.get("speaking", ())
    if not speaks and words[0].casefold() not in roles.get("heading", ()):
        return None
    rest = describe(" ".join(words[2 if speaks else 1 :]), language)
    role = next(iter(roles.get("speaking_role" if speaks else "heading_role", ())), None)
    if not rest or role is None:
        return None
    phrase, modifiers = f"{role} {rest.phrase}", rest.modifiers | {rest.head}
    return Description(role.split()[0], modifiers, "definite", phrase, kind="person")


def _before(text: str, name: Name, language: Language) -> Description | None:
    """Read the description to which a name stands in apposition: "the governor of the bank, Ada Obi,"."""
    if not _patterns(language).closed_after.match(text, name.end):
        return None
    before = text[max(0, name.title_start - _LOOK) : name.title_start].rstrip()
    piece = _BREAK.split(before[:-1])[-1] if before.endswith(",") else ""
    if len(piece) < _SHORTEST_PIECE:
        return None
    for opener in _patterns(language).opener.finditer(piece):
        tail = piece[opener.start() :]
        found = describe(tail, language) if _is_phrase(tail, language) and not names_its_end(tail, language) else None
        if found and found.kind in ("person", "organisation", "anonymous"):
            return found
    bare = describe(piece.strip(), language)
    return bare if bare and bare.kind == "person" and len(piece.split()) <= 8 and _is_phrase(piece, language) else None


def names_its_end(phrase: str, language: Language) -> bool:
    """Tell whether the name behind a phrase belongs to its last noun: "a spokesman for the operator, Norva".

    Of "the head of the board, Ada Obi" it tells no: a known head is named itself.

    >>> from quoteattr.languages import load
    >>> names_its_end("a spokesman for the operator", load("en"))
    True
    """
    words = [word.casefold() for word in phrase.replace(",", " ").split()]
    if not words or words[0] not in language.roles.words.get("indefinite", ()):
        return False
    nested = any(word in language.word_class("adpositions") for word in words)
    return nested and kind_of_noun(words[-1], language) == "organisation"


def _is_phrase(piece: str, language: Language) -> bool:
    """Tell a noun phrase from a clause: no verb of saying and no auxiliary in it."""
    lows = [word.casefold() for word in piece.split()[1:]]
    clause = words_of(language, "auxiliaries", "complementisers")
    return not any(low in clause or (low in language.cues and low not in language.nouns) for low in lows)


@define(slots=True)
class RoleIndex:
    """The facts of an article by head noun, each list in the order of the text."""

    facts: dict[str, list[Fact]] = field(factory=dict)

    def add(self, fact: Fact) -> None:
        """Put a fact in its place."""
        known = self.facts.setdefault(fact.description.head, [])
        if known and known[-1].start > fact.start:
            insort(known, fact, key=lambda other: other.start)
        else:
            known.append(fact)

    def replace(self, fact: Fact, other: Fact) -> None:
        """Put another fact in a fact's place."""
        known = self.facts[fact.description.head]
        known[known.index(fact)] = other

    def near(self, head: str, offset: int) -> Sequence[Fact]:
        """Return the facts for a head noun that stand nearest to an offset, on both sides."""
        known = self.facts.get(head)
        if not known:
            return ()
        place = bisect_left(known, offset, key=lambda fact: fact.start)
        return known[max(0, place - _MOST_LOOKED_AT) : place + _MOST_LOOKED_AT]


def find_by_role(
    query: Description, offset: int, index: RoleIndex, parties: Sequence[Party], language: Language
) -> int | None:
    """Return the party with the role that a description names; `None` where none fits.

    The same noun counts more than a synonym, a synonym more than a wider noun; what stands before counts more
    than what follows; of equals the one mentioned last is meant. It never takes a role in another body for this
    one.

    >>> from quoteattr.languages import load
    >>> language, index = load("en"), RoleIndex()
    >>> index.add(Fact(0, 0, describe("governor of the bank", language)))
    >>> find_by_role(describe("the bank's chief", language), 90, index, [Party(0, "person")], language)
    0
    """
    best: tuple[float, int, int] | None = None
    for head, weight in _heads(query.head, language):
        for fact in index.near(head, offset):
            rank = _rank(query, fact, offset, weight, parties[fact.party], language)
            if rank is not None and (best is None or rank[:2] > best[:2]):
                best = rank
    return best[2] if best else None


def _heads(head: str, language: Language) -> Iterator[tuple[str, float]]:
    """Yield the nouns that a head noun may pick up, with their weights."""
    yield head, _SAME_NOUN
    for noun in language.roles.same.get(head, ()):
        if noun != head:
            yield noun, _SYNONYM
    for noun in language.roles.wider.get(head, ()):
        yield noun, 1.0


def _rank(
    query: Description, fact: Fact, offset: int, weight: float, party: Party, language: Language
) -> tuple[float, int, int] | None:
    known = fact.description
    if known.plural != query.plural or (query.gender and party.gender and query.gender != party.gender):
        return None
    if fact.start > offset and _is_below(query, known, language):
        return None
    fit = _fit(query, known, party, language)
    if weight < _SYNONYM and _is_of_post(known, query, language):
        return None
    if fit is None or (fit == 0.0 and weight < _SAME_NOUN):
        return None
    before = fact.start < offset
    return (
        weight + fit + 1.5 * before + _PARSED * fact.parsed,
        party.seen_before(offset) if before else -fact.start,
        fact.party,
    )


def _is_below(query: Description, known: Description, language: Language) -> bool:
    """Tell whether a description is of a lower or past office than the one asked for: "the governor" is no deputy
    governor who comes later, and no former one."""
    words = language.roles.words
    lower = words.get("lower_offices", frozenset()) | words.get("past_offices", frozenset())
    return not lower.isdisjoint(known.modifiers - query.modifiers)


def _is_of_post(known: Description, query: Description, language: Language) -> bool:
    """Tell whether a body is that of a post which a wider noun does not name: the *prosecutor's* office is not "the
    military department"."""
    posts = (word for word in known.modifiers - query.modifiers if kind_of_noun(word, language) == "person")
    return known.kind == "organisation" and any(posts)


def _fit(query: Description, known: Description, party: Party, language: Language) -> float | None:
    """Return how well the modifiers agree: 1 where all are known, `None` where they name something else."""
    soft = language.roles.words.get("soft", frozenset())
    asked = [word for word in query.modifiers if word not in soft]
    told = {word for word in known.modifiers if word not in soft}
    if not asked:
        return 0.5
    names = party.words
    known_words = told | names
    exact = {word for word in asked if word in query.proper and "-" in word}
    missed = [word for word in asked if not _is_known(word, known_words, language, exactly=word in exact)]
    hits = len(asked) - len(missed)
    if told and any(word in query.proper for word in missed):
        return None
    if not hits and query.kind == "document" and any(kind_of_noun(word, language) for word in asked):
        return None  # "the ministry's statement" is not the embassy's
    if hits == len(asked):
        return 1.0
    if hits:
        return 0.5
    return None if told else 0.0


def _is_known(word: str, known: set[str], language: Language, *, exactly: bool) -> bool:
    """Tell whether a modifier was told; a name with a hyphen ("Tarsk-Inform") is no form of another ("Tarsk")."""
    return word in known if exactly else any(_like(word, other, language) for other in known)


def _like(word: str, other: str, language: Language) -> bool:
    """Tell whether two words are one, or a name and its adjective."""
    if word == other or _singular_form(word, language) == _singular_form(other, language):
        return True
    fields = language.roles.fields
    if fields.get(word, word) == fields.get(other, other):
        return True  # the *military* department, the Ministry of *Defence*
    return min(len(word), len(other)) > _STEM and word[: _STEM + 1] == other[: _STEM + 1]


@lru_cache(maxsize=4096)
def _singular_form(word: str, language: Language) -> str:
    """Return a word without its plural ending.

    >>> from quoteattr.languages import load
    >>> _singular_form("drivers", load("en"))
    'driver'
    """
    if len(word) <= _SHORTEST_PIECE or word.endswith(tuple(language.roles.words.get("singular_endings", ()))):
        return word
    endings = (ending for ending in language.word_class("plural_endings") if word.endswith(ending))
    return word.removesuffix(next(endings, ""))
