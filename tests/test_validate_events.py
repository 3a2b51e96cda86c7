"""harness validate: what an event cannot have, or a claim say, is a mistake at its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from harness.checking.load import ClaimFile, misread, read_claims
from harness.checking.structure import misplaced
from harness.cli.commands import validate
from harness.names import Names
from harness.truth.index import Truth
from harness.truth.pack import Pack

WORLD = Path(__file__).parent / "language" / "world.json"
FINAL = {"event": "1500m", "competition": "Grand Games", "year": 2024, "sex": "men"}
RELAY = {"event": "4x400m relay", "competition": "Harbour Cup", "year": 2024}
GAMES = {"competition": "Grand Games", "year": 2024}
LONG_JUMP = {"event": "long jump", **GAMES}
HANDBALL = {"event": "handball", **GAMES}
HEPTATHLON = {"event": "heptathlon", "competition": "Grand Games", "year": 2024}


@pytest.fixture(scope="module")
def names() -> Names:
    import msgspec

    return Names(Truth(msgspec.json.decode(WORLD.read_bytes(), type=Pack)))


def file_of(claim: dict[str, Any]) -> ClaimFile:
    """A file of one claim, whose fields stand one a line from line 4 on."""
    words = {"id": "a-claim", "text": "what is claimed", "quote": "words", "start": 0, "end": 5}
    article = {
        "id": "article", "title": "A report", "publisher": "Post", "url": None, "published": "2024-10-01",
        "published_basis": "invented", "characters": 99, "sha256": "0" * 64,
    }  # fmt: skip
    lines = ",\n".join(f'"{field}": {json.dumps(value)}' for field, value in {**claim, **words}.items())
    text = '{"article": ' + json.dumps(article) + ',\n"claims": [\n{\n' + lines + "\n}]}"
    file = read_claims(text.encode(), "claims.json")
    assert isinstance(file, ClaimFile), file
    return file


def mistakes(claim: dict[str, Any], names: Names) -> list[str]:
    return [str(mistake) for mistake in misplaced(file_of(claim), names)]


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            {"kind": "mark", "athlete": "Dahl", "mark": "12.87", "scope": {**HEPTATHLON, "part": "javelin"}},
            "claims.json:7:86: $.claims[0].scope.part: heptathlon has no part 'javelin': its parts are",
        ),
        (
            {"kind": "mark", "athlete": "Kirui", "leg": "fifth", "scope": RELAY},
            "claims.json:6:8: $.claims[0].leg: 4x400 m relay has 4 legs, and none that is 'fifth'",
        ),
        (
            {"kind": "mark", "athlete": "Berg", "leg": "anchor", "scope": FINAL},
            "claims.json:6:8: $.claims[0].leg: 1500 m is not a relay: it has no legs",
        ),
        (
            {"kind": "mark", "athlete": "Berg", "mark": "3:30.00", "attempt": "second", "scope": FINAL},
            "claims.json:7:12: $.claims[0].attempt: only a field event has attempts",
        ),
        (
            {"kind": "mark", "athlete": "Berg", "mark": "56.00", "at": "1600m", "scope": FINAL},
            "claims.json:7:7: $.claims[0].at: '1600m' is not on the way in 1500 m",
        ),
        (
            {"kind": "margin", "ahead": "Berg", "behind": "Berg", "gap": "0.40", "scope": FINAL},
            "claims.json:6:11: $.claims[0].behind: an athlete cannot be ahead of themselves",
        ),
        (
            {"kind": "score", "athlete": "Berg", "score": "31-17", "scope": FINAL},
            "claims.json:6:10: $.claims[0].score: '31-17' is a score, and 1500 m is measured in seconds",
        ),
        (
            {"kind": "score", "athlete": "Harbour AC", "opponent": "Harbour AC", "result": "won", "scope": RELAY},
            "claims.json:6:13: $.claims[0].opponent: a side cannot be its own opponent",
        ),
        (
            {"kind": "mark", "athlete": "Berg", "mark": "31-17", "scope": FINAL},
            "claims.json:6:9: $.claims[0].mark: '31-17' is not a time",
        ),
        (
            {"kind": "count", "athlete": "Dahl", "of": "wins", "count": 2, "scope": {"group": "throws"}},
            "claims.json:8:20: $.claims[0].scope.group: no event is of a group or sport 'throws'",
        ),
        (
            {"kind": "head_to_head", "athlete": "Berg", "opponent": "Berg", "wins": 2, "scope": {"event": "1500m"}},
            "claims.json:6:13: $.claims[0].opponent: nobody is their own opponent",
        ),
        (
            {"kind": "place", "athlete": "Berg", "after": "Berg", "scope": FINAL},
            "claims.json:6:10: $.claims[0].after: nobody comes after themselves",
        ),
        (
            {"kind": "comparison", "nation": "Norway", "how": "more", "nations": ["Norway"], "scope": GAMES},
            "claims.json:7:12: $.claims[0].nations: nobody is compared with themselves",
        ),
        (
            {"kind": "comparison", "nation": "Norway", "how": "more", "scope": GAMES, "compared_to": GAMES},
            "claims.json:8:16: $.claims[0].compared_to: the same scope as that which is compared",
        ),
        (
            {"kind": "date", "relative_to": FINAL, "offset": "one week", "scope": FINAL},
            "claims.json:5:16: $.claims[0].relative_to: the same as the scope: nothing comes after itself",
        ),
        (
            {"kind": "only", "members": ["Berg", "Berg"], "feat": {"titles": 2}, "scope": {"event": "1500m"}},
            "claims.json:5:12: $.claims[0].members: somebody is named twice",
        ),
        (
            {"kind": "mark", "athlete": "Lind", "mark": "6.50m", "at": "200m to go", "scope": LONG_JUMP},
            "claims.json:7:7: $.claims[0].at: long jump is not a race: it has no points on the way",
        ),
        (
            {"kind": "mark", "athlete": "Lind", "mark": "6.50m", "stretch": "last lap", "scope": LONG_JUMP},
            "claims.json:7:12: $.claims[0].stretch: long jump is not a race: it has no stretches",
        ),
        (
            {"kind": "mark", "athlete": "Lind", "laps": ["6.50m"], "each": "a lap", "scope": LONG_JUMP},
            "claims.json:7:9: $.claims[0].each: long jump is not a race: it has no laps",
        ),
        (
            {"kind": "mark", "athlete": "Berg", "mark": "3:30.00", "scope": {**FINAL, "part": "high jump"}},
            "claims.json:7:95: $.claims[0].scope.part: 1500 m has no part 'high jump': it has none",
        ),
        (
            {
                "kind": "mark",
                "athlete": "Berg",
                "mark": "56.00",
                "at": "400m",
                "lenient": {"at": "1600m"},
                "scope": FINAL,
            },
            "claims.json:8:12: $.claims[0].lenient: '1600m' is not on the way in 1500 m",
        ),
        (
            {"kind": "edition", "scope": GAMES},
            "claims.json:3:1: $.claims[0]: neither a number nor a day nor a series is given",
        ),
        (
            {"kind": "mark", "athlete": "Lind", "mark": "7.01m", "attempt": "ninth", "scope": LONG_JUMP},
            "claims.json:7:12: $.claims[0].attempt: there are 6 attempts in a final, and none that is 'ninth'",
        ),
        (
            {"kind": "mark", "athlete": "Berg", "laps": ["56", "58", "57", "59"], "each": "400m", "scope": FINAL},
            "claims.json:6:28: $.claims[0].laps[3]: so many laps are longer than the 1500 m",
        ),
        (
            {"kind": "mark", "athlete": "Berg", "laps": ["26"] * 5, "each": "a quarter", "scope": FINAL},
            "claims.json:6:34: $.claims[0].laps[4]: so many laps are longer than the 1500 m",
        ),
        (
            {"kind": "mark", "athlete": "Lind", "attempt": 0, "scope": LONG_JUMP},
            "claims.json:6:12: $.claims[0].attempt: there are 6 attempts in a final, and none that is '0'",
        ),
        (
            {
                "kind": "mark",
                "athlete": "Mori",
                "mark": "1.96m",
                "attempt": "fourth",
                "scope": {**LONG_JUMP, "event": "high jump"},
            },
            "claims.json:7:12: $.claims[0].attempt: there are 3 attempts at a height, and none that is 'fourth'",
        ),
        (
            {"kind": "score", "athlete": "Harbour AC", "result": "won", "score": "17-17", "scope": HANDBALL},
            "claims.json:7:10: $.claims[0].score: '17-17' is level, and the match was won; a shoot-out has a field",
        ),
        (
            {"kind": "score", "athlete": "Harbour AC", "result": "lost", "score": "one-all", "scope": HANDBALL},
            "claims.json:7:10: $.claims[0].score: 'one-all' is level, and the match was lost",
        ),
        (
            {"kind": "score", "athlete": "Harbour AC", "result": "drew", "score": "3-2", "scope": HANDBALL},
            "claims.json:7:10: $.claims[0].score: '3-2' is no draw",
        ),
        (
            {"kind": "score", "athlete": "Harbour AC", "shootout": "4-4", "scope": HANDBALL},
            "claims.json:6:13: $.claims[0].shootout: '4-4' is level, which no shoot-out is in the end",
        ),
        (
            {"kind": "only", "members": ["Berg"], "feat": {"beats": "Anders Berg"}, "scope": {"event": "1500m"}},
            "claims.json:6:19: $.claims[0].feat.beats: nobody finishes ahead of themselves",
        ),
        (
            {"kind": "medal", "athlete": "Kirui", "medal": "gold", "scope": {**RELAY, "individual": True}},
            "claims.json:7:94: $.claims[0].scope.individual: 4x400 m relay is a team event",
        ),
        (
            {"kind": "medal", "athlete": "Berg", "medal": "gold", "scope": {**FINAL, "individual": False}},
            "claims.json:7:101: $.claims[0].scope.individual: 1500 m is an individual event",
        ),
        (
            {"kind": "mark", "athlete": "Berg", "mark": "56.00", "stretch": "last 2000m", "scope": FINAL},
            "claims.json:7:12: $.claims[0].stretch: 'last 2000m' is not on the way in 1500 m",
        ),
        (
            {"kind": "mark", "athlete": "Berg", "mark": "3:30.00", "stretch": "last 1500m", "scope": FINAL},
            "claims.json:7:12: $.claims[0].stretch: 'last 1500m' is not on the way in 1500 m",
        ),
    ],
)
def test_what_an_event_cannot_have_is_told_at_its_place(claim: dict[str, Any], told: str, names: Names) -> None:
    lines = mistakes(claim, names)
    assert len(lines) == 1
    assert lines[0].startswith(told)


@pytest.mark.parametrize(
    "claim",
    [
        {"kind": "mark", "athlete": "Berg", "mark": "3:20.00", "scope": FINAL},  # wrong, and well formed
        {"kind": "mark", "athlete": "Nobody", "mark": "3:30.00", "scope": FINAL},
        {"kind": "mark", "athlete": "Berg", "mark": "12.00", "scope": {**FINAL, "event": "javelin throw"}},
        {"kind": "mark", "athlete": "Kirui", "leg": "anchor", "mark": "43.04", "scope": RELAY},
        {"kind": "mark", "athlete": "Lind", "mark": "7.01m", "attempt": "sixth", "scope": LONG_JUMP},
        {
            "kind": "score",
            "athlete": "Harbour AC",
            "result": "won",
            "score": "2-2",
            "shootout": "4-3",
            "scope": HANDBALL,
        },
        {
            "kind": "score",
            "athlete": "Harbour AC",
            "result": "won",
            "score": "2-2",
            "by_shootout": True,
            "scope": HANDBALL,
        },
        {"kind": "score", "athlete": "Harbour AC", "result": "drew", "score": "2-2", "scope": HANDBALL},
        {"kind": "score", "athlete": "Harbour AC", "score": "17-17", "scope": HANDBALL},
        {
            "kind": "score",
            "athlete": "Lind",
            "result": "won",
            "sets": ["6-4", "3-3", "6-1"],
            "scope": {**GAMES, "event": "tennis"},
        },
        {"kind": "since", "athlete": "Berg", "feat": {"beats": "Kirui"}, "scope": FINAL},
        {"kind": "medal", "athlete": "Berg", "medal": "gold", "scope": {**FINAL, "individual": True}},
        {"kind": "mark", "athlete": "Berg", "laps": ["52"] * 4, "each": "a quarter", "scope": FINAL},
        {"kind": "mark", "athlete": "Berg", "laps": ["56", "58", "56"], "scope": FINAL},
        {"kind": "other"},
    ],
)
def test_what_is_wrong_or_not_known_is_no_mistake(claim: dict[str, Any], names: Names) -> None:
    assert mistakes(claim, names) == []


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ({"score": "31-17", "sets": ["6-4", "7-6 (5)"]}, []),
        ({"score": "a rout"}, ["claims.json:6:10: $.claims[0].score: 'a rout' is not a score such as 31-17"]),
        ({"sets": ["6-4", "walkover"]}, ["claims.json:6:17: $.claims[0].sets[1]: 'walkover' is not a score"]),
        ({"kind": "mark", "leg": "anchor"}, []),  # which one that is, the relay says
        (
            {"kind": "mark", "stretch": "downhill"},
            ["claims.json:6:12: $.claims[0].stretch: 'downhill' is not a stretch"],
        ),
    ],
)
def test_figures_that_no_grammar_reads_are_told_without_an_event(claim: dict[str, Any], told: list[str]) -> None:
    lines = [str(mistake) for mistake in misread(file_of({"kind": "score", "athlete": "Lind", **claim}))]
    assert len(lines) == len(told)
    assert all(line.startswith(start) for line, start in zip(lines, told, strict=True)), lines


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """What no grammar reads, and what the event cannot have, each once."""
    unread = {"kind": "mark", "athlete": "Lind", "mark": "31-17", "scope": LONG_JUMP}
    impossible = {"kind": "mark", "athlete": "Lind", "mark": "7.01m", "attempt": "ninth", "scope": LONG_JUMP}
    documents = [json.loads(file_of(claim).raw) for claim in (unread, impossible)]
    claims = [{**document["claims"][0], "id": f"claim-{at}"} for at, document in enumerate(documents)]
    (tmp_path / "claims.json").write_text(json.dumps(documents[0] | {"claims": claims}))
    (tmp_path / "truth").mkdir()
    (tmp_path / "truth" / "world.json").write_bytes(WORLD.read_bytes())
    run = CliRunner().invoke(validate.command, [str(tmp_path / "claims.json"), "--truth", str(tmp_path / "truth")])
    paths = [line.split(": ")[1] for line in run.stderr.splitlines()]
    assert paths == ["$.claims[0].mark", "$.claims[1].attempt"]
    assert run.exit_code == 2
