"""What a pack holds, in lines for a person: lists of its parts, and all there is on one of them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

import msgspec

from harness.truth.horizons import SORTS, endless, lasting
from harness.truth.index import Truth
from harness.truth.pack import Horizon, MedalTable, Record, Row
from harness.truth.results import Result
from harness.values import Range, meet, partial_date, show


def list_part(truth: Truth, part: str) -> Iterator[str]:
    """One line for each row of the part; of the horizons also those that rows have of their own."""
    for row in getattr(truth.pack, part):
        yield _line(truth, row)
    if part == "horizons":
        yield from _own_horizons(truth)


def show_entity(truth: Truth, name: str) -> list[str]:
    """Every field of what is called `name` (id, name or alias, in any case), and the results that belong to it.

    A day is a name too, and shows what was contested on it.
    """
    wanted = name.casefold()
    lines: list[str] = []
    for part, row in _entities(truth):
        names = (row.id, getattr(row, "name", row.id), *getattr(row, "aliases", ()))
        if wanted in map(str.casefold, names):
            lines += [f"{part}: {row.id}", *_fields(row), *_results(truth, row.id), *_medals(truth, row.id)]
    return lines or _of_day(truth, name)


def _of_day(truth: Truth, name: str) -> list[str]:
    try:
        days = partial_date(name)
    except ValueError:
        return []
    held = [
        edition for edition in truth.editions.values()
        if meet(Range(partial_date(edition.start).low, partial_date(edition.end).high), days) is not None
    ]  # fmt: skip
    lines = [f"  {edition.start} to {edition.end}  {edition.id}: {edition.name}" for edition in held]
    results = [result for result in truth.results if meet(result.date, days) == result.date]
    return [*([f"editions ({len(lines)}):"] if lines else []), *lines, *_result_lines(truth, results)]


def named_like(truth: Truth, name: str) -> list[str]:
    """The ids of what has every word of `name` in its id or names; where nothing has, of what is nearly spelt so."""
    words = name.casefold().replace("-", " ").split()
    called = {row.id: _names(row).casefold() for _, row in _entities(truth)}
    identities = [identity for identity, names in called.items() if words and all(word in names for word in words)]
    return identities or get_close_matches(name.casefold(), called, n=3)


def _entities(truth: Truth) -> Iterator[tuple[str, Any]]:
    for part in ("athletes", "nations", "events", "competitions", "editions", "sources", "completeness"):
        yield from ((part, row) for row in getattr(truth.pack, part))


def _names(row: Any) -> str:
    return " ".join([row.id, getattr(row, "name", ""), *getattr(row, "aliases", ())])


def _line(truth: Truth, row: Row) -> str:
    if isinstance(row, Record):
        of = f" of {row.of}" if row.of else ""
        where = "indoors " if row.indoor else ""
        until = row.until or "now"
        return (
            f"{row.level}{of} {truth.name(row.event)} {where}{row.sex}: {row.mark} {truth.name(row.athlete)},"
            f" {row.date} to {until}"
        )
    if isinstance(row, Horizon):
        of_source = f" of {row.source}" if row.source else ""
        return f"{row.of}{of_source}  vouched for until {row.until} ({', '.join(row.sources)})"
    if isinstance(row, MedalTable):
        return f"{row.edition}  {truth.name(row.edition)}: {len(row.rows)} nations, {row.date} to {row.until or 'now'}"
    identity, rest = getattr(row, "id", ""), getattr(row, "name", None) or getattr(row, "title", None)
    return f"{identity}  {rest or getattr(row, 'text', '')}"


def _own_horizons(truth: Truth) -> Iterator[str]:
    """The rows with a day of their own, and how many stand without any."""
    for of in SORTS:
        for row in lasting(truth, of):
            if row.vouched_until is not None:
                yield f"{of}  {_line(truth, row)}: vouched for until {row.vouched_until}"
    for sort in endless(truth):
        yield f"{sort.of}  {sort.rows} without a day, taken to stand without end"


def _fields(row: Row) -> list[str]:
    fields = msgspec.to_builtins(row)
    return [f"  {field}: {_plain(value)}" for field, value in fields.items() if field != "id"]


def _plain(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _results(truth: Truth, identity: str) -> list[str]:
    tables = (truth.by_athlete, truth.by_edition, truth.by_event)
    return _result_lines(truth, next((index[identity] for index in tables if identity in index), []))


def _result_lines(truth: Truth, results: list[Result]) -> list[str]:
    """Each result with its day, its oldest first."""
    lines = [f"    {show(result.date, 'date')}  {result.id}: {truth.evidence(result).summary}" for result in results]
    return [f"  results ({len(lines)}):", *lines] if lines else []


def _medals(truth: Truth, identity: str) -> Iterator[str]:
    """The medal tables of the edition, a nation a line."""
    for table in truth.medal_tables:
        if table.edition == identity:
            yield f"  medal table from {table.date} to {table.until or 'now'}, gold-silver-bronze:"
            for row in table.rows:
                yield f"    {truth.name(row.nation)} {row.gold}-{row.silver}-{row.bronze}"
