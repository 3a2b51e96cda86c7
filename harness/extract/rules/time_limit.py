"""The time limit for reading one article: checked at every sentence, so that no text holds up a run."""

from __future__ import annotations

import time


class TooSlow(Exception):
    """The time for one article is up."""


class TimeLimit:
    """So many seconds from now on."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Raises TooSlow where the time is up."""
        if time.monotonic() > self._end:
            raise TooSlow
