"""The commands, one file each: the folder is the registry.

A command's module offers `command`, and is called what the command is called (`make_corpus.py` is `make-corpus`); a
folder in this folder is a group of commands. A module imports what it runs when it runs.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import click


class CommandFolder(click.Group):
    """A group whose commands are the modules of a package."""

    def __init__(self, *arguments: Any, package: str, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        folder = importlib.import_module(self.package).__path__
        return sorted(entry.name.replace("_", "-") for entry in pkgutil.iter_modules(folder))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{self.package}.{cmd_name.replace('-', '_')}")
        found: click.Command = module.command
        return found
