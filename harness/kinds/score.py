"""score: how a match or bout ended: who won, the points, the sets, extra time, a shoot-out, and who scored."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from msgspec.structs import replace

from harness.claims.claim import AthleteName, Claim, PrintedCount, PrintedScore, Resolved, Scope
from harness.kind import Attribute, Kind, Plants
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Quantity, Unknown, Unreadable, phrase
from harness.truth.index import Truth
from harness.truth.matches import NO_SHOOTOUT, SHOOTOUT, goals_of, match_of
from harness.values import Value, label
from harness.values.scores import Score
from harness.wording import Wording, in_figures


class MatchScore(Claim, tag="score", frozen=True, kw_only=True):
    """How a match or a bout ended, or who scored in it.

    ## What it claims

    The result of one match: who won, by which points and in which sets, after what; or how often a player scored.

    ## Fields

    `athlete` is one side of the match that `scope` names, a team or a player; `opponent` is the other. `result` says
    how it ended for that side. `score` has the points of both as printed ("31-17"), `sets` those of each set in order,
    and `shootout` those of the shoot-out, which are not part of the score. If the result is given, the larger number is
    the winner's, whichever is printed first ("lost 3-1"); otherwise the first is the side's own. `after` is what the
    match ended after, and `by_shootout` whether a shoot-out decided it. `goals` is how often somebody scored, who is
    then the `athlete`; their team is in the ground truth.

    ## How it is judged

    supported         the match ended as claimed
    refuted           it ended otherwise, or was against another opponent
    not_enough_info   there is no such match, or its points, sets, scorers or end are not known

    ## What absence proves

    That a player did not score, where the known scorers account for all of the team's points.

    ## Example

        {"kind": "score", "id": "final", "text": "Solen beat Varland 31-20", "quote": "31-20", "start": 10, "end": 15,
         "athlete": "Solen", "opponent": "Varland", "result": "won", "score": "31-20",
         "scope": {"event": "handball", "competition": "Island Games", "year": 2023}}

    ## Source

    The published result of the match.
    """

    athlete: Annotated[AthleteName, explained("a side of the match, or who scored", "Solen")]
    opponent: Annotated[AthleteName | None, explained("the other side", "Varland")] = None
    result: Annotated[Literal["won", "lost", "drew"] | None, explained("how it ended for the side", "won")] = None
    score: Annotated[PrintedScore | None, explained("the points of both", "31-20")] = None
    sets: Annotated[tuple[PrintedScore, ...], explained("the points of each set, in order", ["6-4", "7-6"])] = ()
    shootout: Annotated[PrintedScore | None, explained("the points of the shoot-out", "4-3")] = None
    after: Annotated[Literal["regular time", "extra time"] | None, explained("after what it ended", "extra time")] = (
        None
    )
    by_shootout: Annotated[bool | None, explained("whether a shoot-out decided it", True)] = None
    goals: Annotated[PrintedCount | None, explained("how often the athlete scored", "a dozen")] = None
    scope: Annotated[
        Scope, explained("the match", {"event": "handball", "competition": "Olympic Games", "round": "final"})
    ] = Scope()


class ScoreAttribute(StrEnum):
    OPPONENT = "opponent"
    RESULT = "result"
    SCORE = "score"
    SETS = "sets"
    SHOOTOUT = "shootout"
    AFTER = "after"
    BY_SHOOTOUT = "by_shootout"
    GOALS = "goals"


_A = ScoreAttribute


def assertions(resolved: Resolved[MatchScore]) -> tuple[Assertion, ...] | Unreadable:
    claim, who, against = resolved.claim, resolved.who("athlete"), resolved.who("opponent")
    setting = replace(resolved.race, place=None, medal=None)
    asserted: list[Assertion] = []
    if (impossible := _impossible(claim, resolved.names)) is not None:
        return impossible

    def add(attribute: ScoreAttribute, value: Value) -> None:
        asserted.append(resolved.asserts(attribute, who, value, "label", setting=setting))

    if against:
        if against == who:
            return Unreadable("opponent", "a side cannot be its own opponent")
        add(_A.OPPONENT, label(*against))
    if claim.result is not None:
        add(_A.RESULT, label(claim.result))
    for attribute in (_A.SCORE, _A.SETS, _A.SHOOTOUT):
        printed = [Score.of(score) for score in resolved.names.get(attribute, ())]
        if printed:
            add(attribute, label(" ".join(map(str, _own_first(printed, claim.result)))))
    if claim.after is not None:
        add(_A.AFTER, label(claim.after))
    if claim.by_shootout is not None:
        add(_A.BY_SHOOTOUT, label(SHOOTOUT if claim.by_shootout else NO_SHOOTOUT))
    if claim.goals is not None:
        asserted.append(resolved.asserts(_A.GOALS, who, resolved.figures["goals"], "count", setting=setting))
    return tuple(asserted) or Unreadable("score", "neither a result nor a score nor who scored is given")


def _impossible(claim: MatchScore, names: Mapping[str, tuple[str, ...]]) -> Unreadable | None:
    """A level score that was won or lost without a shoot-out, a draw that was not level, or a level shoot-out."""
    score, shootout = (next(map(Score.of, names.get(field, ())), None) for field in (_A.SCORE, _A.SHOOTOUT))
    by_shootout = shootout is not None or claim.by_shootout
    if score is not None and claim.result in ("won", "lost") and score.is_level and not by_shootout:
        return Unreadable(
            "score", f"{claim.score!r} is level, and the match was {claim.result}; a shoot-out has a field"
        )
    if score is not None and claim.result == "drew" and not score.is_level:
        return Unreadable("score", f"{claim.score!r} is no draw")
    if shootout is not None and shootout.is_level:
        return Unreadable("shootout", f"{claim.shootout!r} is level, which no shoot-out is in the end")
    return None


def _own_first(printed: list[Score], result: str | None) -> list[Score]:
    """The scores with the side's own points first: with a result, most of them are for the winner."""
    for_first = sum((score.first > score.second) - (score.first < score.second) for score in printed)
    turned = (result == "won" and for_first < 0) or (result == "lost" and for_first > 0)
    return [score.turned for score in printed] if turned else printed


def known(quantity: Quantity[ScoreAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    if truth.stated:
        return Unknown("an article's own claims do not tell how a match ended")
    if quantity.setting.event is None:
        return Unknown("the words do not say which event the match was in")
    if quantity.attribute == _A.GOALS:
        return goals_of(truth, quantity.subjects[0], quantity.setting, as_of)
    match = match_of(truth, quantity.subjects[0], quantity.setting, as_of)
    if isinstance(match, Unknown):
        return match
    value = match.other.athlete if quantity.attribute == _A.OPPONENT else getattr(match, quantity.attribute)
    if value is None:
        where = phrase(f"{quantity.attribute} of {{}}", match.own)
        return Unknown(phrase("the ground truth has no {}", where), where)
    return Known(label(value), (match.own, match.other))


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """If the opponent is wrong, the score of the other match is not offered as a correction."""
    words = in_figures(assertion, known, truth)
    return (
        words._replace(instead="")
        if assertion.quantity.attribute in (_A.OPPONENT, _A.RESULT, _A.BY_SHOOTOUT)
        else words
    )


KIND = Kind(
    claim=MatchScore,
    assertions=assertions,
    attributes={
        _A.OPPONENT: Attribute(known, heading="opponent of the match", difference="another opponent"),
        _A.RESULT: Attribute(known, heading="result of the match", difference="another result"),
        _A.SCORE: Attribute(known, heading="score of the match", difference="another score"),
        _A.SETS: Attribute(known, heading="sets of the match", difference="another score"),
        _A.SHOOTOUT: Attribute(known, heading="shoot-out", difference="another score"),
        _A.BY_SHOOTOUT: Attribute(known, heading="whether a shoot-out decided it", difference="it is not so"),
        _A.AFTER: Attribute(known, heading="what followed when the time was up", difference="something else"),
        _A.GOALS: Attribute(known, heading="how often they scored"),
    },
    about=lambda claim: ("event", "sex", "competition", "round"),
    severity="medium",
    worded=worded,
    plants=Plants(number="goals"),
)
