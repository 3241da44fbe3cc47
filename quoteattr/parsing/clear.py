"""From the relations of spaCy's English models to those of Universal Dependencies.

Those models write the labels of ClearNLP (Choi and Palmer 2012), in which a preposition heads its noun and "be" heads
its predicate; in Universal Dependencies both hang on the word of meaning.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.model.documents import ADJ, ADV, AUX, PART, VERB, Dependency, Tag

_LABELS = {
    "ROOT": "root",
    "": "dep",
    "acomp": "xcomp",
    "agent": "advmod",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:npmod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
"""ClearNLP's labels that have another name; those of prepositions are for the ones without an object."""
_CLEAR = frozenset(_LABELS) - {"ROOT", ""}
_PREDICATES = frozenset(("acomp", "attr"))
_VERBAL = frozenset((VERB, AUX, ADJ, ADV))
"""Tags of words whose prepositional phrases are `obl`; those of other words are `nmod`."""


def universal(heads: Sequence[int], labels: Sequence[str], tags: Sequence[Tag]) -> tuple[Dependency, ...]:
    """Return the dependencies in Universal Dependencies; `heads` are token numbers, -1 for a root.

    Labels that are universal already, as those of spaCy's models for most other languages, keep their tree. Nothing
    is checked: what was wrong before stays wrong.

    >>> tags = (Tag.PROPN, Tag.VERB, Tag.ADP, Tag.PROPN)  # "Obi lives in Rome"
    >>> [(each.head, each.relation) for each in universal((1, -1, 1, 2), ("nsubj", "ROOT", "prep", "pobj"), tags)]
    [(1, 'nsubj'), (-1, 'root'), (3, 'case'), (1, 'obl')]
    """
    tree = _Tree(heads, labels, tags)
    if not _CLEAR.isdisjoint(labels):
        for at in reversed(tree.order):
            tree.turn_preposition(at)
        for at in tree.order:
            tree.turn_copula(at)
            tree.turn_infinitive(at)
    return tuple(
        Dependency(head, _LABELS.get(label, label)) for head, label in zip(tree.heads, tree.labels, strict=True)
    )


class _Tree:
    """A tree while it is turned; `order` has each token behind its head, as the tree was at first."""

    def __init__(self, heads: Sequence[int], labels: Sequence[str], tags: Sequence[Tag]) -> None:
        self.heads, self.labels, self.tags = list(heads), list(labels), tags
        self.children: list[list[int]] = [[] for _ in heads]
        for at, head in enumerate(heads):
            if head >= 0:
                self.children[head].append(at)
        self.order = [at for at, head in enumerate(heads) if head < 0]
        for at in self.order:  # grows while it is read
            self.order.extend(self.children[at])

    def turn_preposition(self, at: int) -> None:
        """Hang a preposition on its object, or on the clause behind it, and that in the preposition's place."""
        label = self.labels[at]
        thing = self._child(at, "pobj")
        clause = self._child(at, "pcomp") if thing is None else None
        lower = clause if thing is None else thing
        if lower is None or label == "ROOT":
            return
        self._raise(lower, above=at)
        self.labels[at] = "case" if clause is None else "mark"
        self.labels[lower] = self._relation_of_object(lower, label) if clause is None else self._clausal(lower, label)

    def turn_copula(self, at: int) -> None:
        """Hang "be" on its predicate, and the predicate in its place."""
        if self.tags[at] is not AUX:
            return
        predicate = next((child for child in self._now(at) if self.labels[child] in _PREDICATES), None)
        if predicate is not None:
            label = self.labels[at]
            self._raise(predicate, above=at)
            self.labels[at], self.labels[predicate] = "cop", label

    def turn_infinitive(self, at: int) -> None:
        """Make the "to" of an infinitive a mark, as it is no auxiliary."""
        if self.labels[at] == "aux" and self.tags[at] is PART:
            self.labels[at] = "mark"

    def _now(self, at: int) -> list[int]:
        """Return the tokens that hang on a token by now."""
        return [child for child in self.children[at] if self.heads[child] == at]

    def _child(self, at: int, label: str) -> int | None:
        return next((child for child in self._now(at) if self.labels[child] == label), None)

    def _raise(self, lower: int, *, above: int) -> None:
        """Put a token into the place of its head, whose other children it takes over, and hang the head on it."""
        head = self.heads[above]
        moved = [child for child in self._now(above) if child != lower]
        for child in (*moved, above):
            self.heads[child] = lower
        self.children[lower].extend((*moved, above))
        self.heads[lower] = head
        if head >= 0:
            self.children[head].append(lower)

    def _relation_of_object(self, thing: int, label: str) -> str:
        """Return the relation of a preposition's object, by the preposition's own."""
        head = self.heads[thing]
        if head < 0 or label not in ("prep", "dative", "agent"):
            return label  # "in Rome and in Oslo": the second preposition is `conj`
        if label == "agent":
            return "obl:agent"
        if self.labels[head] == "prep" and self._child(head, "pobj") in (None, thing):
            return "pobj"  # "out of Rome", "according to Obi": the object of both
        return "obl" if self.tags[head] in _VERBAL else "nmod"

    def _clausal(self, clause: int, label: str) -> str:
        if label != "prep" or self.heads[clause] < 0:
            return label
        return "advcl" if self.tags[self.heads[clause]] in _VERBAL else "acl"
