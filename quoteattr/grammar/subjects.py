"""Who does what a verb says: the subject before it, the subject after it, the subject it shares with another verb."""

from __future__ import annotations

from typing import NamedTuple

from quoteattr.grammar.lines import DASHES, Line
from quoteattr.grammar.phrases import HEADS, NOMINAL, is_boundary, phrase_after, phrase_before
from quoteattr.model.documents import ADJ, ADP, ADV, AUX, DET, NOUN, NUM, PART, PRON, PROPN, SCONJ, VERB

MOST_APPOSITIONS = 5
"""Segments between commas that are tried for a subject left of its verb: name, age, post, place, relative clause."""
BEHIND_SETTING = "subject-behind-setting"
"""The rule of a subject before which a setting stands without a comma."""
LONGEST_ASIDE = 30
"""Words between two dashes behind a subject."""
LONGEST_CONTACT = 8
"""Words of a clause without a relative pronoun: "he handed back to"."""
FARTHEST_SHARED = 60
"""Words looked back over for an earlier verb whose subject another shares; farther is another sentence's."""
_SKIPPED = frozenset((ADV, AUX))
_OPENERS = frozenset((ADP, SCONJ))
_NAMING = frozenset((NOUN, PROPN, ADJ))
_SETTING = NOMINAL | _OPENERS
"""Tags of what a setting holds: On the square in Brask; after the match."""


class Subject(NamedTuple):
    """The items of a subject; `rule` says how it was found. `inverted` when it follows the verb."""

    first: int
    last: int  # excluded
    rule: str
    inverted: bool = False


def subject_before(line: Line, verb: int, first: int = 0) -> Subject | None:
    """Return the subject to the left of a verb, with what stands in apposition to it between commas.

    It gives no pronoun in the object case, and nothing that begins with a preposition.
    """
    at, items, near_adverbs = verb, line.items, line.words.near_adverbs
    while at > first and (items[at - 1].tag in _SKIPPED or items[at - 1].lower in near_adverbs):
        at -= 1
    at = _without_time(line, at, first)
    if at <= first:
        return None
    before = line.lowers[at - 1]
    if before == ",":
        return _before_comma(line, at - 1, first)
    if before in DASHES and line.is_dash(at - 1):
        return _before_dashes(line, at - 1, first)
    if line.quotation(at - 1) is not None and _ends_relative(line, at, first):
        found = _before_comma(line, at, first)
        return found._replace(last=at) if found is not None else None
    behind = _behind_setting(line, at, first)
    if behind is not None:
        return Subject(behind, at, BEHIND_SETTING)
    start = phrase_before(line, at, first)
    if start is None:
        return _antecedent(line, at - 1, first)
    if at - start == 1 and before in line.words.subject_relatives:
        return _antecedent(line, start, first)
    if at - start == 1 and before.isdigit() and start - 1 > first:
        named = phrase_before(line, start - 1, first) if line.lower(start - 1) == "," else None
        return Subject(named, at, "subject-with-apposition") if named is not None else None  # "Obi, 54 said"
    governed = line.tag(start - 1) is ADP or line.lower(start - 1) in line.words.infinitive_marks
    if governed and (bearer := _before_contact_clause(line, start - 1, first)) is not None:
        return Subject(bearer, at, "subject-with-contact-clause")
    listed = _list_start(line, start, first)
    return Subject(listed, at, "subject") if _is_subject(line, start, at) else None


def _before_contact_clause(line: Line, link: int, first: int) -> int | None:
    """Return where the noun phrase begins that a clause without a relative pronoun belongs to, of which a phrase behind
    `link` is the end: "*a note* he handed to the clerk read"."""
    for at in range(link - 1, max(first, link - LONGEST_CONTACT), -1):
        item = line.items[at]
        if item.lower in (",", ";", ":") or item.quotation is not None or item.tag is SCONJ:
            return None
        if item.tag is PRON and line.tag(at + 1) in (VERB, AUX) and line.tag(at - 1) is NOUN:
            start = phrase_before(line, at, first)
            whole = start is not None and line.tag(start) is DET and line.tag(start - 1) is not ADP
            return start if whole else None
    return None


def _ends_relative(line: Line, end: int, first: int) -> bool:
    """Tell whether a quotation with a comma ends a relative clause: "Obi, *who called it “a farce,”* said"."""
    opening = _comma_before(line, end, first)
    return opening is not None and line.lower(opening + 1) in line.words.person_relatives


def _behind_setting(line: Line, end: int, first: int) -> int | None:
    """Return where the subject begins in what looks like one phrase behind a preposition that opens the sentence:
    "After the talks | *the bank* said", "In Brask | *two men* said", "Outside the hall | *protesters* chanted"; of a
    date that opens it: "In June | *Obi* said"."""
    opener, items = end, line.items
    if end > first and line.lower(end - 1) in line.words.reflexives:
        opener -= 1  # "In June | *Obi herself* said"
    while opener > first and items[opener - 1].tag in _SETTING:
        opener -= 1
    if opener >= end or items[opener].tag not in _OPENERS or line.lower(opener - 1) not in ("", ","):
        return None
    if items[opener].tag is ADP and items[opener + 1].time:
        dated = (at for at in range(opener + 2, end) if not (items[at].time or items[at].tag is NUM))
        return next((at for at in dated), None)
    joints = [at for at in range(end - 1, opener + 1, -1) if items[at - 1].tag in _NAMING and not items[at].time]
    begun = (at for at in joints if items[at].tag in (DET, NUM))
    plural = items[end - 1].tag is NOUN and items[end - 1].lower.endswith(line.words.plural_endings)
    plural = plural and items[opener].tag is ADP and items[opener + 1].tag is DET
    several = (at for at in joints[:1] if at == end - 1 and plural)
    return next((at for found in (begun, several) for at in found), None)


def _antecedent(line: Line, pronoun: int, first: int) -> Subject | None:
    """Return the noun phrase that a relative pronoun stands for, with the name that it is in apposition to."""
    if line.lower(pronoun) not in line.words.subject_relatives or pronoun <= first:
        return None
    end = pronoun - 1 if line.lower(pronoun - 1) == "," else pronoun
    start = phrase_before(line, end, first)
    if start is None:
        return None
    if _is_apposition(line, start, end, first):
        name = phrase_before(line, start - 1, first)
        start = name if name is not None else start
    return Subject(_behind_agent_link(line, start, end), end, "relative-antecedent")


def _behind_agent_link(line: Line, start: int, end: int) -> int:
    """Return where who did it begins in what stands before a relative pronoun: "the ruling by | *the judge*, who"."""
    return max((at + 1 for at in range(start, end - 1) if line.lower(at) in line.words.agent_links), default=start)


def _without_time(line: Line, at: int, first: int) -> int:
    """Pass over when it was: "The council *last night* urged", "The governor *on Thursday* said"."""
    while at - 2 > first and line.items[at - 1].time and _leads_to_time(line, at - 2):
        at -= 2
        while at > first and line.tag(at - 1) in _SKIPPED:
            at -= 1
    return at


def _leads_to_time(line: Line, at: int) -> bool:
    return line.lower(at) in line.words.time_modifiers or line.lower(at) in line.words.time_links


def _before_dashes(line: Line, dash: int, first: int) -> Subject | None:
    """Return the subject that an aside between dashes follows: "Obi — 51, a judge — said"."""
    for at in range(dash - 1, max(first, dash - LONGEST_ASIDE), -1):
        if line.is_dash(at):
            start = phrase_before(line, at, first)
            if start is not None and _is_apposition(
                line, start, at, first
            ):  # "Obi, the head of the port -- ... -- said"
                named = phrase_before(line, start - 1, first)
                start = named if named is not None else start
            return Subject(start, at, "subject-before-dashes") if start is not None else None
        if line.quotation(at) or line.lower(at) in (";", ":"):
            return None
    return None


def _is_subject(line: Line, start: int, end: int) -> bool:
    """Tell a subject from an object or an adverbial that happens to stand before a verb."""
    if end - start == 1 and line.lower(start) in line.words.non_subjects:
        return False
    for item in line.items[start:end]:
        if item.tag in HEADS or item.quotation is not None:
            return True
    return line.tag(start) is DET


def _list_start(line: Line, start: int, first: int) -> int:
    """Go back over a list of names: "Anna, Ben and Cid"."""
    listed = not line.words.list_coordinators.isdisjoint(line.lowers[start : start + 8])
    while listed and start - 2 >= first and line.lower(start - 1) == ",":
        before = phrase_before(line, start - 1, first)
        if before is None or any(line.tag(at) is not PROPN for at in range(before, start - 1)):
            break
        start = before
    return start


def _before_comma(line: Line, comma: int, first: int) -> Subject | None:
    """Find the noun phrase that the segments between commas before a verb belong to.

    "Ida Brandt, 51, who owns the mill, said": the segments "who owns the mill" and "51" are passed over.
    """
    end = comma
    for _ in range(MOST_APPOSITIONS):
        opening = _comma_before(line, end, first)
        if opening is None:
            return None
        if not _can_stand_apart(line, opening + 1, end):
            return None
        start = phrase_before(line, opening, first)
        governed = start is not None and start > first and line.tag(start - 1) is VERB  # "citing the mayor"
        if start is None or governed or not _is_subject(line, start, opening):
            end = opening
            continue
        if not _is_apposition(line, start, opening, first):
            return Subject(start, _last_apposition(line, opening, comma), "subject-with-apposition")
        end = opening
    return None


def _last_apposition(line: Line, opening: int, comma: int) -> int:
    """Return where the appositions and relative clauses of a subject end; adverbials behind them stay out.

    "Ida Brandt, the mayor, speaking on Monday, said": the source ends at "mayor".
    """
    end = opening
    while end < comma:
        first = end + 1
        if _begins_adverbial(line, first):
            return end
        end = _segment_end(line, first, comma)
    return comma


def _begins_adverbial(line: Line, at: int) -> bool:
    adverbial = line.tag(at) in (VERB, ADP, ADV, PART)
    return adverbial and line.lower(at) not in line.words.part_links


def _comma_before(line: Line, end: int, first: int) -> int | None:
    depth = 0
    for at in range(end - 1, first, -1):
        lower = line.lower(at)
        depth += (lower == ")") - (lower == "(")
        if depth == 0 and lower == ",":
            return at
        if depth == 0 and (lower in (";", ":") or line.is_dash(at)):
            return None
        quotation = line.quotation(at)
        if quotation is not None and quotation.end - quotation.start > 60:
            return None
    return None


def _can_stand_apart(line: Line, first: int, last: int) -> bool:
    """Tell whether the items between two commas can be an apposition, a relative clause or an adverbial."""
    if first >= last:
        return False
    starts_clause = line.tag(first) is PRON and line.lower(first) not in line.words.apposition_openers
    return not starts_clause and line.lower(first) not in line.words.clause_coordinators


def _is_apposition(line: Line, start: int, end: int, first: int) -> bool:
    """Tell whether a phrase is itself in apposition to one before it: a comma and a name stand to its left."""
    if start - 2 < first or line.lower(start - 1) != ",":
        return False
    if line.tag(start) is NUM and end - start == 1:
        return True
    if end - start == 1 and line.lower(start)[1:2] == "-":  # "Luis Orta, D-Brask, said": a party and a place
        return True
    descriptive = line.tag(start) is DET or (line.tag(start) is not PROPN and line.tag(end - 1) is not PROPN)
    return descriptive and line.tag(start - 2) is PROPN and phrase_is_name_subject(line, start - 1, first)


def phrase_is_name_subject(line: Line, end: int, first: int) -> bool:
    """Tell whether a phrase that ends at `end` can be the name that an apposition follows, and no adverbial."""
    start = phrase_before(line, end, first)
    return start is not None and (start == first or line.tag(start - 1) not in (ADP, PART))


def subject_after(line: Line, verb: int, end: int) -> Subject | None:
    """Return the subject that follows its verb ("said Ida Brandt, the mayor, on Monday"), apposition included."""
    start = verb + 1
    while start < end and line.tag(start) is ADV:
        start += 1
    stop = phrase_after(line, start, end)
    if stop is None or not _is_subject(line, start, stop):
        return None
    return Subject(start, _with_appositions(line, stop, end), "inverted-subject", inverted=True)


def _with_appositions(line: Line, stop: int, end: int) -> int:
    """Extend an inverted subject over the appositions and relative clauses that follow it."""
    while stop < end:
        if line.lower(stop) in line.words.person_relatives:
            return _segment_end(line, stop, end)
        if line.lower(stop) in line.words.place_links and _hangs_on_subject(line, stop, end):
            return _segment_end(line, stop, end)
        if line.lower(stop) != "," or not _begins_apposition(line, stop + 1, end):
            break
        stop = _segment_end(line, stop + 1, end)
    return stop


def _hangs_on_subject(line: Line, link: int, end: int) -> bool:
    """Tell "a woman *on the third floor*" from "Obi *on Monday*": a common noun, a place, and nothing behind."""
    if line.tag(link - 1) is not NOUN or line.tag(link + 1) is not DET:
        return False
    stop = phrase_after(line, link + 1, end)
    return stop is not None and (stop >= end or line.quotation(stop) is not None)


def _begins_apposition(line: Line, at: int, end: int) -> bool:
    if at >= end or line.quotation(at):
        return False
    lower, tag = line.lower(at), line.tag(at)
    if lower in line.words.sure_relatives or lower in line.words.person_relatives:
        return True
    if tag in (DET, NUM, ADJ, NOUN, PROPN):
        return not _has_verb_before_comma(line, at, end)
    return lower in line.words.part_links


def _has_verb_before_comma(line: Line, at: int, end: int) -> bool:
    """Tell a new clause ("the mayor left") from an apposition ("the mayor of Brask")."""
    while at < end and line.lower(at) != "," and line.lower(at) not in line.words.clause_relatives:
        if line.tag(at) is AUX or (
            line.tag(at) is VERB
            and line.tag(at - 1) in (*NOMINAL, PRON)
            and not line.lower(at).endswith(line.words.nonfinite_endings)
        ):
            return True
        at += 1
    return False


def _segment_end(line: Line, at: int, end: int) -> int:
    """Return where a segment that begins at `at` ends: at the next comma outside brackets, or before a quotation."""
    depth = 0
    while at < end:
        lower = line.lower(at)
        depth += (lower == "(") - (lower == ")")
        if depth == 0 and (lower in (",", ";", ":") or line.is_dash(at) or line.quotation(at)):
            break
        at += 1
    return at


def shared_subject(line: Line, verb: int, first: int = 0, *, embedded: bool = False) -> Subject | None:
    """Return the subject that a verb shares with an earlier one: "She rose and *said*", "said ..., *adding*"."""
    for at in range(verb - 1, max(first, verb - FARTHEST_SHARED), -1):
        lower, tag = line.lowers[at], line.items[at].tag
        if lower == ";" or (tag is SCONJ and lower not in line.words.subject_keepers):
            if line.tag(at - 1) is not NOUN:
                break
        finite = tag is AUX or (tag is VERB and not lower.endswith(line.words.gerund_endings))
        if not finite or line.tag(at - 1) in (PART, AUX):
            continue
        found = subject_before(line, at, first)
        if found is not None and (embedded or not _is_embedded(line, found.first, first)):
            return Subject(found.first, found.last, "shared-subject")
    return None


def _is_embedded(line: Line, at: int, first: int) -> bool:
    """Tell whether a subject belongs to a subordinate clause, whose verb the main verb does not share."""
    return at > first and (line.tag(at - 1) is SCONJ or (line.tag(at - 1) in (VERB,) and not is_boundary(line, at)))
