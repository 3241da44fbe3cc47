"""Take the least used heads and inner units out of a tagger, so that it reads faster; a further stage mends the loss.

How much a part is used is the size of the loss's slope at a gate on it (Michel, Levy and Neubig 2019).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

from tagger_training.batching import Batch
from tagger_training.encoder import HEAD_WIDTH, HEADS, INNER, Layer
from tagger_training.tagger import Tagger

THIN_HEADS, THIN_INNER = 8, 768
"""What is left in each layer: two heads of three, every second unit. A window then takes little over half the time."""


class Gate(nn.Module):
    """A factor of one on each part of the states, for its slope alone."""

    def __init__(self, *shape: int) -> None:
        super().__init__()
        self.factor = nn.Parameter(torch.ones(shape))

    def forward(self, states: Tensor) -> Tensor:
        """Return the states as they are."""
        return states * self.factor


def thinned(tagger: Tagger, batches: Iterable[Batch], loss_of: Callable[[Tagger, Batch], Tensor]) -> Tagger:
    """Return a thinner tagger with the weights of the parts that the loss on some batches depends on most."""
    heads, units = usage(tagger, batches, loss_of)
    thin = Tagger(heads=THIN_HEADS, inner=THIN_INNER)
    kept = {name: value for name, value in tagger.state_dict().items() if ".layers." not in name}
    thin.load_state_dict(kept, strict=False)
    layers = zip(tagger.encoder.layers, thin.encoder.layers, heads, units, strict=True)
    with torch.no_grad():
        for whole, left, head_use, unit_use in layers:
            copy_kept(whole, left, most(head_use, THIN_HEADS), most(unit_use, THIN_INNER))
    return thin


def usage(
    tagger: Tagger, batches: Iterable[Batch], loss_of: Callable[[Tagger, Batch], Tensor]
) -> tuple[list[Tensor], list[Tensor]]:
    """Return how much each head and each inner unit of each layer is used."""
    layers = list(tagger.encoder.layers)
    for layer in layers:
        layer.by_head, layer.by_unit = Gate(HEADS, 1), Gate(INNER)
    gates = [gate.factor for layer in layers for gate in (layer.by_head, layer.by_unit)]
    sums = [torch.zeros_like(gate) for gate in gates]
    for batch in batches:
        slopes = torch.autograd.grad(loss_of(tagger, batch), gates)
        sums = [total + slope.abs() for total, slope in zip(sums, slopes, strict=True)]
    for layer in layers:
        layer.by_head, layer.by_unit = nn.Identity(), nn.Identity()
    return [total.flatten() for total in sums[::2]], sums[1::2]


def most(use: Tensor, count: int) -> Tensor:
    """Return the places of the most used parts, in order."""
    return use.topk(count).indices.sort().values


def copy_kept(whole: Layer, left: Layer, heads: Tensor, units: Tensor) -> None:
    """Copy one layer's weights, without the heads and units that are left out."""
    rows = (heads[:, None] * HEAD_WIDTH + torch.arange(HEAD_WIDTH)).flatten()
    three = torch.cat([rows + part * HEADS * HEAD_WIDTH for part in range(3)])
    left.query_key_value.weight.copy_(whole.query_key_value.weight[three])
    left.query_key_value.bias.copy_(whole.query_key_value.bias[three])
    left.attended.weight.copy_(whole.attended.weight[:, rows])
    left.attended.bias.copy_(whole.attended.bias)
    left.inner.weight.copy_(whole.inner.weight[units])
    left.inner.bias.copy_(whole.inner.bias[units])
    left.outer.weight.copy_(whole.outer.weight[:, units])
    left.outer.bias.copy_(whole.outer.bias)
    left.attended_norm.load_state_dict(whole.attended_norm.state_dict())
    left.outer_norm.load_state_dict(whole.outer_norm.state_dict())
