"""A combined event beside the races of a world: its parts, the standing on the way, what a pack shows, claims of it.

Those who compete in it do nothing else, so that no other claim can be about them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from case import Case
from figures import Span, count_meant, mark_meant, printed_day, printed_mark
from talk import Claim, Talk
from world import COLOURS, Day, Run, World

GAMES, EVENT = "Quad Games", "quadrathlon"
YEARS = (2016, 2019, 2022)
NAMES = ("Asta Lie", "Birte Moe", "Cilla Nord", "Dora Opsal", "Edda Pihl")


@dataclass(frozen=True)
class Part:
    """A part: how its marks are printed (as those of which event), and between which units they lie."""

    name: str
    like: str
    measure: str
    low: int
    high: int
    day: int

    @property
    def id(self) -> str:
        return f"{EVENT}-{self.name.replace(' ', '-')}"


PARTS = (
    Part("300m", "1500m", "time", 38_000, 42_000, 1),
    Part("triple jump", "long-jump", "distance", 12_500, 14_800, 1),
    Part("shot put", "long-jump", "distance", 11_000, 15_500, 2),
    Part("1000m", "1500m", "time", 160_000, 190_000, 2),
)


@dataclass(frozen=True)
class Result:
    """What somebody did: the mark and the points of each part, as far as they got."""

    athlete: str
    marks: tuple[int, ...]
    points: tuple[int, ...]

    def after(self, parts: int) -> int | None:
        return sum(self.points[:parts]) if len(self.points) >= parts else None


@dataclass(frozen=True)
class Contest:
    """The quadrathlon of one holding, over two days."""

    year: int
    day: Day
    results: tuple[Result, ...]

    def of(self, athlete: str) -> Result | None:
        return next((result for result in self.results if result.athlete == athlete), None)

    def place(self, athlete: str, parts: int) -> int | None:
        """The place by points after so many parts; None of who had stopped before."""
        mine = next((result.after(parts) for result in self.results if result.athlete == athlete), None)
        if mine is None:
            return None
        return 1 + sum((result.after(parts) or 0) > mine for result in self.results)

    def place_in(self, athlete: str, part: int) -> int | None:
        """The place by the mark in a part alone."""
        marks = {result.athlete: result.marks[part] for result in self.results if len(result.marks) > part}
        if athlete not in marks:
            return None
        mine = marks[athlete]
        return 1 + sum(mark < mine if PARTS[part].measure == "time" else mark > mine for mark in marks.values())


def contests(world: World) -> list[Contest]:
    """Drawn from what is in the world, so that one world has the same ones always; no two have equal figures."""
    rng = Random(5 + sum(run.mark or 0 for run in world.runs))
    return [_contest(rng, year) for year in YEARS]


def _contest(rng: Random, year: int) -> Contest:
    entered = rng.sample(NAMES, rng.randint(3, 5))
    marks = [rng.sample(range(part.low, part.high, 10), len(entered)) for part in PARTS]
    results = []
    for at, athlete in enumerate(entered):
        parts = len(PARTS) if at < 2 or rng.random() < 0.8 else rng.randint(1, len(PARTS) - 1)
        points = tuple(rng.randint(70, 110) * 10 + at for _ in range(parts))  # the last digit tells them apart
        results.append(Result(athlete, tuple(marks[part][at] for part in range(parts)), points))
    return Contest(year, date(year, 7, rng.randint(1, 27)).toordinal(), tuple(results))


def shown(rng: Random, held: list[Contest], gaps: float) -> dict[str, list[Any]]:
    """Rows of a pack: a part may be left out, and of every result the mark, the place and the standing."""
    rows: dict[str, list[Any]] = {
        "events": [_event(EVENT, "points", ["1000", "6000"]), *(_event_of(part) for part in PARTS)],
        "athletes": [{"id": _id(name), "name": name, "sex": "women", "sources": ["book"]} for name in NAMES],
        "competitions": [{"id": "quad", "name": GAMES, "level": "meeting", "medals": True}],
        "editions": [], "races": [],
    }  # fmt: skip
    for contest in held:
        edition = f"quad-{contest.year}"
        days = [printed_day(contest.day + at) for at in (0, 1)]
        rows["editions"].append({"id": edition, "competition": "quad", "name": f"{GAMES} {contest.year}",
                                 "start": days[0], "end": days[1], "sources": ["book"]})  # fmt: skip
        whole = {"edition": edition, "sex": "women", "round": "final", "sources": ["book"]}
        if rng.random() >= gaps:
            results = [_whole_row(rng, contest, result, gaps) for result in contest.results if rng.random() >= gaps]
            rows["races"] += [whole | {"event": EVENT, "date": days[1], "results": results}] if results else []
        for at, part in enumerate(PARTS):
            kept = [result for result in contest.results if len(result.marks) > at and rng.random() >= gaps]
            parts = [_part_row(rng, contest, result, at, gaps) for result in kept]
            if parts and rng.random() >= gaps:
                rows["races"].append(whole | {"event": part.id, "date": days[part.day - 1], "results": parts})
    return rows


def _event(identity: str, measure: str, plausible: list[str], **more: Any) -> dict[str, Any]:
    better = "lower" if measure == "time" else "higher"
    return {"id": identity, "name": identity.replace("-", " "), "measure": measure, "better": better,
            "plausible": plausible, "sport": "quads", **more}  # fmt: skip


def _event_of(part: Part) -> dict[str, Any]:
    metres = {"300m": {"metres": 300}, "1000m": {"metres": 1000}}.get(part.name, {})
    band = ["20", "9:00"] if part.measure == "time" else ["1.00", "30.00"]
    named = {"aliases": [part.name], "part_of": EVENT, "day": part.day}
    return _event(part.id, part.measure, band, **metres, **named)


def _whole_row(rng: Random, contest: Contest, result: Result, gaps: float) -> dict[str, Any]:
    got = len(result.points)
    row: dict[str, Any] = {"athlete": _id(result.athlete)}
    on_the_way = [at for at in range(1, min(got, len(PARTS) - 1) + 1) if rng.random() >= gaps]
    row["splits"] = {PARTS[at - 1].id: str(result.after(at)) for at in on_the_way}
    row["order"] = {PARTS[at - 1].id: contest.place(result.athlete, at) for at in on_the_way if rng.random() >= gaps}
    if got < len(PARTS):
        return row | {"status": "DNF"}
    row |= {"mark": str(result.after(got))} if rng.random() >= gaps else {}
    return row | ({"place": contest.place(result.athlete, got)} if rng.random() >= gaps else {})


def _part_row(rng: Random, contest: Contest, result: Result, at: int, gaps: float) -> dict[str, Any]:
    row: dict[str, Any] = {"athlete": _id(result.athlete)}
    row |= {"mark": printed_mark(PARTS[at].like, result.marks[at])} if rng.random() >= gaps else {}
    return row | ({"place": contest.place_in(result.athlete, at)} if rng.random() >= gaps else {})


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


KINDS = ("mark", "place", "margin", "medal", "start")


def claim(talk: Talk, run: Run, *, kind: str) -> Claim:
    """What somebody did in a part, or how they stood after it; mostly as it was."""
    contest = talk.rng.choice(contests(talk.world))
    athlete = talk.rng.choice([result.athlete for result in contest.results] if talk.maybe(0.9) else NAMES)
    rival = talk.rng.choice([name for name in NAMES if name != athlete])
    at = talk.rng.randrange(len(PARTS))
    scope: Claim = {"event": EVENT, "competition": GAMES, "year": contest.year}
    inside, result = {**scope, "part": PARTS[at].name}, contest.of(athlete)
    standing = (result.after(at + 1) if result is not None else None) or 2000
    whole = at == len(PARTS) - 1
    point = {} if whole else {"at": talk.rng.choice((PARTS[at].name, f"{at + 1} events"))}
    match kind:
        case "mark" if talk.maybe(0.5):
            mark = result.marks[at] if result is not None and len(result.marks) > at else PARTS[at].low
            said: Claim = {"mark": talk.marked(PARTS[at].like, mark), "scope": inside}
        case "mark":
            said = {"mark": f"{standing + talk.rng.choice((0, 0, 0, 1, 40))} points", "scope": scope, **point}
        case "place" if talk.maybe(0.4):
            said = {"place": talk.some(contest.place_in(athlete, at) or 1, least=1), "scope": inside}
        case "place":
            said = {"place": talk.some(contest.place(athlete, at + 1) or 1, least=1), "scope": scope, **point}
        case "margin":
            other = contest.of(rival)
            gap = abs(standing - ((other.after(at + 1) if other is not None else None) or 2000))
            gap += talk.rng.choice((0, 0, 0, 1))
            return {"kind": kind, "ahead": athlete, "behind": rival, "gap": f"{gap} points", "scope": scope, **point}
        case "medal":
            said = {"medal": talk.rng.choice((*COLOURS, "any")), "scope": talk.rng.choice((scope, inside))}
        case _:
            said = {"status": talk.rng.choice(("DNF", "finished")), "scope": scope}
    return {"kind": kind, "athlete": athlete, **said}


def is_of_quadrathlon(claim: Claim) -> bool:
    return claim.get("scope", {}).get("competition") == GAMES


def is_so(case: Case) -> bool | None:
    claim, scope = case.claim, case.claim["scope"]
    contest = next(one for one in contests(case.world) if one.year == scope["year"])
    if contest.day + 1 > case.day:
        return None
    who = claim.get("athlete") or claim["ahead"]
    part = next((at for at, one in enumerate(PARTS) if one.name == scope.get("part")), None)
    after = _after(claim.get("at"))
    match claim["kind"]:
        case "mark" if part is not None:
            result = contest.of(who)
            did = result is not None and len(result.marks) > part
            return did and result is not None and result.marks[part] in mark_meant(claim["mark"], PARTS[part].like)
        case "mark":
            result = contest.of(who)
            return result is not None and result.after(after) == int(claim["mark"].removesuffix(" points"))
        case "place":
            place = contest.place(who, after) if part is None else contest.place_in(who, part)
            if place is None and _open_above(count_meant(claim["place"])):
                return None  # "fourth or later" of who was not placed at all
            return place is not None and place in count_meant(claim["place"])
        case "margin":
            ahead, behind = ((result.after(after) if (result := contest.of(name)) else None) for name in
                             (who, claim["behind"]))  # fmt: skip
            return ahead is not None and behind is not None and ahead - behind == int(claim["gap"].split()[0])
        case "medal":
            place = contest.place(who, len(PARTS)) if part is None else None
            won = None if place is None or place > len(COLOURS) else COLOURS[place - 1]
            return won is not None if claim["medal"] == "any" else won == claim["medal"]
    result = contest.of(who)
    if result is None:
        return None
    return (len(result.marks) < len(PARTS)) is (claim["status"] == "DNF")


def _after(at: str | None) -> int:
    """After how many parts: of the part that is named, of the number, or of all."""
    if at is None:
        return len(PARTS)
    named = [number for number, part in enumerate(PARTS, start=1) if part.name == at]
    return named[0] if named else int(at.split()[0])


def _open_above(said: Span) -> bool:
    return said.high is None
