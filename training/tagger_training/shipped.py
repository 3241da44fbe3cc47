"""Read a model file's weights back, so that training can go on from the shipped model or learn from an older one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from tagger_training.encoder import POSITIONS, WIDTH
from tagger_training.tagger import broken_transitions

OUT = re.compile(r"/(\w+?)(?:_(\d+))?/MatMul_output_0(?:_sum)?")
"""The output of the product of a linear layer: its name, and in which layer of the encoder after the first."""
IN_ENCODER = ("query_key_value", "attended", "inner", "outer")


def load_weights(path: Path) -> dict[str, Tensor]:
    """Return the weights of a checkpoint, or those of a model file, as far as rounding has left them."""
    return shipped_weights(path) if path.suffix == ".onnx" else torch.load(path)["model"]


def shipped_weights(path: Path) -> dict[str, Tensor]:
    """Return the weights of a model file and the transitions of the settings beside it."""
    graph = onnx.load(str(path)).graph
    kept = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights = {name.removeprefix("tagger."): value for name, value in kept.items() if name.startswith("tagger.")}
    weights["encoder.words.weight"] = kept["word_levels"] * kept["word_scales"]
    places = numpy.zeros((POSITIONS, WIDTH), dtype=numpy.float32)
    places[: len(kept["places"])] = kept["places"]
    weights["encoder.positions.weight"] = places
    weights |= dict(products(graph, kept))
    settings = json.loads(path.with_name("settings.json").read_text())
    transitions = torch.tensor(settings["transitions"]) - broken_transitions()
    return {name: torch.tensor(value) for name, value in weights.items()} | {"transitions": transitions}


def products(graph: onnx.GraphProto, kept: dict[str, numpy.ndarray]) -> Iterator[tuple[str, numpy.ndarray]]:
    """Yield the name and the weight of each linear layer."""
    for node in graph.node:
        named = OUT.fullmatch(node.output[0])
        if node.op_type not in ("MatMul", "MatMulInteger") or not named:
            continue
        name, layer = named.groups()
        if name == "narrow":
            continue  # it is learned anew whenever a model is exported
        right = node.input[1].removesuffix("_levels")
        weight = kept[right] if right in kept else kept[f"{right}_levels"] * kept[f"{right}_scale"]
        yield (f"encoder.layers.{layer or 0}.{name}" if name in IN_ENCODER else name) + ".weight", weight.T.copy()
