"""Claims of a record's time: how long it stood, since when, how many an athlete set, and whether it was ratified."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from judging import judge
from msgspec.structs import replace

from harness.records.model import Finding
from harness.truth.index import Truth
from harness.truth.pack import Record

FINAL = {"event": "1500m", "competition": "Grand Games", "year": 2024, "sex": "men"}
MEN = {"event": "1500m", "sex": "men"}
POOL = {"event": "200m freestyle", "sex": "women"}
COAST = {**POOL, "competition": "Coast Meeting"}
S, R, N, U = "supported", "refuted", "not_enough_info", "unreadable"


def record(athlete: str | None, scope: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "record", "level": "world", "scope": scope, **({"athlete": athlete} if athlete else {}), **more}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # the one that the race took over from: of 1 July 2015
        (record("Berg", FINAL, when="set", stood="nine years"), S),
        (record("Berg", FINAL, when="set", stood="more than nine years"), S),
        (record("Berg", FINAL, when="set", stood="28 years"), R),
        (record("Berg", FINAL, when="set", stood="eight years"), R),
        (record("Berg", FINAL, when="set", since="July 2015"), S),
        (record("Berg", FINAL, when="set", since="2016"), R),
        (record("Kirui", FINAL, when="set", stood="nine years"), R),
        (record("Dahl", {**FINAL, "sex": "women"}, when="set", stood="three years"), R),
        (record("Berg", {**MEN, "competition": "Harbour Cup", "year": 2023}, when="set", stood="nine years"), N),
        (record("Berg", MEN, when="set", stood="nine years"), N),  # in which race is not told
        (record("Berg", {**MEN, "season": 2024}, when="set", since="2009"), N),
        # the one that stands
        (record(None, MEN, stood="two months"), S),
        (record(None, MEN, stood="two years"), R),
        (record(None, MEN, since="August 2024"), S),
        (record(None, MEN, since="2015"), R),
        (record(None, MEN, since="2015", as_of="1 August 2024"), S),
        (record(None, {**MEN, "event": "5000m"}, since="2015"), N),
        # a wider record in place of the list's own: its holder may have held that one before
        ({**record("Berg", {**MEN, "nation": "Norway"}, since="August 2024"), "level": "national"}, S),
        ({**record("Berg", {**MEN, "nation": "Norway"}, since="2016"), "level": "national"}, N),
        ({**record(None, {**MEN, "nation": "Norway"}, since="2016"), "level": "national"}, R),
        # who improved it has held it since the first
        (record("Mori", POOL, since="2023"), S),
        (record("Mori", POOL, since="2022"), S),
        (record("Mori", POOL, since="2020"), R),
        (record("Mori", POOL, since="2024"), R),
        (record("Lind", POOL, since="2023"), R),
        (record(None, POOL, since="2022"), N),  # the ratified one has
        (record(None, POOL, since="2021"), R),
        (record(None, POOL, stood="two and a half years"), N),
        (record("Lind", POOL, since="2018", as_of="1 May 2021"), N),  # what came before is not known
        (record("Lind", POOL, since="2020", as_of="1 May 2021"), R),
        # of two who share it, one had improved a record of her own
        ({**record("Lind", COAST, since="2018"), "level": "meeting"}, N),  # what came before is not known
        ({**record("Lind", COAST, since="2019"), "level": "meeting"}, S),
        ({**record("Mori", COAST, since="2019"), "level": "meeting"}, S),
        ({**record("Mori", COAST, since="2018"), "level": "meeting"}, R),
        # one that is gone
        (record("Alami", MEN, when="stood", stood="nine years"), S),
        (record("Alami", MEN, when="stood", stood="nine years", as_of="6 August 2024"), S),  # the day it was broken
        (record("Alami", MEN, when="stood", stood="nine years", as_of="5 August 2024"), N),
        (record("Alami", MEN, when="stood", mark="3:31.00", stood="nine years"), S),
        (record("Alami", MEN, when="stood", mark="3:31.00", stood="28 years"), R),
        (record("Alami", MEN, when="stood", mark="3:31.0", stood="nine years"), S),
        (record("Alami", MEN, when="stood", mark="3:31.0", stood="28 years"), N),  # another record of such a mark?
        (record("Alami", MEN, when="stood", stood="28 years"), N),
        (record("Alami", MEN, when="stood", mark="3:32.00", stood="nine years"), N),
        (record("Alami", MEN, when="stood", stood="nine years", as_of="1 May 2024"), N),  # it still stood
        (record("Lind", POOL, when="stood", stood="three years"), S),
        (record("Berg", MEN, when="stood", stood="nine years"), N),
        (record("Alami", MEN, when="stood"), U),
        (record(None, MEN, when="stood", stood="nine years"), U),
        ({**record("Berg", MEN, stood="nine years"), "level": "personal"}, N),
    ],
)
def test_how_long_records_stand(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (record("Mori", POOL, number="two"), S),
        (record("Mori", POOL, number="second"), S),
        (record("Mori", POOL, number="third"), R),
        (record("Mori", {}, number=2), S),
        (record("Mori", {"group": "swimming"}, number=2), S),
        (record("Mori", {"group": "swimming"}, number=3), R),
        (record("Mori", {"group": "jumps"}, number=1), R),
        (record("Mori", {**POOL, "season": 2023}, number=1), S),
        (record("Mori", {**POOL, "season": 2023}, number=2), R),
        (record("Mori", {"season": 2020}, number=0), S),
        (record("Mori", {**POOL, "until": "1 June 2023"}, number=2), S),  # the day of her second
        (record("Mori", {**POOL, "season": 2025}, number=0), N),  # it is to come
        (record("Mori", POOL, number=1, as_of="1 June 2022"), S),
        (record("Berg", MEN, number="first"), N),
        (record("Berg", MEN, number="at least one"), S),
        (record("Berg", MEN, number="no"), R),
        (record("Berg", FINAL, when="set", number="first"), N),
        (record("Berg", FINAL, when="set", number="at least one"), S),
        (record("Berg", {"competition": "Grand Games", "year": 2024}, when="set", number="at least one"), S),
        (record("Mori", {"competition": "Grand Games", "year": 2024}, when="set", number="one"), R),
        (record("Mori", POOL, number="two", since="2022"), N),
        (record(None, POOL, number="two"), U),
        ({**record("Mori", POOL, number="two"), "level": "national"}, N),
        ({**record("Mori", POOL, number="two"), "level": "season"}, N),
    ],
)
def test_how_many_records_were_set(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (record("Berg", MEN, ratified=True), S),
        (record("Berg", MEN, ratified=False), R),
        (record("Berg", MEN, ratified=False, as_of="1 September 2024"), S),
        (record("Berg", MEN, ratified=True, as_of="1 September 2024"), R),
        (record("Berg", MEN, ratified=False, as_of="19 September 2024"), S),  # ratified on the 20th
        (record("Berg", MEN, ratified=True, as_of="20 September 2024"), S),
        (record("Berg", FINAL, when="set", ratified=True), S),
        (record("Berg", FINAL, when="set", ratified=False, as_of="7 August 2024"), S),
        (record("Mori", POOL, ratified=False), S),
        (record("Mori", POOL, ratified=True), R),
        # until it is ratified, "the record" may as well be the one that it is to replace
        (record("Berg", MEN, as_of="1 September 2024"), S),
        (record("Alami", MEN, as_of="1 September 2024"), N),
        (record("Alami", MEN, ratified=True, as_of="1 September 2024"), N),
        (record(None, MEN, mark="3:31.00", as_of="1 September 2024"), N),
        (record("Alami", MEN, since="2015", as_of="1 September 2024"), N),
        (record("Berg", FINAL, when="set", ratified=True, as_of="7 August 2024"), R),
        (record("Berg", FINAL, when="set", previous_holder="Mori", as_of="7 August 2024"), R),
        (record("Alami", MEN), R),
        (record("Alami", MEN, ratified=True, as_of="1 May 2024"), N),
    ],
)
def test_ratification(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


def test_what_a_former_record_rests_on(finding_of: Callable[..., Finding]) -> None:
    """Where no mark is printed, also on the statement of all the records that the athlete set."""
    by_mark = finding_of(record("Lind", POOL, when="stood", mark="1:56.00", stood="three years"))
    assert (by_mark.verdict, by_mark.relied_on) == (S, ())


def test_why_nothing_is_known_is_told_with_the_names(finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(record("Berg", MEN, when="stood", stood="nine years"))
    said = "the ground truth does not say how long it stood: world record of"
    assert finding.message == f"{said} Anders Berg, 1500 m, outdoors"


def test_an_indoor_record_is_one_of_those_of_the_event(world: Truth) -> None:
    rows = [replace(row, indoor=True) if row.mark == "1:54.00" else row for row in world.pack.records]
    truth = Truth(replace(world.pack, records=tuple(rows)))
    claims = record("Mori", POOL, number=2), record("Mori", {}, number=2), record("Mori", {}, number=1)
    assert [finding.verdict for finding in judge(truth, *claims, published="2024-10-01")] == [S, N, N]


def test_the_record_that_one_not_ratified_is_to_replace_may_not_be_known(world: Truth) -> None:
    """Whose it is until then nobody can tell: the words may mean the one that is ratified."""
    women = {"event": "1500m", "sex": "women"}
    before = record("Lind", women, previous_holder="Dahl")  # nor is what it replaced, whichever is meant
    claims = record("Lind", women), record("Dahl", women), record(None, women, mark="3:58.00"), before
    assert [finding.verdict for finding in judge(world, *claims, published="2024-10-01")] == [S, R, R, N]
    rows = [replace(row, unratified_until="2024-11-01") if row.mark == "3:57.00" else row for row in world.pack.records]
    truth = Truth(replace(world.pack, records=tuple(rows)))
    assert [finding.verdict for finding in judge(truth, *claims, published="2024-10-01")] == [S, N, N, N]


def test_where_teams_hold_records_nobody_is_known_to_have_set_no_other(world: Truth) -> None:
    """A member of a team has its record too, and no row of the pack says who they were."""
    relay = Record(level="world", event="relay", sex="men", mark="2:55.00", athlete="harbour", date="2020-05-05",
                   sources=("book",))  # fmt: skip
    truth = Truth(replace(world.pack, records=(*world.pack.records, relay)))
    claims = record("Mori", {}, number=2), record("Mori", {}, number="at least two"), record("Mori", {}, number=1)
    assert [finding.verdict for finding in judge(world, *claims, published="2024-10-01")] == [S, S, R]
    assert [finding.verdict for finding in judge(truth, *claims, published="2024-10-01")] == [N, S, R]
