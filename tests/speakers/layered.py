"""Documents with layers, built by hand: entities (`{person:Per Holm}`), clusters (`{cluster1:She}`) and trees."""

from __future__ import annotations

import re

from attrs import evolve

from quoteattr.model.documents import Dependency, Document, Entity, Tag
from quoteattr.model.quotes import Quote
from quoteattr.model.spans import Span
from quoteattr.speakers import resolve
from tests.marked import Marks, parse
from tests.speakers.resolved import LANGUAGE, document_of, quotes_of

KINDS = {"person": "PERSON", "org": "ORG", "gpe": "GPE", "norp": "NORP", "date": "DATE"}
_TOKEN = re.compile(r"\w+(?:-\w+)*|['’]s\b|[^\w\s]")


def document_with(source: str, tree: str = "") -> Document:
    """Return the document of a marked text, with the layers that its marks and its tree give.

    `tree` holds for each token "head relation tag", separated by commas; heads are counted from 1 in the sentence,
    0 is the root.
    """
    text, marks = parse(source)
    document = document_of(text)
    entities = tuple(Entity(Span(*span), KINDS[label]) for label in marks if label in KINDS for span in marks[label])
    clusters = _clusters(marks)
    document = evolve(document, entities=entities or None, clusters=clusters or None)
    return _with_tree(document, tree) if tree else document


def _clusters(marks: Marks) -> tuple[tuple[Span, ...], ...]:
    labels = sorted(label for label in marks if label.startswith("cluster"))
    return tuple(tuple(Span(*span) for span in marks[label]) for label in labels)


def _with_tree(document: Document, tree: str) -> Document:
    tokens = tuple(Span(*match.span()) for match in _TOKEN.finditer(document.text))
    rows = [row.split() for row in tree.split(",")]
    if len(rows) != len(tokens):
        raise ValueError(f"{len(tokens)} tokens, {len(rows)} rows: {[token.of(document.text) for token in tokens]}")
    firsts = [
        next(at for at, token in enumerate(tokens) if token.start >= sentence.start) for sentence in document.sentences
    ]
    dependencies = []
    for at, (head, relation, _) in enumerate(rows):
        first = max(first for first in firsts if first <= at)
        dependencies.append(Dependency(first + int(head) - 1 if head != "0" else -1, relation))
    return evolve(
        document,
        tokens=tokens,
        tags=tuple(Tag(tag) for _, _, tag in rows),
        dependencies=tuple(dependencies),
    )


def resolved_with(source: str, tree: str = "") -> tuple[Quote, ...]:
    """Return the quotes of a marked text with their speakers, found with the layers of its document."""
    _, quotes = quotes_of(source)
    return resolve(document_with(source, tree), quotes, LANGUAGE)[0]


def names_with(source: str, tree: str = "") -> list[str | None]:
    """Return the names of the speakers of a marked text's quotes, found with the layers of its document."""
    return [quote.speaker.name if quote.speaker else None for quote in resolved_with(source, tree)]
