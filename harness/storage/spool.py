"""Findings of a run too large for memory: written to a temporary file as they come, and read back one by one.

A spool is a sequence of findings like any other; small ones stay in memory, and users cannot tell the difference. Its
files hold the lines of the json-lines format, which can be copied to the output unchanged. No finding of a spool is
waived: a run with a baseline keeps its findings in memory.
"""

from __future__ import annotations

import os
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import IO, Any, TypeAlias, overload
from weakref import finalize

import msgspec
from msgspec.structs import replace

from harness.records.model import Finding, Report, Severity, Verdict
from harness.storage.files import TemporaryFolder

IN_MEMORY = 10_000  # findings that are held before any is written to a file

Class: TypeAlias = tuple[Verdict, Severity | None, bool]  # the last: whether it is supported with a note

# JSON leaves these in texts as they are, and many readers of lines take them for the end of one.
_LINE_ENDS = {"\x85".encode(): rb"\u0085", "\u2028".encode(): rb"\u2028", "\u2029".encode(): rb"\u2029"}
_ENCODER = msgspec.json.Encoder(order="deterministic")


@cache  # made where findings are read back, which few runs need
def _decoder() -> msgspec.json.Decoder[Finding]:
    return msgspec.json.Decoder(Finding)


def record_line(record: str, fields: dict[str, Any]) -> bytes:
    """A line of the json-lines format, with its end."""
    return _with_end(_ENCODER.encode({"record": record, **fields}))


def finding_line(finding: Finding) -> bytes:
    """The finding's line in the json-lines format."""
    return _with_end(_ENCODER.encode(_finding_record()(finding)))


@cache
def _finding_record() -> Callable[[Finding], msgspec.Struct]:
    """What puts a finding's fields in the order of the line, by their names: half the cost of sorting them anew."""
    names = sorted(Finding.__struct_fields__)
    at = sum(name < "record" for name in names)
    record = msgspec.defstruct("_FindingRecord", [(name, Any) for name in (*names[:at], "record", *names[at:])])
    before, behind = attrgetter(*names[:at]), attrgetter(*names[at:])
    return lambda finding: record(*before(finding), "finding", *behind(finding))


def _with_end(line: bytes) -> bytes:
    if not line.isascii():
        for character, escape in _LINE_ENDS.items():
            line = line.replace(character, escape)
    return line + b"\n"


class Segment(msgspec.Struct, frozen=True):
    """The lines of one file, and the position at which each of them ends."""

    path: str
    ends: Any  # array("Q")

    def line(self, number: int, file: int) -> bytes:
        """The line, read from the file that is open under this descriptor."""
        start = self.ends[number - 1] if number else 0
        return os.pread(file, self.ends[number] - start, start)


class Spool(Sequence[Finding]):
    """Findings in the order in which they were added, one article after the other.

    `folder` is where its file is created; `keep` is the number of findings that stay in memory.
    """

    def __init__(self, folder: TemporaryFolder, name: str = "findings", keep: int = IN_MEMORY) -> None:
        self._folder = folder
        self._name = f"{name}.jsonl"
        self._keep = keep
        self._held: list[Finding] = []
        self._writing: IO[bytes] | None = None
        self._segments: list[Segment] = []
        self._firsts: list[int] = []  # the number of each segment's first finding
        self._reading: dict[str, int] = {}  # open files
        self._length = 0
        self.articles: dict[str, range] = {}
        self.classes: dict[Class, array[int]] = {}

    def add(self, article: str, findings: Iterable[Finding]) -> None:
        """Add the findings of one more article."""
        first = self._length
        for finding in findings:
            kind = (finding.verdict, finding.severity, finding.verdict == "supported" and bool(finding.notes))
            numbers = self.classes.get(kind)
            if numbers is None:
                numbers = self.classes[kind] = array("I")
            numbers.append(self._length)
            self._length += 1
            if self._writing is None and len(self._held) < self._keep:
                self._held.append(finding)
            else:
                self._write(finding_line(finding))
        self.articles[article] = range(first, self._length)

    def join(self, other: Spool) -> None:
        """Take over the findings of another spool, all of which are in files."""
        assert not self._held
        assert self._writing is None
        assert not other._held
        for segment, first in zip(other._segments, other._firsts, strict=True):
            self._segments.append(segment)
            self._firsts.append(self._length + first)
        for article, numbers in other.articles.items():
            self.articles[article] = range(self._length + numbers.start, self._length + numbers.stop)
        for kind, own in other.classes.items():
            self.classes.setdefault(kind, array("I")).extend(self._length + number for number in own)
        self._length += other._length

    def finish(self) -> Spool:
        """Put all findings into files, so that another process can read them."""
        if self._held:
            self._write_held()
        self.settle()
        return self

    def move(self, folder: TemporaryFolder) -> None:
        """Note that the files are now in this folder, under their old names."""
        self._folder = folder
        self._segments = [
            Segment(str(folder.file(os.path.basename(segment.path))), segment.ends)  # noqa: PTH119
            for segment in self._segments
        ]

    def settle(self) -> None:
        """Note that nothing more will be added."""
        if self._writing is not None:
            self._writing.close()
            self._writing = None

    def _write(self, line: bytes) -> None:
        if self._writing is None:
            self._write_held()
        assert self._writing is not None
        ends = self._segments[0].ends
        self._writing.write(line)
        ends.append((ends[-1] if ends else 0) + len(line))

    @property
    def in_files(self) -> bool:
        """Whether there were too many findings to hold."""
        return bool(self._segments)

    def _write_held(self) -> None:
        path = self._folder.file(self._name)
        self._writing = path.open("wb")
        self._segments.append(Segment(str(path), array("Q")))
        self._firsts.append(0)
        held, self._held = self._held, []
        for finding in held:
            self._write(finding_line(finding))

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, number: int) -> Finding: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, number: int | slice) -> Finding | tuple[Finding, ...]:
        if isinstance(number, slice):
            return tuple(self[at] for at in range(*number.indices(self._length)))
        number = range(self._length)[number]
        if self._held:
            return self._held[number]
        at = bisect_right(self._firsts, number) - 1
        segment = self._segments[at]
        return _decoder().decode(segment.line(number - self._firsts[at], self._open(segment)))

    def __iter__(self) -> Iterator[Finding]:
        if self._held:
            yield from self._held
        for line in self._file_lines():
            yield _decoder().decode(line)

    def lines(self) -> Iterator[bytes]:
        """The findings as lines of the json-lines format."""
        for finding in self._held:
            yield finding_line(finding)
        yield from self._file_lines()

    def _file_lines(self) -> Iterator[bytes]:
        if self._writing is not None:
            self._writing.flush()
        for segment in self._segments:
            with open(segment.path, "rb") as stream:  # noqa: PTH123 (a reader of its own: two may run at once)
                yield from stream

    def _open(self, segment: Segment) -> int:
        if self._writing is not None:
            self._writing.flush()
        if segment.path not in self._reading:
            self._reading[segment.path] = file = os.open(segment.path, os.O_RDONLY)
            finalize(self, os.close, file)
        return self._reading[segment.path]

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_reading": {}, "_writing": None}


def held(report: Report) -> Report:
    """The report with its findings and conflicts in memory."""
    return replace(report, findings=tuple(report.findings), conflicts=tuple(report.conflicts))


def spool_of(report: Report) -> Spool | None:
    """The spool in place of a report's findings, if there are too many for memory."""
    findings: object = report.findings
    return findings if isinstance(findings, Spool) else None
