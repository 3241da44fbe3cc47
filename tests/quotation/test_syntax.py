"""Reports from syntax, on documents built by hand: what a tree adds to the shallow rules, and what it cannot break."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.languages import load
from quoteattr.model.documents import Dependency, Document
from quoteattr.model.quotes import Quote
from quoteattr.quotation import find
from tests.treebank import document_of

LANGUAGE = load("en")


def quotes_in(*sentences: str) -> tuple[Quote, ...]:
    """Return the quotes of sentences with their trees."""
    return find(document_of(*sentences), LANGUAGE)[0]


def told(*sentences: str) -> list[tuple[str, str, str]]:
    """Return source, cue and content of each quote of sentences with their trees."""
    return [(quote.source.text, quote.cue.text, quote.content.text) for quote in quotes_in(*sentences)]


def rules(*sentences: str) -> list[str]:
    """Return the rules that made the only quote."""
    (quote,) = quotes_in(*sentences)
    return [evidence.rule for evidence in quote.evidence]


CLAUSAL = """
Obi PROPN 2 nsubj
said VERB 0 root
the DET 4 det
pier NOUN 6 nsubj:pass
was AUX 6 aux:pass
closed VERB 2 ccomp
. PUNCT 2 punct
"""


def test_a_clause_that_line_and_tree_both_see_says_so() -> None:
    """A content and a source that the tree bears out carry the names of its rules."""
    assert told(CLAUSAL) == [("Obi", "said", "the pier was closed")]
    assert rules(CLAUSAL) == ["content/clausal-complement", "source/subject-in-syntax"]


def test_a_source_is_the_full_noun_phrase() -> None:
    """What hangs on the subject belongs to the source, a bare infinitive's object too."""
    assert told("""
        Opponents NOUN 7 nsubj
        of ADP 3 mark
        letting VERB 1 acl
        ferries NOUN 3 obj
        into ADP 6 case
        Brask PROPN 4 nmod
        say VERB 0 root
        noise NOUN 9 nsubj
        grows VERB 7 ccomp
        . PUNCT 7 punct
    """) == [("Opponents of letting ferries into Brask", "say", "noise grows")]


def test_a_content_goes_on_over_a_noun_that_could_be_a_cue() -> None:
    """A content that the tree carries on is not cut where the line sees a second report ("and its claims")."""
    assert told("""
        Obi PROPN 2 nsubj
        argued VERB 0 root
        that SCONJ 9 mark
        the DET 5 det
        plan NOUN 9 nsubj
        and CCONJ 8 cc
        its PRON 8 nmod:poss
        claims NOUN 5 conj
        fooled VERB 2 ccomp
        many PRON 9 obj
        . PUNCT 2 punct
    """) == [("Obi", "argued", "the plan and its claims fooled many")]


def test_a_cue_far_from_its_subject_has_its_source() -> None:
    """A verb behind a long adverbial, where the line shows no subject, has the one of its tree."""
    assert told("""
        Teyn PROPN 6 nsubj
        , PUNCT 6 punct
        after ADP 5 case
        some DET 5 det
        thought NOUN 6 obl
        conceded VERB 0 root
        that SCONJ 9 mark
        prices NOUN 9 nsubj
        rise VERB 6 ccomp
        . PUNCT 6 punct
    """) == [("Teyn", "conceded", "prices rise")]


def test_a_subject_before_an_adverbial_is_the_source() -> None:
    """The place where one spoke is not who spoke."""
    assert told("""
        Obi PROPN 9 nsubj
        , PUNCT 3 punct
        speaking VERB 1 acl
        at ADP 6 case
        a DET 6 det
        rally NOUN 3 obl
        in ADP 8 case
        Brask PROPN 6 nmod
        warned VERB 0 root
        that SCONJ 12 mark
        prices NOUN 12 nsubj
        rise VERB 9 ccomp
        . PUNCT 9 punct
    """) == [("Obi", "warned", "prices rise")]


PASSIVE = """
The DET 2 det
board NOUN 4 nsubj:pass
was AUX 4 aux:pass
accused VERB 0 root
by ADP 7 case
the DET 7 det
union NOUN 4 obl:agent
of SCONJ 9 mark
hiding VERB 4 advcl
cracks NOUN 9 obj
. PUNCT 4 punct
"""


def test_the_agent_of_a_passive_is_the_source() -> None:
    """Who accused stands behind "by"; the accused belongs to the content, in a span of its own."""
    (quote,) = quotes_in(PASSIVE)
    assert (quote.source.text, quote.cue.text) == ("the union", "accused")
    assert [span.of(document_of(PASSIVE).text) for span in quote.content] == ["The board", "of hiding cracks"]


def test_a_passive_without_an_agent_is_no_quote() -> None:
    """Where nobody is shown to have accused, nobody is quoted."""
    assert (
        told("""
        The DET 2 det
        board NOUN 4 nsubj:pass
        was AUX 4 aux:pass
        accused VERB 0 root
        of SCONJ 6 mark
        hiding VERB 4 advcl
        cracks NOUN 6 obj
        . PUNCT 4 punct
    """)
        == []
    )


@pytest.mark.parametrize("verb", ["put", "puts"])
def test_as_she_put_it_reports_the_clause_around_it(verb: str) -> None:
    """The clause that "as the mayor put it" stands in is what the mayor said."""
    assert told(f"""
        As SCONJ 4 mark
        the DET 3 det
        mayor NOUN 4 nsubj
        {verb} VERB 11 advcl
        it PRON 4 obj
        , PUNCT 4 punct
        the DET 8 det
        harbour NOUN 11 nsubj
        is AUX 11 cop
        a DET 11 det
        museum NOUN 0 root
        . PUNCT 11 punct
    """) == [("the mayor", f"{verb} it", "the harbour is a museum")]


def test_a_noun_is_no_cue() -> None:
    """A noun that the line could take for a verb reports nothing where the tree shows what it is."""
    assert (
        told("""
        A DET 3 det
        jobs NOUN 3 compound
        report NOUN 4 nsubj
        released VERB 7 csubj
        Friday PROPN 4 obl:unmarked
        was AUX 7 cop
        weak ADJ 0 root
        . PUNCT 7 punct
    """)
        == []
    )


def test_a_refusal_stays_no_quote() -> None:
    """What the shallow rules know as unsaid stays unsaid, whatever clause hangs on the verb."""
    assert (
        told("""
        Obi PROPN 2 nsubj
        declined VERB 0 root
        to PART 4 mark
        say VERB 2 xcomp
        the DET 6 det
        pier NOUN 7 nsubj
        leaked VERB 4 ccomp
        . PUNCT 2 punct
    """)
        == []
    )


def test_words_in_marks_keep_their_edges() -> None:
    """A clause of the tree that cuts a quotation is not taken."""
    assert told("""
        Obi PROPN 2 nsubj
        said VERB 0 root
        : PUNCT 2 punct
        “ PUNCT 7 punct
        The DET 6 det
        pier NOUN 7 nsubj
        leaks VERB 2 ccomp
        and CCONJ 9 cc
        sags VERB 2 conj
        . PUNCT 2 punct
        ” PUNCT 2 punct
    """) == [("Obi", "said", "The pier leaks and sags.")]


def test_a_possessive_pronoun_begins_a_source() -> None:
    """ "Its head" is a source as "the head" is, whatever tag a parser gives the pronoun."""
    assert told("""
        Its PRON 2 nmod:poss
        head NOUN 6 nsubj
        , PUNCT 4 punct
        Obi PROPN 2 appos
        , PUNCT 4 punct
        said VERB 0 root
        rain NOUN 8 nsubj
        fell VERB 6 ccomp
        . PUNCT 6 punct
    """) == [("Its head, Obi", "said", "rain fell")]


def broken(document: Document, heads: list[int]) -> Document:
    """Return a document whose heads are replaced."""
    found = zip(heads, document.dependencies or (), strict=True)
    return evolve(document, dependencies=tuple(Dependency(head, old.relation) for head, old in found))


@given(st.lists(st.integers(-2, 12), min_size=11, max_size=11))
def test_any_tree_is_read_without_an_error(heads: list[int]) -> None:
    """Whatever heads a parser wrote, quotes lie in the text, and a source never overlaps its content."""
    document = broken(document_of(PASSIVE), heads)
    for quote in find(document, LANGUAGE)[0]:
        assert quote.content.end <= len(document.text)
        assert not any(one.overlaps(other) for one in quote.source for other in quote.content)


@given(st.lists(st.integers(-2, 8), min_size=7, max_size=7))
def test_a_wrong_tree_leaves_what_the_line_shows(heads: list[int]) -> None:
    """A plain report is found whatever the tree says."""
    document = broken(document_of(CLAUSAL), heads)
    assert [quote.cue.text for quote in find(document, LANGUAGE)[0]] == ["said"]


def test_dependencies_that_are_too_few_are_as_none() -> None:
    """A layer that does not run parallel to the tokens is not read."""
    document = document_of(CLAUSAL)
    short = evolve(document, dependencies=(document.dependencies or ())[:3])
    assert find(short, LANGUAGE) == find(evolve(document, dependencies=None), LANGUAGE)
