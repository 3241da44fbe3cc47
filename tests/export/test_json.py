"""Readings and comparisons as JSON data, and back."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from quoteattr.errors import InputError, SchemaError
from quoteattr.export.json import schema
from quoteattr.model.comparisons import Comparison
from quoteattr.model.documents import Document
from quoteattr.model.readings import Reading
from tests.samples import LONG, comparison, long_reading, short_reading
from tests.strategies import WHOLE, comparisons, readings


def validator(name: str) -> Draft202012Validator:
    """Return a validator for one of the package's schemas; the comparison's refers to the reading's."""
    resources = ((schema(each)["$id"], Resource.from_contents(schema(each))) for each in ("reading", "comparison"))
    return Draft202012Validator(schema(name), registry=Registry().with_resources(resources))


def through_json(data: dict[str, Any]) -> Any:
    """Write the data as JSON in ASCII and read it again."""
    return json.loads(json.dumps(data, ensure_ascii=True))


@WHOLE
@given(reading=readings())
def test_a_reading_comes_back_equal(reading: Reading) -> None:
    """Whatever is in a reading, lone surrogates included, an equal one comes back through JSON."""
    assert Reading.from_dict(through_json(reading.to_dict())) == reading


@WHOLE
@given(compared=comparisons())
def test_a_comparison_comes_back_equal(compared: Comparison) -> None:
    """Whatever is in a comparison, an equal one comes back through JSON."""
    assert Comparison.from_dict(through_json(compared.to_dict())) == compared


@WHOLE
@given(reading=readings())
def test_a_reading_fits_its_schema(reading: Reading) -> None:
    """What is written of any reading is valid by the JSON Schema in the package."""
    validator("reading").validate(through_json(reading.to_dict()))


@WHOLE
@given(compared=comparisons())
def test_a_comparison_fits_its_schema(compared: Comparison) -> None:
    """What is written of any comparison is valid by the JSON Schema in the package."""
    validator("comparison").validate(through_json(compared.to_dict()))


@pytest.mark.parametrize("name", ["reading", "comparison"])
def test_schemas_are_schemas(name: str) -> None:
    """Each schema is itself valid by draft 2020-12."""
    Draft202012Validator.check_schema(schema(name))


def test_the_schema_refuses_what_from_dict_refuses() -> None:
    """The schema is no empty one: a quote without its kind does not fit it."""
    data = long_reading().to_dict()
    del data["quotes"][1]["quotes"][0]["kind"]
    assert not validator("reading").is_valid(data)


def test_a_quote_is_written_as_documented() -> None:
    """A quote is spans and ids: its words stand in the text alone."""
    quote = long_reading().to_dict()["quotes"][1]
    assert [LONG[start:end] for start, end in quote["content"]] == [
        "We have waited long enough,",
        "The company told us ‘be patient’ in March.",
    ]
    assert (quote["id"], quote["kind"], quote["speaker"], quote["chain"]) == ("q2", "direct", "s2", ["s2"])
    assert quote["quotes"][0]["id"] == "q2.1"


def test_speakers_stand_once_and_are_referred_to() -> None:
    """A speaker whom only a chain names is in the list, too, and marked as not listed by the reading."""
    data = long_reading().to_dict()
    assert [each["name"] for each in data["speakers"] if each["listed"]] == [
        "Seafarers' League",
        "Mara Velde",
        "Quillon Lines",
        "port authority",
    ]
    assert [each["id"] for each in data["speakers"] if not each["listed"]] == ["s5"]
    assert data["quotes"][2]["chain"] == ["s5", "s4"]


def test_statements_refer_to_quotes() -> None:
    """A statement names its quote by id, and comes back with that very quote."""
    data = long_reading().to_dict()
    assert [each["quote"] for each in data["tellings"][0]["statements"]] == ["q1", "q3", "q4"]
    back = Reading.from_dict(data)
    assert back.tellings[0].statements[0].quote is back.quotes[0]


def test_a_reading_compared_with_itself_is_written_once() -> None:
    """Two accounts of one article share one reading in the data."""
    reading = long_reading()
    data = evolve(comparison(), accounts=reading.accounts, statements=()).to_dict()
    assert len(data["readings"]) == 1
    assert data["accounts"] == [{"reading": 0, "telling": 0}, {"reading": 0, "telling": 1}]


WRONG: list[tuple[list[str | int], object, str]] = [
    (["schema"], "quoteattr/reading/9", "schema: version 'quoteattr/reading/9' is not known"),
    (["schema"], "something/1", "schema: wanted 'quoteattr/reading/1'"),
    (["article", "text"], None, "article.text: wanted a string, got None"),
    (["quotes"], "none", "quotes: wanted a list, got 'none'"),
    (["quotes", 0], 7, "quotes[0]: wanted an object"),
    (["quotes", 0, "kind"], "shouted", "quotes[0].kind: wanted one of 'direct', 'mixed', 'indirect', got 'shouted'"),
    (["quotes", 0, "kind"], ["direct"], "quotes[0].kind: wanted one of"),
    (
        ["quotes", 0, "content", 0],
        [0, len(LONG) + 1],
        f"quotes[0].content[0]: wanted [start, end] within 0 to {len(LONG)}",
    ),
    (["quotes", 0, "content", 0], [5, 2], "quotes[0].content[0]: wanted [start, end]"),
    (["quotes", 0, "content", 0], [True, 2], "quotes[0].content[0]: wanted [start, end]"),
    (["quotes", 0, "content"], [[4, 4]], "quotes[0].content: wanted spans that are not empty"),
    (["quotes", 0, "content"], [[4, 6], [1, 2]], "quotes[0].content: wanted spans that are not empty, in the order"),
    (["quotes", 0, "speaker"], "s99", "quotes[0].speaker: wanted the id of a speaker of this reading, got 's99'"),
    (["quotes", 0, "confidence"], 1.5, "quotes[0].confidence: wanted a number from 0 to 1"),
    (["quotes", 0, "confidence"], float("nan"), "quotes[0].confidence: wanted a number from 0 to 1"),
    (["quotes", 0, "closed"], 1, "quotes[0].closed: wanted true or false"),
    (["quotes", 1, "id"], "q1", "quotes[1].id: wanted an id that no other quote has"),
    (["speakers", 1, "id"], "s1", "speakers: wanted speakers with different ids"),
    (["document", "tokens"], [0, 1, 2], "document.tokens: wanted pairs"),
    (["document", "tags"], "NOUN", "document.tags: wanted"),
    (["tellings", 0, "statements", 0, "quote"], "q99", "tellings[0].statements[0].quote: wanted the id of a quote"),
    (["issues", 0, "span"], [0], "issues[0].span: wanted [start, end]"),
]


@pytest.mark.parametrize(("path", "value", "message"), WRONG, ids=[f"{path}={value!r:.20}" for path, value, _ in WRONG])
def test_wrong_data_says_where_and_what_is_wanted(path: list[str | int], value: object, message: str) -> None:
    """Each wrong value raises `SchemaError` with the path to it and what is wanted there."""
    data: Any = long_reading().to_dict()
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    with pytest.raises(SchemaError) as raised:
        Reading.from_dict(data)
    assert message in str(raised.value)


@pytest.mark.parametrize("items", [[[0, 2]], [5], [None], [{}], [[2, 0, "ORG"]], [[0, 2, 3]]], ids=repr)
def test_a_damaged_name_is_told(items: list[object]) -> None:
    """A name that is no start, end and kind raises `SchemaError` with the path to it."""
    data = short_reading().to_dict()
    data["document"]["entities"] = items
    with pytest.raises(SchemaError, match=r"document\.entities\[0\]"):
        Reading.from_dict(data)


@pytest.mark.parametrize("item", [[1], [], None, {}, "ab", [0, 1], [-2, "root"]], ids=repr)
def test_a_damaged_dependency_is_told(item: object) -> None:
    """A dependency that is no head and relation raises `SchemaError` with the path to it."""
    data = short_reading().to_dict()
    data["document"]["dependencies"] = [item] * (len(data["document"]["tokens"]) // 2)
    with pytest.raises(SchemaError, match=r"document\.dependencies\[0\]"):
        Reading.from_dict(data)


ODD_VALUES = (None, [], {}, "", "x", -1, 10**400, 1.5, True, float("nan"), [None], [{}], [[1]], [1, 2, 3])


@pytest.mark.parametrize("odd", ODD_VALUES, ids=lambda value: repr(value)[:20])
def test_whatever_stands_in_a_place_is_read_or_refused(odd: object) -> None:
    """Any value in the place of any other gives a comparison or `SchemaError`, and no other error."""
    data: Any = comparison().to_dict()
    for holder, key in list(_places(data)):
        value, holder[key] = holder[key], odd
        with suppress(SchemaError):
            Comparison.from_dict(data)
        holder[key] = value


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each object with its keys, and each list with the place of its first item."""
    for key in list(data) if isinstance(data, dict) else range(min(1, len(data))) if isinstance(data, list) else ():
        yield data, key
        yield from _places(data[key])


@pytest.mark.parametrize("data", [None, [], "text", b"", 3, {}], ids=repr)
def test_what_is_no_data_at_all_is_refused(data: object) -> None:
    """Anything but an object with a schema raises `SchemaError`."""
    with pytest.raises(SchemaError):
        Reading.from_dict(data)
    with pytest.raises(SchemaError):
        Comparison.from_dict(data)


def _without_each(data: Any, whole: Any) -> Any:
    """Yield copies of the whole, each without one member of one of its objects, and that member's name."""
    if isinstance(data, dict):
        for key in list(data):
            value = data.pop(key)
            yield key, copy.deepcopy(whole)
            data[key] = value
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _without_each(value, whole)


def test_every_missing_member_is_named() -> None:
    """Whichever member is taken away, the error names it; only `listed` may be missing."""
    data = comparison().to_dict()
    count = 0
    for key, broken in _without_each(data, data):
        if key == "listed":
            continue
        count += 1
        with pytest.raises(SchemaError, match=rf"{key}: is missing"):
            Comparison.from_dict(broken)
    assert count > 100


def test_quotes_nested_without_end_are_refused() -> None:
    """Data with quotes in quotes in quotes, thousands deep, raises `SchemaError`, not a RecursionError."""
    data = long_reading().to_dict()
    quote = {**data["quotes"][0], "quotes": []}
    for number in range(3000):
        quote = {**quote, "id": f"x{number}", "quotes": [quote]}
    data["quotes"] = [quote]
    with pytest.raises(SchemaError, match="inside each other"):
        Reading.from_dict(data)


def test_a_comparison_names_the_reading_at_fault() -> None:
    """The path runs through the comparison to the reading inside it."""
    data = comparison().to_dict()
    data["readings"][1]["quotes"][0]["stance"] = None
    with pytest.raises(SchemaError, match=r"readings\[1\]\.quotes\[0\]\.stance: wanted one of"):
        Comparison.from_dict(data)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("mentions", [None], "mentions: wanted 2 items, one for each account"),
        ("tellers", ["A", "B", "C"], "tellers: wanted 2 items"),
        ("score", -1, "score: wanted a number from 0 to 1"),
    ],
)
def test_a_statement_must_fit_its_comparison(key: str, value: object, message: str) -> None:
    """A compared statement has one mention and one teller for each account."""
    data = comparison().to_dict()
    data["statements"][0][key] = value
    with pytest.raises(SchemaError, match=message):
        Comparison.from_dict(data)


def test_unknown_members_are_passed_over() -> None:
    """Members that a caller added do no harm."""
    data = {**short_reading().to_dict(), "note": "checked by hand"}
    assert Reading.from_dict(data) == short_reading()


def test_a_value_that_ids_cannot_stand_for_is_refused() -> None:
    """A statement whose quote is not in its reading cannot be written, nor a document of another text."""
    with pytest.raises(InputError, match="none of the quotes"):
        evolve(long_reading(), quotes=()).to_dict()
    with pytest.raises(InputError, match="another text"):
        evolve(long_reading(), document=Document(text="Other.")).to_dict()


def test_an_unknown_schema_is_refused() -> None:
    """Asking for a schema that there is not says which there are."""
    with pytest.raises(InputError, match="reading, comparison"):
        schema("quotes")
