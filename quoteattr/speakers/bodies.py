"""Which names are those of bodies: companies, agencies, states; by their form and by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from quoteattr.grammar.letters import fold
from quoteattr.languages.lexicon import Language
from quoteattr.speakers.vocabulary import kind_of_noun, singular

_LONGEST_NOUN = 20
"""Characters looked at for the noun before a name."""
_LONGEST_POST = 80
"""Characters looked at for the post in the body that a noun means."""
_OPENING = "\"“„«‘'"
"""Marks in which a body's name stands: the daily “Norva Post”."""
_HUMP = re.compile(r"([A-Z][a-z]+)[A-Z]")


def is_body(lows: Sequence[str], language: Language) -> bool:
    """Tell whether one of some folded words says that they name a body: "Ministry", "Inc.".

    >>> from quoteattr.languages import load
    >>> is_body(["centers", "for", "health"], load("en")), is_body(["ada", "mills"], load("en"))
    (True, False)
    """
    ends, links = language.roles.words.get("company_suffixes", frozenset()), language.word_class("inner_links")
    if any(kind_of_noun(low, language) == "organisation" or low in ends for low in lows):
        return True
    titled = language.roles.words.get("titled_bodies", frozenset())
    if any(f"{low} {after}" in titled for low, after in pairwise(lows)):
        return True
    heads = (low for low, after in pairwise(lows) if after in links)  # "Centers for Disease Control", but "Ada Mills"
    return any(kind_of_noun(singular(low, language), language) == "organisation" for low in heads)


def is_behind_body(text: str, start: int, language: Language) -> bool:
    """Tell whether a noun that names a body stands right before a name: it is the body's.

    Before a comma only "the company, Norva," does, with nothing between article and noun.
    """
    before = text[max(0, start - _LONGEST_NOUN) : start].rstrip(_OPENING)
    apposed = before.endswith(", ")
    words = before.rstrip(", ").split()
    apart = not before.endswith((" ", "\u00a0")) or not words or not words[-1].islower()
    if apart or not apposed:
        return not apart and _names_itself(words[-1].casefold(), text[max(0, start - _LONGEST_POST) : start], language)
    article = len(words) > 1 and words[-2].casefold() in language.roles.words.get("definite", ())
    return article and words[-1] in language.roles.words.get("company_nouns", ())


def is_trade(noun: str, language: Language) -> bool:
    """Tell whether a noun is one of a company's trade, which its name follows: carmaker, and any other maker of things.

    >>> from quoteattr.languages import load
    >>> [is_trade(noun, load("en")) for noun in ("retailer", "kettlemaker", "filmmaker")]
    [True, True, False]
    """
    if noun in language.word_class("naming_bodies"):
        return True
    makes = noun.endswith(tuple(sorted(language.roles.words.get("maker_endings", ()))))
    return makes and noun not in language.nouns and noun not in language.roles.words.get("epithets", ())


def _names_itself(noun: str, before: str, language: Language) -> bool:
    """Tell whether a noun takes the name of what it means; not in "the head of the agency", which takes the head's."""
    if is_trade(noun, language):
        return True
    words = before.casefold().split()
    links = [place for place, word in enumerate(words) if place and word in language.word_class("part_links")]
    post = any(kind_of_noun(words[place - 1], language) == "person" for place in links)
    return noun in language.word_class("naming_groups") and not post


def is_behind_article(text: str, start: int, language: Language) -> bool:
    """Tell whether an article stands before a name; an adjective may stand between: the *official* Norva Post."""
    before = text[max(0, start - 2 * _LONGEST_NOUN) : start].rsplit(None, 1)
    if len(before) == 2 and before[1].casefold() in language.roles.words.get("body_adjectives", ()):
        start -= len(text[:start]) - len(text[:start].rstrip()) + len(before[1])
    return text[max(0, start - _LONGEST_NOUN) : start].casefold().endswith(_articles(language))


@cache
def _articles(language: Language) -> tuple[str, ...]:
    """Return the articles with the space behind them."""
    return tuple(f"{article} " for article in sorted(language.word_class("articles")))


def has_form_of_body(words: Sequence[str], language: Language) -> bool:
    """Tell whether words are a body's name by their form: a known one, with a figure, with capitals inside ("CalNord").

    >>> from quoteattr.languages import load
    >>> [has_form_of_body([word], load("en")) for word in ("NATO", "CalNord", "McKay", "Obi")]
    [True, True, False, False]
    """
    known = language.roles.words.get("world_bodies", frozenset())
    if fold(" ".join(words)) in known or (words[0].isupper() and fold(words[0]) in known):
        return True
    if len(words) > 1:
        return False
    hump = _HUMP.match(words[0])
    return bool(re.search(r"\d", words[0])) or (
        hump is not None and fold(hump.group(1)) not in language.roles.words.get("camel_prefixes", ())
    )
