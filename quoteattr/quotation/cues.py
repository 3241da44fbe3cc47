"""Which words of a line are cues: verbs in a finite form or a participle that reports, and fixed phrases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from quoteattr.grammar.lines import QUOTED, Line
from quoteattr.grammar.phrases import NOMINAL, phrase_after
from quoteattr.grammar.words import Words
from quoteattr.languages.lexicon import CueClass, CueEntry, Frame, Language, PhraseEntry
from quoteattr.model.documents import ADJ, ADP, ADV, AUX, DET, FINITE, NOUN, NUM, PART, PRON, PROPN, PUNCT, VERB

LONGEST_QUESTION = 6
"""Words between "did" and its verb: a subject of some words."""
_BESIDE_VERBS = frozenset((ADV, AUX, PART))
_MANNERS = frozenset((CueClass.MANNER, CueClass.THINK))
_NOMINAL_CONTEXT = frozenset((DET, ADJ, NUM))
_VERBAL = frozenset((VERB, NOUN, ADJ, AUX, ADP))
_NOMINAL_SUBJECT = frozenset((NOUN, PROPN, PRON, AUX, PART))
_HEAR, _HEARER_CLAUSE = CueClass.HEAR, Frame.HEARER_CLAUSE
"""Found faster by plain names, as tags are."""


class Cue(NamedTuple):
    """A verb that may report: its place, the items of the cue (with its particle), its entry."""

    verb: int
    after: int  # the item behind the cue
    entry: CueEntry
    gerund: bool = False
    infinitive: bool = False
    heard: bool = False  # its subject is told, and does not tell


def may_report(line: Line, language: Language) -> bool:
    """Tell whether a line has a quotation or a word that a verb's cue begins with; phrases alone it does not see.

    >>> from quoteattr.grammar.lines import Grid, lines_of
    >>> from quoteattr.languages import load
    >>> from quoteattr.model.spans import Span
    >>> from quoteattr.parsing.rules import RuleParser
    >>> grid = Grid.of(RuleParser().parse("It rained. She said no.", "en"))
    >>> [may_report(line, load("en")) for line in lines_of(grid, Span(0, 23), ())]
    [False, True]
    """
    return QUOTED in line.lowers or not _first_words(language).isdisjoint(line.lowers)


def verb_cues(line: Line, language: Language) -> Iterator[Cue]:
    """Yield the verbs of a line that may report; nouns, passives, negations and refusals are left out.

    "declined to say", "did not say whether", "was told", "the claims" are no cues.
    """
    first_words = _first_words(language)
    for at in line.places_of(first_words):
        lower, entry = line.lowers[at], _entry_at(line, at, language)
        if entry is None:
            continue
        if not _is_verb_here(line, at, entry, language) or _is_unsaid(line, at, entry) or _is_reduced(line, at):
            continue
        passive = _is_passive(line, at, entry)
        if passive and not (_HEARER_CLAUSE in entry.frames and entry.lemma in line.words.telling_verbs):
            continue
        heard = passive or entry.cue_class is _HEAR or _is_told(line, at, entry, language)
        gerund = lower == entry.forms[4]
        if (gerund and lower in citing_words(language)) or is_citing_relative(line, at - 1, language):
            continue
        after = _behind_cue(at, entry)
        infinitive = lower == entry.forms[0] and line.lower(at - 1) in line.words.infinitive_marks
        yield Cue(at, after, entry, gerund=gerund, infinitive=infinitive, heard=heard)


def passive_cues(line: Line, language: Language) -> Iterator[Cue]:
    """Yield the verbs of a line that report in the passive: "was accused", "were urged"; who tells stands behind "by".

    Negations and refusals are left out.
    """
    for at in line.places_of(language.cues):
        entry = _entry_at(line, at, language)
        if entry is not None and _is_passive(line, at, entry) and not _is_unsaid(line, at, entry):
            yield Cue(at, _behind_cue(at, entry), entry)


def _behind_cue(at: int, entry: CueEntry) -> int:
    """Return the item behind a cue at `at`, and behind its particle if it has one."""
    return at + 1 if entry.particle is None else at + 1 + len(entry.particle.split())


def _entry_at(line: Line, at: int, language: Language) -> CueEntry | None:
    """Return the entry of the verb at a place: of "ruled out" before that of "ruled"."""
    lower = line.lowers[at]
    for entry in language.phrasal_cues.get(lower, ()):
        particle = (entry.particle or "").split()
        if all(line.lower(at + 1 + offset) == word for offset, word in enumerate(particle)):
            return entry
    return language.cues.get(lower)


@cache
def _first_words(language: Language) -> frozenset[str]:
    """Return the words that a cue can begin with; those of a folded quotation are none."""
    return frozenset((*language.cues, *language.phrasal_cues))


@cache
def citing_words(language: Language) -> frozenset[str]:
    """Return the participles that name whom a teller cites: they change the source, and report nothing new.

    >>> from quoteattr.languages import load
    >>> "citing" in citing_words(load("en"))
    True
    """
    return frozenset(form.split()[0] for form in language.roles.words.get("citing", ()))


def is_citing_relative(line: Line, at: int, language: Language) -> bool:
    """Tell whether a relative clause that names whom a teller cites begins at an item: "A, *which cited* B, said"."""
    if line.lower(at) not in language.word_class("citing_relatives"):
        return False
    behind = line.lower(at + 1), f"{line.lower(at + 1)} {line.lower(at + 2)}"
    return not language.roles.words.get("relative_citing", frozenset()).isdisjoint(behind)


@cache
def _plurals(language: Language) -> tuple[str, ...]:
    return tuple(sorted(language.word_class("plural_endings")))


def _may_be_several(noun: str, language: Language) -> bool:
    """Tell whether a noun may govern a verb without an ending: a plural, a group."""
    return noun.endswith(_plurals(language)) or language.nouns.get(noun) == "group"


def _is_verb_here(line: Line, at: int, entry: CueEntry, language: Language) -> bool:
    """Tell "she claims" from "the claims": a noun has a determiner, an adjective or a possessive before it."""
    lower, tag, before, tag_before = line.lowers[at], line.items[at].tag, line.lower(at - 1), line.tag(at - 1)
    verbal = (
        lower in line.words.sure_verbs
        or before in line.words.near_adverbs
        or before.endswith(line.words.reflexive_endings)
    )
    if tag_before in _NOMINAL_CONTEXT and not verbal and not _is_behind_number(line, at, entry):
        return False
    if tag_before is ADP and lower != entry.forms[4]:
        return False
    if before.endswith(line.words.possessive_endings) and tag_before not in (PRON, AUX):
        return False
    if lower == entry.forms[1] and _is_plural_here(line, at, language):
        return False
    base = lower == entry.forms[0] and lower not in entry.forms[2:4]
    if base and before in line.words.noun_pronouns and line.tag(at + 1) is VERB:
        return False  # "one caption reads"
    if base and tag is NOUN and tag_before not in _NOMINAL_SUBJECT:
        return False
    if base and tag_before is NOUN and not _may_be_several(before, language):
        return False  # "a new campaign message", "a search warrant", but "officials answer", "police warn"
    return tag in _VERBAL


def _is_plural_here(line: Line, at: int, language: Language) -> bool:
    """Tell a plural noun from a verb in the third person: another verb stands behind it."""
    following = line.tag(at + 1)
    if following is AUX:  # "City's title *hopes* were over", "that member *states* would agree"
        return _is_owned(line, at) or (line.tag(at - 1) is NOUN and line.tag(at - 2) not in NOMINAL)
    return following is VERB and line.lower(at + 1) in language.cues  # "which *advocates* say is unfair"


def _is_reduced(line: Line, at: int) -> bool:
    """Tell "a study *published* in Nature shows" from a verb: a noun before it, another verb behind its phrase."""
    if line.lowers[at] not in line.words.publishing_participles or line.tag(at - 1) not in NOMINAL:
        return False
    if line.tag(at + 1) is not ADP and not any(item.time for item in line.items[at + 1 : at + 2]):
        return False
    rest = range(at + 2, min(line.end, at + LONGEST_QUESTION + 2))
    return any(line.tag(after) in FINITE and line.tag(after - 1) in NOMINAL for after in rest)


def _is_behind_number(line: Line, at: int, entry: CueEntry) -> bool:
    """Tell whether a past form stands behind a year, an age or a count: "the daily in 2019 quoted", "Obi, 54
    said", "a third answered “no”"."""
    past = line.items[at].lower in entry.forms[2:4] and line.tag(at - 1) is NUM
    counted = line.tag(at - 2) is DET and line.quotation(at + 1) is not None
    year = line.lower(at - 1).isdigit() and (line.tag(at - 2) is ADP or line.lower(at - 2) == ",")
    return past and (year or counted)


def _is_owned(line: Line, at: int) -> bool:
    """Tell whether an owner stands a few nouns before a word, which then is a noun itself."""
    back = at - 1
    while back >= 0 and line.tag(back) in (NOUN, ADJ):
        if line.lower(back).endswith(line.words.possessive_endings):
            return True
        back -= 1
    return line.lower(back).endswith(line.words.possessive_endings)


def _is_passive(line: Line, at: int, entry: CueEntry) -> bool:
    """Tell "she was told" and "it is said" from "she said"."""
    if line.lowers[at] not in entry.forms[2:4]:
        return False
    back = at - 1
    while back >= 0 and line.items[back].tag is ADV:
        back -= 1
    lower = line.lower(back)
    return lower in line.words.forms_of_be or (lower in line.words.contracted_be and line.tag(back) is AUX)


def _is_told(line: Line, at: int, entry: CueEntry, language: Language) -> bool:
    """Tell a headline's short passive, "..., jury told", from "the jury told the judge": nothing stands behind it."""
    if entry.lemma not in line.words.telling_verbs or line.lowers[at] not in entry.forms[2:4]:
        return False
    short = at + 1 >= line.end or line.tag(at + 1) is PUNCT
    return short and line.lower(at - 1) in language.word_class("hearers")


def _is_unsaid(line: Line, at: int, entry: CueEntry) -> bool:
    """Tell what was not said: a negation, a refusal, a question, a possibility."""
    words, items = line.words, line.items
    back, negated = _before_verb(line, at)
    if negated:
        return True
    if at > 1 and items[at - 1].lower in words.infinitive_marks:
        governing = items[at - 2].lower
        if governing in words.refusals or (governing in words.willing and _before_verb(line, at - 2)[1]):
            return True  # "declined to say", "did not wish to comment", "was not ready to say"
    before = line.lower(back)
    if before in words.nobody or f"{line.lower(back - 1)} {before}" in words.nobody:
        return True
    return line.lowers[at] == entry.forms[0] and _is_inverted_question(line, at)


def _before_verb(line: Line, verb: int) -> tuple[int, bool]:
    """Return the place before a verb and its auxiliaries and adverbs, and whether one of them negates it."""
    words, back = line.words, verb - 1
    while back >= 0:
        lower = line.items[back].lower
        if line.items[back].tag not in _BESIDE_VERBS and lower not in words.plain_negations:
            break
        if lower in words.verb_negations or lower.endswith(words.verb_negation_endings):
            return back, True
        back -= 1
    return back, False


def is_unsaid_before(line: Line, at: int, language: Language) -> bool:
    """Tell whether the verb right before words in marks says that nobody said them: she did not say “No”."""
    verb = at - 1
    while line.lower(verb) in (",", ":") or line.lower(verb) in line.words.complementisers:
        verb -= 1
    entry = _entry_at(line, verb, language) if verb > 0 else None
    return entry is not None and _is_unsaid(line, verb, entry)


def _is_inverted_question(line: Line, at: int) -> bool:
    """Tell "Did the manager say ...?": an auxiliary before the subject, and no verb between."""
    for back in range(at - 1, max(-1, at - LONGEST_QUESTION), -1):
        if line.lower(back) in line.words.forms_of_do:
            return True
        if line.tag(back) not in (NOUN, PROPN, DET, ADJ, PRON):
            return False
    return False


class PhraseCue(NamedTuple):
    """A fixed phrase that reports, and the items it takes."""

    first: int
    after: int
    entry: PhraseEntry


def phrase_cues(line: Line, language: Language) -> Iterator[PhraseCue]:
    """Yield the fixed phrases of a line that report: "according to", "was quoted as saying"."""
    if _longest_words(language).isdisjoint(line.lowers):
        return
    for at in line.places_of(_phrases_by_first_word(language)):
        found = phrase_at(line, at, language)
        if found is not None and _credits(line, found, language):
            yield found


def _credits(line: Line, phrase: PhraseCue, language: Language) -> bool:
    """Tell "per the agency" from "per cent" and "Per Holm": a clause begins or ends there, and a party follows."""
    if line.lower(phrase.first) not in line.words.credit_words:
        return True
    fronted, stop = phrase.first == 0, phrase_after(line, phrase.after, line.end)
    if stop is None or not (fronted or line.lower(phrase.first - 1) == ","):
        return False
    named = line.tag(stop - 1) is PROPN and line.items[stop - 1].capital
    kinds = {language.nouns.get(item.lower, "document") for item in line.items[phrase.after : stop]}
    party = kinds != {"document"}  # not "per the plan"
    known = line.tag(phrase.after) is DET and party
    if fronted:
        return line.lower(stop) == "," and party and (named or known)
    return not line.items[phrase.first].capital and (stop >= line.end or line.lower(stop) == ",") and (named or known)


@cache
def _longest_words(language: Language) -> frozenset[str]:
    """Return the longest word of each phrase: "according", "words"; it is rarer than the first, which may be "in"."""
    return frozenset(max(entry.text.split(), key=len) for entry in language.phrases)


def phrase_at(line: Line, at: int, language: Language) -> PhraseCue | None:
    """Return the longest fixed phrase that begins at an item, `None` where none does."""
    for words, entry in _phrases_by_first_word(language).get(line.lower(at), ()):
        after = at + len(words)
        if line.lowers[at:after] == words:
            return PhraseCue(at, after, entry)
    return None


@cache
def _phrases_by_first_word(language: Language) -> Mapping[str, tuple[tuple[tuple[str, ...], PhraseEntry], ...]]:
    """Index the phrases by their first word, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], PhraseEntry]]] = {}
    for entry in language.phrases:
        words = tuple(entry.text.split())
        index.setdefault(words[0], []).append((words, entry))
    return {word: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for word, found in index.items()}


@cache
def openers_of(frames: tuple[Frame, ...], words: Words) -> Mapping[str, Frame]:
    """Map what opens a complement of one of these frames to its frame.

    >>> from quoteattr.grammar.words import words_of
    >>> openers_of((Frame.OF, Frame.FOR), words_of("en"))["for"].value
    'for'
    """
    return {word: frame for frame in frames for word in getattr(words, f"{frame}_openers")}


def is_manner_only(entry: CueEntry) -> bool:
    """Tell whether a verb reports only beside quotation marks: "sighed", "believed"."""
    return entry.cue_class in _MANNERS
