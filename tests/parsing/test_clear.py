"""The relations of spaCy's English models become those of Universal Dependencies."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.model.documents import Dependency, Tag
from quoteattr.parsing.clear import universal

LABELS = ("ROOT", "prep", "pobj", "pcomp", "attr", "acomp", "agent", "conj", "nsubj", "dobj", "ccomp", "punct")


def turned(*rows: tuple[str, str, int, str]) -> list[tuple[str, str, str]]:
    """Return word, word of the head and relation for rows of word, tag, number of the head and ClearNLP label."""
    words = [row[0] for row in rows]
    found = universal([row[2] for row in rows], [row[3] for row in rows], [Tag(row[1]) for row in rows])
    heads = [words[each.head] if each.head >= 0 else "" for each in found]
    return list(zip(words, heads, [each.relation for each in found], strict=True))


def test_a_preposition_hangs_on_its_noun() -> None:
    """Behind a verb the noun is `obl`, behind a noun `nmod`; what stood beside the preposition goes to the noun."""
    assert turned(
        ("Velde", "PROPN", 1, "nsubj"),
        ("spoke", "VERB", -1, "ROOT"),
        ("just", "ADV", 3, "advmod"),
        ("after", "ADP", 1, "prep"),
        ("talks", "NOUN", 3, "pobj"),
        ("in", "ADP", 4, "prep"),
        ("Tarn", "PROPN", 5, "pobj"),
    ) == [
        ("Velde", "spoke", "nsubj"),
        ("spoke", "", "root"),
        ("just", "talks", "advmod"),
        ("after", "talks", "case"),
        ("talks", "spoke", "obl"),
        ("in", "Tarn", "case"),
        ("Tarn", "talks", "nmod"),
    ]


def test_two_prepositions_share_their_object() -> None:
    """The source of "according to the league" hangs on the verb, and both prepositions on the source."""
    assert turned(
        ("According", "VERB", 5, "prep"),
        ("to", "ADP", 0, "prep"),
        ("Velde", "PROPN", 1, "pobj"),
        ("ferries", "NOUN", 5, "nsubjpass"),
        ("were", "AUX", 5, "auxpass"),
        ("stopped", "VERB", -1, "ROOT"),
    ) == [
        ("According", "Velde", "case"),
        ("to", "Velde", "case"),
        ("Velde", "stopped", "obl"),
        ("ferries", "stopped", "nsubj:pass"),
        ("were", "stopped", "aux:pass"),
        ("stopped", "", "root"),
    ]


def test_be_hangs_on_its_predicate() -> None:
    """The predicate takes the place of "be", its subject and its clause with it."""
    assert turned(
        ("Velde", "PROPN", 1, "nsubj"),
        ("said", "VERB", -1, "ROOT"),
        ("crews", "NOUN", 4, "nsubj"),
        ("will", "AUX", 4, "aux"),
        ("be", "AUX", 1, "ccomp"),
        ("ready", "ADJ", 4, "acomp"),
    ) == [
        ("Velde", "said", "nsubj"),
        ("said", "", "root"),
        ("crews", "ready", "nsubj"),
        ("will", "ready", "aux"),
        ("be", "ready", "cop"),
        ("ready", "said", "ccomp"),
    ]


def test_the_agent_of_a_passive_and_a_clause_behind_a_preposition() -> None:
    """ "by Velde" is `obl:agent`; "before leaving" is an adverbial clause with its mark."""
    assert turned(
        ("praised", "VERB", -1, "ROOT"),
        ("by", "ADP", 0, "agent"),
        ("Velde", "PROPN", 1, "pobj"),
        ("before", "ADP", 0, "prep"),
        ("leaving", "VERB", 3, "pcomp"),
    ) == [
        ("praised", "", "root"),
        ("by", "Velde", "case"),
        ("Velde", "praised", "obl:agent"),
        ("before", "leaving", "mark"),
        ("leaving", "praised", "advcl"),
    ]


def test_the_to_of_an_infinitive_is_a_mark() -> None:
    """ClearNLP calls it an auxiliary; other auxiliaries stay what they are."""
    assert turned(
        ("Velde", "PROPN", 2, "nsubj"),
        ("will", "AUX", 2, "aux"),
        ("ask", "VERB", -1, "ROOT"),
        ("them", "PRON", 2, "dobj"),
        ("to", "PART", 5, "aux"),
        ("stop", "VERB", 2, "xcomp"),
    ) == [
        ("Velde", "ask", "nsubj"),
        ("will", "ask", "aux"),
        ("ask", "", "root"),
        ("them", "ask", "obj"),
        ("to", "stop", "mark"),
        ("stop", "ask", "xcomp"),
    ]


def test_universal_relations_stay() -> None:
    """A tree that is in Universal Dependencies already keeps its heads and relations; only the root is renamed."""
    heads, labels = (1, -1, 3, 1), ("nsubj", "ROOT", "case", "obl")
    tags = (Tag.PROPN, Tag.VERB, Tag.ADP, Tag.PROPN)
    assert universal(heads, labels, tags) == tuple(
        map(Dependency, heads, ("nsubj", "root", "case", "obl")),
    )


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[int], list[str], list[Tag]]:
    """Make trees with any labels, a head before or behind its token."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [-1] * size
    for place, at in enumerate(order[1:], 1):
        heads[at] = order[draw(st.integers(0, place - 1))]
    labels = [draw(st.sampled_from(LABELS)) for _ in range(size)]
    return heads, labels, [draw(st.sampled_from((Tag.AUX, Tag.VERB, Tag.ADP, Tag.NOUN))) for _ in range(size)]


@given(trees())
def test_a_tree_stays_a_tree(tree: tuple[list[int], list[str], list[Tag]]) -> None:
    """Whatever the labels, one token is the root still and each path of heads ends there."""
    heads = [each.head for each in universal(*tree)]
    assert heads.count(-1) == 1
    for at in range(len(heads)):
        steps = 0
        while heads[at] >= 0:
            at, steps = heads[at], steps + 1
            assert steps < len(heads)
