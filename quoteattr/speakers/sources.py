"""Who one source is: an ordered list of rules, each with its name; the first answer wins."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from attrs import evolve

from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Passage, Span
from quoteattr.speakers.by_pronoun import by_pronoun
from quoteattr.speakers.described import (
    known_party,
    noun_before_place,
    party_described,
    remember,
)
from quoteattr.speakers.descriptions import Description, describe
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.epithets import named_by_epithet
from quoteattr.speakers.heads import head_name, starts_small
from quoteattr.speakers.joint_names import joint_party
from quoteattr.speakers.members import member_party
from quoteattr.speakers.mentions import Decision, Mention
from quoteattr.speakers.parties import Fact, Party
from quoteattr.speakers.posts import bearer_named_later, bearer_of_initials
from quoteattr.speakers.pronouns import find_antecedent
from quoteattr.speakers.vocabulary import GROUP, possessive_end

_INITIALS = re.compile(r"[A-Z]{2,3}")


Rule = Callable[[Mention, Discourse], "Decision | None"]


def decide(
    passage: Passage,
    discourse: Discourse,
    *,
    outer: int | None = None,
    inside: int = -1,
    direct: bool = True,
    since: int = -1,
    without: Collection[int] = (),
) -> Decision:
    """Return who a source is, and note it in the discourse.

    `outer` is the speaker of the quote that the source stands in, `inside` that quote's start, `direct` whether it
    is in the speaker's own words, `since` where that speaker began to speak; `without` are parties that a pronoun
    cannot mean. The decision is without party where a pronoun has no antecedent or a name several bearers.
    """
    text = discourse.document.text
    span = passage.spans[0]
    words = possessive_end(discourse.language).sub("", text[span.start : span.end])  # *Vane*'s claim that
    words = _without_reflexive(words, discourse.language)
    span = Span(span.start, span.start + len(words))
    mention = Mention(words, span, outer, inside, tuple(without), direct, since if since >= 0 else inside)
    decision = next(found for rule in RULES if (found := rule(mention, discourse)) is not None)
    if decision.party is not None:
        _note_owner(mention, decision.party, discourse)
        discourse.see(span.start, decision.party)
        discourse.clusters.learn(span, decision.party)
    return decision


def _without_reflexive(words: str, language: Language) -> str:
    """Return a source without what only stresses it: *Obi* herself."""
    head, _, last = words.rpartition(" ")
    return head if head.strip() and last.casefold() in language.word_class("reflexives") else words


def _note_owner(mention: Mention, number: int, discourse: Discourse) -> None:
    """Note to whom "his spokesman" belongs, before anything else is said of the party."""
    if discourse.parties[number].belongs_to is None:
        owner = _owner(mention, discourse, without=(number,))
        discourse.parties[number].belongs_to = owner if owner != number else None


def _owner(mention: Mention, discourse: Discourse, without: Collection[int] = ()) -> int | None:
    """Return whom the pronoun that begins a source means: *her* ministry, *my* lawyer."""
    words = mention.text.split(maxsplit=1)
    pronoun = discourse.language.pronouns.get(words[0].casefold()) if len(words) > 1 else None
    if pronoun is None or pronoun.case != "possessive":
        return None
    start = mention.span.start
    owner = discourse.clusters.party_of(Span(start, start + len(words[0])))
    if pronoun.person == 1:
        return mention.outer
    if pronoun.person == 3 and owner is None:
        return find_antecedent(pronoun, start, discourse, without=without, inside=mention.inside)
    return owner


def _is_of_another(description: Description, number: int, mention: Mention, discourse: Discourse) -> bool:
    """Tell whether a body is not shown to be that of whom a pronoun means: "her ministry" is that of her office."""
    if description.determiner != "possessive" or description.kind != "organisation":
        return False
    owner = _owner(mention, discourse, without=(number,))
    if owner is None:
        return False
    party, told = discourse.parties[number], discourse.parties[owner].facts
    posts = {word for fact in told for word in fact.description.modifiers}
    own = {word for fact in party.facts for word in fact.description.modifiers} | party.words
    return party.belongs_to != owner and not posts & own


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
    if description and linked and description.kind is None and "," not in before and before[:1].isupper():
        description = evolve(description, kind="person")  # a title that no list has: "Lurman of Tarn district Ada Obi"
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
    owned = number == mention.outer and _is_owned(mention, discourse)
    if number is None or owned or _is_of_another(description, number, mention, discourse):
        return None
    remember(number, description, mention.span, discourse)
    meant = discourse.clusters.party_of(mention.span)
    if meant is None:
        return Decision(number, "speaker/role")
    rule = "speaker/role-and-coreference" if meant == number else "speaker/role-against-coreference"
    return Decision(number, rule, discourse.clusters.place_of(mention.span))


def _is_owned(mention: Mention, discourse: Discourse) -> bool:
    """Tell whether a source belongs to who speaks, and so is somebody else: a nurse says "*my senior nurse* said"."""
    pronoun = discourse.language.pronouns.get(mention.text.split(maxsplit=1)[0].casefold())
    return pronoun is not None and pronoun.case == "possessive" and pronoun.person == 1


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
    nouns = discourse.language.roles.words
    plain_word = description is not None and any(
        description.head in nouns.get(name, ()) for name in ("demonyms", "company_nouns")
    )
    if description is None or (named and not plain_word):
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
    by_pronoun,
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
