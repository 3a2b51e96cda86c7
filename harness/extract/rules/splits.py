"""Where on the way a figure or a place was: through 400 m, at the bell, with 200 m to go."""

from __future__ import annotations

import re

_THROUGH = re.compile(
    r"\b(?:through|past|at|reach(?:ed|ing)|pass(?:ed|ing)(?: through)?|hit) (?:the )?([0-9]{1,2},[0-9]{3}"
    r"|[0-9]{3,5}) ?(?:m|metres|meters)\b"
)
_TO_GO = re.compile(
    r"\bwith (?:about |around )?([0-9]{2,4}) ?(?:m|metres|meters) (?:to go|left|remaining)", re.IGNORECASE
)
_BELL = re.compile(r"\bat the bell\b", re.IGNORECASE)
_LAP = 400
_MILES = {"mile": 1609, "one mile": 1609, "two miles": 3219, "two-mile": 3219, "2 miles": 3219, "2-mile": 3219}


def split_in(words: str, event: str) -> str | None:
    """The distance that the words give, such as "400m", in a race of the event; None at the finish."""
    through = list(_THROUGH.finditer(words))
    if through:
        return f"{through[-1][1].replace(',', '')}m"
    to_go = 0
    if (found := _TO_GO.search(words)) is not None:
        to_go = int(found[1])
    elif _BELL.search(words):
        to_go = _LAP
    metres = _length(event)
    return f"{metres - to_go}m" if to_go and metres > to_go else None


def _length(event: str) -> int:
    found = re.search(r"([0-9]{1,2}),?([0-9]{3})(?![0-9])|([0-9]{3})(?![0-9])", event)
    if found is None:
        return _MILES.get(event.lower(), 0)
    return int(f"{found[1]}{found[2]}" if found[1] else found[3])
