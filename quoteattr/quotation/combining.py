"""Rules and roles argue: which of both decides on a content, a cue and a source, where a document has roles.

Marks are exact, so a content in marks is the rules'. In the reporter's own words the surer of both has the content
and the source. What only the roles show is added where they are sure enough.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from attrs import evolve

from quoteattr.model.documents import Document, Roles
from quoteattr.model.quotations import Quotation
from quoteattr.model.quotes import Evidence, Quote, QuoteKind
from quoteattr.model.spans import Passage, Span

NEIGHBOURS = 4
"""Quotes before and behind that a content could run into."""
LEAST_SHARE = 0.5
"""Share of the shorter content that both must hold to be one quote."""
LEAST_ADDED = 0.6
"""Confidence in a content from which on roles alone make a quote; found on training events, where less adds alarms."""
LEAST_SPEECH = 0.5
"""Share of speech from which on roles alone make a quote, and not a plan or a belief."""


def combine(quotes: Sequence[Quote], document: Document, quotations: Sequence[Quotation]) -> tuple[Quote, ...]:
    """Return the quotes of rules and roles together, disjoint and in the order of the text.

    Without a roles layer these are the rules' quotes. Evidence names who decided.

    >>> combine((), Document(text="It rained."), ())
    ()
    """
    if not document.roles:
        return tuple(quotes)
    partners = _partners(quotes, document.roles)
    kept: list[Quote] = []
    for place, quote in enumerate(quotes):
        beside = (*kept[-NEIGHBOURS:], *quotes[place + 1 : place + 1 + NEIGHBOURS])
        kept.append(_argued(quote, partners.get(place), document.text, beside))
    used = {id(roles) for roles in partners.values()}
    marked = tuple(span for quotation in quotations for span in quotation.spans)
    sure = (roles for roles in document.roles if id(roles) not in used and _is_sure(roles))
    fresh = [_from_roles(roles, document.text, marked) for roles in sure if _is_apart(roles, kept)]
    return tuple(sorted((*kept, *fresh), key=lambda quote: quote.content.start))


def _is_apart(roles: Roles, quotes: Sequence[Quote]) -> bool:
    """Tell whether roles share no word with the quotes around them."""
    at = bisect_left(quotes, roles.content[0].start, key=lambda quote: quote.content.start)
    around = quotes[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
    return not any(span.overlaps(other) for quote in around for other in quote.content for span in roles.content)


def _is_sure(roles: Roles) -> bool:
    return roles.content_confidence >= LEAST_ADDED and roles.speech >= LEAST_SPEECH


def _partners(quotes: Sequence[Quote], found: Sequence[Roles]) -> dict[int, Roles]:
    """Pair each quote with the roles whose content it shares most of; in one pass over both."""
    starts = [quote.content.start for quote in quotes]
    partners: dict[int, tuple[float, Roles]] = {}
    for roles in found:
        first = max(0, bisect_right(starts, roles.content[0].start) - 1)
        last = bisect_left(starts, roles.content[-1].end)
        for place in range(first, last):
            share = _share(quotes[place].content, roles.content)
            if share >= LEAST_SHARE and share > partners.get(place, (0.0, roles))[0]:
                partners[place] = (share, roles)
    return {place: roles for place, (_, roles) in partners.items()}


def _share(left: Iterable[Span], right: Sequence[Span]) -> float:
    """Return the share of the shorter content that both hold."""
    spans = tuple(left)
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in right)
    shorter = min(sum(map(len, spans)), sum(map(len, right)))
    return both / shorter if shorter else 0.0


def _argued(quote: Quote, roles: Roles | None, text: str, beside: Sequence[Quote]) -> Quote:
    """Let the roles speak to a quote of the rules."""
    if roles is None:
        return quote
    direct = quote.kind is QuoteKind.DIRECT
    changed = quote
    surer_content = not direct and not quote.quotes and roles.content_confidence > quote.confidence
    if surer_content and _is_apart(roles, beside):
        changed = _with_content(changed, roles, text)
    surer = not direct and roles.confidence > quote.confidence
    if roles.source is not None and (surer or not quote.source):
        changed = _with_source(changed, roles, text)
    return changed


def _with_content(quote: Quote, roles: Roles, text: str) -> Quote:
    evidence = (Evidence("content/roles", roles.content), *quote.evidence[1:])
    return evolve(
        quote, content=Passage.of(text, *roles.content), evidence=evidence, confidence=roles.content_confidence
    )


def _with_source(quote: Quote, roles: Roles, text: str) -> Quote:
    """Give a quote the source and cue of the roles."""
    source = (roles.source,) if roles.source is not None else ()
    others = tuple(evidence for evidence in quote.evidence if not evidence.rule.startswith("source/"))
    cue = Passage.of(text, roles.cue) if roles.cue is not None else quote.cue
    evidence = (*others, Evidence("source/roles", source))
    return evolve(quote, source=Passage.of(text, *source), cue=cue, evidence=evidence)


def _from_roles(roles: Roles, text: str, marked: Sequence[Span]) -> Quote:
    """Make a quote of what only the roles show."""
    content = Passage.of(text, *roles.content)
    inside = sum(map(len, roles.content)) * _share(roles.content, _near(marked, content)) if marked else 0.0
    kind = QuoteKind.MIXED if inside else QuoteKind.INDIRECT
    quote = Quote(
        content=content,
        kind=kind,
        confidence=roles.content_confidence,
        evidence=(Evidence("content/roles", roles.content),),
    )
    return _with_source(quote, roles, text)


def _near(marked: Sequence[Span], content: Passage) -> tuple[Span, ...]:
    """Return the marked spans that can lie in a content."""
    first = bisect_left(marked, content.start, key=lambda span: span.end)
    last = bisect_left(marked, content.end, key=lambda span: span.start)
    return tuple(marked[first:last])
