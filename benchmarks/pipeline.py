"""What a check costs, measured in one run: typed decode alone against the whole pipeline, memory, and start-up.

    python benchmarks/pipeline.py [CLAIMS]

Ratios carry over from machine to machine, seconds do not. The two are measured in turn, five times, in one process, in
seconds of processor time; the medians are printed. `likeness.py` says how like real ones the claims are. What it costs
to read the claims strictly and write a finding for each, with nothing looked up, is the least that a check can cost.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

import articles
import msgspec
import synthetic

from harness.checking.consistency import ByQuantity
from harness.checking.load import load_all, load_truth
from harness.checking.run import Checker, stream
from harness.checking.verdict import Verifier
from harness.claim import Claim
from harness.model import Unknown
from harness.schema import claim_document
from harness.truth.index import Truth

ROOT = Path(__file__).parent.parent
RUNS = 5


def main() -> None:
    """Write the synthetic files, measure, print."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else articles.CLAIMS
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        write(where, {"quarter": claims // 4, "whole": claims})
        print(f"{claims:,} claims, {synthetic.ATHLETES:,} athletes, {synthetic.RESULTS:,} results")
        truth = _truth(where)
        gc.collect()
        gc.freeze()
        decode, unchecked, stages = [], [], []
        for _ in range(RUNS):
            decode.append(_decode(where / "whole"))
            unchecked.append(_read_and_write(truth, where, "whole"))
            stages.append(_check(truth, where, "whole"))
        print(f"{'typed decode alone':<32}{_rate(median(decode), claims)}")
        for stage in stages[0]:
            print(f"  {stage:<30}{_rate(median(run[stage] for run in stages), claims)}")
        print(f"{'decode to findings written':<32}{_rate(median(sum(run.values()) for run in stages), claims)}")
        _show_ratios("ratio", decode, [sum(run.values()) for run in stages])
        _show_ratios("  with nothing looked up", decode, unchecked)
        for part, size in (("quarter", claims // 4), ("whole", claims)):
            print(f"peak memory, {size:>9,} claims streamed out: {_peak_memory(where, part):,.0f} MB")
    _start_up()


def write(where: Path, parts: dict[str, int]) -> None:
    """The truth, and a folder with so many claims for every part."""
    world = synthetic.World()
    (where / "truth").mkdir()
    (where / "truth" / "pack.json").write_text(synthetic.dump(world.pack()), encoding="utf-8")
    for part, size in parts.items():
        (where / part).mkdir()
        for name, file in articles.Desk(world).files(size):
            (where / part / name).write_text(synthetic.dump(file), encoding="utf-8")


def _truth(where: Path) -> Truth:
    truth = load_truth(where / "truth")
    assert not isinstance(truth, list), truth[:3]
    return truth


def _decode(folder: Path) -> float:
    decoder = msgspec.json.Decoder(claim_document())
    started = time.process_time()
    for path in sorted(folder.iterdir()):
        decoder.decode(path.read_bytes())
    return time.process_time() - started


class Meaningless:
    """Words without a meaning: nothing is looked up for a claim."""

    def resolve(self, claim: Claim) -> Unknown:
        return Unknown("nothing is looked up")


def _read_and_write(truth: Truth, where: Path, part: str) -> float:
    """Seconds to read the claims and write findings that know nothing: what is left of a check without the checking."""
    started = time.process_time()
    verifier, words, encoder = Verifier(truth), Meaningless(), msgspec.json.Encoder()
    with (where / "unchecked.jsonl").open("wb") as out:
        for path in sorted((where / part).iterdir()):
            (file,), _ = load_all([path])
            said = zip(file.claims, file.places(), strict=True)
            article = file.article.id
            findings = [verifier.check(claim, words, article, file.path, place).finding for claim, place in said]
            out.write(encoder.encode_lines(findings))
    return time.process_time() - started


def _check(truth: Truth, where: Path, part: str) -> dict[str, float]:
    """Decode, resolve, verify, write each finding out, group for conflicts between articles: seconds by stage."""
    clock = time.process_time
    seconds: dict[str, float] = defaultdict(float)
    started = clock()
    checker, grouped, encoder = Checker(truth), ByQuantity(), msgspec.json.Encoder()
    seconds["the names, indexed"] = clock() - started
    with (where / "findings.jsonl").open("wb") as out:
        for path in sorted((where / part).iterdir()):
            start = clock()
            files, mistakes = load_all([path])
            loaded = clock()
            assert not mistakes, mistakes[:3]
            ((_, findings),) = stream(files, checker)
            checked = clock()
            out.write(encoder.encode_lines(findings))
            written = clock()
            for finding in findings:
                grouped.add(finding)
            ends = (start, loaded, checked, written, clock())
            for stage, one, other in zip(STAGES, ends, ends[1:], strict=False):
                seconds[stage] += other - one
    return seconds


STAGES = (
    "strict load, with the decode",
    "resolve, verify, own arithmetic",
    "findings written",
    "grouped for conflicts",
)


def _rate(seconds: float, claims: int) -> str:
    return f"{seconds:7.2f} s {claims / seconds:>12,.0f} claims/s {seconds / claims * 1e6:>7.2f} us each"


def _show_ratios(what: str, decode: list[float], whole: list[float]) -> None:
    ratios = [all_ / alone for alone, all_ in zip(decode, whole, strict=True)]
    print(f"{what:<32}{median(ratios):.1f}x (from {min(ratios):.1f} to {max(ratios):.1f})")


def _peak_memory(where: Path, part: str) -> float:
    """Megabytes at the peak, of a process of its own."""
    where_ = f"Path({str(where)!r})"
    call = f"pipeline._check(pipeline._truth({where_}), {where_}, {part!r})"
    code = f"import pipeline; from pathlib import Path; {call}; pipeline._rss()"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parent, capture_output=True, text=True, check=True
    )
    return float(run.stdout)


def _rss() -> None:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _start_up() -> None:
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "harness --help": [sys.executable, "-m", "harness", "--help"],
        "harness check claims": [sys.executable, "-m", "harness", "check", "claims", "--fail-on", "never"],
    }
    for name, command in commands.items():
        seconds = []
        for _ in range(5):
            started = time.perf_counter()
            subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
            seconds.append(time.perf_counter() - started)
        print(f"{name:<22} {min(seconds) * 1000:6.0f} ms")


if __name__ == "__main__":
    main()
