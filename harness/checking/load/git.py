"""Information from git: which files were added or changed since a revision, and who the user is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec


class GitFailed(Exception):
    """git is missing, or cannot answer; the message says what to do."""


class Changes(msgspec.Struct, frozen=True):
    """The files that differ from a commit, as absolute paths: added, changed, renamed or deleted."""

    commit: str
    files: frozenset[Path]

    def also(self, files: Iterable[Path | str]) -> Changes:
        """The changes, with these files added as if they had changed too."""
        return Changes(self.commit, self.files | {Path(file).resolve() for file in files})

    def below(self, folder: Path) -> bool:
        """Whether any *.json in the folder was added, changed or deleted."""
        return any(file.suffix == ".json" and file.parent == folder.resolve() for file in self.files)

    def has(self, file: Path | str) -> bool:
        """Whether the file, or the target if it is a link, was added or changed."""
        path = Path(file)
        return path.parent.resolve() / path.name in self.files or path.resolve() in self.files


def changes_since(revision: str, paths: Iterable[Path] = ()) -> Changes:
    """What the working tree has that the revision did not: committed since, staged, edited and untracked files.

    A renamed file counts as added. Raises GitFailed, also if one of the paths is outside the repository, because git
    could not tell whether it changed.
    """
    root = _root()
    for path in paths:
        if not path.resolve().is_relative_to(root):
            raise GitFailed(f"{path} is not in the git repository {root}: git cannot tell whether it changed")
    commit = _commit(revision)
    changed = _git("diff", "--name-only", "-z", commit, "--", folder=root)
    untracked = _git("ls-files", "--others", "--exclude-standard", "-z", folder=root)
    names = [os.fsdecode(name) for name in (changed + untracked).split(b"\0") if name]
    return Changes(commit, frozenset(root / name for name in names))


def files_at(revision: str, folder: Path, suffix: str) -> dict[Path, str]:
    """The texts of the folder's files with the suffix at a revision, by the names that git gives them.

    Raises GitFailed if there is no such revision, or no such folder in it. Links are left out.
    """
    inside = folder.resolve()
    try:
        root = _root(folder)
    except GitFailed as error:
        raise GitFailed(f"{folder} is not in a git repository, and has no revisions ({error})") from None
    commit, name = _commit(revision, root), inside.relative_to(root).as_posix()
    tree = commit if name == "." else f"{commit}:{name}"
    try:
        listed = _git("ls-tree", "-z", tree, folder=root)
    except GitFailed:
        raise GitFailed(f"{revision} has no folder {name!r}") from None
    texts = {}
    for entry in listed.split(b"\0"):
        head, _, file = entry.partition(b"\t")
        if head.startswith(b"100") and file.endswith(suffix.encode()):
            content = _git("cat-file", "blob", head.split()[2].decode("ascii"), folder=root)
            texts[Path(f"{revision}:{name}", os.fsdecode(file))] = content.decode("utf-8", "surrogateescape")
    return texts


def user_name() -> str:
    """The `user.name` configured in git; "" if there is none, or no git."""
    try:
        return _git("config", "user.name").decode("utf-8", "replace").strip()
    except GitFailed:
        return ""


def _root(folder: Path | None = None) -> Path:
    """The repository of the folder, or of the current one; of a folder that is not there, that of the one it was in."""
    there = next((path for path in (folder, *folder.resolve().parents) if path.is_dir()), None) if folder else None
    return Path(os.fsdecode(_git("rev-parse", "--show-toplevel", folder=there).rstrip(b"\n"))).resolve()


def _commit(revision: str, folder: Path | None = None) -> str:
    try:
        commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", folder=folder)
    except GitFailed:
        shallow = _git("rev-parse", "--is-shallow-repository", folder=folder).strip() == b"true"
        hint = "this clone is shallow: fetch more of its history first" if shallow else "is it fetched and spelt so?"
        raise GitFailed(f"git knows no revision {revision!r}: {hint}") from None
    return commit.decode("ascii").strip()


def _git(*arguments: str, folder: Path | None = None) -> bytes:
    """What git prints, in one language whatever the locale."""
    import subprocess  # few checks ask git, and all wait for what is imported above

    try:
        run = subprocess.run(
            ["git", *arguments], cwd=folder, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"}
        )
    except OSError as error:
        raise GitFailed(f"git cannot be run: {error.strerror}") from None
    if run.returncode:
        lines = run.stderr.decode("utf-8", "replace").strip().splitlines() or [f"exit code {run.returncode}"]
        raise GitFailed(f"git: {lines[0].removeprefix('fatal: ')}")
    return run.stdout
