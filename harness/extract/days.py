"""Dates as people write them, and the date at the head of an article: on a line of its own, by its author's name, or in
a dateline. A day without its year does not count, nor does a numeric date (08/07/2024) unless the year comes first."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR, _NUMBER = r"(?:18|19|20|21)[0-9]{2}", r"[0-9]{1,2}(?:st|nd|rd|th)?"
DAY = rf"(?:{_YEAR}-[0-9]{{2}}-[0-9]{{2}}|{_MONTH} {_NUMBER},? {_YEAR}|{_NUMBER}(?: of)? {_MONTH},? {_YEAR})"
WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day|\.)?,? )?"
_IN_DAY = re.compile(
    rf"(?i:{WEEKDAY})(?:(?P<y>{_YEAR})-(?P<m>[0-9]{{2}})-(?P<d>[0-9]{{2}})(?:T[0-9:.+Z-]{{2,30}})?"
    rf"|(?P<name>(?i:{_MONTH})) (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<year>{_YEAR})"
    rf"|(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<name2>(?i:{_MONTH})),? (?P<year2>{_YEAR}))"
)
_TIME = r"(?:,? (?:at )?[0-9]{1,2}[:.][0-9]{2} ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,5})?)?"
_AT_THE_HEAD = (
    re.compile(
        r"(?m)^[*_# ]{0,6}(?:(?:Published|Posted|Updated|Dated?|First published)(?: on|:)? "
        r"|[Bb]y [^\n]{2,60}?[,|·•-] ?)?"
        rf"(?P<day>{WEEKDAY}{DAY}){_TIME}[*_ |.]{{0,4}}$"
    ),
    re.compile(
        rf"(?m)^[A-Z][A-Za-z .'-]{{2,30}}(?:, [^\n(]{{1,30}}?)?,? \(?(?P<day>{DAY})\)?(?: ?\([^()\n]{{1,30}}\))?"
        r" ?(?:-|–|—|:) "
    ),
)
_HEAD = 600  # characters


def iso_day(printed: str) -> str | None:
    """The day such as 2024-08-02 that the words print; None where they are no whole day, or no day of the calendar."""
    match = _IN_DAY.fullmatch(printed.strip())
    if match is None:
        return None
    if match["y"]:
        year, month, day = match["y"], int(match["m"]), match["d"]
    else:
        year, day = match["year"] or match["year2"], match["day"] or match["day2"]
        month = _MONTHS.index((match["name"] or match["name2"]).casefold()[:3]) + 1
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def day_at_the_head(text: str) -> str | None:
    """The day that the first lines of an article are dated, in the order of what they may be."""
    head = text[:_HEAD]
    printed = (match["day"] for pattern in _AT_THE_HEAD if (match := pattern.search(head)) is not None)
    return next((day for words in printed if (day := iso_day(words)) is not None), None)
