"""From data to the shipped model: `python -m tagger_training --data DATA --out OUT`."""

from __future__ import annotations

import torch

from tagger_training.calibrate import calibrate
from tagger_training.evaluate import score_on_dev
from tagger_training.export import export
from tagger_training.train import read_options, train


def main() -> None:
    """Train (or go on training), export, calibrate and score."""
    options = read_options()
    torch.set_num_threads(options.threads)
    train(options)
    folder = options.out / "roles"
    export([options.out / f"stage-{step}.pt" for step in options.steps], options.base, folder)
    calibrate(options.data, options.base, folder)
    score_on_dev(options.data, options.base, folder / "model.onnx")


if __name__ == "__main__":
    main()
