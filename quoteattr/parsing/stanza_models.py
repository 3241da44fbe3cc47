"""Stanza's models on disk: which are needed, whether they are there, and the pipeline of them; no download."""

from __future__ import annotations

import json
import pickle
import struct
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock
from typing import Any

from attrs import frozen

from quoteattr.errors import ParserError

WANTED = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
"""The processors that are used by default, as far as a language has them; coreference is used when it is named."""
INSTALL = "pip install 'quoteattr[stanza]'"
_DAMAGED = (
    pickle.UnpicklingError,
    zipfile.BadZipFile,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
)
"""What Stanza and PyTorch raise on a file that is no model, a part of one, or one of another kind."""
_ONE_AT_A_TIME = Lock()


@frozen(kw_only=True)
class ModelSettings:
    """Which models are taken from where; `None` for Stanza's own folder, and for all that are used by default.

    >>> ModelSettings(language="en").package
    'default'
    """

    language: str
    directory: str | None = None
    processors: tuple[str, ...] | None = None
    package: str = "default"
    use_gpu: bool = False


def model_name() -> str:
    """Return the name that documents give for Stanza's models: that of the installed version."""
    try:
        return f"stanza-{version('stanza')}"
    except PackageNotFoundError:
        return "stanza"


def pipeline_for(settings: ModelSettings) -> Any:
    """Return the pipeline of these models, made once in a process; the network is never asked.

    Raises `ParserError` where Stanza, a language or a model is missing, and for a model file that is damaged.
    """
    with _ONE_AT_A_TIME:
        return _pipeline(settings)


@cache
def _pipeline(settings: ModelSettings) -> Any:
    stanza = _stanza()
    folder = Path(settings.directory or stanza.resources.common.DEFAULT_MODEL_DIR)
    processors, files = _needed(folder, settings)
    missing = next(((name, file) for name, file in files if not file.is_file()), None)
    if missing is not None:
        name, file = missing
        what = f"Stanza's model {name!r} for {settings.language!r} is not there: looked for {file}"
        raise ParserError(f"{what}; {_remedy(folder, settings)}")
    return _built(stanza, folder, processors, files, settings)


def _stanza() -> Any:
    try:
        import stanza
    except ImportError as missing:
        name = (missing.name or "a library").partition(".")[0]
        raise ParserError(f"parser='stanza' needs {name}: {INSTALL}") from missing
    return stanza


def _built(
    stanza: Any, folder: Path, processors: Sequence[str], files: Sequence[tuple[str, Path]], settings: ModelSettings
) -> Any:
    misfit = stanza.pipeline.core.PipelineRequirementsException
    try:
        return stanza.Pipeline(
            settings.language,
            dir=str(folder),
            package=settings.package,
            processors=",".join(processors),
            download_method=None,
            use_gpu=settings.use_gpu,
            logging_level="CRITICAL",
        )
    except ImportError as missing:
        raise ParserError(f"one of Stanza's models needs more: {missing}") from missing
    except OSError as missing:  # a model of others, as of Hugging Face, that one of these rests on
        what = f"Stanza's models in {folder} need a file more: {missing}"
        raise ParserError(f"{what}; {_remedy(folder, settings)}") from missing
    except (*_DAMAGED, misfit) as error:
        which = next((str(file) for _, file in files if not _is_readable(file)), None)
        if which is None and isinstance(error, (ValueError, misfit)):
            why = " ".join(str(error).split())
            raise ParserError(f"Stanza cannot run the processors {', '.join(processors)}: {why}") from error
        raise ParserError(f"{which or f'a model file in {folder}'} is damaged; {_remedy(folder, settings)}") from error


def _is_readable(file: Path) -> bool:
    """Tell whether the framework can read a model file, as far as one can tell without Stanza."""
    import torch

    try:
        return isinstance(torch.load(file, map_location="cpu", weights_only=True), dict)
    except _DAMAGED:
        return False


def _needed(folder: Path, settings: ModelSettings) -> tuple[tuple[str, ...], tuple[tuple[str, Path], ...]]:
    """Return the processors to run, and the names and files of all models that they need."""
    language, offered = _offered(folder, settings)
    package = offered["packages"].get(settings.package, {})
    models = {**package.get("optional", {}), **package}
    wanted = settings.processors or tuple(name for name in WANTED if name in package)
    absent = [name for name in wanted if name not in models and name in (*WANTED, "coref")]
    if absent or "tokenize" not in wanted:
        has = ", ".join(sorted(name for name in models if name != "optional")) or "nothing"
        what = f"for {settings.language!r} {folder} lists no {', '.join(absent) or 'tokenize'}; it lists {has}"
        raise ParserError(f"{what}; {_remedy(folder, settings)}")
    used = [name for name in models if name in wanted or (name == "mwt" and "tokenize" in wanted)]
    return wanted, tuple(_files(folder / language, offered, {name: models[name] for name in used}))


def _offered(folder: Path, settings: ModelSettings) -> tuple[str, Mapping[str, Any]]:
    """Return the code that a language's models are under, and what the folder lists for it."""
    listing = folder / "resources.json"
    try:
        resources = json.loads(listing.read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise ParserError(f"there are no models of Stanza in {folder}; {_remedy(folder, settings)}") from missing
    except ValueError as damaged:
        raise ParserError(f"{listing} is damaged; {_remedy(folder, settings)}") from damaged
    language = resources.get(settings.language, {}).get("alias", settings.language)
    if "packages" not in resources.get(language, {}):
        there = ", ".join(sorted(code for code, entry in resources.items() if "packages" in entry)) or "none"
        what = f"{folder} has no models of Stanza for {settings.language!r}; it lists: {there}"
        raise ParserError(f"{what}; {_remedy(folder, settings)}")
    return language, resources[language]


def _files(folder: Path, offered: Mapping[str, Any], models: Mapping[str, Any]) -> Iterator[tuple[str, Path]]:
    """Yield each model file and, behind it, those that it rests on; a model that is none of Stanza's has no file."""
    for name, packages in models.items():
        for package in (packages,) if isinstance(packages, str) else packages:
            if package in offered.get(name, {}):
                bases = offered[name][package].get("dependencies", ())
                rested = ((base["model"], base["package"]) for base in bases)
                yield from ((each, folder / each / f"{found}.pt") for each, found in ((name, package), *rested))


def _remedy(folder: Path, settings: ModelSettings) -> str:
    """Say how to get the models, in a line to be copied."""
    processors = f", processors={','.join(settings.processors)!r}" if settings.processors else ""
    package = f", package={settings.package!r}" if settings.package != "default" else ""
    call = f'stanza.download("{settings.language}", model_dir={str(folder)!r}{package}{processors})'
    return f"quoteattr downloads nothing itself; where there is a network, run: {call}"
