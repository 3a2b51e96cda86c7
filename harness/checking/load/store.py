"""Building and opening compiled ground truths: a pack that passes its lint becomes a file, and the file a truth again.

A store whose pack is available and has changed since is refused; if the pack is not there, the digest recorded in the
store is used.
"""

from __future__ import annotations

import os
import sqlite3
from errno import EEXIST, EIO
from hashlib import sha256
from pathlib import Path

from harness import __version__
from harness.broken import StoreBroken
from harness.names import Names
from harness.names.stored import write_names
from harness.records.model import Mistake
from harness.truth.index import Truth
from harness.truth.store import PackFiles, StoredTruth, StoreFile, StoreWriter, is_store, write_truth


def build_store(truth: Truth, target: Path, pack: PackFiles | None = None) -> Path:
    """Write the truth to the file (in a folder: to `truth-DIGEST.sqlite`), as a whole or not at all, and return its
    path.

    `pack` lists the files that the truth was loaded from. Raises OSError, with the path.
    """
    path = target / f"truth-{truth.digest}.sqlite" if target.is_dir() else target
    if path.exists() and not is_store(path):
        raise FileExistsError(EEXIST, "there already, and no compiled ground truth: name another file", str(path))
    beside = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.part")
    try:
        beside.touch(exist_ok=False)
        writer = StoreWriter(beside)
        try:
            write_truth(truth, writer)
            write_names(Names(truth), writer)
            writer.finish(truth.digest, pack)
        finally:
            writer.close()
        os.replace(beside, path)  # noqa: PTH105 (an open file of that name stays as it is)
    except OSError as error:
        error.filename = str(path)
        raise
    except sqlite3.Error as error:
        raise OSError(EIO, str(error), str(path)) from None
    finally:
        beside.unlink(missing_ok=True)
    return path


def open_store(path: Path) -> Truth | list[Mistake]:
    """The truth in the file, or why it must not be used."""
    try:
        store = StoreFile(path)
        _refuse_another_version(store)
        _refuse_stale(store)
        return StoredTruth(store)
    except StoreBroken as refused:
        return [Mistake(refused.path, 1, 1, "$", f"{refused.why}; {refused.what_to_do}")]


def pack_files(folder: Path) -> PackFiles:
    """The files of a pack as they are now. Raises OSError."""
    folder = folder.absolute()
    files = {}
    for path in sorted(folder.glob("*.json")):
        status = path.stat()
        files[path.name] = (status.st_size, status.st_mtime_ns, sha256(path.read_bytes()).hexdigest())
    return PackFiles(str(folder), files)


def _refuse_another_version(store: StoreFile) -> None:
    if store.contents.harness != __version__:
        why = f"compiled by version {store.contents.harness} of the harness, and this is {__version__}"
        raise StoreBroken(store.path, why, _anew(store))


def _refuse_stale(store: StoreFile) -> None:
    pack = store.contents.pack
    if pack is None or not Path(pack.folder).is_dir():
        return
    try:
        names = {path.name for path in Path(pack.folder).glob("*.json")}
        changed = names ^ set(pack.files) or {name for name in names if _has_changed(Path(pack.folder) / name, pack)}
    except OSError:
        return  # not at hand
    if changed:
        why = f"its pack has changed since ({pack.folder}: {', '.join(sorted(changed)[:3])})"
        raise StoreBroken(store.path, why, _anew(store))


def _has_changed(path: Path, pack: PackFiles) -> bool:
    size, changed, digest = pack.files[path.name]
    status = path.stat()
    if (status.st_size, status.st_mtime_ns) == (size, changed):
        return False
    return status.st_size != size or sha256(path.read_bytes()).hexdigest() != digest


def _anew(store: StoreFile) -> str:
    pack = store.contents.pack
    return f"build it anew: harness truth build {pack.folder if pack is not None else 'PACK'} --to {store.path}"
