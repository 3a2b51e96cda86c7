"""Random claims of lists, counts and feats, and the claims of every kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import claims_of_details as details
import claims_of_races as races
import claims_of_tables as tables
import claims_on_the_way as way
import combined
import matches
import relays
from claims_of_reigns import reign
from figures import day_in_words
from runs_of_titles import run_of_titles
from talk import ALL, Claim, Talk
from world import Day, Run


def medal_count(talk: Talk, run: Run) -> Claim:
    whose = {"athlete": talk.name(run.athlete)} if talk.maybe(0.5) else {"nation": talk.nation(run)}
    scope = talk.scope(run, ("event", "group", "sex", "competition", "time", "level", "indoor"), likely=0.5)
    if talk.maybe(0.2):
        games = [one for one in talk.world.holdings.values() if one.series.id == "games"]
        if games:
            scope = {"competition": "Olympic Games", "year": talk.rng.choice(games).year}
            whose = {"nation": talk.nation(run)}
    colour = talk.rng.choice(("gold", "silver", "bronze", "any"))
    if talk.maybe(0.15):
        whose, scope = {}, {name: value for name, value in scope.items() if name != "nation"}
        scope["area"] = talk.rng.choice(("Europe", "Africa", "Asia"))
    elif talk.maybe(0.15):
        series = {"competition": run.race.holding.series.name} if run.race.holding and talk.maybe(0.5) else {}
        whose, scope = {"athlete": talk.name(run.athlete)}, series
    return {**whose, "medal": colour, "count": talk.some(1), "scope": scope}


def rank(talk: Talk, run: Run) -> Claim:
    roll = talk.rng.random()
    if talk.maybe(0.25):
        return tables.rank(talk, run)
    if roll < 0.25:
        scope = talk.scope(run, ("event", "sex", "competition", "time", "indoor"), likely=0.6)
        if talk.maybe(0.4):
            scope = {name: scope[name] for name in ("competition", "year") if name in scope}
        return {"nation": talk.nation(run), "rank": talk.some(1, least=1), "of": "nations",
                "by": talk.rng.choice(("golds", "medals")), "scope": scope}  # fmt: skip
    event, scope = run.race.event, talk.scope(run, ALL, likely=0.0)
    scope["event"] = event
    said: Claim = {"rank": talk.rng.choice((talk.some(2, least=1), talk.some(4), "in the top 3"))}
    said |= {"mark": talk.marked(event, run.mark)} if talk.maybe(0.4) else {}
    if roll < 0.5:
        scope = talk.race(run) | {"event": event} if talk.maybe(0.5) else scope
        said |= {"of": "performances"}
    if said.get("of") is None and talk.maybe(0.1):
        return said | {"athletes": [talk.name(run.athlete), talk.other(run)], "scope": scope}
    return said | {"athlete": talk.name(run.athlete), "scope": scope}


def record(talk: Talk, run: Run) -> Claim:
    levels = ("world", "olympic", "area", "national", "championship", "meeting", "personal", "season", "world lead")
    level, event = talk.rng.choice(levels), run.race.event
    scope = talk.scope(run, ("event", "sex", "indoor"))
    scope |= {"event": event, "sex": run.race.sex}
    athlete, mark = run.athlete, run.mark
    rows = [one for one in talk.world.records if one.level == level]
    if rows and talk.maybe(0.8):
        row = talk.rng.choice(rows)
        athlete, mark, event = row.athlete, row.mark, row.event
        scope |= {"event": event, "sex": row.sex, "indoor": row.indoor}
        if level in ("national", "area") and talk.maybe(0.7):
            scope[level.replace("national", "nation")] = (
                talk.world.nations[row.of][0] if level == "national" else row.of
            )
        if level in ("championship", "meeting"):
            scope["competition"] = talk.world.series[row.of or ""].name
    elif level in ("championship", "meeting") and run.race.holding:
        scope["competition"] = run.race.holding.series.name
    said: Claim = {"level": level, "athlete": talk.name(athlete)}
    if level in ("season", "world lead") and talk.maybe(0.7):
        scope["season"] = date.fromordinal(run.race.day).year
    said |= {"mark": talk.marked(event, mark)} if level in ("personal", "season") or talk.maybe(0.5) else {}
    if level not in ("personal", "season", "world lead") and talk.maybe(0.3):
        said |= {"previous_holder": talk.other(run)}
    if level not in ("personal", "season") and "mark" in said and talk.maybe(0.2):
        del said["athlete"]
    elif talk.maybe(0.4):
        said["when"] = "set"
        mine = [one for one in talk.runs if one.athlete == athlete and one.mark == mark] or [run]
        race = talk.race(mine[0])
        said |= {"mark": talk.marked(mine[0].race.event, mark)} if "mark" in said else {}
        scope = {**race, **{name: v for name, v in scope.items() if name in ("nation", "area")},
                 "event": mine[0].race.event}  # fmt: skip
    return said | {"scope": scope}


def count(talk: Talk, run: Run) -> Claim:
    if talk.maybe(0.25):
        return _takers(talk, run)
    of = talk.rng.choice(("races", "wins", "finals", "medals", "titles"))
    said: Claim = {"of": of, "count": talk.some(talk.rng.randint(0, 2)), "scope": talk.scope(run, (*ALL, "group"))}
    said |= {"nation": talk.nation(run)} if talk.maybe(0.15) else {"athlete": talk.name(run.athlete)}
    if said["scope"].get("event") and talk.maybe(0.25):
        said["all"] = talk.feat(run)
    return said | ({"streak": True} if talk.maybe(0.25) else {})


def _takers(talk: Talk, run: Run) -> Claim:
    """How many nations or athletes did something in the scope, or started in it."""
    of = talk.rng.choice(("nations", "athletes"))
    scope = talk.scope(run, (*ALL, "group"), likely=0.4)
    if talk.maybe(0.4):
        scope = {name: scope[name] for name in ("competition", "year", "area") if name in scope}
    feat = {} if talk.maybe(0.3) else {"feat": talk.feat(run)}
    if {"mark", "beats"} & feat.get("feat", {}).keys():
        scope = {"event": run.race.event, **{k: v for k, v in scope.items() if k not in ("events", "group")}}
    return {"of": of, "count": talk.some(talk.rng.randint(0, 3)), "scope": scope, **feat}


def since(talk: Talk, run: Run) -> Claim:
    several = talk.maybe(0.25)
    feat = talk.feat(run, number=several, several=several)
    scope = talk.scope(run, ALL, likely=0.4) if talk.maybe(0.5) else talk.race(run, "nation")
    scope["event"] = run.race.event
    if several and not {"mark", "beats"} & feat.keys():
        del scope["event"]
        scope |= talk.several(run.race.event)
    said: Claim = {"feat": feat, "scope": scope}
    if talk.maybe(0.8) or {"race", "beats"} & feat.keys():
        said["athlete"] = talk.name(run.athlete)
    earlier = [one for one in talk.runs if one.race.day < run.race.day and one.race.event == run.race.event] or [run]
    before = talk.rng.choice(earlier)
    if talk.maybe(0.3):
        said["order"] = "last"
    if talk.maybe(0.3):
        said["own"] = "athlete" in said
    if "order" in said or talk.maybe(0.6):
        years = (run.race.day - before.race.day) // 365
        said |= talk.rng.choice((
            {"since": talk.dated(before.race.day)}, {"span": f"{max(1, years)} years"},
            {"since": str(date.fromordinal(before.race.day).year)}, {"last_holder": talk.name(before.athlete)},
        ))  # fmt: skip
    return said


def only(talk: Talk, run: Run) -> Claim:
    several = talk.maybe(0.3)
    feat = talk.feat(run, number=True, several=several)
    scope = talk.scope(run, ("event", "sex", "competition", "nation", "area", "indoor", "time", "level"), likely=0.2)
    scope |= {"event": run.race.event}
    if several and "mark" not in feat:
        del scope["event"]
        scope |= talk.several(run.race.event)
    said: Claim = {"members": [talk.name(run.athlete)], "feat": feat, "scope": scope}
    if talk.maybe(0.2):
        said["members"].append(talk.other(run))
        said["members"] = list(dict.fromkeys(said["members"]))
    how = talk.rng.choice(("only", "first", "nth"))
    return said | {"how": how} | ({"nth": talk.rng.randint(1, 3)} if how == "nth" else {})


MAKERS = {
    "mark": races.mark, "place": races.place, "medal": races.medal, "medal_count": medal_count, "rank": rank,
    "record": record, "margin": races.margin, "head_to_head": races.head_to_head, "count": count, "since": since,
    "only": only, "title": races.title, "date": races.date_of, "venue": races.venue, "bio": races.bio,
    "advance": races.advance, "start": races.start, "edition": races.edition,
    "comparison": tables.comparison, "score": matches.score, "other": lambda talk, run: {},
}  # fmt: skip

RUNS: dict[str, Callable[[Talk, Run], Claim]] = {"title": run_of_titles, "record": reign}
# Claims that kinds make with fields of their own: drawn after the others, so that each can be added without them.
FORMS: dict[str, tuple[Callable[[Talk, Run], Claim], ...]] = {
    kind: tuple(form for form in (RUNS.get(kind), partial(relays.claim, kind=kind) if kind in relays.KINDS else None,
                                  partial(combined.claim, kind=kind) if kind in combined.KINDS else None,
                                  way.FORMS.get(kind), *details.FORMS.get(kind, ())) if form is not None)
    for kind in MAKERS
}  # fmt: skip


def claim_of(talk: Talk, kind: str, published: Day) -> Claim:
    """A claim of the kind in an article of the day; some speak of an earlier one."""
    return _of_day(talk, {"kind": kind}, MAKERS[kind], published)


def forms_of(talk: Talk, kind: str, published: Day, each: int) -> list[Claim]:
    """So many claims of each form that the kind has beside its common one."""
    return [_of_day(talk, {"kind": kind}, form, published) for form in FORMS.get(kind, ()) for _ in range(each)]


def _of_day(talk: Talk, made: Claim, make: Callable[[Talk, Run], Claim], published: Day) -> Claim:
    run, kind = talk.rng.choice(talk.runs), made["kind"]
    made |= make(talk, run)
    if kind not in ("other", "date", "venue") and talk.maybe(0.3):
        near = _birthday(talk, run, published) if kind == "bio" else talk.near()
        day = min(published, near if talk.maybe(0.6) else published - talk.rng.randint(0, 3000))
        year = date.fromordinal(day).year
        whole_year = year < date.fromordinal(published).year and talk.maybe(0.3)
        made["as_of"] = str(year) if whole_year else day_in_words(day)
    return made


def _birthday(talk: Talk, run: Run, published: Day) -> Day:
    """A birthday of the runner, or the day before or after."""
    born = date.fromordinal(talk.world.athletes[run.athlete].born)
    return born.replace(year=date.fromordinal(published).year - 1).toordinal() + talk.rng.choice((-1, 0, 0, 1))
