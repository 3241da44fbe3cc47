"""Names as a parser's entities show them: kinds, names that the text's capitals hide, and names that are none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import evolve

from quoteattr.grammar.letters import fold
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import PROPN, Document, Entity
from quoteattr.model.spans import Span
from quoteattr.speakers.names import Name, name_of_run
from quoteattr.speakers.vocabulary import possessive_end, possessive_letters, words_of

KINDS = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
"""What a kind of entity is as a party, for the schemes of OntoNotes and CoNLL 2003; other kinds are no parties."""
_AMOUNTS = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"))
"""Entities that are no names, whatever their capitals."""
_MOST_WORDS = 8
"""An entity of more words is a mistake, or the title of a work."""
_LONGEST_ACRONYM = 6
"""Longer words in capitals are a headline's or a dateline's."""
_NO_NAME = ("determiners", "coordinators", "subordinators", "wh", "weekdays", "months")
"""Closed classes whose words begin no name; "Per" and "Will" may, though they are small words, too."""


def with_entities(names: Sequence[Name], document: Document, language: Language) -> tuple[Name, ...]:
    """Return the names with what the document's entities say; the names as they are where it has none.

    A title, or a noun in the name that says what it is, counts more than an entity. A name that an entity cuts in
    two is left whole, unless entities make up all of it.

    >>> from quoteattr.languages import load
    >>> document = Document(text="Per Holm left.", entities=(Entity(Span(0, 8), "PERSON"),))
    >>> with_entities((Name(4, 8, ("Holm",), title_start=4),), document, load("en"))[0].words
    ('Per', 'Holm')
    """
    if document.entities is None:
        return tuple(names)
    entities = _sound(document, language)
    cut = [piece for name in names for piece in _cut(name, entities, document.text, language)]
    merged = sorted(_merged(cut, entities, document.text, language), key=lambda name: name.start)
    return tuple(_with_kinds(_without_words(merged, document), language))


def _sound(document: Document, language: Language) -> list[Entity]:
    """Return the entities in order, without possessive endings; those that overlap or cannot be are left out."""
    found: list[Entity] = []
    for entity in sorted(document.entities or (), key=lambda entity: (entity.span.start, -entity.span.end)):
        trimmed = _trimmed(entity, document.text, language)
        if trimmed and (not found or found[-1].span.end <= trimmed.span.start):
            found.append(trimmed)
    return found


def _trimmed(entity: Entity, text: str, language: Language) -> Entity | None:
    """Cut an entity to its name; `None` where it leaves the text, has no capital letter, or is a pronoun."""
    if entity.span.end > len(text):
        return None
    words = entity.span.of(text)
    start, end = entity.span.start, entity.span.end - len(words) + len(possessive_end(language).sub("", words))
    first = re.match(r"\W*(\w+)\W+", text[start:end])
    while first and fold(first.group(1)) in words_of(language, *_NO_NAME):
        start += first.end()
        first = re.match(r"\W*(\w+)\W+", text[start:end])
    sound = entity.kind in _AMOUNTS or _may_be_name(text[start:end], language)
    return Entity(Span(start, end), entity.kind) if sound and start < end else None


def _may_be_name(words: str, language: Language) -> bool:
    """Tell whether words may be a name: some, with a capital, without marks inside, no contraction and no shout.

    Small models take "She'd" and datelines in capitals for names of anything.
    """
    left = words.split()
    first = re.split(r"['’]", left[0])[0].casefold() if left else ""
    if not 0 < len(left) <= _MOST_WORDS or first in language.pronouns or _no_name_chars(language).search(words):
        return False
    if words.isupper() and len(words) > _LONGEST_ACRONYM:
        return False
    return left[0][0].isupper() or left[-1][0].isupper()


@cache
def _no_name_chars(language: Language) -> re.Pattern[str]:
    """Match what no name has inside: a mark, an owner's ending, a dash beside a space."""
    return re.compile(rf"[\"“”„«»,;:()\n]|['’](?:{possessive_letters(language)})\b|(?:^|\s)[\W_]|[-–—](?:\s|$)")


def _cut(name: Name, entities: Sequence[Entity], text: str, language: Language) -> list[Name]:
    """Return the names that a run of capitals is in truth, where several entities make up all of it."""
    low = bisect_right(entities, name.title_start - 1, key=lambda entity: entity.span.start)
    high = bisect_right(entities, name.end - 1, key=lambda entity: entity.span.start)
    parts = [entity for entity in entities[low:high] if entity.kind in KINDS]
    length = sum(len(entity.span.of(text).split()) for entity in parts)
    if len(parts) < 2 or parts[-1].span.end > name.end or length < len(text[name.title_start : name.end].split()):
        return [name]
    found = [name_of_run(text, part.span, language, body=KINDS[part.kind] != "person") for part in parts]
    return [part for part in found if part]


def _merged(names: Sequence[Name], entities: Sequence[Entity], text: str, language: Language) -> Iterator[Name]:
    """Yield the names, each with its entity; names that lie in a larger entity become one."""
    ends = [name.end for name in names]
    used = 0
    for entity in entities:
        low = max(used, bisect_right(ends, entity.span.start))
        high = low
        while high < len(names) and names[high].title_start < entity.span.end:
            high += 1
        yield from names[used:low]
        yield from _joined(names[low:high], entity, text, language)
        used = high
    yield from names[used:]


def _joined(inside: Sequence[Name], entity: Entity, text: str, language: Language) -> Iterator[Name]:
    """Yield the names that touch one entity, as the entity shows them."""
    kind = KINDS.get(entity.kind)
    if entity.kind in _AMOUNTS:
        yield from (name for name in inside if name.title or not _covers(entity, name))
        return
    own = _larger(inside, entity, text, language) if kind else None
    if own:
        yield evolve(own, shown=kind, kind=_own_kind(inside))
        return
    yield from (evolve(name, shown=kind) if kind and _shows(entity, name) else name for name in inside)


def _larger(inside: Sequence[Name], entity: Entity, text: str, language: Language) -> Name | None:
    """Return the name that an entity shows where our rules found only parts of it, or nothing."""
    if not all(_covers(entity, name) for name in inside) or not _is_one_name(entity, inside, text, language):
        return None
    if any(name.start == entity.span.start or name.title for name in inside if _shows(entity, name)):
        return None
    return name_of_run(text, entity.span, language, body=KINDS[entity.kind] != "person")


def _own_kind(inside: Sequence[Name]) -> str | None:
    """Return the kind that our own rules give a name, where they found it whole or in part."""
    return inside[0].kind if len(inside) == 1 else None


def _is_one_name(entity: Entity, inside: Sequence[Name], text: str, language: Language) -> bool:
    """Tell whether an entity may be one name: capitals but for the small words that join them, and one person."""
    small = words_of(language, "adpositions", "determiners", "coordinators")
    if KINDS[entity.kind] == "person":
        small = language.roles.words.get("particles", frozenset())
        if sum(name.kind == "person" for name in inside) > 1:
            return False
    words = entity.span.of(text).split()
    return all(word[0].isupper() or (word in small and word is not words[-1]) for word in words)


def _covers(entity: Entity, name: Name) -> bool:
    return entity.span.start <= name.start and name.end <= entity.span.end


def _shows(entity: Entity, name: Name) -> bool:
    """Tell whether an entity ends where a name does: then it is the name, or the name is its last words."""
    return entity.span.end == name.end


def _without_words(names: Sequence[Name], document: Document) -> Iterator[Name]:
    """Leave out single words that no entity shows, and that the parser takes for no proper noun anywhere."""
    if document.tags is None:
        yield from names
        return
    tags = {token.start: tag for token, tag in zip(document.tokens, document.tags, strict=True)}
    proper = {name.key for name in names if name.shown or tags.get(name.start, PROPN) is PROPN}
    yield from (name for name in names if len(name.words) > 1 or name.title or name.key in proper)


def _with_kinds(names: Iterator[Name], language: Language) -> Iterator[Name]:
    """Give each name the kind that most of its form's mentions show, unless its own words show one.

    An entity counts for one, and so does our own guess ("two words with capitals are a person") where it has one.
    """
    listed = list(names)
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for name in listed:
        seen = votes.setdefault(name.key, Counter())
        seen.update([name.shown] if name.shown else ())
        seen.update([name.kind] if name.kind else ())
    for name in listed:
        if name.is_plain(language):
            yield name
            continue
        seen = votes[name.key]
        kinds = sorted(seen, key=lambda kind: (-seen[kind], kind != name.shown))
        yield evolve(name, kind=kinds[0] if kinds else None)
