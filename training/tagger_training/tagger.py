"""The tagger: one encoder, heads for roles, arcs, speech and vectors, and the loss of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from tagger_training.encoder import HEAD_WIDTH, HEADS, INNER, WIDTH, Encoder
from tagger_training.labelling import LABELS

READINGS = 3
ARC_WIDTH = 64
QUERIES = 4
"""Arc queries: content to cue, content to source, content to its own first piece, cue to source."""
KEY_OF_QUERY = (0, 1, 2, 1)
FORBIDDEN = -1e4


class Tagger(nn.Module):
    """Logits for roles in three readings, arcs, speech, and a vector for each piece."""

    def __init__(self, dropout: float = 0.1, heads: int = HEADS, inner: int = INNER) -> None:
        super().__init__()
        self.encoder = Encoder(dropout, heads, inner)
        self.dropout = nn.Dropout(dropout)
        self.roles = nn.Linear(WIDTH, READINGS * LABELS)
        self.shared_roles = nn.Linear(WIDTH, LABELS)
        self.transitions = nn.Parameter(torch.zeros(READINGS, LABELS, LABELS))
        self.queries = nn.Linear(WIDTH, QUERIES * ARC_WIDTH)
        self.keys = nn.Linear(WIDTH, 3 * ARC_WIDTH)
        self.speech = nn.Linear(WIDTH, 1)
        self.vectors = nn.Linear(2 * WIDTH, WIDTH)
        self.start_heads()

    def start_heads(self) -> None:
        """Start the readings alike, and the vectors as the last states, which are the base model's."""
        with torch.no_grad():
            self.roles.weight.zero_()
            self.vectors.weight.zero_()
            self.vectors.weight[:, WIDTH:] = torch.eye(WIDTH)
            self.vectors.bias.zero_()

    def forward(self, pieces: Tensor, shapes: Tensor, present: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return roles [b, reading, n, label], arcs [b, query, n, n], speech [b, n] and vectors [b, n, width]."""
        return self.heads(*self.encoder(pieces, shapes, present), present)

    def heads(self, middle: Tensor, last: Tensor, present: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return the same from the encoder's states."""
        vectors = self.vectors(torch.cat([middle, last], dim=-1))
        states = self.dropout(last)
        batch, length, _ = states.shape
        roles = self.roles(states).view(batch, length, READINGS, LABELS) + self.shared_roles(states).unsqueeze(2)
        queries = self.queries(states).view(batch, length, QUERIES, ARC_WIDTH).permute(0, 2, 1, 3)
        keys = self.keys(states).view(batch, length, 3, ARC_WIDTH).permute(0, 2, 3, 1)
        keys = torch.stack([keys[:, key] for key in KEY_OF_QUERY], dim=1)
        arcs = queries @ keys * ARC_WIDTH**-0.5
        arcs = arcs + (~present)[:, None, None, :].to(arcs.dtype) * FORBIDDEN
        return roles.permute(0, 2, 1, 3), arcs, self.speech(states).squeeze(-1), vectors

    def allowed_transitions(self) -> Tensor:
        """Return the learned transitions, those that break a span forbidden: I follows B or I of its own role."""
        return self.transitions + broken_transitions()


def to_tagger(weights: Mapping[str, Tensor], dropout: float = 0) -> Tagger:
    """Return the tagger of some weights, of the size that they have; shipped ones are without the whole vectors."""
    inner, _ = weights["encoder.layers.0.inner.weight"].shape
    _, mixed = weights["encoder.layers.0.attended.weight"].shape
    tagger = Tagger(dropout, mixed // HEAD_WIDTH, inner)
    whole = {**tagger.state_dict(), **weights} if "vectors.weight" not in weights else weights
    tagger.load_state_dict(whole)
    return tagger


def averaged(states: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of several weights of one run: it reads better than each (Wortsman et al. 2022)."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def broken_transitions() -> Tensor:
    """Return a large negative score for each pair of labels where an inside label follows a foreign one."""
    table = torch.zeros(LABELS, LABELS)
    for inside in (2, 4, 6):
        for before in range(LABELS):
            if before not in (inside - 1, inside):
                table[before, inside] = FORBIDDEN
    return table


def roles_loss(logits: Tensor, allowed: Tensor, lengths: Tensor, transitions: Tensor) -> Tensor:
    """Return the summed negative log likelihood of the allowed label paths, over batch and readings.

    `logits` [b, r, n, l]; `allowed` [b, r, n, l] is True for labels that the gold data permits: a piece with all labels
    permitted teaches nothing.
    """
    batch, readings, length, labels = logits.shape
    scores = logits.reshape(batch * readings, length, labels)
    masked = scores.masked_fill(~allowed.reshape(batch * readings, length, labels), FORBIDDEN)
    both = torch.cat([scores, masked])
    table = transitions.repeat(2 * batch, 1, 1)
    ends = lengths.repeat_interleave(readings).repeat(2)
    total = log_partition(both, table, ends)
    return (total[: batch * readings] - total[batch * readings :]).sum()


def log_partition(scores: Tensor, transitions: Tensor, lengths: Tensor) -> Tensor:
    """Return the log of the summed scores of all label paths of each sequence."""
    alpha = scores[:, 0]
    for place in range(1, scores.shape[1]):
        step = torch.logsumexp(alpha.unsqueeze(2) + transitions, dim=1) + scores[:, place]
        alpha = torch.where((place < lengths).unsqueeze(1), step, alpha)
    return torch.logsumexp(alpha, dim=1)


def arcs_loss(logits: Tensor, targets: Tensor) -> Tensor:
    """Return the summed cross-entropy of the arcs; targets below zero teach nothing."""
    length = logits.shape[-1]
    return functional.cross_entropy(logits.reshape(-1, length), targets.reshape(-1), ignore_index=-1, reduction="sum")


def speech_loss(logits: Tensor, targets: Tensor) -> Tensor:
    """Return the summed binary cross-entropy of said against thought."""
    known = targets >= 0
    return functional.binary_cross_entropy_with_logits(logits[known], targets[known].to(logits.dtype), reduction="sum")


def pooled(vectors: Tensor, spans: Tensor) -> Tensor:
    """Return the mean vector of each (row, start, end) span."""
    sums = torch.cat([torch.zeros_like(vectors[:, :1]), vectors.cumsum(1)], dim=1)
    row, start, end = spans.unbind(1)
    return (sums[row, end] - sums[row, start]) / (end - start).unsqueeze(1)


def vectors_loss(vectors: Tensor, spans: Tensor, wanted: Tensor) -> Tensor:
    """Return the mean distance (1 - cosine) between pooled vectors and the base model's."""
    return (1 - functional.cosine_similarity(pooled(vectors, spans), wanted)).mean()
