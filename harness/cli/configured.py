"""A command that takes its defaults from the configuration; what is typed wins."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

_ROOTS = "harness.roots"  # a run for each of these is to come; kept with the context
_WORST_LAST = (0, 5, 1, 2, 3)
_ENDED_BY_SIGNAL = 128


class Configured(click.Command):
    """A command whose configuration is found upwards from its paths, before it reads its options."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        if extra.get("resilient_parsing") or {"-h", "--help"} & {*args}:
            return super().make_context(info_name, args, parent, **extra)  # the help needs no configuration
        from harness.cli.config import BadConfiguration, configuration_for, options_of

        typed = self._typed(info_name, args, parent)
        configuration = configuration_for(_paths(typed), _commands())
        if configuration is None or "default_map" in extra:
            return super().make_context(info_name, args, parent, **extra)
        settings = configuration.of(info_name or "", self)
        roots = configuration.roots(self) if "paths" in options_of(self) else []
        if roots and _paths(typed):
            settings |= root_of(_paths(typed), roots)
        try:
            context = super().make_context(info_name, list(args), parent, default_map=settings, **extra)
        except click.BadParameter as error:
            if error.param is not None and error.param.name in settings and error.param.name not in typed:
                raise BadConfiguration(f"{configuration.file}: {error.format_message()}") from None
            raise
        context.meta[_ROOTS] = [] if _paths(typed) else [settings | root for root in roots]
        context.meta["typed"] = args
        return context

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; where no path is typed and the configuration has roots, run it for each."""
        roots = ctx.meta.pop(_ROOTS, None)
        if not roots:
            return super().invoke(ctx)
        if ctx.params.get("output") or ctx.params.get("reports"):
            raise click.UsageError(
                "there are several roots, and one file cannot take their reports: name a root's paths"
            )
        if ctx.params.get("watched"):
            raise click.UsageError("there are several roots: name the paths of the one to watch")
        codes = []
        for root in roots:
            click.echo(f"== {', '.join(root['paths'])}", err=True)
            inner = super().make_context(ctx.info_name, list(ctx.meta["typed"]), ctx.parent, default_map=root)
            try:
                with inner:
                    super().invoke(inner)
                codes.append(0)
            except SystemExit as stop:
                if isinstance(stop.code, int) and stop.code >= _ENDED_BY_SIGNAL:
                    raise  # whoever ends the command ends it for all roots
                codes.append(stop.code if isinstance(stop.code, int) else 1)
        return sys.exit(max(codes, key=lambda code: _WORST_LAST.index(code) if code in _WORST_LAST else len(codes)))

    def _typed(self, info_name: str | None, args: list[str], parent: click.Context | None) -> dict[str, Any]:
        """What is typed, by parameter; nothing where it is not to be understood, which is said later."""
        try:
            typed, _, _ = self.make_parser(click.Context(self, parent, info_name)).parse_args(list(args))
        except click.UsageError:
            return {}
        # newer versions of click hold a value of their own where nothing is typed
        return {name: value for name, value in typed.items() if isinstance(value, str | list | tuple | bool) and value}


def _paths(typed: dict[str, Any]) -> list[Path]:
    """The files and folders that the command is about, as typed."""
    from harness.storage.remote import is_url  # with more than `--help` needs

    values = [typed.get(name) for name in ("paths", "articles", "folder")]
    named = next((value for value in values if value), ())
    several = [named] if isinstance(named, str) else list(named)
    return [Path(path) for path in several if isinstance(path, str) and path != "-" and not is_url(path)]


def root_of(paths: Sequence[Path], roots: list[dict[str, Any]]) -> dict[str, Any]:
    """The settings of the root that has all the paths, but for its own paths; of none where they are in none.

    A folder above roots is refused: its claims would be held against a ground truth that is not theirs.
    """
    for path in paths:
        inside = [
            root for root in roots if any(Path(of).resolve().is_relative_to(path.resolve()) for of in root["paths"])
        ]
        if inside and _owner(path.resolve(), roots) is None:
            raise click.UsageError(
                f"{path} holds roots that have a ground truth of their own: name a root's paths, or none for all"
            )
    owners = [_owner(path.resolve(), roots) for path in paths]
    if any(owner != owners[0] for owner in owners):
        raise click.UsageError("these paths are in different roots, which have a ground truth of their own: run each")
    return {} if owners[0] is None else {key: value for key, value in roots[owners[0]].items() if key != "paths"}


def _owner(path: Path, roots: list[dict[str, Any]]) -> int | None:
    for number, root in enumerate(roots):
        if any(path.is_relative_to(Path(inside).resolve()) for inside in root["paths"]):
            return number
    return None


def _commands() -> dict[str, click.Command]:
    from harness.cli.config import COMMANDS
    from harness.cli.main import cli

    context = click.Context(cli)
    commands = {name: cli.get_command(context, name) for name in COMMANDS}
    return {name: command for name, command in commands.items() if command is not None}
