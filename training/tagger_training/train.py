"""Fine-tune the tagger: `python -m tagger_training.train --data DATA --base BASE --out OUT`.

Resumes from the last checkpoint in OUT. The order of batches depends on the seed alone.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Sequence
from pathlib import Path

import attrs
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from tagger_training.batching import Batch, base_folder, epoch, plain_tokenizer
from tagger_training.corpora import Annotated, read_event, read_groups, read_polnear
from tagger_training.distillation import base_vectors, spans_to_teach
from tagger_training.encoder import Encoder
from tagger_training.evaluate import score_on_dev
from tagger_training.panel import panel_loss
from tagger_training.shipped import load_weights
from tagger_training.tagger import Tagger, arcs_loss, averaged, roles_loss, speech_loss, to_tagger, vectors_loss
from tagger_training.thinning import thinned

SEED = 20261124
ENCODER_RATE, HEAD_RATE = 1.5e-4, 1e-3
WARM_STEPS = 60
DECAY_SHARE = 0.45
"""In each stage the rate is level, then falls to nothing over this last share of the steps."""
COARSE_SHARE = 0.45
"""From this last share of the first stage on the encoder computes as coarsely as the shipped model."""
ARC_WEIGHT, SPEECH_WEIGHT, VECTOR_WEIGHT, STATE_WEIGHT = 0.5, 0.3, 1.0, 2.0
DROPOUT = 0.1
THINNING_BATCHES = 60
CHECKPOINT_SECONDS = 240
DEV_ARTICLES = 20
"""PolNeAR dev articles scored after each epoch, to see where training goes; `evaluate` scores them all."""


def main() -> None:
    """Train with the command's options."""
    train(read_options())


def train(options: argparse.Namespace) -> None:
    """Train from the data to a checkpoint, on from the last one in the output folder."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    tokenizer = plain_tokenizer(options.base)
    texts = corpora(options, tokenizer)
    run = start(options, texts, tokenizer)
    while run.step < options.steps[-1]:
        batches = epoch(texts.polnear, texts.events, texts.plain, tokenizer, options.seed + run.epoch)
        print(f"epoch {run.epoch}: {len(batches)} batches", flush=True)
        for batch in batches[run.step_in_epoch :]:
            if run.step >= options.steps[-1]:
                break
            train_step(run, batch, texts.wanted, options)
            if run.step in options.steps:
                torch.save({"model": run.model.state_dict()}, options.out / f"stage-{run.step}.pt")
        run.epoch, run.step_in_epoch = run.epoch + 1, 0
        save(run, options.out)
        score_on_dev(options.data, options.base, options.out / "checkpoint.pt", articles=DEV_ARTICLES)


def read_options() -> argparse.Namespace:
    """Return the command's options."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with gold/, events/ and alignment/")
    parser.add_argument("--base", type=Path, default=base_folder(), help="folder of the base model")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, nargs="+", default=[1450, 2900], help="where each stage ends")
    parser.add_argument(
        "--teacher", type=Path, nargs="+", help="checkpoints or model files, averaged: learn a thinner model from them"
    )
    parser.add_argument(
        "--panel", type=Path, nargs="+", default=[], help="checkpoints or model files: learn what they read on average"
    )
    parser.add_argument("--start", type=Path, help="a checkpoint or a model file: train on from its weights")
    parser.add_argument("--seed", type=int, default=SEED, help="of the order, the styles and the dropout")
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


@attrs.frozen(eq=False, kw_only=True)
class Texts:
    """What is learned from. `plain` has no annotation and is read with a teacher alone; `wanted` holds base vectors."""

    polnear: list[Annotated]
    events: list[Annotated]
    plain: list[Annotated]
    wanted: Tensor


def corpora(options: argparse.Namespace, tokenizer: Tokenizer) -> Texts:
    """Return the training texts and the base model's vectors of their taught spans (kept in a file)."""
    chance = random.Random(SEED)
    articles = list(read_polnear(options.data / "gold" / "polnear-train.jsonl.gz"))
    for path in sorted((options.data / "events" / "train").glob("*.json")):
        articles += read_event(path)
    if options.teacher or options.panel:
        for name in ("allsides", "basil"):
            articles += read_groups(options.data / "alignment" / f"{name}_groups.jsonl")
    texts: list[str] = []
    taught = []
    for article in articles:
        spans = spans_to_teach(article, chance)
        rows = tuple((start, end, len(texts) + number) for number, (start, end) in enumerate(spans))
        taught.append(attrs.evolve(article, taught=rows))
        texts += [article.text[start:end] for start, end in spans]
    return Texts(
        polnear=[article for article in taught if article.labelled and not article.strict],
        events=[article for article in taught if article.strict],
        plain=[article for article in taught if not article.labelled],
        wanted=kept_vectors(options, texts, tokenizer),
    )


def kept_vectors(options: argparse.Namespace, texts: list[str], tokenizer: Tokenizer) -> Tensor:
    """Return the base vectors of texts, from the file of an earlier start where there is one."""
    path = options.out / "base_vectors.pt"
    if not path.exists():
        print(f"base vectors of {len(texts)} spans", flush=True)
        encoder = Encoder(dropout=0)
        encoder.load_base(load_file(options.base / "model.safetensors"))
        options.out.mkdir(parents=True, exist_ok=True)
        torch.save(torch.tensor(base_vectors(texts, encoder, tokenizer)), path)
    return torch.load(path)


@attrs.define(eq=False, kw_only=True)
class Run:
    """The state of training: all that a checkpoint holds, the teacher, and sums for the progress line."""

    model: Tagger
    optimizer: torch.optim.Optimizer
    teacher: Tagger | None = None
    panel: tuple[Tagger, ...] = ()
    epoch: int = 0
    step: int = 0
    step_in_epoch: int = 0
    sums: dict[str, float] = attrs.field(factory=dict)
    saved_at: float = attrs.field(factory=time.monotonic)
    shown_at: float = attrs.field(factory=time.monotonic)


def start(options: argparse.Namespace, texts: Texts, tokenizer: Tokenizer) -> Run:
    """Return a new run, on the base model's weights or a teacher's, or the one of the last checkpoint."""
    teacher = None
    if options.teacher:
        teacher = to_tagger(averaged([load_weights(path) for path in options.teacher]))
    path = options.out / "checkpoint.pt"
    kept = torch.load(path) if path.exists() else None
    model = to_tagger(kept["model"], DROPOUT) if kept else first_model(options, teacher, texts, tokenizer)
    panel = tuple(to_tagger(load_weights(path)) for path in options.panel)
    run = Run(model=model, optimizer=optimizer_of(model), teacher=teacher, panel=panel)
    if kept:
        run.optimizer.load_state_dict(kept["optimizer"])
        run.epoch, run.step, run.step_in_epoch = kept["epoch"], kept["step"], kept["step_in_epoch"]
        torch.set_rng_state(kept["chance"])
        print(f"resumed at step {run.step}", flush=True)
    model.train()
    return run


def first_model(options: argparse.Namespace, teacher: Tagger | None, texts: Texts, tokenizer: Tokenizer) -> Tagger:
    """Return the model that training begins with: the base model with new heads, or the teacher thinned."""
    if options.start:
        return to_tagger(load_weights(options.start), DROPOUT)
    if teacher:
        batches = epoch(texts.polnear, texts.events, [], tokenizer, SEED)[:THINNING_BATCHES]
        return thinned(teacher, batches, lambda model, batch: sum(losses_of(model, batch, texts.wanted).values()))
    model = Tagger(DROPOUT)
    model.encoder.load_base(load_file(options.base / "model.safetensors"))
    return model


def optimizer_of(model: Tagger) -> torch.optim.Optimizer:
    """Return AdamW with a higher rate for what starts from nothing, and no decay of norms and biases."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, value in model.named_parameters():
        fresh = not name.startswith("encoder.") or name.startswith("encoder.shapes")
        key = (HEAD_RATE if fresh else ENCODER_RATE, 0.01 if value.ndim > 1 else 0.0)
        groups.setdefault(key, []).append(value)
    return torch.optim.AdamW(
        [
            {"params": values, "lr": rate, "full_rate": rate, "weight_decay": decay}
            for (rate, decay), values in groups.items()
        ],
        betas=(0.9, 0.98),
    )


def share_of_rate(step: int, stages: Sequence[int]) -> float:
    """Return the share of the full rate at a step: up, level, and down to nothing, once in each stage."""
    begin, end = stage_of(step, stages)
    falling = (end - step) / max(1.0, DECAY_SHARE * (end - begin))
    return min(1.0, (step - begin + 1) / WARM_STEPS, falling)


def stage_of(step: int, stages: Sequence[int]) -> tuple[int, int]:
    """Return where the stage of a step begins and ends."""
    end = next(stage for stage in stages if step < stage)
    return max((stage for stage in stages if stage <= step), default=0), end


def train_step(run: Run, batch: Batch, wanted: Tensor, options: argparse.Namespace) -> None:
    """Make one step, and at times a progress line and a checkpoint."""
    for group in run.optimizer.param_groups:
        group["lr"] = group["full_rate"] * share_of_rate(run.step, options.steps)
    if run.teacher or options.start or run.step >= (1 - COARSE_SHARE) * options.steps[0]:
        run.model.encoder.be_coarse()
    losses = losses_of(run.model, batch, wanted, run.teacher, run.panel)
    loss = sum(losses.values())
    run.optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(run.model.parameters(), 1.0)
    run.optimizer.step()
    run.step, run.step_in_epoch = run.step + 1, run.step_in_epoch + 1
    for name, value in losses.items():
        run.sums[name] = run.sums.get(name, 0.0) + value.item()
    if run.step % 20 == 0:
        show(run, options.steps[-1])
    if time.monotonic() - run.saved_at > CHECKPOINT_SECONDS:
        save(run, options.out)


def losses_of(
    model: Tagger, batch: Batch, wanted: Tensor, teacher: Tagger | None = None, panel: Sequence[Tagger] = ()
) -> dict[str, Tensor]:
    """Return each head's loss, weighted, by piece (vectors: by span), and how far the states are from a teacher's and
    the readings from a panel's."""
    states = model.encoder(batch.pieces, batch.shapes, batch.present)
    roles, arcs, speech, vectors = model.heads(*states, batch.present)
    count = batch.present.sum()
    lengths = batch.present.sum(1) - 2
    losses = {
        "roles": roles_loss(roles[:, :, 1:-1], batch.allowed[:, :, 1:-1], lengths, model.allowed_transitions()) / count,
        "arcs": ARC_WEIGHT * arcs_loss(arcs, batch.arcs) / count,
        "speech": SPEECH_WEIGHT * speech_loss(speech, batch.speech) / count,
    }
    if teacher:
        losses["states"] = STATE_WEIGHT * states_loss(states, teacher, batch)
    if panel:
        losses["panel"] = panel_loss((roles, arcs, speech), panel, batch)
    if len(batch.rows):
        losses["vectors"] = VECTOR_WEIGHT * vectors_loss(vectors, batch.spans, wanted[batch.rows])
    return losses


def states_loss(states: tuple[Tensor, Tensor], teacher: Tagger, batch: Batch) -> Tensor:
    """Return the mean distance (1 - cosine) of the middle and last states from the teacher's, by piece."""
    with torch.no_grad():
        wanted = teacher.encoder(batch.pieces, batch.shapes, batch.present)
    far = [1 - functional.cosine_similarity(own, his, dim=-1) for own, his in zip(states, wanted, strict=True)]
    return sum(one[batch.present].mean() for one in far)


def show(run: Run, steps: int) -> None:
    """Print the mean losses since the last line, and the time a step takes."""
    now = time.monotonic()
    means = "  ".join(f"{name} {value / 20:.4f}" for name, value in run.sums.items())
    seconds = (now - run.shown_at) / 20
    print(f"{time.strftime('%H:%M:%S')} step {run.step}/{steps}  {means}  {seconds:.2f} s", flush=True)
    run.sums, run.shown_at = {}, now


def save(run: Run, out: Path) -> None:
    """Write a checkpoint, whole or not at all."""
    kept = {
        "model": run.model.state_dict(),
        "optimizer": run.optimizer.state_dict(),
        "epoch": run.epoch,
        "step": run.step,
        "step_in_epoch": run.step_in_epoch,
        "chance": torch.get_rng_state(),
    }
    torch.save(kept, out / "checkpoint.part")
    os.replace(out / "checkpoint.part", out / "checkpoint.pt")
    run.saved_at = time.monotonic()


if __name__ == "__main__":
    main()
