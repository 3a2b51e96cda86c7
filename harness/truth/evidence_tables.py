"""Evidence as people would rather see it: the race's result list, the list around a rank, a medal table, a timeline.

Made for a report that shows them, never for a verdict. Rows are few: what was claimed, what is known, and what stands
around the two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal

from harness.model import EvidenceTable, Setting, TableRow
from harness.truth import lists
from harness.truth.index import Truth
from harness.truth.list_steps import Cost, best_of
from harness.truth.lists import Of
from harness.truth.medal_tables import By, score
from harness.truth.pack import MedalTable, NationMedals
from harness.truth.races import field
from harness.truth.results import Result
from harness.values import Range, show

FIRST = 3  # rows that a list or race always shows
AROUND = 2  # rows on each side of a row in question

GAP = TableRow(("…",))


def race_table(truth: Truth, result: Result, subjects: Collection[str], as_of: int) -> EvidenceTable:
    """The race of the result as it stood on the day, around the places of the subjects (athletes' ids)."""
    results = sorted(field(truth, result, as_of), key=lambda entry: _order(entry, as_of))
    rows = [
        TableRow(
            (_place(entry, as_of), truth.name(entry.athlete), _nation(truth, entry), entry.printed or entry.status),
            "known" if entry.athlete in subjects else "",
        )
        for entry in results
    ]
    return EvidenceTable(truth.called(result).partition(", ")[2], ("place", "athlete", "nation", "mark"), _few(rows))


def list_table(
    truth: Truth, of: Of, setting: Setting, subjects: Collection[str], claimed: Range, as_of: int
) -> EvidenceTable | None:
    """The list around the subjects' best entries and around the claimed rank; None where the list has nobody."""
    costs = list(lists.costs(truth, None, setting, as_of))
    if of == "athletes":
        own: dict[str, list[Cost]] = {}
        for cost in costs:
            own.setdefault(cost.result.athlete, []).append(cost)
        costs = [best_of(marks) for marks in own.values()]
    costs.sort(key=lambda cost: (cost.low, cost.high, cost.result.id))
    rows = []
    ahead = 0
    for number, cost in enumerate(costs):
        if number and cost.low > costs[number - 1].low:
            ahead = number
        rank, result = ahead + 1, cost.result
        day = show(result.date, "date")
        cells = (str(rank), truth.name(result.athlete), _nation(truth, result), result.printed, day)
        rows.append(TableRow(cells, _marked(result.athlete in subjects, claimed, rank)))
    caption = truth.show_setting(setting) or "all results"
    return EvidenceTable(caption, ("rank", "athlete", "nation", "mark", "day"), _few(rows)) if rows else None


def medal_table(
    truth: Truth, table: MedalTable, nations: Collection[str], claimed: Range | None, by: By
) -> EvidenceTable:
    """The published table around the nations (ids) and around the claimed rank, ordered as the claim orders it."""

    def order(row: NationMedals) -> tuple[int, ...]:
        return tuple(-number for number in score(row.gold, row.silver, row.bronze, by))

    ordered = sorted(table.rows, key=order)
    rows = []
    for row in ordered:
        rank = 1 + sum(order(other) < order(row) for other in ordered)
        numbers = (row.gold, row.silver, row.bronze, row.gold + row.silver + row.bronze)
        rows.append(
            TableRow(
                (str(rank), truth.name(row.nation), *map(str, numbers)), _marked(row.nation in nations, claimed, rank)
            )
        )
    name = truth.editions[table.edition].name
    return EvidenceTable(name, ("rank", "nation", "golds", "silvers", "bronzes", "medals"), _few(rows))


def timeline(truth: Truth, results: Iterable[Result], caption: str, claimed: Range | None = None) -> EvidenceTable:
    """The results in the order of their days; `claimed` is the span of days (ordinals) that the claim speaks of."""
    dated = sorted(results, key=lambda result: (result.date.low or 0, result.id))
    rows = tuple(
        TableRow(
            (show(result.date, "date"), truth.name(result.athlete), truth.called(result).partition(", ")[2],
             result.printed),
            "claimed" if claimed and _takes_in(claimed, result.date.low or 0) else "known",
        )
        for result in dated
    )  # fmt: skip
    days = tuple(result.date.low or 0 for result in dated)
    return EvidenceTable(caption, ("day", "athlete", "race", "mark"), rows, days)


def _few(rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The first rows, those in question, and what stands around them; a row "…" for each run that is left out."""
    kept = set(range(min(FIRST, len(rows))))
    for number, row in enumerate(rows):
        if row.marked:
            kept.update(range(max(0, number - AROUND), min(len(rows), number + AROUND + 1)))
    return tuple(_with_gaps(rows, sorted(kept)))


def _with_gaps(rows: Sequence[TableRow], kept: Sequence[int]) -> Iterator[TableRow]:
    last = -1
    for number in kept:
        if number > last + 1:
            yield rows[last + 1] if number == last + 2 else GAP
        yield rows[number]
        last = number
    if last < len(rows) - 1:
        yield GAP


def _order(result: Result, as_of: int) -> tuple[int, int, str]:
    """By place, those without one behind, by their marks."""
    place = result.place_as_of(as_of)
    mark = result.mark.low if result.mark is not None and result.mark.low is not None else 0
    return (1 << 30 if place is None else place.low or 0), mark, result.id


def _place(result: Result, as_of: int) -> str:
    place = result.place_as_of(as_of)
    return show(place, "count") if place is not None else result.status if result.status != "finished" else ""


def _nation(truth: Truth, result: Result) -> str:
    nation = result.nation or truth.nation_of(result.athlete, result.date.high or 0)
    return truth.name(nation) if nation else ""


def _marked(is_subject: bool, claimed: Range | None, rank: int) -> Literal["", "known", "claimed"]:
    if is_subject:
        return "known"
    return "claimed" if claimed is not None and _takes_in(claimed, rank) else ""


def _takes_in(claimed: Range, number: int) -> bool:
    return (claimed.low is None or claimed.low <= number) and (claimed.high is not None and number <= claimed.high)
