"""harness config: what the configuration sets, and from where."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from harness.cli.options import say


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def command(paths: tuple[Path, ...]) -> None:
    """Show which settings hold for PATHS (default: the current folder), and from where each comes.

    \b
    Exit codes: 0 shown · 2 a configuration is wrong
    """
    from harness.cli.config import COMMANDS, configuration_for, options_of
    from harness.cli.main import cli

    context = click.Context(cli)
    commands = {name: cli.get_command(context, name) for name in COMMANDS}
    there = {name: found for name, found in commands.items() if found is not None}
    configuration = configuration_for(paths, there)
    where = os.path.relpath(configuration.file) if configuration is not None else ""
    say(f"configuration: {where or 'none: neither a harness.toml nor a [tool.harness] from here upwards'}")
    for name, found in there.items():
        settings = configuration.of(name, found) if configuration is not None else {}
        say("", f"[{name}]")
        for key, parameter in options_of(found).items():
            configured = parameter.name in settings
            value = settings[parameter.name or ""] if configured else parameter.get_default(context, call=False)
            say(f"  {key:<14} {_shown(value):<32} {where if configured else 'default'}")
    for number, root in enumerate(configuration.roots(there["check"]) if configuration is not None else [], 1):
        say("", f"[[roots]] {number}", *(f"  {key:<14} {_shown(value)}" for key, value in root.items()))


def _shown(value: Any) -> str:
    if value is None or value == () or "Sentinel" in type(value).__name__:
        return "-"
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
