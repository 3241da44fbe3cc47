"""`Issue`: a defect found in a text, told in place of an exception."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from quoteattr.model.spans import Span


class IssueKind(StrEnum):
    """What is wrong.

    >>> IssueKind.UNCLOSED_MARK == "unclosed-mark"
    True
    """

    UNCLOSED_MARK = "unclosed-mark"
    STRAY_MARK = "stray-mark"
    WRONG_WAY_MARK = "wrong-way-mark"
    LONE_SURROGATE = "lone-surrogate"
    NUL = "nul"
    EMPTY_TEXT = "empty-text"
    UNKNOWN_LANGUAGE = "unknown-language"


_SENTENCES: dict[IssueKind, str] = {
    IssueKind.UNCLOSED_MARK: "a quotation opens at {0} and is never closed; it is taken to end at {1}",
    IssueKind.STRAY_MARK: "the quotation mark at {0} has no partner; it is passed over",
    IssueKind.WRONG_WAY_MARK: "the quotation mark at {0} faces the wrong way; it is read by its place",
    IssueKind.LONE_SURROGATE: "half a character (a lone surrogate) stands at {0}; the text was decoded wrongly",
    IssueKind.NUL: "a NUL character stands at {0}; the text was extracted wrongly",
    IssueKind.EMPTY_TEXT: "the article has no words, so there is nothing to find",
    IssueKind.UNKNOWN_LANGUAGE: "the text is in a language that the learned engine does not know; rules alone read it",
}


@frozen(slots=True)
class Issue:
    """A defect found in the text; the rest is still read.

    >>> Issue(IssueKind.STRAY_MARK, Span(7, 8)).explain()
    'the quotation mark at 7 has no partner; it is passed over'
    """

    kind: IssueKind
    span: Span

    def explain(self) -> str:
        """Say in a sentence what is wrong, where, and what was done about it."""
        return _SENTENCES[self.kind].format(self.span.start, self.span.end)
