"""`Speaker`: the party that sources refer to."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from quoteattr.model.spans import Passage


class SpeakerKind(StrEnum):
    """What a speaker is.

    >>> SpeakerKind.DOCUMENT == "document"
    True
    """

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    GROUP = "group"
    ANONYMOUS = "anonymous"


@frozen(kw_only=True, slots=True)
class Speaker:
    """A party that sources refer to, as one article shows it.

    `name` is canonical: as full as the article gives it. `aliases` are the other forms in which the article
    names it, `mentions` where it does, `role` what it is said to be ("prime minister"), `affiliation` whom it
    belongs to or speaks for ("NATO").

    >>> str(Speaker(name="Ada Obi", role="minister"))
    'Ada Obi'
    """

    name: str
    kind: SpeakerKind = SpeakerKind.PERSON
    aliases: tuple[str, ...] = ()
    mentions: tuple[Passage, ...] = ()
    role: str | None = None
    affiliation: str | None = None

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        parts = [repr(self.name), self.kind.value]
        parts += [f"role={self.role!r}"] if self.role else []
        parts += [f"affiliation={self.affiliation!r}"] if self.affiliation else []
        return f"Speaker({', '.join(parts)})"
