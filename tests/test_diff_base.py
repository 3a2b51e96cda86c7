"""`harness check --diff-base REF`: only what was added or changed since a revision is checked, against all the rest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from arden import CLAIMS, RACE, World, claim
from systems import needs_links

from harness.checking.load.git import GitFailed, changes_since, user_name

RIGHT = claim("mark", "berg-mark", "3:31.00", athlete="Berg", mark="3:31.00", scope=RACE)
WRONG = claim("mark", "holt-mark", "3:30.10", athlete="Holt", mark="3:30.10", scope=RACE)
FASTER = claim("mark", "berg-faster", "3:31.00", athlete="Berg", mark="3:29.00", scope=RACE)


def git(world: World, *arguments: str) -> str:
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@arden.example", "-c", "commit.gpgsign=false"]
    run = subprocess.run(["git", *who, *arguments], cwd=world.root, capture_output=True, text=True, check=True)
    return run.stdout.strip()


@pytest.fixture
def kept(world: World) -> World:
    """Two articles under git, in the revision `start`: arden is right, birk is wrong."""
    world.claims(RIGHT)
    world.claims(WRONG, name="birk")
    git(world, "init", "-q", "-b", "main")
    git(world, "add", ".")
    git(world, "commit", "-q", "-m", "Start")
    git(world, "tag", "-a", "start", "-m", "the start")
    return world


def checked(world: World, *arguments: str) -> tuple[list[str], list[list[str]], int]:
    """The articles of the report, the articles of each conflict, and the exit code."""
    run = world.check("--format", "json", "--diff-base", "start", *arguments)
    report: dict[str, Any] = json.loads(run.stdout)
    assert {one["article"] for one in report["findings"]} <= {one["id"] for one in report["articles"]}
    clashes = [[ref["article"] for ref in one["claims"]] for one in report["conflicts"]]
    return [one["id"] for one in report["articles"]], clashes, run.returncode


def commit(world: World) -> None:
    git(world, "add", "-A")
    git(world, "commit", "-q", "-m", "Work")


def test_the_name_of_the_user_is_that_of_git_or_none(kept: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kept.root)
    git(kept, "config", "user.name", "Ada Lind")
    assert user_name() == "Ada Lind"
    monkeypatch.setenv("PATH", str(kept.root))
    assert user_name() == "", "there is no git"


@pytest.mark.parametrize("committed", [False, True], ids=["in the working tree", "committed"])
@pytest.mark.parametrize(
    "happens, articles, code",
    [
        pytest.param(lambda world: world.claims(RIGHT, name="cove"), ["cove"], 0, id="added"),
        pytest.param(lambda world: world.claims(RIGHT, CLAIMS[2]), ["arden"], 0, id="changed"),
        pytest.param(lambda world: world.claims(WRONG), ["arden"], 1, id="changed and wrong"),
        pytest.param(
            lambda world: (world.root / "claims/birk.json").rename(world.root / "claims/new.json"), ["birk"], 1,
            id="renamed",
        ),
        pytest.param(lambda world: world.claims(RIGHT, name="deep/er"), ["deep-er"], 0, id="in a folder below"),
        pytest.param(lambda world: world.claims(RIGHT, name="ö vé"), ["o"], 0, id="an odd name"),
        pytest.param(lambda world: (world.root / "claims/birk.json").unlink(), [], 5, id="deleted"),
        pytest.param(lambda world: world.write("truth/more.json", {}), [], 5, id="no claim file"),
        pytest.param(lambda world: world.write("notes.txt", "new"), [], 5, id="elsewhere"),
    ],
)  # fmt: skip
def test_what_is_checked(kept: World, happens: Any, articles: list[str], code: int, committed: bool) -> None:
    happens(kept)
    for path in (kept.root / "claims").rglob("*.json"):
        if path.stem in ("er", "ö vé"):  # an article's id is plainer than a file may be called
            content = json.loads(path.read_text(encoding="utf-8"))
            content["article"]["id"] = articles[0]
            path.write_text(json.dumps(content), encoding="utf-8")
    if committed:
        commit(kept)
    assert checked(kept) == (articles, [], code)
    assert checked(kept, "--fail-on", "never", "--allow-empty")[2] == 0


def test_old_errors_neither_show_nor_gate(kept: World) -> None:
    kept.claims(RIGHT, name="cove")
    run = kept.check("--diff-base", "start", "--fail-on", "new", "--baseline", str(kept.write("b.json", EMPTY)))
    assert run.returncode == 0
    assert "birk" not in run.stdout
    assert kept.check().returncode == 1


EMPTY = {"version": 1, "entries": []}


def test_conflicts_with_what_did_not_change_are_found(kept: World) -> None:
    kept.claims(FASTER, name="cove")
    assert checked(kept, "--fail-on", "conflict") == (["cove"], [["arden", "cove"]], 1)


def test_conflicts_among_what_did_not_change_are_not_shown(kept: World) -> None:
    kept.claims(FASTER, name="cove")
    commit(kept)
    git(kept, "tag", "-f", "start")
    kept.claims(CLAIMS[2], name="dell")
    assert checked(kept, "--fail-on", "conflict") == (["dell"], [], 0)


def test_a_conflict_with_an_unchanged_claim_can_be_accepted(kept: World) -> None:
    kept.claims(FASTER, name="cove")
    accept = ("baseline", "write", "--truth", "truth", "--reason", "known", "--author", "Ada")
    assert kept.run(*accept).returncode == 0
    gate = ("--baseline", "baseline.json", "--fail-on", "new")
    assert checked(kept, *gate) == (["cove"], [["arden", "cove"]], 0)
    report = json.loads(kept.check("--format", "json", "--diff-base", "start", *gate).stdout)
    assert report["unused_waivers"] == [], "what was not looked at is not called unused"


def test_a_broken_file_is_named_although_it_did_not_change(kept: World) -> None:
    kept.write("claims/broken.json", "{")
    commit(kept)
    git(kept, "tag", "-f", "start")
    kept.claims(RIGHT, name="cove")
    run = kept.check("--diff-base", "start")
    assert run.returncode == 2
    assert "claims/broken.json:1:2" in run.stdout


@pytest.mark.parametrize("revision", ["start", "HEAD~0", "main"])
def test_the_signature_names_the_commit(kept: World, revision: str) -> None:
    kept.claims(RIGHT, name="cove")
    signature = kept.report("--diff-base", revision)["signature"]
    assert signature.endswith(f"changed-since: {git(kept, 'rev-parse', 'HEAD')[:12]}")


@needs_links
def test_from_a_folder_below_and_through_a_link(kept: World) -> None:
    kept.claims(RIGHT, name="cove")
    (kept.root / "link").symlink_to(kept.root / "claims")
    assert checked(kept, "link")[0] == ["cove"]
    inner = World.__new__(World)
    inner.root = kept.root / "claims"
    run = inner.run("check", "--truth", "../truth", "--diff-base", "start", ".", "--format", "json")
    assert [one["id"] for one in json.loads(run.stdout)["articles"]] == ["cove"]


@needs_links
def test_a_link_changes_with_the_file_behind_it(kept: World) -> None:
    draft = kept.write("drafts/cove.json", json.loads(kept.claims(RIGHT, name="cove").read_text(encoding="utf-8")))
    (kept.root / "claims/cove.json").unlink()
    (kept.root / "claims/cove.json").symlink_to("../drafts/cove.json")
    commit(kept)
    git(kept, "tag", "-f", "start")
    assert checked(kept)[0] == []
    draft.write_text(draft.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert checked(kept)[0] == ["cove"]


def test_a_file_that_git_ignores_has_not_changed(kept: World) -> None:
    kept.write(".gitignore", "claims/cove.json\n")
    kept.claims(RIGHT, name="cove")
    assert checked(kept) == ([], [], 5)


@pytest.mark.parametrize(
    "revision",
    ["nowhere", "", "--output=owned", "-h", "main:claims", "start..main", "0" * 40, "a b", "\udcff"],
)
def test_a_revision_that_git_does_not_know(kept: World, revision: str) -> None:
    before = sorted(kept.root.rglob("*.json"))
    run = kept.check("--diff-base", revision)
    assert run.returncode == 2
    assert run.stdout == ""
    assert "git knows no revision" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (kept.root / "owned").exists()
    assert sorted(kept.root.rglob("*.json")) == before


def test_no_repository(world: World) -> None:
    run = world.check("--diff-base", "main")
    assert run.returncode == 2
    assert "not a git repository" in run.stderr


def test_no_git(kept: World) -> None:
    import sys

    command = [sys.executable, "-m", "harness", "check", "--truth", "truth", "--diff-base", "start"]
    nowhere = {**os.environ, "PATH": str(kept.root / "truth")}
    run = subprocess.run(command, cwd=kept.root, capture_output=True, text=True, env=nowhere, check=False)
    assert run.returncode == 2
    assert "git cannot be run" in run.stderr


def test_claims_outside_the_repository(kept: World, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    run = kept.check("--diff-base", "start", str(outside))
    assert run.returncode == 2
    assert "is not in the git repository" in run.stderr


def test_a_shallow_clone_says_so(kept: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.claims(RIGHT, name="cove")
    commit(kept)
    git(kept, "clone", "-q", "--depth", "1", "--no-tags", f"file://{kept.root}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    with pytest.raises(GitFailed, match="this clone is shallow"):
        changes_since("start")


def facts(world: World, change: Any) -> None:
    pack = json.loads((world.root / "truth/pack.json").read_text(encoding="utf-8"))
    change(pack)
    world.write("truth/pack.json", pack)


def slower(pack: Any) -> None:
    pack["races"][0]["results"][1]["mark"] = "3:31.20"


def other_source(pack: Any) -> None:
    pack["athletes"][1]["born"] = "1998-06-02"


@pytest.mark.parametrize(
    ("change", "articles", "said"),
    [
        (slower, ["arden"], "1 claim file rests on them; 1 verdict flipped"),
        (lambda pack: pack["races"][0]["results"].pop(1), ["arden"], "1 claim file rests on them; 1 verdict flipped"),
        (lambda pack: pack["races"][0].update(venue="Arden Park"), None, "0 verdicts flipped"),
        (lambda pack: pack["nations"].append({"id": "SWE", "name": "Sweden", "area": "Europe"}), [], "0 claim files"),
        (other_source, [], "1 fact changed since start; 0 claim files rest on them; 0 verdicts flipped"),
    ],
    ids=["a mark", "a result less", "a venue", "a nation", "a life that no claim rests on"],
)  # fmt: skip
@pytest.mark.parametrize("committed", [False, True], ids=["in the working tree", "committed"])
def test_claim_files_that_rest_on_changed_facts_are_checked(
    kept: World, change: Any, articles: list[str] | None, said: str, committed: bool
) -> None:
    """A fact is changed, and no claim file: what rests on it is checked, and the flips are said."""
    facts(kept, change)
    if committed:
        commit(kept)
    run = kept.check("--format", "json", "--diff-base", "start", "--allow-empty")
    report = json.loads(run.stdout)
    assert said in run.stderr
    if articles is not None:
        assert [article["id"] for article in report["articles"]] == articles
        assert run.returncode == (1 if report["counts"]["refuted"] else 0)
    if change is slower:
        assert "  arden/berg-mark: supported -> refuted" in run.stderr


def test_a_ground_truth_that_was_none_lets_everything_be_checked(kept: World) -> None:
    git(kept, "mv", "truth", "facts")
    run = kept.run("check", "--truth", "facts", "--format", "json", "--diff-base", "start")
    assert "every claim file is checked" in run.stderr
    assert [article["id"] for article in json.loads(run.stdout)["articles"]] == ["arden", "birk"]


@pytest.mark.parametrize("folder", [".", "claims"], ids=["at the root", "in a folder below"])
def test_a_pack_of_a_revision_is_compared_with_that_of_the_working_tree(kept: World, folder: str) -> None:
    facts(kept, slower)
    below = "" if folder == "." else "../"
    arguments = ["truth", "diff", f"start:{below}truth", f"{below}truth", f"{below}claims"]
    run = subprocess.run(
        [sys.executable, "-m", "harness", *arguments], cwd=kept.root / folder, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert run.returncode == 1, run.stderr
    assert run.stdout.startswith("facts: 0 added, 0 removed, 1 changed\n")
    assert "~ arden/berg-mark: supported -> refuted" in run.stdout


def test_the_difference_is_a_comment_in_markdown(kept: World) -> None:
    facts(kept, slower)
    run = kept.run("truth", "diff", "start:truth", "truth", "claims", "--format", "markdown")
    assert run.stdout.startswith("**Verdicts: 1 of 2 changed**\n\n| Claim | Verdict | Known | Why |\n| --- |")
    assert "supported → refuted | 3:31.00 → 3:31.20 |" in run.stdout
    assert "**Facts: 0 added, 0 removed, 1 changed**" in run.stdout


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("nowhere:truth", "git knows no revision 'nowhere'"),
        ("start:nowhere", "start has no folder 'nowhere'"),
        ("start:/etc", "/etc is not in a git repository"),
        ("start:claims", "unknown field"),
        ("start:truth/pack.json", "start has no folder"),
        ("-x:truth", "No such option"),
        ("nowhere", "the ground truth cannot be read"),
    ],
)
def test_a_pack_of_a_revision_that_is_none(kept: World, spec: str, said: str) -> None:
    run = kept.run("truth", "diff", spec, "truth")
    assert run.returncode == 2
    assert said in " ".join((run.stdout + run.stderr).split())
    assert "Traceback" not in run.stderr
