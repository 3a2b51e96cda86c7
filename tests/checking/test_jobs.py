"""However many processes check the files, and whether findings are held or written to a file: the same bytes."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from shutil import copytree
from types import SimpleNamespace
from typing import Any

import pytest
from systems import needs_signals
from test_between import BERG_THIRD, BUDAPEST, GOLD, NO_MEDAL, SILVER, WON
from tiny_pack import PACK

from harness.checking import jobs
from harness.checking.consistency.conflict_table import ConflictTable
from harness.checking.gathering import Gathering, GatheringFolder
from harness.checking.run import Checker, Question, check
from harness.present.formats import View, formats, pieces, write
from harness.records.model import Mistake, Report
from harness.storage.files import TemporaryFolder
from harness.storage.spool import Spool, spool_of
from harness.truth.index import Truth

TRUTH = Truth(PACK)
SETS: list[list[dict[str, Any]]] = [
    [WON, BERG_THIRD], [SILVER, {**WON, "place": 2}], [NO_MEDAL, GOLD], [GOLD, {"kind": "other"}],
    [{"kind": "mark", "athlete": "Clark", "mark": "3:29.50\u2028", "scope": BUDAPEST}], [BERG_THIRD, WON],
]  # fmt: skip
EVERY = [name for name in formats() if name != "html"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Claim files that contradict each other, one of an article that has one already, and one that is none."""
    for number in range(24):
        rows_ = [
            {"id": f"c{at}", "text": "says so", "quote": "q", "start": 0, "end": 1, **claim}
            for at, claim in enumerate(SETS[number % len(SETS)])
        ]
        about = {
            "id": f"article-{number if number != 20 else 3}", "title": "t", "publisher": f"Post {number % 3}",
            "url": None, "published": "2024-08-20", "published_basis": "invented", "characters": 1000,
            "sha256": "0" * 64,
        }  # fmt: skip
        (tmp_path / f"{number:03}.json").write_text(json.dumps({"article": about, "claims": rows_}))
    (tmp_path / "017.json").write_text("{")
    return tmp_path


def written(report: Report, root: Path) -> dict[str, str]:
    return {name: "".join(pieces(report, name, View(root=str(root)))) for name in EVERY}


@pytest.mark.parametrize("question", [Question(), Question(as_of=739_200)], ids=["own dates", "a later day"])
def test_many_processes_write_what_one_writes(folder: Path, question: Question) -> None:
    whole = check([folder], TRUTH, question)
    expected = {name: write(whole, name, View(root=str(folder))) for name in EVERY}
    assert whole.conflicts
    assert len(whole.mistakes) == 2
    for processes in (1, 2, 5):
        report = check([folder], TRUTH, question, keep=False, jobs=processes)
        assert written(report, folder) == expected, processes
    assert spool_of(report) is not None
    assert isinstance(report.conflicts, ConflictTable), "neither is held in memory"


@pytest.mark.parametrize("question", [Question(), Question(as_of=739_200)], ids=["own dates", "a later day"])
def test_an_engine_elsewhere_writes_what_one_process_writes(folder: Path, question: Question) -> None:
    """Each part is gathered in a folder of its own, handed over in bytes, and moved here with its files."""

    def engine(
        paths: Sequence[Path | Mistake], checker: Checker, question: Question, here: TemporaryFolder,
        watched: Iterable[Path | Mistake],
    ) -> Gathering:  # fmt: skip
        def outcomes() -> Iterator[tuple[jobs.Part, Gathering]]:
            for number, part in jobs.parts_of(paths, 2):
                there = TemporaryFolder()
                outcome = Gathering(
                    checker.for_run(question), question, GatheringFolder(there, f"part-{number}", keep=0)
                )
                for path in part:
                    outcome.take_all(jobs.load_path(path))
                handed_over = pickle.loads(pickle.dumps(outcome.finish()))
                copytree(there.path, here.path, dirs_exist_ok=True)
                handed_over.move(here)
                yield (number, part), handed_over

        return jobs.join_parts(outcomes(), checker, question, here, watched)

    whole = check([folder], TRUTH, question)
    expected = {name: write(whole, name, View(root=str(folder))) for name in EVERY}
    assert written(check([folder], TRUTH, question, keep=False, engine=engine), folder) == expected


def test_parts_are_consecutive_and_none_is_large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What becomes of a part is held by a worker: its size must not grow with that of the run."""
    paths = sorted(folder.iterdir())
    largest = max(path.stat().st_size for path in paths)
    monkeypatch.setattr(jobs, "LARGEST_PART", 2 * largest)
    parts = list(jobs.parts_of(paths, 1))
    assert [path for _, part in parts for path in part] == paths
    assert [number for number, _ in parts] == list(range(len(parts)))
    assert len(parts) > jobs.PARTS_EACH
    assert all(sum(path.stat().st_size for path in part if isinstance(path, Path)) < 3 * largest for _, part in parts)


def test_small_files_are_shared_out_evenly(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.json" for number in range(3 * jobs.PARTS_EACH)]
    for path in paths:
        path.write_text("1")
    assert [len(part) for _, part in jobs.parts_of(paths, 1)] == [3] * jobs.PARTS_EACH


def test_a_spool_is_the_findings(folder: Path) -> None:
    findings = check([folder], TRUTH).findings
    spool = spool_of(check([folder], TRUTH, keep=False, jobs=2))
    assert isinstance(spool, Spool)
    assert (len(spool), tuple(spool), spool[3], spool[-1]) == (len(findings), findings, findings[3], findings[-1])
    assert spool[2:5] == findings[2:5]


@needs_signals
def test_a_process_that_is_killed_is_not_missed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    expected = check([folder], TRUTH)
    once = tmp_path_factory.mktemp("killed") / "once"
    report = _with_killing(folder, lambda path: path.name == "004.json" and not once.exists() and not once.touch())
    assert report == expected


@needs_signals
def test_a_part_that_is_killed_each_time_is_named(folder: Path) -> None:
    report = _with_killing(folder, lambda path: path.name == "004.json")
    given_up = [mistake for mistake in report.mistakes if "is killed each time" in mistake.message]
    assert given_up
    assert report.gate.exit_code == 2
    assert len(report.articles) == 23 - len(
        given_up
    )  # the second file of an article whose first one is given up counts


@needs_signals
def test_where_a_process_that_looks_for_conflicts_is_killed_they_are_found_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = check([folder], TRUTH)
    monkeypatch.setattr(jobs, "conflicts_of_part", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    assert check([folder], TRUTH, jobs=2) == expected


def _with_killing(folder: Path, kills: Callable[[Path], bool]) -> Report:
    load = jobs.load_path

    def killed(path: Any) -> Any:
        if kills(path):
            os.kill(os.getpid(), signal.SIGKILL)
        return load(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jobs, "load_path", killed)
        return check([folder], TRUTH, jobs=2)


@pytest.mark.parametrize("number", ["0", "-1", "many"])
def test_no_such_number_of_processes(number: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "harness", "check", "--jobs", number], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert "--jobs" in run.stderr


@needs_signals
def test_an_interrupt_ends_all_processes(folder: Path) -> None:
    program = (
        "import os, signal, sys, time\n"
        "from harness.checking import jobs\n"
        "from harness.cli.main import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job in the background may have it ignored
        "def wait(path):\n"
        "    os.kill(os.getppid(), signal.SIGINT)\n"
        "    time.sleep(600)\n"
        "jobs.load_path = wait\n"
        "sys.argv = ['harness', 'check', sys.argv[1], '--jobs', '2']\n"
        "main()\n"
    )
    started = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=False, timeout=300
    )
    assert (run.returncode, run.stdout, run.stderr.strip()) == (130, "", "interrupted")
    assert time.monotonic() - started < 300


def test_one_process_where_the_truth_cannot_be_shared(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork", raising=False)
    assert jobs.processes_for([folder / "000.json"], 4) == 1


@needs_signals
@pytest.mark.parametrize(
    "asked, worth, expected",
    [(3, 1 << 20, 3), (None, 1 << 20, 1), (None, 1, 2)],
    ids=["as asked for", "too little to do", "one per core"],
)
def test_the_number_of_processes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, asked: int | None, worth: int, expected: int
) -> None:
    monkeypatch.setattr(jobs, "WORTH_A_PROCESS", worth)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    mistake = Mistake("x.json", 1, 1, "$", "cannot be read")
    assert jobs.processes_for([mistake, *sorted(folder.glob("*.json"))], asked) == expected
    assert jobs.processes_for([folder / "gone.json"]) == 1


def test_a_file_that_is_gone_is_in_some_part_still(folder: Path) -> None:
    paths = [folder / "000.json", folder / "gone.json"]
    parts = list(jobs.parts_of(paths, 1))
    assert [path for _, part in parts for path in part] == paths
    assert [number for number, _ in parts] == list(range(len(parts)))


def test_one_process_starts_no_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("harness.checking.run.gather_in_processes")
    assert len(check([folder], TRUTH, jobs=1).articles) == 22


@needs_signals
def test_a_pool_without_processes_is_killed_off_the_main_thread_too() -> None:
    pool = ProcessPoolExecutor(2, get_context("fork"))
    thread = threading.Thread(target=jobs._kill, args=(pool,))
    thread.start()
    thread.join()
    with pytest.raises(RuntimeError, match="after shutdown"):
        pool.submit(signal.pause)


def test_interrupts_while_a_pool_is_killed_end_neither_that_nor_interrupts() -> None:
    class Stubborn:
        kills = 0

        def kill(self) -> None:
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
            self.kills += 1
            if self.kills < 3:
                raise KeyboardInterrupt

    process, before = Stubborn(), signal.getsignal(signal.SIGINT)
    pool: Any = SimpleNamespace(_executor_manager_thread=None, _processes={1: process}, shutdown=lambda **_: None)
    jobs._kill(pool)
    assert process.kills == 3
    assert signal.getsignal(signal.SIGINT) is before


@needs_signals
def test_a_pool_that_is_killed_has_ended() -> None:
    """Its thread closes the pipe that the interpreter writes to when it ends."""
    for _ in range(20):
        pool = ProcessPoolExecutor(2, get_context("fork"))
        pool.submit(signal.pause)
        manager: Any = pool._executor_manager_thread
        assert manager.is_alive()
        jobs._kill(pool)
        assert not manager.is_alive()
