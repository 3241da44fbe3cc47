"""The turns of an interview or a transcript: paragraphs that begin with a label, questions in bold, or dashes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import frozen

from quoteattr.languages.lexicon import Language
from quoteattr.model.quotes import ANSWER, QUESTION
from quoteattr.model.spans import Span
from quoteattr.quotation.dialogues import find_dialogues

_LABEL = re.compile(
    r"[*\"“”„«]{0,3}(?P<label>[^\W\d_][\w.'’@-]*+(?: [\w.'’@&-]++){0,4}+|@\w++)\s*+(?:\([^()\n]{1,40}\)\s*)?"
    r"(?P<colon>[:：])\*{0,2}\s+(?=\S)"
)
_BOLD = re.compile(r"(\*\*|__)(?P<said>[^\n*_]{3,400}?)\1")
_CAPITALS = re.compile(r"[A-Z]{2,}\s+[A-Z]{3,}")
"""What opens a paragraph of the minutes that tells of another speaker: "MR PROWSE recalled that"."""
_NAME = re.compile(r"\b[A-Z][a-z][\w'’-]+")
_OPENING = frozenset('"“”„«')
LONGEST_TURN = 3
"""Paragraphs between two labels that go on with a turn without a sign; more may be the reporter's."""
LEAST_TURNS = 3
"""Labelled paragraphs from which on a text is a transcript; one or two labels are headings or lists."""


def _named_in_capitals(text: str, found: Mapping[int, re.Match[str]], language: Language) -> dict[int, re.Match[str]]:
    """Return the labels in capitals, of two parties or more, that the text names elsewhere: "PROWSE:", and Lena Prowse.

    So are those with a title or a post in the minutes of a sitting: "MR PROWSE:", "THE CHAIR:". Such labels are turns
    however few there are; "UPDATE:" and "CORRECTION:" name no one.
    """
    shouted = {place: match for place, match in found.items() if match["label"].isupper()}
    if len({match["label"] for match in shouted.values()}) < 2:
        return {}
    names = frozenset(_NAME.findall(text))
    named = {
        place: match
        for place, match in shouted.items()
        if match["label"].split()[-1].title() in names or _is_titled(match["label"], language)
    }
    return named if len({match["label"] for match in named.values()}) > 1 else {}


def _is_titled(label: str, language: Language) -> bool:
    """Tell whether a label of two words or more begins with a title, or is a post behind an article."""
    first, *rest = label.split()
    if not rest:
        return False
    posted = first.casefold() in language.word_class("articles") and language.nouns.get(rest[-1].casefold()) == "person"
    return posted or first.title() in language.titles or first.title() + "." in language.titles


@frozen(slots=True)
class Turn:
    """A turn of an interview or a transcript: who speaks (`label`), the spans of what is said, and in how many
    paragraphs it stands; `part` is the evidence rule of what asks or answers without a name."""

    label: Span
    spans: tuple[Span, ...]
    paragraphs: int = 1
    part: str = ""


def find_turns(text: str, paragraphs: Sequence[Span], language: Language) -> Mapping[int, Turn]:
    """Find the turns of a transcript, by the place of their first paragraph; empty for other texts.

    A paragraph without a label between two turns goes on with the turn before it, and so does one that opens anew the
    mark that the turn begins with; one in brackets tells what happened.

    >>> text = "Q: Why?\\nA: Because.\\nQ: Since when?\\nA: June."
    >>> from quoteattr.languages import load
    >>> from quoteattr.parsing.rules import find_paragraphs
    >>> len(find_turns(text, find_paragraphs(text), load("en")))
    4
    """
    found = {place: m for place, span in enumerate(paragraphs) if (m := _LABEL.match(text, span.start, span.end))}
    counts = Counter(match["label"] for match in found.values())
    labelled = {place: m for place, m in found.items() if counts[m["label"]] > 1}
    initials = {letter.upper() for letter in language.word_class("turn_initials")}
    answers = {letter.upper() for letter in language.word_class("answer_initials")}
    if initials and counts.keys() >= initials:
        labelled |= {place: m for place, m in found.items() if m["label"] in initials}
    elif len(labelled) < LEAST_TURNS or len({m["label"] for m in labelled.values()}) < 2:
        labelled = {}
    else:  # "Lena Prowse:" once, and "LP:" from then on
        labelled |= {place: m for place, m in found.items() if place < max(labelled) and m["label"][0].isupper()}
    labelled |= {place: m for place, m in found.items() if m["label"].startswith("@")}  # a post, by its account
    labelled |= _named_in_capitals(text, found, language)
    if not labelled:
        return _questions_in_bold(text, paragraphs, found.get(0)) or _dialogues(text, paragraphs, language)
    places = sorted(labelled)
    turns = {}
    for place, following in zip(places, [*places[1:], len(paragraphs)], strict=True):
        match = labelled[place]
        single = counts[match["label"]] == 1 and not match["label"].startswith("@")
        last = place + 1 if single else _turn_end(text, paragraphs, place, following)
        said = [Span(match.end(), paragraphs[place].end), *paragraphs[place + 1 : last]]
        if text[paragraphs[place].start] in _OPENING:
            said = [_without_marks(text, span) for span in said]
        spans = (said[0], *(span for span in said[1:] if text[span.start] != "("))
        part = ANSWER if match["label"] in answers else ""
        turns[place] = Turn(Span(*match.span("label")), spans, last - place, part)
    return turns


def _questions_in_bold(text: str, paragraphs: Sequence[Span], headline: re.Match[str] | None) -> Mapping[int, Turn]:
    """Return the turns of an interview without labels, whose questions stand in bold.

    Who asks is not named (`label` is empty); who answers is whom the headline has before its colon, if it has one.
    The answer to the last question is one paragraph: behind it the reporter may go on.
    """
    bold = {place: match for place, span in enumerate(paragraphs) if (match := _BOLD.fullmatch(text, *_bounds(span)))}
    asked = sum(match["said"].endswith("?") for match in bold.values())
    if len(bold) < LEAST_TURNS or 2 * asked < len(bold):
        return {}
    turns: dict[int, Turn] = {}
    places = sorted(bold)
    for place, following in zip(places, [*places[1:], min(places[-1] + 2, len(paragraphs))], strict=True):
        span = Span(*bold[place].span("said"))
        turns[place] = Turn(Span(span.start, span.start), (span,), part=QUESTION)
        if 1 < following - place <= LONGEST_TURN + 1:
            answer = tuple(paragraphs[place + 1 : following])
            label = Span(*headline.span("label")) if headline else Span(answer[0].start, answer[0].start)
            turns[place + 1] = Turn(label, answer, len(answer), "" if headline else ANSWER)
    return turns


def _dialogues(text: str, paragraphs: Sequence[Span], language: Language) -> Mapping[int, Turn]:
    """Return the turns of an interview whose questions and answers stand behind dashes."""
    return {
        first + number: Turn(Span(span.start, span.start), (span,), 1, QUESTION if span.of(text)[-1] == "?" else ANSWER)
        for first, said in find_dialogues(text, paragraphs, language)
        for number, span in enumerate(said)
    }


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _turn_end(text: str, paragraphs: Sequence[Span], place: int, following: int) -> int:
    """Return the paragraph behind a turn: the next label, if it is near, or the first that does not open its mark."""
    if following < len(paragraphs) and following - place <= LONGEST_TURN:
        shouted = text[slice(*_bounds(paragraphs[place]))].partition(":")[0].partition("(")[0].isupper()
        told = (at for at in range(place + 1, following) if shouted and _CAPITALS.match(text, paragraphs[at].start))
        return next(told, following)
    mark, last = text[paragraphs[place].start], place + 1
    while mark in _OPENING and last < following and text[paragraphs[last].start] == mark:
        last += 1
    return last


def _without_marks(text: str, span: Span) -> Span:
    """Return what is said in a paragraph of a turn in marks: without one that opens it anew, or closes the whole."""
    start = span.start + (text[span.start] in _OPENING and len(span) > 1)
    words = text[start : span.end]
    straight = words.endswith('"') and words.count('"') % 2 == 1
    curly = words.endswith(("”", "»")) and words.count("“") + words.count("«") < words.count("”") + words.count("»")
    return Span(start, span.end - (straight or curly))
