"""`Document`: a text with the layers that a parser found in it."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol, runtime_checkable

from attrs import frozen

from quoteattr.model.spans import Span


class Tag(StrEnum):
    """Coarse part of speech: the universal tags of Universal Dependencies (de Marneffe et al. 2021).

    >>> Tag.NOUN == "NOUN"
    True
    """

    ADJ = "ADJ"
    ADP = "ADP"
    ADV = "ADV"
    AUX = "AUX"
    CCONJ = "CCONJ"
    DET = "DET"
    INTJ = "INTJ"
    NOUN = "NOUN"
    NUM = "NUM"
    PART = "PART"
    PRON = "PRON"
    PROPN = "PROPN"
    PUNCT = "PUNCT"
    SCONJ = "SCONJ"
    SYM = "SYM"
    VERB = "VERB"
    X = "X"


@frozen(kw_only=True, slots=True)
class Roles:
    """One attribution as a tagger read it: the spans of content, cue and source, and how sure it is.

    `speech` is the share of "said or written" against "thought or planned"; `content_confidence` is that the content
    is right, `confidence` that content and source are. All are 0 to 1.

    >>> Roles(content=(Span(0, 6),), source=Span(8, 12)).cue is None
    True
    """

    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speech: float = 1.0
    confidence: float = 0.0
    content_confidence: float = 0.0


@frozen(kw_only=True, slots=True)
class Document:
    """A text with its layers; a layer that the parser does not give is `None`.

    `paragraphs` and `sentences` are spans without outer space, in order, disjoint; every token lies in one
    sentence. `tags` runs parallel to `tokens`; `roles` are what a tagger found. `parser` is the name of the backend.

    >>> Document(text="Hi.", tokens=(Span(0, 2), Span(2, 3))).words
    ('Hi', '.')
    """

    text: str
    language: str = "en"
    parser: str = "rules"
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    tokens: tuple[Span, ...] = ()
    tags: tuple[Tag, ...] | None = None
    roles: tuple[Roles, ...] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of all tokens."""
        text = self.text
        return tuple(text[token.start : token.end] for token in self.tokens)

    @property
    def layers(self) -> tuple[str, ...]:
        """The names of the layers that this document has."""
        return tuple(
            name for name in ("paragraphs", "sentences", "tokens", "tags", "roles") if getattr(self, name) is not None
        )

    def __repr__(self) -> str:
        return f"Document({len(self.text)} characters, {len(self.tokens)} tokens, parser={self.parser!r})"


@runtime_checkable
class Parser(Protocol):
    """What turns text into a `Document`: a `name`, and `parse`.

    >>> from quoteattr.parsing.rules import RuleParser
    >>> isinstance(RuleParser(), Parser)
    True
    """

    @property
    def name(self) -> str:
        """The name that the document, and a comparison's signature, carry."""

    def parse(self, text: str, language: str) -> Document:
        """Return the document of `text`, whose `text` is that very text."""
