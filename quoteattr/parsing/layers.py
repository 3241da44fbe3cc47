"""What a document promises of its layers, checked where a parser hands one over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoteattr.model.documents import LAYERS, Document
from quoteattr.model.spans import Span

_PARALLEL = ("tags", "lemmas", "dependencies")
_ORDERED = ("paragraphs", "sentences", "tokens")
_NESTED = (("sentences", "paragraphs"), ("tokens", "sentences"))


def wrong_layer(document: Document) -> str | None:
    """Return what is wrong with a layer of a document, `None` where each is as `Document` says.

    It looks at places and numbers, and does not judge whether a tag or a name is right.

    >>> wrong_layer(Document(text="He left.", tokens=(Span(0, 2), Span(1, 8))))
    'tokens: Span(1, 8) begins before 2, where the one before it ends'
    """
    return next(_faults(document), None)


def _faults(document: Document) -> Iterator[str]:
    """Yield the faults, the plainest first; what a check looks at was checked by those before it."""
    for name in LAYERS:
        layer = getattr(document, name)
        if name != "vectors" and layer is not None and not isinstance(layer, tuple):
            yield f"{name} is a {type(layer).__name__}; a layer is a tuple"
    for name in _ORDERED:
        yield from _disordered(name, getattr(document, name), len(document.text))
    for name, outer in _NESTED:
        yield from _strays(name, getattr(document, name), outer, getattr(document, outer))
    yield from _unequal(document)
    for name, span in _marked(document):
        if not isinstance(span, Span) or not 0 <= span.start <= span.end <= len(document.text):
            yield f"{name}: {span!r} is no Span within the {len(document.text)} characters of the text"


def _disordered(name: str, spans: Sequence[Span], size: int) -> Iterator[str]:
    end = 0
    for span in spans:
        if not isinstance(span, Span):
            yield f"{name}: {span!r} is no Span"
        elif span.start < end:
            yield f"{name}: {span!r} begins before {end}, where the {'one before it ends' if end else 'text begins'}"
        elif span.end <= span.start:
            yield f"{name}: {span!r} is empty"
        elif span.end > size:
            yield f"{name}: {span!r} ends after the text, which has {size} characters"
        end = span.end


def _strays(name: str, spans: Sequence[Span], outer_name: str, outers: Sequence[Span]) -> Iterator[str]:
    """Yield the spans that lie in none of those around them; both are in order."""
    around = iter(outers)
    outer = next(around, None)
    for span in spans:
        while outer is not None and outer.end <= span.start:
            outer = next(around, None)
        if outer is None or span.start < outer.start or outer.end < span.end:
            yield f"{name}: {span!r} lies in none of the {outer_name}"


def _unequal(document: Document) -> Iterator[str]:
    """Yield the layers that have not one item for each token or span, and the heads that are no token."""
    size, vectors = len(document.tokens), document.vectors
    for name in _PARALLEL:
        layer = getattr(document, name)
        if layer is not None and len(layer) != size:
            yield f"{name} has {len(layer)} items, and there are {size} tokens; each has one"
    for dependency in document.dependencies or ():
        if not -1 <= dependency.head < size:
            yield f"dependencies: {dependency!r} has a head that is no number of a token, nor -1 for a root"
    if vectors is not None and len(vectors.values) != vectors.width * len(vectors.spans):
        yield f"vectors has {len(vectors.values)} values for {len(vectors.spans)} spans of width {vectors.width}"


def _marked(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield each span of the layers that may stand anywhere in the text."""
    yield from (("entities", entity.span) for entity in document.entities or ())
    yield from (("clusters", span) for cluster in document.clusters or () for span in cluster)
    for roles in document.roles or ():
        yield from (("roles", span) for span in (*roles.content, roles.cue, roles.source) if span is not None)
    yield from (("vectors", span) for span in (document.vectors.spans if document.vectors else ()))
