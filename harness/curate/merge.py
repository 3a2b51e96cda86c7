"""Entries put into a pack's documents: new results into their races, new races into a file, and nothing overwritten."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from harness.curate.contests import Contest, Contests, Place
from harness.curate.layout import Document
from harness.curate.rows import Entry
from harness.model import Mistake
from harness.truth.index import Truth
from harness.truth.lint import units_of
from harness.truth.pack import Event

COMPARED = ("place", "qualified")


_Pair = tuple[str, Any, Any]


class Change(NamedTuple):
    """What one entry does to a file: "+" a result or an athlete, "~" a field that the pack did not have."""

    file: str
    sign: str
    contest: str
    what: str


class Merged(NamedTuple):
    """What was done to the documents, and the rows that were not taken."""

    changes: list[Change]
    refused: list[Mistake]


def merge(entries: Iterable[Entry], documents: dict[str, Document], truth: Truth, into: str, table: str) -> Merged:
    """Put the entries into the documents, which are changed in place; `into` takes the races that are new."""
    contests = Contests(documents, truth, into)
    merged = Merged([], [])
    for entry in entries:
        there = contests.result_of(entry)
        wrong = _against(entry, there, contests) if there is not None else contests.refuses(entry)
        if wrong:
            merged.refused.extend(_refusal(entry, field, why, table) for field, why in wrong)
        elif there is not None:
            merged.changes.append(_completed(entry, there, truth))
        else:
            merged.changes.extend([*_introduced(entry, documents, into), _added(entry, contests, truth)])
    contests.settle_sources()
    return merged


def _refusal(entry: Entry, field: str, why: str, table: str) -> Mistake:
    cell = entry.cells.get("mark" if field == "status" else field, entry.cells["athlete"])
    return Mistake(table, cell.line, cell.column, field, why)


def _against(entry: Entry, there: Place, contests: Contests) -> list[tuple[str, str]]:
    """Why the entry cannot be taken beside the result that is there: it says otherwise, or nothing new."""
    if there.line is not None:
        return [
            ("athlete", f"a second result of {entry.result['athlete']} in this race: the first is in line {there.line}")
        ]
    differing = [
        (
            _field_of(field),
            f"the pack has {old} ({_cited(there)}), this row {new} ({' '.join(entry.sources)}): not taken",
        )
        for field, old, new in _pairs(entry, there, contests.truth)
        if old is not None
    ]
    if differing or _news(entry, there, contests.truth):
        return differing
    return [("athlete", f"a duplicate: {there.file} has this result already")]


def _pairs(entry: Entry, there: Place, truth: Truth) -> Iterable[_Pair]:
    """(field, what the pack has or None, what the row has), where the two are not the same."""
    event = truth.events[entry.race["event"]]
    disputed = {one["field"]: one["value"] for one in there.result.get("disputes", ())}
    for field in COMPARED:
        old, new = there.result.get(field), entry.result.get(field)
        if new is not None and str(new) not in (str(old), disputed.get(field)):
            yield field, old, new
    yield from _outcomes(entry.result, there.result, disputed.get("mark"), event)
    splits = there.result.get("splits", {})
    for at, new in entry.result.get("splits", {}).items():
        if splits.get(at) != new:
            yield f"splits {at}", splits.get(at), new


def _outcomes(row: dict[str, Any], there: dict[str, Any], disputed: str | None, event: Event) -> Iterable[_Pair]:
    """The mark, or why there is none: a mark and no finish cannot both be."""
    field = "status" if "status" in row else "mark"
    new, old = row.get(field), there.get("mark") or there.get("status")
    if field == "status" and old is None and "place" in there:
        old = f"place {there['place']}"
    if new is None or new in (old, disputed):
        return
    units = units_of(new, event)
    if old is None or units is None or units != units_of(old, event):
        yield field, old, new


def _news(entry: Entry, there: Place, truth: Truth) -> list[tuple[str, Any]]:
    return [(field, new) for field, old, new in _pairs(entry, there, truth) if old is None]


def _field_of(field: str) -> str:
    return field.replace("splits ", "split ")


def _cited(there: Place) -> str:
    return " ".join(dict.fromkeys((*there.result.get("sources", ()), *there.race.get("sources", ()))))


def _completed(entry: Entry, there: Place, truth: Truth) -> Change:
    """The result with the fields that it did not have, and with the row's sources."""
    news = _news(entry, there, truth)
    for field, new in news:
        if field.startswith("splits "):
            there.result.setdefault("splits", {})[field.removeprefix("splits ")] = new
        else:
            there.result[field] = new
    cited = (
        *there.result.get("sources", ()),
        *(one for one in entry.sources if one not in there.race.get("sources", ())),
    )
    if cited:
        there.result["sources"] = list(dict.fromkeys(cited))
    if "note" in there.result:
        there.result["note"] = there.result.pop("note")
    what = ", ".join(f"{_field_of(field)} {new}" for field, new in news)
    return Change(there.file, "~", Contest.of(entry).shown(truth), f"{truth.name(entry.result['athlete'])}: {what}")


def _introduced(entry: Entry, documents: dict[str, Document], into: str) -> list[Change]:
    """The athlete, where the pack does not know him yet: beside the other athletes, in order of ids."""
    one = entry.newcomer
    known = {row["id"] for document in documents.values() for row in document.get("athletes", ())}
    if one is None or one.id in known:
        return []
    file = next((name for name, document in documents.items() if "athletes" in document), into)
    rows = documents[file].setdefault("athletes", [])
    at = next((number for number, row in enumerate(rows) if row["id"] > one.id), len(rows))
    rows.insert(at, one.row(entry.sources))
    return [Change(file, "+", "athletes", f"{one.name}, {one.nation}")]


def _added(entry: Entry, contests: Contests, truth: Truth) -> Change:
    file = contests.add(entry)
    result = entry.result
    name = entry.newcomer.name if entry.newcomer is not None else truth.name(result["athlete"])
    place = f"{result['place']:>3}  " if "place" in result else "     "
    shown = result.get("mark", result.get("status", ""))
    return Change(file, "+", Contest.of(entry).shown(truth), f"{place}{name}  {shown}".rstrip())
