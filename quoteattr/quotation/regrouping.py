"""Quotations in marks by what roles say of them: which pieces are one quote, and whose; their edges stay exact."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Sequence

from attrs import define, evolve

from quoteattr.model.documents import Document, Roles
from quoteattr.model.quotes import ANSWER, QUESTION, UNNAMED, Evidence, Quote, QuoteKind
from quoteattr.model.spans import Passage, Span
from quoteattr.quotation.overlaps import Places

LEAST_SHARE = 0.5
"""Share of a piece that a content of roles must hold to decide on it."""
LEAST_SURE = 0.7
"""Confidence in a content of roles that a quotation is widened to."""
LEAST_WORDS_OUTSIDE = 2
"""Words of a content outside of all marks that make a quotation a mixed one; a single one may be its tag's."""
Carries = Callable[[Roles, Quote], bool]
BEYOND_ARGUMENT = frozenset(
    ("source/signature", "source/turn-label", "source/of-speech-noun", ANSWER, QUESTION, UNNAMED)
)
"""Evidence for a source that stands on the page as a signature or a label, or that a noun of speech names or lacks."""
PAUSES = " ,;:\n\u00a0"
PAIRS = (("“", "”"), ("«", "»"), ("„", "“"), ("(", ")"))
"""Marks that open and close a name inside a source."""
NEAR = 3
"""A quote goes on after its tag, or after one short quote between: no more need be looked back over."""


@define(slots=True)
class Marked:
    """A quote in marks, the number of the roles that decide on it (`None` where none do), the source of the rules."""

    quote: Quote
    owner: int | None
    source: str


def regroup(
    quotes: Sequence[Quote], places: Places, document: Document, pronouns: Container[str], carries: Carries
) -> list[Marked]:
    """Return the direct quotes of the rules, parted where their pieces are two contents of the roles and joined where
    they are one, with the source that the roles name.

    `places` are those of the roles' contents, owned by their numbers. Where `carries` tells that roles only name who
    passes a quote on, its source is the rules'.
    """
    kept: list[Marked] = []
    for quote in quotes:
        for marked in _parted(quote, places, document, carries):
            before = next((each for each in kept[-NEAR:] if each.owner == marked.owner is not None), None)
            answered = before is not kept[-1:][0] and not marked.source if before is not None else False
            if before is None or answered or _are_apart(before, marked, document.text, pronouns):
                kept.append(marked)
            else:
                before.quote = _joined(before.quote, marked.quote, document.text)
    return kept


def _are_apart(first: Marked, second: Marked, text: str, pronouns: Container[str]) -> bool:
    """Tell whether the text itself parts two pieces: by its layout, by two tags that name two speakers, or by a closing
    mark before a new paragraph; one that is to go on there has none."""
    if first.quote.closed and "\n" in text[first.quote.content.end : second.quote.content.start]:
        return True
    named = first.source and second.source and second.source not in pronouns
    return (
        _is_beyond_argument(first.quote)
        or _is_beyond_argument(second.quote)
        or bool(named and first.source != second.source)
    )


def owner_of(span: Span, places: Places) -> int | None:
    """Return whose content holds at least half of a span."""
    shared = places.shared((span,))
    best = max(shared, key=lambda owner: shared[owner], default=None)
    return best if best is not None and shared[best] >= LEAST_SHARE * len(span) else None


def _parted(quote: Quote, places: Places, document: Document, carries: Carries) -> list[Marked]:
    """Part a quote where its pieces have different owners, unless both name the very same words as their source; a
    piece without owner goes with the one before it."""
    roles, source = document.roles or (), quote.source.text.casefold()
    groups: list[tuple[int | None, list[Span]]] = []
    for span in quote.content:
        owner = owner_of(span, places)
        before = groups[-1][0] if groups else None
        if groups and (
            owner is None or before is None or owner == before or _share_source(roles[before], roles[owner])
        ):
            groups[-1] = (owner if before is None else before, [*groups[-1][1], span])
        else:
            groups.append((owner, [span]))
    if len(groups) == 1:
        owner = groups[0][0]
        if owner is not None and not carries(roles[owner], quote):
            quote = _named(quote, roles[owner], document)
        return [Marked(quote, owner, source)]
    return [Marked(_part(quote, spans, owner, document), owner, source) for owner, spans in groups]


def _share_source(first: Roles, second: Roles) -> bool:
    """Tell whether two contents of roles hang on the same words: those of a tag between two pieces of one quote."""
    return first.source is not None and second.source is not None and first.source.overlaps(second.source)


def _part(quote: Quote, spans: Sequence[Span], owner: int | None, document: Document) -> Quote:
    """Return the part of a quote that these pieces are."""
    inner = tuple(each for each in quote.quotes if any(each.content.extent in span for span in spans))
    part = evolve(quote, content=Passage.of(document.text, *spans), quotes=inner)
    roles = document.roles[owner] if owner is not None and document.roles else None
    return part if roles is None else with_source(_unlabelled(part, roles, document.text), roles, document.text)


def _named(quote: Quote, roles: Roles, document: Document) -> Quote:
    """Return a quote with the source of roles, where the rules have none or are less sure of the quote."""
    surer = not _is_beyond_argument(quote) and (not quote.source or roles.confidence > quote.confidence)
    if not surer or (not quote.source and _is_elsewhere(quote, roles, document)):
        return quote
    return with_source(_unlabelled(quote, roles, document.text), roles, document.text)


def _is_elsewhere(quote: Quote, roles: Roles, document: Document) -> bool:
    """Tell whether a source stands in a later paragraph than a quote, or in an earlier one while the quote's own leads
    to a sentence in marks: 'Obi was tired, *she said*.¶ Farmer Ed Hale was blunt. "We are ruined."'."""
    at = bisect_right(document.paragraphs, quote.content.start, key=lambda paragraph: paragraph.start) - 1
    if roles.source is None or at < 0:
        return False
    paragraph = document.paragraphs[at]
    if roles.source.start >= max(paragraph.end, quote.content.end):
        return True
    led_to = _words(document.text[paragraph.start : quote.content.start]) and not quote.content.text[:1].islower()
    return roles.source.end <= paragraph.start and bool(led_to)


def _is_beyond_argument(quote: Quote) -> bool:
    """Tell whether layout or a noun of speech says who speaks and where the quote ends: roles have no say in that."""
    return any(evidence.rule in BEYOND_ARGUMENT for evidence in quote.evidence)


def _unlabelled(quote: Quote, roles: Roles, text: str) -> Quote:
    """Cut off the label that a piece begins with, inside its marks: "MARA DOVIK: The fine is unjust."."""
    spans = tuple(_behind_label(span, roles) for span in quote.content)
    return quote if spans == quote.content.spans else evolve(quote, content=Passage.of(text, *spans))


def _behind_label(span: Span, roles: Roles) -> Span:
    source, start = roles.source, roles.content[0].start
    labelled = source is not None and source.start == span.start and source.end < start < span.end
    return Span(start, span.end) if labelled else span


def _joined(first: Quote, second: Quote, text: str) -> Quote:
    """Return two pieces as one quote, with the source of the first that has one."""
    named = first if first.source else second
    return evolve(
        first,
        content=Passage.of(text, *first.content, *second.content),
        source=named.source,
        cue=named.cue,
        closed=first.closed and second.closed,
        quotes=(*first.quotes, *second.quotes),
        evidence=(*first.evidence, Evidence("content/joined-by-roles", tuple(second.content))),
    )


def with_source(quote: Quote, roles: Roles, text: str) -> Quote:
    """Return a quote with the source and cue of roles, where they name a source outside of the content."""
    if roles.source is None or any(roles.source.overlaps(span) for span in quote.content):
        return quote
    others = tuple(evidence for evidence in quote.evidence if not evidence.rule.startswith("source/"))
    source = closed(trimmed(roles.source, text), text)
    evidence = (*others, Evidence("source/roles", (source,)))
    return evolve(quote, source=Passage.of(text, source), cue=_cue_apart(quote, roles, text), evidence=evidence)


def with_cue(quote: Quote, roles: Roles, text: str, *, unnamed: bool) -> Quote:
    """Return a quote with the cue of roles that name no source; `unnamed` where that has nobody: "was accused of"."""
    evidence = (Evidence(UNNAMED),) if unnamed else ()
    return evolve(quote, cue=_cue_apart(quote, roles, text), evidence=(*quote.evidence, *evidence))


def _cue_apart(quote: Quote, roles: Roles, text: str) -> Passage:
    """Return the cue of roles where it stands outside of the content."""
    apart = roles.cue is not None and not any(roles.cue.overlaps(span) for span in quote.content)
    return Passage.of(text, trimmed(roles.cue, text)) if roles.cue is not None and apart else Passage()


def trimmed(span: Span, text: str) -> Span:
    """Return a span without the space and the pauses at its end.

    >>> trimmed(Span(0, 4), "Obi, said")
    Span(0, 3)
    """
    words = span.of(text)
    kept = words.rstrip(PAUSES)
    return Span(span.start, span.start + len(kept)) if kept else span


def closed(span: Span, text: str) -> Span:
    """Return a span with the mark or bracket behind it that closes one it has: the weekly “Post”, Norva (NRV.L).

    >>> text = "the weekly “Post” writes"
    >>> closed(Span(0, 16), text).of(text)
    'the weekly “Post”'
    """
    words, behind = span.of(text), text[span.end : span.end + 1]
    opened = any(behind == closing and words.count(opening) > words.count(closing) for opening, closing in PAIRS)
    straight = behind == '"' and words.count(behind) % 2 == 1
    return Span(span.start, span.end + 1) if opened or straight else span


def widened(marked: Marked, roles: Roles, text: str, quotations: Places) -> Marked:
    """Widen a fragment in marks to all that was said: 'that it was a "grave and costly" error' is a mixed quote.

    The roles must be sure enough, and hold words outside of all quotations, whose places are given with their marks.
    """
    outside = sum(_words(part.of(text)) for span in roles.content for part in _gaps(span, quotations))
    fragment = marked.quote.content.text[:1].islower() and not marked.quote.quotes
    if not fragment or roles.content_confidence < LEAST_SURE or outside < LEAST_WORDS_OUTSIDE:
        return marked
    evidence = (Evidence("content/roles", roles.content), *marked.quote.evidence[1:])
    content = Passage.of(text, *roles.content)
    quote = evolve(marked.quote, content=content, kind=QuoteKind.MIXED, evidence=evidence)
    return Marked(quote, marked.owner, marked.source)


def _gaps(span: Span, taken: Places) -> Iterator[Span]:
    """Yield the parts of a span that are not taken."""
    at = span.start
    for part, _ in taken.within(span):
        yield Span(at, max(at, part.start))
        at = part.end
    yield Span(at, max(at, span.end))


def _words(text: str) -> int:
    return sum(any(char.isalnum() for char in word) for word in text.split())
