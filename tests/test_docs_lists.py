"""Lists in the documentation hold every command, every option of `check`, every format and every system."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from harness.cli.main import cli
from harness.extract import systems
from harness.kinds import kinds
from harness.present.formats import formats

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LISTED = re.findall(r"^harness (.+?)(?:  |$)", README.partition("## Commands")[2].partition("```\n\n")[0], re.MULTILINE)


def commands(group: click.Group, *path: str) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        else:
            yield (*path, name)


def is_listed(path: tuple[str, ...], line: str) -> bool:
    """`a|b` stands for each of them, and a word in capitals for any."""
    words = line.split()
    return len(words) >= len(path) and all(
        name in word.split("|") or word.isupper() for name, word in zip(path, words, strict=False)
    )


@pytest.mark.parametrize("path", list(commands(cli)), ids=" ".join)
def test_every_command_is_listed(path: tuple[str, ...]) -> None:
    missing = f"the command `harness {' '.join(path)}` is missing from the list of commands in README.md"
    assert any(is_listed(path, line) for line in LISTED), missing


def test_every_listed_command_is_there() -> None:
    there = list(commands(cli))
    assert len(LISTED) > 20
    assert [line for line in LISTED if not any(is_listed(path, line) for path in there)] == []


def test_every_option_of_check_is_listed() -> None:
    check = cli.get_command(click.Context(cli), "check")
    assert check is not None
    options = [max(option.opts, key=len) for option in check.params if isinstance(option, click.Option)]
    shown = README.partition("Options of `check`")[2].partition("\n\n")[0]
    missing = [option for option in options if f"`{option}" not in shown and option != "--option"]
    assert missing == [], "README.md does not list these options of `harness check`"


@pytest.mark.parametrize("name", formats())
def test_every_format_is_listed(name: str) -> None:
    shown = README.partition("`--format NAME` (")[2].partition("[docs/formats.md]")[0]
    assert name in re.split(r"[,:]\s+", shown), f"the format {name} is missing from the list of formats in README.md"


@pytest.mark.parametrize("name", systems())
def test_every_system_is_described(name: str) -> None:
    manual = (ROOT / "docs" / "extract.md").read_text(encoding="utf-8").partition("## The systems")[2]
    assert f"\n**`{name}`**" in manual, f"the system {name} has no paragraph in docs/extract.md, The systems"


@pytest.mark.parametrize("name", kinds())
def test_every_kind_has_a_test_file(name: str) -> None:
    """A table of claims in the language of the sport, in tests/kinds or tests/language."""
    tests = [*(ROOT / "tests" / "kinds").glob("*.py"), *(ROOT / "tests" / "language").glob("*.py")]
    rows = rf"(?:\"kind\": |claim\(|, )\"{name}\"|\b{name}\("
    assert any(re.search(rows, path.read_text(encoding="utf-8")) for path in tests), (
        f"the kind {name} has no table of tests"
    )
