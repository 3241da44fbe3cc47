"""Fit how sure rules and roles are together, for `quoteattr/quotation/confidence.py`.

    python -m evaluation.fit_confidence

Logistic regression on the quotes of PolNeAR dev and the four dev events: is the content found and its source right?
What a quote rests on is read off its evidence and its document's roles. Prints the weights fitted on all articles, and
a reliability table in which each half of the articles is judged by the fit on the other half.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from types import ModuleType

import numpy
from attrs import frozen

from quoteattr import Document, Passage, Quote, Reader, Span, find_quotes
from quoteattr.model.documents import Roles
from quoteattr.quotation.confidence import BY_RULE, doubts, name_alike

from . import shared
from .matching import outcomes
from .predictions import article_record, read
from .shared import Gold

BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
STEPS, RIDGE = 25, 1e-2


@frozen
class Case:
    """One quote: what its confidence is made of, whether it is direct, and whether it is right."""

    inputs: tuple[float, ...]
    direct: bool
    right: bool


def cases(reader: Reader, score: ModuleType, article: Gold) -> Iterator[Case]:
    """Yield the outermost quotes of an article that can be judged."""
    reading = read(reader, article)
    ruled = find_quotes(article["text"], parser="rules")
    found = outcomes(score, article, article_record(article, reading.quotes))
    kept = [quote for quote in reading.quotes if quote.content]
    for quote, outcome in zip(kept, found, strict=False):
        if not outcome.found or outcome.source_right is not None:
            rule, roles, direct = rule_of(quote), roles_of(quote, reading.document), quote.kind.value == "direct"
            agree = not direct and rule is not None and name_alike(ruled_source(quote, ruled), roles)
            yield Case(doubts(rule, roles, agree=agree), direct, bool(outcome.source_right))


def rule_of(quote: Quote) -> float | None:
    """Return how sure the rule for the content is, `None` where roles alone made the quote."""
    names = (evidence.rule.removeprefix("content/") for evidence in quote.evidence if evidence.rule[:8] == "content/")
    return next((BY_RULE[name] for name in names if name in BY_RULE), None)


def ruled_source(quote: Quote, ruled: Sequence[Quote]) -> Passage:
    """Return the source that the rules alone have for a content, empty where they find none."""
    best = max(ruled, key=lambda other: shared_length(quote, other.content.spans), default=None)
    return best.source if best is not None and shared_length(quote, best.content.spans) else Passage()


def roles_of(quote: Quote, document: Document) -> Roles | None:
    """Return the roles that hold half of a quote's words."""
    best = max(document.roles or (), key=lambda roles: shared_length(quote, roles.content), default=None)
    size = sum(len(span) for span in quote.content)
    return best if best is not None and 2 * shared_length(quote, best.content) >= size else None


def shared_length(quote: Quote, spans: Sequence[Span]) -> int:
    """Return how many code points of a quote's content lie in spans."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in quote.content for b in spans)


def fitted(rows: Sequence[Case]) -> numpy.ndarray:
    """Return the weights of a logistic regression, by Newton's method; the first one is constant."""
    inputs = numpy.array([[1.0, *case.inputs] for case in rows])
    right = numpy.array([case.right for case in rows], dtype=float)
    weights = numpy.zeros(inputs.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + numpy.exp(-inputs @ weights))
        slope = inputs.T @ (right - share) - RIDGE * weights
        bend = (inputs * (share * (1 - share))[:, None]).T @ inputs + RIDGE * numpy.eye(len(weights))
        weights = weights + numpy.linalg.solve(bend, slope)
    return weights


def judged(halves: Sequence[Sequence[Case]]) -> Iterator[tuple[float, bool]]:
    """Yield confidence and truth of each quote, by the fit on the other half."""
    for own, other in (halves, halves[::-1]):
        for direct in (True, False):
            weights = fitted([case for case in other if case.direct is direct])
            for case in own:
                if case.direct is direct:
                    yield float(1 / (1 + numpy.exp(-weights @ numpy.array([1.0, *case.inputs])))), case.right


def main() -> None:
    """Print the weights and the table, or say that the data is not there."""
    data = shared.folder()
    if not shared.is_there(data):
        print(f"The development data is not there (set {shared.VARIABLES[0]}): nothing is fitted.")
        return
    reader, score = Reader(), shared.scorer(data / "gold/score.py")
    articles = list(shared.articles(data / "gold/polnear-dev.jsonl").values())
    articles += [article for event in shared.dev_events(data) for article in event["articles"]]
    rows = [list(cases(reader, score, article)) for article in articles]
    for name, direct in (("DIRECT", True), ("TOLD", False)):
        weights = fitted([case for article in rows for case in article if case.direct is direct])
        print(f"{name} = ({', '.join(f'{weight:.2f}' for weight in weights)})")
    seen = list(judged([[case for article in rows[half::2] for case in article] for half in (0, 1)]))
    for low, high in pairwise(BOUNDS):
        inside = [(sure, right) for sure, right in seen if low <= sure < high or sure == high == 1.0]
        if inside:
            sure, right = (100 * sum(each) / len(inside) for each in zip(*inside, strict=True))
            print(f"{low:.2f} to {high:.2f}  {len(inside):5}  {sure:5.1f}  {right:5.1f}")


if __name__ == "__main__":
    main()
