"""From data to the shipped model: `python -m tagger_training --data DATA --out OUT`."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from tagger_training.calibrate import calibrate
from tagger_training.evaluate import score_on_dev
from tagger_training.export import export
from tagger_training.train import read_options, train

THIN_STEPS = (1000, 1600)
"""Where the stages of the thinner model end."""


def main() -> None:
    """Train the whole model and a thinner one from it (or go on training), export, calibrate and score."""
    options = read_options()
    torch.set_num_threads(options.threads)
    train(options)
    thin = argparse.Namespace(**vars(options))
    thin.out, thin.steps, thin.teacher = options.out / "thin", THIN_STEPS, ends(options)
    train(thin)
    folder = options.out / "roles"
    export(ends(thin), options.base, folder)
    calibrate(options.data, options.base, folder)
    score_on_dev(options.data, options.base, folder / "model.onnx")


def ends(options: argparse.Namespace) -> list[Path]:
    """Return the checkpoints at the ends of the stages."""
    return [options.out / f"stage-{step}.pt" for step in options.steps]


if __name__ == "__main__":
    main()
