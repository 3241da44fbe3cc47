"""What each quotation mark in a text can be where it stands: an opening, a closing, or no quotation mark.

The idea of classifying each mark by its neighbours before any pairing is CommonMark's ("flanking" delimiter runs);
the classes here are for news prose, where marks also stand for feet, inches, omitted letters and possession.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quoteattr.grammar.words import words_of
from quoteattr.languages import INVISIBLE, either
from quoteattr.languages.lexicon import Family, Language, Mark

OPENS_AFTER = frozenset("([{<—–-/|*_:;,…=>•▪●‣@")
"""Characters, beside white space and other marks, after which a quotation can open."""
ENDS_BEFORE = frozenset(".,;:!?)]}…")
"""Characters, beside white space, that follow a closing mark: the comma in „Ja“, sagte er."""
NEVER_CLOSES_AFTER = frozenset("([{<")
"""Characters after which none can close: the mark in `("yes")`."""
CERTAIN_BEFORE_CLOSE = frozenset(".,!?;:…—–)]%")
"""Punctuation that makes a closing single mark certain: in ‘we won,’ it is no apostrophe."""
_SINGLE = Family.SINGLE
"""Found faster by a plain name, as tags are."""
MOST_INVISIBLE = 8
"""Characters looked at for one that can be seen."""
LONGEST_ENDING = 8
"""Letters before an apostrophe that are looked at."""


class MarkAt(NamedTuple):
    """One mark in the text, and what it can be there.

    Both `opens` and `closes` may hold, or neither (white space on both sides): pairing decides. `certain` holds for
    a single mark that cannot be an apostrophe. `measure` holds for one that may stand for inches or feet, `omits` for
    one behind letters that an apostrophe may end a word with: traders', walkin'.
    """

    start: int
    end: int
    mark: Mark
    opens: bool
    closes: bool
    certain: bool = False
    measure: bool = False
    omits: bool = False

    @property
    def wrong_way(self) -> bool:
        """Tell whether the mark's own direction is against its place."""
        return self.opens != self.closes and self.mark.direction == (-1 if self.opens else 1)


def find_marks(text: str, language: Language) -> tuple[MarkAt, ...]:
    """Find every quotation mark and say what it can be where it stands; apostrophes are left out.

    It looks only at the neighbours of a mark, and pairs nothing.

    >>> from quoteattr.languages import load
    >>> [(m.opens, m.closes) for m in find_marks('"Don\\'t," he said.', load("en"))]
    [(True, False), (False, True)]
    """
    measures = {offset for m in _measure_pattern(language).finditer(text) for offset in range(*m.span())}
    found: list[MarkAt] = []
    for match in _mark_pattern(language).finditer(text):
        start, end = match.span()
        if start in measures:
            continue
        before = _before(text, start, found)
        place = _classify(text, start, end, before, language.marks[match[0].casefold()], language)
        if place is not None:
            found.append(place)
    return tuple(found)


def _before(text: str, start: int, found: list[MarkAt]) -> str:
    """Return the character before a mark; for a mark right behind an opening one, the white space it stands for.

    What has no width, as a byte order mark, is passed over.
    """
    if found and found[-1].end == start:
        return " " if found[-1].opens and not found[-1].closes else "."
    if text[start - 1 : start] not in INVISIBLE:  # nor empty, at the text's start
        return text[start - 1]
    seen = text[max(0, start - MOST_INVISIBLE) : start].rstrip(INVISIBLE)
    return seen[-1:] or " "


def _after(text: str, end: int) -> str:
    """Return the character after a mark."""
    if text[end : end + 1] not in INVISIBLE:
        return text[end]
    return text[end : end + MOST_INVISIBLE].lstrip(INVISIBLE)[:1] or " "


def _classify(text: str, start: int, end: int, before: str, mark: Mark, language: Language) -> MarkAt | None:
    after = _after(text, end)
    if mark.family is _SINGLE:
        return _classify_single(text, start, end, before, after, mark, language)
    if not mark.direction:
        opens = (before.isspace() or before in OPENS_AFTER) and not after.isspace()
        closes = not before.isspace() and before not in NEVER_CLOSES_AFTER
    else:
        free = before.isspace() or (before in OPENS_AFTER and not after.isspace())  # „Ja,“ closes
        between = before in ENDS_BEFORE and after.isalnum()  # “We won,”said Obi: a space got lost
        opens = mark.direction == 1 if free == _ends(after) or between else free
        closes = not opens
    measure = mark.direction == 0 and before.isdigit()
    return MarkAt(start, end, mark, opens, closes, measure=measure)


def _ends(after: str) -> bool:
    return after.isspace() or after in ENDS_BEFORE


def _classify_single(
    text: str, start: int, end: int, before: str, after: str, mark: Mark, language: Language
) -> MarkAt | None:
    """Tell a single mark from an apostrophe: don't, the '90s, rock 'n' roll, 6' tall."""
    if before.isalnum() and after.isalnum():
        return None
    starts_word = (before.isspace() or before in OPENS_AFTER) and not after.isspace()
    if starts_word and _elision_pattern(language).match(text, end):
        return None
    opens = starts_word and (after.isalnum() or not (after.isspace() or after in ".,;:!?)"))
    closes = not before.isspace() and before not in NEVER_CLOSES_AFTER and not after.isalnum()
    if mark.direction == 1 and opens:
        closes = False
    if not (opens or closes) or (closes and not opens and mark.form == "`"):
        return None
    certain = before in CERTAIN_BEFORE_CLOSE if closes else mark.direction == 1
    measure, endings = mark.direction == 0 and before.isdigit(), words_of(language.code).apostrophe_endings
    omits = text[max(0, start - LONGEST_ENDING) : start].casefold().endswith(endings)
    return MarkAt(start, end, mark, opens, closes, certain, measure, omits)


@cache
def _mark_pattern(language: Language) -> re.Pattern[str]:
    forms = sorted(language.marks, key=lambda form: (-len(form), form))
    triple = r"'(?<=\S')(?=''(?!'))"  # no,''' closes a single mark, then a doubled one
    return re.compile("|".join((triple, *map(re.escape, forms))), re.IGNORECASE)


@cache
def _elision_pattern(language: Language) -> re.Pattern[str]:
    """Match what follows an apostrophe that stands for omitted letters or digits."""
    decade, elided = either(language.word_class("decade_endings")), either(language.elisions)
    return re.compile(rf"(?:\d\d(?:{decade})?\b|(?:{elided})\b['’]?(?!\w))", re.I)


@cache
def _measure_pattern(language: Language) -> re.Pattern[str]:
    """Match what is no quotation mark for certain: feet and inches (6' 2", 24' wide), rock 'n' roll."""
    words, clipped = either(language.measures), either(language.word_class("clipped_words"))
    inches = r"\s?['’′]\s?\d{1,2}(?:\s?\d/\d|½)?\s?(?:\"|”|''|″)"
    after_digit = rf"(?<=\d)(?:{inches}|(?:['’′\"″]|'')(?=\s?(?:{words})\b))"
    return re.compile(
        rf"[\d'’‘](?:{after_digit}|(?<=['’‘])(?:{clipped})['’])"
    )  # one class first: it is looked for fast
