"""The command `harness`: finds its commands in their folder, and ensures the exit codes."""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
from pathlib import Path

import click

from harness import __version__
from harness.broken import StoreBroken
from harness.cli.commands import CommandFolder
from harness.cli.options import say
from harness.registry import BadModule

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=CommandFolder, package="harness.cli.commands", context_settings=CONTEXT)
@click.version_option(__version__, package_name="sports-claims-harness")
def cli() -> None:
    """Check the facts in sports articles against a curated ground truth.

    \b
    Exit codes: 0 checked, every gate passed · 1 checked, a gate failed
    2 could not check (bad option, missing or invalid file)
    3 a bug in the harness · 5 nothing to check · 130 interrupted, 143 ended
    """


def main() -> None:
    """Run the command line; every failure ends in a readable message and an exit code."""
    _stand_in_for_closed_streams()
    _end_cleanly()
    if sys.flags.optimize > 1:
        click.echo("the manual pages are docstrings: run Python without -OO (PYTHONOPTIMIZE=2)", err=True)
        sys.exit(2)
    stdout = sys.stdout
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("interrupted", err=True)
        sys.exit(130)
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(shown)
        say(*shown.getvalue().splitlines(), err=True)
        sys.exit(2)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except SystemExit as stop:
        # Where the reader of a pipe is gone, click silences stdout and ends with 1, as if a gate had failed.
        sys.exit(stop.code if sys.stdout is stdout else 2)
    except (BadModule, StoreBroken) as error:
        say(*str(error).splitlines(), err=True)
        sys.exit(2)
    except OSError as error:
        say(_what_failed(error), err=True)
        sys.exit(2)
    except Exception as bug:
        import traceback

        traceback.print_exc()
        click.echo(f"this is a bug in the harness ({type(bug).__name__}): please report it", err=True)
        sys.exit(3)


def _end_cleanly() -> None:
    """Let a signal that ends the program unwind it, so that nothing half written stays; its code is 128 and more."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _: object) -> None:
    sys.exit(128 + number)


def _stand_in_for_closed_streams() -> None:
    """Open /dev/null where a standard stream was closed (`>&-`), so that no file opened later is taken for it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stream = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  (to the end)
            setattr(sys, name, stream)


def _what_failed(error: OSError) -> str:
    """What could not be read or written, and why."""
    why = error.strerror or str(error)
    if error.filename:
        return f"{error.filename}: {why}"
    if isinstance(error, FileNotFoundError):
        return "the current folder is not there any more: change to one that is"
    return f"standard output: {why}" if error.errno in (errno.ENOSPC, errno.EBADF, errno.EIO) else f"error: {why}"
