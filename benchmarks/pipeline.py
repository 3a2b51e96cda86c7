"""What a check costs, measured in one run: typed decode alone against the whole pipeline, memory, and start-up.

    python benchmarks/pipeline.py [CLAIMS]

Ratios carry over from machine to machine, seconds do not. Every figure is the best of three, one process.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import synthetic

from harness.consistency import ByQuantity
from harness.load import load_all, load_truth
from harness.model import Counts
from harness.pipeline import Checker, stream
from harness.schema import claim_document

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Write the synthetic files, measure, print."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else synthetic.CLAIMS
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        world = synthetic.World()
        (where / "truth").mkdir()
        (where / "truth" / "pack.json").write_text(synthetic.dump(world.pack()), encoding="utf-8")
        for part, size in (("quarter", claims // 4), ("whole", claims)):
            (where / part).mkdir()
            for name, file in world.files(size):
                (where / part / name).write_text(synthetic.dump(file), encoding="utf-8")
        print(f"{claims:,} claims, {synthetic.ATHLETES:,} athletes, {synthetic.RESULTS:,} results")
        gc.collect()
        gc.freeze()
        decode = _best(lambda: _decode(where / "whole"))
        print(f"typed decode alone        {_rate(decode, claims)}")
        whole = _best(lambda: _check(where, "whole"))
        print(f"decode to findings written {_rate(whole, claims)}")
        print(f"ratio                     {whole / decode:.1f}x")
        for part, size in (("quarter", claims // 4), ("whole", claims)):
            print(f"peak memory, {size:>9,} claims streamed out: {_peak_memory(where, part):,.0f} MB")
    _start_up()


def _decode(folder: Path) -> int:
    decoder = msgspec.json.Decoder(claim_document())
    return sum(len(decoder.decode(path.read_bytes()).claims) for path in sorted(folder.iterdir()))


def _check(where: Path, part: str) -> Counts:
    """Decode, resolve, verify, write each finding out, find the conflicts between articles."""
    truth = load_truth(where / "truth")
    assert not isinstance(truth, list), truth[:3]
    started = time.perf_counter()
    checker, grouped, total = Checker(truth), ByQuantity(), Counts()
    encoder = msgspec.json.Encoder()
    with (where / "findings.jsonl").open("wb") as out:
        for path in sorted((where / part).iterdir()):
            files, mistakes = load_all([path])
            assert not mistakes, mistakes[:3]
            for report, findings in stream(files, checker):
                total += report.counts
                for finding in findings:
                    grouped.add(finding)
                out.write(encoder.encode_lines(findings))
    _check.seconds = time.perf_counter() - started  # type: ignore[attr-defined]
    return total


def _best(run: Callable[[], object]) -> float:
    """Seconds of the best of three; a run that times itself (without loading the truth) is believed."""
    seconds = []
    for _ in range(3):
        _check.seconds = None  # type: ignore[attr-defined]
        started = time.perf_counter()
        run()
        seconds.append(_check.seconds or time.perf_counter() - started)  # type: ignore[attr-defined]
    return min(seconds)


def _rate(seconds: float, claims: int) -> str:
    return f"{seconds:7.2f} s {claims / seconds:>12,.0f} claims/s {seconds / claims * 1e6:>7.2f} us each"


def _peak_memory(where: Path, part: str) -> float:
    """Megabytes at the peak, of a process of its own."""
    call = f"pipeline._check(Path({str(where)!r}), {part!r})"
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
