"""The base model's vectors of sentences and contents, which the tagger learns to keep."""

from __future__ import annotations

import random
import re

import numpy
import torch
from tokenizers import Tokenizer

from tagger_training.corpora import Annotated
from tagger_training.encoder import Encoder

SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?![\s\"'\u201d\u2019])[^\n.!?]*)*[.!?]?[\"'\u201d\u2019]*")
SPANS_OF_TEXT = 12
SHORTEST, LONGEST = 20, 400
BATCH = 64
CLS, SEP = 101, 102


def spans_to_teach(article: Annotated, chance: random.Random) -> list[tuple[int, int]]:
    """Draw sentences and contents of a text: those are what the library compares."""
    sentences = [found.span() for found in SENTENCE.finditer(article.text)]
    contents = [span for attribution in article.attributions for span in attribution.content]
    fitting = sorted({span for span in sentences + contents if SHORTEST <= span[1] - span[0] <= LONGEST})
    return sorted(chance.sample(fitting, min(SPANS_OF_TEXT, len(fitting))))


@torch.no_grad()
def base_vectors(texts: list[str], encoder: Encoder, tokenizer: Tokenizer) -> numpy.ndarray:
    """Return the base model's mean-pooled, normalised vector of each text, as its authors compute it."""
    encoder.eval()
    numbers = [[CLS, *tokenizer.encode(text, add_special_tokens=False).ids[:126], SEP] for text in texts]
    order = sorted(range(len(texts)), key=lambda place: len(numbers[place]))
    out = numpy.zeros((len(texts), 384), dtype=numpy.float32)
    for at in range(0, len(order), BATCH):
        places = order[at : at + BATCH]
        out[places] = mean_states([numbers[place] for place in places], encoder)
    return out


def mean_states(rows: list[list[int]], encoder: Encoder) -> numpy.ndarray:
    """Return the normalised mean of the last states of each row."""
    length = max(map(len, rows))
    pieces = torch.tensor([row + [0] * (length - len(row)) for row in rows])
    present = pieces != 0
    _, last = encoder(pieces, torch.zeros_like(pieces), present)
    mean = (last * present.unsqueeze(-1)).sum(1) / present.sum(1, keepdim=True)
    return torch.nn.functional.normalize(mean).numpy()
