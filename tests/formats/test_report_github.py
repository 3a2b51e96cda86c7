"""github: commands that a runner parses back, the loudest first, and the gate before all."""

from __future__ import annotations

import re

import msgspec
import pytest

from harness.present.formats import write
from harness.records.model import Gate, Report


def parsed(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """As actions/runner reads a line: name, properties and message, their escapes undone, "%25" last."""
    found = []
    for line in write(report, "github").splitlines():
        match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
        assert match, line
        properties = dict(one.split("=", 1) for one in match[2].split(","))
        found.append((match[1], {key: undone(value) for key, value in properties.items()}, undone(match[3])))
    return found


def undone(text: str) -> str:
    for escape, character in (("%2C", ","), ("%3A", ":"), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def test_the_gate_comes_first(arden: Report) -> None:
    name, properties, message = parsed(arden)[0]
    assert (name, properties) == ("error", {"title": arden.gate.message})
    assert message.startswith("10 claims: ")
    passed = msgspec.structs.replace(arden, gate=Gate(True, 0, "gate: passed"))
    assert parsed(passed)[0][0] == "notice"


def test_the_loudest_first_because_a_host_shows_ten(arden: Report) -> None:
    names = [name for name, *_ in parsed(arden)]
    # the gate, a mistake, unreadable, refuted; two conflicts, a misprint; undecided, waived
    assert names == ["error"] * 4 + ["warning"] * 3 + ["notice"] * 2
    assert "waived" in parsed(arden)[-1][1]["title"]


def test_the_rest_is_pointed_to_when_there_is_one(arden: Report) -> None:
    assert "the log of this step" not in write(arden, "github")
    many = msgspec.structs.replace(arden, findings=arden.findings * 3)
    assert "18 annotations: GitHub shows 10 of each sort, the log of this step has all" in parsed(many)[0][2]


def test_an_annotation_stands_beside_its_claim(arden: Report) -> None:
    (properties,) = [one for _, one, _ in parsed(arden) if "holt-second" in one["title"]]
    (finding,) = [one for one in arden.findings if one.claim == "holt-second"]
    assert (properties["file"], properties["line"], properties["col"]) == (
        "claims/arden.json", str(finding.line), str(finding.column)
    )  # fmt: skip


@pytest.mark.parametrize("words", ["a::b", "50 % off, c: d", "one\ntwo", "%0A", "::error::x", "a,b=c"])
def test_words_come_back_as_they_were(arden: Report, words: str) -> None:
    changed = tuple(msgspec.structs.replace(one, quote=words, file=words) for one in arden.findings)
    report = msgspec.structs.replace(arden, findings=changed)
    for _, properties, message in parsed(report)[2:4]:
        assert message.startswith(f'"{words}": claim ')
        assert properties["file"] == words
