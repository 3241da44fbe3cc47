"""A text as its roles are to be read: edges that snap to marks and to phrases, and what stands around a role."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import define, evolve

from quoteattr.grammar.openings import opening_end, slug_end
from quoteattr.grammar.words import Words, words_of
from quoteattr.languages.lexicon import CueEntry, Frame, Language
from quoteattr.model.documents import ADP, ADV, AUX, DET, FINITE, NOUN, PROPN, PUNCT, VERB, Document, Roles, X
from quoteattr.model.quotations import Quotation
from quoteattr.model.quotes import QuoteKind
from quoteattr.model.spans import Span
from quoteattr.quotation.complements import is_utterance
from quoteattr.quotation.headlines import is_topic
from quoteattr.quotation.names_in_marks import is_name_in_marks
from quoteattr.quotation.overlaps import Places
from quoteattr.quotation.regrouping import trimmed
from quoteattr.quotation.role_edges import (
    behind_adverb,
    behind_manner,
    parted,
    with_apposition,
    with_whole_source,
    without_tail,
)

SUBJECT_BEFORE = frozenset((AUX, VERB, PUNCT))
"""Tags behind a "that" which is itself the subject."""
AFTER_SUBJECT = frozenset((AUX, VERB, NOUN, ADP, ADV))
"""Tags behind a word that was taken for a verb and begins the clause: "cuts on this scale", "leaving now would"."""
MOST_JOINING = 3
"""Words between two clauses that are one content: he said it was old *and would ask* them to go."""
OBJECTS = frozenset((DET, NOUN, PROPN))
"""Tags of what begins the object of a verb."""
MOST_POINTED_AT = 3
"""Words of a content in which "that" points at a noun: longer ones are clauses."""
LONGEST_HEARER = 12
"""Words for whom something was told to, with their relative clause."""


@define(slots=True, init=False)
class Seen:
    """One document with its quotations; every method takes roles or spans of it, and changes nothing."""

    document: Document
    language: Language
    words: Words
    quotations: Sequence[Quotation]
    marks: Places
    outers: Places

    def __init__(self, document: Document, quotations: Sequence[Quotation], language: Language) -> None:
        self.document, self.language, self.quotations = document, language, quotations
        self.words = words_of(document.language)
        self.marks = Places.of(quotation.spans for quotation in quotations)
        self.outers = Places.of((quotation.outer,) for quotation in quotations)

    def sound(self, roles: Roles) -> Roles:
        """Return roles without what grammar takes back: a dateline or a verb in a source, narration behind a tag."""
        told = self._with_noun_phrase(self._without_label(roles))
        return self._within_tag(with_whole_source(told, self.document))

    def _without_label(self, roles: Roles) -> Roles:
        """Return roles without a source that is where a story was written ("*LUCKNAPUR*: The court"), or its topic."""
        text, paragraphs, source = self.document.text, self.document.paragraphs, roles.source
        at = bisect_right(paragraphs, source.start, key=lambda paragraph: paragraph.start) - 1 if source else -1
        if source is None or at < 0:
            return roles
        dateline, slug = source.end <= opening_end(text, paragraphs[at], self.language), slug_end(text, paragraphs[at])
        labels = text[source.end : source.end + 1] == ":" and source.start == paragraphs[at].start
        topic = labels and is_topic(source.of(text).casefold().split(), self.language)
        if source.start < slug < source.end:
            return evolve(roles, source=Span(slug, source.end))  # "UPDATE 2-*Regulator*"
        return evolve(roles, source=None, cue=None) if dateline or topic else roles

    def _within_tag(self, roles: Roles) -> Roles:
        """Return roles without what the reporter says in the sentence after a tag: "It fell, he said. *It rained.*" """
        first, *later = roles.content
        if roles.cue is not None and roles.cue.end <= first.start:
            return self._within_sentence(roles)
        if not later or roles.cue is None:
            return roles
        told = self.sentence_at(roles.cue.start)
        kept = [span for span in later if self.sentence_at(span.start) <= told or self.marks.shared((span,))]
        return evolve(roles, content=(first, *kept))

    def _within_sentence(self, roles: Roles) -> Roles:
        """Return roles without the next sentence, where a phrase passes them on: *According to* Obi, it fell. | *It was
        late.*"""
        words = roles.cue.of(self.document.text).casefold() if roles.cue is not None else ""
        passed_on = words in self.language.roles.words.get("citing", ()) or any(
            words == phrase.text for phrase in self.language.phrases
        )
        if not passed_on or self.marks.shared(roles.content):
            return roles
        at = self.sentence_at(roles.content[0].start) - 1
        end = self.document.sentences[at].end if at >= 0 else roles.content[-1].end
        kept = tuple(Span(s.start, min(s.end, end)) for s in roles.content if s.start < end)
        return evolve(roles, content=kept) if kept else roles

    def _with_noun_phrase(self, roles: Roles) -> Roles:
        """Return roles whose source ends before its verb: *Ms Obi* had; a relative clause may have one."""
        if roles.source is None:
            return roles
        tokens, tags = self.document.tokens, self.document.tags or ()
        first, last = (
            bisect_left(tokens, at, key=lambda token: token.start) for at in (roles.source.start, roles.source.end)
        )
        for at in range(first, min(last, len(tags))):
            if tokens[at].of(self.document.text).casefold() in self.words.clause_relatives:
                return roles
            if at > first and (tags[at] is AUX or (at < last - 1 and self._takes_object(at))):
                return evolve(roles, source=Span(roles.source.start, tokens[at - 1].end))
        verb = last - 1 if tags[last - 2 : last] == (PROPN, VERB) else 0
        if verb > first and tokens[verb].of(self.document.text).casefold() in self.language.cues:
            return evolve(roles, source=Span(roles.source.start, tokens[verb - 1].end))
        return roles

    def _takes_object(self, at: int) -> bool:
        """Tell whether a token is a verb in the third person with its object: *Regulator* sues Tarvo, calls it bad."""
        tags = self.document.tags or ()
        low = self.document.tokens[at].of(self.document.text).casefold()
        finite = tags[at] is VERB and self.language.verbs.get(low) == 1 and low not in self.language.nouns
        return finite and tags[at + 1 : at + 2] != () and tags[at + 1] in OBJECTS

    def snapped(self, roles: Roles) -> Roles:
        """Return roles whose content cuts no quotation: one that is half inside is wholly inside, or else outside."""
        whole = tuple(self._whole(roles.content))
        first = self._behind_hearer(whole[0], roles.cue) if whole else None
        if first is None:
            return roles
        told = behind_adverb(behind_manner(first, roles.cue, self.document), roles.cue, self.document)
        clauses = (part for span in (self._opened(told), *whole[1:]) for part in self._parted(span, roles))
        spans = tuple(trimmed(without_tail(span, self.document), self.document.text) for span in clauses)
        if roles.cue is not None and spans and roles.cue.end <= spans[0].start and not self.marks.shared(spans):
            spans = (*spans[:-1], with_apposition(spans[-1], self.document, self.language))
        return evolve(roles, content=spans) if spans else roles

    def _parted(self, span: Span, roles: Roles) -> Iterator[Span]:
        """Yield the clauses of a content behind its cue; words in marks stay whole, as they are somebody's own."""
        told = roles.cue is not None and roles.cue.end <= roles.content[0].start
        parts = tuple(parted(span, self.document)) if told else (span,)
        joints = tuple(Span(first.end, second.start) for first, second in pairwise(parts))
        yield from (span,) if joints and self.outers.shared(joints) else parts

    def _behind_hearer(self, span: Span, cue: Span | None) -> Span:
        """Return a content without whom it was told to: informed *his guest that* it rained."""
        text, tokens = self.document.text, self.document.tokens
        entry = self.language.cues.get(cue.of(text).casefold()) if cue is not None else None
        if cue is None or entry is None or Frame.HEARER_CLAUSE not in entry.frames or span.start - cue.end > 1:
            return span
        first = bisect_left(tokens, span.start, key=lambda token: token.start)
        pronoun = self.language.pronouns.get(tokens[first].of(text).casefold())
        behind = tokens[first + 1].of(text).casefold() if first + 1 < len(tokens) else ""
        if pronoun is not None and pronoun.case == "object" and behind not in self.words.infinitive_marks:
            return (
                Span(tokens[first + 1].start, span.end) if tokens[first + 1].end < span.end else span
            )  # told *them* it
        relative = False
        for at in range(first, min(first + LONGEST_HEARER, len(tokens) - 1)):
            word, tag = tokens[at].of(text).casefold(), (self.document.tags or (X,) * len(tokens))[at]
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
        if tokens[at : at + 1] and tokens[at].of(self.document.text).casefold() in self.words.forms_of_be:
            at += 1  # "what she did say *was that* it rained"
        opener = at + 1 < len(tags) and tokens[at].of(self.document.text).casefold() in self.words.complementisers
        subject = at + 2 < len(tags) and tags[at + 1] is VERB and tags[at + 2] in AFTER_SUBJECT  # "talks had"
        if opener and tokens[at + 1].of(self.document.text) == "," and at + 2 < len(tags):
            at += 1  # "said that, apart from that, ..."
        elif not opener or (tags[at + 1] in SUBJECT_BEFORE and not subject and not self._begins_fragment(at + 1, span)):
            return span
        if tokens[at + 1].start >= span.end:
            return span
        if tags[at + 1] is NOUN and len(span.of(self.document.text).split()) <= MOST_POINTED_AT:
            return span  # "dismissed that claim"
        return Span(tokens[at + 1].start, span.end)

    def _begins_fragment(self, at: int, span: Span) -> bool:
        """Tell whether a quotation begins at a token and a content goes on behind it: that *“hard times”* began."""
        found = ((part, self.quotations[owner].outer) for part, owner in self.outers.within(self.document.tokens[at]))
        return any(part.start == outer.start and outer.end + 1 < span.end for part, outer in found)

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

    def kind(self, content: Sequence[Span]) -> QuoteKind:
        """Tell how a content is reported by the marks in it."""
        inside = [self.quotations[owner] for owner in self.marks.shared(content)]
        if all(is_name_in_marks(each, self.document.text, self.language) for each in inside):
            return QuoteKind.INDIRECT
        words = " ".join(span.of(self.document.text) for span in content)
        whole = all(self._is_quotation(span) for span in content)
        return QuoteKind.DIRECT if whole and is_utterance(words) else QuoteKind.MIXED

    def _is_quotation(self, span: Span) -> bool:
        """Tell whether a span is a quotation with its marks, or lies in one."""
        found = self.outers.shared((span,))
        return any(shared == len(span) for shared in found.values())

    def are_joined(self, first: Span, second: Span) -> bool:
        """Tell whether only "and that" or "and would ask" stands between two spans."""
        low, high = (
            bisect_left(self.document.tokens, at, key=lambda token: token.start) for at in (first.end, second.start)
        )
        words = [token.of(self.document.text).casefold() for token in self.document.tokens[low:high]]
        if not 1 < len(words) <= MOST_JOINING or words[0] not in self.words.clause_joiners:
            return False
        return words[1] in self.words.complementisers or (self.document.tags or ())[low + 1 : low + 2] == (AUX,)

    def has_verb(self, span: Span) -> bool:
        """Tell whether a verb stands in a span, by its tag."""
        tokens, tags = self.document.tokens, self.document.tags or ()
        first, last = (bisect_left(tokens, at, key=lambda token: token.start) for at in (span.start, span.end))
        return not FINITE.isdisjoint(tags[first:last])

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence at an offset."""
        return bisect_right(self.document.sentences, offset, key=lambda sentence: sentence.start)

    def entry(self, roles: Roles) -> CueEntry | None:
        """Return the entry of the verb in a cue."""
        words = roles.cue.of(self.document.text).casefold().split() if roles.cue is not None else ()
        return next((self.language.cues[word] for word in words if word in self.language.cues), None)

    def is_passive(self, roles: Roles) -> bool:
        """Tell whether a form of "be" stands in a cue or right before it."""
        if roles.cue is None:
            return False
        start = self.document.text.rfind(" ", 0, max(0, roles.cue.start - 1)) + 1
        words = self.document.text[start : roles.cue.end].casefold().split()
        return not self.words.forms_of_be.isdisjoint(words)
