"""Adding entries to a pack's documents: new results to their races, new races to a file, and nothing overwritten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, NamedTuple

from harness.curate.documents import Documents
from harness.curate.entered import EntryRows, is_entered
from harness.curate.entry import Entry
from harness.curate.lexicon import PackNames
from harness.curate.races import KnownResult, PackRaces, RaceKey, day_key, put_in_order
from harness.records.model import Mistake
from harness.truth.lint import units_of
from harness.truth.pack import Event
from harness.values import meet, partial_date

_COMPARED = (
    "place", "qualified", "wind", "assisted", "legs", "attempts", "overall", "tries", "order", "stopped", "pacemaker",
    "net", "sets", "shootout", "scorers",
)  # fmt: skip


class PackChange(NamedTuple):
    """What one entry does to a file: "+" a result or an athlete, "~" a field that the pack did not have."""

    file: str
    sign: str
    race: str
    what: str
    line: int = 0


class Merged(NamedTuple):
    """What was done to the documents, the rows that were not taken, and how many say what is there already."""

    changes: list[PackChange]
    refused: list[Mistake]
    already: int
    repeated: int
    races: PackRaces
    taken: list[Entry]


def merge(entries: Iterable[Entry], documents: Documents, lexicon: PackNames, into: str, table: str) -> Merged:
    """Put the entries into the documents, which are changed in place; `into` takes the races that are new."""
    entries = list(entries)
    races = PackRaces(documents, lexicon, into, entries)
    changes, refused, taken = list[PackChange](), list[Mistake](), list[Entry]()
    already = repeated = 0
    entered, rows = [entry for entry in entries if is_entered(entry)], EntryRows(documents, into)
    ordered, doubles = _distinct((entry for entry in entries if not is_entered(entry)), lexicon, table)
    for group in doubles:
        if isinstance(group, Mistake):
            refused.append(group)
        else:
            repeated += group
    for entry in ordered:
        known = races.result_of(entry)
        wrong = _mismatches(entry, known, lexicon) if known is not None else races.refuses(entry)
        if wrong:
            refused.extend(_refusal(entry, field, why, table) for field, why in wrong)
            continue
        taken.append(entry)
        if known is None:
            changes.append(_added(entry, races, lexicon))
        elif (change := _completed(entry, known, races, lexicon)) is not None:
            changes.append(change)
        else:
            already += 1
    races.settle()
    for entry in entered:
        taken.append(entry)
        sign = rows.put(entry)
        already += sign == "already"
        repeated += sign == "repeated"
        if sign in ("+", "~"):
            what = f"     {_called(entry, lexicon)}  {entry.result['status']}"
            changes.append(PackChange(rows.file, sign, RaceKey.of(entry.race).shown(lexicon), what, entry.line))
    rows.settle()
    return Merged(changes, refused, already, repeated, races, taken)


def _distinct(entries: Iterable[Entry], lexicon: PackNames, table: str) -> tuple[list[Entry], list[Mistake | int]]:
    """One entry for each athlete and race, in an order that the rows' own does not change.

    Rows that say the same, or more of the same, are one; rows that contradict one another are both left out, by line.
    """
    grouped: dict[tuple[RaceKey, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        grouped[RaceKey.of(entry.race).as_final(), entry.athlete].append(entry)
    distinct: list[Entry] = []
    doubles: list[Mistake | int] = []
    for group in grouped.values():
        group.sort(key=_finest_first)
        first = group[0]
        if refused := _contradictions(group, lexicon, table, "in this race"):
            doubles += refused
            continue
        for entry in group[1:]:
            first.result = {**entry.result, **first.result}
            first.sources = tuple(sorted({*first.sources, *entry.sources}))
        distinct.append(first)
        doubles += [1] * (len(group) - 1)
    distinct.sort(key=lambda entry: (entry.race["date"], entry.race["event"], entry.athlete, repr(entry.result)))
    return _once_a_day(distinct, lexicon, table, doubles)


def _once_a_day(
    entries: list[Entry], lexicon: PackNames, table: str, doubles: list[Mistake | int]
) -> tuple[list[Entry], list[Mistake | int]]:
    """The entries without those that have two results of one round of a day, wherever the rows say that it was."""
    by_day: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_day[day_key(entry)].append(entry)
    left_out: set[int] = set()
    for day, group in by_day.items():
        if day is not None and (refused := _contradictions(group, lexicon, table, "on this day")):
            doubles += refused
            left_out |= {id(entry) for entry in group}
    return [entry for entry in entries if id(entry) not in left_out], doubles


def _contradictions(group: list[Entry], lexicon: PackNames, table: str, where: str) -> list[Mistake]:
    """A refusal of each entry of the group, one athlete's, where two of them cannot both be so."""
    first = group[0]
    event = lexicon.events[first.race["event"]]
    clashing = next((entry for entry in group[1:] if _clash(first.result, entry.result, event)), None)
    if clashing is None:
        return []
    refused = []
    for entry in group:
        line = clashing.line if entry is first else first.line
        refused.append(
            _refusal(entry, "athlete", f"a second result of {entry.athlete} {where}: see line {line}", table)
        )
    return refused


def _finest_first(entry: Entry) -> tuple[int, str, tuple[str, ...], int]:
    """Of rows that say the same, the one that is kept: of the longest mark, and else whichever order gives."""
    return -len(entry.result.get("mark", "")), repr(sorted(entry.result.items())), entry.sources, entry.line


def _clash(first: dict[str, Any], second: dict[str, Any], event: Event) -> bool:
    shared = (first.keys() & second.keys()) - {"note"}
    if any(str(first[field]) != str(second[field]) and field not in ("mark", "splits") for field in shared):
        return True
    if "mark" in shared and units_of(first["mark"], event) != units_of(second["mark"], event):
        return True
    return ("status" in first) != ("status" in second) and ("mark" in first or "mark" in second)


def _refusal(entry: Entry, field: str, why: str, table: str) -> Mistake:
    cell = entry.cells.get(
        "mark" if field == "status" and "status" not in entry.cells else field, entry.cells["athlete"]
    )
    return Mistake(table, cell.line, cell.column, field, why)


def _mismatches(entry: Entry, known: KnownResult, lexicon: PackNames) -> list[tuple[str, str]]:
    """Where the entry says otherwise than the result that is there."""
    day, row_day = known.race["date"], entry.race["date"]
    another = [("date", f"the pack has this race on {day}, this row on {row_day}")]
    if meet(partial_date(day), partial_date(row_day)) is None:
        return another
    return [
        (field.replace("splits ", "split "),
         f"the pack has {old} ({_cited(known)}), this row {new} ({' '.join(entry.sources)}): not taken")
        for field, old, new in _differences(entry, known, lexicon)
        if old is not None
    ]  # fmt: skip


def _differences(entry: Entry, known: KnownResult, lexicon: PackNames) -> Iterator[tuple[str, Any, Any]]:
    """(field, what the pack has or None, what the row has), where the two are not the same."""
    event = lexicon.events[entry.race["event"]]
    disputed: dict[str, list[str]] = defaultdict(list)
    for dispute in known.result.get("disputes", ()):
        disputed[dispute["field"]].append(dispute["value"])
    for field in _COMPARED:
        old, new = known.result.get(field), entry.result.get(field)
        if new is not None and str(new) != str(old) and str(new) not in disputed[field]:
            yield field, old, new
    if "note" in entry.result and "note" not in known.result:
        yield "note", None, entry.result["note"]
    yield from _outcomes(entry.result, known.result, disputed["mark"], event)
    decided = entry.race.get("decided")
    if decided is not None and decided != known.race.get("decided"):
        yield "decided", known.race.get("decided"), decided
    splits = known.result.get("splits", {})
    for at, new in entry.result.get("splits", {}).items():
        if splits.get(at) != new and str(new) not in disputed[f"split {at}"]:
            yield f"splits {at}", splits.get(at), new
    members = known.result.get("members", [])
    if further := [member for member in entry.result.get("members", ()) if member not in members]:
        yield "members", None, [*members, *further]


def _outcomes(
    row: dict[str, Any], known: dict[str, Any], disputed: list[str], event: Event
) -> Iterator[tuple[str, Any, Any]]:
    """The mark, or why there is none: a mark and no finish cannot both be."""
    field = "status" if "status" in row else "mark"
    new, old = row.get(field), known.get("mark") or known.get("status")
    if field == "status" and old is None and "place" in known:
        old = f"place {known['place']}"
    if new is None or new == old or new in disputed:
        return
    units = units_of(new, event)
    if old is None or units is None or units != units_of(old, event):
        yield field, old, new


def _cited(known: KnownResult) -> str:
    return " ".join(dict.fromkeys((*known.result.get("sources", ()), *known.race.get("sources", ()))))


def _completed(entry: Entry, known: KnownResult, races: PackRaces, lexicon: PackNames) -> PackChange | None:
    """The result with fields that it did not have, and sources that say the same; None where there is neither."""
    news = [(field, new) for field, old, new in _differences(entry, known, lexicon) if old is None]
    cited = known.result.get("sources", [])
    sources = [source for source in entry.sources if source not in (*cited, *known.race.get("sources", ()))]
    if not news and not sources:
        return None
    races.documents.change(known.file, known.race)
    races.lines[id(known.result)].append(entry)
    for field, new in news:
        if field.startswith("splits "):
            known.result.setdefault("splits", {})[field.removeprefix("splits ")] = new
        elif field == "decided":
            put_in_order(known.race, field, new)
        else:
            known.result[field] = new
    if sources:
        known.result["sources"] = [*cited, *sorted(sources)]
    for field in ("sources", "disputes", "note"):
        if field in known.result:
            known.result[field] = known.result.pop(field)
    changes = [f"{field.replace('splits ', 'split ')} {_shown(new)}".removesuffix(" True") for field, new in news]
    changes += [f"also {' '.join(sources)}"] if sources else []
    what = f"{_called(entry, lexicon)}: {', '.join(changes)}"
    return PackChange(known.file, "~", RaceKey.of(entry.race).shown(lexicon), what, entry.line)


def _added(entry: Entry, races: PackRaces, lexicon: PackNames) -> PackChange:
    file = races.add(entry)
    result = entry.result
    place = f"{result['place']:>3}  " if "place" in result else "     "
    outcome = result.get("mark", result.get("status", ""))
    what = f"{place}{_called(entry, lexicon)}  {outcome}".rstrip()
    return PackChange(file, "+", RaceKey.of(entry.race).shown(lexicon), what, entry.line)


def _called(entry: Entry, lexicon: PackNames) -> str:
    known = lexicon.truth.athletes.get(entry.athlete)
    return known.name if known is not None else entry.name.printed


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
