"""A quote without source gets a speaker only where the text shows one."""

from __future__ import annotations

import quoteattr
from tests.speakers.resolved import names_read, resolved, speakers_of


def test_same_paragraph() -> None:
    """A quote goes on with the speaker before it in its paragraph."""
    assert speakers_of('{source1:Ada Obi} {cue1:said} {content1:it rained}. "{content2:It poured.}"') == [
        "Ada Obi",
        "Ada Obi",
    ]


def test_another_subject_between() -> None:
    """A person named in between is who speaks."""
    assert speakers_of(
        '{source1:Ada Obi} {cue1:said} {content1:it rained}. Kofi Ruud stood up. "{content2:It poured.}"'
    ) == ["Ada Obi", "Kofi Ruud"]


def test_headline() -> None:
    """A headline's quotation belongs to whoever says the same words in the body."""
    assert speakers_of(
        "'{content1:We never left the port}'\n\nThe port stood still.\n\n"
        '"{content2:We never left the port at all}," {source2:Ada Obi} {cue2:said}.'
    ) == ["Ada Obi", "Ada Obi"]


def test_headline_with_other_words() -> None:
    """A headline's quotation that nobody repeats has no speaker."""
    assert speakers_of(
        "'{content1:Ships of gold}'\n\nThe port stood still.\n\n"
        '"{content2:We waited for rain}," {source2:Ada Obi} {cue2:said}.'
    ) == [None, "Ada Obi"]


def test_weak_decisions_lower_confidence() -> None:
    """A speaker carried over is less sure than one named."""
    first, second = resolved('{source1:Ada Obi} {cue1:said} {content1:it rained}. "{content2:It poured.}"')
    assert first.confidence > second.confidence > 0
    assert second.evidence[-1].rule == "speaker/same-paragraph"


INTERVIEW = """Three questions for a ferryman

Ida Brandt runs the ferry at Holm. {}She met us on the quay.

**When did it stop?**

In May, after the storm.

**Who pays?**

The council does. My sister said to me, "Never again."

**Will it run?**

I hope so."""


def test_an_interview_whose_introduction_names_one_person() -> None:
    """Answers to questions in bold are those of the only person named before them."""
    assert names_read(INTERVIEW.format("")) == [
        *(None, "Ida Brandt"),
        *(None, "Ida Brandt", "my sister"),
        *(None, "Ida Brandt"),
    ]


def test_an_interview_whose_introduction_names_two() -> None:
    """Where two are named nobody is shown to answer."""
    assert set(names_read(INTERVIEW.format("Kofi Ruud built it. "))) <= {None, "my sister"}


ANSWERED = "{source1:Ada Obi} {cue1:said} {content1:it rained}.\n\n"


def test_an_answer_to_the_reporter() -> None:
    """Words behind the reporter's question are of who spoke before."""
    assert speakers_of(ANSWERED + 'So what broke? A pause. "{content2:The rope, I think.}"') == ["Ada Obi", "Ada Obi"]


def test_a_person_beside_the_question() -> None:
    """Where the question names somebody it is not known who answers it."""
    found = resolved(ANSWERED + 'Why did Mr Ruud leave? "{content2:The rope, I think.}"')
    assert found[1].evidence[-1].rule != "speaker/answers"


def test_the_headline_of_an_interview() -> None:
    """An "I" above the turns of two is who answers."""
    text = (
        '"I walked out of there"\n\nThe keeper, Ada Obi, sees us.\n\nTIDE: Did you leave?\n\n'
        "OBI: Yes.\n\nTIDE: Why?\n\nOBI: Rain."
    )
    quotes = quoteattr.read(text, parser="rules").quotes
    speakers = [quote.speaker.name if quote.speaker else None for quote in quotes]
    assert speakers == ["Ada Obi", "TIDE", "Ada Obi", "TIDE", "Ada Obi"]
