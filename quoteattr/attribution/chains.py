"""Finds the outer links of a source chain: who passes on that someone said something.

"A reported that B said it" has the source B and the carrier A; so have "B said it, according to A" and "A, citing B,
reported it". The hearer in "B told A that ..." passes nothing on and is no carrier.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from quoteattr.attribution.chain_patterns import patterns_of
from quoteattr.attribution.chain_places import Place, carrier, phrase_after, phrase_before, place_of, trimmed
from quoteattr.attribution.chain_tellers import subject_of, tellers_before
from quoteattr.attribution.sources import CITED
from quoteattr.grammar.words import words_of as grammar_words
from quoteattr.languages.lexicon import CueClass, Language
from quoteattr.model.documents import Document
from quoteattr.model.quotes import Carrier, Evidence, Quote
from quoteattr.model.spans import Span

MARKS = '"“”„«»'
_LONGEST_ASIDE = 60
"""Characters between a source and the verb of who cites or quotes it."""
_AROUND_WORDS = MARKS + "'‘’(),;:–—-"

Rule = Callable[[Place], tuple[Carrier, ...]]


def carriers_of(document: Document, quote: Quote, language: Language) -> tuple[Carrier, ...]:
    """Return the outer links of a quote, the outermost first; none for a quote without source.

    It looks at the quote's own sentence alone, and does not say who the carriers are. A clause whose verb has no
    noun phrase before it gives no link.

    >>> from quoteattr.languages import load
    >>> from quoteattr.model.quotes import QuoteKind
    >>> from quoteattr.model.spans import Passage
    >>> text = "The Norva Post reported that Ada Obi had called the deal dead."
    >>> quote = Quote(content=Passage.of(text, Span(48, 61)), cue=Passage.of(text, Span(41, 47)),
    ...               source=Passage.of(text, Span(29, 36)), kind=QuoteKind.INDIRECT)
    >>> [(str(link.source), str(link.cue)) for link in carriers_of(Document(text=text), quote, load("en"))]
    [('The Norva Post', 'reported')]
    """
    return _links(document, quote, language)[1]


def carriers_with_evidence(document: Document, quote: Quote, language: Language, within: Span | None = None) -> Quote:
    """Return the quote with its carriers, and the rule that found them as evidence.

    A quote whose carriers are not found in its sentence, and `within` the words it stands in, is returned as it is.
    """
    rule, links = _links(document, quote, language, within)
    if not links:
        return quote
    spans = tuple(span for link in links for span in link.source)
    return evolve(quote, carriers=links, evidence=(*quote.evidence, Evidence(rule, spans)))


def _links(
    document: Document, quote: Quote, language: Language, within: Span | None = None
) -> tuple[str, tuple[Carrier, ...]]:
    if not quote.source or not quote.cue or str(quote.source).casefold() in language.word_class("relatives"):
        return "", ()
    place = place_of(document, quote, patterns_of(language), within)
    for name, rule in RULES:
        found = rule(place)
        links = tuple([link for link in found if not _only_hears(link, language)]) if found else ()
        if links:
            return name, links
    return "", ()


def _only_hears(link: Carrier, language: Language) -> bool:
    """Tell whether a link is whose office it is to listen: "..., *the court heard*", "..., *jurors were told*"."""
    words = frozenset(link.source.text.casefold().split())
    entry = language.cues.get(link.cue.text.casefold())
    hears = entry is not None and (
        entry.cue_class is CueClass.HEAR or entry.lemma in grammar_words(language.code).telling_verbs
    )
    return hears and not words.isdisjoint(language.word_class("hearers"))


def _own_cue_cites(place: Place) -> tuple[Carrier, ...]:
    """ "A, citing B, reported that" and "A reported, citing B": the quote's own cue cites."""
    quote, patterns = place.quote, place.patterns
    if quote.source.start < quote.cue.start:
        return ()
    cited = CITED in [evidence.rule for evidence in quote.evidence]
    if not (cited or patterns.citing.fullmatch(quote.cue.text) or _is_behind_citing(place)):
        return ()
    begin = max([place.start, *(span.end for span in quote.content if span.end <= quote.cue.start)])
    found = tellers_before(place, begin, quote.cue.start, _cue_of_citer(place), cites=True)
    return found or _fronted(place) or carrier(place, subject_of(place, quote.cue.extent), quote.cue.extent)


def _is_behind_citing(place: Place) -> bool:
    """Tell whether words that cite stand right before the source, behind a cue: "A wrote, *citing* B, that"."""
    quote, text = place.quote, place.text
    between = text[quote.cue.end : quote.source.start]
    before, comma, between = between.rpartition(",")
    between = between.strip()
    return (
        comma != ""
        and len(before) + len(between) <= _LONGEST_ASIDE
        and place.patterns.citing.fullmatch(between) is not None
    )


def _cue_of_citer(place: Place) -> Span:
    """Return the verb behind a cited source, by which who cites it tells: "A, citing B, *reported* that"."""
    after = max(place.quote.source.end, place.quote.cue.end)
    verb = place.patterns.verb.search(place.text, after, min(place.end, after + _LONGEST_ASIDE))
    return Span(*verb.span()) if verb else place.quote.cue.spans[0]


def _fronted(place: Place) -> tuple[Carrier, ...]:
    """ "Citing B, A said": who cites stands behind the quote's own cue that does."""
    after = max(place.quote.source.end, place.quote.cue.end)
    verb = place.patterns.verb.search(place.text, after, min(place.end, after + _LONGEST_ASIDE))
    if not verb:
        return ()
    return carrier(place, phrase_before(place, after, verb.start()), Span(*verb.span()))


def _quotes_the_source(place: Place) -> tuple[Carrier, ...]:
    """ "A quoted B as saying": the verb right before the source quotes it."""
    match = place.patterns.quoting.search(place.text, place.start, place.quote.source.start)
    if not match:
        return ()
    cue = Span(*match.span("cue"))
    return tellers_before(place, place.start, match.start(), cue) or carrier(place, subject_of(place, cue), cue)


def _quoted_by(place: Place) -> tuple[Carrier, ...]:
    """ "B, quoted by A, said": the words between source and cue name the carrier."""
    match = place.patterns.quoted_by.search(
        place.text, place.quote.source.start, min(place.end, place.quote.source.end + _LONGEST_ASIDE)
    )
    if not match or any(match.start() in span for span in place.quote.cue):
        return ()
    return carrier(place, phrase_after(place, match.end(), place.end), Span(*match.span()))


def _according_to(place: Place) -> tuple[Carrier, ...]:
    """ "According to A, B said" and "B said it, according to A", where the quote's own cue is another."""
    quote = place.quote
    for match in place.patterns.according.finditer(place.text, place.start, place.end):
        span = Span(*match.span())
        told = any(span.overlaps(other) for part in (quote.content, quote.cue, quote.source) for other in part)
        if not told and not _other_clause(place, span):
            return carrier(place, phrase_after(place, match.end(), place.end), span)
    return ()


def _other_clause(place: Place, span: Span) -> bool:
    """Tell whether a semicolon or "but" parts words from the quote's source: they belong to another clause."""
    source = place.quote.source
    between = place.text[min(span.end, source.end) : max(span.start, source.start)]
    return place.patterns.parting.search(between) is not None


def _reports_the_source(place: Place) -> tuple[Carrier, ...]:
    """ "A reported that B said" and, with three links, "A, citing C, reported that B said"."""
    quote, text = place.quote, place.text
    anchor = min(quote.source.start, quote.cue.start)
    first = max(place.start, anchor - 160)
    words = text[first:anchor].rsplit(None, 1)
    if not words or words[-1].strip(_AROUND_WORDS) not in place.patterns.before_source:
        return ()  # a look at the last word spares most searches
    match = place.patterns.verb_before.search(text, first, anchor)
    if not match:
        return ()
    cue = Span(*match.span("verb" if match.group("verb") else "plain"))
    before = text[place.start : cue.start].rstrip()
    inverted = before.endswith(",") and before.count(",") == 1  # "The mill had shut, said *its chair*, who denied"
    if inverted or any(cue.overlaps(span) for span in (*quote.cue, *quote.content)):
        return ()
    return tellers_before(place, place.start, cue.start, cue)


def _told_after(place: Place) -> tuple[Carrier, ...]:
    """ "B promised it, A said": another subject with its verb behind the whole."""
    quote, text = place.quote, place.text
    end = max(quote.content.end, quote.cue.end, quote.source.end)
    if end in (quote.cue.end, quote.source.end):
        return ()
    inside = text[max(0, end - 3) : end].rstrip(MARKS)[-1:] == ","  # “... an insult,” Interfax reported
    end += len(text[end : end + 2]) - len(text[end : end + 2].lstrip(MARKS))
    if text[end : end + 1] != "," and not inside:
        return ()
    verb = place.patterns.verb.search(text, end, min(place.end, end + 80))
    if not verb or not place.patterns.nothing_told.match(text, verb.end()):
        return ()
    subject = text[end + 1 : verb.start()]
    if any(char in subject for char in ",;:" + MARKS) or place.patterns.joiners.intersection(subject.split()[:1]):
        return ()
    return carrier(place, trimmed(place, end + 1, verb.start()), Span(*verb.span()))


RULES: tuple[tuple[str, Rule], ...] = (
    ("chain/own-cue-cites", _own_cue_cites),
    ("chain/quotes-the-source", _quotes_the_source),
    ("chain/quoted-by", _quoted_by),
    ("chain/according-to", _according_to),
    ("chain/reports-the-source", _reports_the_source),
    ("chain/told-after", _told_after),
)
"""The rules for outer links, in the order in which they are asked; the first that finds some wins."""
