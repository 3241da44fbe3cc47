"""The learned roles layer without its model: pieces, windows, and decoding from hand-made logits."""

from __future__ import annotations

import pytest

numpy = pytest.importorskip("numpy")

from quoteattr.parsing.roles.decoding import Arcs, Logits, best_labels, find_attributions, joined_contents, spans_of  # noqa: E402
from quoteattr.parsing.roles.pieces import CAPITAL, SPACE_AFTER, SPACE_BEFORE, break_between, shape_of  # noqa: E402
from quoteattr.parsing.roles.windows import AFTER, BEFORE, WINDOW, to_rows, to_windows  # noqa: E402

FREE = numpy.zeros((7, 7))


def labelled(*labels: int) -> numpy.ndarray:
    """Scores that clearly want these labels."""
    scores = numpy.full((len(labels), 7), -5.0)
    scores[numpy.arange(len(labels)), labels] = 5.0
    return scores


def pointing(count: int, targets: dict[tuple[int, int], int]) -> numpy.ndarray:
    """Arc shares of one window in which (query, piece) points at a piece, and all else nowhere."""
    shares = numpy.zeros((1, 4, count + 2, count + 2))
    shares[..., 0] = 1.0
    for (query, piece), target in targets.items():
        shares[0, query, piece + 1] = 0.0
        shares[0, query, piece + 1, target + 1] = 1.0
    return shares


@pytest.mark.parametrize("count", [0, 1, 253, 254, 255, 420, 445, 3000])
def test_every_piece_has_its_own_place_in_its_window(count: int) -> None:
    """What the windows say of their pieces is put together in the order of the pieces, at every length of text."""
    windows = to_windows(count, breaks=range(0, count, 37))
    rows = to_rows(windows, numpy.arange(count) + 1000, numpy.zeros(count, dtype=int))
    assert windows.own([numbers[0] for numbers, _ in rows]).tolist() == list(range(1000, 1000 + count))


@pytest.mark.parametrize("count", [255, 300, 2000])
def test_inner_pieces_have_context_on_both_sides(count: int) -> None:
    """A window sees more of what comes before its own pieces than after them."""
    windows = to_windows(count)
    for first, end, begin, stop in zip(windows.firsts, windows.ends, windows.edges, windows.edges[1:], strict=False):
        assert begin - first == (BEFORE if begin else 0)
        assert end - stop == (AFTER if stop < count else 0)


@pytest.mark.parametrize("count", [200, 255, 300, 700, 5000])
@pytest.mark.parametrize("every", [1, 7, 30, 90])
def test_no_window_is_longer_than_training_saw(count: int, every: int) -> None:
    """Windows are as long as they must be and no longer than the model knows, wherever lines break."""
    windows = to_windows(count, breaks=range(0, count, every))
    assert max(end - first for first, end in zip(windows.firsts, windows.ends, strict=True)) <= WINDOW


def test_an_edge_falls_on_a_line_break_that_is_near() -> None:
    """The edge moves to the nearest break, and stays where none is near."""
    assert to_windows(300, breaks=[20, 140, 160, 290]).edges == (0, 141, 300)
    assert to_windows(300, breaks=[20, 290]).edges == (0, 150, 300)


def test_a_range_over_an_edge_is_read_in_both_windows() -> None:
    """Each window speaks for its own pieces of a range."""
    parts = list(to_windows(300).parts((148, 153)))
    assert [(part.owner, part.start, part.end) for part in parts] == [(0, 149, 151), (1, BEFORE + 1, BEFORE + 4)]


def test_a_straight_mark_shows_its_side_by_its_blanks() -> None:
    """The blank before an opening mark and after a closing one are part of its shape."""
    text = '"Wait," said Oduya.'
    assert shape_of(text, 0, 1) == SPACE_BEFORE
    assert shape_of(text, 6, 7) == SPACE_AFTER
    assert shape_of(text, 13, 18) == CAPITAL | SPACE_BEFORE


def test_line_breaks_become_one_piece() -> None:
    """A blank line and a single break differ; blanks alone give no piece."""
    assert break_between("a b", 1, 2) == []
    assert break_between("a\nb", 1, 2) != break_between("a\n\nb", 1, 3)


def test_an_inside_label_never_follows_another_role() -> None:
    """With transitions that forbid it, the path turns an orphan inside label into a whole span or none."""
    transitions = FREE.copy()
    transitions[[0, 1, 2, 3, 4], 6] = -1e4
    labels = best_labels(labelled(0, 3, 6, 6, 0), transitions)
    assert all(labels[place - 1] in (5, 6) for place in range(1, 5) if labels[place] == 6)


def test_spans_that_touch_stay_apart() -> None:
    """Two begins side by side are two spans."""
    assert spans_of(numpy.array([5, 6, 5, 6]))["content"] == [(0, 2), (2, 4)]


def test_arcs_link_a_content_to_the_farther_source() -> None:
    """Of two sources the one that the content points at is taken, be it farther off."""
    arcs = pointing(6, {(0, 4): 2, (0, 5): 2, (1, 4): 0, (1, 5): 0, (3, 2): 0})
    logits = Logits(
        roles=labelled(1, 0, 3, 1, 5, 6),
        arcs=arcs,
        speech=numpy.ones(6),
        transitions=FREE,
        marked=numpy.zeros(6, dtype=bool),
    )
    (found,) = find_attributions(logits, to_windows(6))
    assert (found.content, found.cue, found.source) == (((4, 6),), (2, 3), (0, 1))


def test_a_broken_quotation_is_one_content() -> None:
    """A range whose pieces point back at an earlier content joins it, and one that points at itself does not."""
    windows = to_windows(8)
    back = Arcs(pointing(8, {(2, 0): 0, (2, 1): 0, (2, 6): 0, (2, 7): 0}), windows)
    own = Arcs(pointing(8, {(2, 0): 0, (2, 1): 0, (2, 6): 6, (2, 7): 6}), windows)
    quoted = numpy.ones(8, dtype=bool)
    assert joined_contents([(0, 2), (6, 8)], back, quoted) == [[(0, 2), (6, 8)]]
    assert joined_contents([(0, 2), (6, 8)], own, quoted) == [[(0, 2)], [(6, 8)]]


def test_a_text_without_pieces_has_no_attribution() -> None:
    """Nothing in, nothing out."""
    logits = Logits(
        roles=numpy.zeros((0, 7)),
        arcs=numpy.zeros((1, 4, 2, 2)),
        speech=numpy.zeros(0),
        transitions=FREE,
        marked=numpy.zeros(0, dtype=bool),
    )
    assert find_attributions(logits, to_windows(0)) == []
