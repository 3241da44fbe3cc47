"""Which words name the source, where it is not the subject of the cue: "A, citing B, reported that ..."."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from operator import attrgetter

from attrs import evolve

from quoteattr.attribution.sentence_lines import line_of
from quoteattr.grammar.lines import Line
from quoteattr.grammar.parties import is_party
from quoteattr.grammar.phrases import phrase_after
from quoteattr.languages import either
from quoteattr.languages.lexicon import CueClass, Language
from quoteattr.model.documents import Document
from quoteattr.model.quotes import Evidence, Quote
from quoteattr.model.spans import Passage, Span

CITED = "source/cited"
"""The evidence rule of a source that the teller cites."""
_STOPS = frozenset((",", ";", ":", "“", '"'))
_START = attrgetter("start")


def find_cited(document: Document, quote: Quote, language: Language) -> Quote:
    """Return the quote with the source that its teller cites, where the sentence says so; else the quote itself.

    The words that cite become the cue: who is cited is the innermost source, and who cites is a carrier.
    """
    if not quote.source or not quote.cue:
        return quote
    sentence = _sentence(document, quote.cue.start)
    if sentence is None:
        return quote
    match = _citing(document.text, sentence, quote, language)
    found = _cited(document, quote, match, sentence, language) if match is not None else quote
    while found is not quote:  # "citing B, which cited C": who is named last spoke
        quote = found
        at = quote.source.end + (document.text[quote.source.end : quote.source.end + 1] == " ")
        match = _citing_pattern(language).match(document.text, at, sentence.end)
        found = _cited(document, quote, match, sentence, language) if match is not None else quote
    return quote


def _cited(document: Document, quote: Quote, match: re.Match[str], sentence: Span, language: Language) -> Quote:
    """Return a quote with the source behind words that cite; the quote itself where they cite nobody who speaks."""
    source = _phrase_from(document, Span(match.end(), sentence.end), language)
    if source is None or any(source.overlaps(span) for span in quote.content):
        return quote
    if not is_party(source.of(document.text), language):
        return quote
    cue = Passage.of(document.text, Span(match.start("words"), match.end("words")))
    return _with_source(evolve(quote, cue=cue), source, CITED, document)


def find_voice(document: Document, quote: Quote, language: Language) -> Quote:
    """Return the quote with who is heard, worded or quoted as its source: in "footage of Obi saying" and "Obi's words"
    Obi."""
    if not quote.source:
        return quote
    text, start, end = document.text, quote.source.start, quote.source.end
    worded = _worded_pattern(language).fullmatch(text, start, end)
    if worded is not None and is_party(worded["who"], language):
        return _with_source(quote, Span(*worded.span("who")), "source/of-words", document)
    quoter = _quoter_pattern(language).search(text, start, end)
    if quoter is not None and start < quoter.start() < quote.cue.start:
        return _with_source(quote, Span(start, quoter.start()), "source/quoted-by", document)
    recorded = _recorded_pattern(language).match(text, start, end) if _is_heard(quote, language) else None
    if recorded is not None and is_party(text[recorded.end() : end], language):
        return _with_source(quote, Span(recorded.end(), end), "source/recorded", document)
    return quote


def _is_heard(quote: Quote, language: Language) -> bool:
    """Tell whether a cue is a participle of speech: what a recording itself shows has another verb."""
    cue = quote.cue.text.casefold()
    entry = language.cues.get(cue)
    return entry is not None and cue == entry.forms[4] and entry.cue_class is not CueClass.SHOW


def _with_source(quote: Quote, source: Span, rule: str, document: Document) -> Quote:
    """Return a quote with another source, and the rule that found it in place of the one that found the first."""
    others = tuple(evidence for evidence in quote.evidence if not evidence.rule.startswith("source/"))
    passage = Passage.of(document.text, source)
    return evolve(quote, source=passage, evidence=(*others, Evidence(rule, (source,))))


@cache
def _worded_pattern(language: Language) -> re.Pattern[str]:
    endings = either(ending.lstrip("'") for ending in language.word_class("possessive_clitic_endings"))
    return re.compile(rf"(?P<who>[^,;]+?)['’](?:{endings})?\s+(?:{either(language.word_class('wordings'))})")


@cache
def _quoter_pattern(language: Language) -> re.Pattern[str]:
    """Match what says that somebody else quotes a source: "Obi, *as quoted by the daily*, said"."""
    openers, words = either(language.word_class("as_openers")), either(language.roles.words.get("quoted_by", ()))
    return re.compile(rf",\s+(?:(?:{openers})\s+)?(?:{words})\s", re.IGNORECASE)


@cache
def _recorded_pattern(language: Language) -> re.Pattern[str]:
    recordings, links = language.word_class("recordings"), language.word_class("part_links")
    return re.compile(rf"(?:[\w-]+\s+){{0,4}}?(?:{either(recordings)})\s+(?:{either(links)})\s+", re.IGNORECASE)


def _sentence(document: Document, offset: int) -> Span | None:
    at = bisect_right(document.sentences, offset, key=_START) - 1
    return document.sentences[at] if at >= 0 else None


def _citing(text: str, sentence: Span, quote: Quote, language: Language) -> re.Match[str] | None:
    """Find words that cite: before all ("Citing B, A said"), between source and cue or content, behind the content."""
    pattern = _citing_pattern(language)
    fronted = pattern.match(text, sentence.start, quote.source.start)
    if fronted is not None and fronted.end() < quote.source.start < quote.cue.start:
        return fronted
    between = (quote.source.end, quote.cue.start) if quote.source.end < quote.cue.start else (0, 0)
    before = (max(quote.source.end, quote.cue.end), quote.content.start)
    pronoun = quote.source.text.casefold() in language.pronouns
    after = (max(quote.content.end, quote.cue.end, quote.source.end), -1 if pronoun else sentence.end)
    inside = (quote.source.start + 1, quote.source.end)  # "A, which cited B,"
    for start, end in (inside, between, before, after):
        match = pattern.search(text, start, end) if start < end else None
        if match is not None and _is_denied(text[start : match.start()], language):
            continue  # "without citing sources"
        if match is not None and start == after[0] and _tells(text[start : match.start()], language):
            continue  # "..., the newspaper reported, citing two people": they are the newspaper's, not the speaker's
        if match is not None and not any(span.start <= match.start() < span.end for span in quote.content):
            return match
    return None


def _is_denied(words: str, language: Language) -> bool:
    """Tell whether the last word before a participle says that it was not done."""
    return words.casefold().split()[-1:] in ([word] for word in language.roles.words.get("without", ()))


def _tells(words: str, language: Language) -> bool:
    """Tell whether words hold a finite verb that reports."""
    cues = (language.cues.get(word.strip(",.")) for word in words.split())
    return any(cue is not None for cue in cues)


@cache
def _citing_pattern(language: Language) -> re.Pattern[str]:
    """Match words that cite: ", citing", "which cited"."""
    words, finite = (either(language.roles.words.get(name, ())) for name in ("citing", "relative_citing"))
    relatives = either(language.word_class("citing_relatives"))
    cites = rf"(?P<relative>(?:{relatives})\s+)?(?P<words>(?(relative)(?:{finite})|(?:{words})))"
    return re.compile(rf"(?:,\s*|(?<!\S)){cites}\s+", re.IGNORECASE)


def _phrase_from(document: Document, region: Span, language: Language) -> Span | None:
    """Return the noun phrase that begins a region, with what follows it up to a comma."""
    line = line_of(document, region)
    if line is None:
        return None
    stop = phrase_after(line, 0, line.end)
    if stop is None:
        return None
    citing, relatives = (language.word_class("citing_relatives"), language.roles.words.get("relative_citing", ()))
    while stop < line.end and not _ends_cited(line, stop):
        if line.lower(stop) in citing and line.lower(stop + 1) in relatives:
            break  # citing the daily | which quoted
        stop += 1
    return line.span(0, stop)


def _ends_cited(line: Line, at: int) -> bool:
    """Tell whether the words for whom a teller cites are over: "A, citing the mayor, | reported that"."""
    lower = line.lower(at)
    return lower in _STOPS or lower in line.words.complementisers or lower in line.words.citing_stops
