"""Read two accounts of one meeting, show who is reported to have said what, and compare them.

The outlets, people and places are invented. Run it with `python examples/two_accounts.py`.
"""

from __future__ import annotations

import quoteattr

COURIER = """\
The transport ministers of Orvania and Teskia met in the border town of Lisk on Tuesday and agreed to reopen the \
bridge over the river Ane on 4 May.

“The bridge will carry 900 lorries a day,” Orvania's transport minister, Mara Dovik, told reporters after the talks. \
“Our traders have waited long enough,” she added.

Her Teskian counterpart, Ilon Harsa, said that the repairs had cost 14 million crowns. He called the agreement \
“a small step on a long road”.

Harsa denied that Teskia had delayed the work. “We never stopped a single shipment of steel,” he said.

The Anefree news agency, citing the press service of the Orvanian government, reported that the two ministers would \
meet again in June.

According to Dovik, customs officers of both countries will share one building, and drivers will pay a toll. About \
60 residents of Lisk watched the talks from the square. “I have not seen my sister for three \
years,” said Petra Oll, a baker.
"""

HERALD = """\
The bridge over the river Ane will be reopened on 14 May, the transport ministers of Teskia and Orvania agreed in \
Lisk on Tuesday.

“The bridge will carry 600 lorries a day,” Orvania's transport minister, Mara Dovik, said after the talks.

Teskia's transport minister, Ilon Harsa, told Radio Lisk that the repairs had cost 14 million crowns. He described \
the agreement as “a small step on a long road”. “We never stopped a single shipment of steel,” he said.

Dovik denied that drivers would pay a toll. Customs officers of both countries will share one building, \
she said.

The two ministers will meet again in September, the Anefree news agency reported, citing the press service of the \
Orvanian government.

The drivers' union was not invited to the talks. “Nobody has asked the people who drive,” its chairman, Aldo Brann, \
wrote in an open letter. He warned that long queues would “choke the town”.
"""


def main() -> None:
    """Print both readings and then the comparison."""
    courier = quoteattr.read(COURIER, outlet="Ane Courier", published="2031-03-12")
    herald = quoteattr.read(HERALD, outlet="Lisk Herald", published="2031-03-12")
    for reading in (courier, herald):
        print(reading.to_text(), end="\n\n")
    print(quoteattr.compare(courier, herald).to_text())


if __name__ == "__main__":
    main()
