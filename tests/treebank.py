"""Makes documents with a dependency tree from lines "word TAG head relation", as a treebank writes them."""

from __future__ import annotations

from quoteattr.model.documents import Dependency, Document, Tag
from quoteattr.model.spans import Span

_CLINGS = frozenset((",", ".", "”", ":", "?", "!"))
"""Tokens that stand behind a word without a space."""


def document_of(*sentences: str) -> Document:
    """Return the document of sentences; in each, a line is a token, and a head is its line's number, 0 for the root.

    Tokens stand apart by a space, save punctuation behind a word, what follows an opening mark, and clitics.
    """
    text = ""
    tokens: list[Span] = []
    tags: list[Tag] = []
    lemmas: list[str] = []
    dependencies: list[Dependency] = []
    spans: list[Span] = []
    for sentence in sentences:
        base = len(tokens)
        for row in sentence.strip().splitlines():
            word, tag, head, relation = row.split()
            tight = word in _CLINGS or word in ("'s", "n't") or text.endswith("“")
            text += "" if tight or not text else " "
            tokens.append(Span(len(text), len(text) + len(word)))
            text += word
            tags.append(Tag(tag))
            lemmas.append(word.lower())
            dependencies.append(Dependency(base + int(head) - 1 if int(head) else -1, relation))
        spans.append(Span(tokens[base].start, tokens[-1].end))
    return Document(
        text=text,
        parser="hand",
        paragraphs=(Span(0, len(text)),),
        sentences=tuple(spans),
        tokens=tuple(tokens),
        tags=tuple(tags),
        lemmas=tuple(lemmas),
        dependencies=tuple(dependencies),
    )
