"""The configuration of a project: `[tool.harness]` in pyproject.toml, or harness.toml, found upwards from the paths.

A table for a command (`[check]`, `[extract]` ...) holds its options by their long names; `truth`, `baseline` and
`articles` above all tables hold for every command that has such an option. `[[roots]]` are parts of a repository that
have a ground truth of their own: each is a table of `check`, with its `paths`. Paths count from the file's folder.
"""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import click

from harness.storage.files import path_from_here
from harness.storage.remote import is_url

SHARED = ("truth", "baseline", "articles")
COMMANDS = ("check", "validate", "extract", "desk", "why")
ROOTS = "roots"
REPORTS = "reports"  # the parameter whose values are FORMAT=PATH
NEVER_CONFIGURED = ("help", "watch")  # what is asked for once, at the terminal
SCHEMA = "$schema"  # a schema for the editor: of no meaning here
_FILES = ("harness.toml", "pyproject.toml")


class BadConfiguration(click.ClickException):
    """All mistakes in a configuration, one per line."""


class Configuration(NamedTuple):
    """The settings of one file as written; `repository` is the folder that its paths must not leave."""

    file: Path
    repository: Path
    tables: dict[str, Any]

    def of(self, name: str, command: click.Command) -> dict[str, Any]:
        """The settings for the command, by parameter name."""
        shared = {key: self.tables[key] for key in SHARED if key in self.tables}
        own = self.tables.get(name, {})
        return self._values({**shared, **own}, command, ignore=set(shared) - set(own))

    def roots(self, command: click.Command) -> list[dict[str, Any]]:
        """The settings of every root for the command, which need not have all options that `check` has."""
        tables = self.tables.get(ROOTS, [])
        return [self._values(table, command, ignore=set(table)) for table in tables]

    def _values(self, table: Mapping[str, Any], command: click.Command, ignore: set[str]) -> dict[str, Any]:
        parameters = options_of(command)
        known = {key: value for key, value in table.items() if key in parameters or key not in ignore}
        return {parameters[key].name or key: self._value(parameters[key], value) for key, value in known.items()}

    def _value(self, parameter: click.Parameter, value: Any) -> Any:
        several = parameter.multiple or parameter.nargs != 1
        values = [self._from_here(parameter, part) for part in (value if isinstance(value, list) else [value])]
        return values if several else values[0]

    def _from_here(self, parameter: click.Parameter, value: Any) -> Any:
        """A path as it reads from the current folder; anything else as it is."""
        if parameter.name == REPORTS and isinstance(value, str) and "=" in value:
            name, _, path = value.partition("=")
            return f"{name}={path_from_here(self.file.parent / path)}"
        if not isinstance(parameter.type, click.Path):
            return value
        if is_url(str(value)):
            return value
        return path_from_here(self.file.parent / str(value))


def options_of(command: click.Command) -> dict[str, click.Parameter]:
    """What can be configured for the command: its arguments, and its options by their long names."""
    names: dict[str, click.Parameter] = {}
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            names[parameter.name or ""] = parameter
        else:
            names |= {option[2:]: parameter for option in parameter.opts if option.startswith("--")}
    return {name: parameter for name, parameter in names.items() if name not in NEVER_CONFIGURED}


def configuration_for(paths: Iterable[Path], commands: Mapping[str, click.Command]) -> Configuration | None:
    """The one configuration of the paths (of the current folder, where there are none); None where there is none.

    Raises BadConfiguration where they have several, or where anything in it is wrong.
    """
    folders: dict[Path, Path] = {}
    for path in list(paths) or [Path()]:
        file = _nearest(path)
        if file is not None:
            folders.setdefault(file, path)
    if len(folders) > 1:
        owners = "; ".join(f"{path} has {path_from_here(file)}" for file, path in folders.items())
        raise BadConfiguration(f"these paths have different configurations, so they need a run each: {owners}")
    return _read(next(iter(folders)), commands) if folders else None


def _nearest(path: Path) -> Path | None:
    """The configuration in the path's folder or the nearest above it, not above the repository."""
    start = Path(os.path.realpath(path))
    for folder in (start, *start.parents):
        files = [folder / name for name in _FILES if _has_settings(folder / name)]
        if len(files) > 1:
            raise BadConfiguration(f"{folder} has two configurations, {_FILES[0]} and [tool.harness]: keep one")
        if files:
            return files[0]
        if (folder / ".git").exists():
            return None
    return None


def _has_settings(file: Path) -> bool:
    if file.name == _FILES[0] and os.path.lexists(file) and not file.is_file():
        raise BadConfiguration(f"{file} is no file: it is a folder, or a link that leads nowhere")
    return file.is_file() and (file.name == _FILES[0] or "harness" in _document(file).get("tool", {}))


@lru_cache(maxsize=64)
def _document(file: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        if file.name != _FILES[0] and "tool.harness" not in file.read_text(encoding="utf-8", errors="replace"):
            return {}  # somebody else's file is not ours to judge
        raise BadConfiguration(f"{file}: {_why_not_toml(file, error)}") from None


def _why_not_toml(file: Path, error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 at byte {error.start}: save it as UTF-8"
    if file.read_bytes().startswith(BOM_UTF8):
        return "it begins with a byte order mark: save it as UTF-8 without one"
    return str(error) or "nested too deep"


def _read(file: Path, commands: Mapping[str, click.Command]) -> Configuration:
    tables = _document(file)
    if file.name != _FILES[0]:
        tables = tables["tool"]["harness"]
    tables = _with_days_as_text(tables)
    repository = next((folder for folder in file.parents if (folder / ".git").exists()), file.parent)
    configuration = Configuration(file, repository, tables)
    mistakes = list(_mistakes(configuration, commands))
    if mistakes:
        raise BadConfiguration("\n".join(mistakes))
    return configuration


def _with_days_as_text(value: Any) -> Any:
    """The value with every day, which TOML writes without quotation marks, as options take it: 2024-08-10."""
    if isinstance(value, dict):
        return {key: _with_days_as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with_days_as_text(inner) for inner in value]
    return value.isoformat() if type(value) is date else value


def _mistakes(configuration: Configuration, commands: Mapping[str, click.Command]) -> Iterator[str]:
    where = path_from_here(configuration.file)
    tables = configuration.tables
    if not isinstance(tables, dict):
        yield f"{where}: [tool.harness] must be a table"
        return
    for name, value in tables.items():
        if name in commands and isinstance(value, dict):
            yield from _of_table(configuration, f"{where}: [{name}]", value, commands[name])
        elif name == ROOTS and isinstance(value, list) and all(isinstance(root, dict) for root in value):
            for number, root in enumerate(value, 1):
                yield from _of_table(configuration, f"{where}: [[roots]] {number}", root, commands["check"])
                if "paths" not in root:
                    yield f"{where}: [[roots]] {number}: a root needs its paths"
            yield from _claimed_twice(configuration, where, value)
        elif name in SHARED:
            yield from _of_table(configuration, where, {name: value}, commands["check"])
        elif name in commands or name == ROOTS:
            yield f"{where}: {name} must be a {'list of tables' if name == ROOTS else 'table'}"
        elif name != SCHEMA or not isinstance(value, str):
            yield f"{where}: {_unknown(name, [*commands, ROOTS, *SHARED])}"


def _of_table(configuration: Configuration, where: str, table: dict[str, Any], command: click.Command) -> Iterator[str]:
    parameters = options_of(command)
    for key, value in table.items():
        parameter = parameters.get(key)
        if parameter is None:
            yield f"{where}: {_unknown(key, parameters)}"
            continue
        values = value if isinstance(value, list) else [value]
        flag = isinstance(parameter, click.Option) and parameter.is_flag
        if "" in values or (value == [] and not isinstance(parameter, click.Option)):
            yield f"{where}: {key} is empty: say what it is, or leave it out"
        elif isinstance(value, list) and not parameter.multiple and parameter.nargs == 1:
            yield f"{where}: {key} takes one value, not a list"
        elif not all(isinstance(entry, bool) if flag else isinstance(entry, str | int | float) for entry in values):
            yield f"{where}: {key} must be {'true or false' if flag else 'a text, a number or a day'}"
        elif isinstance(parameter.type, click.Path):
            yield from _outside(configuration, f"{where}: {key}", values)
        elif parameter.name == REPORTS:
            yield from _outside(configuration, f"{where}: {key}", [str(value).partition("=")[2] for value in values])
        elif not flag:
            yield from _not_taken(parameter, f"{where}: {key}", values)


def _not_taken(parameter: click.Parameter, where: str, values: list[Any]) -> Iterator[str]:
    """Values that the option would not take, though the command that has it is not the one that runs."""
    for value in values:
        try:
            parameter.type.convert(value, parameter, None)
        except click.BadParameter as error:
            yield f"{where}: {error.message}"


def _outside(configuration: Configuration, where: str, values: list[Any]) -> Iterator[str]:
    for value in values:
        target = Path(os.path.realpath(configuration.file.parent / str(value)))
        if not target.is_relative_to(os.path.realpath(configuration.repository)):
            yield f"{where}: {value} is outside the repository {configuration.repository}"


def _claimed_twice(configuration: Configuration, where: str, roots: list[dict[str, Any]]) -> Iterator[str]:
    seen: list[tuple[int, str, Path]] = []
    for number, root in enumerate(roots, 1):
        paths = root.get("paths", [])
        for path in paths if isinstance(paths, list) else [paths]:
            real = Path(os.path.realpath(configuration.file.parent / str(path)))
            for first_flag, name, taken in seen:
                if first_flag != number and (real.is_relative_to(taken) or taken.is_relative_to(real)):
                    yield f"{where}: [[roots]] {number} and {first_flag} claim the same files: {path} and {name}"
            seen.append((number, str(path), real))


def _unknown(key: str, names: Iterable[str]) -> str:
    from difflib import get_close_matches

    names = sorted(names)
    close = get_close_matches(key, names, n=1)
    return f"unknown key {key!r}" + (f": did you mean {close[0]!r}?" if close else f"; there are: {', '.join(names)}")
