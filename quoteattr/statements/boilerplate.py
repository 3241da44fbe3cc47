"""Boilerplate: paragraphs that tell nothing of the event, and headlines that only repeat."""

from __future__ import annotations

from functools import cache
from itertools import repeat
from operator import itemgetter

from quoteattr.languages.lexicon import Language
from quoteattr.model.articles import Article
from quoteattr.model.documents import Document
from quoteattr.model.spans import Span

_SHORT_LINE = 80  # a line that begins like a link ("Related ...") is one only when it is short
_SHORT_PARAGRAPH = 240  # a credit that stands inside a paragraph has one to itself
_HEADING = 40  # characters; a heading of a list is a few words
_OWN_PARAGRAPHS = 3  # headline, lede and one more: above them "Popular" is a menu of the page
_PREFIX = 4  # letters by which a headline's word is found again in another form
_first_letters = itemgetter(slice(_PREFIX))
_REPEATED = 0.7  # of a headline's words; the rest are its short verbs ("vows", "axed")
_AROUND_WORDS = ".,;:!?\"'“”‘’()«»"
_ENDS = (".", "!", "?", "…", "”", '"', ".'", ".’", "»")


def boilerplate_paragraphs(document: Document, language: Language) -> tuple[Span, ...]:
    """Return the paragraphs that are credits, notes to the reader or links.

    It goes by their first words, so a long paragraph that begins like a link is kept.

    >>> from quoteattr.languages import load
    >>> text = "Photo: A. Obi"
    >>> boilerplate_paragraphs(Document(text=text, paragraphs=(Span(0, 13),)), load("en"))
    (Span(0, 13),)
    """
    text = document.text
    return tuple(
        p for p in document.paragraphs if _is_boilerplate(text[p.start : min(p.end, p.start + 256)], p, language)
    )


def _is_boilerplate(head: str, paragraph: Span, language: Language) -> bool:
    marked, plain = _starts(language)
    low = head.lower()
    if low.startswith(marked) or (len(paragraph) <= _SHORT_LINE and low.startswith(plain)):
        return True
    return len(paragraph) <= _SHORT_PARAGRAPH and any(map(low.__contains__, language.boilerplate.get("holds", ())))


@cache
def _starts(language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the beginnings that are a sign at any length ("source:"), and those that are one on a short line."""
    starts = language.boilerplate.get("starts", ())
    return tuple(s for s in starts if s.endswith(":")), tuple(s for s in starts if not s.endswith(":"))


def other_stories(document: Document, language: Language) -> int:
    """Return where the list of other stories begins ("Related articles"), the end of the text where there is none.

    The heading has to stand alone, below some paragraphs of the article's own.

    >>> from quoteattr.languages import load
    >>> other_stories(Document(text="Most read", paragraphs=(Span(0, 9),)), load("en"))
    9
    """
    headings = frozenset(language.boilerplate.get("sections", ()))
    for paragraph in document.paragraphs[_OWN_PARAGRAPHS:]:
        if len(paragraph) <= _HEADING:
            words = paragraph.of(document.text).casefold().replace("’", "'").rstrip(" :")
            if words in headings:
                return paragraph.start
    return len(document.text)


def repeating_headline(article: Article, document: Document, language: Language) -> Span | None:
    """Return the headline at the head of the text where the text below says it again, else `None`.

    A headline is a first paragraph that is the article's title or ends without a mark.

    >>> from quoteattr.languages import load
    >>> text = "Mayor opens bridge" + chr(10) + "The mayor opened the bridge."
    >>> document = Document(text=text, paragraphs=(Span(0, 18), Span(19, 47)))
    >>> repeating_headline(Article(text=text), document, load("en"))
    Span(0, 18)
    """
    if len(document.paragraphs) < 2:
        return None
    first = document.paragraphs[0]
    headline = first.of(document.text)
    if headline.endswith(_ENDS) and headline != (article.title or "").strip():
        return None
    words, body = _prefixes(headline, language), document.text[first.end :].lower()
    least = _REPEATED * len(words)
    if sum(map(body.__contains__, words)) < least:
        return None  # its letters stand nowhere: the text need not be split into words
    return first if len(words & _prefixes(body, language)) >= least else None


def _prefixes(text: str, language: Language) -> set[str]:
    words = set(map(str.strip, set(text.lower().split()), repeat(_AROUND_WORDS)))
    return set(map(_first_letters, words - _function_words(language) - {""}))


@cache
def _function_words(language: Language) -> frozenset[str]:
    return frozenset(language.comparing.get("function_words", "").split())
