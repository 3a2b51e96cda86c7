"""Claims that a machine read: printed fields stand, and inferred ones range over what the article allows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import msgspec
import pytest
from arden import article
from judging import WORDS
from test_readings import WORLD as MEETINGS

from harness.checking.gate import Demands, gate
from harness.checking.gathering import article_report
from harness.checking.inferred import Alternative, InferredJudge
from harness.checking.load import ClaimFile, default_truth_folder, load_all, load_truth, read_claims
from harness.checking.load.sense import check_text
from harness.checking.resolve import ArticleWords
from harness.checking.run import Checker
from harness.checking.score import count, scores
from harness.claims.claim import kind_of
from harness.extract import extract, read_articles
from harness.records.model import Finding, Mistake, Setting
from harness.truth.index import Truth
from harness.truth.pack import Pack
from harness.values import Figure, read_count

CLAIMS = Path(__file__).parents[2] / "claims"
SAMPLES = Path(__file__).parents[2] / "benchmarks" / "samples"
LANGUAGE = Path(__file__).parents[1] / "language"
NEXT = {"gold": "silver", "silver": "bronze", "bronze": "gold"}
CARRIED = ["scope.competition", "scope.year"]
BUDAPEST = {"event": "1500m", "competition": "World Championships", "year": 2023}
EUGENE = {"event": "1500m", "competition": "World Championships", "year": 2022}


def language_pack() -> Pack:
    """The world of the claim language, which has a heptathlon."""
    parts = [msgspec.json.decode(path.read_bytes(), type=Pack) for path in sorted(LANGUAGE.glob("world*.json"))]
    return Pack(**{table: sum((getattr(part, table) for part in parts), ()) for table in Pack.__struct_fields__})


@cache
def checker() -> Checker:
    truth = load_truth(default_truth_folder())
    assert isinstance(truth, Truth)
    return Checker(truth)


def read(
    *claims: dict[str, Any], read_by: str | None = "a machine", published: str = "2024-07-20"
) -> ClaimFile | list[Mistake]:
    numbered = [{"id": f"claim-{number}", **WORDS, **claim} for number, claim in enumerate(claims)]
    head = article() | {"published": published} | ({"read_by": read_by} if read_by else {})
    return read_claims(json.dumps({"article": head, "claims": numbered}).encode(), "claims.json")


def judge(*claims: dict[str, Any]) -> list[Finding]:
    file = read(*claims)
    assert isinstance(file, ClaimFile), file
    return checker().check_article(file)


def mark(
    printed: str, scope: dict[str, Any], *inferred: str, athlete: str = "Josh Kerr", **more: Any
) -> dict[str, Any]:
    return {"kind": "mark", "athlete": athlete, "mark": printed, "scope": scope, "inferred": list(inferred), **more}


def place(
    printed: str, scope: dict[str, Any], *inferred: str, athlete: str = "Josh Kerr", **more: Any
) -> dict[str, Any]:
    return {"kind": "place", "athlete": athlete, "place": printed, "scope": scope, "inferred": list(inferred), **more}


@pytest.mark.parametrize(
    ("claim", "verdict", "contradicted", "read_as"),
    [
        pytest.param(mark("3:29.38", BUDAPEST, *CARRIED), "supported", False, False, id="right as carried"),
        pytest.param(mark("3:30.60", BUDAPEST, *CARRIED), "supported", False, True, id="his mark of another race"),
        pytest.param(mark("3:29.39", BUDAPEST, *CARRIED), "not_enough_info", True, False, id="no mark of his"),
        pytest.param(place("first", BUDAPEST, *CARRIED), "supported", False, False, id="a place right as carried"),
        pytest.param(place("fifth", BUDAPEST, *CARRIED), "not_enough_info", False, True, id="a place says little"),
        pytest.param(place("40th", BUDAPEST, *CARRIED), "not_enough_info", True, False, id="no place of his"),
        pytest.param(mark("3:29.39", BUDAPEST), "refuted", False, False, id="written by hand"),
        pytest.param(mark("3:29.99", BUDAPEST, "scope.event"), "refuted", False, False, id="the meeting is printed"),
        pytest.param(mark("3:30.60", BUDAPEST, "scope.year"), "supported", False, True, id="another year"),
        pytest.param(mark("3:29.65", BUDAPEST, "athlete"), "not_enough_info", True, False, id="nobody else is named"),
        pytest.param(
            {"kind": "bio", "athlete": "Josh Kerr", "age": 31, "inferred": ["athlete"]},
            "not_enough_info", True, False, id="whose age is guessed",
        ),
        pytest.param({"kind": "bio", "athlete": "Josh Kerr", "age": 31}, "refuted", False, False, id="printed"),
        pytest.param(
            mark("3:29.3", BUDAPEST, *CARRIED, athlete="Narve Gilje Nordås"),
            "not_enough_info", True, False, id="a tenth is not a mark to its precision",
        ),
    ],
)  # fmt: skip
def test_a_claim_with_inferred_fields(claim: dict[str, Any], verdict: str, contradicted: bool, read_as: bool) -> None:
    elsewhere = mark("3:30.20", EUGENE, athlete="Mario Garcia")
    finding = judge(claim, elsewhere)[0]
    assert (finding.verdict, finding.contradicted_as_read, bool(finding.read_as)) == (verdict, contradicted, read_as)
    assert not (contradicted and finding.suggestion)
    assert finding.inferred == tuple(claim.get("inferred", ()))


def test_another_athlete_whom_the_article_names_may_be_meant() -> None:
    named = place("second", BUDAPEST, athlete="Jakob Ingebrigtsen")
    found = judge(named, mark("3:29.65", BUDAPEST, "athlete"))[1]
    assert (found.verdict, found.read_as) == (
        "supported", ("Jakob Ingebrigtsen, 1500 m, World Championships Budapest 2023",)
    )  # fmt: skip


def test_a_sentence_must_hold_as_a_whole() -> None:
    sentence = {"compound": "s-1"}
    elsewhere = mark("3:30.20", EUGENE, athlete="Mario Garcia")
    both = mark("3:30.60", BUDAPEST, *CARRIED, **sentence), place("fifth", BUDAPEST, *CARRIED, **sentence)
    assert [finding.verdict for finding in judge(*both, elsewhere)[:2]] == ["supported", "not_enough_info"]
    torn = mark("3:30.60", BUDAPEST, *CARRIED, **sentence), place("third", BUDAPEST, *CARRIED, **sentence)
    assert [finding.verdict for finding in judge(*torn, elsewhere)[:2]] == ["not_enough_info", "not_enough_info"]


def test_what_is_open_takes_no_part_in_conflicts() -> None:
    file = read(mark("3:29.38", BUDAPEST), mark("3:29.83", BUDAPEST, *CARRIED))
    assert isinstance(file, ClaimFile)
    findings = checker().check_article(file)
    assert [finding.verdict for finding in findings] == ["supported", "not_enough_info"]
    assert article_report(file, findings).counts.withdrawn == 0
    assert article_report(file, findings).read_by == "a machine"


def test_only_a_demand_fails_on_what_is_contradicted_as_read() -> None:
    findings = judge(mark("3:29.38", BUDAPEST), mark("3:29.39", BUDAPEST, *CARRIED))
    counts = count(findings)
    assert (counts.not_enough_info, counts.contradicted) == (1, 1)
    assert gate(counts, scores(counts), (), (), Demands()).exit_code == 0
    asked = gate(counts, scores(counts), (), (), Demands(fail_on=("contradicted",)))
    assert (asked.exit_code, asked.message) == (1, "gate: failed: 1 claim contradicted as read")


@pytest.mark.parametrize(
    ("claim", "read_by", "expected"),
    [
        (mark("3:29.38", BUDAPEST, "scope.year"), None, "$.claims[0].inferred: only a machine infers fields"),
        (mark("3:29.38", BUDAPEST, "scope.yeer"), "a machine", "a mark has no field 'scope.yeer': did you mean"),
        (mark("3:29.38", BUDAPEST, "quote"), "a machine", "a mark has no field 'quote'"),
    ],
)
def test_what_cannot_be_inferred(claim: dict[str, Any], read_by: str | None, expected: str) -> None:
    mistakes = read(claim, read_by=read_by)
    assert isinstance(mistakes, list)
    assert any(expected in f"{mistake.path}: {mistake.message}" for mistake in mistakes), mistakes


@pytest.mark.parametrize(
    ("quote", "inferred", "expected"),
    [
        ("Josh Kerr's 3:29.38", ["athlete"], ["the quote prints athlete ('Josh Kerr')"]),
        ("3:29.38 in the 1500m", ["scope.event"], ["the quote prints scope.event ('1500m')"]),
        ("3:29.38 in 2023", ["scope.year"], ["the quote prints scope.year (2023)"]),
        ("3:29.38", ["athlete", "scope.event"], []),
        ("3:29.38 of 20231", ["scope.year"], []),  # part of another figure
    ],
)
def test_what_the_quote_prints_is_not_inferred(quote: str, inferred: list[str], expected: list[str]) -> None:
    words = {"quote": quote, "start": 0, "end": len(quote)}
    head = article() | {"read_by": "a machine", "sha256": sha256(quote.encode()).hexdigest(), "characters": len(quote)}
    claim = {"id": "claim-0", **WORDS, **mark("3:29.38", BUDAPEST, *inferred), **words}
    file = read_claims(json.dumps({"article": head, "claims": [claim]}).encode(), "claims.json")
    assert isinstance(file, ClaimFile), file
    mistakes = check_text(file, quote)
    assert [mistake.message[: len(why)] for mistake, why in zip(mistakes, expected, strict=True)] == expected


THORNBY = {"event": "800m", "competition": "Thornby", "year": 2020}
LONG_JUMP = {"event": "long jump", "competition": "Grand Games", "year": 2024}
ONE_DAY = {"event": "800m", "competition": "Severn Cup 2020"}
WORLDS: dict[str, Truth] = {
    "meetings": Truth(msgspec.convert(MEETINGS, Pack)), "language": Truth(language_pack()),
    "two races a day": Truth(msgspec.convert({**MEETINGS, "races": [*MEETINGS["races"], *(
        {"event": "800m", "sex": "men", "date": "2021-05-01", "city": "Orle", "round": "final", "sources": ["book"],
         "results": [{"athlete": "adam-vane", "mark": printed}]} for printed in ("1:45.11", "1:46.22")
    )]}, Pack)),
    "a race of some day in May": Truth(msgspec.convert({**MEETINGS, "races": [
        {"event": "800m", "sex": "men", "date": "2021-05", "city": "Orle", "round": "final", "sources": ["book"],
         "results": [{"athlete": "adam-vane", "mark": "1:45.11"}]}], "completeness": [
        {"id": "may", "covers": "races", "athletes": ["adam-vane"], "start": "2021-05", "end": "2021-05",
         "indoor_too": True, "text": "all his races in May", "sources": ["book"]}]}, Pack)),
}  # fmt: skip


@pytest.mark.parametrize(
    ("world", "claim", "verdict", "contradicted"),
    [
        # Of the two meetings in Thornby he was third in 2020, and second in 2021.
        pytest.param("meetings", place("second", THORNBY, "scope.year", athlete="Finn Oake"),
                     "not_enough_info", True, id="true of the other year, which the place alone does not settle"),
        pytest.param("meetings", place("second", THORNBY, athlete="Finn Oake"), "refuted", False, id="by hand"),
        pytest.param("meetings", place("third", THORNBY, "scope.year", athlete="Finn Oake"),
                     "supported", False, id="true as carried"),
        # 1.92 m was her height in the heptathlon, of which the high jump is no event of its own.
        pytest.param("language", mark("1.92m", LONG_JUMP, "scope.event", athlete="Lind"),
                     "not_enough_info", True, id="a part of a combined event"),
        pytest.param("language", mark("1.92m", LONG_JUMP, "scope.event", "scope.competition", athlete="Lind"),
                     "not_enough_info", True, id="of any holding"),
        pytest.param("language", mark("1.92m", LONG_JUMP, athlete="Lind"), "refuted", False, id="of the long jump"),
        pytest.param("language", {"kind": "record", "level": "personal", "athlete": "Lind", "mark": "6.00m",
                                  "scope": {"event": "long jump"}, "inferred": ["scope.event"]},
                     "not_enough_info", True, id="a list in which the mark is none"),
        pytest.param("two races a day", mark("1:45.11", ONE_DAY, "scope.competition", athlete="Adam Vane"),
                     "not_enough_info", True, id="one of two races that no words tell apart"),
        pytest.param("two races a day", mark("1:40.11", {"event": "800m"}, "scope.competition", athlete="Adam Vane"),
                     "not_enough_info", False, id="any race of all, two of them of one day"),
        pytest.param("a race of some day in May",
                     mark("1:45.11", {"event": "800m"}, "scope.competition", athlete="Adam Vane"),
                     "supported", False, id="the one race of a month, of a day that is not known"),
        pytest.param("language",
                     place("first", {**LONG_JUMP, "event": "1500m"}, "scope.event", athlete="Lind", at="800m"),
                     "not_enough_info", False, id="a point on the way that her own events have not"),
    ],
)  # fmt: skip
def test_what_may_be_true_of_a_reading_that_is_not_gone_through_is_not_refuted(
    world: str, claim: dict[str, Any], verdict: str, contradicted: bool
) -> None:
    file = read(claim, published="2024-10-01")
    assert isinstance(file, ClaimFile), file
    (finding,) = Checker(WORLDS[world]).check_article(file)
    assert (finding.verdict, finding.contradicted_as_read) == (verdict, contradicted), finding.message


@pytest.mark.parametrize(("number", "ends_in"), [(1, "1 June 2020"), (4, "4 June 2020"), (5, "4 June 2020; ...")])
def test_of_many_readings_some_are_shown(number: int, ends_in: str) -> None:
    (finding,) = judge(mark("3:29.39", BUDAPEST))
    days = [date(2020, 6, day).toordinal() for day in range(1, number + 1)]
    readings: list[Any] = [Alternative(None, Setting(event="1500m", start=day, end=day), None) for day in days]
    found = InferredJudge(checker().writer, ArticleWords(checker().names, 0, []), [], [])._open(finding, readings)
    assert len(found.read_as) == number
    assert found.message.endswith(ends_in)


def test_too_many_readings_refute_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = mark("3:29.99", BUDAPEST, "scope.event")
    assert judge(wrong)[0].verdict == "refuted"
    monkeypatch.setattr("harness.checking.inferred.MOST_ALTERNATIVES", 0)
    assert (judge(wrong)[0].verdict, judge(wrong)[0].contradicted_as_read) == ("not_enough_info", True)


@pytest.mark.parametrize(("most", "verdict"), [(2, "not_enough_info"), (3, "refuted")])
def test_of_three_readings_three_are_not_too_many(most: int, verdict: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harness.checking.inferred.MOST_ALTERNATIVES", most)
    assert judge(mark("3:29.99", BUDAPEST, "scope.event"))[0].verdict == verdict


@pytest.mark.parametrize(("number", "verdict"), [(200, "refuted"), (201, "not_enough_info")])
def test_two_hundred_readings_are_looked_through(number: int, verdict: str, monkeypatch: pytest.MonkeyPatch) -> None:
    own = InferredJudge._alternatives
    monkeypatch.setattr(InferredJudge, "_alternatives", lambda *of: islice(cycle(own(*of)), number))
    assert judge(mark("3:29.99", BUDAPEST, "scope.event"))[0].verdict == verdict


def test_a_guessed_kind_is_no_error() -> None:
    assert [finding.verdict for finding in judge(mark("3:29.39", BUDAPEST, "kind"))] == ["not_enough_info"]


def test_hardly_a_planted_error_is_confirmed_by_another_reading() -> None:
    """The possible-worlds law for inferred fields, on all marks that the shipped claims get right."""
    files, mistakes = load_all([CLAIMS])
    assert not mistakes
    tried = confirmed = 0
    for file in files:
        right = {finding.claim for finding in checker().check_article(file) if finding.verdict == "supported"}
        machine = msgspec.structs.replace(file.article, read_by="a machine")
        for number, claim in enumerate(file.claims):
            if kind_of(claim) != "mark" or claim.id not in right or claim.at is not None:
                continue
            for wrong in filter(None, (_moved(claim.mark, step) for step in (1, 2, 3, 5, 7, 9, 18, 27, 36))):
                planted = msgspec.structs.replace(claim, mark=wrong, inferred=(*CARRIED, "scope.round"))
                claims = (*file.claims[:number], planted, *file.claims[number + 1 :])
                finding = checker().check_article(ClaimFile(file.path, machine, claims))[number]
                tried += 1
                confirmed += finding.verdict == "supported"
    assert tried > 150
    assert confirmed <= tried / 100


def test_hardly_an_error_in_what_the_rules_read_is_confirmed() -> None:
    """The same law on the claims that the shipped reader makes of articles, and on places, medals and ages too."""
    tried = confirmed = 0
    for article_read in read_articles([SAMPLES / "articles", SAMPLES / "drafts" / "articles"])[0]:
        document = extract("rules", article_read).document
        assert document is not None
        file = read_claims(json.dumps(document).encode(), article_read.id)
        assert isinstance(file, ClaimFile)
        for number, finding in enumerate(checker().check_article(file)):
            if finding.verdict != "supported" or finding.read_as:
                continue
            for planted in _planted(file.claims[number]):
                claims = (*file.claims[:number], planted, *file.claims[number + 1 :])
                judged = checker().check_article(ClaimFile(file.path, file.article, claims))[number]
                tried += 1
                confirmed += judged.verdict == "supported"
    assert tried > 100
    assert confirmed <= tried / 100


def _planted(claim: Any) -> Iterator[Any]:
    """The claim with an error: hundredths, the place or the age by one, the next colour."""
    if kind_of(claim) == "mark" and claim.mark and claim.at is None:
        for wrong in filter(None, (_moved(claim.mark, step) for step in (3, 7, 18))):
            yield msgspec.structs.replace(claim, mark=wrong)
    if kind_of(claim) == "place" and claim.place is not None and claim.at is None:
        printed = read_count(claim.place)
        if isinstance(printed, Figure) and printed.exact is not None:
            yield msgspec.structs.replace(claim, place=printed.exact + 1)
    if kind_of(claim) == "medal" and claim.medal in NEXT:
        yield msgspec.structs.replace(claim, medal=NEXT[claim.medal])
    if kind_of(claim) == "bio" and isinstance(claim.age, int):
        yield msgspec.structs.replace(claim, age=claim.age + 1)


def test_a_medal_of_an_unnamed_race_is_not_confirmed_by_any_that_fits() -> None:
    medal = {"kind": "medal", "athlete": "Josh Kerr", "scope": {"event": "1500m"}, "inferred": ["scope.competition"]}
    found = [judge({**medal, "medal": colour})[0] for colour in ("gold", "bronze")]
    assert [finding.verdict for finding in found] == ["not_enough_info", "not_enough_info"]
    assert "which race is meant is not printed" in found[0].message


def _moved(printed: str, hundredths: int) -> str:
    """3:29.38 and 7 hundredths: 3:29.45; "" for what is printed otherwise."""
    head, point, tail = printed.rpartition(".")
    return f"{head}.{(int(tail) + hundredths) % 100:02}" if point and len(tail) == 2 and tail.isdigit() else ""


@pytest.mark.parametrize("claim", [
    place("1", {"event": "1500m", "competition": "Tokyo", "year": 2021}, "scope.year", athlete="Peter Snell"),
    mark("3:38.1", {"event": "1500m", "competition": "Tokyo", "year": 2021}, "scope.year", athlete="Peter Snell"),
])  # fmt: skip
def test_a_city_without_its_year_may_be_any_holding_there(claim: dict[str, Any]) -> None:
    """He won in the Tokyo of 1964: the year that was carried over is a reading among others, and refutes nothing."""
    finding = judge(claim)[0]
    assert (finding.verdict, finding.contradicted_as_read) == ("not_enough_info", False)
    assert any("1964" in reading for reading in finding.read_as)
