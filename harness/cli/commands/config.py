"""harness config: the settings that apply, and where each comes from."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import wrap
from typing import Any

import click

from harness.cli.options import CLAIMS, say

_WIDTH, _KEY, _VALUE = 80, 16, 32  # characters of a line, and of its columns
_DEFAULT = re.compile(r"\[default: ([^\]]+)\]")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def command(paths: tuple[Path, ...]) -> None:
    """Show the settings that apply to PATHS (default: the current folder), and where each comes from.

    \b
    Exit codes: 0 shown · 2 a configuration is wrong
    """
    from harness.cli.config import COMMANDS, configuration_for, options_of
    from harness.cli.main import cli
    from harness.storage.files import path_from_here

    context = click.Context(cli)
    commands = {name: cli.get_command(context, name) for name in COMMANDS}
    there = {name: command for name, command in commands.items() if command is not None}
    configuration = configuration_for(paths, there)
    where = path_from_here(configuration.file) if configuration is not None else ""
    say(f"configuration: {where or 'none: neither a harness.toml nor a [tool.harness] from here upwards'}")
    for name, command in there.items():
        settings = configuration.of(name, command) if configuration is not None else {}
        options = options_of(command)
        say("", f"[{name}]")
        for key, parameter in options.items():
            configured = parameter.name in settings
            value = settings[parameter.name or ""] if configured else _default(parameter, context)
            _say_setting(key, value, where if configured else "default")
    keys = {parameter.name: key for key, parameter in options_of(there["check"]).items()}
    for number, root in enumerate(configuration.roots(there["check"]) if configuration is not None else [], 1):
        say("", f"[[roots]] {number}")
        for name, value in root.items():
            _say_setting(keys.get(name, name), value, where)


def _say_setting(key: str, value: Any, source: str) -> None:
    """A line in columns; what is longer than a terminal is wide goes on below its beginning."""
    line = f"  {key:<{_KEY}} {_shown(value):<{_VALUE}} {source}"
    if len(line) <= _WIDTH:
        say(line)
        return
    further = " " * (_KEY + 3)
    parts = wrap(f"{_shown(value)}  {source}", _WIDTH - len(further), break_long_words=False, break_on_hyphens=False)
    say(f"  {key:<{_KEY}} {parts[0]}", *(f"{further}{part}" for part in parts[1:]))


def _default(parameter: click.Parameter, context: click.Context) -> Any:
    """What holds where nothing is set: the parameter's own default, or the one that its help tells of."""
    value = parameter.get_default(context, call=False)
    if not _is_unset(value):
        return value
    if isinstance(parameter, click.Argument):
        return CLAIMS if parameter.name == "paths" else None
    stated = _DEFAULT.search(parameter.help or "") if isinstance(parameter, click.Option) else None
    return stated[1] if stated is not None else None


def _is_unset(value: Any) -> bool:
    return value is None or value == () or "Sentinel" in type(value).__name__


def _shown(value: Any) -> str:
    if _is_unset(value):
        return "-"
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
