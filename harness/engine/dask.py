"""The check on a Dask cluster, or on one that is started on this machine: the same bytes as in one process.

A part is a list of consecutive claim files, told by their paths; paths and ground truth must be the same on every
worker (a shared file system, or the same image). A worker opens the ground truth once, checks that its digest is the
one that is asked for, and hands back what it gathered, with the lines of its findings. The parts are joined in the
files' order by the code that joins those of local processes. A part whose worker is lost is done again by another; one
that fails each time is named, and all others are reported.
"""

from __future__ import annotations

import logging
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from itertools import islice
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import msgspec
from msgspec.structs import replace

from harness.checking.gathering import Gathering, GatheringFolder
from harness.checking.jobs import Part, given_up, join_parts, parts_of
from harness.checking.load import ClaimFile, load_truth
from harness.checking.load.claims import load_path
from harness.checking.run import Checker, Question
from harness.records.model import Mistake
from harness.storage.files import TemporaryFolder
from harness.storage.remote import AnyPath, RemotePath

CONNECT_SECONDS = 10
DISTRIBUTION = "sports-claims-harness"
PACKING = 1  # the fastest: lines of findings are an eighth as long then
_ONE_AT_A_TIME = Lock()  # a worker may have several threads, and has one checker: it remembers what it looked up
AHEAD = 3  # parts for each worker that are submitted before the first of them is fetched
RETRIES = 2  # of a part that fails, beside those that Dask makes for lost workers
# Dask's own profiler keeps what it sees of every part: hundreds of megabytes in a worker, which nobody asks for.
NO_PROFILE = {"distributed.worker.profile.enabled": False}


class EngineFailed(Exception):
    """The cluster cannot do the check: in words for a person."""


class Task(msgspec.Struct, frozen=True):
    """One part, and all that a worker must know to check it."""

    truth: str
    digest: str
    question: Question
    part: Part
    folder: str  # that the paths of the part are seen from


class PartOutcome(msgspec.Struct, frozen=True):
    """What was gathered from a part, and the packed bytes of the files in which most of it stands."""

    gathering: Gathering
    files: dict[str, bytes]


@contextmanager
def cluster(scheduler: str | None, workers: int) -> Iterator[Any]:
    """A client of the scheduler, or of workers that are started here and end with the run."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise EngineFailed("the engine dask is not installed: pip install 'sports-claims-harness[dask]'") from None
    if scheduler is None:
        with (
            import_module("dask").config.set(NO_PROFILE),
            distributed.LocalCluster(
                n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
            ) as local,
            distributed.Client(local) as client,
        ):
            yield client
        return
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what is lost is told in words of our own
    with connected(distributed, scheduler) as client:
        if not client.nthreads():
            raise EngineFailed(f"the scheduler at {scheduler} has no workers: start one, `dask worker {scheduler}`")
        if others := other_versions(client.get_versions(packages=[DISTRIBUTION])):
            raise EngineFailed(f"the cluster has other versions: {'; '.join(others)}: install the same everywhere")
        yield client


def connected(distributed: Any, scheduler: str) -> Any:
    """A client of the scheduler; EngineFailed if none answers, or something else does.

    The client is made beside this thread: it waits without end for a server that accepts connections and says nothing.
    """
    outcome: list[Any] = []

    def connect() -> None:
        try:
            outcome.append(distributed.Client(scheduler, timeout=CONNECT_SECONDS))
        except Exception as error:  # of any sort, and when the run has ended, too late to be told
            outcome.append(error)

    connecting = Thread(target=connect, daemon=True)
    connecting.start()
    connecting.join(2 * CONNECT_SECONDS)
    client = outcome[0] if outcome else TimeoutError("what answers there is no Dask scheduler")
    if isinstance(client, ValueError):
        raise EngineFailed(f"{scheduler!r} is not the address of a scheduler, such as tcp://host:8786: {client}")
    if isinstance(client, Exception):
        raise EngineFailed(f"no Dask scheduler answers at {scheduler}: {str(client) or 'timed out'}")
    return client


def other_versions(versions: Any) -> list[str]:
    """Where the scheduler or a worker has another version of what has to be the same everywhere."""
    here = versions["client"]["packages"]
    others = []
    for place, told in [("scheduler", versions["scheduler"]), *sorted(versions["workers"].items())]:
        for package in (
            ("dask", "distributed") if place == "scheduler" else ("python", "dask", "distributed", DISTRIBUTION)
        ):
            there = told["packages"].get(package)
            if _release(package, there) != _release(package, here.get(package)):
                others.append(f"{package} {here.get(package)} here, {there or 'none'} at {place}")
    return others


def _release(package: str, version: str | None) -> str | None:
    """The version as far as it has to be the same: objects travel between the patches of one Python."""
    return ".".join(version.split(".")[:2]) if package == "python" and version else version


def gather_on(
    client: Any,
    truth: Path,
    paths: Sequence[AnyPath | Mistake],
    checker: Checker,
    question: Question,
    folder: TemporaryFolder,
    watched: Iterable[AnyPath | Mistake],
) -> Gathering:
    """What one process would have gathered, from the workers of the client."""
    workers = len(client.nthreads())
    parts = list(parts_of(paths, max(2, workers)))
    tasks = [Task(str(truth.resolve()), checker.truth.digest, question, part, str(Path.cwd())) for part in parts]
    submitted: deque[tuple[Part, Any]] = deque()

    def outcomes() -> Iterator[tuple[Part, Gathering]]:
        upcoming = iter(tasks)
        while True:
            for task in islice(upcoming, max(2, workers) * AHEAD - len(submitted)):
                submitted.append((task.part, client.submit(check_part, task, retries=RETRIES, pure=False)))
            if not submitted:
                return
            part, future = submitted[0]
            outcome = _outcome(part, future, checker, question, folder)
            submitted.popleft()
            yield part, outcome

    try:
        return join_parts(outcomes(), checker, question, folder, watched)
    finally:
        client.cancel([future for _, future in submitted])


def check_part(task: Task) -> PartOutcome:
    """On a worker: what comes of the part's files."""
    return _in_turn(task)


def _in_turn(task: Task) -> PartOutcome:
    with _ONE_AT_A_TIME:
        return _checked(task)


def _checked(task: Task) -> PartOutcome:
    checker = _checker(task.truth, task.digest).for_run(task.question)
    folder = TemporaryFolder()
    gathering = Gathering(checker, task.question, GatheringFolder(folder, f"part-{task.part[0]}", keep=0))
    for path in task.part[1]:
        gathering.take_all(_load(path, Path(task.folder)))
    gathering.finish()
    files = {path.name: zlib.compress(path.read_bytes(), PACKING) for path in folder.path.iterdir()}
    return PartOutcome(gathering, files)


def _load(path: AnyPath | Mistake, folder: Path) -> Iterator[ClaimFile | list[Mistake]]:
    """What is in the path, called as it is called where the run was started."""
    if isinstance(path, Mistake):
        yield [path]
        return
    for loaded in load_path(path if isinstance(path, RemotePath) else folder / path):
        if isinstance(loaded, list):
            yield [replace(mistake, file=str(path)) for mistake in loaded]
        else:
            yield replace(loaded, path=str(path))


@lru_cache(maxsize=2)
def _checker(truth: str, digest: str) -> Checker:
    """A worker's checker; EngineFailed where its ground truth is not there, or another one."""
    loaded = load_truth(Path(truth))
    if isinstance(loaded, list):
        raise EngineFailed(f"a worker cannot open the ground truth at {truth}: {loaded[0].message}")
    if loaded.digest != digest:
        raise EngineFailed(f"a worker has another ground truth at {truth}: {loaded.digest}, asked for is {digest}")
    return Checker(loaded)


def _outcome(part: Part, future: Any, checker: Checker, question: Question, folder: TemporaryFolder) -> Gathering:
    try:
        outcome: PartOutcome = future.result()
    except EngineFailed:
        raise
    except CancelledError:
        raise EngineFailed("the scheduler was lost in the middle of the check: nothing is reported") from None
    except Exception as error:
        lost = type(error).__name__ == "KilledWorker"
        why = "the worker that checks it is lost each time (has it enough memory?)" if lost else f"{error!r}, each time"
        return given_up(part, f"not checked: {why}", checker, question, folder)
    finally:
        future.release()
    for name, content in outcome.files.items():
        folder.file(name).write_bytes(zlib.decompress(content))
    outcome.gathering.move(folder)
    return outcome.gathering
