"""What the shell completes: kinds, formats, and the articles and claims of the claim files. See docs/editors.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from harness.cli.options import CLAIMS


def complete_kinds(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    from harness.kinds import kinds

    return [name for name in kinds() if name.startswith(incomplete)]


def complete_formats(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    from harness.present.formats import formats

    return [name for name in formats() if name.startswith(incomplete)]


def complete_articles(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    return [article for article, _ in _files(ctx) if article.startswith(incomplete)]


def complete_claims(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """The ids of the claims of the article that is typed already."""
    typed = ctx.params.get("article")
    return [claim for article, claims in _files(ctx) if article == typed for claim in claims if
            claim.startswith(incomplete)]  # fmt: skip


def _files(ctx: click.Context) -> Iterator[tuple[str, list[str]]]:
    """The article and the claims' ids of each claim file; what cannot be read completes nothing."""
    import json

    for path in sorted(Path(ctx.params.get("folder") or CLAIMS).rglob("*.json")):
        try:
            document: Any = json.loads(path.read_bytes())
            yield str(document["article"]["id"]), [str(claim["id"]) for claim in document["claims"]]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue
