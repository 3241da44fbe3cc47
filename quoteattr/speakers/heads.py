"""Which name a noun phrase is about: "Ada Obi, the mayor" is about Ada Obi, "Obi's lawyer" is not."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from quoteattr.languages import either
from quoteattr.languages.lexicon import Language
from quoteattr.model.spans import Span
from quoteattr.speakers.descriptions import describe
from quoteattr.speakers.discourse import Discourse
from quoteattr.speakers.roles import names_its_end
from quoteattr.speakers.vocabulary import GROUP, possessive_letters, words_of

_INNER_POST = re.compile(r",\s*((?:[^\W\d_][\w-]*\s+){1,4})$")
"""A comma and a post, right before a name."""


def head_name(span: Span, discourse: Discourse) -> int | None:
    """Return the place of the name that a noun phrase is about, `None` where its head is a noun."""
    text = span.of(discourse.document.text)
    low = bisect_left(discourse.begins, span.start)
    high = bisect_left(discourse.begins, span.end)
    low -= low > 0 and discourse.names[low - 1].end > span.start
    titled = _behind_title(span, low, high, discourse)
    if titled is not None:
        return titled
    for index in range(low, min(high, low + 8)):
        name = discourse.names[index]
        before = text[: max(0, name.title_start - span.start)]
        after = _without_suffix(text[name.end - span.start :], discourse.language)
        rules = (_leads_to, _is_post, _is_apposed, _holds_post, _is_author)
        leads = any(rule(before, index, discourse) for rule in rules)
        if _is_owned_post(before, after, index, discourse):
            continue
        if _head_end(discourse.language).match(after) and (leads or starts_small(span, index, discourse)):
            return index
    return None


def _is_owned_post(before: str, after: str, index: int, discourse: Discourse) -> bool:
    """Tell whether initials behind a possessive are a post, its holder behind a comma: "its *CTO*, Ada Obi"."""
    pronoun = discourse.language.pronouns.get(before.strip().casefold())
    word = discourse.names[index].words[0]
    if pronoun is None or pronoun.case != "possessive" or not word.isupper() or not after.startswith(", "):
        return False
    following = discourse.names[index + 1 : index + 2]
    return any(name.kind == "person" and name.title_start == discourse.names[index].end + 2 for name in following)


def _behind_title(span: Span, low: int, high: int, discourse: Discourse) -> int | None:
    """Return the place of a person's full name behind a title that no list has: "Lurman of Tarn district *Ada Obi*".

    A single capitalised word and "of" begin the source, a place with its noun in small letters follow, and the name
    ends it.
    """
    if high - low < 2 or discourse.names[low].title_start != span.start or len(discourse.names[low].words) > 1:
        return None
    name, language = discourse.names[high - 1], discourse.language
    between = discourse.document.text[discourse.names[low].end : name.title_start].split()
    links = language.word_class("part_links")
    placed = len(between) > 2 and between[0] in links and between[1][0].isupper() and between[-1].islower()
    full = name.kind == "person" and len(name.words) > 1 and name.end == span.end
    plain = not any("," in word for word in between) and language.word_class("articles").isdisjoint(between)
    return high - 1 if placed and full and plain and between[-1] not in links else None


@cache
def _head_end(language: Language) -> re.Pattern[str]:
    """Match what may stand behind a name that a noun phrase is about; "Obi's lawyer" is about the lawyer."""
    apostrophe = rf"['’](?!(?:{possessive_letters(language)})\b)"
    words = either(language.roles.words.get("behind_names", ()))
    return re.compile(rf"\s*(?:$|[,;:()\[\]“”\"«»„–—\n-]|{apostrophe}|(?:{words})\b)")


def starts_small(span: Span, index: int, discourse: Discourse) -> bool:
    """Tell whether a noun phrase is a name whose first word is also a small word: "Per Holm" is no adjunct as a source.

    It asks for a capital on the small word, one word behind it, and nothing else.
    """
    name, words = discourse.names[index], span.of(discourse.document.text).split()
    if len(words) != 2 or len(name.words) != 1 or name.end != span.end or name.start <= span.start:
        return False
    return words[0].istitle() and words[0].casefold() in discourse.language.word_class("adpositions")


def _without_suffix(after: str, language: Language) -> str:
    """Leave out the letters behind a name: Simon Adeyo *KC*."""
    words = after.split(maxsplit=1)
    if words and words[0].rstrip(",.").casefold() in language.roles.words.get("suffixes", frozenset()):
        return after[after.index(words[0]) + len(words[0].rstrip(",")) :]
    return after


def _leads_to(before: str, _: int, discourse: Discourse) -> bool:
    """Tell whether the words before a name only describe it: no preposition, comma or relative among them."""
    if any(char in before for char in ",;:("):
        return False
    closed = words_of(discourse.language, "adpositions", "relatives")
    return not any(word.casefold() in closed for word in before.split())


def _is_post(before: str, index: int, discourse: Discourse) -> bool:
    """Tell whether the words before a person's name are a post with a link in it: "chief of staff".

    With a determiner behind the link the name may be that of what follows it: "spokesman for the operator Hove Line".
    """
    words, language = before.casefold().split(), discourse.language
    links = [place for place, word in enumerate(words) if word in language.word_class("part_links")]
    if discourse.names[index].kind != "person" or not links or links[-1] == len(words) - 1 or "," in before:
        return False
    found = describe(before, language)
    behind = words[links[0] + 1 :]
    naming = language.word_class("naming_bodies") | language.roles.words.get("company_nouns", frozenset())
    naming -= language.word_class("naming_groups")
    determined = behind[-1] in naming and any(word in language.word_class("determiners") for word in behind)
    return found is not None and found.kind == "person" and not determined


def _holds_post(before: str, index: int, discourse: Discourse) -> bool:
    """Tell whether a person's name stands behind a body in which it has a post: right behind it, or behind the post.

    "The spokesman of the Foreign Ministry of Georgia *David Orbel*", "Council of Governors chair *Ann Waigura*".
    """
    name, body = discourse.names[index], discourse.names[index - 1] if index else None
    if body is None or body.kind != "organisation" or name.kind != "person":
        return False
    between = discourse.document.text[body.end : name.title_start]
    if between == " ":
        found = describe(before, discourse.language)
        return found is not None and found.kind == "person"
    opens = before[: len(before) - len(between) - (body.end - body.title_start)].strip().casefold()
    post = describe(between, discourse.language) if between.replace(" ", "").islower() else None
    first = not opens or opens in discourse.language.word_class("articles")
    return first and post is not None and post.kind == "person" and _leads_to(between, index, discourse)


def _is_author(before: str, index: int, discourse: Discourse) -> bool:
    """Tell whether a person's name says who posted a few words: a post by singer *Ola Dahl*."""
    words, language = before.casefold().split(), discourse.language
    links = [place for place, word in enumerate(words) if word in language.roles.words.get("agents", ())]
    if discourse.names[index].kind != "person" or len(links) != 1 or not links[0]:
        return False
    role = " ".join(before.split()[links[0] + 1 :])
    found = describe(role, language) if role else None
    posted = words[links[0] - 1] in language.roles.words.get("postings", ())
    return posted and (not role or (found is not None and found.kind == "person" and "," not in role))


def _is_soft(words: str, language: Language) -> bool:
    """Tell whether words before a name tell nothing of who it is: *the late* Manny Klein."""
    soft = language.roles.words.get("soft", frozenset()) | language.word_class("determiners")
    return all(word in soft for word in words.split())


def _is_apposed(before: str, index: int, discourse: Discourse) -> bool:
    """Tell whether a name behind a comma names the whole phrase: "the head of the port, Ada Obi".

    In "a spokesman for the operator, Norva" the name belongs to the operator.
    """
    name = discourse.names[index]
    inner = _INNER_POST.search(before)
    post = describe(inner.group(1), discourse.language) if inner else None
    plain = inner is not None and _is_soft(inner.group(1), discourse.language)
    if inner and (plain or (post is not None and post.kind == "person")) and name.kind == "person":
        before = before[: inner.start() + 1]  # "her friend, the novelist Hugh Carver"
    if not re.search(r",\s*$", before):
        return False
    first = describe(before, discourse.language)
    single = before.casefold().startswith(tuple(discourse.language.roles.words.get("singling", ())))
    if first is None or (first.plural and not single):
        return False
    noun = before[: before.rindex(",")]
    told = name.kind == "person" and noun.split()[-1:] != [] and noun.split()[-1][0].isupper()
    if not told and names_its_end(before[: before.index(",")], discourse.language):
        return False  # but "a spokesman for the Bureau, Ada Obi": the Bureau has its name
    return first.kind in (None, "person", "anonymous", GROUP) or name.kind != "person"
