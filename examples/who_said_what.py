"""List who said what in an article, as a table that a script can go on with."""

from __future__ import annotations

import quoteattr

ARTICLE = """\
“The old mill is not for sale,” said Jonna Berrit, who chairs the village trust. She asked the council to repair \
the roof before winter.

Councillor Tam Weller replied that there was “no money for roofs”. According to the trust, an engineer put the cost \
at 40,000 crowns.
"""

reading = quoteattr.read(ARTICLE, outlet="Millbrook Weekly")

for quote in reading.quotes:
    print(f"{quote.kind:8}  {quote.speaker or '?'!s:20}  {quote.cue!s:12}  {quote.content}")

print()
for speaker in reading.speakers:
    print(f"{speaker}: {len(reading.said_by(speaker))} quote(s)")
