"""Credits: whether two articles' speakers can be one party, by name, initials, role, affiliation or description."""

from __future__ import annotations

from functools import cache

from quoteattr.grammar.letters import fold
from quoteattr.grammar.stems import stem
from quoteattr.grammar.terms import function_words, words_of
from quoteattr.languages.lexicon import Language
from quoteattr.model.speakers import Speaker, SpeakerKind

_LEAST_INITIALS = 2


def same_speaker(first: Speaker, second: Speaker, language: Language) -> bool:
    """Tell whether two articles' speakers can be one.

    It does not ask what else the articles tell of them; two descriptions in other words are two parties.

    >>> from quoteattr.languages import load
    >>> same_speaker(Speaker(name="Ada Obi", role="Minister"), Speaker(name="the minister"), load("en"))
    True
    """
    if fold(first.name) == fold(second.name):
        return True
    if first.kind is second.kind and _names_fit(first, second, language):
        return True
    return any(
        rule(one, other, language)
        for one, other in ((first, second), (second, first))
        for rule in (_is_short_for, _has_role, _speaks_for, _is_generic, _holds)
    )


def are_rivals(first: Speaker, second: Speaker) -> bool:
    """Tell whether only one of two speakers can have said what both are credited with: two with names, of one kind.

    Who wrote a report may speak in it, and "the governor" may be anybody whom the other account names.

    >>> are_rivals(Speaker(name="Ada Obi"), Speaker(name="Per Holm")), are_rivals(
    ...     Speaker(name="Ada Obi"), Speaker(name="the governor")
    ... )
    (True, False)
    """
    return first.kind is second.kind and not (_is_description(first) or _is_description(second))


def _names_fit(first: Speaker, second: Speaker, language: Language) -> bool:
    """Tell whether one name has all words of the other, or both end alike: "Ada Obi", "Minister Obi"."""
    a, b = _words(first.name), _words(second.name)
    if not a or not b:
        return False
    if set(a) <= set(b) or set(b) <= set(a) or a[-1] == b[-1]:
        return True
    return bool(_stems(first.name, language)) and _stems(first.name, language) == _stems(second.name, language)


def _is_short_for(short: Speaker, long: Speaker, language: Language) -> bool:
    """Tell whether a name is the initials of another: "UN", "United Nations"."""
    initials = {_initials(name, language) for name in (long.name, *long.aliases)}
    names = {name.replace(".", "").upper() for name in (short.name, *short.aliases) if _is_initials(name)}
    return not initials.isdisjoint(names)


def _is_initials(name: str) -> bool:
    bare = name.replace(".", "")
    return len(bare) >= _LEAST_INITIALS and bare.isalpha() and bare.isupper()


def _initials(name: str, language: Language) -> str:
    capitals = (word for word in words_of(name) if word.lower() not in function_words(language))
    return "".join(word[0] for word in capitals if word[0].isupper())


def _has_role(described: Speaker, known: Speaker, language: Language) -> bool:
    """Tell whether a description is the role of a known speaker, or the end of it: "the minister"."""
    wanted = _stems(described.name, language)
    role = known.role or ""
    if not wanted or not role or not _is_description(described):
        return False
    told = _stems(f"{role} {known.affiliation or ''} {known.name}", language)
    return wanted <= told and not wanted.isdisjoint(_stems(role, language))


def _is_description(speaker: Speaker) -> bool:
    """Tell whether a speaker has no name but a description: "the foreign minister", "the Foreign Minister"."""
    words = words_of(speaker.name)
    return bool(words) and (words[0][0].islower() or words[-1].islower())


def _speaks_for(voice: Speaker, party: Speaker, language: Language) -> bool:
    """Tell whether one is the other's spokesman, who is not named: "a police spokesman", "the police"."""
    if not _is_description(voice) and voice.role is None:
        return False
    words = _stems(f"{voice.name if _is_description(voice) else ''} {voice.role or ''}", language)
    if words.isdisjoint(_voices(language)):
        return False
    principal = (words - _voices(language)) | _stems(voice.affiliation or "", language)
    wanted = _stems(party.name, language)
    return bool(wanted) and (wanted <= principal or (bool(principal) and principal <= wanted))


def _is_generic(described: Speaker, named: Speaker, language: Language) -> bool:
    """Tell whether one is only called a company, and the other is an organisation with a name."""
    words = [word for word in _words(described.name) if word not in function_words(language)]
    nouns = language.roles.words.get("company_nouns", ())
    bodies = SpeakerKind.ORGANISATION
    called = len(words) == 1 and words[0] in nouns and described.kind is bodies
    return called and named.kind is bodies and not _is_description(named)


def _holds(holder: Speaker, office: Speaker, language: Language) -> bool:
    """Tell whether one is the holder, not named, of the office that the other is: "the minister", "the ministry"."""
    if not _is_description(holder):
        return False
    a, b = _stems(holder.name, language), _stems(office.name, language)
    pairs = _offices(language)
    return any(one in a and other in b and a - {one} == b - {other} for one, other in pairs)


@cache
def _offices(language: Language) -> tuple[tuple[str, str], ...]:
    pairs = (line.split() for line in language.comparing.get("credits", {}).get("offices", ()))
    return tuple((stem(_role_of(one, language), language), stem(other, language)) for one, other in pairs)


def _words(name: str) -> list[str]:
    return [fold(word) for word in words_of(name)]


def _stems(name: str, language: Language) -> frozenset[str]:
    """Return the stems of a name's words with content; nouns for one role have one stem."""
    content = (word for word in _words(name) if word not in function_words(language))
    return frozenset(stem(_role_of(word, language), language) for word in content)


def _role_of(word: str, language: Language) -> str:
    return language.roles.same.get(word, (word,))[0]


@cache
def _voices(language: Language) -> frozenset[str]:
    """Return the stems of nouns for those who speak for others."""
    words = language.comparing.get("credits", {}).get("voices", ())
    return frozenset(stem(_role_of(word, language), language) for word in words)
