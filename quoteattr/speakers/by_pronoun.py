"""Who a pronoun for a source is: by its antecedent, by the quote around it, by a cluster of coreference."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection

from quoteattr.languages.lexicon import Pronoun
from quoteattr.speakers.described import Described, known_party, last_described, party_described
from quoteattr.speakers.descriptions import describe
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.inner_pronouns import antecedent_in_speech
from quoteattr.speakers.members import first_of_several
from quoteattr.speakers.mentions import Decision, Mention
from quoteattr.speakers.outlets import outlet_party
from quoteattr.speakers.parties import Party
from quoteattr.speakers.pronouns import find_antecedent, may_mean, named_inside
from quoteattr.speakers.vocabulary import is_plural

_LOOK_INSIDE = 250
"""Characters of a quote looked back over for whom its pronouns mean."""
_LOOK_BACK = 400
"""Characters that two sentences of news have at most, mostly; a bound, so that time stays linear."""
_LONGEST_RELATIVE = 12
"""Characters in which the word for a free relative stands."""
_CLITIC = re.compile(r"['’]\w+$")


def by_pronoun(mention: Mention, discourse: Discourse) -> Decision | None:
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
    if mention.direct and mention.inside >= 0:
        number = _in_speech(pronoun, number, mention, discourse, without)
    else:
        number = _in_report(pronoun, number, mention, discourse, without)
    if words[-1] in discourse.language.roles.words.get("members", ()):
        several = number is not None and _are_several(discourse.parties[number], discourse)
        number = number if several else first_of_several(mention.span, discourse)  # "what *one* called a farce"
    decision = _with_cluster(pronoun, number, mention, discourse)
    if decision.party is not None and mention.inside < 0:
        discourse.parties[decision.party].vote(pronoun.gender)
    return decision


def _in_speech(
    pronoun: Pronoun, number: int | None, mention: Mention, discourse: Discourse, without: Collection[int]
) -> int | None:
    """Return whom a pronoun in a speaker's own words means: named in them, or else told of before."""
    if number is None and pronoun.gender != "neuter":  # "It said, 'Home for tea,'" she said
        without = (*without, *_in_tag(mention, discourse))
        number = named_inside(pronoun, mention.inside, mention.span.start, discourse, without)
    return antecedent_in_speech(pronoun, mention, discourse) if number is None else number


def _in_tag(mention: Mention, discourse: Discourse) -> tuple[int, ...]:
    """Return who is named in the tag that breaks a speaker's own words: "My aunt rang," *Obi* said. "She told me"."""
    return tuple(discourse.mentioned(mention.inside, mention.span.start)[1]) if mention.direct else ()


def _in_report(
    pronoun: Pronoun, number: int | None, mention: Mention, discourse: Discourse, without: Collection[int]
) -> int | None:
    """Return whom a pronoun in the reporter's words means."""
    if number is None:
        number = find_antecedent(pronoun, mention.span.start, discourse, without=without, inside=mention.inside)
    if number is None or _is_stale(pronoun, number, mention, discourse):
        described = _described_before(pronoun, mention, discourse)
        number = number if described is None else described
    if number is None and pronoun.number == "plural" and mention.inside < 0:
        number = _single_they(mention.span.start, discourse)
    return number


def _is_free_relative(pronoun: Pronoun, mention: Mention, discourse: Discourse) -> bool:
    """Tell whether a pronoun takes up the subject of the verb around it: Obi rejected *what he called* a farce."""
    if mention.direct or mention.outer is None or not may_mean(pronoun, discourse.parties[mention.outer]):
        return False
    before = discourse.document.text[max(0, mention.span.start - _LONGEST_RELATIVE) : mention.span.start].split()
    return before != [] and before[-1].casefold() in discourse.language.roles.words.get("free_relatives", ())


def _is_stale(pronoun: Pronoun, number: int | None, mention: Mention, discourse: Discourse) -> bool:
    """Tell whether "it" would take up a body of some sentences before, which nothing nearer names."""
    if number is None or pronoun.gender != "neuter" or mention.inside >= 0:
        return False
    last = discourse.parties[number].seen_before(mention.span.start)
    return discourse.sentence_at(mention.span.start) - discourse.sentence_at(max(0, last)) > 1


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
    found = last_described(pronoun, start, mention.span.start, discourse, _in_tag(mention, discourse))
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
    end = discourse.sentence_span(here).start
    end = end if discourse.is_told(end) and end > start else mention.span.start
    found = last_described(pronoun, start, end, discourse)
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
    if pronoun.number == "plural" and discourse.outlet:
        return Decision(outlet_party(discourse.outlet, mention.span, discourse), "speaker/outlet")
    return Decision(None, "speaker/unknown-i")
