"""Who speak together: "Ada Obi and Kim Oduya said" is what both say, and neither of them alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from quoteattr.languages import either
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span
from quoteattr.speakers.descriptions import describe
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.names import Name
from quoteattr.speakers.vocabulary import GROUP

_MOST_TOGETHER = 6
"""Names of people who say one thing together; more are a list of those who signed."""
_LONGEST_ROLE = 3
"""Words of a post before the last name."""
_LONGEST_OPENING = 4
"""Characters before the first name: an article."""
_LATEST = 50
"""Parties among which those who speak together are looked for; a bound, so that time stays linear."""


def joint_party(span: Span, discourse: Discourse) -> int | None:
    """Return the party of several names that a source joins, `None` where it is about one.

    Appositions and posts may stand beside the names; a longer list than of six is none.
    """
    text = discourse.document.text
    first, last = (bisect_left(discourse.begins, offset) for offset in (span.start, span.end))
    found = [
        (name, number)
        for name, number in zip(discourse.names[first:last], discourse.owners[first:last], strict=True)
        if number is not None
    ][:_MOST_TOGETHER]
    while found and not _opens_list(text[span.start : found[0][0].title_start], discourse.language):
        del found[0]  # "Union leader Carol Benn": the union is her title
    names, members = [name for name, _ in found], frozenset(number for _, number in found)
    if len(names) < 2 or len(members) < len(names):
        return None
    coordinator = _coordinator(names, text, discourse.language)
    if coordinator is None:
        return None
    known = next((party for party in discourse.parties[-_LATEST:] if party.members == members), None)
    party = known or discourse.open_party(GROUP)
    party.members, party.plural = members, True
    forms = [" ".join(name.words) for name in names]
    together = f"{', '.join(forms[:-1])} {coordinator} {forms[-1]}"
    party.phrases.append((names[0].start, names[-1].end, together))
    return party.number


def _opens_list(before: str, language: Language) -> bool:
    """Tell whether words before a name are nothing, an article, or a person's post: "union leader"."""
    if len(before.strip()) <= _LONGEST_OPENING:
        return True
    description = describe(before, language)
    return description is not None and description.kind == "person" and "," not in before


def _coordinator(names: Sequence[Name], text: str, language: Language) -> str | None:
    """Return the word that joins the last name of a list, `None` where more than commas and posts part them."""
    *commas, last = (text[one.end : other.title_start] for one, other in pairwise(names))
    joint = _joint(language).fullmatch(last)
    post = joint["post"].split() if joint is not None else []
    if joint is None or any(words.strip(" ,") for words in commas) or not all(word.islower() for word in post):
        return None
    return joint["word"]


@cache
def _joint(language: Language) -> re.Pattern[str]:
    """Match what joins the last of several names: "and", an apposition before it, a post behind it."""
    words = either(language.word_class("list_coordinators"))
    post = rf"(?P<post>(?:[^\W\d_]+\s+){{0,{_LONGEST_ROLE}}})"
    return re.compile(rf"(?:,\s*[^,]{{1,60}})?,?\s+(?P<word>{words})\s+{post}")
