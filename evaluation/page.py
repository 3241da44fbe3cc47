"""The page on how well the library does, for the docs: the same figures give the same page."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr import __version__

from . import tables
from .measuring import Measured

HEAD = """\
# How well it does

This page is written by `tox -e evaluate` (`python -m evaluation`), which reads the development data with every
installed engine and runs the data's own scorers. The data is not part of the package: some of its texts belong to
their publishers. Without it the command says so and measures nothing. The figures are those of quoteattr {version},
in percent unless said otherwise; an en dash stands for a figure that is not known. Those of other systems were
measured in November 2026 on the same data with the same scorers, and are copied, not measured again.
"""

POLNEAR = """\
## Attribution in US political news

The 84 development articles of PolNeAR (Newell, Margolin and Ruths, LREC 2018), 67,609 words. Only outermost quotes
are scored, as the corpus marks no quotes inside quotes. *Direct*: nine in ten words of a content or more stand in
marks; *mixed*: some do; *indirect*: none.

- **token**: F1 over the words inside contents, however they are cut into quotes. On direct quotes it proves little,
  as a regular expression shows.
- **overlap**: F1 of contents matched one to one, where the words have a Jaccard index of at least 0.5;
  **overlap R** is its recall.
- **exact**: F1 of contents with just the same words.
- **attrT**: F1 over the words inside contents whose source is right too.
- **indirect/speech**: indirect contents whose cue is a verb of speech. The corpus counts beliefs, plans and votes
  as well, which this library leaves out on purpose, so the other columns on indirect quotes look low.

The trial taggers are networks trained on this corpus; the rules were written with its training side at hand.
"""

SPEAKERS = """\
## Speakers in the same news

14 of those articles, where 222 of 370 quotes have a named speaker. **spk**: of the quotes found, the share with the
right name; **spkR**: of all. One annotator made this data and no second checked it. On the articles kept apart, no
other system passes 40 on direct quotes.
"""

EVENTS = """\
## Whole events

The seed, which is one real page with an unclosed mark, two agencies and repeated teasers, and four invented events
told by several outlets in many styles: 13 texts. Quotes inside quotes count.

- **found**: precision, recall and F1 of contents matched one to one (Jaccard index of at least 0.5).
- **direct R**, **direct exact**: of the direct quotes, the share found, and found with just the same words.
- **source**: of the quotes found, the share whose source is right. **speaker**: of *all* quotes, the share found
  with the right speaker. **chain**: of all quotes with a chain of two links or more, the share found with that very
  chain.
- **alarms**: predictions, per hundred, that lie in words marked as no quotation.

Other systems give no speaker and no chain; the words of their source stand in.
"""

STATEMENTS = """\
## Compared accounts

The same events, each compared as a whole: `compare` over the readings, and over `reading.accounts` for the seed.

- **links**: pairs of accounts tied by one statement.
- **verdict**: of the statements that two accounts tell, the share that is aligned and judged right.
- **diverge**: precision, recall and F1 of that verdict; **kinds** is the F1 of the kinds of difference given there.
- **only-in**: F1 of statements that one account alone tells.

No other system compares accounts.
"""

KEPT = """\
## Events kept apart

Invented events of our own (`evaluation/events/kept`), written and annotated by the same guidelines, without knowledge
of the code. Nothing was learned from them: of all figures on this page these flatter least. Accounts here tell one
matter in very different words, and much of what they share diverges.
"""

RELIABILITY = """\
## What confidence means

The quotes found in PolNeAR dev and the four invented events, by `confidence`: the share whose content is found in
the gold (Jaccard index of at least 0.5), and the share whose content and source are both right. The last leaves out
quotes whose gold names no source. Confidence is measured on the training data and speaks of the content; in PolNeAR
a belief or a plan in the gold counts as found.
"""

CHECKS = """\
## What the first version must reach

Each line is measured by the same run.
"""

WEAK = """\
## What is held to be weak

- **The data is seen.** The rules were written on the training data, but these development sets were measured many
  times on the way, so the figures flatter them. Figures for a release come from texts kept apart.
- **The events are few and invented.** Four events and one real page: two quotes more or less move a share by a point
  or more. Other systems were not made for them.
- **Speech without marks.** Contents without marks end too soon or too late more often than any other, and a verb that
  no list has finds none.
- **Statements.** Alignment and verdicts are far from a reader's: compare the columns with the second reader's.
- **Speakers** are scored by name. A right party under another name that the data does not list counts as wrong, and a
  person whom the article never names in full has only the name that it gives.
- **Confidence** is one figure for each rule, not for each sentence.

See also [what it gets wrong](limits.md).
"""


def page(measured: Sequence[Measured]) -> str:
    """Return the page for these engines."""
    parts = [HEAD.format(version=__version__)]
    for text, table in sections(measured):
        parts += [text, table + "\n"]
    return "\n".join([*parts, WEAK])


def sections(measured: Sequence[Measured]) -> list[tuple[str, str]]:
    """Return each section's text and its table, peers first, then ours."""
    others = tables.peers()
    found = [
        (POLNEAR, tables.markdown(tables.POLNEAR, [*others["polnear"], *(each.polnear for each in measured)])),
        (SPEAKERS, tables.markdown(tables.SPEAKERS, [each.speakers for each in measured])),
        (EVENTS, tables.markdown(tables.EVENTS, [*others["events"], *(each.events for each in measured)])),
        (
            "The four invented events alone:\n",
            tables.markdown(tables.EVENTS, [each.events_alone for each in measured]),
        ),
        (
            STATEMENTS,
            tables.markdown(tables.STATEMENTS, [*others["statements"], *(each.statements for each in measured)]),
        ),
        (
            "The four invented events alone:\n",
            tables.markdown(tables.STATEMENTS, [each.statements_alone for each in measured]),
        ),
        (KEPT, tables.markdown(tables.EVENTS, [each.events_kept for each in measured])),
        ("Compared:\n", tables.markdown(tables.STATEMENTS, [each.statements_kept for each in measured])),
    ]
    return [*found, *_of_each(RELIABILITY, measured), *_of_each(CHECKS, measured)]


def _of_each(text: str, measured: Sequence[Measured]) -> list[tuple[str, str]]:
    """Return a table for each engine, the text before the first."""
    columns = tables.RELIABILITY if text is RELIABILITY else tables.CHECKS
    return [
        (
            f"{text if place == 0 else ''}\n{each.system}:\n",
            tables.markdown(
                columns, each.reliability if text is RELIABILITY else [check.row() for check in each.checks]
            ),
        )
        for place, each in enumerate(measured)
    ]
