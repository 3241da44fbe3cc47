"""What a parser's document promises of its layers."""

from __future__ import annotations

import pytest
from attrs import evolve

from quoteattr.model.documents import Dependency, Document, Entity, Roles, Tag, Vectors
from quoteattr.model.spans import Span
from quoteattr.parsing.layers import wrong_layer
from quoteattr.parsing.rules import RuleParser

RIGHT = Document(
    text="He left. She stayed.",
    paragraphs=(Span(0, 20),),
    sentences=(Span(0, 8), Span(9, 20)),
    tokens=(Span(0, 2), Span(3, 7), Span(9, 12)),
    tags=(Tag.PRON, Tag.VERB, Tag.PRON),
    lemmas=("he", "leave", "she"),
    dependencies=(Dependency(1, "nsubj"), Dependency(-1, "root"), Dependency(-1, "root")),
    entities=(Entity(Span(0, 2), "PERSON"),),
    clusters=((Span(0, 2), Span(9, 12)),),
    roles=(Roles(content=(Span(3, 7),)),),
    vectors=Vectors((Span(0, 8),), 4, bytes(4)),
)
WRONG: list[tuple[str, object, str]] = [
    ("tags", (Tag.X,) * 2, "tags has 2 items, and there are 3 tokens"),
    ("tags", [Tag.X] * 3, "tags is a list; a layer is a tuple"),
    ("lemmas", (), "lemmas has 0 items"),
    ("dependencies", (Dependency(3, "nsubj"),) * 3, "has a head that is no number of a token"),
    (
        "tokens",
        (Span(0, 2), Span(1, 7), Span(9, 12)),
        "tokens: Span(1, 7) begins before 2, where the one before it ends",
    ),
    ("tokens", (Span(-1, 2),), "tokens: Span(-1, 2) begins before 0, where the text begins"),
    ("tokens", (Span(2, 2),), "tokens: Span(2, 2) is empty"),
    ("tokens", (Span(9, 21),), "tokens: Span(9, 21) ends after the text, which has 20 characters"),
    ("tokens", ((0, 2),), "tokens: (0, 2) is no Span"),
    ("tokens", (Span(3, 10),), "tokens: Span(3, 10) lies in none of the sentences"),
    ("sentences", (), "tokens: Span(0, 2) lies in none of the sentences"),
    ("paragraphs", (Span(0, 8),), "sentences: Span(9, 20) lies in none of the paragraphs"),
    ("entities", (Entity(Span(18, 22), "ORG"),), "entities: Span(18, 22) is no Span within the 20 characters"),
    ("clusters", ((Span(5, 3),),), "clusters: Span(5, 3) is no Span within"),
    ("roles", (Roles(content=(), cue=Span(0, 99)),), "roles: Span(0, 99) is no Span within"),
    ("vectors", Vectors((Span(0, 8),), 4, bytes(3)), "vectors has 3 values for 1 spans of width 4"),
]


@pytest.mark.parametrize(("layer", "value", "told"), WRONG, ids=[told[:40] for _, _, told in WRONG])
def test_a_wrong_layer_is_named(layer: str, value: object, told: str) -> None:
    """The first fault is told with the layer's name, and with the span where there is one."""
    assert told in (wrong_layer(evolve(RIGHT, **{layer: value})) or "")


def test_right_layers_are_right() -> None:
    """Nothing is wrong with layers that fit, with the rules' own, and with none at all."""
    assert wrong_layer(RIGHT) is None
    assert wrong_layer(RuleParser().parse("“No,” he said.\n\nShe left.", "en")) is None
    assert wrong_layer(Document(text="It rained.")) is None
