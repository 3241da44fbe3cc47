"""Reports that only a tree shows: cues far from their subject, passives, tags and "as she put it" in any place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoteattr.grammar.dependencies import NO_HEAD
from quoteattr.grammar.subjects import Subject
from quoteattr.grammar.tree_phrases import Phrase, clause, noun_phrase, own_subject, subject_of
from quoteattr.languages.lexicon import CueEntry, Frame, Language
from quoteattr.model.documents import SCONJ
from quoteattr.model.quotations import Quotation
from quoteattr.model.quotes import Polarity, Stance
from quoteattr.model.spans import Span
from quoteattr.quotation.complements import Complement, complement_after
from quoteattr.quotation.cues import Cue, is_manner_only, openers_of
from quoteattr.quotation.reports import allows, has_teller, of_complement
from quoteattr.quotation.tags import has_verb_or_quotation
from quoteattr.quotation.tree_lines import TreeLine
from quoteattr.quotation.values import Report

CLAUSAL = "clausal-complement"
INFINITIVE = "infinitive-complement"
PASSIVE = "passive-with-agent"
AROUND = "clause-around-report"
SUBJECT = "subject-in-syntax"
_CLAUSE_FRAMES = frozenset((Frame.CLAUSE, Frame.HEARER_CLAUSE, Frame.WHETHER))
_INFINITIVE_FRAMES = frozenset((Frame.TO, Frame.HEARER_TO))
_PREPOSITIONAL = (Frame.AS, Frame.OF, Frame.FOR)


def clause_behind(read: TreeLine, cue: int) -> tuple[int, int] | None:
    """Return the items of the clause that a cue has as its complement to the right, "that" left out."""
    tree, words = read.tree, read.line.words
    head = next((head for head in tree.having(cue, ("ccomp", "xcomp")) if head > cue), None)
    if head is None:
        return None
    that = tuple(mark for mark in tree.having(head, ("mark",)) if tree.words[mark] in words.complementisers)
    found = read.items(clause(tree, head, without=that))
    if found is None or read.tokens[found[0]] <= cue or found[0] >= read.line.end or _is_adverbial(read, found[0]):
        return None
    return found[0], min(found[1], read.line.end)


def _is_adverbial(read: TreeLine, first: int) -> bool:
    """Tell a clause that says when or why: "said *as hundreds waited*"."""
    lower, words = read.line.lower(first), read.line.words
    marks = (words.complementisers, words.question_openers, words.infinitive_marks, words.for_openers)
    opens = any(lower in each for each in marks)
    return read.line.tag(first) is SCONJ and not opens


def report_of(read: TreeLine, cue: Cue, language: Language) -> Report | None:
    """Report a verb with a complement, or as the tag of a clause, where the tree shows who says so."""
    token = read.tokens[cue.verb]
    subject = _subject(read, cue, subject_of(read.tree, token, read.line.words))
    reduced = read.tree.relations[token] == "acl" and not (cue.gerund or cue.infinitive)  # "two people *briefed* on it"
    if subject is None or cue.heard or reduced or not has_teller(read.line, cue, subject, None):
        return None
    if read.line.lower(subject.first - 1) in read.line.words.no_tellers:
        return None  # "Neither ministry would say", whatever the tree takes "neither" for
    complement = _complement(read, cue, token) or _beside_subject(read, cue, token, language)
    if complement is None:
        return _around(read, cue, token, subject)
    taken = range(complement.first, complement.last)
    apart = cue.verb not in taken and not _meet((subject.first, subject.last), (taken.start, taken.stop))
    if not apart or not allows(read.line, cue, complement):
        return None
    return of_complement(read.line, cue, complement, subject, None)


def _subject(read: TreeLine, cue: Cue, phrase: Phrase | None) -> Subject | None:
    found = read.items(phrase)
    if found is None or found[0] <= cue.verb < found[1]:
        return None
    return Subject(*found, SUBJECT, inverted=found[0] > cue.verb)


def _complement(read: TreeLine, cue: Cue, token: int) -> Complement | None:
    """Return the clause that a cue takes in the tree, where its frames allow it."""
    found = clause_behind(read, token)
    if found is None:
        return None
    infinitive = read.line.lower(found[0]) in read.line.words.infinitive_marks
    wanted = _INFINITIVE_FRAMES if infinitive else _CLAUSE_FRAMES
    return Complement(*found, INFINITIVE if infinitive else CLAUSAL) if cue.entry.frames & wanted else None


def _beside_subject(read: TreeLine, cue: Cue, token: int, language: Language) -> Complement | None:
    """Return what the line shows behind a cue whose own subject the tree shows."""
    if own_subject(read.tree, token, read.line.words) is None:
        return None
    return complement_after(read.line, cue.after, cue.entry, language)


def _around(read: TreeLine, cue: Cue, token: int, subject: Subject) -> Report | None:
    """Report the clause that a tag stands in: "The pier, she said on Monday, is safe"."""
    if read.tree.relations[token] != "parataxis" or Frame.CLAUSE not in cue.entry.frames or is_manner_only(cue.entry):
        return None
    report = _report_around(read, token, Span(cue.verb, cue.after), subject, cue.entry)
    return report if report is not None and len(report.contents) > 1 else None


def reports_as(read: TreeLine, language: Language) -> Iterator[Report]:
    """Yield the reports of "as the mayor put it" and "as Obi says", of the clause that they stand in."""
    wording = language.word_class("wording_verbs")
    for at, item in enumerate(read.line.items[: read.line.end]):
        entry = language.cues.get(item.lower)
        if entry is None and item.lower not in wording:
            continue
        token = read.tokens[at]
        if read.tree.relations[token] != "advcl" or not _follows_as(read, token):
            continue
        subject = read.items(own_subject(read.tree, token, read.line.words))
        dummy = read.line.lower(at + 1) in read.line.words.dummies
        bare = dummy or not any(read.tree.having(token, ("ccomp", "xcomp", "obj")))
        if subject is not None and bare and subject[1] <= at:
            report = _report_around(read, token, Span(at, at + 1 + dummy), Subject(*subject, SUBJECT), entry)
            if report is not None:
                yield report


def _follows_as(read: TreeLine, token: int) -> bool:
    return read.tree.words[read.tree.firsts[token]] in read.line.words.wording_openers


def _report_around(read: TreeLine, token: int, cue: Span, subject: Subject, entry: CueEntry | None) -> Report | None:
    """Report what a clause says beside the clause of `token` inside it; `cue` and `subject` are of items."""
    head = read.tree.heads[token]
    aside = read.items(clause(read.tree, token))
    whole = read.items(clause(read.tree, head)) if head != NO_HEAD else None
    if aside is None or whole is None:
        return None
    pieces = [_trimmed(read, first, last) for first, last in ((whole[0], aside[0]), (aside[1], whole[1]))]
    kept = [(first, last) for first, last in pieces if first < last]
    if not any(has_verb_or_quotation(read.line, *piece) for piece in kept):
        return None
    return Report(
        cue=read.line.span(cue.start, cue.end),
        source=read.line.span(subject.first, subject.last),
        contents=tuple(read.line.span(*piece) for piece in kept),
        quotations=_inside(read, kept),
        rule=AROUND,
        source_rule=SUBJECT,
        polarity=entry.polarity if entry is not None else Polarity.POSITIVE,
        stance=entry.stance if entry is not None else Stance.NEUTRAL,
        tag=True,
        ends_line=aside[1] >= read.line.end,
        starts_line=aside[0] == 0,
    )


def _trimmed(read: TreeLine, first: int, last: int) -> tuple[int, int]:
    """Leave out what joins a piece of content to the tag or to the sentence before."""
    line, last = read.line, min(last, read.line.end)
    joints = line.words.leading_adverbs if first == 0 else frozenset[str]()
    while first < last and (line.lower(first) in (",", ":", ";") or line.is_dash(first) or line.lower(first) in joints):
        first += 1
    while last > first and (line.lower(last - 1) in (",", ";") or line.is_dash(last - 1)):
        last -= 1
    return first, last


def _inside(read: TreeLine, pieces: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """Return the quotations that lie in some items."""
    found = (read.line.quotation(at) for first, last in pieces for at in range(first, last))
    return tuple(quotation for quotation in found if quotation is not None)


def report_of_passive(read: TreeLine, cue: Cue, language: Language) -> Report | None:
    """Report what is said of a passive's subject: "Obi *was accused* by the union *of hiding it*".

    The source is the agent; without one nobody is shown to have said it.
    """
    tree, token = read.tree, read.tokens[cue.verb]
    agent = next((at for at in tree.children[token] if _is_agent(read, at, language)), None)
    source = read.items(noun_phrase(tree, agent)) if agent is not None else None
    said = _of_passive(read, cue, token)
    if source is None or said is None or source[0] <= cue.verb or _meet(source, said):
        return None
    subject = read.items(own_subject(tree, token, read.line.words))
    before = subject is not None and subject[1] <= cue.verb
    named = subject is not None and before and read.line.lower(subject[0]) not in read.line.words.dummies
    pieces = [subject, said] if named and subject is not None and _keeps_subject(cue) else [said]
    return Report(
        cue=read.line.span(cue.verb, cue.after),
        source=read.line.span(*source),
        contents=tuple(read.line.span(*piece) for piece in pieces),
        quotations=_inside(read, pieces),
        rule=PASSIVE,
        source_rule="agent-in-syntax",
        polarity=cue.entry.polarity,
        stance=cue.entry.stance,
        ends_line=max(source[1], said[1]) >= read.line.end,
    )


def _is_agent(read: TreeLine, at: int, language: Language) -> bool:
    agents = language.roles.words.get("agents", ())
    by = any(read.tree.words[child] in agents for child in read.tree.having(at, ("case",)))
    return by and read.tree.relations[at] in ("obl", "obl:agent")


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _keeps_subject(cue: Cue) -> bool:
    """Tell verbs whose addressee or object belongs to the content from "told the court that"."""
    return not cue.entry.frames & _CLAUSE_FRAMES or bool(cue.entry.frames & {Frame.HEARER_TO})


def _of_passive(read: TreeLine, cue: Cue, token: int) -> tuple[int, int] | None:
    """Return the items of a passive's complement: a clause, an infinitive, or a phrase with the verb's preposition."""
    behind = clause_behind(read, token)
    if behind is not None:
        infinitive = read.line.lower(behind[0]) in read.line.words.infinitive_marks
        wanted = _INFINITIVE_FRAMES if infinitive else _CLAUSE_FRAMES
        return behind if cue.entry.frames & wanted else None
    openers = openers_of(_PREPOSITIONAL, read.line.words)
    for at in read.tree.children[token]:
        first = read.tree.firsts[at]
        if at > token and openers.get(read.tree.words[first]) in cue.entry.frames:
            return read.items(clause(read.tree, at))
    return None
