"""The learned parser: the rules' document, with the roles that a small network read in the text as one more layer."""

from __future__ import annotations

from attrs import evolve, field, frozen

from quoteattr.errors import ParserError
from quoteattr.model.documents import Document, Parser, Roles
from quoteattr.model.spans import Span
from quoteattr.parsing.rules import RuleParser

LANGUAGES = frozenset(("en",))
"""The languages that the network was trained on; a text in another one has no roles."""


@frozen
class TaggerParser:
    """The rules' document with a `roles` layer; needs `pip install quoteattr[learned]`, and no download.

    `base` makes the other layers. A text in a language that the network does not know gets no roles.

    >>> TaggerParser().name
    'learned'
    """

    base: Parser = field(factory=RuleParser)
    name: str = "learned"

    def parse(self, text: str, language: str) -> Document:
        """Return the document of `text` with its roles; without the extra it raises `ParserError`."""
        document = evolve(self.base.parse(text, language), parser=self.name)
        return evolve(document, roles=_roles(text)) if document.language in LANGUAGES else document


def _roles(text: str) -> tuple[Roles, ...]:
    """Read a text with the network: what was said or written, and what was thought."""
    try:
        from quoteattr.parsing.roles.tagger import load
    except ImportError as missing:
        name = missing.name or "a library"
        raise ParserError(f"parser='learned' needs {name}: pip install 'quoteattr[learned]'") from missing
    return tuple(
        Roles(
            content=tuple(Span(*span) for span in found.content),
            cue=Span(*found.cue) if found.cue else None,
            source=Span(*found.source) if found.source else None,
            speech=round(found.speech, 4),
            confidence=round(found.confidence, 4),
            content_confidence=round(found.content_confidence, 4),
        )
        for found in load().read(text).attributions()
    )
