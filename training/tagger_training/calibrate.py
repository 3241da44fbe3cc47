"""Fit how sure the tagger may be of an attribution, and print a reliability table.

`python -m tagger_training.calibrate --data DATA FOLDER` reads FOLDER/model.onnx and writes the weights of a
logistic regression into FOLDER/settings.json. It is fitted on PolNeAR dev, as the readings of train are too sure; the
table comes from the half of the articles that the fit in question has not seen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import numpy

from quoteattr.parsing.roles.decoding import doubts
from tagger_training.batching import base_folder, plain_tokenizer
from tagger_training.evaluate import Read, found_in, load, module_at, quotes_of, read_text

QUESTIONS = ("content", "attribution")
"""Is the content found (overlap of a half or more)? Is it found and its source right?"""
STEPS, RIDGE = 25, 1e-3
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


def main() -> None:
    """Calibrate with the command's options."""
    options = read_options()
    calibrate(options.data, options.base, options.folder)


def calibrate(data: Path, base: Path, folder: Path) -> None:
    """Fit both questions and write them down beside the model."""
    forward, transitions = load(folder / "model.onnx")
    tokenizer = plain_tokenizer(base)
    scorer = module_at(data / "gold" / "score.py")
    gold = scorer.read(str(data / "gold" / "polnear-dev.jsonl"))
    rows = [
        judged(article, read_text(article["text"], tokenizer, forward), transitions, scorer)
        for article in gold.values()
    ]
    settings = json.loads((folder / "settings.json").read_text())
    settings |= {question: fitted(rows, number) for number, question in enumerate(QUESTIONS)}
    (folder / "settings.json").write_text(json.dumps(settings))
    for number, question in enumerate(QUESTIONS):
        print_table(question, rows, number)


def read_options() -> argparse.Namespace:
    """Return the command's options."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, default=base_folder())
    parser.add_argument("folder", type=Path)
    return parser.parse_args()


Judged = list[tuple[list[float], tuple[bool, bool]]]


def judged(article: dict, read: Read, transitions: numpy.ndarray, scorer: ModuleType) -> Judged:
    """Return each found attribution's doubts, and whether its content and its source are right."""
    document = scorer.Doc(article["text"])
    gold = scorer.prepare(document, article["quotes"], False)
    found = found_in(read, 0, transitions)
    quotes = quotes_of(read, 0, transitions)["quotes"]
    return [(doubts(one), verdict(document, gold, quote, scorer)) for one, quote in zip(found, quotes, strict=True)]


def verdict(document: object, gold: Sequence[dict], quote: dict, scorer: ModuleType) -> tuple[bool, bool]:
    """Tell whether a gold quote overlaps by a half, and whether such a one has the same source (or none, as here)."""
    words = document.words(quote["content"])
    fits = [one for one in gold if 2 * len(words & one["words"]) >= len(words | one["words"])]
    return bool(fits), any(same_source(document, one, quote, scorer) for one in fits)


def same_source(document: object, gold: dict, quote: dict, scorer: ModuleType) -> bool:
    """Tell whether the source is the gold one, or there is none in both."""
    return scorer.source_right(document, gold, quote) if gold["source"] else not quote["source"]


def fitted(rows: Sequence[Judged], question: int) -> list[float]:
    """Return the weights (the first one constant) of a logistic regression, by Newton's method."""
    flat = [one for article in rows for one in article]
    inputs = numpy.array([[1.0, *found] for found, _ in flat])
    right = numpy.array([answers[question] for _, answers in flat], dtype=float)
    weights = numpy.zeros(inputs.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + numpy.exp(-inputs @ weights))
        slope = inputs.T @ (right - share) - RIDGE * weights
        bend = (inputs * (share * (1 - share))[:, None]).T @ inputs + RIDGE * numpy.eye(len(weights))
        weights += numpy.linalg.solve(bend, slope)
    return [round(float(weight), 4) for weight in weights]


def print_table(question: str, rows: Sequence[Judged], number: int) -> None:
    """Print the share that is right in each band of confidence, each half judged by the other's fit."""
    sure, right = [], []
    for half in (0, 1):
        weights = numpy.array(fitted(rows[half::2], number))
        for found, answers in (one for article in rows[1 - half :: 2] for one in article):
            sure.append(1 / (1 + numpy.exp(-weights @ numpy.array([1.0, *found]))))
            right.append(answers[number])
    print(f"{question}: confidence, quotes, mean confidence, right")
    for low, high in zip(BINS, BINS[1:], strict=False):
        inside = [place for place, value in enumerate(sure) if low <= value < high or value == high == 1.0]
        if inside:
            print(
                f"  {low:.2f}-{high:.2f}  {len(inside):5}  {100 * numpy.mean([sure[i] for i in inside]):5.1f}"
                f"  {100 * numpy.mean([right[i] for i in inside]):5.1f}"
            )


if __name__ == "__main__":
    main()
