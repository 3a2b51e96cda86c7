"""harness truth new pack: a pack of your own."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.options import say


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--empty", is_flag=True, help="Without facts, except the nations.")
def command(folder: Path, empty: bool) -> None:
    """Make FOLDER a pack: a copy of the shipped one, or an empty one."""
    from harness.checking.load import default_truth_folder
    from harness.curate.catalogue import nations
    from harness.curate.file_layout import pack_text
    from harness.storage.files import replace_file

    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty: name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    if empty:
        rows = [nation.row() for nation in sorted(nations().values())]
        replace_file(folder / "nations.json", pack_text({"nations": rows}))
    else:
        for path in sorted(default_truth_folder().glob("*.json")):
            replace_file(folder / path.name, path.read_text(encoding="utf-8"))
    say(f"{folder}: {len(list(folder.glob('*.json')))} files")
