"""Feats with a bare mark: a distance is the bound itself, a time that is printed short may be it or be called so."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from judging import judge

from harness.truth.index import Truth
from harness.truth.pack import Pack

Row = dict[str, Any]
EVENTS = {"pole vault": ("height", "2.00", "6.40"), "100m": ("time", "9.40", "20.00"),
          "1500m": ("time", "3:20.00", "6:00.00"), "5000m": ("time", "12:30.00", "25:00.00")}  # fmt: skip
DONE = [
    ("pole vault", "2023-05-01", "Ola Viken", "5.91"), ("pole vault", "2024-05-01", "Sam Cole", "6.02"),
    ("100m", "2023-05-02", "Ola Viken", "10.20"), ("100m", "2024-05-02", "Sam Cole", "9.95"),
    ("1500m", "2023-05-03", "Ola Viken", "3:29.80"), ("1500m", "2024-05-03", "Sam Cole", "3:28.95"),
    ("5000m", "2023-05-04", "Ola Viken", "13:05.00"), ("5000m", "2024-05-04", "Sam Cole", "12:58.00"),
]  # fmt: skip


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


PACK: Row = {
    "sources": [{"id": "book", "title": "Book", "family": "book"}],
    "nations": [{"id": "NOR", "name": "Norway"}],
    "events": [
        {"id": _id(name), "name": name, "measure": measure, "better": "lower" if measure == "time" else "higher",
         "plausible": band}
        for name, (measure, *band) in EVENTS.items()
    ],
    "athletes": [{"id": _id(name), "name": name, "sex": "men", "nations": [{"value": "NOR"}], "sources": ["book"]}
                 for name in ("Ola Viken", "Sam Cole")],
    "races": [{"event": _id(event), "sex": "men", "date": day, "city": "Oslo", "round": "final", "sources": ["book"],
               "results": [{"athlete": _id(name), "place": 1, "mark": mark}]} for event, day, name, mark in DONE],
    "completeness": [
        {"id": f"list-{_id(event)}", "covers": "marks", "events": [_id(event)], "sex": "men", "start": "2000",
         "end": "2030", "down_to": band[0] if measure == "height" else band[1], "text": "all", "sources": ["book"]}
        for event, (measure, *band) in EVENTS.items()
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def truth() -> Truth:
    return Truth(msgspec.convert(PACK, Pack))


@pytest.mark.parametrize(
    ("event", "mark", "of_viken", "of_cole"),
    [
        # Ola Viken was the first to 5.91 m, Sam Cole to 6.02 m; nobody clears six metres with 5.91
        ("pole vault", "six metres", "refuted", "supported"),
        ("pole vault", "6m", "refuted", "supported"),
        ("pole vault", "6.0", "refuted", "supported"),
        ("pole vault", "5.9", "supported", "refuted"),
        ("pole vault", "over six metres", "refuted", "supported"),
        ("pole vault", "six metres or better", "refuted", "supported"),
        ("pole vault", "at least 6m", "refuted", "supported"),
        # 10.20 may be called ten seconds, and may not be
        ("100m", "ten seconds", "not_enough_info", "not_enough_info"),
        ("100m", "sub-10", "refuted", "supported"),
        ("100m", "10.00", "refuted", "supported"),
        ("100m", "10.2", "supported", "refuted"),
        ("100m", "11 seconds", "supported", "refuted"),
        # 3:29.80 is a 3:29, and is not 3:29 or better
        ("1500m", "3:29", "not_enough_info", "not_enough_info"),
        ("1500m", "3:30", "supported", "refuted"),
        ("1500m", "3:28", "refuted", "not_enough_info"),
        ("1500m", "3:27", "refuted", "refuted"),
        # 13:05 may be called 13 minutes
        ("5000m", "13 minutes", "not_enough_info", "not_enough_info"),
        ("5000m", "13", "not_enough_info", "not_enough_info"),
        ("5000m", "sub-13", "refuted", "supported"),
        ("5000m", "14 minutes", "supported", "refuted"),
    ],
)
def test_the_first_to_a_mark(truth: Truth, event: str, mark: str, of_viken: str, of_cole: str) -> None:
    claims = [{"kind": "only", "how": "first", "members": [name], "feat": {"mark": mark},
               "scope": {"event": event, "sex": "men"}} for name in ("Ola Viken", "Sam Cole")]  # fmt: skip
    findings = judge(truth, *claims, published="2024-06-01")
    assert [finding.verdict for finding in findings] == [of_viken, of_cole], findings


def test_the_readings_are_told(truth: Truth) -> None:
    claim = {"kind": "only", "how": "first", "members": ["Sam Cole"], "feat": {"mark": "13 minutes"},
             "scope": {"event": "5000m", "sex": "men"}}  # fmt: skip
    (finding,) = judge(truth, claim, published="2024-06-01")
    assert "13:00.00 or better" in finding.message


def test_both_readings_of_a_time_are_told_where_there_are_too_many_to_try() -> None:
    """Twenty people are called Gray, so that two readings of the time make forty of the claim."""
    grays = [{**PACK["athletes"][0], "id": f"{letter}-gray", "name": f"{letter.upper()}na Gray"}
             for letter in "abcdefghijklmnopqrst"]  # fmt: skip
    crowded = Truth(msgspec.convert({**PACK, "athletes": [*PACK["athletes"], *grays]}, Pack))
    claim = {"kind": "only", "how": "first", "members": ["Sam Cole"], "feat": {"mark": "13 minutes", "beats": "Gray"},
             "scope": {"event": "5000m", "sex": "men"}}  # fmt: skip
    (finding,) = judge(crowded, claim, published="2024-06-01")
    assert (finding.verdict, finding.message) == (
        "not_enough_info", "'13 minutes' may be 13:00.00 or better, or a time that is called so",
    )  # fmt: skip


@pytest.mark.parametrize(("mark", "verdict"), [("six metres", "refuted"), ("5.9", "supported")])
def test_the_first_since(truth: Truth, mark: str, verdict: str) -> None:
    claim = {"kind": "since", "athlete": "Sam Cole", "feat": {"mark": mark}, "since": "2023",
             "scope": {"event": "pole vault", "sex": "men"}}  # fmt: skip
    (finding,) = judge(truth, claim, published="2024-06-01")
    assert finding.verdict == verdict, finding
