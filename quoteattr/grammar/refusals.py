"""Which words say that nothing was said: refusals, silences, questions about speech."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.grammar.words import Words

NEGATED_REACH = 6
"""Words between a negation and its verb: "nobody in either delegation has said"."""


def is_refused(before: Sequence[str], own: Sequence[str], words: Words) -> bool:
    """Tell from folded words "declined to say", "would not say", "neither side has commented on", "is mum on".

    `own` are the first words of what was not said, where they are known. A refusal to do something else ("refused to
    sign") is told like any other act.

    >>> from quoteattr.grammar.words import words_of
    >>> is_refused(["she", "declined"], ["to", "discuss", "it"], words_of("en"))
    True
    """
    every = [*before, *own]
    answers = not words.answer_verbs.isdisjoint(own[1:2]) and own[0] in words.infinitive_marks
    if answers and any(_negates(each, words) for each in before[-NEGATED_REACH:]):
        return True  # did not want *to say who*
    if before and before[0] in words.forms_of_do and not words.answer_verbs.isdisjoint(before):
        return True  # did the mayor say that ...?
    for place, word in enumerate(before):
        if word in words.silences:
            return True
        if word in words.refusals and words.infinitive_marks.intersection(every[place + 1 : place + 2]):
            return not words.answer_verbs.isdisjoint(every[place + 2 : place + 4])
        if word in words.answer_verbs or word in words.answer_nouns:
            around = before[max(0, place - NEGATED_REACH) : place]
            if any(_negates(each, words) for each in around):
                return True
    return False


def _negates(word: str, words: Words) -> bool:
    negative = word in words.verb_negations or word in words.no_tellers
    return negative or word.endswith(words.verb_negation_endings)
