"""The ground truth: all the files of a folder combined, linted, indexed, and identified by a digest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec

import harness
from harness import strict_json
from harness.checking.load.flaws import Flaw, placed
from harness.checking.load.git import files_at
from harness.checking.load.store import open_store
from harness.migrations import FIELD, version_flaw
from harness.records.model import Mistake
from harness.schema import PackFile
from harness.strict_json import JsonPath
from harness.truth.index import Truth
from harness.truth.pack import Pack
from harness.truth.sound import PackFlaw as PackFlaw

_STEP = re.compile(r"\[([0-9]+)\]|([^.\[\]]+)")


class _Part(NamedTuple):
    """One file of the pack."""

    file: str
    raw: bytes
    pack: Pack


@cache  # made when a pack is read: a ground truth that is compiled needs none
def _decoder() -> msgspec.json.Decoder[PackFile]:
    return msgspec.json.Decoder(PackFile)


def default_truth_folder() -> Path:
    """The pack inside an installed wheel, else the one beside the package in a checkout."""
    package = Path(harness.__file__).parent
    installed = package / "pack"
    return installed if installed.is_dir() else package.parent / "ground_truth"


def load_truth(folder: Path | str, instead: Mapping[Path, str] | None = None) -> Truth | list[Mistake]:
    """The ground truth in all *.json of the folder (or in a file that was compiled from one), or everything that is
    wrong with it.

    `instead`: the assumed contents of files in the folder, new ones included, to see how a pack would load before it is
    written.
    """
    if not instead and Path(folder).is_file():
        return open_store(Path(folder))
    texts = instead or {}
    try:
        paths = sorted({*(path for path in Path(folder).iterdir() if path.suffix == ".json"), *texts})
    except OSError as error:
        return [Mistake(str(folder), 1, 1, "$", f"the ground truth cannot be read: {error.strerror}")]
    if not paths:
        return [Mistake(str(folder), 1, 1, "$", "no ground truth here: the folder has no *.json")]
    parts: list[_Part] = []
    mistakes: list[Mistake] = []
    for path in paths:
        part = _load_part(path, texts.get(path))
        if isinstance(part, list):
            mistakes += part
        else:
            parts.append(part)
    if mistakes:
        return mistakes
    from harness.truth.lint import examine  # half of what is imported to read a pack, and a compiled one needs none

    pack = _together(parts)
    flaws, truth = examine(pack)
    truth.digest = digest(pack)
    return list(_lint_mistakes(flaws, parts)) or truth


def read_truth(folder: Path | str) -> Truth | list[Mistake]:
    """The ground truth without lint, for callers who check the result themselves; else everything that is wrong with
    it."""
    try:
        parts = [_load_part(path, None) for path in sorted(Path(folder).iterdir()) if path.suffix == ".json"]
        packs = [part for part in parts if isinstance(part, _Part)]
        if packs and len(packs) == len(parts):
            truth = Truth(_together(packs))
            truth.results  # noqa: B018 (read now, so that what is wrong in them comes out here)
            return truth
    except (OSError, ValueError, KeyError):
        pass  # what cannot be indexed is told by the lint
    return load_truth(folder)


def load_truth_at(revision: str, folder: Path) -> Truth | list[Mistake]:
    """The ground truth that the folder held in a git revision, or everything wrong with it. Raises GitFailed."""
    texts = files_at(revision, folder, ".json")
    with TemporaryDirectory() as empty:
        return load_truth(empty, texts)


def digest(pack: Pack) -> str:
    """Twelve hex digits that identify the facts, however they are distributed over files, ordered and spaced."""
    whole = sha256()
    for table in Pack.__struct_fields__:
        rows = sorted(msgspec.json.encode(row, order="deterministic") for row in getattr(pack, table))
        whole.update(b"\n".join([table.encode(), *rows, b""]))
    return whole.hexdigest()[:12]


def _load_part(path: Path, text: str | None) -> _Part | list[Mistake]:
    raw = strict_json.read(path) if text is None else text.encode(errors="surrogateescape")
    if isinstance(raw, Mistake):
        return [raw]
    try:
        pack = strict_json.decode(raw, _decoder(), path.as_posix())
    except msgspec.ValidationError as error:
        from harness.checking.load.older import read_older

        loaded = read_older(raw, "truth", PackFile)
        if isinstance(loaded, list):
            return placed(loaded or [Flaw((), str(error))], raw, path.as_posix())
        pack = loaded
    if isinstance(pack, list):
        return pack
    if (newer := version_flaw(pack.schema_version)) is not None:
        return placed([Flaw((FIELD,), newer)], raw, path.as_posix())
    return _Part(path.as_posix(), raw, pack)


def _together(parts: list[_Part]) -> Pack:
    tables = Pack.__struct_fields__
    return Pack(**{table: tuple(row for part in parts for row in getattr(part.pack, table)) for table in tables})


def _lint_mistakes(flaws: list[PackFlaw], parts: list[_Part]) -> Iterator[Mistake]:
    """The flaws of the whole pack, each in the file that it comes from."""
    by_part: dict[int, list[Flaw]] = {}
    for flaw in flaws:
        number, path = _origin(_steps(flaw.path), parts)
        by_part.setdefault(number, []).append(Flaw(path, flaw.message))
    for number in sorted(by_part):
        yield from placed(by_part[number], parts[number].raw, parts[number].file)


def _steps(path: str) -> JsonPath:
    """ "races[3].results[2].mark" as a path."""
    return tuple(int(index) if index else name for index, name in _STEP.findall(path))


def _origin(path: JsonPath, parts: list[_Part]) -> tuple[int, JsonPath]:
    """Which part a path of the whole pack leads into, and the path inside it."""
    table, index, *rest = path
    assert isinstance(index, int)
    number = 0
    while index >= (rows := len(getattr(parts[number].pack, str(table)))):
        index -= rows
        number += 1
    return number, (table, index, *rest)
