"""Rules and roles argue: which of both decides on a content, a cue and a source, where a document has roles.

Marks are exact, so words in marks are the rules', and roles say whose they are and which belong together. In the
reporter's own words the roles have the content and the source; a rule alone must be sure, and what the text itself
calls unsaid is no quote, however sure the roles are. `python -m evaluation` shows what each of both reaches alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, evolve

from quoteattr.grammar.parties import is_party
from quoteattr.grammar.words import Words, words_of
from quoteattr.languages.lexicon import CueClass, CueEntry, Frame, Language
from quoteattr.model.documents import Document, Roles, Tag
from quoteattr.model.quotations import Quotation
from quoteattr.model.quotes import Evidence, Quote, QuoteKind
from quoteattr.model.spans import Passage, Span
from quoteattr.quotation.complements import is_utterance
from quoteattr.quotation.confidence import joint_confidence
from quoteattr.quotation.credits import BY_OBJECT
from quoteattr.quotation.overlaps import Places
from quoteattr.quotation.regrouping import regroup, trimmed, widened, with_cue, with_source
from quoteattr.quotation.unsaid import is_unsaid

LEAST_ALONE = 0.5
"""Confidence in a content from which on roles alone make a quote."""
LEAST_RULE_ALONE = {QuoteKind.DIRECT: 0.0, QuoteKind.MIXED: 0.7, QuoteKind.INDIRECT: 0.85}
"""Confidence from which on a rule alone makes a quote, where the roles see none: marks are evidence of their own."""
SUBJECT_BEFORE = frozenset((Tag.AUX, Tag.VERB, Tag.PUNCT))
"""Tags behind a "that" which is itself the subject."""
CLAUSES = frozenset(("content/bare-clause", "content/that-clause"))
"""Rules for a whole clause, which has a subject and its verb."""
AFTER_SUBJECT = frozenset((Tag.AUX, Tag.VERB, Tag.NOUN, Tag.ADP, Tag.ADV))
"""Tags behind a word that was taken for a verb and begins the clause: "cuts on this scale", "leaving now would"."""
EXACT = frozenset(("content/quoted-as-saying",))
"""Rules whose form of words leaves no doubt who speaks: "B was quoted by A as saying"."""
ACCUSING = frozenset((Frame.OF, Frame.FOR))
"""Frames of verbs that say what somebody is accused of, blamed or criticised for."""
FINITE = frozenset((Tag.VERB, Tag.AUX))
LONGEST_OPENER = 5
"""Characters of the word that opens a clause: "that "."""
MOST_POINTED_AT = 3
"""Words of a content in which "that" points at a noun: longer ones are clauses."""
LONGEST_ASIDE = 30
"""Characters looked at for words that cite."""
MOST_BETWEEN = 2
"""Characters by which edges that are the same may differ: a mark, a comma."""
LONGEST_HEARER = 12
"""Words for whom something was told to, with their relative clause."""
LONGEST_PAUSE = 20
"""Characters between a source and its cue: an auxiliary, an adverb, a comma."""
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
    """One document's roles and quotations, and the quotes that were settled on."""

    document: Document
    language: Language
    roles: tuple[Roles, ...]
    contents: Places
    marks: Places
    outers: Places
    quotations: Sequence[Quotation]
    words: Words
    taken: Places
    kept: list[Quote]

    def __init__(self, document: Document, quotations: Sequence[Quotation], language: Language) -> None:
        self.document, self.language, self.quotations = document, language, quotations
        self.words = words_of(document.language)
        self.marks = Places.of(quotation.spans for quotation in quotations)
        self.roles = tuple(self._within_tag(self._with_noun_phrase(roles)) for roles in document.roles or ())
        self.contents = Places.of(roles.content for roles in self.roles)
        self.outers = Places.of((quotation.outer,) for quotation in quotations)
        self.taken, self.kept = Places(), []

    def _within_tag(self, roles: Roles) -> Roles:
        """Return roles without what the reporter says in the sentence after a tag: "It fell, he said. *It rained.*" """
        first, *later = roles.content
        if not later or roles.cue is None or roles.cue.start < first.start:
            return roles
        told = self._sentence_at(roles.cue.start)
        kept = [span for span in later if self._sentence_at(span.start) <= told or self.marks.shared((span,))]
        return evolve(roles, content=(first, *kept))

    def _with_noun_phrase(self, roles: Roles) -> Roles:
        """Return roles whose source ends before an auxiliary: *Ms Obi* had; a relative clause may have one."""
        if roles.source is None:
            return roles
        tokens, tags = self.document.tokens, self.document.tags or ()
        first, last = (
            bisect_left(tokens, at, key=lambda token: token.start) for at in (roles.source.start, roles.source.end)
        )
        for at in range(first, min(last, len(tags))):
            if tokens[at].of(self.document.text).casefold() in self.words.clause_relatives:
                return roles
            if tags[at] is Tag.AUX and at > first:
                return evolve(roles, source=Span(roles.source.start, tokens[at - 1].end))
        return roles

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

    def _keep(self, quote: Quote, rule: float | None, roles: Roles | None) -> bool:
        """Keep a quote whose content is free, as sure as rules and roles are together; tell whether it was free."""
        if not self.taken.is_free(quote.content):
            return False
        self.taken.add(quote.content, owner=len(self.kept))
        sure = joint_confidence(rule, roles, direct=quote.kind is QuoteKind.DIRECT)
        self.kept.append(evolve(quote, confidence=round(sure, 4)))
        return True

    def _keep_plain(self, quote: Quote) -> None:
        """Keep a quote of the rules whose content is free, as sure as its rule is."""
        if self.taken.is_free(quote.content):
            self.taken.add(quote.content, owner=len(self.kept))
            self.kept.append(quote)

    def _settle_marked(self, direct: Sequence[Quote]) -> set[int]:
        """Keep the quotations in marks; return the roles that decided on them."""
        found = regroup(direct, self.contents, self.document, self.language.pronouns, self._carries)
        for marked in found:
            rule, roles = marked.quote.confidence, None if marked.owner is None else self.roles[marked.owner]
            wider = marked
            if roles is not None:
                wider = widened(marked, self._snapped(roles), self.document.text, self.outers)
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
            if partner is None and (sources.holds(roles.content) or not self._stands_alone(roles)):
                continue
            if partner is None and self._takes_over(roles, told, cues):
                continue
            if partner is not None and self._is_refused(roles, told[partner]):
                continue
            rule = None if partner is None or partner in spoken else told[partner]
            if rule is not None and self._is_plain(roles, rule):
                self._keep_plain(rule)
                continue
            sure = rule.confidence if rule is not None else None
            if self._keep(self._told(self._snapped(roles), rule), sure, roles) and partner is not None:
                spoken.add(partner)

    def _is_plain(self, roles: Roles, rule: Quote) -> bool:
        """Tell whether the form of words leaves no doubt that A passes on what B said, so that the rules have it alone.

        "According to A, B said that ...", "B said that ..., A writes", "B was quoted by A as saying that ...".
        """
        exact = rule.evidence[0].rule in EXACT
        return exact or self._carries(roles, rule) or _relays(rule, roles) or _tells_whole(roles, rule)

    def _stands_alone(self, roles: Roles) -> bool:
        """Tell whether roles make a quote where rules see none: sure enough, of somebody or with a cue, and said."""
        if self._is_cited(roles) or self._is_frame(roles) or self._is_dummy(roles):
            return False
        named = roles.source is not None or (roles.cue is not None and not self._is_hearsay(roles))
        return named and roles.content_confidence >= LEAST_ALONE and not is_unsaid(roles, self.document)

    def _is_cited(self, roles: Roles) -> bool:
        """Tell whether a content is whom a teller cites: a party right behind "citing"."""
        if roles.cue is None or not 0 < roles.content[0].start - roles.cue.end <= 1:
            return False
        if not is_party(roles.content[0].of(self.document.text), self.language):
            return False
        return roles.cue.of(self.document.text).casefold() in self.language.roles.words.get("citing", ())

    def _is_refused(self, roles: Roles, rule: Quote) -> bool:
        """Tell whether roles have a refusal for their cue, and the rules another verb: confirmed it *but declined to say
        when*."""
        other = roles.cue is not None and bool(rule.cue) and not any(roles.cue.overlaps(span) for span in rule.cue)
        return other and is_unsaid(roles, self.document)

    def _is_dummy(self, roles: Roles) -> bool:
        """Tell whether source or content is a word that names nothing: "according to *plan*", "as she put *it*"."""
        cue = roles.cue.of(self.document.text).casefold() if roles.cue is not None else ""
        if roles.source is None and any(cue == entry.text for entry in self.language.phrases):
            return True
        if cue not in self.language.word_class("wording_verbs"):
            return False
        return len(roles.content) == 1 and roles.content[0].of(self.document.text).casefold() in self.words.dummies

    def _takes_over(self, roles: Roles, told: Sequence[Quote], cues: Places) -> bool:
        """Tell whether roles take the words before a cue for a content, where the rules have another of the same cue:
        "*The plan*, which critics called “a farce”", "*rates fell*, its head promised that ..."; or a verb without its
        subject where the cue is a noun: "City's title hopes *were over*"."""
        if roles.cue is None or len(roles.content) > 1:
            return False
        if roles.content[0].end < roles.cue.start:
            others = [told[number].evidence[0].rule for number in cues.shared((roles.cue,))]
            return "content/that-clause" in others or (bool(others) and not self._has_verb(roles.content[0]))
        at = bisect_left(self.document.tokens, roles.content[0].start, key=lambda token: token.start)
        entry, tags = self._entry(roles), self.document.tags or ()
        bare = entry is not None and entry.cue_class is CueClass.THINK and tags[at : at + 1] == (Tag.AUX,)
        return bare and roles.content[0].start == roles.cue.end + 1

    def _is_frame(self, roles: Roles) -> bool:
        """Tell whether a content is what the source did as it spoke: "*Sentencing him*, the judge said:"."""
        content, source = roles.content[-1], roles.source
        if source is None or len(roles.content) > 1 or not 0 < source.start - content.end <= 2:
            return False
        if roles.cue is None or not any(roles.cue.overlaps(span) for quote in self.kept for span in quote.cue):
            return False
        tokens, tags = self.document.tokens, self.document.tags or ()
        first, last = (bisect_left(tokens, at, key=lambda token: token.start) for at in (content.start, content.end))
        gerund = tokens[first].of(self.document.text).casefold().endswith(self.words.gerund_endings)
        gerund = gerund and tags[first : first + 1] == (Tag.VERB,)
        return gerund and Tag.AUX not in tags[first:last] and Tag.VERB not in tags[first + 1 : last]

    def _cites(self, rule: Quote, roles: Roles) -> bool:
        """Tell whether roles take an aside on whose words it has into a content: "*in the words of Obi*, it rained"."""
        start, end = roles.content[0].start, rule.content.start
        same = rule.content.end == roles.content[-1].end and start < end
        asides = tuple(sorted(self.language.roles.words.get("citing", ())))
        if same and self.document.text[max(0, start - LONGEST_ASIDE) : start].rstrip().casefold().endswith(asides):
            return True  # "reported citing *officials that* it rained"
        words = self.document.text[start:end].casefold().replace(",", " ").split()
        opened = bool(words) and words[0] in self.words.complementisers
        aside = " ".join(words[opened:])
        return same and aside.startswith(asides)

    def _loses_verb(self, rule: Quote, roles: Roles) -> bool:
        """Tell whether roles end behind the subject of the rules' clause: *the plan*, which leaked, would change."""
        first, last = roles.content[0], roles.content[-1]
        if rule.evidence[0].rule not in CLAUSES or self.document.text[last.end : last.end + 1] != ",":
            return False
        begins = abs(first.start - rule.content.start) <= LONGEST_OPENER and last.end < rule.content.end
        relative = self.document.text[last.end + 1 : rule.content.end].split(maxsplit=1)[:1]
        hangs = bool(relative) and relative[0].casefold() in self.words.noun_relatives
        closing = self.document.text.find(",", last.end + 1, rule.content.end)
        if not begins or not hangs or closing < 0 or self._has_verb(first):
            return False
        behind = bisect_right(self.document.tokens, closing, key=lambda token: token.start)
        return not FINITE.isdisjoint((self.document.tags or ())[behind : behind + 1])

    def _has_verb(self, span: Span) -> bool:
        tokens, tags = self.document.tokens, self.document.tags or ()
        first, last = (bisect_left(tokens, at, key=lambda token: token.start) for at in (span.start, span.end))
        return not FINITE.isdisjoint(tags[first:last])

    def _points_away(self, roles: Roles, rule: Quote) -> bool:
        """Tell whether the rules name a source in the content's own sentence, and source or cue of the roles stand in
        another one."""
        if not rule.source or not rule.cue or roles.source is None:
            return False
        own = self._sentence_at(roles.content[0].start)
        pointed = {self._sentence_at(part.start) for part in (roles.source, roles.cue) if part is not None}
        return pointed != {own} and own == self._sentence_at(rule.source.start)

    def _sentence_at(self, offset: int) -> int:
        return bisect_right(self.document.sentences, offset, key=lambda sentence: sentence.start)

    def _is_hearsay(self, roles: Roles) -> bool:
        """Tell whether a cue says that something is said, and not by whom: "was said", "is believed".

        An accusation is news whoever makes it: "was accused of theft".
        """
        entry = self._entry(roles)
        accuses = entry is not None and entry.cue_class is CueClass.JUDGE and not ACCUSING.isdisjoint(entry.frames)
        return self._is_passive(roles) and not accuses

    def _is_passive(self, roles: Roles) -> bool:
        """Tell whether a form of "be" stands in a cue or right before it."""
        if roles.cue is None:
            return False
        start = self.document.text.rfind(" ", 0, max(0, roles.cue.start - 1)) + 1
        words = self.document.text[start : roles.cue.end].casefold().split()
        return not self.words.forms_of_be.isdisjoint(words)

    def _carries(self, roles: Roles, rule: Quote) -> bool:
        """Tell whether a phrase such as "according to" passes on a report of the rules, source and cue included."""
        words = roles.cue.of(self.document.text).casefold() if roles.cue is not None else ""
        if not rule.source or not rule.cue or not any(words == entry.text for entry in self.language.phrases):
            return False
        if roles.source is not None and roles.source.start < rule.source.start and rule.source.end <= rule.cue.start:
            by_object = rule.evidence[0].rule.removeprefix("content/") in BY_OBJECT
            return rule.cue.end <= rule.content.start and not by_object  # "According to A, B said that ..."
        return all(any(part.extent in span for span in roles.content) for part in (rule.source, rule.cue))

    def _told(self, roles: Roles, rule: Quote | None) -> Quote:
        """Make the quote of roles; `rule` is what the rules found in the same place."""
        text = self.document.text
        whole = rule is not None and any(
            holds(rule, roles) for holds in (_names_hearer, _goes_on, _swallows, self._cites, self._loses_verb)
        )
        content = rule.content if whole and rule is not None else Passage.of(text, *roles.content)
        made = Quote(
            content=content,
            kind=self._kind(roles.content),
            attitude=roles.speech < LEAST_SPEECH,
            evidence=(Evidence("content/roles", roles.content),),
        )
        if rule is not None:
            known = _with_rule(made, rule)
            return known if self._points_away(roles, rule) else _with_both(known, rule, roles, text)
        entry = self._entry(roles)
        if entry is not None:
            made = evolve(made, polarity=entry.polarity, stance=entry.stance)
        if roles.source is None:
            return with_cue(made, roles, text, unnamed=self._is_passive(roles))
        return with_source(made, roles, text)

    def _entry(self, roles: Roles) -> CueEntry | None:
        """Return the entry of the verb in a cue."""
        words = roles.cue.of(self.document.text).casefold().split() if roles.cue is not None else ()
        return next((self.language.cues[word] for word in words if word in self.language.cues), None)

    def _snapped(self, roles: Roles) -> Roles:
        """Return roles whose content cuts no quotation: one that is half inside is wholly inside, or else outside."""
        whole = tuple(self._whole(roles.content))
        opened = (self._opened(self._behind_hearer(whole[0], roles.cue)), *whole[1:]) if whole else ()
        spans = tuple(trimmed(span, self.document.text) for span in opened)
        return evolve(roles, content=spans) if spans else roles

    def _behind_hearer(self, span: Span, cue: Span | None) -> Span:
        """Return a content without whom it was told to: informed *his guest that* it rained."""
        text, tokens = self.document.text, self.document.tokens
        entry = self.language.cues.get(cue.of(text).casefold()) if cue is not None else None
        if cue is None or entry is None or Frame.HEARER_CLAUSE not in entry.frames or span.start - cue.end > 1:
            return span
        first = bisect_left(tokens, span.start, key=lambda token: token.start)
        relative = False
        for at in range(first, min(first + LONGEST_HEARER, len(tokens) - 1)):
            word, tag = tokens[at].of(text).casefold(), (self.document.tags or (Tag.X,) * len(tokens))[at]
            if at > first and word in self.words.complementisers:
                return Span(tokens[at + 1].start, span.end) if tokens[at + 1].start < span.end else span
            relative = relative or word in self.words.person_relatives
            if (tag in FINITE and not relative) or word in (",", ";", ":"):
                return span
        return span

    def _opened(self, span: Span) -> Span:
        """Return a content without the word that only opens its clause: said *that* it rained, but not "that is so"."""
        tokens, tags = self.document.tokens, self.document.tags or ()
        at = bisect_left(tokens, span.start, key=lambda token: token.start)
        opener = at + 1 < len(tags) and tokens[at].of(self.document.text).casefold() in self.words.complementisers
        subject = at + 2 < len(tags) and tags[at + 1] is Tag.VERB and tags[at + 2] in AFTER_SUBJECT  # "talks had"
        if not opener or (tags[at + 1] in SUBJECT_BEFORE and not subject) or tokens[at + 1].start >= span.end:
            return span
        if tags[at + 1] is Tag.NOUN and len(span.of(self.document.text).split()) <= MOST_POINTED_AT:
            return span  # "dismissed that claim"
        return Span(tokens[at + 1].start, span.end)

    def _whole(self, spans: Iterable[Span]) -> Iterator[Span]:
        for span in spans:
            start, end = span.start, span.end
            for part, owner in self.outers.within(span):
                outer = self.quotations[owner].outer
                if part == outer or (len(part) == len(span) and any(span in each for each in self._inner(owner))):
                    continue
                if 2 * len(part) >= len(outer):
                    start, end = min(start, outer.start), max(end, outer.end)
                elif outer.start < span.start:
                    start = max(start, outer.end)
                else:
                    end = min(end, outer.start)
            start += len(self.document.text[start:end]) - len(self.document.text[start:end].lstrip())
            if start < end:
                yield Span(start, end)

    def _inner(self, owner: int) -> tuple[Span, ...]:
        return self.quotations[owner].spans

    def _kind(self, content: Sequence[Span]) -> QuoteKind:
        """Tell how a content is reported by the marks in it."""
        inside = sum(self.marks.shared(content).values())
        if not inside:
            return QuoteKind.INDIRECT
        words = " ".join(span.of(self.document.text) for span in content)
        whole = all(self._is_quotation(span) for span in content)
        return QuoteKind.DIRECT if whole and is_utterance(words) else QuoteKind.MIXED

    def _is_quotation(self, span: Span) -> bool:
        """Tell whether a span is a quotation with its marks, or lies in one."""
        found = self.outers.shared((span,))
        return any(shared == len(span) for shared in found.values())


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
    named = with_source(made, roles, text)
    same = any(roles.source.overlaps(span) for span in rule.source)
    nearer = roles.cue is not None and rule.cue.end <= roles.cue.start < roles.cue.end <= named.content.start
    return evolve(named, cue=rule.cue) if same and rule.cue and not nearer else named  # "a study published ... *found*"


def _relays(rule: Quote, roles: Roles) -> bool:
    """Tell whether a content is nothing but source, cue and content of a quote: "*B said that it rained*, A writes"."""
    inner = rule.relayed
    if inner is not None and inner.cue.start >= inner.content.end:
        both = (*inner.source, *rule.source)  # "said *Obi, a lawyer who funds projects*": one source, and no carrier
        one = roles.source is not None and all(roles.source.overlaps(span) for span in both)
        return not one and inner.content.start - rule.content.start <= 1
    if inner is None or len(rule.content.spans) > 1 or inner.source.end > inner.cue.start:
        return False
    inside = all(part.extent in rule.content.extent for part in (inner.source, inner.cue))
    return inside and inner.source.start == rule.content.start and inner.cue.start - inner.source.end <= LONGEST_PAUSE


def _tells_whole(roles: Roles, rule: Quote) -> bool:
    """Tell whether the content of roles is source, cue and content of the rules, and its own tag stands behind them:
    "*B called it “a farce,”* A reported"."""
    if len(roles.content) > 1 or roles.cue is None or not (rule.source and rule.cue):
        return False
    (whole,) = roles.content
    in_order = rule.source.end <= rule.cue.start <= rule.content.start and whole.end <= roles.cue.start
    edges = abs(rule.source.start - whole.start), abs(rule.content.end - whole.end)
    return in_order and max(edges) <= MOST_BETWEEN


def _names_hearer(rule: Quote, roles: Roles) -> bool:
    """Tell whether the rules' content is that of roles and whom it was asked of: "asked *the council to repair it*"."""
    asked = rule.evidence[0].rule == "content/hearer-and-infinitive"
    return asked and roles.content[-1].end == rule.content.end and rule.content.start < roles.content[0].start


def _swallows(rule: Quote, roles: Roles) -> bool:
    """Tell whether a content of roles, which name no source, holds source and cue of the rules: "*A: I said so*"."""
    parts = [part.extent for part in (rule.source, rule.cue) if part]
    return bool(parts) and roles.source is None and all(any(part in span for span in roles.content) for part in parts)


def _goes_on(rule: Quote, roles: Roles) -> bool:
    """Tell whether roles hold one of the two parts around a tag: "*The mill*, he said, *had burned*"."""
    around = rule.evidence[0].rule == "content/clause-around-tag"
    return around and len(roles.content) == 1 and any(roles.content[0].overlaps(span) for span in rule.content)


def _partner(roles: Roles, told: Sequence[Quote], places: Places) -> int | None:
    """Return the number of the rules' quote that shares most with the content of roles, of the sum of both."""
    shared = places.shared(roles.content)
    length = sum(map(len, roles.content))

    def likeness(number: int) -> float:
        return shared[number] / (length + sum(map(len, told[number].content)) - shared[number])

    return max(shared, key=likeness, default=None)
