"""`Article`: one published text and what is known of its publication."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from quoteattr.errors import InputError

# The names under which the field's extractors (trafilatura, newspaper4k, news-please, Goose) keep the same thing.
_NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "maintext", "cleaned_text", "raw_text", "body", "content"),
    "outlet": ("outlet", "sitename", "source_domain", "publisher", "hostname"),
    "title": ("title", "headline"),
    "url": ("url", "canonical_link", "source_url", "link"),
    "published": ("published", "date_publish", "publish_date", "date"),
    "id": ("id", "doc_id", "fingerprint"),
    "language": ("language", "lang", "meta_lang"),
}
_WANTED = "an article is a str, an Article, or what an extractor returns (a mapping or object with its text)"


def published_text(value: object) -> str | None:
    """Return a date of publication as ISO text; strings are kept as they are.

    >>> published_text(date(2018, 9, 28))
    '2018-09-28'
    """
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, date):  # a datetime is one, too
        return value.isoformat()
    raise InputError(f"published is a str or a date, not {type(value).__name__}; pass '2018-09-28', say")


def _name_or_none(value: str | None) -> str | None:
    """Return a name as it is, and `None` for one of blanks, which names nobody; what is no text is refused later."""
    return None if isinstance(value, str) and not value.strip() else value


def _optional_text(instance: object, attribute: Any, value: object) -> None:
    if value is not None and not isinstance(value, str):
        raise InputError(f"{attribute.name} is a str or None, not {type(value).__name__}")


def _text_alone(instance: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, str):
        raise InputError(f"{_WANTED}; its {attribute.name} is a str, not {type(value).__name__}{_remedy(value)}")


def _remedy(value: object) -> str:
    """Say what to do with a wrong value that is often passed."""
    if isinstance(value, (bytes, bytearray)):
        return "; decode it first: data.decode('utf-8')"
    if hasattr(value, "__fspath__"):
        return "; read the file first: path.read_text(encoding='utf-8')"
    if isinstance(value, (list, tuple, set, frozenset)):
        return "; for many articles call Reader().read_many(articles)"
    return ""


@frozen(kw_only=True)
class Article:
    """One published text, exactly as the caller has it.

    `text` holds the whole text, with or without its headline; `title` is kept beside it and never searched.
    `published` is ISO 8601 text (a `date` or `datetime` is turned into it). An outlet or title of blanks is none.

    >>> Article(text="He left.", outlet="Courier", published=date(2024, 5, 1)).published
    '2024-05-01'
    """

    text: str = field(validator=_text_alone)
    outlet: str | None = field(default=None, converter=_name_or_none, validator=_optional_text)
    title: str | None = field(default=None, converter=_name_or_none, validator=_optional_text)
    url: str | None = field(default=None, validator=_optional_text)
    published: str | None = field(default=None, converter=published_text)
    id: str | None = field(default=None, validator=_optional_text)
    language: str = field(default="en", validator=_text_alone)

    @classmethod
    def of(cls, source: object) -> Article:
        """Take a `str`, an `Article`, or what the field's extractors return.

        Mappings and objects are asked for their text, title and so on under the names that trafilatura,
        newspaper4k and news-please use. It does not guess: without a text it raises `InputError`.

        >>> Article.of({"maintext": "He left.", "source_domain": "courier.example"}).outlet
        'courier.example'
        """
        if isinstance(source, Article):
            return source
        if isinstance(source, str):
            return cls(text=source)
        found = {name: _first(source, keys) for name, keys in _NAMES.items()}
        if not isinstance(found["text"], str):
            raise InputError(f"{_WANTED}, not {type(source).__name__}{_remedy(source)}")
        return cls(**{name: value for name, value in found.items() if value is not None})

    def __repr__(self) -> str:
        shown = [repr(self.text if len(self.text) <= 40 else self.text[:39] + "…")]
        for name in ("outlet", "title", "url", "published", "id"):
            value = getattr(self, name)
            shown += [f"{name}={value!r}"] if value is not None else []
        return f"Article({', '.join(shown)})"


def _first(source: object, keys: tuple[str, ...]) -> Any:
    """Return the first value that `source` has under one of `keys`, `None` where it has none of the right type."""
    for key in keys:
        value = source.get(key) if isinstance(source, Mapping) else getattr(source, key, None)
        if isinstance(value, (str, date)) and value != "":
            return value
    return None
