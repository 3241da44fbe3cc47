"""What has been mentioned where: the ground on which pronouns and roles are resolved, in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from attrs import define, field

from quoteattr.grammar.openings import opening_end
from quoteattr.languages import either
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import Document
from quoteattr.model.spans import Span
from quoteattr.speakers.body_signs import mark_bodies
from quoteattr.speakers.clusters import Clusters
from quoteattr.speakers.entities import with_entities
from quoteattr.speakers.names import Name, find_names
from quoteattr.speakers.nicknames import with_nicknames
from quoteattr.speakers.parties import Fact, Party, group_names
from quoteattr.speakers.roles import RoleIndex, facts_beside
from quoteattr.speakers.syntax import OTHER, Syntax

_MOST_IN_SENTENCE = 12
"""Mentions looked at in one sentence; a bound, so that time stays linear on texts without full stops."""
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*[\r\n]")
_FIRST_NAMES = 20
"""Names among which the one that signs the article is looked for; it stands near the head."""
_LINES_ABOVE = 3
"""Above a byline, or a dateline, stand a headline, a standfirst and a date at most."""
_HEAD = 600
"""Characters in which a story has begun."""


@define(slots=True)
class Discourse:
    """An article as the rules see it while they work through its sources.

    `names` and `owners` (their parties) are given by the text; `sources` grows as sources are resolved. `told` are
    the extents of the quotes' contents, whose names are no antecedents for the reporter's pronouns.
    """

    document: Document
    language: Language
    names: tuple[Name, ...]
    owners: list[int | None]
    parties: list[Party]
    roles: RoleIndex
    told: list[tuple[int, int]]
    begins: list[int] = field(factory=list)
    sentence_starts: list[int] = field(factory=list)
    narrated: list[tuple[int, int]] = field(factory=list)
    sources: list[tuple[int, int]] = field(factory=list)
    author: int | None = None
    printers: frozenset[int] = frozenset()
    """The parties that are whoever prints the article."""
    outlet: str | None = None
    syntax: Syntax | None = None
    clusters: Clusters = field(factory=Clusters)
    ranks: dict[int, int] = field(factory=dict)
    """What each name is in its clause, by the name's start."""

    def open_party(self, kind: str | None) -> Party:
        """Add a party without a name."""
        party = Party(len(self.parties), kind)
        self.parties.append(party)
        return party

    def see(self, offset: int, number: int) -> None:
        """Note that a source at an offset is a party."""
        insort(self.sources, (offset, number))
        self.parties[number].last_seen = max(self.parties[number].last_seen, offset)

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence at an offset."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def sentence_span(self, number: int) -> Span:
        """Return the extent of a sentence, up to where the next begins."""
        starts = self.sentence_starts
        if not starts:
            return Span(0, len(self.document.text))
        end = starts[number + 1] if number + 1 < len(starts) else len(self.document.text)
        return Span(starts[number], end)

    def mentioned(self, start: int, end: int) -> tuple[list[int], list[int]]:
        """Return the parties of the sources and of the narration's names in `start`..`end`, each in order."""
        return _between(self.sources, start, end), _between(self.narrated, start, end)

    def named_by_rank(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the narration's names in `start`..`end` with their parties: subjects first, where that is known."""
        low, high = bisect_left(self.narrated, (start, -1)), bisect_left(self.narrated, (end, -1))
        named = self.narrated[max(low, high - _MOST_IN_SENTENCE) : high]
        return sorted(named, key=lambda place: self.ranks.get(place[0], OTHER)) if self.ranks else named

    def names_from(self, offset: int) -> Iterator[tuple[int, int]]:
        """Yield the start and party of the narration's names from an offset on."""
        for place in range(bisect_left(self.narrated, (offset, -1)), len(self.narrated)):
            yield self.narrated[place]

    def owners_between(self, start: int, end: int) -> tuple[int, ...]:
        """Return the parties of the names in `start`..`end`, those inside quotes, too."""
        low, high = bisect_left(self.begins, start), bisect_left(self.begins, end)
        return tuple(number for number in self.owners[low:high] if number is not None)

    def last_named(self, number: int, offset: int) -> int:
        """Return the start of a party's last name in the narration before an offset, -1 for none."""
        place = bisect_left(self.narrated, (offset, -1))
        recent = reversed(self.narrated[max(0, place - _MOST_IN_SENTENCE) : place])
        return next((start for start, owner in recent if owner == number), -1)

    def reassign(self, starts: Collection[int], number: int) -> None:
        """Give the names that begin at some places to another party."""
        for start in starts:
            self.owners[bisect_left(self.begins, start)] = number
        self.narrated = [(start, number if start in starts else owner) for start, owner in self.narrated]

    def is_told(self, offset: int) -> bool:
        """Tell whether an offset lies in the content of a quote."""
        place = bisect_right(self.told, (offset, len(self.document.text) + 1))
        return place > 0 and self.told[place - 1][1] > offset


def _between(mentions: list[tuple[int, int]], start: int, end: int) -> list[int]:
    low, high = bisect_left(mentions, (start, -1)), bisect_left(mentions, (end, -1))
    return [number for _, number in mentions[max(low, high - _MOST_IN_SENTENCE) : high]]


def open_discourse(document: Document, told: Sequence[Span], language: Language) -> Discourse:
    """Read the names, roles and genders of a text; `told` are the spans of the quotes' contents.

    No source is resolved yet.

    >>> from quoteattr.languages import load
    >>> text = "Ada Obi, the mayor, left. Obi had said so."
    >>> discourse = open_discourse(Document(text=text), (), load("en"))
    >>> discourse.owners, [fact.description.head for fact in discourse.parties[0].facts]
    ([0, 0], ['mayor'])
    """
    found = with_nicknames(find_names(document, language), document.text)
    names = _told_of(with_entities(found, document, language), document, language)
    parties, owners = group_names(names, language)
    discourse = Discourse(
        document=document,
        language=language,
        names=names,
        owners=owners,
        parties=parties,
        roles=RoleIndex(),
        told=_merged(told),
        begins=[name.start for name in names],
        sentence_starts=[sentence.start for sentence in document.sentences],
        syntax=Syntax.of(document),
    )
    if discourse.syntax:
        discourse.ranks = {name.start: discourse.syntax.rank_of(Span(name.start, name.end)) for name in names}
    for fact in _facts(discourse):
        discourse.roles.add(fact)
        discourse.parties[fact.party].facts.append(fact)
        discourse.parties[fact.party].vote(fact.description.gender, weight=3)
    mark_bodies(parties, document.text, language)
    bylines = {name.start: number for name, number in _bylines(discourse)}
    discourse.author = next(iter(bylines.values())) if len(bylines) == 1 else None
    discourse.narrated = [
        (start, number) for start, number in _owned(discourse) if start not in bylines and not discourse.is_told(start)
    ]
    return discourse


def _told_of(names: tuple[Name, ...], document: Document, language: Language) -> tuple[Name, ...]:
    """Return the names without those of a dateline ("*VELMAR CITY*, Aug 9 - Velmar denied it" tells of Velmar), and
    without those of what happened: Storm Ulla."""
    head = [paragraph for paragraph in document.paragraphs[: _LINES_ABOVE + 1] if paragraph.start <= _HEAD]
    ends = [(paragraph.start, opening_end(document.text, paragraph, language)) for paragraph in head]
    told = [name for name in names if not any(start <= name.start < end for start, end in ends)]
    topics = language.word_class("topic_nouns")
    return tuple([name for name in told if name.words[0].casefold() not in topics])


def _bylines(discourse: Discourse) -> Iterator[tuple[Name, int]]:
    """Yield the names that sign the article: the text does not tell of them.

    One stands in a line "By Ada Obi", or else is all of one of the lines right below the headline.
    """
    text = discourse.document.text
    named = [(n, owner) for n, owner in zip(discourse.names, discourse.owners, strict=True) if owner is not None]
    by = _by(discourse.language)
    signed = [(name, number) for name, number in named if by.search(text[max(0, name.title_start - 12) : name.start])]
    if signed:
        yield from signed
        return
    for name, number in named[:_FIRST_NAMES]:
        alone = len(name.words) > 1 and name.kind == "person" and _is_line(text, name)
        if alone and 1 <= len(_LINE.findall(text, 0, name.title_start)) <= _LINES_ABOVE:
            yield name, number


@cache
def _by(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\n)\s*(?:{either(language.roles.words.get('bylines', ()))})\s+$", re.IGNORECASE)


def _is_line(text: str, name: Name) -> bool:
    """Tell whether a name is all that its line holds."""
    before, after = text[: name.title_start][-2:].rstrip(" "), text[name.end : name.end + 2].lstrip(" ")
    return before.endswith("\n") and (not after or after.startswith(("\n", "\r")))


def _facts(discourse: Discourse) -> Iterator[Fact]:
    for name, number in zip(discourse.names, discourse.owners, strict=True):
        if number is not None:
            apposed = _apposed(name, discourse)
            yield from facts_beside(discourse.document.text, name, number, discourse.language, apposed)


def _apposed(name: Name, discourse: Discourse) -> tuple[str, ...]:
    """Return the phrases that the tree puts in apposition to a name."""
    found = discourse.syntax.apposed(Span(name.start, name.end)) if discourse.syntax else ()
    return tuple(span.of(discourse.document.text) for span in found)


def _owned(discourse: Discourse) -> Iterator[tuple[int, int]]:
    for name, number in zip(discourse.names, discourse.owners, strict=True):
        if number is not None:
            yield name.start, number


def _merged(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return spans in order, those that touch joined."""
    merged: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if merged and span.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
        else:
            merged.append((span.start, span.end))
    return merged
