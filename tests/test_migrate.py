"""Files of older schemas load as they are, and `harness migrate` brings them up, shown line by line, or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from arden import CLAIMS, PACK, World, article

from harness.checking.load import ClaimFile, load_truth, read_claims
from harness.checking.load.upgrade import Upgrade, upgrade_of
from harness.claims.claim import kind_of
from harness.migrations import CURRENT, FIELD, FIRST, Migration, Replacement, is_older, migrations
from harness.truth.index import Truth

ROOT = Path(__file__).parent.parent
SHIPPED = [*(ROOT / "claims").glob("*.json"), *(ROOT / "ground_truth").glob("*.json")]
TOTAL = {"of": "starters", "count": 400, "date": "2024-06-03", "edition": "arden-2024", "sources": ["official"]}
CLAIM_FILE = {"article": article(), "claims": CLAIMS}


def old_pack() -> dict[str, Any]:
    """Arden's pack as the first version could hold it: with a total of those who started."""
    pack = json.loads(json.dumps(PACK))
    total = {**TOTAL, "edition": pack["editions"][0]["id"], "sources": [pack["sources"][0]["id"]]}
    return {**pack, "totals": [total]}


def test_a_pack_of_the_first_version_loads_as_it_is(world: World) -> None:
    world.write("truth/pack.json", old_pack())
    truth = load_truth(world.root / "truth")
    assert isinstance(truth, Truth), truth
    assert [total.of for total in truth.pack.totals] == ["athletes"]
    run = world.run("check", "claims", "--truth", "truth", "--fail-on", "never")
    assert run.returncode == 0, run.stderr


def test_an_old_file_with_a_slip_is_told_of_the_slip_alone(world: World) -> None:
    pack = old_pack()
    pack["totals"][0]["cuont"] = 3
    world.write("truth/pack.json", pack)
    mistakes = load_truth(world.root / "truth")
    assert isinstance(mistakes, list)
    assert [(mistake.path, mistake.message) for mistake in mistakes] == [
        ("$.totals[0].cuont", "unknown field 'cuont': did you mean 'count'?")
    ]


def test_a_claim_file_of_an_earlier_schema_is_read_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """No version has changed claims until now: here, one has given `mark` another name."""

    def renamed(document: Any) -> Iterator[Replacement]:
        for number, claim in enumerate(document["claims"]):
            if claim["kind"] == "time":
                yield Replacement(("claims", number, "kind"), "mark", "a time is a mark")

    monkeypatch.setattr("harness.migrations.migrations", lambda: (Migration(CURRENT, "claims", renamed),))
    old = {**CLAIM_FILE, "claims": [{**CLAIMS[0], "kind": "time"}]}
    file = read_claims(json.dumps(old).encode(), "arden.json")
    assert isinstance(file, ClaimFile), file
    assert kind_of(file.claims[0]) == "mark"
    assert isinstance(read_claims(json.dumps({FIELD: CURRENT, **old}).encode(), "arden.json"), list)


def test_an_old_value_is_unknown_to_a_file_of_today(world: World) -> None:
    world.write("truth/pack.json", {FIELD: CURRENT, **old_pack()})
    mistakes = load_truth(world.root / "truth")
    assert isinstance(mistakes, list)
    assert [mistake.path for mistake in mistakes] == ["$.totals[0].of"]


def test_migrating_shows_what_changes_and_writes_it(world: World) -> None:
    world.write("truth/pack.json", old_pack())
    world.write("claims/arden.json", CLAIM_FILE)
    before = {path: path.read_bytes() for path in world.root.rglob("*.json")}
    dry = world.run("migrate", "truth", "claims", "--dry-run")
    assert dry.returncode == 1
    assert f'+ "{FIELD}": "{CURRENT}",' in dry.stdout.replace("  ", " ")
    assert "$.totals[0].of: who started is counted among the athletes" in dry.stdout
    assert {path: path.read_bytes() for path in world.root.rglob("*.json")} == before
    run = world.run("migrate", "truth", "claims")
    assert (run.returncode, run.stdout.splitlines()[:-1]) == (0, dry.stdout.splitlines()[:-1])
    pack = json.loads((world.root / "truth/pack.json").read_bytes())
    assert (pack[FIELD], pack["totals"][0]["of"]) == (CURRENT, "athletes")
    assert json.loads((world.root / "claims/arden.json").read_bytes()) == {FIELD: CURRENT, **CLAIM_FILE}
    assert world.run("truth", "lint", "truth").returncode == 0
    again = world.run("migrate", "truth", "claims", "--dry-run")
    assert (again.returncode, again.stdout) == (0, f"0 of 2 files would be brought up to schema {CURRENT}\n")


@pytest.mark.parametrize(
    "before, after",
    [
        pytest.param("{}", f'{{"{FIELD}": "{CURRENT}"}}', id="empty"),
        pytest.param('{"sources": []}', f'{{"{FIELD}": "{CURRENT}", "sources": []}}', id="one line"),
        pytest.param(
            ' {\r\n\t"sources":[ ]}\r\n', f' {{\r\n\t"{FIELD}": "{CURRENT}",\r\n\t"sources":[ ]}}\r\n', id="odd"
        ),
        pytest.param(
            f'{{"$schema": "é\u2028",\n "{FIELD}" : "{FIRST}"}}',
            f'{{"$schema": "é\u2028",\n "{FIELD}" : "{CURRENT}"}}',
            id="its version stands where it stood",
        ),
    ],
)
def test_all_else_stands_to_the_letter(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "pack.json"
    path.write_bytes(before.encode())
    upgrade = upgrade_of(path)
    assert isinstance(upgrade, Upgrade), upgrade
    assert upgrade.after == after


@pytest.mark.parametrize(
    "content, place, why",
    [
        pytest.param({FIELD: "9.0.0", "artikel": 1}, ":2:20", "follows schema 9.0.0", id="newer, and of other fields"),
        pytest.param({FIELD: "9.0.0", **CLAIM_FILE}, ":2:20", "use a newer harness", id="newer, and of today's fields"),
        pytest.param({FIELD: "one", **CLAIM_FILE}, ":2:20", "'one' is no version: three numbers", id="no version"),
        pytest.param({FIELD: 2, **CLAIM_FILE}, ":2:20", "2 is no version", id="a number"),
        pytest.param([], ":1:1", "are objects", id="a list"),
        pytest.param({"article": article(), "claims": 3}, ":1", "", id="no claim file"),
    ],
)
def test_what_cannot_be_brought_up_stops_everything(world: World, content: Any, place: str, why: str) -> None:
    world.write("claims/a.json", {"article": article(), "claims": CLAIMS})
    world.write("claims/b.json", content)
    before = (world.root / "claims/a.json").read_bytes()
    run = world.run("migrate", "claims")
    assert run.returncode == 2
    assert run.stderr.startswith(f"claims/b.json{place}" if content else "claims/b.json:1:1") or why == ""
    assert why in run.stderr
    assert (world.root / "claims/a.json").read_bytes() == before


@pytest.mark.parametrize(
    "content, place, why",
    [
        pytest.param(None, (1, 1), "cannot be read: No such file or directory", id="missing"),
        pytest.param('{\n "claims": [1,]}', (2, 14), "", id="no JSON"),
        pytest.param("[]", (1, 1), "are objects", id="a list"),
        pytest.param(json.dumps({FIELD: "9.0.0"}), (1, 20), "use a newer harness", id="newer"),
        pytest.param(json.dumps({**CLAIM_FILE, "claims": 3}), (1, 292), "expected a list", id="no claim file"),
    ],
)
def test_why_a_file_cannot_be_brought_up(tmp_path: Path, content: str | None, place: tuple[int, int], why: str) -> None:
    path = tmp_path / "claims.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    mistakes = upgrade_of(path)
    assert isinstance(mistakes, list)
    assert [(mistake.line, mistake.column) for mistake in mistakes] == [place]
    assert why in mistakes[0].message


def test_a_newer_file_is_refused_by_every_reader(world: World) -> None:
    world.write("claims/b.json", {FIELD: "9.0.0", "artikel": 1})
    world.write("truth/pack.json", {FIELD: "9.0.0", **PACK})
    for command in (("validate", "claims/b.json"), ("truth", "lint", "truth"), ("check", "claims/b.json")):
        run = world.run(*command)
        words = " ".join((run.stdout + run.stderr).split())
        assert (run.returncode, "this harness reads up to" in words) == (2, True), words


def test_nothing_to_migrate_is_said(world: World) -> None:
    (world.root / "empty").mkdir()
    assert world.run("migrate", "empty").returncode == 5


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_files_are_of_today(path: Path) -> None:
    assert json.loads(path.read_bytes())[FIELD] == CURRENT


def test_the_migrations_lead_to_today() -> None:
    versions = [step.version for step in migrations()]
    assert versions == sorted(versions)
    assert versions[-1] == CURRENT
    assert (is_older(FIRST), is_older(CURRENT)) == (True, False)
