"""The command `harness`: finds its commands in their folder, and keeps the promise of the exit codes."""

from __future__ import annotations

import sys

import click

from harness import __version__
from harness.commands import CommandFolder

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=CommandFolder, package="harness.commands", context_settings=CONTEXT)
@click.version_option(__version__, package_name="harness")
def cli() -> None:
    """Check the facts in sports articles against a curated ground truth.

    \b
    Exit codes: 0 checked, every gate passed · 1 checked, a gate failed
    2 could not check (bad option, missing or invalid file) · 3 a bug in the harness
    5 nothing to check · 130 interrupted
    """


def main() -> None:
    """Run the command line; what goes wrong ends in a message for people and an exit code."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("interrupted", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)
    except OSError as error:
        click.echo(f"{error.filename or 'error'}: {error.strerror or error}", err=True)
        sys.exit(2)
    except Exception as bug:
        import traceback

        traceback.print_exc()
        click.echo(f"this is a bug in the harness ({type(bug).__name__}): please report it", err=True)
        sys.exit(3)
