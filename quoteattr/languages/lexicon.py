"""The values that a language's data files are read into."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from quoteattr.model.quotes import Polarity, Stance

NO_WORDS: frozenset[str] = frozenset()
"""The words of a class that a language has not."""


class Frame(StrEnum):
    """What a cue takes as its content, with the pattern for a verb.

    Terms after the complement types of the Cambridge Grammar (Huddleston and Pullum 2002, chapter 11).
    """

    QUOTE = "quote"  # "...," she said
    CLAUSE = "clause"  # said (that) it works
    WHETHER = "whether"  # asked whether / why / how it works
    TO = "to"  # promised to leave
    HEARER_CLAUSE = "hearer-clause"  # told reporters (that) it works
    HEARER_TO = "hearer-to"  # urged them to leave: the hearer belongs to the content
    AS = "as"  # described it as a farce: the whole complement is the content
    OF = "of"  # accused them of theft, warned of delays
    FOR = "for"  # called for an inquiry, apologised for the delay
    ON = "on"  # called on them to stop
    AGAINST = "against"  # warned against complacency
    NOUN = "noun"  # announced a recall
    PREDICATE = "predicate"  # called the move a hike
    AT = "at"  # put the cost at 48 million


class CueClass(StrEnum):
    """What kind of act the cue reports."""

    SAY = "say"
    ASK = "ask"
    HEAR = "hear"  # a court heard: who speaks stays unsaid
    ORDER = "order"  # urge, demand, call on
    PROMISE = "promise"  # vow, threaten, offer
    JUDGE = "judge"  # accuse, describe as, praise
    DENY = "deny"
    WRITE = "write"  # write, tweet, post
    SHOW = "show"  # documents and data: show, find, indicate
    MANNER = "manner"  # sigh, laugh, shout: a cue only beside marks
    THINK = "think"  # believe, fear, expect: a cue only with words in marks


class Family(StrEnum):
    """Marks that can stand in for each other when one of a pair is mistyped or of another convention."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMET = "guillemet"
    SINGLE_GUILLEMET = "single-guillemet"
    CORNER = "corner"
    WHITE_CORNER = "white-corner"


@frozen(slots=True)
class Mark:
    """A quotation mark: its characters, its family, and its direction (1 opens, -1 closes, 0 either)."""

    form: str
    family: Family
    direction: int


@frozen(kw_only=True, slots=True)
class CueEntry:
    """A verb that reports: forms in the order base, third person, past, participle, gerund.

    `negative` marks a cue that denies its content. `example` is an own sentence with the spans marked.
    """

    lemma: str
    forms: tuple[str, ...]
    cue_class: CueClass
    frames: frozenset[Frame]
    stance: Stance = Stance.NEUTRAL
    polarity: Polarity = Polarity.POSITIVE
    particle: str | None = None
    example: str = ""

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> CueEntry:
        """Read one `[[verb]]` table."""
        return cls(
            lemma=entry["lemma"],
            forms=tuple(entry["forms"].split()),
            cue_class=CueClass(entry["class"]),
            frames=frozenset(Frame(frame) for frame in entry["frames"]),
            stance=Stance(entry.get("stance", "neutral")),
            polarity=Polarity(entry.get("polarity", "positive")),
            particle=entry.get("particle"),
            example=entry["example"],
        )


class PhraseOrder(StrEnum):
    """Where the source stands beside a phrase that reports."""

    AFTER = "after"  # according to X
    BEFORE = "before"  # X was quoted as saying
    NONE = "none"  # reportedly


@frozen(kw_only=True, slots=True)
class PhraseEntry:
    """A fixed phrase that reports: "according to", "in the words of"."""

    text: str
    order: PhraseOrder
    stance: Stance = Stance.NEUTRAL
    example: str = ""

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> PhraseEntry:
        """Read one `[[phrase]]` table."""
        return cls(
            text=entry["text"],
            order=PhraseOrder(entry["order"]),
            stance=Stance(entry.get("stance", "neutral")),
            example=entry["example"],
        )


@frozen(kw_only=True, slots=True)
class Title:
    """Words before a name: "Mr", "President". `gender` where the title itself shows it."""

    forms: tuple[str, ...]
    gender: str | None = None
    role: str | None = None

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Title:
        """Read one `[[title]]` table."""
        return cls(forms=tuple(entry["forms"]), gender=entry.get("gender"), role=entry.get("role"))


@frozen(kw_only=True, slots=True)
class Pronoun:
    """A pronoun: person 1 to 3, number "singular" or "plural", gender "feminine", "masculine", "neuter" or None."""

    form: str
    person: int
    number: str
    gender: str | None = None
    case: str = "subject"


@frozen(kw_only=True)
class Roles:
    """What tells who is meant by a role: "the chief", "the premier".

    `same` maps a noun to the nouns of its group (itself included), `wider` a noun to the roles that it takes in,
    `genders` a noun to "feminine" or "masculine"; `words` holds the parts of names and descriptions. `plurals` tells
    how a plural becomes the singular: its ending, how many letters to take off, what to put on. `phrases` maps what
    names an office in several words to its noun: head of government; `fields` a word to another for the same field:
    military, defence.
    """

    same: Mapping[str, tuple[str, ...]] = field(factory=dict)
    wider: Mapping[str, tuple[str, ...]] = field(factory=dict)
    genders: Mapping[str, str] = field(factory=dict)
    words: Mapping[str, frozenset[str]] = field(factory=dict)
    plurals: tuple[tuple[str, int, str], ...] = ()
    phrases: Mapping[str, str] = field(factory=dict)
    fields: Mapping[str, str] = field(factory=dict)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Roles:
        """Read `roles.toml`; a noun in several groups belongs with the nouns of all."""
        same: dict[str, tuple[str, ...]] = {}
        for group in data.get("same", ()):
            for noun in group:
                same[noun] = tuple(dict.fromkeys((*same.get(noun, ()), *group)))
        return cls(
            same=same,
            wider={noun: tuple(nouns) for noun, nouns in data.get("wider", {}).items()},
            genders={noun: gender for gender, nouns in data.get("gender", {}).items() for noun in nouns},
            words={name: frozenset(words) for name, words in data.get("words", {}).items()},
            phrases=dict(data.get("phrases", {})),
            fields={word: main for main, words in data.get("fields", {}).items() for word in words},
            plurals=tuple((ending, less, more) for ending, less, more in data.get("plurals", ())),
        )


@frozen(kw_only=True, eq=False)
class Language:
    """All that is known of one language; `digest` names the exact data.

    `cues` maps each form to its entry, `phrasal_cues` to those that need a particle
    ("point out"); `nouns` maps a noun to the kind of speaker it names; `verbs` maps a form to
    its place (0 base, 1 third person, 2 past, 3 participle, 4 gerund); `words` holds the closed classes.
    `boilerplate` holds what marks a line that tells nothing; `synonyms` groups of words that name one thing in news;
    `comparing` the words for numbers, times, negation, modality and scope; `roles` what tells who a role means.
    """

    code: str
    digest: str
    marks: Mapping[str, Mark]
    elisions: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    cues: Mapping[str, CueEntry] = field(factory=dict)
    phrasal_cues: Mapping[str, tuple[CueEntry, ...]] = field(factory=dict)
    cue_entries: tuple[CueEntry, ...] = ()
    phrases: tuple[PhraseEntry, ...] = ()
    nouns: Mapping[str, str] = field(factory=dict)
    titles: Mapping[str, Title] = field(factory=dict)
    pronouns: Mapping[str, Pronoun] = field(factory=dict)
    verbs: Mapping[str, int] = field(factory=dict)
    words: Mapping[str, frozenset[str]] = field(factory=dict)
    boilerplate: Mapping[str, tuple[str, ...]] = field(factory=dict)
    synonyms: tuple[tuple[str, ...], ...] = ()
    comparing: Mapping[str, Any] = field(factory=dict)
    roles: Roles = field(factory=Roles)

    def word_class(self, name: str) -> frozenset[str]:
        """Return the words of a closed class, empty where the language's data has none."""
        return self.words.get(name, NO_WORDS)
