"""medal_count: how many medals an athlete or a nation has won."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from msgspec.structs import replace

from harness.claims.claim import AthleteName, Claim, Medal, NationName, PrintedCount, Resolved, Scope
from harness.kind import Attribute, Kind, Plants, ReportedRace, ReportSentence
from harness.records.explained import explained
from harness.records.model import Assertion, Evidence, Known, Quantity, Unreadable
from harness.truth import medals
from harness.truth.index import Truth
from harness.values import Range
from harness.wording import Noun


class MedalCount(Claim, tag="medal_count", frozen=True, kw_only=True):
    """How many medals an athlete, a nation or an area has won in a scope, of one colour or of any.

    ## What it claims

    A number of medals of an athlete, a nation or an area, of one colour or of all.

    ## Fields

    `count` is the number of medals of the colour in `medal`. `golds`, `silvers`, `bronzes` and `total` are the figures
    of one statement ("16 golds, 5 silvers and 5 bronzes, 26 in all"), each of which is judged. The subject is `athlete`
    or `nation`, or if both are left out, the scope's nation or its area ("Africa"). Medals are counted from places in
    finals that award them, as of the claim's date, in official editions only. A scope that is a whole edition, without
    an event, means the published medal table.

    ## How it is judged

    supported         the count is in the printed range, and every medal of the scope is known
    refuted           it is not; or there are already more than the printed range allows
    not_enough_info   not every medal of the scope is known: then the known number is "at least"

    ## What absence proves

    That there are no more, where a statement says that every medal of the scope is in the ground truth.

    ## Example

        {"kind": "medal_count", "id": "britain-golds", "text": "Britain has won five golds", "quote": "five golds",
         "start": 10, "end": 20, "nation": "Britain", "medal": "gold", "count": "five",
         "scope": {"event": "1500m", "sex": "men", "competition": "Olympic Games"}}

    ## Source

    Counted from finals; for a whole edition, its published medal table; a published total of exactly that scope.
    """

    medal: Annotated[Medal, explained("of which colour `count` is", "gold")] = "any"
    count: Annotated[PrintedCount | None, explained("how many medals", "three")] = None
    golds: Annotated[PrintedCount | None, explained("how many golds", 16)] = None
    silvers: Annotated[PrintedCount | None, explained("how many silvers", 5)] = None
    bronzes: Annotated[PrintedCount | None, explained("how many bronzes", 5)] = None
    total: Annotated[PrintedCount | None, explained("how many in all", 26)] = None
    athlete: Annotated[AthleteName | None, explained("who won them", "Ledecky")] = None
    nation: Annotated[NationName | None, explained("the nation that won them", "Norway")] = None
    scope: Annotated[
        Scope, explained("where and when they were won", {"competition": "Olympic Games", "year": 2024})
    ] = Scope()


class MedalCountAttribute(StrEnum):
    ANY = "any"
    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"


COLOURS = (MedalCountAttribute.GOLD, MedalCountAttribute.SILVER, MedalCountAttribute.BRONZE)

FIELDS = dict(zip(("golds", "silvers", "bronzes"), COLOURS, strict=True)) | {"total": MedalCountAttribute.ANY}


def assertions(resolved: Resolved[MedalCount]) -> tuple[Assertion, ...] | Unreadable:
    setting = replace(resolved.setting, medal=None, round=None, place=None)
    who = resolved.who("athlete", "nation")
    if not who and setting.nation is not None:
        who = (setting.nation,)
    if not who and setting.area is not None:
        who = (setting.area,)
    if len(who) != 1:
        return Unreadable("athlete", "one athlete, one nation or one area whose medals are counted")
    if who == (setting.nation,):
        setting = replace(setting, nation=None)
    if who == (setting.area,):
        setting = replace(setting, area=None)
    fields = {"count": MedalCountAttribute(resolved.claim.medal), **FIELDS}
    asserted = [
        resolved.asserts(colour, who, resolved.figures[field], "count", setting=setting)
        for field, colour in fields.items()
        if field in resolved.figures
    ]
    return tuple(asserted) or Unreadable("count", "a count, or golds, silvers, bronzes or a total")


def known(quantity: Quantity[MedalCountAttribute, None], truth: Truth, as_of: int) -> Known:
    counted = medals.counted(truth, quantity.subjects[0], quantity.attribute, quantity.setting, as_of)
    if not truth.stated:
        return counted
    assert isinstance(counted.value, Range)
    count = counted.value.low or 0
    low, high, claims = _stated(quantity, truth, as_of)
    if high is not None and high < max(low, count):
        high = None
    listed = () if low > count else counted.evidence
    return replace(counted, value=Range(max(low, count), high), evidence=listed + claims)


def _stated(
    quantity: Quantity[MedalCountAttribute, None], truth: Truth, as_of: int
) -> tuple[int, int | None, tuple[Evidence, ...]]:
    """What an article's other counts leave: a total is at least the sum of its colours, a colour the rest at most."""
    counts = {
        assertion.quantity.attribute: (claim, assertion.claimed)
        for claim, assertion in truth.stated
        if assertion.as_of == as_of and replace(assertion.quantity, attribute=quantity.attribute) == quantity
    }
    others = [counts[colour] for colour in COLOURS if colour in counts and colour != quantity.attribute]
    least = sum(count.low or 0 for _, count in others if isinstance(count, Range))
    claims = tuple(Evidence(claim, "counted here") for claim, _ in others)
    if quantity.attribute == MedalCountAttribute.ANY:
        return least, None, claims
    claim, total = counts.get(MedalCountAttribute.ANY, ("", None))
    if isinstance(total, Range) and total.high is not None and total.high >= least:
        return 0, total.high - least, (Evidence(claim, "counted here"), *claims)
    return 0, None, ()


def noun(quantity: Quantity[MedalCountAttribute, None]) -> Noun:
    colour = "" if quantity.attribute == MedalCountAttribute.ANY else f"{quantity.attribute} "
    return Noun(f"{colour}medals")


def sentences(race: ReportedRace) -> Iterator[ReportSentence]:
    pattern = (
        "{medal_count.athlete} now has [{medal_count.count:number}|medal_count] {medal_count.scope.competition} medals "
        "over {medal_count.scope.event}."
    )
    scope = {"event": race.scope["event"], "competition": race.competition.name}
    for result in race.results[:3]:
        claim = {"kind": "medal_count", "athlete": race.name(result), "medal": "any", "count": 1, "scope": scope}
        count = race.ask(claim)
        if isinstance(count, int) and count > 1:
            yield ReportSentence({**claim, "count": count}, (pattern,))


KIND = Kind(
    claim=MedalCount,
    assertions=assertions,
    attributes={colour: Attribute(known) for colour in MedalCountAttribute},
    severity="medium",
    noun=noun,
    plants=Plants(number="count", scope=True),
    sentences=sentences,
)
