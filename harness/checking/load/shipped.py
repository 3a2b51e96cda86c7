"""The shipped ground truth, compiled once into the user's cache folder, so that a check need not read and lint it
again.

The file's name is a digest of everything it was made from: the pack's bytes, the version of the harness, and the time
of the last change to the code that reads packs. So a stale file has another name, and is not used. If the folder cannot
be written, or the file is damaged, the pack is read directly.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import harness
from harness import __version__
from harness.broken import StoreBroken
from harness.checking.load.store import build_store, open_store
from harness.checking.load.truth import default_truth_folder, load_truth
from harness.records.model import Mistake
from harness.truth.index import Truth
from harness.truth.store import VERSION, StoredTruth

CODE = ("truth", "names", "values")  # the folders of the code that a compiled ground truth follows from


def shipped_truth() -> Truth | list[Mistake]:
    """The shipped ground truth, from the cache if it is there."""
    folder = cache_folder()
    path = folder / f"truth-{_digest(default_truth_folder())}.sqlite"
    if path.is_file():
        kept = open_store(path)
        if isinstance(kept, StoredTruth) and _is_whole(kept):
            return kept
    truth = load_truth(default_truth_folder())
    if isinstance(truth, Truth):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            build_store(truth, path)
            for earlier in set(folder.glob("truth-*.sqlite")) - {path}:
                earlier.unlink()
    return truth


def cache_folder() -> Path:
    """The user's folder for files that programs can recreate."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "sports-claims-harness"


def _is_whole(truth: StoredTruth) -> bool:
    """Whether all of the file can be read: it is small, and nobody could mend it."""
    try:
        return truth.store.check() > 0
    except StoreBroken:
        return False


def _digest(pack: Path) -> str:
    whole = sha256(f"{VERSION} {__version__} {sys.byteorder}".encode())
    for path in sorted(pack.glob("*.json")):
        content = path.read_bytes()
        whole.update(f"{path.name} {len(content)} ".encode() + content)
    package = Path(harness.__file__).parent
    for path in sorted(path for folder in CODE for path in (package / folder).rglob("*.py")):
        status = path.stat()
        whole.update(f"{path.relative_to(package)} {status.st_size} {status.st_mtime_ns} ".encode())
    return whole.hexdigest()[:20]
