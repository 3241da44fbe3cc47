"""What differs between languages, as data: one folder of TOML files for each; this module loads it."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from quoteattr.errors import LanguageError
from quoteattr.languages.lexicon import CueEntry, Family, Language, Mark, PhraseEntry, Pronoun, Roles, Title

FILES = (
    "quote_marks",
    "cues",
    "nouns",
    "titles",
    "pronouns",
    "verbs",
    "words",
    "grammar",
    "boilerplate",
    "synonyms",
    "comparing",
    "roles",
)
"""The data files of a language; `quote_marks.toml` is needed, each other may be missing."""


def available() -> tuple[str, ...]:
    """Return the codes of the languages that there is data for.

    >>> "en" in available()
    True
    """
    root = resources.files(__package__)
    return tuple(sorted(p.name for p in root.iterdir() if p.joinpath("quote_marks.toml").is_file()))


INVISIBLE = "\ufeff\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e"
"""Characters without width: byte order mark, soft hyphen, joiners, marks of direction."""
_NO_INVISIBLE = str.maketrans(dict.fromkeys(INVISIBLE))


@lru_cache(maxsize=1 << 15)  # words recur, in a text and from text to text
def fold(word: str) -> str:
    """Fold a word for looking it up: small letters, straight apostrophes, no soft hyphen inside.

    >>> fold("Don&#8217;t")
    "don't"
    """
    lower = word.casefold() if word.isascii() else word.casefold().replace("’", "'").translate(_NO_INVISIBLE)
    return lower.replace("&#8217;", "'").replace("&rsquo;", "'").replace("&#39;", "'") if "&" in lower else lower


def either(words: Iterable[str]) -> str:
    """Return a pattern for one of some words, the longest first; without words it matches nothing.

    >>> either(("of", "for", "a.m"))
    'a\\\\.m|for|of'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)"


@cache
def load(code: str) -> Language:
    """Return the data of the language with this code ("en"); a region ("en-GB") is passed over.

    Raises `LanguageError` for a language without a folder. The value is immutable and read once.

    >>> load("en").cues["said"].lemma
    'say'
    """
    base = code.replace("_", "-").split("-")[0].casefold()
    if base not in available():
        known = ", ".join(available())
        raise LanguageError(f"there is no language data for {code!r}; there is for: {known}")
    if base != code:
        return load(base)
    folder = resources.files(__package__).joinpath(base)
    raw = {name: _bytes(folder, name) for name in FILES}
    data = {name: tomllib.loads(content.decode("utf-8")) for name, content in raw.items()}
    digest = hashlib.sha256(b"\0".join(raw[name] for name in FILES)).hexdigest()[:12]
    return _language(base, digest, data)


def _phrasal(entries: Sequence[CueEntry]) -> dict[str, tuple[CueEntry, ...]]:
    """Index the cues that need a particle by their form, the longest particle first."""
    index: dict[str, list[CueEntry]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.particle or "")):
        for form in dict.fromkeys(entry.forms) if entry.particle is not None else ():
            index.setdefault(form, []).append(entry)
    return {form: tuple(found) for form, found in index.items()}


def _bytes(folder: Any, name: str) -> bytes:
    file = folder.joinpath(name + ".toml")
    content: bytes = file.read_bytes() if file.is_file() else b""
    return content


def _language(code: str, digest: str, data: Mapping[str, Mapping[str, Any]]) -> Language:
    entries = tuple(CueEntry.from_data(entry) for entry in data["cues"].get("verb", ()))
    return Language(
        code=code,
        digest=digest,
        marks={m["form"]: Mark(m["form"], Family(m["family"]), m["direction"]) for m in data["quote_marks"]["mark"]},
        elisions=tuple(data["quote_marks"].get("elisions", ())),
        measures=tuple(data["quote_marks"].get("measures", ())),
        cues={form: entry for entry in entries if entry.particle is None for form in entry.forms},
        phrasal_cues=_phrasal(entries),
        cue_entries=entries,
        phrases=tuple(PhraseEntry.from_data(entry) for entry in data["cues"].get("phrase", ())),
        nouns={word: kind for kind, words in data["nouns"].items() for word in words},
        titles={form: Title.from_data(entry) for entry in data["titles"].get("title", ()) for form in entry["forms"]},
        pronouns={entry["form"]: Pronoun(**entry) for entry in data["pronouns"].get("pronoun", ())},
        verbs={
            form: position
            for line in data["verbs"].get("verbs", ())
            for position, form in reversed(tuple(enumerate(line.split())))
        },
        words={kind: frozenset(words) for kind, words in (*data["words"].items(), *data["grammar"].items())},
        boilerplate={kind: tuple(lines) for kind, lines in data["boilerplate"].items()},
        synonyms=tuple(tuple(group.split()) for group in data["synonyms"].get("groups", ())),
        comparing=data["comparing"],
        roles=Roles.from_data(data["roles"]),
    )
