"""The lines of a table that cause a flaw which lint finds in the resulting pack."""

from __future__ import annotations

import re
from typing import Any

from harness.curate.entry import Entry
from harness.curate.races import PackRaces
from harness.records.model import Mistake
from harness.truth.index import Truth
from harness.truth.results import results_of
from harness.truth.sound import PackFlaw

# What a result says of itself alone: no other of its race has a part in the flaw.
_OF_ONE_RESULT = re.compile(
    r"races\[[0-9]+\]\.results\[[0-9]+\]\.(?:splits|attempts|overall|mark|net|legs|tries|order|stopped|scorers)\b"
)


def placed(
    flaws: list[PackFlaw], races: list[dict[str, Any]], known: PackRaces, truth: Truth, table: str
) -> tuple[list[Mistake], set[int]]:
    """Each flaw at the lines of the table's rows behind it; one that no row is behind is the pack's own."""
    mistakes, lines = list[Mistake](), set[int]()
    by_id = _LinesByResult(races, known, truth)
    for flaw in flaws:
        entries, race_lines = by_id.behind(flaw)
        if not entries:
            mistakes.append(Mistake("the pack", 1, 1, flaw.path, flaw.message))
            continue
        first = min(entries, key=lambda entry: entry.line)
        others = sorted({entry.line for entry in entries} - {first.line})
        beside = f" (with line{'s' * (len(others) > 1)} {', '.join(map(str, others[:8]))})" if others else ""
        mistakes.append(Mistake(table, first.line, first.cells["athlete"].column, "race", flaw.message + beside))
        lines |= race_lines
    return mistakes, lines


class _LinesByResult:
    """Which rows of the table are behind a flaw of the pack."""

    def __init__(self, races: list[dict[str, Any]], known: PackRaces, truth: Truth) -> None:
        self.races = races
        self.known = known
        self.truth = truth
        self._by_result: dict[str, tuple[dict[str, Any], list[Entry]]] | None = None

    def behind(self, flaw: PackFlaw) -> tuple[list[Entry], set[int]]:
        """The entries at fault, and the lines that cannot stay: of a result that gainsays itself its own, else those of
        all entries of the races."""
        at_fault = self._of_path(flaw.path)
        named = (
            [self._results()[result] for result in flaw.results if result in self._results()] if flaw.results else []
        )
        if named:
            entries = [entry for _, rows in named for entry in rows]
            races = [race for race, _ in named]
        elif at_fault is not None:
            race, entries = at_fault
            if _OF_ONE_RESULT.match(flaw.path) is not None:
                return entries, {entry.line for entry in entries}
            races = [race]
        else:
            return [], set()
        lines = {entry.line for race in races for row in race["results"] for entry in self.known.lines.get(id(row), ())}
        return entries, lines | {entry.line for entry in entries}

    def _of_path(self, path: str) -> tuple[dict[str, Any], list[Entry]] | None:
        head, _, rest = path.partition("]")
        if not head.startswith("races["):
            return None
        race = self.races[int(head.removeprefix("races["))]
        rows = race["results"]
        if rest.startswith(".results["):
            rows = [rows[int(rest.removeprefix(".results[").partition("]")[0])]]
        return race, [entry for row in rows for entry in self.known.lines.get(id(row), ())]

    def _results(self) -> dict[str, tuple[dict[str, Any], list[Entry]]]:
        if self._by_result is None:
            self._by_result = {}
            for race, typed in zip(self.races, self.truth.pack.races, strict=False):
                for row, result in zip(race["results"], results_of(typed, self.truth), strict=False):
                    entries = self.known.lines.get(id(row), [])
                    if entries:
                        self._by_result[result.id] = (race, entries)
        return self._by_result
