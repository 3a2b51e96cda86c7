"""The formats of a report, one file each: the folder is the registry.

A format's module offers `render(report, view) -> str`, the whole rendering; nothing here makes a verdict.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

import msgspec

from harness.model import Report


class View(msgspec.Struct, frozen=True, gc=False):
    """How a report is looked at: in colour or not, beside which article texts (by article id), and the command line
    that makes it again."""

    colour: bool = False
    texts: dict[str, str] = {}
    command: str = ""


PLAIN = View()


@cache
def formats() -> tuple[str, ...]:
    """The names of every format, in alphabetical order."""
    return tuple(sorted(entry.name for entry in pkgutil.iter_modules(__path__)))


def renderer(name: str) -> Callable[..., str]:
    """The `render` of the format called `name`; KeyError if there is none."""
    if name not in formats():
        raise KeyError(name)
    render: Callable[..., str] = importlib.import_module(f"{__name__}.{name}").render
    return render


def write(report: Report, name: str, view: View = PLAIN) -> str:
    """The report in the format called `name`."""
    return renderer(name)(report, view)
