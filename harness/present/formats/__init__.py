"""The formats of a report, one file each: the folder is the registry.

A format's module defines `render(report, view) -> str`, the whole rendering, and has the name of the format
(`json_lines.py` is `json-lines`). If it can write a report too large for memory, it also defines `chunks(report,
view)`, the same text piece by piece. One that shows neither words nor evidence of a claim that is right and without a
remark says so with `OUTLINES_WHAT_IS_RIGHT = True`, so that a check need not make them. Nothing here makes a verdict.
Modules with a leading underscore are not formats but shared code.
"""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from harness.registry import function_of, load

if TYPE_CHECKING:
    from harness.records.model import EvidenceTable, FiguresRead, Finding, Report

_NONE: Mapping[str, str] = MappingProxyType({})
_NOTHING: Mapping[str, tuple[Decided, ...]] = MappingProxyType({})
_NO_FIGURES: Mapping[str, FiguresRead] = MappingProxyType({})


def _unknown(file: str, line: int) -> str:
    return ""


def _no_tables(finding: Finding) -> tuple[EvidenceTable, ...]:
    return ()


class Decided(NamedTuple):
    """What somebody decided about a claim: `what` for `quote`, and why (`words`). `claim` is "" if it is no longer
    among the findings; `gone`: its sentence is no longer in the text either."""

    quote: str
    what: str
    author: str
    day: str
    words: str = ""
    claim: str = ""
    gone: bool = False


class View(NamedTuple):
    """How to show a report: in colour or not, with which article texts (by article id), and the command line that
    recreates it. `root` is the folder to which paths are relative; `line_of` gives a line of a claim file, "" if it is
    not known; `unmatched` says why an article (by id) has no text among those given; and `tables` makes a finding's
    evidence into tables, for formats that show it. `figures` says which figures of an article's text (by id) are in a
    claim, `decided` what people decided about it, and `signed` who signed it off. `manuals` are the kinds' manual pages
    by name, and `documentation` is the address where they are published, "" if they are not."""

    colour: bool = False
    texts: Mapping[str, str] = _NONE
    command: str = ""
    root: str = ""
    line_of: Callable[[str, int], str] = _unknown
    unmatched: Mapping[str, str] = _NONE
    tables: Callable[[Finding], tuple[EvidenceTable, ...]] = _no_tables
    figures: Mapping[str, FiguresRead] = _NO_FIGURES
    decided: Mapping[str, tuple[Decided, ...]] = _NOTHING
    signed: Mapping[str, str] = _NONE
    manuals: Mapping[str, str] = _NONE
    documentation: str = ""


PLAIN = View()


@cache
def formats() -> tuple[str, ...]:
    """The names of every format, in alphabetical order."""
    modules = (entry.name for entry in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in modules if not name.startswith("_")))


def renderer(name: str) -> Callable[..., str]:
    """The `render` of the format called `name`; KeyError if there is none."""
    if name not in formats():
        raise KeyError(name)
    render: Callable[..., str] = function_of(load(__name__, name.replace("-", "_")), "render", ("report", "view"))
    return render


def shows_everything(name: str) -> bool:
    """Whether the format shows words or evidence of claims that are right; KeyError if there is no such format."""
    return not getattr(sys.modules[renderer(name).__module__], "OUTLINES_WHAT_IS_RIGHT", False)


def pieces(report: Report, name: str, view: View = PLAIN) -> Iterator[str]:
    """The report in the format called `name`, piece by piece if the format can: the same text as `write`."""
    render = renderer(name)
    chunks = getattr(sys.modules[render.__module__], "chunks", None)
    if chunks is None or not all_encodable(report):
        return iter((write(report, name, view),))
    written: Iterator[str] = chunks(report, view)
    return written


def all_encodable(report: Report) -> bool:
    """Whether no name of a file in the report has half of a surrogate pair."""
    return all(map(_is_encodable, _paths(report)))


def _paths(report: Report) -> Iterator[str]:
    """The names of the files of a report: all that claim files do not hold themselves."""
    yield from (article.file for article in report.articles)
    yield from (part for mistake in report.mistakes for part in (mistake.file, mistake.path, mistake.message))


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def write(report: Report, name: str, view: View = PLAIN) -> str:
    r"""The report in the format called `name`.

    Claim files hold no half of a surrogate pair, but file names and reports made in Python may: no encoding can write
    one, so it is shown as `\udcff`.
    """
    render = renderer(name)
    try:
        written = render(report, view)
        written.encode()
    except UnicodeEncodeError:
        from harness.present.formats._characters import without_surrogates

        written = render(without_surrogates(report), view)
    return written
