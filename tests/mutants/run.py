"""Small errors planted at random in the verdict core, one after the other: which of them does no test notice?

`make mutants MUTANTS=400`. First the tests of the core run once, and it is written down which of them executes which
line and how long it takes. Then each mutant is tried by the tests that execute its lines, the quick ones first, until
one fails: in a process forked from one that has collected all tests (forked.py), and where none fails there, by the
tests of whole processes, and from its file by the same tests where what ran before any test may have used it. A mutant
that no test notices survives: it is a missing test, or it changes nothing, and then stands in equivalent.txt with the
reason. (mutmut chooses its tests in the same way, but wants to copy and import the whole project in a manner of its
own; cosmic-ray runs all tests for each mutant, which takes days here.)
"""

from __future__ import annotations

import argparse
import os
import pickle
import queue
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from coverage import CoverageData
from forked import Trial
from planting import ROOT, Mutant, identities_in, known_to_change_nothing, mutants, named

TESTS = [
    "tests/values", "tests/kinds", "tests/language", "tests/names", "tests/truth", "tests/checking", "tests/worlds",
    "tests/corpus", "tests/other_sports", "tests/test_api.py", "tests/test_baseline.py",
    "tests/test_baseline_command.py", "tests/test_records.py", "tests/test_shipped.py", "tests/test_sign_offs.py",
    "tests/test_toys.py", "tests/test_validate_events.py", "tests/test_wording.py",
]  # fmt: skip
COMMANDS = ["tests/test_cli.py", "tests/test_baseline_command.py"]  # run as processes, so nobody saw their lines
LONGEST = 600  # seconds of processor time that the tests of one mutant may take; a mutant that hangs is noticed
QUICK = 1000  # tests that must pass in a forked process before anything is planted
FIRST = 40.0  # seconds of the quickest tests that each mutant is tried by before any is tried by all of them
PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly"]


class Reach(NamedTuple):
    """Which tests execute a line, by file (from the root) and line; the seconds that each test takes; and the lines of
    each file that run before any test, while the tests are imported and collected."""

    tests: dict[str, dict[int, set[str]]]
    seconds: dict[str, float]
    collected: dict[str, set[int]]

    def of(self, mutant: Mutant) -> list[str]:
        """The tests that execute a line of the mutant, or of its file if that runs at import; the quick ones first.

        Behind them the other tests of the same files: answers are kept, and a test that takes one executes no line.
        """
        lines = self.tests.get(mutant.file.as_posix(), {})
        names = {name for line in mutant.lines for name in lines.get(line, ())} or set[str]().union(*lines.values())
        files = {name.partition("::")[0] for name in names}
        beside = {name for name in self.seconds if name.partition("::")[0] in files} - names
        return sorted(names, key=self._order) + sorted(beside, key=self._order)

    def _order(self, name: str) -> tuple[float, str]:
        return self.seconds.get(name, 0.0), name

    def parted(self, mutant: Mutant) -> tuple[list[str], list[str]]:
        """The same tests: those of the first seconds, and the others."""
        names = self.of(mutant)
        total = list(accumulate(self.seconds.get(name, 0.0) for name in names))
        first = sum(seconds <= FIRST for seconds in total)
        return names[:first], names[first:]

    def before_any_test(self, mutant: Mutant) -> bool:
        """Whether what ran before any test may have used the line: a forked process has that from the true code."""
        return not self.collected.get(mutant.file.as_posix(), set()).isdisjoint(mutant.lines)


def environment(copied: Path, **more: str) -> dict[str, str]:
    """Tests that are the same each time, on the copy."""
    folder = str(Path(__file__).parent)
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(copied), folder)), "PYTHONDONTWRITEBYTECODE": "1",
            "HYPOTHESIS_PROFILE": "same examples every time", **more}  # fmt: skip


def measured(copied: Path, *options: str) -> CoverageData:
    """The lines that the tests of the core execute, run with the options."""
    data_file = copied / ".coverage"
    run = subprocess.run(
        [*PYTEST, "--cov", "--cov-report=", "--cov-fail-under=0", *options, *TESTS], cwd=copied, capture_output=True,
        text=True, check=False, env=environment(copied, COVERAGE_FILE=str(data_file)),
    )  # fmt: skip
    if run.returncode:
        sys.exit(f"the tests fail before any error is planted:\n{run.stdout[-3000:]}{run.stderr[-1000:]}")
    data = CoverageData(basename=str(data_file))
    data.read()
    return data


def reach(copied: Path, jobs: int) -> Reach:
    """Collect the tests of the core and run them once, and see which of them executes which line."""
    times = copied / "times.xml"
    data = measured(copied, "-n0", "--collect-only")
    collected = {
        Path(file).relative_to(copied).as_posix(): set(data.lines(file) or ()) for file in data.measured_files()
    }
    data = measured(copied, "-n", str(jobs), "--cov-context=test", f"--junitxml={times}", "-o", "junit_family=xunit1")
    tests: dict[str, dict[int, set[str]]] = {}
    for file in data.measured_files():
        lines: dict[int, set[str]] = defaultdict(set)
        for line, contexts in data.contexts_by_lineno(file).items():
            lines[line] = {context.rpartition("|")[0] for context in contexts if context}
        tests[Path(file).relative_to(copied).as_posix()] = dict(lines)
    seconds = {
        f"{case.get('file')}::{case.get('name')}": float(case.get("time") or 0)
        for case in ElementTree.parse(times).iter("testcase")
    }
    return Reach(tests, seconds, collected)


def tried_in_memory(planted: list[Mutant], project: Path, reached: Reach, jobs: int) -> list[str]:
    """What became of each mutant in a forked process: noticed, late, survived or unseen. The first trial changes
    nothing: it must pass."""
    trials = [Trial(0, None, None, sorted(reached.seconds, key=reached.seconds.__getitem__)[:QUICK], LONGEST, [])]
    for number, mutant in enumerate(planted, 1):
        first, later = reached.parted(mutant)
        seconds = min(LONGEST, 60 + 3 * int(sum(reached.seconds.get(name, 0.0) for name in (*first, *later))))
        trials.append(Trial(number, project / mutant.file, mutant.text, first, seconds, later))
    listed, outcomes = project / "trials.pickle", project / "outcomes.txt"
    listed.write_bytes(pickle.dumps(trials))
    run = subprocess.run(
        [*PYTEST, "-n0", "-p", "forked", "--no-cov", *TESTS], cwd=project, capture_output=True, text=True, check=False,
        env=environment(project, MUTANTS=str(listed), OUTCOMES=str(outcomes), JOBS=str(jobs)),
    )  # fmt: skip
    lines = outcomes.read_text(encoding="utf-8").splitlines() if outcomes.exists() else []
    became = {int(number): outcome for number, outcome in map(str.split, lines)}
    if len(became) != len(trials) or became[0] != "survived":
        sys.exit(f"the tests fail in a forked process before any error is planted:\n{run.stdout[-3000:]}{run.stderr}")
    return [became[number] for number, _ in enumerate(planted, 1)]


def survives(mutant: Mutant, copied: Path, names: list[str]) -> bool:
    """Whether none of these tests, and none of a command, notices the mutant in its file."""
    target, listed = copied / mutant.file, copied / "chosen.txt"
    whole = target.read_text(encoding="utf-8")
    files = sorted({name.partition("::")[0] for name in names})
    listed.write_text("\n".join(names), encoding="utf-8")
    target.write_text(mutant.text, encoding="utf-8")
    try:
        return not any(
            fails(copied, command, CHOSEN_TESTS=str(listed))
            for command in ([*PYTEST, "-p", "chosen", *files], [*PYTEST, *COMMANDS])
            if files or command[-1] in COMMANDS
        )
    finally:
        target.write_text(whole, encoding="utf-8")


def fails(copied: Path, command: list[str], **more: str) -> bool:
    """Whether one of the tests fails, or takes too long."""
    try:
        run = subprocess.run([*command, "-x", "-n0", "--no-cov"], cwd=copied, env=environment(copied, **more),
                             capture_output=True, check=False, timeout=2 * LONGEST)  # fmt: skip
    except subprocess.TimeoutExpired:
        return True
    return run.returncode not in (0, 5)


def copies(folder: Path, number: int) -> queue.Queue[Path]:
    """Copies of the project, one for each process, without compiled files: a stale one would hide a change."""
    made: queue.Queue[Path] = queue.Queue()
    ignored = shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", ".hypothesis", ".*_cache")
    for place in range(number):
        made.put(copied := folder / f"copy{place}" / "project")
        shutil.copytree(ROOT, copied, ignore=ignored)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--number", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="part of a file's path")
    parser.add_argument("--these", type=Path, help="a file of those to plant, as `survives` prints them")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--at-least", type=float, default=0.0, help="the share that must be noticed")
    options = parser.parse_args()
    equivalent = known_to_change_nothing()
    if options.these:
        planted = named(identities_in(options.these))
    else:
        planted = mutants(options.number, options.seed, options.only)
    tried = [mutant for mutant in planted if mutant.identity not in equivalent]
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        idle = copies(Path(folder), options.jobs)
        first = idle.get()
        reached = reach(first, options.jobs)
        print(f"which test executes which line: {time.monotonic() - began:.0f} s", flush=True)
        became = dict(zip(tried, tried_in_memory(tried, first, reached, options.jobs), strict=True))
        left = [mutant for mutant, outcome in became.items() if outcome in ("survived", "unseen")]
        late = sum(outcome == "late" for outcome in became.values())
        print(f"{len(tried) - len(left)} noticed in memory, {late} of them because they took too long: "
              f"{time.monotonic() - began:.0f} s", flush=True)  # fmt: skip
        idle.put(first)

        def alive(mutant: Mutant) -> bool:
            copied = idle.get()
            again = became[mutant] == "unseen" or reached.before_any_test(mutant)
            try:
                return survives(mutant, copied, reached.of(mutant) if again else [])
            finally:
                idle.put(copied)

        survivors = 0
        with ThreadPoolExecutor(options.jobs) as pool:
            for mutant, lives in zip(left, pool.map(alive, left), strict=True):
                survivors += lives
                if lives:
                    print(f"survives  {mutant.identity}  # line {mutant.lines.start}", flush=True)
    share = 1 - survivors / len(tried) if tried else 1.0
    print(f"{len(tried) - survivors} of {len(tried)} mutants are noticed ({share:.1%}); "
          f"{len(planted) - len(tried)} are known to change nothing; seed {options.seed}")  # fmt: skip
    sys.exit(0 if share >= options.at_least else 1)


if __name__ == "__main__":
    main()
