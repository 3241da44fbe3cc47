"""Pronouns are resolved by the text's own evidence, or not at all."""

from __future__ import annotations

import quoteattr
from tests.speakers.resolved import chain_of, names_read, resolved, speakers_of


def test_speaker_before() -> None:
    """A pronoun is the speaker of the quote before."""
    assert speakers_of(
        "{content1:It rained}, {source1:Ada Obi} {cue1:said}. {content2:It poured}, {source2:she} {cue2:said}."
    ) == ["Ada Obi", "Ada Obi"]


def test_names_inside_quotes_are_no_antecedents() -> None:
    """A name inside the reported words is not who speaks next."""
    assert speakers_of(
        "{content1:Kofi Ruud was late}, {source1:Ada Obi} {cue1:said}. {content2:It poured}, {source2:she} {cue2:said}."
    ) == ["Ada Obi", "Ada Obi"]


def test_gender_chooses() -> None:
    """An honorific rules out the nearer name."""
    assert speakers_of("Mrs Obi met Mr Ruud. {content1:It rained}, {source1:he} {cue1:said}.") == ["Ruud"]


def test_document() -> None:
    """ "It" is the report, not the person."""
    assert speakers_of(
        "{source1:The report by the bank} {cue1:says} {content1:it rained}. "
        "{content2:It will pour}, {source2:it} {cue2:adds}."
    ) == ["the report by the bank", "the report by the bank"]


def test_group() -> None:
    """ "They" and "one of them" are the group."""
    assert speakers_of(
        "{source1:Two shepherds} {cue1:said} {content1:it rained}. "
        "{content2:It pours}, {source2:one of them} {cue2:said}."
    ) == ["two shepherds", "two shepherds"]


def test_nobody() -> None:
    """Without an antecedent there is no speaker."""
    assert speakers_of("{content1:It rained}, {source1:she} {cue1:said}.") == [None]


def test_first_person_inside() -> None:
    """ "I" inside a quote is its speaker, and the chain has one link."""
    quote = resolved(
        '"{content1:It rained, and {source11:I} {cue11:said}: {content11:stay}}," {source1:Ada Obi} {cue1:said}.'
    )[0]
    assert chain_of(quote.quotes[0]) == ["Ada Obi"]


def test_third_person_inside() -> None:
    """A pronoun inside a quote is not its speaker, but who is described there."""
    quote = resolved(
        '"{content1:I rang my sister. {source11:She} {cue11:said}: {content11:stay}}," {source1:Ada Obi} {cue1:said}.'
    )[0]
    assert chain_of(quote.quotes[0]) == ["Ada Obi", "my sister"]


def test_subject_without_name() -> None:
    """A subject that has no name is who the next sentence's pronoun means."""
    assert speakers_of("My granddaughter came home. {source1:She} {cue1:says} {content1:it rained}.") == [
        "my granddaughter"
    ]
    assert speakers_of("The hospital put out a note. {source1:It} {cue1:said} {content1:it rained}.") == [
        "the hospital"
    ]


def test_byline() -> None:
    """ "I" in the reporter's voice is who signs the article."""
    assert speakers_of("By Ada Obi\n\nIt rained. {content1:Is it late}, {source1:I} {cue1:asked}.") == ["Ada Obi"]


def test_described_subject_before_a_name_farther_back() -> None:
    """The subject of the sentence before is meant, and no name from farther back."""
    assert speakers_of(
        "Kofi Marrow came. The landlord of the inn opened. {content1:It rained}, {source1:he} {cue1:said}."
    ) == ["the landlord"]


def test_who_asks_does_not_answer() -> None:
    """In "Asked by X, she replied" X is somebody else."""
    assert speakers_of(
        "Ilse Marrow came. Asked by Ada Obi why, {source1:she} {cue1:replied}: {content1:it rained}."
    ) == ["Ilse Marrow"]


def test_name_alone_on_a_line() -> None:
    """A name that is all of a line below the headline signs the article: it is "I", and never "he"."""
    assert speakers_of("A wet day\n\nAda Obi\n\nIt rained. {content1:Is it late}, {source1:I} {cue1:asked}.") == [
        "Ada Obi"
    ]
    assert speakers_of("A wet day\n\nAda Obi\n\nIt rained. {content1:It is late}, {source1:she} {cue1:said}.") == [None]


def test_gender_noun_in_the_sentence_before() -> None:
    """Where nobody else may be meant, a pronoun is who was described last."""
    assert speakers_of('"{content1:{source11:She} {cue11:said} {content11:no}}," {source1:he} {cue1:said}.') == [None]
    assert speakers_of("The town lost its only nurse. {content1:It rained}, {source1:she} {cue1:said}.") == [
        "its only nurse"
    ]


def test_clitic() -> None:
    """A pronoun with what is written together with it is the pronoun."""
    assert speakers_of(
        "{content1:It rained}, {source1:Ada Obi} {cue1:said}. {source2:She’d} {cue2:said} {content2:it poured}."
    ) == ["Ada Obi", "Ada Obi"]


def test_a_pronoun_with_a_reflexive_is_a_pronoun() -> None:
    """ "He himself said" means who "he" is."""
    _, quote = quoteattr.read("“It is late,” Jim Ager said. He himself said that the hall was cold.").quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Jim Ager"


def test_they_are_no_single_source() -> None:
    """ "They" may be a body or several people, not one unnamed official."""
    reading = quoteattr.read(
        "A source close to the talks said the deal was dead. “Trust us,” they said.", parser="rules"
    )
    assert [quote.speaker.name if quote.speaker else None for quote in reading.quotes][1:] == [None]


def test_topic_in_front() -> None:
    """Of whom she speaks is not she."""
    assert names_read("Ruth Kemp spoke. She was tired. Of her rival, Jan Beck, she said the man was “a tourist”.") == [
        "Ruth Kemp"
    ]


def test_whoever_is_named_in_the_words_does_not_say_them() -> None:
    """A quote inside a quote is not that of whom it names."""
    text = "“My brother Aurel left. He said, ‘Aurel always sleeps,’” Mina Holt recalled."
    assert names_read(text) == ["Mina Holt", None]


def test_free_relative() -> None:
    """ "What he called" takes up the subject of the verb before it."""
    text = "The minister, Pavel Rusk, met the envoy, Karl Dent, and rejected what he called “the envoy's poetry”."
    assert set(names_read(text)) == {"Pavel Rusk"}


def test_told_in_a_hearing() -> None:
    """Whom a hearing is told of may be the one who speaks next."""
    text = "Jane Orr told the jury it rained. The inquest was told that Dr Sam Ade had been late. He said it was cold."
    assert names_read(text)[-1] == "Sam Ade"


def test_plural_document() -> None:
    """ "They" are the minutes, not who has seen them."""
    text = "The minutes, seen by the Thornley Echo, do not record it. They note that the vote was taken at noon."
    assert names_read(text) == ["the minutes"]


def test_a_place_named_for_a_saint() -> None:
    """A saint's name is that of a building."""
    assert names_read("Dana Wills was hit outside St Olave's. Asked if it hurt, she said it did not.") == ["Dana Wills"]


def test_a_role_of_the_other_gender() -> None:
    """A pronoun is nobody whose gender the text shows to be another, by name or by role."""
    text = "Mayor Ada Obi left. She was ill. Kim Orr told the paper: “I met the mayor. He said, ‘It is cold.’”"
    assert names_read(text)[-1] is None


def test_words_of_the_reporter_begin_with_who_speaks() -> None:
    """ "Obi said she had told ..." is what she says of herself; in her own words "she" is somebody else."""
    (outer,) = quoteattr.read("Ada Obi said she had told the board that the mill was safe.", parser="rules").quotes
    assert [inner.speaker for inner in outer.quotes] == [outer.speaker]
    (outer,) = quoteattr.read("“She told me that it was safe,” Ada Obi said.", parser="rules").quotes
    assert [inner.speaker for inner in outer.quotes] == [None]


def test_it_in_somebodys_words_is_what_they_name() -> None:
    """ "It said ..." in a quote is a thing that is spoken of there, and nobody whom the reporter named."""
    text = "The police searched. “It said, ‘Home for tea,’” Ruth Leigh said."
    (outer,) = quoteattr.read(text, parser="rules").quotes
    assert [inner.speaker for inner in outer.quotes] == [None]


def test_it_is_a_document_right_before_rather_than_a_body_far_before() -> None:
    """ "It" takes up the statement of the sentence before, where the last body is some sentences back."""
    text = (
        "Neil Fane told Marlow Crown Court that it rained. The man was late. "
        "Joan Carr wept as a statement was read out. “She lit up every room,” it said."
    )
    speaker = quoteattr.read(text, parser="rules").quotes[-1].speaker
    assert speaker is not None
    assert speaker.name == "a statement"


def test_a_person_whom_the_paragraph_brings_in() -> None:
    """Who is named for the first time in a paragraph is meant there, and nobody of the paragraph before."""
    text = (
        '"It is safe," Ms Ada Obi said. She left.\n\n'
        'So what broke? Pia Fenn, a welder, cut one open. "There is no metal," she said.'
    )
    assert names_read(text) == ["Ada Obi", "Pia Fenn"]


def test_who_answers_did_not_ask() -> None:
    """A pronoun that answers a question is not who asked it; where the text shows nobody else, it is nobody."""
    text = 'Kim Ruud shut the gate. "Is that the key?" Ruud asked.\n\n"It is the wrong one," he answered.'
    first, second = quoteattr.read(text, parser="rules").quotes
    assert first.speaker is not None
    assert second.speaker is None
