"""What git knows: which files were added or changed since a revision, and who is at work."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

import msgspec


class GitFailed(Exception):
    """git is missing, or cannot answer; the message says what to do."""


class Changes(msgspec.Struct, frozen=True):
    """The files that are not as they were in a commit, as absolute paths: added, changed, renamed or deleted."""

    commit: str
    files: frozenset[Path]

    def has(self, file: Path | str) -> bool:
        """Whether the file, or the one that it is a link to, was added or changed."""
        path = Path(file)
        return path.parent.resolve() / path.name in self.files or path.resolve() in self.files


def changes_since(revision: str, paths: Iterable[Path] = ()) -> Changes:
    """What the working tree holds that the revision did not: committed since, staged, edited and untracked files.

    A renamed file counts as added. Raises GitFailed, also where one of the paths is not in the repository: git could
    not tell whether it changed.
    """
    root = Path(os.fsdecode(_git("rev-parse", "--show-toplevel").rstrip(b"\n"))).resolve()
    for path in paths:
        if not path.resolve().is_relative_to(root):
            raise GitFailed(f"{path} is not in the git repository {root}: git cannot tell whether it changed")
    commit = _commit(revision)
    changed = _git("diff", "--name-only", "-z", commit, "--", folder=root)
    untracked = _git("ls-files", "--others", "--exclude-standard", "-z", folder=root)
    names = [os.fsdecode(name) for name in (changed + untracked).split(b"\0") if name]
    return Changes(commit, frozenset(root / name for name in names))


def user_name() -> str:
    """The `user.name` that git is set up with; "" where there is none, or no git."""
    try:
        return _git("config", "user.name").decode("utf-8", "replace").strip()
    except GitFailed:
        return ""


def _commit(revision: str) -> str:
    try:
        found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitFailed:
        shallow = _git("rev-parse", "--is-shallow-repository").strip() == b"true"
        hint = "this clone is shallow: fetch more of its history first" if shallow else "is it fetched and spelt so?"
        raise GitFailed(f"git knows no revision {revision!r}: {hint}") from None
    return found.decode("ascii").strip()


def _git(*arguments: str, folder: Path | None = None) -> bytes:
    """What git prints, in one language whatever the locale."""
    try:
        run = subprocess.run(
            ["git", *arguments], cwd=folder, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"}
        )
    except OSError as error:
        raise GitFailed(f"git cannot be run: {error.strerror}") from None
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines() or [f"exit code {run.returncode}"]
        raise GitFailed(f"git: {said[0].removeprefix('fatal: ')}")
    return run.stdout
