"""Hypothesis strategies that tests share. Each makes whole values that keep the model's promises.

- `texts()`: any text: scripts, controls, lone surrogates, markup, quotation marks.
- `spans_in(text)`, `passages_in(text)`: places in a text, with their words.
- `readings()`: articles of any text with random spans for quotes, speakers, tellings and issues.
- `comparisons()`: comparisons of such readings' accounts.
"""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

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
from quoteattr.model.documents import Document, Tag
from quoteattr.model.findings import Issue, IssueKind
from quoteattr.model.quotes import Carrier, Evidence, Polarity, Quote, QuoteKind, Stance
from quoteattr.model.readings import Account, Reading
from quoteattr.model.spans import Passage, Span
from quoteattr.model.speakers import Speaker, SpeakerKind
from quoteattr.model.statements import Statement, Telling

WHOLE = settings(
    max_examples=25,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""For tests over whole readings: they are large, so to shrink one that fails takes minutes and is left out."""

_CHARACTERS = st.one_of(
    st.sampled_from("ab <>&\"'/“”‘’«»\n\n\t.,\0\x1b"),
    st.characters(),
    st.characters(categories=["Cs"]),
)


def texts(max_size: int = 80) -> SearchStrategy[str]:
    """Any text, the odd characters more often than in the wild.

    Two surrogates that make a pair are one character: JSON cannot tell them apart, and no decoder leaves them so.
    """
    return st.text(_CHARACTERS, max_size=max_size).map(_with_pairs_joined)


def _with_pairs_joined(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def spans_in(text: str) -> SearchStrategy[Span]:
    """Any span of the text, the empty ones included."""
    offsets = st.integers(0, len(text))
    return st.tuples(offsets, offsets).map(lambda pair: Span(min(pair), max(pair)))


def passages_in(text: str) -> SearchStrategy[Passage]:
    """Any passage of the text, the empty one included."""
    return st.lists(spans_in(text), max_size=3).map(lambda spans: Passage.of(text, *spans))


def _several(values: SearchStrategy, most: int = 3) -> SearchStrategy[tuple]:
    return st.lists(values, max_size=most).map(tuple)


@st.composite
def articles(draw: DrawFn) -> Article:
    """An article of any text, with whatever is known of it."""
    known = {name: draw(st.none() | texts(12)) for name in ("outlet", "title", "url", "published", "id")}
    return Article(text=draw(texts()), language=draw(st.sampled_from(["en", "de"])), **known)


@st.composite
def documents(draw: DrawFn, article: Article) -> Document:
    """A document of the article's text, its layers at random places; the tags may be missing."""
    text = article.text
    tokens = draw(_several(spans_in(text), 5))
    tags = st.tuples(*[st.sampled_from(Tag)] * len(tokens))
    return Document(
        text=text,
        language=article.language,
        parser=draw(texts(5)),
        paragraphs=draw(_several(spans_in(text))),
        sentences=draw(_several(spans_in(text))),
        tokens=tokens,
        tags=draw(st.none() | tags),
    )


def speakers_in(text: str) -> SearchStrategy[Speaker]:
    """A speaker that the text mentions at random places."""
    return st.builds(
        Speaker,
        name=texts(8),
        kind=st.sampled_from(SpeakerKind),
        aliases=_several(texts(5), 2),
        mentions=_several(passages_in(text), 2),
        role=st.none() | texts(5),
        affiliation=st.none() | texts(5),
    )


def quotes_in(text: str, speakers: SearchStrategy[Speaker], depth: int = 2) -> SearchStrategy[Quote]:
    """A quote at random places by one of the speakers, or by none, with quotes inside."""
    passages = passages_in(text)
    return st.builds(
        Quote,
        content=passages,
        kind=st.sampled_from(QuoteKind),
        cue=passages,
        source=passages,
        speaker=st.none() | speakers,
        chain=_several(speakers),
        carriers=_several(st.builds(Carrier, passages, passages), 2),
        closed=st.booleans(),
        polarity=st.sampled_from(Polarity),
        stance=st.sampled_from(Stance),
        quotes=_several(quotes_in(text, speakers, depth - 1), 2) if depth else st.just(()),
        confidence=st.floats(0, 1),
        evidence=_several(st.builds(Evidence, texts(5), _several(spans_in(text), 2)), 2),
    )


@st.composite
def readings(draw: DrawFn) -> Reading:
    """A reading of any text; chains may name a speaker that the reading does not list."""
    article = draw(articles())
    text = article.text
    everyone = draw(st.lists(speakers_in(text), min_size=1, max_size=3, unique=True))
    one = st.sampled_from(everyone)
    quotes = draw(_several(quotes_in(text, one)))
    listed = tuple(everyone[: draw(st.integers(0, len(everyone)))])
    found = Reading(article=article, document=draw(documents(article)), quotes=quotes, speakers=listed)
    quote = st.sampled_from([None, *found.all_quotes])
    statement = st.builds(Statement, passage=passages_in(text), speaker=st.none() | one, quote=quote)
    telling = st.builds(
        Telling,
        teller=texts(5),
        spans=_several(spans_in(text)),
        statements=_several(statement),
        chain=_several(one, 2),
    )
    return Reading(
        article=article,
        document=found.document,
        quotes=quotes,
        speakers=listed,
        tellings=(draw(telling), *draw(_several(telling, 1))),
        issues=draw(_several(st.builds(Issue, st.sampled_from(IssueKind), spans_in(text)))),
    )


@st.composite
def comparisons(draw: DrawFn) -> Comparison:
    """A comparison of two or three accounts of one or two readings, with random verdicts and differences."""
    read = draw(st.lists(readings(), min_size=1, max_size=2))
    every = [account for reading in read for account in reading.accounts]
    accounts = tuple(draw(st.lists(st.sampled_from(every), min_size=2, max_size=3)))
    return Comparison(
        accounts=accounts,
        statements=draw(_several(_compared(accounts), 2)),
        signature=draw(
            st.builds(
                Signature,
                version=texts(3),
                parser=texts(3),
                model=st.none() | texts(3),
                language_data=texts(3),
                options=texts(3),
            )
        ),
    )


def _compared(accounts: tuple[Account, ...]) -> SearchStrategy[ComparedStatement]:
    tellers = tuple(account.teller for account in accounts)
    return st.builds(
        ComparedStatement,
        gist=texts(12),
        mentions=st.tuples(*(st.none() | _mentions(account) for account in accounts)),
        tellers=st.just(tellers),
        verdict=st.sampled_from(Verdict),
        differences=_several(_differences(accounts), 2),
        score=st.floats(0, 1),
    )


def _mentions(account: Account) -> SearchStrategy[Mention]:
    passages = passages_in(account.reading.text)
    own = st.builds(Mention, passage=passages)
    told = [Mention(passage=each.passage, speaker=each.speaker, quote=each.quote) for each in account.statements]
    return own | st.sampled_from(told) if told else own


@st.composite
def _differences(draw: DrawFn, accounts: tuple[Account, ...]) -> Difference:
    left, right = draw(st.sampled_from(accounts)), draw(st.sampled_from(accounts))
    return Difference(
        kind=draw(st.sampled_from(DifferenceKind)),
        left=draw(passages_in(left.reading.text)),
        right=draw(passages_in(right.reading.text)),
        tellers=(left.teller, right.teller),
        note=draw(texts(5)),
    )
