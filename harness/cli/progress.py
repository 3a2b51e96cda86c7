"""Long work, watched: a line on the terminal that says how far it is, how fast it goes and how long it still takes.

It stands on stderr, only where somebody looks at a terminal, only when the work takes longer than a moment, and it is
gone when the work is done or stopped.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TypeVar

AFTER = 1.0  # seconds before the first line: short work shows none
EVERY = 0.1  # seconds from one line to the next
BAR = 20

_T = TypeVar("_T")


@contextmanager
def progress(items: Sequence[_T], clock: Callable[[], float] = monotonic) -> Iterator[Iterable[_T]]:
    """The items, to be gone through once. `clock` gives seconds."""
    if not _somebody_looks():
        yield items
        return
    line = _Line(len(items), clock)
    try:
        yield line.along(items)
    finally:
        line.erase()


def _somebody_looks() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")


class _Line:
    def __init__(self, total: int, clock: Callable[[], float]) -> None:
        self.total = total
        self.clock = clock
        self.started = clock()
        self.drawn: float | None = None

    def along(self, items: Iterable[_T]) -> Iterator[_T]:
        for done, item in enumerate(items, 1):
            yield item
            now = self.clock()
            if now - self.started >= AFTER and (self.drawn is None or now - self.drawn >= EVERY):
                self.drawn = now
                self._write(drawing(done, self.total, now - self.started))

    def erase(self) -> None:
        if self.drawn is not None:
            self._write("")

    def _write(self, text: str) -> None:
        columns = os.get_terminal_size(sys.stderr.fileno()).columns or 80  # 0 where a terminal does not know
        sys.stderr.write(f"\r{text[: columns - 1]}\x1b[K")  # a full line would scroll
        sys.stderr.flush()


def drawing(done: int, total: int, seconds: float) -> str:
    """The line after `done` of `total` articles: "[#####---------------] 500/2000, 250/s, 0:06 left"."""
    rate = done / seconds
    full = BAR * done // total
    minutes, rest = divmod(round((total - done) / rate), 60)
    speed = f"{rate:.0f}/s" if rate >= 10 else f"{rate:.1f}/s"
    return f"[{'#' * full}{'-' * (BAR - full)}] {done}/{total} articles, {speed}, {minutes}:{rest:02} left"
