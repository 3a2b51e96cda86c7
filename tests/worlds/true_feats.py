"""Whether what is claimed of feats is so in the world: how many, the first since when, the only ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from case import Case, Fields, holdings, is_named, window
from figures import Span, bounds_meant, count_meant, day_in_words, days_meant
from true_races import ahead
from world import Run

from harness.values import Range, read_span

COUNTED: dict[str, Fields] = {
    "races": {"race": "any"}, "wins": {"place": 1}, "finals": {"final": True},
    "medals": {"medal": "any"}, "titles": {"titles": 1, "medal": "gold"},
}  # fmt: skip


def achieves(case: Case, feat: Fields, run: Run) -> bool:
    """Whether the run achieves the feat, each field of which must hold."""
    place, medal = run.placed(case.day), run.medal(case.day)
    medal_said = feat.get("medal") or ("any" if "medals" in feat else None)
    return (
        (medal_said is None or (medal is not None and medal_said in ("any", medal)))
        and ("titles" not in feat or (run.race.round == "final" and place == 1))
        and ("final" not in feat or run.race.round == "final")
        and ("place" not in feat or place == feat["place"])
        and ("mark" not in feat or _as_good(run, feat["mark"], feat.get("reading", 0)))
        and ("beats" not in feat or _beat(case, run, feat["beats"].lower().replace(" ", "-")))
    )


def _as_good(run: Run, printed: str, reading: int) -> bool:
    """A bare mark is that mark or better, as the one or the other reading has it."""
    said = bounds_meant(printed, run.race.event)
    return run.legal and run.mark is not None and run.mark in said[min(reading, len(said) - 1)]


def in_both_readings(judge: Callable[[Case], bool | None]) -> Callable[[Case], bool | None]:
    """True or false where it is so as both readings of a bare mark have it; else nobody can say."""

    def judged(case: Case) -> bool | None:
        feats = [name for name in ("feat", "all") if "mark" in case.claim.get(name, {})]
        answers = {
            judge(replace(case, claim=case.claim | {name: case.claim[name] | {"reading": at} for name in feats}))
            for at in (0, 1)
        }
        return answers.pop() if len(answers) == 1 else None

    return judged


def _beat(case: Case, run: Run, opponent: str) -> bool:
    return any(one.athlete == opponent and one.started and one.stood(case.day) and ahead(run, one, case.day)
               for one in run.race.runs)  # fmt: skip


def did(case: Case, feat: Fields, scope: Fields, athlete: str | None = None) -> list[Run]:
    """Everything inside the scope that achieves the feat, oldest first; marks outdoors unless it says so."""
    if "mark" in feat:
        scope = {"indoor": False, **scope}
    runs = case.runs(scope, athlete, en_route="mark" in feat)
    found = [run for run in runs if achieves(case, feat, run)]
    return _at_once(feat, found) if "within" in feat else found


def _at_once(feat: Fields, runs: list[Run]) -> list[Run]:
    """Of every athlete's holding or day with so many of them, the one that made up the number."""
    number = count_meant(feat.get("titles") or feat.get("medals")).low or 1
    grouped: dict[tuple[object, ...], list[Run]] = {}
    for run in runs:
        if (when := _occasion(feat, run)) is not None:
            grouped.setdefault((run.athlete, when), []).append(run)
    made = [some[number - 1] for some in grouped.values() if len(some) >= number]
    return sorted(made, key=lambda run: run.race.day)


def _occasion(feat: Fields, run: Run) -> object:
    """What of one race, one holding or one day is neither earlier nor later."""
    if feat.get("within") == "holding":
        return run.race.holding and run.race.holding.id
    return run.race.day


@in_both_readings
def count(case: Case) -> bool | None:
    claim, scope = case.claim, dict(case.scope)
    if claim["of"] in ("nations", "athletes"):
        runs = did(
            case, claim.get("feat", {"race": "any"}), {k: v for k, v in scope.items() if k not in ("place", "medal")}
        )
        takers = {run.nation if claim["of"] == "nations" else run.athlete for run in runs}
        return len(takers) in count_meant(claim["count"])
    athlete = case.who("athlete") if "athlete" in claim else None
    if athlete is None:
        if scope.get("nation") not in (None, claim["nation"]):
            return None
        scope["nation"] = claim["nation"]
    said, every = count_meant(claim["count"]), claim.get("all")
    if claim.get("streak"):
        return _streak(case, scope, athlete) if athlete is not None else None
    named = [series for series in case.world.series.values() if series.name == scope.get("competition")]
    meeting = claim["of"] == "titles" and bool(named) and not named[0].medals
    # Where the words name a meeting that gives no medals, a first place there is its title.
    counted = did(case, {"titles": 1} if meeting else COUNTED[claim["of"]], scope, athlete)
    return len(counted) in said and (every is None or all(achieves(case, every, run) for run in counted))


def _streak(case: Case, scope: Fields, athlete: str) -> bool | None:
    """The unbroken run back from the latest; None where two of a day could be taken in either order."""
    of = case.claim["of"]
    if of == "finals":
        return None
    among = COUNTED["races"] if of in ("races", "wins") else {"final": True}
    runs = did(case, among, scope, athlete)
    if of in ("medals", "titles"):
        runs = [run for run in runs if run.race.medals]
    feat = case.claim.get("all") or COUNTED[of]
    signs = [(run.race.day, achieves(case, feat, run)) for run in runs]
    if any(one[0] == other[0] and one[1] != other[1] for one, other in pairwise(signs)):
        return None
    length = next((at for at, (_, good) in enumerate(reversed(signs)) if not good), len(signs))
    return length in count_meant(case.claim["count"])


@in_both_readings
def since(case: Case) -> bool | None:
    claim, feat = case.claim, case.claim["feat"]
    athlete = case.who("athlete") if "athlete" in claim else None
    own = athlete if claim.get("own") or claim.get("order") == "last" or {"race", "beats"} & feat.keys() else None
    if claim.get("order") == "last":
        found = did(case, feat, case.scope, own)
        return bool(found) and _told(case, found[-1].race.day, found, case.day)
    subjects = did(case, feat, case.scope, athlete)
    if not subjects:
        return False
    day = subjects[0].race.day
    told = [field for field in ("since", "span", "last_holder") if field in claim]
    sought = did(case, feat, _before(case, in_window=not told), own)
    when = _occasion(feat, subjects[0])
    earlier = [run for run in sought if run.race.day < day and _occasion(feat, run) != when]
    answers = {_is_first(case, told, some, day) for some in _of_rounds(case, earlier)}
    return answers.pop() if len(answers) == 1 else None


def _is_first(case: Case, told: list[str], earlier: list[Run], day: int) -> bool:
    if not told:
        return not earlier
    return bool(earlier) and _told(case, earlier[-1].race.day, earlier, day)


def _of_rounds(case: Case, runs: list[Run]) -> list[list[Run]]:
    """Of a place in a final, those of finals alone as well: whether a heat won before it was a win nobody can say."""
    of_final = "place" in case.claim["feat"] and case.scope.get("round") == "final"
    return [runs, [run for run in runs if run.race.round == "final"]] if of_final else [runs]


def _told(case: Case, latest: int, runs: list[Run], day: int) -> bool:
    claim = case.claim
    if "since" in claim and latest not in days_meant(claim["since"]):
        return False
    if "span" in claim:
        said = read_span(claim["span"]).value  # type: ignore[union-attr]
        assert isinstance(said, Range)
        if day - latest not in Span(said.low, said.high):
            return False
    holders = {run.athlete for run in runs if run.race.day == latest}
    return "last_holder" not in claim or case.who("last_holder") in holders


def _before(case: Case, *, in_window: bool) -> Fields:
    """Where an earlier one is sought: not only in the subject's own race, but where that was one like many."""
    scope, feat = dict(case.scope), case.claim["feat"]
    days = window(scope)
    one_day = days.low == days.high
    holding = "competition" in scope and is_named(scope) and len(holdings(case.world, scope)) == 1
    start = (days.low or 0) if in_window else 0
    if start and one_day:
        start = date(date.fromordinal(start).year, 1, 1).toordinal()
    sought = {name: v for name, v in scope.items() if name not in ("after", "until", "on", "season", "year")}
    if "race" in feat:
        series = "competition" if "competition" in sought and start <= 1 else "level"
        sought = {name: v for name, v in sought.items() if name in ("indoor", "group", "individual", series)}
    elif holding or one_day:
        sought.pop("round", None)
        if not {"titles", "medal", "medals"} & feat.keys():
            sought.pop("competition", None)
    if start > 1:
        sought["after"] = day_in_words(start - 1)
    return sought


@in_both_readings
def only(case: Case) -> bool:
    claim, feat = case.claim, case.claim["feat"]
    number = feat.get("titles") or feat.get("medals") or 1
    times = (count_meant(number).low or 1) if "within" not in feat else 1
    members = case.people("members")
    dates: dict[str, list[int]] = {}
    for run in did(case, feat, case.scope):
        dates.setdefault(run.athlete, []).append(run.race.day)
    reached = {one: days[times - 1] for one, days in dates.items() if len(days) >= times}
    if any(one not in reached for one in members):
        return False
    others = [day for one, day in reached.items() if one not in members]
    how = claim.get("how", "only")
    if how == "only":
        return not others
    first = min(reached[one] for one in members)
    before = sum(day < first for day in others)
    return before == 0 if how == "first" else before + 1 in count_meant(claim["nth"])
