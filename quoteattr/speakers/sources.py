"""Who one source is: an ordered list of rules, each with its name; the first answer wins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection

from attrs import frozen

from quoteattr.languages.lexicon import Language, Pronoun
from quoteattr.model.spans import Passage, Span
from quoteattr.speakers.described import known_party, last_described, party_described, remember
from quoteattr.speakers.descriptions import describe
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.parties import Fact
from quoteattr.speakers.pronouns import find_antecedent
from quoteattr.speakers.roles import names_its_end
from quoteattr.speakers.vocabulary import GROUP, words_of

SURENESS = {
    "speaker/full-name": 0.95,  # the text says it
    "speaker/name-part": 0.93,  # a family name may be a namesake's
    "speaker/initials": 0.85,
    "speaker/role": 0.85,  # two people may hold one role
    "speaker/own-words": 0.9,  # a party known by this phrase alone
    "speaker/outer-speaker": 0.9,  # "I" inside a quote
    "speaker/byline": 0.8,  # "I" of the reporter
    "speaker/relative": 0.9,  # "..., who said"
    "speaker/pronoun": 0.8,  # about what a pronoun rule gets right
    "speaker/one-of-group": 0.8,
}
"""How sure each rule is; multiplied into the quote's confidence."""

_NO_HEAD_BEFORE = re.compile(r"['’]s?\s*$|[,;]\s*$")
_HEAD_AFTER = re.compile(
    r"\s*(?:$|[,;:()\[\]“”\"«»„–—\n-]|['’](?!s\b)|(?:of|for|at|in|from|who|which|whose|that|and|with|on|by)\b)"
)
_LOOK_INSIDE = 250
"""Characters of a quote looked back over for whom its pronouns mean."""
_MEMBER = re.compile(r"(?:one|another|two|three|some|several|many|most|all|both|others?)\s+of\s+(.+)", re.IGNORECASE)
_INITIALS = re.compile(r"[A-Z]{2,3}")


@frozen(slots=True)
class Mention:
    """A source to be resolved: its words, where it stands, and inside whose quote it is."""

    text: str
    span: Span
    outer: int | None = None
    inside: int = -1


@frozen(slots=True)
class Decision:
    """Who a source is (`party`, `None` where the evidence is thin), by which rule."""

    party: int | None
    rule: str

    @property
    def sureness(self) -> float:
        """How sure the rule is."""
        return SURENESS.get(self.rule, 1.0)


Rule = Callable[[Mention, Discourse], "Decision | None"]


def decide(passage: Passage, discourse: Discourse, *, outer: int | None = None, inside: int = -1) -> Decision:
    """Return who a source is, and note it in the discourse.

    `outer` is the speaker of the quote that the source stands in, `inside` that quote's start. The decision is
    without party where a pronoun has no antecedent or a name several bearers.
    """
    text = discourse.document.text
    span = passage.spans[0]
    mention = Mention(text[span.start : span.end], span, outer, inside)
    decision = next(found for rule in RULES if (found := rule(mention, discourse)) is not None)
    if decision.party is not None:
        discourse.see(span.start, decision.party)
    return decision


def _by_pronoun(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve "she"; "I" inside a quote is the speaker of that quote."""
    pronoun = discourse.language.pronouns.get(mention.text.strip().casefold())
    if pronoun is None:
        return None
    if pronoun.person == 1:
        return _first_person(pronoun, mention, discourse)
    if pronoun.person == 2:
        return Decision(None, "speaker/unknown-you")
    without: Collection[int] = () if mention.outer is None else (mention.outer,)
    number = _described_inside(pronoun, mention, discourse)
    if number is None:
        number = find_antecedent(pronoun, mention.span.start, discourse, without=without, inside=mention.inside)
    if number is None:
        number = _described_before(pronoun, mention, discourse)
    if number is not None and mention.inside < 0:
        discourse.parties[number].vote(pronoun.gender)
    return Decision(number, "speaker/pronoun" if number is not None else "speaker/unknown-pronoun")


def _described_inside(pronoun: Pronoun, mention: Mention, discourse: Discourse) -> int | None:
    """Resolve "she" in a quote to the party last described in it: "I rang my sister. She said"."""
    if mention.inside < 0:
        return None
    start = max(mention.inside, mention.span.start - _LOOK_INSIDE)
    found = last_described(pronoun, start, mention.span.start, discourse)
    return party_described(found, mention.outer, discourse) if found else None


def _described_before(pronoun: Pronoun, mention: Mention, discourse: Discourse) -> int | None:
    """Resolve a pronoun that nothing else explains to the party last described in the sentence before."""
    here = discourse.sentence_at(mention.span.start)
    start = discourse.sentence_span(max(0, here - 1)).start
    found = last_described(pronoun, start, mention.span.start, discourse)
    return party_described(found, mention.outer, discourse) if found else None


def _first_person(pronoun: Pronoun, mention: Mention, discourse: Discourse) -> Decision:
    """Resolve "I" to the outer speaker, or in the reporter's own voice to the byline."""
    if mention.outer is not None or mention.inside >= 0:
        return Decision(mention.outer, "speaker/outer-speaker")
    if pronoun.number == "singular" and discourse.author is not None:
        return Decision(discourse.author, "speaker/byline")
    return Decision(None, "speaker/unknown-i")


def _by_relative(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve "who" to the name or source right before it."""
    if mention.text.strip().casefold() not in discourse.language.word_class("relatives"):
        return None
    start = discourse.sentence_span(discourse.sentence_at(mention.span.start)).start
    sources, named = discourse.mentioned(start, mention.span.start)
    people = [number for number in (*sources, *named) if discourse.parties[number].kind == "person"]
    found = people[-1:] or named[-1:] or sources[-1:]
    return Decision(found[0] if found else None, "speaker/relative")


def _by_member(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve "one of them", "another" to the group named last; "one of the traders" to the traders."""
    words = discourse.language.roles.words
    match = _MEMBER.fullmatch(mention.text.strip())
    rest = match.group(1) if match else ""
    if not match and mention.text.strip().casefold() not in words.get("members", ()):
        return None
    if _head_name(mention, discourse) is not None:
        return None
    if rest and rest.casefold() not in discourse.language.pronouns:
        description = describe(rest, discourse.language)
        found = known_party(description, mention.span.start, discourse) if description else None
        if found is not None:
            return Decision(found, "speaker/one-of-group")
    number = _last_group(mention.span.start, discourse)
    return Decision(number, "speaker/one-of-group") if number is not None else None


def _last_group(offset: int, discourse: Discourse) -> int | None:
    """Return the plural party that was the last plural source before an offset."""
    place = bisect_left(discourse.sources, (offset, -1))
    for _, number in reversed(discourse.sources[max(0, place - 6) : place]):
        if discourse.parties[number].plural:
            return number
    return None


def _by_name(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve a source whose head, or whose apposition, is a name."""
    index = _head_name(mention, discourse)
    if index is None:
        return None
    name, number = discourse.names[index], discourse.owners[index]
    if number is None:
        return Decision(None, "speaker/ambiguous-name")
    party = discourse.parties[number]
    if party.kind is None:
        party.kind = _kind_from_source(mention, discourse)
    _learn(mention, name.title_start, number, discourse)
    return Decision(number, "speaker/full-name" if len(name.words) == party.longest else "speaker/name-part")


def _learn(mention: Mention, end: int, number: int, discourse: Discourse) -> None:
    """Note the role that a source puts before its name: "Minister of Trade, Colonel Ada Obi"."""
    before = mention.text[: max(0, end - mention.span.start)]
    description = describe(before, discourse.language) if "," in before else None
    if description and description.kind in ("person", "anonymous") and not description.plural:
        discourse.roles.add(Fact(mention.span.start, number, description))
        discourse.parties[number].facts.append(Fact(mention.span.start, number, description))


def _kind_from_source(mention: Mention, discourse: Discourse) -> str | None:
    """Return the kind that the rest of a source gives a bare name: "the carrier, Norva"."""
    description = describe(mention.text, discourse.language)
    return description.kind if description and description.kind in ("organisation", "document") else None


def _head_name(mention: Mention, discourse: Discourse) -> int | None:
    """Return the place of the name that a source is about, `None` where its head is a noun."""
    low = bisect_left(discourse.begins, mention.span.start)
    high = bisect_left(discourse.begins, mention.span.end)
    low -= low > 0 and discourse.names[low - 1].end > mention.span.start
    for index in range(low, min(high, low + 8)):
        name = discourse.names[index]
        before = mention.text[: max(0, name.title_start - mention.span.start)]
        after = _without_suffix(mention.text[name.end - mention.span.start :], discourse.language)
        if _HEAD_AFTER.match(after) and (_leads(before, discourse) or _is_apposed(before, mention, index, discourse)):
            return index
    return None


def _without_suffix(after: str, language: Language) -> str:
    """Leave out the letters behind a name: Simon Adeyo *KC*."""
    words = after.split(maxsplit=1)
    if words and words[0].rstrip(",.").casefold() in language.roles.words.get("suffixes", frozenset()):
        return after[after.index(words[0]) + len(words[0].rstrip(",")) :]
    return after


def _leads(before: str, discourse: Discourse) -> bool:
    """Tell whether the words before a name only describe it: no preposition, comma or relative among them."""
    if any(char in before for char in ",;:("):
        return False
    closed = words_of(discourse.language, "adpositions", "relatives")
    return not any(word.casefold() in closed for word in before.split())


def _is_apposed(before: str, mention: Mention, index: int, discourse: Discourse) -> bool:
    """Tell whether a name behind a comma names the whole phrase: "the head of the port, Ada Obi".

    In "a spokesman for the operator, Norva" the name belongs to the operator.
    """
    name = discourse.names[index]
    if not re.search(r",\s*$", before):
        return False
    first = describe(before, discourse.language)
    if first is None or (first.plural and not before.casefold().startswith("one of")):
        return False
    if names_its_end(before[: before.index(",")], discourse.language):
        return False
    return first.kind in (None, "person", "anonymous", GROUP) or name.kind != "person"


def _by_initials(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve the initials that label a turn of an interview."""
    label = mention.text.strip().rstrip(".:")
    if not _INITIALS.fullmatch(label):
        return None
    fits = {
        number
        for name, number in zip(discourse.names[:400], discourse.owners[:400], strict=True)
        if number is not None and "".join(word[0] for word in name.words).upper() == label
    }
    return Decision(fits.pop(), "speaker/initials") if len(fits) == 1 else None


def _by_role(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve a description to the party that it was said of, or that it named before."""
    description = describe(mention.text, discourse.language)
    if description is None:
        return None
    number = known_party(description, mention.span.start, discourse)
    if number is None:
        return None
    remember(number, description, mention.span, discourse)
    return Decision(number, "speaker/role")


def _by_own_words(mention: Mention, discourse: Discourse) -> Decision:
    """Open a party that is known by the words of its source alone."""
    description = describe(mention.text, discourse.language)
    party = discourse.open_party(description.kind if description else None)
    if description:
        party.plural = description.plural or description.kind == GROUP
        party.unnamed = description.determiner != "definite" or description.kind != "person"
        remember(party.number, description, mention.span, discourse)
    else:
        party.phrases.append((mention.span.start, mention.span.end, mention.text.strip()))
    return Decision(party.number, "speaker/own-words")


RULES: tuple[Rule, ...] = (
    _by_pronoun,
    _by_relative,
    _by_member,
    _by_name,
    _by_initials,
    _by_role,
    _by_own_words,
)
"""The rules for a source, in the order in which they are asked."""
