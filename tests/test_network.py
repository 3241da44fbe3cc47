"""Nothing asks for the network, and nothing is written."""

from __future__ import annotations

import subprocess
import sys

GUARD = """
import socket
import sys


def refuse(*args, **kwargs):
    raise RuntimeError("the network was asked for")


socket.socket = socket.create_connection = socket.getaddrinfo = refuse


def watch(event, args):
    if event.startswith(("socket.", "urllib.", "subprocess.", "os.system")):
        raise RuntimeError(f"not allowed: {event}")
    if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        raise RuntimeError(f"a file was written: {args[0]}")


sys.addaudithook(watch)
"""

WORK = """
import quoteattr

here = quoteattr.read("“The pier will stay,” said Ilse Marrow, the harbour master.", outlet="Quay Post")
there = quoteattr.read("Harbour master Ilse Marrow said that the pier would stay.", outlet="Shore News")
comparison = quoteattr.compare(here, there)
str(here), repr(comparison), comparison.to_dict(), here.to_dict()
print("worked", len(here.quotes))
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in a fresh interpreter in which sockets, child processes and writing raise."""
    return subprocess.run([sys.executable, "-B", "-c", GUARD + code], capture_output=True, text=True, timeout=120)


def test_reading_and_comparing_need_no_network() -> None:
    """The whole way from text to comparison works where any socket raises."""
    result = run(WORK)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == "worked 1"


def test_the_guard_holds() -> None:
    """The guard stops a look-up and a low-level socket, so the test above can fail."""
    for attempt in ("socket.getaddrinfo('news.example', 80)", "import _socket; _socket.socket()"):
        assert run(attempt).returncode != 0, attempt


def test_the_guard_sees_writing() -> None:
    """The guard stops a file from being opened for writing."""
    assert "a file was written" in run("open('never-made.txt', 'w')").stderr
