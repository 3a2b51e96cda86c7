"""The day that stands at the top of a draft, as in a byline: proposed to the editor, and never taken unasked.

Every "last Saturday" is read from the day of publication, and a day at the top may be that of the race.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from harness.values import Unread, read_date

LINES = 8  # that a headline, a byline and a standfirst may take
LONGEST = 120  # characters of such a line: a paragraph is no byline

_DAY = re.compile(
    r"\b(?:[0-9]{1,2}(?:st|nd|rd|th)? [A-Z][A-Za-z]{2,8}\.?,? [0-9]{4}"
    r"|[A-Z][A-Za-z]{2,8}\.? [0-9]{1,2}(?:st|nd|rd|th)?, [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})\b"
)


def day_at_top(text: str, today: date) -> str:
    """The one whole day in the short lines at the top (as 2024-08-02); empty where there is none, or several."""
    lines = islice((line for line in text.splitlines() if line.strip()), LINES)
    printed = [words for line in lines if len(line) <= LONGEST for words in _DAY.findall(line)]
    days = {day for words in printed if (day := _day(words, today)) is not None}
    return days.pop().isoformat() if len(days) == 1 else ""


def _day(words: str, today: date) -> date | None:
    read = read_date(words, today.toordinal())
    return None if isinstance(read, Unread) or read.exact is None else date.fromordinal(read.exact)
