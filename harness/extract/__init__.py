"""Extraction systems, one file each: the folder is the registry, and entry points add systems of other packages.

A system's module (or the object that an entry point of the group `harness.extractors` names) defines
    extract(article, options) -> Extraction     one article's claims, or why there are none
    OPTIONS                                     (optional) its options, name -> what it is for
Option values are strings. A module of this folder that defines no `extract` is not a system.
"""

from __future__ import annotations

import pkgutil
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from functools import cache
from threading import Thread
from typing import Any

import msgspec

from harness import __version__
from harness.extract.articles import SourceArticle, head, read_articles
from harness.extract.extraction import BadOption, Extraction, as_text, checked, document_of, flaws
from harness.registry import BadModule, file_of, function_of, load

__all__ = [
    "BadOption",
    "Extraction",
    "SourceArticle",
    "as_text",
    "checked",
    "document_of",
    "extract",
    "extract_all",
    "flaws",
    "head",
    "options_of",
    "read_articles",
    "systems",
]  # fmt: skip
GROUP = "harness.extractors"


@cache
def systems() -> tuple[str, ...]:
    """The names of every system, in alphabetical order."""
    return tuple(sorted({*_own(), *_others()}))


def options_of(name: str) -> dict[str, str]:
    """The options of the system, and what each is for; KeyError if there is no such system."""
    return dict(getattr(_system(name), "OPTIONS", {}))


def extract(name: str, article: SourceArticle, options: Mapping[str, str] | None = None) -> Extraction:
    """The result of the system called `name` for the article.

    Any error inside is a failure of that article. KeyError if there is no such system, BadOption if an option is
    unknown or has an invalid value.
    """
    system, options = _system(name), options or {}
    for option in options:
        if option not in options_of(name):
            raise BadOption(f"{name} has no option {option!r}; it has: {', '.join(options_of(name)) or 'none'}")
    if article.read_by is None:
        article = msgspec.structs.replace(article, read_by=_read_by(name, options))
    began = time.perf_counter()
    try:
        extraction: Extraction = system.extract(article, options)
        if extraction.document is not None:
            extraction = checked(msgspec.json.encode(extraction.document), extraction, article)
    except BadOption:
        raise
    except Exception as error:  # somebody else's code: its fault must not end the run
        extraction = Extraction(article=article.id, failure=f"the system broke down: {type(error).__name__}: {error}")
    seconds = time.perf_counter() - began if extraction.seconds is None else extraction.seconds
    log = f"{article.note}\n{extraction.log}" if article.note else extraction.log
    return msgspec.structs.replace(extraction, article=article.id, seconds=round(seconds, 3), log=log)


def _read_by(name: str, options: Mapping[str, str]) -> str:
    """The machine, as claim files and reports name it: the system with its version, and the model that it asked."""
    model = f", model {options['model']}" if "model" in options else ""
    return f"{name} (harness {__version__}{model})"[:100]


def extract_all(
    name: str, articles: Iterable[SourceArticle], options: Mapping[str, str] | None = None, jobs: int = 1
) -> Iterator[Extraction]:
    """The extractions of the articles, in their order; at most `jobs` of them run at a time.

    Nothing waits for the threads: if the run is interrupted, it ends, and what is in progress ends with it.
    """
    waiting: deque[tuple[SourceArticle, Future[Extraction]]] = deque((article, Future()) for article in articles)
    futures = [future for _, future in waiting]

    def work() -> None:
        while waiting:
            try:
                article, future = waiting.popleft()
            except IndexError:  # another thread took the last one
                return
            try:
                future.set_result(extract(name, article, options))
            except BaseException as error:
                future.set_exception(error)

    for _ in range(min(max(1, jobs), len(futures))):
        Thread(target=work, daemon=True).start()
    try:
        for future in futures:
            yield future.result()
    finally:
        waiting.clear()


@cache
def _own() -> dict[str, Any]:
    modules = {entry.name: load(__name__, entry.name) for entry in pkgutil.iter_modules(__path__)}
    return {name: _checked(module) for name, module in modules.items() if hasattr(module, "extract")}


def _checked(system: Any) -> Any:
    """The system; BadModule, naming its file, where it cannot be asked."""
    function_of(system, "extract", ("article", "options"))
    if not isinstance(getattr(system, "OPTIONS", {}), Mapping):
        raise BadModule(file_of(system), ["OPTIONS must be a dict: the name of each option, and what it is for"])
    return system


@cache
def _others() -> dict[str, Any]:
    """The entry points of the group; one that has the name of an own system does not take its place."""
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in entry_points(group=GROUP) if entry.name not in _own()}


def _system(name: str) -> Any:
    if name in _own():
        return _own()[name]
    return _checked(_others()[name].load())
