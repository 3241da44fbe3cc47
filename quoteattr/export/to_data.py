"""Values to plain data: what `json` writes, piece by piece."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import field, frozen

from quoteattr.errors import InputError
from quoteattr.export.versions import COMPARISON, READING
from quoteattr.model.articles import Article
from quoteattr.model.comparisons import ComparedStatement, Comparison, Difference, Mention, Signature
from quoteattr.model.documents import Document, Roles, Vectors
from quoteattr.model.findings import Issue
from quoteattr.model.quotes import Quote
from quoteattr.model.readings import Account, Reading
from quoteattr.model.spans import Passage, Span
from quoteattr.model.speakers import Speaker
from quoteattr.model.statements import Statement, Telling

Data = dict[str, Any]


@frozen(eq=False)
class Ids:
    """The ids of values of one sort.

    The same object is known by its identity, as to hash a speaker means to hash all its mentions; only another
    object is looked up by its worth.
    """

    sort: str
    named: tuple[tuple[Any, str], ...]
    _by_identity: dict[int, str] = field(factory=dict, init=False)
    _by_worth: dict[Any, str] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self._by_identity.update((id(value), name) for value, name in reversed(self.named))

    def of(self, value: object) -> str:
        """Return the id of a value; a value that is not in the reading cannot be written."""
        if id(value) in self._by_identity:
            return self._by_identity[id(value)]
        if not self._by_worth:
            self._by_worth.update(reversed(self.named))
        if value not in self._by_worth:
            raise InputError(f"{value!r} is none of the {self.sort} of its reading, so no id can stand for it")
        return self._by_worth[value]

    def of_optional(self, value: object) -> str | None:
        """Return the id of a value, `None` for none."""
        return None if value is None else self.of(value)


@frozen(eq=False)
class ReadingIds:
    """The ids of a reading's speakers and quotes."""

    speakers: Ids
    quotes: Ids

    @classmethod
    def of(cls, reading: Reading) -> ReadingIds:
        """Give the ids: "s1", "s2" to speakers, "q1", "q1.1" to quotes."""
        everyone = (*reading.speakers, *unlisted_speakers(reading))
        speakers = tuple((speaker, f"s{number}") for number, speaker in enumerate(everyone, 1))
        return cls(Ids("speakers", speakers), Ids("quotes", tuple(numbered(reading.quotes))))


def numbered(quotes: Iterable[Quote], before: str = "q") -> Iterator[tuple[Quote, str]]:
    """Give each quote its id, outer before inner."""
    for number, quote in enumerate(quotes, 1):
        yield quote, f"{before}{number}"
        yield from numbered(quote.quotes, f"{before}{number}.")


def unlisted_speakers(reading: Reading) -> tuple[Speaker, ...]:
    """Return the speakers that quotes and tellings refer to but the reading does not list, once each."""
    seen = {id(speaker) for speaker in reading.speakers}
    fresh: list[Speaker] = []
    for speaker in _referred(reading):
        if id(speaker) not in seen:
            seen.add(id(speaker))
            fresh.append(speaker)
    known = set(reading.speakers) if fresh else set()
    return tuple(speaker for speaker in dict.fromkeys(fresh) if speaker not in known)


def _referred(reading: Reading) -> Iterator[Speaker]:
    for quote in reading.all_quotes:
        yield from (speaker for speaker in (*quote.chain, quote.speaker) if speaker)
    for telling in reading.tellings:
        yield from telling.chain
        yield from (statement.speaker for statement in telling.statements if statement.speaker)


def spans_data(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as pairs.

    >>> spans_data((Span(0, 2), Span(5, 9)))
    [[0, 2], [5, 9]]
    """
    return [[span.start, span.end] for span in spans]


def reading_data(reading: Reading, ids: ReadingIds) -> Data:
    """Return a reading as plain data."""
    if reading.document.text != reading.article.text:
        raise InputError("the reading's document was made from another text than its article's; read it again")
    listed = len(reading.speakers)
    return {
        "schema": READING,
        "article": _article(reading.article),
        "document": _document(reading.document),
        "speakers": [_speaker(*pair, place < listed) for place, pair in enumerate(ids.speakers.named)],
        "quotes": [_quote(quote, ids, f"q{number}") for number, quote in enumerate(reading.quotes, 1)],
        "tellings": [_telling(telling, ids) for telling in reading.tellings],
        "issues": [_issue(issue) for issue in reading.issues],
    }


def _article(article: Article) -> Data:
    names = ("text", "outlet", "title", "url", "published", "id", "language")
    return {name: getattr(article, name) for name in names}


def _document(document: Document) -> Data:
    """Return the layers; tokens are one flat list of offsets and tags one string, as there are so many."""
    return {
        "language": document.language,
        "parser": document.parser,
        "model": document.model,
        "paragraphs": spans_data(document.paragraphs),
        "sentences": spans_data(document.sentences),
        "tokens": [offset for token in document.tokens for offset in (token.start, token.end)],
        "tags": None if document.tags is None else " ".join(tag.value for tag in document.tags),
        "lemmas": None if document.lemmas is None else list(document.lemmas),
        "dependencies": _listed(document.dependencies, lambda each: [each.head, each.relation]),
        "entities": _listed(document.entities, lambda each: [each.span.start, each.span.end, each.kind]),
        "clusters": _listed(document.clusters, spans_data),
        "vectors": None if document.vectors is None else _vectors(document.vectors),
        "issues": [_issue(issue) for issue in document.issues],
        "roles": None if document.roles is None else [_roles(roles) for roles in document.roles],
    }


def _listed(layer: Iterable[Any] | None, data: Callable[[Any], list[Any]]) -> list[list[Any]] | None:
    return None if layer is None else [data(each) for each in layer]


def _vectors(vectors: Vectors) -> Data:
    values = b64encode(vectors.values).decode("ascii")
    return {"spans": spans_data(vectors.spans), "width": vectors.width, "values": values}


def _issue(issue: Issue) -> Data:
    return {"kind": issue.kind.value, "span": [issue.span.start, issue.span.end]}


def _roles(roles: Roles) -> Data:
    return {
        "content": spans_data(roles.content),
        "cue": spans_data([roles.cue] if roles.cue else []),
        "source": spans_data([roles.source] if roles.source else []),
        "speech": roles.speech,
        "confidence": roles.confidence,
        "content_confidence": roles.content_confidence,
    }


def _speaker(speaker: Speaker, name: str, listed: bool) -> Data:
    return {
        "id": name,
        "name": speaker.name,
        "kind": speaker.kind.value,
        "aliases": list(speaker.aliases),
        "mentions": [spans_data(mention) for mention in speaker.mentions],
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "listed": listed,
    }


def _quote(quote: Quote, ids: ReadingIds, name: str) -> Data:
    return {
        "id": name,
        "kind": quote.kind.value,
        "content": spans_data(quote.content),
        "cue": spans_data(quote.cue),
        "source": spans_data(quote.source),
        "speaker": ids.speakers.of_optional(quote.speaker),
        "chain": [ids.speakers.of(speaker) for speaker in quote.chain],
        "carriers": [
            {"source": spans_data(carrier.source), "cue": spans_data(carrier.cue)} for carrier in quote.carriers
        ],
        "closed": quote.closed,
        "attitude": quote.attitude,
        "polarity": quote.polarity.value,
        "stance": quote.stance.value,
        "confidence": quote.confidence,
        "evidence": [{"rule": each.rule, "spans": spans_data(each.spans)} for each in quote.evidence],
        "quotes": [_quote(inner, ids, f"{name}.{number}") for number, inner in enumerate(quote.quotes, 1)],
    }


def _telling(telling: Telling, ids: ReadingIds) -> Data:
    return {
        "teller": telling.teller,
        "spans": spans_data(telling.spans),
        "chain": [ids.speakers.of(speaker) for speaker in telling.chain],
        "statements": [_told(statement, ids) for statement in telling.statements],
    }


def _told(told: Statement | Mention, ids: ReadingIds) -> Data:
    return {
        "passage": spans_data(told.passage),
        "speaker": ids.speakers.of_optional(told.speaker),
        "quote": ids.quotes.of_optional(told.quote),
    }


def comparison_data(comparison: Comparison) -> Data:
    """Return a comparison as plain data, each reading in it once."""
    readings: dict[int, Reading] = {}
    for account in comparison.accounts:
        if account.reading not in readings.values():
            readings[id(account.reading)] = account.reading
    kept = tuple(readings.values())
    ids = tuple(ReadingIds.of(reading) for reading in kept)
    places = tuple(kept.index(account.reading) for account in comparison.accounts)
    return {
        "schema": COMPARISON,
        "readings": [reading_data(reading, each) for reading, each in zip(kept, ids, strict=True)],
        "accounts": [
            {"reading": place, "telling": _telling_index(account)}
            for place, account in zip(places, comparison.accounts, strict=True)
        ],
        "statements": [
            _compared(statement, comparison, tuple(ids[place] for place in places))
            for statement in comparison.statements
        ],
        "signature": _signature(comparison.signature),
    }


def _telling_index(account: Account) -> int:
    if account.telling not in account.reading.tellings:
        raise InputError(f"the telling of {account!r} is none of its reading's tellings, so no index can stand for it")
    return account.reading.tellings.index(account.telling)


def _compared(statement: ComparedStatement, comparison: Comparison, ids: tuple[ReadingIds, ...]) -> Data:
    mentions = zip(statement.mentions, ids, strict=True)
    return {
        "gist": statement.gist,
        "verdict": statement.verdict.value,
        "score": statement.score,
        "tellers": list(statement.tellers),
        "mentions": [None if mention is None else _told(mention, each) for mention, each in mentions],
        "differences": [_difference(difference, comparison) for difference in statement.differences],
    }


def _difference(difference: Difference, comparison: Comparison) -> Data:
    left, right = difference.tellers
    return {
        "kind": difference.kind.value,
        "tellers": [left, right],
        "left": _side(difference.left, left, comparison),
        "right": _side(difference.right, right, comparison),
        "note": difference.note,
    }


def _side(passage: Passage, teller: str, comparison: Comparison) -> Data:
    """Name the account whose text the passage is taken from: the first of that teller's that has those words there."""
    fitting = [place for place, account in enumerate(comparison.accounts) if _stands_in(passage, account.reading.text)]
    if not fitting:
        raise InputError(f"{passage!r} stands in none of the compared texts")
    named = [place for place in fitting if comparison.accounts[place].teller == teller]
    return {"account": (named or fitting)[0], "passage": spans_data(passage)}


def _stands_in(passage: Passage, text: str) -> bool:
    return all(span.of(text) == piece for span, piece in zip(passage.spans, passage.pieces, strict=True))


def _signature(signature: Signature) -> Data:
    names = ("version", "parser", "model", "language_data", "options")
    return {name: getattr(signature, name) for name in names}
