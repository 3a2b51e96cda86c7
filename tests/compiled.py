"""Every ground truth of the tests in a compiled store: with `--store` each becomes a file, and is read there.

So the tables of every kind, the cases, the worlds and the shipped articles hold for the store as they do for the index
in memory, and not a line of them is written twice.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

from harness.checking.load.store import build_store
from harness.records.model import Assertion
from harness.truth.index import Truth
from harness.truth.pack import Pack
from harness.truth.store import StoredTruth, StoreFile

_in_memory = Truth.__init__


def compile_every_truth() -> None:
    """From now on `Truth(pack)` is the truth of a store, unless nothing can be compiled from the pack."""
    Truth.__init__ = _compiled  # type: ignore[method-assign]


def _compiled(self: Truth, pack: Pack, digest: str = "", stated: Iterable[tuple[str, Assertion]] = ()) -> None:
    _in_memory(self, pack, digest, stated)
    if type(self) is not Truth or self.stated:
        return
    path = compiled(self)
    self.__dict__.clear()
    self.__class__ = StoredTruth
    self.__init__(StoreFile(path))  # type: ignore[misc]
    finalize(self, rmtree, path.parent, ignore_errors=True)


def compiled(truth: Truth) -> Path:
    """The truth as a file of its own."""
    folder = Path(mkdtemp(prefix=f"stores-{os.getpid()}-"))
    return build_store(truth, folder / "truth.sqlite")
