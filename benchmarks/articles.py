"""Three invented articles in three styles, to be varied as often as a benchmark needs.

In each, `{person}`, `{family}`, `{other}`, `{place}`, `{body}`, `{count}` and `{day}` stand for what varies: two
people, a town, an organisation, a number and a weekday. Names are put together of syllables, so that most are new to
whatever remembers words.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

WIRE = """\
{place} council to close swimming bath after leak

{place.upper} ({body}) - The council of {place} will close the town's only swimming bath for {count} days from {day} \
after engineers found water under the main floor, officials said.

"We cannot ask families to swim above a hole," said {person}, the council's head of buildings. "It was a hard \
decision, but it was the only one."

{family} said that the repair would cost about {count} thousand crowns and that the work would begin at once. She \
added that the bath, built sixty years ago, had passed every inspection until the spring.

According to {body}, the leak was first reported by a caretaker who heard water at night. The agency, citing a letter \
from the engineers, reported that two of the supporting walls were wet.

{other}, who trains the junior team, told reporters that {count} children would have no place to swim this winter. \
"They asked me if the club was over," he said. "I did not know what to tell them."

The council denied that it had known of the damage. A spokesman declined to comment on claims that a warning was \
ignored, but noted that "all reports are read".

The bath is visited by some {count} people a week. In the hall a sign still asks guests to shower before they enter.

{other} called the closure "a scandal in slow motion" and urged the mayor to open the pool of the old barracks. The \
mayor's office said it would consider the proposal next {day}.

Last year the neighbouring town shut its own bath for good. "We have seen how that ends," {family} said, adding that \
nobody in the council wanted the same for {place}.

The works are expected to last until the end of the season, the company in charge said in a statement on {day}. It \
gave no date for the opening, and said the price might still rise.
"""

FEATURE = """\
The last ferryman of {place}

On most mornings {person} is on the water before the fog has lifted. He pushes the boat from the stones with one foot, \
as his father did, and lets the current take it.

“People think it is quiet work,” he says, wiping the bench with his sleeve. “It is not. The river talks all day.”

There were {count} ferries on this stretch once; now there is his. The bridge at {place}, opened on a wet {day} in \
autumn, took the lorries first, then the cars, and at last the cyclists.

“I told the engineer, ‘You are building me out of a job,’” {family} recalls. “He laughed and said I should be glad of \
the rest.”

His daughter, {other}, keeps the accounts. She says that the fares pay for diesel and little more, and that without \
the small grant from {body} the boat would have been sold long ago.

The grant is not certain. In a report last month {body} wrote that the crossing served “a shrinking public” and that \
{count} passengers a week were too few. {other} has read it twice. “They counted in February,” she says. “Who crosses \
a river in February?”

A neighbour who asked not to be named believes the decision has been made. “Nobody says it aloud,” she said. “But they \
have stopped painting the landing stage.”

{family} does not talk about it much. He talks about floods, and about the bride who crossed in {count} minutes, \
barefoot, with her shoes in a bag, and about the “ghost light” that the children claim to see.

Asked what he will do when the boat is gone, he looks at the far side for a while. “Walk round, I suppose,” he says. \
“Like everybody else.”

The next passenger is already waving. He says it is the postman, and that he is always late on a {day}.
"""

BRITISH = """\
Minister 'misled' MPs over {place} rail line, says report

The government knew {count} weeks before the vote that the new line to {place} would be late, a report by {body} has \
found, and ministers 'allowed a different impression to stand'.

{person}, who chairs the committee, said: 'It isn't for us to say who lied. It's for us to say what the papers show, \
and they show that the delay was known.'

The transport minister, {other}, has insisted that he 'gave the House the best figures we had'. In a letter published \
on {day} he wrote that the estimate had changed 'several times in a single week'.

The report says that officials warned of a delay in three notes, and that the last of these was marked as read. It \
does not say by whom.

'I've never seen anything like it,' {family} told the committee. 'A note is written, it's read, and then it's as if it \
had never been there.'

Unions demanded an inquiry. Their leader said {count} jobs at the depot depended on the line, and accused the minister \
of hiding behind his staff. He added: 'The workers' patience is at an end.'

A source close to the minister claimed that the report was 'politics by other means'. Asked whether he would resign, \
{other} said he would not.

The line was promised in the '90s and has been redrawn twice. Passengers' groups say that the cost, now put at {count} \
million, could have paid for buses for a generation.

{family} warned that her committee would call the minister again. 'He'll be asked the same questions,' she said, 'and \
I hope we'll have other answers.'

The department said it welcomed the report and would reply 'in due course'. It is understood that the reply is not \
expected before {day}.
"""

STYLES = (WIRE, FEATURE, BRITISH)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
STARTS = ("Ba", "Co", "De", "Fa", "Ga", "Ho", "Ji", "Ka", "Lo", "Me", "Ni", "Ora", "Pe", "Ru", "Sa", "Ti", "Va", "Ze")
MIDDLES = ("ra", "le", "mi", "no", "sta", "ve", "li", "ndo", "ka", "re")
ENDS = ("n", "ck", "lla", "rt", "sson", "ni", "th", "ra", "vic", "m")


def articles(words: int, *, seed: int = 1) -> Iterator[str]:
    """Yield varied articles, the three styles in turn, until there are so many words.

    The paragraphs below the headline and the first one come in another order each time.

    >>> made = list(articles(2000))
    >>> len(made), len(set(made)), made == list(articles(2000))
    (7, 7, True)
    """
    chance, written = random.Random(seed), 0
    while written < words:
        for style in STYLES:
            text = _varied(style, chance)
            yield text
            written += len(text.split())
            if written >= words:
                return


def _varied(style: str, chance: random.Random) -> str:
    """Return an article of a style with other names and numbers, its later paragraphs in another order."""
    headline, first, *rest = style.strip().split("\n\n")
    chance.shuffle(rest)
    return _filled("\n\n".join([headline, first, *rest]), chance)


def _filled(text: str, chance: random.Random) -> str:
    family, place = _name(chance), _name(chance)
    values = {
        "{person}": f"{_name(chance)} {family}",
        "{family}": family,
        "{other}": f"{_name(chance)} {_name(chance)}",
        "{place.upper}": place.upper(),
        "{place}": place,
        "{body}": f"the {_name(chance)} Institute",
    }
    for key, value in values.items():
        text = text.replace(key, value)
    while "{count}" in text:
        text = text.replace("{count}", str(chance.randint(3, 900)), 1)
    while "{day}" in text:
        text = text.replace("{day}", chance.choice(DAYS), 1)
    return text


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(part) for part in (STARTS, MIDDLES, ENDS))
