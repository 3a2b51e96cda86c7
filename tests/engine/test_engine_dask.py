"""The check on a Dask cluster: the bytes of one process, whatever happens to the workers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from systems import needs_signals

pytest.importorskip("distributed", reason="the extra sports-claims-harness[dask] is not installed")

ROOT = Path(__file__).parent.parent.parent
CLAIMS = ["claims", "benchmarks/samples/claims"]
REPORT = ["--format", "json-lines", "--fail-on", "never"]
# A program that runs `harness check` on a cluster of its own; HOOK sees the client when the parts are submitted.
PROGRAM = """
import os, signal, sys, threading
from harness.engine import dask
from harness.cli.main import main

HOOK

if __name__ == "__main__":
    sys.argv[0] = "harness"
    main()
"""
KILL = """
gather_on = dask.gather_on
def with_killing(client, *rest):
    pids = list(client.run(os.getpid).values())
    threading.Timer(0.3, os.kill, (pids[0], signal.SIGKILL)).start()
    return gather_on(client, *rest)
dask.gather_on = with_killing
"""
SMALL = """
from harness.checking import jobs
jobs.LARGEST_PART = 20_000
dask.AHEAD = 1
"""
BREAK = """
check_part = dask.check_part
def broken(task):
    if any("sportstar" in str(path) for path in task.part[1]):
        raise RuntimeError("made up")
    return check_part(task)
dask.check_part = broken
dask.RETRIES = 1
"""
OTHER_TRUTH = """
gather_on = dask.gather_on
def with_another(client, truth, paths, checker, *rest):
    checker.truth.digest = "0" * 12
    return gather_on(client, truth, paths, checker, *rest)
dask.gather_on = with_another
"""


def run(*arguments: str, hook: str = "") -> subprocess.CompletedProcess[bytes]:
    program = PROGRAM.replace("HOOK", hook)
    command = [sys.executable, "-W", "ignore", "-c", program, "check", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=300)


def on_dask(*arguments: str, hook: str = "") -> subprocess.CompletedProcess[bytes]:
    return run(*arguments, "--engine", "dask", "--jobs", "2", hook=hook)


@pytest.fixture(scope="module")
def alone() -> bytes:
    return run(*CLAIMS, *REPORT, "--jobs", "1").stdout


@pytest.mark.parametrize(
    "hook",
    [
        pytest.param("", id="all well"),
        pytest.param(KILL, id="a worker killed", marks=needs_signals),
        pytest.param(SMALL, id="more parts than are submitted at once"),
        pytest.param(SMALL + KILL, id="more parts, and a worker killed", marks=needs_signals),
    ],
)
def test_the_bytes_of_one_process(alone: bytes, hook: str) -> None:
    outcome = on_dask(*CLAIMS, *REPORT, hook=hook)
    assert outcome.stdout == alone, outcome.stderr.decode()[-2000:]
    assert outcome.returncode == 0


def test_claim_files_at_urls(alone: bytes) -> None:
    """Workers reach them as the process does that started the run."""
    urls = {folder: (ROOT / folder).as_uri() for folder in CLAIMS}
    outcome = on_dask(*urls.values(), *REPORT)
    assert outcome.returncode == 0, outcome.stderr.decode()[-2000:]
    for folder, url in urls.items():
        outcome.stdout = outcome.stdout.replace(url.encode(), folder.encode())
    records = [list(map(json.loads, written.splitlines())) for written in (outcome.stdout, alone)]
    assert records[0] == records[1]


def test_a_part_that_fails_each_time_is_named_and_the_rest_reported(alone: bytes) -> None:
    outcome = on_dask(*CLAIMS, *REPORT, hook=BREAK)
    records = [json.loads(line) for line in outcome.stdout.splitlines()]
    mistakes = [record for record in records if record["record"] == "mistake"]
    assert outcome.returncode == 2
    assert any("sportstar" in mistake["file"] and "made up" in mistake["message"] for mistake in mistakes)
    articles = sum(record["record"] == "article" for record in records)
    assert 0 < articles == sum(json.loads(line)["record"] == "article" for line in alone.splitlines()) - len(mistakes)


def test_a_scheduler_that_is_not_there() -> None:
    outcome = run(*CLAIMS, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1")
    assert (outcome.returncode, outcome.stdout) == (2, b"")
    assert b"no Dask scheduler answers at tcp://127.0.0.1:1" in outcome.stderr


def test_a_worker_with_another_truth() -> None:
    outcome = on_dask(*CLAIMS, hook=OTHER_TRUTH)
    assert (outcome.returncode, outcome.stdout) == (2, b"")
    assert b"a worker has another ground truth" in outcome.stderr


def test_a_scheduler_without_the_engine() -> None:
    outcome = run(*CLAIMS, "--scheduler", "tcp://127.0.0.1:1")
    assert (outcome.returncode, outcome.stdout) == (2, b"")
    assert b"--scheduler needs --engine dask" in outcome.stderr
