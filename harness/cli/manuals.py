"""The manual of the kinds for reports that lead to it: the installed one, and where it is published, if it is.

No address is made up. It is typed, configured (`documentation`), or the one that the installed distribution names as
its documentation; without one a report carries the manual's text and no link.
"""

from __future__ import annotations

from collections.abc import Iterable

import click

from harness.present.formats import View

DISTRIBUTION = "sports-claims-harness"


def _address(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not value.startswith(("https://", "http://")):
        raise click.BadParameter(f"{value!r} is no address that begins with https://", context, parameter)
    return value


documentation_option = click.option(
    "--documentation",
    metavar="URL",
    callback=_address,
    help="Where `make docs` is published: SARIF rules link to it [default: as in the distribution's metadata].",
)


def with_manuals(view: View, formats: Iterable[str], documentation: str | None) -> View:
    """The view with what the formats need of the manual; nothing is looked for where none of them does."""
    if "sarif" not in formats:
        return view
    from harness.kinds import kinds

    pages = {name: kind.manual for name, kind in kinds().items()}
    return view._replace(manuals=pages, documentation=documentation or published_at())


def published_at() -> str:
    """The address of the documentation in the metadata of the installed distribution; "" where it names none."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        named = metadata(DISTRIBUTION).get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    labelled = (line.partition(",") for line in named)
    return next((address.strip() for label, _, address in labelled if label.strip() == "Documentation"), "")
