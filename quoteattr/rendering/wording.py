"""What all views say in the same words: who speaks, through whom, and what an account does on a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteattr.model.articles import Article
from quoteattr.model.comparisons import ComparedStatement, Mention, Verdict
from quoteattr.model.quotes import Polarity, Quote, QuoteKind, Stance
from quoteattr.model.readings import Account
from quoteattr.model.speakers import Speaker, SpeakerKind

NO_SPEAKER = "no speaker shown"
NOT_REPORTED = "not reported"
UNSURE = "unsure: little shows that they speak of one thing"
SYMBOLS = {"agrees": "=", "differs": "≠", "only here": "+", NOT_REPORTED: "–"}
"""A sign for each state, beside the words and never in their place."""
_NESTED = str.maketrans('“”„"', "‘’‚'")


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "quote"), counted(3, "quote")
    ('1 quote', '3 quotes')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def numbered(quotes: Iterable[Quote], before: str = "") -> Iterator[tuple[str, Quote]]:
    """Number the quotes as a reader sees them: "1", inside it "1.1", outer before inner."""
    for number, quote in enumerate(quotes, 1):
        yield f"{before}{number}", quote
        yield from numbered(quote.quotes, f"{before}{number}.")


def published_by(article: Article) -> str:
    """Return the outlet and the date, as far as they are known.

    >>> published_by(Article(text="", outlet="Courier", published="2024-05-01"))
    'Courier, 2024-05-01'
    """
    return ", ".join(filter(None, (article.outlet, article.published)))


def outlet_beside(account: Account) -> str | None:
    """Return the outlet of an account's article where its teller's name does not say it.

    >>> from quoteattr.model.documents import Document
    >>> from quoteattr.model.readings import Reading
    >>> from quoteattr.model.statements import Telling
    >>> reading = Reading(article=Article(text="", outlet="Courier"), document=Document(text=""))
    >>> outlet_beside(Account(reading=reading, telling=Telling(teller="Nordwire", spans=(), statements=())))
    'Courier'
    """
    outlet = account.reading.article.outlet
    return None if outlet is None or account.teller.startswith(outlet) else outlet


def described(speaker: Speaker) -> str:
    """Return the speaker's name with role and affiliation, and what it is where it is no person.

    It does not repeat what the words before it say.

    >>> described(Speaker(name="Ada Obi", role="Orvania's minister", affiliation="Orvania"))
    "Ada Obi, Orvania's minister"
    >>> described(Speaker(name="Ilon Harsa", role="Teskian counterpart", affiliation="Mara Dovik"))
    'Ilon Harsa, Teskian counterpart of Mara Dovik'
    """
    words = speaker.name
    words += f", {speaker.role}" if speaker.role and speaker.role.casefold() not in words.casefold() else ""
    if speaker.affiliation and speaker.affiliation.casefold() not in words.casefold():
        words += f" of {speaker.affiliation}" if speaker.role else f", {speaker.affiliation}"
    return words if speaker.kind is SpeakerKind.PERSON else f"{words} ({speaker.kind.value})"


def nested(text: str) -> str:
    """Return the text as it stands inside double marks: its own double marks become single ones.

    It changes no length, so offsets into the text hold.

    >>> nested("the dam “a wall of hope”")
    'the dam ‘a wall of hope’'
    """
    return text.translate(_NESTED)


def content_of(quote: Quote) -> str:
    """Return the words reported: in marks where the article has them so, with "…" where the quote is interrupted.

    >>> from quoteattr.model.spans import Passage, Span
    >>> text = "“We won,” she said. “Again.”"
    >>> content_of(Quote(content=Passage.of(text, Span(1, 8), Span(21, 27)), kind=QuoteKind.DIRECT))
    '“We won, … Again.”'
    """
    words = " … ".join(quote.content.pieces)
    return f"“{nested(words)}”" if quote.kind is QuoteKind.DIRECT else words


def carriers_of(quote: Quote) -> tuple[Speaker, ...]:
    """Return through whom the words come, outermost first, without the speaker itself."""
    ends_in_speaker = quote.chain and quote.chain[-1] == quote.speaker
    return quote.chain[:-1] if ends_in_speaker else quote.chain


def via(quote: Quote) -> str:
    """Return the carriers' names, outermost first; empty where the article heard the words itself."""
    return " > ".join(speaker.name for speaker in carriers_of(quote))


def flags(quote: Quote) -> tuple[str, ...]:
    """Return what a reader must know of a quote before trusting it: denied, unclosed, in doubt."""
    marked = (
        (quote.attitude, "thought or wished, not said"),
        (quote.polarity is Polarity.NEGATIVE, "denied by the speaker"),
        (not quote.closed, "unclosed"),
        (quote.stance is Stance.DOUBTING, "told with doubt"),
        (quote.stance is Stance.ENDORSING, "told as fact"),
    )
    return tuple(flag for holds, flag in marked if holds)


def credit(mention: Mention) -> str:
    """Return in whose voice an account tells a statement.

    >>> from quoteattr.model.spans import Passage
    >>> credit(Mention(passage=Passage(), speaker=Speaker(name="Ada Obi")))
    'credited to Ada Obi'
    """
    quote = mention.quote
    if mention.speaker is None:
        return f"quoted, {NO_SPEAKER}" if quote else "in the account's own voice"
    how = f" ({', '.join((quote.kind.value + ' quote', *flags(quote)))})" if quote else ""
    through = f", via {via(quote)}" if quote and via(quote) else ""
    return f"credited to {mention.speaker.name}{how}{through}"


def state(statement: ComparedStatement, place: int) -> str:
    """Return what the account at this place does on the statement: a key of `SYMBOLS`."""
    if statement.mentions[place] is None:
        return NOT_REPORTED
    if statement.verdict is Verdict.ONLY_IN:
        return "only here"
    named = {teller for difference in statement.differences for teller in difference.tellers}
    differs = not named or statement.tellers[place] in named
    return "differs" if statement.verdict is Verdict.DIVERGE and differs else "agrees"
