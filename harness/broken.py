"""Errors that end a run wherever they occur, because what was read can no longer be relied on."""

from __future__ import annotations

from pathlib import Path


class StoreBroken(Exception):
    """A compiled ground truth that must not be used; the message says why and what to do."""

    def __init__(self, path: Path | str, why: str, what_to_do: str = "") -> None:
        super().__init__(str(path), why, what_to_do)
        self.path, self.why = str(path), why
        self.what_to_do = what_to_do or f"build it anew: harness truth build PACK --to {path}"

    def __str__(self) -> str:
        return f"{self.path}: {self.why}; {self.what_to_do}"
