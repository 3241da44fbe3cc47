"""Read the two training corpora into one form: texts with attributions, offsets into the text."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import attrs

Spans = tuple[tuple[int, int], ...]

SPEECH_CUE = re.compile(
    r"\b(sa(y|ys|id|ying)|t(ell|ells|old|elling)|add(s|ed|ing)?|announc\w+|according|claim\w*|stat(e|es|ed|ing|ement)"
    r"|ask(s|ed|ing)?|repl(y|ies|ied|ying)|respon\w+|argu(e|es|ed|ing)|insist\w*|not(e|es|ed|ing)|explain\w*|warn\w*"
    r"|declar\w+|assert\w*|acknowledg\w+|admit\w*|den(y|ies|ied|ying)|tweet\w*|report(s|ed|ing|edly)?|wr(ite|ites|iting"
    r"|ote|itten)|testif\w+|call(s|ed|ing)?|urg(e|es|ed|ing)|vow\w*|promis\w+|suggest(s|ed|ing)?|remark\w*|mention\w*"
    r"|contend\w*|alleg\w+|predict\w*|quip\w*|recall\w*|conclud\w+|recount\w*|accus\w+|critici[sz]\w+|prais\w+|blam\w+"
    r"|condemn\w+|describ\w+|dismiss\w+|demand\w*|complain\w*|comment\w*|confirm\w*|reiterat\w+|reveal\w*|disclos\w+"
    r"|threaten\w*|joke\w*|pledg\w+|propos\w+|slam\w*|mock\w*|den(ounc\w+|igrat\w+)|thank\w*|apologi[sz]\w+|cit(e|es|ed"
    r"|ing)|speak\w*|spoke|talk\w*|words|quot(e|es|ed|ing)|post(s|ed|ing)?|sa(ys|id)|echo\w*|interview\w*)\b",
    re.I,
)
ATTITUDE_CUE = re.compile(
    r"\b(th(ink|inks|inking|ought)|believ\w+|belief|want\w*|hop(e|es|ed|ing|eful)|expect\w*|know\w*|knew|f(eel|eels|elt"
    r"|eeling)|fear\w*|consider\w*|support\w*|oppos\w+|plan(s|ned|ning)?|lik(e|es|ed)|lov(e|es|ed)|hat(e|es|ed)|seek\w*"
    r"|sought|decid\w+|decision|see(s|n|ing)?|saw|try|tries|tried|trying|intend\w*|prefer\w*|wish\w*|worr\w+|imagin\w+"
    r"|understand\w*|realiz\w+|remember\w*|wonder\w*|vote\w*|agree\w*|ready|willing|sure|certain|confident|view\w*"
    r"|learn\w*|find(s|ing)?|found|assum\w+|hear\w*|trust\w*|look\w*|need\w*|refus\w+)\b",
    re.I,
)


@attrs.frozen(kw_only=True)
class Attribution:
    """One quote of the gold data. `speech` is None where its cue does not show whether it was said or thought."""

    content: Spans
    cue: Spans
    source: Spans
    speech: bool | None
    inner: bool = False


@attrs.frozen(kw_only=True)
class Annotated:
    """A text with its attributions; `strict` where the corpus annotates speech alone, as the events do."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    strict: bool
    labelled: bool = True
    taught: tuple[tuple[int, int, int], ...] = ()
    """Spans whose base vector is known: start, end, row."""


def spans_of(pairs: list[list[int]]) -> Spans:
    """Return JSON pairs as spans in order."""
    return tuple(sorted((start, end) for start, end in pairs if end > start))


def read_polnear(path: Path) -> Iterator[Annotated]:
    """Yield the articles of a PolNeAR file."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            quotes = tuple(polnear_attribution(article["text"], quote) for quote in article["quotes"])
            yield Annotated(name=article["id"], text=article["text"], attributions=quotes, strict=False)


def polnear_attribution(text: str, quote: dict) -> Attribution:
    """Return one PolNeAR quote; the cue's verb and the marks tell whether it is speech."""
    cue = " ".join(text[start:end] for start, end in quote["cue"])
    speech = None
    if SPEECH_CUE.search(cue) or quote["kind"] == "direct":
        speech = True
    elif ATTITUDE_CUE.search(cue) and quote["kind"] == "indirect":
        speech = False
    return Attribution(
        content=spans_of(quote["content"]), cue=spans_of(quote["cue"]), source=spans_of(quote["source"]), speech=speech
    )


def read_event(path: Path) -> Iterator[Annotated]:
    """Yield the articles of an event file."""
    event = json.loads(path.read_text(encoding="utf-8"))
    for article in event["articles"]:
        quotes = article["quotes"]
        built = tuple(
            attrs.evolve(spoken(quote), inner=any(holds(other, quote) for other in quotes if other is not quote))
            for quote in quotes
        )
        yield Annotated(name=f"{path.stem}/{article['id']}", text=article["text"], attributions=built, strict=True)


def read_groups(path: Path) -> Iterator[Annotated]:
    """Yield the articles of a file of groups, which have no annotation: a teacher's reading is learned from them."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            group = json.loads(line)
            for article in group["articles"]:
                text = f"{article['title']}\n\n{article['text']}"
                yield Annotated(name=group["id"], text=text, attributions=(), strict=False, labelled=False)


def spoken(quote: dict) -> Attribution:
    """Return one quote of an event: all are speech."""
    return Attribution(
        content=spans_of(quote["content"]), cue=spans_of(quote["cue"]), source=spans_of(quote["source"]), speech=True
    )


def holds(outer: dict, inner: dict) -> bool:
    """Tell whether one quote's content lies inside another's, the longer holding the shorter."""
    inside = all(any(a <= start and end <= b for a, b in outer["content"]) for start, end in inner["content"])
    return inside and size(outer["content"]) > size(inner["content"])


def size(spans: list[list[int]]) -> int:
    """Return how many characters spans cover."""
    return sum(end - start for start, end in spans)
