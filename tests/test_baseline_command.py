"""`harness baseline` and `harness check --baseline`, as real processes: what is written, printed and promised."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from arden import CLAIMS, PACK, RACE, World, article, claim

GOLDEN = Path(__file__).parent / "golden"
BIRK = [claim("mark", "holt-otherwise", "3:30.10", athlete="Holt", mark="3:30.5", scope=RACE)]
LATER = ("--today", "2026-01-01")


Run: TypeAlias = subprocess.CompletedProcess[str]


def write(world: World, *arguments: str, reason: str = "the timekeeper stands by it") -> Run:
    given = ("--reason", reason, "--author", "Ada", "--date", "2024-08-02")
    return world.run("baseline", "write", "--truth", "truth", *given, *arguments)


def entries(world: World) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((world.root / "baseline.json").read_text(encoding="utf-8"))["entries"]
    return found


def edited(**changes: Any) -> list[dict[str, Any]]:
    """The claims of Arden, the first (a mark that is wrong) with other fields."""
    return [{**CLAIMS[0], **changes}, *CLAIMS[1:]]


@pytest.fixture
def contested(world: World) -> World:
    """Arden, and a second article that contradicts the first one's winning time; both are wrong."""
    world.claims(*BIRK, name="birk")
    return world


def test_old_errors_do_not_block(contested: World) -> None:
    assert contested.check("--fail-on", "refuted", "--fail-on", "conflict").returncode == 1
    run = write(contested)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "baseline.json: 4 added, 0 kept, 0 taken out\n"
    check = contested.check("--baseline", "baseline.json", "--fail-on", "new")
    assert check.returncode == 0, check.stdout
    assert check.stdout.endswith("gate: passed: 6 of 7 claims decided (fails on new; 3 in the baseline)\n")


def test_what_is_accepted_stays_in_the_report_counted_and_scored(contested: World) -> None:
    plain = contested.report()
    write(contested)
    waived = contested.report("--baseline", "baseline.json")
    assert waived["counts"] == plain["counts"]
    for key in ("accuracy", "coverage", "consistency", "articles"):
        assert waived[key] == plain[key]
    accepted = {"reason": "the timekeeper stands by it", "author": "Ada", "date": "2024-08-02", "until": ""}
    assert [one["waiver"] for one in waived["findings"] if one["verdict"] == "refuted"] == [accepted, accepted]
    assert [one["waiver"] for one in waived["findings"] if one["verdict"] != "refuted"] == [None] * 5
    assert [one["waiver"] for one in waived["conflicts"]] == [accepted]


def printed(run: Run) -> str:
    return re.sub(r"(claims|truth|baseline): [0-9a-f]{12}", r"\1: ............", run.stdout)


def test_the_report_and_the_list_of_entries(contested: World) -> None:
    write(contested, "--until", "2026-12-31")
    contested.claims(*edited(mark="3:30.11"))
    report = contested.check("--baseline", "baseline.json", "--fail-on", "new", *LATER)
    assert report.returncode == 1
    assert max(map(len, report.stdout.splitlines())) <= 80
    if os.environ.get("HARNESS_WRITE_GOLDEN"):
        (GOLDEN / "baseline-check.txt").write_text(printed(report), encoding="utf-8")
    assert printed(report) == (GOLDEN / "baseline-check.txt").read_text(encoding="utf-8")
    shown = contested.run("baseline", "show", "--today", "2027-01-01")
    assert shown.returncode == 0
    assert shown.stdout == (GOLDEN / "baseline-show.txt").read_text(encoding="utf-8")
    assert (contested.root / "baseline.json").read_text() == (GOLDEN / "baseline.json").read_text(encoding="utf-8")


def moved_result(world: World) -> None:
    pack = deepcopy(PACK)
    pack["races"][0]["results"][0]["mark"] = "3:30.13"
    world.write("truth/pack.json", pack)


@pytest.mark.parametrize(
    "happens, why",
    [
        pytest.param(lambda world: world.claims(*edited(text="Holt was faster")), "claim changed", id="other words"),
        pytest.param(lambda world: world.claims(*edited(mark="3:30.11")), "claim changed", id="another figure"),
        pytest.param(lambda world: world.claims(*edited(as_of="2024-06-02")), "claim changed", id="another day"),
        pytest.param(moved_result, "truth changed", id="another result"),
        pytest.param(lambda world: world.claims(*CLAIMS[1:]), "claim gone", id="taken out"),
        pytest.param(lambda world: world.claims(*edited(id="renamed")), "claim gone", id="renamed"),
        pytest.param(lambda world: (world.root / "claims/arden.json").unlink(), "claim gone", id="its file is gone"),
    ],
)
def test_an_entry_stops_with_what_it_rests_on(contested: World, happens: Any, why: str) -> None:
    write(contested, "--accept", "refuted")
    happens(contested)
    report = contested.report("--baseline", "baseline.json")
    unused = {one["claim"]: one["why"] for one in report["unused_waivers"]}
    assert unused.pop("holt-mark") == why
    assert unused in ({}, {"holt-otherwise": "truth changed"})
    assert all(one["waiver"] is None for one in report["findings"] if one["claim"] == "holt-mark")


def test_a_changed_rule_ends_an_entry(world: World) -> None:
    """The rule that an error in a mark weighs little is the mark's own: here it weighs much."""
    write(world)
    program = (
        "import dataclasses, harness.kinds, harness.cli.main, sys\n"
        "kinds = harness.kinds.kinds()\n"
        "kinds['mark'] = dataclasses.replace(kinds['mark'], severity='high')\n"
        "sys.argv = ['harness', 'check', '--truth', 'truth', '--baseline', 'baseline.json', '--fail-on', 'new']\n"
        "harness.cli.main.main()"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=world.root, capture_output=True, text=True, check=False)
    assert "arden holt-mark, refuted: rule changed" in run.stdout
    assert run.returncode == 1


def test_moved_lines_and_a_renamed_file_change_nothing(world: World) -> None:
    write(world)
    (world.root / "claims/arden.json").unlink()
    world.write("claims/renamed.json", {"article": article("arden"), "claims": CLAIMS[::-1]})
    assert world.check("--baseline", "baseline.json", "--fail-on", "new").returncode == 0


@pytest.mark.parametrize(
    "today, code",
    [("2024-08-30", 0), ("2024-08-31", 0), ("2024-09-01", 1), ("2024-08", 0), ("2024-09", 1)],
)
def test_the_last_day_is_held_to_the_day_that_is_given(world: World, today: str, code: int) -> None:
    write(world, "--until", "2024-08")
    assert entries(world)[0]["until"] == "2024-08-31"
    run = world.check("--baseline", "baseline.json", "--today", today)
    assert run.returncode == code
    assert ("arden holt-mark, refuted: expired" in run.stdout) == (code == 1)


def test_the_day_moves_the_bytes_only_with_an_end_date(world: World) -> None:
    def run(*arguments: str) -> str:
        return world.check("--baseline", "baseline.json", "--format", "json", *arguments).stdout

    write(world)
    assert run("--today", "2024-08-03") == run("--today", "2099-01-01") == run()
    (world.root / "baseline.json").unlink()
    write(world, "--until", "2024-08-31")
    assert run("--today", "2024-08-03") == run("--today", "2024-08-31") != run("--today", "2024-09-01")


def test_the_signature_names_the_baseline(world: World) -> None:
    plain = world.report()["signature"]
    write(world)
    with_it = world.report("--baseline", "baseline.json")["signature"]
    assert "baseline" not in plain
    assert re.fullmatch(re.escape(plain) + r" \| baseline: [0-9a-f]{12}", with_it)
    (world.root / "baseline.json").write_text('{"version": 1, "entries": []}')
    assert world.report("--baseline", "baseline.json")["signature"] not in (plain, with_it)


def test_writing_again_keeps_the_reasons_that_hold(world: World) -> None:
    write(world)
    world.claims(*CLAIMS, claim("place", "berg-won", "Berg", athlete="Berg", place=1, scope=RACE))
    run = write(world, reason="the sub-editor's slip")
    assert run.stdout.startswith("baseline.json: ")
    reasons = {(one["claim"], one["accepts"]): one["reason"] for one in entries(world)}
    assert reasons["holt-mark", "refuted"] == "the timekeeper stands by it"
    assert reasons["berg-won", "refuted"] == "the sub-editor's slip"
    world.claims(*edited(mark="3:30.11"))
    write(world, reason="a new figure")
    assert [one["reason"] for one in entries(world)] == ["a new figure"]


def test_writing_from_one_file_leaves_the_entries_of_the_others(contested: World) -> None:
    write(contested)
    before = entries(contested)
    assert write(contested, "claims/birk.json").stdout == "baseline.json: 0 added, 4 kept, 0 taken out\n"
    assert entries(contested) == before


@pytest.mark.parametrize("arguments", [("--select", "place"), ("--ignore", "mark")])
def test_kinds_that_were_not_checked_have_no_unused_entries(world: World, arguments: tuple[str, ...]) -> None:
    write(world)
    assert world.report("--baseline", "baseline.json", *arguments)["unused_waivers"] == []


def test_a_folder_below_says_nothing_of_the_others(contested: World) -> None:
    contested.claims(*CLAIMS, name="cove/cove")
    path = contested.root / "claims/cove/cove.json"
    path.write_text(path.read_text().replace('"cove/cove"', '"cove"'))
    write(contested)
    before = entries(contested)
    assert {one["file"] for one in before} == {f"claims/{name}.json" for name in ("arden", "birk", "cove/cove")}
    for name in ("arden", "birk"):
        (contested.root / f"claims/{name}.json").unlink()
    assert contested.report("--baseline", "baseline.json", "claims/cove")["unused_waivers"] == []
    assert write(contested, "claims/cove").returncode == 0
    assert contested.run("baseline", "prune", "--truth", "truth", "claims/cove").returncode == 0
    assert entries(contested) == before
    gone = contested.run("baseline", "prune", "--truth", "truth").stdout
    assert gone.count("claim gone") == 4
    assert {one["article"] for one in entries(contested)} == {"cove"}


def test_pruning(contested: World) -> None:
    write(contested)
    contested.claims(*edited(mark="3:30.12"))
    run = contested.run("baseline", "prune", "--truth", "truth")
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines() == [
        "arden holt-mark, conflict: claim changed",
        "arden holt-mark, refuted: claim changed",
        "baseline.json: 2 taken out, 2 kept",
    ]
    assert {one["claim"] for one in entries(contested)} == {"holt-otherwise"}
    assert contested.run("baseline", "prune", "--truth", "truth").stdout == "baseline.json: 0 taken out, 2 kept\n"


def test_the_author_is_gits_user(world: World) -> None:
    given = ("baseline", "write", "--truth", "truth", "--reason", "known")
    subprocess.run(["git", "init", "-q"], cwd=world.root, check=True)
    subprocess.run(["git", "config", "user.name", "Grace Hopper"], cwd=world.root, check=True)
    assert world.run(*given).returncode == 0
    assert entries(world)[0]["author"] == "Grace Hopper"
    subprocess.run(["git", "config", "user.name", ""], cwd=world.root, check=True)
    run = world.run(*given)
    assert run.returncode == 2
    assert "--author is missing" in run.stderr


WRITE = ["baseline", "write", "--truth", "truth", "--reason", "r", "--author", "a"]


@pytest.mark.parametrize(
    "arguments, code, said",
    [
        pytest.param(["check", "--truth", "truth", "--fail-on", "new"], 2, "needs --baseline", id="new without one"),
        pytest.param(["check", "--truth", "truth", "--baseline", "no.json"], 2, "no.json:1:1", id="no such file"),
        pytest.param(["check", "--truth", "truth", "--baseline", "claims"], 2, "Is a directory", id="a folder"),
        pytest.param(["baseline", "show", "--today", "soon"], 2, "--today", id="no day"),
        pytest.param(["baseline", "show", "--baseline", "no.json"], 2, "no.json:1:1", id="nothing to show"),
        pytest.param(["baseline", "prune", "--truth", "truth"], 2, "baseline.json:1:1", id="nothing to prune"),
        pytest.param(["baseline", "write", "--truth", "truth", "--author", "a"], 2, "--reason", id="no reason"),
        pytest.param([*WRITE, "--reason", " "], 2, "--reason is missing", id="a blank reason"),
        pytest.param([*WRITE, "--reason", "a\nb"], 2, "one line", id="a reason of two lines"),
        pytest.param([*WRITE, "--reason", "\udcff"], 2, "printable", id="a reason that is no text"),
        pytest.param([*WRITE, "--date", "2024-02-30"], 2, "--date", id="no such day"),
        pytest.param([*WRITE, "--date", "2024-08-02", "--until", "2024-08-01"], 2, "--until", id="backwards"),
        pytest.param([*WRITE, "--accept", "unreadable"], 2, "--accept", id="not to be accepted"),
        pytest.param([*WRITE, "--baseline", "no/b.json"], 2, "b.json", id="no such folder"),
        pytest.param([*WRITE, "nowhere"], 2, "nowhere", id="no such claims"),
        pytest.param([*WRITE, "empty"], 5, "nothing", id="an empty folder"),
        pytest.param(["baseline", "wirte"], 2, "wirte", id="no such command"),
    ],
)
def test_exit_codes(world: World, arguments: list[str], code: int, said: str) -> None:
    (world.root / "empty").mkdir()
    before = sorted(path.name for path in world.root.iterdir())
    run = world.run(*arguments)
    assert run.returncode == code, run.stderr
    assert said in run.stderr
    assert "Traceback" not in run.stderr
    assert sorted(path.name for path in world.root.iterdir()) == before


@pytest.mark.parametrize("content", ['{"version": 3}', '{"version": 1, "entires": []}', "{", '{"version": 1}x'])
@pytest.mark.parametrize("command", ["check", "write", "prune", "show"])
def test_a_file_that_is_refused_is_left_as_it_is(world: World, command: str, content: str) -> None:
    path = world.write("baseline.json", content)
    run = {
        "check": lambda: world.check("--baseline", "baseline.json", "--output", "report.txt"),
        "write": lambda: write(world),
        "prune": lambda: world.run("baseline", "prune", "--truth", "truth"),
        "show": lambda: world.run("baseline", "show"),
    }[command]()
    assert run.returncode == 2
    assert re.match(r"baseline\.json:1:\d+: ", run.stderr)
    assert path.read_text() == content
    assert sorted(one.name for one in world.root.iterdir()) == ["baseline.json", "claims", "truth"]


@pytest.mark.parametrize("command", ["write", "prune"])
def test_nothing_is_written_where_something_could_not_be_read(world: World, command: str) -> None:
    write(world)
    before = (world.root / "baseline.json").read_bytes()
    arguments = ["baseline", command, "--truth", "truth", *(["--reason", "r", "--author", "a"] * (command == "write"))]
    unread = claim("mark", "odd", "3:30.10", athlete="Holt", mark="three-ish", scope=RACE)
    world.claims(unread)
    run = world.run(*arguments)
    assert run.returncode == 2
    assert "claims/arden.json:13:3: odd: " in run.stderr
    world.write("claims/arden.json", "{")
    run = world.run(*arguments)
    assert run.returncode == 2
    assert run.stderr.startswith("claims/arden.json:1:")
    assert (world.root / "baseline.json").read_bytes() == before


@pytest.mark.parametrize("name", ["text", "concise", "json", "markdown", "csv", "sarif", "github", "gitlab", "rdjson"])
def test_a_conflict_that_is_accepted_is_marked_in_every_format(contested: World, name: str) -> None:
    write(contested, "--accept", "conflict")
    run = contested.check("--baseline", "baseline.json", "--fail-on", "never", "--format", name)
    assert run.returncode == 0, run.stderr
    assert "the timekeeper stands by it" in run.stdout
    if name == "sarif":
        states = {one["ruleId"]: one.get("baselineState") for one in json.loads(run.stdout)["runs"][0]["results"]}
        assert states["conflict"] == "unchanged"
        assert states["mark"] == "new"


def test_a_named_schema_stays(world: World) -> None:
    """Whatever writes the file anew: `write`, and `prune` after the error is gone."""
    world.write("baseline.json", {"$schema": "../baseline.schema.json", "version": 2, "entries": []})
    assert write(world).returncode == 0
    assert len(entries(world)) == 1
    world.claims(*edited(mark="3:30.12"))
    assert world.run("baseline", "prune", "--truth", "truth").returncode == 0
    written = json.loads((world.root / "baseline.json").read_text(encoding="utf-8"))
    assert written == {"$schema": "../baseline.schema.json", "version": 2, "entries": []}


def test_one_finding_is_accepted_alone(world: World) -> None:
    world.claims(*CLAIMS[:2], claim("place", "holt-second", "won", athlete="Holt", place=2, scope=RACE))
    write = ("baseline", "write", "--truth", "truth", "--author", "Ada", "--because", "the book is wrong", "--only")
    assert world.run(*write, "arden/holt-second").returncode == 0
    entries = json.loads((world.root / "baseline.json").read_text(encoding="utf-8"))["entries"]
    assert {(entry["claim"], entry["reason"]) for entry in entries} == {("holt-second", "the book is wrong")}
    checked = world.check("--baseline", "baseline.json", "--fail-on", "new", "--format", "json")
    assert "1 new claim refuted" in checked.stderr
    assert world.run(*write, "arden/holt-mark").returncode == 0
    before = (world.root / "baseline.json").read_text(encoding="utf-8")
    for only, said in (("arden/holt-mark", "nothing of arden/holt-mark is left"), ("arden/holt-mrk", "did you mean"),
                       ("ardn/holt-mark", "did you mean"), ("arden", "is not ARTICLE/CLAIM"),
                       ("arden/berg-mark", "nothing of arden/berg-mark")):  # fmt: skip
        refused = world.run(*write, only)
        assert refused.returncode == 2
        assert said in " ".join(refused.stderr.split())
    assert (world.root / "baseline.json").read_text(encoding="utf-8") == before
