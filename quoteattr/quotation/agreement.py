"""Where rules and roles see one report: which of both has its content, and when the form of words leaves no doubt."""

from __future__ import annotations

from bisect import bisect_right

from quoteattr.model.documents import FINITE, PROPN, Roles
from quoteattr.model.quotes import Quote, QuoteKind
from quoteattr.quotation.credits import BY_OBJECT
from quoteattr.quotation.perceived import RECORDED
from quoteattr.quotation.relative_clauses import RELATIVE
from quoteattr.quotation.seen import Seen

CLAUSES = frozenset(("content/bare-clause", "content/that-clause"))
"""Rules for a whole clause, which has a subject and its verb."""
EXACT = frozenset(("content/quoted-as-saying", f"content/{RECORDED}"))
"""Rules whose form of words leaves no doubt who speaks: "B was quoted by A as saying"."""
AROUND = frozenset(("content/clause-around-tag", "content/phrase-after-content"))
"""Rules whose content may go on behind the cue and the source."""
LONGEST_OPENER = 5
"""Characters of the word that opens a clause: "that "."""
LONGEST_ASIDE = 30
"""Characters looked at for words that cite."""
_MARKS = frozenset("\"“„«‘'")
"""Marks that may open a quotation."""
MOST_BETWEEN = 2
"""Characters by which edges that are the same may differ: a mark, a comma."""
LONGEST_PAUSE = 20
"""Characters between a source and its cue: an auxiliary, an adverb, a comma."""


def keeps_content(seen: Seen, rule: Quote, roles: Roles) -> bool:
    """Tell whether the rules' content is the whole one, of which roles have a part or too much."""
    alone = any(holds(rule, roles) for holds in (_names_hearer, _goes_on, _swallows, _takes_listener))
    edges = (_cites, _loses_marked, _loses_verb, _takes_main_verb, _takes_hearer)
    return alone or any(holds(seen, rule, roles) for holds in edges)


def is_plain(seen: Seen, roles: Roles, rule: Quote) -> bool:
    """Tell whether the form of words leaves no doubt that A passes on what B said, so that the rules have it alone.

    "According to A, B said that ...", "B said that ..., A writes", "B was quoted by A as saying that ...".
    """
    exact = rule.evidence[0].rule in EXACT
    return exact or carries(seen, roles, rule) or _relays(rule, roles) or _tells_whole(roles, rule)


def carries(seen: Seen, roles: Roles, rule: Quote) -> bool:
    """Tell whether a phrase such as "according to" passes on a report of the rules, source and cue included."""
    words = roles.cue.of(seen.document.text).casefold() if roles.cue is not None else ""
    if not rule.source or not rule.cue or not any(words == entry.text for entry in seen.language.phrases):
        return False
    if roles.source is not None and roles.source.start < rule.source.start and rule.source.end <= rule.cue.start:
        by_object = rule.evidence[0].rule.removeprefix("content/") in BY_OBJECT
        return rule.cue.end <= rule.content.start and not by_object  # "According to A, B said that ..."
    return all(any(part.extent in span for span in roles.content) for part in (rule.source, rule.cue))


def _cites(seen: Seen, rule: Quote, roles: Roles) -> bool:
    """Tell whether roles take an aside on whose words it has into a content: "*in the words of Obi*, it rained"."""
    start, end = roles.content[0].start, rule.content.start
    same = rule.content.end == roles.content[-1].end and start < end
    asides = tuple(sorted(seen.language.roles.words.get("citing", ())))
    if same and seen.document.text[max(0, start - LONGEST_ASIDE) : start].rstrip().casefold().endswith(asides):
        return True  # "reported citing *officials that* it rained"
    words = seen.document.text[start:end].casefold().replace(",", " ").split()
    opened = bool(words) and words[0] in seen.words.complementisers
    aside = " ".join(words[opened:])
    return same and aside.startswith(asides)


def _loses_marked(seen: Seen, rule: Quote, roles: Roles) -> bool:
    """Tell whether roles end before the words in marks that are the rest of the rules' clause: *the vote as* “fair”."""
    begins = abs(roles.content[0].start - rule.content.start) <= LONGEST_OPENER and len(roles.content) == 1
    if rule.kind is not QuoteKind.MIXED or not begins or roles.content[0].end >= rule.content.end:
        return False
    rest = seen.document.text[roles.content[0].end : rule.content.end]
    return rest[0].isspace() and rest.lstrip()[:1] in _MARKS


def _loses_verb(seen: Seen, rule: Quote, roles: Roles) -> bool:
    """Tell whether roles end behind the subject of the rules' clause: *the plan*, which leaked, would change."""
    first, last = roles.content[0], roles.content[-1]
    if rule.evidence[0].rule not in CLAUSES or seen.document.text[last.end : last.end + 1] != ",":
        return False
    begins = abs(first.start - rule.content.start) <= LONGEST_OPENER and last.end < rule.content.end
    closing = seen.document.text.find(",", last.end + 1, rule.content.end)
    if not begins or closing < 0 or seen.has_verb(first):
        return False
    behind = bisect_right(seen.document.tokens, closing, key=lambda token: token.start)
    return not FINITE.isdisjoint((seen.document.tags or ())[behind : behind + 1])


def _takes_main_verb(seen: Seen, rule: Quote, roles: Roles) -> bool:
    """Tell whether a content in a relative clause goes on with the main clause: "who said *it was safe, left*"."""
    same = abs(rule.content.start - roles.content[0].start) <= LONGEST_OPENER and len(rule.content) == 1
    longer = any(span.start < rule.content.end < span.end for span in roles.content)
    relative = any(evidence.rule == f"source/{RELATIVE}" for evidence in rule.evidence)
    return same and longer and relative and seen.document.text[rule.content.end] == ","


def _takes_hearer(seen: Seen, rule: Quote, roles: Roles) -> bool:
    """Tell whether roles begin with the name of whom the rules' clause was told to: told the daily *Post it rained*."""
    start, end = roles.content[0].start, rule.content.start
    apart = abs(rule.content.end - roles.content[-1].end) > MOST_BETWEEN
    if rule.evidence[0].rule not in CLAUSES or not start < end or apart:
        return False
    first, last = (bisect_right(seen.document.tokens, at - 1, key=lambda token: token.start) for at in (start, end))
    between = (seen.document.tags or ())[first:last]
    return between != () and all(tag is PROPN for tag in between)


def _takes_listener(rule: Quote, roles: Roles) -> bool:
    """Tell whether roles go on to who only listened: "*It rained, Kendale Crown Court* heard"."""
    same = abs(rule.content.start - roles.content[0].start) <= LONGEST_OPENER and len(roles.content) == 1
    return rule.is_unnamed and same and rule.content.end < roles.content[0].end <= rule.cue.start


def points_away(seen: Seen, roles: Roles, rule: Quote) -> bool:
    """Tell whether the rules name a source in the content's own sentence, and source or cue of the roles stand in
    another one."""
    if not rule.source or not rule.cue or roles.source is None:
        return False
    own = seen.sentence_at(roles.content[0].start)
    pointed = {seen.sentence_at(part.start) for part in (roles.source, roles.cue) if part is not None}
    return pointed != {own} and own == seen.sentence_at(rule.source.start)


def _relays(rule: Quote, roles: Roles) -> bool:
    """Tell whether a content is nothing but source, cue and content of a quote: "*B said that it rained*, A writes"."""
    inner = rule.relayed
    if inner is not None and inner.cue.start >= inner.content.end:
        both = (*inner.source, *rule.source)  # "said *Obi, a lawyer who funds projects*": one source, and no carrier
        one = roles.source is not None and all(roles.source.overlaps(span) for span in both)
        return not one and inner.content.start - rule.content.start <= 1
    if inner is None or len(rule.content.spans) > 1 or inner.source.end > inner.cue.start:
        return False
    inside = all(part.extent in rule.content.extent for part in (inner.source, inner.cue))
    return inside and inner.source.start == rule.content.start and inner.cue.start - inner.source.end <= LONGEST_PAUSE


def _tells_whole(roles: Roles, rule: Quote) -> bool:
    """Tell whether the content of roles is source, cue and content of the rules, and its own tag stands behind them:
    "*B called it “a farce,”* A reported"."""
    if len(roles.content) > 1 or roles.cue is None or not (rule.source and rule.cue):
        return False
    (whole,) = roles.content
    in_order = rule.source.end <= rule.cue.start <= rule.content.start and whole.end <= roles.cue.start
    edges = abs(rule.source.start - whole.start), abs(rule.content.end - whole.end)
    return in_order and max(edges) <= MOST_BETWEEN


def _names_hearer(rule: Quote, roles: Roles) -> bool:
    """Tell whether the rules' content is that of roles and whom it was asked of: "asked *the council to repair it*"."""
    asked = rule.evidence[0].rule == "content/hearer-and-infinitive"
    return asked and roles.content[-1].end == rule.content.end and rule.content.start < roles.content[0].start


def _swallows(rule: Quote, roles: Roles) -> bool:
    """Tell whether a content of roles, which name no source outside of it, holds source and cue of the rules:
    "*A: I said so*", "*It fell. A said it was old*"."""
    parts = [part.extent for part in (rule.source, rule.cue) if part]
    outside = roles.source is not None and not any(roles.source in span for span in roles.content)
    return bool(parts) and not outside and all(any(part in span for span in roles.content) for part in parts)


def _goes_on(rule: Quote, roles: Roles) -> bool:
    """Tell whether roles hold one of the two parts around a tag: "*The mill*, he said, *had burned*"."""
    around = rule.evidence[0].rule in AROUND and len(rule.content) > 1
    return around and len(roles.content) == 1 and any(roles.content[0].overlaps(span) for span in rule.content)
