"""Who one source is: an ordered list of rules, each with its name; the first answer wins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection

from attrs import evolve, frozen

from quoteattr.languages.lexicon import Pronoun
from quoteattr.model.spans import Passage, Span
from quoteattr.speakers.described import (
    Described,
    known_party,
    last_described,
    noun_before_place,
    party_described,
    remember,
)
from quoteattr.speakers.descriptions import Description, describe
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.epithets import named_by_epithet
from quoteattr.speakers.heads import head_name, starts_small
from quoteattr.speakers.joint_names import joint_party
from quoteattr.speakers.members import first_of_several, member_party
from quoteattr.speakers.parties import Fact, Party
from quoteattr.speakers.posts import bearer_named_later, bearer_of_initials
from quoteattr.speakers.pronouns import find_antecedent, may_mean
from quoteattr.speakers.vocabulary import GROUP, is_plural

SURENESS = {
    "speaker/full-name": 0.95,  # the text says it
    "speaker/name-part": 0.93,  # a family name may be a namesake's
    "speaker/initials": 0.85,
    "speaker/joint-names": 0.9,
    "speaker/role": 0.85,  # two people may hold one role
    "speaker/own-words": 0.9,  # a party known by this phrase alone
    "speaker/outer-speaker": 0.9,  # "I" inside a quote
    "speaker/byline": 0.8,  # "I" of the reporter
    "speaker/relative": 0.9,  # "..., who said"
    "speaker/epithet": 0.75,  # news seldom explains them
    "speaker/pronoun": 0.8,  # about what a pronoun rule gets right
    "speaker/one-of-group": 0.8,
    "speaker/coreference": 0.8,  # about what a coreference model gets right of pronouns in news
    "speaker/pronoun-and-coreference": 0.95,  # two who look at it in different ways agree
    "speaker/pronoun-against-coreference": 0.7,  # our surest rule, but somebody disagrees
    "speaker/role-and-coreference": 0.95,
    "speaker/role-against-coreference": 0.7,
}
"""How sure each rule is; multiplied into the quote's confidence."""

_LOOK_INSIDE = 250
"""Characters of a quote looked back over for whom its pronouns mean."""
_LOOK_BACK = 400
"""Characters that two sentences of news have at most, mostly; a bound, so that time stays linear."""
_LONGEST_RELATIVE = 12
"""Characters in which the word for a free relative stands."""
_CLITIC = re.compile(r"['’]\w+$")
_INITIALS = re.compile(r"[A-Z]{2,3}")


@frozen(slots=True)
class Mention:
    """A source to be resolved: its words, where it stands, inside whose quote it is, and whom it cannot mean.

    `direct` tells whether the quote around it is in its speaker's own words, and not in the reporter's.
    """

    text: str
    span: Span
    outer: int | None = None
    inside: int = -1
    without: tuple[int, ...] = ()
    direct: bool = True


@frozen(slots=True)
class Decision:
    """Who a source is (`party`, `None` where the evidence is thin), by which rule; `support` is what it rests on."""

    party: int | None
    rule: str
    support: tuple[Span, ...] = ()

    @property
    def sureness(self) -> float:
        """How sure the rule is."""
        return SURENESS.get(self.rule, 1.0)


Rule = Callable[[Mention, Discourse], "Decision | None"]


def decide(
    passage: Passage,
    discourse: Discourse,
    *,
    outer: int | None = None,
    inside: int = -1,
    direct: bool = True,
    without: Collection[int] = (),
) -> Decision:
    """Return who a source is, and note it in the discourse.

    `outer` is the speaker of the quote that the source stands in, `inside` that quote's start, `direct` whether it
    is in the speaker's own words; `without` are parties that a pronoun cannot mean. The decision is without party
    where a pronoun has no antecedent or a name several bearers.
    """
    text = discourse.document.text
    span = passage.spans[0]
    mention = Mention(text[span.start : span.end], span, outer, inside, tuple(without), direct)
    decision = next(found for rule in RULES if (found := rule(mention, discourse)) is not None)
    if decision.party is not None:
        _note_owner(mention, decision.party, discourse)
        discourse.see(span.start, decision.party)
        discourse.clusters.learn(span, decision.party)
    return decision


def _note_owner(mention: Mention, number: int, discourse: Discourse) -> None:
    """Note to whom "his spokesman" belongs, before anything else is said of the party."""
    words = mention.text.split(maxsplit=1)
    pronoun = discourse.language.pronouns.get(words[0].casefold()) if len(words) > 1 else None
    if pronoun is None or pronoun.case != "possessive" or discourse.parties[number].belongs_to is not None:
        return
    start = mention.span.start
    owner = discourse.clusters.party_of(Span(start, start + len(words[0])))
    if pronoun.person == 1:
        owner = mention.outer
    elif pronoun.person == 3 and owner is None:
        owner = find_antecedent(pronoun, start, discourse, without=(number,), inside=mention.inside)
    discourse.parties[number].belongs_to = owner if owner != number else None


def _by_pronoun(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve "she", or "she'd"; "I" inside a quote is the speaker of that quote."""
    words = mention.text.casefold().split()
    if len(words) == 2 and words[1] in discourse.language.word_class("reflexives"):
        words = words[:1]  # "he himself"
    pronoun = discourse.language.pronouns.get(_CLITIC.sub("", " ".join(words)))
    if pronoun is None:
        return None
    if pronoun.person == 1:
        return _first_person(pronoun, mention, discourse)
    if pronoun.person == 2:
        return Decision(None, "speaker/unknown-you")
    if _is_free_relative(pronoun, mention, discourse) or _goes_on(pronoun, mention, discourse):
        return Decision(mention.outer, "speaker/outer-speaker")
    without = mention.without if mention.outer is None else (*mention.without, mention.outer)
    number = _described_inside(pronoun, mention, discourse)
    if number is None:
        number = find_antecedent(pronoun, mention.span.start, discourse, without=without, inside=mention.inside)
    if number is None:
        number = _described_before(pronoun, mention, discourse)
    if number is None and pronoun.number == "plural" and mention.inside < 0:
        number = _single_they(mention.span.start, discourse)
    if words[-1] in discourse.language.roles.words.get("members", ()):
        several = number is not None and _are_several(discourse.parties[number], discourse)
        number = number if several else first_of_several(mention.span, discourse)  # "what *one* called a farce"
    decision = _with_cluster(pronoun, number, mention, discourse)
    if decision.party is not None and mention.inside < 0:
        discourse.parties[decision.party].vote(pronoun.gender)
    return decision


def _is_free_relative(pronoun: Pronoun, mention: Mention, discourse: Discourse) -> bool:
    """Tell whether a pronoun takes up the subject of the verb around it: Obi rejected *what he called* a farce."""
    if mention.direct or mention.outer is None or not may_mean(pronoun, discourse.parties[mention.outer]):
        return False
    before = discourse.document.text[max(0, mention.span.start - _LONGEST_RELATIVE) : mention.span.start].split()
    return before != [] and before[-1].casefold() in discourse.language.roles.words.get("free_relatives", ())


def _goes_on(pronoun: Pronoun, mention: Mention, discourse: Discourse) -> bool:
    """Tell whether words of the reporter begin with a pronoun for who speaks: Obi said *she* had told us."""
    if mention.direct or mention.outer is None or mention.span.start != mention.inside:
        return False
    return may_mean(pronoun, discourse.parties[mention.outer])


def _are_several(party: Party, discourse: Discourse) -> bool:
    """Tell a group, by its number or by the ending of a noun without article: "well-wishers"."""
    described = [describe(phrase, discourse.language) for _, _, phrase in party.phrases[-1:]]
    bare = any(each and each.determiner == "bare" and is_plural(each.head, discourse.language) for each in described)
    return party.plural or bare


def _with_cluster(pronoun: Pronoun, number: int | None, mention: Mention, discourse: Discourse) -> Decision:
    """Weigh our antecedent against the mention's coreference cluster.

    Where they differ ours stands if it was a source in this sentence or the one before and no quote is around:
    such antecedents were right in 99 of 100 pronouns of the training events, more than any model of coreference
    gets. Else the cluster decides.
    """
    meant = discourse.clusters.party_of(mention.span)
    if meant is None or meant in (mention.outer, *mention.without) or not may_mean(pronoun, discourse.parties[meant]):
        return Decision(number, "speaker/pronoun" if number is not None else "speaker/unknown-pronoun")
    support = discourse.clusters.place_of(mention.span)
    if number == meant:
        return Decision(number, "speaker/pronoun-and-coreference", support)
    if number is not None and mention.inside < 0 and _is_fresh(number, mention.span.start, discourse):
        return Decision(number, "speaker/pronoun-against-coreference", support)
    return Decision(meant, "speaker/coreference", support)


def _is_fresh(number: int, offset: int, discourse: Discourse) -> bool:
    """Tell whether a party was a source in an offset's sentence or the one before."""
    here = discourse.sentence_at(offset)
    sources, _ = discourse.mentioned(discourse.sentence_span(max(0, here - 1)).start, offset)
    return number in sources


def _described_inside(pronoun: Pronoun, mention: Mention, discourse: Discourse) -> int | None:
    """Resolve "she" in a quote to the party last described in it: "I rang my sister. She said"."""
    if mention.inside < 0:
        return None
    start = max(mention.inside, mention.span.start - _LOOK_INSIDE)
    found = last_described(pronoun, start, mention.span.start, discourse)
    return _party_of_gender(pronoun, found, mention, discourse) if found else None


def _party_of_gender(pronoun: Pronoun, found: Described, mention: Mention, discourse: Discourse) -> int | None:
    """Return the party that a noun phrase describes, `None` where it is known and the pronoun cannot mean it."""
    known = known_party(found[1], found[0].start, discourse)
    if known is not None and (known in mention.without or not may_mean(pronoun, discourse.parties[known])):
        return None
    return party_described(found, mention.outer, discourse)


def _described_before(pronoun: Pronoun, mention: Mention, discourse: Discourse) -> int | None:
    """Resolve a pronoun that nothing else explains to the party last described in the sentence before."""
    here = discourse.sentence_at(mention.span.start)
    start = max(discourse.sentence_span(max(0, here - 1)).start, mention.span.start - _LOOK_BACK)
    found = last_described(pronoun, start, mention.span.start, discourse)
    if found is None or discourse.is_told(found[0].start):  # what somebody speaks of does not speak
        return None
    return _party_of_gender(pronoun, found, mention, discourse)


def _single_they(offset: int, discourse: Discourse) -> int | None:
    """Return the last source as the one that "they" means, where its noun hides the gender: a spokesperson."""
    place = bisect_left(discourse.sources, (offset, -1))
    number = discourse.sources[place - 1][1] if place else None
    if number is None or not _is_fresh(number, offset, discourse):
        return None
    party = discourse.parties[number]
    nouns, known = discourse.language.roles.words.get("neutral_nouns", ()), bool(party.names) or party.gender
    described = [describe(phrase, discourse.language) for _, _, phrase in party.phrases[-1:]]
    return number if not known and any(each and each.head in nouns for each in described) else None


def _first_person(pronoun: Pronoun, mention: Mention, discourse: Discourse) -> Decision:
    """Resolve "I" to the outer speaker, or in the reporter's own voice to the byline."""
    if mention.outer is not None or mention.inside >= 0:
        return Decision(mention.outer, "speaker/outer-speaker")
    if pronoun.number == "singular" and discourse.author is not None:
        return Decision(discourse.author, "speaker/byline")
    return Decision(None, "speaker/unknown-i")


def _by_nobody(mention: Mention, discourse: Discourse) -> Decision | None:
    """Leave "nobody" and "no one at the firm" without party."""
    words = mention.text.casefold().split()
    nobody = discourse.language.word_class("nobody")
    return Decision(None, "speaker/nobody") if words[:1] and {words[0], " ".join(words[:2])} & nobody else None


def _by_relative(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve "who" to the name or source right before it."""
    if mention.text.strip().casefold() not in discourse.language.word_class("relatives"):
        return None
    start = discourse.sentence_span(discourse.sentence_at(mention.span.start)).start
    behind = noun_before_place(start, mention.span.start, discourse)
    if behind is not None:
        return Decision(party_described(behind, mention.outer, discourse), "speaker/relative")
    sources, named = discourse.mentioned(start, mention.span.start)
    people = [number for number in (*sources, *named) if discourse.parties[number].kind == "person"]
    found = people[-1:] or named[-1:] or sources[-1:]
    return Decision(found[0] if found else None, "speaker/relative")


def _by_member(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve "one of them", "another" to the group named last; "one of the traders" to the traders."""
    number = member_party(mention.span, discourse)
    return Decision(number, "speaker/one-of-group") if number is not None else None


def _by_joint_names(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve "Ada Obi and Kim Oduya" to both together: neither of them said it alone."""
    number = joint_party(mention.span, discourse)
    return Decision(number, "speaker/joint-names") if number is not None else None


def _by_name(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve a source whose head, or whose apposition, is a name."""
    index = head_name(mention.span, discourse)
    if index is None:
        return None
    name, number = discourse.names[index], discourse.owners[index]
    if number is None:
        meant = discourse.clusters.party_of(mention.span)
        rule = "speaker/ambiguous-name" if meant is None else "speaker/coreference"
        return Decision(meant, rule, discourse.clusters.place_of(mention.span))
    party = discourse.parties[number]
    if starts_small(mention.span, index, discourse):
        words = (*mention.text.split()[:1], *name.words)
        party.names.append(evolve(name, start=mention.span.start, title_start=mention.span.start, words=words))
    if party.kind is None:
        party.kind = _kind_from_source(mention, discourse)
    _learn(mention, name.title_start, number, discourse)
    return Decision(number, "speaker/full-name" if len(name.words) == party.longest else "speaker/name-part")


def _learn(mention: Mention, end: int, number: int, discourse: Discourse) -> None:
    """Note the role that a source puts before its name: "Minister of Trade, Colonel Ada Obi"."""
    before = mention.text[: max(0, end - mention.span.start)]
    linked = not discourse.language.word_class("part_links").isdisjoint(before.split())  # "head of the board Ada Obi"
    description = describe(before, discourse.language) if "," in before or linked else None
    if description and description.kind in ("person", "anonymous") and not description.plural:
        discourse.roles.add(Fact(mention.span.start, number, description))
        discourse.parties[number].facts.append(Fact(mention.span.start, number, description))


def _kind_from_source(mention: Mention, discourse: Discourse) -> str | None:
    """Return the kind that the rest of a source gives a bare name: "the carrier, Norva"."""
    description = describe(mention.text, discourse.language)
    return description.kind if description and description.kind in ("organisation", "document") else None


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


def _by_post(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve the initials of a post: "the SP" is the Superintendent of Police."""
    number = bearer_of_initials(mention.text, discourse) if mention.inside < 0 else None
    return Decision(number, "speaker/initials") if number is not None else None


def _by_role(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve a description to the party that it was said of, or that it named before.

    What the text says of a party counts more than a cluster.
    """
    description = describe(mention.text, discourse.language)
    if description is None:
        return None
    number = known_party(description, mention.span.start, discourse)
    if number is None:
        number = bearer_named_later(description, mention.span.start, discourse)
    if number is None:
        return None
    remember(number, description, mention.span, discourse)
    meant = discourse.clusters.party_of(mention.span)
    if meant is None:
        return Decision(number, "speaker/role")
    rule = "speaker/role-and-coreference" if meant == number else "speaker/role-against-coreference"
    return Decision(number, rule, discourse.clusters.place_of(mention.span))


def _by_cluster(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve a description to the party that its coreference cluster names.

    "A nurse" brings somebody new: nobody named before is meant. One person is no group, and no body.
    """
    meant = discourse.clusters.party_of(mention.span)
    description = describe(mention.text, discourse.language)
    if meant is None or description is None:
        return None
    place = discourse.clusters.place_of(mention.span)
    is_new = description.determiner == "indefinite" and place and place[0].start < mention.span.start
    if is_new or not _may_be(description, discourse.parties[meant]):
        return None
    remember(meant, description, mention.span, discourse)
    return Decision(meant, "speaker/coreference", place)


def _by_epithet(mention: Mention, discourse: Discourse) -> Decision | None:
    """Resolve "the singer" behind Lena Mace, "the company" where the text names one."""
    plain = mention.inside < 0 and "," not in mention.text  # "the goalkeeper, who has led the club": somebody new
    description = describe(mention.text, discourse.language) if plain else None
    named = mention.text.split()[-1:] != [] and mention.text.split()[-1][0].isupper()  # "The Bulletin", but "the Swede"
    origins = discourse.language.roles.words.get("demonyms", ())
    if description is None or (named and description.head not in origins):
        return None
    number = named_by_epithet(description, mention.span.start, discourse)
    if number is None:
        return None
    remember(number, description, mention.span, discourse)
    return Decision(number, "speaker/epithet")


def _may_be(description: Description, party: Party) -> bool:
    """Tell whether a description may be of a party, by number, kind and gender."""
    if description.plural != party.plural and "person" in (party.kind, description.kind):
        return False
    if description.gender and party.gender and description.gender != party.gender:
        return False
    people = ("person", "anonymous")
    return party.kind is None or description.kind is None or (party.kind in people) == (description.kind in people)


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
    _by_nobody,
    _by_pronoun,
    _by_relative,
    _by_member,
    _by_joint_names,
    _by_post,
    _by_name,
    _by_initials,
    _by_role,
    _by_cluster,
    _by_epithet,
    _by_own_words,
)
"""The rules for a source, in the order in which they are asked."""
