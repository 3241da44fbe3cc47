"""The tagger: loads the model file once and reads texts with it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

import attrs
import numpy

from quoteattr.errors import ParserError
from quoteattr.parsing.roles.decoding import Found, Logits, doubts, find_attributions
from quoteattr.parsing.roles.pieces import Pieces, to_pieces
from quoteattr.parsing.roles.windows import Windows, to_rows, to_windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

ATTITUDES_TOO = 0
"""The reading that is used: all that is attributed, beliefs and plans too (as PolNeAR has it)."""
REMEDY = "install quoteattr again (pip install --force-reinstall quoteattr), or use parser='rules'"

MARKS = frozenset("\"“”„‟«»‹›‘’‚‛'`「」『』＂＇")
"""Quotation marks of all styles; the parsers of marks, which know their uses, come after this layer."""

Spans = tuple[tuple[int, int], ...]


@attrs.frozen(kw_only=True)
class Attribution:
    """One attribution in characters of the text. `confidence` that content and source are right, `content_confidence`
    that the content is, both calibrated; `speech` is the share said and not thought."""

    content: Spans
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    speech: float
    confidence: float
    content_confidence: float


@attrs.frozen(eq=False, kw_only=True)
class TaggedText:
    """A text as the tagger read it: `roles` [piece, reading, label], `speech`, `vectors` by piece, `arcs` by window."""

    text: str
    pieces: Pieces
    windows: Windows
    roles: numpy.ndarray
    arcs: Sequence[numpy.ndarray]
    speech: numpy.ndarray
    vectors: numpy.ndarray
    settings: Settings

    def attributions(self, reading: int = ATTITUDES_TOO) -> tuple[Attribution, ...]:
        """Return the attributions of one reading, in order; their edges are those of words and know no marks."""
        if not len(self.pieces.numbers):
            return ()
        logits = Logits(
            roles=self.roles[:, reading],
            arcs=self.arcs,
            speech=self.speech,
            transitions=self.settings.transitions[reading],
            marked=beside_marks(self.text, self.pieces),
        )
        return tuple(self._in_characters(found) for found in find_attributions(logits, self.windows))

    def levels(self, spans: Sequence[tuple[int, int]]) -> bytes:
        """Return the vectors of spans of characters, one after the other: each the mean over the pieces that begin in
        the span, every number rounded to a signed byte of the vector's largest."""
        places = self.pieces.starts.searchsorted(numpy.array(spans, dtype=numpy.int64).reshape(-1, 2))
        sums = numpy.zeros((len(self.vectors) + 1, self.vectors.shape[-1]))
        self.vectors.cumsum(0, out=sums[1:], dtype=sums.dtype)
        totals = sums[places[:, 1]] - sums[places[:, 0]]
        largest = numpy.abs(totals).max(1, keepdims=True).clip(1e-9)
        levels: numpy.ndarray = numpy.round(totals / largest * 127)
        return levels.astype(numpy.int8).tobytes()

    def _in_characters(self, found: Found) -> Attribution:
        spans = [self._span(span) for span in found.content]
        inputs = numpy.array([1.0, *doubts(found)])
        return Attribution(
            content=tuple(spans),
            cue=self._span(found.cue) if found.cue else None,
            source=self._span(found.source) if found.source else None,
            speech=found.speech,
            confidence=share(self.settings.attribution @ inputs),
            content_confidence=share(self.settings.content @ inputs),
        )

    def _span(self, span: tuple[int, int]) -> tuple[int, int]:
        return int(self.pieces.starts[span[0]]), int(self.pieces.ends[span[1] - 1])


def beside_marks(text: str, pieces: Pieces) -> numpy.ndarray:
    """Tell for each piece whether it is a quotation mark or stands beside one."""
    marks = numpy.array([text[start] in MARKS for start in pieces.starts.tolist()])
    beside = marks.copy()
    beside[1:] |= marks[:-1]
    beside[:-1] |= marks[1:]
    return beside


def share(odds: float) -> float:
    """Return log odds as a share of one."""
    return float(1 / (1 + numpy.exp(-odds)))


@attrs.frozen(eq=False)
class Settings:
    """What stands beside the weights: their name, transitions by reading, and the weights of both confidences."""

    name: str
    transitions: numpy.ndarray
    content: numpy.ndarray
    attribution: numpy.ndarray


@attrs.frozen(eq=False)
class Tagger:
    """A loaded model. Safe to share between threads: reading changes nothing in it."""

    session: InferenceSession
    tokenizer: Tokenizer
    settings: Settings

    def read(self, text: str) -> TaggedText:
        """Run the model over a text, a window at a time, so that no other text can change what it gives."""
        pieces = to_pieces(text, self.tokenizer)
        windows = to_windows(len(pieces.numbers), pieces.breaks)
        roles, arcs, speech, vectors = self.run(windows, pieces)
        return TaggedText(
            text=text,
            pieces=pieces,
            windows=windows,
            roles=windows.own([one.swapaxes(0, 1) for one in roles]),
            arcs=arcs,
            speech=windows.own(speech),
            vectors=windows.own(vectors),
            settings=self.settings,
        )

    def run(self, windows: Windows, pieces: Pieces) -> Iterator[tuple[numpy.ndarray, ...]]:
        """Yield roles [reading, place, label], arcs [query, place, place], speech and vectors, each for all windows."""
        outputs = [
            [output[0] for output in self.session.run(None, {"pieces": numbers, "shapes": shapes})]
            for numbers, shapes in to_rows(windows, pieces.numbers, pieces.shapes)
        ]
        return zip(*outputs, strict=True)


@cache
def load() -> Tagger:
    """Load the tagger that comes with the package, once in a process; reads no other file and calls nobody."""
    folder = files("quoteattr.parsing.roles")
    from tokenizers import Tokenizer as Pieced

    try:
        settings = to_settings(json.loads(folder.joinpath("settings.json").read_text(encoding="utf-8")))
        tokenizer = Pieced.from_str(folder.joinpath("tokenizer.json").read_text(encoding="utf-8"))
        return Tagger(to_session(folder.joinpath("model.onnx")), tokenizer, settings)
    except FileNotFoundError as missing:
        raise ParserError(f"the model file {missing.filename} is missing; {REMEDY}") from missing
    except (ValueError, KeyError) as damaged:
        raise ParserError(f"a file of the model in {folder} is damaged: {damaged}; {REMEDY}") from damaged


def to_settings(values: dict[str, object]) -> Settings:
    """Return the settings that a file holds."""
    transitions, content, attribution = (
        numpy.array(values[name]) for name in ("transitions", "content", "attribution")
    )
    return Settings(str(values["name"]), transitions, content, attribution)


def to_session(file: Traversable) -> InferenceSession:
    """Return the runtime's session on a model file, on one thread: callers spread texts over processes."""
    import onnxruntime
    from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidArgument, InvalidGraph, InvalidProtobuf

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    model = file.read_bytes()
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except (Fail, InvalidArgument, InvalidGraph, InvalidProtobuf) as damaged:
        raise ParserError(f"the model file {file} is damaged ({len(model)} bytes); {REMEDY}") from damaged
