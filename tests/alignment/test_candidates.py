"""Which pairs of statements are worth scoring, by words and by meaning, and how near each is."""

from __future__ import annotations

from math import cos, sin

from attrs import evolve

from quoteattr.alignment.candidates import BEST, candidates
from quoteattr.alignment.meanings import Meaning
from quoteattr.alignment.neighbours import NEAREST
from quoteattr.alignment.pairs import Near
from quoteattr.alignment.profiles import Profile, profiles_of, weigh
from quoteattr.alignment.scoring import score
from quoteattr.model.documents import Vectors
from quoteattr.model.spans import Span
from tests.comparison.told import ENGLISH, account

Vector = tuple[float, float]
NORTH, EAST, BETWEEN = (0.0, 1.0), (1.0, 0.0), (0.6, 0.8)


def profiles(*told: list[str]) -> list[Profile]:
    """Return the profiles of accounts that tell these statements."""
    return [
        profile for number, each in enumerate(told) for profile in profiles_of(account("A", *each), number, ENGLISH)
    ]


def meant(profile: Profile, *words: Vector) -> Profile:
    """Return a profile whose words have these vectors, in the order of its stems."""
    levels = bytes(round(100 * value) % 256 for word in words for value in word)
    spans = tuple(Span(2 * n, 2 * n + 1) for n in range(len(words)))
    stems = tuple(sorted(profile.terms.stems)[: len(words)])
    return evolve(profile, meaning=Meaning(Vectors(spans, 2, levels), tuple(range(len(words))), stems))


def pairs(found: list[Profile]) -> dict[tuple[int, int], Near | None]:
    """Return the candidates by their positions."""
    return candidates(found, weigh(found, ENGLISH))


def test_statements_that_share_a_word_are_a_pair() -> None:
    """A shared word makes a pair, of two accounts and not of one; without vectors nothing is said of their meaning."""
    told = profiles(["The ferry sank", "The ferry left late"], ["A ferry sank at dawn", "Nobody slept"])
    assert pairs(told) == {(0, 2): None, (1, 2): None}


def test_statements_that_share_no_word_are_a_pair_by_meaning() -> None:
    """Vectors find a pair without a shared word, which words alone do not."""
    found = profiles(["The ferry sank"], ["Her hull filled with water", "The mayor slept"])
    assert pairs(found) == {}
    told = [meant(each, vector) for each, vector in zip(found, (NORTH, BETWEEN, EAST), strict=True)]
    first, second = pairs(told)[0, 1], pairs(told)[0, 2]
    assert first is not None
    assert second is not None
    assert first.closer > second.closer


def test_only_near_neighbours_are_pairs_by_meaning() -> None:
    """Of many statements without a shared word, only the nearest are worth scoring."""
    words = ["alder", "birch", "cedar", "dogwood", "elm", "fir", "gorse", "hazel"]
    found = profiles(["zinc"], words)
    vectors = [NORTH, *((sin(n / 10), cos(n / 10)) for n in range(len(words)))]
    near = pairs([meant(each, vector) for each, vector in zip(found, vectors, strict=True)])
    assert {(0, n + 1) for n in range(NEAREST)} <= set(near)
    first, second = near[0, 1], near[0, 2]
    assert first is not None
    assert second is not None
    assert first.closer > second.closer


def test_the_order_of_the_accounts_changes_no_pair() -> None:
    """Exchanging the accounts gives the same pairs with the same measures."""
    first, second = ["The ferry sank", "Nobody was hurt"], ["A boat went down", "No one was hurt", "It rained"]
    vectors = dict(zip((*first, *second), (NORTH, EAST, BETWEEN, (0.8, 0.6), (-1.0, 0.0)), strict=True))

    def measured(*told: list[str]) -> dict[frozenset[str], Near | None]:
        found = [meant(each, vectors[each.statement.passage.text]) for each in profiles(*told)]
        texts = [each.statement.passage.text for each in found]
        return {frozenset((texts[a], texts[b])): near for (a, b), near in pairs(found).items()}

    assert measured(first, second) == measured(second, first)


def test_a_word_of_all_statements_makes_no_pair_of_each_two() -> None:
    """Partners by words are capped for each statement and account."""
    told = pairs(profiles([f"barge {n}x" for n in range(20)], [f"barge {n}y" for n in range(3)]))
    assert len(told) <= 20 * 3
    assert all(sum(a == first for a, _ in told) <= BEST for first in range(20))


def test_each_word_is_held_against_the_nearest_one_of_the_other_statement() -> None:
    """Two statements match as far as each word has its like in the other: here one of two words, and all of the one."""
    first, second = profiles(["gulls screamed"], ["birds"])
    near = pairs([meant(first, NORTH, EAST), meant(second, NORTH)])[0, 1]
    assert near is not None
    assert 0.7 < near.matched < 0.8


def test_what_shares_nothing_is_no_counterpart_for_being_the_nearest() -> None:
    """One statement is always the nearest of all."""
    first, second = profiles(["Her hull filled with water"], ["The mayor slept"])
    weights = weigh([first, second], ENGLISH)
    assert score(first, second, weights, Near(closer=0.05, matched=0.3)) < 0.3
    assert score(first, second, weights, Near(closer=0.4, matched=0.8)) > 0.5
