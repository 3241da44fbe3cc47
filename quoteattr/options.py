"""Options, each explained once; what is not here is not an option."""

from __future__ import annotations

from attrs import field, frozen

from quoteattr.errors import InputError


def _share(instance: object, attribute: object, value: float) -> None:
    if not 0.0 <= value <= 1.0:
        raise InputError(f"{getattr(attribute, 'name', 'an option')} is a share from 0 to 1, not {value!r}")


@frozen(kw_only=True, slots=True)
class ReadOptions:
    """How an article is read.

    `indirect`: also find speech without marks. `least_confidence`: leave out quotes below it.

    >>> ReadOptions(indirect=False)
    ReadOptions(indirect=False, least_confidence=0.0)
    """

    indirect: bool = True
    least_confidence: float = field(default=0.0, validator=_share)


@frozen(kw_only=True, slots=True)
class CompareOptions:
    """How accounts are compared.

    `least_score`: statements are counterparts from this alignment score on (0 to 1); higher gives fewer, surer ones.
    `omissions`: also list what only one account tells.

    >>> CompareOptions(omissions=False).omissions
    False
    """

    least_score: float = field(default=0.5, validator=_share)
    omissions: bool = True
