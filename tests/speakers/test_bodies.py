"""Names of bodies are told from people's by their form and by what stands beside them."""

from __future__ import annotations

import pytest

import quoteattr


def _first(text: str) -> tuple[str, str]:
    """Return the name and the kind of a text's first speaker."""
    speaker = quoteattr.read(text, parser="rules").quotes[0].speaker
    assert speaker is not None
    return speaker.name, speaker.kind.value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NATO said it was ready.", "NATO"),
        ("UDF said it would sue.", "UDF"),
        ("PortRail said the line was shut.", "PortRail"),
        ("The Duma said it was late.", "Duma"),
        ("Supermarket chain Harvix said sales rose.", "Harvix"),
        ("The pressure group Clean Skies said the plan was bad.", "Clean Skies"),
        (
            "The minister told the daily “Nova Stimme” it rained. The daily “Nova Stimme” said it rained.",
            "the minister",
        ),
        ("Tarvia said it had closed its border.", "Tarvia"),
        ("Halvex, which makes pumps, said sales rose.", "Halvex"),
        ("Trellis Brands Inc. said sales rose.", "Trellis Brands Inc."),
        ("The General Staff of the Army of Tarvia said it rained.", "General Staff of the Army of Tarvia"),
        ("Brask plc said sales rose.", "Brask plc"),
        ("The Centers for Disease Control said cases fell.", "Centers for Disease Control"),
    ],
)
def test_a_body(text: str, name: str) -> None:
    """Capitals, a hump, an article, a noun before, "its" or "which" behind, or a suffix shows a body."""
    kind = "person" if name == "the minister" else "organisation"
    assert _first(text) == (name, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("McKay said it was late.", "McKay"),
        ("Merkel said Germany would keep its word.", "Merkel"),
        ("The firm Obi founded is big. Ada Obi said it was good.", "Ada Obi"),
        ("Samantha Power said it was late.", "Samantha Power"),
        ("Ada Mills said it was late.", "Ada Mills"),
    ],
)
def test_a_person(text: str, name: str) -> None:
    """Where nothing speaks for a body, a name is a person's."""
    assert _first(text) == (name, "person")


@pytest.mark.parametrize(
    "text",
    [
        "Norva Brands Inc. said sales rose. Norva Brands said it would hire.",
        "Norva Brands Inc. said sales rose. Norva said it would hire.",
        "Norva, Inc. said sales rose. Norva Inc. said it would hire.",
        "Norva Brands Inc. said sales rose. The Holm-based company said it would hire.",
        "Norva Brands Inc. said sales rose. The maker of garden tools said it would hire.",
        "Norva Oil said output fell. The oil producer said it would drill.",
        "Norva said it would shut the plant. “Sales are down,” the company said.",
    ],
)
def test_one_company(text: str) -> None:
    """A company is one party by its full name, a shorter one, and the nouns that news has for it."""
    first, second = (quote.speaker for quote in quoteattr.read(text, parser="rules").quotes)
    assert first is second
    assert first is not None
    assert first.kind.value == "organisation"


@pytest.mark.parametrize("noun", ["The parent company", "A rival firm", "The bank"])
def test_another_company(noun: str) -> None:
    """Words for another company, or two named ones, leave it open."""
    text = f"Norva Motors Inc. bought Holm Oil. {noun} said it would hire."
    speaker = quoteattr.read(text, parser="rules").quotes[0].speaker
    assert speaker is not None
    assert speaker.name == noun.casefold()
