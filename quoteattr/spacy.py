"""quoteattr inside spaCy, and spaCy inside quoteattr; needs `pip install 'quoteattr[spacy]'`.

`nlp.add_pipe("quoteattr")` puts a reading on each `Doc`; spaCy finds the component by itself, by its entry point.
`doc.user_data["quoteattr"]` holds the reading as plain data, which is what spaCy can keep and send to other processes;
`doc._.quoteattr` is the `Reading` made of it. The other way round, a `Doc` that was parsed already is read by `read`
and turned into a `Document` by `document_of`, and `SpacyParser` is a parser for `quoteattr.Reader`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve, frozen

from quoteattr.errors import InputError, ParserError
from quoteattr.languages import load
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import Dependency, Document, Entity, Tag
from quoteattr.model.readings import Reading
from quoteattr.model.spans import Span
from quoteattr.options import ReadOptions
from quoteattr.parsed import ParsedReader
from quoteattr.parsing.cleaning import CleanText, to_clean
from quoteattr.parsing.clear import universal
from quoteattr.parsing.rules import find_paragraphs, find_sentences, with_tags
from quoteattr.parsing.sentences import sentences_from
from quoteattr.parsing.stanza_layers import CLITICS
from quoteattr.parsing.tagger import with_roles

try:
    import spacy
    from spacy.tokens import Doc
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        f"quoteattr.spacy needs {missing.name}: pip install 'quoteattr[spacy]'", name=missing.name
    ) from missing

NAME = "quoteattr"
"""The component's name, its key in `user_data` and in `doc.spans`, and its extension's: `doc._.quoteattr`."""
PARTS = ("content", "cue", "source")
"""The labels of the spans in `doc.spans["quoteattr"]`; the id of each is its quote's."""
CLUSTERS = "coref_clusters_"
"""How the keys in `doc.spans` begin under which spaCy's coreference component keeps the mentions of each party."""
_ANY_LANGUAGE = "xx"
_TAGS = frozenset(Tag)


def document_of(doc: Any, *, language: str | None = None) -> Document:
    """Turn a spaCy `Doc` into a `Document`: sentences, tokens, and the layers that the `Doc` has.

    Tokens of white space are left out. Where no component gave sentences or tags they come from our rules; lemmas,
    dependencies, names and coreference are there only if a component gave them. The relations of spaCy's English
    models are turned into Universal Dependencies. Nothing of spaCy's stays in the document. Name the `language` where
    the pipeline is for any ("xx").

    >>> document = document_of(spacy.blank("en")("Ms. Obi left.\\n\\nHe stayed."))
    >>> [sentence.of(document.text) for sentence in document.sentences]
    ['Ms. Obi left.', 'He stayed.']
    """
    if not isinstance(doc, Doc):
        raise InputError(f"a spaCy Doc is wanted, not {type(doc).__name__}")
    return _document(doc, doc.text, CleanText.same(doc.text), load(language or doc.vocab.lang))


def read(
    doc: Any,
    *,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    published: str | date | None = None,
    id: str | None = None,
    language: str | None = None,
    roles: bool = True,
    options: ReadOptions | None = None,
) -> Reading:
    """Read a `Doc` that spaCy parsed already, with what is known of its article.

    `roles` adds the layers of the learned engine. The `Doc` is not changed.

    >>> read(spacy.blank("en")("“We won,” said Ada Obi."), outlet="Courier", roles=False)
    Reading(1 quotes by 1 speakers in Courier)
    """
    document = document_of(doc, language=language)
    reader = ParsedReader(language=document.language, roles=roles, options=options or ReadOptions())
    return reader.read(document, outlet=outlet, title=title, url=url, published=published, id=id)


def reading_of(doc: Any) -> Reading | None:
    """Return the reading that the component put on a `Doc`, `None` where it did not run; this is `doc._.quoteattr`.

    It is made anew of the plain data at each call, so keep it in a variable.

    >>> reading_of(spacy.blank("en")("It rained.")) is None
    True
    """
    data = doc.user_data.get(NAME)
    return None if data is None else Reading.from_dict(data)


@frozen
class SpacyParser:
    """A spaCy pipeline as the parser of `quoteattr.Reader`; `roles` adds the layers of the learned engine.

    It gives spaCy paragraphs parted by blank lines, with HTML entities resolved, and the places are those of the text
    as it was given. A component "quoteattr" in the pipeline is passed over.

    >>> SpacyParser(spacy.blank("en"), roles=False).parse("He left.", "en").words
    ('He', 'left', '.')
    """

    nlp: Any
    roles: bool = True
    name: str = "spacy"

    def parse(self, text: str, language: str) -> Document:
        """Return the document of `text`; a pipeline for another language or a text too long for it is an error."""
        return next(self.parse_many((text,), language))

    def parse_many(self, texts: Iterable[str], language: str) -> Iterator[Document]:
        """Yield the document of each text, in order; spaCy reads them in batches."""
        if self.nlp.lang not in (language, _ANY_LANGUAGE):
            raise ParserError(f"the spaCy pipeline is for {self.nlp.lang!r}, the text is in {language!r}")
        pairs = ((clean.text, (text, clean)) for text in texts for clean in (self._clean(text),))
        for doc, (text, clean) in self.nlp.pipe(pairs, as_tuples=True, disable=[NAME]):
            document = evolve(_document(doc, text, clean, load(language)), model=self._model)
            yield with_roles(document) if self.roles else document

    @property
    def _model(self) -> str:
        meta = self.nlp.meta
        return f"{meta['lang']}_{meta['name']}-{meta['version']}"

    def _clean(self, text: str) -> CleanText:
        clean = to_clean(text, find_paragraphs(text))
        if len(clean.text) > self.nlp.max_length:
            raise ParserError(f"the text has {len(clean.text)} characters, the pipeline takes {self.nlp.max_length}: "
                              "set nlp.max_length")  # fmt: skip
        return clean


@frozen
class QuoteattrComponent:
    """The component "quoteattr": it puts the reading of a `Doc` into its `user_data`, as plain data.

    The places of the quotes also stand in `doc.spans` under `spans_key`, labelled "content", "cue" and "source", with
    the quote's id; `None` leaves them out.

    >>> doc = QuoteattrComponent(ParsedReader(roles=False))(spacy.blank("en")("“We won,” said Ada Obi."))
    >>> [(span.label_, span.text) for span in doc.spans["quoteattr"]]
    [('content', 'We won,'), ('cue', 'said'), ('source', 'Ada Obi')]
    """

    reader: ParsedReader
    spans_key: str | None = NAME

    def __call__(self, doc: Any) -> Any:
        """Read a `Doc` and return it."""
        reading = self.reader.read(document_of(doc, language=self.reader.language))
        data = doc.user_data[NAME] = reading.to_dict()
        if self.spans_key is not None:
            doc.spans[self.spans_key] = list(_spans(doc, data["quotes"]))
        return doc


def make_component(
    nlp: Any,
    name: str,
    *,
    language: str | None,
    roles: bool,
    indirect: bool,
    least_confidence: float,
    spans_key: str | None,
) -> QuoteattrComponent:
    """Make the component for a pipeline, as `nlp.add_pipe("quoteattr", config={...})` asks for it.

    >>> nlp = spacy.blank("en")
    >>> nlp.add_pipe("quoteattr", config={"roles": False}).reader.roles
    False
    """
    options = ReadOptions(indirect=indirect, least_confidence=least_confidence)
    return QuoteattrComponent(ParsedReader(language=language or nlp.lang, roles=roles, options=options), spans_key)


def _spans(doc: Any, quotes: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
    """Yield the pieces of quotes as spaCy's spans; a piece that ends inside a token takes in the whole token."""
    for quote in quotes:
        for part in PARTS:
            for start, end in quote[part]:
                yield doc.char_span(start, end, label=part, span_id=quote["id"], alignment_mode="expand")
        yield from _spans(doc, quote["quotes"])


def _document(doc: Any, text: str, clean: CleanText, language: Language) -> Document:
    """Return the document of a `Doc` of `clean`, in places of `text`."""
    kept = [token for token in doc if token.text.strip()]
    places = _Places(
        tokens=tuple(clean.span(token.idx, token.idx + len(token)) for token in kept),
        numbers={token.i: number for number, token in enumerate(kept)},
    )
    paragraphs = find_paragraphs(text)
    document = Document(
        text=text,
        language=language.code,
        parser="spacy",
        paragraphs=paragraphs,
        sentences=_sentences(doc, places, text, paragraphs, language),
        tokens=places.tokens,
        tags=_tags(kept) if doc.has_annotation("POS") else None,
        lemmas=tuple(token.lemma_ or token.text for token in kept) if doc.has_annotation("LEMMA") else None,
        dependencies=_dependencies(kept, places) if doc.has_annotation("DEP") else None,
        entities=_entities(doc, places) if doc.has_annotation("ENT_IOB") else None,
        clusters=_clusters(doc, places),
    )
    return with_tags(document)


@frozen(kw_only=True, eq=False)
class _Places:
    """The document's tokens, and for the number of each token in the `Doc` its number here."""

    tokens: tuple[Span, ...]
    numbers: Mapping[int, int]

    def span(self, found: Any) -> Span | None:
        """Return where a spaCy span stands, `None` if it holds white space alone."""
        inside = [self.numbers[token.i] for token in found if token.i in self.numbers]
        return Span(self.tokens[inside[0]].start, self.tokens[inside[-1]].end) if inside else None


def _sentences(
    doc: Any, places: _Places, text: str, paragraphs: Sequence[Span], language: Language
) -> tuple[Span, ...]:
    """Return the sentences of a `Doc`, or where nothing found any those of our rules."""
    if not doc.has_annotation("SENT_START"):
        return find_sentences(text, paragraphs, places.tokens, language)
    first = (next((token.i for token in sentence if token.i in places.numbers), None) for sentence in doc.sents)
    return sentences_from(places.tokens, [places.numbers[at] for at in first if at is not None], paragraphs)


def _tags(kept: Sequence[Any]) -> tuple[Tag, ...]:
    return tuple(Tag(token.pos_) if token.pos_ in _TAGS else Tag.X for token in kept)


def _dependencies(kept: Sequence[Any], places: _Places) -> tuple[Dependency, ...]:
    heads = [_head(token, places.numbers) for token in kept]
    return universal(heads, [token.dep_ for token in kept], _tags(kept))


def _head(token: Any, numbers: Mapping[int, int]) -> int:
    """Return the number of a token's head, passing over white space; -1 for a root."""
    head = token.head
    while head.i not in numbers and head.head.i != head.i:
        head = head.head
    return -1 if head.i == token.i else numbers.get(head.i, -1)


def _entities(doc: Any, places: _Places) -> tuple[Entity, ...]:
    """Return the names without a clitic behind them: spaCy's small models take in the "'s" of some."""
    names = ((entity[:-1] if len(entity) > 1 and entity[-1].text in CLITICS else entity) for entity in doc.ents)
    found = ((places.span(name), entity.label_) for name, entity in zip(names, doc.ents, strict=True))
    return tuple(Entity(span, kind) for span, kind in found if span is not None)


def _clusters(doc: Any, places: _Places) -> tuple[tuple[Span, ...], ...] | None:
    """Return the mentions of each party that is mentioned twice or more, `None` where no component looked for them."""
    groups = [group for key, group in sorted(doc.spans.items()) if key.startswith(CLUSTERS)]
    mentions = ({span for found in group if (span := places.span(found)) is not None} for group in groups)
    return tuple(sorted(tuple(sorted(spans)) for spans in mentions if len(spans) > 1)) if groups else None


spacy.Language.factory(
    NAME,
    default_config={
        "language": None,
        "roles": True,
        "indirect": True,
        "least_confidence": 0.0,
        "spans_key": NAME,
    },
    assigns=["doc._.quoteattr", "doc.spans"],
    func=make_component,
)
Doc.set_extension(NAME, getter=reading_of, force=True)
