"""Options, each explained once; what is not here is not an option."""

from __future__ import annotations

from numbers import Real
from typing import Any

from attrs import field, frozen

from quoteattr.errors import InputError


def share(instance: object, attribute: Any, value: object) -> None:
    """Refuse an option that is no number from 0 to 1.

    >>> ReadOptions(least_confidence="high")
    Traceback (most recent call last):
    ...
    quoteattr.errors.InputError: least_confidence is a share from 0 to 1, not 'high'
    """
    if not isinstance(value, Real) or isinstance(value, bool) or not 0 <= float(value) <= 1:
        raise InputError(f"{attribute.name} is a share from 0 to 1, not {value!r}")


def flag(instance: object, attribute: Any, value: object) -> None:
    """Refuse an option that is neither true nor false: "no" would count as true.

    >>> ReadOptions(indirect="no")
    Traceback (most recent call last):
    ...
    quoteattr.errors.InputError: indirect is True or False, not 'no'
    """
    if not isinstance(value, bool):
        raise InputError(f"{attribute.name} is True or False, not {value!r}")


@frozen(kw_only=True, slots=True)
class ReadOptions:
    """How an article is read.

    `indirect`: also find speech without marks. `least_confidence`: leave out quotes below it.

    Both hold for quotes inside quotes as well; those inside a quote that is left out take its place. All quotes are
    found before some are left out: `Reading.speakers` also lists who speaks in those alone, and the words of those
    count as told in the article's own voice.

    >>> ReadOptions(indirect=False)
    ReadOptions(indirect=False, least_confidence=0.0)
    """

    indirect: bool = field(default=True, validator=flag)
    least_confidence: float = field(default=0.0, validator=share)


@frozen(kw_only=True, slots=True)
class CompareOptions:
    """How accounts are compared.

    `least_score`: statements are counterparts from this alignment score on (0 to 1); higher gives fewer, surer ones.
    `omissions`: also list what only one account tells.

    >>> CompareOptions(omissions=False).omissions
    False
    """

    least_score: float = field(default=0.5, validator=share)
    omissions: bool = field(default=True, validator=flag)
