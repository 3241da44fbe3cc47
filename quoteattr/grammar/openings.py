"""What stands before the first sentence of a paragraph and is no part of it: a time, a bullet, a dateline."""

from __future__ import annotations

import re
from functools import cache

from quoteattr.grammar.moments import day_halves
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span

_PLACE = r"[A-Z][\w.'’-]*+(?:[ ,/]++[\w.'’-]++){0,7}?\s*+"  # no part could go on with what another took
_DAY = r"(?:\d{1,2}\.?(?:\s+[A-Z][a-z]+)?|[A-Z][a-z]+\.?\s+\d{1,2}(?:,\s*\d{4})?)"
_DATELINE = re.compile(
    rf"(?:{_PLACE}\([^()\n]{{2,40}}\)\s*[-–—]+\s+"  # PORT, May 3 (AGENCY) --
    rf"|{_PLACE}/[A-Za-z ]{{2,30}}/\s*(?:[-–—]+\s+)?"  # PORT, May 3. /AGENCY/.
    rf"|[A-Z][A-Z.'’ /-]{{3,40}}(?:,\s*[A-Z][a-z]+\.?)?(?:,?\s*{_DAY})?\s*[-–—]+\s+)"  # PORT, May 3 —
)
_CITY = re.compile(
    r"(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+){0,3})"
    r"(?:,\s*(?:[A-Z][a-z]+\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+))?:\s+(?=[A-Z])"
)
"""A city in capitals before a colon, as papers of South Asia and the Gulf begin: LUCKNAPUR: The court ..."""
_HEAD = 400
"""Characters above a story's first sentence at most: headline, standfirst, byline."""
_BULLET = re.compile(r"[•*■▪●–—-]\s+")
_SLUG = re.compile(r"[A-Z]{4,}(?: \d{1,2})?-(?=[A-Z][a-z])")
"""What a newswire sets before a headline that it sends again: UPDATE 2-Tarvo shuts mill."""
_SENTENCE_ENDS = frozenset('.!?”"’')


def opening_end(text: str, paragraph: Span, language: Language) -> int:
    """Return where the first sentence of a paragraph begins, behind a time, a bullet and a dateline.

    >>> from quoteattr.languages import load
    >>> text = "BRASK, May 3 (Nordwire) - The dam held."
    >>> text[opening_end(text, Span(0, len(text)), load("en")):]
    'The dam held.'
    """
    at = paragraph.start
    for pattern in (_time(language), _BULLET, _DATELINE):
        match = pattern.match(text, at, paragraph.end)
        if match is not None and match.end() < paragraph.end:
            at = match.end()
    return _behind_city(text, Span(at, paragraph.end), language)


def slug_end(text: str, paragraph: Span) -> int:
    """Return where a headline begins behind what a newswire sets before one that it sends again.

    >>> text = "UPDATE 2-Tarvo shuts mill"
    >>> text[slug_end(text, Span(0, len(text))):]
    'Tarvo shuts mill'
    """
    match = _SLUG.match(text, paragraph.start, paragraph.end)
    return match.end() if match else paragraph.start


def _behind_city(text: str, paragraph: Span, language: Language) -> int:
    """Return where a story begins behind a city in capitals; a sentence follows it, above which only a head stands."""
    match = _CITY.match(text, paragraph.start, paragraph.end)
    if match is None or text[paragraph.end - 1] not in _SENTENCE_ENDS or ". " in text[:_HEAD][: paragraph.start]:
        return paragraph.start
    party = any(word.casefold() in language.nouns for word in match["place"].split())
    again = text.find("\n" + match["place"] + text[match.end("place")], match.end()) >= 0  # a label of turns
    return paragraph.start if party or again or paragraph.start > _HEAD else match.end()


@cache
def _time(language: Language) -> re.Pattern[str]:
    """Match the time of a line in a live report: 14:05 GMT |"""
    half = rf"(?:\s?(?:{day_halves(language)})\.?)?"
    return re.compile(rf"\d{{1,2}}[:.]\d{{2}}{half}(?:\s?[A-Z]{{2,4}}\b)?(?:\s*[-–—:|]\s*|\s+(?=[A-Z“\"‘]))")
