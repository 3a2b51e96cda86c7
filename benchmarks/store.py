"""A ground truth of a million results as a compiled store: what it takes to build, to open, and to look things up in.

    python benchmarks/store.py [RESULTS]

The pack is made up, with an event for every 100,000 results and an athlete for every ten. It is opened in a process of
its own, and each figure is the median over the questions, in processor time: of a rank on a day that was not asked for
before, and of a name with a letter that is off.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from statistics import median

import msgspec
import synthetic

from harness.checking.load.store import build_store, open_store
from harness.checking.load.truth import digest
from harness.names import Names
from harness.records.model import Setting
from harness.truth.index import Truth
from harness.truth.lint import examine
from harness.truth.lists import best_cost, rank
from harness.truth.pack import Pack

RESULTS, QUESTIONS = 1_000_000, 200


def main() -> None:
    """Make the pack, build the store, measure in another process, print."""
    results = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else RESULTS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "truth.sqlite"
        athletes = _build(results, path)
        print(f"the store has {path.stat().st_size / 1e6:.0f} MB, and building it took {_peak():.0f} MB of memory")
        (Path(folder) / "athletes.json").write_text(json.dumps(athletes), encoding="utf-8")
        subprocess.run([sys.executable, __file__, "open", folder], check=True)


def _build(results: int, path: Path) -> dict[str, str]:
    """Build the store; the names of some athletes by their ids."""
    clock = time.process_time
    world = synthetic.World(athletes=results // 10, results=results, events=max(1, results // 100_000))
    pack = msgspec.convert(world.pack(), Pack)
    gc.disable()
    start = clock()
    flaws, truth = examine(pack)
    assert not flaws, flaws[:3]
    linted = clock()
    truth.digest = digest(pack)
    build_store(truth, path)
    print(f"{len(truth.results):,} results: lint {linted - start:.0f} s, indexed and written {clock() - linted:.0f} s")
    return {row["id"]: row["name"] for row in Random(1).sample(world.athletes, QUESTIONS)}


def _opened(folder: Path) -> None:
    before, start = _peak(), time.process_time()
    truth = open_store(folder / "truth.sqlite")
    seconds = time.process_time() - start
    assert isinstance(truth, Truth), truth
    print(f"opened in {seconds * 1000:.1f} ms; {_peak():.0f} MB at the peak, {before:.0f} before")
    athletes = json.loads((folder / "athletes.json").read_text(encoding="utf-8"))
    draw, setting = Random(2), Setting(event="1500m", sex="men", indoor=False)
    first, ranks = time.process_time(), []
    for number, athlete in enumerate(athletes):
        start = time.process_time()
        day = draw.randrange(truth.changes[1], truth.changes[-1])
        cost = best_cost(truth, athlete, setting, day)
        rank(truth, "athletes", setting, day, [] if cost is None else [cost])
        ranks.append(time.process_time() - start)
        if number == 0:
            print(f"the first rank, which reads the list: {(time.process_time() - first) * 1000:.1f} ms")
    print(f"a rank as of a new day: {median(ranks) * 1000:.2f} ms")
    again = [_seconds_of_rank(truth, athlete, setting, draw) for athlete in athletes]
    print(f"a rank as of a new day, of an athlete who was asked for before: {median(again) * 1000:.2f} ms")
    names = Names(truth)
    start = time.process_time()
    names.athletes.find("Xx")  # what is imported for the first of them
    misspelt = []
    for name in athletes.values():
        at = draw.randrange(1, len(name) - 1)
        printed = name[:at] + "q" + name[at + 1 :]
        start = time.process_time()
        names.athletes.find(printed)
        misspelt.append(time.process_time() - start)
    print(f"a misspelt name: {median(misspelt[1:]) * 1000:.2f} ms; {_peak():.0f} MB at the peak")


def _seconds_of_rank(truth: Truth, athlete: str, setting: Setting, draw: Random) -> float:
    day = draw.randrange(truth.changes[1], truth.changes[-1])
    start = time.process_time()
    cost = best_cost(truth, athlete, setting, day)
    rank(truth, "athletes", setting, day, [] if cost is None else [cost])
    return time.process_time() - start


def _peak() -> float:
    """Megabytes of this process at the most, where the system says so."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), float("nan"))


if __name__ == "__main__":
    if sys.argv[1:2] == ["open"]:
        _opened(Path(sys.argv[2]))
    else:
        main()
