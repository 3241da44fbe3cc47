"""Phrases and clauses in a dependency tree: full noun phrases, the subject of a verb, what a clause takes in."""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from quoteattr.grammar.dependencies import NO_HEAD, Tree
from quoteattr.grammar.lines import DASHES
from quoteattr.grammar.words import Words
from quoteattr.model.documents import PUNCT

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer"))
OBJECTS = frozenset(("obj", "iobj"))
_APART = frozenset((
    "advcl", "aux", "aux:pass", "case", "cc", "ccomp", "cop", "csubj", "discourse", "dislocated", "expl", "mark",
    "nsubj", "nsubj:pass", "nsubj:outer", "obl", "obl:tmod", "obl:unmarked", "parataxis", "punct", "vocative", "xcomp",
    "orphan", "reparandum", "root",
))  # fmt: skip
"""Relations of what hangs on the head of a noun phrase and is no part of it."""
_CLAUSES_OF_NOUNS = frozenset(("acl", "acl:relcl"))
_SHARING = frozenset(("conj",))
_CONTROLLED = frozenset(("xcomp", "advcl", "advcl:relcl"))
MOST_STEPS = 12
"""Verbs climbed over for a shared subject: "came and saw and said"; a longer chain is a broken tree."""


@frozen(slots=True)
class Phrase:
    """A stretch of tokens, `after` excluded, with the token that heads it."""

    first: int
    after: int
    head: int


def noun_phrase(tree: Tree, head: int, without: Collection[int] = ()) -> Phrase:
    """Return the full noun phrase of a head: appositions, relative clauses and coordinated names included.

    What only stands beside it stays out: its preposition, the predicate that it is, participles that say how or when
    it acted, and the children `without`.
    """
    first, after = head, head + 1
    for child in tree.children[head]:
        if child in without or tree.relations[child] in _APART or _is_adjunct(tree, child):
            continue
        first, after = min(first, tree.firsts[child]), max(after, tree.afters[child])
    return _trimmed(tree, first, after, head)


def _is_adjunct(tree: Tree, child: int) -> bool:
    """Tell ", speaking on Monday," from a reduced relative: "a letter *seen by the paper*"."""
    first = tree.firsts[child]
    return tree.relations[child] == "acl" and "," in tree.words[max(0, first - 1) : first + 1]


def _trimmed(tree: Tree, first: int, after: int, head: int) -> Phrase:
    """Leave out punctuation at the edges, but not the bracket that closes one inside."""
    while first < head and tree.tags[first] is PUNCT and tree.words[first] not in "([":
        first += 1
    while after > head + 1 and tree.tags[after - 1] is PUNCT and not _closes(tree, first, after):
        after -= 1
    return Phrase(first, after, head)


def _closes(tree: Tree, first: int, after: int) -> bool:
    return tree.words[after - 1] == ")" and "(" in tree.words[max(first, after - MOST_STEPS) : after]


def subject_of(tree: Tree, verb: int, words: Words) -> Phrase | None:
    """Return the noun phrase that does what a verb says: its own, or one that it shares, controls or relates to.

    `None` where the tree shows nobody.
    """
    at = verb
    for _ in range(MOST_STEPS):
        own = own_subject(tree, at, words)
        if own is not None:
            return own
        relation, head = tree.relations[at], tree.heads[at]
        if head == NO_HEAD:
            return None
        if relation in _CLAUSES_OF_NOUNS:
            return noun_phrase(tree, head, without=(at,))
        if relation == "xcomp" and (hearer := tree.child(head, OBJECTS)) is not None:
            return noun_phrase(tree, hearer)
        if relation not in _CONTROLLED and relation not in _SHARING:
            return None
        at = head
    return None


def own_subject(tree: Tree, verb: int, words: Words) -> Phrase | None:
    """Return the subject that hangs on a verb itself; that of a relative pronoun is what the pronoun stands for."""
    child = tree.child(verb, SUBJECTS)
    if child is None:
        return None
    head = tree.heads[verb]
    relative = tree.relations[verb] == "acl:relcl" and tree.words[child] in words.subject_relatives
    if relative and head != NO_HEAD:
        return noun_phrase(tree, head, without=(verb,))
    return noun_phrase(tree, child)


def clause(tree: Tree, head: int, without: Collection[int] = ()) -> Phrase:
    """Return the clause of a head, from its first word to its last, without the children `without` at its edges."""
    first, after = tree.firsts[head], tree.afters[head]
    for child in without:
        if tree.firsts[child] <= first:
            first = max(first, tree.afters[child])
        if tree.afters[child] >= after:
            after = min(after, tree.firsts[child])
    return _trimmed_clause(tree, min(first, head), max(after, head + 1), head)


def _trimmed_clause(tree: Tree, first: int, after: int, head: int) -> Phrase:
    while first < head and (tree.words[first] in (",", ":", ";") or tree.words[first] in DASHES):
        first += 1
    while after > head + 1 and tree.tags[after - 1] is PUNCT and not _closes(tree, first, after):
        after -= 1
    return Phrase(first, after, head)
