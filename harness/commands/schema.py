"""harness schema: the JSON Schemas that other programs rely on."""

from __future__ import annotations

import click


@click.command()
@click.argument("what", type=click.Choice(["claims", "truth", "report"]))
def command(what: str) -> None:
    """Print a JSON Schema (2020-12): of claim files, of ground truth files, or of the JSON report."""
    from harness.schema import schema_text

    click.echo(schema_text(what), nl=False)
