"""Matches and bouts: two sides, their points, the sets, extra time, and who scored."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from harness.records.model import Known, Setting, Unknown, phrase
from harness.truth.index import Truth
from harness.truth.races import field, one_race, race_of, result_of
from harness.truth.results import Result
from harness.values import Range, exactly

WHOLE = 1000  # marks are in thousandths of a point
SHOOTOUT, NO_SHOOTOUT = "a shoot-out", "no shoot-out"


class PlayedMatch(NamedTuple):
    """A match from one side: its own result and the other's."""

    own: Result
    other: Result

    @property
    def score(self) -> str | None:
        """ "31-17"; None if the points of a side are not known for certain."""
        own, theirs = _points(self.own.mark), _points(self.other.mark)
        return None if own is None or theirs is None else f"{own}-{theirs}"

    @property
    def sets(self) -> str | None:
        """ "6-4 3-6 7-5"."""
        if not self.own.sets or len(self.own.sets) != len(self.other.sets):
            return None
        return " ".join(f"{own}-{theirs}" for own, theirs in zip(self.own.sets, self.other.sets, strict=True))

    @property
    def shootout(self) -> str | None:
        if self.own.shootout is None or self.other.shootout is None:
            return None
        return f"{self.own.shootout}-{self.other.shootout}"

    @property
    def after(self) -> str | None:
        """What followed after normal time."""
        return self.own.decided

    @property
    def by_shootout(self) -> str | None:
        """Whether it was decided in a shoot-out."""
        if self.shootout is not None:
            return SHOOTOUT
        points = _points(self.own.mark), _points(self.other.mark)
        return NO_SHOOTOUT if self.own.decided and None not in points and points[0] != points[1] else None

    @property
    def result(self) -> str | None:
        """Whether the side "won", "lost" or "drew": by places, a shoot-out or points; level points are a draw only if
        the match is known to have ended like that."""
        for own, theirs in (
            (_number(self.other.place), _number(self.own.place)),
            (self.own.shootout, self.other.shootout),
            (_points(self.own.mark), _points(self.other.mark)),
        ):
            if own is not None and theirs is not None and own != theirs:
                return "won" if own > theirs else "lost"
        level = _points(self.own.mark)
        drawn = level is not None and level == _points(self.other.mark) and self.own.decided == "regular time"
        return "drew" if drawn else None


def match_of(truth: Truth, side: str, setting: Setting, as_of: int) -> PlayedMatch | Unknown:
    """The match that the words refer to, from the view of one side."""
    own = result_of(truth, side, setting, as_of)
    if isinstance(own, Unknown):
        return own
    sides = [result for result in field(truth, own, as_of) if result.athlete != own.athlete]
    if len(sides) != 1:
        return Unknown(phrase("the ground truth does not say both sides of {}", own), phrase("match: {}", own))
    return PlayedMatch(own, sides[0])


def goals_of(truth: Truth, player: str, setting: Setting, as_of: int) -> Known | Unknown:
    """How often the player scored in the one match of the setting that they were in, or in the only one.

    A player who is not listed did not score, if those listed account for all points of both sides. Of a round with
    several matches ("the semi-final") the player may have been in one that the ground truth does not have.
    """
    matches: dict[tuple[object, ...], list[Result]] = defaultdict(list)
    for side in truth.matching(setting, as_of):
        if setting.round is not None or side.round == "final" or (side.round == "" and side.edition is None):
            matches[race_of(side)].append(side)
    own = [sides for sides in matches.values() if any(player in (*side.scorers, *side.members) for side in sides)]
    only = [sides for sides in matches.values() if setting.round in (None, sides[0].round)]
    played = own if own else only
    if len(played) != 1 or not one_race(setting):
        where = phrase("{}, {}", player, setting)
        return Unknown(phrase("the ground truth does not say in which match {} scored", where), where)
    (sides,) = played
    listed = [side for side in sides if player in side.scorers]
    if listed:
        return Known(exactly(sum(side.scorers[player] for side in listed)), tuple(listed))
    all_told = all(
        (points := _points(side.mark)) is not None and sum(side.scorers.values()) == points for side in sides
    )
    if len(sides) == 2 and all_told:
        return Known(exactly(0), tuple(sides))
    return Unknown(phrase("the ground truth does not say who scored: {}", sides[0]), phrase("scorers: {}", sides[0]))


def _points(mark: Range | None) -> int | None:
    number = _number(mark)
    return None if number is None or number % WHOLE else number // WHOLE


def _number(value: Range | None) -> int | None:
    return value.low if value is not None and value.low == value.high else None
