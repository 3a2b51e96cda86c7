"""head_to_head: how often two athletes met, and who finished ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from msgspec.structs import replace

from harness.claims.claim import AthleteName, Claim, PrintedCount, Resolved, Scope
from harness.kind import Attribute, Kind, Plants, ReportedRace, ReportSentence
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Quantity, Setting, Unknown, Unreadable
from harness.truth import completeness
from harness.truth.absence import absent
from harness.truth.feat_readings import or_as
from harness.truth.feats import ahead
from harness.truth.held import days_of
from harness.truth.index import Truth
from harness.truth.races import race_of
from harness.truth.results import Result
from harness.values import Figure, Range, exactly

_ONE = re.compile(r"\b(?:1|one|once|single|sole|only|lone|first)\b", re.IGNORECASE)
SHORTEST_WITHOUT_HEATS = 800  # metres: nobody runs that twice at a meeting of one day


class HeadToHead(Claim, tag="head_to_head", frozen=True, kw_only=True):
    """How often an athlete beat an opponent, lost to them, or met them.

    ## What it claims

    A number of meetings of two athletes, of wins or of losses.

    ## Fields

    A meeting is a race that both started, as of the claim's date. The athlete with the better place finished ahead, and
    one who finished is ahead of one who did not; if a place is not known, the marks decide. Every meeting in the scope
    counts, including heats and semi-finals, indoors and outdoors; if only finals are meant, the scope says so ("round":
    "final").

    At least one of `wins`, `losses` and `meetings` is given, and each is checked. A 1 that the quote does not print
    ("beat Ingebrigtsen in Paris") means at least one, if the scope names the edition or the day.

    ## How it is judged

    supported         each printed count is right
    refuted           a count is wrong, of all rounds and of finals alone; without a statement that all meetings are
                      known, only a count that is too small
    not_enough_info   otherwise. A meeting whose order is not known, or that was perhaps not in one race, makes the
                      number of wins uncertain by one

    ## What absence proves

    That they did not meet more often, where a statement says that all their meetings in the scope are known.

    ## Example

        {"kind": "head_to_head", "id": "two-wins", "text": "Kerr has beaten Ingebrigtsen twice in finals",
         "quote": "twice", "start": 10, "end": 15, "athlete": "Kerr", "opponent": "Ingebrigtsen", "wins": 2,
         "scope": {"round": "final"}}

    ## Source

    Counted from the races that both started.
    """

    athlete: Annotated[AthleteName, explained("whose wins come first", "Ingebrigtsen")]
    opponent: Annotated[AthleteName, explained("whom they met", "Kerr")]
    wins: Annotated[PrintedCount | None, explained("how often the athlete finished ahead", "five")] = None
    losses: Annotated[PrintedCount | None, explained("how often the opponent did", 2)] = None
    meetings: Annotated[PrintedCount | None, explained("in how many races both were", 7)] = None
    scope: Annotated[Scope, explained("which of their races count", {"event": "1500m", "season": 2024})] = Scope()


class HeadToHeadAttribute(StrEnum):
    WINS = "wins"
    MEETINGS = "meetings"


def assertions(resolved: Resolved[HeadToHead]) -> tuple[Assertion, ...] | Unreadable:
    athlete, opponent = resolved.who("athlete", "opponent")
    if athlete == opponent:
        return Unreadable("opponent", "nobody is their own opponent")
    # Losses are the other's wins: one quantity, so that two claims on it can conflict.
    sides = {
        "wins": (HeadToHeadAttribute.WINS, (athlete, opponent)),
        "losses": (HeadToHeadAttribute.WINS, (opponent, athlete)),
        "meetings": (HeadToHeadAttribute.MEETINGS, tuple(sorted((athlete, opponent)))),
    }
    asserted = [
        resolved.asserts(attribute, pair, _counted(resolved, field), "count")
        for field, (attribute, pair) in sides.items()
        if field in resolved.figures
    ]
    return tuple(asserted) or Unreadable("wins", "none of wins, losses and meetings is given")


def _counted(resolved: Resolved[HeadToHead], field: str) -> Figure:
    """The printed count; to have beaten somebody at a holding is to have done so once at least, in heats or final."""
    figure, setting = resolved.figures[field], resolved.setting
    one_holding = setting.edition is not None or (setting.start is not None and setting.start == setting.end)
    if getattr(resolved.claim, field) != 1 or not one_holding or _ONE.search(resolved.claim.quote):
        return figure
    return replace(figure, value=Range(1, None), exact=None)


def known(quantity: Quantity[HeadToHeadAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    """All meetings; where the words leave the round open, they may count those in finals alone."""
    counted = _counted_meetings(quantity, truth, as_of)
    if quantity.setting.round is not None:
        return counted
    return or_as(counted, _counted_meetings(quantity, truth, as_of, in_finals=True))


def _counted_meetings(
    quantity: Quantity[HeadToHeadAttribute, None], truth: Truth, as_of: int, *, in_finals: bool = False
) -> Known:
    athlete, opponent = quantity.subjects
    certain, possible, met = 0, 0, False
    setting = replace(quantity.setting, round="final") if in_finals else quantity.setting
    at_most_once = _names_one_race(truth, setting)
    for subject in quantity.subjects if quantity.setting.round is not None else ():  # else heats count as well
        if (absence := absent(truth, subject, quantity.setting, as_of)) and absence.beyond is None and not absence.ran:
            evidence = absence.results[:3]
            return Known(exactly(0), evidence, absence.why, absence.relied_on)
    counted: list[Result] = []
    for ours, theirs in _meetings(truth, athlete, opponent, quantity.setting, as_of):
        if in_finals and ours.round not in ("final", ""):
            continue
        won = True if quantity.attribute == HeadToHeadAttribute.MEETINGS else ahead(truth, ours, theirs, as_of)
        certainly = won is True and _one_race(ours) and not (in_finals and ours.round == "")
        certain, possible = certain + certainly, possible + (won is not False and not certainly)
        met = met or _one_race(ours)
        if won is not False or at_most_once:
            counted += (ours, theirs)
    every = completeness.meetings(truth, (athlete, opponent), quantity.setting, as_of)
    most = certain + possible if every or (at_most_once and met) else 1 if at_most_once else None
    return Known(
        Range(certain, most),
        tuple(counted),
        relied_on=(every,) if every else (),
    )


def _started_alone(result: Result) -> bool:
    """Two who ran for teams did not meet: their teams did."""
    return result.status != "DNS" and result.team is None


def _meetings(
    truth: Truth, athlete: str, opponent: str, setting: Setting, as_of: int
) -> Iterator[tuple[Result, Result]]:
    races = {race_of(result): result for result in truth.matching(setting, as_of, athlete) if _started_alone(result)}
    for result in truth.matching(setting, as_of, opponent):
        if _started_alone(result) and race_of(result) in races:
            yield races[race_of(result)], result


def _names_one_race(truth: Truth, setting: Setting) -> bool:
    """A race in which two athletes meet once at most: a final, a heat by its number, or the race of a one-day meeting,
    or of the Diamond League, that is too long to have heats. Without a round a longer holding's heats count."""
    if setting.event is None or setting.edition is None:
        return False
    if setting.round is not None:
        return setting.round == "final" or setting.round[-1:].isdigit()
    edition, metres = truth.editions[setting.edition], truth.events[setting.event].metres
    held, level = days_of(edition), truth.competitions[edition.competition].level
    without_heats = held.low == held.high or level == "diamond league"
    return without_heats and metres is not None and metres >= SHORTEST_WITHOUT_HEATS


def _one_race(result: Result) -> bool:
    """Whether two results that look alike are of one race: not where only "heat" is known, or neither place nor day."""
    if result.edition is not None:
        return result.round == "final" or result.round[-1:].isdigit()
    return result.city is not None and result.date.low == result.date.high


def sentences(race: ReportedRace) -> Iterator[ReportSentence]:
    patterns = (
        "{head_to_head.athlete} has now beaten {head_to_head.opponent} "
        "[{head_to_head.wins:number} times|head_to_head] in finals.",
        "Against {head_to_head.opponent}, {head_to_head.athlete} has [{head_to_head.wins:number} wins|head_to_head] in "
        "finals.",
    )
    winner, *rivals = race.results[:4]
    for rival in rivals:
        claim = {"kind": "head_to_head", "athlete": race.name(winner), "opponent": race.name(rival), "wins": 1,
                 "scope": {"round": "final"}}  # fmt: skip
        wins = race.ask(claim)
        if isinstance(wins, int) and wins > 1:
            yield ReportSentence({**claim, "wins": wins}, patterns)


KIND = Kind(
    claim=HeadToHead,
    assertions=assertions,
    attributes={HeadToHeadAttribute.WINS: Attribute(known), HeadToHeadAttribute.MEETINGS: Attribute(known)},
    severity="medium",
    plants=Plants(number="wins"),
    sentences=sentences,
)
