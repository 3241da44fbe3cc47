"""The learned parser: the rules' document, with what a small network read in the text as further layers."""

from __future__ import annotations

from functools import cache

from attrs import evolve, field, frozen

from quoteattr.errors import ParserError
from quoteattr.languages import fold, load
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import Document, Parser, Roles, Vectors
from quoteattr.model.findings import Issue, IssueKind
from quoteattr.model.spans import Span
from quoteattr.parsing.rules import RuleParser

LANGUAGES = frozenset(("en",))
"""The languages that the network was trained on."""
LEAST_SMALL_WORDS = 0.15
"""Share of words that are articles, prepositions and the like from which on a text is in its language: English news has
0.35 to 0.5, German, French and Spanish texts have at most 0.1 of English ones."""
LEAST_WORDS = 20
"""Words from which on that share tells a language; headlines and single sentences may do without small words."""
LEAST_LATIN = 0.5
"""Share of letters that are Latin; below it a text is in another script, however short."""
LAST_LATIN = "\u024f"


@frozen
class TaggerParser:
    """The parser of the default engine: the rules' layers, roles and vectors. It needs no download.

    `base` makes the other layers. A text in a language that the network does not know gets neither roles nor vectors,
    and an issue says so.

    >>> document = TaggerParser().parse("Ida Brandt said that the bridge would open.", "en")
    >>> [(roles.source.of(document.text), roles.cue.of(document.text)) for roles in document.roles]
    [('Ida Brandt', 'said')]
    """

    base: Parser = field(factory=RuleParser)
    name: str = "learned"

    def parse(self, text: str, language: str) -> Document:
        """Return the document of `text` with roles and vectors; a missing or damaged model raises `ParserError`."""
        return evolve(with_roles(self.base.parse(text, language)), parser=self.name)


def with_roles(document: Document) -> Document:
    """Return a document with the layers that the network gives, or with an issue where it does not know the language.

    >>> with_roles(Document(text="Идёт дождь.")).issues[0].kind.value
    'unknown-language'
    """
    if not is_known(document):
        issue = Issue(IssueKind.UNKNOWN_LANGUAGE, Span(0, len(document.text)))
        return evolve(document, issues=(*document.issues, issue))
    try:
        from quoteattr.parsing.roles.tagger import load as tagger
    except ImportError as missing:
        name = missing.name or "a library"
        raise ParserError(f"{name} is missing: pip install {name}, or use parser='rules'") from missing
    tagged = tagger().read(document.text)
    model = " + ".join(filter(None, (document.model, tagged.settings.name)))
    roles = tuple(
        Roles(
            content=tuple(Span(*span) for span in found.content),
            cue=Span(*found.cue) if found.cue else None,
            source=Span(*found.source) if found.source else None,
            speech=round(found.speech, 4),
            confidence=round(found.confidence, 4),
            content_confidence=round(found.content_confidence, 4),
        )
        for found in tagged.attributions()
    )
    words = tuple(token for token in document.tokens if document.text[token.start].isalnum())
    values = tagged.levels([(word.start, word.end) for word in words])
    vectors = Vectors(words, len(values) // max(1, len(words)), values)
    return evolve(document, model=model, roles=roles, vectors=vectors)


def is_known(document: Document) -> bool:
    """Tell whether a text is in a language that the network knows, by the document's code and by its words.

    >>> from quoteattr.parsing.rules import RuleParser
    >>> is_known(RuleParser().parse("The bridge opened.", "en"))
    True
    """
    if document.language not in LANGUAGES:
        return False
    if not document.text.isascii():
        letters = [char for char in document.text if char.isalpha()]
        if sum(char <= LAST_LATIN for char in letters) < LEAST_LATIN * len(letters):
            return False
    words = [fold(word) for word in document.words if word[0].isalpha()]
    small = _small_words(load(document.language))
    return len(words) < LEAST_WORDS or sum(word in small for word in words) >= LEAST_SMALL_WORDS * len(words)


@cache
def _small_words(language: Language) -> frozenset[str]:
    classes = ("determiners", "adpositions", "auxiliaries", "coordinators", "subordinators", "relatives")
    return frozenset[str]().union(*map(language.word_class, classes), language.pronouns)
