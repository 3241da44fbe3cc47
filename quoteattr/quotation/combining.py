"""Rules and roles argue: which of both decides on a content, a cue and a source, where a document has roles.

Marks are exact, so words in marks are the rules', and roles say whose they are and which belong together. In the
reporter's own words the roles have the content and the source; a rule alone must be sure, and what the text itself
calls unsaid is no quote, however sure the roles are. `python -m evaluation` shows what each of both reaches alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from attrs import define, evolve

from quoteattr.grammar.links import link_paragraphs
from quoteattr.grammar.subjects import BEHIND_SETTING
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import Document, Roles
from quoteattr.model.quotations import Quotation
from quoteattr.model.quotes import Evidence, Quote, QuoteKind
from quoteattr.model.spans import Passage
from quoteattr.quotation.agreement import carries, is_plain, keeps_content, points_away
from quoteattr.quotation.confidence import joint_confidence, name_alike
from quoteattr.quotation.objections import is_refused, stands_alone, takes_over
from quoteattr.quotation.overlaps import Places
from quoteattr.quotation.regrouping import regroup, widened, with_cue, with_source
from quoteattr.quotation.seen import Seen

LEAST_RULE_ALONE = {QuoteKind.DIRECT: 0.0, QuoteKind.MIXED: 0.7, QuoteKind.INDIRECT: 0.85}
"""Confidence from which on a rule alone makes a quote, where the roles see none: marks are evidence of their own."""
LEAST_SPEECH = 0.5
"""Share of speech below which a content was thought, planned or felt."""


def combine(
    quotes: Sequence[Quote], document: Document, quotations: Sequence[Quotation], language: Language
) -> tuple[Quote, ...]:
    """Return the quotes of rules and roles together, disjoint and in the order of the text.

    Without a roles layer these are the rules' quotes. Evidence names who decided.

    >>> from quoteattr.languages import load
    >>> combine((), Document(text="It rained."), (), load("en"))
    ()
    """
    if not document.roles:
        return tuple(quotes)
    return _Argument(document, quotations, language).settle(quotes)


@define(slots=True, init=False)
class _Argument:
    """One document's roles, and the quotes that were settled on."""

    seen: Seen
    language: Language
    document: Document
    roles: tuple[Roles, ...]
    contents: Places
    taken: Places
    kept: list[Quote]

    def __init__(self, document: Document, quotations: Sequence[Quotation], language: Language) -> None:
        self.seen, self.language = Seen(document, quotations, language), language
        links = link_paragraphs(document, language)
        told = (roles for roles in document.roles or () if not any(roles.content[0] in link for link in links))
        self.roles = tuple(map(self.seen.sound, told))
        self.document = evolve(document, roles=self.roles)
        self.contents = Places.of(roles.content for roles in self.roles)
        self.taken, self.kept = Places(), []

    def settle(self, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        """Settle quotations in marks, then what roles tell, then what rules alone tell."""
        direct = [quote for quote in quotes if quote.kind is QuoteKind.DIRECT]
        told = [quote for quote in quotes if quote.kind is not QuoteKind.DIRECT]
        used = self._settle_marked(direct)
        self._settle_told(told, used)
        for quote in told:
            if quote.confidence >= LEAST_RULE_ALONE[quote.kind]:
                self._keep(quote, quote.confidence, None)
        return tuple(sorted(self.kept, key=lambda quote: quote.content.start))

    def _keep(self, quote: Quote, rule: float | None, roles: Roles | None, *, agree: bool = False) -> bool:
        """Keep a quote whose content is free, as sure as rules and roles are together; tell whether it was free."""
        if not self.taken.is_free(quote.content):
            return False
        self.taken.add(quote.content, owner=len(self.kept))
        sure = joint_confidence(rule, roles, direct=quote.kind is QuoteKind.DIRECT, agree=agree)
        self.kept.append(evolve(quote, confidence=round(sure, 4)))
        return True

    def _keep_plain(self, quote: Quote) -> None:
        """Keep a quote of the rules whose content is free, as sure as its rule is."""
        if self.taken.is_free(quote.content):
            self.taken.add(quote.content, owner=len(self.kept))
            self.kept.append(quote)

    def _settle_marked(self, direct: Sequence[Quote]) -> set[int]:
        """Keep the quotations in marks; return the roles that decided on them."""
        found = regroup(direct, self.contents, self.document, self.language.pronouns, partial(carries, self.seen))
        for marked in found:
            rule, roles = marked.quote.confidence, None if marked.owner is None else self.roles[marked.owner]
            wider = marked
            if roles is not None:
                wider = widened(marked, self.seen.snapped(roles), self.document.text, self.seen.outers)
            if not self._keep(wider.quote, rule, roles):
                self._keep(marked.quote, rule, roles)
        return {marked.owner for marked in found if marked.owner is not None}

    def _settle_told(self, told: Sequence[Quote], used: set[int]) -> None:
        """Keep what the roles tell outside of those quotations, with what rules say of the same words."""
        places = Places.of(quote.content for quote in told)
        sources = Places.of(quote.source for quote in told)
        cues = Places.of(quote.cue for quote in told)
        spoken: set[int] = set()
        for number, roles in enumerate(self.roles):
            if number in used:
                continue
            partner = _partner(roles, told, places)
            if partner is None and (sources.holds(roles.content) or not stands_alone(self.seen, roles)):
                continue
            if partner is None and takes_over(self.seen, roles, told, cues):
                continue
            if partner is not None and is_refused(self.seen, roles, told[partner]):
                continue
            rule = None if partner is None or partner in spoken else told[partner]
            if rule is not None and is_plain(self.seen, roles, rule):
                self._keep_plain(rule)
                continue
            sure = rule.confidence if rule is not None else None
            agree = rule is not None and name_alike(rule.source, roles)
            quote = self._told(self.seen.snapped(roles), rule, whole=rule is not None and self._is_cut(number, rule))
            if self._keep(quote, sure, roles, agree=agree) and partner is not None:
                spoken.add(partner)

    def _is_cut(self, number: int, rule: Quote) -> bool:
        """Tell whether roles cut a content of rules in two, with one cue: told us *it was old* and *it would go*."""
        roles = self.roles[number]
        beside = (*self.roles[max(0, number - 1) : number], *self.roles[number + 1 : number + 2])
        others = [other for other in beside if other.cue is not None and other.cue == roles.cue]
        whole = rule.content.extent
        both = [other for other in others if all(span in whole for span in (*other.content, *roles.content))]
        return any(self.seen.are_joined(*sorted((other.content[0], roles.content[0]))) for other in both)

    def _told(self, roles: Roles, rule: Quote | None, *, whole: bool = False) -> Quote:
        """Make the quote of roles; `rule` is what the rules found in the same place, and has the `whole` content."""
        text = self.document.text
        whole = rule is not None and (whole or keeps_content(self.seen, rule, roles))
        content = rule.content if whole and rule is not None else Passage.of(text, *roles.content)
        made = Quote(
            content=content,
            kind=rule.kind if whole and rule is not None else self.seen.kind(roles.content),
            attitude=roles.speech < LEAST_SPEECH,
            evidence=(Evidence("content/roles", roles.content),),
        )
        if rule is not None:
            known = _with_rule(made, rule)
            return known if points_away(self.seen, roles, rule) else _with_both(known, rule, roles, text)
        entry = self.seen.entry(roles)
        if entry is not None:
            made = evolve(made, polarity=entry.polarity, stance=entry.stance)
        if roles.source is None:
            return with_cue(made, roles, text, unnamed=self.seen.is_passive(roles))
        return with_source(made, roles, text)


def _with_rule(made: Quote, rule: Quote) -> Quote:
    """Return a quote of roles with what the rules know of it."""
    return evolve(
        made,
        source=rule.source,
        cue=rule.cue,
        closed=rule.closed,
        attitude=False,
        polarity=rule.polarity,
        stance=rule.stance,
        quotes=tuple(quote for quote in rule.quotes if any(quote.content.extent in span for span in made.content)),
        evidence=(*made.evidence, *rule.evidence),
    )


def _with_both(made: Quote, rule: Quote, roles: Roles, text: str) -> Quote:
    """Return a quote whose source the roles name; where it is the rules' one, their cue stays, and where the roles take
    the cue for the first word of the source ("bet the barber") or see no cue at all, so does their source."""
    if roles.source is None or (rule.source and (roles.source.start == rule.cue.start or roles.cue is None)):
        return made
    if roles.source.end <= rule.cue.start and rule.is_unnamed:
        return made  # "jury told": the jury heard it
    if any(evidence.rule == f"source/{BEHIND_SETTING}" for evidence in rule.evidence):
        return made  # "in the north villagers say": not "the north villagers"
    shared = any(evidence.rule == "source/shared-subject" for evidence in rule.evidence)
    if shared and rule.source.start == roles.source.start and rule.source.end < roles.source.end:
        return made  # "*the board* sued Tarvo, accusing it of greed"
    named = with_source(made, roles, text)
    same = any(roles.source.overlaps(span) for span in rule.source)
    nearer = roles.cue is not None and rule.cue.end <= roles.cue.start < roles.cue.end <= named.content.start
    return evolve(named, cue=rule.cue) if same and rule.cue and not nearer else named  # "a study published ... *found*"


def _partner(roles: Roles, told: Sequence[Quote], places: Places) -> int | None:
    """Return the number of the rules' quote that shares most with the content of roles, of the sum of both."""
    shared = places.shared(roles.content)
    length = sum(map(len, roles.content))

    def likeness(number: int) -> float:
        return shared[number] / (length + sum(map(len, told[number].content)) - shared[number])

    return max(shared, key=likeness, default=None)
