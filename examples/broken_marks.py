"""Read a text with broken quotation marks: nothing raises, and each defect is told."""

from __future__ import annotations

import quoteattr

ARTICLE = """\
“The ferry is late again, said Ossian Pell, who sells the tickets.

His sister answered: &quot;It is always late.&quot; The crossing takes an hour.

"We will buy a second boat", the company said in a statement.
"""

reading = quoteattr.read(ARTICLE)

for quote in reading.quotes:
    print("closed  " if quote.closed else "unclosed", "|", quote.speaker, "|", quote.content)

print()
for issue in reading.issues:
    print(issue.explain())
