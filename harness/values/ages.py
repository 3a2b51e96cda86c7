"""Ages as articles print them: 24, 24-year-old, teenage, in her twenties, early thirties, twentysomething."""

from __future__ import annotations

import re
from functools import lru_cache

from harness.values.counts import read_count
from harness.values.figures import Figure, Unread
from harness.values.number_words import whole_number
from harness.values.ranges import Range

_TEENS = frozenset({"teen", "teens", "teenage", "teenaged", "teenager", "still a teenager", "in her teens"})
_DECADES = {name: 10 * tens for tens, name in enumerate(
    "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
)}  # fmt: skip
_DECADE = re.compile(r"(?:(early|mid|late)[ -])?(?:([1-9]0)'?s|([a-z]+ies)|([a-z]+|[1-9]0)[ -]?somethings?)")
_TEENS_IN_PARTS = {"early": Range(13, 15), "mid": Range(14, 17), "late": Range(17, 19)}
_PART_OF_TEENS = re.compile(r"(early|mid|late)[ -]teens?")
_OF_A_DECADE = {"quinquagenarian": 50, "sexagenarian": 60, "septuagenarian": 70, "octogenarian": 80, "nonagenarian": 90}
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}
_LEADING = re.compile(r"(?:(?:still|aged?|in|at|a|an|the|his|her|their|only|just|barely) )+")
_ARTICLE = re.compile(r"(?:(?:still|aged?|at|a|an|the|his|her|their|barely|of|turned|turns|turning|newly|recently) )+")
_TAIL = re.compile(
    r"(?:[ -](?:years?|yrs?)[ -](?:old|of age)s?|[ -]years?|[ -]yrs?\.?| ?y/?o|-year-olds?| years(?:,| and) .+)$"
)
_UNDER = re.compile(r"^u-?(?=[0-9])")


@lru_cache(maxsize=4096)
def read_age(printed: int | str) -> Figure | Unread:
    """The whole years that the words can mean: a decade of life has ten of them, "early" means its first five."""
    text = " ".join(str(printed).lower().split())
    text = _UNDER.sub("under ", _TAIL.sub("", text))
    bare = _LEADING.sub("", text)
    if bare in _TEENS:
        return Figure(Range(13, 19), None, (), str(printed))
    if (part := _PART_OF_TEENS.fullmatch(bare)) is not None:
        return Figure(_TEENS_IN_PARTS[part[1]], None, (), str(printed))
    if bare in _OF_A_DECADE:
        return Figure(Range(_OF_A_DECADE[bare], _OF_A_DECADE[bare] + 9), None, (), str(printed))
    decade = _DECADE.fullmatch(bare)
    start = _start(decade) if decade is not None else None
    if decade is not None and start is not None:
        first, last = _PARTS.get(decade[1] or "", (0, 9))
        return Figure(Range(start + first, start + last), None, (), str(printed))
    figure = read_count(printed if isinstance(printed, int) else _ARTICLE.sub("", text))
    if isinstance(figure, Unread):
        return Unread(f"{printed!r} is not an age such as 24, 24-year-old, under 21, teenage or in her early thirties")
    return Figure(figure.value, figure.exact, figure.notes, str(printed))


def _start(decade: re.Match[str]) -> int | None:
    if decade[2]:
        return int(decade[2])
    if decade[3]:
        return _DECADES.get(decade[3])
    number = whole_number(decade[4])
    return number if number is not None and number % 10 == 0 else None
