"""What counts as the same in two claims: figures by what they stand for, names by folding."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from harness.bench.reading import PrintedPeople, ReadClaim, agree, read_claim
from harness.bench.rungs import RUNGS, fields_alike, passed
from harness.kinds import kinds

FRIDAY = date(2024, 8, 2).toordinal()
WHERE: dict[str, Any] = {"id": "a", "text": "t", "quote": "x", "start": 10, "end": 11}


def reading(kind: str, **fields: Any) -> ReadClaim:
    import msgspec

    return read_claim(msgspec.convert({"kind": kind, **WHERE, **fields}, kinds()[kind].claim), FRIDAY)


def reached(gold: ReadClaim, predicted: ReadClaim) -> str:
    """The highest rung of the ladder that the pair reaches."""
    return [name for name, passes in zip(RUNGS[:5], passed(gold, predicted)[:5], strict=True) if passes][-1]


@pytest.mark.parametrize(
    "gold, predicted, same",
    [
        ("Kerr", "Josh Kerr", True),
        ("Josh Kerr", "Kerr", True),
        ("Soufiane El-Bakkali’s", "El Bakkali", True),
        ("Ingebrigtsen", "INGEBRIGTSEN", True),
        ("Jakob Ingebrigtsen", "Filip Ingebrigtsen", False),
        ("Kerr", "Kerr Ingebrigtsen", False),  # naming both does not hit either
        ("Ingebrigtsen", "Kerr Ingebrigtsen", True),  # only the last words count, so nothing is gained
        ("Kerr", ".", False),
        ("Kerr", "Err", False),
    ],
)
def test_people(gold: str, predicted: str, same: bool) -> None:
    ours, theirs = (reading("mark", athlete=name, mark="3:29.05") for name in (gold, predicted))
    assert agree(ours.about["athlete"], theirs.about["athlete"]) is same
    assert isinstance(ours.about["athlete"], PrintedPeople)


@pytest.mark.parametrize(
    "kind, field, gold, predicted, same",
    [
        ("mark", "mark", "3:29.05", "3:29.05", True),
        ("mark", "mark", "three minutes, 35.83", "3:35.83", True),
        ("mark", "mark", "3:29.05", "3:29.5", False),
        ("mark", "mark", "8.95m", "8.95 metres", True),
        ("place", "place", "fourth", 4, True),
        ("place", "place", "4th", "fourth", True),
        ("place", "place", 4, 5, False),
        ("margin", "gap", "69 hundredths of a second", "0.69", True),
        ("date", "date", "Friday", "2 August 2024", True),
        ("date", "date", "Friday", "Thursday", False),
        ("bio", "coach", "Gjert", "gjert", True),
        ("advance", "to", "semis", "semi-finals", True),
        ("venue", "place", "Stade de France", "the Stade de France", False),
        ("bio", "nation", "Norway", "Norway’s", True),
    ],
)
def test_values(kind: str, field: str, gold: Any, predicted: Any, same: bool) -> None:
    subject = {"margin": {"ahead": "Kerr"}, "date": {}, "venue": {}}.get(kind, {"athlete": "Kerr"})
    ours, theirs = (reading(kind, **subject, **{field: given}) for given in (gold, predicted))
    assert field in ours.value
    assert (ours.value[field] == theirs.value[field]) is same


@pytest.mark.parametrize(
    "gold, predicted, same",
    [
        ({"event": "1,500 metres"}, {"event": "1500m"}, True),
        ({"event": "men's 1500m"}, {"event": "1500m", "sex": "men"}, True),
        ({"event": "indoor mile"}, {"event": "mile", "indoor": True}, True),
        ({"event": "mile"}, {"event": "1500m"}, False),
        ({"competition": "Paris 2024 Olympics"}, {"competition": "Paris Olympics", "year": 2024}, True),
        ({"competition": "2024"}, {"competition": "2024"}, True),
        ({"competition": "Paris Olympics"}, {"competition": "Paris Olympics", "year": 2024}, False),
        ({"round": "semis"}, {"round": "semi-final"}, True),
        ({"round": "heat 1"}, {"round": "heat 2"}, False),
        ({"after": "last week"}, {"after": "last week"}, True),
        ({"until": "25 May 2024"}, {"until": "2024-05-25"}, True),
        ({"indoor": False}, {}, False),
        ({"season": 2024}, {"year": 2024}, False),
    ],
)
def test_scopes(gold: dict[str, Any], predicted: dict[str, Any], same: bool) -> None:
    ours, theirs = (reading("mark", athlete="Kerr", mark="3:29.05", scope=scope) for scope in (gold, predicted))
    assert (reached(ours, theirs) in ("value", "exact")) is same


@pytest.mark.parametrize(
    "change, rung",
    [
        ({}, "exact"),
        ({"id": "b", "text": "other words", "quote": "y", "reading": "so", "compound": "c", "repeats": "z"}, "exact"),
        ({"start": 9}, "value"),
        ({"hedge": "about"}, "subject"),  # a hedge widens the figure
        ({"attributed_to": "Kerr"}, "value"),
        ({"athlete": "Josh Kerr"}, "value"),
        ({"mark": "3:29.06"}, "subject"),
        ({"athlete": "Cram"}, "kind"),
        ({"as_of": "1 August 2024"}, "kind"),
        ({"at": "800m"}, "kind"),
    ],
    ids=str,
)
def test_rungs(change: dict[str, Any], rung: str) -> None:
    gold: dict[str, Any] = {"athlete": "Kerr", "mark": "3:29.05", "end": 12}
    assert reached(reading("mark", **gold), reading("mark", **{**gold, **change})) == rung


def test_another_kind_is_only_found() -> None:
    assert reached(reading("mark", athlete="Kerr", mark="3:29.05"), reading("other")) == "found"


def test_spans_that_only_touch_share_nothing() -> None:
    assert not any(passed(reading("other"), reading("other", start=11, end=12)))


def test_kind_and_value_leave_the_scope_aside() -> None:
    gold = reading("place", athlete="Kerr", place=1, scope={"event": "mile"})
    predicted = reading("place", athlete="Kerr", place="first", scope={"event": "1500m"})
    assert dict(zip(RUNGS, passed(gold, predicted), strict=True)) == {
        "found": True, "kind": True, "subject": False, "value": False, "exact": False, "kind_and_value": True,
        "quantity": False,
    }  # fmt: skip


def test_two_people_are_not_one() -> None:
    two = reading("rank", rank=1, athletes=["Coe", "Cram"])
    assert reached(two, reading("rank", rank=1, athletes=["Cram", "Sebastian Coe"])) == "value"
    assert reached(two, reading("rank", rank=1, athletes=["Coe"])) == "kind"


def test_a_hedge_belongs_to_the_first_figure() -> None:
    fields: dict[str, Any] = {"level": "world", "mark": "3:26", "previous_mark": "3:27"}
    plain, hedged = reading("record", **fields), reading("record", **fields, hedge="about")
    assert fields_alike(plain, hedged) == {"level": True, "mark": False, "previous_mark": True}
    assert reached(hedged, reading("record", **{**fields, "mark": "about 3:26"})) == "value"


def test_a_nation_is_the_subject_only_where_no_athlete_is() -> None:
    assert "nation" in reading("medal_count", nation="Britain", medal="gold", count=5).about
    assert "nation" in reading("bio", athlete="Kerr", nation="Britain").value


def test_a_feat_belongs_to_the_subject() -> None:
    claim = reading("only", members=["Coe", "Cram"], feat={"titles": "two", "beats": "Ovett"}, how="first")
    assert {"members", "feat.titles", "feat.beats"} <= claim.about.keys()
    assert claim.value == {"how": "first"}


def test_what_nobody_said_is_no_field() -> None:
    assert reading("advance", athlete="Kerr").value == {}
    assert reading("advance", athlete="Kerr", advanced=False).value == {"advanced": False}


def test_fields_alike_names_every_field_of_either() -> None:
    gold = reading("place", athlete="Kerr", place=1, scope={"event": "mile"})
    predicted = reading("place", athlete="Kerr", place=2, at="800m")
    assert fields_alike(gold, predicted) == {"at": False, "athlete": True, "scope.event": False, "place": False}


def test_a_comparison_with_several_nations_has_all_of_them_in_any_order() -> None:
    fields: dict[str, Any] = {"nation": "Norway", "medal": "gold", "how": "more"}
    ours, theirs, fewer = (
        reading("comparison", **fields, nations=nations)
        for nations in (["Sweden", "Finland"], ["Finland’s", "Sweden"], ["Sweden"])
    )
    assert ours.about == theirs.about
    assert ours.about != fewer.about
    assert passed(ours, reading("comparison", **fields, next=3))
