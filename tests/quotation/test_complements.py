"""What a cue reports to its right."""

from __future__ import annotations

import pytest

import quoteattr
from quoteattr.quotation.complements import complement_after, is_utterance, skip_adjuncts
from quoteattr.quotation.cues import verb_cues
from tests.grammar.lined import LANGUAGE, line_of, words


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("He said that it rained.", "it rained"),
        ("He said it rained.", "it rained"),
        ("He said on Monday that it rained.", "it rained"),
        ("He told the clerk that it rained.", "it rained"),
        ("He asked whether it rained.", "whether it rained"),
        ("He promised to leave.", "to leave"),
        ("He urged them to leave.", "them to leave"),
        ("He called the plan a joke.", "the plan a joke"),
        ("He announced a recall of heaters.", "a recall of heaters"),
        ('He said: "It rained."', '"It rained."'),
        ("He said.", None),
        ("He said that.", None),
    ],
)
def test_the_content_behind_a_cue(text: str, content: str | None) -> None:
    """Clauses, questions, infinitives, predicates, nouns and quotations are contents; adverbials alone are none."""
    line = line_of(text)
    cue = next(iter(verb_cues(line, LANGUAGE)))
    found = complement_after(line, cue.after, cue.entry, LANGUAGE)
    assert (words(text, line, found.first, found.last) if found else None) == content


def test_adjuncts_are_passed_over() -> None:
    """Days and settings behind a cue are no content."""
    line = line_of("said on Monday in a statement that it rained")
    assert line.lower(skip_adjuncts(line, 1, line.end, LANGUAGE)) == "that"


@pytest.mark.parametrize(("text", "can"), [("We will appeal,", True), ("useful", False), ("a", False), ("", False)])
def test_utterances_are_long_enough(text: str, can: bool) -> None:
    """A sentence can be an utterance, a single word of the reporter's clause cannot."""
    assert is_utterance(text) is can


def test_what_is_denied_before_a_colon() -> None:
    """What is denied is a quote, and the words in marks behind its colon are another."""
    text = "Ida Brandt rejects the story about the cleaners: “They have no key to the case.”"
    quotes = quoteattr.read(text, parser="rules").quotes
    assert [quote.content.text for quote in quotes] == [
        "the story about the cleaners",
        "They have no key to the case.",
    ]
    assert {quote.source.text for quote in quotes} == {"Ida Brandt"}
