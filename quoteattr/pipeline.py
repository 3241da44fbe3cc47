"""Joins the stages: text > article > document > quotes > reading > accounts > alignment > comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import islice
from typing import Any, Literal

from attrs import evolve, field, frozen

from quoteattr.alignment import align
from quoteattr.attribution import attribute
from quoteattr.batches import (
    AHEAD,
    BULK,
    CHUNK,
    Attempt,
    context,
    error_handler,
    in_order,
    many,
    readings,
    tried,
    with_progress,
)
from quoteattr.comparison import judge
from quoteattr.errors import InputError, LanguageError, ParserError, QuoteattrError
from quoteattr.languages import load
from quoteattr.languages.lexicon import Language
from quoteattr.model.articles import Article, published_text
from quoteattr.model.comparisons import Comparison, Signature
from quoteattr.model.documents import BulkParser, Document, Parser
from quoteattr.model.findings import Issue
from quoteattr.model.quotes import Quote, QuoteKind
from quoteattr.model.readings import Account, Reading
from quoteattr.model.statements import Telling
from quoteattr.options import CompareOptions, ReadOptions
from quoteattr.parsing.layers import wrong_layer
from quoteattr.parsing.rules import RuleParser
from quoteattr.parsing.stanza import StanzaParser
from quoteattr.parsing.tagger import TaggerParser
from quoteattr.quotation import find
from quoteattr.speakers import resolve
from quoteattr.statements import tellings, whole_telling
from quoteattr.version import __version__

PARSERS: dict[str, Callable[[], Parser]] = {"rules": RuleParser, "learned": TaggerParser, "stanza": StanzaParser}
"""The parsers that have a name; a caller may pass an object of its own instead."""
LANGUAGE = "en"
"""The language of a text that is given without one."""


def read(
    article: object,
    *,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    published: str | date | None = None,
    id: str | None = None,
    language: str | None = None,
    parser: str | Parser | None = None,
) -> Reading:
    """Read one article: find its quotes, their sources, speakers and chains, and the accounts it carries.

    `article` is the text as a `str`, an `Article`, or what an extractor returns (see `Article.of`); the keywords
    add to it and go before what it says itself. Without `language` it is read in its own, a `str` in English.
    `parser` is `None` or "learned" (the embedded engine), "rules" (without its network), "stanza", or an object that
    fits `Parser`. Odd text raises nothing and gives an `Issue`; a wrong type raises `InputError`, an unknown language
    `LanguageError`, an unknown parser `ParserError`. It asks no network and touches no file of yours.

    >>> reading = read('"We will rebuild," Mayor Ida Brandt said.', outlet="Courier")
    >>> [(quote.speaker.name, quote.cue.text, quote.content.text) for quote in reading.quotes]
    [('Ida Brandt', 'said', 'We will rebuild,')]
    """
    reader = Reader(parser=parser, language=language)
    return reader.read(article, outlet=outlet, title=title, url=url, published=published, id=id)


def compare(*accounts: object, options: CompareOptions | None = None) -> Comparison:
    """Compare two or more accounts of one event: what they agree on, how they diverge, what only one tells.

    `accounts` are `Reading`s (each whole article is one account) or `Account`s (`reading.accounts`), mixed freely,
    or one iterable of them. Accounts of one name get the number of their place: "Courier (1)", "Courier (2)". It never
    says who is right. Fewer than two raise `InputError`.

    >>> first = read("The council met on Monday. The bridge will open in May.", outlet="Courier")
    >>> second = read("The bridge will open in June.", outlet="Post")
    >>> [statement.verdict.value for statement in compare(first, second).statements]
    ['only-in', 'diverge']
    """
    options = _options(options, CompareOptions)
    told = _told_apart([_account(each) for each in _flat(accounts)])
    if len(told) < 2:
        raise InputError(f"a comparison needs two accounts or more, not {len(told)}; pass another Reading or Account")
    languages = sorted({account.reading.document.language for account in told})
    if len(languages) > 1:
        raise InputError(f"accounts of different languages cannot be compared: {', '.join(languages)}")
    language = load(languages[0])
    statements = judge(told, align(told, language, options), language, options)
    return Comparison(accounts=told, statements=statements, signature=_signature(told, language.digest, options))


def parse(text: str, *, language: str = "en", parser: str | Parser | None = None) -> Document:
    """Parse a text: paragraphs, sentences, tokens, and whatever layers the parser gives.

    >>> parse("She left. He stayed.").sentences
    (Span(0, 9), Span(10, 20))
    """
    return Reader(parser=parser, language=language).parse(text)


def find_quotes(text: str, *, language: str = "en", parser: str | Parser | None = None) -> tuple[Quote, ...]:
    """Find the quotes of a text with content, cue, source and carriers, but without speakers and chains.

    >>> [quote.content.text for quote in find_quotes("Ida Brandt said that the bridge would open.")]
    ['the bridge would open']
    """
    reader = Reader(parser=parser, language=language)
    return reader.attributed(reader.parse(text))[0]


def _options(options: Any, wanted: type[Any]) -> Any:
    if options is None:
        return wanted()
    if not isinstance(options, wanted):
        raise InputError(f"options are {wanted.__name__}(...), not {type(options).__name__}")
    return options


def _read_options(options: ReadOptions | None) -> ReadOptions:
    return _options(options, ReadOptions)  # type: ignore[no-any-return]


@frozen
class Reader:
    """An engine to keep: a parser, a language and options. Cheap to make, picklable, safe to share between threads.

    Without a language it reads each article in the one that the article names, and in English where it names none.

    >>> reader = Reader(language="en")
    >>> [len(reading.quotes) for reading in reader.read_many(['"No," he said.', "It rained."])]
    [1, 0]
    """

    parser: str | Parser | None = field(default=None)
    language: str | None = None
    options: ReadOptions = field(default=None, converter=_read_options)

    def __attrs_post_init__(self) -> None:
        _parser(self.parser)
        if self.language is not None:
            load(_checked_text(self.language, "language"))

    def read(
        self,
        article: object,
        *,
        outlet: str | None = None,
        title: str | None = None,
        url: str | None = None,
        published: str | date | None = None,
        id: str | None = None,
    ) -> Reading:
        """Read one article; see `read`."""
        known = self._known(article, outlet=outlet, title=title, url=url, published=published, id=id)
        return self._reading(known, self._parse(known.text, known.language))

    def _known(self, article: object, **known: Any) -> Article:
        """Return an article with what is known of it, in this reader's language or else its own."""
        found = _article(article, language=self.language, **known)
        try:
            load(found.language)
        except LanguageError as error:
            raise LanguageError(f"{error}; the article names it itself, and language=... goes before that") from None
        return found

    def _reading(self, known: Article, document: Document) -> Reading:
        """Take a parsed article through the stages that follow."""
        language = load(known.language)
        quotes, issues = _attributed(document, language)
        resolved, speakers = resolve(document, quotes, language, known)
        kept = tuple(resolved if self._keeps_all else self._kept(resolved))
        return Reading(
            article=known,
            document=document,
            quotes=kept,
            speakers=speakers,
            tellings=tellings(known, document, kept, language),
            issues=issues,
        )

    def read_many(
        self,
        articles: Iterable[object],
        *,
        workers: int = 1,
        progress: bool | Callable[[int], None] = False,
        on_error: Literal["raise", "skip"] | Callable[[object, QuoteattrError], None] = "raise",
    ) -> Iterator[Reading]:
        """Read many articles in order, lazily, and yield a reading for each.

        `workers` above 1 reads in that many processes; who leaves early does not wait for them. A parser that can take
        many texts (`BulkParser`) is given some dozens at once; the others read an article when its reading is asked
        for. `progress` shows a bar where `tqdm` is installed, or is called with the number read so far. `on_error` is
        "raise", "skip", or is called with the article and the error; the article is then left out.
        """
        if not isinstance(workers, int) or workers < 1:
            raise InputError(f"workers is a whole number from 1 on, not {workers!r}")
        handled, source = error_handler(on_error), many(articles)
        attempts = self._in_processes(source, workers) if workers > 1 else self._in_turn(source)
        return readings(attempts, with_progress(attempts, progress), handled)

    def parse(self, text: str) -> Document:
        """Parse a text with this reader's parser; a parser that changes the text raises `ParserError`."""
        return self._parse(_checked_text(text, "text"), self.language or LANGUAGE)

    def _parse(self, text: str, language: str) -> Document:
        parser = _parser(self.parser)
        document = parser.parse(text, load(language).code)
        return document if isinstance(parser, RuleParser) else _sound(document, text, parser.name)

    def attributed(self, document: Document) -> tuple[tuple[Quote, ...], tuple[Issue, ...]]:
        """Return the quotes of a document with their sources, and the issues of its text."""
        return _attributed(document, load(self.language or document.language))

    def _kept(self, quotes: Iterable[Quote]) -> Iterator[Quote]:
        """Yield the quotes that the options want; those inside a quote that is left out take its place."""
        for quote in quotes:
            inner = tuple(self._kept(quote.quotes))
            if self._keeps(quote):
                yield quote if inner == quote.quotes else evolve(quote, quotes=inner)
            else:
                yield from inner

    @property
    def _keeps_all(self) -> bool:
        return self.options.indirect and self.options.least_confidence <= 0

    def _keeps(self, quote: Quote) -> bool:
        wanted = self.options.indirect or quote.kind is not QuoteKind.INDIRECT
        return wanted and quote.confidence >= self.options.least_confidence

    def _in_turn(self, source: Iterator[object]) -> Generator[Attempt]:
        for some in self._chunks(source, 1):
            yield from self._attempts(some)

    def _in_processes(self, source: Iterator[object], workers: int) -> Generator[Attempt]:
        pool = ProcessPoolExecutor(workers, mp_context=context())
        try:
            yield from in_order(pool, self._attempts, self._chunks(source, CHUNK), AHEAD * workers)
            pool.shutdown()
        finally:  # where the caller leaves early, what waits is cancelled and what runs is not waited for
            pool.shutdown(wait=False, cancel_futures=True)

    def _chunks(self, source: Iterator[object], size: int) -> Iterator[list[object]]:
        """Yield the articles, as many at once as the parser can take, `size` where it takes one."""
        size = BULK if isinstance(_parser(self.parser), BulkParser) else size
        while some := list(islice(source, size)):
            yield some

    def _attempts(self, articles: Sequence[object]) -> list[Attempt]:
        """Return each article with its reading, or with what was wrong."""
        known = [tried(self._known, article) for article in articles]
        parsed = self._parsed([one for one in known if isinstance(one, Article)])
        return [
            (article, self._read_from(one, next(parsed)) if isinstance(one, Article) else one)
            for article, one in zip(articles, known, strict=True)
        ]

    def _parsed(self, articles: list[Article]) -> Iterator[Document | QuoteattrError]:
        """Yield the document of each article: all at once where the parser can, one by one where that fails."""
        parser = _parser(self.parser)
        languages = {load(article.language).code for article in articles}
        if len(articles) > 1 and len(languages) == 1 and isinstance(parser, BulkParser):
            texts = [article.text for article in articles]
            try:
                documents = list(parser.parse_many(texts, *languages))
            except QuoteattrError:  # whose text it was, each parsed alone will tell
                documents = []
            if len(documents) == len(texts):
                return (tried(_sound, *each, parser.name) for each in zip(documents, texts, strict=True))
        return (tried(self._parse, article.text, article.language) for article in articles)

    def _read_from(self, known: Article, document: Document | QuoteattrError) -> Reading | QuoteattrError:
        return document if isinstance(document, QuoteattrError) else tried(self._reading, known, document)


def _sound(document: object, text: str, parser: str) -> Document:
    """Return what a parser gave for a text, if it is a document of that very text, and its layers are as promised."""
    if not isinstance(document, Document) or document.text != text:
        raise ParserError(f"the parser {parser!r} did not return a Document of the very text it was given")
    wrong = wrong_layer(document)
    if wrong is not None:
        raise ParserError(f"the parser {parser!r} returned a Document with a wrong layer: {wrong}")
    return document


def _attributed(document: Document, language: Language) -> tuple[tuple[Quote, ...], tuple[Issue, ...]]:
    quotes, issues = find(document, language)
    return attribute(document, quotes, language), issues


def _article(source: object, *, published: str | date | None = None, **known: Any) -> Article:
    known["published"] = published_text(published)
    return evolve(Article.of(source), **{name: value for name, value in known.items() if value is not None})


def _parser(parser: object) -> Parser:
    if parser is None:
        return TaggerParser()
    if isinstance(parser, str):
        if parser not in PARSERS:
            names = ", ".join(sorted(PARSERS))
            raise ParserError(f"there is no parser {parser!r}; this version has: {names}; or pass one of your own")
        return PARSERS[parser]()
    if not isinstance(parser, Parser) or isinstance(parser, type):
        raise ParserError(f"a parser has a name and parse(text, language) -> Document; {type(parser).__name__} has not")
    return parser


def _checked_text(text: object, name: str) -> str:
    if isinstance(text, str):
        return text
    raise InputError(f"{name} is a str, not {type(text).__name__}")


def _flat(accounts: tuple[object, ...]) -> tuple[object, ...]:
    """Take one iterable of accounts as the accounts."""
    alone = accounts[0] if len(accounts) == 1 else None
    return tuple(alone) if isinstance(alone, Iterable) and not isinstance(alone, (str, bytes)) else accounts


def _account(source: object) -> Account:
    """Take an account as it is, and a whole reading as one account."""
    if isinstance(source, Account):
        return source
    if not isinstance(source, Reading):
        raise InputError(f"compare takes Readings and Accounts, not {type(source).__name__}; call quoteattr.read first")
    whole = whole_telling(source.tellings or _tellings(source))
    return Account(reading=evolve(source, tellings=(whole,)), telling=whole)


def _tellings(reading: Reading) -> tuple[Telling, ...]:
    """Return what a reading tells that was made without tellings, by hand say, from its document and its quotes."""
    return tellings(reading.article, reading.document, reading.quotes, load(reading.document.language))


def _told_apart(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Return the accounts with the number of their place behind each name that several bear."""
    bearers = Counter(account.teller for account in accounts)
    return tuple(
        _renamed(account, f"{account.teller} ({place})") if bearers[account.teller] > 1 else account
        for place, account in enumerate(accounts, 1)
    )


def _renamed(account: Account, teller: str) -> Account:
    telling = evolve(account.telling, teller=teller)
    others = account.reading.tellings
    told = tuple(telling if each == account.telling else each for each in others)
    return Account(reading=evolve(account.reading, tellings=told), telling=telling)


def _signature(accounts: tuple[Account, ...], digest: str, options: CompareOptions) -> Signature:
    documents = [account.reading.document for account in accounts]
    return Signature(
        version=__version__,
        parser="+".join(sorted({document.parser for document in documents})),
        model=" + ".join(sorted({document.model for document in documents if document.model})) or None,
        language_data=digest,
        options=repr(options),
    )
