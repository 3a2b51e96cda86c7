"""Evidence in a readable form: the race's result list, the list around a rank, a medal table, a timeline.

Tables are made for a report that shows them, never for a verdict. They have few rows: the claimed one, the known one,
and those around the two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from harness.records.model import Assertion, EvidenceTable, Known, Setting, TableRow
from harness.truth import lists
from harness.truth.index import Truth
from harness.truth.list_ranks import whole_list
from harness.truth.list_steps import Cost, best_of
from harness.truth.lists import Of
from harness.truth.medal_tables import By, MedalTableRow, score
from harness.truth.pack import MedalTable, NationMedals
from harness.truth.races import field, one_race, race_of
from harness.truth.record_rows import Standing, history
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
    truth: Truth, of: Of, setting: Setting, entries: Collection[str], claimed: Range, as_of: int
) -> EvidenceTable | None:
    """The list around the entries in question and around the claimed rank; None if the list is empty.

    An entry is identified by its athlete's id on a list of athletes, and by its result's on a list of performances,
    since the claim may be about one of several performances of the athlete.
    """
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
        entry = result.athlete if of == "athletes" else result.id
        rows.append(TableRow(cells, _marked(entry in entries, claimed, rank)))
    caption = truth.show_setting(setting) or "all results"
    return EvidenceTable(caption, ("rank", "athlete", "nation", "mark", "day"), _few(rows)) if rows else None


def around_rank(truth: Truth, of: Of, outdoors: bool, assertion: Assertion, known: Known) -> tuple[EvidenceTable, ...]:
    """The list of a rank assertion, around the claimed and the true rank of its first subject."""
    quantity, claimed = assertion.quantity, assertion.claimed
    setting = lists.on_list(truth, quantity.setting, outdoors)
    entries = set(quantity.subjects)
    if of == "performances":
        setting = whole_list(setting) if one_race(setting) else setting
        entries = {fact.id for fact in known.evidence if isinstance(fact, Result)}
    if setting.sex is None:
        setting = replace(setting, sex=truth.athletes[quantity.subjects[0]].sex)
    assert isinstance(claimed, Range)
    table = list_table(truth, of, setting, entries, claimed, assertion.as_of)
    return () if table is None else (table,)


def medal_table(
    truth: Truth, table: MedalTable, nations: Collection[str], claimed: Range | None, by: By
) -> EvidenceTable:
    """The published table around the nations (ids) and around the claimed rank, ordered as the claim orders it."""

    def order(row: NationMedals) -> tuple[int, ...]:
        return tuple(-number for number in score(row.gold, row.silver, row.bronze, by))

    ordered = sorted(table.rows, key=order)
    rows = []
    for row in ordered:
        rank = 1 + sum(order(rival) < order(row) for rival in ordered)
        numbers = (row.gold, row.silver, row.bronze, row.gold + row.silver + row.bronze)
        rows.append(
            TableRow(
                (str(rank), truth.name(row.nation), *map(str, numbers)), _marked(row.nation in nations, claimed, rank)
            )
        )
    name = truth.editions[table.edition].name
    return EvidenceTable(name, ("rank", "nation", "golds", "silvers", "bronzes", "medals"), _few(rows))


def timeline(truth: Truth, results: Iterable[Result], caption: str, claimed: Range | None = None) -> EvidenceTable:
    """The results in the order of their days; `claimed` is the period (day ordinals) that the claim is about."""
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
    return truth.name(result.nation) if result.nation else ""


def _marked(is_subject: bool, claimed: Range | None, rank: int) -> Literal["", "known", "claimed"]:
    if is_subject:
        return "known"
    return "claimed" if claimed is not None and _takes_in(claimed, rank) else ""


def _takes_in(claimed: Range, number: int) -> bool:
    return (claimed.low is None or claimed.low <= number) and (claimed.high is not None and number <= claimed.high)


def record_table(truth: Truth, standing: Standing) -> EvidenceTable:
    """The history of the record, with the one in question marked, and the days between which each stood."""
    row = standing.row
    on_list = sorted(history(truth, row), key=lambda earlier: earlier.date.low or 0)
    rows = tuple(
        TableRow(
            (
                show(earlier.date, "date"),
                truth.name(earlier.row.athlete),
                earlier.row.mark,
                show(earlier.until, "date") if earlier.until else "",
            ),
            "known" if earlier.row == row else "",
        )
        for earlier in on_list
    )
    whose = " ".join(part for part in (truth.name(row.of) if row.of else "", row.level, "record") if part)
    caption = f"{whose}, {truth.name(row.event)}"
    days = tuple(earlier.date.low or 0 for earlier in on_list)
    return EvidenceTable(caption, ("set", "athlete", "mark", "broken"), rows, days)


def from_evidence(assertion: Assertion, known: Known, truth: Truth) -> tuple[EvidenceTable, ...]:
    """The evidence of a verdict as tables: its races, a timeline if there are many, records, rows of medal tables."""
    claimed = assertion.claimed if isinstance(assertion.claimed, Range) else None
    results = [fact for fact in known.evidence if isinstance(fact, Result)]
    tables = [record_table(truth, fact) for fact in known.evidence if isinstance(fact, Standing)][:1]
    for fact in known.evidence:
        if isinstance(fact, MedalTableRow):
            ranked = claimed if assertion.measure == "ordinal" else None
            tables.append(medal_table(truth, fact.table, {fact.row.nation}, ranked, "golds"))
    if len({race_of(result) for result in results}) == 1:
        athletes = {result.athlete for result in results}
        tables.append(race_table(truth, results[0], athletes, assertion.as_of))
    elif results:
        days = claimed if assertion.measure == "date" else None
        tables.append(timeline(truth, results, "what the verdict rests on", days))
    return tuple(tables)
