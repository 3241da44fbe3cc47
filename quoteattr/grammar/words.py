"""`Words`: the words that rules ask for by their part in the sentence, read from the data of a language."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import fields, frozen

from quoteattr.languages import load

ENDINGS = "_endings"
"""Fields whose names end so hold the ends of words, as `str.endswith` takes them."""


@frozen(kw_only=True, slots=True, eq=False)
class Words:
    """The lists of a language's `grammar.toml`, which tells what each is for; a list that is missing is empty."""

    phrase_links: frozenset[str]
    agent_links: frozenset[str]
    part_links: frozenset[str]
    comparison_links: frozenset[str]
    inner_links: frozenset[str]
    link_bearers: frozenset[str]
    credit_openers: frozenset[str]
    place_links: frozenset[str]
    time_links: frozenset[str]
    noun_relatives: frozenset[str]
    subject_relatives: frozenset[str]
    sure_relatives: frozenset[str]
    clause_relatives: frozenset[str]
    person_relatives: frozenset[str]
    apposition_openers: frozenset[str]
    phrase_coordinators: frozenset[str]
    list_coordinators: frozenset[str]
    reflexives: frozenset[str]
    inner_pronouns: frozenset[str]
    noun_pronouns: frozenset[str]
    near_adverbs: frozenset[str]
    non_subjects: frozenset[str]
    clause_coordinators: frozenset[str]
    clause_joiners: frozenset[str]
    sequels: frozenset[str]
    turning_conjunctions: frozenset[str]
    subject_keepers: frozenset[str]
    participle_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    nonfinite_endings: tuple[str, ...]
    forms_of_be: frozenset[str]
    contracted_be: frozenset[str]
    sure_verbs: frozenset[str]
    uttering_verbs: frozenset[str]
    telling_verbs: frozenset[str]
    calling_verbs: frozenset[str]
    reflexive_endings: tuple[str, ...]
    forms_of_do: frozenset[str]
    refusals: frozenset[str]
    willing: frozenset[str]
    telling_participles: frozenset[str]
    publishing_participles: frozenset[str]
    verb_negations: frozenset[str]
    verb_negation_endings: tuple[str, ...]
    plain_negations: frozenset[str]
    nobody: frozenset[str]
    no_tellers: frozenset[str]
    answer_verbs: frozenset[str]
    answer_nouns: frozenset[str]
    silences: frozenset[str]
    question_verbs: frozenset[str]
    time_subordinators: frozenset[str]
    question_openers: frozenset[str]
    clause_breaks: frozenset[str]
    infinitive_marks: frozenset[str]
    complementisers: frozenset[str]
    content_questions: frozenset[str]
    against_openers: frozenset[str]
    as_openers: frozenset[str]
    document_openers: frozenset[str]
    at_openers: frozenset[str]
    for_openers: frozenset[str]
    of_openers: frozenset[str]
    on_openers: frozenset[str]
    topic_links: frozenset[str]
    free_relatives: frozenset[str]
    speech_nouns: frozenset[str]
    recordings: frozenset[str]
    perceived: frozenset[str]
    seeming_verbs: frozenset[str]
    cries: frozenset[str]
    wordings: frozenset[str]
    credit_words: frozenset[str]
    speaker_links: frozenset[str]
    coming_verbs: frozenset[str]
    object_relatives: frozenset[str]
    wording_openers: frozenset[str]
    dummies: frozenset[str]
    addressees: frozenset[str]
    plural_endings: tuple[str, ...]
    possessive_endings: tuple[str, ...]
    possessive_clitic_endings: tuple[str, ...]
    apostrophe_endings: tuple[str, ...]
    no_adjuncts: frozenset[str]
    cue_adverbs: frozenset[str]
    tail_openers: frozenset[str]
    tail_participles: frozenset[str]
    press_times: frozenset[str]
    hearer_links: frozenset[str]
    setting_links: frozenset[str]
    preposed_questions: frozenset[str]
    hearer_parts: frozenset[str]
    recalling_verbs: frozenset[str]
    time_modifiers: frozenset[str]
    speech_days: frozenset[str]
    report_conjunctions: frozenset[str]
    narration_conjunctions: frozenset[str]
    leading_adverbs: frozenset[str]
    gerund_openers: frozenset[str]
    source_extensions: frozenset[str]
    anonymity_words: frozenset[str]
    citing_stops: frozenset[str]


@cache
def words_of(code: str) -> Words:
    """Return the words of the language with this code; it holds none of the open classes.

    >>> "whom" in words_of("en").noun_relatives
    True
    """
    language = load(code)
    lists: dict[str, Any] = {}
    for field in fields(Words):
        words = language.word_class(field.name)
        lists[field.name] = tuple(sorted(words)) if field.name.endswith(ENDINGS) else words
    return Words(**lists)
