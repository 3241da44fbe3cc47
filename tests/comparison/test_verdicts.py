"""Verdicts over whole accounts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.model.comparisons import ComparedStatement, Verdict
from quoteattr.options import CompareOptions
from tests.comparison.told import account, compared

TOLD = [
    "The Orrin dam broke on 3 June",
    "The Orrin dam did not break",
    "Fourteen villagers of Orrin were hurt",
    "12 villagers were hurt at Orrin",
    "The minister may visit the valley if the road is safe",
    "The minister will visit the valley",
    "All schools in Tarn stay closed",
    "Some schools in Tarn were closed on Monday",
    "A ferry link opens in spring",
    "Yes",
    "…",
]
TELLINGS = st.lists(st.sampled_from(TOLD), unique=True, max_size=8)


def shape(statement: ComparedStatement) -> tuple[frozenset[tuple[str, str]], str, frozenset[str]]:
    """Return what does not depend on the order of the accounts."""
    pairs = zip(statement.tellers, statement.mentions, strict=True)
    told = frozenset((teller, str(mention.passage)) for teller, mention in pairs if mention)
    return told, statement.verdict.value, frozenset(d.kind.value for d in statement.differences)


def test_a_soft_hyphen_is_no_difference() -> None:
    """A character without width inside a word changes nothing, whichever account has it."""
    plain, soft = (
        account("Courier", "The Orrin bridge fell on Monday"),
        account("Gazette", "The Orrin bri\u00addge fell on Monday"),
    )
    for pair in ((plain, soft), (soft, plain)):
        assert [each.verdict for each in compared(*pair)] == [Verdict.AGREE]


@given(TELLINGS, TELLINGS)
def test_swapping_accounts_mirrors_the_comparison(first: list[str], second: list[str]) -> None:
    """The same statements are tied and judged alike whichever account comes first."""
    left, right = account("Courier", *first), account("Gazette", *second)
    assert {shape(each) for each in compared(left, right)} == {shape(each) for each in compared(right, left)}


@given(TELLINGS, TELLINGS, TELLINGS)
def test_each_statement_is_compared_once(first: list[str], second: list[str], third: list[str]) -> None:
    """Every statement of every account is in the mention of exactly one compared statement."""
    accounts = [account(name, *told) for name, told in zip("ABC", (first, second, third), strict=True)]
    for number, told in enumerate((first, second, third)):
        mentions = [each.mentions[number] for each in compared(*accounts)]
        assert sorted(piece for mention in mentions if mention for piece in mention.passage.pieces) == sorted(told)


@given(TELLINGS)
def test_an_account_agrees_with_itself(told: list[str]) -> None:
    """Against itself an account agrees on everything and differs in nothing."""
    results = compared(account("Courier", *told), account("Courier", *told))
    assert all(each.verdict is Verdict.AGREE and not each.differences for each in results)
    assert len(results) == len(told)


def test_agreement_under_two_names_says_whom_each_credits() -> None:
    """Accounts that agree, but credit different speakers, are explained with both credits."""
    courier = account("Courier", "The Orrin dam broke on Monday", speaker="Ada Obi")
    gazette = account("Gazette", "It was on Monday that the Orrin dam broke")
    (told,) = compared(courier, gazette)
    assert told.verdict is Verdict.AGREE
    assert told.explain().endswith("Courier credits Ada Obi; Gazette credits no one.")


def test_what_one_account_alone_tells_is_only_in() -> None:
    """A statement without a counterpart is told by its account alone, and says so."""
    left = account("Courier", "The Orrin dam broke", "Cows slept in the chapel")
    (alone,) = (e for e in compared(left, account("Gazette", "The Orrin dam broke")) if e.verdict is Verdict.ONLY_IN)
    assert alone.explain() == "Only Courier tells: “Cows slept in the chapel”."


def test_omissions_can_be_left_out() -> None:
    """With `omissions=False` only statements of two accounts are given."""
    pair = (
        account("Courier", "The Orrin dam broke", "Cows slept in the chapel"),
        account("Gazette", "The Orrin dam broke"),
    )
    assert [e.verdict for e in compared(*pair, options=CompareOptions(omissions=False))] == [Verdict.AGREE]


def test_statements_come_in_the_order_of_the_first_account() -> None:
    """Results follow the text of the first account, then what only later accounts tell."""
    left = account("Courier", "Cows slept in the chapel", "The Orrin dam broke")
    right = account("Gazette", "The Orrin dam broke", "A ferry sank off Tarn")
    assert [e.gist for e in compared(left, right)] == [
        "Cows slept in the chapel",
        "The Orrin dam broke",
        "A ferry sank off Tarn",
    ]
