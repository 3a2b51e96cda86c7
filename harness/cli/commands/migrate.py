"""harness migrate: claim files and ground truth files of an older schema, brought up to today's."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from harness.cli.options import CLAIMS, say, stop_at_mistakes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harness.checking.load.upgrade import Upgrade


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing; exit 1 if anything would.")
def command(paths: tuple[Path, ...], dry_run: bool) -> None:
    """Bring claim files and ground truth files (or folders of them) up to today's schema, and show what changes.

    Older files load as they are; a file that names no schema_version is of 0.1.0. All files are brought up or none:
    one that cannot be read, or that follows a newer schema, stops the command before anything is written.

    \b
    Exit codes: 0 every file is of today's schema · 1 some are not (--dry-run)
    2 a file cannot be read · 5 no files were found
    """
    from harness.checking.load.claims import claim_paths
    from harness.checking.load.upgrade import upgrade_of
    from harness.migrations import CURRENT
    from harness.storage.files import replace_file
    from harness.storage.remote import RemotePath

    files = claim_paths(paths or (CLAIMS,), (".json",))
    attempts = [
        upgrade_of(path) if isinstance(path, Path) else [path] for path in files if not isinstance(path, RemotePath)
    ]
    stop_at_mistakes(mistake for attempt in attempts if isinstance(attempt, list) for mistake in attempt)
    if not attempts:
        say("nothing to migrate: no files (*.json) were found", err=True)
        sys.exit(5)
    older = [upgrade for upgrade in attempts if not isinstance(upgrade, list) and upgrade.after != upgrade.before]
    for upgrade in older:
        say(*_shown(upgrade))
        if not dry_run:
            replace_file(upgrade.path, upgrade.after)
    many, verb = "s" * (len(attempts) != 1), "would be brought up" if dry_run else "brought up"
    say(f"{len(older)} of {len(attempts)} file{many} {verb} to schema {CURRENT}")
    sys.exit(1 if dry_run and older else 0)


def _shown(upgrade: Upgrade) -> Iterator[str]:
    """The lines that change, and why, where it is more than the version."""
    from difflib import unified_diff

    from harness.migrations import CURRENT
    from harness.strict_json import show_path

    old, new = upgrade.before.split("\n"), upgrade.after.split("\n")
    yield from unified_diff(old, new, str(upgrade.path), f"{upgrade.path} (schema {CURRENT})", lineterm="", n=1)
    for replacement in upgrade.replacements:
        yield f"{show_path(replacement.path)}: {replacement.why}"
