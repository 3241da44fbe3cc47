"""Clusters of coreferring mentions, and the one party that each stands for."""

from __future__ import annotations

from bisect import bisect_left

from attrs import define, field

from quoteattr.model.spans import Span


@define(slots=True)
class Clusters:
    """The clusters of a document, each with the one party that it stands for, as far as that is known.

    `by_span` finds a mention's cluster, `by_start` the longest mention that begins at a place. `parties` holds the
    party of each cluster that is trusted, `places` where it names that party.
    """

    by_span: dict[Span, int] = field(factory=dict)
    by_start: dict[int, Span] = field(factory=dict)
    parties: dict[int, int] = field(factory=dict)
    places: dict[int, list[Span]] = field(factory=dict)
    distrusted: set[int] = field(factory=set)

    def cluster_of(self, span: Span) -> int | None:
        """Return the cluster of a mention; one that begins with the mention and is longer, or shorter, will do."""
        exact = self.by_span.get(span)
        if exact is not None or span.start not in self.by_start:
            return exact
        return self.by_span[self.by_start[span.start]]

    def party_of(self, span: Span) -> int | None:
        """Return the party that a mention's cluster stands for; `None` where none is, or where it is not trusted."""
        cluster = self.cluster_of(span)
        return None if cluster is None or cluster in self.distrusted else self.parties.get(cluster)

    def place_of(self, span: Span) -> tuple[Span, ...]:
        """Return the mention that names a mention's party: the last one before it, or else the first."""
        cluster = self.cluster_of(span)
        places = self.places.get(cluster, []) if cluster is not None else []
        before = bisect_left(places, Span(span.start, 0))
        return tuple(places[before - 1 : before] or places[:1])

    def learn(self, span: Span, party: int) -> None:
        """Note who a mention is; a cluster that names nobody stands for that party from now on."""
        cluster = self.by_span.get(span)
        if cluster is not None and cluster not in self.distrusted and cluster not in self.parties:
            self.parties[cluster] = party
            self.places[cluster] = [span]
