"""Carriers from beyond a quote's sentence: reports that only pass on, credit that later quotes share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from quoteattr.languages.lexicon import CueClass, Language
from quoteattr.model.documents import Document
from quoteattr.model.quotes import Carrier, Evidence, Quote

_LONGEST_APPOSITION = 40
"""Characters before a name that are searched for the noun it is in apposition to."""


def passed_on(quote: Quote, language: Language) -> Quote:
    """Return the inner quote where a medium does nothing but pass it on, with one more carrier.

    "The daily said a guard had complained of the noise" is one quote of the guard, told through the daily. Who only
    hears passes nothing on: "Brask told police he was ill, the court heard". A content that holds more than the inner
    report stays a quote of its own.
    """
    inner = quote.relayed
    if inner is not None and quote.is_unnamed and _tells(inner, language):
        return evolve(inner, evidence=(*inner.evidence, Evidence("chain/heard", tuple(quote.cue))))
    if inner is None or not _is_medium(quote, language):
        return quote
    link = Carrier(source=quote.source, cue=quote.cue)
    evidence = (*inner.evidence, Evidence("chain/passed-on", tuple(quote.source)))
    own = tuple(c for c in inner.carriers if c.source != quote.source)
    return evolve(inner, carriers=(*quote.carriers, link, *own), evidence=evidence)


def _tells(inner: Quote, language: Language) -> bool:
    """Tell whether the words of an inner quote were said, and not sworn, asked or thought."""
    entry = language.cues.get(inner.cue.text.casefold())
    return entry is not None and entry.cue_class is CueClass.SAY


def _is_medium(quote: Quote, language: Language) -> bool:
    """Tell a teller that passes on what others said: a medium by its noun, or one that says whom it cites."""
    cites = any(evidence.rule == "source/cited" for evidence in quote.evidence)
    entry = language.cues.get(quote.cue.text.casefold())
    relaying = language.word_class("relaying_verbs")
    if entry is not None and (entry.lemma in relaying or entry.cue_class is CueClass.WRITE):
        return True
    nouns = {language.nouns.get(word) for word in quote.source.text.casefold().split()}
    speaks_for = any(phrase in quote.source.text.casefold() for phrase in language.word_class("press_offices"))
    return cites or speaks_for or "media" in nouns


def carry_over(document: Document, quotes: Sequence[Quote], language: Language) -> tuple[Quote, ...]:
    """Return the quotes with the links that an earlier sentence lends them.

    Where a tag names the agency and the person ("According to the agency, Ada Obi said:") and the words follow in a
    paragraph of their own, the text retells the agency: the quotes after it of the same person have the link, too.
    It ends where a quote has carriers of its own, or a source with another name. "The report" right behind an
    agency's report is that report, where the text has no other.
    """
    carried: list[Quote] = []
    lent: tuple[Carrier, ...] = ()
    names: frozenset[str] = frozenset()
    for before, quote in zip((None, *quotes), quotes, strict=False):
        if before is not None and _is_its_report(document, quote, before, language):
            quote = _lend(quote, before.carriers)
        elif quote.carriers:
            lent = quote.carriers if _introduces(document, quote, language) else ()
            names = _capitalised(str(quote.source), language)
        elif lent and not _is_same(quote, names, language):
            lent = ()
        elif lent:
            names |= _capitalised(str(quote.source), language)
            quote = _lend(quote, lent)
        carried.append(quote)
    return tuple(carried)


def _lend(quote: Quote, carriers: tuple[Carrier, ...]) -> Quote:
    """Give a quote the carriers of an earlier sentence."""
    spans = tuple(span for link in carriers for span in link.source)
    return evolve(quote, carriers=carriers, evidence=(*quote.evidence, Evidence("chain/carried-over", spans)))


def _is_its_report(document: Document, quote: Quote, before: Quote, language: Language) -> bool:
    """Tell whether a source is "the report" of the medium that the quote before came through."""
    words = quote.source.text.casefold().split()
    if len(words) != 2 or words[0] not in language.word_class("articles") or not before.carriers or quote.carriers:
        return False
    if language.nouns.get(words[1]) not in ("document", "media") or not _is_media(
        document, before.carriers[0], language
    ):
        return False
    return not re.search(rf"\b{re.escape(words[1])}\b", document.text[: quote.source.start], re.IGNORECASE)


def _is_media(document: Document, link: Carrier, language: Language) -> bool:
    """Tell a medium by the nouns of its source, or of what that is in apposition to: "the news agency, TREND"."""
    start = max(0, link.source.start - _LONGEST_APPOSITION)
    sentence = re.split(r"[.!?\n]", document.text[start : link.source.end])[-1]
    nouns = {word.casefold().strip(",") for word in sentence.split()}
    return any(language.nouns.get(noun) == "media" or noun in language.word_class("media_nouns") for noun in nouns)


def _introduces(document: Document, quote: Quote, language: Language) -> bool:
    """Tell whether a quote's carrier is a medium, and the content stands in a later paragraph than its tag."""
    media = any(_is_media(document, link, language) for link in quote.carriers)
    return media and "\n" in document.text[quote.cue.end : quote.content.start]


def _is_same(quote: Quote, names: frozenset[str], language: Language) -> bool:
    """Tell whether a source may be the person who was quoted: it shares a name, or has none."""
    source = str(quote.source)
    found = _capitalised(source, language)
    return not found or bool(found & names) or source[:1].islower()


def _capitalised(text: str, language: Language) -> frozenset[str]:
    """Return the capitalised words of a source, without one that only begins it as "The" does."""
    no_names = language.word_class("no_names")
    return frozenset(word for word in re.findall(r"\w+", text) if word[0].isupper() and word.casefold() not in no_names)
