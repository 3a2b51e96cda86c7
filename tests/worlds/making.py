"""Makes a random whole world from a seed: athletes, holdings over ten years, races with rounds, and the records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import details
from world import FOREVER, METRES, TIMED, Athlete, Day, Held, Holding, Race, Run, Series, Spell, World, better

NATIONS = {"NOR": ("Norway", "Europe"), "GBR": ("Great Britain", "Europe"), "KEN": ("Kenya", "Africa")}
NAMES = {
    "men": ("Anders Berg", "Benjamin Clark", "Cyrus Koech", "Duncan Hillary", "Erik Solheim"),
    "women": ("Lena Moss", "Miriam Hale", "Nancy Jeptoo", "Olga Fjeld"),
}
CITIES = {"Oslo": "NOR", "London": "GBR", "Nairobi": "KEN", "Bergen": "NOR", "Leeds": "GBR"}
SERIES = (
    (Series("games", "Olympic Games", "olympic", medals=True), (2016, 2018, 2020, 2024)),
    (Series("worlds", "World Championships", "world", medals=True), (2015, 2017, 2019, 2023)),
    (Series("indoors", "World Indoor Championships", "world indoor", medals=True, indoor=True), (2016, 2022)),
    (Series("euros", "European Championships", "continental", medals=True), (2016, 2018, 2022)),
    (Series("trials", "British Championships", "national", medals=True), (2017, 2019)),
    (Series("fjord", "Fjord Games", "diamond league"), (2015, 2016, 2017, 2019, 2020, 2021, 2023)),
)
UNOFFICIAL = ("games", 2018)
EVEN_DAYS = {"fjord": True, "trials": False}  # that nobody runs a mile at two meetings on one day
FIRST_MARK = {"1500m": 210_000, "mile": 227_000, "long-jump": 7_000}


def make(seed: int, *, struck_out: bool = True) -> World:
    """The world of the seed; without `struck_out` every result stands for ever."""
    rng = Random(seed)
    athletes = {one.id: one for sex, names in NAMES.items() for name in names for one in [_athlete(rng, name, sex)]}
    series = {one.id: one for one, _ in SERIES}
    holdings = {}
    for one, years in SERIES:
        for year in years:
            if rng.random() < 0.75:
                holding = _holding(rng, one, year)
                holdings[holding.id] = holding
    further = Random(seed + 10**6)  # what is told of them beside the rest
    holdings = details.number(further, holdings)
    races = [race for holding in holdings.values() for race in _contests(rng, holding, athletes)]
    for _ in range(rng.randint(2, 5)):
        races += _meeting(rng, athletes, races)
    apart = Random(-seed)  # a stream of its own, so that what else is drawn stays as it is
    races = [_by_hand(race) if race.holding is None and TIMED[race.event] and apart.random() < 0.4 else race
             for race in races]  # fmt: skip
    for race in races:
        _give_marks_that_do_not_count(apart, race)
    races = [race if struck_out else _untouched(race) for race in races if race.runs]
    details.tell(further, races)
    bare = World(NATIONS, details.live(further, athletes, races), series, holdings, races, [])
    return replace(bare, records=details.ratify(further, _records(bare, details.without_men(seed, races))))


def _by_hand(race: Race) -> Race:
    """The race as timed by hand: up to the next tenth."""
    same = replace(race, hand=True, runs=[])
    same.runs.extend(replace(run, race=same, mark=None if run.mark is None else -(-run.mark // 100) * 100)
                     for run in race.runs)  # fmt: skip
    return same


def _give_marks_that_do_not_count(rng: Random, race: Race) -> None:
    """Some of those without a result have a mark: who was disqualified had run one."""
    for number, run in enumerate(race.runs):
        if run.status in ("DQ", "DNF", "NM") and rng.random() < 0.6:
            mark = _mark(rng, race.event)
            race.runs[number] = replace(run, mark=-(-mark // 100) * 100 if race.hand else mark)


def _untouched(race: Race) -> Race:
    """The race without whoever was struck out: all the others have their last place from the first."""
    left = [run for run in race.runs if run.annulled == FOREVER]
    same = replace(race, runs=[])
    same.runs.extend(replace(run, race=same, was=None) for run in left)
    return same


def _athlete(rng: Random, name: str, sex: str) -> Athlete:
    nation = rng.choice(list(NATIONS))
    nations = (Spell(nation),)
    if rng.random() < 0.2:
        moved = _day(rng, 2016, 2022)
        nations = (Spell(nation, None, moved), Spell(rng.choice([one for one in NATIONS if one != nation]), moved))
    town = rng.choice(list(CITIES))
    changed = _day(rng, 2015, 2023)
    coaches = (Spell("Nils Berg", None, changed), Spell("Tom Reid", changed)) if rng.random() < 0.6 else ()
    clubs = (Spell("Leith AC"),) if rng.random() < 0.5 else ()
    place = (town, NATIONS[CITIES[town]][0])
    return Athlete(name.lower().replace(" ", "-"), name, sex, nations, _day(rng, 1988, 2000), place, coaches, clubs)


def _day(rng: Random, first: int, last: int) -> Day:
    return date(rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28)).toordinal()


def _holding(rng: Random, series: Series, year: int) -> Holding:
    held_in = 2021 if (series.id, year) == ("games", 2020) else year
    months = {"games": 8, "worlds": 9, "indoors": 3, "euros": 6, "trials": 5, "fjord": rng.choice((5, 7))}
    day = rng.randint(1, 24)
    if series.id in EVEN_DAYS:
        day = day // 2 * 2 + (2 if EVEN_DAYS[series.id] else 1)
    start = date(held_in, months[series.id], day).toordinal()
    days = {"fjord": 0, "trials": 0}.get(series.id, 3)
    city = rng.choice(list(CITIES))
    official = (series.id, year) != UNOFFICIAL
    venue = f"{city} Stadium"
    return Holding(f"{series.id}-{year}", series, year, start, start + days, city, CITIES[city], venue, official)


def _contests(rng: Random, holding: Holding, athletes: dict[str, Athlete]) -> list[Race]:
    races = []
    every = [(event, sex) for event in TIMED for sex in NAMES]
    for event, sex in rng.sample(every, rng.randint(1, 3)):
        able = [one for one in athletes.values() if one.sex == sex and _may_enter(one, holding)]
        entered = rng.sample(able, min(len(able), rng.randint(2, 5)))
        races += _rounds(rng, holding, event, sex, entered)
    return races


def _may_enter(athlete: Athlete, holding: Holding) -> bool:
    nation = athlete.nation(holding.start)
    if holding.series.id == "euros":
        return NATIONS[nation][1] == "Europe"
    return holding.series.id != "trials" or nation == "GBR"


def _rounds(rng: Random, holding: Holding, event: str, sex: str, entered: list[Athlete]) -> list[Race]:
    """Two heats, perhaps a semi-final, and the final of those who are left; or the final at once."""
    final = Race(event, sex, holding.end, holding.city, "final", holding, holding.series.indoor)
    races, left = [], entered
    twice_a_day = holding.end > holding.start or not TIMED[event]  # nobody runs a mile twice on a day
    if len(entered) >= 4 and rng.random() < 0.6 and twice_a_day:
        halves = (entered[::2], entered[1::2])
        heats = [replace(final, round=f"heat {at}", day=holding.start, runs=[]) for at in (1, 2)]
        left = [one for heat, half in zip(heats, halves, strict=True) for one in _run(rng, heat, half, through=2)]
        races += heats
        if holding.end > holding.start and len(left) >= 3 and rng.random() < 0.5:
            semi = replace(final, round="semifinal 1", day=holding.start + 1, runs=[])
            left = _run(rng, semi, left, through=rng.choice((2, 3)))
            races.append(semi)
    _run(rng, final, left)
    races.append(final)
    if event == "mile" and rng.random() < 0.4:
        races.append(_on_the_way(rng, final))
    return races


def _meeting(rng: Random, athletes: dict[str, Athlete], others: list[Race]) -> list[Race]:
    """A race of no series, on a day on which nobody else runs."""
    sex, city = rng.choice(list(NAMES)), rng.choice(list(CITIES))
    taken = {race.day for race in others}
    day = next(one for _ in range(99) if (one := _day(rng, 2014, 2024)) not in taken)
    race = Race(rng.choice(list(TIMED)), sex, day, city, "final", None, rng.random() < 0.3)
    able = [one for one in athletes.values() if one.sex == sex]
    _run(rng, race, rng.sample(able, rng.randint(2, 4)))
    taken.add(day)
    return [race]


def _run(rng: Random, race: Race, entered: list[Athlete], through: int | None = None) -> list[Athlete]:
    """Runs the race; those who get through it come back. Equal marks are sometimes a dead heat."""
    status = {one.id: _status(rng, race.event) for one in entered}
    marks = {one.id: _mark(rng, race.event) for one in entered if status[one.id] == "finished"}
    order = sorted(marks, key=lambda one: (marks[one], one), reverse=not TIMED[race.event])
    places: dict[str, int] = {}
    for at, one in enumerate(order, 1):
        tied = at > 1 and marks[one] == marks[order[at - 2]] and rng.random() < 0.6
        places[one] = places[order[at - 2]] if tied else at
    struck = order[0] if through is None and len(order) > 1 and rng.random() < 0.15 else None
    end = min(race.day + rng.choice((0, 10, 400, 900)) + 1, FOREVER)
    for one in entered:
        race.runs.append(
            Run(
                race, one.id, one.nation(race.day), status[one.id], marks.get(one.id),
                **_standing(order, places, one.id, struck, end),
                assisted=race.event == "long-jump" and one.id in marks and rng.random() < 0.2,
                qualified=None if through is None else _qualified(places.get(one.id), through),
                **_way(rng, race, one.id, order, marks),
            )
        )  # fmt: skip
    return [one for one in entered if through is not None and _qualified(places.get(one.id), through)]


def _qualified(place: int | None, through: int) -> str:
    if place is None or place > through:
        return ""
    return "Q" if place == 1 else "q"


def _status(rng: Random, event: str) -> str:
    if rng.random() < 0.85:
        return "finished"
    return rng.choice(("DNF", "DNS", "DQ") if TIMED[event] else ("NM", "DNS"))


def _mark(rng: Random, event: str) -> int:
    return FIRST_MARK[event] + 10 * rng.choice((rng.randint(0, 30), rng.randint(0, 240)))


def _standing(order: list[str], places: dict[str, int], one: str, struck: str | None, end: Day) -> dict[str, object]:
    """The place, and where the winner is struck out later: who was behind him moves up on that day."""
    place = places.get(one)
    if struck is None or place is None:
        return {"place": place}
    if one == struck:
        return {"place": place, "annulled": end}
    left = [other for other in order if other != struck]
    moved = 1 + sum(places[other] < place for other in left)
    return {"place": moved, "was": (place, end)} if moved != place else {"place": place}


def _way(rng: Random, race: Race, one: str, order: list[str], marks: dict[str, int]) -> dict[str, object]:
    if METRES[race.event] is None or one not in marks or race.holding is None:
        return {}
    return {"splits": {"800m": marks[one] // 20 * 10 + 1000}, "order": {"800m": len(order) - order.index(one)}}


def _on_the_way(rng: Random, mile: Race) -> Race:
    """Marks at 1500 m taken in a mile."""
    race = replace(mile, event="1500m", en_route=True, round="", runs=[])
    for run in mile.runs:
        if run.mark is not None:
            race.runs.append(Run(race, run.athlete, run.nation, mark=run.mark - 17_000, annulled=run.annulled))
    return race


def _records(world: World, without_men: dict[Race, bool]) -> list[Held]:
    """Every record that follows from the results: a better mark takes over, an equal one stands beside it.

    Of races `without_men`, or with them, each has a record of its own.
    """
    held: list[Held] = []
    runs = [one for one in world.runs if one.legal and one.annulled == FOREVER and one.race.official]
    for run in sorted(runs, key=lambda one: one.race.day):
        race, mark = run.race, run.mark or 0
        for level, of in _lists(world, run):
            key, kind = (level, of, race.event, race.sex, race.indoor), without_men.get(race)
            mine = [one for one in held if (one.level, one.of, one.event, one.sex, one.indoor) == key
                    and one.women_only is kind]  # fmt: skip
            now = [one for one in mine if one.until == FOREVER]
            if any(better(race.event, one.mark, mark) or (one.mark, one.athlete) == (mark, run.athlete) for one in now):
                continue
            beaten = [one for one in now if one.mark != mark]
            held = [replace(one, until=race.day) if one in beaten else one for one in held]
            held = [one for one in held if one.day != one.until]  # beaten on its own day: it never stood
            held.append(Held(*key, mark, run.athlete, race.day, hand=race.hand, women_only=kind))
    struck = [run for run in world.runs if run.legal and run.annulled < FOREVER]
    unsaid = {_feat(one) for one in held if any(_bettered(one, run) for run in struck)}
    return [one for one in held if _feat(one) not in unsaid]


def _feat(one: Held) -> tuple[object, ...]:
    """The mark that a record is of: on no list if not on all, as who holds the wider record holds the narrower one."""
    return one.event, one.sex, one.indoor, one.mark, one.athlete, one.day


def _bettered(one: Held, run: Run) -> bool:
    """Whether a mark that was struck out later was better while the record stood: then nobody says which one it was."""
    race = run.race
    same = (one.event, one.sex, one.indoor) == (race.event, race.sex, race.indoor)
    return same and race.day <= one.until and one.day < run.annulled and not better(race.event, one.mark, run.mark or 0)


def _lists(world: World, run: Run) -> list[tuple[str, str | None]]:
    race = run.race
    lists: list[tuple[str, str | None]] = [
        ("world", None), ("area", world.area(run.nation)), ("national", run.nation)
    ]  # fmt: skip
    if race.holding is not None and race.official:
        level = {"olympic": "olympic", "diamond league": "meeting"}.get(race.level, "championship")
        lists.append((level, race.holding.series.id))
    return lists
