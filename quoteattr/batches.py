"""How many articles are read: in turn or in processes, lazily and in order, with progress and with errors handled."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from quoteattr.errors import InputError, QuoteattrError
from quoteattr.model.readings import Reading

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

BULK = 32
"""Articles that `read_many` gives to a parser at once which can take many."""
CHUNK = 4
"""Articles that go to a worker of `read_many` at once: to send them costs little, and who leaves early wastes few."""
AHEAD = 4
"""Chunks that wait for each worker: enough to keep it busy where one takes long, few enough to stay lazy."""

Made = TypeVar("Made")
Attempt = tuple[object, Reading | QuoteattrError]
"""An article of the caller, and its reading or what was wrong with it."""


def tried(step: Callable[..., Made], *inputs: Any) -> Made | QuoteattrError:
    """Return what a step makes, or its error as a value."""
    try:
        return step(*inputs)
    except QuoteattrError as error:
        return error


def context() -> BaseContext | None:
    """Return how to begin processes: afresh where PyTorch is loaded, whose threads a fork would wait for."""
    if "torch" not in sys.modules:
        return None
    from multiprocessing import get_context

    return get_context("spawn")


def in_order(
    pool: Executor, step: Callable[[list[object]], list[Attempt]], chunks: Iterator[list[object]], ahead: int
) -> Iterator[Attempt]:
    """Yield what the step makes of each chunk, in order, while up to `ahead` others wait or run."""
    waiting = deque(pool.submit(step, chunk) for chunk in islice(chunks, ahead))
    while waiting:
        attempts = waiting.popleft().result()
        waiting.extend(pool.submit(step, chunk) for chunk in islice(chunks, 1))
        yield from attempts


def readings(
    attempts: Generator[Attempt], shown: Iterable[Attempt], handled: Callable[[object, QuoteattrError], None]
) -> Iterator[Reading]:
    """Yield the readings of the attempts as they are shown; at an error, too, the attempts end here and not later."""
    with closing(attempts):
        for article, result in shown:
            if isinstance(result, QuoteattrError):
                handled(article, result)
            else:
                yield result


def many(articles: object) -> Iterator[object]:
    """Return an iterator over articles; what is one article, a text among others, is not many."""
    if isinstance(articles, Iterable) and not isinstance(articles, (str, bytes, bytearray, Mapping)):
        return iter(articles)
    remedy = "for one article call read(article), or pass [article]"
    raise InputError(f"read_many takes an iterable of articles, not {type(articles).__name__}; {remedy}")


def error_handler(on_error: object) -> Callable[[object, QuoteattrError], None]:
    """Return what is called with an article that could not be read and its error; it raises, skips, or is the caller's.

    >>> error_handler("skip")("an article", QuoteattrError("what was wrong"))
    """
    if callable(on_error):
        return on_error
    if on_error == "raise":
        return _raise
    if on_error == "skip":
        return lambda article, error: None
    raise InputError(f'on_error is "raise", "skip" or a function, not {on_error!r}')


def _raise(article: object, error: QuoteattrError) -> None:
    raise error


def with_progress(results: Iterable[Any], progress: bool | Callable[[int], None]) -> Iterable[Any]:
    """Return results that show how many there were: in a bar of `tqdm`, or to a function of the count.

    >>> list(with_progress("ab", print))
    1
    2
    ['a', 'b']
    """
    if callable(progress):
        return _counted(results, progress)
    if not isinstance(progress, bool):
        raise InputError(f"progress is True, False or a function of the count, not {progress!r}")
    if not progress:
        return results
    try:
        from tqdm import tqdm
    except ImportError:
        remedy = 'pip install "quoteattr[progress]", or pass a function of the count'
        raise InputError(f"progress=True needs tqdm: {remedy}") from None
    return tqdm(results, unit=" articles")  # type: ignore[no-any-return]


def _counted(results: Iterable[Any], progress: Callable[[int], None]) -> Iterator[Any]:
    for count, result in enumerate(results, 1):
        yield result
        progress(count)
