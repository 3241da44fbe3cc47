"""The parser by Stanza: tokens, tags, lemmas, dependencies, names and coreference of a pipeline, as a `Document`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from attrs import converters, evolve, field, frozen

from quoteattr.errors import InputError, ParserError
from quoteattr.languages import available
from quoteattr.model.documents import Document
from quoteattr.model.spans import Span
from quoteattr.parsing.cleaning import CleanText, to_clean
from quoteattr.parsing.rules import find_paragraphs, with_tags
from quoteattr.parsing.stanza_layers import to_document
from quoteattr.parsing.stanza_models import ModelSettings, pipeline_for
from quoteattr.parsing.stanza_running import run
from quoteattr.parsing.tagger import LANGUAGES, with_roles

BATCH = 32
"""Texts that `parse_many` hands to Stanza at once: enough to fill its batches, few enough to stay lazy."""


def _names(processors: object) -> tuple[str, ...] | None:
    """Take "tokenize,pos" as the names in it."""
    if processors is None:
        return None
    names = processors.split(",") if isinstance(processors, str) else processors
    if not isinstance(names, Iterable):
        raise InputError(f"processors are names, as in 'tokenize,pos,lemma', not {type(processors).__name__}")
    return tuple(str(name).strip() for name in names)


@frozen(kw_only=True, slots=False)
class StanzaParser:
    """The layers of a Stanza pipeline; needs `pip install quoteattr[stanza]` and models on disk, downloads nothing.

    Give a `pipeline` that you have, or say which models to load: from `directory` (Stanza's own folder by default),
    `processors` ("tokenize,pos,lemma,depparse,ner,coref"; by default all but the last that the language has) of a
    `package`, on a GPU with `use_gpu`. They are loaded when first used and kept for the process. `threads` sets how
    many PyTorch uses, in the whole process. `roles` adds the layer of the learned engine where it knows the language.
    A parser made from settings can be pickled, one with a `pipeline` cannot.

    >>> StanzaParser(directory="models").name
    'stanza'
    """

    pipeline: Any = field(default=None, repr=False)
    directory: str | None = field(default=None, converter=converters.optional(os.fspath))
    processors: tuple[str, ...] | None = field(default=None, converter=_names)
    package: str = "default"
    use_gpu: bool = False
    threads: int | None = None
    roles: bool = True
    name: str = "stanza"

    def parse(self, text: str, language: str) -> Document:
        """Return the document of `text`; a layer that the pipeline has no processor for is `None`, save our own tags.

        Raises `ParserError` where Stanza or its models are missing.
        """
        return next(self.parse_many((text,), language))

    def parse_many(self, texts: Iterable[str], language: str) -> Iterator[Document]:
        """Yield the document of each text, in order, lazily; the same as `parse` gives, in less time.

        Stanza reads them in batches, save with coreference, which it can do on one text at a time alone.
        """
        pipeline = self._pipeline(language)
        source = iter(texts)
        while batch := [_Prepared.of(text) for text in islice(source, BATCH)]:
            texts_read = [prepared.clean.text for prepared in batch]
            for prepared, parsed in zip(batch, run(pipeline, texts_read), strict=True):
                yield self._finished(parsed, prepared, language)

    def _pipeline(self, language: str) -> Any:
        """Return the pipeline that was given, or the one of the settings."""
        if self.threads is not None:
            _set_threads(self.threads)
        if self.pipeline is None:
            return pipeline_for(
                ModelSettings(
                    language=language,
                    directory=self.directory,
                    processors=self.processors,
                    package=self.package,
                    use_gpu=self.use_gpu,
                )
            )
        if self.pipeline.lang != language:
            raise ParserError(f"the pipeline that was given is for {self.pipeline.lang!r}, the text is in {language!r}")
        return self.pipeline

    def _finished(self, parsed: Any, prepared: _Prepared, language: str) -> Document:
        """Return the document of what Stanza found, with the roles where they are wanted."""
        document = to_document(
            parsed,
            text=prepared.text,
            clean=prepared.clean,
            language=language,
            parser=self.name,
            paragraphs=prepared.paragraphs,
        )
        if self.pipeline is None and self.package != "default":
            document = evolve(document, model=f"{document.model} {self.package}")
        if document.tags is None and language in available():
            document = with_tags(document)
        return with_roles(document) if self.roles and language in LANGUAGES else document

    def __getstate__(self) -> dict[str, Any]:
        if self.pipeline is not None:
            raise ParserError(
                "a StanzaParser that holds a pipeline cannot be pickled or sent to another process; "
                "make it from settings: StanzaParser(directory=..., processors=...)"
            )
        return dict(self.__dict__)


@frozen
class _Prepared:
    """A text, its paragraphs, and what Stanza is given of it."""

    text: str
    paragraphs: tuple[Span, ...]
    clean: CleanText

    @classmethod
    def of(cls, text: str) -> _Prepared:
        paragraphs = find_paragraphs(text)
        return cls(text, paragraphs, to_clean(text, paragraphs))


def _set_threads(threads: int) -> None:
    import torch

    torch.set_num_threads(threads)
