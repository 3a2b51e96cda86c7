"""Warnings about an article before its claims are trusted: it may be several articles, or have a date in the future."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from harness.extract.days import DAY, WEEKDAY

_OPENINGS = (  # what an article has once, at its head
    re.compile(r"(?m)^[*_ ]{0,4}(?:By|BY):? [A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3}\b[^\n.!?]{0,60}$"),
    re.compile(rf"(?m)^[*_ ]{{0,4}}(?:Published:? |Updated:? |Posted:? )?{WEEKDAY}{DAY}[*_ ]{{0,4}}$"),
    re.compile(r"(?m)^[A-Z][A-Z .'-]{2,30}(?:, [^\n]{1,30})?(?: \([^()\n]{1,20}\))? (?:-|--|–|—) (?=[A-Z])"),
)
_APART = 120  # characters from one head to the next: what stands closer is one head
_MOST_DAYS_AHEAD = 31  # an issue is dated as much ahead of the day on which it is checked


def several_articles(text: str) -> str:
    """A warning that the file may contain several articles, and where they begin; "" if it contains one."""
    for opening in _OPENINGS:
        starts = [match.start() for match in opening.finditer(text)]
        if len(starts) > 1 and max(later - start for start, later in pairwise(starts)) >= _APART:
            lines = [str(text.count("\n", 0, start) + 1) for start in starts]
            where = f"{', '.join(lines[:-1])} and {lines[-1]}"
            return f"these may be several articles (lines {where} begin like one), read as one: give each its own file"
    return ""


def dated_ahead(published: str, today: date) -> str:
    """Why an article of that day cannot be read yet; "" if it can."""
    ahead = (date.fromisoformat(published) - today).days
    if ahead <= _MOST_DAYS_AHEAD:
        return ""
    return f"the day of publication, {published}, lies {ahead:,} days ahead: give the day on which it is published"
