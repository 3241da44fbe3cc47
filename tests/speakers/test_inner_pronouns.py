"""A pronoun in somebody's own words means whom these words, or the words before them, tell of; else nobody."""

from __future__ import annotations

import pytest

import quoteattr


def _inner(text: str) -> list[str | None]:
    """Return who speaks the quotes inside quotes."""
    reading = quoteattr.read(text, parser="rules")
    inner = [each for quote in reading.quotes for each in quote.quotes]
    return [each.speaker.name if each.speaker else None for each in inner]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # told of by the same speaker right before
        ("Ada Obi said she had rung the lock keeper. \"He told me, 'Walk home,'\" Obi said.", "the lock keeper"),
        (
            "Ada Obi said her uncle, the ferryman, had been called out. \"He said, 'I hate fog,'\" she said.",
            "the ferryman",
        ),
        # bodies and groups are meant where they were spoken to
        (
            "Ada Obi says she wrote to the harbour office in May. \"They said, 'Wait and see,'\" Obi said.",
            "the harbour office",
        ),
        ("Ada Obi walked past the harbour office in May. \"They said, 'Wait and see,'\" Obi said.", None),
        # or from whom words came
        (
            "Ada Obi said she got a call from the harbour office. \"They said, 'Wait and see,'\" Obi said.",
            "the harbour office",
        ),
        # who tells is not told of
        ("A watchman close to the yard told us: \"It fell. He said, 'Run,' and I ran.\"", None),
        # whose they are stands beside the speaker
        ("Ada Obi, whose brother is at sea, waits. \"He wrote, 'All is well,'\" Obi said.", "brother"),
        # the tag that breaks the words names nobody in them
        (
            '"My aunt built this boat," said Ada Obi of Tarn Yards. "She always said, \'Sail or sell,\' and I sail."',
            "my aunt",
        ),
        # a thing is no person, a place no hearer
        ("\"My teacher, Jan Ruud, broke a chair. He told us, 'Play on,'\" Ada Obi said.", "Jan Ruud"),
        ("\"He sang on the radio, and they told him, 'Enough,'\" Ada Obi said.", None),
        # who was told something inside the words
        ("\"I told Mirela, and she said, 'Then we go,'\" Ada Obi said.", "Mirela"),
        # of two who may be meant neither is
        ("Ada Obi said the cook had met the guard. \"He said, 'Go,'\" she said.", None),
        # who spoke for himself in the paragraph before is not told of
        ("“It rained,” Mr Ruud said.\n\n“He said, ‘Go home,’” Ada Obi said.", None),
    ],
)
def test_who_is_told_of(text: str, speaker: str | None) -> None:
    """The one person whom the speaker told of before is meant; where two are, or none, nobody."""
    assert _inner(text) == [speaker]


def test_whose_sister() -> None:
    """Who belongs to the speaker is known to belong to them."""
    reading = quoteattr.read("Ada Obi, whose brother is at sea, waits. \"He wrote, 'All is well,'\" Obi said.")
    speaker = reading.quotes[0].quotes[0].speaker
    assert speaker is not None
    assert speaker.affiliation == "Ada Obi"
