"""Score a checkpoint or an exported model on dev: `python -m tagger_training.evaluate --data DATA MODEL`."""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import attrs
import numpy
import torch
from tokenizers import Tokenizer

from quoteattr.parsing.roles.decoding import Found, Logits, find_attributions
from quoteattr.parsing.roles.pieces import Pieces, to_pieces
from quoteattr.parsing.roles.tagger import beside_marks
from quoteattr.parsing.roles.windows import Windows, to_rows, to_windows
from tagger_training.batching import base_folder, plain_tokenizer
from tagger_training.tagger import Tagger, broken_transitions, to_tagger

READINGS = ("wide", "strict")
Forward = Callable[[numpy.ndarray, numpy.ndarray], Sequence[numpy.ndarray]]


def main() -> None:
    """Score with the command's options."""
    options = read_options()
    torch.set_num_threads(1)
    score_on_dev(options.data, options.base, options.model, articles=options.articles)


def score_on_dev(data: Path, base: Path, model: Path, *, articles: int | None = None) -> None:
    """Print the scores of both readings on PolNeAR dev, or its first articles, and on the dev events."""
    forward, transitions = load(model)
    tokenizer = plain_tokenizer(base)
    polnear_module = module_at(data / "gold" / "score.py")
    gold = dict(list(polnear_module.read(str(data / "gold" / "polnear-dev.jsonl")).items())[:articles])
    read = {key: read_text(article["text"], tokenizer, forward) for key, article in gold.items()}
    for number, name in enumerate(READINGS):
        found = {key: quotes_of(kept, number, transitions) for key, kept in read.items()}
        print(f"PolNeAR dev, {name}")
        print(polnear_module.table(polnear_module.score(gold, found)), flush=True)
    print_events(data, tokenizer, forward, transitions)


def read_options() -> argparse.Namespace:
    """Return the command's options."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, default=base_folder())
    parser.add_argument("--articles", type=int, default=None, help="only so many PolNeAR articles")
    parser.add_argument("model", type=Path, help="a checkpoint (.pt) or an exported model (.onnx)")
    return parser.parse_args()


def load(path: Path) -> tuple[Forward, numpy.ndarray]:
    """Return a forward function from rows of pieces and shapes to logits, and the transitions."""
    if path.suffix == ".onnx":
        return load_exported(path)
    model = to_tagger(torch.load(path)["model"]).eval()
    return forward_of(model), (model.transitions.detach() + broken_transitions()).numpy()


def forward_of(model: Tagger) -> Forward:
    """Return a forward function from rows of pieces and shapes to logits."""

    @torch.no_grad()
    def forward(pieces: numpy.ndarray, shapes: numpy.ndarray) -> Sequence[numpy.ndarray]:
        numbers = torch.tensor(pieces)
        roles, arcs, speech, vectors = model(numbers, torch.tensor(shapes), numbers != 0)
        return [part.numpy() for part in (roles, arcs.softmax(-1), speech, vectors)]

    return forward


def load_exported(path: Path) -> tuple[Forward, numpy.ndarray]:
    """Return the same for an exported model, whose transitions stand in its settings."""
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), settings, providers=["CPUExecutionProvider"])

    def forward(pieces: numpy.ndarray, shapes: numpy.ndarray) -> Sequence[numpy.ndarray]:
        return session.run(None, {"pieces": pieces, "shapes": shapes})

    return forward, numpy.array(json.loads(path.with_name("settings.json").read_text())["transitions"])


def module_at(path: Path) -> ModuleType:
    """Return a Python file as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@attrs.frozen(eq=False)
class Read:
    """A text with its pieces, windows and logits: `roles` [piece, reading, label], `speech` and `vectors` by piece,
    `arcs` by window."""

    pieces: Pieces
    windows: Windows
    roles: numpy.ndarray
    arcs: Sequence[numpy.ndarray]
    speech: numpy.ndarray
    vectors: numpy.ndarray
    marked: numpy.ndarray


def read_text(text: str, tokenizer: Tokenizer, forward: Forward) -> Read:
    """Run the tagger over a text, each window alone: the shipped model rounds its states by call."""
    pieces = to_pieces(text, tokenizer)
    windows = to_windows(len(pieces.numbers), pieces.breaks)
    outputs = [[part[0] for part in forward(*rows)] for rows in to_rows(windows, pieces.numbers, pieces.shapes)]
    roles, arcs, speech, vectors = zip(*outputs, strict=True)
    return Read(
        pieces,
        windows,
        windows.own([one.swapaxes(0, 1) for one in roles]),
        arcs,
        windows.own(speech),
        windows.own(vectors),
        beside_marks(text, pieces),
    )


def found_in(read: Read, reading: int, transitions: numpy.ndarray) -> list[Found]:
    """Decode one reading."""
    logits = Logits(
        roles=read.roles[:, reading],
        arcs=read.arcs,
        speech=read.speech,
        transitions=transitions[reading],
        marked=read.marked,
    )
    return find_attributions(logits, read.windows)


def quotes_of(read: Read, reading: int, transitions: numpy.ndarray) -> dict:
    """Return the found attributions in the scorers' form."""

    def spans(ranges: Sequence[tuple[int, int] | None]) -> list[list[int]]:
        starts, ends = read.pieces.starts, read.pieces.ends
        return [[int(starts[span[0]]), int(ends[span[1] - 1])] for span in ranges if span]

    return {
        "quotes": [
            {
                "content": spans(found.content),
                "cue": spans([found.cue]),
                "source": spans([found.source]),
                "speaker": None,
                "chain": [],
            }
            for found in found_in(read, reading, transitions)
        ]
    }


def print_events(data: Path, tokenizer: Tokenizer, forward: Forward, transitions: numpy.ndarray) -> None:
    """Print the scores on the dev events and the seed."""
    scorer = module_at(data / "events" / "score_events.py")
    events = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((data / "events").glob("*.json"))]
    began, words = time.process_time(), 0
    read = {}
    for event in events:
        for article in event["articles"]:
            read[event["event"], article["id"]] = read_text(article["text"], tokenizer, forward)
            words += len(article["text"].split())
    print(f"{words / (time.process_time() - began):.0f} words a second, without decoding")
    for number, name in enumerate(READINGS):
        guesses = []
        for event in events:
            articles = [
                {"id": article["id"], **quotes_of(read[event["event"], article["id"]], number, transitions)}
                for article in event["articles"]
            ]
            guesses.append({"articles": articles, "statements": []})
        result = scorer.score(list(zip(events, guesses, strict=True)))
        print(f"events dev, {name}: {event_line(result)}", flush=True)


def event_line(result: dict) -> str:
    """Return the scores that the tagger answers for, in one line."""
    found, quotes = result["found"], result["quotes"]
    parts = [
        f"found P {100 * found['p']:.1f} R {100 * found['r']:.1f} F {100 * found['f']:.1f}",
        f"alarms {result['alarms']:.1f}",
    ]
    for kind, row in quotes.items():
        shares = (100 * (row[name] or 0) for name in ("recall", "exact", "source"))
        parts.append("{} recall {:.1f} exact {:.1f} source {:.1f}".format(kind, *shares))
    return "; ".join(parts)


if __name__ == "__main__":
    main()
