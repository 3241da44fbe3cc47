"""Narrow the encoder's states to vectors of words, which come close where two outlets tell one matter.

A linear map, begun as the principal components of the vectors that keep the base model's likeness of sentences, and
taught on `matters/`: each statement has to find its counterpart among all that another outlet tells of the event (a
softmax over MaxSim, Khattab and Zaharia 2020). The encoder stays as it is, so that roles lose nothing.

`python -m tagger_training.narrowing MODEL` learns without every eighth event, and prints how often a statement of those
finds its counterpart before and after.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from math import log
from pathlib import Path

import attrs
import numpy
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from quoteattr.grammar.stems import stem
from quoteattr.grammar.terms import function_words
from quoteattr.languages import load
from quoteattr.parsing.roles.pieces import to_pieces
from quoteattr.parsing.roles.windows import to_rows, to_windows
from tagger_training.batching import base_folder, plain_tokenizer
from tagger_training.encoder import WIDTH
from tagger_training.matters import MATTERS, Telling, read_matters
from tagger_training.shipped import load_weights
from tagger_training.tagger import Tagger, to_tagger

NARROW = 128
"""Width of the vectors that are shipped."""
EPOCHS, RATE, SHARPNESS = 4, 2e-3, 10.0
HELD = 8
"""One event in so many is kept from learning when it is measured."""
EVERY = 5
"""Of so many words one shows the principal components."""
SMOOTHING = 30
"""Statements added to the count, as `quoteattr.alignment.profiles` does."""
WORD = re.compile(r"\w+")


@attrs.frozen(eq=False)
class Event:
    """The statements of an event: states of their words [statement, word, width], which are words, their weights, and
    the outlet and the matter of each."""

    states: Tensor
    present: Tensor
    weights: Tensor
    outlets: Tensor
    matters: Tensor


def main() -> None:
    """Learn from most events, and print what is found in the others."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--base", type=Path, default=base_folder())
    parser.add_argument("model", type=Path, help="a checkpoint (.pt) or an exported model (.onnx)")
    options = parser.parse_args()
    torch.set_num_threads(1)
    tagger = to_tagger(load_weights(options.model)).eval()
    events = read_events(tagger, plain_tokenizer(options.base))
    held, others = events[::HELD], [event for number, event in enumerate(events) if number % HELD]
    before, after = components(others, tagger), learned(others, tagger)
    print(
        f"found by principal components {found(before, held):.1f}, by the learned map {found(after, held):.1f} per cent"
    )


def narrowing(tagger: Tagger, tokenizer: Tokenizer) -> nn.Linear:
    """Return the map from the states of the middle and the last layer to narrow vectors."""
    return learned(read_events(tagger, tokenizer), tagger)


def read_events(tagger: Tagger, tokenizer: Tokenizer) -> list[Event]:
    """Run the encoder over all events."""
    return [to_event(read_matters(path), tagger, tokenizer) for path in sorted(MATTERS.glob("*.txt"))]


def learned(events: Sequence[Event], tagger: Tagger) -> nn.Linear:
    """Return the map that some events teach."""
    torch.manual_seed(1)
    narrow = components(events, tagger)
    optimiser = torch.optim.Adam(narrow.parameters(), lr=RATE)
    for epoch in range(EPOCHS):
        losses = [taught(narrow, events[place], optimiser) for place in torch.randperm(len(events)).tolist()]
        print(f"narrowing, epoch {epoch}: loss {sum(losses) / len(losses):.3f}", flush=True)
    return narrow


@torch.no_grad()
def found(narrow: nn.Linear, events: Sequence[Event]) -> float:
    """Return in how many of a hundred cases the nearest statement of another outlet is on the same matter."""
    right = []
    for event in events:
        vectors = functional.normalize(narrow(event.states), dim=-1)
        for one, other in permutations(range(int(event.outlets.max()) + 1), 2):
            left, others = ((event.outlets == outlet).nonzero()[:, 0] for outlet in (one, other))
            same = event.matters[left][:, None] == event.matters[others][None]
            nearest = matched(vectors, event, left, others).argmax(1, keepdim=True)
            right.append(same.gather(1, nearest)[same.any(1)].flatten())
    return 100 * torch.cat(right).float().mean().item()


def taught(narrow: nn.Linear, event: Event, optimiser: torch.optim.Optimizer) -> float:
    """Make one step on an event and return its loss."""
    loss = confusion(narrow, event)
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    return loss.item()


@torch.no_grad()
def components(events: Sequence[Event], tagger: Tagger) -> nn.Linear:
    """Return the map that gives the first principal components of the tagger's vectors."""
    vectors = tagger.vectors(torch.cat([event.states[event.present] for event in events])[::EVERY])
    mean = vectors.mean(0)
    _, _, directions = torch.linalg.svd(vectors - mean, full_matrices=False)
    kept = directions[:NARROW]
    narrow = nn.Linear(2 * WIDTH, NARROW)
    narrow.weight.copy_(kept @ tagger.vectors.weight)
    narrow.bias.copy_(kept @ (tagger.vectors.bias - mean))
    return narrow


def confusion(narrow: nn.Linear, event: Event) -> Tensor:
    """Return the mean loss of finding, among what another outlet tells, the statement on the same matter."""
    vectors = functional.normalize(narrow(event.states), dim=-1)
    losses = []
    for one, other in combinations(range(int(event.outlets.max()) + 1), 2):
        left, right = ((event.outlets == outlet).nonzero()[:, 0] for outlet in (one, other))
        close = SHARPNESS * matched(vectors, event, left, right)
        same = event.matters[left][:, None] == event.matters[right][None]
        losses += [-close.log_softmax(1)[same], -close.log_softmax(0)[same]]
    return torch.cat(losses).mean()


def matched(vectors: Tensor, event: Event, left: Tensor, right: Tensor) -> Tensor:
    """Return how close the words of each two statements come to each other's (MaxSim of both sides)."""
    close = torch.einsum("awd,bvd->awbv", vectors[left], vectors[right])
    to_right = close.masked_fill(~event.present[right][None, None], -1).amax(3)
    to_left = close.masked_fill(~event.present[left][:, :, None, None], -1).amax(1)
    return ((to_right * event.weights[left][:, :, None]).sum(1) + (to_left * event.weights[right][None]).sum(2)) / 2


def to_event(tellings: Sequence[Telling], tagger: Tagger, tokenizer: Tokenizer) -> Event:
    """Run the encoder over the articles of an event."""
    rows = [row for number, told in enumerate(tellings) for row in statements(number, told, tagger, tokenizer)]
    states = [states for _, _, states, _ in rows]
    present = nn.utils.rnn.pad_sequence([torch.ones(len(each), dtype=torch.bool) for each in states], batch_first=True)
    return Event(
        states=nn.utils.rnn.pad_sequence(states, batch_first=True),
        present=present,
        weights=weights([stems for *_, stems in rows]),
        outlets=torch.tensor([outlet for outlet, *_ in rows]),
        matters=torch.tensor([matter for _, matter, *_ in rows]),
    )


def statements(
    outlet: int, told: Telling, tagger: Tagger, tokenizer: Tokenizer
) -> Iterator[tuple[int, int, Tensor, list[str]]]:
    """Yield the outlet, the matter, the states of the words and their stems for each statement of an article."""
    english = load("en")
    small = function_words(english)
    words = [word.span() for word in WORD.finditer(told.text)]
    states = word_states(told.text, words, tagger, tokenizer)
    for start, end, matter in told.statements:
        inside = [place for place, word in enumerate(words) if start <= word[0] < end]
        texts = [told.text[slice(*words[place])] for place in inside]
        yield outlet, matter, states[inside], ["" if w.lower() in small else stem(w, english) for w in texts]


@torch.no_grad()
def word_states(text: str, words: Sequence[tuple[int, int]], tagger: Tagger, tokenizer: Tokenizer) -> Tensor:
    """Return the mean state of the pieces that begin in each word."""
    pieces = to_pieces(text, tokenizer)
    windows = to_windows(len(pieces.numbers), pieces.breaks)
    outputs = []
    for numbers, shapes in to_rows(windows, pieces.numbers, pieces.shapes):
        present = torch.tensor(numbers) != 0
        middle, last = tagger.encoder(torch.tensor(numbers), torch.tensor(shapes), present)
        outputs.append(torch.cat([middle, last], dim=-1)[0].numpy())
    states = windows.own(outputs)
    sums = numpy.concatenate([numpy.zeros((1, states.shape[1]), dtype=numpy.float32), states.cumsum(0)])
    first, after = (pieces.starts.searchsorted([word[edge] for word in words]) for edge in (0, 1))
    means = (sums[after] - sums[first]) / numpy.maximum(after - first, 1)[:, None]
    return torch.tensor(means.astype(numpy.float32))


def weights(stems: Sequence[Sequence[str]]) -> Tensor:
    """Return how much each word of each statement tells, as a share of its statement."""
    counts = Counter(root for statement in stems for root in set(statement))
    size = len(stems) + SMOOTHING
    rows = [torch.tensor([log(size / (counts[root] + 0.5)) if root else 0.0 for root in each]) for each in stems]
    told = nn.utils.rnn.pad_sequence(rows, batch_first=True)
    return told / told.sum(1, keepdim=True).clamp_min(1e-6)


if __name__ == "__main__":
    main()
