"""Lines of documents whose parser splits words and ends sentences in its own way."""

from __future__ import annotations

from quoteattr.grammar.lines import Grid, lines_of
from quoteattr.languages import load
from quoteattr.model.documents import Document, Tag
from quoteattr.model.spans import Span
from quoteattr.quotation.marks import find_marks
from quoteattr.quotation.pairing import pair
from tests.treebank import document_of

LANGUAGE = load("en")


def items_of(document: Document) -> list[list[tuple[str, Tag]]]:
    """Return the folded words and tags of each line."""
    quotations, _ = pair(document.text, document.paragraphs, find_marks(document.text, LANGUAGE))
    lines = lines_of(Grid.of(document), Span(0, len(document.text)), quotations)
    return [[(item.lower, item.tag) for item in line.items] for line in lines]


def test_a_possessive_is_one_word_with_its_noun() -> None:
    """ "Brask's" is one item, a name, though the parser has two tokens."""
    document = document_of("Brask PROPN 3 nmod:poss\n's PART 1 case\nmayor NOUN 0 root\n. PUNCT 3 punct")
    assert items_of(document) == [[("brask's", Tag.PROPN), ("mayor", Tag.NOUN), (".", Tag.PUNCT)]]


def test_a_negation_is_one_word_with_its_auxiliary() -> None:
    """ "didn't" is one auxiliary."""
    document = document_of("It PRON 4 nsubj\ndid AUX 4 aux\nn't PART 4 advmod\nrain VERB 0 root\n. PUNCT 4 punct")
    assert items_of(document)[0][1] == ("didn't", Tag.AUX)


def test_a_possessive_pronoun_is_a_determiner() -> None:
    """A pronoun that owns what follows begins its phrase; any other stays a pronoun."""
    document = document_of("Her PRON 2 nmod:poss\nboat NOUN 3 nsubj\nhit VERB 0 root\nher PRON 3 obj\n. PUNCT 3 punct")
    assert [tag for _, tag in items_of(document)[0]] == [Tag.DET, Tag.NOUN, Tag.VERB, Tag.PRON, Tag.PUNCT]


def test_a_line_ends_where_an_utterance_begins_behind_a_full_stop() -> None:
    """A sentence that the parser carries on into a quotation is two lines."""
    document = document_of("""
        He PRON 2 nsubj
        left VERB 0 root
        . PUNCT 2 punct
        “ PUNCT 6 punct
        Enough ADJ 2 parataxis
        , PUNCT 6 punct
        ” PUNCT 6 punct
        he PRON 9 nsubj
        said VERB 2 parataxis
        . PUNCT 9 punct
    """)
    assert [len(line) for line in items_of(document)] == [3, 4]
