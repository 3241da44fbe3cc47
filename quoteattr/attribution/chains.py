"""Finds the outer links of a source chain: who passes on that someone said something.

"A reported that B said it" has the source B and the carrier A; so have "B said it, according to A" and "A, citing B,
reported it". The hearer in "B told A that ..." passes nothing on and is no carrier.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from operator import attrgetter

from attrs import evolve, frozen

from quoteattr.grammar.words import words_of as grammar_words
from quoteattr.languages import either
from quoteattr.languages.lexicon import CueClass, CueEntry, Frame, Language
from quoteattr.model.documents import Document
from quoteattr.model.quotes import Carrier, Evidence, Quote
from quoteattr.model.spans import Passage, Span

_LONGEST_NAME = 14
"""The words for a carrier are at most so many; longer stretches before a verb are clauses, not noun phrases."""
_LOOK = 300
"""Characters looked at on either side; a bound, so that time stays linear on texts without full stops."""
_SPACES = re.compile(r"\s+")
_PUNCTUATION = " ,\u00a0"
_MARKS = '"“”„«»'
_START, _END = attrgetter("start"), attrgetter("end")
_AROUND_WORDS = _MARKS + "'‘’(),;:–—-"


@frozen(slots=True)
class _Place:
    """A quote's surroundings: the text, the clause from `start` to `end`, and what the language calls citing."""

    text: str
    quote: Quote
    start: int
    end: int
    patterns: _Patterns


@frozen(eq=False, slots=True)
class _Patterns:
    """Patterns of one language: verbs that report, words that cite."""

    verb: re.Pattern[str]
    verb_before: re.Pattern[str]
    before_source: frozenset[str]
    citing: re.Pattern[str]
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
    verb_alone: re.Pattern[str]


Rule = Callable[[_Place], tuple[Carrier, ...]]


def carriers_of(document: Document, quote: Quote, language: Language) -> tuple[Carrier, ...]:
    """Return the outer links of a quote, the outermost first; none for a quote without source.

    It looks at the quote's own sentence alone, and does not say who the carriers are. A clause whose verb has no
    noun phrase before it gives no link.

    >>> from quoteattr.languages import load
    >>> from quoteattr.model.quotes import QuoteKind
    >>> text = "The Norva Post reported that Ada Obi had called the deal dead."
    >>> quote = Quote(content=Passage.of(text, Span(48, 61)), cue=Passage.of(text, Span(41, 47)),
    ...               source=Passage.of(text, Span(29, 36)), kind=QuoteKind.INDIRECT)
    >>> [(str(link.source), str(link.cue)) for link in carriers_of(Document(text=text), quote, load("en"))]
    [('The Norva Post', 'reported')]
    """
    return _links(document, quote, language)[1]


def carriers_with_evidence(document: Document, quote: Quote, language: Language) -> Quote:
    """Return the quote with its carriers, and the rule that found them as evidence.

    A quote whose carriers are not found in its sentence is returned as it is.
    """
    rule, links = _links(document, quote, language)
    if not links:
        return quote
    spans = tuple(span for link in links for span in link.source)
    return evolve(quote, carriers=links, evidence=(*quote.evidence, Evidence(rule, spans)))


def _links(document: Document, quote: Quote, language: Language) -> tuple[str, tuple[Carrier, ...]]:
    if not quote.source or not quote.cue or str(quote.source).casefold() in language.word_class("relatives"):
        return "", ()
    place = _place(document, quote, _patterns(language))
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


def _place(document: Document, quote: Quote, patterns: _Patterns) -> _Place:
    """Return the sentence around a quote's cue and source."""
    first = min(quote.cue.start, quote.source.start)
    last = max(quote.cue.end, quote.source.end)
    starts = document.sentences
    low = bisect_right(starts, first, key=_START) - 1
    high = bisect_left(starts, last, key=_END)
    start = starts[low].start if starts and low >= 0 else 0
    end = starts[high].end if high < len(starts) else len(document.text)
    return _Place(document.text, quote, max(start, first - _LOOK), min(end, last + _LOOK), patterns)


@cache
def _patterns(language: Language) -> _Patterns:
    """Compile the patterns of a language."""
    words = language.roles.words
    finite = [form for form, entry in language.cues.items() if _is_finite(form, entry.forms) and " " not in form]
    plain = [form for form in finite if _takes_clause(language.cues[form])]
    verbs, reporting = either(finite), either(plain)
    openers = either(language.word_class("complementisers"))
    that = rf"(?:[^\S\n]+[^\s,.;:\"“”„«»]+){{0,6}}?[^\S\n]+(?:{openers}),?"
    auxiliaries = either(language.word_class("auxiliaries"))
    names = ("adpositions", "coordinators", "subordinators", "adverbs", "weekdays", "relatives")
    return _Patterns(
        verb=re.compile(rf"\b(?:{verbs})\b"),
        verb_before=re.compile(rf"\b(?:(?P<verb>{verbs})\b{that}|(?P<plain>{reporting})\b,?)\s*$"),
        before_source=language.word_class("complementisers").union(plain),
        citing=re.compile(rf"\b(?:{either(words.get('citing', ()))})\b", re.IGNORECASE),
        quoting=_any_of(words.get("quoting", ()), r"\s*[,:]?\s*$"),
        quoted_by=_any_of(words.get("quoted_by", ()), ""),
        according=_any_of(words.get("according", ()), ""),
        small=frozenset().union(*(language.word_class(name) for name in names)),
        openers=language.word_class("carrier_openers"),
        pronouns=_subject_pronouns(language),
        auxiliary=re.compile(rf"(?:(?:^|\s+)(?:{auxiliaries}))+\s*$", re.IGNORECASE),
        finite=re.compile(rf"\s(?:{auxiliaries})\s"),
        as_opener=re.compile(rf"\s(?:{either(language.word_class('as_openers'))})\s"),
        breaks=re.compile(rf"[,;:!?()–—\n]|\.(?!\w)|\s(?:{either(language.word_class('carrier_breaks'))})\s"),
        nothing_told=re.compile(rf"\s*(?:$|[.,;!?\n]|(?:{either(language.word_class('carrier_settings'))})\b)"),
        joiners=language.word_class("clause_joiners"),
        articles=language.word_class("articles"),
        agents=words.get("agents", frozenset()),
        told=words.get("told_nouns", frozenset()),
        determiners=language.word_class("determiners"),
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


def _phrase_before(place: _Place, start: int, end: int) -> Span | None:
    """Return the noun phrase that ends at `end`, parentheses such as ", in turn," passed over."""
    text, stop = place.text, end
    for _ in range(3):
        breaks = [match.end() for match in place.patterns.breaks.finditer(text, start, stop)]
        begin = next((at for at in reversed(breaks) if text[at:stop].strip(_PUNCTUATION)), start)
        span = _trimmed(place, begin, stop)
        if span is not None:
            return span
        stop = begin - 1
        if stop <= start:
            return None
    return None


def _trimmed(place: _Place, start: int, end: int) -> Span | None:
    """Return a span without space, marks and small words at its edges; `None` where it is no noun phrase."""
    text = place.text
    while True:
        while start < end and text[start] in _PUNCTUATION + "\n":
            start += 1
        word = _SPACES.split(text[start:end], maxsplit=1)[0]
        if word.casefold() not in place.patterns.openers:
            break
        start += len(word)
    end = start + len(place.patterns.auxiliary.sub("", text[start:end]).rstrip(_PUNCTUATION))
    words = [word.casefold() for word in text[start:end].split()]
    if not words or len(words) > _LONGEST_NAME or words[0] in place.patterns.small:
        return None
    pronoun = len(words) > 1 and words[0] in place.patterns.pronouns
    return None if pronoun or place.patterns.finite.search(text, start, end) else Span(start, end)


def _phrase_after(place: _Place, start: int, end: int) -> Span | None:
    """Return the noun phrase that begins at `start`, up to the next comma, stop or verb that reports."""
    text = place.text
    stop = next((match.start() for match in re.finditer(r"[,;:.!?()\n]", text[start:end])), end - start) + start
    for pattern in (place.patterns.verb_alone, place.patterns.as_opener):  # "quoted by A as saying"
        found = pattern.search(text, start, stop)
        stop = found.start() if found else stop
    return _trimmed(place, start, stop)


def _carrier(place: _Place, source: Span | None, cue: Span) -> tuple[Carrier, ...]:
    if source is None or any(source.overlaps(span) for span in place.quote.source):
        return ()
    if not _is_teller(source.of(place.text), place.patterns):
        return ()
    return (Carrier(Passage.of(place.text, source), Passage.of(place.text, cue)),)


def _is_teller(phrase: str, patterns: _Patterns) -> bool:
    """Tell a noun phrase that may tell from an age, a stray mark, "Asked by a reporter", "a figure the union"."""
    words = phrase.casefold().split()
    second = any(
        word in patterns.articles and before not in patterns.small and before not in patterns.openers
        for before, word in pairwise(words)
    )
    framed = len(words) > 1 and words[1] in patterns.agents
    if len(words) > 2 and words[0] in patterns.determiners and words[1] in patterns.told:
        return False  # "a figure Hamas"
    return any(char.isalpha() for char in phrase) and not second and not framed


def _own_cue_cites(place: _Place) -> tuple[Carrier, ...]:
    """ "A, citing B, reported that" and "A reported, citing B": the quote's own cue cites."""
    quote, patterns = place.quote, place.patterns
    if not patterns.citing.fullmatch(str(quote.cue)):
        return ()
    begin = max([place.start, *(span.end for span in quote.content if span.end <= quote.cue.start)])
    phrase = patterns.according.search(place.text, begin, quote.cue.start)
    if phrase:  # "it rained, according to A, citing B"
        return _carrier(place, _phrase_before(place, phrase.end(), quote.cue.start), Span(*phrase.span()))
    verbs = list(patterns.verb.finditer(place.text, begin, quote.cue.start))
    if verbs:
        return _carrier(place, _phrase_before(place, begin, verbs[-1].start()), Span(*verbs[-1].span()))
    after = max(quote.source.end, quote.cue.end)
    verb = patterns.verb.search(place.text, after, min(place.end, after + 60))
    subject = _phrase_before(place, begin, quote.cue.start)
    if verb and subject is None:  # "Citing B, A said"
        subject = _phrase_before(place, after, verb.start())
    cue = Span(*verb.span()) if verb else quote.cue.spans[0]
    return _carrier(place, subject, cue)


def _quotes_the_source(place: _Place) -> tuple[Carrier, ...]:
    """ "A quoted B as saying": the verb right before the source quotes it."""
    match = place.patterns.quoting.search(place.text, place.start, place.quote.source.start)
    if not match:
        return ()
    return _carrier(place, _phrase_before(place, place.start, match.start()), Span(*match.span("cue")))


def _quoted_by(place: _Place) -> tuple[Carrier, ...]:
    """ "B, quoted by A, said": the words between source and cue name the carrier."""
    match = place.patterns.quoted_by.search(
        place.text, place.quote.source.start, min(place.end, place.quote.source.end + 60)
    )
    if not match or any(match.start() in span for span in place.quote.cue):
        return ()
    return _carrier(place, _phrase_after(place, match.end(), place.end), Span(*match.span()))


def _according_to(place: _Place) -> tuple[Carrier, ...]:
    """ "According to A, B said" and "B said it, according to A", where the quote's own cue is another."""
    quote = place.quote
    for match in place.patterns.according.finditer(place.text, place.start, place.end):
        span = Span(*match.span())
        told = any(span.overlaps(other) for part in (quote.content, quote.cue, quote.source) for other in part)
        if not told and not _other_clause(place, span):
            return _carrier(place, _phrase_after(place, match.end(), place.end), span)
    return ()


def _other_clause(place: _Place, span: Span) -> bool:
    """Tell whether a semicolon parts words from the quote's source: they belong to another clause."""
    source = place.quote.source
    between = place.text[min(span.end, source.end) : max(span.start, source.start)]
    return ";" in between


def _reports_the_source(place: _Place) -> tuple[Carrier, ...]:
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
    if any(cue.overlaps(span) for span in (*quote.cue, *quote.content)):
        return ()
    citing = place.patterns.citing.search(text, place.start, cue.start)
    if citing:
        outer = _phrase_before(place, place.start, citing.start())
        middle = _phrase_after(place, citing.end(), cue.start)
        return (*_carrier(place, outer, cue), *_carrier(place, middle, Span(*citing.span())))
    return _carrier(place, _phrase_before(place, place.start, cue.start), cue)


def _told_after(place: _Place) -> tuple[Carrier, ...]:
    """ "B promised it, A said": another subject with its verb behind the whole."""
    quote, text = place.quote, place.text
    end = max(quote.content.end, quote.cue.end, quote.source.end)
    if end in (quote.cue.end, quote.source.end):
        return ()
    inside = text[max(0, end - 3) : end].rstrip(_MARKS)[-1:] == ","  # “... an insult,” Interfax reported
    end += len(text[end : end + 2]) - len(text[end : end + 2].lstrip(_MARKS))
    if text[end : end + 1] != "," and not inside:
        return ()
    verb = place.patterns.verb.search(text, end, min(place.end, end + 80))
    if not verb or not place.patterns.nothing_told.match(text, verb.end()):
        return ()
    subject = text[end + 1 : verb.start()]
    if any(char in subject for char in ",;:" + _MARKS) or place.patterns.joiners.intersection(subject.split()[:1]):
        return ()
    return _carrier(place, _trimmed(place, end + 1, verb.start()), Span(*verb.span()))


RULES: tuple[tuple[str, Rule], ...] = (
    ("chain/own-cue-cites", _own_cue_cites),
    ("chain/quotes-the-source", _quotes_the_source),
    ("chain/quoted-by", _quoted_by),
    ("chain/according-to", _according_to),
    ("chain/reports-the-source", _reports_the_source),
    ("chain/told-after", _told_after),
)
"""The rules for outer links, in the order in which they are asked; the first that finds some wins."""
