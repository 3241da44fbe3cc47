"""quoteattr inside Stanza; needs `pip install 'quoteattr[stanza]'`.

Importing this module registers a processor, as Stanza has no other way to find one. Then
`stanza.Pipeline("en", processors="tokenize,pos,lemma,depparse,ner,quoteattr", ...)` puts a `Reading` on each of its
documents, as `doc.quoteattr`. A document that a pipeline made before is read by `read`. For the other direction, Stanza
as the parser of `quoteattr.Reader`, see `StanzaParser`; it does not need this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from quoteattr.errors import InputError
from quoteattr.languages import load
from quoteattr.model.documents import Document
from quoteattr.model.readings import Reading
from quoteattr.options import ReadOptions
from quoteattr.parsed import ParsedReader
from quoteattr.parsing.cleaning import CleanText
from quoteattr.parsing.rules import find_paragraphs, with_tags
from quoteattr.parsing.stanza_layers import to_document

try:
    import stanza
    from stanza.pipeline.processor import NAME_TO_PROCESSOR_CLASS, Processor, register_processor
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        f"quoteattr.stanza needs {missing.name}: pip install 'quoteattr[stanza]'", name=missing.name
    ) from missing

NAME = "quoteattr"
"""The processor's name, and the attribute of a Stanza document that holds the reading."""
OPTIONS = frozenset(("roles", "indirect", "least_confidence"))
"""What a pipeline may be given behind "quoteattr_": see `QuoteattrProcessor`."""
_STANZAS_OWN = frozenset(("lang", "mode", "model_path", "dependencies", "pretagged", "check_requirements"))
"""What Stanza itself puts into the configuration of every processor."""


def document_of(parsed: Any, *, language: str = "en") -> Document:
    """Turn a Stanza document into a `Document`, with every layer that it has; nothing of Stanza's stays in it.

    Without a tagger the tags are those of our rules.
    It must know its text and the places of its tokens, as every document does that a pipeline made from a text.

    >>> words = [{"id": 1, "text": "He", "start_char": 0, "end_char": 2}]
    >>> words += [{"id": 2, "text": "left", "start_char": 3, "end_char": 7}]
    >>> document_of(stanza.Document([words], text="He left")).words
    ('He', 'left')
    """
    if not isinstance(parsed, stanza.Document):
        raise InputError(f"document_of takes a Stanza Document, not {type(parsed).__name__}")
    if parsed.text is None or any(token.start_char is None for token in parsed.iter_tokens()):
        raise InputError(
            "the Stanza document does not know its text or where its tokens stand in it (one read from CoNLL-U does "
            "not); give each token start_char and end_char, and the document its text: Document(..., text=...)"
        )
    document = to_document(
        parsed,
        text=parsed.text,
        clean=CleanText.same(parsed.text),
        language=load(language).code,
        parser="stanza",
        paragraphs=find_paragraphs(parsed.text),
    )
    return with_tags(document)


def read(
    parsed: Any,
    *,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    published: str | date | None = None,
    id: str | None = None,
    language: str = "en",
    roles: bool = True,
    options: ReadOptions | None = None,
) -> Reading:
    """Read a document that Stanza parsed already, with what is known of its article.

    `roles` adds the layers of the learned engine. The Stanza document is not changed.

    >>> words = [{"id": 1, "text": "Rain", "start_char": 0, "end_char": 4}]
    >>> read(stanza.Document([words], text="Rain"), outlet="Courier", roles=False)
    Reading(0 quotes by 0 speakers in Courier)
    """
    reader = ParsedReader(language=language, roles=roles, options=options or ReadOptions())
    document = document_of(parsed, language=reader.language)
    return reader.read(document, outlet=outlet, title=title, url=url, published=published, id=id)


class QuoteattrProcessor(Processor):
    """The processor "quoteattr": it reads each document of a pipeline and puts the `Reading` on it.

    Options of the pipeline: `quoteattr_roles` (the layers of the learned engine, true by default), `quoteattr_indirect`
    and `quoteattr_least_confidence` (see `ReadOptions`). It needs "tokenize" alone and uses what else the pipeline has.

    >>> QuoteattrProcessor.REQUIRES_DEFAULT
    {'tokenize'}
    """

    PROVIDES_DEFAULT = {NAME}  # noqa: RUF012 (Stanza's own convention)
    REQUIRES_DEFAULT = {"tokenize"}  # noqa: RUF012

    def __init__(self, config: Mapping[str, Any], pipeline: Any, device: Any) -> None:
        super().__init__(config, pipeline, device)
        self._reader = _reader(config)

    def process(self, doc: Any) -> Any:
        """Put the reading of a Stanza document on it, and return it."""
        doc.quoteattr = self._reader.read(document_of(doc, language=self._reader.language))
        return doc

    def mark_inactive(self) -> None:
        """Let go of models, as Stanza asks of a processor that misses what it requires; there are none."""


def _reader(config: Mapping[str, Any]) -> ParsedReader:
    """Return the reader that a pipeline's options ask for."""
    unknown = sorted(name for name in config if name not in OPTIONS | _STANZAS_OWN and not name.startswith("with_"))
    if unknown:
        given, known = (", ".join(f"quoteattr_{name}" for name in names) for names in (unknown, sorted(OPTIONS)))
        raise InputError(f"the processor has no option {given}; it has: {known}")
    wanted = {name: config[name] for name in ("indirect", "least_confidence") if name in config}
    return ParsedReader(language=config["lang"], roles=config.get("roles", True), options=ReadOptions(**wanted))


if NAME in NAME_TO_PROCESSOR_CLASS:  # this module was loaded anew; to register again would make Stanza run it twice
    NAME_TO_PROCESSOR_CLASS[NAME] = QuoteattrProcessor
else:
    register_processor(NAME)(QuoteattrProcessor)
