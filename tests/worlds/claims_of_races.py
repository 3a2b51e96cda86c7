"""Random claims of races, of those who were in them, and of where and when they were."""

from __future__ import annotations

from datetime import date

from figures import MONTHS, day_in_words
from talk import ALL, Claim, Talk
from world import Run


def mark(talk: Talk, run: Run) -> Claim:
    race = talk.race(run)
    race.setdefault("event", run.race.event)
    if run.splits and talk.maybe(0.3):
        return {"athlete": talk.name(run.athlete), "mark": talk.marked("1500m", run.splits["800m"]), "at": "800m",
                "scope": race}  # fmt: skip
    return {"athlete": talk.name(run.athlete), "mark": talk.marked(run.race.event, run.mark), "scope": race}


def place(talk: Talk, run: Run) -> Claim:
    said: Claim = {"athlete": talk.name(run.athlete), "scope": talk.race(run, "time")}
    at = bool(run.order) and talk.maybe(0.3)
    place = run.order["800m"] if at else run.place or (run.was and run.was[0]) or 5
    if talk.maybe(0.7):
        said["place"] = talk.some(place, least=1)
    if "place" not in said or talk.maybe(0.2):
        said |= {"after": talk.other(run), "by": talk.some(1)}
    return said | ({"at": "800m"} if at else {})


def medal(talk: Talk, run: Run) -> Claim:
    colour = talk.rng.choice(("gold", "silver", "bronze", "none", "any"))
    return {"athlete": talk.name(run.athlete), "medal": colour, "scope": talk.scope(run, ALL, likely=0.5)}


def margin(talk: Talk, run: Run) -> Claim:
    gap = f"{talk.rng.randint(0, 3)}.{talk.rng.randint(0, 99):02}"
    rivals = [one for one in run.race.runs if one is not run and one.mark is not None]
    if rivals and run.mark is not None and talk.maybe(0.8):
        apart = abs(talk.rng.choice(rivals).mark - run.mark)  # type: ignore[operator]
        gap = f"{apart // 1000}.{apart % 1000 // 10:02}"
    said: Claim = {
        "ahead": talk.name(run.athlete),
        "gap": gap if talk.maybe(0.8) else gap[:-1],
        "scope": talk.race(run),
    }
    said["scope"].setdefault("event", run.race.event)
    return said | ({"behind": talk.other(run)} if talk.maybe(0.6) else {})


def head_to_head(talk: Talk, run: Run) -> Claim:
    said: Claim = {"athlete": talk.name(run.athlete), "opponent": talk.other(run)}
    for field in talk.rng.sample(("wins", "losses", "meetings"), talk.rng.randint(1, 2)):
        said[field] = talk.some(talk.rng.randint(0, 3))
    fields = ("event", "sex", "competition", "round", "indoor", "time", "level")
    return said | {"scope": talk.scope(run, fields) if talk.maybe(0.8) else {}}


def advance(talk: Talk, run: Run) -> Claim:
    runs = [one for one in talk.runs if one.qualified is not None] or [run]
    run = talk.rng.choice(runs)
    assert run.race.holding is None or run.race.holding.series.name
    scope: Claim = {"event": run.race.event}
    if run.race.holding:
        scope |= {"competition": run.race.holding.series.name, "year": run.race.holding.year}
    said: Claim = {"athlete": talk.name(run.athlete), "scope": scope}
    if talk.maybe(0.7):
        stage = "heat 1" if run.race.round in ("", "final") else run.race.round  # nobody goes on from a final
        scope["round"] = talk.rng.choice((stage, stage.partition(" ")[0], "heat 1"))
    if "round" not in scope or talk.maybe(0.5):
        said["to"] = talk.rng.choice(("final", "final", "semi-final"))
    if talk.maybe(0.3):
        return said | {"advanced": False}
    return said | ({"how": talk.rng.choice(("place", "time"))} if talk.maybe(0.4) else {})


def title(talk: Talk, run: Run) -> Claim:
    runs = [one for one in talk.runs if one.race.holding and one.race.round == "final" and one.place == 1] or [run]
    run = talk.rng.choice(runs) if talk.maybe(0.8) else run
    scope = talk.scope(run, ("event", "sex", "level"), likely=0.0) | {"event": run.race.event}
    if run.race.holding and (talk.maybe(0.9) or "level" not in scope):
        scope.pop("level", None)
        scope |= {"competition": run.race.holding.series.name}
        scope |= {"year": run.race.holding.year} if talk.maybe(0.3) else {}
    status = talk.rng.choice(("reigning", "defending", "former", "won"))
    return {"athlete": talk.name(run.athlete), "status": status, "scope": scope}


def date_of(talk: Talk, run: Run) -> Claim:
    run, other = talk.held(), talk.held()
    scope, holding = talk.holding_of(run), run.race.holding
    assert holding is not None
    if talk.maybe(0.3):
        apart = run.race.day - other.race.day
        span = talk.rng.choice((f"{abs(apart)} days", f"{max(1, abs(apart) // 365)} years"))
        return {"relative_to": talk.holding_of(other), "scope": scope} | ({"offset": span} if talk.maybe(0.7) else {})
    if talk.maybe(0.3):
        scope.pop("round", None)
        first, last = date.fromordinal(holding.start + talk.rng.choice((0, 0, 1))), date.fromordinal(holding.end)
        days = f"{first.day} to {last.day} {MONTHS[last.month - 1]} {last.year}"
        same = first.month == last.month and first.day < last.day
        return {"date": days if same else day_in_words(holding.end), "whole": True, "scope": scope}
    return {"date": talk.dated(run.race.day), "scope": scope}


def venue(talk: Talk, run: Run) -> Claim:
    run = talk.held()
    one = talk.rng.choice((run, run, talk.held())).race.holding
    assert one is not None
    return {"place": talk.rng.choice((one.venue, one.city, talk.world.nations[one.nation][0])),
            "scope": talk.holding_of(run)}  # fmt: skip


def bio(talk: Talk, run: Run) -> Claim:
    one = talk.world.athletes[run.athlete]
    fields: Claim = {
        "age": talk.some(date.fromordinal(run.race.day).year - date.fromordinal(one.born).year),
        "birth_date": talk.dated(one.born), "birthplace": talk.rng.choice((*one.birthplace, "Oslo")),
        "nation": talk.nation(run), "coach": talk.rng.choice(("Nils Berg", "Tom Reid")), "club": "Leith AC",
    }  # fmt: skip
    chosen = talk.rng.choice(list(fields))
    return {"athlete": one.name, chosen: fields[chosen]}


def start(talk: Talk, run: Run) -> Claim:
    """How somebody took part: mostly as they did, sometimes otherwise."""
    status = run.status if talk.maybe(0.5) else talk.rng.choice(("started", "finished", "DNF", "DNS", "DQ"))
    return {"athlete": talk.name(run.athlete), "status": status, "scope": talk.race(run)}


def edition(talk: Talk, run: Run) -> Claim:
    """The day of a holding on which a race was, counted from its first."""
    holding = run.race.holding
    number = 1 if holding is None else run.race.day - holding.start + 1
    scope = talk.race(run)
    if holding is not None:
        scope |= {"competition": holding.series.name}
        scope.setdefault("year", date.fromordinal(holding.start).year)
        scope.pop("on", None)
    return {"day": talk.some(number, least=1), "scope": scope}
