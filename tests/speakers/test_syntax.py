"""A document's tree gives subjects, appositions and whom a possessive belongs to."""

from __future__ import annotations

from quoteattr.model.spans import Span
from quoteattr.speakers.syntax import OBJECT, OTHER, SUBJECT, Syntax
from tests.speakers.layered import document_with, names_with, resolved_with
from tests.speakers.resolved import document_of, speakers_of

MET = "2 compound PROPN, 3 nsubj PROPN, 0 root VERB, 5 compound PROPN, 3 obj PROPN, 3 punct PUNCT"


def syntax_of(text: str, tree: str) -> Syntax:
    """Return the syntax of a text with its tree."""
    syntax = Syntax.of(document_with(text, tree))
    assert syntax is not None
    return syntax


def test_no_tree() -> None:
    """A document without dependencies has no syntax."""
    assert Syntax.of(document_of("Ada Obi left.")) is None


def test_ranks() -> None:
    """A subject comes before an object, and that before what hangs deeper."""
    syntax = syntax_of("Ada Obi met Kim Ruud.", MET)
    assert syntax.rank_of(Span(0, 7)) == SUBJECT
    assert syntax.rank_of(Span(12, 20)) == OBJECT
    syntax = syntax_of(
        "Kim Ruud's lawyer left.",
        "2 compound PROPN, 4 nmod:poss PROPN, 2 case PART, 5 nsubj NOUN, 0 root VERB, 5 punct PUNCT",
    )
    assert syntax.rank_of(Span(0, 8)) == OTHER


def test_apposition_shares_the_place() -> None:
    """A name in apposition to a subject is one."""
    syntax = syntax_of(
        "The mayor, Ada Obi, left.",
        "2 det DET, 7 nsubj NOUN, 5 punct PUNCT, 5 compound PROPN, 2 appos PROPN, 5 punct PUNCT, 0 root VERB, "
        "7 punct PUNCT",
    )
    assert syntax.rank_of(Span(11, 18)) == SUBJECT


def test_subject_behind_an_adjunct() -> None:
    """The subject is the antecedent, though another name stands before it."""
    source = "With Kim Ruud Ada Obi spoke. {content1:It rained}, {source1:she} {cue1:said}."
    tree = (
        "3 case ADP, 3 compound PROPN, 6 obl PROPN, 5 compound PROPN, 6 nsubj PROPN, 0 root VERB, 6 punct PUNCT, "
        "2 nsubj PRON, 5 ccomp VERB, 2 punct PUNCT, 5 nsubj PRON, 0 root VERB, 5 punct PUNCT"
    )
    marked = source.replace("Kim Ruud", "{person:Kim Ruud}").replace("Ada Obi", "{person:Ada Obi}")
    assert names_with(marked, tree) == ["Ada Obi"]


def test_described_subject() -> None:
    """A described subject may stand behind an adjunct, where the line alone does not show it."""
    source = "On Monday the landlord wept. {content1:It rained}, {source1:he} {cue1:said}."
    tree = (
        "2 case ADP, 5 obl PROPN, 4 det DET, 5 nsubj NOUN, 0 root VERB, 5 punct PUNCT, "
        "2 nsubj PRON, 5 ccomp VERB, 2 punct PUNCT, 5 nsubj PRON, 0 root VERB, 5 punct PUNCT"
    )
    assert names_with(source, tree) == ["the landlord"]


APPOSED = "Ada Obi, back from Holm, the mayor, left. {content1:It rained}, {source1:the mayor} {cue1:said}."
APPOSED_TREE = (
    "2 compound PROPN, 11 nsubj PROPN, 4 punct PUNCT, 2 amod ADV, 6 case ADP, 4 obl PROPN, 9 punct PUNCT, 9 det DET, "
    "2 appos NOUN, 9 punct PUNCT, 0 root VERB, 11 punct PUNCT, "
    "2 nsubj PRON, 6 ccomp VERB, 2 punct PUNCT, 5 det DET, 6 nsubj NOUN, 0 root VERB, 6 punct PUNCT"
)


def test_apposition_gives_a_role() -> None:
    """An apposition of the tree tells whose a role is, where the line shows a nearer name."""
    assert speakers_of(APPOSED) == ["Holm"]
    quote = resolved_with(APPOSED, APPOSED_TREE)[0]
    assert quote.speaker is not None
    assert quote.speaker.name == "Ada Obi"


def test_his_spokesman() -> None:
    """ "Her spokesman" belongs to whom "her" means."""
    quote = resolved_with("Ada Obi resigned. {content1:It rained}, {source1:her spokesman} {cue1:said}.")[0]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.affiliation) == ("her spokesman", "Ada Obi")


def test_broken_tree() -> None:
    """A tree whose heads run in a circle, or point nowhere, is borne."""
    syntax = syntax_of(
        "Ada Obi met Kim Ruud.", "2 appos PROPN, 1 appos PROPN, 9 root VERB, 3 conj PROPN, 4 conj PROPN, 6 punct PUNCT"
    )
    assert syntax.rank_of(Span(0, 7)) == OTHER
    assert list(syntax.subjects(Span(0, 21))) == []
