"""Random claims of what is told of a world beside the rest (details.py)."""

from __future__ import annotations

from datetime import date

from details import CIRCUITS, FORMER_CLUB, HOMES, ROUNDS
from talk import Claim, Talk
from world import Held, Run

LEVELS = ("personal", "personal", "season", "world", "world", "national", "area")


def attempt(talk: Talk, run: Run) -> Claim:
    """In which round somebody jumped so far, or furthest."""
    run = talk.rng.choice([jumper for jumper in talk.runs if jumper.attempts] or [run])
    number = talk.rng.randint(1, ROUNDS)
    said: Claim = {"athlete": talk.name(run.athlete), "scope": talk.race(run) | {"event": run.race.event}}
    if talk.maybe(0.6):
        mark = run.attempts[number - 1] if run.attempts else None
        return said | {"mark": talk.marked("long-jump", mark or run.mark), "attempt": number}
    best = run.attempts.index(run.mark) + 1 if run.mark in run.attempts else number
    return said | {"attempt": talk.some(best, least=1)}


def laps(talk: Talk, run: Run) -> Claim:
    """The times of the first laps of 400 m."""
    run = talk.rng.choice([runner for runner in talk.runs if "1200m" in runner.splits] or [run])
    ends = [0, *(run.splits.get(at, 60_000) for at in ("400m", "800m", "1200m"))]
    number = talk.rng.randint(1, 3)
    times = [ends[at + 1] - ends[at] + talk.rng.choice((0, 0, 0, 0, 10, 900)) for at in range(number)]
    printed = [f"{time // 60_000}:{time % 60_000 // 1000:02}.{time % 1000 // 10:02}" for time in times]
    length = {} if talk.maybe(0.3) else {"each": "400m"}
    scope = talk.race(run) | {"event": run.race.event}
    return {"athlete": talk.name(run.athlete), "laps": printed, "scope": scope, **length}


def overall(talk: Talk, run: Run) -> Claim:
    """The place among women and men."""
    run = talk.rng.choice([runner for runner in talk.runs if runner.overall is not None] or [run])
    scope = talk.race(run) | {"event": run.race.event}
    number = run.overall or run.place or 3
    return {"athlete": talk.name(run.athlete), "place": talk.some(number, least=1), "among": "everybody",
            "scope": scope}  # fmt: skip


def against(talk: Talk, run: Run) -> Claim:
    """By how much a mark was better than a record or a best of the day before, or fell short of it."""
    level = talk.rng.choice(LEVELS)
    before = [rival for rival in talk.runs if rival.race.event == run.race.event and rival.race.day < run.race.day
              and rival.mark is not None and rival.race.sex == run.race.sex]  # fmt: skip
    own = [rival for rival in before if rival.athlete == run.athlete] if level in ("personal", "season") else before
    rival = talk.rng.choice(own or before or [run])
    apart = abs((run.mark or 0) - (rival.mark or 0)) + talk.rng.choice((0, 0, 0, 10))
    said: Claim = {talk.rng.choice(("ahead", "behind")): talk.name(run.athlete), "against": level,
                   "scope": talk.race(run) | {"event": run.race.event}}  # fmt: skip
    if level == "world" and talk.maybe(0.3):
        said["record"] = {"event": run.race.event, "indoor": talk.maybe(0.3)}
    return said | ({"gap": f"{apart // 1000}.{apart % 1000 // 10:02}"} if talk.maybe(0.6) else {})


def detailed_record(talk: Talk, run: Run) -> Claim:
    """What the record was before, or whether it is ratified."""
    if not talk.world.records:
        return {"level": "world", "athlete": talk.name(run.athlete), "ratified": True, "scope": {"event": "mile"}}
    told = [held for held in talk.world.records if held.ratified is not None]
    held = talk.rng.choice(told or talk.world.records)
    if talk.maybe(0.5):
        athlete = talk.name(held.athlete) if talk.maybe(0.8) else talk.other(run)
        return {"level": held.level, "athlete": athlete, "ratified": talk.maybe(0.5), "scope": _list_of(talk, held)}
    pairs = [(later, earlier) for later in talk.world.records for earlier in talk.world.records
             if earlier.until == later.day and _list(earlier) == _list(later)]  # fmt: skip
    later, earlier = talk.rng.choice(pairs or [(held, held)])
    said: Claim = {"level": later.level, "previous_mark": talk.marked(later.event, earlier.mark)}
    runs = [runner for runner in talk.runs if runner.athlete == later.athlete and runner.race.day == later.day]
    if runs and talk.maybe(0.5):
        whose = {name: value for name, value in _list_of(talk, later).items() if name in ("nation", "area")}
        race = talk.race(talk.rng.choice(runs)) | {"event": later.event} | whose
        return {**said, "athlete": talk.name(later.athlete), "when": "set", "scope": race}
    return {**said, "mark": talk.marked(later.event, later.mark), "scope": _list_of(talk, later)}


def of_races(talk: Talk, run: Run) -> Claim:
    """A record of races for women only or of mixed ones, in so many words."""
    rows = talk.world.records
    if not rows:
        return {"level": "world", "athlete": talk.name(run.athlete), "women_only": True, "scope": {"event": "mile"}}
    held = talk.rng.choice([one for one in rows if one.women_only is not None] or rows)
    said: Claim = {"level": held.level, "women_only": talk.maybe(0.5), "scope": _list_of(talk, held)}
    said |= {"athlete": talk.name(held.athlete) if talk.maybe(0.8) else talk.other(run)} if talk.maybe(0.7) else {}
    said |= {"mark": talk.marked(held.event, held.mark)} if talk.maybe(0.5) or "athlete" not in said else {}
    runs = [runner for runner in talk.runs if runner.athlete == held.athlete and runner.race.day == held.day]
    if runs and "athlete" in said and talk.maybe(0.3):
        whose = {name: value for name, value in said["scope"].items() if name in ("nation", "area")}
        said |= {"when": "set", "scope": talk.race(runs[0]) | {"event": held.event} | whose}
    return {name: value for name, value in said.items() if name != "women_only" or talk.maybe(0.7)}


def stopped(talk: Talk, run: Run) -> Claim:
    """Where somebody gave up."""
    run = talk.rng.choice([runner for runner in talk.runs if runner.stopped is not None] or [run])
    at = run.stopped if run.stopped and talk.maybe(0.6) else talk.rng.choice(("400m", "800m", "1200m"))
    return {"athlete": talk.name(run.athlete), "status": "DNF", "at": at,
            "scope": talk.race(run) | {"event": run.race.event}}  # fmt: skip


def numbered(talk: Talk, run: Run) -> Claim:
    """The number of a holding, or a circuit that it is of."""
    run = talk.held()
    holding = run.race.holding
    assert holding is not None
    scope: Claim = {"competition": holding.series.name}
    scope |= {"year": date.fromordinal(holding.start).year} if talk.maybe(0.8) else {}
    if talk.maybe(0.5):
        return {"number": talk.some(holding.number, least=1), "scope": scope}
    return {"series": talk.rng.choice((*CIRCUITS.values(), holding.series.name)), "scope": scope}


def life(talk: Talk, run: Run) -> Claim:
    """When somebody died, where they lived, which club they had left."""
    athlete = talk.rng.choice(
        [one for one in talk.world.athletes.values() if one.died] or [*talk.world.athletes.values()]
    )
    fields = {
        "death_date": talk.dated(athlete.died or talk.near()), "home": talk.rng.choice(HOMES),
        "former_club": talk.rng.choice((FORMER_CLUB, FORMER_CLUB, "Leith AC")),
    }  # fmt: skip
    chosen = talk.rng.choice(list(fields))
    if chosen != "death_date":
        athlete = talk.world.athletes[run.athlete]
    return {"athlete": athlete.name, chosen: fields[chosen]}


def _list_of(talk: Talk, held: Held) -> Claim:
    scope: Claim = {"event": held.event, "sex": held.sex, "indoor": held.indoor}
    if held.level == "national":
        return scope | {"nation": talk.world.nations[held.of or ""][0]}
    if held.level == "area":
        return scope | {"area": held.of}
    series = held.level in ("championship", "meeting")
    return scope | ({"competition": talk.world.series[held.of or ""].name} if series else {})


def _list(held: Held) -> tuple[object, ...]:
    return held.level, held.of, held.event, held.sex, held.indoor, held.women_only


FORMS = {
    "mark": (attempt, laps), "place": (overall,), "margin": (against,), "record": (detailed_record, of_races),
    "start": (stopped,), "edition": (numbered,), "bio": (life,),
}  # fmt: skip
