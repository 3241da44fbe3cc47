"""The parser without a model: paragraphs, sentences, tokens and coarse tags by rules and word lists."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, chain, compress, count, pairwise, repeat
from operator import eq, itemgetter

from attrs import evolve, frozen

from quoteattr.languages import INVISIBLE, either, fold, load
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import Document
from quoteattr.model.spans import Span, spans_at
from quoteattr.parsing.tagging import tags_of

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
WRAPPED_WIDTH = range(50, 101)
"""Widths of hard-wrapped lines: mail and wire copy is wrapped at 60 to 80 characters, some at 100."""
WRAPPED_SHARE = 0.6
"""Share of wrapped lines from which on a text counts as wrapped; poems and lists stay far below."""
_ENDS = frozenset(".!?…。！？")
_CLOSERS = frozenset("\"'”’»›“‘)]}」』")


@frozen
class RuleParser:
    """The parser that needs nothing: no model, no download, linear time.

    >>> document = RuleParser().parse("Ms. Obi left. He stayed.", "en")
    >>> [span.of(document.text) for span in document.sentences]
    ['Ms. Obi left.', 'He stayed.']
    """

    name: str = "rules"

    def parse(self, text: str, language: str) -> Document:
        """Return the document of `text`: paragraphs, sentences, tokens, tags; no roles and no dependencies."""
        lexicon = load(language)
        paragraphs = find_paragraphs(text)
        tokens, words = find_tokens(text, lexicon)
        starts = [token.start for token in tokens]
        sentences = tuple(_sentences(paragraphs, tokens, words, starts, lexicon))
        first = frozenset(bisect_right(starts, sentence.start) - 1 for sentence in sentences)
        return Document(
            text=text,
            language=lexicon.code,
            parser=self.name,
            paragraphs=paragraphs,
            sentences=sentences,
            tokens=tokens,
            tags=tags_of(words, first, lexicon),
        )


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Split a text at line ends, or at blank lines where its lines are hard-wrapped; outer space is left out.

    >>> find_paragraphs("One.\\n\\nTwo. ")
    (Span(0, 4), Span(6, 10))
    """
    lines = [_trimmed(text, *match.span()) for match in _LINE.finditer(text)]
    lines = [line for line in lines if len(line)]
    return tuple(_unwrapped(text, lines)) if _is_wrapped(text, lines) else tuple(lines)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, max(start + left, start + len(piece.rstrip())))


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Tell whether most lines that another follows at once are of one wrapping width."""
    inside = [a for a, b in pairwise(lines) if not _BLANK_LINE.search(text, a.end, b.start)]
    fitting = sum(len(line) in WRAPPED_WIDTH for line in inside)
    return len(inside) > 3 and bool(_BLANK_LINE.search(text)) and fitting >= WRAPPED_SHARE * len(inside)


def _unwrapped(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    start = lines[0].start
    for line, following in pairwise(lines):
        if _BLANK_LINE.search(text, line.end, following.start):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, lines[-1].end)


@cache
def _token(language: Language) -> re.Pattern[str]:
    """Match what stands before a token, and one token."""
    return re.compile(
        rf"([\s{INVISIBLE}]*)("
        r"[a-zA-Z]+(?=[\s,])"  # most words, as the patterns below would match them: none goes on at a comma
        r"|&(?:\#\d+|\#x[0-9a-fA-F]+|[a-zA-Z]+);"  # an entity
        r"|''|``"
        r"|https?://\S+"
        rf"|\d+(?:[.,:’']\d+)*(?:{either(language.word_class('number_endings'))})?\b"
        rf"|\w+(?:(?:&\#8217;|[’'\-‐‑.@{INVISIBLE}]|&(?![a-zA-Z]+;))(?=[^\W_])\w+)*"  # hyphens, apostrophes inside
        r"|@\w+|\.{2,}|-{2,}"
        rf"|[^\s{INVISIBLE}]"
        r"|\Z)"  # behind the last one: an empty word
    )


def find_tokens(text: str, language: Language) -> tuple[tuple[Span, ...], list[str]]:
    """Split a text into tokens, and return them with their words; an abbreviation keeps its dot.

    >>> find_tokens("Mr. Obi paid 4.75%.", load("en"))[1]
    ['Mr.', 'Obi', 'paid', '4.75', '%', '.']
    """
    abbreviations = language.word_class("abbreviations")
    numbering = language.word_class("number_abbreviations")
    pieces = _token(language).findall(text)
    words = list(map(itemgetter(1), pieces))
    bounds = list(accumulate(map(len, chain.from_iterable(pieces))))
    starts, ends = bounds[::2], bounds[1::2]
    dots = list(compress(count(), map(eq, words, repeat("."))))
    for at in [at for at in dots if at and ends[at - 1] == starts[at]]:
        before = words[at - 1]
        if fold(before) + "." in numbering and not (len(before) == 1 and before.isupper()):
            if not text[ends[at] : ends[at] + 2].strip()[:1].isdigit():
                continue  # "He said no."
        if _keeps_dot(text, before, ends[at], abbreviations):
            ends[at - 1] = ends[at]
            words[at - 1], words[at] = before + ".", ""
    tokens = spans_at(list(compress(starts, words)), list(compress(ends, words)))
    return tokens, [word for word in words if word]


def _keeps_dot(text: str, word: str, end: int, abbreviations: frozenset[str]) -> bool:
    """Tell whether a dot belongs to the word before it: an abbreviation, "U.S.", an initial before a name."""
    if word.casefold() + "." in abbreviations or (len(word) > 2 and word[1] == "." and word[-2] == "."):
        return True
    initial = len(word) == 1 and word.isupper()
    return initial and text[end : end + 2].lstrip()[:1].isupper()


def find_sentences(
    text: str, paragraphs: Sequence[Span], tokens: Sequence[Span], language: Language
) -> tuple[Span, ...]:
    """Split a text into sentences, by the tokens that someone else found; none goes on into the next paragraph.

    >>> find_sentences("She left. He", (Span(0, 12),), (Span(0, 3), Span(4, 8), Span(8, 9), Span(10, 12)), load("en"))
    (Span(0, 9), Span(10, 12))
    """
    words = [token.of(text) for token in tokens]
    return tuple(_sentences(paragraphs, tokens, words, [token.start for token in tokens], language))


def with_tags(document: Document) -> Document:
    """Return a document with tags: its own, or where it has none those of our rules for its tokens.

    >>> with_tags(Document(text="He left", tokens=(Span(0, 2), Span(3, 7)), sentences=(Span(0, 7),))).tags
    (<Tag.PRON: 'PRON'>, <Tag.VERB: 'VERB'>)
    """
    if document.tags is not None:
        return document
    starts = [token.start for token in document.tokens]
    first = frozenset(bisect_right(starts, sentence.start) - 1 for sentence in document.sentences)
    return evolve(document, tags=tags_of(document.words, first, load(document.language)))


def _sentences(
    paragraphs: Sequence[Span], tokens: Sequence[Span], words: Sequence[str], starts: Sequence[int], language: Language
) -> Iterator[Span]:
    """Yield the sentences: they end at final punctuation with a new start behind, and with their paragraph."""
    openers = language.word_class("determiners") | language.word_class("subordinators") | frozenset(language.pronouns)
    for paragraph in paragraphs:
        begin = bisect_right(starts, paragraph.start - 1)
        last = bisect_right(starts, paragraph.end - 1)
        final = [index for index, word in enumerate(words[begin:last], begin) if word[-1] in _ENDS]
        ends = [index for index in final if _ends_here(words, index, last, language, openers)]
        for end in (*(_with_closers(words, tokens, index, last) for index in ends), last):
            if end > begin:
                yield Span(tokens[begin].start, tokens[end - 1].end)
                begin = end


def _with_closers(words: Sequence[str], tokens: Sequence[Span], index: int, last: int) -> int:
    """Return the token after a sentence that ends at `index`, with the marks and brackets that close there."""
    end = index + 1
    while end < last and words[end][0] in _CLOSERS and tokens[end].start == tokens[end - 1].end:
        end += 1
    return end


def _ends_here(words: Sequence[str], index: int, last: int, language: Language, openers: frozenset[str]) -> bool:
    """Tell whether the punctuation at `index` ends a sentence; a dot of an abbreviation mostly does not."""
    following = index + 1
    while following < last and words[following][0] in _CLOSERS:
        following += 1
    if following >= last:
        return True
    word, after = words[index], words[following]
    if len(word) > 1 and word[0].isalnum():  # an abbreviation, an initial
        titled = word.casefold() in language.word_class("titles_abbreviated")
        return not titled and after[0].isupper() and after.casefold() in openers
    return not after[0].islower() and after[0] not in ",;:)"
