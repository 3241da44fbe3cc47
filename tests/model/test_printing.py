"""What `repr` and sentences hold can be printed."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given

from quoteattr.model.comparisons import Comparison, Difference, DifferenceKind
from quoteattr.model.printing import in_line, showable
from quoteattr.model.readings import Reading
from quoteattr.model.spans import Passage
from tests.samples import comparison, long_reading, passage
from tests.strategies import WHOLE, comparisons, readings


@WHOLE
@given(reading=readings())
def test_the_repr_of_a_reading_is_one_line(reading: Reading) -> None:
    """Neither a lone surrogate nor a line end of the outlet gets into the `repr`."""
    repr(reading).encode("utf-8")
    assert len(repr(reading).splitlines()) == 1


@WHOLE
@given(compared=comparisons())
def test_sentences_of_a_comparison_can_be_printed(compared: Comparison) -> None:
    """The `repr` and every sentence can be written as UTF-8."""
    repr(compared).encode("utf-8")
    assert len(repr(compared).splitlines()) == 1
    for statement in compared.statements:
        statement.explain().encode("utf-8")
        for difference in statement.differences:
            difference.explain().encode("utf-8")
            statement.explain_difference(difference).encode("utf-8")


def test_a_reading_shows_an_odd_outlet() -> None:
    """What cannot be shown is replaced, and line ends become spaces."""
    reading = evolve(long_reading(), article=evolve(long_reading().article, outlet="Ane\n\ud800Courier"))
    assert repr(reading).endswith(" in Ane \ufffdCourier)")


def test_nothing_on_one_side_is_told_as_nothing() -> None:
    """A difference of words that one side has not says so."""
    text = "We will never leave"
    words = {"left": passage(text, "never"), "right": Passage()}
    difference = Difference(kind=DifferenceKind.WORDING, **words, tellers=("Courier", "Herald"))
    assert difference.explain() == "wording: Courier has “never”, Herald has nothing there."


def test_another_credit_says_whom_each_account_credits() -> None:
    """Of an attribution the statement knows whom each credits; where it has no such mention, the words are told."""
    statement = comparison().statements[2]
    attribution = statement.differences[1]
    assert statement.explain_difference(attribution) == attribution.explain()
    left, right = (mention.passage for mention in statement.mentions if mention)
    whole = evolve(attribution, left=left, right=right)
    told = "attribution: Northern Courier credits port authority, Tarn Post credits Harbour officials."
    assert statement.explain_difference(whole) == told
    own = evolve(statement, mentions=(statement.mentions[0], evolve(statement.mentions[1], speaker=None, quote=None)))
    assert own.explain_difference(whole).endswith("Tarn Post credits no one.")


def test_text_is_shown_on_a_line() -> None:
    """Half characters and controls are replaced; blanks of any kind are one space each."""
    assert showable("a\ud800\x1bb\n") == "a\ufffd\ufffdb\n"
    assert in_line("a\r\n b\u2028c") == "a b c"
