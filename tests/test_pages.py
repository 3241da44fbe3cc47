"""Every Python block in the docs runs and prints what the page shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages import needed, run_page

DOCS = Path(__file__).parent.parent / "docs"
PAGES = sorted(page for page in DOCS.rglob("*.md") if "_build" not in page.parts)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_a_page_runs(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The blocks of a page run one after the other, as a reader would type them, where the page's libraries are."""
    for library in needed(page.read_text(encoding="utf-8")):
        pytest.importorskip(library)
    monkeypatch.chdir(tmp_path)
    run_page(page)


def test_a_wrong_result_on_a_page_is_seen(tmp_path: Path) -> None:
    """A page that shows another result than its code has does not pass."""
    page = tmp_path / "wrong.md"
    page.write_text("```python\n>>> 1 + 1\n3\n```\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="Expected"):
        run_page(page)


def test_blocks_of_a_page_share_their_names(tmp_path: Path) -> None:
    """A name that one block binds is there in the next."""
    page = tmp_path / "right.md"
    page.write_text("```python\na = 1\n```\n\ntext\n\n```python\n>>> a + 1\n2\n```\n", encoding="utf-8")
    assert run_page(page) == 2


def test_a_page_names_the_libraries_it_needs() -> None:
    """A comment in a page names optional libraries; a page without one needs none."""
    assert needed("# Title\n\n<!-- needs: spacy, stanza -->\n") == ["spacy", "stanza"]
    assert needed("# Title\n") == []
