"""Noun phrases in a line: where the one that ends, or begins, at a place has its other edge."""

from __future__ import annotations

from quoteattr.grammar.lines import QUOTED, Line
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import ADJ, ADP, ADV, AUX, DET, FINITE, NOUN, NUM, PART, PRON, PROPN, SCONJ, SYM, VERB

NOMINAL = frozenset((NOUN, PROPN, NUM, ADJ, DET, SYM))
"""Tags of the words that a noun phrase is made of."""
HEADS = frozenset((NOUN, PROPN, NUM, PRON, ADJ))
_BEFORE_NEW_PHRASE = frozenset((NOUN, PROPN, PRON))
_PARTING = frozenset((";", ":", "(", ")", "!", "?", "."))
_CURRENCIES = frozenset(("$", "£", "€"))
_JOINTS = frozenset(("-", "/", "’", "'", "#"))
_IN_NAMES = _CURRENCIES | _JOINTS | {QUOTED}
"""What can stand inside a noun phrase and is no word."""
LONGEST_RELATIVE = 25
"""Words of a relative clause between a noun and its verb; longer ones are rare and are mostly two sentences."""
LONGEST_INNER_QUOTATION = 40
"""Characters of a quotation that is part of a name or title: the magazine „Anker“, Mateus ‘Teteu’ Lins."""


def phrase_before(line: Line, end: int, first: int = 0) -> int | None:
    """Return where the noun phrase that ends at `end` (excluded) begins; `None` if there is none.

    It follows links ("of", "for"), relative clauses without commas, reduced relatives and coordinated names, but no
    comma: what stands between commas is for `subjects`.

    >>> from quoteattr.grammar.lines import Grid, lines_of
    >>> from quoteattr.parsing.rules import RuleParser
    >>> from quoteattr.model.spans import Span
    >>> text = "On Monday the mayor of Brask said no."
    >>> line = next(iter(lines_of(Grid.of(RuleParser().parse(text, "en")), Span(0, len(text)), ())))
    >>> line.lower(phrase_before(line, 6))
    'the'
    """
    at = end - 1
    if at < first or not _can_end(line, at):
        return None
    if line.items[at].tag is PRON and line.lowers[at] not in line.words.reflexives:
        return _before_pronoun(line, at, first)
    if line.lowers[at] in line.words.reflexives and line.tag(at - 1) in NOMINAL:
        return phrase_before(line, at, first)  # "the keepers themselves"
    while True:
        at = _run_start(line, at, first)
        further = _linked_before(line, at, first)
        if further is None:
            break
        at = further
    return _without_adverbial(line, at, end, first)


def _can_end(line: Line, at: int) -> bool:
    item = line.items[at]
    if item.lower == ")":
        return True
    if item.quotation is not None:
        return is_inner_name(line, at)
    return item.tag in HEADS or item.tag is DET


def _before_pronoun(line: Line, at: int, first: int) -> int:
    """Take "one of them", "some of those" whole; any other pronoun stands alone."""
    if at - 2 >= first and line.lower(at - 1) in line.words.part_links and line.tag(at - 2) in (*NOMINAL, PRON):
        return _run_start(line, at - 2, first)
    return at


def _run_start(line: Line, at: int, first: int) -> int:
    """Return where the unbroken run of nominal words that ends at `at` begins."""
    while at >= first:
        item = line.items[at]
        lower, tag = item.lower, item.tag
        if lower == ")":
            at = _bracket_start(line, at, first) - 1
        elif tag in NOMINAL or (lower in _IN_NAMES and _is_in_name(line, at, first)):
            begins = tag is DET and not item.capital
            if begins and at > first and line.items[at - 1].tag in (NOUN, PROPN):
                return at  # "the day the minister": a determiner begins a new phrase
            at -= 1
        elif tag is ADV and line.tag(at - 1) in (DET, ADV) and at > first:
            at -= 1
        elif tag is PRON and lower in line.words.inner_pronouns:
            at -= 1
        else:
            break
    return at + 1


def _is_in_name(line: Line, at: int, first: int) -> bool:
    """Tell whether a sign joins what stands around it, or a quotation is part of a name."""
    return _is_joint(line, at, first) or is_inner_name(line, at)


def _is_joint(line: Line, at: int, first: int) -> bool:
    """Tell whether a hyphen or slash joins two words of a name."""
    lower = line.lower(at)
    if lower in _CURRENCIES:
        return True
    return lower in _JOINTS and at > first and line.items[at].start == line.items[at - 1].end


def is_inner_name(line: Line, at: int) -> bool:
    """Tell whether a short quotation at `at` belongs to a name or title, not to speech."""
    quotation = line.quotation(at)
    if quotation is None or quotation.end - quotation.start > LONGEST_INNER_QUOTATION:
        return False
    return line.tag(at - 1) in NOMINAL and at > 0 and line.items[at].start - line.items[at - 1].end == 1


def _bracket_start(line: Line, at: int, first: int) -> int:
    opening = at
    while opening > first and line.lower(opening) != "(":
        opening -= 1
    return opening


def _linked_before(line: Line, at: int, first: int) -> int | None:
    """Return the last item of the phrase that the run beginning at `at` hangs on, `None` if it is free."""
    link = at - 1
    if link <= first:
        return None
    if line.lower(link) in line.words.phrase_links and _can_carry_link(line, link - 1):
        return link - 1
    if line.lower(link) in line.words.phrase_coordinators and _coordinates_phrases(line, link, first):
        return link - 1
    return _relative_antecedent(line, link, first)


def _can_carry_link(line: Line, at: int) -> bool:
    if line.lower(at) in line.words.credit_openers:
        return False
    return line.tag(at) in (NOUN, PROPN, NUM, ADJ) or (
        line.lower(at) == ")" or line.lower(at) in line.words.link_bearers
    )


def _coordinates_phrases(line: Line, link: int, first: int) -> bool:
    """Tell "Anna and Ben said" from "He left and Ben said": no verb stands before in the clause."""
    if line.tag(link - 1) not in (NOUN, PROPN, ADJ) or line.lower(link - 1) == ",":
        return False
    at = link - 1
    while at >= first and not is_boundary(line, at) and line.lower(at) != ",":
        if line.tag(at) in FINITE:
            return False
        at -= 1
    return True


def _relative_antecedent(line: Line, at: int, first: int) -> int | None:
    """Return the noun that a relative clause ending at `at` hangs on: people *who know the plan*."""
    if line.tag(at) not in (VERB, AUX, ADV, ADP, PART, SCONJ):
        return None
    for back in range(at, max(first, at - LONGEST_RELATIVE), -1):
        if line.lower(back) in line.words.noun_relatives and line.tag(back - 1) in (NOUN, PROPN):
            verbal = any(line.tag(inside) in FINITE for inside in range(back + 1, at + 1))
            return back - 1 if verbal else None  # not "told the board that *officials* knew"
        if is_boundary(line, back) or line.lower(back) == ",":
            break
    return _reduced_antecedent(line, at, first)


def _reduced_antecedent(line: Line, at: int, first: int) -> int | None:
    """Return the noun before a participle that stands for a relative: a memo *obtained by* the paper."""
    if line.lower(at) in line.words.forms_of_be and line.lower(at - 1) in line.words.infinitive_marks:
        at -= 1  # a man believed *to be* the driver
    while at > first and line.tag(at) in (ADP, PART, ADV, SCONJ):
        if line.tag(at) is SCONJ and line.lower(at) not in line.words.as_openers:
            break
        at -= 1
    verb = line.tag(at) is VERB and line.lower(at).endswith(line.words.participle_endings)
    behind = line.lower(at + 1)
    linked = behind in line.words.phrase_links or behind in line.words.infinitive_marks
    linked = linked or behind in line.words.as_openers or line.lower(at).endswith(line.words.gerund_endings)
    if verb and linked and at - 1 >= first and line.tag(at - 1) in (NOUN, PROPN):
        return at - 1
    return None


def _without_adverbial(line: Line, start: int, end: int, first: int) -> int | None:
    """Cut a phrase that begins inside a prepositional one: "In his broadcast | the prime minister said"."""
    if start > first and _is_preposition(line, start - 1):
        inner = _second_phrase(line, start, end)
        if inner is not None:
            return inner
        free = start - 2 < first or line.lower(start - 2) == "," or is_boundary(line, start - 2)
        return None if free else start
    return start


def _is_preposition(line: Line, at: int) -> bool:
    """Tell a preposition from what compares: "more *than* half the members said"."""
    return line.tag(at) in (ADP, PART) and line.lower(at) not in line.words.comparison_links


def _second_phrase(line: Line, start: int, end: int) -> int | None:
    """Return where a second phrase begins inside items `start` to `end`: at a determiner, or a name after a noun."""
    for at in range(end - 1, start, -1):
        before = line.tag(at - 1)
        if line.tag(at) is DET and before in (NOUN, PROPN, NUM):
            return at
        if line.tag(at) is PROPN and before is NOUN and line.tag(at - 2) in (DET, ADJ, ADP):
            return at
    return None


def is_boundary(line: Line, at: int) -> bool:
    """Tell whether an item parts clauses: a semicolon, a dash, a bracket, a quotation, a subordinator."""
    if at < 0 or at >= len(line.items):
        return True
    lower = line.lower(at)
    return (
        lower in _PARTING
        or lower in line.words.clause_breaks
        or line.is_dash(at)
        or line.quotation(at) is not None
        or (line.tag(at) is SCONJ)
    )


def phrase_after(line: Line, start: int, end: int) -> int | None:
    """Return where the noun phrase that begins at `start` ends (excluded); `None` if none begins there.

    It takes links ("of", "for") along, but stops before commas, verbs and prepositions of time and place.
    """
    at = start
    while at < end:
        item = line.items[at]
        lower, tag = item.lower, item.tag
        noun = lower in line.words.noun_pronouns
        if tag is PRON and at == start and not noun:
            return at + 1
        if tag is DET and not item.capital and at > start and line.tag(at - 1) in _BEFORE_NEW_PHRASE:
            break
        if tag in NOMINAL or noun or (lower in _IN_NAMES and _is_in_name(line, at, start)):
            at += 1
        elif lower == "(" and at > start:
            at = _bracket_end(line, at, end)
        elif lower in line.words.inner_links and at > start and line.tag(at + 1) in (*NOMINAL, PRON):
            at += 2 if line.tag(at + 1) is PRON else 1
        elif lower in line.words.phrase_coordinators and at > start and line.tag(at + 1) in NOMINAL:
            at += 1
        else:
            break
    return at if at > start else None


def _bracket_end(line: Line, at: int, end: int) -> int:
    closing = at
    while closing < end - 1 and line.lower(closing) != ")":
        closing += 1
    return closing + 1


def holds_party(line: Line, first: int, last: int, language: Language) -> bool:
    """Tell whether items name somebody who can speak: a name, a pronoun, a noun for a person, a body or a document."""
    nouns = language.nouns
    for item in line.items[first:last]:
        if (item.tag is PROPN or item.tag is PRON) and not item.time:
            return True
        if item.lower in nouns or item.lower.removesuffix("s") in nouns:
            return True
    return False
