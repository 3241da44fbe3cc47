"""Coreference clusters are evidence for pronouns and descriptions, and our own rules are the check."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.model.spans import Span
from quoteattr.speakers.coreference import read_clusters
from quoteattr.speakers.discourse import open_discourse
from tests.speakers.layered import document_with, names_with, resolved_with
from tests.speakers.resolved import LANGUAGE, chain_of, document_of


def rule_of(source: str) -> str:
    """Return the rule that decided on the last quote's speaker."""
    return resolved_with(source)[-1].evidence[-1].rule


AGREED = (
    "{source1:{cluster1:Ada Obi}} {cue1:said} {content1:it rained}. "
    "{content2:It poured}, {source2:{cluster1:she}} {cue2:said}."
)


def test_both_agree() -> None:
    """A cluster that agrees with our own antecedent makes the answer surer, and is named in the evidence."""
    alone = resolved_with(AGREED.replace("{cluster1:she}", "she"))[1]
    both = resolved_with(AGREED)[1]
    assert both.speaker is not None
    assert both.speaker.name == "Ada Obi"
    assert both.evidence[-1].rule == "speaker/pronoun-and-coreference"
    assert both.evidence[-1].spans == (both.source.spans[0], Span(0, 7))
    assert both.confidence > alone.confidence


def test_cluster_decides() -> None:
    """Where our own antecedent is only named, the cluster decides."""
    source = "Kim Ruud met {cluster1:Ada Obi}. {content1:It rained}, {source1:{cluster1:she}} {cue1:said}."
    assert names_with(source) == ["Ada Obi"]
    assert rule_of(source) == "speaker/coreference"


def test_cluster_alone() -> None:
    """Where our own rules find nobody, the cluster gives the speaker."""
    source = (
        "{cluster1:Ada Obi} came. It was cold. It was dark. It was late. It blew. It froze. It hailed. "
        "{content1:It rained}, {source1:{cluster1:she}} {cue1:said}."
    )
    assert names_with(source.replace("{cluster1:she}", "she")) == [None]
    assert names_with(source) == ["Ada Obi"]


def test_source_before_stands() -> None:
    """Against a cluster the source of the sentence before stands, less surely."""
    source = (
        "{cluster1:Kim Ruud} left. {source1:Ada Obi} {cue1:said} {content1:it rained}. "
        "{content2:It poured}, {source2:{cluster1:she}} {cue2:said}."
    )
    assert names_with(source) == ["Ada Obi", "Ada Obi"]
    assert rule_of(source) == "speaker/pronoun-against-coreference"


def test_two_names() -> None:
    """A cluster that names two people is not trusted."""
    source = (
        "{cluster1:Ada Obi} met Kim Ruud. {cluster1:Kofi Marrow} left. "
        "{content1:It rained}, {source1:{cluster1:he}} {cue1:said}."
    )
    assert rule_of(source) == "speaker/pronoun"


def test_coordination_names_nobody() -> None:
    """ "Ada Obi and Kim Ruud" is not Ada Obi."""
    source = (
        "{cluster1:Ada Obi and Kim Ruud} met. It was late. {content1:It rained}, {source1:{cluster1:they}} {cue1:said}."
    )
    assert names_with(source) == [None]


def test_wrong_gender() -> None:
    """A cluster of a man is not trusted for "she"."""
    source = "Mrs Obi met {cluster1:Mr Ruud}. {content1:It rained}, {source1:{cluster1:she}} {cue1:said}."
    assert names_with(source) == ["Obi"]


def test_both_genders() -> None:
    """A cluster that holds "he" and "she" is not trusted."""
    source = (
        "Ilse Marrow met {cluster1:Kim Ruud}. He bowed to {cluster1:him}. "
        "{content1:It rained}, {source1:{cluster1:she}} {cue1:said}."
    )
    assert rule_of(source) == "speaker/pronoun"


def test_wrong_number() -> None:
    """A cluster of one person is not trusted for "they"."""
    source = (
        "{source1:Two shepherds} {cue1:met} {content1:it}. Mr {cluster1:Ruud} left. "
        "{content2:It rained}, {source2:{cluster1:they}} {cue2:said}."
    )
    assert names_with(source) == ["two shepherds", "two shepherds"]


def test_nobody_named() -> None:
    """A cluster that names nobody gives no name."""
    source = "{cluster1:Somebody} came. {content1:It rained}, {source1:{cluster1:she}} {cue1:said}."
    assert names_with(source) == [None]


def test_description_of_a_named_party() -> None:
    """A description that the text does not explain is the party that its cluster names."""
    source = "{cluster1:Ada Obi} won again. {content1:It rained}, {source1:{cluster1:the referee}} {cue1:said}."
    assert names_with(source.replace("{cluster1:the referee}", "the referee")) == ["the referee"]
    assert names_with(source) == ["Ada Obi"]
    assert rule_of(source) == "speaker/coreference"


def test_role_stands() -> None:
    """What the text says of a party counts more than a cluster."""
    source = (
        "Ada Obi, the mayor, met {cluster1:Kim Ruud}. {content1:It rained}, {source1:{cluster1:the mayor}} {cue1:said}."
    )
    assert names_with(source) == ["Ada Obi"]
    assert rule_of(source) == "speaker/role-against-coreference"


def test_somebody_new() -> None:
    """ "A nurse" is nobody who was named before, whatever a cluster says."""
    source = "{cluster1:Ada Obi} left. {content1:It rained}, {source1:{cluster1:a nurse}} {cue1:said}."
    assert names_with(source) == ["a nurse"]


def test_group_is_no_person() -> None:
    """ "The nurses" are not one person, whatever a cluster says."""
    source = "{cluster1:Ada Obi} left. {content1:It rained}, {source1:{cluster1:the nurses}} {cue1:said}."
    assert names_with(source) == ["the nurses"]


def test_nameless_party_goes_on() -> None:
    """A cluster without a name still tells that "she" is the nurse of an earlier source."""
    source = (
        "{source1:{cluster1:A nurse}} {cue1:said} {content1:it rained}. Kim Ruud left. It was late. It was dark. "
        "{content2:It poured}, {source2:{cluster1:she}} {cue2:said}."
    )
    assert names_with(source) == ["a nurse", "a nurse"]


def test_inside_a_quote() -> None:
    """A cluster tells whom "he" means in somebody's words."""
    quote = resolved_with(
        'Kim Ruud met {cluster1:Kofi Marrow}. "{content1:I asked and {source11:{cluster1:he}} {cue11:said} '
        '{content11:no}}," {source1:Ada Obi} {cue1:said}.'
    )[0]
    assert chain_of(quote.quotes[0]) == ["Ada Obi", "Kofi Marrow"]


@given(st.lists(st.lists(st.tuples(st.integers(-2, 40), st.integers(-2, 40)), max_size=3), max_size=3))
def test_any_clusters(clusters: list[list[tuple[int, int]]]) -> None:
    """Clusters that lie outside the text, overlap or are empty are borne."""
    spans = tuple(tuple(Span(*span) for span in cluster) for cluster in clusters)
    document = evolve(document_of("Ada Obi met Kim Ruud. She left him."), clusters=spans)
    found = read_clusters(open_discourse(document, (), LANGUAGE))
    assert set(found.parties) <= set(range(len(clusters)))
    assert not set(found.parties) & found.distrusted


def test_no_clusters() -> None:
    """A document without clusters has none."""
    assert document_with("Ada Obi left.").clusters is None
    assert read_clusters(open_discourse(document_of("Ada Obi left."), (), LANGUAGE)).parties == {}
