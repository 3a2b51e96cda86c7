"""An athlete's rank by medals: the most decorated of an edition, of a sport, of all time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import reduce
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace

from harness.records.model import Fact, Known, Setting, Unknown, phrase
from harness.truth import completeness, totals
from harness.truth.feats import PLACES, PODIUM, Wanted, complete, occurrences
from harness.truth.index import Truth
from harness.truth.medal_tables import By, read_floor, score
from harness.values import Range, exactly

MOST_SHOWN = 6  # facts, as evidence
_MOST = 1 << 30
COLOURS = ("gold", "silver", "bronze")


class Tally(NamedTuple):
    """The medals of an athlete, by colour and in total, as far as they are known."""

    gold: Range
    silver: Range
    bronze: Range
    medals: Range

    def bounds(self, by: By) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The lowest and the highest value of the score by which athletes are ordered."""
        if by == "medals":
            return (self.medals.low or 0,), (_high(self.medals),)
        least = [number.low or 0 for number in self[:3]]
        most = [_high(number) for number in self[:3]]
        return score(least[0], least[1], least[2], by), score(most[0], most[1], most[2], by)


class MedalStanding(NamedTuple):
    """Everybody's medals; the most that anybody else can have (None: unlimited), and the statements behind that."""

    tallies: dict[str, Tally]
    rest: Tally | None
    relied_on: tuple[str, ...]
    facts: dict[str, list[Fact]]


def medal_rank(truth: Truth, who: str, setting: Setting, by: By, as_of: int) -> Known | Unknown:
    """One more than the athletes with more, by golds (then silvers, then bronzes), golds alone, or all medals."""
    standing = _standing(truth, setting, by, as_of)
    mine = standing.tallies.get(who, standing.rest)
    if mine is None:
        return Unknown(phrase("the ground truth has no medal of {} in {}", who, setting), phrase("medals: {}", setting))
    least, most = mine.bounds(by)
    others = {rival: tally.bounds(by) for rival, tally in standing.tallies.items() if rival != who}
    ahead = [rival for rival, (low, _) in others.items() if low > most]
    perhaps = sum(high > least for _, high in others.values())
    all_listed = standing.rest is not None and standing.rest.bounds(by)[1] <= least
    value = Range(1 + len(ahead), 1 + perhaps if all_listed else None)
    evidence = [fact for rival in (who, *sorted(ahead)) for fact in standing.facts.get(rival, [])]
    words = f"{len(ahead)} with more, by {by}"
    return Known(value, tuple(evidence[:MOST_SHOWN]), words, standing.relied_on if value.high is not None else ())


def _standing(truth: Truth, setting: Setting, by: By, as_of: int) -> MedalStanding:
    licence = complete(truth, PODIUM, setting, as_of, persons=True)
    wanted = {colour: Wanted(PLACES[colour], final=True, medal=True) for colour in (*COLOURS, "any")}
    certain: dict[str, Counter[str]] = {}
    perhaps: dict[str, Counter[str]] = {}
    facts: dict[str, list[Fact]] = {}
    for colour, feat in wanted.items():
        achievements = occurrences(truth, feat, setting, as_of, persons=True)
        certain[colour] = Counter(result.athlete for result in achievements.certain)
        perhaps[colour] = certain[colour] + Counter(result.athlete for result in achievements.perhaps(licence))
        for result in achievements.certain if colour == "any" else ():
            facts.setdefault(result.athlete, []).append(result)
    floors = list(_floors(truth, setting, by, as_of))
    named = {total.athlete for total in truth.totals if total.athlete is not None}
    published = {who for who in named if setting.sex in (None, truth.athletes[who].sex)}
    tallies = {}
    for athlete in sorted({*perhaps["any"], *published}):
        of_each = [
            Range(certain[colour][athlete], perhaps[colour][athlete] if licence else None)
            for colour in (*COLOURS, "any")
        ]
        for at, of in enumerate((*COLOURS, "medals")):
            if total := totals.published(truth, of, athlete, setting, as_of):
                of_each[at] = totals.both(of_each[at], total.value)
                facts.setdefault(athlete, []).extend(total.facts)
        if facts.get(athlete) or athlete in perhaps["any"]:
            tallies[athlete] = reduce(_below, floors, Tally(*of_each))
    if licence is not None:
        none = exactly(0)
        return MedalStanding(tallies, Tally(none, none, none, none), licence.statements, facts)
    if not floors:
        return MedalStanding(tallies, None, (), facts)
    anything = Range(0, None)
    rest = reduce(_below, floors, Tally(anything, anything, anything, anything))
    return MedalStanding(tallies, rest, tuple(statement for _, _, statement in floors), facts)


_Floor: TypeAlias = tuple[By, int, str]


def _floors(truth: Truth, setting: Setting, by: By, as_of: int) -> Iterator[_Floor]:
    """By golds or by medals, how many everybody who has so many is known with, and who says so.

    Only of a whole holding: who has so many in all sports need not have them in one. How many golds somebody has at
    most says nothing of an order by all medals.
    """
    whole = replace(setting, competition=None, edition=None, sex=None)
    if setting.edition is None or whole != Setting():
        return
    for statement in completeness.totals(truth, setting, as_of, "holding"):
        of_all = not statement.events and statement.group is None and statement.within == "holding"
        floor = read_floor(statement.down_to) if of_all and statement.down_to is not None else None
        if floor is not None and (floor[0] == "medals" or by != "medals"):
            yield floor[0], floor[1], statement.id


def _below(tally: Tally, floor: _Floor) -> Tally:
    """Who is not known to have as many as all who do are stated to be listed with, has fewer."""
    by, least, _ = floor
    own = tally.medals if by == "medals" else tally.gold
    if (own.low or 0) >= least:
        return tally
    fewer = Range(own.low, min(_high(own), least - 1))
    if by != "medals":
        return tally._replace(gold=fewer)
    capped = [Range(count.low, min(_high(count), least - 1)) for count in tally[:3]]
    return Tally(capped[0], capped[1], capped[2], fewer)


def _high(number: Range) -> int:
    return _MOST if number.high is None else number.high
