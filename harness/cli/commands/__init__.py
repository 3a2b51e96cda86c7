"""The commands, one file each: the folder is the registry.

A command's module offers `command`, and is called what the command is called (`make_corpus.py` is `make-corpus`); a
folder in this folder is a group of commands. A module imports what it runs when it runs.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cached_property
from typing import Any

import click

from harness.cli.options import known_name
from harness.registry import BadModule, file_of, load


class CommandFolder(click.Group):
    """A group whose commands are the modules of a package."""

    def __init__(self, *arguments: Any, package: str, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        return self._names

    @cached_property  # the folder is read once, and not for every command that the help tells of
    def _names(self) -> list[str]:
        folder = importlib.import_module(self.package).__path__
        return sorted(entry.name.replace("_", "-") for entry in pkgutil.iter_modules(folder))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The summary of each command, like click's, but wrapped instead of cut off."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, command.get_short_help_str(limit=1000)) for name, command in commands if command]
            )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        known_name(args[0], self.list_commands(ctx), "command")
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = load(self.package, cmd_name.replace("-", "_"))
        command = getattr(module, "command", None)
        if not isinstance(command, click.Command):
            raise BadModule(file_of(module), ["it must offer a click command called `command`"])
        return command
