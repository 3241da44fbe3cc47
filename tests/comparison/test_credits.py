"""Credits: whether two articles' speakers can be one party."""

from __future__ import annotations

import pytest

from quoteattr import compare, read
from quoteattr.comparison.credits import same_speaker
from quoteattr.languages import load
from quoteattr.model.comparisons import Verdict
from quoteattr.model.speakers import Speaker, SpeakerKind

ENGLISH = load("en")
BODY = SpeakerKind.ORGANISATION
ONE = [
    (Speaker(name="Ada Obi"), Speaker(name="Minister Obi")),
    (Speaker(name="Cengiz Aydınlı"), Speaker(name="Cengiz Aydinli")),
    (Speaker(name="Inés Ródova"), Speaker(name="Ines Rodova")),
    (Speaker(name="Ada Obi", role="Transport Minister"), Speaker(name="the transport minister")),
    (Speaker(name="WHF", kind=BODY), Speaker(name="World Herring Forum", kind=BODY)),
    (Speaker(name="the fire brigade", kind=BODY), Speaker(name="a fire brigade spokesman", kind=SpeakerKind.ANONYMOUS)),
    (Speaker(name="Ada Obi", role="spokeswoman", affiliation="Halden Group"), Speaker(name="Halden Group", kind=BODY)),
    (Speaker(name="the company", kind=BODY), Speaker(name="Halden AG", kind=BODY)),
    (Speaker(name="the transport minister"), Speaker(name="the transport ministry", kind=BODY)),
    (Speaker(name="Court of Arbitration", kind=BODY), Speaker(name="the arbitration court", kind=BODY)),
]
TWO = [
    (Speaker(name="the transport minister"), Speaker(name="the finance ministry", kind=BODY)),
    (Speaker(name="Ada Obi"), Speaker(name="Ivo Brandt")),
    (Speaker(name="Ada Obi", role="Transport Minister"), Speaker(name="the finance minister")),
    (Speaker(name="WHF", kind=BODY), Speaker(name="World Cod Forum", kind=BODY)),
    (Speaker(name="the fire brigade", kind=BODY), Speaker(name="a police spokesman", kind=SpeakerKind.ANONYMOUS)),
    (Speaker(name="the company", kind=BODY), Speaker(name="Ada Obi")),
    (Speaker(name="Halden AG", kind=BODY), Speaker(name="Skarn AG Union", kind=BODY)),
]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_names_and_descriptions_can_be_of_one(first: Speaker, second: Speaker) -> None:
    """Part of a name, initials, a role, a spokesman and a generic noun can all be one party's, in either order."""
    assert same_speaker(first, second, ENGLISH)
    assert same_speaker(second, first, ENGLISH)


@pytest.mark.parametrize(("first", "second"), TWO)
def test_others_are_two(first: Speaker, second: Speaker) -> None:
    """Another name, office, body or principal is another party."""
    assert not same_speaker(first, second, ENGLISH)
    assert not same_speaker(second, first, ENGLISH)


def test_two_may_have_said_what_is_only_reported() -> None:
    """Another credit makes a divergence of words in quotation marks, and not of what is reported."""
    left, right = (
        read(f"The {who} said the road was mined.", outlet=outlet)
        for who, outlet in (("mayor", "Courier"), ("general", "Gazette"))
    )
    (told,) = compare(left, right).statements
    assert told.verdict is Verdict.AGREE


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("Ada Obi", "Per Holm", Verdict.DIVERGE),
        ("Ada Obi", "the governor", Verdict.AGREE),
        ("Inés Ródova", "Ines Rodova", Verdict.AGREE),
    ],
)
def test_words_in_marks_are_of_one_of_two_names(first: str, second: str, verdict: Verdict) -> None:
    """Whose words they are diverges where both accounts name somebody; who is only described may be the one named."""
    left, right = (
        read(f"“The road was mined by our own men in May,” {who} said.", outlet=outlet)
        for who, outlet in ((first, "Courier"), (second, "Gazette"))
    )
    (told,) = compare(left, right).statements
    assert told.verdict is verdict
