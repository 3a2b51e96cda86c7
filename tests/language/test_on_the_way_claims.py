"""Claims of the way: splits, laps, order and gaps on it, parts of combined events, attempts, records held against."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from harness.checking.resolve.parts import part_of_event
from harness.names import Names
from harness.records.model import Finding, Unknown
from harness.truth.index import Truth

FINAL = {"event": "1500m", "competition": "Grand Games", "year": 2024, "sex": "men"}
HEPTATHLON = {"event": "heptathlon", "competition": "Grand Games", "year": 2024}
JUMP = {"event": "long jump", "competition": "Grand Games", "year": 2024}
HEIGHT = {"event": "high jump", "competition": "Grand Games", "year": 2024}


def mark(athlete: str, printed: str | None = None, scope: dict[str, Any] = FINAL, **more: Any) -> dict[str, Any]:
    return {"kind": "mark", "athlete": athlete, "scope": scope, **({"mark": printed} if printed else {}), **more}


def place(athlete: str, printed: str | int | None = None, scope: dict[str, Any] = FINAL, **more: Any) -> dict[str, Any]:
    return {"kind": "place", "athlete": athlete, "scope": scope, **({"place": printed} if printed else {}), **more}


def margin(scope: dict[str, Any] = FINAL, **more: Any) -> dict[str, Any]:
    return {"kind": "margin", "scope": scope, **more}


S, R, N, U = "supported", "refuted", "not_enough_info", "unreadable"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # at a point
        (mark("Berg", "56.00", at="400m"), S),
        (mark("Berg", "56.0", at="a lap"), S),
        (mark("Berg", "1:54.00", at="two laps"), S),
        (mark("Berg", "1:54.9", at="800m"), R),
        (mark("Berg", "1:54", at="700m"), N),
        (mark("Berg", "0.40", at="1m"), N),
        (mark("Berg", "56.00", at="1600m"), U),
        (mark("Berg", "56.00", at="the high jump"), U),
        (mark("Lind", "7.01m", JUMP, at="800m"), U),
        # a stretch
        (mark("Berg", "58.00", stretch="second 400m"), S),
        (mark("Berg", "58.00", stretch="second lap"), S),
        (mark("Berg", "57.5", stretch="second lap"), R),
        (mark("Berg", "39.60", stretch="last 300m"), S),
        (mark("Berg", "39.60", stretch="1200m to 1500m"), S),
        (mark("Kirui", "40.4", stretch="final 300 metres"), S),
        (mark("Alami", "40.4", stretch="final 300 metres"), N),
        (mark("Berg", "40.4", stretch="last 2km"), U),
        (mark("Berg", "3:30.00", stretch="last 1500m"), U),  # that is the race
        (mark("Berg", "40.4", stretch="back straight"), U),
        (mark("Lind", "7.01m", JUMP, stretch="last 300m"), U),
        (mark("Berg", "39.60", {"competition": "Grand Games", "year": 2024}, stretch="last 300m"), N),
        # laps
        (mark("Berg", laps=["56.00", "58.00", "56.40"]), S),
        (mark("Berg", laps=["56.00", "58.00", "56.40"], each="400m"), S),
        (mark("Berg", laps=["56.00", "58.00", "57.40"], each="400m"), R),
        (mark("Alami", laps=["56.00", "58.00"]), N),
        (mark("Berg", laps=["3:30.00"], each="1500m"), S),  # its end is the finish
        (mark("Berg", laps=["3:31.00"], each="1500m"), R),
        (mark("Berg", laps=["56.00"], each="soon"), U),
        (mark("Lind", scope=JUMP, laps=["56.00"], each="400m"), U),
        # parts of a combined event
        (mark("Dahl", "12.87", {**HEPTATHLON, "part": "100m hurdles"}), S),
        (mark("Dahl", "12.87", {**HEPTATHLON, "part": "hurdles"}), S),
        (mark("Dahl", "12.97", {**HEPTATHLON, "part": "hurdles"}), R),
        (mark("Lind", "1.92m", {**HEPTATHLON, "part": "high jump"}), S),
        (mark("Lind", "6.41m", {**HEPTATHLON, "part": "long jump"}), N),
        (mark("Dahl", "12.87", {**HEPTATHLON, "part": "javelin"}), U),
        (mark("Dahl", "12.87", {**FINAL, "part": "hurdles"}), U),
        (mark("Dahl", "12.87", {"part": "hurdles", "competition": "Grand Games", "year": 2024}), U),
        (mark("Lind", "2200", HEPTATHLON, at="high jump"), S),
        (mark("Lind", "2200 points", HEPTATHLON, at="two events"), S),
        (mark("Lind", "2,200", HEPTATHLON, at="day one"), S),
        (mark("Lind", "2210", HEPTATHLON, at="day one"), R),
        (mark("Lind", "6880", HEPTATHLON), S),
        (mark("Dahl", "14.02m", {**HEPTATHLON, "part": "shot"}), S),  # the one part that is so called in short
        (mark("Dahl", "14.02m", {**HEPTATHLON, "part": "the put"}), S),
        (mark("Dahl", "1.80m", {**HEPTATHLON, "part": "jump"}), N),  # of which there are two
        (mark("Dahl", "12.87", {**HEPTATHLON, "part": "110m hurdles"}), U),
        (mark("Dahl", "12.87", {**HEPTATHLON, "part": "100m"}), U),
        (mark("Lind", "2210", HEPTATHLON, at="long jump"), N),
        (mark("Lind", "2210", HEPTATHLON, at="javelin"), U),
        # attempts
        (mark("Lind", "7.01m", JUMP, attempt="second"), S),
        (mark("Lind", "7.01m", JUMP, attempt=1), R),
        (mark("Lind", "6.99m", JUMP, attempt="sixth"), S),
        (mark("Lind", "7.01m", JUMP, attempt="seventh"), U),
        (mark("Lind", "7.01m", JUMP, attempt="second or third"), U),
        (mark("Lind", "7.01m", JUMP, attempt=0), U),
        (mark("Lind", scope=JUMP, attempt="second"), S),
        (mark("Lind", scope=JUMP, attempt="first"), R),
        (mark("Mori", "1.96m", HEIGHT, attempt="second"), S),
        (mark("Mori", "2.00m", HEIGHT, attempt="first"), R),
        (mark("Mori", "2.03m", HEIGHT, attempt="first"), N),
        (mark("Berg", "3:30.00", attempt="first"), U),
        (mark("Berg"), U),
        # judged points
        (mark("Mori", "14.166 points", {"event": "vault", "competition": "Grand Games", "year": 2024}), S),
        (mark("Mori", "14.2", {"event": "vault", "competition": "Grand Games", "year": 2024}), S),
        (mark("Mori", "14.266", {"event": "vault", "competition": "Grand Games", "year": 2024}), R),
        (mark("Mori", "31-17", FINAL), U),
    ],
)
def test_marks(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (place("Kirui", 1, at="400m"), S),
        (place("Kirui", "first", at="the bell"), S),
        (place("Berg", "third", at="400m to go"), S),
        (place("Berg", "third", at="1100m"), S),
        (place("Berg", 2, at="the bell"), R),
        (place("Berg", 2, at="halfway"), N),
        (place("Dahl", 1, HEPTATHLON, at="hurdles"), S),
        (place("Lind", 1, HEPTATHLON, at="two events"), S),
        (place("Lind", 1, HEPTATHLON, at="after the high jump"), S),
        (place("Dahl", 1, HEPTATHLON, at="through the hurdles"), S),
        (place("Lind", 1, HEPTATHLON, at="the hurdles"), R),
        (place("Lind", 1, HEPTATHLON, at="long jump"), N),
        (place("Lind", 1, HEPTATHLON, at="nine events"), U),
        (place("Pace", 1, at="400m"), R),  # three others had the first places there
        (place("Pace", "third", at="400m"), R),
        (place("Pace", "fourth", at="400m"), N),  # or further back
        (place("Pace", "outside the top three", at="400m"), N),
        (place("Pace", 1, at="700m"), N),
        (place("Berg", gained="one", stretch="last 200m"), S),
        (place("Berg", gained=2, stretch="last lap"), S),
        (place("Berg", gained="three", stretch="last lap"), R),
        (place("Berg", gained="three", stretch="last 100m"), N),
        (place("Berg", gained="three"), U),
        (place("Berg", 1, stretch="last lap"), U),
        (place("Alami", "last"), S),
        (place("Kirui", "last but one"), S),
        (place("Berg", "last"), R),
        (place("Pace", "last", {**FINAL, "year": 2016}), N),
        (place("Alami", "last", {**FINAL, "year": 2016}), R),
        (place("Dahl", "fourth", {**FINAL, "sex": "women"}, among="everybody"), S),
        (place("Dahl", "third", {**FINAL, "sex": "women"}, among="everybody"), R),
        (place("Lind", "third", {**FINAL, "sex": "women"}, among="everybody"), N),
        (place("Berg", "31-17"), U),
        (place("Berg", "winner"), S),
        (place("Berg", "on the podium"), S),
    ],
)
def test_places(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (margin(ahead="Kirui", behind="Berg", gap="0.4", at="400m"), S),
        (margin(ahead="Kirui", behind="Berg", gap="0.5", at="800m"), S),
        (margin(ahead="Kirui", behind="Berg", gap="a second", at="1200m"), S),
        (margin(ahead="Kirui", behind="Berg", gap="two seconds", at="1200m"), R),
        (margin(ahead="Kirui", behind="Berg", gap="0.5", at="1300m"), N),
        (margin(HEPTATHLON, ahead="Lind", behind="Dahl", gap="48 points", at="day one"), S),
        (margin(HEPTATHLON, ahead="Lind", gap="48 points", at="high jump"), S),
        (margin(HEPTATHLON, ahead="Lind", behind="Dahl", gap="within 50 points", at="day one"), S),
        (margin(HEPTATHLON, ahead="Dahl", behind="Lind", gap="50 points", at="hurdles"), S),
        (margin(HEPTATHLON, ahead="Dahl", behind="Lind", gap="50 points", at="high jump"), R),
        (margin(HEPTATHLON, ahead="Lind", behind="Dahl", gap="35 points"), R),
        # against a record, against a best
        (margin(ahead="Berg", against="world", gap="a second"), S),
        (margin(ahead="Berg", against="world", gap="1.00"), S),
        (margin(ahead="Berg", against="world", gap="three seconds"), R),
        (margin(ahead="Berg", against="world"), S),
        (margin(ahead="Kirui", against="world"), S),
        (margin(ahead="Alami", against="world"), R),
        (margin(behind="Alami", against="world"), S),
        (margin(behind="Alami", against="world", gap="just over a second"), S),
        (margin(behind="Alami", against="world", gap="1.50"), R),
        (margin(ahead="Berg", against="personal", gap="three seconds"), S),
        (margin(ahead="Berg", against="personal", gap="nearly two full seconds"), R),
        (margin(ahead="Berg", against="personal", gap="5.00"), R),
        (margin({**FINAL, "sex": "women"}, ahead="Dahl", against="personal", gap="a second"), N),
        (margin({**FINAL, "sex": "women"}, behind="Dahl", against="world", gap="one second"), S),
        (margin(ahead="Berg", against="national", gap="one second"), N),
        (margin(ahead="Kirui", against="world", record={"event": "1500m", "season": 2023}), S),
        (margin(ahead="Berg", gap="1.00"), R),
        (margin(ahead="Berg", behind="Berg", gap="1.00"), U),
        (margin(ahead="Berg", behind="Kirui", against="world"), U),
        (margin(ahead="Berg"), U),
    ],
)
def test_margins(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


@pytest.mark.parametrize(
    ("claim", "claimed"),
    [(margin(ahead="Alami", against="world"), "better"), (margin(behind="Berg", against="world"), "short of it")],
)
def test_on_which_side_of_a_record(claim: dict[str, Any], claimed: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert (finding.verdict, finding.claimed) == (R, claimed)


@pytest.mark.parametrize(
    ("claim", "suggestion"),
    [
        (margin(ahead="Berg", against="world", gap="three seconds"), "1.00 seconds"),
        (margin(ahead="Berg", against="world", gap="3.00"), "1.00"),
        (margin(ahead="Alami", against="world", gap="1.50"), ""),  # short of it: no other figure makes it better
        (margin(behind="Berg", against="world"), ""),
    ],
)
def test_another_figure_is_suggested_where_the_side_of_the_record_is_right(
    claim: dict[str, Any], suggestion: str, finding_of: Callable[..., Finding]
) -> None:
    quote = f"by {claim['gap']}" if "gap" in claim else "short of it"
    finding = finding_of({**claim, "quote": quote, "end": len(quote)})
    assert (finding.verdict, finding.suggestion) == (R, suggestion)


@pytest.mark.parametrize(
    ("claim", "field"),
    [
        (margin(ahead="Berg"), "gap"),
        (margin(gap="1.00"), "ahead"),
        (margin(behind="Berg", gap="1.00"), "ahead"),
        (margin(behind="Berg"), "gap"),  # both are missing
    ],
)
def test_which_field_a_margin_lacks(claim: dict[str, Any], field: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    message = f"{field}: who was ahead and by how much; or what `against`"
    assert (finding.verdict, finding.message) == (U, message)


def test_who_broke_a_record_instead_of_missing_it_has_no_figure_to_correct(
    finding_of: Callable[..., Finding],
) -> None:
    """By how much the mark was better cannot stand for by how much it fell short."""
    finding = finding_of(margin(behind="Berg", against="world", gap="0.50"))
    assert (finding.verdict, finding.suggestion) == (R, "")


HURDLES = {**HEPTATHLON, "part": "hurdles"}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # a best in a part is one of the open event
        ({"kind": "record", "level": "personal", "athlete": "Dahl", "mark": "12.87", "when": "set"}, S),
        (
            {"kind": "record", "level": "season", "athlete": "Dahl", "when": "set"},
            N,
        ),  # of the career, says the statement
        ({"kind": "record", "level": "personal", "athlete": "Lind", "when": "set"}, R),  # she had run 12.99
        (margin(HURDLES, ahead="Dahl", against="personal", gap="8 hundredths"), S),
        (margin(HURDLES, ahead="Dahl", against="personal", gap="0.18"), R),
        (margin(HURDLES, behind="Lind", against="personal", gap="0.11"), S),
        (
            {
                "kind": "record",
                "level": "personal",
                "athlete": "Dahl",
                "when": "set",
                "scope": {**HEPTATHLON, "part": "shot put"},
            },
            N,
        ),
    ],
)
def test_bests_in_parts(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of({"scope": HURDLES, **claim})
    assert finding.verdict == verdict, finding


def test_two_words_for_one_point_are_one_quantity(finding_of: Callable[..., Finding]) -> None:
    keys = {finding_of(place("Berg", 3, at=at)).judged[0].quantity for at in ("the bell", "400m to go", "1100m")}
    assert len(keys) == 1


def test_a_part_that_the_event_has_not_is_told_with_those_it_has(finding_of: Callable[..., Finding]) -> None:
    message = finding_of(mark("Dahl", "12.87", {**HEPTATHLON, "part": "javelin"})).message
    assert "heptathlon has no part 'javelin': its parts are heptathlon 100 m hurdles" in message
    assert (
        "1500 m has no part 'hurdles': it has none"
        in finding_of(mark("Dahl", "1", {**FINAL, "part": "hurdles"})).message
    )


def test_a_word_for_two_parts_leaves_open_which(world: Truth) -> None:
    aliased = [
        replace(event, aliases=(*event.aliases, "jump")) if "jump" in event.id and event.part_of else event
        for event in world.pack.events
    ]
    names = Names(Truth(replace(world.pack, events=tuple(aliased))))
    part = part_of_event(names, "heptathlon", "the jump", "scope.part")
    assert isinstance(part, Unknown)
    assert part.why == "'the jump' may be heptathlon high jump or heptathlon long jump"
