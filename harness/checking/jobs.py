"""The check in several processes: each takes consecutive files, and the ground truth is loaded once and shared.

The parts are joined in the order of the files, so a report has the same bytes for any number of processes.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from harness.checking.consistency.conflict_table import ConflictTable, between_in
from harness.checking.consistency.contested import ContestedPart
from harness.checking.consistency.cross_article import CrossArticleChecker
from harness.checking.faults import Faults
from harness.checking.gathering import Gathering, GatheringFolder, conflicts_of_part
from harness.checking.load.claims import COLUMNS, load_path
from harness.records.model import Conflict, Mistake
from harness.storage.files import TemporaryFolder
from harness.storage.remote import AnyPath, RemotePath
from harness.storage.spool import Spool
from harness.truth.index import Truth

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from harness.checking.run import Checker, Question

WORTH_A_PROCESS = 1 << 20  # bytes of claim files: about 2,500 claims
PARTS_EACH = 4  # parts for each process, so that none waits long for the last one
LARGEST_PART = 8 << 20  # bytes of claim files: what becomes of them is held by a worker until it is fetched
COLUMNS_PACKED = 20  # times that claims are shorter as columns than as JSON
SECONDS_TO_END = 10  # for a pool whose processes have been killed: it ends at once, or else never

Part: TypeAlias = tuple[int, list[AnyPath | Mistake]]


def processes_for(paths: Sequence[AnyPath | Mistake], asked: int | None = None) -> int:
    """The number of processes asked for, or else one per core, if each of them has enough to do.

    It is one where a process cannot share the loaded ground truth, as on Windows: the truth cannot be handed over.
    """
    if not hasattr(os, "fork"):
        return 1
    if asked is not None:
        return asked
    files = [path for path in paths if not isinstance(path, Mistake)]
    if not all(isinstance(path, RemotePath) or path.is_file() for path in files):
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, sum(_size(path) for path in files) // WORTH_A_PROCESS))


def gather_in_processes(
    paths: Sequence[AnyPath | Mistake],
    checker: Checker,
    question: Question,
    folder: TemporaryFolder,
    jobs: int,
    watched: Iterable[AnyPath | Mistake],
) -> Gathering:
    """What one process would have gathered; `watched` advances as files are done.

    If the process of a part is killed, the part is tried again, alone; if that is killed too, its files become
    mistakes.
    """
    folder.path  # noqa: B018 (made here, for all processes)
    with _processes(jobs, _start, (checker, question, folder)) as pool:
        parts = list(parts_of(paths, jobs))
        futures = [pool.submit(_gather, part) for part in parts]
        outcomes = (
            (part, _outcome(part, future, checker, question, folder))
            for part, future in zip(parts, futures, strict=True)
        )
        return join_parts(outcomes, checker, question, folder, watched)


def join_parts(
    outcomes: Iterable[tuple[Part, Gathering]],
    checker: Checker,
    question: Question,
    folder: TemporaryFolder,
    watched: Iterable[AnyPath | Mistake],
) -> Gathering:
    """The outcomes of the parts as one; a part with an article that already had a file is done again here."""
    whole = Gathering(checker, question, GatheringFolder(folder, "whole", keep=0))
    whole.finish()
    seen = iter(watched)
    for part, outcome in outcomes:
        again = whole.shares_an_article(outcome)
        whole.join(_again(part, whole.first_files, checker, question, folder) if again else outcome)
        for _ in part[1]:
            next(seen, None)
    return whole


def conflicts_told(gathering: Gathering, jobs: int = 1) -> ConflictTable:
    """The conflicts that can be told from findings, in several processes if there are many.

    If one of them is killed, they are looked for here.
    """
    if jobs > 1 and gathering.stated.in_files:
        from concurrent.futures.process import BrokenProcessPool

        with suppress(BrokenProcessPool), _processes(jobs, _start_parts, (gathering.stated,)) as pool:
            return gathering.conflicts(lambda parts: pool.map(_conflicts_of_part, parts))
    return gathering.conflicts()


def add_conflicts_across(
    across: CrossArticleChecker, conflicts: ConflictTable, folder: TemporaryFolder | None, jobs: int = 1
) -> None:
    """Add the conflicts between articles by arithmetic to those by quantity, in several processes if there are many."""
    if across.has_one_article:  # nothing but its own claims to hold it against, as at the desk
        return
    buckets = across.asserted.buckets()
    if jobs == 1 or folder is None or not across.asserted.in_files:
        for bucket in buckets:
            conflicts.add_across(across.conflicts_in(bucket, conflicts.between))
        return
    shared = folder.file("between.sqlite")
    conflicts.share(shared)
    with _processes(jobs, _start_across, (across, across.truth, shared)) as pool:
        for found in pool.map(_conflicts_in, buckets):
            conflicts.add_across(found)


def parts_of(paths: Sequence[AnyPath | Mistake], jobs: int) -> Iterator[Part]:
    """The paths in consecutive parts of about the same size, of which none is large unless one file is."""
    sizes = [_size(path) for path in paths]
    share = max(1, min(sum(sizes) // (jobs * PARTS_EACH), LARGEST_PART))
    number, part, weight = 0, [], 0
    for path, size in zip(paths, sizes, strict=True):
        part.append(path)
        weight += size
        if weight >= share:
            yield number, part
            number, part, weight = number + 1, [], 0
    if part:
        yield number, part


def _size(path: AnyPath | Mistake) -> int:
    if isinstance(path, Mistake):
        return 0
    try:
        size = path.size if isinstance(path, RemotePath) else path.stat().st_size
    except OSError:
        return 0
    return size * COLUMNS_PACKED if path.suffix == COLUMNS else size


def _outcome(
    part: Part, future: Future[Gathering], checker: Checker, question: Question, folder: TemporaryFolder
) -> Gathering:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        pass
    with _processes(1, _start, (checker, question, folder)) as pool:
        try:
            return pool.submit(_gather, part).result()
        except BrokenProcessPool:
            why = "not checked: the process that checks it is killed each time (is there enough memory?)"
            return given_up(part, why, checker, question, folder)


def given_up(part: Part, why: str, checker: Checker, question: Question, folder: TemporaryFolder) -> Gathering:
    """The outcome of a part that failed: a mistake for every file."""
    gathering = Gathering(checker, question, GatheringFolder(folder, f"given-up-{part[0]}", keep=0))
    for path in part[1]:
        gathering.mistakes.append(path if isinstance(path, Mistake) else Mistake(str(path), 1, 1, "$", why))
    gathering.finish()
    gathering.faults = []
    return gathering


def _again(
    part: Part, first_files: dict[str, str], checker: Checker, question: Question, folder: TemporaryFolder
) -> Gathering:
    """The part once more, in this process: some of its articles have a file before."""
    gathering = Gathering(checker, question, GatheringFolder(folder, f"again-{part[0]}", keep=0))
    gathering.first_files.update(first_files)
    for path in part[1]:
        gathering.take_all(load_path(path))
    return gathering.finish()


@contextmanager
def _processes(jobs: int, start: Any, what: tuple[Any, ...]) -> Iterator[ProcessPoolExecutor]:
    """A pool of processes that are killed where this one is interrupted. What they start with is shared with them, and
    not copied."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(jobs, get_context("fork"), start, what)
    try:
        yield pool
    except BaseException:
        _kill(pool)
        raise
    pool.shutdown()


def _kill(pool: ProcessPoolExecutor) -> None:
    """End all processes, however often the interrupt comes: one that is left would keep this one from ending.

    The pool's own thread is waited for, as the interpreter, when it ends, writes to a pipe that the thread may be
    closing at that moment ("Bad file descriptor").
    """
    on_main = threading.current_thread() is threading.main_thread()
    manager: Any = pool._executor_manager_thread  # a thread, which the type stubs call something else
    before: Any = None
    while True:
        try:
            before = before or signal.getsignal(signal.SIGINT)
            if on_main:
                signal.signal(signal.SIGINT, signal.SIG_IGN)
            for process in list((pool._processes or {}).values()):
                process.kill()
            pool.shutdown(wait=False, cancel_futures=True)
            if manager is not None:
                manager.join(SECONDS_TO_END)
            if on_main:
                signal.signal(signal.SIGINT, before)
            return
        except KeyboardInterrupt:
            continue


_started: dict[str, Any] = {}  # what this process was started with


def _start(checker: Checker, question: Question, folder: TemporaryFolder) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    _started.update(checker=checker, question=question, folder=folder)


def _gather(part: Part) -> Gathering:
    number, paths = part
    checker: Checker = _started["checker"]
    checker.faults = Faults()
    name = f"part-{number}-{os.getpid()}"
    gathering = Gathering(checker, _started["question"], GatheringFolder(_started["folder"], name, keep=0))
    for path in paths:
        gathering.take_all(load_path(path))
    return gathering.finish()


def _start_parts(stated: Spool) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _started.update(stated=stated)


def _conflicts_of_part(part: ContestedPart) -> list[Conflict]:
    return conflicts_of_part(_started["stated"], part)


def _start_across(across: CrossArticleChecker, truth: Truth, shared: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    across.truth = truth
    _started.update(across=across, between=between_in(shared))


def _conflicts_in(bucket: int) -> list[tuple[int, Conflict]]:
    across: CrossArticleChecker = _started["across"]
    return across.conflicts_in(bucket, _started["between"])
