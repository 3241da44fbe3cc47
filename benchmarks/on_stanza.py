"""Measure what reading costs on top of Stanza, and whether memory grows with the number of articles.

    python -m benchmarks.on_stanza models    # the folder of Stanza's models; its own by default

The articles are invented and short, and are read one after the other on one thread, without the learned layer. Stanza's
time is what the processor spent inside its pipeline, ours is all the rest of `quoteattr.read`: the text prepared, the
document made of Stanza's, quotes, sources, speakers, statements. Loading is not counted.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from quoteattr import StanzaParser, read
from quoteattr.parsing.stanza_models import ModelSettings, pipeline_for

from .articles import articles
from .speed import peak_mebibytes

FEW, MANY = 100, 1000
PARAGRAPHS = 3
"""Paragraphs of an article that are read, the headline among them: some seventy words."""
WANTED = 0.10
"""The share of Stanza's own time that our work is held to."""


class Timed:
    """A pipeline that counts the processor's seconds spent inside it."""

    def __init__(self, pipeline: Any) -> None:
        self.pipeline, self.lang, self.processors = pipeline, pipeline.lang, pipeline.processors
        self.spent = 0.0

    def bulk_process(self, documents: list[Any], processors: Sequence[str]) -> Any:
        """Run the pipeline and count the time."""
        start = time.process_time()
        found = self.pipeline.bulk_process(documents, processors=processors)
        self.spent += time.process_time() - start
        return found


def short_articles(count: int) -> Iterator[str]:
    """Yield so many short articles.

    >>> len(list(short_articles(5)))
    5
    """
    endless = articles(count * 1000)
    return ("\n\n".join(text.split("\n\n")[:PARAGRAPHS]) for text in islice(endless, count))


def mebibytes() -> float:
    """Return what the process holds now, where Linux tells it; elsewhere the most that it held."""
    status = Path("/proc/self/status")
    if not status.exists():
        return peak_mebibytes()
    line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def report(words: int, total: float, inside: float, memory: Sequence[float]) -> str:
    """Return what was measured as text.

    >>> print(report(1000, 11.0, 10.0, (500.0, 510.0)).splitlines()[1])
    quoteattr on top: 1.0 s, 10.0 % of that; at most 10 % wanted: met
    """
    share = (total - inside) / inside
    met = "met" if share <= WANTED else "NOT met"
    return (
        f"Stanza: {inside:.1f} s for {words:,} words, {words / inside:,.0f} words a second\n"
        f"quoteattr on top: {total - inside:.1f} s, {100 * share:.1f} % of that; "
        f"at most {100 * WANTED:.0f} % wanted: {met}\n"
        f"memory after {FEW} articles: {memory[0]:.0f} MiB, after {MANY:,}: {memory[1]:.0f} MiB"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the articles and print the report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.on_stanza", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("models", nargs="?", help="the folder of Stanza's models; its own by default")
    options = parser.parse_args(arguments)
    pipeline = Timed(pipeline_for(ModelSettings(language="en", directory=options.models)))
    engine = StanzaParser(pipeline=pipeline, roles=False, threads=1)
    read("It rained, she said.", parser=engine)
    words, memory, pipeline.spent = 0, [], 0.0
    start = time.process_time()
    for number, text in enumerate(short_articles(MANY), 1):
        read(text, parser=engine)
        words += len(text.split())
        if number in (FEW, MANY):
            gc.collect()
            memory.append(mebibytes())
    print(report(words, time.process_time() - start, pipeline.spent, memory))


if __name__ == "__main__":
    main()
