"""Measure what the vectors of a model file are worth: `python -m tagger_training.similarity --data DATA FOLDER`.

Prints, for headlines (STS), the rank correlation of cosine and judgement, for paraphrases (MRPC) and captions (SICK)
the area under the curve of the cosine, beside those of the base model.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy
from safetensors.torch import load_file

from tagger_training.batching import base_folder, plain_tokenizer
from tagger_training.distillation import base_vectors
from tagger_training.encoder import Encoder
from tagger_training.evaluate import load, read_text

SETS = (("sts_news", "score", 1417), ("mrpc", "label", 1500), ("sick", "label", 491))
"""Files of the alignment data, what each is judged by, and how many pairs are read."""
Vectors = Callable[[Sequence[str]], numpy.ndarray]


def main() -> None:
    """Print one line for each set and model."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, default=base_folder())
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    for name, judged_by, count in SETS:
        rows = [json.loads(line) for line in (options.data / "alignment" / f"{name}.jsonl").open()][:count]
        judgements = numpy.array(
            [float(row["score"]) if judged_by == "score" else row["label"] == "agree" for row in rows]
        )
        for model, vectors in (("base", of_base(options.base)), ("tagger", of_tagger(options.base, options.folder))):
            alike = (vectors([row["a"] for row in rows]) * vectors([row["b"] for row in rows])).sum(1)
            measured = ranked(alike, judgements) if judged_by == "score" else area(alike, judgements > 0)
            print(f"{name:10} {model:7} {measured:.3f}")


def of_base(base: Path) -> Vectors:
    """Return the base model's sentence vectors."""
    encoder = Encoder(dropout=0)
    encoder.load_base(load_file(base / "model.safetensors"))
    return lambda texts: unit(numpy.asarray(base_vectors(list(texts), encoder, plain_tokenizer(base))))


def of_tagger(base: Path, folder: Path) -> Vectors:
    """Return the shipped model's vectors of whole texts."""
    forward, _ = load(folder / "model.onnx")
    tokenizer = plain_tokenizer(base)
    return lambda texts: unit(numpy.stack([read_text(text, tokenizer, forward).vectors.mean(0) for text in texts]))


def unit(rows: numpy.ndarray) -> numpy.ndarray:
    """Return rows of length one."""
    return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


def ranked(left: numpy.ndarray, right: numpy.ndarray) -> float:
    """Return Spearman's rank correlation."""
    return float(numpy.corrcoef(ranks(left), ranks(right))[0, 1])


def ranks(values: numpy.ndarray) -> numpy.ndarray:
    """Return the rank of each value, equal ones sharing theirs."""
    _, places, counts = numpy.unique(values, return_inverse=True, return_counts=True)
    return (numpy.cumsum(counts) - (counts - 1) / 2)[places]


def area(values: numpy.ndarray, positive: numpy.ndarray) -> float:
    """Return the area under the curve: how often a positive pair is closer than a negative one."""
    above = ranks(values)[positive].sum() - positive.sum() * (positive.sum() + 1) / 2
    return float(above / (positive.sum() * (~positive).sum()))


if __name__ == "__main__":
    main()
