"""`$schema` at the top of a file, by which an editor finds its schema: in every file that is read it changes nothing.

A file that is a list (the index.json of texts, a leaderboard) has no place for it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from arden import CLAIMS, PACK, TEXT, World, article

NAMED = {"$schema": "../schemas/any.json"}
TABLE = "athlete,mark,day\nPeter Holt,3:29.10,2024-08-01\n"
COLUMNS = {"athlete": "athlete", "mark": "mark", "day": "date"}
CONSTANTS = {"sources": "book", "event": "1500m", "sex": "men", "city": "Arden"}
SIGNED = {"article": "arden", "author": "Ada", "at": "2024-06-03T09:00:00Z", "sha256": article()["sha256"],
          "signature": "any", "claims": [], "dismissed": []}  # fmt: skip
DATA = {
    "name": "arden", "version": "1.0", "licence": "CC0",
    "articles": [{"id": "arden", "split": "dev", "sport": "athletics", "style": "report", "published": "2024-06-03",
                  "errors": True}],
}  # fmt: skip
ADD = ("truth", "add", "--from", "table.csv", "--truth", "truth", "--new", "all", "--partial")
FILE = {"article": article(), "claims": CLAIMS}
CHECK = ("check", "--truth", "truth")
READ = ("extract", "--system", "rules", "--published", "2024-06-03")

CASES = [
    ("claims/arden.json", FILE, CHECK),
    ("claims/arden.json", FILE, ("validate",)),
    ("claims/arden.json", FILE, ("bench", "run", "--system", "x=claims", "claims")),
    ("claims/arden.json", FILE, ("why", "arden", "holt-mark", "--truth", "truth")),
    ("truth/pack.json", PACK, CHECK),
    ("truth/pack.json", PACK, ("truth", "lint", "truth")),
    ("truth/pack.json", PACK, (*READ, "story.txt", "-o", "lexicon=truth")),
    ("baseline.json", {"version": 2, "entries": []}, (*CHECK, "--baseline", "baseline.json")),
    ("sign-offs.json", {"version": 1, "sign_offs": [SIGNED]}, (*CHECK, "--require-sign-off", "sign-offs.json")),
    ("mapping.json", {"columns": COLUMNS, "set": CONSTANTS}, (*ADD, "--mapping", "mapping.json", "--dry-run")),
    ("mapping.toml", {"columns": COLUMNS, "set": CONSTANTS}, (*ADD, "--mapping", "mapping.toml", "--dry-run")),
    (
        "who.toml",
        {"athlete": {"name": "Peter Holt", "is": "peter-holt"}},
        (*ADD, "--mapping", "kept.json", "--identities", "who.toml", "--dry-run"),
    ),
    ("story.json", {"text": TEXT, "title": "T"}, (*READ, "story.json")),
    ("data/dataset.json", DATA, ("bench", "data", "show", "data")),
    ("harness.toml", {"truth": "truth", "check": {"format": "concise"}}, ("check",)),
    ("pyproject.toml", {"tool": {"harness": {"truth": "truth"}}}, ("check",)),
    ("old.json", {}, ("compare", "old.json", "kept-report.json")),
]


def toml(tables: dict[str, Any]) -> str:
    """The tables as TOML, values before tables."""
    values = [f"{json.dumps(key)} = {json.dumps(value)}" for key, value in tables.items() if isinstance(value, str)]
    inner = [
        f"[{key}]\n{toml(value)}".replace("\n[", f"\n[{key}.")
        for key, value in tables.items()
        if isinstance(value, dict)
    ]
    return "\n".join([*values, *inner])


def write(world: World, name: str, content: dict[str, Any]) -> None:
    world.write(name, toml(content).replace("[athlete]", "[[athlete]]") if name.endswith(".toml") else content)


def named(name: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"tool": {"harness": {**NAMED, **content["tool"]["harness"]}}} if "tool" in content else {**NAMED, **content}


def without_lines(text: str) -> str:
    return re.sub(r":[0-9]+:[0-9]+", "", text)


@pytest.mark.parametrize("name, content, command", CASES, ids=lambda part: part if isinstance(part, str) else "")
def test_a_file_may_name_its_schema(world: World, name: str, content: dict[str, Any], command: tuple[str, ...]) -> None:
    (world.root / ".git").mkdir()
    world.write("table.csv", TABLE)
    world.write("story.txt", TEXT)
    world.write("kept.json", {"columns": COLUMNS, "set": CONSTANTS})
    world.write("data/claims/arden.json", {"article": article(), "claims": CLAIMS})
    if "kept-report.json" in command:
        content = world.report("--fail-on", "never")
        world.write("kept-report.json", content)
    write(world, name, content)
    bare = world.run(*command)
    assert bare.returncode in (0, 1), bare.stderr
    write(world, name, named(name, content))
    run = world.run(*command)
    assert [run.returncode, *map(without_lines, (run.stdout, run.stderr))] == [
        bare.returncode, *map(without_lines, (bare.stdout, bare.stderr))]  # fmt: skip


def first_line(path: Path) -> str:
    return path.read_text(encoding="utf-8").splitlines()[1].strip()


@pytest.mark.parametrize(
    "command",
    [
        pytest.param((*ADD, "--mapping", "mapping.json", "--into", "pack.json"), id="results"),
        pytest.param(
            ("truth", "new", "source", "A list", "--truth", "truth", "--url", "https://a.example"), id="source"
        ),
    ],
)
def test_a_pack_keeps_the_schema_that_it_names(world: World, command: tuple[str, ...]) -> None:
    world.write("truth/pack.json", {**NAMED, **PACK})
    world.write("table.csv", TABLE)
    world.write("mapping.json", {"columns": COLUMNS, "set": CONSTANTS})
    run = world.run(*command)
    assert run.returncode == 0, run.stderr
    pack = world.root / "truth" / "pack.json"
    assert first_line(pack) == '"$schema": "../schemas/any.json",'
    assert json.loads(pack.read_bytes()) != {**NAMED, **PACK}
    assert world.run("truth", "lint", "truth").returncode == 0


def test_a_baseline_keeps_the_schema_that_it_names(world: World) -> None:
    world.claims(*CLAIMS[:1])
    world.write("baseline.json", {**NAMED, "version": 2, "entries": []})
    run = world.run("baseline", "write", "claims", "--truth", "truth", "--reason", "known", "--author", "Ada")
    assert run.returncode == 0, run.stderr
    assert first_line(world.root / "baseline.json") == '"$schema": "../schemas/any.json",'


def test_only_a_text_is_a_schema(world: World) -> None:
    world.write("harness.toml", '"$schema" = 3\n')
    run = world.run("check")
    assert (run.returncode, "unknown key '$schema'" in run.stderr) == (2, True)
