"""What a cue reports: where its content begins, in every form that a complement has."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from quoteattr.grammar.lines import QUOTED, Line
from quoteattr.grammar.phrases import NOMINAL, phrase_after
from quoteattr.languages.lexicon import CueClass, CueEntry, Frame, Language
from quoteattr.model.documents import ADJ, ADP, ADV, AUX, CCONJ, DET, FINITE, NOUN, NUM, PART, PRON, PROPN, SCONJ, VERB
from quoteattr.quotation.content_ends import content_end
from quoteattr.quotation.cues import citing_words, is_citing_relative, openers_of

MOST_WORDS_TO_THAT = 14
"""Words between a cue and its "that": hearer, day and place fit in; beyond, "that" belongs to something else."""
LEAST_SENTENCE = 12
"""Characters from which on a quotation can be an utterance of its own rather than a word of the reporter's clause."""
_PREPOSITIONAL = (Frame.OF, Frame.FOR, Frame.ON, Frame.AGAINST)
_CLAUSAL = frozenset((VERB, AUX, SCONJ, CCONJ))
_HEARER_FRAMES = frozenset((Frame.HEARER_CLAUSE, Frame.HEARER_TO))
_CLAUSE_FRAMES = frozenset((Frame.CLAUSE, Frame.HEARER_CLAUSE))
"""Frames of a cue whose "that" opens a content: "told them that" has a clause, too."""
_QUESTION_FRAMES = _CLAUSE_FRAMES | {Frame.WHETHER}
_PREDICATE_FRAMES = frozenset((Frame.PREDICATE, Frame.AS, Frame.AT))
_CLAUSE, _HEARER_CLAUSE, _HEARER_TO, _TO = Frame.CLAUSE, Frame.HEARER_CLAUSE, Frame.HEARER_TO, Frame.TO
_AS, _AT, _NOUN, _PREDICATE, _WHETHER = Frame.AS, Frame.AT, Frame.NOUN, Frame.PREDICATE, Frame.WHETHER
"""Frames that each cue is asked for; like those of tags, their plain names are found faster."""


class Complement(NamedTuple):
    """The items of a content, or the place of a quotation that is the whole content (`quoted`)."""

    first: int
    last: int  # excluded
    rule: str
    quoted: bool = False


def complement_after(
    line: Line, after: int, entry: CueEntry, language: Language, *, heard: bool = False
) -> Complement | None:
    """Find what a cue reports to its right; `after` is the item behind the cue.

    `None` where there is nothing but adverbials: then the cue may be a tag of what stands before it.
    """
    end = line.end
    start = after
    hearer = start if heard else _hearer_end(line, start, end, entry, language)
    behind_hearer = hearer is not None and _PREDICATE not in entry.frames  # "called it “a farce”": no hearer
    quoted = _quotation_from(line, hearer if behind_hearer and hearer is not None else start, end, entry, language)
    if quoted is not None:
        return quoted
    that = _that_after(line, start, end, entry, language)
    if that is not None and not entry.frames.isdisjoint(_CLAUSE_FRAMES):
        return _from(line, behind_aside(line, that + 1, language), end, language, "that-clause")
    for rule in (_after_preposition, _infinitive, _question, _bare_clause, _predicate, _noun):
        found = rule(line, start, end, entry, language, hearer)
        if found is not None:
            return _before_colon(line, found, entry)
    return None


def _before_colon(line: Line, found: Complement, entry: CueEntry) -> Complement:
    """Name a content before a colon and words in marks, which show that it was said: denied *the sale*: “Never.”"""
    marked = line.lower(found.last) == ":" and line.quotation(found.last + 1) is not None
    denied = found.rule == "noun-phrase" and entry.cue_class is CueClass.DENY
    return found._replace(rule="phrase-before-colon") if marked and (denied or found.rule == "question") else found


def _from(line: Line, first: int, end: int, language: Language, rule: str) -> Complement | None:
    """Take a content that begins at `first`; `None` where nothing follows."""
    while first < end and line.lower(first) in (",", ":"):
        first += 1
    last = content_end(line, first, end, language)
    return Complement(first, last, rule) if first < last else None


def behind_aside(line: Line, at: int, language: Language) -> int:
    """Return where a content begins behind an aside on whose words it has: "that, *in the words of an insider*, it"."""
    first = at + 1 if line.lower(at) == "," else at
    if line.lower(first) not in citing_words(language):
        return at
    for words in language.roles.words.get("citing", ()):
        parts = words.split()
        if all(line.lower(first + offset) == word for offset, word in enumerate(parts)):
            stop = phrase_after(line, first + len(parts), line.end)
            return stop + 1 if stop is not None and line.lower(stop) == "," else at
    return at


def _quotation_from(line: Line, start: int, end: int, entry: CueEntry, language: Language) -> Complement | None:
    """Take a quotation as the whole content: behind a colon or comma, or where nothing follows it in the clause."""
    if QUOTED not in line.lowers:
        return None
    place = _next_quotation(line, skip_adjuncts(line, start, end, language), end)
    if place is None:
        return None
    if _denies_before(line, start, place, entry):
        return None
    follows = place + 1
    goes_on = line.lower(follows) in (",", ";") or line.lower(follows) in line.words.clause_joiners
    ends_clause = follows >= end or goes_on or line.quotation(follows)
    marked = line.lower(place - 1) in (":", ",")
    uttered = entry.lemma in line.words.uttering_verbs
    if place == start and uttered and line.tag(follows) not in FINITE:  # muttered “no” and left
        return Complement(place, follows, "quotation-after-cue", quoted=True)
    if line.lower(place - 1) == ":" or (marked and ends_clause):
        return Complement(place, follows, "quotation-after-cue", quoted=True)
    return _from(line, place, end, language, "quotation-in-clause")


def _denies_before(line: Line, start: int, place: int, entry: CueEntry) -> bool:
    """Tell whether what is denied stands before a colon, and words in marks behind it: denied *the sale*: “No.”"""
    denies = entry.cue_class is CueClass.DENY and _NOUN in entry.frames and line.lower(place - 1) == ":"
    return denies and any(line.tag(at) in (NOUN, PROPN) for at in range(start, place - 1))


def _next_quotation(line: Line, start: int, end: int) -> int | None:
    """Return the quotation behind a cue, or behind a comma or colon that only adverbials part from it."""
    if line.quotation(start):
        return start
    for at, item in enumerate(line.items[start : min(end, start + MOST_WORDS_TO_THAT)], start=start):
        lower = item.lower
        if lower in (":", ",") and line.quotation(at + 1):
            return at + 1
        if item.tag in _CLAUSAL or item.quotation or lower == ";" or lower in line.words.complementisers:
            return None
        if lower == "," and line.tag(at + 1) is not ADV and line.tag(at - 1) is not ADV:
            return None
    return None


def skip_adjuncts(line: Line, at: int, end: int, language: Language) -> int:
    """Pass over adverbs, days and settings of speech: "said *on Tuesday in a statement*"."""
    while at < end:
        further = _adjunct_end(line, at, end, language)
        if further is None:
            return at
        at = further
    return at


def _adjunct_end(line: Line, at: int, end: int, language: Language) -> int | None:
    item = line.items[at]
    lower = item.lower
    if item.time and lower in _days_and_months(language):
        return at + 2 if line.tag(at + 1) is NUM else at + 1
    if lower in line.words.time_modifiers and at + 1 < len(line.items) and line.items[at + 1].time:
        return at + 2
    if item.tag is ADV and lower not in line.words.no_adjuncts:
        return at + 1
    if lower in line.words.speech_days:
        return at + 1
    if lower in line.words.setting_links:
        stop = phrase_after(line, at + 1, end)
        if stop is not None and _is_setting(line, at, stop, language):
            return stop
    return None


@cache
def _days_and_months(language: Language) -> frozenset[str]:
    return language.word_class("weekdays") | language.word_class("months")


def _is_setting(line: Line, link: int, stop: int, language: Language) -> bool:
    """Tell whether a prepositional phrase names where, when or to whom words were spoken."""
    times = _days_and_months(language)
    settings = language.word_class("settings")
    if line.lower(link) in line.words.hearer_links:
        return any(language.nouns.get(line.lower(at)) in ("group", "media") for at in range(link + 1, stop))
    return any(
        line.lower(at) in times or line.lower(at) in settings or language.nouns.get(line.lower(at)) == "document"
        for at in range(link + 1, stop)
    )


def _hearer_end(line: Line, start: int, end: int, entry: CueEntry, language: Language) -> int | None:
    """Return where the hearer of "told the court ..." ends."""
    if entry.frames.isdisjoint(_HEARER_FRAMES) and entry.cue_class is not CueClass.ASK:
        return None
    stop = phrase_after(line, start, end)
    return stop if stop is not None else None


def _that_after(line: Line, start: int, end: int, entry: CueEntry, language: Language) -> int | None:
    """Return the "that" that opens a content: only hearer, adverbs and settings may stand between."""
    if _NOUN in entry.frames and line.tag(start) is DET and entry.frames.isdisjoint(_HEARER_FRAMES):
        return None  # "refuted *the claim* that it leaked": the object is the content
    farthest = min(end, start + MOST_WORDS_TO_THAT)
    if line.words.complementisers.isdisjoint(line.lowers[start:farthest]):
        return None
    inserted = line.lower(start) in citing_words(language)  # ", quoting the mayor," between a cue and its "that"
    for at, item in enumerate(line.items[start:farthest], start=start):
        lower, tag = item.lower, item.tag
        if lower == ",":
            inserted = not inserted
            continue
        told_of = lower in line.words.person_relatives and line.tag(at - 1) is NOUN  # told a couple *who own dogs* that
        if told_of or is_citing_relative(line, at, language):
            inserted = True
        if lower in line.words.complementisers:
            demonstrative = at + 1 < end and line.tag(at + 1) is AUX and at == start
            governed = at > start and line.tag(at - 1) is ADP and line.tag(at + 1) in NOMINAL  # "of that year"
            return None if demonstrative or governed or (at == start and _points(line, at, end)) else at
        clause = tag is AUX or tag is CCONJ or (tag is VERB and not inserted)
        if clause or lower in (";", ":") or item.quotation:
            return None
    return None


def _points(line: Line, that: int, end: int) -> bool:
    """Tell "they said *that* last time", "said *that* about her", and no clause, from "said that it rained"."""
    behind = line.items[that + 1 : that + 2]
    if not any(item.time or item.tag is ADP or item.lower in line.words.time_modifiers for item in behind):
        return False
    clause = next((at for at in range(that + 1, end) if line.lower(at) in (",", ";", ":")), end)
    return not any(line.tag(at) in FINITE or line.quotation(at) for at in range(that + 2, clause))


def _after_preposition(
    line: Line, start: int, end: int, entry: CueEntry, language: Language, hearer: int | None
) -> Complement | None:
    """Take what follows "called for", "called on", "accused X of", "warned against"."""
    openers = openers_of(_PREPOSITIONAL, line.words)
    frame = openers.get(line.lower(start))
    if frame is not None and frame in entry.frames and start + 1 < end:
        outside = entry.cue_class in (CueClass.ASK, CueClass.ORDER) or entry.lemma in line.words.calling_verbs
        first = start + 1 if outside else start
        return _from(line, first, end, language, f"{frame}-phrase")
    if entry.cue_class is not CueClass.JUDGE:
        return None
    linked = {word for word, frame in openers.items() if frame in entry.frames}
    if linked and start < end and line.lower(start) not in linked:
        if not linked.isdisjoint(line.lowers[start : min(end, start + MOST_WORDS_TO_THAT)]):
            return _from(line, start, end, language, "object-of")
    return None


def _infinitive(
    line: Line, start: int, end: int, entry: CueEntry, language: Language, hearer: int | None
) -> Complement | None:
    """Take an infinitive: "promised *to leave*", "urged *them to leave*"."""
    marks = line.words.infinitive_marks
    if line.lower(start) in marks and _TO in entry.frames and _is_infinitive(line, start):
        return _from(line, start, end, language, "infinitive")
    if _HEARER_TO in entry.frames and hearer is not None:
        at = _behind_hearer(line, hearer, end, language)
        if line.lower(at) in marks and _is_infinitive(line, at):
            return _from(line, start, end, language, "hearer-and-infinitive")
    return None


def _behind_hearer(line: Line, at: int, end: int, language: Language) -> int:
    """Pass over what stands between a hearer and what it shall do: urged crews *with boats in Holm on Monday* to go."""
    links = line.words.hearer_parts
    while at < end:
        further = at + 1 if line.tag(at) is ADV else _adjunct_end(line, at, end, language)
        if further is None and line.lower(at) in links:
            further = phrase_after(line, at + 1, end)
        while further is not None and line.lower(further) in language.word_class("settings"):
            further += 1  # at a Monday *meeting*
        if further is None or further <= at:
            return at
        at = further
    return at


def _is_infinitive(line: Line, at: int) -> bool:
    return line.tag(at + 1) in (VERB, AUX, ADV) or line.tag(at + 2) in (DET, PRON)


def _question(
    line: Line, start: int, end: int, entry: CueEntry, language: Language, hearer: int | None
) -> Complement | None:
    """Take a reported question: "asked *whether it works*", "explained *how it works*"."""
    if entry.frames.isdisjoint(_QUESTION_FRAMES):
        return None
    for at in (skip_adjuncts(line, start, end, language), hearer):
        if at is not None and line.lower(at + 1) in line.words.clause_joiners:
            continue  # "asked him why and he said"
        if at is not None and line.tag(at) is ADP and line.lower(at + 1) in line.words.preposed_questions:
            return _from(line, at, end, language, "question")
        if at is not None and line.lower(at) in line.words.content_questions:
            if line.lower(at) not in line.words.time_subordinators or _WHETHER in entry.frames:
                return _from(line, at, end, language, "question")
    return None


def _bare_clause(
    line: Line, start: int, end: int, entry: CueEntry, language: Language, hearer: int | None
) -> Complement | None:
    """Take a clause without "that": "said *the bridge was closed*"."""
    places = []
    if _CLAUSE in entry.frames:
        places.append(skip_adjuncts(line, start, end, language))
    if _HEARER_CLAUSE in entry.frames and hearer is not None:
        places.append(skip_adjuncts(line, hearer, end, language))
    for at in places:
        if line.lower(at) == ",":
            continue
        last = content_end(line, at, end, language)
        at = _behind_colon(line, at, last)
        if at < last and _is_clause(line, at, last):
            return Complement(at, last, "bare-clause")
    return None


def _behind_colon(line: Line, first: int, last: int) -> int:
    """Return where a clause begins behind words that only lead to it: "told them *again and again:* it is over"."""
    if ":" not in line.lowers[first:last]:
        return first
    colon = line.lowers.index(":", first)
    tells = any(line.tag(at) in FINITE or line.quotation(at) for at in range(first, colon))
    return first if tells else colon + 1


def _is_clause(line: Line, first: int, last: int) -> bool:
    """Tell whether items hold a finite verb behind something that can be its subject; no relative clause's counts."""
    if line.tag(first) in (ADP, PART) and line.lower(first) in line.words.topic_links:
        return False
    relative = False
    for at in range(first + 1, last):
        if line.lower(at - 1) == ",":
            relative = line.lower(at) in line.words.noun_relatives and line.tag(at) is not SCONJ
        if relative:
            continue
        predicate = line.quotation(at) is not None and not line.items[at].capital  # the port “has never closed”
        if line.tag(at) is AUX or predicate:
            return True
        if (
            line.tag(at) is VERB
            and line.tag(at - 1) is not PART
            and not line.lower(at).endswith(line.words.gerund_endings)
        ):
            return True
    return line.tag(first) is AUX  # a contraction: "it's", "he's"


def _predicate(
    line: Line, start: int, end: int, entry: CueEntry, language: Language, hearer: int | None
) -> Complement | None:
    """Take object and predicate together: "called *the move a hike*", "described *it as rare*"."""
    if start >= end or entry.frames.isdisjoint(_PREDICATE_FRAMES):
        return None
    last = content_end(line, start, end, language)
    if _AS in entry.frames and not line.words.as_openers.isdisjoint(line.lowers[start:last]):
        return Complement(start, last, "object-as")
    if _AT in entry.frames and any(_opens_count(line, at) for at in range(start, last)):
        return Complement(start, last, "object-at")
    pointed = line.lower(start) in line.words.complementisers and line.quotation(start + 1)  # called that "rich"
    nominal = line.tag(start) in (*NOMINAL, PRON) or line.quotation(start) or pointed
    if line.tag(start) is PRON and line.tag(start + 1) is CCONJ:
        return None  # "She called me and she said"
    if _PREDICATE in entry.frames and nominal and last - start > 1 and not _is_told_behind(line, start, last, language):
        return Complement(start, last, "object-predicate")
    return None


def _is_told_behind(line: Line, start: int, last: int, language: Language) -> bool:
    """Tell whether another tells behind the comma that ends an object: "When we called *the inn, they said*, “No”"."""
    comma = next((at for at in range(start, last) if line.lower(at) == "," or line.quotation(at)), last)
    if line.lower(comma) != ",":
        return False
    verb = phrase_after(line, comma + 1, last)
    entry = language.cues.get(line.lower(verb)) if verb is not None else None
    return entry is not None and line.tag(verb or 0) is VERB and entry.cue_class is CueClass.SAY


def _opens_count(line: Line, at: int) -> bool:
    """Tell whether "at" stands there and a figure follows: a number within three words, or words in marks."""
    if line.lower(at) not in line.words.at_openers:
        return False
    return any(line.tag(i) is NUM or line.quotation(i) is not None for i in range(at + 1, at + 5))


def _noun(
    line: Line, start: int, end: int, entry: CueEntry, language: Language, hearer: int | None
) -> Complement | None:
    """Take a noun phrase, with what hangs on it: "announced *a recall of heaters*"."""
    if _NOUN not in entry.frames or start >= end:
        return None
    at = start
    gerund = (
        entry.cue_class is CueClass.DENY
        and line.tag(at) in (VERB, ADJ)
        and line.lower(at).endswith(line.words.gerund_endings)
    )
    if line.tag(at) in NOMINAL or line.quotation(at) or line.tag(at) is PRON or gerund:
        return _from(line, at, end, language, "noun-phrase")
    return None


def is_utterance(text: str) -> bool:
    """Tell whether quoted words can stand alone: a capital or enough words, not a title or a nickname.

    >>> is_utterance("We will appeal,"), is_utterance("useful")
    (True, False)
    """
    stripped = text.strip()
    return len(stripped) >= LEAST_SENTENCE and (stripped[:1].isupper() or " " in stripped)
