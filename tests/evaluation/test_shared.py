"""Where the data lies, and what happens where it does not."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from evaluation import shared
from evaluation.__main__ import main


def test_without_data_it_says_so_and_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the data nothing is measured or written, and that is said and no failure."""
    page = tmp_path / "page.md"
    assert main([], data=tmp_path / "nothing", to=page) == 0
    assert "not there, so nothing is measured" in capsys.readouterr().out
    assert not page.exists()


def test_the_folder_is_beside_the_repository_by_default() -> None:
    """Where no variable names a folder, it is `shared` beside the repository; the first variable goes before."""
    assert shared.folder({}) == shared.ROOT.parent / "shared"
    first, second = shared.VARIABLES
    assert shared.folder({first: "one", second: "two"}) == Path("one")


@pytest.mark.parametrize("name", ["some.jsonl", "some.jsonl.gz"])
def test_articles_are_read_plain_or_packed(name: str, tmp_path: Path) -> None:
    """JSON lines are read plain or packed, odd line separators in a text notwithstanding; one in `every` is taken."""
    articles = [{"id": str(number), "text": "a\u2028b\x85c"} for number in range(5)]
    raw = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles).encode()
    path = tmp_path / name
    path.write_bytes(gzip.compress(raw) if name.endswith("gz") else raw)
    assert list(shared.articles(path)) == ["0", "1", "2", "3", "4"]
    assert list(shared.articles(path, every=2).values()) == [articles[0], articles[2], articles[4]]


def test_a_scorer_is_imported_from_where_it_lies(tmp_path: Path) -> None:
    """A scorer is a file of the data, imported by its path."""
    path = tmp_path / "score.py"
    path.write_text("ANSWER = 42\n", encoding="utf-8")
    assert shared.scorer(path).ANSWER == 42
