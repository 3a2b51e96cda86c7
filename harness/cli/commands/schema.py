"""harness schema: the JSON Schemas that other programs rely on."""

from __future__ import annotations

import click

from harness.cli.options import put_out


@click.command()
@click.argument("what", type=click.Choice(["claims", "truth", "report", "bench"]), metavar="claims|truth|report|bench")
def command(what: str) -> None:
    """Print a JSON Schema (2020-12): of claim files, of ground truth files, of the JSON report or of bench results."""
    from harness.schema import as_text, schema_text

    if what == "bench":
        from harness.bench.results import results_schema

        put_out(as_text(results_schema()), None)
    else:
        put_out(schema_text(what), None)
