"""What coreference clusters say of parties: whom each cluster names, and whether it may be trusted."""

from __future__ import annotations

from quoteattr.model.spans import Span
from quoteattr.speakers.clusters import Clusters
from quoteattr.speakers.described import GENDERS
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.heads import head_name
from quoteattr.speakers.pronouns import may_mean
from quoteattr.speakers.vocabulary import possessive_end

_LONGEST_MENTION = 300
"""A mention of more characters is a clause with a name somewhere in it; a bound, too, so that time stays linear."""


def read_clusters(discourse: Discourse) -> Clusters:
    """Read a document's clusters; none where it has none.

    A cluster is not trusted where it names two parties, or where one of its pronouns cannot mean the party that it
    names, by gender or number. Our own rules learn nothing from a cluster, so that they stay a check on it.

    >>> from quoteattr.languages import load
    >>> from quoteattr.model.documents import Document
    >>> from quoteattr.speakers.discourse import open_discourse
    >>> document = Document(text="Ada Obi left. She slept.", clusters=((Span(0, 7), Span(14, 17)),))
    >>> read_clusters(open_discourse(document, (), load("en"))).party_of(Span(14, 17))
    0
    """
    clusters = Clusters()
    for number, mentions in enumerate(discourse.document.clusters or ()):
        sound = [span for span in sorted(mentions) if 0 <= span.start < span.end <= len(discourse.document.text)]
        for span in sound:
            clusters.by_span.setdefault(span, number)
            known = clusters.by_start.get(span.start)
            if known is None or known.end < span.end:
                clusters.by_start[span.start] = span
        _read(number, sound, clusters, discourse)
    return clusters


def _read(number: int, mentions: list[Span], clusters: Clusters, discourse: Discourse) -> None:
    """Find whom a cluster names, and whether all that it holds can be that party."""
    places: dict[int, list[Span]] = {}
    for span in mentions:
        owner = _owner(span, discourse)
        if owner is not None:
            places.setdefault(owner, []).append(span)
    if len(places) > 1 or _is_mixed(mentions, discourse):
        clusters.distrusted.add(number)
    if len(places) != 1 or number in clusters.distrusted:
        return
    party = next(iter(places))
    if not _agrees(party, mentions, discourse):
        clusters.distrusted.add(number)
        return
    clusters.parties[number], clusters.places[number] = party, places[party]


def _owner(span: Span, discourse: Discourse) -> int | None:
    """Return the party that a mention names; "Ada Obi and Kim Oduya" names none, "Ada Obi's" does."""
    if len(span) > _LONGEST_MENTION:
        return None
    words = span.of(discourse.document.text)
    unowned = possessive_end(discourse.language).sub("", words)
    index = head_name(Span(span.start, span.start + len(unowned)), discourse)
    if index is None:
        return None
    after = discourse.document.text[discourse.names[index].end : span.end].split()
    return None if after and after[0] in discourse.language.word_class("coordinators") else discourse.owners[index]


def _is_mixed(mentions: list[Span], discourse: Discourse) -> bool:
    """Tell whether a cluster holds both "he" and "she"."""
    pronouns = discourse.language.pronouns
    found = (pronouns.get(span.of(discourse.document.text).casefold()) for span in mentions)
    return len({pronoun.gender for pronoun in found if pronoun and pronoun.gender in GENDERS}) > 1


def _agrees(party: int, mentions: list[Span], discourse: Discourse) -> bool:
    """Tell whether each pronoun of a cluster may mean a party."""
    pronouns = discourse.language.pronouns
    for span in mentions:
        pronoun = pronouns.get(span.of(discourse.document.text).casefold())
        if pronoun and pronoun.person == 3 and not may_mean(pronoun, discourse.parties[party]):
            return False
    return True
