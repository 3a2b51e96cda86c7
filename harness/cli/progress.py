"""Long work, watched: click's progress bar on the terminal, with how far it is and how long it still takes.

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

import click

AFTER = 1.0  # seconds before the bar is first drawn: short work shows none
EVERY = 0.1  # seconds from one drawing to the next
ERASED = "\r\x1b[K\x1b[?25h"  # the line is empty, and the cursor that click hides is back

_T = TypeVar("_T")


@contextmanager
def progress(items: Sequence[_T], clock: Callable[[], float] = monotonic) -> Iterator[Iterable[_T]]:
    """The items, to be gone through once. `clock` gives seconds."""
    if not _somebody_looks():
        yield items
        return
    bar = click.progressbar(
        length=len(items), label="articles", width=20, show_pos=True, fill_char="#", empty_char="-", file=sys.stderr
    )
    due, drawn = clock() + AFTER, False

    def along() -> Iterator[_T]:
        nonlocal due, drawn
        for item in items:
            yield item
            bar.make_step(1)
            if clock() >= due:
                bar.render_progress()
                due, drawn = clock() + EVERY, True

    try:
        yield along()
    finally:
        if drawn:
            sys.stderr.write(ERASED)
            sys.stderr.flush()


def _somebody_looks() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")
