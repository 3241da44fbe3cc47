"""Outer links are found where the text names them, and nowhere else."""

from __future__ import annotations

import pytest

from quoteattr.attribution.carrying import carry_over
from quoteattr.attribution.chains import carriers_of, carriers_with_evidence
from tests.speakers.resolved import LANGUAGE, document_of, quotes_of


def carriers_in(source: str) -> list[str]:
    """Return the words for the carriers of a marked text's first quote."""
    text, quotes = quotes_of(source)
    return [str(link.source) for link in carriers_of(document_of(text), quotes[0], LANGUAGE)]


@pytest.mark.parametrize(
    ("source", "carriers"),
    [
        ("According to the Norva Post, {source1:Obi} {cue1:said} {content1:it rained}.", ["the Norva Post"]),
        ("{source1:Obi} {cue1:promised} {content1:rain}, according to one aide.", ["one aide"]),
        ("The Norva Post, {cue1:citing} {source1:the bank}, reported that {content1:it rained}.", ["The Norva Post"]),
        ("{content1:It rained}, the Norva Post reported, {cue1:citing} {source1:the bank}.", ["the Norva Post"]),
        ("The Norva Post reported that {source1:Obi} had {cue1:said} {content1:it rained}.", ["The Norva Post"]),
        ("Ms Ruud said {source1:an aide} had {cue1:told} her {content1:it rained}.", ["Ms Ruud"]),
        ("The Norva Post quoted {source1:Obi} as {cue1:saying} {content1:it rained}.", ["The Norva Post"]),
        (
            "The Norva Post {cue1:wrote}, with reference to {source1:a watchman}, that {content1:it rained}.",
            ["The Norva Post"],
        ),
        (
            "The Post {cue1:wrote} on Tuesday, with reference to {source1:a watchman}, that {content1:it rained}.",
            ["The Post"],
        ),
        (
            "As RIDGE reported, the Post, {cue1:citing} {source1:a watchman}, announced that {content1:it rained}.",
            ["the Post"],
        ),
        ("{source1:Obi}, quoted by the Norva Post, {cue1:said} {content1:it rained}.", ["the Norva Post"]),
        ("{source1:Obi} {cue1:promised} {content1:rain}, the court said.", ["the court"]),
        ("{source1:Obi} {cue1:promised} “{content1:rain}”, the court said.", ["the court"]),
        (
            "The site Ridge, citing the daily Norva Post, "
            "said {source1:an aide} had {cue1:complained} {content1:of rain}.",
            ["The site Ridge", "the daily Norva Post"],
        ),
    ],
)
def test_links(source: str, carriers: list[str]) -> None:
    """Each form names its carriers, the outermost first."""
    assert carriers_in(source) == carriers


@pytest.mark.parametrize(
    "source",
    [
        "{source1:Obi} {cue1:told} the Norva Post {content1:it rained}.",
        "Ruud asked {source1:Obi}, who {cue1:said} {content1:it rained}.",
        "{content1:It rained}, {cue1:said} {source1:Obi}.",
        "{source1:Obi} {cue1:said} {content1:it rained}, and the court denied that it had.",
        "Members learned of the rain, said {source1:its chair}, who {cue1:denied} that {content1:it froze}.",
        "Police have moved. {source1:Obi} {cue1:said} {content1:it rained}.",
        "{content1:It rained}, {cue1:according to} {source1:Obi}.",
        "It froze, according to the Norva Post; {source1:Obi} {cue1:said} {content1:it rained}.",
    ],
)
def test_no_links(source: str) -> None:
    """A hearer, another clause's subject or the source itself is no carrier."""
    assert carriers_in(source) == []


def test_evidence() -> None:
    """The rule that found a link is told."""
    text, quotes = quotes_of("The Norva Post quoted {source1:Obi} as {cue1:saying} {content1:it rained}.")
    quote = carriers_with_evidence(document_of(text), quotes[0], LANGUAGE)
    assert quote.evidence[-1].rule == "chain/quotes-the-source"


def test_credit_is_carried_over() -> None:
    """An agency named before a block quotation is credited until another account starts."""
    text, quotes = quotes_of(
        "According to the Norva news agency, {source1:Ada Obi} {cue1:said}:\n\n"
        '"{content1:It rained.}"\n\n{content2:It poured}, {source2:the mayor} {cue2:said}.\n\n'
        "{content3:It snowed}, {source3:Kofi Ruud} {cue3:said}. {content4:It froze}, {source4:Obi} {cue4:said}."
    )
    document = document_of(text)
    linked = [carriers_with_evidence(document, quote, LANGUAGE) for quote in quotes]
    carried = carry_over(document, linked, LANGUAGE)
    assert [[str(link.source) for link in quote.carriers] for quote in carried] == [
        ["the Norva news agency"],
        ["the Norva news agency"],
        [],
        [],
    ]
    assert carried[1].evidence[-1].rule == "chain/carried-over"


def test_credit_inside_one_sentence_ends_with_it() -> None:
    """A paper named within a sentence is not credited with the next."""
    text, quotes = quotes_of(
        "According to the Norva Post, {source1:Obi} {cue1:said} {content1:it rained}. "
        "{content2:It poured}, {source2:Obi} {cue2:said}."
    )
    document = document_of(text)
    linked = [carriers_with_evidence(document, quote, LANGUAGE) for quote in quotes]
    assert carry_over(document, linked, LANGUAGE)[1].carriers == ()
