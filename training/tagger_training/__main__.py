"""From data to the shipped model: `python -m tagger_training --data DATA --out OUT`."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from tagger_training.calibrate import calibrate
from tagger_training.evaluate import score_on_dev
from tagger_training.export import export
from tagger_training.shipped import load_weights
from tagger_training.tagger import averaged
from tagger_training.train import read_options, train

THIN_STEPS = (1000, 1600)
"""Where the stages of the thinner model end."""
SECOND_STEPS = (600,)
"""How long a second thin model is trained, in another order, to read beside the first."""
PANEL_STEPS = (600, 900)
"""Where the stages end in which the thin model learns from the panel of all three."""


def main() -> None:
    """Train the whole model, a thinner one from it, and that one on from what all read; export, calibrate and score."""
    options = read_options()
    torch.set_num_threads(options.threads)
    train(options)
    thin = run(options, "thin", steps=THIN_STEPS, teacher=ends(options))
    whole, first = mean(ends(options), options.out / "whole.pt"), mean(ends(thin), options.out / "thin.pt")
    second = run(options, "second", steps=SECOND_STEPS, start=first, seed=options.seed + 1)
    panel = [whole, first, *ends(second)]
    taught = run(options, "panel", steps=PANEL_STEPS, start=first, seed=options.seed + 2, panel=panel)
    folder = options.out / "roles"
    export([first, first, *ends(taught)], options.base, folder)
    calibrate(options.data, options.base, folder)
    score_on_dev(options.data, options.base, folder / "model.onnx")


def run(options: argparse.Namespace, name: str, **changed: object) -> argparse.Namespace:
    """Train once with some options changed, in a folder of its own, and return the options."""
    own = argparse.Namespace(**{**vars(options), "out": options.out / name, **changed})
    train(own)
    return own


def mean(paths: list[Path], to: Path) -> Path:
    """Write the mean of some checkpoints."""
    torch.save({"model": averaged([load_weights(path) for path in paths])}, to)
    return to


def ends(options: argparse.Namespace) -> list[Path]:
    """Return the checkpoints at the ends of the stages."""
    return [options.out / f"stage-{step}.pt" for step in options.steps]


if __name__ == "__main__":
    main()
