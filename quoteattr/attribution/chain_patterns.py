"""What a language calls reporting and citing, as patterns that chains of sources are found by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from attrs import frozen

from quoteattr.languages import either
from quoteattr.languages.lexicon import CueClass, CueEntry, Frame, Language

GERUND = 4
"""The place of the form in -ing among those of a verb."""


@frozen(eq=False, slots=True)
class Patterns:
    """Patterns of one language: verbs that report, words that cite."""

    verb: re.Pattern[str]
    verb_before: re.Pattern[str]
    before_source: frozenset[str]
    citing: re.Pattern[str]
    relative_end: re.Pattern[str]
    joined: re.Pattern[str]
    parting: re.Pattern[str]
    agent: re.Pattern[str]
    quoting: re.Pattern[str]
    quoted_by: re.Pattern[str]
    according: re.Pattern[str]
    small: frozenset[str]
    openers: frozenset[str]
    pronouns: frozenset[str]
    auxiliary: re.Pattern[str]
    finite: re.Pattern[str]
    as_opener: re.Pattern[str]
    breaks: re.Pattern[str]
    nothing_told: re.Pattern[str]
    joiners: frozenset[str]
    articles: frozenset[str]
    agents: frozenset[str]
    told: frozenset[str]
    determiners: frozenset[str]
    gerunds: frozenset[str]
    owners: tuple[str, ...]
    verb_alone: re.Pattern[str]


@cache
def patterns_of(language: Language) -> Patterns:
    """Compile the patterns of a language."""
    words = language.roles.words
    finite = [form for form, entry in language.cues.items() if _is_finite(form, entry.forms) and " " not in form]
    plain = [form for form in finite if _takes_clause(language.cues[form])]
    verbs, reporting = either(finite), either(plain)
    openers = either(language.word_class("complementisers"))
    that = rf"(?:[^\S\n]+[^\s,.;:\"“”„«»]+){{0,6}}?[^\S\n]+(?:{openers}),?"
    auxiliaries = either(language.word_class("auxiliaries"))
    names = ("adpositions", "coordinators", "subordinators", "adverbs", "weekdays", "relatives")
    return Patterns(
        verb=re.compile(rf"\b(?:{verbs})\b"),
        verb_before=re.compile(rf"\b(?:(?P<verb>{verbs})\b{that}|(?P<plain>{reporting})\b,?)\s*$"),
        before_source=language.word_class("complementisers").union(plain),
        citing=re.compile(rf"\b(?:{either(words.get('citing', ()))})\b", re.IGNORECASE),
        relative_end=re.compile(rf"(?:,\s*|\s+)(?:{either(language.word_class('sure_relatives'))})\s*$", re.IGNORECASE),
        joined=re.compile(
            rf"\s(?:{either(language.word_class('clause_joiners'))})(?:\s+(?:{either(language.word_class('sequels'))}))?\s*$"
        ),
        parting=re.compile(rf";|,\s+(?:{either(language.word_class('turning_conjunctions'))})\s"),
        agent=re.compile(rf"(?:\s+\w+)?\s+(?:{either(words.get('agents', ()))})\s"),
        quoting=_any_of(words.get("quoting", ()), r"\s*[,:]?\s*$"),
        quoted_by=_any_of(words.get("quoted_by", ()), ""),
        according=_any_of(words.get("according", ()), ""),
        small=frozenset().union(*(language.word_class(name) for name in names)),
        openers=language.word_class("carrier_openers"),
        pronouns=_subject_pronouns(language),
        auxiliary=re.compile(rf"(?:(?:^|\s+)(?:{auxiliaries}))+\s*$", re.IGNORECASE),
        finite=re.compile(rf"\s(?:{auxiliaries})\s"),
        as_opener=re.compile(rf"\s(?:{either(language.word_class('as_openers'))})\s"),
        breaks=re.compile(rf",(?!\d)|[;:!?()–—\n]|\.(?!\w)|\s(?:{either(language.word_class('carrier_breaks'))})\s"),
        nothing_told=re.compile(rf"\s*(?:$|[.,;!?\n]|(?:{either(language.word_class('carrier_settings'))})\b)"),
        joiners=language.word_class("clause_joiners"),
        articles=language.word_class("articles"),
        agents=words.get("agents", frozenset()),
        told=words.get("told_nouns", frozenset()),
        determiners=language.word_class("determiners"),
        gerunds=frozenset(form for form, place in language.verbs.items() if place == GERUND),
        owners=tuple(sorted(language.word_class("possessive_endings"))),
        verb_alone=re.compile(rf"\b(?:{either([form for form in finite if not _is_noun(form, language)])})\b"),
    )


def _is_noun(form: str, language: Language) -> bool:
    """Tell whether a form of a verb is a noun, too: "court *documents*"."""
    plurals = language.roles.plurals
    stems = (form[:-less] + more for ending, less, more in plurals if form.endswith(ending))
    return form in language.nouns or any(stem in language.nouns for stem in stems)


def _subject_pronouns(language: Language) -> frozenset[str]:
    """Return the pronouns that can only be subjects: not "one", which is as often a number."""
    subjects = {form for form, pronoun in language.pronouns.items() if pronoun.case == "subject"}
    return frozenset(subjects - language.word_class("number_pronouns"))


def _is_finite(form: str, forms: tuple[str, ...]) -> bool:
    """Tell whether a form is the third person, past or participle of its verb, and not its base or gerund."""
    return form in forms[1:4] and form not in forms[:1]


def _takes_clause(entry: CueEntry) -> bool:
    """Tell whether a verb reports a clause right behind it; what stands behind "asked" or "told" is a hearer."""
    return Frame.CLAUSE in entry.frames and entry.cue_class is not CueClass.ASK


def _any_of(forms: Iterable[str], behind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?P<cue>{either(forms)})\b{behind}", re.IGNORECASE)
