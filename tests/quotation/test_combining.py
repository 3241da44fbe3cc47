"""Rules and roles together: who decides what, with hand-made roles."""

from __future__ import annotations

from itertools import pairwise

import pytest
from attrs import evolve

from quoteattr.languages import load
from quoteattr.model.documents import Document, Roles
from quoteattr.model.quotes import Quote
from quoteattr.model.spans import Span
from quoteattr.parsing.rules import RuleParser
from quoteattr.quotation import find


def roles(
    text: str, content: str, source: str = "", cue: str = "", confidence: float = 0.99, speech: float = 1.0
) -> Roles:
    """Make the roles of the first places at which the words stand."""

    def at(words: str) -> Span | None:
        return Span(text.index(words), text.index(words) + len(words)) if words else None

    place = at(content)
    assert place is not None
    return Roles(
        content=(place,), source=at(source), cue=at(cue), speech=speech, confidence=confidence,
        content_confidence=confidence,
    )  # fmt: skip


def quotes_of(text: str, *found: Roles) -> tuple[Quote, ...]:
    """Find the quotes of a text whose document has these roles."""
    plain = RuleParser().parse(text, "en")
    document = Document(
        text=text, paragraphs=plain.paragraphs, sentences=plain.sentences, tokens=plain.tokens, tags=plain.tags,
        roles=found,
    )  # fmt: skip
    return find(document, load("en"))[0]


def test_what_only_sure_roles_show_is_added() -> None:
    """A content that no rule finds becomes a quote, with the source and cue of the roles."""
    text = "The idea that ferries should be free comes from Ida Holm."
    (quote,) = quotes_of(text, roles(text, "ferries should be free", "Ida Holm", "idea"))
    assert (quote.content.text, quote.source.text, quote.cue.text) == ("ferries should be free", "Ida Holm", "idea")
    assert quote.evidence[0].rule == "content/roles"


def test_unsure_roles_add_nothing() -> None:
    """Roles below the limit make no quote."""
    text = "The idea that ferries should be free comes from Ida Holm."
    assert quotes_of(text, roles(text, "ferries should be free", confidence=0.4)) == ()


def test_thoughts_are_attitudes() -> None:
    """What roles show as thought is a quote that says so."""
    text = "The idea that ferries should be free comes from Ida Holm."
    (thought,) = quotes_of(text, roles(text, "ferries should be free", "Ida Holm", speech=0.1))
    (said,) = quotes_of(text, roles(text, "ferries should be free", "Ida Holm", speech=0.9))
    assert (thought.attitude, said.attitude) == (True, False)


def test_an_accusation_without_accuser_has_nobody() -> None:
    """Who was accused is news, and the person quoted just before is not the accuser."""
    text = "“We lost,” Ida Holm said. Per Brask was accused of selling the boats."
    _, accused = quotes_of(text, roles(text, "of selling the boats", cue="was accused"))
    assert (accused.cue.text, accused.source.text, accused.is_unnamed) == ("was accused", "", True)


def test_the_sentence_behind_a_tag_is_the_reporters() -> None:
    """A content in the reporter's words does not go on behind the full stop of its tag; one in marks does."""
    text = "A short circuit caused it, Ida Holm said. Nobody was hurt."
    told = roles(text, "A short circuit caused it", "Ida Holm", "said")
    (quote,) = quotes_of(text, evolve(told, content=(*told.content, Span(42, 58))))
    assert quote.content.pieces == ("A short circuit caused it",)


def test_hearsay_alone_is_no_quote() -> None:
    """What is said or expected by nobody stays narration."""
    text = "The ferry is expected to sail again in May."
    assert quotes_of(text, roles(text, "to sail again in May", cue="is expected")) == ()


@pytest.mark.parametrize(
    ("before", "content"),
    [
        ("Ida Holm declined to say ", "whether the dam would hold"),
        ("Ida Holm declined ", "to discuss the dam"),
        ("Neither side would say ", "who is to pay for the dam"),
        ("Nobody in the town has said ", "that the dam is safe"),
        ("Ida Holm would not comment on ", "the state of the dam"),
        ("The council is silent on ", "the state of the dam"),
        ("Asked ", "whether the dam would hold"),
        ("Ida Holm was asked twice ", "if the dam would hold"),
    ],
)
def test_what_was_not_said_is_no_quote(before: str, content: str) -> None:
    """Roles cannot make a quote of what the text says nobody said."""
    text = before + content + ", and left."
    assert quotes_of(text, roles(text, content)) == ()


def test_a_question_that_somebody_asks_is_a_quote() -> None:
    """A question with a subject was asked."""
    text = "At the gate a boy in boots wondered aloud and asked whether the dam would hold."
    (quote,) = quotes_of(text, roles(text, "whether the dam would hold", "a boy in boots", "asked"))
    assert quote.content.text == "whether the dam would hold"


def test_pieces_of_one_content_are_joined() -> None:
    """Two quotations that the roles hold for one content are one quote, with all its pieces."""
    text = '"The dam is old." It was late. "It will hold." Ida Holm said so.'
    one, other = text.index("The dam is old."), text.index("It will hold.")
    both = (Span(one, one + 15), Span(other, other + 13))
    found = Roles(content=both, source=Span(47, 55), confidence=0.9, content_confidence=0.9)
    (quote,) = quotes_of(text, found)
    assert quote.content.pieces == ("The dam is old.", "It will hold.")


def test_pieces_of_two_contents_are_parted() -> None:
    """A quote of the rules whose pieces the roles give to two people is two quotes."""
    text = '"The dam is old," Ida Holm said to Lev Brandt. "It will break!"'
    (joined,) = quotes_of(text)
    one, other = quotes_of(
        text, roles(text, "The dam is old,", "Ida Holm", "said"), roles(text, "It will break!", "Lev Brandt", "said")
    )
    assert joined.content.pieces == (one.content.text, other.content.text)


def test_pieces_with_one_tag_stay_one_quote() -> None:
    """Two contents of the roles that hang on the same words are the two pieces around one tag."""
    text = '"The dam is old," Ida Holm, who has kept it for nine years, said. "It will break!"'
    (quote,) = quotes_of(
        text, roles(text, "The dam is old,", "Ida Holm", "said"), roles(text, "It will break!", "Ida Holm", "said")
    )
    assert quote.content.pieces == ("The dam is old,", "It will break!")


def test_a_fragment_in_marks_is_widened() -> None:
    """Words in marks that are a part of what was said become a mixed quote of all of it."""
    text = 'The dam, he felt, would be "a danger to the whole valley below it" if nothing was done, Ida Holm told us.'
    content = 'would be "a danger to the whole valley below it" if nothing was done'
    (quote,) = quotes_of(text, roles(text, content, "Ida Holm", "told us"))
    assert (quote.content.text, quote.kind.value) == (content, "mixed")


def test_roles_cut_no_quotation() -> None:
    """A content that ends inside marks takes in the whole quotation, or leaves it."""
    text = 'The report of Ida Holm on "the old dam in the valley" shows much.'
    (more,) = quotes_of(text, roles(text, 'on "the old dam in the', "Ida Holm"))
    assert more.content.text == 'on "the old dam in the valley"'


def test_marks_are_exact() -> None:
    """Roles never move the edges of words in marks."""
    text = '"The dam is safe," Ida Holm said.'
    (quote,) = quotes_of(text, roles(text, "The dam is", "Ida Holm", "said"))
    assert quote.content.text == "The dam is safe,"


def test_roles_name_the_source_that_rules_miss() -> None:
    """A quotation without a tag takes the source of its roles."""
    text = 'Ida Holm was blunt. "The dam is safe and it will hold."'
    (quote,) = quotes_of(text, roles(text, "The dam is safe and it will hold.", "Ida Holm"))
    assert quote.source.text == "Ida Holm"
    assert [evidence.rule for evidence in quote.evidence][-1] == "source/roles"


def test_roles_have_the_content_in_the_reporters_words() -> None:
    """Where rules and roles differ on words without marks, the roles have them; evidence names both."""
    text = "Ida Holm said the dam would hold, as everybody knew."
    (quote,) = quotes_of(text, roles(text, "the dam would hold", "Ida Holm", "said"))
    assert quote.content.text == "the dam would hold"
    assert [each.rule for each in quote.evidence] == ["content/roles", "content/bare-clause", "source/roles"]


def test_a_rule_alone_must_be_sure() -> None:
    """What only a weak rule sees is dropped where there are roles; what a sure one sees is kept."""
    text = "Ida Holm called for calm. According to Oskar Stern, the dam would break. Eva Lind said no."
    found = quotes_of(text, roles(text, "no", "Eva Lind", "said"))
    assert [quote.source.text for quote in found] == ["Oskar Stern", "Eva Lind"]


def test_quotes_stay_disjoint() -> None:
    """Roles that reach into another quote are left out."""
    text = "Ida Holm said the dam would hold. Oskar Stern said the dam would break."
    found = quotes_of(text, roles(text, "hold. Oskar Stern said the dam would break", "Ida Holm"))
    spans = sorted(span for quote in found for span in quote.content)
    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_a_label_inside_the_marks_is_the_source() -> None:
    """A turn of a transcript that is quoted with its label begins behind the label."""
    text = '"HOLM: The dam is safe and it will hold."'
    (quote,) = quotes_of(text, roles(text, "The dam is safe and it will hold.", "HOLM", ":"))
    assert (quote.source.text, quote.content.text) == ("HOLM", "The dam is safe and it will hold.")


def test_a_source_never_lies_in_its_own_content() -> None:
    """Roles that point into the words themselves name nobody."""
    text = '"The dam, Ida Holm told me, is safe and it will hold," she said.'
    (quote,) = quotes_of(text, roles(text, "The dam", "Ida Holm", "told"))
    assert not any(a.overlaps(b) for a in quote.source for b in quote.content)


def test_a_source_ends_before_an_auxiliary() -> None:
    """A source of roles is a noun phrase: its verb is no part of it, that of a relative clause is."""
    text = "Ida Holm had told us that the dam was old."
    (quote,) = quotes_of(text, roles(text, "the dam was old", "Ida Holm had", "told"))
    assert quote.source.text == "Ida Holm"
    text = "A man who had seen it told us that the dam was old."
    (quote,) = quotes_of(text, roles(text, "the dam was old", "A man who had seen it", "told"))
    assert quote.source.text == "A man who had seen it"


def test_roles_go_no_further_than_a_relative_clause() -> None:
    """A content in a relative clause ends before the verb of the main clause, which roles may take along."""
    text = "Ida Holm, who said that the dam was old, left the board in May."
    (quote,) = quotes_of(text, roles(text, "that the dam was old, left the board in May", "Ida Holm", "said"))
    assert quote.content.text == "the dam was old"


def test_that_before_an_aside_is_left_out() -> None:
    """The word that opens a clause is no part of it, whatever stands behind its comma."""
    text = "Ida Holm said that, apart from the wall, the dam was old."
    (quote,) = quotes_of(text, roles(text, "that, apart from the wall, the dam was old", "Ida Holm", "said"))
    assert quote.content.text == "apart from the wall, the dam was old"


def test_a_source_of_roles_stands_not_in_another_paragraph() -> None:
    """A quotation that its own paragraph leads to is not the speaker's of the paragraph before, or of the next one."""
    text = '"We sold," Ida Holm said.\n\nOskar Stern was blunt. "We lost it all in May."\n\nMara Dovik said no.'
    for source, cue in (("Ida Holm", "said"), ("Mara Dovik", "said")):
        quotes = quotes_of(text, roles(text, '"We lost it all in May."', source, cue))
        assert [quote.source.text for quote in quotes if quote.content.text == "We lost it all in May."] == [""]


def test_a_thing_that_somebody_did_something_to_is_not_said() -> None:
    """A verb that no list has, before an object that is no clause, must be sure to be a report."""
    text = "Some sixty residents watched the talks from the square."
    seen = roles(text, "the talks from the square", "Some sixty residents", "watched")
    assert quotes_of(text, evolve(seen, content_confidence=0.6, confidence=0.4)) == ()
    assert len(quotes_of(text, evolve(seen, content_confidence=0.9, confidence=0.9))) == 1


def test_a_dateline_is_no_source() -> None:
    """A city in capitals before the first sentence says where it was written."""
    text = "BRASKPUR: The court stayed the sale of the mill till May."
    assert quotes_of(text, roles(text, "The court stayed the sale of the mill till May.", "BRASKPUR", ":")) == ()


def test_roles_leave_the_setting_outside_of_a_source() -> None:
    """A source of roles that begins in a setting is cut as the rules' is."""
    text = "In the north farmers say that the dam is old."
    (quote,) = quotes_of(text, roles(text, "the dam is old", "the north farmers", "say"))
    assert quote.source.text == "farmers"


def test_what_somebody_did_not_say_is_no_quote() -> None:
    """A cue that holds a negation tells that nothing was said, wherever its content stands; one without it tells."""
    text = "What she did not say was that the dam was old."
    assert quotes_of(text, roles(text, "was that the dam was old", "she", "did not say")) == ()
    text = "What she did say was that the dam was old."
    (quote,) = quotes_of(text, roles(text, "was that the dam was old", "she", "did say"))
    assert quote.content.text == "the dam was old"


def test_roles_leave_the_hearer_outside_of_a_content() -> None:
    """The name of whom something was told to is no part of it, where the rules begin the clause behind it."""
    text = "Ida Holm told the daily Anzeiger the dam would hold."
    (quote,) = quotes_of(text, roles(text, "Anzeiger the dam would hold", "Ida Holm", "told"))
    assert quote.content.text == "the dam would hold"


def test_who_listened_is_no_part_of_a_content() -> None:
    """Roles may go on to the court that heard it; the rules know that it only listened."""
    text = "Simon Hale spent it on cars, Kendale Crown Court heard."
    (quote,) = quotes_of(text, roles(text, "Simon Hale spent it on cars, Kendale Crown Court", "", "heard"))
    assert quote.content.text == "Simon Hale spent it on cars"


def test_what_somebody_did_while_speaking_is_not_said() -> None:
    """A gerund right before who speaks frames the speech."""
    text = "Sentencing him, Judge Holm said that it was cruel."
    frame, told = roles(text, "Sentencing him", "Judge Holm", "said"), roles(text, "it was cruel", "Judge Holm", "said")
    assert [quote.content.text for quote in quotes_of(text, frame, told)] == ["it was cruel"]
