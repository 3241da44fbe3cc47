"""Links to other stories are told from paragraphs of the story."""

from __future__ import annotations

import quoteattr


def test_a_link_says_nothing() -> None:
    """The headline that a link leads to is no quote of this story; a paragraph that only begins alike is one."""
    text = "Read more: 'We lost it all in a night'\n\n\"It was quick,\" Ida Holm said."
    assert [quote.content.text for quote in quoteattr.read(text, parser="rules").quotes] == ["It was quick,"]
    text = "More: 'We lost it all in a night'\n\nMore people came. \"It was quick,\" Ida Holm said."
    assert [quote.content.text for quote in quoteattr.read(text).quotes] == ["It was quick,"]
