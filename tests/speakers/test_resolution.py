"""Forms of one name are one speaker, with one canonical name."""

from __future__ import annotations

import pytest

import quoteattr
from quoteattr.speakers import resolve
from tests.speakers.resolved import LANGUAGE, chain_of, document_of, quotes_of, resolved, speakers_of


@pytest.mark.parametrize(
    "other", ["Obi", "Mrs Obi", "ADA OBI", "Ada", "A. Obi", "Minister Obi", "Obi Ada", "Ada Theresa Obi", "AO"]
)
def test_forms_of_one_name(other: str) -> None:
    """Surnames, titles, capitals, initials and the turned order name the same person."""
    speakers = speakers_of(
        "{source1:Ada Obi} {cue1:said} {content1:it rained}. They asked Ada Obi.\n"
        f"{{content2:It pours}}, {{source2:{other}}} {{cue2:said}}."
    )
    assert speakers[0] == speakers[1]


@pytest.mark.parametrize("other", ["Morkhan", "Morchán", "Morchann"])
def test_spellings(other: str) -> None:
    """Spellings of one name in one article name one person."""
    speakers = speakers_of(
        "{source1:Ilya Morchan} {cue1:said} {content1:it rained}.\n"
        f"{{content2:It pours}}, {{source2:Mr {other}}} {{cue2:said}}."
    )
    assert speakers == ["Ilya Morchan", "Ilya Morchan"]


def test_shared_surname() -> None:
    """Of two bearers of a name, the honorific's gender or the nearest full mention decides."""
    assert speakers_of("Mr Kofi Obi and Mrs Ada Obi came. {content1:It rained}, {source1:Mr Obi} {cue1:said}.") == [
        "Kofi Obi"
    ]
    assert speakers_of("Kofi Obi came. Ada Obi left. {content1:It rained}, {source1:Obi} {cue1:said}.") == ["Ada Obi"]


def test_apposed_name_and_operator() -> None:
    """The name behind "a spokesman for the operator" is the operator's, not the spokesman's."""
    assert speakers_of("{source1:A spokesman for the operator, Norva Line}, {cue1:said} {content1:it rained}.") != [
        "Norva Line"
    ]


def test_chain_of_carriers() -> None:
    """A chain runs from the carriers to the speaker."""
    quote = resolved("{outer1:The Norva Post} reported that {source1:Ada Obi} had {cue1:said} {content1:it rained}.")[0]
    assert chain_of(quote) == ["Norva Post", "Ada Obi"]


def test_chain_of_inner_quote() -> None:
    """The chain of a quote inside a quote begins with the outer speaker."""
    quote = resolved(
        '"{content1:{source11:Kofi Ruud} {cue11:told} me {content11:it rained}}," {source1:Ada Obi} {cue1:said}.'
    )[0]
    assert chain_of(quote.quotes[0]) == ["Ada Obi", "Kofi Ruud"]


def test_chain_of_innermost_quote() -> None:
    """A carrier of the outer quote carries the inner one, too."""
    quote = resolved(
        "{outer1:The Norva Post} quoted {source1:Ada Obi} as {cue1:saying}: "
        '"{content1:{source11:Kofi Ruud} {cue11:told} me {content11:it rained}}."'
    )[0]
    assert chain_of(quote.quotes[0]) == ["Norva Post", "Ada Obi", "Kofi Ruud"]


def test_speakers_in_order() -> None:
    """Speakers come in the order of their first mention, and slice to their mentions."""
    text, quotes = quotes_of(
        "Ada Obi met Kofi Ruud. {content1:It rained}, {source1:Ruud} {cue1:said}. "
        "{content2:No}, {source2:Obi} {cue2:said}."
    )
    _, speakers = resolve(document_of(text), quotes, LANGUAGE)
    assert [speaker.name for speaker in speakers] == ["Ada Obi", "Kofi Ruud"]
    for speaker in speakers:
        assert all(
            span.of(text) == piece for p in speaker.mentions for span, piece in zip(p.spans, p.pieces, strict=True)
        )


def test_front_matter_shifts_nothing() -> None:
    """Text put before an article does not change who speaks."""
    body = "{source1:Ada Obi} {cue1:said} {content1:it rained}. {content2:It pours}, {source2:she} {cue2:said}."
    assert speakers_of(body) == speakers_of("weather, page two\n\n" + body)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Ada Obi", "person"),
        ("the mayor", "person"),
        ("@norva_bell", "person"),
        ("a nurse", "anonymous"),
        ("an official who asked not to be named", "anonymous"),
        ("two shepherds", "group"),
        ("the Ministry of Trade", "organisation"),
        ("the Norva Post", "organisation"),
        ("the letter", "document"),
    ],
)
def test_kinds(source: str, kind: str) -> None:
    """A speaker's kind is what its words show."""
    quote = resolved(f"{{content1:It rained}}, {{source1:{source}}} {{cue1:said}}.")[0]
    assert quote.speaker is not None
    assert quote.speaker.kind == kind


def test_no_quotes() -> None:
    """An article without quotes has no speakers."""
    assert resolve(document_of("Ada Obi left."), (), LANGUAGE) == ((), ())


def test_source_that_starts_with_a_small_word() -> None:
    """A source is no adjunct: its first name may be a small word."""
    assert speakers_of(
        "{source1:Per Holm} {cue1:said} {content1:the dam held}. {content2:It leaks}, {source2:Holm} {cue2:added}."
    ) == ["Per Holm", "Per Holm"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ida Holm and Lev Brandt said they would leave.", "Ida Holm and Lev Brandt"),
        (
            "Mayor Ida Holm, Lev Brandt and the priest Jon Ager said it was late.",
            "Ida Holm, Lev Brandt and Jon Ager",
        ),
        ("Union leader Ida Holm, a doctor, and Lev Brandt said they would meet.", "Ida Holm and Lev Brandt"),
        ("Norva Foods and Brisk Markets said the shops would merge.", "Norva Foods and Brisk Markets"),
    ],
)
def test_who_speak_together_are_one_speaker(text: str, name: str) -> None:
    """What several say together none of them says alone; "they" are all of them, a name is one."""
    reading = quoteattr.read(f"{text} “We are glad,” they added.")
    first, second = reading.quotes
    assert first.speaker is not None
    assert (first.speaker.name, first.speaker.kind.value) == (name, "group")
    assert second.speaker == first.speaker


@pytest.mark.parametrize(
    "text", ["Ida Holm, the mayor of Brask and Velm, said no one came.", "Ida Holm said no one came."]
)
def test_one_speaker_with_two_names_beside_is_one(text: str) -> None:
    """Places and posts beside a name make nobody speak with her."""
    (quote,) = quoteattr.read(text).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Ida Holm"
