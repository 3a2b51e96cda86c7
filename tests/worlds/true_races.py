"""Whether what is claimed of one race, or of two athletes, is so in the world: from the manual pages, by brute force.

True, False, or None where the words presuppose what is not so, and nobody can say.
"""

from __future__ import annotations

import true_details
import true_on_the_way
from case import STAGES, Case, Inside, round_fits
from figures import Span, count_meant, is_finer, mark_meant
from world import TIMED, Race, Run

FAR = 10**6  # the place of who did not finish


def mark(case: Case) -> bool | None:
    if "stretch" in case.claim:
        return true_on_the_way.stretch(case)
    if "attempt" in case.claim or "laps" in case.claim:
        return true_details.attempt(case) if "attempt" in case.claim else true_details.laps(case)
    at, event = case.claim.get("at"), case.scope.get("event", "1500m")
    said = mark_meant(case.claim["mark"], event)
    runs = case.race_runs(case.who("athlete"))
    if case.scope.get("round", "final") == "final":  # a mark on the way is one of its event, too
        anywhere = {name: value for name, value in case.scope.items() if name != "round"}
        every = case.runs(anywhere, case.who("athlete"), en_route=True)
        runs += [
            run for run in every if run.race.en_route and not ("competition" in anywhere and _of_several_days(run.race))
        ]
    raced = any(not run.race.en_route for run in runs)
    marks = [(run, run.splits.get(at) if at else run.mark) for run in runs]
    if any(mark is not None and _is_matter_of_words(case, run, mark, said) for run, mark in marks):
        return None
    meant = [run for run, mark in marks if mark is not None and mark in said]
    if meant and raced and all(run.race.en_route for run in meant):
        return None  # of who ran the event itself as well, the words hardly mean the mark on the way
    return bool(meant)


def _is_matter_of_words(case: Case, run: Run, mark: int, said: Span) -> bool:
    """A mark that did not count; and a time by hand printed finer than it was taken, as near as it can be."""
    if run.status != "finished":
        return mark in said
    near = Span(mark - 99, mark + 99)
    return run.race.hand and is_finer(case.claim["mark"]) and _meet(near, said)


def _meet(one: Span, other: Span) -> bool:
    return (one.low or 0) <= (other.high or FAR**2) and (other.low or 0) <= (one.high or FAR**2)


def _of_several_days(race: Race) -> bool:
    """At a holding with rounds the event's name is that of a race, and no length on the way through another."""
    return race.holding is not None and race.holding.start != race.holding.end


def place(case: Case) -> bool | None:
    if "gained" in case.claim:
        return true_on_the_way.gained(case)
    if "among" in case.claim:
        return true_details.overall(case)
    claim, at, unsettled = case.claim, case.claim.get("at"), False
    for run in case.race_runs(case.who("athlete")):
        mine, holds = _place(case, run, at), []
        if "place" in claim:
            holds.append(mine is not None and mine in count_meant(claim["place"]))
        if "after" in claim:
            others = [one for one in run.race.runs if one.athlete == case.who("after") and one.stood(case.day)]
            theirs = _place(case, others[0], at) if others and others[0].started else None
            apart = None if mine is None or theirs is None or mine == theirs == FAR else mine - theirs
            holds.append(apart is not None and apart in count_meant(claim.get("by", 1)))
        if all(holds) and mine == FAR and "place" in claim:
            unsettled = True  # "outside the first five" of who did not finish
        elif all(holds):
            return True
    return None if unsettled else False


def _place(case: Case, run: Run, at: str | None) -> int | None:
    if at is not None:
        return run.order.get(at)
    return run.placed(case.day) if run.status == "finished" else FAR


def margin(case: Case) -> bool | None:
    if "at" in case.claim:
        return true_on_the_way.gap_on_the_way(case)
    if "against" in case.claim:
        return true_details.against(case)
    unsettled = False
    for run in case.race_runs(case.who("ahead")):
        field = [one for one in run.race.runs if one.stood(case.day)]
        if "behind" in case.claim:
            others = [one for one in field if one.athlete == case.who("behind")]
        else:
            mine = run.placed(case.day)
            unsettled = unsettled or any(one is not run and one.placed(case.day) == mine for one in field)
            others = [one for one in field if mine is not None and one.placed(case.day) == mine + 1]
        for other in others:
            if run.mark is not None and other.mark is not None:
                unsettled = unsettled or run.status != "finished" or other.status != "finished"
                gap = other.mark - run.mark if TIMED[run.race.event] else run.mark - other.mark
                said = mark_meant(case.claim["gap"], run.race.event)
                if run.race.hand and is_finer(case.claim["gap"]):
                    unsettled = unsettled or _meet(Span(max(0, gap - 199), gap + 199), said)
                elif gap in said and not unsettled:
                    return True
    return None if unsettled else False  # who is level with the next one: by nothing, or by more


def medal(case: Case) -> bool:
    scope = {name: value for name, value in case.scope.items() if name not in ("round", "medal")}
    won = [one for run in case.runs(scope, case.who("athlete")) if (one := run.medal(case.day)) is not None]
    said = case.claim["medal"]
    return not won if said == "none" else bool(won) if said == "any" else said in won


def head_to_head(case: Case) -> bool:
    one, other = case.who("athlete"), case.who("opponent")
    met = [
        (mine, theirs)
        for mine in case.runs(athlete=one)
        for theirs in case.runs(athlete=other)
        if mine.race is theirs.race
    ]
    counted = {
        "wins": sum(ahead(mine, theirs, case.day) for mine, theirs in met),
        "losses": sum(ahead(theirs, mine, case.day) for mine, theirs in met),
        "meetings": len(met),
    }
    held = "competition" in case.scope and "season" in case.scope  # no series has two holdings in a season
    at_a_holding = held or "year" in case.scope or "on" in case.scope  # "beat them there" is once at least
    return all(
        number >= 1 if at_a_holding and case.claim[field] == 1 else number in count_meant(case.claim[field])
        for field, number in counted.items()
        if field in case.claim
    )


def ahead(one: Run, other: Run, day: int) -> bool:
    """Whether the one came ahead of the other: by place; who finished is ahead of who did not."""
    if one.status != "finished" or other.status != "finished":
        return one.status == "finished" != other.status
    places = one.placed(day), other.placed(day)
    assert places[0] is not None
    assert places[1] is not None
    return places[0] < places[1]


def advance(case: Case) -> bool | None:
    claim, scope = case.claim, case.scope
    contest = {name: value for name, value in scope.items() if name != "round"}
    race = [run for run in _ever(case, contest) if run.athlete == case.who("athlete")]
    stages = sorted({_stage(run.race.round) for run in _ever(case, contest)})
    origin, goal = scope.get("round"), claim.get("to")
    ran = [run for run in race if origin is None or round_fits(run.race.round, origin)]
    if not race or not ran:
        return None
    start = _stage(ran[0].race.round) if origin is not None else -1
    target = _stage(goal) if goal is not None else next((one for one in stages if one > start), 9)
    through = any(_through(run, stages) >= target for run in race if run.race.day <= case.day)
    if not claim.get("advanced", True):
        out = any(run.qualified == "" or run.race.round == "final" for run in race if run.race.day <= case.day)
        return out and not through
    how = {"place": "Q", "time": "q", None: None}[claim.get("how")]
    if how is not None:
        from_ = [run for run in race if round_fits(run.race.round, origin or "semifinal")]
        if origin is None and goal != "final":
            return None
        if not any(run.qualified == how and run.race.day <= case.day for run in from_):
            return False
    return through


def _ever(case: Case, scope: dict[str, object]) -> list[Run]:
    """All results of the contest, struck out later or not: who was struck out had got there."""
    inside = Inside(case.world, scope, case.day)
    races = {id(run.race) for run in case.world.runs if inside.has(run) and not run.race.en_route}
    return [run for run in case.world.runs if id(run.race) in races]


def _stage(round_: str) -> int:
    return STAGES[round_.replace("semi-final", "semifinal").rstrip("s").partition(" ")[0]]


def _through(run: Run, stages: list[int]) -> int:
    """The stage that the run was in, or that it led to."""
    stage = _stage(run.race.round)
    return next((one for one in stages if one > stage), stage) if run.qualified else stage


def start(case: Case) -> bool | None:
    """Whether the athlete took part so in a race that the scope may mean; struck out or not, they had run."""
    if "appearance" in case.claim:
        return true_on_the_way.appearance(case)
    if "at" in case.claim:
        return true_details.stopped(case, start)
    scope = {"round": "final", **case.scope}
    inside = Inside(case.world, scope, case.day)
    who, status = case.who("athlete"), case.claim["status"]
    own = [
        run for run in case.world.runs
        if run.athlete == who and not run.race.en_route and run.race.day <= case.day and inside.has(run)
    ]  # fmt: skip
    if not own:
        return None
    stood = [run for run in own if run.annulled > case.day]
    if status in ("started", "DNS"):
        return any(run.started is (status == "started") for run in own)
    if len(stood) < len(own):
        return None  # what is said of a race that was struck out later is not told by the words
    return any(run.status == status for run in stood)
