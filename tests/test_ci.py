"""What docs/ci.md, action.yml and .pre-commit-hooks.yaml offer, run as far as it can be: the scripts in a real bash."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from arden import CLAIMS, World
from systems import needs_a_posix_shell

pytestmark = needs_a_posix_shell

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")


def snippet(title: str) -> Any:
    """The YAML under a heading of the page."""
    section = PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    return yaml.safe_load(section.partition("```yaml\n")[2].partition("```")[0])


@pytest.fixture
def harness_on_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder `bin` with the command `harness`, as an installation leaves it."""
    folder = tmp_path_factory.mktemp("installed") / "bin"
    folder.mkdir()
    command = folder / "harness"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -W error -m harness "$@"\n')
    command.chmod(0o755)
    return folder


class Step:
    """The action's step that checks, with these inputs, run as GitHub runs it."""

    def __init__(self, world: World, installed: Path, **inputs: str) -> None:
        [step] = [one for one in ACTION["runs"]["steps"] if one.get("id") == "check"]
        given = {name: field.get("default", "") for name, field in ACTION["inputs"].items()} | {
            name.replace("_", "-"): value for name, value in inputs.items()
        }
        temporary = world.root / "runner temp"
        temporary.mkdir()
        (temporary / "harness").symlink_to(installed.parent)
        self.files = {name: world.root / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in self.files.values():
            file.touch()
        environment = {name: EXPRESSION.sub(lambda one: given[one[1].removeprefix("inputs.")], value)
                       for name, value in step["env"].items()}  # fmt: skip
        self.run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=world.root,
            env={**os.environ, **environment, **{name: str(file) for name, file in self.files.items()},
                 "RUNNER_TEMP": str(temporary)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        self.outputs = dict(line.split("=", 1) for line in self.files["GITHUB_OUTPUT"].read_text().splitlines())
        self.summary = self.files["GITHUB_STEP_SUMMARY"].read_text()


def test_the_action_annotates_sums_up_and_fails(world: World, harness_on_path: Path) -> None:
    step = Step(world, harness_on_path, truth="truth")
    assert step.run.returncode == 1, step.run.stderr
    assert step.outputs["exit-code"] == "1"
    assert re.search(r"^::(error|warning) file=claims/arden.json,.*line=13,", step.run.stdout, re.MULTILINE)
    assert step.run.stderr == "gate: failed: 1 claim refuted\n"
    assert "gate: failed: 1 claim refuted" in step.summary
    assert "3:30.12" in step.summary
    assert json.loads(Path(step.outputs["json"]).read_text())["gate"]["exit_code"] == 1
    assert json.loads(Path(step.outputs["sarif"]).read_text())["version"] == "2.1.0"


@pytest.mark.parametrize(
    "inputs, code",
    [
        pytest.param({"fail_on": "never"}, 0, id="nothing fails"),
        pytest.param({"fail_on": "conflict\nundecided\n"}, 0, id="two of fail-on, neither there"),
        pytest.param({"args": "--ignore=mark\n--min-accuracy=1\n"}, 0, id="more options"),
        pytest.param({"args": "--min-coverage=2"}, 2, id="an option that is wrong"),
        pytest.param({"paths": "claims/arden.json\n\nmore claims\n"}, 1, id="several paths, one with a space"),
        pytest.param({"paths": "nowhere"}, 2, id="a path that is missing"),
        pytest.param({"paths": "empty"}, 5, id="nothing to check"),
        pytest.param({"paths": '"; touch pwned; "'}, 2, id="a path that would be a command"),
        pytest.param({"args": "$(touch pwned)"}, 2, id="an option that would be a command"),
        pytest.param({"paths": "--allow-empty"}, 2, id="a path that would be an option"),
    ],
)
def test_the_inputs_of_the_action(world: World, harness_on_path: Path, inputs: dict[str, str], code: int) -> None:
    (world.root / "empty").mkdir()
    (world.root / "more claims").mkdir()
    step = Step(world, harness_on_path, truth="truth", **inputs)
    assert (step.run.returncode, step.outputs["exit-code"]) == (code, str(code)), step.run.stdout + step.run.stderr
    assert not (world.root / "pwned").exists()
    assert all(Path(step.outputs[name]).is_file() for name in ("json", "sarif") if name in step.outputs)


def test_the_action_is_what_github_takes() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert all(set(field) <= {"description", "default"} and field["description"] for field in ACTION["inputs"].values())
    for step in ACTION["runs"]["steps"]:
        assert step["shell"] == "bash"
        assert not EXPRESSION.search(step["run"]), "what is typed must not become a part of a script"
        used = [EXPRESSION.fullmatch(value) for value in step["env"].values()]
        assert {one[1].removeprefix("inputs.") for one in used if one} <= set(ACTION["inputs"])
    written = {EXPRESSION.fullmatch(field["value"])[1] for field in ACTION["outputs"].values()}  # type: ignore[index]
    assert written == {f"steps.check.outputs.{name}" for name in ACTION["outputs"]}


def test_the_page_tells_the_inputs_of_the_action() -> None:
    told = dict(re.findall(r"^\| `([a-z-]+)` \| .* \| (.*) \|$", PAGE, re.MULTILINE))
    assert {name: field["default"] for name, field in ACTION["inputs"].items()} == {
        name: "" if default in ("none", "the shipped one") else default.strip("`") for name, default in told.items()
    }
    workflow = snippet("GitHub")
    [uses] = [step for step in workflow["jobs"]["claims"]["steps"] if "/harness@" in step["uses"]]
    assert set(uses["with"]) <= set(ACTION["inputs"])


def test_the_workflow_of_the_page_runs(world: World, harness_on_path: Path) -> None:
    [uses] = [one for one in snippet("GitHub")["jobs"]["claims"]["steps"] if "/harness@" in one["uses"]]
    inputs = {name.replace("-", "_"): value for name, value in uses["with"].items()}
    assert Step(world, harness_on_path, truth="truth", **inputs).run.returncode == 1


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_on_the_files_of_a_commit(world: World, hook: dict[str, Any]) -> None:
    assert set(hook) >= {"id", "name", "entry", "language"}
    command = [*shlex.split(hook["entry"]), *hook.get("args", [])]
    assert command[0] == "harness"
    truth = ["--truth", "truth"] if hook["id"] == "harness-check" else []
    assert hook["pass_filenames"] is False, "a pattern of names leaves folders out in silence"
    run = world.run(*command[1:], *truth)
    assert run.returncode == (1 if truth else 0), run.stderr
    world.write("claims/broken.json", "{")
    assert world.run(*command[1:], *truth).returncode == 2
    (world.root / "claims").rename(world.root / "elsewhere")
    assert world.run(*command[1:], *truth).returncode == 2
    world.write("harness.toml", '[check]\npaths = ["elsewhere"]\n[validate]\npaths = ["elsewhere"]\n')
    assert "broken.json" in world.run(*command[1:], *truth).stdout + world.run(*command[1:], *truth).stderr


@pytest.mark.parametrize(
    "path, taken", [("claims/a.json", True), ("any/a.json", True), ("harness.toml", True), ("claims/README.md", False)]
)
def test_which_files_a_hook_runs_for(path: str, taken: bool) -> None:
    assert {bool(re.search(hook["files"], path)) for hook in HOOKS} == {taken}


def test_the_hooks_of_the_page_are_there() -> None:
    [repository] = snippet("pre-commit")["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in HOOKS]


def test_the_gitlab_job_of_the_page_runs(world: World, harness_on_path: Path) -> None:
    job = snippet("GitLab")["claims"]
    environment = {**os.environ, "PATH": f"{harness_on_path}:{os.environ['PATH']}"}
    script = "\n".join(job["script"]).replace("harness check", "harness check --truth truth")
    run = subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=world.root, env=environment,
                         capture_output=True, text=True, check=False)  # fmt: skip
    assert run.returncode == 1, run.stderr
    for name in job["artifacts"]["reports"].values():
        assert (world.root / name).is_file()
    quality = json.loads((world.root / job["artifacts"]["reports"]["codequality"]).read_text())
    assert {"claims/arden.json"} == {issue["location"]["path"] for issue in quality}
    assert len(CLAIMS) > len(quality) > 0


def test_the_formats_that_the_page_names_are_there() -> None:
    from harness.present.formats import formats

    elsewhere = PAGE.partition("\n## Elsewhere\n")[2]
    named = set(re.findall(r"`([a-z-]+)`", elsewhere))
    assert named <= set(formats())
    assert len(named) == 5
