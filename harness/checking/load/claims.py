"""Claim files: one article each, many in a Parquet file. A valid one costs a typed decode and a few checks a claim."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from harness import strict_json
from harness.checking.load.flaws import Flaw, placed
from harness.checking.load.sense import article_flaws, claim_flaws
from harness.claims.claim import Article
from harness.migrations import FIELD, version_flaw
from harness.records.model import Mistake
from harness.schema import claim_document
from harness.storage.remote import AnyPath, RemotePath, any_path
from harness.strict_json import FilePositions

MOST_CLAIMS = 10_000  # of one article
COLUMNS = ".parquet"
SUFFIXES = (".json", COLUMNS)  # of claim files in a folder


class ClaimFile(msgspec.Struct, frozen=True, dict=True):
    """One article and its claims, each of its kind's type. `raw` is empty if they did not come from a file."""

    path: str
    article: Article
    claims: tuple[Any, ...]
    raw: bytes = b""

    def places(self) -> Sequence[tuple[int, int]]:
        """(line, column) of every claim, in order; found in one pass on first use, (0, 0) without a file."""
        return self._places

    def mistakes(self, flaws: Iterable[Flaw]) -> list[Mistake]:
        """The flaws as mistakes, with their places in the file."""
        return placed(flaws, self.raw, self.path)

    @cached_property
    def _places(self) -> Sequence[tuple[int, int]]:
        return FilePositions(self.raw).inside(("claims",)) if self.raw else [(0, 0)] * len(self.claims)


def load_claims(path: AnyPath | str) -> ClaimFile | list[Mistake]:
    """The claim file, or everything that is wrong with it."""
    path = any_path(path) if isinstance(path, str) else path
    raw = strict_json.read(path)
    return [raw] if isinstance(raw, Mistake) else read_claims(raw, path.as_posix())


def read_claims(raw: bytes, file: str) -> ClaimFile | list[Mistake]:
    """The claim file in these bytes, or everything that is wrong with them; `file` is its name in mistakes."""
    try:
        document: Any = strict_json.decode(raw, _decoder(), file)
        if isinstance(document, list):
            return document
    except msgspec.ValidationError as error:
        document = _of_older_schema(raw, error)
    flaws: list[Flaw] = document if isinstance(document, list) else _flaws(document)
    return placed(flaws, raw, file) if flaws else ClaimFile(file, document.article, document.claims, raw)


def typed_document(document: dict[str, Any]) -> Any:
    """The article and the claims of a claim file that was read as data, or everything that is wrong with it."""
    try:
        typed = msgspec.convert(document, claim_document())
    except msgspec.ValidationError as error:
        typed = _of_older_schema(msgspec.json.encode(document), error)
    return typed if isinstance(typed, list) else _flaws(typed) or typed


def _of_older_schema(raw: bytes, error: msgspec.ValidationError) -> Any:
    """The document, if migrations bring it up to today's schema; else the flaws that keep it from that."""
    from harness.checking.load.older import read_older

    document = read_older(raw, "claims", claim_document())
    return document or [Flaw((), str(error))] if isinstance(document, list) else document


def _flaws(document: Any) -> list[Flaw]:
    """What is wrong with a claim file that has the right shape."""
    if (newer := version_flaw(document.schema_version)) is not None:
        return [Flaw((FIELD,), newer)]
    if len(document.claims) > MOST_CLAIMS:
        why = f"{len(document.claims):,} claims: an article has at most {MOST_CLAIMS:,}; split the file"
        return [Flaw(("claims",), why)]
    return [*article_flaws(document.article), *claim_flaws(document.article, enumerate(document.claims))]


def load_all(
    paths: Iterable[AnyPath], others: Iterable[ClaimFile | list[Mistake]] = ()
) -> tuple[list[ClaimFile], list[Mistake]]:
    """Every claim file under the paths, sorted by path, then the `others`, which are already loaded; and every mistake.

    A folder means all *.json and *.parquet in it and its subfolders; one without any adds nothing. If two files are
    about one article, the second is a mistake.
    """
    first_files: dict[str, str] = {}
    files: list[ClaimFile] = []
    mistakes: list[Mistake] = []
    under_paths = (loaded for path in claim_paths(paths) for loaded in load_path(path))
    for loaded in chain(under_paths, others):
        only = loaded if isinstance(loaded, list) else of_new_article(loaded, first_files)
        if isinstance(only, list):
            mistakes += only
        else:
            files.append(only)
    return files, mistakes


def load_path(path: AnyPath | Mistake) -> Iterator[ClaimFile | list[Mistake]]:
    """The article of a claim file, or those of a Parquet file one after the other; or everything that is wrong with it.

    A path that could not be opened stays the mistake that it is.
    """
    if isinstance(path, Mistake):
        yield [path]
    elif path.suffix.lower() == COLUMNS:
        from harness.checking.load.parquet import parquet_claims

        yield from parquet_claims(path)
    else:
        yield load_claims(path)


def of_new_article(file: ClaimFile, first_files: dict[str, str]) -> ClaimFile | list[Mistake]:
    """The file, with its path recorded for its article; a mistake if the article already has a file."""
    first = first_files.get(file.article.id)
    if first is None:
        first_files[file.article.id] = file.path
        return file
    message = f"the article {file.article.id!r} is in {first} too: an article has one claim file"
    return file.mistakes([Flaw(("article", "id"), message)])


def claim_paths(paths: Iterable[AnyPath], suffixes: tuple[str, ...] = SUFFIXES) -> Iterator[AnyPath | Mistake]:
    """The files that the paths denote, each once, in the order of their names; and what could not be opened.

    A pipe or a device in a folder is not a claim file, even if it is called x.json. URLs come last.
    """
    files: dict[str, Path] = {}
    remote: dict[str, RemotePath] = {}
    for path in paths:
        if isinstance(path, RemotePath):
            try:
                inside = (file for file in path.files() if file.name.endswith(suffixes)) if path.is_dir() else (path,)
                remote |= {file.url: file for file in inside}
            except OSError as unreachable:
                yield Mistake(path.url, 1, 1, "$", f"cannot be read: {unreachable}")
            continue
        if not path.is_dir():
            files.setdefault(os.path.realpath(path), path)
            continue
        denied: list[OSError] = []
        for folder, _, names in os.walk(path, onerror=denied.append):
            for name in names:
                file = Path(folder, name)
                if name.endswith(suffixes) and (file.is_file() or not file.exists()):
                    files.setdefault(os.path.realpath(file), file)
        for error in denied:
            yield Mistake(str(error.filename), 1, 1, "$", f"the folder cannot be read: {error.strerror}")
    yield from sorted(files.values())
    yield from sorted(remote.values())


@cache
def _decoder() -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(claim_document())
