"""A row of a table as a result of the pack: every cell read for its field, or everything that is wrong with the row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from harness.curate.cells import STATUSES, read_cell
from harness.curate.mapping import REQUIRED, Columns
from harness.curate.newcomers import Newcomer, newcomer, who
from harness.curate.table import Cell, Table
from harness.model import Mistake, Unknown
from harness.names import Names, fold
from harness.truth.held import days_of
from harness.truth.lint import is_plausible, units_of
from harness.truth.pack import Event
from harness.values import meet, partial_date

RACE_FIELDS = ("event", "sex", "date", "edition", "round", "city", "country", "venue", "indoor")


class Entry(NamedTuple):
    """A row that can be read: its cells by field, the fields of its race and of its result, and who is new with it."""

    cells: dict[str, Cell]
    race: dict[str, Any]
    result: dict[str, Any]
    sources: tuple[str, ...]
    newcomer: Newcomer | None = None


class _Wrong(NamedTuple):
    """What is wrong with a field of a row."""

    field: str
    why: str


def read_row(
    row: tuple[Cell, ...], table: Table, columns: Columns, names: Names, *, new_athletes: bool = False
) -> Entry | list[Mistake]:
    """The row as an entry, or everything that is wrong with it; strangers are refused unless `new_athletes`."""
    if len(row) != len(table.header):
        why = f"the header has {len(table.header)} columns, this row {len(row)}"
        return [Mistake(table.file, row[0].line, 1, "row", why)]
    cells = _cells(row, columns)
    values, wrong = _values(cells, names)
    said = {one.field for one in wrong}
    wrong += [one for one in _disagreeing(values, names) if not said & {one.field, "edition"}]
    person = _person(values, names, new_athletes=new_athletes)
    if isinstance(person, _Wrong):
        wrong.append(person)
    elif not wrong:
        return _entry(values, cells, person)
    places = ((one, cells.get(one.field, Cell("", row[0].line, 1))) for one in wrong)
    return [Mistake(table.file, cell.line, cell.column, one.field, one.why) for one, cell in places]


def _values(cells: dict[str, Cell], names: Names) -> tuple[dict[str, Any], list[_Wrong]]:
    """Every cell read for its field, and those that cannot be or are not there."""
    values: dict[str, Any] = {}
    wrong = [_Wrong(field, _ABSENT.get(field, "nothing is given")) for field in REQUIRED if field not in cells]
    for field, cell in cells.items():
        try:
            values[field] = read_cell(field, cell.text, names)
        except ValueError as error:
            wrong.append(_Wrong(field, str(error)))
    return values, wrong


def _person(values: dict[str, Any], names: Names, *, new_athletes: bool) -> str | Newcomer | _Wrong:
    """The id of the athlete, or a newcomer; "" where the row does not tell who it is."""
    if not {"athlete", "sex"} <= values.keys():
        return ""
    person: str | Newcomer | Unknown = who(values["athlete"], values["sex"], names)
    if new_athletes and isinstance(person, Unknown) and person.missing:
        person = newcomer(values, names)
    if isinstance(person, Unknown):
        return _Wrong("athlete", person.why)
    why = _another_nation(person, values, names) if isinstance(person, str) else None
    return person if why is None else _Wrong("athlete_nation", why)


def _entry(values: dict[str, Any], cells: dict[str, Cell], person: str | Newcomer) -> Entry:
    race = {field: values[field] for field in RACE_FIELDS if field in values}
    if isinstance(person, Newcomer):
        return Entry(cells, race, _result(person.id, values), values["sources"], person)
    return Entry(cells, race, _result(person, values), values["sources"])


_ABSENT = {"sources": "no source: a fact without one is not taken"}


def _cells(row: tuple[Cell, ...], columns: Columns) -> dict[str, Cell]:
    """The cells that say something; a value for all rows stands where the row begins, and gives way to a cell."""
    cells = {field: Cell(value, row[0].line, 1) for field, value in columns.constants.items() if value}
    return cells | {field: row[number] for number, field in columns.fields.items() if row[number].text}


def _result(athlete: str, values: dict[str, Any]) -> dict[str, Any]:
    """The fields of the result as a pack has them."""
    result: dict[str, Any] = {"athlete": athlete}
    result |= {field: values[field] for field in ("place", "mark", "qualified", "note") if field in values}
    if values.get("mark") in STATUSES:
        result["status"] = result.pop("mark")
    splits = {field.removeprefix("split "): values[field] for field in values if field.startswith("split ")}
    return result | ({"splits": splits} if splits else {})


def _disagreeing(values: dict[str, Any], names: Names) -> Iterator[_Wrong]:
    """What is wrong with cells that are right by themselves."""
    truth = names.truth
    if "event" in values:
        yield from _wrong_marks(values, truth.events[values["event"]])
    edition = truth.editions.get(values.get("edition", ""))
    if edition is None:
        if "city" not in values:
            yield _Wrong("city", "neither an edition nor a city")
        return
    if "date" in values and meet(partial_date(values["date"]), days_of(edition)) is None:
        yield _Wrong("date", f"{values['date']} is not a day of {edition.name} ({edition.start} to {edition.end})")
    if "city" in values and edition.city is not None and fold(values["city"]) != fold(edition.city):
        yield _Wrong("city", f"{edition.name} was in {edition.city}")


def _wrong_marks(values: dict[str, Any], event: Event) -> Iterator[_Wrong]:
    mark = values.get("mark")
    if mark is not None and mark not in STATUSES:
        units = units_of(mark, event)
        if units is None:
            yield _Wrong("mark", f"{mark!r} is no exact {event.measure}")
        elif not is_plausible(units, event):
            yield _Wrong("mark", f"{mark} cannot be a mark of {event.name} ({' to '.join(event.plausible)})")
    for field in values:
        if field.startswith("split ") and units_of(values[field], event) is None:
            yield _Wrong(field, f"{values[field]!r} is no exact {event.measure}")


def _another_nation(athlete: str, values: dict[str, Any], names: Names) -> str | None:
    truth, said = names.truth, values.get("athlete_nation")
    if "date" not in values:
        return None
    had = truth.nation_of(athlete, partial_date(values["date"]).low or 0)
    if said is None or had is None or said == had:
        return None
    return f"the pack has {truth.name(athlete)} for {truth.name(had)} on that day, this row for {truth.name(said)}"
