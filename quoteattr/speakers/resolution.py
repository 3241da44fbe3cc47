"""Resolves the sources of an article's quotes to its speakers, and their carriers to chains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define, evolve, field

from quoteattr.grammar.letters import fold
from quoteattr.languages.lexicon import Language
from quoteattr.model.articles import Article
from quoteattr.model.documents import Document
from quoteattr.model.quotes import Evidence, Quote, QuoteKind
from quoteattr.model.spans import Span
from quoteattr.model.speakers import Speaker
from quoteattr.speakers import carrying
from quoteattr.speakers.casting import to_speakers
from quoteattr.speakers.coreference import read_clusters
from quoteattr.speakers.discourse import Discourse, open_discourse
from quoteattr.speakers.mentions import Decision
from quoteattr.speakers.namesakes import part_namesakes
from quoteattr.speakers.pronouns import vote_genders
from quoteattr.speakers.sources import decide

_MOST_IN_SPEECH = 4
"""Quotes of one speaker before another that are looked at for whom its pronouns mean."""


@define(slots=True)
class _Resolved:
    """A quote with the parties of its speaker and its chain."""

    quote: Quote
    party: int | None
    chain: tuple[int, ...]
    evidence: Evidence
    sureness: float
    inner: list[_Resolved] = field(factory=list)


def resolve(
    document: Document, quotes: Sequence[Quote], language: Language, article: Article | None = None
) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """Return the quotes with `speaker` and `chain`, and all speakers in the order of their first mention.

    A chain runs from the outermost carrier to the speaker; that of a quote inside a quote begins with the outer
    speaker. It does not search for quotes, and leaves `speaker` `None` where the evidence is thin. The outlet that
    prints the article is implied and no link, whatever `article` says.

    >>> from quoteattr.languages import load
    >>> from quoteattr.model.quotes import QuoteKind
    >>> from quoteattr.model.spans import Passage
    >>> text = "Mayor Ada Obi spoke. The port will stay open, the mayor said."
    >>> quote = Quote(content=Passage.of(text, Span(21, 44)), source=Passage.of(text, Span(46, 55)),
    ...               kind=QuoteKind.INDIRECT)
    >>> resolve(Document(text=text), (quote,), load("en"))[0][0].speaker
    Speaker('Ada Obi', person, role='Mayor')
    """
    told = [span for quote in quotes if not _is_heard(quote) for span in quote.content]
    discourse = open_discourse(document, told, language)
    discourse.printers = _printing(article, discourse)
    discourse.outlet = article.outlet if article is not None else None
    part_namesakes(discourse)
    vote_genders(discourse)
    discourse.clusters = read_clusters(discourse)
    decisions = _decide_in_order(quotes, discourse)
    parties = [_party_of(quote, decisions) for quote in quotes]
    carried = _carry_over(quotes, parties, discourse)
    resolved = [
        _resolved(quote, party, (), decisions, discourse, carried.get(index), since=_since(index, quotes, parties))
        for index, (quote, party) in enumerate(zip(quotes, parties, strict=True))
    ]
    speakers = to_speakers(discourse, {number for each in resolved for number in _numbers(each)})
    finished = tuple(_finished(each, speakers) for each in resolved)
    return finished, tuple(speakers.values())


def _printing(article: Article | None, discourse: Discourse) -> frozenset[int]:
    """Return the parties whose names stand in the outlet's: "the Courier" in the Holm Courier."""
    outlet = {fold(word) for word in (article.outlet or "").split()} if article is not None else set()
    return frozenset(
        number
        for name, number in zip(discourse.names, discourse.owners, strict=True)
        if outlet and number is not None and discourse.parties[number].kind != "person" and outlet.issuperset(name.key)
    )


def _since(index: int, quotes: Sequence[Quote], parties: Sequence[int | None]) -> int:
    """Return where the speaker of a quote began: with the first of the quotes right before it that are theirs."""
    if parties[index] is None or not quotes[index].quotes:
        return -1
    if index and parties[index - 1] != parties[index] and _is_turn(quotes[index]) and _is_turn(quotes[index - 1]):
        return quotes[index - 1].content.start  # who answers may take up whom the question names
    first = index
    while first and parties[first - 1] == parties[index] and index - first < _MOST_IN_SPEECH:
        first -= 1
    return quotes[first].content.start


def _is_turn(quote: Quote) -> bool:
    return any(evidence.rule == "content/turn" for evidence in quote.evidence)


def _decide_in_order(quotes: Sequence[Quote], discourse: Discourse) -> dict[Span, Decision]:
    """Decide on each source and carrier of the outermost quotes once, in the order of the text."""
    passages = [quote.source for quote in quotes] + [link.source for quote in quotes for link in quote.carriers]
    first = {passage.spans[0]: passage for passage in passages if passage}
    told_by = {
        quote.source.spans[0]: [link.source.spans[0] for link in quote.carriers if link.source]
        for quote in quotes
        if quote.source
    }
    answered = _answered(quotes, discourse)
    carrying = {link.source.spans[0] for quote in quotes for link in quote.carriers if link.source}
    decisions: dict[Span, Decision] = {}
    for span in sorted(first, key=lambda span: (span.start, span.end)):
        tellers = [decisions[teller].party for teller in told_by.get(span, ()) if teller in decisions]
        others = [teller for teller in tellers if teller is not None]  # "Belova quoted him as saying": not Belova
        if span in answered:
            others += _not_asked(answered[span], decisions, discourse)
        decisions[span] = decide(first[span], discourse, without=others)
        if span in carrying:
            _note_body(decisions[span].party, discourse)
    return decisions


def _answered(quotes: Sequence[Quote], discourse: Discourse) -> dict[Span, Span]:
    """Return, for each source that answers a question in marks right before it, who asked: "Why?" Obi asked. "No," he
    *answered*."""
    verbs = discourse.language.word_class("answering_verbs")
    return {
        quote.source.spans[0]: before.source.spans[0]
        for before, quote in pairwise(quotes)
        if before.source and quote.source and quote.cue.text.casefold() in verbs and _is_question(before)
    }


def _not_asked(asker: Span, decisions: dict[Span, Decision], discourse: Discourse) -> list[int]:
    """Return who does not answer: who asked; where its paragraph names one other person, all but them."""
    asks = decisions[asker].party if asker in decisions else None
    start = discourse.document.text.rfind("\n", 0, asker.start) + 1
    named = discourse.owners_between(start, asker.start)  # those whom the asker told something, too
    people = {number for number in named if number != asks and discourse.parties[number].kind == "person"}
    others = [party.number for party in discourse.parties if party.number not in people] if len(people) == 1 else []
    return [*others, *(() if asks is None else (asks,))]


def _is_question(quote: Quote) -> bool:
    return quote.kind is QuoteKind.DIRECT and quote.content.text.rstrip().endswith("?")


def _is_heard(quote: Quote) -> bool:
    """Tell whether words have no speaker and no marks: "The inquest was told that Dr Sall was late. She said"."""
    return quote.kind is QuoteKind.INDIRECT and not quote.source


def _note_body(number: int | None, discourse: Discourse) -> None:
    """Note that a carrier of one name is a body, as agencies are: no person's pronoun means it."""
    if number is not None and discourse.parties[number].kind is None and not discourse.parties[number].gender:
        discourse.parties[number].kind = "organisation"


def _party_of(quote: Quote, decisions: dict[Span, Decision]) -> int | None:
    return decisions[quote.source.spans[0]].party if quote.source else None


def _carry_over(
    quotes: Sequence[Quote], parties: list[int | None], discourse: Discourse
) -> dict[int, carrying.Carried]:
    """Carry speakers over to the quotes without source; `parties` is filled in."""
    around = carrying.Neighbourhood(quotes, parties, carrying.paragraph_numbers(quotes, discourse), discourse)
    carried: dict[int, carrying.Carried] = {}
    for index, quote in enumerate(quotes):
        found = None if quote.source or quote.is_unnamed else carrying.carry(index, around)
        if quote.source and not around.paragraphs[index] and _is_unknown(parties[index], discourse):
            found = carrying.repeated(index, around)
        found = found or (carrying.interviewed(index, around) if quote.source else None)
        if found:
            carried[index] = found
            parties[index] = found.party
    return carried


def _is_unknown(number: int | None, discourse: Discourse) -> bool:
    """Tell whether a headline's source is known by a noun alone ("ferry chief"), or is no person's name."""
    party = discourse.parties[number] if number is not None else None
    return party is not None and (not party.names or party.kind != "person")


def _resolved(
    quote: Quote,
    party: int | None,
    outer: tuple[int, ...],
    decisions: dict[Span, Decision],
    discourse: Discourse,
    carried: carrying.Carried | None,
    *,
    since: int = -1,
) -> _Resolved:
    """Join what is decided for one quote, and resolve the quotes inside it; `since` is where its speaker began."""
    links = [decisions[link.source.spans[0]].party for link in quote.carriers if link.source]
    chain = _chain((*outer, *links, party))
    evidence, sureness = _evidence(quote, decisions.get(quote.source.spans[0]) if quote.source else None, carried)
    inner = [_resolve_inner(each, quote, chain, decisions, discourse, since) for each in quote.quotes]
    return _Resolved(quote, party, chain, evidence, sureness, inner)


def _resolve_inner(
    quote: Quote,
    around: Quote,
    chain: tuple[int, ...],
    decisions: dict[Span, Decision],
    discourse: Discourse,
    since: int,
) -> _Resolved:
    """Resolve a quote inside another, and note its decisions: its sources are looked for in the outer quote first."""
    outer = chain[-1] if chain else None
    direct = around.kind is QuoteKind.DIRECT
    named = (
        discourse.owners_between(quote.content.start, quote.content.end) if direct else ()
    )  # nobody is "Obi" to herself
    for passage in (*(link.source for link in quote.carriers), quote.source):
        if passage and passage.spans[0] not in decisions:
            decisions[passage.spans[0]] = decide(
                passage,
                discourse,
                outer=outer,
                inside=around.content.start,
                direct=direct,
                since=since,
                without=named,
            )
    return _resolved(quote, _party_of(quote, decisions), chain, decisions, discourse, None)


def _chain(links: Sequence[int | None]) -> tuple[int, ...]:
    """Return the links without gaps and without one that only repeats the one before; empty without a speaker."""
    if links[-1] is None:
        return ()
    outer = dict.fromkeys(link for link in links if link is not None and link != links[-1])
    return (*outer, links[-1])


def _evidence(quote: Quote, decision: Decision | None, carried: carrying.Carried | None) -> tuple[Evidence, float]:
    """Return the rule that decided, and how sure it is."""
    if carried:
        return Evidence(carried.rule, (Span(carried.start, carried.end),)), carrying.SURENESS[carried.rule]
    if decision:
        return Evidence(decision.rule, (*quote.source.spans[:1], *decision.support)), decision.sureness
    return Evidence("speaker/none"), 1.0


def _numbers(resolved: _Resolved) -> Iterator[int]:
    yield from resolved.chain
    for inner in resolved.inner:
        yield from _numbers(inner)


def _finished(resolved: _Resolved, speakers: dict[int, Speaker]) -> Quote:
    """Put the speakers in place of the parties' numbers; the less sure the deciding rule, the less the quote is."""
    quote = resolved.quote
    return evolve(
        quote,
        evidence=(*quote.evidence, resolved.evidence),
        confidence=quote.confidence * resolved.sureness,
        speaker=None if resolved.party is None else speakers[resolved.party],
        chain=tuple(speakers[number] for number in resolved.chain),
        quotes=tuple(_finished(inner, speakers) for inner in resolved.inner),
    )
