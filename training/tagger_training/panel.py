"""What a panel of taggers reads on average, which one tagger learns (Hinton, Vinyals and Dean 2015)."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from tagger_training.batching import Batch
from tagger_training.labelling import BEGIN
from tagger_training.tagger import Tagger

CONTENT, CUE = ([BEGIN[role], BEGIN[role] + 1] for role in ("content", "cue"))
PANEL_ROLES, PANEL_ARCS, PANEL_SPEECH = 1.0, 0.5, 0.3
"""Weights of what a panel reads, beside the weights of what the labels teach."""


def panel_loss(heads: tuple[Tensor, Tensor, Tensor], panel: Sequence[Tagger], batch: Batch) -> Tensor:
    """Return how far roles, arcs and speech are from the mean of a panel's (Kullback-Leibler divergence), by piece.

    Arcs count where the panel sees the content or the cue that they start from, speech where it sees a content.
    """
    roles, arcs, speech = heads
    with torch.no_grad():
        read = [one(batch.pieces, batch.shapes, batch.present) for one in panel]
        wanted_roles = torch.stack([part[0].softmax(-1) for part in read]).mean(0)
        wanted_arcs = torch.stack([part[1].softmax(-1) for part in read]).mean(0)
        wanted_speech = torch.stack([part[2].sigmoid() for part in read]).mean(0)
        in_content = wanted_roles[..., CONTENT].sum(-1).amax(1)  # of the reading that is surest
        in_cue = wanted_roles[..., CUE].sum(-1).amax(1)
        starts = torch.stack([in_content, in_content, in_content, in_cue], dim=1) * batch.present.unsqueeze(1)
    count = batch.present.sum()
    by_role = divergence(wanted_roles, roles)[batch.present.unsqueeze(1).expand(roles.shape[:3])].sum()
    by_arc = (divergence(wanted_arcs, arcs) * starts).sum()
    by_speech = functional.binary_cross_entropy_with_logits(speech, wanted_speech, reduction="none")
    by_speech = (by_speech * in_content * batch.present).sum()
    return (PANEL_ROLES * by_role + PANEL_ARCS * by_arc + PANEL_SPEECH * by_speech) / count


def divergence(wanted: Tensor, logits: Tensor) -> Tensor:
    """Return the divergence of a distribution from the wanted one, over the last axis."""
    return (wanted * (wanted.clamp_min(1e-9).log() - logits.log_softmax(-1))).sum(-1)
