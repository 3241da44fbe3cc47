"""Odd text is read, written and shown without an error; reading changes nothing and depends on nothing else."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

import quoteattr
from tests.work import work

ODD = (
    "citingtheyquoted",
    "",
    "\0",
    "\ud800 said \udfff",
    "Ida Brandt, \x1e ",
    "\x1c\x1d\x1e\x1f",
    "\r\n\r\n\f\v\u2028\u2029",
    "\u202e“tuhs si egdirb ehT”\u202c said Obi.",
    "I\u0307da sa\u0301id: «İstanbul ŉ ΐ ß ﬁ».",
    "“\u200b”\ufeff‘\u00ad’",
    "👩‍👩‍👧 said “👍🏽”.",
    "彼は「橋は安全だ」と言った。",
    "قال: «نعم».",
    "&quot;&amp;quot;&#8220;We&rsquo;&ldquo; &amp; said",
    'He said that "',
    "said said said: , . said",
    "According to according to",
    "Q:\nA:\nQ:\nA:",
    "(Nordwire) - (Nordwire) —",
    "Ms Mr Dr. said Ms. that",
    "12 1,2,3 $ % 99:99 31/02/0000 said",
)
"""Texts that no one wrote, each of a kind that once broke a reader or may."""
NEWS = (
    '"We will rebuild," Mayor Ida Brandt said. She added that 12 homes in Brask were lost.\n\nAccording to Nordwire, '
    "the harbour police said a ferry had sunk on Monday. “It was quick,” one of them told reporters."
)
OTHER = "Nordwire reported that two ferries sank on Tuesday. Ida Brandt denied that homes were lost."
COMPARED = """
import json, sys, quoteattr
first, second = json.load(sys.stdin)
comparison = quoteattr.compare(quoteattr.read(first, outlet="A"), quoteattr.read(second, outlet="B"))
print(json.dumps(comparison.to_dict(), sort_keys=True))
"""


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_odd_text_is_read_written_and_shown(text: str) -> None:
    """A reading of odd text comes back from its data, and has a view of each kind."""
    reading = quoteattr.read(text, outlet="Courier")
    assert quoteattr.Reading.from_dict(json.loads(json.dumps(reading.to_dict()))) == reading
    assert reading.text == text
    assert isinstance(reading.to_text(), str)
    assert isinstance(reading.to_html(), str)
    assert isinstance(repr(reading), str)


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_odd_text_is_compared(text: str) -> None:
    """A comparison of odd text with news comes back from its data, and has a view of each kind."""
    comparison = quoteattr.compare(quoteattr.read(text, outlet="A"), quoteattr.read(NEWS, outlet="B"))
    assert quoteattr.Comparison.from_dict(json.loads(json.dumps(comparison.to_dict()))) == comparison
    assert isinstance(comparison.to_text(), str)
    assert isinstance(comparison.to_html(), str)


def test_the_seed_of_hashes_changes_nothing() -> None:
    """Processes that hash strings differently compare two articles to the very same data."""
    texts = json.dumps([NEWS, OTHER])
    found = {
        subprocess.run(
            [sys.executable, "-c", COMPARED],
            input=texts,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(found) == 1


def test_threads_read_the_same() -> None:
    """Eight threads that share a reader give what one gives."""
    reader = quoteattr.Reader()
    texts = [NEWS, OTHER, *ODD] * 4
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(reader.read, texts)) == [reader.read(text) for text in texts]


def test_values_survive_pickling_and_have_a_hash() -> None:
    """A reader, a reading and a comparison are equal to their pickled copies, and hash alike."""
    reading = quoteattr.read(NEWS)
    comparison = quoteattr.compare(reading, quoteattr.read(OTHER))
    for value in (quoteattr.Reader(), reading, comparison, reading.quotes[0], reading.speakers[0]):
        copy = pickle.loads(pickle.dumps(value))
        assert copy == value
        assert hash(copy) == hash(value)


@pytest.mark.parametrize("piece", ["12% ", "5'6\" ", ", 51, ", "May 5 ", "&#8220;a&#8221; "], ids=ascii)
def test_a_comparison_of_many_figures_is_linear(piece: str) -> None:
    """Four times as many figures or dates in one sentence take at most five times the work to compare."""
    assert _work(piece, 8_000) <= 5 * _work(piece, 2_000)


def _work(piece: str, length: int) -> int:
    reading = quoteattr.read(piece * (length // len(piece)), parser="rules")
    other = quoteattr.read(reading.text + "It rained.", parser="rules")
    return work(lambda: quoteattr.compare(reading, other))
