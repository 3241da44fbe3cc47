"""Write a checkpoint as the model file the library ships: `python -m tagger_training.export CHECKPOINT... FOLDER`.

Weights become int8: by row in the word embeddings, by output channel in the linear layers. Activations are quantised
while running, by tensor, so one window at a time is given to the model: its result then hangs on nothing else.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from tagger_training.batching import base_folder, plain_tokenizer
from tagger_training.encoder import HEAD_WIDTH, MIDDLE_LAYER, WEIGHT_LEVELS, Layer
from tagger_training.labelling import LABELS
from tagger_training.narrowing import narrowing
from tagger_training.shipped import load_weights
from tagger_training.tagger import (
    ARC_WIDTH,
    KEY_OF_QUERY,
    QUERIES,
    READINGS,
    Tagger,
    averaged,
    broken_transitions,
    to_tagger,
)

OPSET = 17
LEVELS = WEIGHT_LEVELS
"""Largest weight level. Seven bits: products of two neighbours then fit the 16 bits in which processors without VNNI
add them, so every machine computes the same and nothing saturates."""
KEPT_WHOLE = ("roles", "shared_roles", "speech", "queries", "keys", "narrow")
"""These heads stay in 32 bits: they are small, and errors in them are not mended by a later layer."""
LONGEST = 256
NAMES = ("roles", "arcs", "speech", "vectors")


class Exported(nn.Module):
    """The tagger without padding and dropout, its word embeddings stored as int8 rows with a scale each."""

    def __init__(self, tagger: Tagger, narrow: nn.Linear) -> None:
        super().__init__()
        self.tagger, self.narrow = tagger, narrow
        table = tagger.encoder.words.weight.detach()
        scale = table.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("word_levels", torch.round(table / scale).to(torch.int8))
        self.register_buffer("word_scales", scale)
        self.register_buffer("places", tagger.encoder.positions.weight.detach()[:LONGEST].clone())

    def forward(self, pieces: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return roles, arcs (as shares), speech and vectors."""
        encoder = self.tagger.encoder
        words = self.word_levels[pieces].to(torch.float32) * self.word_scales[pieces]
        states = encoder.norm(words + self.places[: pieces.shape[1]] + encoder.shapes(shapes))
        middle = states
        for number, layer in enumerate(encoder.layers, start=1):
            states = attended(layer, states)
            middle = states if number == MIDDLE_LAYER else middle
        return self.heads(middle, states)

    def heads(self, middle: Tensor, last: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return the four outputs from the states."""
        tagger = self.tagger
        length = last.shape[1]
        roles = tagger.roles(last).view(-1, length, READINGS, LABELS) + tagger.shared_roles(last).unsqueeze(2)
        queries = tagger.queries(last).view(-1, length, QUERIES, ARC_WIDTH).permute(0, 2, 1, 3)
        keys = tagger.keys(last).view(-1, length, 3, ARC_WIDTH).permute(0, 2, 3, 1)
        keys = torch.stack([keys[:, key] for key in KEY_OF_QUERY], dim=1)
        vectors = self.narrow(torch.cat([middle, last], dim=-1))
        arcs = torch.softmax(queries @ keys * ARC_WIDTH**-0.5, dim=-1)
        return roles.permute(0, 2, 1, 3), arcs, tagger.speech(last).squeeze(-1), vectors


class Attention(torch.autograd.Function):
    """Attention as one operator of ONNX Runtime, which is faster than its parts; made for export alone."""

    @staticmethod
    def forward(ctx: object, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        """Return something of the right shape."""
        return query

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        """Return the operator."""
        out = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        return out.setType(query.type())


def attended(layer: Layer, states: Tensor) -> Tensor:
    """Return one block's output."""
    query, key, value = layer.query_key_value(states).split(layer.heads * HEAD_WIDTH, dim=-1)
    mixed = layer.attended(Attention.apply(query, key, value, layer.heads))
    states = layer.attended_norm(states + mixed)
    return layer.outer_norm(states + layer.outer(functional.gelu(layer.inner(states))))


def main() -> None:
    """Export with the command's options."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoints", type=Path, nargs="+", help="their weights are averaged")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", type=Path, default=base_folder())
    parser.add_argument("--whole", action="store_true", help="keep the encoder's weights in 32 bits, to compare")
    options = parser.parse_args()
    export(options.checkpoints, options.base, options.folder, whole=options.whole)


def export(checkpoints: Sequence[Path], base: Path, folder: Path, *, whole: bool = False) -> None:
    """Write the model, its tokenizer and its settings into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    tagger = to_tagger(averaged([load_weights(path) for path in checkpoints])).eval()
    tokenizer = plain_tokenizer(base)
    model = to_onnx(Exported(tagger, narrowing(tagger, tokenizer)))
    if not whole:
        quantise(model, LEVELS)
    onnx.checker.check_model(model)
    onnx.save(model, str(folder / "model.onnx"))
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    transitions = (tagger.transitions.detach() + broken_transitions()).round(decimals=4).tolist()
    name = f"tagger-{hashlib.sha256((folder / 'model.onnx').read_bytes()).hexdigest()[:8]}"
    (folder / "settings.json").write_text(json.dumps({"name": name, "transitions": transitions}))


def to_onnx(exported: Exported) -> onnx.ModelProto:
    """Return the tagger as an ONNX graph with free batch and length."""
    example = torch.full((2, 9), 7)
    axes = {
        "pieces": {0: "batch", 1: "length"},
        "shapes": {0: "batch", 1: "length"},
        "roles": {0: "batch", 2: "length"},
        "arcs": {0: "batch", 2: "length", 3: "length"},
        "speech": {0: "batch", 1: "length"},
        "vectors": {0: "batch", 1: "length"},
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "whole.onnx"
        torch.onnx.export(
            exported,
            (example, example.clamp_max(15)),
            str(path),
            opset_version=OPSET,
            input_names=["pieces", "shapes"],
            output_names=list(NAMES),
            dynamic_axes=axes,
            dynamo=False,
        )
        model = onnx.load(str(path))
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    return model


def quantise(model: onnx.ModelProto, levels: int) -> None:
    """Turn each matrix product with an encoder weight into an integer one, by output channel, in place.

    The activations are quantised once for each tensor, however many products read it.
    """
    graph = model.graph
    weights = {kept.name: kept for kept in graph.initializer}
    nodes, done, quantised = [], set(), {}
    for node in graph.node:
        if node.op_type != "MatMul" or node.input[1] not in weights or kept_whole(node):
            nodes.append(node)
            continue
        name = node.input[0]
        if name not in quantised:
            quantised[name] = [f"{name}_levels", f"{name}_scale", f"{name}_zero"]
            nodes.append(helper.make_node("DynamicQuantizeLinear", [name], quantised[name]))
        graph.initializer.extend(integer_weight(weights[node.input[1]], levels))
        done.add(node.input[1])
        nodes += integer_product(node, quantised[name])
    for name in done:
        graph.initializer.remove(weights[name])
    del graph.node[:]
    graph.node.extend(nodes)


def kept_whole(node: onnx.NodeProto) -> bool:
    """Tell whether a product belongs to a head."""
    return any(node.name.startswith(f"/{name}/") for name in KEPT_WHOLE)


def integer_weight(weight: TensorProto, levels: int) -> list[TensorProto]:
    """Return a weight's levels, scales and zero, by output channel."""
    table = numpy_helper.to_array(weight)
    scale = numpy.maximum(numpy.abs(table).max(0), 1e-8) / levels
    rounded = numpy.clip(numpy.round(table / scale), -levels, levels).astype(numpy.int8)
    return [
        numpy_helper.from_array(rounded, f"{weight.name}_levels"),
        numpy_helper.from_array(scale.astype(numpy.float32), f"{weight.name}_scale"),
        numpy_helper.from_array(numpy.zeros((), dtype=numpy.int8), f"{weight.name}_zero"),
    ]


def integer_product(node: onnx.NodeProto, quantised: list[str]) -> list[onnx.NodeProto]:
    """Return the nodes of one integer product, scaled back."""
    levels, scale, zero = quantised
    right, out = node.input[1], node.output[0]
    return [
        helper.make_node("MatMulInteger", [levels, f"{right}_levels", zero, f"{right}_zero"], [f"{out}_sum"]),
        helper.make_node("Cast", [f"{out}_sum"], [f"{out}_real"], to=TensorProto.FLOAT),
        helper.make_node("Mul", [scale, f"{right}_scale"], [f"{out}_scale"]),
        helper.make_node("Mul", [f"{out}_real", f"{out}_scale"], [out]),
    ]


if __name__ == "__main__":
    main()
