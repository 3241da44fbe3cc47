"""Profiles: statements in the form that scoring needs, and how much each of their words tells here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log

from attrs import frozen

from quoteattr.alignment.answers import NO_ANSWERS, Answers, answers_of
from quoteattr.alignment.meanings import Meaning, meaning_of
from quoteattr.alignment.subjects import NO_SUBJECT, Subject, subject_of
from quoteattr.grammar.refusals import is_refused
from quoteattr.grammar.stems import concept, stem
from quoteattr.grammar.terms import Terms, function_words, terms_of, words_of
from quoteattr.grammar.words import words_of as grammar_words
from quoteattr.languages import fold
from quoteattr.languages.lexicon import Language
from quoteattr.model.readings import Account
from quoteattr.model.speakers import Speaker, SpeakerKind
from quoteattr.model.statements import Statement

_LIGHT = 0.35  # of the weight: "take" is in one statement of two hundred, and yet ties nothing together
_SMOOTHING = 30  # statements added to the count: in two short accounts no word is common yet


@frozen(kw_only=True, slots=True)
class Profile:
    """A statement with its terms; `account` and `place` say where it stands, `depth` (0 to 1) how far down.

    `voice` is how many statements its speaker has in the account: of one alone, a counterpart is likely. `parties`
    are the speaker and the speakers that it names, `answers` what its numbers and times tell, `around` the concepts of
    the statements before and after it, `subject` the words before its verb, `meaning` the vectors of its words where
    the document has vectors. `unsaid` holds for narration of what nobody would say ("declined to say whether ...").
    """

    account: int
    place: int
    depth: float
    statement: Statement
    terms: Terms
    speaker: str = ""
    voice: int = 1
    parties: frozenset[str] = frozenset()
    answers: Answers = NO_ANSWERS
    around: frozenset[str] = frozenset()
    subject: Subject = NO_SUBJECT
    meaning: Meaning | None = None
    unsaid: bool = False


@frozen(slots=True)
class Weights:
    """How much a term tells: its inverse document frequency among the statements compared."""

    table: Mapping[str, float]

    def total(self, terms: Iterable[str]) -> float:
        """Return the weight of all `terms`; the order of adding is fixed."""
        return sum(sorted(self.table.get(term, 0.0) for term in terms))

    def greatest(self, terms: Iterable[str]) -> float:
        """Return the weight of the rarest of `terms`."""
        return max((self.table.get(term, 0.0) for term in terms), default=0.0)


def profiles_of(account: Account, number: int, language: Language) -> list[Profile]:
    """Return the profiles of an account's statements; the words of their tags are no part of them.

    It does not look into the other accounts: what is rare among them all, `weigh` says.

    >>> from quoteattr.languages import load
    >>> from quoteattr.model.articles import Article
    >>> from quoteattr.model.documents import Document
    >>> from quoteattr.model.readings import Reading
    >>> from quoteattr.model.spans import Passage, Span
    >>> from quoteattr.model.statements import Telling
    >>> text = "The dam held"
    >>> told = Telling(teller="A", spans=(), statements=(Statement(passage=Passage.of(text, Span(0, 12))),))
    >>> reading = Reading(article=Article(text=text), document=Document(text=text))
    >>> sorted(profiles_of(Account(reading=reading, telling=told), 0, load("en"))[0].terms.stems)
    ['dam', 'hold']
    """
    statements, article = account.statements, account.reading.article
    terms = [terms_of(statement.passage.text, language) for statement in statements]
    voices = Counter(statement.speaker for statement in statements)
    names = _names_of_parties(statements, language)
    return [
        Profile(
            account=number,
            place=place,
            depth=place / len(statements),
            statement=statement,
            terms=terms[place],
            speaker=_speaker_key(statement.speaker, language),
            voice=voices[statement.speaker],
            parties=_parties(statement, terms[place], names, language),
            answers=answers_of(statement.passage.text, language, article.published),
            around=frozenset[str]().union(*(t.concepts for t in terms[max(0, place - 1) : place + 2])),
            subject=subject_of(statement.passage.text, terms[place], language),
            meaning=meaning_of(article.text, statement.passage, account.reading.document.vectors, language),
            unsaid=statement.quote is None and _is_refusal(statement.passage.text, language),
        )
        for place, statement in enumerate(statements)
    ]


def _is_refusal(text: str, language: Language) -> bool:
    return is_refused([fold(word) for word in text.split()], (), grammar_words(language.code))


def _speaker_key(speaker: Speaker | None, language: Language) -> str:
    """Return a person's last name, any other speaker's whole name, as stems: what two articles both have."""
    if speaker is None:
        return ""
    words = [word for word in words_of(speaker.name) if word.lower() not in function_words(language)]
    if speaker.kind is SpeakerKind.PERSON:
        return stem(words[-1], language) if words else ""
    return " ".join(sorted(concept(word, language) for word in words))


def _names_of_parties(statements: Sequence[Statement], language: Language) -> dict[str, str]:
    """Return the words that name one speaker of the account alone, with that speaker's key."""
    owners: dict[str, set[str]] = {}
    for speaker in {statement.speaker for statement in statements if statement.speaker is not None}:
        for word in words_of(" ".join((speaker.name, *speaker.aliases))):
            if word[0].isupper() and word.lower() not in function_words(language):
                owners.setdefault(stem(word, language), set()).add(_speaker_key(speaker, language))
    return {word: keys.pop() for word, keys in owners.items() if len(keys) == 1}


def _parties(statement: Statement, terms: Terms, names: Mapping[str, str], language: Language) -> frozenset[str]:
    named = {names[word] for word in terms.names if word in names}
    own = _speaker_key(statement.speaker, language)
    return frozenset("@" + key for key in (*named, own) if key)


def weigh(profiles: Iterable[Profile], language: Language) -> Weights:
    """Count in how many statements each term stands, and give rare ones more weight.

    Words that are common in all news get less even where they are rare here.

    >>> from quoteattr.languages import load
    >>> weigh((), load("en")).total(("dam",))
    0.0
    """
    every = list(profiles)
    counts: Counter[str] = Counter()
    for each in every:
        told = each.answers.times | each.answers.kinds
        counts.update(each.terms.stems | each.terms.concepts | each.parties | told | _figures(each))
    size = len(every) + _SMOOTHING
    light = _light_terms(language)
    return Weights(
        {term: log(size / (count + 0.5)) * (_LIGHT if term in light else 1.0) for term, count in counts.items()}
    )


def _figures(profile: Profile) -> frozenset[str]:
    return frozenset(figure(value) for value in profile.terms.values)


def figure(value: float) -> str:
    """Return the term for a number; it is not of a profile's concepts, as a number alone ties nothing together.

    >>> figure(58.0)
    '#58'
    """
    return f"#{value:g}"


@cache
def _light_terms(language: Language) -> frozenset[str]:
    words = language.comparing.get("light_words", "").split()
    return frozenset(term for word in words for term in (stem(word, language), concept(word, language)))
