"""Where a report in a relative clause ends: "Ms Obi, who said *the ferry was safe*, left the firm in May"."""

from __future__ import annotations

from quoteattr.grammar.lines import Line
from quoteattr.grammar.subjects import Subject
from quoteattr.languages.lexicon import Language
from quoteattr.model.documents import ADV, AUX, FINITE
from quoteattr.quotation.complements import Complement

RELATIVE = "relative-antecedent"
"""The rule of a subject for which "who" or "which" stands."""
_CLAUSES = frozenset(("that-clause", "bare-clause", "whether-clause"))
"""Rules of contents that have a subject and a verb of their own."""


def within_relative(line: Line, found: Complement, subject: Subject | None, language: Language) -> Complement:
    """Return a complement without the verb of the main clause, whose subject has the report for a relative clause."""
    if subject is None or subject.rule != RELATIVE or line.lower(subject.last) != "," or found.quoted:
        return found
    end = _main_verb(line, found, language)
    return found if end is None else found._replace(last=end)


def _main_verb(line: Line, found: Complement, language: Language) -> int | None:
    """Return the comma before a finite verb to which the content has no subject, as its own clause is whole."""
    whole = found.rule not in _CLAUSES
    for at in range(found.first + 1, found.last):
        if line.tag(at) not in FINITE:
            continue
        before = at - 1
        while before > found.first and line.tag(before) is ADV:
            before -= 1
        if whole and line.quotation(before) is not None and _is_finite(line, at, language):
            return before + 1  # "who called it “a farce,” left": the comma stands inside the marks
        if line.lower(before) != ",":
            whole = whole or line.lower(before) not in line.words.subject_relatives
        elif whole and _is_finite(line, at, language):
            return before
        else:
            whole = whole or line.tag(at) is AUX  # "the wall, built in 1920, was cracked"
    return None


def _is_finite(line: Line, at: int, language: Language) -> bool:
    """Tell "…, left the firm" from the participle of "…, left by the firm" and "…, leaving the firm"."""
    passive = line.lower(at + 1) in language.roles.words.get("agents", ())
    return not passive and not line.lower(at).endswith(line.words.gerund_endings)
