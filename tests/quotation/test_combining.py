"""Rules and roles together: who decides what, with hand-made roles."""

from __future__ import annotations

from itertools import pairwise

from quoteattr.languages import load
from quoteattr.model.documents import Document, Roles
from quoteattr.model.quotes import Quote
from quoteattr.model.spans import Span
from quoteattr.parsing.rules import RuleParser
from quoteattr.quotation import find


def roles(
    text: str, content: str, source: str = "", cue: str = "", confidence: float = 0.99, speech: float = 1.0
) -> Roles:
    """Make the roles of the first places at which the words stand."""

    def at(words: str) -> Span | None:
        return Span(text.index(words), text.index(words) + len(words)) if words else None

    place = at(content)
    assert place is not None
    return Roles(
        content=(place,), source=at(source), cue=at(cue), speech=speech, confidence=confidence,
        content_confidence=confidence,
    )  # fmt: skip


def quotes_of(text: str, *found: Roles) -> tuple[Quote, ...]:
    """Find the quotes of a text whose document has these roles."""
    plain = RuleParser().parse(text, "en")
    document = Document(
        text=text, paragraphs=plain.paragraphs, sentences=plain.sentences, tokens=plain.tokens, tags=plain.tags,
        roles=found,
    )  # fmt: skip
    return find(document, load("en"))[0]


def test_what_only_sure_roles_show_is_added() -> None:
    """A content that no rule finds becomes a quote, with the source and cue of the roles."""
    text = "The idea that ferries should be free comes from Ida Holm."
    (quote,) = quotes_of(text, roles(text, "ferries should be free", "Ida Holm", "idea"))
    assert (quote.content.text, quote.source.text, quote.cue.text) == ("ferries should be free", "Ida Holm", "idea")
    assert quote.evidence[0].rule == "content/roles"


def test_unsure_roles_and_thoughts_add_nothing() -> None:
    """Roles below the limit, or of something thought, make no quote."""
    text = "The idea that ferries should be free comes from Ida Holm."
    assert quotes_of(text, roles(text, "ferries should be free", confidence=0.4)) == ()
    assert quotes_of(text, roles(text, "ferries should be free", speech=0.1)) == ()


def test_marks_are_exact() -> None:
    """Roles never move the edges of words in marks."""
    text = '"The dam is safe," Ida Holm said.'
    (quote,) = quotes_of(text, roles(text, "The dam is", "Ida Holm", "said"))
    assert quote.content.text == "The dam is safe,"


def test_roles_name_the_source_that_rules_miss() -> None:
    """A quotation without a tag takes the source of its roles."""
    text = 'Ida Holm was blunt. "The dam is safe and it will hold."'
    (quote,) = quotes_of(text, roles(text, "The dam is safe and it will hold.", "Ida Holm"))
    assert quote.source.text == "Ida Holm"
    assert [evidence.rule for evidence in quote.evidence][-1] == "source/roles"


def test_the_surer_of_both_has_the_content() -> None:
    """In the reporter's own words surer roles have the content, unsurer ones change nothing."""
    text = "Ida Holm said the dam would hold, as everybody knew."
    (sure,) = quotes_of(text, roles(text, "the dam would hold", "Ida Holm", "said"))
    (unsure,) = quotes_of(text, roles(text, "the dam would hold", "Ida Holm", "said", confidence=0.3))
    assert sure.content.text == "the dam would hold"
    assert unsure.content.text == "the dam would hold, as everybody knew"


def test_quotes_stay_disjoint() -> None:
    """Roles that reach into another quote are left out."""
    text = "Ida Holm said the dam would hold. Oskar Stern said the dam would break."
    found = quotes_of(text, roles(text, "hold. Oskar Stern said the dam would break", "Ida Holm"))
    spans = sorted(span for quote in found for span in quote.content)
    assert all(left.end <= right.start for left, right in pairwise(spans))
