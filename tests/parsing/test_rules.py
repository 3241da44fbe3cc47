"""The parser without a model: paragraphs, sentences, tokens."""

from __future__ import annotations

import pytest

from quoteattr.languages import load
from quoteattr.model.documents import Document, Parser
from quoteattr.parsing.rules import RuleParser, find_paragraphs, find_tokens

WRAPPED = """The river board met in Velm on Monday to talk about the wall that
fell in April, and about who will pay for the new one this year.
Most of the members came late, as the road along the lake was shut
and the ferry does not sail in winter, when the ice is too thick.
The mayor of Brask read a letter from the farmers by the lake and
went home before the others had found their coats and their hats.

Nothing was decided."""


def parsed(text: str) -> Document:
    """Return the document of a text."""
    return RuleParser().parse(text, "en")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("She left. He stayed.", ["She left.", "He stayed."]),
        ("Mr. Holm left. He ran.", ["Mr. Holm left.", "He ran."]),
        ("The U.S. ship left. It sank.", ["The U.S. ship left.", "It sank."]),
        ("J. K. Obi left.", ["J. K. Obi left."]),
        ("It cost 3.5 crowns. Yes.", ["It cost 3.5 crowns.", "Yes."]),
        ("He left at 6 p.m. The bus came.", ["He left at 6 p.m.", "The bus came."]),
        ("Who? Me! Well… no.", ["Who?", "Me!", "Well… no."]),
        ("“It fell.” He left.", ["“It fell.”", "He left."]),
        ("(It fell.) He left.", ["(It fell.)", "He left."]),
        ("No full stop\nat the line's end", ["No full stop", "at the line's end"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    """A sentence ends at its final punctuation with the marks behind it, not at an abbreviation, and with its line."""
    assert [span.of(text) for span in parsed(text).sentences] == sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't go.", ["Don't", "go", "."]),
        ("A well-known man’s hat", ["A", "well-known", "man’s", "hat"]),
        ("1,200.5 crowns", ["1,200.5", "crowns"]),
        ("Write to ada.obi@velm.example now", ["Write", "to", "ada.obi@velm.example", "now"]),
        ("See https://velm.example/a?b=1 now", ["See", "https://velm.example/a?b=1", "now"]),
        ("&quot;No&quot;", ["&quot;", "No", "&quot;"]),
        ("``No''", ["``", "No", "''"]),
        ("wait... -- no", ["wait", "...", "--", "no"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    """Contractions, numbers, addresses, entities and runs of dots are one token each."""
    assert list(parsed(text).words) == words


def test_every_token_lies_in_one_sentence() -> None:
    """Sentences are in order and disjoint, and each token lies in exactly one."""
    document = parsed(WRAPPED)
    for token in document.tokens:
        assert sum(token in sentence for sentence in document.sentences) == 1
    assert document.tags is not None
    assert len(document.tags) == len(document.tokens)


def test_a_line_is_a_paragraph() -> None:
    """Each line with words is a paragraph, without the space around it."""
    text = "One. \r\n  Two.\n\n \nThree."
    assert [span.of(text) for span in find_paragraphs(text)] == ["One.", "Two.", "Three."]


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines that are wrapped at one width are joined, and blank lines part paragraphs."""
    assert [span.of(WRAPPED) for span in find_paragraphs(WRAPPED)] == WRAPPED.split("\n\n")


def test_a_quotation_over_wrapped_lines_is_whole() -> None:
    """A sentence goes on over the ends of wrapped lines."""
    assert len(parsed(WRAPPED).sentences) == 4


@pytest.mark.parametrize("text", ["", " \n\t ", "\0"])
def test_a_text_without_words_has_no_sentence_with_words(text: str) -> None:
    """An empty text is parsed, too."""
    assert [span.of(text) for span in parsed(text).sentences] == [text] * (text == "\0")


def test_it_fits_the_protocol() -> None:
    """The embedded parser is a parser like any other, and its documents carry its name."""
    assert isinstance(RuleParser(), Parser)
    assert parsed("It rained.").parser == RuleParser().name


@pytest.mark.parametrize("space", ["", " ", " \u200b" * 50_000])
def test_space_is_no_token(space: str) -> None:
    """What stands behind the last word, however long, is no token, and takes no time to speak of."""
    tokens, words = find_tokens(f"{space}He left{space}", load("en"))
    assert words == ["He", "left"]
    assert [token.start - len(space) for token in tokens] == [0, 3]
