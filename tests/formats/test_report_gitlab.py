"""gitlab: the keys GitLab reads, severities it knows, fingerprints that differ and stay."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from harness.present.formats import write
from harness.records.model import Report


def issues(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(write(report, "gitlab"))
    return found


def test_each_issue_has_what_gitlab_asks_for(arden: Report) -> None:
    for issue in issues(arden):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not issue["location"]["path"].startswith(("/", "./"))
        assert issue["location"]["lines"]["begin"] >= 1


def test_severities(arden: Report) -> None:
    assert [(issue["check_name"], issue["severity"]) for issue in issues(arden)] == [
        ("mistake", "blocker"),
        ("mark", "blocker"),  # unreadable
        ("place", "critical"),  # refuted, high
        ("mark", "minor"),  # supported with a remark
        ("mark", "info"),  # undecided
        ("mark", "info"),  # waived
        ("conflict", "minor"),
        ("conflict", "minor"),
        ("gate", "info"),
    ]


def test_fingerprints_differ_and_stay(arden: Report) -> None:
    known_by = [issue["fingerprint"] for issue in issues(arden)]
    assert len(set(known_by)) == len(known_by)
    moved = tuple(msgspec.structs.replace(one, line=one.line + 1, message="worded anew") for one in arden.findings)
    assert [issue["fingerprint"] for issue in issues(msgspec.structs.replace(arden, findings=moved))] == known_by
