"""Parties that a text describes without naming them: who they are, and which of them a pronoun may mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from quoteattr.languages.lexicon import Language, Pronoun
from quoteattr.model.spans import Span
from quoteattr.speakers.descriptions import Description, describe
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.heads import head_name
from quoteattr.speakers.owners import owned_person
from quoteattr.speakers.parties import Fact
from quoteattr.speakers.roles import find_by_role
from quoteattr.speakers.vocabulary import GROUP, is_plural, kind_of_noun, possessive_end, singular

_NAMES_BACK = 12
"""Names looked back over for a person; a bound, so that time stays linear."""
_LONGEST_SUBJECT = 60
"""Characters in which the head of a subject comes."""
_LONGEST_PREPOSITION = 16
"""Characters in which the preposition before a noun phrase stands, and a noun before it."""
GENDERS = ("feminine", "masculine")
"""The genders that show a person."""

Described = tuple[Span, Description]
"""A noun phrase that describes a party, and what it says."""


def party_described(found: Described, without: int | None, discourse: Discourse) -> int:
    """Return the party that a noun phrase describes; a new one where it is not known, or is `without`."""
    span, description = found
    number = known_party(description, span.start, discourse)
    if number is None or number == without:
        party = discourse.open_party(description.kind)
        party.plural = description.plural
        number = party.number
    remember(number, description, span, discourse)
    return number


def known_party(description: Description, offset: int, discourse: Discourse) -> int | None:
    """Return the party with a role; a new one ("a nurse") is only the same where the words are the same."""
    if description.determiner == "indefinite":
        return _same_words(description, offset, discourse)
    found = find_by_role(description, offset, discourse.roles, discourse.parties, discourse.language)
    return None if found is not None and _signs_off(found, offset, discourse) else found


def _signs_off(number: int, offset: int, discourse: Discourse) -> bool:
    """Tell whether a body is only named where the article signs off, below what an offset tells: "This newsletter is a
    service of the Union of Millers"."""
    party, last = discourse.parties[number], discourse.document.paragraphs[-1:]
    names = party.names if party.kind == "organisation" else []
    return bool(last) and bool(names) and offset < last[0].start <= names[0].start


def _same_words(description: Description, offset: int, discourse: Discourse) -> int | None:
    for fact in discourse.roles.near(description.head, offset):
        known = fact.description
        if known.modifiers == description.modifiers and known.determiner == "indefinite" and description.modifiers:
            return fact.party
    return None


def remember(number: int, description: Description, span: Span, discourse: Discourse) -> None:
    """Note that a party was described so at a place."""
    party = discourse.parties[number]
    fact = Fact(span.start, number, description)
    discourse.roles.add(fact)
    party.phrases.append((span.start, span.end, description.whole))
    party.vote(description.gender, weight=3)


_BREAK = re.compile(r"[.!?;:,“”\"«»„()\n]")
"""What stands in no noun phrase."""
_NOUN_PHRASE = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def last_described(
    pronoun: Pronoun, start: int, end: int, discourse: Discourse, without: Collection[int] = ()
) -> Described | None:
    """Return the last noun phrase with a determiner in `start`..`end` that a pronoun may mean.

    `None` where a fitting name stands after it; then the name is the nearer antecedent. The names of `without` are
    none: "My aunt rang," *Obi* said. "She told me".
    """
    found = next(described_back(pronoun, start, end, discourse), None)
    last = -1 if pronoun.gender == "neuter" else _last_before(discourse, end, without)  # "it" is no person
    named = found is not None and last >= 0 and found[0].start < max(discourse.begins[last], start)
    return None if named else found


def described_back(pronoun: Pronoun, start: int, end: int, discourse: Discourse) -> Iterator[Described]:
    """Yield the noun phrases with a determiner in `start`..`end` that a pronoun may mean, the last one first.

    What is a thing as well is none without more: "My uncle threw *a chair*".
    """
    language, text = discourse.language, discourse.document.text
    words = [match.span() for match in _NOUN_PHRASE.finditer(text, start, end)]
    for index in range(len(words) - 1, -1, -1):
        low = text[words[index][0] : words[index][1]].casefold()
        meant = is_meant(pronoun, low, language) and not _modifies(words, index, text, language)
        begin = _phrase_start(words, index, text, language) if meant else None
        if begin is not None and _BREAK.search(text, words[begin][0], words[index][1]) is None:
            span = Span(words[begin][0], words[index][1])
            description = describe(span.of(text), language)
            first = span.of(text).split(maxsplit=1)[0].casefold()
            own = pronoun.gender == "neuter" and _is_its(first, language)  # "On its site it says": not the site
            setting = own or (pronoun.number == "plural" and _is_setting(span.start, discourse))
            if description and not setting and not _is_thing(description, language):
                yield span, description


def _is_its(word: str, language: Language) -> bool:
    form = language.pronouns.get(word)
    return form is not None and form.case == "possessive" and form.gender == "neuter"


def _is_setting(start: int, discourse: Discourse) -> bool:
    """Tell whether a noun phrase is only where, or through what, somebody spoke: on *the radio*."""
    words = discourse.document.text[max(0, start - _LONGEST_PREPOSITION) : start].casefold().split()
    told = discourse.language.roles.words
    if words[-2:-1] and words[-2] in told.get("contact_nouns", ()) and words[-1] in told.get("contact_origins", ()):
        return False  # a call from *the council*
    return words[-1:] != [] and words[-1] in told.get("speech_settings", ())


def _is_thing(description: Description, language: Language) -> bool:
    """Tell whether a noun that names a person too most often names a thing behind its article: "a chair"."""
    things = language.roles.words.get("things_too", ())
    return description.determiner == "indefinite" and description.head in things


def described_subject(pronoun: Pronoun, sentence: Span, discourse: Discourse) -> Described | None:
    """Return the noun phrase that begins a sentence, where a pronoun of a later sentence may mean it.

    A sentence inside a quote has none: its subject is not the reporter's. With a tree any subject of the sentence is
    looked at.
    """
    first = _NOUN_PHRASE.search(discourse.document.text, sentence.start, sentence.end)
    if not first or discourse.is_told(first.start()):
        return None
    start = first.start()
    found = (
        _owned_at(pronoun, start, discourse)
        or _counted_at(pronoun, start, discourse)
        or _phrase_at(pronoun, start, discourse)
    )
    return found or _subject_in_tree(pronoun, sentence, discourse)


def _owned_at(pronoun: Pronoun, start: int, discourse: Discourse) -> Described | None:
    """Return who belongs to the name at an offset, where a pronoun may mean that one: *Obi's lawyer* left."""
    index = bisect_left(discourse.begins, start)
    if index == len(discourse.names) or discourse.names[index].title_start != start:
        return None
    found = owned_person(discourse.names[index].start, discourse)
    return found if found and is_meant(pronoun, found[1].head, discourse.language) else None


def named_in_apposition(found: Described, discourse: Discourse) -> int | None:
    """Return the party whose name stands in apposition to a noun phrase: "A neighbour, *Joe Lowe*, was woken"."""
    text, span = discourse.document.text, found[0]
    first = bisect_left(discourse.begins, span.end)
    if text[span.end : span.end + 1] != ",":
        return None
    for index, name in enumerate(discourse.names[first : first + 2], first):  # "her friend, *TV* presenter Olly Bond,"
        near = name.start - span.end <= _LONGEST_SUBJECT and text[name.end : name.end + 1] in (",", ".", ";")
        if near and head_name(Span(span.start, name.end), discourse) == index:
            return discourse.owners[index]
    return None


def noun_before_place(start: int, end: int, discourse: Discourse) -> Described | None:
    """Return the noun phrase that "who" at `end` stands for behind a place: "*Teachers* at Saint Mary's, who said"."""
    text, language = discourse.document.text, discourse.language
    index = bisect_left(discourse.begins, end) - 1
    name = discourse.names[index] if index >= 0 else None
    if name is None or name.end <= start or possessive_end(language).sub("", text[name.end : end].strip(" ,")):
        return None
    before = text[start : name.title_start].rstrip()
    words = before.split()
    if len(words) < 2 or words[-1].casefold() not in language.word_class("adpositions"):
        return None
    last = start + len(before) - len(words[-1])
    noun = text[max(start, *(text.rfind(mark, start, last) + 1 for mark in ",;:.")) : last]
    phrase = Span(last - len(noun.lstrip()), last - (len(noun) - len(noun.rstrip())))
    found = describe(phrase.of(text), language) if phrase.end > phrase.start else None
    return (phrase, found) if found is not None and found.kind in ("person", "anonymous", GROUP) else None


def _subject_in_tree(pronoun: Pronoun, sentence: Span, discourse: Discourse) -> Described | None:
    """Return the first noun that the tree shows as a subject of a sentence, where the pronoun may mean it."""
    language = discourse.language
    for span in discourse.syntax.subjects(sentence) if discourse.syntax else ():
        found = None if discourse.is_told(span.start) else describe(span.of(discourse.document.text), language)
        if found and found.determiner != "bare" and is_meant(pronoun, found.head, language):
            return span, found
    return None


def _phrase_at(pronoun: Pronoun, start: int, discourse: Discourse) -> Described | None:
    """Return the noun phrase with a determiner that begins at an offset, where a pronoun may mean it."""
    language, text = discourse.language, discourse.document.text
    words = [match.span() for match in _NOUN_PHRASE.finditer(text, start, start + _LONGEST_SUBJECT)]
    for index, (begin, end) in enumerate(words):
        low = text[begin:end].casefold()
        fits = is_meant(pronoun, low, language) or (pronoun.number == "plural" and _are_documents(low, language))
        if fits and not _modifies(words, index, text, language) and begin - start < _LONGEST_SUBJECT:
            if _BREAK.search(text, start, end):
                return None
            span = Span(start, end)
            description = describe(span.of(text), language)
            whole = _phrase_start(words, index, text, language) == 0 or (index == 0 and pronoun.number == "plural")
            return (span, description) if description and whole else None
    return None


def _counted_at(pronoun: Pronoun, start: int, discourse: Discourse) -> Described | None:
    """Return the people whom a sentence counts first: *two former nurses* wrote, *some of the dancers* left."""
    text, language = discourse.document.text, discourse.language
    first, *words = [match.span() for match in _NOUN_PHRASE.finditer(text, start, start + _LONGEST_SUBJECT)] or [(0, 0)]
    counts = text[first[0] : first[1]].casefold() in language.roles.words.get("counting", ())
    if pronoun.number != "plural" or not counts:
        return None
    within = language.word_class("part_links") | language.word_class("determiners")
    for begin, end in words:
        low = text[begin:end].casefold()
        if _BREAK.search(text, start, end) or (low in language.word_class("adpositions") and low not in within):
            return None
        if _are_people(low, language):
            span = Span(start, end)
            description = describe(span.of(text), language)
            return (span, description) if description and description.plural else None
    return None


def _are_people(noun: str, language: Language) -> bool:
    """Tell whether a noun is a plural that names people, by the lists or by its ending."""
    one = singular(noun, language)
    if one in language.nouns:
        return is_plural(noun, language) and kind_of_noun(one, language) in ("person", "anonymous", GROUP)
    return noun.endswith(tuple(language.roles.words.get("agent_endings", ())))


def _are_documents(noun: str, language: Language) -> bool:
    """Tell whether a noun is a plural that means documents: *The minutes* do not record it."""
    return is_plural(noun, language) and kind_of_noun(singular(noun, language), language) == "document"


def _modifies(words: list[tuple[int, int]], index: int, text: str, language: Language) -> bool:
    """Tell whether a noun only describes the one behind it: "a *police* spokesman"."""
    if index + 1 >= len(words):
        return False
    start, end = words[index + 1]
    return text[words[index][1] : start] == " " and kind_of_noun(text[start:end].casefold(), language) is not None


def _last_before(discourse: Discourse, offset: int, without: Collection[int]) -> int:
    """Return the place of the last name of a person before an offset, but one of `without`; -1 for none."""
    last = bisect_left(discourse.begins, offset) - 1
    for place in range(last, max(-1, last - _NAMES_BACK), -1):
        number = discourse.owners[place]
        if number is not None and number not in without and discourse.parties[number].kind == "person":
            return place
    return -1


def is_meant(pronoun: Pronoun, noun: str, language: Language) -> bool:
    """Tell whether a noun's number, kind and gender fit a pronoun."""
    kind = kind_of_noun(noun, language)
    if pronoun.gender in GENDERS:
        return kind in ("person", "anonymous") and language.roles.genders.get(noun, pronoun.gender) == pronoun.gender
    if pronoun.number == "plural":
        return kind in ("group", "organisation") or (noun not in language.nouns and _are_people(noun, language))
    return kind in ("document", "organisation")


def _phrase_start(words: list[tuple[int, int]], index: int, text: str, language: Language) -> int | None:
    """Return the place of the determiner of a noun phrase, at most four words before its head."""
    for place in range(index - 1, max(-1, index - 5), -1):
        low = text[words[place][0] : words[place][1]].casefold()
        pronoun = language.pronouns.get(low)
        if low in language.word_class("determiners") or (pronoun and pronoun.case == "possessive"):
            return place
        if low in language.word_class("adpositions") or language.verbs.get(low) == 2:
            return None
    return None
