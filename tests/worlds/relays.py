"""Relays beside the races of a world: heats and a final, who ran for which team, what a pack shows, and claims of them.

The teams, their runners and their nations do nothing else, so that no other claim can be about them. Who ran for a team
in a heat only has its medal and its title, and was not in the final.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from case import Case
from figures import count_meant, mark_meant, printed_day, printed_mark
from talk import Claim, Talk
from world import COLOURS, Day, Run, World

GAMES = "Relay Games"
EVENT = "4x800m"
YEARS = (2016, 2018, 2021)
SQUADS = {
    "Sweden": ("Rolf Ekman", "Sven Lind", "Tage Nyberg", "Ulf Olin", "Vide Palm", "Widar Rask"),
    "Italy": ("Aldo Conti", "Bruno Dini", "Carlo Esposito", "Dario Ferri", "Elio Greco", "Fabio Leone"),
    "Denmark": ("Aksel Bech", "Bent Dahl", "Claus Falk", "Egon Gade", "Frode Holm", "Gorm Iver"),
}
CODES = {"Sweden": "SWE", "Italy": "ITA", "Denmark": "DEN"}
HEAT, FINAL = "heat 1", "final"


@dataclass(frozen=True)
class Team:
    """A nation's team in one race: its place, and who ran, in order, with their times."""

    nation: str
    place: int
    runners: tuple[str, ...]
    legs: tuple[int, ...]

    @property
    def mark(self) -> int:
        return sum(self.legs)


@dataclass(frozen=True)
class Meeting:
    """The relay of one holding: one heat, and the final a day later."""

    year: int
    day: Day
    rounds: dict[str, tuple[Team, ...]]

    def of(self, runner: str, round_: str) -> Team | None:
        """The team that the runner ran for in the round."""
        return next((team for team in self.rounds[round_] if runner in team.runners), None)

    def held(self, round_: str) -> Day:
        return self.day + (round_ == FINAL)

    def final_of(self, runner: str) -> Team | None:
        """The team of the final for which the runner ran, in it or in the heat."""
        nations = {team.nation for round_ in self.rounds if (team := self.of(runner, round_)) is not None}
        return next((team for team in self.rounds[FINAL] if team.nation in nations), None)


def meetings(world: World) -> list[Meeting]:
    """Drawn from what is in the world, so that one world has the same ones always."""
    rng = Random(1 + sum(run.mark or 0 for run in world.runs))
    return [_meeting(rng, year) for year in YEARS]


def _meeting(rng: Random, year: int) -> Meeting:
    day = date(year, 8, rng.randint(1, 27)).toordinal()
    nations = rng.sample(list(SQUADS), rng.randint(2, 3))
    heat = _race(rng, {nation: rng.sample(SQUADS[nation], 4) for nation in nations})
    last = {team.nation: list(team.runners) for team in heat}
    for runners in last.values():
        if rng.random() < 0.6:  # somebody of the squad takes the place of one who ran the heat
            rest = [one for one in SQUADS[_nation_of(runners[0])] if one not in runners]
            runners[rng.randrange(4)] = rng.choice(rest)
    return Meeting(year, day, {HEAT: heat, FINAL: _race(rng, last)})


def _nation_of(runner: str) -> str:
    return next(nation for nation, squad in SQUADS.items() if runner in squad)


def _race(rng: Random, entered: dict[str, list[str]]) -> tuple[Team, ...]:
    drawn = {nation: tuple(10 * rng.randint(10_400, 11_200) for _ in range(4)) for nation in entered}
    order = sorted(entered, key=lambda nation: (sum(drawn[nation]), nation))
    return tuple(
        Team(nation, place, tuple(entered[nation]), drawn[nation]) for place, nation in enumerate(order, start=1)
    )


def shown(rng: Random, met: list[Meeting], gaps: float) -> dict[str, list[Any]]:
    """Rows of a pack: a race may be left out, a team, its line-up, its legs, its place and its mark."""
    told = gaps == 0 or rng.random() < 0.4  # every medal is told, and the pack says so
    careful = [one for one in map(_id, _everybody()) if gaps == 0 or rng.random() < 0.1]
    rows: dict[str, list[Any]] = {
        "nations": [{"id": code, "name": name, "area": "Europe"} for name, code in CODES.items()],
        "events": [{"id": EVENT, "name": "4x800 m", "measure": "time", "better": "lower", "sport": "relays",
                    "groups": ["relays"], "plausible": ["6:30.00", "9:00.00"], "metres": 3200, "team": True}],
        "athletes": [_person(name, code) for name, code in CODES.items()]
        + [_person(runner, CODES[nation], told=rng.random() >= gaps / 2)
           for nation, squad in SQUADS.items() for runner in squad],
        "competitions": [{"id": "relay-games", "name": GAMES, "level": "meeting", "medals": True}],
        "editions": [], "races": [], "completeness": [],
    }  # fmt: skip
    for one in met:
        identity = f"relay-games-{one.year}"
        rows["editions"].append(
            {"id": identity, "competition": "relay-games", "name": f"{GAMES} {one.year}", "sources": ["book"],
             "start": printed_day(one.day), "end": printed_day(one.held(FINAL))}
        )  # fmt: skip
        races = [_shown_race(rng, one, round_, identity, gaps, told, careful) for round_ in (HEAT, FINAL)]
        rows["races"] += [race for race in races if race is not None]
    if told:
        rows["completeness"].append(_statement("medals", competition="relay-games", events=[EVENT], sex="men"))
    for runner in careful:
        rows["completeness"].append(_statement(f"races-{runner}", "races", athletes=[runner], indoor_too=True))
    return rows


def _statement(identity: str, covers: str = "medals", **more: Any) -> dict[str, Any]:
    return {"id": f"relay-{identity}", "covers": covers, "start": "2010", "end": "2030", "none_before": True,
            "text": "all of them", "sources": ["book"], **more}  # fmt: skip


def _shown_race(
    rng: Random, one: Meeting, round_: str, edition: str, gaps: float, told: bool, careful: list[str]
) -> dict[str, Any] | None:
    gone, results = rng.random() < gaps, []
    for team in one.rounds[round_]:
        needed = not {_id(runner) for runner in team.runners}.isdisjoint(careful)
        medal = told and round_ == FINAL
        if (gone or rng.random() < gaps) and not (needed or medal):
            continue
        row: dict[str, Any] = {"athlete": _id(team.nation), "nation": CODES[team.nation]}
        row |= {"place": team.place} if medal or rng.random() >= gaps else {}
        row |= {"mark": printed_mark(EVENT, team.mark)} if rng.random() >= gaps else {}
        if needed or rng.random() >= gaps:
            row["members"] = [_id(runner) for runner in team.runners]
            row |= {"legs": [printed_mark(EVENT, leg) for leg in team.legs]} if rng.random() >= gaps else {}
        results.append(row)
    if not results:
        return None
    whole = len(results) == len(one.rounds[round_]) and rng.random() < 0.5
    return {"event": EVENT, "sex": "men", "date": printed_day(one.held(round_)), "edition": edition, "round": round_,
            "sources": ["book"], "finishers_complete": whole, "results": results}  # fmt: skip


def _everybody() -> list[str]:
    return [runner for squad in SQUADS.values() for runner in squad]


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _person(name: str, code: str, *, told: bool = True) -> dict[str, Any]:
    nations = [{"value": code}] if told else []
    return {"id": _id(name), "name": name, "sex": "men", "sources": ["book"], "nations": nations}


def claim(talk: Talk, run: Run, *, kind: str) -> Claim:
    """What somebody did in a relay, mostly as they did."""
    one = talk.rng.choice(meetings(talk.world))
    runner, round_ = talk.rng.choice(_everybody()), talk.rng.choice((HEAT, FINAL))
    if talk.maybe(0.7):
        runner = talk.rng.choice([who for team in one.rounds[talk.rng.choice((HEAT, FINAL))] for who in team.runners])
    scope: Claim = {"event": EVENT, "competition": GAMES, "year": one.year}
    team = one.of(runner, round_) or one.rounds[round_][0]
    ever = {"competition": GAMES} | ({"event": EVENT} if talk.maybe(0.5) else {})
    match kind:
        case "medal":
            said: Claim = {"medal": talk.rng.choice((*COLOURS, "any", "none")), "scope": scope}
        case "title":
            said = {"status": "won", "scope": scope}
        case "start":
            said = {"status": "started", "scope": scope | {"round": round_}}
        case "place":
            said = {"place": talk.some(team.place, least=1), "scope": scope | {"round": round_}}
        case "mark":
            at = team.runners.index(runner) if runner in team.runners else 0
            said = {"mark": talk.marked("mile", team.legs[at]), "leg": "own", "scope": scope | {"round": round_}}
        case "medal_count":
            said = {"medal": talk.rng.choice((*COLOURS, "any")), "count": talk.some(1), "scope": ever}
            if talk.maybe(0.4):
                return {"kind": kind, "nation": talk.rng.choice(list(SQUADS)), **said}
        case _:
            of = talk.rng.choice(("races", "finals", "wins", "medals", "titles"))
            kind, said = "count", {"of": of, "count": talk.some(1), "scope": ever}
    return {"kind": kind, "athlete": runner, **said}


KINDS = ("medal", "title", "start", "place", "mark", "medal_count", "count")


def is_of_relay(claim: Claim) -> bool:
    return claim.get("scope", {}).get("competition") == GAMES


def is_so(case: Case) -> bool | None:
    claim, scope = case.claim, case.claim["scope"]
    met = [one for one in meetings(case.world) if one.held(FINAL) <= case.day]
    if claim["kind"] in ("medal_count", "count"):
        heats = [one for one in meetings(case.world) if one.day <= case.day]
        return _counted(claim, met, heats)
    one = next((each for each in met if each.year == scope["year"]), None)
    if one is None:
        return None
    who, round_ = claim["athlete"], scope.get("round", FINAL)
    last, ran = one.final_of(who), one.of(who, round_)
    match claim["kind"]:
        case "medal":
            won = COLOURS[last.place - 1] if last is not None and last.place <= 3 else "none"
            return won != "none" if claim["medal"] == "any" else won == claim["medal"]
        case "title":
            return last is not None and last.place == 1
        case "start":
            return ran is not None
        case "place":
            if ran is None and last is not None:
                return None  # the place in the final is the team's, and whether it is theirs is a matter of words
            return ran is not None and ran.place in count_meant(claim["place"])
        case _:
            return ran is not None and ran.legs[ran.runners.index(who)] in mark_meant(claim["mark"], EVENT)


def _counted(claim: Claim, met: list[Meeting], heats: list[Meeting]) -> bool | None:
    said = count_meant(claim["count"])
    if claim["kind"] == "medal_count":
        places = [team.place for one in met for team in one.rounds[FINAL] if _has(claim, one, team)]
        won = [COLOURS[place - 1] for place in places if place <= 3]
        return sum(claim["medal"] in ("any", colour) for colour in won) in said
    who = claim["athlete"]
    ran = [team for one in heats if (team := one.of(who, HEAT)) is not None]
    finals = [team for one in met if (team := one.of(who, FINAL)) is not None]
    theirs = [team for one in met if (team := one.final_of(who)) is not None]
    if claim["of"] == "wins" and any(team.place == 1 for team in theirs if team not in finals):
        return None
    ran += finals
    numbers = {
        "races": len(ran), "finals": len(finals), "wins": sum(team.place == 1 for team in ran),
        "medals": sum(team.place <= 3 for team in theirs), "titles": sum(team.place == 1 for team in theirs),
    }  # fmt: skip
    return numbers[claim["of"]] in said


def _has(claim: Claim, one: Meeting, team: Team) -> bool:
    """Whether the team's medal is the nation's or the runner's."""
    if "nation" in claim:
        return team.nation == claim["nation"]
    return one.final_of(claim["athlete"]) == team
