"""Plain data to values: what `json` reads, piece by piece, all of it checked."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from typing import TypeVar

from attrs import field, frozen

from quoteattr.errors import SchemaError
from quoteattr.export.checked import Checked
from quoteattr.export.versions import READING
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
from quoteattr.model.documents import Dependency, Document, Entity, Roles, Tag, Vectors
from quoteattr.model.findings import Issue, IssueKind
from quoteattr.model.quotes import Carrier, Evidence, Polarity, Quote, QuoteKind, Stance
from quoteattr.model.readings import Account, Reading
from quoteattr.model.spans import Passage, Span
from quoteattr.model.speakers import Speaker, SpeakerKind
from quoteattr.model.statements import Statement, Telling

_DEEPEST = 100  # quotes inside quotes; news has three levels, and each level costs Python frames
WIDEST = 1 << 16
"""Numbers in a vector; no model has more."""
_Value = TypeVar("_Value")


@frozen(eq=False)
class Known:
    """What ids stand for while one reading is built: its text, its speakers, and its quotes as they come."""

    text: str
    speakers: Mapping[str, Speaker] = field(factory=dict)
    quotes: dict[str, Quote] = field(factory=dict)

    def speaker(self, data: Checked) -> Speaker | None:
        """Return the speaker of an id, `None` for null."""
        return None if data.absent else _named(data, self.speakers, "a speaker")

    def quote(self, data: Checked) -> Quote | None:
        """Return the quote of an id, `None` for null."""
        return None if data.absent else _named(data, self.quotes, "a quote")

    def chain(self, data: Checked) -> tuple[Speaker, ...]:
        """Return the speakers of a list of ids."""
        return tuple(_named(item, self.speakers, "a speaker") for item in data)


def _named(data: Checked, values: Mapping[str, _Value], sort: str) -> _Value:
    name = data.words()
    return values[name] if name in values else data.wrong(f"the id of {sort} of this reading")


def check_schema(data: Checked, wanted: str) -> None:
    """Raise `SchemaError` for data of another schema or of a version that this library does not know."""
    found = data["schema"].words()
    if found == wanted:
        return
    if found.rpartition("/")[0] == wanted.rpartition("/")[0]:
        raise SchemaError(f"schema: version {found!r} is not known, only {wanted!r}; another quoteattr wrote this data")
    data["schema"].wrong(repr(wanted))


def reading_known(data: Checked) -> tuple[Reading, Known]:
    """Return the reading that the data stands for, and what its ids stand for."""
    article = _article(data["article"])
    text = article.text
    speakers = tuple(_speaker(each, text) for each in data["speakers"])
    names = tuple(each["id"].words() for each in data["speakers"])
    known = Known(text, dict(zip(names, speakers, strict=True)))
    if len(known.speakers) < len(names):
        data["speakers"].wrong("speakers with different ids")
    listed = tuple(each.get("listed", True).flag() for each in data["speakers"])
    reading = Reading(
        article=article,
        document=_document(data["document"], text),
        quotes=tuple(_quote(each, known) for each in data["quotes"]),
        speakers=tuple(speaker for speaker, kept in zip(speakers, listed, strict=True) if kept),
        tellings=tuple(_telling(each, known) for each in data["tellings"]),
        issues=tuple(_issue(each, text) for each in data["issues"]),
    )
    return reading, known


def _article(data: Checked) -> Article:
    optional = ("outlet", "title", "url", "published", "id")
    return Article(
        text=data["text"].words(),
        language=data["language"].words(),
        **{name: data[name].words_or_none() for name in optional},
    )


def _document(data: Checked, text: str) -> Document:
    tokens = _tokens(data["tokens"], text)
    return Document(
        text=text,
        language=data["language"].words(),
        parser=data["parser"].words(),
        model=data["model"].words_or_none(),
        paragraphs=data["paragraphs"].spans(text),
        sentences=data["sentences"].spans(text),
        tokens=tokens,
        tags=_tags(data["tags"], len(tokens)),
        lemmas=_lemmas(data["lemmas"], len(tokens)),
        dependencies=_dependencies(data["dependencies"], len(tokens)),
        entities=None if data["entities"].absent else tuple(_entity(each, text) for each in data["entities"]),
        clusters=None if data["clusters"].absent else tuple(each.spans(text) for each in data["clusters"]),
        vectors=None if data["vectors"].absent else _vectors(data["vectors"], text),
        issues=tuple(_issue(each, text) for each in data["issues"]),
        roles=None if data["roles"].absent else tuple(_roles(each, text) for each in data["roles"]),
    )


def _issue(data: Checked, text: str) -> Issue:
    return Issue(data["kind"].one_of(IssueKind), data["span"].span(text))


def _lemmas(data: Checked, size: int) -> tuple[str, ...] | None:
    if data.absent:
        return None
    lemmas = tuple(each.words() for each in data)
    return lemmas if len(lemmas) == size else data.wrong(f"{size} lemmas, one for each token")


def _dependencies(data: Checked, size: int) -> tuple[Dependency, ...] | None:
    if data.absent:
        return None
    found = tuple(_dependency(each, size) for each in data)
    return found if len(found) == size else data.wrong(f"{size} pairs of head and relation, one for each token")


def _dependency(data: Checked, size: int) -> Dependency:
    head, relation = data.items("[head, relation]", 2)
    return Dependency(-1 if head.value == -1 else head.below(size), relation.words())


def _entity(data: Checked, text: str) -> Entity:
    wanted = "[start, end, kind]"
    start, end, kind = data.items(wanted, 3)
    span = Span(start.below(len(text) + 1), end.below(len(text) + 1))
    return Entity(span, kind.words()) if span.start <= span.end else data.wrong(wanted)


def _vectors(data: Checked, text: str) -> Vectors:
    spans, width = data["spans"].spans(text), data["width"].below(WIDEST)
    try:
        values = b64decode(data["values"].words(), validate=True)
    except ValueError:
        data["values"].wrong("bytes in base 64")
    if len(values) != width * len(spans):
        data["values"].wrong(f"{width} bytes for each of {len(spans)} spans")
    return Vectors(spans, width, values)


def _roles(data: Checked, text: str) -> Roles:
    cue, source = data["cue"].spans(text), data["source"].spans(text)
    return Roles(
        content=data["content"].spans(text),
        cue=cue[0] if cue else None,
        source=source[0] if source else None,
        speech=data["speech"].share(),
        confidence=data["confidence"].share(),
        content_confidence=data["content_confidence"].share(),
    )


def _tokens(data: Checked, text: str) -> tuple[Span, ...]:
    offsets = tuple(offset.below(len(text) + 1) for offset in data)
    starts, ends = offsets[::2], offsets[1::2]
    if len(starts) != len(ends) or any(start > end for start, end in zip(starts, ends, strict=True)):
        data.wrong("pairs of start and end in one flat list")
    return tuple(map(Span, starts, ends))


def _tags(data: Checked, size: int) -> tuple[Tag, ...] | None:
    if data.absent:
        return None
    words = data.words().split()
    known = {tag.value: tag for tag in Tag}
    if len(words) != size or not known.keys() >= set(words):
        data.wrong(f"{size} universal tags, one for each token, with a space between them")
    return tuple(known[word] for word in words)


def _speaker(data: Checked, text: str) -> Speaker:
    return Speaker(
        name=data["name"].words(),
        kind=data["kind"].one_of(SpeakerKind),
        aliases=tuple(alias.words() for alias in data["aliases"]),
        mentions=tuple(mention.passage(text) for mention in data["mentions"]),
        role=data["role"].words_or_none(),
        affiliation=data["affiliation"].words_or_none(),
    )


def _quote(data: Checked, known: Known, depth: int = 1) -> Quote:
    if depth > _DEEPEST:
        raise SchemaError(f"{data.path}: wanted at most {_DEEPEST} quotes inside each other")
    text = known.text
    quote = Quote(
        content=data["content"].passage(text),
        kind=data["kind"].one_of(QuoteKind),
        cue=data["cue"].passage(text),
        source=data["source"].passage(text),
        speaker=known.speaker(data["speaker"]),
        chain=known.chain(data["chain"]),
        carriers=tuple(Carrier(each["source"].passage(text), each["cue"].passage(text)) for each in data["carriers"]),
        closed=data["closed"].flag(),
        attitude=data["attitude"].flag(),
        polarity=data["polarity"].one_of(Polarity),
        stance=data["stance"].one_of(Stance),
        quotes=tuple(_quote(inner, known, depth + 1) for inner in data["quotes"]),
        confidence=data["confidence"].share(),
        evidence=tuple(Evidence(each["rule"].words(), each["spans"].spans(text)) for each in data["evidence"]),
    )
    name = data["id"].words()
    if name in known.quotes:
        data["id"].wrong("an id that no other quote has")
    known.quotes[name] = quote
    return quote


def _telling(data: Checked, known: Known) -> Telling:
    return Telling(
        teller=data["teller"].words(),
        spans=data["spans"].spans(known.text),
        statements=tuple(_statement(each, known) for each in data["statements"]),
        chain=known.chain(data["chain"]),
    )


def _statement(data: Checked, known: Known) -> Statement:
    return Statement(
        passage=data["passage"].passage(known.text),
        speaker=known.speaker(data["speaker"]),
        quote=known.quote(data["quote"]),
    )


def comparison_of(data: Checked) -> Comparison:
    """Return the comparison that the data stands for."""
    readings = tuple(_whole_reading(each) for each in data["readings"])
    places = tuple(each["reading"].below(len(readings)) for each in data["accounts"])
    known = tuple(readings[place][1] for place in places)
    return Comparison(
        accounts=tuple(
            _account(each, readings[place][0]) for each, place in zip(data["accounts"], places, strict=True)
        ),
        statements=tuple(_compared(each, known) for each in data["statements"]),
        signature=_signature(data["signature"]),
    )


def _whole_reading(data: Checked) -> tuple[Reading, Known]:
    check_schema(data, READING)
    return reading_known(data)


def _account(data: Checked, reading: Reading) -> Account:
    return Account(reading=reading, telling=reading.tellings[data["telling"].below(len(reading.tellings))])


def _compared(data: Checked, known: tuple[Known, ...]) -> ComparedStatement:
    wanted = f"{len(known)} items, one for each account"
    mentions = data["mentions"].items(wanted, len(known))
    return ComparedStatement(
        gist=data["gist"].words(),
        mentions=tuple(_mention(each, place) for each, place in zip(mentions, known, strict=True)),
        tellers=tuple(each.words() for each in data["tellers"].items(wanted, len(known))),
        verdict=data["verdict"].one_of(Verdict),
        differences=tuple(_difference(each, known) for each in data["differences"]),
        score=data["score"].share(),
    )


def _mention(data: Checked, known: Known) -> Mention | None:
    if data.absent:
        return None
    return Mention(
        passage=data["passage"].passage(known.text),
        speaker=known.speaker(data["speaker"]),
        quote=known.quote(data["quote"]),
    )


def _difference(data: Checked, known: tuple[Known, ...]) -> Difference:
    left, right = data["tellers"].items("two names, left and right", 2)
    return Difference(
        kind=data["kind"].one_of(DifferenceKind),
        left=_side(data["left"], known),
        right=_side(data["right"], known),
        tellers=(left.words(), right.words()),
        note=data["note"].words(),
    )


def _side(data: Checked, known: tuple[Known, ...]) -> Passage:
    return data["passage"].passage(known[data["account"].below(len(known))].text)


def _signature(data: Checked) -> Signature:
    return Signature(
        version=data["version"].words(),
        parser=data["parser"].words(),
        model=data["model"].words_or_none(),
        language_data=data["language_data"].words(),
        options=data["options"].words(),
    )
