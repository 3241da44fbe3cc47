"""Trees: safe whatever a parser wrote, and the phrases and clauses that they show."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.grammar.dependencies import NO_HEAD, Tree
from quoteattr.grammar.tree_phrases import Phrase, clause, noun_phrase, subject_of
from quoteattr.grammar.words import words_of
from quoteattr.model.documents import Dependency, Document, Tag
from quoteattr.model.spans import Span
from tests.treebank import document_of

ENGLISH = words_of("en")
CLERK = """
The DET 2 det
clerk NOUN 11 nsubj
, PUNCT 4 punct
Ida PROPN 2 appos
Obi PROPN 4 flat
, PUNCT 8 punct
who PRON 8 nsubj
knew VERB 2 acl:relcl
them PRON 8 obj
, PUNCT 8 punct
rose VERB 0 root
and CCONJ 13 cc
said VERB 11 conj
that SCONJ 17 mark
it PRON 17 nsubj
was AUX 17 cop
late ADJ 13 ccomp
. PUNCT 11 punct
"""


def tree_of(document: Document) -> Tree:
    """Return the tree of a document that has one."""
    tree = Tree.of(document, tuple(word.lower() for word in document.words))
    assert tree is not None
    return tree


def words(document: Document, phrase: Phrase | None) -> str:
    """Return the text of a phrase, empty for none."""
    if phrase is None:
        return ""
    return document.text[document.tokens[phrase.first].start : document.tokens[phrase.after - 1].end]


def place(document: Document, word: str) -> int:
    """Return the first token that is a word."""
    return document.words.index(word)


def test_a_subtree_reaches_over_all_that_hangs_on_its_head() -> None:
    """The reach of a token runs from the first to the last token below it."""
    document = document_of(CLERK)
    tree = tree_of(document)
    clerk = place(document, "clerk")
    assert (tree.firsts[clerk], tree.afters[clerk]) == (0, 10)


def test_a_noun_phrase_takes_in_apposition_and_relative_clause() -> None:
    """A full noun phrase has its apposition and its relative clause, and no comma at its edge."""
    document = document_of(CLERK)
    phrase = noun_phrase(tree_of(document), place(document, "clerk"))
    assert words(document, phrase) == "The clerk, Ida Obi, who knew them"


def test_a_shared_subject_is_found_over_the_coordination() -> None:
    """The second of two joined verbs has the subject of the first."""
    document = document_of(CLERK)
    assert words(document, subject_of(tree_of(document), place(document, "said"), ENGLISH)).startswith("The clerk")


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    """The subject of a relative clause is the noun that it hangs on, without the clause."""
    document = document_of(CLERK)
    assert words(document, subject_of(tree_of(document), place(document, "knew"), ENGLISH)) == "The clerk, Ida Obi"


def test_an_infinitive_has_the_subject_that_controls_it() -> None:
    """Who wants to say something says it; who is asked to say it, too."""
    document = document_of("""
        Obi PROPN 2 nsubj
        begged VERB 0 root
        Teyn PROPN 2 obj
        to PART 5 mark
        answer VERB 2 xcomp
        . PUNCT 2 punct
    """)
    assert words(document, subject_of(tree_of(document), place(document, "answer"), ENGLISH)) == "Teyn"


def test_a_participle_adjunct_is_no_part_of_a_noun_phrase() -> None:
    """What stands behind a comma and says how one spoke is left out of the source."""
    document = document_of("""
        Obi PROPN 6 nsubj
        , PUNCT 3 punct
        speaking VERB 1 acl
        calmly ADV 3 advmod
        , PUNCT 3 punct
        agreed VERB 0 root
        . PUNCT 6 punct
    """)
    assert words(document, subject_of(tree_of(document), place(document, "agreed"), ENGLISH)) == "Obi"


def test_a_clause_ends_before_the_full_stop() -> None:
    """A clause is the reach of its verb without marks at the edges, and without the children that are left out."""
    document = document_of(CLERK)
    tree = tree_of(document)
    that = place(document, "that")
    assert words(document, clause(tree, place(document, "late"), without=(that,))) == "it was late"


def test_without_a_layer_for_each_token_there_is_no_tree() -> None:
    """A document without dependencies, or with too few, has no tree."""
    document = document_of(CLERK)
    assert Tree.of(evolve(document, dependencies=None), ()) is None
    assert Tree.of(evolve(document, dependencies=(Dependency(-1, "root"),)), ()) is None


def test_a_head_in_another_sentence_is_none() -> None:
    """No token depends on a token of another sentence."""
    document = document_of("Rain NOUN 0 root\n. PUNCT 1 punct", "Snow NOUN 0 root\n. PUNCT 1 punct")
    crossing = evolve(
        document, dependencies=(*(document.dependencies or ())[:2], Dependency(0, "dep"), Dependency(2, "punct"))
    )
    assert tree_of(crossing).heads == (NO_HEAD, 0, NO_HEAD, 2)


@pytest.mark.parametrize("heads", [(1, 0), (0, 1), (1, 2, 0), (9, -7), (2, 2, 1)])
def test_circles_and_impossible_heads_are_cut(heads: tuple[int, ...]) -> None:
    """Every token reaches a root, whatever heads the parser wrote."""
    tokens = tuple(Span(at * 2, at * 2 + 1) for at in range(len(heads)))
    document = Document(
        text="a " * len(heads),
        sentences=(Span(0, tokens[-1].end),),
        tokens=tokens,
        tags=(Tag.NOUN,) * len(heads),
        dependencies=tuple(Dependency(head, "dep") for head in heads),
    )
    assert_rooted(tree_of(document))


def assert_rooted(tree: Tree) -> None:
    """Check that each token comes to a root, and lies in its head's reach."""
    for start in range(len(tree.heads)):
        at = start
        for _ in tree.heads:
            head = tree.heads[at]
            if head == NO_HEAD:
                break
            assert tree.firsts[head] <= tree.firsts[at] < tree.afters[at] <= tree.afters[head]
            at = head
        assert tree.heads[at] == NO_HEAD


@given(st.lists(st.integers(-3, 12), min_size=1, max_size=10))
def test_any_heads_make_a_tree(heads: list[int]) -> None:
    """Any numbers in place of heads give a tree in which every token comes to a root."""
    tokens = tuple(Span(at * 2, at * 2 + 1) for at in range(len(heads)))
    document = Document(
        text="a " * len(heads),
        sentences=(Span(0, tokens[-1].end),),
        tokens=tokens,
        tags=(Tag.VERB,) * len(heads),
        dependencies=tuple(Dependency(head, "conj") for head in heads),
    )
    tree = tree_of(document)
    assert_rooted(tree)
    assert all(subject_of(tree, at, ENGLISH) is None for at in range(len(heads)))
