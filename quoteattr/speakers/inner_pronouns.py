"""Whom "he", "she" and "they" mean in somebody's own words: one told of there, or by the same speaker before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen

from quoteattr.grammar.words import words_of
from quoteattr.languages import either
from quoteattr.languages.lexicon import Language, Pronoun
from quoteattr.model.spans import Span
from quoteattr.speakers.described import (
    GENDERS,
    Described,
    described_back,
    known_party,
    named_in_apposition,
    party_described,
)
from quoteattr.speakers.descriptions import Description, describe
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.mentions import Mention
from quoteattr.speakers.parties import Party
from quoteattr.speakers.pronouns import find_antecedent, may_mean
from quoteattr.speakers.vocabulary import possessive_letters

_LOOK_BACK = 500
"""Characters before a speaker's words that are read for whom they mean; a bound, so that time stays linear."""
_LONGEST_VERB = 20
"""Characters before a noun phrase in which the verb stands that has it for its hearer."""
_COMMA = re.compile(r",\s+")


@frozen(slots=True)
class _Told:
    """One told of: where, and the party, where it is known, or else what is said of it."""

    span: Span
    party: int | None
    description: Description | None = None


def antecedent_in_speech(pronoun: Pronoun, mention: Mention, discourse: Discourse) -> int | None:
    """Return whom a pronoun in a speaker's own words means, where the words themselves do not show it.

    It is the one other person told of in what the speaker said right before, or in the sentence that leads to the
    words: *Obi said she had rung the keeper. "He told me, 'Go home'," she said.* Bodies are meant where they were
    spoken to: *rang the council. "They said"*. Of two who may be meant neither is, and who spoke for himself in the
    paragraph before is not who is told of.
    """
    paragraph = discourse.document.text.rfind("\n", 0, mention.inside) + 1
    start = max(0, mention.inside - _LOOK_BACK, min(mention.since, paragraph))
    end = mention.span.start
    for number in range(discourse.sentence_at(end), discourse.sentence_at(start) - 1, -1):
        sentence = discourse.sentence_span(number)
        part = Span(max(start, sentence.start), max(start, min(end, sentence.end)))
        told = _told_of(pronoun, part, mention, discourse) if part.start < part.end else []
        if told:
            return _only(pronoun, told, mention, discourse)
    return _shown_before(pronoun, mention, discourse) if pronoun.gender in GENDERS else None


def is_spoken_to(start: int, discourse: Discourse) -> bool:
    """Tell whether what begins at an offset hears or sends words: rang *the council*, a call from *the ministry*."""
    text = discourse.document.text
    return _contacting(discourse.language).search(text, max(0, start - _LONGEST_VERB), start) is not None


@cache
def _contacting(language: Language) -> re.Pattern[str]:
    names = ("contacting", "contact_links", "contact_nouns", "contact_origins")
    verbs, links, nouns, origins = (either(language.roles.words.get(name, ())) for name in names)
    return re.compile(rf"\b(?:(?:{verbs})(?:\s+(?:{links}))?|(?:{nouns})\s+(?:{origins}))\s+$", re.IGNORECASE)


def _told_of(pronoun: Pronoun, part: Span, mention: Mention, discourse: Discourse) -> list[_Told]:
    """Return who is told of in a stretch of text and may be meant, each once, without who speaks."""
    told: list[_Told] = []
    excluded = {each for each in (mention.outer, *mention.without, discourse.author) if each is not None}
    for found in described_back(pronoun, part.start, part.end, discourse):
        one = _described(found, discourse)
        own = any(_is_own(found[0], discourse.parties[each]) for each in excluded)
        apposed = told and told[-1].party is None and _joins(one.span.end, told[-1].span.start, discourse)
        if one.party in excluded or own or apposed or _follows(found[0], excluded, discourse):
            continue  # "Obi, the watchman", "her brother, the crane driver": named or described already
        if (
            not _is_addressee(found[0], discourse)
            and _may_be_described(pronoun, found, discourse)
            and not any(_is_same(one, each) for each in told)
        ):
            told.append(one)
    named = [each for each in _named(pronoun, part, discourse) if each.party not in excluded]
    return [*told, *(each for each in named if not any(_is_same(each, other) for other in told))]


def _is_own(span: Span, party: Party) -> bool:
    """Tell whether a noun phrase is part of what a party was called there: *a source* close to the squad said."""
    return any(start <= span.start < end for start, end, _ in party.phrases)


def _is_same(one: _Told, other: _Told) -> bool:
    return one.party is not None and one.party == other.party


def _described(found: Described, discourse: Discourse) -> _Told:
    """Return who a noun phrase describes; "whose sister" is known by what follows the pronoun alone."""
    span, description = found
    first, _, rest = span.of(discourse.document.text).partition(" ")
    if first in discourse.language.word_class("relatives"):
        owned = describe(rest, discourse.language)
        return _Told(Span(span.end - len(rest), span.end), None, owned or description)
    named = named_in_apposition(found, discourse)
    return _Told(span, known_party(description, span.start, discourse) if named is None else named, description)


def _joins(end: int, start: int, discourse: Discourse) -> bool:
    return _COMMA.fullmatch(discourse.document.text, end, max(end, start)) is not None


def _follows(span: Span, excluded: set[int], discourse: Discourse) -> bool:
    """Tell whether a noun phrase stands in apposition to the name before it, of one who is not meant."""
    index = bisect_left(discourse.begins, span.start) - 1
    near = index >= 0 and _joins(discourse.names[index].end, span.start, discourse)
    if _speaks(span, discourse):
        return False  # "Ms Obi, *the papers* write that you left"
    if near and span.of(discourse.document.text).split(maxsplit=1)[0] in discourse.language.word_class("relatives"):
        return False  # "Obi, whose sister"
    return near and discourse.owners[index] is not None and discourse.owners[index] in excluded


def _may_be_described(pronoun: Pronoun, found: Described, discourse: Discourse) -> bool:
    """Tell whether a noun phrase may be taken up: a person always, a document as a thing, a body that was spoken to."""
    if pronoun.gender in GENDERS:
        return True
    if pronoun.number == "plural" and _speaks(found[0], discourse):
        return True  # "*The papers* write that you left." "They write a lot."
    return found[1].kind == "document" if pronoun.gender == "neuter" else is_spoken_to(found[0].start, discourse)


def _is_addressee(span: Span, discourse: Discourse) -> bool:
    """Tell whether a noun phrase says who is spoken to: "You were *the ninth keeper* there"."""
    words = discourse.document.text[max(0, span.start - _LONGEST_VERB) : span.start].casefold().split()[-2:]
    form = discourse.language.pronouns.get(words[0]) if len(words) > 1 else None
    return form is not None and form.person == 2 and words[1] in words_of(discourse.language.code).forms_of_be


def _speaks(span: Span, discourse: Discourse) -> bool:
    """Tell whether a noun phrase is the source of a quote."""
    place = bisect_left(discourse.sources, (span.start, -1))
    return any(start == span.start for start, _ in discourse.sources[place : place + 1])


def _named(pronoun: Pronoun, part: Span, discourse: Discourse) -> Iterator[_Told]:
    """Yield who is named in a stretch of text and may be meant; an owner is not: *Obi's* wife."""
    low, high = bisect_left(discourse.begins, part.start), bisect_left(discourse.begins, part.end)
    owner = _possessive(discourse.language)
    seen: set[int] = set()
    for name, number in zip(discourse.names[low:high], discourse.owners[low:high], strict=True):
        if number is None or number in seen or owner.match(discourse.document.text, name.end):
            continue
        party = discourse.parties[number]
        shown = pronoun.gender in GENDERS and (party.kind == "person" or party.gender is not None)
        begin = _with_article(name.title_start, discourse) if pronoun.number == "plural" else name.title_start
        if may_mean(pronoun, party) and (shown or is_spoken_to(begin, discourse)):
            seen.add(number)
            yield _Told(Span(name.title_start, name.end), number)


def _with_article(start: int, discourse: Discourse) -> int:
    """Return where a name begins with its article: *the* Harbour Office."""
    before = discourse.document.text[max(0, start - _LONGEST_VERB) : start]
    last = before.split()[-1:]
    articles = discourse.language.word_class("articles")
    return start - len(last[0]) - 1 if last and last[0].casefold() in articles else start


@cache
def _possessive(language: Language) -> re.Pattern[str]:
    return re.compile(rf"['’](?:{possessive_letters(language)})?\s")


def _only(pronoun: Pronoun, told: Sequence[_Told], mention: Mention, discourse: Discourse) -> int | None:
    """Return the only one told of, or of several the only one whose gender the text shows; else `None`."""
    shown = [each for each in told if pronoun.gender in GENDERS and _gender(each, discourse) == pronoun.gender]
    chosen = told if len(told) == 1 else shown
    if len(chosen) != 1:
        return None
    one = chosen[0]
    number = one.party
    if number is None and one.description is not None:
        number = party_described((one.span, one.description), mention.outer, discourse)
        _note_owner(number, one.span.start, discourse)
    fits = number is not None and (pronoun.gender not in GENDERS or may_mean(pronoun, discourse.parties[number]))
    return number if fits else None


def _note_owner(number: int, start: int, discourse: Discourse) -> None:
    """Note whose somebody is: the sister in *Obi, whose sister waits,* belongs to Obi."""
    index = bisect_left(discourse.begins, start) - 1
    before = discourse.document.text[discourse.names[index].end : start] if index >= 0 else ""
    relatives = discourse.language.word_class("relatives")
    if discourse.parties[number].belongs_to is None and before.strip(", ") in relatives:
        discourse.parties[number].belongs_to = discourse.owners[index]


def _gender(one: _Told, discourse: Discourse) -> str | None:
    if one.party is not None:
        return discourse.parties[one.party].gender
    return one.description.gender if one.description is not None else None


def _shown_before(pronoun: Pronoun, mention: Mention, discourse: Discourse) -> int | None:
    """Return who is named in the paragraph before, where the text shows the gender and they did not speak there."""
    excluded = [each for each in (mention.outer, *mention.without) if each is not None]
    number = find_antecedent(pronoun, mention.inside, discourse, without=excluded)
    if number is None or discourse.parties[number].gender != pronoun.gender:
        return None
    text = discourse.document.text
    this = text.rfind("\n", 0, mention.inside) + 1
    before = text.rfind("\n", 0, max(0, len(text[:this].rstrip()))) + 1
    sources, _ = discourse.mentioned(before, mention.inside)
    party = discourse.parties[number]
    return number if number not in sources and party.seen_before(mention.inside) >= before else None
