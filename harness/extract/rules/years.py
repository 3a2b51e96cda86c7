"""A year that the words print beside a claim without a competition of its own: "who won in 2022", "2016: A Hall"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from harness.extract.rules.clauses import in_one_clause, is_visible
from harness.extract.rules.figures import MONTH
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.sentences import Span

_YEAR = r"(?P<year>(?:18|19|20)[0-9][0-9])"
_AT_FIRST = re.compile(rf"\s*{_YEAR}(?::| -|\.)\s")  # a row of a list of years
_BEHIND = re.compile(
    rf"(?: (?:it|that|this|here|there|title|medall?ist|champion|winner|runner-up|gold|silver|bronze|both|place))*"
    rf" (?:back )?(?:in|of|from)(?: {MONTH})? {_YEAR}\b"
)
_BEFORE = re.compile(  # with a comma only where it opens a clause: "Bell, second in 2021, was fourth"
    rf"(?:^|[.;:,] |\b(?:and|but) )[Ii]n (?:{MONTH} )?(?P<opening>(?:18|19|20)[0-9][0-9]),?"
    rf"|\b[Ii]n (?:{MONTH} )?{_YEAR}\b(?!,)"
)
_RIGHT_BEFORE = re.compile(rf"\b[Ii]n {_YEAR},? (?:in|with|by) $")
_WHEN = re.compile(rf"\b(?:in|since) {_YEAR}, when [^,;:]*$")  # "the first since 1988, when Bell won silver"
_NEAR = 80


def printed_year(words: str, start: int, end: int, inside: Sequence[Span], taken: Sequence[Span]) -> int | None:
    """The year that the words print for what stands between the places; `taken` is where competitions are named."""
    row = _AT_FIRST.match(words)
    if row is not None:
        return int(row["year"])
    behind = _RIGHT_BEFORE.search(words[max(0, start - _NEAR) : start]) or _BEHIND.match(words, end)
    if behind is not None:
        return int(behind["year"])
    near = max(0, start - _NEAR)
    when = _WHEN.search(words, near, start)
    if when is not None:
        return int(when["year"])
    before = [
        match for match in _BEFORE.finditer(words, near, start)
        if in_one_clause(words, match.end(), start) and is_visible(inside, match.start(), start)
        and (match["opening"] or "," not in words[match.end() : start])
        and not any(first < match.end() and match.start() < last for first, last in taken)
    ]  # fmt: skip
    return int(before[-1]["opening"] or before[-1]["year"]) if before else None


def series_held_in(printed: str, carried_year: int | None, year: int, lexicon: Lexicon) -> str | None:
    """The name of the series to which the printed competition belongs, where it was held in that year."""
    held = [h for h in lexicon.holdings(printed) if carried_year is None or carried_year in h.years]
    for holding in reversed(held):
        name = lexicon.series.get(holding.competition, "")
        if any(year in known.years for known in lexicon.holdings(name)):
            return name
    return None
