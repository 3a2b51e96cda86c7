"""A pack that shows a part of a world, and nothing that is not so: rows left out, and fields left open or widened.

Of what its completeness statements cover it shows all, so that each of them is true of it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import msgspec
from combined import contests
from combined import shown as shown_combined
from details import CIRCUITS
from figures import printed_day, printed_mark
from matches import finals
from matches import shown as shown_matches
from relays import meetings
from relays import shown as shown_relays
from statements import Row, covered, covered_holdings, covered_records, span
from world import COLOURS, FOREVER, GROUPS, METRES, SPORT, TIMED, Day, Held, Holding, Race, Run, Spell, World

from harness.truth.pack import Pack

SOURCE = ["book"]
TIMES = {True: "time", False: "distance"}
BAND = {"1500m": ["3:20.00", "5:00.00"], "mile": ["3:40.00", "5:30.00"], "long-jump": ["4.00", "9.50"]}
WHOLE = 0.0  # how much is left out of a pack that shows the whole world
MARKED = ("athletes", "marks", "bests")
ROUNDLESS = {"races", "meetings"}


class Shown:
    """What is left out and left open, drawn for one pack. `gaps` is how likely anything is left out, 0 for nothing."""

    def __init__(self, rng: Random, world: World, statements: list[Row], gaps: float) -> None:
        self.rng, self.world, self.statements, self.gaps = rng, world, statements, gaps
        self.roundless: set[tuple[str, str, str]] = set()
        self.apart = Random(3 + len(world.runs))
        self.horizons = _horizons(Random(len(world.runs)), gaps)
        last = self.horizons.get("records", FOREVER)
        self.statements = statements = [row for row in statements if row["covers"] != "records" or span(row)[1] <= last]
        self.needed: dict[int, set[str]] = {}
        for row in statements:
            for run in covered(world, row):
                self.needed.setdefault(id(run), set()).add(row["covers"])
        self.holdings_needed = {
            one.id for row in statements if row["covers"] in ("editions", "medals", "nations", "totals")
            for one in covered_holdings(world, row)
        }  # fmt: skip

    def pack(self) -> Pack:
        races = [row for race in self.world.races if (row := self._race(race)) is not None]
        used = {row["edition"] for row in races if "edition" in row}
        holdings = [
            one for one in self.world.holdings.values()
            if one.id in used | self.holdings_needed or not self._gap()
        ]  # fmt: skip
        shown = {result["athlete"] for row in races for result in row["results"]}
        vouched = self.horizons.get("records", FOREVER)
        known = [one for one in self.world.records if one.day <= vouched]
        known = [one if one.until <= vouched else replace(one, until=FOREVER) for one in known]
        shares = [self._share(one) for one in known]
        kept = {self._share(one) for row in self.statements for one in covered_records(self.world, row)}
        left_out = {one for one in dict.fromkeys(shares) if self._gap()} - kept
        records = [self._record(one) for one, share in zip(known, shares, strict=True) if share not in left_out]
        named = (
            shown
            | {row["athlete"] for row in records}
            | {a for row in self.statements for a in row.get("athletes", ())}
        )
        data = {
            "sources": [{"id": "book", "title": "The Book of Races", "family": "book"}],
            "nations": [{"id": key, "name": name, "area": area} for key, (name, area) in self.world.nations.items()],
            "events": [
                {"id": one, "name": one, "measure": TIMES[TIMED[one]], "better": "lower" if TIMED[one] else "higher",
                 "plausible": BAND[one], **({"metres": METRES[one]} if METRES[one] else {}), **self._groups(one)}
                for one in TIMED
            ],
            "athletes": [self._life(one) for one in self.world.athletes.values() if one.id in named or not self._gap()],
            "competitions": [
                {"id": one.id, "name": one.name, "level": one.level, "medals": one.medals}
                for one in self.world.series.values()
            ] + [{"id": one, "name": name, "level": "meeting"} for one, name in CIRCUITS.items()],
            "editions": [self._edition(one) for one in holdings],
            "races": races,
            "records": records,
            "medal_tables": [row for one in holdings for row in self._tables(one)],
            "totals": [row for one in sorted(shown) for row in self._totals(one)],
            "completeness": self.statements,
            "horizons": [
                {"of": of, "until": printed_day(day), "sources": SOURCE} for of, day in self.horizons.items()
            ],
        }  # fmt: skip
        played = shown_matches(Random(len(self.world.runs)), finals(self.world), self.gaps)
        ran = shown_relays(Random(1 + len(self.world.runs)), meetings(self.world), self.gaps)
        competed = shown_combined(Random(2 + len(self.world.runs)), contests(self.world), self.gaps)
        for rows_beside in (played, ran, competed):
            data |= {table: [*data[table], *rows] for table, rows in rows_beside.items()}
        return msgspec.convert(data, Pack)

    def _share(self, one: Held) -> tuple[object, ...]:
        """What those who share a record have in common: all of them are shown, or none."""
        return one.level, one.of, one.event, one.sex, one.indoor, one.mark, one.women_only

    def _gap(self, share: float = 1.0) -> bool:
        return self.rng.random() < self.gaps * share

    def _is_hidden(self) -> bool:
        """Whether a detail is left out."""
        return self.apart.random() < self.gaps * 0.5

    def _groups(self, event: str) -> Row:
        """All groups of an event, or none."""
        sport = {} if self._gap(0.5) else {"sport": SPORT}
        return sport | ({} if self._gap(0.5) else {"groups": GROUPS[event]})

    def _race(self, race: Race) -> Row | None:
        gone = self._gap()
        kept = [run for run in race.runs if id(run) in self.needed or not (gone or self._gap())]
        kept = self._with_dead_heats(race, kept)
        if not kept:
            return None
        covers = {one for run in kept for one in self.needed.get(id(run), ())}
        row: Row = {"event": race.event, "sex": race.sex, "round": race.round, "indoor": race.indoor, "sources": SOURCE}
        row["date"] = self._day(race.day) if covers.isdisjoint(MARKED) else printed_day(race.day)
        row |= {"edition": race.holding.id} if race.holding else {"city": race.city}
        if race.en_route:
            row["en_route"] = True
        elif covers <= ROUNDLESS and race.holding is not None and self._gap(0.3):
            contest = (race.holding.id, race.event, race.sex)
            if contest not in self.roundless:  # two races of unknown round would be one
                self.roundless.add(contest)
                row["round"] = ""
        row["finishers_complete"] = len(kept) == len(race.runs) and self.rng.random() < 0.5
        return row | {"results": [self._result(run, self.needed.get(id(run), set())) for run in kept]}

    def _with_dead_heats(self, race: Race, kept: list[Run]) -> list[Run]:
        """Of those who share a place, now or before a winner was struck out: all or none."""
        some = {id(run) for run in kept}
        for of in (_last_place, _first_place):
            held = {place for run in race.runs if id(run) in some and (place := of(run)) is not None}
            some |= {id(run) for run in race.runs if of(run) in held}
        return [run for run in race.runs if id(run) in some]

    def _day(self, day: Day) -> str:
        text = printed_day(day)
        return self.rng.choice((text[:7], text[:4])) if self._gap(0.3) else text

    def _result(self, run: Run, covers: set[str]) -> Row:
        row: dict[str, Any] = {"athlete": run.athlete, "status": run.status, "assisted": run.assisted}
        on_a_list = not covers.isdisjoint(MARKED)
        if run.mark is not None and (on_a_list or not self._gap(0.5)):
            row["mark"] = printed_mark(run.race.event, run.mark)
            if run.race.hand:
                row["mark"] = row["mark"][:-1] + "h"
        sure = not covers.isdisjoint(("medals", "totals")) or _shares_first(run)
        if run.place is not None and (sure or not self._gap(0.4)):
            row["place"] = run.place
        if not self._gap(0.5):
            row["nation"] = run.nation
        if run.was is not None:
            row["was"] = {"place": run.was[0], "end": printed_day(run.was[1])}
        if run.annulled < FOREVER:
            row["annulled"] = {"start": printed_day(run.annulled), "why": "doping", "sources": SOURCE}
        if run.qualified is not None and not self._gap(0.5):
            row["qualified"] = run.qualified
        if not self._gap(0.5):
            row["splits"] = {at: printed_mark(run.race.event, mark) for at, mark in run.splits.items()}
            row["order"] = run.order
        row |= self._details(run)
        disputes = [] if on_a_list or "mark" not in row else self._dispute("mark", row["mark"])
        if not _shares_first(run) and "place" in row:
            disputes += self._dispute("place", str(run.place))
        return row | {"disputes": disputes}

    def _details(self, run: Run) -> Row:
        attempts = ["x" if mark is None else printed_mark(run.race.event, mark) for mark in run.attempts]
        row: Row = {"attempts": attempts} if attempts and not self._is_hidden() else {}
        row |= {"stopped": run.stopped} if run.stopped and not self._is_hidden() else {}
        return row | ({"overall": run.overall} if run.overall and not self._is_hidden() else {})

    def _dispute(self, field: str, true: str) -> list[Row]:
        """Another source's figure beside the true one."""
        if not self._gap(0.2) or true.endswith("h"):
            return []
        other = str(int(true) + 1) if field == "place" else true[:-2] + f"{(int(true[-2:]) + 7) % 100:02}"
        return [{"field": field, "value": other, "sources": SOURCE}]

    def _life(self, one: Any) -> Row:
        nations = [] if self._gap(0.3) else [self._spell(spell) for spell in self._begun(one.nations)]
        row: Row = {"id": one.id, "name": one.name, "sex": one.sex, "sources": SOURCE, "nations": nations}
        row |= {} if self._gap(0.5) else {"born": self._day(one.born)}
        row |= {} if self._gap(0.5) else {"birthplace": one.birthplace}
        for field in ("coaches", "clubs"):
            row[field] = [self._spell(spell) for spell in self._begun(getattr(one, field)) if not self._gap(0.5)]
        row["homes"] = [self._spell(spell) for spell in self._begun(one.homes) if not self._is_hidden()]
        return row | ({} if one.died is None or self._is_hidden() else {"died": printed_day(one.died)})

    def _begun(self, spells: tuple[Spell, ...]) -> list[Spell]:
        """Those that had begun on the last day for which lives are vouched for."""
        last = self.horizons.get("athletes", FOREVER)
        return [spell for spell in spells if spell.start is None or spell.start <= last]

    def _spell(self, spell: Spell) -> Row:
        last = self.horizons.get("athletes", FOREVER)
        end = None if spell.end is None or spell.end > last else spell.end
        days = (("start", spell.start), ("end", end))
        return {"value": spell.value} | {name: printed_day(day) for name, day in days if day is not None}

    def _edition(self, one: Holding) -> Row:
        row: Row = {"id": one.id, "competition": one.series.id, "name": f"{one.series.name} {one.year}"}
        row |= {"indoor": one.series.indoor, "official": one.official, "sources": SOURCE}
        row |= {name: value for name, value in (("city", one.city), ("nation", one.nation), ("venue", one.venue))
                if not self._gap(0.4)}  # fmt: skip
        row |= {} if self._is_hidden() else {"number": one.number}
        row |= {} if self._is_hidden() else {"series": one.circuits}
        sure = one.id in self.holdings_needed
        days = [printed_day(day) if sure else self._day(day) for day in (one.start, one.end)]
        return row | {"start": days[0], "end": days[1]}

    def _record(self, one: Any) -> Row:
        row = {"level": one.level, "event": one.event, "sex": one.sex, "indoor": one.indoor, "athlete": one.athlete}
        printed = printed_mark(one.event, one.mark)
        row |= {"mark": printed[:-1] + "h" if one.hand else printed, "date": printed_day(one.day), "sources": SOURCE}
        row |= {"of": one.of} if one.of is not None else {}
        row |= {"women_only": one.women_only} if one.women_only is not None else {}
        if one.ratified is not None and not self._is_hidden():
            row |= {"ratified": printed_day(one.ratified)}
            row |= {} if self._is_hidden() else {"unratified_until": printed_day(one.ratified - 1)}
        return row | ({"until": printed_day(one.until)} if one.until < FOREVER else {})

    def _totals(self, athlete: str) -> list[Row]:
        """Medals of a career as counted on some day; not of whom anything was struck out, or who moved up."""
        own = [run for run in self.world.runs if run.athlete == athlete]
        if self.rng.random() < 0.4 or any(run.annulled < FOREVER or run.was is not None for run in own):
            return []
        rows, day = [], self.rng.choice(own).race.day + self.rng.choice((0, 0, 1, 300))
        series = self.rng.choice((None, *(run.race.holding.series.id for run in own if run.race.holding)))
        for of in ("medals", *COLOURS):
            won = [run.medal(day) for run in own if run.race.official and run.race.day <= day and run.medal(day)
                   and series in (None, run.race.holding and run.race.holding.series.id)]  # fmt: skip
            row = {"of": of, "athlete": athlete, "date": printed_day(day), "sources": SOURCE}
            row |= {"count": sum(of in ("medals", medal) for medal in won)}
            rows.append(row | ({"competition": series} if series else {}))
        return [row for row in rows if not self._gap()]

    def _tables(self, holding: Holding) -> list[Row]:
        """The published medal tables of the Games, from the last day on and from each change on."""
        rows = [row for row in self.statements if row["covers"] == "nations"]
        needed = any(holding in covered_holdings(self.world, row) for row in rows)
        if holding.series.id != "games" or (self._gap() and not needed):
            return []
        finals = [run for run in self.world.runs if run.race.holding is holding and run.race.medals]
        days = sorted({holding.end, *(run.annulled for run in finals if holding.end < run.annulled < FOREVER)})
        tables = []
        last = self.horizons.get("medal tables", FOREVER)
        days = [day for day in days if day <= last]
        for day, until in zip(days, [*days[1:], FOREVER], strict=True) if days else ():
            table = {"edition": holding.id, "date": printed_day(day), "sources": SOURCE}
            table["rows"] = self._rows(finals, day, whole=needed)
            tables.append(table | ({"until": printed_day(until)} if until < FOREVER else {}))
        return tables

    def _rows(self, finals: list[Run], day: Day, *, whole: bool) -> list[Row]:
        won: dict[str, Counter[str]] = {}
        for run in finals:
            if run.stood(day) and (medal := run.medal(day)):
                won.setdefault(run.nation, Counter())[medal] += 1
        return [
            {"nation": nation, **{colour: medals[colour] for colour in COLOURS}}
            for nation, medals in sorted(won.items())
            if whole or not self._gap()
        ]


def _horizons(rng: Random, gaps: float) -> dict[str, Day]:
    """Up to which days a pack is vouched for, of records, lives and medal tables; a whole one is without end."""
    sorts = ("records", "athletes", "medal tables")
    return {
        of: date(rng.randint(2015, 2024), rng.randint(1, 12), 1).toordinal()
        for of in sorts if gaps and rng.random() < 0.4
    }  # fmt: skip


def _shares_first(run: Run) -> bool:
    return any(
        place(run) == 1 == place(one)
        for place in (_last_place, _first_place)
        for one in run.race.runs
        if one is not run
    )


def _last_place(run: Run) -> int | None:
    return run.place if run.annulled == FOREVER else None


def _first_place(run: Run) -> int | None:
    return run.was[0] if run.was else run.place
