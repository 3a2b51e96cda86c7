"""A row of a table as a result of the pack: every cell read as its field, or everything that is wrong with the row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from harness.curate.date_notations import common_part
from harness.curate.drafts import (
    RowDraft,
    Slip,
    contradictions_of_the_mark,
    date_styles,
    mark_styles,
    placed_without_finish,
)
from harness.curate.entered import ENTERED
from harness.curate.entry import Entry
from harness.curate.lexicon import PackNames
from harness.curate.mapping import Columns
from harness.curate.mark_notations import read_mark_cell
from harness.curate.new_events import SeenMark
from harness.curate.parse_cells import Values, read_cell
from harness.curate.round_notations import is_unnumbered
from harness.curate.row_people import RowPerson, replace_person, row_members, row_person
from harness.curate.splits import is_the_finish, split_distance, split_text
from harness.curate.table import Cell, Table
from harness.curate.venues import same_city
from harness.names import fold
from harness.records.model import Mistake
from harness.truth.lint import units_of
from harness.truth.pack import Event
from harness.values import Range, meet, partial_date

RACE_FIELDS = (
    "event", "sex", "date", "edition", "round", "section", "match", "decided", "city", "country", "venue", "indoor",
    "en_route",
)  # fmt: skip
RESULT_FIELDS = (
    "place", "mark", "status", "qualified", "wind", "assisted", "ineligible", "note", "members", "legs", "attempts",
    "overall", "tries", "order", "stopped", "pacemaker", "net", "sets", "shootout", "scorers",
)  # fmt: skip
WIND_LIMIT = 20  # tenths of a metre a second (World Athletics Technical Rules 17.10 and 29.12, CR 31.14.3)
_WINDY_JUMPS = ("long-jump", "triple-jump")
_READ_LATER = (
    "mark", "athlete", "given", "member", "members", "athlete_id", "event", "category", "edition", "competition",
)  # fmt: skip


class TableReading(NamedTuple):
    """A table read: the entries, the rows that cannot be read, and what was guessed of whole columns."""

    entries: list[Entry]
    refused: list[Mistake]
    guesses: dict[str, str]


def read_rows(table: Table, columns: Columns, lexicon: PackNames, today: int) -> TableReading:
    """Every row of the table, in its order; what is told of a day after `today` cannot be."""
    drafts = [RowDraft(row, cells) for row, cells in columns.records(table)]
    styles = date_styles(drafts, columns)
    guesses = {name: style for name, style in styles.items() if name not in columns.formats}
    reader = _Reader(lexicon, styles, today)
    for draft in drafts:
        reader.read_names(draft, table)
    lexicon.settle_events()
    styles_of_marks = mark_styles(drafts, columns, lexicon)
    if "mark" not in columns.formats:
        guesses |= {f"mark of {event}": style for event, style in styles_of_marks.items() if style}
    entries, refused = list[Entry](), list[Mistake]()
    for draft in drafts:
        reader.read_mark(draft, styles_of_marks)
        read = [] if draft.slips else reader.finish(draft, styles_of_marks)
        if draft.slips:
            refused += _mistakes(draft, table)
        else:
            entries += read
    return TableReading(entries, refused, guesses)


def _mistakes(draft: RowDraft, table: Table) -> Iterator[Mistake]:
    first = Cell("", draft.row[0].line, 1)
    for slip in draft.slips:
        cell = draft.cells.get(slip.field, first)
        yield Mistake(table.file, cell.line, cell.column, slip.field, slip.why)


class _Reader:
    """Reads drafts; what a cell says is worked out once for each text."""

    def __init__(self, lexicon: PackNames, styles: dict[str, str], today: int) -> None:
        self.lexicon = lexicon
        self.today = today
        self.styles = styles
        self._cells: dict[tuple[str, str], Values | ValueError] = {}
        self._marks: dict[tuple[str, str, str | None], Values | ValueError] = {}

    def read_names(self, draft: RowDraft, table: Table) -> None:
        """Everything but the mark, whose event may be new."""
        if len(draft.row) != len(table.header):
            draft.slips.append(Slip("row", f"the header has {len(table.header)} columns, this row {len(draft.row)}"))
            return
        for name, cell in draft.cells.items():
            if name in _READ_LATER or name.startswith("split "):
                continue
            answer = self._cell(name, cell.text)
            if isinstance(answer, ValueError):
                draft.slips.append(Slip(name, str(answer)))
            else:
                draft.values |= {key: value for key, value in answer.items() if key not in draft.values or key == name}
        for name in ("event", "athlete", "sources"):
            if name not in draft.cells:
                draft.slips.append(Slip(name, _ABSENT.get(name, "nothing is given")))
        self._event(draft)
        self._occasion(draft)
        if "sex" not in draft.values and not draft.has_slip("sex"):
            draft.slips.append(Slip("sex", "nothing is given"))

    def _cell(self, name: str, text: str) -> Values | ValueError:
        key = (name, text)
        if key not in self._cells:
            try:
                self._cells[key] = read_cell(name, text, self.lexicon, self.styles.get(name))
            except ValueError as error:
                self._cells[key] = error
        return self._cells[key]

    def _event(self, draft: RowDraft) -> None:
        cell = draft.cells.get("event")
        if cell is None:
            return
        sex = self.lexicon.sex_of_event(cell.text)
        if sex is not None:
            draft.values.setdefault("sex", sex)
        try:
            event = self.lexicon.event(cell.text, draft.values.get("sex", ""))
            if "category" in draft.cells and fold(draft.cells["category"].text) not in ("open", "able bodied"):
                event = self.lexicon.category(event, draft.cells["category"].text)
        except ValueError as error:
            draft.slips.append(Slip("event", str(error)))
            return
        draft.values["event"] = event
        if self.lexicon.is_bare(event) and "mark" in draft.cells:
            race = tuple(str(draft.values.get(name)) for name in RACE_FIELDS)
            self.lexicon.saw_mark(event, SeenMark(draft.cells["mark"].text, race, str(draft.values.get("place"))))

    def _occasion(self, draft: RowDraft) -> None:
        """The edition, from its name or from its competition and the date; and the date, where the edition tells it."""
        values, cells = draft.values, draft.cells
        try:
            if "edition" in cells:
                values["edition"] = self.lexicon.edition(cells["edition"].text)
            elif "competition" in cells and "date" in values:
                values["edition"] = self.lexicon.held(cells["competition"].text, values["date"])
        except ValueError as error:
            draft.slips.append(Slip("edition" if "edition" in cells else "competition", str(error)))
            return
        if "edition" in values:
            self._fit_edition(draft)
        elif not {"city", "match"} & values.keys() and not any(
            slip.field in ("city", "where", "edition") for slip in draft.slips
        ):
            draft.slips.append(Slip("city", "neither an edition nor a city"))
        if "date" not in values and not draft.has_slip("date"):
            draft.slips.append(Slip("date", "nothing is given"))
        ran = "date" in values and values.get("status") not in ENTERED
        if ran and (partial_date(values["date"]).low or 0) > self.today:
            draft.slips.append(Slip("date", f"{values['date']} is still to come"))
        if values.get("status") in ENTERED and "edition" not in values:
            draft.slips.append(
                Slip("edition", f"{values['status']} without a result: the row needs an edition, and none is given")
            )

    def _fit_edition(self, draft: RowDraft) -> None:
        values, edition = draft.values, draft.values["edition"]
        start, end = self.lexicon.days_of(edition)
        name = self.lexicon.shown(edition)
        if "date" not in values:
            values["date"] = common_part(start, end)
        days = Range(partial_date(start).low, partial_date(end).high)
        if meet(partial_date(values["date"]), days) is None:
            draft.slips.append(Slip("date", f"{values['date']} is not a day of {name} ({start} to {end})"))
        held = self.lexicon.truth.editions.get(edition)
        city = self.lexicon.city_of(edition)
        if "city" in draft.cells and city is not None and not same_city(values.get("city", ""), city):
            draft.slips.append(Slip("city", f"{name} was in {city}"))
        if held is not None and "indoor" in values and values["indoor"] != held.indoor:
            draft.slips.append(Slip("indoor", f"{name} was {'indoors' if held.indoor else 'outdoors'}"))
        elif held is not None and (held.indoor or "mark" in draft.cells):  # beside a mark it may be told otherwise
            values["indoor"] = held.indoor

    def finish(self, draft: RowDraft, styles: dict[str, str | None]) -> list[Entry]:
        """The entry of a draft without slips, and those of a team's members; none where what is left has a slip."""
        values, cells = draft.values, draft.cells
        event = self.lexicon.events[values["event"]]
        splits = self._splits(draft, event, styles.get(event.id))
        people = self._people(draft)
        draft.slips += placed_without_finish(values)
        if "medal" in values and values.setdefault("place", values["medal"]) != values["medal"]:
            draft.slips.append(Slip("medal", f"place {values['place']} and the medal of place {values['medal']}"))
        if draft.slips or people is None:
            return []
        self._wind(values, event)
        race = {name: values[name] for name in RACE_FIELDS if name in values and values[name] not in (None, False)}
        result = {name: values[name] for name in RESULT_FIELDS if name in values and values[name] is not False}
        if "status" in result and "mark" in result:
            _note(result, f"{result.pop('mark')} before {result['status']}")
        if is_unnumbered(race) and "place" in result:
            _note(result, f"place {result.pop('place')} in a {race['round']} without a number")
        result |= {"splits": splits} if splits else {}
        if values.get("list"):
            result["list"] = True
        whose, members = people
        if "members" in cells and not members:
            _note(result, f"members: {cells['members'].text}")
        entry = Entry(
            draft.row[0].line, cells, race, result, values["sources"], whose.name, whose.sex, self._span(values),
            whose.nation, whose.born, whose.number, whose.team,
        )  # fmt: skip
        return [entry, *(replace_person(entry, member) for member in members)]

    def _people(self, draft: RowDraft) -> tuple[RowPerson, list[RowPerson]] | None:
        """Whose result it is, and the members of a team that the row names."""
        try:
            whose = row_person(draft.cells, draft.values, self.lexicon, self.styles.get("athlete"))
            return whose, row_members(whose, draft.cells, draft.values, self.styles.get("athlete"))
        except ValueError as error:
            draft.slips.append(Slip("athlete", str(error)))
            return None

    def _span(self, values: Values) -> tuple[int, int]:
        """The first and the last day on which it can have been; a part of a date is bounded by the edition's days."""
        days = partial_date(values["date"])
        if days.low != days.high and "edition" in values:
            start, end = self.lexicon.days_of(values["edition"])
            days = Range(partial_date(start).low, partial_date(end).high)
        return days.low or 0, days.high or 0

    def read_mark(self, draft: RowDraft, styles: dict[str, str | None]) -> None:
        event = self.lexicon.events.get(draft.values.get("event", ""))
        if event is None and "event" in draft.values:
            draft.slips.append(Slip("event", _unmeasured(draft.cells["event"].text)))
        if event is None or "mark" not in draft.cells:
            return
        text, style = draft.cells["mark"].text, styles.get(event.id)
        key = (event.id, text, style)
        if key not in self._marks:
            try:
                self._marks[key] = read_mark_cell(text, event, style)
            except ValueError as error:
                self._marks[key] = error
        answer = self._marks[key]
        if isinstance(answer, ValueError):
            draft.slips.append(Slip("mark", str(answer)))
        else:
            draft.slips += contradictions_of_the_mark(draft, answer)
            draft.values |= {
                name: value for name, value in answer.items() if name != "note" or name not in draft.values
            }

    def _splits(self, draft: RowDraft, event: Event, style: str | None) -> dict[str, str]:
        splits = {}
        for name, cell in draft.cells.items():
            if not name.startswith("split "):
                continue
            metres = split_distance(name, event)
            if metres == event.metres and is_the_finish(
                split_text(cell.text, event, style), draft.values.get("mark"), event
            ):
                continue  # the last split is the finish
            if event.metres is not None and metres >= event.metres:
                draft.slips.append(Slip(name, f"{metres}m is not on the way in {event.name}"))
                continue
            text = split_text(cell.text, event, style)
            if units_of(text, event) is None:
                draft.slips.append(Slip(name, f"{cell.text!r} is not an exact {event.measure}"))
            else:
                splits[f"{metres}m"] = text
        return splits

    def _wind(self, values: Values, event: Event) -> None:
        """Above the limit the mark is assisted, in the events for which wind is measured, outdoors."""
        windy = (event.measure == "time" and (event.metres or 999) <= 200) or event.id.endswith(_WINDY_JUMPS)
        if "wind" not in values or values.get("indoor"):
            return
        if windy and round(float(values["wind"]) * 10) > WIND_LIMIT:
            values["assisted"] = True


def _unmeasured(event: str) -> str:
    why = "nothing tells whether its marks are seconds, metres or points"
    return f"{event!r} is new, and {why}: harness truth new event, with --measure and --plausible, adds it"


_ABSENT = {"sources": "no source: a fact without one is not taken"}


def _note(result: dict[str, Any], text: str) -> None:
    """What no field of a result has a place for is kept in words."""
    result["note"] = f"{result['note']}; {text}" if "note" in result else text
