"""What a dependency tree says of parties: who is a subject, and what stands in apposition to a name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import frozen

from quoteattr.grammar.dependencies import NO_HEAD, Tree
from quoteattr.model.documents import NOUN, Document
from quoteattr.model.spans import Span

SUBJECT, OBJECT, OTHER = 0, 1, 2
"""Ranks of an antecedent: Lappin and Leass (1994) weigh subjects 80, objects 50, and what hangs deeper less."""
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj"))
_OBJECTS = frozenset(("obj", "iobj"))
_SAME_PLACE = frozenset(("appos", "conj", "flat", "flat:name", "flat:foreign", "fixed", "goeswith"))
"""Relations to a head whose place in the clause a word shares: "the mayor, *Ada Obi*, left"."""
_CORE = frozenset(("det", "det:poss", "amod", "compound", "nmod:poss", "nummod", "flat", "flat:name", "nmod"))
_MOST_STEPS = 8
"""Heads climbed over; a longer chain of appositions is a broken tree."""
_MOST_SCANNED = 80
"""Tokens of a sentence looked at for its subjects; a bound, so that time stays linear on texts without full stops."""
_MOST_TOKENS = 25
"""A description of more words is a clause that the parser took for a noun phrase."""


@frozen(slots=True, eq=False)
class Syntax:
    """A document's tree, asked by places in the text."""

    tokens: Sequence[Span]
    starts: Sequence[int]
    tree: Tree

    @classmethod
    def of(cls, document: Document) -> Syntax | None:
        """Build the syntax of a document; `None` where it has no dependencies and tags."""
        if document.dependencies is None:
            return None
        tree = Tree.of(document, [word.casefold() for word in document.words])
        return cls(document.tokens, [token.start for token in document.tokens], tree) if tree else None

    def head_of(self, span: Span) -> int | None:
        """Return the token in a span that the others hang on; `None` where the span holds none."""
        low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        heads = self.tree.heads
        return next((at for at in range(low, high) if not low <= heads[at] < high), None)

    def rank_of(self, span: Span) -> int:
        """Return what a name is in its clause: a subject before an object before all else."""
        at = self.head_of(span)
        if at is None:
            return OTHER
        for _ in range(_MOST_STEPS):
            relation = self.tree.relations[at]
            if relation not in _SAME_PLACE or self.tree.heads[at] == NO_HEAD:
                break
            at = self.tree.heads[at]
        return SUBJECT if relation in _SUBJECTS else OBJECT if relation in _OBJECTS else OTHER

    def subjects(self, sentence: Span) -> Iterator[Span]:
        """Yield the nouns that are subjects in a sentence, from their first word on to the noun itself."""
        low, high = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        for at in range(low, min(high, low + _MOST_SCANNED)):
            if self.tree.relations[at] in _SUBJECTS and self.tree.tags[at] is NOUN:
                yield Span(self.starts[self._first_of(at)], self.tokens[at].end)

    def apposed(self, span: Span) -> Iterator[Span]:
        """Yield the noun phrases in apposition to a name: "Ada Obi, *the mayor of Holm*, left"."""
        at = self.head_of(span)
        if at is None:
            return
        tree = self.tree
        beside = [child for child in tree.children[at] if tree.relations[child] == "appos"]
        if tree.relations[at] == "appos":
            beside.append(tree.heads[at])
        for noun in beside:
            if tree.tags[noun] is NOUN and tree.child(noun, ("case",)) is None:
                yield self._phrase(noun)

    def _first_of(self, at: int) -> int:
        """Return the first token of a noun phrase, clauses and marks before it left out."""
        children = (child for child in self.tree.children[at] if child < at and self.tree.relations[child] in _CORE)
        return min((self.tree.firsts[child] for child in children), default=at)

    def _phrase(self, at: int) -> Span:
        """Return a noun with what hangs on it, without the clauses and appositions behind it."""
        kept = [child for child in self.tree.children[at] if child > at and self.tree.relations[child] in _CORE]
        after = max((self.tree.afters[child] for child in kept), default=at + 1)
        last = min(after, at + _MOST_TOKENS) - 1
        return Span(self.starts[self._first_of(at)], self.tokens[last].end)
