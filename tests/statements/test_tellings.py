"""Tellings: who tells what in one article."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.languages import load
from quoteattr.model.articles import Article
from quoteattr.model.quotes import Quote, QuoteKind
from quoteattr.model.spans import Passage, Span
from quoteattr.model.speakers import Speaker, SpeakerKind
from quoteattr.model.statements import Telling
from quoteattr.parsing.rules import RuleParser
from quoteattr.statements import tellings, whole_telling

ENGLISH = load("en")
OBI = Speaker(name="Ada Obi")
WIRE = Speaker(name="Tarn News Agency", kind=SpeakerKind.ORGANISATION)
MINISTRY = Speaker(name="Ministry of Roads", kind=SpeakerKind.ORGANISATION)


def passage(text: str, *words: str) -> Passage:
    """Return the passage of these words, each taken where it first stands."""
    return Passage.of(text, *(Span(text.index(each), text.index(each) + len(each)) for each in words))


def quote(text: str, *content: str, chain: tuple[Speaker, ...] = (OBI,), tag: tuple[str, str] = ("", "")) -> Quote:
    """Return a quote of these pieces of content."""
    source, cue = (passage(text, each) if each else Passage() for each in tag)
    speaker = chain[-1]
    return Quote(
        content=passage(text, *content), kind=QuoteKind.DIRECT, source=source, cue=cue, speaker=speaker, chain=chain
    )


def told(text: str, *quotes: Quote, outlet: str | None = "Courier", title: str | None = None) -> tuple[Telling, ...]:
    """Return the tellings of an article."""
    article = Article(text=text, outlet=outlet, title=title)
    return tellings(article, RuleParser().parse(text, "en"), quotes, ENGLISH)


def passages(telling: Telling) -> list[str]:
    """Return the words of a telling's statements."""
    return [str(statement) for statement in telling.statements]


def test_attribution_is_no_part_of_a_statement() -> None:
    """The tag of a quote is in no statement, and what it leaves of its sentence tells nothing."""
    text = '"The dam held all night," Ada Obi said on Friday in Tarn.'
    (own,) = told(text, quote(text, "The dam held all night,", tag=("Ada Obi", "said")))
    assert passages(own) == ["The dam held all night"]
    assert own.statements[0].speaker == OBI


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The mayor called the dam “a wall of hope”.", "the dam “a wall of hope”"),
        ("The mayor called the dam «a wall of hope».", "the dam «a wall of hope»"),
        ('The mayor called the dam "a wall of hope".', 'the dam "a wall of hope"'),
    ],
)
def test_a_mark_stays_with_its_partner(text: str, statement: str) -> None:
    """A statement that ends with words in marks keeps the mark that closes them."""
    (own,) = told(text, quote(text, statement, tag=("The mayor", "called")))
    assert passages(own) == [statement]


def test_a_mark_at_the_start_stays_with_its_partner() -> None:
    """A statement that begins with words in marks keeps the mark that opens them."""
    assert passages(told("“A wall of hope” was how the mayor saw the dam.")[0]) == [
        "“A wall of hope” was how the mayor saw the dam"
    ]


def test_a_clause_that_its_tag_interrupts_is_one_statement() -> None:
    """A sentence broken by its tag is one statement of two spans; a new sentence is its own."""
    text = '"The dam," Obi said, "held all night. Nobody slept at all."'
    (own,) = told(text, quote(text, "The dam,", "held all night. Nobody slept at all.", tag=("Obi", "said")))
    assert passages(own) == ["The dam held all night", "Nobody slept at all"]


def test_an_agency_tells_what_comes_through_it() -> None:
    """Quotes that an agency passes on are that agency's telling; the article's own comes first."""
    text = 'The dam broke on Monday near Orrin. Tarn News Agency quoted Obi: "We heard the whole ridge break."'
    own, carried = told(text, quote(text, "We heard the whole ridge break.", chain=(WIRE, OBI), tag=("Obi", "quoted")))
    assert (own.teller, carried.teller) == ("Courier", "Tarn News Agency")
    assert passages(carried) == ["We heard the whole ridge break"]
    assert carried.chain == (WIRE,)
    assert "The dam broke on Monday near Orrin" in passages(own)


def test_a_ministry_that_passes_words_on_is_no_teller() -> None:
    """A source that is no outlet, agency or report makes no account of its own."""
    text = '"We heard the ridge break," the ministry quoted Obi as saying.'
    assert len(told(text, quote(text, "We heard the ridge break,", chain=(MINISTRY, OBI)))) == 1


def test_the_teller_is_the_outlet_or_the_title() -> None:
    """Without an outlet the title names the telling, without both it is "the article"."""
    assert told("The dam broke.", title="Dam breaks")[0].teller == "Courier"
    assert told("The dam broke.", outlet=None, title="Dam breaks")[0].teller == "Dam breaks"
    assert told("The dam broke.", outlet=None)[0].teller == "the article"


def test_a_passage_printed_twice_counts_once() -> None:
    """The same words again, in other case and marks, are not told twice."""
    (own,) = told("The old dam broke on Monday.\n\nThe OLD dam broke on Monday!")
    assert passages(own) == ["The old dam broke on Monday"]


def test_the_same_words_of_two_speakers_are_told_twice() -> None:
    """What one confirms and another denies is two statements, though the words are the same."""
    text = "Ada Obi confirmed two divers had drowned. Ivo Brandt denied two divers had drowned."
    first = quote(text, "two divers had drowned", tag=("Ada Obi", "confirmed"))
    start = text.rindex("two divers")
    second = evolve(first, content=Passage.of(text, Span(start, len(text) - 1)), speaker=Speaker(name="Ivo Brandt"))
    second = evolve(second, cue=passage(text, "denied"), source=passage(text, "Ivo Brandt"))
    assert passages(told(text, first, second)[0]) == ["two divers had drowned", "two divers had drowned"]


def test_what_only_names_a_thing_makes_its_sentence_narration() -> None:
    """A quote whose content only names what was spoken about states nothing; the whole sentence does."""
    text = "The senate approved the dam on Monday."
    of_a_name = evolve(quote(text, "the dam", tag=("The senate", "approved")), kind=QuoteKind.INDIRECT)
    assert passages(told(text, of_a_name)[0]) == ["The senate approved the dam on Monday"]


@pytest.mark.parametrize(
    "text",
    [
        "Orrin beat Tarn in the cup on Sunday.",
        "The flood cost the valley two million crowns.",
        "Shops reopen on Monday in Orrin.",
        "The lake burst its banks on Sunday.",
        "No trams ran.",
        "The motion passed.",
    ],
)
def test_a_whole_sentence_is_told(text: str) -> None:
    """From its capital to its full stop a sentence tells something, however short, and whatever its tags."""
    assert passages(told(text)[0]) == [text.rstrip(".")]


def test_a_heading_is_no_sentence() -> None:
    """Words without a full stop at their end are told only where a verb shows."""
    assert passages(told("Dam in Orrin\n\nThe dam broke on Monday near Orrin.")[0]) == [
        "The dam broke on Monday near Orrin"
    ]


def test_boilerplate_is_not_told() -> None:
    """Credits and the stories listed below an article are no statements of it."""
    text = (
        "Dam breaks near Orrin village\n\nThe dam near Orrin village breaks.\n\nFarmers left their homes at night.\n\n"
        "Photo: the dam is seen here\n\nRelated articles\n\nA mayor opens the bridge at Tarn.\n"
    )
    assert passages(told(text)[0]) == ["The dam near Orrin village breaks", "Farmers left their homes at night"]


def test_infinitives_that_are_joined_are_two_statements() -> None:
    """Two things to be done are told apart, so that one account can leave out one of them."""
    text = "We agreed to send our engineers to the valley and to prevent dam failures."
    (own,) = told(text, quote(text, text))
    assert passages(own) == ["We agreed to send our engineers to the valley", "to prevent dam failures"]


def test_a_condition_stays_with_what_it_limits() -> None:
    """An "if" clause is no statement of its own, so that dropping it can be seen."""
    (own,) = told("The mayor will open the old bridge in May, if the engineers say that it is safe.")
    assert passages(own) == ["The mayor will open the old bridge in May, if the engineers say that it is safe"]


def test_the_whole_telling_holds_all_statements() -> None:
    """All voices of an article together are told under its own name, in the order of the text."""
    text = 'Tarn News Agency quoted Obi: "We heard the ridge break." The old dam broke on Monday.'
    whole = whole_telling(told(text, quote(text, "We heard the ridge break.", chain=(WIRE, OBI))))
    assert whole.teller == "Courier"
    assert passages(whole)[-1] == "The old dam broke on Monday"
    assert "We heard the ridge break" in passages(whole)


@given(st.text(alphabet=" \nabcdeAB.,;:!?\"'“”—-and1", max_size=200))
def test_any_text_is_told_and_slices_to_its_passages(text: str) -> None:
    """Every statement's words stand at its offsets, and statements are in the order of the text."""
    (own,) = told(text)
    for statement in own.statements:
        assert tuple(span.of(text) for span in statement.passage) == statement.passage.pieces
    starts = [statement.passage.start for statement in own.statements]
    assert starts == sorted(starts)


def test_a_tag_whose_source_was_not_found_is_not_told() -> None:
    """A short clause that ends in a cue beside a quotation mark is attribution, though no quote claims it."""
    text = 'In her broadcast the head of the valley council added: "The dam held."'
    (own,) = told(text, quote(text, "The dam held."))
    assert passages(own) == ["The dam held"]


def test_what_a_source_did_besides_has_it_for_its_subject() -> None:
    """Narration that shares the subject of a report has that subject, and not the word that joins the report."""
    text = "Ada Obi left the hall in tears and said it was over."
    (telling,) = told(text, quote(text, "it was over", tag=("Ada Obi", "said")))
    assert passages(telling) == ["Ada Obi left the hall in tears", "it was over"]


def test_a_dateline_is_not_told() -> None:
    """Where and when a story was written is no statement of it."""
    (telling,) = told("Seven hurt in Lisk\n\nLISK, May 3 (Arka) - The ferry struck a pier on Sunday evening.")
    assert passages(telling) == ["The ferry struck a pier on Sunday evening"]
