"""Pages of the documentation that are made from the code: every kind of claim, and every command with its options.

A hook of MkDocs (`make docs`). Links that lead out of docs/, for those who read in the repository, become plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import click
from mkdocs.structure.files import File, Files

from harness.cli.main import cli
from harness.kinds import kinds

_OUTSIDE = re.compile(r"\[([^\]]+)\]\((?:\.\./)[^)]+\)")


def on_files(files: Files, config: Any) -> Files:
    """Add the generated pages."""
    files.append(File.generated(config, "reference/kinds.md", content=kinds_page()))
    files.append(File.generated(config, "reference/commands.md", content=commands_page()))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Links to files of the repository that are no pages here are named, and lead nowhere."""
    return _OUTSIDE.sub(r"\1", markdown)


def kinds_page() -> str:
    """The manual page of each kind; its heading is what a rule's `helpUri` in SARIF leads to."""
    parts = ["# Kinds of claim", "What `harness explain KIND` prints."]
    for name, kind in sorted(kinds().items()):
        parts += [f"## {name.replace('_', '-')}", f"```text\n{kind.manual}\n```"]
    return "\n\n".join(parts) + "\n"


def commands_page() -> str:
    """The help of each command."""
    parts = ["# Commands", "What `harness COMMAND --help` prints."]
    for name, text in _helps(cli, click.Context(cli, info_name="harness"), "harness"):
        parts += [f"## {name}", f"```text\n{text}\n```"]
    return "\n\n".join(parts) + "\n"


def _helps(command: click.Command, context: click.Context, name: str) -> Iterator[tuple[str, str]]:
    yield name, command.get_help(context)
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                yield from _helps(found, click.Context(found, context, info_name=inner), f"{name} {inner}")
