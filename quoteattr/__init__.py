"""quoteattr: reported speech in news text, who is said to have said it, and how accounts of one event compare.

>>> import quoteattr
>>> reading = quoteattr.read('"We will rebuild," Mayor Ida Brandt said.')
>>> reading.quotes
(Quote(direct, 'We will rebuild,', speaker='Ida Brandt'),)

The names are loaded when first used, so that importing the library costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from quoteattr.version import __version__

if TYPE_CHECKING:
    from quoteattr.errors import InputError, LanguageError, ParserError, QuoteattrError, SchemaError
    from quoteattr.model.articles import Article
    from quoteattr.model.comparisons import (
        ComparedStatement,
        Comparison,
        Difference,
        DifferenceKind,
        Mention,
        Signature,
        Verdict,
    )
    from quoteattr.model.documents import BulkParser, Dependency, Document, Entity, Parser, Roles, Tag, Vectors
    from quoteattr.model.findings import Issue, IssueKind
    from quoteattr.model.quotes import Carrier, Evidence, Polarity, Quote, QuoteKind, Stance
    from quoteattr.model.readings import Account, Reading
    from quoteattr.model.spans import Passage, Span
    from quoteattr.model.speakers import Speaker, SpeakerKind
    from quoteattr.model.statements import Statement, Telling
    from quoteattr.options import CompareOptions, ReadOptions
    from quoteattr.parsing.rules import RuleParser
    from quoteattr.parsing.stanza import StanzaParser
    from quoteattr.pipeline import Reader, compare, find_quotes, parse, read

_HOMES = {
    "errors": (
        "InputError",
        "LanguageError",
        "ParserError",
        "QuoteattrError",
        "SchemaError",
    ),
    "model.articles": ("Article",),
    "model.comparisons": (
        "ComparedStatement",
        "Comparison",
        "Difference",
        "DifferenceKind",
        "Mention",
        "Signature",
        "Verdict",
    ),
    "model.documents": (
        "BulkParser",
        "Dependency",
        "Document",
        "Entity",
        "Parser",
        "Roles",
        "Tag",
        "Vectors",
    ),
    "model.findings": (
        "Issue",
        "IssueKind",
    ),
    "model.quotes": (
        "Carrier",
        "Evidence",
        "Polarity",
        "Quote",
        "QuoteKind",
        "Stance",
    ),
    "model.readings": (
        "Account",
        "Reading",
    ),
    "model.spans": (
        "Passage",
        "Span",
    ),
    "model.speakers": (
        "Speaker",
        "SpeakerKind",
    ),
    "model.statements": (
        "Statement",
        "Telling",
    ),
    "options": (
        "CompareOptions",
        "ReadOptions",
    ),
    "parsing.rules": ("RuleParser",),
    "parsing.stanza": ("StanzaParser",),
    "pipeline": (
        "Reader",
        "compare",
        "find_quotes",
        "parse",
        "read",
    ),
}
"""Where each public name lives, below `quoteattr`."""

__all__ = [
    "Account",
    "Article",
    "BulkParser",
    "Carrier",
    "CompareOptions",
    "ComparedStatement",
    "Comparison",
    "Dependency",
    "Difference",
    "DifferenceKind",
    "Document",
    "Entity",
    "Evidence",
    "InputError",
    "Issue",
    "IssueKind",
    "LanguageError",
    "Mention",
    "Parser",
    "ParserError",
    "Passage",
    "Polarity",
    "Quote",
    "QuoteKind",
    "QuoteattrError",
    "ReadOptions",
    "Reader",
    "Reading",
    "Roles",
    "RuleParser",
    "SchemaError",
    "Signature",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "StanzaParser",
    "Statement",
    "Tag",
    "Telling",
    "Vectors",
    "Verdict",
    "__version__",
    "compare",
    "find_quotes",
    "parse",
    "read",
]


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f"{__name__}.{module}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
