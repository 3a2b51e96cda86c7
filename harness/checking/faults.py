"""Failures of the harness itself on one claim or article: noted with what to report, so that all others are checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import harness
from harness.broken import StoreBroken
from harness.records.model import Mistake

_T = TypeVar("_T")
_PACKAGE = Path(harness.__file__).parent


class Faults:
    """The bugs that a run has met, each once, in the order in which they occurred."""

    def __init__(self) -> None:
        self._noted: dict[Mistake, None] = {}

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        return tuple(self._noted)

    def note(self, bug: Exception, file: str, place: tuple[int, int] = (1, 1), path: str = "$") -> str:
        """Note the bug at its place, and return the message. A damaged ground truth is not a bug of the harness, and
        ends the run."""
        if isinstance(bug, StoreBroken):
            raise bug
        message = (
            f"a bug in the harness ({type(bug).__name__}: {bug}; {_where(bug)}): please report it, "
            f"with what stands here and the version, {harness.__version__}"
        )
        line, column = place
        self._noted[Mistake(file, line or 1, column or 1, path, message, bug=True)] = None
        return message

    def attempt(self, step: Callable[[], _T], otherwise: _T, file: str) -> _T:
        """The result of the step; if it fails, this is noted for the file, and `otherwise` is returned."""
        try:
            return step()
        except Exception as bug:
            self.note(bug, file)
            return otherwise


def _where(bug: Exception) -> str:
    """The innermost line of the harness that was running."""
    from traceback import extract_tb  # takes time to import, and is seldom needed

    frames = [frame for frame in extract_tb(bug.__traceback__) if _PACKAGE in Path(frame.filename).parents]
    return f"{Path(frames[-1].filename).relative_to(_PACKAGE.parent).as_posix()}:{frames[-1].lineno}"
