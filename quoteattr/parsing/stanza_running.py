"""Runs a Stanza pipeline over texts: in bulk where that is safe, and with no sentence so long that it fills memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

LONGEST = 200
"""Most tokens of a sentence. The parser weighs each pair of words: 500 in a table or list without full stops take a
quarter of a gigabyte, 2,000 take twenty. In news, hardly a sentence is longer than 100."""
CUT_AFTER = frozenset(",;:–—)|")
"""Where a sentence that is too long is best cut."""


def run(pipeline: Any, texts: Sequence[str]) -> Iterable[Any]:
    """Return what the pipeline finds in each text, one after the other.

    Coreference takes one text at a time, as in bulk it would take all of them for one.
    """
    steps = [name for name in pipeline.processors if name not in ("tokenize", "mwt")]
    documents = [_cut(document) for document in pipeline.bulk_process(list(texts), processors=["tokenize"])]
    if "coref" in steps:
        return (pipeline(document, processors=steps) for document in documents)
    found: Iterable[Any] = pipeline.bulk_process(documents, processors=steps)
    return found


def _cut(document: Any) -> Any:
    """Cut the sentences that are too long, and leave any other document as it is."""
    if all(len(sentence.tokens) <= LONGEST for sentence in document.sentences):
        return document
    pieces = [piece for sentence in document.to_dict() for piece in _pieces(sentence)]
    return type(document)([_renumbered(piece) for piece in pieces], text=document.text)


def _pieces(sentence: Sequence[dict[str, Any]]) -> Iterator[Sequence[dict[str, Any]]]:
    """Yield a sentence in pieces that end at a comma or the like, if there is one in their second half."""
    start = 0
    while len(sentence) - start > LONGEST:
        window = range(start + LONGEST, start + LONGEST // 2, -1)
        end = next((end for end in window if sentence[end - 1]["text"] in CUT_AFTER), start + LONGEST)
        end = _behind_token(sentence, end)
        yield sentence[start:end]
        start = end
    yield sentence[start:]


def _behind_token(sentence: Sequence[dict[str, Any]], end: int) -> int:
    """Move a cut behind the multi-word token that it would fall into; its words follow it."""
    for at in range(max(0, end - 4), end):
        numbers = _numbers(sentence[at])
        if len(numbers) > 1:
            end = max(end, at + 2 + numbers[-1] - numbers[0])
    return end


def _renumbered(piece: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the tokens of a piece, counted from 1."""
    before = _numbers(piece[0])[0] - 1 if piece else 0
    return [{**token, "id": tuple(number - before for number in _numbers(token))} for token in piece]


def _numbers(token: dict[str, Any]) -> tuple[int, ...]:
    """Return the number of a word, or the first and last of a multi-word token's."""
    number = token["id"]
    return (number,) if isinstance(number, int) else tuple(number)
