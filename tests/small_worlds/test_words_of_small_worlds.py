"""What is said of wrong and open claims: corrections as fine as source and article, hints, and what became of whom."""

from __future__ import annotations

import json
import re

import msgspec
import pytest
from arden import article
from building import OPEN as LEFT_OPEN
from building import REFUTED, SUPPORTED, Row, at, edition, known, race, ran, world
from judging import WORDS

from harness.checking.load import ClaimFile, read_claims
from harness.checking.run import Checker
from harness.records.model import Finding
from harness.truth.index import Truth
from harness.truth.pack import Pack

STRUCK_OUT = {"start": "2025-02-01", "why": "doping", "sources": ["book"]}
PACK = world(
    {"Ola Dahl": "men NOR", "Jan Ek": "men SWE", "Leo Rossi": "men ITA", "Eli Kip": "men KEN", "Max Hill": "men USA",
     "Ida Berg": "women NOR"},
    [edition("games", "Paris", "2024-07-26", "2024-08-11"), edition("bay", "Lund", "2023-06-01"),
     edition("bay", "Lund", "2024-06-01")],
    [race("games-2024", "1500m", "men", "2024-08-06", ran("1 Eli Kip 3:27.65"),
          ran("2 Jan Ek 3:27.79", was={"end": "2025-02-01", "place": 3}),
          ran("2 Leo Rossi 3:27.70", annulled=STRUCK_OUT), ran("4 Ola Dahl 3:28.24"), ran("DNS Max Hill")),
     race("bay-2023", "1500m", "men", "2023-06-01", "Jan Ek 3:33.10", "Ola Dahl 3:35.25"),
     race("bay-2024", "1500m", "men", "2024-06-01", "Ola Dahl 3:32.00", "Jan Ek 3:34.15"),
     race("bay-2024", "100m", "men", "2024-06-01", "Ola Dahl 10.2h", "Jan Ek 10.4h"),
     race("bay-2024", "marathon", "women", "2024-06-01", "Ida Berg 2:25:31")],
    known("medals", "2024", "2024", competition="games", events=["1500m"], sex="men", none_before=True),
)  # fmt: skip
TRUTH = Truth(msgspec.convert(PACK, Pack))
FINAL, BAY = at("1500m", "Olympic Games", 2024, sex="men"), at("1500m", "Bay Meeting", 2024)


def finding(claim: Row, published: str = "2025-06-01") -> Finding:
    document = {"article": article() | {"published": published}, "claims": [{"id": "it", **WORDS, **claim}]}
    claims = read_claims(json.dumps(document).encode(), "claims.json")
    assert isinstance(claims, ClaimFile), claims
    [found] = Checker(TRUTH).check_article(claims)
    return found


def mark(athlete: str, printed: str, scope: Row) -> Row:
    return {"kind": "mark", "athlete": athlete, "mark": printed, "scope": scope}


def did(kind: str, athlete: str, **more: object) -> Row:
    return {"kind": kind, "athlete": athlete, "scope": FINAL, **more}


# claim, verdict, what its message must hold, the suggestion, what a hint must hold ("" for no hint)
ROWS = [
    (mark("Jan Ek", "3:27.65", FINAL), REFUTED, "3:27.79", "3:27.79", "the mark of Eli Kip"),
    (mark("Ola Dahl", "3:35.25", BAY), REFUTED, "3:32.00", "3:32.00", "Bay Meeting Lund 2023"),
    (mark("Ola Dahl", "3:32.80", BAY), REFUTED, "3:32.00", "3:32.00", "one digit changed"),
    (mark("Ola Dahl", "3:28.42", FINAL), REFUTED, "3:28.24", "3:28.24", "two digits swapped"),
    (mark("Max Hill", "3:28.24", FINAL), REFUTED, "did not start", "", "the mark of Ola Dahl"),
    # no finer than the article prints, and no finer than the source has it
    (mark("Ola Dahl", "3:34", BAY), REFUTED, "3:32.00", "3:32", "the mark of Jan Ek"),
    (mark("Ola Dahl", "3:33.4", BAY), REFUTED, "3:32.00", "3:32.0", ""),
    (mark("Ola Dahl", "10.34", at("100m", "Bay Meeting", 2024)), REFUTED, "10.2", "10.2", ""),
    (mark("Ida Berg", "2:26:30.5", at("marathon", "Bay Meeting", 2024)), REFUTED, "2:25:31", "2:25:31", ""),
    (mark("Jan Ek", "3:34.155", BAY), LEFT_OPEN, "3:34.15", "", ""),
    # what became of a result is said, and not that there was none
    (mark("Leo Rossi", "3:27.70", FINAL), LEFT_OPEN, "struck out", "", ""),
    (did("place", "Leo Rossi", place=2), REFUTED, "struck out", "", ""),
    (did("place", "Max Hill", place=5), REFUTED, "did not start", "", ""),
    (did("medal", "Leo Rossi", medal="silver"), REFUTED, "struck out", "no medal", ""),
    (did("medal", "Max Hill", medal="bronze"), REFUTED, "did not start", "no medal", ""),
    (did("start", "Max Hill", status="started"), REFUTED, "did not start", "", ""),
    (did("start", "Ola Dahl", status="DNF"), REFUTED, "claimed: did not finish", "", ""),
    # hints: whose place and whose margin it was
    (did("place", "Jan Ek", place=1), REFUTED, "2nd", "2nd", "1st was Eli Kip"),
    ({"kind": "margin", "ahead": "Eli Kip", "behind": "Jan Ek", "gap": "0.45 seconds", "scope": FINAL}, REFUTED,
     "0.14", "0.14 seconds", "between Jan Ek and Ola Dahl"),
    (mark("Ola Dahl", "3:28.24", FINAL), SUPPORTED, "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "verdict", "message", "suggestion", "hint"), ROWS)
def test_what_is_said(claim: Row, verdict: str, message: str, suggestion: str, hint: str) -> None:
    said = finding(claim)
    assert (said.verdict, said.suggestion) == (verdict, suggestion), said.message
    assert message in said.message
    assert any(hint in line for line in said.near_misses) if hint else said.near_misses == ()
    assert not re.search(r"\b(he|him|his|she|her)\b", " ".join((said.message, *said.near_misses)))
