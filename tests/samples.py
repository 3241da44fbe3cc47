"""Hand-made values that tests of views and files share: two accounts of one invented ferry dispute."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
from quoteattr.model.readings import Reading
from quoteattr.model.spans import Passage, Span
from quoteattr.model.speakers import Speaker, SpeakerKind
from quoteattr.model.statements import Statement, Telling

LONG = """Ferry crews at Tarn Sound to strike for three days

The crews of the Tarn Sound ferries will stop work on 14 May, the Seafarers' League said on Monday. \
“We have waited long enough,” said Mara Velde, the league's chairwoman. “The company told us ‘be patient’ in March.”

According to Harbour Wire, citing the port authority, 12 of 18 sailings will be cancelled. \
Quillon Lines denied that wages had been cut & called the strike “<wholly> unneeded”. “No talks are planned, \
a manager said.
"""

SHORT = """Tarn Sound crews plan walk-out

Ferry crews will stop work on 15 May, their union announced. Harbour officials said 9 of 18 sailings \
would be cancelled. Quillon Lines did not reply to questions.
"""

SIGNATURE = Signature(version="0.1", parser="rules", model=None, language_data="en-0", options="least_score=0.5")


def passage(text: str, *pieces: str, after: str = "") -> Passage:
    """Return the passage of these pieces, each the first one after the piece before it, or after `after`."""
    spans, position = [], text.index(after) + len(after)
    for piece in pieces:
        position = text.index(piece, position)
        spans.append(Span(position, position + len(piece)))
    return Passage.of(text, *spans)


def document(text: str) -> Document:
    """Return a document with simple layers: lines are paragraphs and sentences, words are tokens."""
    lines = tuple(Span(*match.span()) for match in re.finditer(r"\S.*", text))
    tokens = tuple(Span(*match.span()) for match in re.finditer(r"\w+|[^\w\s]", text))
    return Document(text=text, paragraphs=lines, sentences=lines, tokens=tokens, tags=(Tag.X,) * len(tokens))


VELDE = Speaker(
    name="Mara Velde", role="chairwoman", affiliation="Seafarers' League", mentions=(passage(LONG, "Mara Velde"),)
)
LEAGUE = Speaker(
    name="Seafarers' League", kind=SpeakerKind.ORGANISATION, mentions=(passage(LONG, "the Seafarers' League"),)
)
WIRE = Speaker(name="Harbour Wire", kind=SpeakerKind.ORGANISATION)
PORT = Speaker(name="port authority", kind=SpeakerKind.ORGANISATION, mentions=(passage(LONG, "the port authority"),))
COMPANY = Speaker(name="Quillon Lines", kind=SpeakerKind.ORGANISATION, aliases=("Quillon",))
OFFICIALS = Speaker(name="Harbour officials", kind=SpeakerKind.ANONYMOUS)

LONG_QUOTES = (
    Quote(
        content=passage(LONG, "The crews of the Tarn Sound ferries will stop work on 14 May"),
        kind=QuoteKind.INDIRECT,
        cue=passage(LONG, "said"),
        source=passage(LONG, "the Seafarers' League"),
        speaker=LEAGUE,
        chain=(LEAGUE,),
        confidence=0.9,
    ),
    Quote(
        content=passage(LONG, "We have waited long enough,", "The company told us ‘be patient’ in March."),
        kind=QuoteKind.DIRECT,
        cue=passage(LONG, "said", after="long enough"),
        source=passage(LONG, "Mara Velde"),
        speaker=VELDE,
        chain=(VELDE,),
        confidence=0.97,
        evidence=(Evidence("source/after-cue", passage(LONG, "Mara Velde").spans),),
        quotes=(
            Quote(
                content=passage(LONG, "be patient"),
                kind=QuoteKind.DIRECT,
                cue=passage(LONG, "told"),
                source=passage(LONG, "The company"),
                speaker=COMPANY,
                chain=(VELDE, COMPANY),
                stance=Stance.DOUBTING,
                confidence=0.64,
            ),
        ),
    ),
    Quote(
        content=passage(LONG, "12 of 18 sailings will be cancelled"),
        kind=QuoteKind.INDIRECT,
        cue=passage(LONG, "citing"),
        source=passage(LONG, "the port authority"),
        speaker=PORT,
        chain=(WIRE, PORT),
        carriers=(Carrier(passage(LONG, "Harbour Wire"), passage(LONG, "According to")),),
        confidence=0.81,
    ),
    Quote(
        content=passage(LONG, "wages had been cut"),
        kind=QuoteKind.INDIRECT,
        cue=passage(LONG, "denied"),
        source=passage(LONG, "Quillon Lines"),
        speaker=COMPANY,
        chain=(COMPANY,),
        polarity=Polarity.NEGATIVE,
        confidence=0.78,
    ),
    Quote(
        content=passage(LONG, "the strike “<wholly> unneeded”"),
        kind=QuoteKind.MIXED,
        cue=passage(LONG, "called"),
        source=passage(LONG, "Quillon Lines"),
        speaker=COMPANY,
        chain=(COMPANY,),
        confidence=0.83,
    ),
    Quote(
        content=passage(LONG, "No talks are planned, a manager said."),
        kind=QuoteKind.DIRECT,
        closed=False,
        confidence=0.4,
    ),
)

SHORT_QUOTES = (
    Quote(
        content=passage(SHORT, "9 of 18 sailings would be cancelled"),
        kind=QuoteKind.INDIRECT,
        cue=passage(SHORT, "said"),
        source=passage(SHORT, "Harbour officials"),
        speaker=OFFICIALS,
        chain=(OFFICIALS,),
        confidence=0.88,
    ),
)


def told(text: str, words: str, quote: Quote | None = None) -> Statement:
    """Return the statement that stands in these words."""
    return Statement(passage=passage(text, words), speaker=quote.speaker if quote else None, quote=quote)


LONG_STATEMENTS = (
    told(LONG, "The crews of the Tarn Sound ferries will stop work on 14 May", LONG_QUOTES[0]),
    told(LONG, "12 of 18 sailings will be cancelled", LONG_QUOTES[2]),
    told(LONG, "wages had been cut", LONG_QUOTES[3]),
)
SHORT_STATEMENTS = (
    told(SHORT, "Ferry crews will stop work on 15 May"),
    told(SHORT, "9 of 18 sailings would be cancelled", SHORT_QUOTES[0]),
    told(SHORT, "Quillon Lines did not reply to questions"),
    told(SHORT, "Tarn Sound crews plan walk-out"),
)


def long_reading() -> Reading:
    """Return the reading of the longer article: all kinds, a nested quote, a chain, a denial, an unclosed mark."""
    opening = passage(LONG, "“", after="unneeded”").spans[0]
    return Reading(
        article=Article(
            text=LONG,
            outlet="Northern Courier",
            title="Ferry crews at Tarn Sound to strike for three days",
            url="https://courier.example/ferry",
            published="2024-05-06",
            id="nc-1",
        ),
        document=document(LONG),
        quotes=LONG_QUOTES,
        speakers=(LEAGUE, VELDE, COMPANY, PORT),
        tellings=(
            Telling(teller="Northern Courier", spans=(Span(0, len(LONG)),), statements=LONG_STATEMENTS),
            Telling(
                teller="Harbour Wire",
                spans=LONG_QUOTES[2].content.spans,
                statements=LONG_STATEMENTS[1:2],
                chain=(WIRE,),
            ),
        ),
        issues=(Issue(IssueKind.UNCLOSED_MARK, Span(opening.start, len(LONG) - 1)),),
    )


def short_reading() -> Reading:
    """Return the reading of the shorter article."""
    return Reading(
        article=Article(text=SHORT, outlet="Tarn Post", title="Tarn Sound crews plan walk-out"),
        document=document(SHORT),
        quotes=SHORT_QUOTES,
        speakers=(OFFICIALS,),
        tellings=(Telling(teller="Tarn Post", spans=(Span(0, len(SHORT)),), statements=SHORT_STATEMENTS),),
    )


def comparison() -> Comparison:
    """Return the comparison of both: two divergences, an agreement, and a statement of one account only for each."""
    tellers = ("Northern Courier", "Tarn Post")
    return Comparison(
        accounts=(long_reading().accounts[0], short_reading().accounts[0]),
        statements=tuple(_compared(*row, tellers) for row in _rows(tellers)),
        signature=SIGNATURE,
    )


def _rows(
    tellers: tuple[str, str],
) -> Iterator[tuple[Statement | None, Statement | None, Verdict, tuple[Difference, ...]]]:
    first, second = LONG_STATEMENTS, SHORT_STATEMENTS
    yield None, second[2], Verdict.ONLY_IN, ()
    days = _difference(DifferenceKind.DATE, "14 May", "15 May", tellers)
    yield first[0], second[0], Verdict.DIVERGE, (days,)
    numbers = _difference(DifferenceKind.NUMBER, "12", "9", tellers, note="3 sailings apart")
    sources = _difference(DifferenceKind.ATTRIBUTION, "the port authority", "Harbour officials", tellers)
    yield first[1], second[1], Verdict.DIVERGE, (numbers, sources)
    headline = told(LONG, "Ferry crews at Tarn Sound to strike for three days")
    yield headline, second[3], Verdict.AGREE, ()
    yield first[2], None, Verdict.ONLY_IN, ()


def _difference(kind: DifferenceKind, left: str, right: str, tellers: tuple[str, str], note: str = "") -> Difference:
    return Difference(kind=kind, left=passage(LONG, left), right=passage(SHORT, right), tellers=tellers, note=note)


def _compared(
    left: Statement | None,
    right: Statement | None,
    verdict: Verdict,
    differences: tuple[Difference, ...],
    tellers: tuple[str, ...],
) -> ComparedStatement:
    mentions = tuple(
        Mention(passage=each.passage, speaker=each.speaker, quote=each.quote) if each else None
        for each in (left, right)
    )
    gist = str(left or right)
    return ComparedStatement(gist=gist, mentions=mentions, tellers=tellers, verdict=verdict, differences=differences)
