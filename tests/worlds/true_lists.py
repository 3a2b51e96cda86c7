"""Whether what is claimed of a list is so in the world: ranks, records and bests, medals, titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import runs_of_titles
import true_details
import true_on_the_way
import true_tables
from case import Case, Fields
from figures import count_meant, days_meant, mark_meant
from true_races import FAR
from true_reigns import is_of_time, reign
from world import COLOURS, Held, Run, best_of, better

STILL_REPORTED = 30  # days for which a report may still call who lost the title its defending champion
DERIVED = ("personal", "season", "world lead")


def rank(case: Case) -> bool | None:
    claim, scope = case.claim, dict(case.scope)
    said = count_meant(claim["rank"])
    for field in ("place", "medal"):
        scope.pop(field, None)
    if claim.get("of") == "nations":
        return _nations_rank(case, scope) in said
    if "by" in claim:
        return true_tables.rank(case)
    scope.setdefault("indoor", False)
    if claim.get("of") == "performances":
        return _performance(case, scope)
    scope.pop("round", None)
    listed = [run for run in case.runs(scope, en_route=True) if run.legal]
    bests = {one: best_of(scope["event"], [run.mark for run in listed if run.athlete == one])
             for one in {run.athlete for run in listed}}  # fmt: skip
    for one in case.people("athlete") + case.people("athletes"):
        mine = bests.get(one)
        place = FAR if mine is None else 1 + sum(better(scope["event"], other, mine) for other in bests.values())
        if place not in said:
            return False
        if "mark" in claim and (mine is None or mine not in mark_meant(claim["mark"], scope["event"])):
            return False
    return True


def _performance(case: Case, scope: Fields) -> bool | None:
    claim, event = case.claim, scope["event"]
    one_day = "on" in scope and days_meant(scope["on"]).low == days_meant(scope["on"]).high
    one_race = one_day or ("competition" in scope and ("year" in scope or "season" in scope))
    whole = {
        name: value
        for name, value in scope.items()
        if not one_race or name in ("event", "sex", "indoor", "nation", "area", "level")
    }
    listed = [run for run in case.runs(whole, en_route=True) if run.legal]
    mine = (
        case.race_runs(case.who("athlete"), scope) if one_race else case.runs(scope, case.who("athlete"), en_route=True)
    )
    if "mark" in claim:
        mine = [run for run in mine if run.mark is not None and run.mark in mark_meant(claim["mark"], event)]
    if not any(run.legal for run in mine):
        return None if count_meant(claim["rank"]).high is None else False
    ranks = [1 + sum(better(event, run.mark or 0, one.mark or 0) for run in listed) for one in mine if one.legal]
    return any(one in count_meant(claim["rank"]) for one in ranks)


def _nations_rank(case: Case, scope: Fields) -> int:
    nation = case.nation(case.claim.get("nation") or scope["nation"])
    scope.pop("nation", None)
    won: dict[str, Counter[str]] = {one: Counter() for one in case.world.nations}
    for run in case.runs(scope):
        if colour := run.medal(case.day):
            won[run.nation][colour] += 1
    by_all = case.claim.get("by") == "medals"
    scores = {one: (sum(of.values()),) if by_all else tuple(of[c] for c in COLOURS) for one, of in won.items()}
    return 1 + sum(score > scores[nation] for score in scores.values())


def medal_count(case: Case) -> bool:
    claim = case.claim
    if "count" not in claim:
        return true_on_the_way.tally(case)
    scope = {name: value for name, value in case.scope.items() if name not in ("round", "place", "medal")}
    nation = claim.get("nation") or (None if "athlete" in claim else scope.get("nation"))
    athlete = case.who("athlete") if "athlete" in claim else None
    won = [run for run in case.runs(scope, athlete) if run.medal(case.day) is not None
           and (nation is None or run.nation == case.nation(nation))]  # fmt: skip
    number = sum(claim["medal"] in ("any", run.medal(case.day)) for run in won)
    return number in count_meant(claim["count"])


def title(case: Case) -> bool | None:
    if runs_of_titles.is_of_run(case):
        return runs_of_titles.is_so(case)
    scope = {name: value for name, value in case.scope.items() if name not in ("medal", "place")} | {"round": "final"}
    athlete, status = case.who("athlete"), case.claim.get("status", "reigning")
    named = "year" in scope or "on" in scope or "season" in scope
    won = [run for run in case.runs(scope) if run.placed(case.day) == 1]
    if status == "defending":
        return _defending(case, scope, named=named)
    if named or status in ("won", "former"):
        return any(run.athlete == athlete for run in won)
    if "competition" not in scope:
        return None
    finals = [
        race for race in case.world.races
        if race.holding and race.holding.series.name == scope["competition"] and race.official and not race.en_route
        and (race.event, race.sex, race.round) == (scope["event"], scope["sex"], "final") and race.day <= case.day
    ]  # fmt: skip
    latest = max(finals, key=lambda race: race.day, default=None)
    return any(run.athlete == athlete and run.race is latest for run in won)


def _defending(case: Case, scope: Fields, *, named: bool) -> bool | None:
    """Whether the athlete had won the holding before the one meant; None where it is not told which one is meant."""
    series = [
        one for one in case.world.holdings.values() if one.series.name == scope.get("competition") and one.official
    ]
    begun = sorted((one for one in series if one.start <= case.day), key=lambda one: one.start)
    if named:
        years = [one.year for one in begun]
        at = years.index(scope["year"]) if years.count(scope.get("year")) == 1 else 0
    elif begun and case.day - begun[-1].end > 1:
        at = len(begun) if case.day - begun[-1].end > STILL_REPORTED else 0
    else:
        at = len(begun) - 1
    if at < 1:
        return None
    scope = {name: value for name, value in scope.items() if name in ("event", "sex", "round")}
    winners = [
        run.athlete for run in case.runs(scope) if run.race.holding is begun[at - 1] and run.placed(case.day) == 1
    ]
    return case.who("athlete") in winners if winners else None


def record(case: Case) -> bool | None:
    """Where races without men have records of their own: what is so of both kinds of race, if the words name none."""
    if case.claim["level"] in DERIVED or not any(one.women_only is not None for one in case.world.records):
        return _record_of(case)
    said, rows = case.claim.get("women_only"), case.world.records
    told: tuple[tuple[bool | None, ...], ...] = ((said,),) if said is not None else ((None, True), (None, False))
    worlds = [replace(case.world, records=[one for one in rows if one.women_only in kinds]) for kinds in told]
    if "number" in case.claim and said is None:
        worlds.append(case.world)  # of either kind
    answers = {_record_of(replace(case, world=world)) for world in worlds}
    return answers.pop() if len(answers) == 1 else None


def _record_of(case: Case) -> bool | None:
    claim, scope = case.claim, {name: v for name, v in case.scope.items() if name not in ("place", "medal")}
    if is_of_time(case):
        return reign(case, record, _of(case, scope, case.day, case.who("athlete") if "athlete" in claim else None))
    if "ratified" in claim:
        return true_details.ratified(case, record)
    set_there = claim.get("when") == "set" and "athlete" in claim
    if not set_there:
        level = claim["level"]
        return _best(case, scope, case.day, None) if level in DERIVED else _record(case, scope, case.day, None)
    race_scope = {name: v for name, v in scope.items() if name not in ("nation", "area")}
    there, asked = case.race_runs(case.who("athlete"), race_scope), _set_in(case, scope)
    race_scope.pop("round", None)
    day_s = case.runs(race_scope, case.who("athlete"), en_route=True)
    answers = [asked(run) for run in there]
    if True not in answers and any(asked(run) for run in day_s if run not in there):
        return None  # in another race of the same holding or day: the words may mean that
    return True if True in answers else None if None in answers else False


def _set_in(case: Case, scope: Fields) -> Callable[[Run], bool | None]:
    judge = _best if case.claim["level"] in DERIVED else _record
    whose = {name: v for name, v in scope.items() if name in ("competition", "nation", "area")}

    def asked(run: Run) -> bool | None:
        race = run.race
        return judge(case, {**whose, "event": race.event, "sex": race.sex, "indoor": race.indoor}, race.day, run)

    return asked


def _record(case: Case, scope: Fields, day: int, run: Run | None) -> bool | None:
    """What stood at the end of the day, or was set in the run of that day."""
    world, claim, level = case.world, case.claim, case.claim["level"]
    athlete = case.who("athlete") if "athlete" in claim else None
    of = _of(case, scope, day, athlete)
    levels = ("olympic", "championship", "meeting") if level in ("championship", "meeting") else (level,)
    list_ = (scope["event"], scope["sex"], scope.get("indoor", False))
    listed = [
        one for one in world.records
        if one.level in levels and (one.event, one.sex, one.indoor) == list_
        and (level in ("world", "olympic") or one.of == of)
    ]  # fmt: skip
    now = [one for one in listed if one.day <= day < one.until]
    if run is not None:
        now = [one for one in now if one.day == run.race.day and one.mark == run.mark]
    mine = [one for one in now if athlete in (None, one.athlete)]
    return any(_as_said(case, one, [old for old in listed if old.until == one.day]) for one in mine)


def _as_said(case: Case, one: Held, before: list[Held]) -> bool:
    claim, event = case.claim, one.event
    if "mark" in claim and one.mark not in mark_meant(claim["mark"], event):
        return False
    if "previous_holder" in claim and all(old.athlete != case.who("previous_holder") for old in before):
        return False
    said = claim.get("previous_mark")
    return said is None or any(old.mark in mark_meant(said, event) for old in before)


def _of(case: Case, scope: Fields, day: int, athlete: str | None) -> str | None:
    """Whose record it is: the scope's nation or area, else the athlete's own."""
    nation = case.nation(scope["nation"]) if "nation" in scope else None
    if nation is None and athlete is not None:
        nation = case.world.athletes[athlete].nation(day)
    match case.claim["level"]:
        case "national":
            return nation
        case "area":
            return scope.get("area") or (case.world.area(nation) if nation else None)
        case "world" | "olympic":
            return None
    series = [one.id for one in case.world.series.values() if one.name == scope.get("competition")]
    return series[0] if series else None


def _best(case: Case, scope: Fields, day: int, run: Run | None) -> bool | None:
    """A best as of the day: of the athlete, or of the season; or set in the run of that day."""
    claim, event = case.claim, scope["event"]
    athlete = case.who("athlete") if "athlete" in claim else None
    list_: Fields = {"event": event, "sex": scope["sex"], "indoor": scope.get("indoor", False)}
    list_ |= {name: v for name, v in case.scope.items() if name in ("after", "until", "on", "season") and run is None}
    if "year" in scope and "competition" not in scope:
        list_["year"] = scope["year"]
    if claim["level"] == "personal":
        list_ = {name: v for name, v in list_.items() if name in ("event", "sex", "indoor")}
    elif not any(name in list_ for name in ("after", "until", "on", "season", "year")):
        list_["season"] = date.fromordinal(day).year
    late = replace(case, claim={**claim, "as_of": None}, published=day)
    listed = [one for one in late.runs(list_, None if claim["level"] == "world lead" else athlete, en_route=True)
              if one.legal]  # fmt: skip
    if not listed:
        return False
    best = best_of(event, [one.mark or 0 for one in listed])
    leaders = [one for one in listed if one.mark == best]
    if athlete is not None and all(one.athlete != athlete for one in leaders):
        return False
    if run is not None and run not in leaders:
        return False
    if run is not None and len(leaders) > 1:
        return None  # whether an equal mark is a new best is a matter of words
    return "mark" not in claim or best in mark_meant(claim["mark"], event)
