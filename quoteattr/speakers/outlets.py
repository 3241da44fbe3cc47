"""Who prints an article, as one of its parties."""

from __future__ import annotations

from quoteattr.grammar.letters import fold
from quoteattr.model.spans import Span
from quoteattr.speakers.discourse import Discourse


def outlet_party(name: str, place: Span, discourse: Discourse) -> int:
    """Return the party of who prints the article, as the text names it, or else as the caller does; `place` is where it
    speaks."""
    words = tuple(fold(word) for word in name.split())
    for party in discourse.parties:
        called = any(phrase == name for _, _, phrase in party.phrases)
        if called or any(known.key == words for known in party.names):
            return party.number
    party = discourse.open_party("organisation")
    party.phrases.append((place.start, place.end, name))
    return party.number
