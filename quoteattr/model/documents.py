"""`Document`: a text with the layers that a parser found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Protocol, runtime_checkable

from attrs import frozen

from quoteattr.model.findings import Issue
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


ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X = Tag
"""The tags by plain names, for rules that ask for them at each word: to find `Tag.NOUN` takes Python 3.11 longer."""
FINITE = frozenset((VERB, AUX))
"""Tags of what has a subject."""


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


@frozen(slots=True)
class Dependency:
    """What a token depends on: the number of its head among the document's tokens (-1 for a root), and the relation.

    Relations are those of Universal Dependencies (de Marneffe et al. 2021), subtypes included.

    >>> Dependency(-1, "root").is_root
    True
    """

    head: int
    relation: str

    @property
    def is_root(self) -> bool:
        """Whether the token heads its sentence."""
        return self.head < 0


@frozen(slots=True)
class Entity:
    """A name that a parser recognised, and its kind in the parser's own words ("PERSON", "ORG").

    >>> Entity(Span(0, 3), "PERSON").kind
    'PERSON'
    """

    span: Span
    kind: str


@frozen(slots=True)
class Vectors:
    """What stretches of a text mean, as numbers: `values` holds `width` signed bytes for each span, in its order.

    >>> Vectors((Span(0, 3),), 4, bytes(4))
    Vectors(1 of width 4)
    """

    spans: tuple[Span, ...]
    width: int
    values: bytes

    def __repr__(self) -> str:
        return f"Vectors({len(self.spans)} of width {self.width})"


LAYERS = (
    "paragraphs", "sentences", "tokens", "tags", "lemmas", "dependencies", "entities", "clusters", "roles", "vectors",
)  # fmt: skip
"""The names of all layers, from the plainest on."""


@frozen(kw_only=True, slots=True)
class Document:
    """A text with its layers; a layer that the parser does not give is `None`.

    `paragraphs` and `sentences` are spans without outer space, in order, disjoint; every token lies in one
    sentence. `tags`, `lemmas` and `dependencies` run parallel to `tokens`. `entities` are the names, `clusters` the
    mentions of one party each (coreference), `roles` what a tagger found, `vectors` what its words mean. `parser` is
    the name of the backend, `model` of the models that it read with (`None` for rules), `issues` what it could not do.

    >>> Document(text="Hi.", tokens=(Span(0, 2), Span(2, 3))).words
    ('Hi', '.')
    """

    text: str
    language: str = "en"
    parser: str = "rules"
    model: str | None = None
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    tokens: tuple[Span, ...] = ()
    tags: tuple[Tag, ...] | None = None
    lemmas: tuple[str, ...] | None = None
    dependencies: tuple[Dependency, ...] | None = None
    entities: tuple[Entity, ...] | None = None
    clusters: tuple[tuple[Span, ...], ...] | None = None
    roles: tuple[Roles, ...] | None = None
    vectors: Vectors | None = None
    issues: tuple[Issue, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words of all tokens."""
        text = self.text
        return tuple([text[token.start : token.end] for token in self.tokens])

    @property
    def layers(self) -> tuple[str, ...]:
        """The names of the layers that this document has."""
        return tuple(name for name in LAYERS if getattr(self, name) is not None)

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


@runtime_checkable
class BulkParser(Parser, Protocol):
    """A parser that reads many texts in less time than one by one; `Reader.read_many` gives it some dozens at once.

    >>> from quoteattr.parsing.stanza import StanzaParser
    >>> isinstance(StanzaParser(directory="models"), BulkParser)
    True
    """

    def parse_many(self, texts: Iterable[str], language: str) -> Iterator[Document]:
        """Yield the document of each text, in order: the same as `parse` gives."""
