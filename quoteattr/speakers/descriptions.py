"""What a noun phrase says of the party it names: its head noun, and what sets it apart."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from quoteattr.grammar.letters import fold
from quoteattr.grammar.words import words_of as grammar_words
from quoteattr.languages.lexicon import Language
from quoteattr.speakers.vocabulary import GROUP, is_plural, kind_of_noun, singular, words_of

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’.&-][^\W_]+)*['’]?|[@#][\w]+")
_HEAD_WORDS = 3
"""The longest head is of three words ("chief executive officer")."""
_LONGEST_PHRASE = 300
"""A source longer than this many characters is described by its first part; it is no noun phrase any more."""


@frozen(slots=True)
class Description:
    """A description: `head` noun in the singular, `modifiers` (folded), `determiner`, and the `phrase` itself.

    `determiner` is "definite", "indefinite", "possessive" (a pronoun's) or "bare"; `whole` is the phrase with its
    determiner, `kind` the kind of speaker that the head names, `gender` what it shows, `proper` those of the
    modifiers that are names.
    """

    head: str
    modifiers: frozenset[str]
    determiner: str
    phrase: str
    whole: str = ""
    kind: str | None = None
    plural: bool = False
    gender: str | None = None
    proper: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def describe(text: str, language: Language) -> Description | None:
    """Take a noun phrase apart; `None` where it has no word. Appositions and relative clauses are left out.

    >>> from quoteattr.languages import load
    >>> d = describe("the former governor of the Ostrava bank, who resigned", load("en"))
    >>> d.head, sorted(d.modifiers), d.determiner, d.phrase
    ('governor', ['bank', 'former', 'ostrava'], 'definite', 'former governor of the Ostrava bank')
    """
    text = text[:_LONGEST_PHRASE]
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
    determiner, start = _determiner(words, language)
    begin = words[0][1] if words else 0
    if start and "," in text[words[start - 1][2] : words[start][1] if len(words) > start else None]:
        words, start = words[:start], 0  # "Another, who was not named": nothing more is said of whom it is
    words = _core(text, words[start:], language)
    if not words:
        return None
    lows = [_bare(word, language) for word, _, _ in words]
    cut = _end_of_head(lows, language)
    first, head = _head(lows[:cut], language)
    office = language.roles.phrases.get(" ".join(lows))
    if office is not None:
        first, head, cut = 0, office, len(lows)
    last = lows[cut - 1]
    counted = text[begin : words[0][1]].strip().casefold() in language.roles.words.get("counting", ())
    counted = counted or (determiner == "bare" and len(words) > 1 and text[begin : words[-1][2]].islower())
    plural = _is_plural(head, last, counted, language)
    small = words_of(language, "adpositions", "determiners", "list_coordinators")
    rest = frozenset(fold(word) for word in (*lows[:first], *lows[cut:]) if word not in small)
    return Description(
        head=head,
        modifiers=rest,
        determiner=determiner,
        phrase=text[words[0][1] : words[-1][2]],
        whole=_in_mid_sentence(text[begin : words[-1][2]], determiner if start else "bare"),
        kind=GROUP if plural else _kind(head, language),
        plural=plural,
        gender=language.roles.genders.get(head),
        proper=rest & frozenset(fold(_bare(word, language)) for word, _, _ in words[1:] if word[0].isupper())
        | (
            rest
            & frozenset(fold(low) for low, (word, _, _) in zip(lows[:1], words, strict=False) if _leads(word, text))
        ),
    )


def _kind(head: str, language: Language) -> str | None:
    """Return the kind of speaker that a head noun names; "amir" is no noun of the list, as it is a first name, too."""
    kind = kind_of_noun(head, language) or kind_of_noun(re.split(r"[ -]", head)[-1], language)
    return kind or ("person" if head in language.roles.words.get("article_roles", ()) else None)


def _is_plural(head: str, noun: str, counted: bool, language: Language) -> bool:
    """Tell whether a noun is a plural or a group: its singular is known, or it is counted (*several* stallholders)."""
    if language.nouns.get(noun) == GROUP:
        return True
    ends_so = is_plural(noun, language) and not noun.endswith(tuple(language.roles.words.get("singular_endings", ())))
    return ends_so and (head != noun or (counted and noun not in language.nouns))


def _in_mid_sentence(phrase: str, determiner: str) -> str:
    """Give a determiner the small letter that it has inside a sentence: "the report", for "The report"."""
    first, space, rest = phrase.partition(" ")
    if determiner == "bare":
        return phrase
    return (first.lower() if first.isupper() else first[0].lower() + first[1:]) + space + rest  # "THE SPEAKER:"


def _leads(word: str, text: str) -> bool:
    """Tell whether a capitalised first word is a name: behind a determiner, not at the phrase's very start."""
    return word[0].isupper() and not text.lstrip().startswith(word)


def _bare(word: str, language: Language) -> str:
    """Return a word in small letters without its possessive ending."""
    low = word.casefold().replace("’", "'")
    for ending in grammar_words(language.code).possessive_clitic_endings:
        low = low.removesuffix(ending)
    return low.removesuffix("'")


def _determiner(words: list[tuple[str, int, int]], language: Language) -> tuple[str, int]:
    """Return the kind of determiner, and how many words it takes."""
    if not words:
        return "bare", 0
    low = words[0][0].casefold()
    pronoun = language.pronouns.get(low)
    if pronoun and pronoun.case == "possessive":
        return "possessive", 1
    listed = language.roles.words
    if low in listed.get("definite", ()):
        return "definite", 1
    if low in listed.get("indefinite", ()) or low.isdigit():
        return "indefinite", 1
    owner = words[0][0].replace("’", "'").endswith(grammar_words(language.code).possessive_endings)
    return ("definite", 0) if owner else ("bare", 0)


def _core(text: str, words: list[tuple[str, int, int]], language: Language) -> list[tuple[str, int, int]]:
    """Keep the words before an apposition, a relative clause or a participial adjunct."""
    relatives = language.word_class("relatives")
    for index, (word, start, _) in enumerate(words):
        if index and any(char in ",;:()–—\n" for char in text[words[index - 1][2] : start]):
            return words[:index]
        pronoun = language.pronouns.get(word)
        if index and pronoun is not None and pronoun.case == "subject":
            return words[:index]  # "a note *he* passed on"
        if index and (word in relatives or _is_participle(words, index, language)):
            return words[:index]  # "people briefed on the meeting": a noun behind its article is none
    return words


def _is_participle(words: list[tuple[str, int, int]], index: int, language: Language) -> bool:
    """Tell whether a word is a participle behind a noun ("seen by", "speaking on")."""
    low = words[index][0]
    if words[index - 1][0].casefold() in language.word_class("determiners"):
        return False
    listed = low in language.roles.words.get("participles", ())
    if not listed and (language.verbs.get(low) not in (2, 3, 4) or low in language.nouns):
        return False
    if index + 1 == len(words):
        return True
    after, before = words[index + 1][0].casefold(), words[index - 1][0].casefold()
    small = words_of(language, "adpositions", "determiners")
    noun = singular(before, language) in language.nouns
    return after in small or after in language.pronouns or (noun and after not in language.nouns)


def _end_of_head(lows: list[str], language: Language) -> int:
    """Return the place after the head: before the first preposition, "and" or "close to"."""
    prepositions = language.word_class("adpositions")
    for index, low in enumerate(lows):
        if index and (low in prepositions or low in language.roles.words.get("behind", ())):
            return index
    return len(lows)


def _head(lows: list[str], language: Language) -> tuple[int, str]:
    """Return where the head begins, and the head in the singular; the longest one that the roles know."""
    last, roles = singular(lows[-1], language), language.roles.words
    if last in roles.get("postposed", ()) and len(lows) > 1 and lows[-2] in roles.get("generals", ()):
        return len(lows) - 2, f"{lows[-2]}-{last}"
    for size in range(min(_HEAD_WORDS, len(lows)), 1, -1):
        phrase = " ".join((*lows[-size:-1], last))
        if phrase in language.roles.same:
            return len(lows) - size, phrase
    for link in language.word_class("part_links"):
        last = last.split(f"-{link}-")[0]
    return len(lows) - 1, last
