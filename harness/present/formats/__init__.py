"""The formats of a report, one file each: the folder is the registry.

A format's module offers `render(report, view) -> str`, the whole rendering, and is called what the format is called
(`json_lines.py` is `json-lines`). One that can write a report too large to hold offers `chunks(report, view)` too, the
same text piece by piece; nothing here makes a verdict. Modules with a leading underscore are no formats but
what several of them share.
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
    from harness.model import EvidenceTable, FiguresRead, Finding, Report

_NONE: Mapping[str, str] = MappingProxyType({})
_NOTHING: Mapping[str, tuple[Decided, ...]] = MappingProxyType({})
_NO_FIGURES: Mapping[str, FiguresRead] = MappingProxyType({})


def _unknown(file: str, line: int) -> str:
    return ""


def _no_tables(finding: Finding) -> tuple[EvidenceTable, ...]:
    return ()


class Decided(NamedTuple):
    """What somebody decided on a claim: `what` of `quote`, and why (`words`). `claim` is "" where it is not among the
    findings any more; `gone`: its sentence is not in the text either."""

    quote: str
    what: str
    author: str
    day: str
    words: str = ""
    claim: str = ""
    gone: bool = False


class View(NamedTuple):
    """How a report is looked at: in colour or not, beside which article texts (by article id), and the command line
    that makes it again. `root` is the folder that paths are told from; `line_of` gives a line of a claim file, "" where
    it is not known; `unmatched` says of an article (by id) why its text is not among the texts that were given; and
    `tables` makes a finding's evidence as tables, for formats that show it. `figures` says of an article (by id) which
    figures of its text stand in a claim, `decided` what people decided on it, and `signed` who stands for it.
    `manuals` are the kinds' manual pages by name, and `documentation` is the address that they are published at, ""
    where they are not."""

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


def pieces(report: Report, name: str, view: View = PLAIN) -> Iterator[str]:
    """The report in the format called `name`, piece by piece where the format can: what `write` gives."""
    render = renderer(name)
    chunks = getattr(sys.modules[render.__module__], "chunks", None)
    if chunks is None or any(not _is_encodable(path) for path in _paths(report)):
        return iter((write(report, name, view),))
    written: Iterator[str] = chunks(report, view)
    return written


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
