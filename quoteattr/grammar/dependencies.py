"""`Tree`: a document's dependencies made safe and quick to ask, and the phrases and clauses that they show.

Relations are those of Universal Dependencies (de Marneffe et al. 2021). Whatever a parser wrote, each token has one
head or none, heads lie in the token's own sentence, and no path comes back on itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from attrs import frozen

from quoteattr.model.documents import Dependency, Document, Tag

NO_HEAD = -1
MOST_CHILDREN = 100
"""Children of a token that are looked at; more hang on one only in a list or a broken tree, and time stays linear."""


@frozen(slots=True, eq=False)
class Tree:
    """The heads, relations and children of all tokens, and how far each token's subtree reaches.

    `firsts` and `afters` hold the first token of a subtree and the one behind its last; `children` holds the first
    `MOST_CHILDREN` of each. Token numbers are the document's.
    """

    words: Sequence[str]
    tags: Sequence[Tag]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    firsts: tuple[int, ...]
    afters: tuple[int, ...]

    @classmethod
    def of(cls, document: Document, lowers: Sequence[str]) -> Tree | None:
        """Build the tree of a document; `None` where it has no dependencies or tags for each of its tokens.

        `lowers` are the folded words. Heads that cannot be are dropped; the rest of the tree is kept.

        >>> from quoteattr.model.spans import Span
        >>> document = Document(
        ...     text="Rain fell",
        ...     sentences=(Span(0, 9),),
        ...     tokens=(Span(0, 4), Span(5, 9)),
        ...     tags=(Tag.NOUN, Tag.VERB),
        ...     dependencies=(Dependency(1, "nsubj"), Dependency(-1, "root")),
        ... )
        >>> Tree.of(document, ("rain", "fell")).children
        ((), (0,))
        """
        count = len(document.tokens)
        dependencies, tags = document.dependencies, document.tags
        if dependencies is None or tags is None or len(dependencies) != count or len(tags) != count:
            return None
        heads = _without_cycles(_heads_in_sentences(document, dependencies))
        children = _children(heads)
        firsts, afters = _reach(heads, children)
        relations = tuple(dependency.relation for dependency in dependencies)
        near = tuple(own[:MOST_CHILDREN] for own in children)
        return cls(lowers, tags, tuple(heads), relations, near, firsts, afters)

    def having(self, at: int, relations: Collection[str]) -> Iterator[int]:
        """Yield the children of a token that have one of these relations, in the order of the text."""
        return (child for child in self.children[at] if self.relations[child] in relations)

    def child(self, at: int, relations: Collection[str]) -> int | None:
        """Return the first child with one of these relations, `None` where there is none."""
        return next(self.having(at, relations), None)


def _heads_in_sentences(document: Document, dependencies: Sequence[Dependency]) -> list[int]:
    """Return the heads; one in another sentence, out of range or the token itself is none."""
    numbers, sentence = [], 0
    ends = [span.end for span in document.sentences]
    for token in document.tokens:
        while sentence < len(ends) - 1 and token.start >= ends[sentence]:
            sentence += 1
        numbers.append(sentence)
    heads = []
    for at, dependency in enumerate(dependencies):
        head = dependency.head
        known = 0 <= head < len(numbers) and head != at and numbers[head] == numbers[at]
        heads.append(head if known else NO_HEAD)
    return heads


def _without_cycles(heads: list[int]) -> list[int]:
    """Cut each circle of heads at one place; every token is walked over once."""
    walk = [NO_HEAD] * len(heads)  # the walk that reached a token
    for start in range(len(heads)):
        at = start
        while at != NO_HEAD and walk[at] == NO_HEAD:
            walk[at] = start
            at = heads[at]
        if at != NO_HEAD and walk[at] == start:
            heads[at] = NO_HEAD
    return heads


def _children(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in heads]
    for at, head in enumerate(heads):
        if head != NO_HEAD:
            found[head].append(at)
    return tuple(map(tuple, found))


def _reach(heads: Sequence[int], children: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the first token of each subtree and the one behind its last."""
    order = [at for at, head in enumerate(heads) if head == NO_HEAD]
    for at in order:  # grows while it is read: roots first, each token behind its head
        order.extend(children[at])
    firsts, afters = list(range(len(heads))), [at + 1 for at in range(len(heads))]
    for at in reversed(order):
        head = heads[at]
        if head != NO_HEAD:
            firsts[head] = min(firsts[head], firsts[at])
            afters[head] = max(afters[head], afters[at])
    return tuple(firsts), tuple(afters)
