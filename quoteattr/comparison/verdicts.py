"""Verdicts: agree, diverge or only-in, with the differences that decide."""
from __future__ import annotations
from collections.abc import Sequence
from quoteattr.languages.lexicon import Language
from quoteattr.model.alignments import Aligned
from quoteattr.model.comparisons import ComparedStatement, Mention, Verdict
from quoteattr.model.readings import Account
from quoteattr.options import CompareOptions

def judge(accounts: Sequence[Account], aligned: Sequence[Aligned], language: Language, options: CompareOptions) -> tuple[ComparedStatement, ...]:
    out=[]
    tellers=tuple(a.teller for a in accounts)
    for g in aligned:
        ms=tuple(Mention(passage=s.passage,speaker=s.speaker,quote=s.quote) if s else None for s in g.statements)
        out.append(ComparedStatement(gist=g.told[0].passage.text,mentions=ms,tellers=tellers,verdict=Verdict.AGREE if len(g.told)>1 else Verdict.ONLY_IN,score=g.score))
    return tuple(out)
