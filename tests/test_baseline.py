"""The baseline: what an entry accepts, when it stops, and which files are refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from harness.baseline import (
    VERSION,
    Baseline,
    encoded,
    entry_of,
    in_force,
    migrated,
    pruned,
    read_baseline,
    remembered,
    rewritten,
    waive,
)
from harness.records.model import ClaimRef, Conflict, Evidence, Finding, Judged
from harness.records.waiver import Waiver
from harness.values import exactly

HERE = Path()
BOTH = {"arden", "birk"}
ACCEPTS = ("refuted", "undecided", "conflict")
WAIVER = Waiver("the club says otherwise", "Ada", "2024-08-02")
TODAY = date(2024, 9, 1).toordinal()


def finding(claim: str, verdict: str = "refuted", article: str = "arden", claimed: int = 210100) -> Finding:
    key = f"mark.mark({claim})"
    judged = () if verdict in ("not_checkable", "unreadable") else (
        Judged(key, "time", 738000, exactly(claimed), exactly(210120), verdict),  # type: ignore[arg-type]
    )  # fmt: skip
    severity = "low" if verdict == "refuted" else None
    return Finding(
        article=article, claim=claim, kind="mark", verdict=verdict, severity=severity, text="t", quote="q", start=0,
        end=1, judged=judged, evidence=(Evidence("r1", "3:30.12"),), claim_digest=str(claimed),
    )  # type: ignore[arg-type]  # fmt: skip


WRONG, OPEN, RIGHT = finding("wrong"), finding("open", "not_enough_info"), finding("right", "supported")
OTHER = finding("wrong", "supported", article="birk")
ALL = [WRONG, OPEN, RIGHT, OTHER]
CLASH = Conflict((ClaimRef("arden", "right"), ClaimRef("birk", "wrong")), "articles", "mark.mark(right)", "1 or 2")


def write(findings: list[Finding], conflicts: list[Conflict], old: Baseline = Baseline(), **changes: Any) -> Baseline:  # noqa: B008
    return rewritten(old, findings, conflicts, (), replace(WAIVER, **changes), ACCEPTS, HERE)


BASELINE = write(ALL, [CLASH])


def test_all_that_is_wrong_or_open_is_accepted_and_nothing_else() -> None:
    found = waive(BASELINE, TODAY, ALL, [CLASH], ALL, BOTH)
    assert [one.waiver for one in found.findings] == [WAIVER, WAIVER, None, None]
    assert [one.waiver for one in found.conflicts] == [WAIVER]
    assert found.unused == ()


@pytest.mark.parametrize("verdict", ["unreadable", "not_checkable", "supported"])
def test_what_is_not_to_be_waived_has_no_entry(verdict: str) -> None:
    assert write([finding("c", verdict)], []) == Baseline()


@pytest.mark.parametrize(
    "verdict, accepts",
    [("refuted", "refuted"), ("not_enough_info", "undecided"), ("supported", None), ("unreadable", None)],
)
def test_the_entry_of_one_finding_is_that_of_the_whole_file(verdict: str, accepts: str | None) -> None:
    entry = entry_of(finding("c", verdict), WAIVER, HERE)
    assert write([finding("c", verdict)], []).entries == (() if entry is None else (entry,))
    assert (None if entry is None else entry.accepts) == accepts


@pytest.mark.parametrize(
    "change, why",
    [
        pytest.param({"line": 70, "file": "moved.json", "message": "in other words", "start": 9}, None, id="moved"),
        pytest.param({"evidence": (Evidence("r1", "3:30.12", ("book", "web")),)}, None, id="one more source"),
        pytest.param({"claim_digest": "other"}, "claim changed", id="a field of the claim"),
        pytest.param({"quote": "3:30.09"}, "claim changed", id="the printed figure"),
        pytest.param({"evidence": (Evidence("r1", "3:30.13"),)}, "truth changed", id="the result behind it"),
        pytest.param({"relied_on": ("all finals",)}, "truth changed", id="a completeness statement"),
        pytest.param({"severity": "high"}, "rule changed", id="it weighs more"),
        pytest.param({"verdict": "supported", "severity": None}, "rule changed", id="judged otherwise"),
    ],
)
def test_when_an_entry_stops(change: dict[str, Any], why: str | None) -> None:
    changed = replace(WRONG, **change)
    found = waive(BASELINE, TODAY, [changed, OPEN, RIGHT, OTHER], [CLASH], ALL, BOTH)
    assert found.findings[0].waiver == (WAIVER if why is None else None)
    assert [(one.claim, one.why) for one in found.unused] == ([] if why is None else [("wrong", why)])


@pytest.mark.parametrize(
    "until, today, accepted",
    [
        ("2024-08-31", date(2024, 8, 30), True),
        ("2024-08-31", date(2024, 8, 31), True),  # the last day counts
        ("2024-08-31", date(2024, 9, 1), False),
        ("", date(9999, 12, 31), True),
    ],
)
def test_the_last_day(until: str, today: date, accepted: bool) -> None:
    baseline = write([WRONG], [], until=until)
    found = waive(baseline, today.toordinal(), [WRONG], [], [WRONG], BOTH)
    assert (found.findings[0].waiver is not None) is accepted
    assert [one.why for one in found.unused] == ([] if accepted else ["expired"])


def test_a_change_comes_before_the_end_date_as_a_reason() -> None:
    baseline = write([WRONG], [], until="2024-08-03")
    found = waive(baseline, TODAY, [replace(WRONG, quote="other")], [], [], BOTH)
    assert [one.why for one in found.unused] == ["claim changed"]


@pytest.mark.parametrize(
    "looked_at, unused",
    [
        pytest.param(BOTH, ["claim gone", "conflict gone"], id="both articles"),
        # Without the other article, nobody can say that the conflict is gone.
        pytest.param({"arden"}, ["claim gone"], id="this article"),
        pytest.param({"birk"}, [], id="the other article"),
        pytest.param(set(), [], id="only some kinds of claims"),
    ],
)
def test_what_is_not_found_is_gone_only_where_it_was_looked_for(looked_at: set[str], unused: list[str]) -> None:
    baseline = write([WRONG, RIGHT, OTHER], [CLASH])
    found = waive(baseline, TODAY, [RIGHT, OTHER], [], [RIGHT, OTHER], looked_at)
    assert sorted({one.why for one in found.unused}) == unused


@pytest.mark.parametrize(
    "paths, articles",
    [
        (["claims"], {"arden", "birk"}),
        (["."], {"arden", "birk"}),
        (["claims/old"], {"birk"}),
        (["claims/old/../a.json"], {"arden"}),
        (["claims/ol", "elsewhere"], set()),
    ],
)
def test_where_an_article_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], articles: set) -> None:
    """The baseline is in a folder of its own, and asked from the folder above."""
    monkeypatch.chdir(tmp_path)
    findings = [replace(WRONG, file="claims/a.json"), replace(finding("x", article="birk"), file="claims/old/b.json")]
    baseline = rewritten(Baseline(), findings, [], (), WAIVER, ACCEPTS, Path("ci"))
    assert [entry.file for entry in baseline.entries] == ["../claims/a.json", "../claims/old/b.json"]
    assert remembered(baseline, Path("ci"), map(Path, paths)) == articles


def test_a_conflict_is_accepted_claim_by_claim() -> None:
    joins = finding("joins", "supported", article="cove")
    wider = replace(CLASH, claims=(*CLASH.claims, ClaimRef("cove", "joins")))
    narrower = replace(CLASH, claims=CLASH.claims[:1])
    found = waive(BASELINE, TODAY, ALL, [wider, narrower], [*ALL, joins], BOTH)
    assert [one.waiver for one in found.conflicts] == [None, WAIVER]
    assert found.unused == (), "the claims are still in conflict"


def test_a_conflict_ends_with_what_a_claim_says_not_with_the_truth() -> None:
    known_better = replace(RIGHT, evidence=(), verdict="refuted", severity="low")
    edited = replace(RIGHT, claim_digest="other")
    for changed, waiver, why in ((known_better, WAIVER, []), (edited, None, ["claim changed"])):
        findings = [WRONG, OPEN, changed, OTHER]
        found = waive(BASELINE, TODAY, findings, [CLASH], findings, BOTH)
        assert found.conflicts[0].waiver == waiver
        assert [one.why for one in found.unused] == why


def test_the_last_to_accept_a_part_answers_for_the_conflict() -> None:
    first = write([RIGHT], [replace(CLASH, claims=CLASH.claims[:1])])
    both = write(ALL, [CLASH], old=first, reason="looked at again", date="2024-08-09")
    found = waive(both, TODAY, ALL, [CLASH], ALL, BOTH)
    assert found.conflicts[0].waiver == replace(WAIVER, reason="looked at again", date="2024-08-09")


def test_writing_again_keeps_what_holds() -> None:
    new = finding("new")
    again = waive(BASELINE, TODAY, [*ALL, new], [CLASH], [*ALL, new], BOTH)
    later = replace(WAIVER, reason="also", date="2024-09-01")
    baseline = rewritten(BASELINE, again.findings, again.conflicts, again.unused, later, ACCEPTS, HERE)
    assert set(BASELINE.entries) < set(baseline.entries)
    assert [entry.claim for entry in baseline.entries if entry.reason == "also"] == ["new"]


def test_writing_some_kinds_of_entries_only() -> None:
    only = rewritten(Baseline(), ALL, [CLASH], (), WAIVER, ("undecided",), HERE)
    assert [entry.claim for entry in only.entries] == ["open"]


def test_pruning_takes_out_what_is_unused_only() -> None:
    found = waive(BASELINE, TODAY, ALL[1:], [CLASH], ALL[1:], BOTH)
    left = pruned(BASELINE, found.unused)
    gone = {entry.key for entry in BASELINE.entries} - {entry.key for entry in left.entries}
    assert gone == {("arden", "wrong", "mark.mark(wrong)", "refuted")}


def test_the_digest_is_of_what_is_in_force() -> None:
    ending, endless = write([WRONG], [], until="2024-08-31").entries + write([OPEN], []).entries
    both = Baseline(entries=(ending, endless))
    assert in_force(both, TODAY) == in_force(Baseline(entries=(endless,)), TODAY) != in_force(both, TODAY - 9)


@given(st.permutations(BASELINE.entries))
def test_the_file_is_sorted(entries: list) -> None:
    assert encoded(Baseline(entries=tuple(entries))) == encoded(BASELINE)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(encoded(BASELINE), encoding="utf-8")
    assert read_baseline(path) == BASELINE


GOOD: dict[str, Any] = json.loads(encoded(write([WRONG], [], until="2024-12-31")))
(ENTRY,) = GOOD["entries"]


@pytest.mark.parametrize(
    "content, mistakes",
    [
        pytest.param({**GOOD, "version": 3}, ["1:13: $.version: written by a newer harness"], id="newer"),
        # What a newer version brings is not held against it.
        pytest.param({"version": 9, "waivers": []}, ["1:13: $.version: written by a newer"], id="newer and unknown"),
        pytest.param({**GOOD, "version": 0}, ["1:13: $.version: 0 is none of"], id="version 0"),
        pytest.param({**GOOD, "version": "1"}, ["$.version: expected a whole number"], id="version as text"),
        pytest.param({"entries": []}, ["1:1: $: missing field 'version'"], id="no version"),
        pytest.param([], ["1:1: $: expected an object"], id="a list"),
        pytest.param({**GOOD, "entires": []}, ["field 'entires': did you mean 'entries'?"], id="key"),
        pytest.param(
            {**GOOD, "entries": [{**ENTRY, "resaon": "x", "until": None, "date": "2 August"}]},
            ["date: '2 August' is not of the form", "resaon: unknown field 'resaon': did you mean 'reason'?"],
            id="several at once",
        ),
        pytest.param({**GOOD, "entries": [ENTRY, ENTRY]}, ["$.entries[1]: accepts the same as entries[0]"], id="twice"),
        pytest.param(
            {**GOOD, "entries": [{**ENTRY, "date": "2024-02-30", "until": "2024-13-01"}]},
            ["date: '2024-02-30' is not a calendar date", "until: '2024-13-01' is not a calendar date"],
            id="no days",
        ),
        pytest.param(
            {**GOOD, "entries": [{**ENTRY, "until": "2024-08-01"}]}, ["2024-08-01 is before 2024-08-02"], id="backwards"
        ),
        pytest.param({**GOOD, "entries": [{**ENTRY, "reason": "  "}]}, ["a text that is not blank"], id="no reason"),
        pytest.param({**GOOD, "entries": [{**ENTRY, "accepts": "unreadable"}]}, ["none of"], id="not to be accepted"),
    ],
)
def test_files_that_are_refused(tmp_path: Path, content: Any, mistakes: list[str]) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    found = read_baseline(path)
    assert isinstance(found, list)
    assert len(found) == len(mistakes)
    for mistake, expected in zip(found, mistakes, strict=True):
        assert expected in str(mistake)


@pytest.mark.parametrize(
    "raw, expected",
    [
        (b'{"version": 1, "version": 1}', "1:16: $.version: the key 'version' stands twice"),
        (b'{"version": 1, "entries": [', "1:28"),
        (b'{"version": NaN}', "1:13"),
        (b'\xef\xbb\xbf{"version": 1}', "byte order mark"),
        (b'{"version": 1, "entries": ["\\ud800"]}', "surrogate"),
        (b"", "1:1"),
    ],
)
def test_files_that_are_no_strict_json(tmp_path: Path, raw: bytes, expected: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_bytes(raw)
    found = read_baseline(path)
    assert isinstance(found, list)
    assert expected in str(found[0])


def test_a_file_of_version_one_is_read_and_written_as_the_newest(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(json.dumps({**GOOD, "version": 1}), encoding="utf-8")
    old = read_baseline(path)
    assert isinstance(old, Baseline)
    assert json.loads(encoded(old))["version"] == VERSION


def test_notes_and_anchors_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    anchor = {"exact": "3:29.50", "prefix": "Arden ran ", "suffix": "."}
    path.write_text(json.dumps({**GOOD, "entries": [{**ENTRY, "note": "asked the club", "anchor": anchor}]}))
    baseline = read_baseline(path)
    assert isinstance(baseline, Baseline)
    [entry] = json.loads(encoded(baseline))["entries"]
    assert (entry["note"], entry["anchor"]) == ("asked the club", anchor)


def of_kind(kind: str, one: Finding, key: str) -> Finding:
    return replace(one, kind=kind, judged=(replace(one.judged[0], quantity=key),))


@pytest.mark.parametrize(
    "kind, key, version, holds",
    [
        pytest.param("venue", "venue.place(edition=games; Paris)", 1, True, id="the claimed place was in the key"),
        pytest.param("bio", "bio.birthplace(berg; Oslo)", 1, True, id="the claimed town"),
        pytest.param("advance", "advance.outcome(berg; round=heat)", 1, True, id="the round"),
        pytest.param("venue", "venue.place(edition=games; Paris)", 2, False, id="a baseline of today"),
        pytest.param("mark", "mark.mark(somebody else)", 1, False, id="a kind whose keys are as they were"),
    ],
)
def test_a_baseline_of_the_first_version_still_holds(kind: str, key: str, version: int, holds: bool) -> None:
    """Of claims whose keys held what is claimed: it is matched by its claim, and `baseline write` renames its key."""
    now = of_kind(kind, WRONG, "key of today")
    (entry,) = write([of_kind(kind, WRONG, key)], []).entries
    old = Baseline(version=version, entries=(replace(entry, digests=replace(entry.digests, rule="another")),))  # type: ignore[arg-type]
    assert [one.waiver for one in waive(old, TODAY, [now], [], [now], BOTH).findings] == [WAIVER if holds else None]
    assert [one.quantity for one in migrated(old, [now]).entries] == ["key of today" if holds else key]
    edited = replace(now, claim_digest="edited")
    assert [one.waiver for one in waive(old, TODAY, [edited], [], [edited], BOTH).findings] == [None]
