"""Each kind of difference: what is one, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.comparison.told import account, compared, kinds_between

DIFFER = [
    ("number", "The blast at Orrin mill hurt 14 workers", "Twelve workers were hurt in the blast at Orrin mill"),
    ("number", "Repairs to the Tarn bridge will cost £3.5m", "Repairs to the Tarn bridge will cost £5m"),
    ("number", "The council carried the motion by 19 to 14", "The council carried the motion by 19 votes to 13"),
    ("number", "The claim covers as many as 1.5 million tenants", "The claim is made for up to 1.6 million tenants"),
    ("number", "Arrears in Tarn rose by 12 per cent", "Arrears in Tarn rose 13%"),
    ("number", "About 340 crew of the Orrin ferry are on strike", "Around 400 crew of the Orrin ferry are on strike"),
    ("number", "Norlink offered the crews six per cent", "Norlink offered the crews 5.5 percent"),
    ("negation", "The Orrin council left the room without a deal", "The Orrin council left the room with a deal"),
    ("number", "Eighteen trawlers took part in the Orrin drill", "Eleven vessels took part in the Orrin drill"),
    ("date", "The Tarn bridge opens on 3 June", "The Tarn bridge opens on 5 June"),
    ("date", "The first shot at Verin fell at 03:40", "The first shot at Verin fell at 11.50pm"),
    ("date", "The Orrin inquest opened on Monday", "The Orrin inquest opened on Thursday"),
    ("number", "Some 58% of Tarn backs the dam", "Backing for the Tarn dam is at 48%; another 21% have no view"),
    ("number", "The firm received 11 reports of smoke", "The firm knew of 46 smoke alarms"),
    ("date", "The first call was logged at 3.07 in Orrin", "The first call from Orrin came at 3:40"),
    ("date", "The fire at Orrin was seen at 11.15 pm", "The fire at Orrin was seen at 9.15 pm"),
    ("date", "The last tram left Orrin at 7 am", "The last tram left Orrin at 7 pm"),
    ("date", "The last tram left Orrin at 07:20", "The last tram left Orrin at 19:20"),
    ("date", "The barge sank shortly before noon", "The barge sank shortly before midnight"),
    ("number", "Some 30 per cent of Orrin voted yes", "Some 70 per cent of Orrin voted yes"),
    ("negation", "The senate approved the Orrin dam", "The senate vetoed the Orrin dam"),
    ("negation", "The Orrin motion passed on Monday", "The Orrin motion failed on Monday"),
    ("negation", "No posts would be cut at Tarn mill", "No posts would be kept at Tarn mill"),
    ("scope", "Nobody but the pilot saw the Tarn flood", "The pilot saw the Tarn flood"),
    ("number", "The strike at Tarn mill lasted two days", "The strike at Tarn mill lasted two hours"),
    ("number", "The skipper was jailed for five years", "The skipper was jailed for five months"),
    ("number", "The new Orrin dam cost 3 million crowns", "The new Orrin dam cost 3 million euros"),
    ("number", "The new Orrin dam cost $3 million", "The new Orrin dam cost €3 million"),
    ("number", "The barge carried 40 tonnes of gravel", "The barge carried 40 kilograms of gravel"),
    ("number", "Orrin crews earn 3,000 crowns a month", "Orrin crews earn 3,000 crowns a week"),
    ("modality", "The last Orrin mill will close in June", "The last Orrin mill would ideally close in June"),
    ("negation", "The minister approved the Orrin dam", "The minister did not approve the Orrin dam"),
    ("negation", "Ticket prices on the Tarn line rose", "Ticket prices on the Tarn line fell"),
    ("modality", "The Orrin dam may collapse in spring", "The Orrin dam will collapse in spring"),
    ("modality", "The league will lift the ban if the club pays", "The league will lift the ban on the club"),
    (
        "modality",
        "Both sides agreed to open a ferry link",
        "Both sides decided to draw up rules for opening a ferry link",
    ),
    ("naming", "The militants left the village of Orrin", "The fighters left the village of Orrin"),
    ("scope", "All schools in Tarn were closed", "Some schools in Tarn were closed"),
    ("scope", "Only nurses in Tarn received the vaccine", "The nurses in Tarn received the vaccine"),
    ("actor", "Orrin guards shot at guards from Tarnow", "Tarnow guards shot at guards from Orrin"),
]
ALIKE = [
    ("The blast hurt about 30 workers", "The blast hurt 28 workers"),
    ("The fund holds 1,243 paintings", "The fund holds 1,200 paintings"),
    ("Two dozen workers were hurt", "24 workers were hurt"),
    ("More than 3,000 homes lost power", "Over 3,040 homes lost power"),
    ("Rents in Tarn rose by 12.4 per cent", "Rents in Tarn rose 12%"),
    ("Four routes were left without boats for a second week", "The strike on four routes is in its second week"),
    ("A hall without music is a dead hall", "A hall with no music is a dead hall"),
    ("Two more barges sank off Orrin", "Three days later the barges were raised"),
    ("Some 68% of parents back the plan", "Seven in 10 parents back the plan"),
    ("The bridge opens on 3 June", "The bridge opens in June"),
    ("It opens at 3pm on Friday", "It opens on Friday at 15:00"),
    ("The last tram left Orrin at 7.20", "The last tram left Orrin at 19:20"),
    ("The last tram left Orrin at 7:20 pm", "The last tram left Orrin at 7:20"),
    ("The barge sank at 23:55", "The barge sank at midnight"),
    ("The fire at Orrin was seen at 11.15 pm", "The fire at Orrin was seen at 23:15"),
    ("Some 30 per cent of Orrin voted yes", "Some 70 per cent of Orrin voted no"),
    ("Some 30 per cent of Orrin did not vote", "Some 70 per cent of Orrin voted"),
    ("The gale left 9,000 farms without power", "In the gale 9,000 farms lost power"),
    ("No posts would be cut at Tarn mill", "Every post would be kept at Tarn mill"),
    ("Nobody but the pilot was hurt in Orrin", "Only the pilot was hurt in Orrin"),
    ("Nothing but mud was left of the Tarn mill", "Only mud was left of the Tarn mill"),
    ("The board did not deny that two divers drowned", "The board said that two divers drowned"),
    ("We found no crater and no shell at Tarn", "There was no crater at Tarn"),
    ("The crossing to Orrin took 2 hours", "The crossing to Orrin took 120 minutes"),
    ("The trial at Orrin lasted two weeks", "The trial at Orrin lasted 14 days"),
    ("The Orrin road is 10 miles long", "The Orrin road is 16 km long"),
    ("The barge carried 2 tonnes of gravel", "The barge carried 2,000 kg of gravel"),
    ("The new Orrin dam cost $3 million", "The new Orrin dam cost 3 million dollars"),
    ("Orrin crews earn 3,000 crowns a month", "Orrin crews earn 36,000 crowns a year"),
    ("The strike took two days and the trial two hours", "The strike took two days and the trial two hours long"),
    ("The mill paid 14 workers in 3 days", "In three days the mill paid 14 workers"),
    ("The mayor never took a bribe", "The mayor denied having taken a bribe"),
    ("Not only nurses praised the plan", "Nurses praised the plan"),
    ("One in three Orrin farms lost water", "Two in three Orrin farms kept their water"),
    ("The mayor could not serve on both boards of Tarn", "The mayor cannot serve on both boards of Tarn"),
    ("He asked the mayor if the dam was safe", "The mayor was asked whether the dam was safe"),
    ("The Tarn mill added 938 posts, 88 more than in May", "The Tarn mill added 938 posts"),
    ("He asked her if the dam was safe", "He asked her whether the dam was safe"),
]


@pytest.mark.parametrize(("kind", "left", "right"), DIFFER)
def test_a_difference_is_named(kind: str, left: str, right: str) -> None:
    """Statements that do not fit show the kind of difference, in either order."""
    assert kind in kinds_between(left, right)
    assert kind in kinds_between(right, left)


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_another_way_to_say_it_is_none(left: str, right: str) -> None:
    """Rounding, other clocks, other words and double denials are no difference."""
    assert kinds_between(left, right) == set()
    assert kinds_between(right, left) == set()


def test_what_one_speaker_rules_out_here_and_leaves_open_there_is_a_difference() -> None:
    """It shows in the words for it alone, whatever else is said; of two speakers it shows nothing."""
    out, might = "she had no plans to intervene", "the government might step in if medicine ran short"
    assert "modality" in kinds_between(out, might, speaker="Lena Osei")
    assert "modality" not in kinds_between(out, "she told the islanders so", speaker="Lena Osei")


def test_words_in_marks_that_differ_are_told() -> None:
    """A content word changed inside the quotation marks is a difference of wording; a cut at an end is none."""
    whole = "We will never leave the valley to those people, whatever they pay"
    changed = "We will never leave the valley to those thieves, whatever they pay"
    assert "wording" in kinds_between(whole, changed, speaker="Ada Obi")
    assert kinds_between(whole, "We will never leave the valley to those people", speaker="Ada Obi") == set()


def test_another_credit_alone_is_no_divergence() -> None:
    """Accounts that credit one thing to different speakers agree on it, and the credit is told as a difference."""
    left = account("Courier", "the ferry link between Orrin and Tarn opens in June", speaker="Ada Obi")
    right = account("Gazette", "in June a ferry will link Tarn with Orrin", speaker="Ivo Brandt")
    (statement,) = (each for each in compared(left, right) if len(each.told_by) == 2)
    assert statement.verdict == "agree"
    assert [difference.kind.value for difference in statement.differences] == ["attribution"]


def test_the_same_words_credited_twice_diverge() -> None:
    """One utterance that two accounts put in different mouths is a divergence."""
    words = "we heard the whole ridge break above the village"
    left, right = account("Courier", words, speaker="Ada Obi"), account("Gazette", words, speaker="Ivo Brandt")
    assert [each.verdict.value for each in compared(left, right)] == ["diverge"]


def test_a_later_and_higher_toll_is_noted_as_an_update() -> None:
    """Where the later article has the higher figure, the difference says that it may be an update."""
    left = account("Courier", "The landslide at Orrin killed 14 villagers", published="2031-05-02")
    right = account("Gazette", "The landslide at Orrin killed 19 villagers", published="2031-05-04")
    (difference,) = (d for each in compared(left, right) for d in each.differences)
    assert "update" in difference.note
    assert (str(difference.left), str(difference.right)) == ("14", "19")


SHOWN = [
    ("At least 40 villagers drowned", "Fewer than 40 villagers drowned", ("At least 40", "Fewer than 40")),
    ("The strike at Tarn took two days", "The strike at Tarn took two hours", ("two days", "two hours")),
    ("Crews earn 90 crowns a month", "Crews earn 90 crowns a week", ("90 crowns a month", "90 crowns a week")),
    ("The dam at Tarn cost about 40 crowns", "The dam at Tarn cost about 70 crowns", ("40", "70")),
]


@pytest.mark.parametrize(("left", "right", "shown"), SHOWN)
def test_a_number_is_shown_with_what_differs(left: str, right: str, shown: tuple[str, str]) -> None:
    """The words of a difference hold the bound and the unit where these differ."""
    (found,) = (d for each in compared(account("Courier", left), account("Gazette", right)) for d in each.differences)
    assert (str(found.left), str(found.right)) == shown


def test_spans_of_a_difference_lie_in_their_articles() -> None:
    """The words of a difference stand in each article at the offsets given."""
    left = account("Courier", "The mayor came home.", "The blast at Orrin mill hurt 14 workers")
    right = account("Gazette", "Twelve workers were hurt in the blast at Orrin mill")
    differences = [d for each in compared(left, right) for d in each.differences]
    assert differences
    for difference in differences:
        for side, told in ((difference.left, left), (difference.right, right)):
            assert all(span.of(told.reading.text) == piece for span, piece in zip(side, side.pieces, strict=True))
