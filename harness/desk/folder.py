"""A desk's folder: plain files that a repository can keep, and nothing read or written outside of it.

    texts/ID.txt          the draft's text, as it stands
    claims/ID.json        its claim file, as read and edited
    readings/ID.json      the claim file as the desk wrote it last: where claims/ differs, it was edited by hand
    decisions/ID.json     what was decided on it
    baseline.json         the findings that were dismissed (the format of `harness baseline`)
    sign-offs.json        who signed which text
    curator.json          what the ground truth lacks or has wrong, for its curator

A file is replaced in one step, so that a killed server loses at most the decision that it was writing. Writers take a
lock, and a writer that saw an older version than the one that stands is refused with both (`Stale`).
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import TypeVar

import msgspec

from harness.baseline import Baseline, SignOffs, encoded, read_baseline
from harness.checking.load.document import read_document
from harness.desk.records import CuratorList, Decision, Decisions
from harness.records.model import Mistake
from harness.storage.files import replace_file

FOLDERS = ("texts", "claims", "readings", "decisions")
LARGEST = 4_000_000  # bytes of one file that the desk reads
LONGEST_DRAFT = 200_000  # characters: some 30,000 words

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")  # no file of these names can be made on Windows

Content = TypeVar("Content", Decisions, SignOffs, CuratorList)


class OutsideFolder(Exception):
    """A path or link that leads out of the desk's folder."""

    def __init__(self, path: Path | str, why: str = "") -> None:
        super().__init__(why or str(path))
        self.path = path


class BadFile(Exception):
    """A file of the desk that cannot be read: every mistake in it, with line and column."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("; ".join(map(str, mistakes)))
        self.mistakes = mistakes


class Stale(Exception):
    """A write based on an older version of a draft than the present one."""


class Folder:
    """One desk's folder; `root` is its real path. Raises OutsideFolder for links that lead out of it."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._thread = RLock()  # between the threads of this process; the file's lock is between processes
        self._depth = 0

    def prepare(self) -> None:
        """Create missing folders, and the two files that `harness check` is given, which must exist even before the
        first dismissal. Raises OSError if the folders cannot be created."""
        for name in FOLDERS:
            self._inside(self.root / name).mkdir(parents=True, exist_ok=True)
        with suppress(OSError), self.writing():  # a folder that is read-only is read all the same
            if not self.baseline_path.exists():
                self.write_baseline(Baseline())
            if not self.sign_offs_path.exists():
                self.write_sign_offs(SignOffs())

    def drafts(self) -> list[str]:
        """The ids of all drafts, sorted: every text whose name is an id."""
        texts = self._inside(self.root / "texts")
        names = [path.stem for path in texts.glob("*.txt")] if texts.is_dir() else []
        return sorted(name for name in names if is_id(name))

    def free_id(self, wanted: str) -> str:
        """An id for a new draft: the wanted one, made of small letters, digits and hyphens, and not in use."""
        base = re.sub(r"[^a-z0-9]+", "-", wanted.lower()).strip("-")[:60].strip("-") or "draft"
        if _RESERVED.fullmatch(base):
            base = f"draft-{base}"
        taken, number, name = set(self.drafts()), 1, base
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        return name

    def text(self, draft: str) -> str:
        """The draft's text, within the bounds of one that is pasted. Raises BadFile."""
        path = self._path("texts", draft, "txt")
        try:
            text = self._read(path).decode("utf-8")
        except UnicodeDecodeError as error:
            why = f"no UTF-8 at byte {error.start}: save it as UTF-8"
            raise BadFile([Mistake(str(path), 1, 1, "$", why)]) from None
        if len(text) > LONGEST_DRAFT:
            why = f"{len(text):,} characters: a draft may have {LONGEST_DRAFT:,}, cut it into several"
            raise BadFile([Mistake(str(path), 1, 1, "$", why)])
        return text

    def write_text(self, draft: str, text: str) -> None:
        self._write(self._path("texts", draft, "txt"), text)

    def claims_path(self, draft: str) -> Path:
        return self._path("claims", draft, "json")

    def claims(self, draft: str) -> bytes | None:
        """The claim file's bytes; None where there is none."""
        path = self.claims_path(draft)
        return self._read(path) if path.exists() else None

    def write_claims(self, draft: str, text: str) -> None:
        """Write the claim file, then the copy that later shows what was edited by hand."""
        self._write(self.claims_path(draft), text)
        self._write(self._path("readings", draft, "json"), text)

    def kept_claims(self, draft: str) -> bytes | None:
        """The claim file as the desk last wrote it; None if it never did."""
        path = self._path("readings", draft, "json")
        return self._read(path) if path.exists() else None

    def decisions(self, draft: str) -> Decisions:
        return self._records(self._path("decisions", draft, "json"), Decisions)

    def write_decisions(self, draft: str, decisions: tuple[Decision, ...]) -> None:
        """Replace the decisions."""
        kept = msgspec.structs.replace(self.decisions(draft), decisions=decisions)
        self._write(self._path("decisions", draft, "json"), _as_text(kept))

    def write_note(self, draft: str, note: str) -> None:
        """Store how the draft's text was taken from its file."""
        self._write(self._path("decisions", draft, "json"), _as_text(Decisions(note=note)))

    def baseline(self) -> Baseline:
        """The dismissals. Raises BadFile."""
        path = self.baseline_path
        if not path.exists():
            return Baseline()
        baseline = read_baseline(path)
        if isinstance(baseline, list):
            raise BadFile(baseline)
        return baseline

    @property
    def baseline_path(self) -> Path:
        return self._inside(self.root / "baseline.json")

    def write_baseline(self, baseline: Baseline) -> None:
        self._write(self.baseline_path, encoded(baseline))

    @property
    def sign_offs_path(self) -> Path:
        return self._inside(self.root / "sign-offs.json")

    def sign_offs(self) -> SignOffs:
        return self._records(self.sign_offs_path, SignOffs)

    def write_sign_offs(self, sign_offs: SignOffs) -> None:
        self._write(self.sign_offs_path, _as_text(sign_offs))

    def curator_list(self) -> CuratorList:
        return self._records(self._inside(self.root / "curator.json"), CuratorList)

    def write_curator_list(self, items: CuratorList) -> None:
        self._write(self._inside(self.root / "curator.json"), _as_text(items))

    def version(self, draft: str) -> str:
        """16 hex digits that change with the draft's text, claims or decisions, or with what is accepted of it."""
        paths = [self._path("texts", draft, "txt"), self.claims_path(draft), self._path("decisions", draft, "json")]
        accepted = [entry for entry in self.baseline().entries if entry.article == draft]
        digest = sha256()
        for content in (
            *(self._read(path) if path.exists() else b"-" for path in paths),
            msgspec.json.encode(accepted),
        ):
            digest.update(sha256(content).digest())
        return digest.hexdigest()[:16]

    @contextmanager
    def writing(self, draft: str | None = None, seen: str | None = None) -> Iterator[None]:
        """Hold the folder's lock (a writer may take it again). Raises Stale if `seen` is not the draft's version."""
        with self._thread, ExitStack() as stack:
            if self._depth == 0:
                stack.enter_context(_locked(self._inside(self.root / ".lock")))
            if draft is not None and seen is not None and seen != self.version(draft):
                raise Stale(draft)
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1

    def _path(self, folder: str, draft: str, ending: str) -> Path:
        if not is_id(draft):
            raise OutsideFolder(draft)
        return self._inside(self.root / folder / f"{draft}.{ending}")

    def _inside(self, path: Path) -> Path:
        """The path, if what it leads to lies in the folder, links followed. Raises OutsideFolder."""
        if not path.resolve().is_relative_to(self.root):
            raise OutsideFolder(path, f"{path} is a link that leads out of {self.root}")
        return path

    def _read(self, path: Path) -> bytes:
        if not stat.S_ISREG(path.stat().st_mode):
            raise BadFile([Mistake(str(path), 1, 1, "$", "not a regular file")])
        if path.stat().st_size > LARGEST:
            raise BadFile([Mistake(str(path), 1, 1, "$", f"larger than {LARGEST:,} bytes")])
        return path.read_bytes()

    def _write(self, path: Path, text: str) -> None:
        self._inside(path).parent.mkdir(exist_ok=True)  # it may have been cleared away while the desk was open
        replace_file(path, text)

    def _records(self, path: Path, kind: type[Content]) -> Content:
        if not path.exists():
            return kind()
        document = read_document(path, kind)
        if isinstance(document, list):
            raise BadFile(document)
        return document[1]


def is_id(name: str) -> bool:
    """Whether the name can be a draft's: small letters, digits and hyphens, and a file of that name can be made."""
    return _ID.fullmatch(name) is not None and _RESERVED.fullmatch(name) is None


def _as_text(records: msgspec.Struct) -> str:
    return msgspec.json.format(msgspec.json.encode(records), indent=1).decode() + "\n"


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Wait for the file's lock and hold it; it is given up when the file is closed, or when the process dies."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
