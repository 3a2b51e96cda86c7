"""What else there is to tell of a world: attempts, laps, who stopped where, places among women and men together, lives,
the numbers and circuits of holdings, and when records were ratified.

Drawn after the rest, from a stream of its own, so that what else is drawn stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from random import Random

from world import FOREVER, TIMED, Athlete, Held, Holding, Race, Run, Spell, better

CIRCUITS = {"north": "Northern Circuit", "golden": "Golden Circuit"}
ROUNDS = 6
FIRST_NUMBER = 12
HOMES = ("Bergen", "Leeds", "Nairobi")
FORMER_CLUB = "Bergen IL"


def number(rng: Random, holdings: dict[str, Holding]) -> dict[str, Holding]:
    """Each holding with its number in its series, and some meetings with the circuits that they are of as well."""
    numbered: dict[str, Holding] = {}
    count: dict[str, int] = defaultdict(lambda: FIRST_NUMBER)
    for holding in sorted(holdings.values(), key=lambda holding: holding.year):
        circuits = tuple(sorted(rng.sample(list(CIRCUITS), rng.randint(0, 2)))) if holding.start == holding.end else ()
        numbered[holding.id] = replace(holding, number=count[holding.series.id], circuits=circuits)
        count[holding.series.id] += 1
    return {identity: numbered[identity] for identity in holdings}


def tell(rng: Random, races: list[Race]) -> None:
    """Attempts of jumpers, laps of runners, where those stopped who did not finish; and the places overall."""
    for race in races:
        for number, run in enumerate(race.runs):
            race.runs[number] = _of_jumper(rng, run) if race.event == "long-jump" else _of_runner(rng, run)
    for held in _at_one_meeting(races):
        _place_overall(held)


def _of_jumper(rng: Random, run: Run) -> Run:
    """Six rounds, the best of them the mark; of who has none, none is valid."""
    if run.status != "finished" or run.mark is None:
        return replace(run, attempts=(None,) * ROUNDS) if run.status == "NM" and run.mark is None else run
    shorter = [None if rng.random() < 0.3 else run.mark - 10 * rng.randint(1, 40) for _ in range(ROUNDS)]
    shorter[rng.randrange(ROUNDS)] = run.mark
    return replace(run, attempts=tuple(shorter))


def _of_runner(rng: Random, run: Run) -> Run:
    if run.status == "DNF" and not run.race.en_route:
        return replace(run, stopped=rng.choice(("400m", "800m", "1200m")))
    if run.race.event != "1500m" or "800m" not in run.splits or run.mark is None:
        return run
    half = run.splits["800m"]
    laps = {"400m": half * 49 // 1000 * 10, "800m": half, "1200m": half + (run.mark - half) * 57 // 1000 * 10}
    return replace(run, splits=laps)


def _at_one_meeting(races: list[Race]) -> list[list[Race]]:
    """The finals of women and men in one event of a meeting of one day, of which nothing was struck out."""
    together: dict[tuple[str, str], list[Race]] = defaultdict(list)
    for race in races:
        one_day = race.holding is not None and race.holding.start == race.holding.end
        if one_day and race.holding and race.round == "final" and not race.en_route and TIMED[race.event]:
            together[race.holding.id, race.event].append(race)
    return [held for held in together.values() if all(run.annulled == FOREVER for race in held for run in race.runs)]


def _place_overall(held: list[Race]) -> None:
    for race in held:
        rivals = [run.mark for other in held if other is not race for run in other.runs if run.place is not None]
        for number, run in enumerate(race.runs):
            if run.place is not None and run.mark is not None:
                ahead = sum(mark is not None and better(race.event, mark, run.mark) for mark in rivals)
                race.runs[number] = replace(run, overall=run.place + ahead)


def live(rng: Random, athletes: dict[str, Athlete], races: list[Race]) -> dict[str, Athlete]:
    """Homes, a club that was left, and of some the day on which they died, after their last race."""
    last: dict[str, int] = defaultdict(lambda: date(2020, 1, 1).toordinal())
    for run in (run for race in races for run in race.runs):
        last[run.athlete] = max(last[run.athlete], run.race.day)
    lives = {}
    for athlete in athletes.values():
        moved = date(rng.randint(2015, 2023), rng.randint(1, 12), 1).toordinal()
        first, second = rng.sample(HOMES, 2)
        homes = (Spell(first, None, moved), Spell(second, moved)) if rng.random() < 0.6 else (Spell(first),)
        left = (Spell(FORMER_CLUB, None, moved),) if rng.random() < 0.5 else ()
        died = last[athlete.id] + rng.randint(1, 600) if rng.random() < 0.3 else None
        lives[athlete.id] = replace(athlete, homes=homes, clubs=(*athlete.clubs, *left), died=died)
    return lives


def without_men(seed: int, races: list[Race]) -> dict[Race, bool]:
    """In every other world, whether no man was in a mile of women outdoors: those races have records of their own."""
    rng = Random(seed + 2 * 10**6)
    if rng.random() < 0.5:
        return {}
    miles = [race for race in races if (race.event, race.sex, race.indoor) == ("mile", "women", False)]
    return {race: rng.random() < 0.5 for race in miles}


def ratify(rng: Random, records: list[Held]) -> list[Held]:
    """Some records with the day on which they were ratified."""
    return [replace(held, ratified=held.day + rng.randint(10, 300)) if rng.random() < 0.3 else held for held in records]
