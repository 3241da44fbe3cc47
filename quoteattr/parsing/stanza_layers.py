"""From Stanza's document to ours: every layer as spans of the text that was given, and none of Stanza's objects."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, TypeVar

from attrs import frozen

from quoteattr.model.documents import Dependency, Document, Entity, Tag, X
from quoteattr.model.spans import Span
from quoteattr.parsing.cleaning import CleanText
from quoteattr.parsing.stanza_models import model_name

CLITICS = frozenset(("'s", "’s", "'", "’"))
"""What ends the token of a name without being part of it: Stanza tags whole tokens, so "Obi's" comes as one name.

The words are those of its English models; a token of another language that is spelt so is no name either."""
_TAGS = frozenset(Tag)
T = TypeVar("T")


@frozen(eq=False)
class _Word:
    """One token of the document: its span, the word of Stanza's that speaks for it, and its sentence's first place."""

    span: Span
    word: Any
    sentence: int


def to_document(
    parsed: Any, *, text: str, clean: CleanText, language: str, parser: str, paragraphs: tuple[Span, ...]
) -> Document:
    """Return our document of what Stanza found in `clean`, in places of `text`.

    `parsed` is a `stanza.Document` with any layers; those that it has not are `None`. A sentence that goes over
    the end of a paragraph is cut there. The words of a multi-word token that do not spell it stay one token.
    """
    words, places = _words(parsed, clean)
    tokens = tuple(word.span for word in words)
    return Document(
        text=text,
        language=language,
        parser=parser,
        model=f"{model_name()} {language}",
        paragraphs=paragraphs,
        sentences=tuple(_sentences(words, paragraphs)),
        tokens=tokens,
        tags=_layer([_tag(word.word.upos) for word in words]),
        lemmas=_layer([word.word.lemma and _lemma(word, text) for word in words]),
        dependencies=_layer([_dependency(word, places) for word in words]),
        entities=_entities(parsed, tokens, places),
        clusters=_clusters(parsed, tokens, places),
    )


def _words(parsed: Any, clean: CleanText) -> tuple[list[_Word], list[list[int]]]:
    """Return the document's tokens, and for each sentence the token's number of each of its words."""
    words: list[_Word] = []
    places: list[list[int]] = []
    for number, sentence in enumerate(parsed.sentences):
        places.append([])
        for token in sentence.tokens:
            own = _words_of(token, clean, number)
            places[-1] += [len(words) + min(at, len(own) - 1) for at in range(len(token.words))]
            words += own
    return words, places


def _words_of(token: Any, clean: CleanText, sentence: int) -> list[_Word]:
    """Return the words of a token, or the token as one word where they do not spell it."""
    if not _spells(token):
        return [_Word(clean.span(token.start_char, token.end_char), _head_of(token), sentence)]
    return [_Word(clean.span(word.start_char, word.end_char), word, sentence) for word in token.words]


def _spells(token: Any) -> bool:
    """Tell whether the words of a token lie in it one after the other."""
    last = token.start_char
    for word in token.words:
        if word.start_char is None or word.end_char is None or not last <= word.start_char < word.end_char:
            return False
        last = word.end_char
    return bool(last <= token.end_char)


def _head_of(token: Any) -> Any:
    """Return the word of a token on which its others depend."""
    own = {word.id for word in token.words}
    return next((word for word in token.words if word.head not in own), token.words[0])


def _sentences(words: Sequence[_Word], paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences: what Stanza takes for one, as far as it lies in one paragraph."""
    starts = [paragraph.start for paragraph in paragraphs]
    for _, group in groupby(words, key=lambda word: (word.sentence, bisect_right(starts, word.span.start))):
        inside = tuple(group)
        yield Span(inside[0].span.start, inside[-1].span.end)


def _layer(values: list[T | None]) -> tuple[T, ...] | None:
    """Return a layer, or `None` where a word has no value, as its processor did not run."""
    found = tuple(value for value in values if value is not None)
    return found if len(found) == len(values) else None


def _tag(upos: str | None) -> Tag | None:
    if upos is None:
        return None
    return Tag(upos) if upos in _TAGS else X


def _lemma(word: _Word, text: str) -> str:
    """Return the lemma; a word that was too long for the tokenizer ("<UNK>") is its own."""
    lemma: str = word.word.lemma
    return lemma if "<UNK>" not in word.word.text else word.span.of(text)


def _dependency(word: _Word, places: Sequence[Sequence[int]]) -> Dependency | None:
    """Return what a word depends on, by the number of its head among all tokens."""
    head: int | None = word.word.head
    if head is None or word.word.deprel is None:
        return None
    return Dependency(places[word.sentence][head - 1] if head else -1, str(word.word.deprel))


def _entities(parsed: Any, tokens: Sequence[Span], places: Sequence[Sequence[int]]) -> tuple[Entity, ...] | None:
    """Return the names without a clitic behind them, or `None` where no recogniser ran."""
    if any(token.ner is None for sentence in parsed.sentences for token in sentence.tokens):
        return None
    return tuple(
        Entity(_extent(tokens, own, *_named(entity)), str(entity.type))
        for own, sentence in zip(places, parsed.sentences, strict=True)
        for entity in sentence.ents
    )


def _named(entity: Any) -> tuple[int, int]:
    """Return the first word of a name, and the word after its last, counted in the sentence from 0."""
    words = [word for token in entity.tokens for word in token.words]
    while len(words) > 1 and words[-1].text in CLITICS:
        words.pop()
    return words[0].id - 1, words[-1].id


def _clusters(
    parsed: Any, tokens: Sequence[Span], places: Sequence[Sequence[int]]
) -> tuple[tuple[Span, ...], ...] | None:
    """Return the mentions of each party that is mentioned twice or more, or `None` where coreference did not run.

    A mention without words (a dropped pronoun) has no span.
    """
    if any(word.coref_chains is None for sentence in parsed.sentences for word in sentence.words):
        return None
    chains = (
        sorted({
            _extent(tokens, places[mention.sentence], mention.start_word, mention.end_word)
            for mention in chain.mentions
            if isinstance(mention.start_word, int)
        })
        for chain in parsed.coref or ()
    )  # fmt: skip
    return tuple(sorted(tuple(mentions) for mentions in chains if len(mentions) > 1))


def _extent(tokens: Sequence[Span], places: Sequence[int], first: int, last: int) -> Span:
    """Return the span of the words from `first` up to `last` of a sentence."""
    return Span(tokens[places[first]].start, tokens[places[last - 1]].end)
