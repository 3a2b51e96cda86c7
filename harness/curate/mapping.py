"""Which column of a table is which field of a result, how its cells are written, and the values that apply to every
row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, NamedTuple

from harness.curate.table import Cell, Table
from harness.records.model import Mistake

FIELDS = {
    "event": "the event, by id, name or code",
    "category": "a class of the event with races of its own: wheelchair, T54",
    "sex": "men, women or mixed",
    "date": "the day as 2024-08-06, 6 AUG 2024, 06.08.2024; a month or year",
    "edition": "the holding, by id or name; else the city",
    "competition": "the series, by id or name: with the date or a year it tells the edition",
    "round": "final, semifinal 1, heat 3, final 2, race B; empty where it is not known",
    "section": "what tells races of one round apart: 1, 2, A, B",
    "match": "which of a day's matches or bouts",
    "decided": "after what the match ended: regular time, extra time (aet)",
    "where": 'venue, city, nation and indoors in one cell: "Stadium, City (USA) (i)"',
    "city": "where it was, outside the editions of the pack",
    "country": "the city's nation",
    "venue": "the stadium",
    "indoor": "yes or no",
    "list": "yes: rows are of a list, in which one city and day may hide several races",
    "athlete": "the athlete or team, by id or whole name",
    "given": "the athlete's given name, where the family name has a column of its own",
    "athlete_nation": "whom the athlete competed for",
    "athlete_sex": "the athlete's own sex, where the race is mixed",
    "athlete_id": "the source's own number of the athlete: one number, one athlete",
    "bib": "the number worn in this race: one bib, one athlete",
    "born": "the birth date of the athlete",
    "team": "yes: the athlete is a team, and needs no nation",
    "member": "a member of the team: born, athlete_id and athlete_sex of the row are theirs",
    "members": "all who competed for the team, with commas or semicolons between",
    "mark": "the mark as published, or DNF, DNS, DQ, NM",
    "status": "why there is no mark, in a column of its own; entered, selected or withdrew: no result yet",
    "wind": "metres a second: +2.9",
    "assisted": "yes: the mark counts in its contest, and neither on lists nor for records",
    "ineligible": "why a mark that counts on lists can be no record: a course too steep",
    "place": "the place: 1, =2, 3sf1 (third in semifinal 1)",
    "medal": "gold, silver or bronze",
    "qualified": "Q, q, qR or qJ",
    "legs": "who ran each leg of a relay, by id or whole name, and in what time: Pace 46.2; Berg -; Kirui 43.04",
    "attempts": "the rounds of a field event, in order: 6.80; 7.01; x; -",
    "tries": "the tries at each height: 1.92 o; 1.96 xo; 2.00 xxx",
    "order": "the place at points on the way, the leader's 1: 800m 3; bell 2; 3lap 1",
    "stopped": "where on the way who did not finish stopped: 900m, bell",
    "pacemaker": "yes: there to set the pace",
    "net": "the time from the start line, beside the official one from the gun",
    "sets": "the side's points in each set of a match: 6; 3; 7",
    "shootout": "the side's points in the shoot-out",
    "scorers": "who scored how many of the mark, by id or whole name: Mia Falk 2; Ann Lee 1",
    "overall": "the place among everybody who started together",
    "sources": "ids of sources, with a blank or semicolon between",
    "note": "a remark",
}  # fmt: skip
REQUIRED = ("event", "sex", "athlete", "sources")
_SPLIT = re.compile(r"split ([0-9]+(\.[0-9]+)? ?k?m|half)")
_JOINED = re.compile(r"\{([^{}]+)\}")
_NAMELESS = re.compile(r"(?:Unnamed: [0-9.]+)?")  # a blank header, by itself and as pandas writes it
_NONE: Mapping[str, Any] = MappingProxyType({})


class Wishes(NamedTuple):
    """What was asked for: column -> field ("" leaves the column out), and field -> value for all rows.

    `joins`: field -> "{Distance} {Stroke}"; `formats`: field -> how it is written; `values`: field -> as written -> as
    meant; `each`: several results a row, each with its own column -> field (home and away).
    """

    columns: dict[str, str]
    constants: dict[str, str]
    joins: Mapping[str, str] = _NONE
    formats: Mapping[str, str] = _NONE
    values: Mapping[str, Mapping[str, str]] = _NONE
    each: tuple[dict[str, str], ...] = ()

    def over(self, base: Wishes) -> Wishes:
        """These wishes on top of others, such as a ready reader's."""
        own = {*self.columns.values(), *self.constants, *self.joins}
        columns = {column: field for column, field in base.columns.items() if not field or field not in own}
        return Wishes(
            columns | self.columns,
            {field: value for field, value in base.constants.items() if field not in own} | self.constants,
            {field: value for field, value in base.joins.items() if field not in own} | dict(self.joins),
            {**base.formats, **self.formats},
            {**base.values, **self.values},
            self.each or base.each,
        )


class Columns(NamedTuple):
    """The field of each column (by its number; a column without one is left out), and what holds for every row."""

    fields: dict[int, str]
    constants: dict[str, str]
    joins: Mapping[str, tuple[str, dict[str, int]]] = _NONE
    formats: Mapping[str, str] = _NONE
    values: Mapping[str, Mapping[str, str]] = _NONE
    each: tuple[dict[int, str], ...] = ({},)

    def records(self, table: Table) -> Iterator[tuple[tuple[Cell, ...], dict[str, Cell]]]:
        """Every result of the table: its row, and the cells that say something by field, with what holds for all."""
        for row in table.rows:
            if len(row) != len(table.header):
                yield row, {}
                continue
            for group in self.each:
                yield row, self._record(row, group)

    def _record(self, row: tuple[Cell, ...], group: dict[int, str]) -> dict[str, Cell]:
        cells = {field: Cell(value, row[0].line, 1) for field, value in self.constants.items() if value}
        for number, field in (*self.fields.items(), *group.items()):
            if not says_nothing(row[number].text, field):
                cells[field] = row[number]
        for field, (template, numbers) in self.joins.items():
            used = [row[number] for number in numbers.values()]
            if any(cell.text for cell in used):
                text = _JOINED.sub(lambda match, at=numbers: row[at[match[1]]].text, template)  # type: ignore[misc]
                cells[field] = Cell(" ".join(text.split()), used[0].line, used[0].column)
        for field, meanings in self.values.items():
            if field in cells and cells[field].text in meanings:
                cells[field] = cells[field]._replace(text=meanings[cells[field].text])
        return {field: cell for field, cell in cells.items() if cell.text}


_NOTHING = frozenset({"", "-", "–", "—", "na", "n/a", "nan", "none", "null", "nat", "\\n"})


def says_nothing(text: str, field: str) -> bool:
    """Whether the cell is empty by one of the signs that databases and spreadsheets leave: -, NA, NaN, null."""
    return not text if field == "athlete" else text.lower() in _NOTHING


def nameless_columns(table: Table) -> list[str]:
    """What to say of columns without a name that hold more than the numbers of the rows: they are left out."""
    phrases = []
    for number, cell in enumerate(table.header):
        if _NAMELESS.fullmatch(cell.text) is None:
            continue
        cells = (row[number] for row in table.rows if number < len(row))
        first = next((held for held in cells if held.text and not held.text.isdigit()), None)
        if first is not None:
            phrases.append(f"column {number + 1} has no name: left out, such as {first.text!r} in line {first.line}")
    return phrases


def columns_of(table: Table, wishes: Wishes) -> Columns | list[Mistake]:
    """The mapping of the table's header, or everything that is wrong with it. A column named as a field is that one."""
    mistakes = [*_unknown_wishes(table, wishes)]
    names = {cell.text: number for number, cell in enumerate(table.header)}
    grouped = {column for group in wishes.each for column in group}
    joined = {column for template in wishes.joins.values() for column in _JOINED.findall(template)}
    fields: dict[int, str] = {}
    for number, cell in enumerate(table.header):
        mentioned = cell.text in grouped or cell.text in joined or _NAMELESS.fullmatch(cell.text) is not None
        field = wishes.columns.get(cell.text, _own_field(cell.text, wishes) or ("" if mentioned else None))
        if field is None:
            mistakes.append(_at(table, cell, _unknown_column(cell.text)))
        elif field and field in fields.values():
            mistakes.append(_at(table, cell, f"a second column for {field!r}"))
        elif field:
            fields[number] = field
    each = tuple({names[column]: field for column, field in group.items() if column in names} for group in wishes.each)
    everywhere = set.intersection(*(set(group.values()) for group in each)) if each else set()
    there = {*fields.values(), *wishes.constants, *wishes.joins, *everywhere}
    mistakes += [_at(table, table.header[0], why) for why in _missing(there) if not mistakes]
    joins = {
        field: (template, {column: names[column] for column in _JOINED.findall(template) if column in names})
        for field, template in wishes.joins.items()
    }
    return mistakes or Columns(
        fields, dict(wishes.constants), joins, dict(wishes.formats), dict(wishes.values), each or ({},)
    )


def is_field(name: str) -> bool:
    return name in FIELDS or _SPLIT.fullmatch(name) is not None


def _own_field(name: str, wishes: Wishes) -> str | None:
    """The field that a column without a wish is by its name, unless it is put together of others."""
    joined = {*wishes.joins, *(field for group in wishes.each for field in group.values())}
    return name if is_field(name) and name not in joined else None


def _missing(there: set[str]) -> Iterator[str]:
    for field in REQUIRED:
        if field not in there:
            yield _missing_field(field)
    places = {"edition", "city", "where", "competition"}
    if not there & {*places, "match"}:  # a match is known by its day and its name
        yield "neither an edition nor a city: --map COLUMN=edition, or --set city=NAME for all rows"
    elif not there & {"date", "edition"}:
        yield _missing_field("date")


def _unknown_wishes(table: Table, wishes: Wishes) -> Iterator[Mistake]:
    names = [cell.text for cell in table.header]
    joined = [column for template in wishes.joins.values() for column in _JOINED.findall(template)]
    for column in (*wishes.columns, *joined, *(column for group in wishes.each for column in group)):
        if column not in names:
            yield _at(table, table.header[0], f"there is no column {column!r}{_hint(column, names)}")
    grouped = [field for group in wishes.each for field in group.values()]
    for field in (*wishes.columns.values(), *wishes.constants, *wishes.joins, *wishes.values, *grouped):
        if field and not is_field(field):
            yield _at(table, table.header[0], f"there is no field {field!r}{_hint(field, FIELDS)}")


def _unknown_column(column: str) -> str:
    close = get_close_matches(column.lower(), FIELDS, n=1)
    field = close[0] if close else "FIELD"
    return f"unknown column {column!r}: --map '{column}={field}' says what it is, --map '{column}=' leaves it out"


def _missing_field(field: str) -> str:
    return f"no column gives {field!r} ({FIELDS[field]}): --map COLUMN={field}, or --set {field}=VALUE for all rows"


def _hint(name: str, names: Iterable[str]) -> str:
    names = list(names)
    close = get_close_matches(name, names, n=1)
    return f": did you mean {close[0]!r}?" if close else f"; there are: {', '.join(names)}"


def _at(table: Table, cell: Cell, message: str) -> Mistake:
    return Mistake(table.file, cell.line, cell.column, "header", message)
