"""Whose words a quote without source is: the speaker is carried over from where the text shows one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from attrs import define, frozen
from rapidfuzz.fuzz import ratio

from quoteattr.languages.lexicon import Pronoun
from quoteattr.model.quotes import ANSWER, QUESTION, Quote, QuoteKind
from quoteattr.model.spans import Passage
from quoteattr.speakers.described import GENDERS
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.outlets import outlet_party
from quoteattr.speakers.pronouns import find_antecedent

SURENESS = {
    "speaker/interviewed": 0.8,  # the only person named before the first question
    "speaker/answers": 0.7,  # behind a question of the reporter's
    "speaker/outlet": 0.8,  # who asks in an interview
    "speaker/same-words": 0.85,  # a headline that repeats a quote of the body
    "speaker/reopened": 0.9,  # a quotation over several paragraphs
    "speaker/same-paragraph": 0.75,
    "speaker/tag-follows": 0.75,
    "speaker/subject-before": 0.7,
    "speaker/paragraph-before": 0.65,
    "speaker/in-turn": 0.6,
}
"""How sure each rule is; multiplied into the quote's confidence."""
LEAST_LIKENESS = 80.0
"""A headline's quotation repeats the body's with a word or two changed; below, the words are different ones."""
_WORD = re.compile(r"\w+")
_MARKED = re.compile(r"[\"“„«‘'](?=\w)([^\"“”„«»]+?)[\"”“»’'](?!\w)")
_LEAST_MARKED = 3
"""Words in marks that can be found again in the body; fewer stand in many places."""
_LEAST_TURNS = 4
"""Turns of two from which on a text is an interview."""
_LONGEST_PAUSE = 4
"""Words between the reporter's question and the answer: "A long pause."."""
_MOST_COMPARED = 200
"""Quotes of the body that a headline is compared with; a bound, so that time stays linear."""


@frozen(slots=True)
class Carried:
    """Whom a quote's words are carried over to, by which rule, from where."""

    party: int
    rule: str
    start: int
    end: int


@define(slots=True)
class Neighbourhood:
    """The top quotes in order, who speaks each as far as known, and the paragraph each begins in."""

    quotes: Sequence[Quote]
    parties: list[int | None]
    paragraphs: list[int]
    discourse: Discourse


Rule = Callable[[int, Neighbourhood], "Carried | None"]


def carry(index: int, around: Neighbourhood) -> Carried | None:
    """Return the speaker carried over to the quote at `index`; `None` where nothing shows one.

    It never looks at who is nearest alone: each rule names the evidence that it needs.
    """
    return next((found for rule in RULES if (found := rule(index, around)) is not None), None)


def paragraph_numbers(quotes: Sequence[Quote], discourse: Discourse) -> list[int]:
    """Return the number of the paragraph in which each quote begins."""
    starts = [paragraph.start for paragraph in discourse.document.paragraphs]
    return [max(0, bisect_right(starts, quote.content.start) - 1) for quote in quotes]


def repeated(index: int, around: Neighbourhood) -> Carried | None:
    """Return whose words a headline repeats, where its label names no person: "Tarn: 'We shall rebuild'"."""
    return _same_words(index, around)


def _from(index: int, around: Neighbourhood, rule: str) -> Carried | None:
    party = around.parties[index]
    if party is None:
        return None
    quote = around.quotes[index]
    place = quote.source or quote.content
    return Carried(party, rule, place.start, place.end)


def _asked(index: int, around: Neighbourhood) -> Carried | None:
    """A question in an interview without labels is asked by whoever prints it, where the caller says who that is."""
    quote, outlet = around.quotes[index], around.discourse.outlet
    if outlet is None or not any(evidence.rule == QUESTION for evidence in quote.evidence):
        return None
    place = quote.content.extent
    return Carried(outlet_party(outlet, place, around.discourse), "speaker/outlet", place.start, place.end)


def interviewed(index: int, around: Neighbourhood) -> Carried | None:
    """Return who answers where no label names one: the only person named before the first question, or else the only
    one of the paragraph before it."""
    if not _is_answer(around.quotes[index]):
        return None
    first = next(place for place, quote in enumerate(around.quotes) if _is_answer(quote))
    opening = around.quotes[max(0, first - 1)].content.start
    discourse = around.discourse
    begins = [paragraph.start for paragraph in discourse.document.paragraphs if paragraph.end < opening]
    for start in (0, *begins[-1:]):
        lowest, highest = (bisect_left(discourse.narrated, (place, -1)) for place in (start, opening))
        named = {number for _, number in discourse.narrated[lowest:highest]}
        people = [number for number in named if discourse.parties[number].kind == "person"]
        if len(people) == 1:
            return Carried(people[0], "speaker/interviewed", start, opening)
    return None


def _is_answer(quote: Quote) -> bool:
    return any(evidence.rule == ANSWER for evidence in quote.evidence)


def _same_words(index: int, around: Neighbourhood) -> Carried | None:
    """A headline's quotation goes to the speaker of the body's quotation with nearly the same words."""
    if around.paragraphs[index] != 0:
        return None
    words = " ".join(_WORD.findall(_in_marks(around.quotes[index]).casefold()))
    best, chosen = LEAST_LIKENESS, None
    for other in range(index + 1, min(len(around.quotes), index + _MOST_COMPARED)):
        if around.paragraphs[other] and around.parties[other] is not None:
            score = _likeness(words, around.quotes[other].content.text)
            if score > best:
                best, chosen = score, other
    return _from(chosen, around, "speaker/same-words") if chosen is not None else None


def _in_marks(quote: Quote) -> str:
    """Return the words of a headline that stand in marks, where they are enough; else all of them."""
    found = " ".join(_MARKED.findall(quote.content.text)) if quote.kind is QuoteKind.MIXED else ""
    return found if len(found.split()) >= _LEAST_MARKED else quote.content.text


def _likeness(words: str, text: str) -> float:
    """Return how much of `words` a text repeats, in per cent: the best window of as many words."""
    body = _WORD.findall(text.casefold())
    size = len(words.split())
    if size < 2:
        return 100.0 if size and words in body and len(words) > 4 else 0.0
    windows = range(max(1, min(len(body), 200) - size + 1))
    return max(ratio(words, " ".join(body[place : place + size])) for place in windows)


def _headline_of_interview(index: int, around: Neighbourhood) -> Carried | None:
    """A headline's "I" above the turns of two is who answers: whom the first turn is not of, and who is a person."""
    quote, discourse = around.quotes[index], around.discourse
    if index or around.paragraphs[index] != 0 or quote.kind is not QuoteKind.DIRECT:
        return None
    turns = [place for place, other in enumerate(around.quotes) if _is_turn(other)]
    parties = {around.parties[place] for place in turns}
    if len(turns) < _LEAST_TURNS or len(parties) != 2 or not _tells_of_itself(quote, discourse):
        return None
    asks = around.parties[turns[0]]
    (answers,) = parties - {asks} or {None}
    if answers is None or discourse.parties[answers].kind != "person" or not _asks(turns, asks, around):
        return None
    return Carried(answers, "speaker/interviewed", quote.content.start, quote.content.end)


def _asks(turns: Sequence[int], party: int | None, around: Neighbourhood) -> bool:
    """Tell whether most turns of a party are questions."""
    asked = [
        around.quotes[place].content.text.rstrip()[-1:] == "?" for place in turns if around.parties[place] == party
    ]
    return 2 * sum(asked) > len(asked)


def _tells_of_itself(quote: Quote, discourse: Discourse) -> bool:
    words = _WORD.findall(quote.content.text.casefold())
    forms = (discourse.language.pronouns.get(word) for word in words)
    return any(form is not None and form.person == 1 for form in forms)


def _is_turn(quote: Quote) -> bool:
    return any(evidence.rule == "content/turn" for evidence in quote.evidence)


def _answers(index: int, around: Neighbourhood) -> Carried | None:
    """A quotation right behind the reporter's question is its answer: *Obi laughed. "No," she said.* So what broke?
    *"The rope."* It is of who spoke last, or of whom the question speaks."""
    quote, discourse = around.quotes[index], around.discourse
    paragraphs = discourse.document.paragraphs
    if not index or quote.kind is not QuoteKind.DIRECT or not paragraphs:
        return None
    before, start = around.quotes[index - 1], paragraphs[around.paragraphs[index]].start
    near = around.paragraphs[index] - around.paragraphs[index - 1] <= 1
    start = max(start, _end_of(before))
    asked, mark, behind = discourse.document.text[start : quote.content.start].rpartition("?")
    _, named = discourse.mentioned(start, quote.content.start)
    people = any(discourse.parties[number].kind == "person" for number in named)
    if not near or not mark or people or len(_WORD.findall(behind)) > _LONGEST_PAUSE:
        return None
    pronoun = _person_in(asked, start, discourse)
    if pronoun is None:
        return _from(index - 1, around, "speaker/answers")
    meant = find_antecedent(pronoun[0], pronoun[1], discourse)
    return None if meant is None else Carried(meant, "speaker/answers", start, quote.content.start)


def _person_in(question: str, start: int, discourse: Discourse) -> tuple[Pronoun, int] | None:
    """Return the "he" or "she" that a question of the reporter's speaks of, and where it stands."""
    for match in _WORD.finditer(question):
        form = discourse.language.pronouns.get(match.group().casefold())
        if form is not None and form.gender in GENDERS and form.case == "subject":
            return form, start + match.start()
    return None


def _reopened(index: int, around: Neighbourhood) -> Carried | None:
    """A quotation that goes on in the next paragraph: the one before ended without a closing mark."""
    if not index or around.paragraphs[index] != around.paragraphs[index - 1] + 1 or around.quotes[index - 1].closed:
        return None
    return _from(index - 1, around, "speaker/reopened")


def _same_paragraph(index: int, around: Neighbourhood) -> Carried | None:
    """The quote before in the paragraph, unless another person is the subject in between."""
    if not index or around.paragraphs[index] != around.paragraphs[index - 1]:
        return None
    party = around.parties[index - 1]
    before = around.quotes[index - 1]
    _, named = around.discourse.mentioned(_end_of(before), around.quotes[index].content.start)
    people = [number for number in named if around.discourse.parties[number].kind == "person" and number != party]
    return None if people else _from(index - 1, around, "speaker/same-paragraph")


def _subject_before(index: int, around: Neighbourhood) -> Carried | None:
    """The person named first between the quote before, or the paragraph's beginning, and the quote."""
    discourse, quote = around.discourse, around.quotes[index]
    paragraphs = discourse.document.paragraphs
    if quote.kind is not QuoteKind.DIRECT or not paragraphs:
        return None
    start = paragraphs[around.paragraphs[index]].start
    if index and around.paragraphs[index - 1] == around.paragraphs[index]:
        start = _end_of(around.quotes[index - 1])
    _, named = discourse.mentioned(start, quote.content.start)
    people = [number for number in named if discourse.parties[number].kind == "person"]
    return Carried(people[0], "speaker/subject-before", start, quote.content.start) if people else None


def _end_of(quote: Quote) -> int:
    """Return where a quote with its tag ends."""
    return max(passage.end for passage in (quote.content, quote.cue, quote.source))


def _tag_follows(index: int, around: Neighbourhood) -> Carried | None:
    """The next quote of the paragraph, where it is tagged and nothing stands between."""
    following = index + 1
    if following >= len(around.quotes) or around.paragraphs[following] != around.paragraphs[index]:
        return None
    gap = around.discourse.document.text[around.quotes[index].content.end : around.quotes[following].content.start]
    return _from(following, around, "speaker/tag-follows") if len(_WORD.findall(gap)) < 3 else None


def _paragraph_before(index: int, around: Neighbourhood) -> Carried | None:
    """A paragraph that is all quotation goes on with the speaker whose quote ended the paragraph before."""
    quote = around.quotes[index]
    if not index or quote.kind is not QuoteKind.DIRECT or around.paragraphs[index] != around.paragraphs[index - 1] + 1:
        return None
    before = around.quotes[index - 1]
    if not _fills_paragraph(index, around) or before.content.text.rstrip()[-1:] == "?" or _is_dialogue(index, around):
        return None
    return _from(index - 1, around, "speaker/paragraph-before")


def _is_dialogue(index: int, around: Neighbourhood) -> bool:
    """Tell whether a quote is one turn of several: the next paragraph is all quotation, too, or it has no marks."""
    text = around.discourse.document.text
    if text[max(0, around.quotes[index].content.start - 1)].isspace() or around.quotes[index].content.start == 0:
        return True
    following = index + 1
    if following >= len(around.quotes) or around.paragraphs[following] != around.paragraphs[index] + 1:
        return False
    return around.quotes[following].source == Passage() and _fills_paragraph(following, around)


def _fills_paragraph(index: int, around: Neighbourhood) -> bool:
    paragraphs = around.discourse.document.paragraphs
    if not paragraphs:
        return False
    paragraph, content = paragraphs[around.paragraphs[index]], around.quotes[index].content
    outside = around.discourse.document.text[paragraph.start : content.start]
    outside += around.discourse.document.text[min(content.end, paragraph.end) : paragraph.end]
    return not _WORD.search(outside)


def _in_turn(index: int, around: Neighbourhood) -> Carried | None:
    """In a dialogue without tags, the speaker before last, where two have been shown to take turns."""
    if index < 2 or not _fills_paragraph(index, around) or not _fills_paragraph(index - 1, around):
        return None
    first, second = around.parties[index - 2], around.parties[index - 1]
    return _from(index - 2, around, "speaker/in-turn") if first is not None and first != second else None


RULES: tuple[Rule, ...] = (
    interviewed,
    _asked,
    _same_words,
    _headline_of_interview,
    _reopened,
    _answers,
    _same_paragraph,
    _tag_follows,
    _subject_before,
    _in_turn,
    _paragraph_before,
)
"""The rules for a quote without source, in the order in which they are asked."""
