"""The encoder: a six-layer BERT with a shape embedding beside the word pieces."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6
HEAD_WIDTH = WIDTH // HEADS
PIECES, POSITIONS, SHAPES = 30522, 512, 16
MIDDLE_LAYER = 3
"""The layer whose states join the last ones under the vectors: it has kept more of the base model."""


WEIGHT_LEVELS, STATE_LEVELS = 63, 255
"""What the shipped model computes with: weights of seven bits by output channel (see `export`), states of eight bits
by window."""


class CoarseLinear(nn.Linear):
    """A linear layer that, once told to be coarse, computes with rounded weights and states as the shipped model does.

    Gradients pass the rounding unchanged, so that training mends what the rounding spoils.
    """

    coarse = False

    def forward(self, states: Tensor) -> Tensor:
        """Return the product, with rounded factors where told so."""
        if not self.coarse:
            return super().forward(states)
        return functional.linear(through(states, rounded_states), through(self.weight, rounded_weight), self.bias)


def through(value: Tensor, rounding: Callable[[Tensor], Tensor]) -> Tensor:
    """Return the rounded value with the gradient of the whole one."""
    with torch.no_grad():
        error = rounding(value) - value
    return value + error


def rounded_weight(weight: Tensor) -> Tensor:
    """Round a weight to its levels, each output channel by its own scale."""
    scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / WEIGHT_LEVELS
    return (weight / scale).round() * scale


def rounded_states(states: Tensor) -> Tensor:
    """Round states to unsigned levels over each window's range, which takes in zero."""
    low = states.amin((1, 2), keepdim=True).clamp_max(0)
    scale = (states.amax((1, 2), keepdim=True).clamp_min(0) - low) / STATE_LEVELS
    zero = (-low / scale).round()
    return ((states / scale).round_().add_(zero).clamp_(0, STATE_LEVELS) - zero) * scale


class Layer(nn.Module):
    """One transformer block with the names and the post-norm order of BERT."""

    def __init__(self, dropout: float, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.query_key_value = CoarseLinear(WIDTH, 3 * heads * HEAD_WIDTH)
        self.attended = CoarseLinear(heads * HEAD_WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = CoarseLinear(WIDTH, inner)
        self.outer = CoarseLinear(inner, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.by_head, self.by_unit = nn.Identity(), nn.Identity()

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return the states of the next layer; `mask` is added to the attention scores."""
        batch, length, _ = states.shape
        parts = self.query_key_value(states).view(batch, length, 3, self.heads, HEAD_WIDTH)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = self.attended(self.by_head(mixed.transpose(1, 2)).reshape(batch, length, -1))
        states = self.attended_norm(states + self.dropout(mixed))
        return self.outer_norm(states + self.dropout(self.outer(self.by_unit(functional.gelu(self.inner(states))))))


class Encoder(nn.Module):
    """Word pieces and their shapes to one state for each piece."""

    def __init__(self, dropout: float = 0.1, heads: int = HEADS, inner: int = INNER) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer(dropout, heads, inner) for _ in range(LAYERS)])
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces: Tensor, shapes: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        """Return the states after the middle and after the last layer; `present` is False at padding."""
        length = pieces.shape[1]
        states = self.words(pieces) + self.positions.weight[:length] + self.shapes(shapes)
        states = self.dropout(self.norm(states))
        mask = (~present)[:, None, None, :].to(states.dtype) * -1e4
        middle = states
        for number, layer in enumerate(self.layers, start=1):
            states = layer(states, mask)
            middle = states if number == MIDDLE_LAYER else middle
        return middle, states

    def be_coarse(self) -> None:
        """Compute with rounded weights and states from now on."""
        for module in self.modules():
            if isinstance(module, CoarseLinear):
                module.coarse = True

    def load_base(self, weights: Mapping[str, Tensor]) -> None:
        """Take over the weights of a BERT checkpoint; shapes start at nothing, so that the base is unchanged."""
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.positions.weight += weights["embeddings.token_type_embeddings.weight"][0]
            self.shapes.weight.zero_()
            copy_linear(self.norm, weights, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                load_layer(layer, weights, f"encoder.layer.{number}.")


def load_layer(layer: nn.Module, weights: Mapping[str, Tensor], prefix: str) -> None:
    """Take over one BERT layer."""
    three = [f"{prefix}attention.self.{name}." for name in ("query", "key", "value")]
    layer.query_key_value.weight.copy_(torch.cat([weights[f"{name}weight"] for name in three]))
    layer.query_key_value.bias.copy_(torch.cat([weights[f"{name}bias"] for name in three]))
    copy_linear(layer.attended, weights, f"{prefix}attention.output.dense")
    copy_linear(layer.attended_norm, weights, f"{prefix}attention.output.LayerNorm")
    copy_linear(layer.inner, weights, f"{prefix}intermediate.dense")
    copy_linear(layer.outer, weights, f"{prefix}output.dense")
    copy_linear(layer.outer_norm, weights, f"{prefix}output.LayerNorm")


def copy_linear(module: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    """Take over a weight and its bias."""
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])
