"""Statements that a pack is complete in something, and what a pack must show of the world for each to be true.

What a sort of statement means is written down here from the docstring of `Completeness`, by brute force.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from figures import printed_day, printed_mark
from world import FOREVER, GROUPS, LEVELS, SPORT, TIMED, Day, Held, Holding, Run, World, best_of, better

Row = dict[str, Any]
RECORDS = ("world", "olympic", "area", "national", "championship", "meeting")
SEXES = ("men", "women")
EVER = {"start": "1990", "end": "2040"}
TO_THE_LAST = {"1500m": "5:00.00", "mile": "5:30.00", "long-jump": "4.00"}


def every_statement(world: World) -> list[Row]:
    """All that is true of a pack that shows the whole world."""
    return numbered([*_of_results(world), *records_told(world)])


def _of_results(world: World) -> list[Row]:
    rows: list[Row] = []
    for event in TIMED:
        for sex in SEXES:
            rows += [
                _row("medals", events=[event], sex=sex, competition=one, none_before=True)
                for one in world.series if world.series[one].medals
            ]  # fmt: skip
            for covers in ("athletes", "marks"):
                deep = {"events": [event], "sex": sex, "down_to": TO_THE_LAST[event]}
                rows += [_row(covers, **deep), _row(covers, **deep, indoor=True)]
    for sex in SEXES:
        for one in world.series:
            if world.series[one].medals:
                rows.append(_row("medals", sex=sex, competition=one, none_before=True))
                rows.append(_row("totals", sex=sex, competition=one, down_to="2 medals", none_before=True))
                rows.append(_row("medals", group="running", sex=sex, competition=one, none_before=True))
    for one in world.athletes.values():
        levels = sorted(LEVELS["championship"])
        rows.append(_row("races", athletes=[one.id], indoor_too=True, none_before=True))
        rows += [_row("bests", athletes=[one.id], events=[event]) for event in TIMED]
        rows.append(_row("finals", athletes=[one.id], levels=levels, none_before=True))
        for other in world.athletes.values():
            if one.id < other.id and one.sex == other.sex:
                rows.append(_row("meetings", athletes=[one.id, other.id], none_before=True))
    rows += [_row("editions", competition=one, none_before=True) for one in world.series]
    rows.append(_row("nations", competition="games"))
    return rows


def records_told(world: World) -> list[Row]:
    """Of every athlete, all records in events of which nothing was struck out."""
    rows: list[Row] = []
    for one in world.athletes.values():
        told = [event for event in TIMED if is_told(world, event, one.sex)]
        for level in RECORDS if told else ():
            events = told if len(told) < len(TIMED) else []
            rows.append(_row("records", level=level, athletes=[one.id], events=events, none_before=True))
    return rows


def some_statements(rng: Random, world: World, number: int) -> list[Row]:
    """So many statements, of random subjects and days, and some of records; a pack is made to fit them."""
    every, told = _of_results(world), records_told(world)
    rows = [_less(rng, world, rng.choice(every)) if rng.random() < 0.7 else _some(rng, world) for _ in range(number)]
    apart = Random(len(world.runs))  # a stream of its own, so that what else is drawn stays as it is
    return numbered([*rows, *(_less(apart, world, row) for row in apart.sample(told, apart.randint(0, len(told))))])


def _less(rng: Random, world: World, row: Row) -> Row:
    """A statement of the whole world, or that of some days, or of the best marks only."""
    row = dict(row)
    if rng.random() < 0.6:
        row |= _days(rng)
    if row["covers"] in ("athletes", "marks") and rng.random() < 0.7:
        (event,) = row["events"]
        row["down_to"] = printed_mark(event, rng.choice([*_marks(world, event), unprinted(row["down_to"])]))
    if row.pop("none_before", False) and not _before(world, row):
        row["none_before"] = True
    return row


def _marks(world: World, event: str) -> list[int]:
    return [run.mark for run in world.runs if run.race.event == event and run.mark is not None]


def numbered(rows: list[Row]) -> list[Row]:
    return [{"id": f"{row['covers']}-{at}", "text": "all of them", "sources": ["book"], **row}
            for at, row in enumerate(rows)]  # fmt: skip


def _row(covers: str, **more: Any) -> Row:
    return {"covers": covers, **EVER, **more}


def _some(rng: Random, world: World) -> Row:
    covers = rng.choice(
        ("medals", "athletes", "marks", "races", "bests", "meetings", "finals", "editions", "nations", "totals")
    )
    event, sex, series = rng.choice(list(TIMED)), rng.choice(SEXES), rng.choice(list(world.series))
    row: Row = {"covers": covers, **_days(rng)}
    if covers == "medals":
        row |= {"events": [event], "sex": sex, "competition": rng.choice(("games", "worlds", "euros", "trials"))}
    elif covers in ("athletes", "marks"):
        depth = rng.choice(_marks(world, event) or [200_000])
        row |= {"events": [event], "sex": sex, "down_to": printed_mark(event, depth), "indoor": rng.random() < 0.2}
        row |= {"nation": rng.choice(list(world.nations))} if rng.random() < 0.2 else {}
        row |= {"season": rng.randint(2015, 2023)} if covers == "marks" and rng.random() < 0.3 else {}
    elif covers == "totals":
        row |= {"sex": sex, "competition": rng.choice(("games", "worlds", "euros", "trials"))}
        row |= {"down_to": f"{rng.randint(1, 3)} {rng.choice(('golds', 'medals'))}"}
        row |= rng.choice(({}, {"events": [event]}, {"group": "running"}))
        row |= rng.choice(({}, {}, {"within": "holding"}, {"within": "day"}))
    elif covers == "bests":
        mates = [one.id for one in world.athletes.values() if one.sex == sex]
        row |= {"athletes": [rng.choice(mates)], "events": [event], "indoor": rng.random() < 0.2}
        row |= {"season": rng.randint(2015, 2023)} if rng.random() < 0.4 else {}
    elif covers in ("races", "meetings", "finals"):
        mates = [one.id for one in world.athletes.values() if one.sex == sex]
        row["athletes"] = rng.sample(mates, 2 if covers == "meetings" else rng.randint(1, 2))
        row |= {"events": rng.sample(list(TIMED), rng.randint(1, 2))} if rng.random() < 0.6 else {}
        if covers == "races":
            row |= rng.choice(({}, {"indoor": True}, {"indoor_too": True}))
        if covers == "finals":
            levels = sorted(LEVELS[rng.choice(list(LEVELS))])
            row |= rng.choice(({"levels": levels}, {"competition": series}))
    elif covers == "editions":
        row["competition"] = series
    else:
        row["competition"] = "games"
        row |= rng.choice(({}, {"down_to": f"{rng.randint(1, 2)} golds"}, {"down_to": f"{rng.randint(1, 3)} medals"}))
    if rng.random() < 0.7 and not _before(world, row):
        row["none_before"] = True
    return row


def _days(rng: Random) -> Row:
    if rng.random() < 0.3:
        return dict(EVER)
    start = date(rng.randint(2013, 2021), rng.randint(1, 12), rng.randint(1, 28))
    end = start.toordinal() + rng.choice((0, 5, 200, 400, 1500, 4000))
    printed = [rng.choice((day[:4], day[:7], day)) for day in (printed_day(start.toordinal()), printed_day(end))]
    return {"start": printed[0], "end": printed[1]}


def span(row: Row) -> tuple[Day, Day]:
    """The first and the last day that a row's dates leave: the earliest start and the latest end."""
    return first_day(row["start"]), last_day(row["end"])


def first_day(text: str) -> Day:
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day).toordinal()


def last_day(text: str) -> Day:
    parts = list(map(int, text.split("-")))
    if len(parts) == 3:
        return date(*parts).toordinal()
    year, month = parts if len(parts) == 2 else (parts[0], 12)
    return (date(year + month // 12, month % 12 + 1, 1)).toordinal() - 1


def _before(world: World, row: Row) -> bool:
    """Whether there was anything of the statement's sort before its first day."""
    whole = {**row, "start": "1990"}
    start = span(row)[0]
    if row["covers"] == "records":
        return any(one.day < start for one in covered_records(world, whole))
    if row["covers"] in ("medals", "editions", "nations"):
        return any(one.start < start for one in covered_holdings(world, whole))
    return any(run.race.day < start for run in covered(world, whole))


def is_told(world: World, event: str, sex: str) -> bool:
    """Whether no mark that counted was struck out: then every record of the event is told."""
    runs = [run for run in world.runs if run.legal and run.annulled < FOREVER]
    return not any((run.race.event, run.race.sex) == (event, sex) for run in runs)


def covered_records(world: World, row: Row) -> list[Held]:
    """The records that a pack must have for the statement to be true of it."""
    start, end = span(row)
    return [
        one for one in world.records
        if row["covers"] == "records" and one.level == row["level"] and one.athlete in row["athletes"]
        and start <= one.day <= end and one.event in (row["events"] or TIMED)
    ]  # fmt: skip


def covered_holdings(world: World, row: Row) -> list[Holding]:
    """The holdings in whose days the statement has a part."""
    start, end = span(row)
    of_it = [one for one in world.holdings.values() if one.series.id == row.get("competition")]
    return [one for one in of_it if one.start <= end and start <= one.end]


def covered(world: World, row: Row) -> Iterator[Run]:
    """Every run that a pack must have for the statement to be true of it."""
    start, end = span(row)
    match row["covers"]:
        case "medals":
            for run in world.runs:
                best = min((place for place in (run.place, run.was[0] if run.was else None) if place), default=9)
                there = _event(row, run) and run.race.holding in covered_holdings(world, row)
                if there and run.race.round == "final" and best <= 3:
                    yield run
        case "marks":
            yield from (run for run in _listed(world, row) if run.race.day <= end and start < run.annulled)
        case "athletes":
            yield from _bests(world, row)
        case "races":
            for run in world.runs:
                within = start <= run.race.day <= end and run.started
                there = row.get("indoor_too") or run.race.indoor == row.get("indoor", False)
                if run.athlete in row["athletes"] and _event(row, run) and within and there:
                    yield run
        case "bests":
            for athlete in row["athletes"]:
                for event in row["events"]:
                    yield from _own_bests(world, row, athlete, event)
        case "totals":
            yield from _of_many_medals(world, row)
        case "meetings":
            for race in world.races:
                both = [run for run in race.runs if run.athlete in row["athletes"] and run.started]
                if len(both) == 2 and _event(row, both[0]) and start <= race.day <= end and not race.en_route:
                    yield from both
        case "finals":
            for run in world.runs:
                series = run.race.holding.series.id if run.race.holding else None
                at = series == row["competition"] if "competition" in row else run.race.level in row["levels"]
                within = start <= run.race.day <= end and run.race.round == "final" and run.started
                if run.athlete in row["athletes"] and _event(row, run) and at and within:
                    yield run


def _own_bests(world: World, row: Row, athlete: str, event: str) -> Iterator[Run]:
    """Every run that was the athlete's best on a day of the statement, of all or of one season."""
    start, end = span(row)
    season, indoor = row.get("season"), row.get("indoor", False)
    runs = [
        run for run in world.runs
        if run.athlete == athlete and run.race.event == event and run.legal and run.race.official
        and run.race.indoor == indoor and season in (None, date.fromordinal(run.race.day).year)
    ]  # fmt: skip
    days = {start, *(day for run in runs for day in (run.race.day, run.annulled) if start <= day <= end)}
    for day in days:
        there = [run for run in runs if run.stood(day)]
        best = best_of(event, [run.mark or 0 for run in there]) if there else None
        yield from (run for run in there if run.mark == best)


def _of_many_medals(world: World, row: Row) -> Iterator[Run]:
    """Every medal, on any day, of everybody who may have as many of them as the statement says."""
    number, sort = row["down_to"].split()
    last = 1 if sort == "golds" else 3
    won: dict[str, list[Run]] = {}
    for run in world.runs:
        best = min((place for place in (run.place, run.was[0] if run.was else None) if place), default=9)
        there = _event(row, run) and run.race.holding in covered_holdings(world, row)
        if there and run.race.round == "final" and best <= last:
            won.setdefault(run.athlete, []).append(run)
    yield from (run for runs in won.values() if len(runs) >= int(number) for run in runs)


def _event(row: Row, run: Run) -> bool:
    named = (not row.get("events") or run.race.event in row["events"]) and row.get("sex") in (None, run.race.sex)
    return named and row.get("group") in (None, SPORT, *GROUPS[run.race.event])


def _listed(world: World, row: Row) -> Iterator[Run]:
    """Every run of the statement's list that is no worse than its end."""
    (event,) = row["events"]
    for run in world.runs:
        fits = _event(row, run) and run.legal and run.race.indoor == row.get("indoor", False)
        ours = row.get("nation") in (None, run.nation)
        in_season = row.get("season") in (None, date.fromordinal(run.race.day).year)
        deep_enough = run.mark is not None and not better(event, unprinted(row["down_to"]), run.mark)
        if fits and ours and in_season and run.race.official and deep_enough:
            yield run


def _bests(world: World, row: Row) -> Iterator[Run]:
    """Of those, every one that was its athlete's best on a day of the statement."""
    (event,), (start, end), runs = row["events"], span(row), list(_listed(world, row))
    days = {
        start,
        *(day for run in runs for day in (run.race.day, run.annulled) if start <= day <= end and day < FOREVER),
    }
    chosen: dict[int, Run] = {}
    for day in days:
        for athlete in {run.athlete for run in runs}:
            there = [run for run in runs if run.athlete == athlete and run.stood(day)]
            if there:
                best = best_of(event, [run.mark or 0 for run in there])
                chosen |= {id(run): run for run in there if run.mark == best}
    yield from chosen.values()


def unprinted(text: str) -> int:
    """The mark of a printed official one: 3:30.12 is 210120, 7.14 is 7140."""
    minutes, _, rest = text.rpartition(":")
    whole, _, part = rest.partition(".")
    return (int(minutes or 0) * 60 + int(whole)) * 1000 + int(part.ljust(3, "0"))
