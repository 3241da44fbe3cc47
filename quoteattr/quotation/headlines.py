"""Headlines that attribute without a verb: "Obi: no new tax", "No new tax - minister", "'We won' - Obi"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoteattr.grammar.lines import DASHES, Line
from quoteattr.grammar.phrases import phrase_after
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import ADJ, ADP, ADV, DET, FINITE, NOUN, NUM, PROPN, PUNCT, SCONJ
from quoteattr.model.spans import Span
from quoteattr.quotation.values import Report

LONGEST_LABEL = 5
"""Items of a name or post before the colon or behind the dash of a headline."""
LONGEST_HEADLINE = 30
"""Items of a headline; longer first paragraphs are sentences."""
_LINKING = frozenset((ADP, SCONJ, ADV, PUNCT))
"""Tags of what may follow the name behind a colon: "'We won': Mara Dovik *on* the race"."""
_PAST = 2
"""The place of a verb's past among its forms; base and third person stand before it."""
_LABEL_TAGS = frozenset((PROPN, NOUN, ADJ, NUM, DET))


def headline_reports(line: Line, language: Language, names: frozenset[str]) -> Iterator[Report]:
    """Yield the report of a headline that credits its words with a colon or a dash, at most one.

    `names` are the folded words that the text below uses as names; a label that is neither one of them nor a known
    noun for a party ("Exclusive:", "Update:") credits nobody.
    """
    end = len(line.items)
    if end > LONGEST_HEADLINE:
        return
    named = _named_behind(line, language, names)
    if named is not None:
        yield named
        return
    for at in range(1, end - 1):
        lower = line.lower(at)
        if lower == ":" and at <= LONGEST_LABEL + 1 and _is_party(line, 0, at, language, names):
            yield _report(line, Span(0, at), Span(at + 1, end), "headline-colon")
            return
        spaced = line.items[at].start > line.items[at - 1].end
        ends = (lower == ":" or (lower in DASHES and spaced)) and end - at - 1 <= LONGEST_LABEL
        if ends and _is_party(line, at + 1, end, language, names) and not _has_verb(line, at + 1, end):
            yield _report(line, Span(at + 1, end), Span(0, at), "headline-credit")
            return


def is_topic(words: Sequence[str], language: Language) -> bool:
    """Tell what a headline is about from who speaks in it: "Storm Ulla:", "Knife crime:", "Opinion:".

    >>> from quoteattr.languages import load
    >>> is_topic(["storm", "ulla"], load("en")), is_topic(["mara", "dovik"], load("en"))
    (True, False)
    """
    topics = language.word_class("topic_nouns")
    return bool(words) and (words[0] in topics or words[-1] in topics)


def _is_party(line: Line, first: int, last: int, language: Language, names: frozenset[str]) -> bool:
    """Tell whether the items are a name that the text knows, or a noun for someone who speaks."""
    if any(line.tag(at) not in _LABEL_TAGS for at in range(first, last)):
        return False
    head = line.lower(last - 1)
    topic = is_topic([item.lower for item in line.items[first:last]], language)
    return (head in names or head in language.nouns) and not topic


def _named_behind(line: Line, language: Language, names: frozenset[str]) -> Report | None:
    """Report words in marks that a colon credits to a headline's person: "'We won': *Mara Dovik* on the race"."""
    stop = phrase_after(line, 2, len(line.items)) if line.quotation(0) is not None and line.lower(1) == ":" else None
    if stop is None:
        return None
    full = stop > 3 and all(item.tag is PROPN for item in line.items[2:stop]) and line.tag(stop) is ADP
    party = full or line.lower(stop - 1) in names or line.lower(2) in language.nouns
    if _does(line, stop, language):
        return None
    topic = is_topic([item.lower for item in line.items[2:stop]], language)
    if stop < len(line.items) and line.tag(stop) not in _LINKING:
        return None  # "'It was my home': Holm mourns its mill" tells what happened
    return _report(line, Span(2, stop), Span(0, 1), "headline-credit") if party and not topic else None


def _does(line: Line, stop: int, language: Language) -> bool:
    """Tell whether a headline tells behind its colon what somebody does: "'It shook': *Town counts* its losses"."""
    if line.tag(stop) in FINITE:
        return True
    last = line.lower(stop - 1)
    return stop > 3 and last in language.verbs and last not in language.nouns and language.verbs[last] < _PAST


def _has_verb(line: Line, first: int, last: int) -> bool:
    return any(line.tag(at) in FINITE for at in range(first, last))


def _report(line: Line, source: Span, content: Span, rule: str) -> Report:
    first, last = content.start, content.end
    while last > first and line.lower(last - 1) in (".", ","):
        last -= 1
    inside = tuple(q for at in range(first, last) if (q := line.quotation(at)) is not None)
    alone = len(inside) == last - first
    source_span = line.span(source.start, source.end)
    return Report(
        cue=Span(source_span.end, source_span.end),
        source=source_span,
        contents=() if alone else (line.span(first, last),),
        quotations=inside,
        rule=rule,
        source_rule="headline-label",
    )
