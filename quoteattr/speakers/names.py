"""Finds the names in a text: runs of capitalised words, without the titles and roles before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

from attrs import frozen

from quoteattr.grammar.letters import fold
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import Document
from quoteattr.model.spans import Span
from quoteattr.speakers.bodies import has_form_of_body, is_behind_article, is_behind_body, is_body, is_trade
from quoteattr.speakers.title_case import named_below, title_case_end
from quoteattr.speakers.titles import fold_in_run, title_length
from quoteattr.speakers.vocabulary import GROUP, NamePatterns, kind_of_noun, name_patterns, singular

_PIECE = re.compile(r"[^\s,]+")
_WORDS = re.compile(r"\w+")
_LONGEST_POST = 40
"""Characters looked at for the post before a body's name."""
_LONGEST_LINK = 10
"""Characters before a month in which a preposition of time stands."""
_PLACE_AND_NAME = 3
"""Words of a place, a first and a family name."""
_LONGEST_NAME = 8
"""Runs of more capitalised words are headlines in title case, not names."""


@frozen(slots=True)
class Name:
    """A name at `start`..`end`; `words` are its words, `title_start` is where the titles before it begin.

    `kind` is "organisation" where a word of it says so, "person" where a title or a form does, else `None`;
    `gender` is what an honorific shows. `title` is the text of the titles. `shown` is the kind that a parser's entity
    gives it, where the document has entities.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: str = ""
    title_start: int = -1
    kind: str | None = None
    gender: str | None = None
    shown: str | None = None

    def is_plain(self, language: Language) -> bool:
        """Tell whether the name itself shows its kind: by a title, or by a noun ("Ministry")."""
        if self.title:
            return self.kind == "person"
        return self.kind == "organisation" and is_body([fold(word) for word in self.words], language)

    @property
    def key(self) -> tuple[str, ...]:
        """The folded words, to compare with."""
        return tuple(fold(word) for word in self.words)


def find_names(document: Document, language: Language) -> tuple[Name, ...]:
    """Return the names of people and organisations in a text, in order.

    It does not know who is who, and places are not told from parties. A single capitalised word that begins a
    sentence is a name only where the text has it capitalised elsewhere, too.

    >>> from quoteattr.languages import load
    >>> text = "Yesterday Energy Minister Ada Obi met Dr. Kofi van Rijn of the Ministry of Trade."
    >>> for name in find_names(Document(text=text), load("en")):
    ...     print(name.title, "|", " ".join(name.words), "|", name.kind)
    Energy Minister | Ada Obi | person
    Dr. | Kofi van Rijn | person
     | Ministry of Trade | organisation
    """
    patterns = name_patterns(language)
    text = document.text
    closed = _closed_words(language)  # "The", "On" alone are no names: most runs, and not looked at
    runs = [
        (start, end) for start, end in _joined(text, patterns, language) if text[start:end].casefold() not in closed
    ]
    headline = title_case_end(document)
    if headline:
        runs = list(named_below(text, runs, headline))
    starts = frozenset([sentence.start for sentence in document.sentences])
    known = {text[start:end] for start, end in runs if not _begins(text, start, starts)}
    found = [
        _behind_verb(text, _behind_trade(text, name, starts, known, language), starts, known, language)
        for start, end in runs
        for name in _names_in(text, start, end, language)
    ]
    return tuple([name for name in found if _is_name(text, name, starts, known, language)])


def _behind_trade(text: str, name: Name, starts: frozenset[int], known: set[str], language: Language) -> Name:
    """Return a name without the company's trade that begins a sentence: "Carmaker *Tesk* said", where Tesk is known."""
    if len(name.words) == 1 or name.title or not is_trade(name.words[0].casefold(), language):
        return name
    start = name.start + text[name.start : name.end].index(name.words[1], len(name.words[0]))
    if text[start : name.end] not in known or not _begins(text, name.start, starts):
        return name
    return Name(start, name.end, name.words[1:], title_start=start, kind="organisation")


def _behind_verb(text: str, name: Name, starts: frozenset[int], known: set[str], language: Language) -> Name:
    """Return a name without the cue that begins its sentence: "Ask *Obi* and she will say", where Ada Obi is known."""
    if len(name.words) != 2 or name.title or name.words[0].casefold() not in language.cues:
        return name
    last = name.words[1]
    if not _begins(text, name.start, starts) or " ".join(name.words) in known:
        return name
    if not any(last in run.split() for run in known):
        return name
    return Name(name.end - len(last), name.end, (last,), title_start=name.end - len(last))


def _begins(text: str, start: int, starts: frozenset[int]) -> bool:
    """Tell whether a word begins a sentence, a line or a quotation, where any word is capitalised."""
    if start in starts or start == 0:
        return True
    before = text[start - 1]
    if before in "\n\r\"“„«‘'‹([*•>":
        return True
    return before.isspace() and text[max(0, start - 3) : start].rstrip()[-1:] in ("", ".", "!", "?", ":", "-", "–", "—")


def _joined(text: str, patterns: NamePatterns, language: Language) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words, joined over "of" and "for" behind a role or a body ("Ministry of Trade")."""
    pending: tuple[int, int] | None = None
    for match in patterns.run.finditer(text):
        start, end = match.span()
        if pending and _joins(text, pending, start, match.group(), patterns, language):
            pending = (pending[0], end)
            continue
        if pending:
            yield pending
        pending = (start, end)
    if pending:
        yield pending


def _joins(
    text: str, pending: tuple[int, int], start: int, word: str, patterns: NamePatterns, language: Language
) -> bool:
    """Tell whether a run goes on behind "of" or "for": it names a body or a role; "and" only after such a joint."""
    if start - pending[1] > patterns.longest_joint:
        return False
    joint = patterns.joint.fullmatch(text, pending[1], start)
    if not joint or start - pending[0] > 120:
        return False
    so_far = text[pending[0] : pending[1]]
    words = [fold(piece) for piece in so_far.split()]
    if joint.group().split()[0] in language.word_class("phrase_coordinators"):
        first = kind_of_noun(fold(word.split()[0]), language)
        linked = any(f" {link} " in so_far for link in language.word_class("inner_links"))
        return linked and first is None and len(word.split()) != 2
    kinds = [kind_of_noun(piece, language) or kind_of_noun(singular(piece, language), language) for piece in words[-3:]]
    told = kinds[-1] in ("person", GROUP)  # not "Professor Alan Pike of the Heart Institute"
    return told or "organisation" in kinds or "document" in kinds


def _names_in(text: str, start: int, end: int, language: Language) -> Iterator[Name]:
    """Yield the name of a run, without its titles; of "President of Norland Ada Obi" the last two words."""
    pieces = [(m.start(), m.end()) for m in _PIECE.finditer(text, start, end)]
    pieces = _before_tag(text, _without_pronoun(text, _without_first(text, pieces, language), language), language)
    end = pieces[-1][1] if pieces else end
    if not pieces or len(pieces) > 3 * _LONGEST_NAME or _is_headline(text[pieces[0][0] : end], language):
        return
    lows, split, named_body = _read_run(text[pieces[0][0] : end], language)
    if named_body:
        body = _without_holder(text, pieces, lows, language)
        yield from _body_or_role(text, pieces[:body], lows[:body], min(split, body), language)
        if body < len(pieces):
            yield _person(text, pieces[body:], 0, language)
        return
    if len(pieces) - split <= _LONGEST_NAME:
        yield _person(text, pieces, split, language)


@lru_cache(maxsize=1 << 13)  # names recur in a text
def _read_run(run: str, language: Language) -> tuple[list[str], int, bool]:
    """Return the folded words of a run, how many of them are titles, and whether it names a body or nobody."""
    lows = [fold_in_run(word, language) for word in run.split()]
    split = title_length(lows, language)
    return lows, split, split == len(lows) or is_body(lows[split:], language)


def _without_holder(text: str, pieces: list[tuple[int, int]], lows: list[str], language: Language) -> int:
    """Return how many words of a run are a body's; behind them who holds a post in it, named without a comma.

    "The spokesman of the Foreign Ministry of Georgia | David Orbel": behind the last link stand a place and two names.
    """
    links = [place for place, low in enumerate(lows) if low in language.word_class("part_links")]
    if not links or len(lows) - links[-1] - 1 != _PLACE_AND_NAME:
        return len(pieces)
    before = text[max(0, pieces[0][0] - _LONGEST_POST) : pieces[0][0]].casefold().split()
    while before and before[-1] in language.word_class("articles"):
        before.pop()
    posted = len(before) > 1 and before[-1] in language.word_class("part_links")
    return len(pieces) - 2 if posted and kind_of_noun(before[-2], language) == "person" else len(pieces)


def _is_headline(run: str, language: Language) -> bool:
    """Tell a headline in capitals from a name in capitals: it is long, or holds a small word."""
    words = run.split()
    if len(words) < 3 or not run.isupper():
        return False
    closed = _closed_words(language)
    return len(words) > 4 or any(word.casefold() in closed for word in words)


def name_of_run(text: str, span: Span, language: Language, *, body: bool) -> Name | None:
    """Return the name that a parser shows at a span, without its titles; `None` where it is all titles.

    It trusts the span: words that begin no name by themselves ("Per", "Will") stay in. A `body` keeps all its words.

    >>> from quoteattr.languages import load
    >>> name_of_run("Mr Per Holm", Span(0, 11), load("en"), body=False).words
    ('Per', 'Holm')
    """
    pieces = [(match.start(), match.end()) for match in _PIECE.finditer(text, span.start, span.end)]
    lows = [fold_in_run(text[start:end], language) for start, end in pieces]
    split = title_length(lows, language)
    if split == len(pieces) and not is_body(lows, language):
        return None
    if body:
        words = tuple(text[start:end] for start, end in pieces)
        return Name(span.start, span.end, words, "", span.start, "organisation")
    return _person(text, pieces, split, language)


def _without_first(text: str, pieces: list[tuple[int, int]], language: Language) -> list[tuple[int, int]]:
    """Leave out words of closed classes and cues at the front: "But Obi", "On Monday", "Asked Obi"."""
    closed = _no_first_words(language)
    while len(pieces) > 1 and (first := text[pieces[0][0] : pieces[0][1]].casefold()) in closed:
        if first in language.word_class("weekdays") and is_behind_article(text, pieces[0][0], language):
            break  # "the Sunday Courier"
        pieces = pieces[1:]
    return pieces[1:] if len(pieces) > 1 and _is_date(text, pieces[0], language) else pieces


def _without_pronoun(text: str, pieces: list[tuple[int, int]], language: Language) -> list[tuple[int, int]]:
    """Leave out the pronoun behind a lone letter: "in row *F* I sat"."""
    words = [text[start:end] for start, end in pieces[-2:]]
    lone = len(words) > 1 and len(words[0]) == 1 and words[1].casefold() in language.pronouns
    return pieces[:-1] if lone else pieces


def _is_date(text: str, piece: tuple[int, int], language: Language) -> bool:
    """Tell a month behind a preposition of time from a first name: "In *June* Obi left"."""
    if text[piece[0] : piece[1]].casefold() not in language.word_class("months"):
        return False
    before = _WORDS.findall(text, max(0, piece[0] - _LONGEST_LINK), piece[0])
    link = before[-1].casefold() if before else ""
    return link.isdigit() or link in language.roles.words.get("month_links", ())


def _before_tag(text: str, pieces: list[tuple[int, int]], language: Language) -> list[tuple[int, int]]:
    """Keep what stands before the verb of a headline in capitals: "*Tesk* Says Mill Is Safe"."""
    tags = language.roles.words.get("headline_tags", ())
    return next((pieces[:at] for at in range(1, len(pieces)) if text[slice(*pieces[at])].casefold() in tags), pieces)


@cache
def _closed_words(language: Language) -> frozenset[str]:
    names = ("determiners", "adpositions", "auxiliaries", "coordinators", "subordinators", "wh", "adverbs", "weekdays")
    return frozenset().union(*(language.word_class(name) for name in names), language.pronouns)


@cache
def _no_first_words(language: Language) -> frozenset[str]:
    """Return the words that begin no name: closed classes, and cues but their base forms ("Grant" is a name)."""
    inflected = (form for form, entry in language.cues.items() if form != entry.forms[0])
    return _closed_words(language) | frozenset(inflected)


def _body_or_role(
    text: str, pieces: list[tuple[int, int]], lows: list[str], split: int, language: Language
) -> Iterator[Name]:
    """Yield a body's name; a run of titles alone ("the Prime Minister") is no name."""
    if split < len(pieces) or is_body(lows, language):
        words = tuple(text[a:b] for a, b in pieces)
        links = language.word_class("inner_links")
        head = lows[next((place for place, low in enumerate(lows) if place and low in links), len(lows)) - 1]
        if kind_of_noun(head, language) == "person" or head in language.roles.words.get("postposed", ()):
            return
        yield Name(pieces[0][0], pieces[-1][1], words, "", pieces[0][0], "organisation")


def _person(text: str, pieces: list[tuple[int, int]], split: int, language: Language) -> Name:
    """Build a name from the words behind its titles, suffixes left out."""
    suffixes = language.roles.words.get("suffixes", frozenset())
    kept = pieces[split:]
    while len(kept) > 1 and fold(text[kept[-1][0] : kept[-1][1]]) in suffixes:
        kept = kept[:-1]
    words = tuple(text[a:b] for a, b in kept)
    title = text[pieces[0][0] : kept[0][0]].strip()
    gender = _gender(title, language)
    kind = "person" if title or len(words) in (2, 3, 4) else None
    if not title and all(word.isupper() and len(word) > 1 for word in words):
        kind = None  # a dateline, an agency, a label: only other mentions tell
    if not title and len(words) > 1 and is_behind_article(text, kept[0][0], language):
        kind = "organisation"  # "the Norva Post": people's names have no article
    if not title and len(words) > 1 and fold(words[0]) in language.roles.words.get("saints", ()):
        kind = "organisation"  # "outside St Olave's"
    if not title and has_form_of_body(words, language):
        kind = "organisation"
    if not title and is_behind_body(text, kept[0][0], language):
        kind = "organisation"  # "the newspaper Politika", "rail firm Norline"
    return Name(kept[0][0], kept[-1][1], words, title, pieces[0][0], kind, gender)


def _gender(title: str, language: Language) -> str | None:
    """Return the gender that a title shows ("Mrs", "Spokeswoman")."""
    for word in title.split():
        entry = language.titles.get(word)
        gender = entry.gender if entry else language.roles.genders.get(fold(word))
        if gender:
            return gender
    return None


def _is_name(text: str, name: Name, starts: frozenset[int], known: set[str], language: Language) -> bool:
    """Tell a name from a word that is capitalised because it begins a sentence, or names a day."""
    if len(name.words) > 1 or name.title:
        return True
    word, low = name.words[0], name.words[0].casefold()
    if low in _closed_words(language) or low in language.word_class("months") or len(word) < 2:
        return False
    if low in _article_words(language) and is_behind_article(text, name.start, language):
        return False  # "the Swede said", "the Amir of Dohar"
    if low.replace("’", "'").split("'")[0] in language.pronouns:
        return False  # "She'd", "I'll"
    if low in language.nouns:
        return word.isupper() and kind_of_noun(low, language) == "organisation"
    if not _begins(text, name.start, starts) or word in known:
        return True
    others = (language.cues, language.verbs, language.word_class("adjectives"), _other_words(language))
    return not any(low in words for words in others)


@cache
def _article_words(language: Language) -> frozenset[str]:
    """Return the words that behind an article name nobody."""
    words = language.roles.words
    return words.get("demonyms", frozenset()) | words.get("article_roles", frozenset())


@cache
def _other_words(language: Language) -> frozenset[str]:
    names = ("number_words", "interjections", "time_nouns", "quantity_units", "hedges", "credit_openers")
    return frozenset().union(*(language.word_class(name) for name in names))


def within(names: tuple[Name, ...], begins: list[int], start: int, end: int) -> tuple[Name, ...]:
    """Return the names that begin in `start`..`end`; `begins` are the starts of `names`.

    >>> within((), [], 0, 9)
    ()
    """
    low, high = bisect_right(begins, start - 1), bisect_right(begins, end - 1)
    return names[low:high]
