"""What a check costs, as ratios in one run: against decoding alone, more articles against fewer, and start-up.

    python benchmarks/pipeline.py [CLAIMS]

Ratios carry over from machine to machine, seconds do not. What is compared is measured in turn, file by file, in one
process and in seconds of processor time, so that whatever else the machine does falls on both; every figure is the
median of the rounds. `likeness.py` says how like real ones the claims are; `scale.py` measures what takes long.
"""

from __future__ import annotations

import gc
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Any

import articles
import msgspec
import synthetic

from harness.checking.gathering import Gathering, GatheringFolder
from harness.checking.load import load_all, load_claims, load_truth
from harness.checking.run import Checker, Question, check_files, report_on
from harness.present.formats import pieces, shows_everything, write
from harness.schema import claim_document
from harness.storage.files import TemporaryFolder
from harness.truth.index import Truth

ROOT = Path(__file__).parent.parent
CLAIMS, ROUNDS = 100_000, 3
SHOWN = ("text", "json-lines")  # what needs no words of claims that are right, and what does
ARTICLES_ON_ONE_FINAL = (100, 200, 400, 800)
DISAGREEING = 400


def main() -> None:
    """Write the synthetic files, measure, print."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        world = write_world(where)
        write_articles(where / "whole", world, claims)
        truth = opened(where)
        print(f"{claims:,} claims, {synthetic.ATHLETES:,} athletes, {synthetic.RESULTS:,} results")
        _against_decoding(truth, where / "whole", claims)
        _articles_on_one_final(truth, world)
        _page(truth, world)
    _start_up()


def write_world(where: Path) -> synthetic.World:
    """The ground truth, in a folder `truth`."""
    world = synthetic.World()
    (where / "truth").mkdir()
    (where / "truth" / "pack.json").write_text(synthetic.dump(world.pack()), encoding="utf-8")
    return world


def write_articles(folder: Path, world: synthetic.World, claims: int) -> None:
    """So many claims about the world, file by file."""
    folder.mkdir()
    for name, file in articles.Desk(world).files(claims):
        (folder / name).write_text(synthetic.dump(file), encoding="utf-8")


def opened(where: Path) -> Truth:
    truth = load_truth(where / "truth")
    assert not isinstance(truth, list), truth[:3]
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)  # both as `harness check` does
    return truth


def _against_decoding(truth: Truth, folder: Path, claims: int) -> None:
    paths = sorted(folder.iterdir())
    rounds = [{shown: _one_round(truth, paths, shown) for shown in SHOWN} for _ in range(ROUNDS)]
    for shown in SHOWN:
        print(f"{shown}:")
        for part in rounds[0][shown]:
            seconds = median(each[shown][part] for each in rounds)
            print(f"  {part:<32}{seconds:8.2f} s {seconds / claims * 1e6:8.2f} us a claim")
        ratios = [_ratio(each[shown]) for each in rounds]
        print(f"  whole check / typed decode {median(ratios):17.1f}x (from {min(ratios):.1f} to {max(ratios):.1f})")


def _ratio(seconds: dict[str, float]) -> float:
    """The cost of all parts, as a multiple of decoding alone (which is in the strict load once more)."""
    decode = seconds["typed decode alone"]
    return (sum(seconds.values()) - decode) / decode


def _one_round(truth: Truth, paths: list[Path], shown: str) -> dict[str, float]:
    """Seconds of every part: decoding and checking in turn, file by file; a checker of its own, that knows nothing."""
    clock, decoder = time.process_time, msgspec.json.Decoder(claim_document())
    seconds = dict.fromkeys(("typed decode alone", "names indexed", "strict load, with the decode"), 0.0)
    seconds |= dict.fromkeys(("checked, findings put down", "conflicts and scores"), 0.0)
    start = clock()
    question = Question(in_full=shows_everything(shown))
    checker = Checker(truth, in_full=question.in_full)
    gathering = Gathering(checker, question, GatheringFolder(TemporaryFolder()))
    seconds["names indexed"] = clock() - start
    for path in paths:
        raw = path.read_bytes()
        start = clock()
        decoder.decode(raw)
        decoded = clock()
        file = load_claims(path)
        loaded = clock()
        gathering.take(file)
        seconds["typed decode alone"] += decoded - start
        seconds["strict load, with the decode"] += loaded - decoded
        seconds["checked, findings put down"] += clock() - loaded
    start = clock()
    report = report_on(gathering, checker, question)
    seconds["conflicts and scores"] = clock() - start
    start = clock()
    _read(pieces(report, shown))
    seconds["written"] = clock() - start
    return seconds


def _read(written: Iterable[str]) -> int:
    return sum(map(len, written))


def _articles_on_one_final(truth: Truth, world: synthetic.World) -> None:
    """What a claim costs where ever more articles tell of one race; the sizes in turn, after one that warms up."""
    sizes = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in ARTICLES_ON_ONE_FINAL:
            sizes[number] = final_articles(Path(folder), world, number)
        costs: dict[int, list[float]] = {number: [] for number in sizes}
        for turn in range(ROUNDS + 1):
            for number, paths in sizes.items():
                files, mistakes = load_all(paths)
                start = time.process_time()
                check_files(files, mistakes, truth, Question())
                if turn:
                    costs[number].append((time.process_time() - start) / (10 * number) * 1e6)
    shown = {number: median(cost) for number, cost in costs.items()}
    each = ", ".join(f"{number} articles {cost:.0f}" for number, cost in shown.items())
    print(f"articles of ten claims on one final, us a claim: {each}; {shown[800] / shown[100]:.2f}x")


def final_articles(folder: Path, world: synthetic.World, number: int) -> list[Path]:
    """Files of ten claims each on one final, a fifth of them wrong."""
    draw = random.Random(number)
    race = next(race for race in world.races if race["round"] == "final" and race["edition"].endswith("2024"))
    names = {athlete["id"]: athlete["name"] for athlete in world.athletes}
    where = {"event": "1500m", "competition": _named(world, race["edition"]), "round": "final", "sex": "men"}
    paths = []
    for article in range(number):
        rows = []
        for place in range(10):
            row = draw.choice(race["results"][:8])
            right = draw.random() < 0.8
            figures: dict[str, Any] = (
                {"kind": "mark", "mark": row["mark"] if right else f"3:4{draw.randrange(10)}.00"}
                if draw.random() < 0.5
                else {"kind": "place", "place": row["place"] if right else draw.randint(1, 8)}
            )
            rows.append(_claim(place, names[row["athlete"]], where, figures))
        paths.append(_file(folder, f"final-{number}-{article}", rows))
    return paths


def _page(truth: Truth, world: synthetic.World) -> None:
    """How long the page is where claims disagree: all in ten articles, and each in an article of its own."""
    race = next(race for race in world.races if race["round"] == "final" and race["edition"].endswith("2024"))
    names = {athlete["id"]: athlete["name"] for athlete in world.athletes}
    where = {"event": "1500m", "competition": _named(world, race["edition"]), "round": "final", "sex": "men"}
    winner = names[race["results"][0]["athlete"]]
    for number in (10, DISAGREEING):
        with tempfile.TemporaryDirectory() as folder:
            each = DISAGREEING // number
            paths = [
                _file(
                    Path(folder),
                    f"page-{article}",
                    [
                        _claim(at, winner, where, {"kind": "mark", "mark": f"3:4{at % 10}.{article % 100:02}"})
                        for at in range(each)
                    ],
                )
                for article in range(number)
            ]
            files, mistakes = load_all(paths)
            size = len(write(check_files(files, mistakes, truth, Question()), "html"))
        print(f"page with {DISAGREEING} disagreeing claims in {number} articles: {size / 1e6:.2f} MB")


def _named(world: synthetic.World, edition: str) -> str:
    return str(next(row["name"] for row in world.pack()["editions"] if row["id"] == edition))


def _claim(at: int, athlete: str, scope: dict[str, Any], figures: dict[str, Any]) -> dict[str, Any]:
    words = {"id": f"c{at}", "text": "what is claimed", "quote": "printed so", "start": at * 20, "end": at * 20 + 10}
    return {"kind": figures["kind"], **words, "athlete": athlete, "scope": scope, **figures}


def _file(folder: Path, name: str, rows: list[dict[str, Any]]) -> Path:
    about = {
        "id": name, "title": name, "publisher": "Synthetic", "url": None, "published": "2024-12-11",
        "published_basis": "invented", "characters": 90_000, "sha256": "0" * 64,
    }  # fmt: skip
    path = folder / f"{name}.json"
    path.write_text(json.dumps({"article": about, "claims": rows}), encoding="utf-8")
    return path


def _start_up() -> None:
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "harness --help": [sys.executable, "-m", "harness", "--help"],
        "harness check claims": [sys.executable, "-m", "harness", "check", "claims", "--fail-on", "never"],
    }
    for name, command in commands.items():
        seconds = []
        for _ in range(5):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        print(f"{name:<22} {min(seconds) * 1000:6.0f} ms of processor time")


if __name__ == "__main__":
    main()
