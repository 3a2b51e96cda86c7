"""What stands around the code: workflows, issue templates, metadata. They name what is there."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def steps(workflow: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


@pytest.mark.parametrize("name", ["Containerfile", "action.yml", "docs/ci.md", "docs/editors.md"])
def test_what_could_not_be_run_here_says_so(name: str) -> None:
    assert re.search(r"\buntried\b", (ROOT / name).read_text(encoding="utf-8"), re.IGNORECASE)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_runs_what_is_there(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    assert "Untried" in text.splitlines()[0], "nothing here could run it"
    assert {*re.findall(r"\bmake ([a-z]+)", text)} <= TARGETS
    assert all((ROOT / path).exists() for path in re.findall(r"(?<=run: )\.ci/\S+", text))
    assert all("run" in step or "uses" in step for step in steps(workflow))


def test_the_workflow_tries_every_python_and_system() -> None:
    matrix = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))["jobs"]["test"]["strategy"]
    assert matrix["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert matrix["matrix"]["os"] == ["ubuntu-latest", "macos-latest", "windows-latest"]


def test_templates_and_hooks_are_yaml() -> None:
    for path in (*(ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"), ROOT / ".pre-commit-config.yaml"):
        assert yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_image_has_what_the_wheel_needs_and_git() -> None:
    """It cannot be built here; what can be held is that nothing of the wheel is left out, and that git is there."""
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    assert text.startswith("# Untried")
    assert re.search(r"apt-get install .*\bgit\b", text)
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    needed = ["pyproject.toml", "README.md", "LICENSE", *wheel["wheel"]["packages"], *wheel["wheel"]["force-include"]]
    patterns = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    left_out = {line.rstrip("/") for line in patterns if line and not line.startswith("#")}
    assert {".git", ".venv", "build"} <= left_out
    assert not {part for path in needed for part in (path, *map(str, PurePosixPath(path).parents))} & left_out


def test_the_distribution_has_a_name_of_its_own() -> None:
    assert PROJECT["name"] == "sports-claims-harness"
    assert PROJECT["scripts"] == {"harness": "harness.cli.main:main"}
    every = chain(PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    assert all(">=" in requirement for requirement in every), "what has no lower bound is tried by nobody"


def test_pages_link_to_what_is_there() -> None:
    """Links from page to page; the site's build looks at those inside docs/ too."""
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name} links to {link}"


def test_the_site_leads_to_every_page() -> None:
    nav = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    pages = re.findall(r"[\w/-]+\.md", str(nav))
    there = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    assert sorted(pages) == sorted([*there, "reference/kinds.md", "reference/commands.md"])


def test_each_path_of_the_site_begins_at_a_page() -> None:
    paths = re.findall(r"^- \*\*.+$", (ROOT / "docs" / "index.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [path for path in paths if "](" not in path] == []
    assert "(importing.md)" in next(path for path in paths if "I keep results" in path)
