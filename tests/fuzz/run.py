"""Hostile files for every reader, and hostile editors for the desk, for as long as is asked: `make fuzz SECONDS=3600`.

What may come of a file is a report, mistakes in words, or a refusal: never a traceback, and never "a bug in the
harness". A find is printed with its input, which belongs into a test; the exit code is then 1. Inputs are the project's
own files with parts replaced by hypothesis (https://hypothesis.readthedocs.io), which also makes them small.
"""

from __future__ import annotations

import argparse
import copy
import json
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from arden import CLAIMS, PACK, TEXT, article  # noqa: E402
from desk_steps import DeskSteps, steps  # noqa: E402

from harness.checking.load import load_truth, misread, read_claims  # noqa: E402
from harness.checking.run import Checker, Question, check_files  # noqa: E402
from harness.present.formats import View, formats, write  # noqa: E402

EDGES = [
    "", " ", "\x00", "\ud800", "\u202e", "1e999", "-0", "00:00", "99:99:99.999999999999", "9" * 400, "1/0", "0.0000001",
    "9000 years away", "around 9999", "yesterday", "30 February 2024", "the 9990s", "3:29:38", "29.02.1900",
    "Saturday", "1,000,000,000,000", "one hundred and one", "about half", "0001-01-01", "9999-12-31", "1500m", "Holt",
    "half a metre", "2.5-3.5", "-1", "+", "NaN", "Infinity", "first", "1st", "##[error]", "<script>", "=1+1", "../../x",
]  # fmt: skip
LEAVES: st.SearchStrategy[Any] = (
    st.sampled_from(EDGES) | st.text(max_size=40) | st.integers() | st.none() | st.booleans() | st.floats()
    | st.dates().map(lambda day: day.isoformat()) | st.lists(st.sampled_from(EDGES), max_size=3)
    | st.dictionaries(st.sampled_from(["event", "year", "round", "on", "after", "until", "competition"]),
                      st.sampled_from(EDGES), max_size=3)
)  # fmt: skip


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, part in inside for found in paths(part, (*path, key)))]


@st.composite
def damaged(draw: st.DrawFn, document: Any) -> Any:
    """The document with one to four parts replaced or taken out."""
    whole = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(paths(whole)))
        if not path:
            continue
        holder = whole
        for step in path[:-1]:
            holder = holder[step]
        if draw(st.integers(0, 5)) == 0:
            del holder[path[-1]]
        else:
            holder[path[-1]] = draw(LEAVES)
    return whole


def raw(document: Any) -> bytes:
    return json.dumps(document).encode("utf-8", "surrogatepass")


class Fuzzer:
    """The readers, each with what it is fed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "truth").mkdir()
        (folder / "truth/pack.json").write_text(json.dumps(PACK), encoding="utf-8")
        truth = load_truth(folder / "truth")
        assert not isinstance(truth, list)
        self.truth = truth
        self.whole = {"article": article(), "claims": CLAIMS}

    def claims(self, document: Any) -> None:
        """A claim file: read, its figures looked at, checked, and written in every format."""
        file = read_claims(raw(document), "fuzzed.json")
        if isinstance(file, list):
            assert all(str(mistake) for mistake in file)
            return
        misread(file)
        report = check_files([file], [], self.truth, Question())
        assert not [mistake for mistake in report.mistakes if mistake.bug], report.mistakes
        for name in formats():
            write(report, name, View())
        later = check_files([file], [], self.truth, Question(as_of=800_000))
        assert not [mistake for mistake in later.mistakes if mistake.bug], later.mistakes

    def pack(self, document: Any) -> None:
        """A ground truth: linted, and if it is sound, checked against."""
        target = self.folder / "truth" / "pack.json"
        truth = load_truth(self.folder / "truth", {target: raw(document).decode("utf-8", "surrogatepass")})
        if isinstance(truth, list):
            return
        file = read_claims(raw(self.whole), "claims.json")
        assert not isinstance(file, list)
        checker = Checker(truth)
        checker.check_article(file)
        assert not checker.faults.mistakes, checker.faults.mistakes

    def table(self, text: str) -> None:
        """A table of results."""
        from harness.curate.table import read_table

        read_table(text.encode("utf-8", "surrogatepass"), "fuzzed.csv")

    def article(self, text: str) -> None:
        """A text that the shipped extractor reads."""
        from harness.extract import SourceArticle, extract

        made = SourceArticle(id="a", title="T", publisher="P", published="2024-06-03", text=text or " ")
        extraction = extract("rules", made, {"lexicon": str(self.folder / "truth")})
        assert "broke down" not in extraction.failure, extraction.failure

    def baseline(self, document: Any) -> None:
        """A file of accepted findings."""
        from harness.baseline import read_baseline

        path = self.folder / "baseline.json"
        path.write_bytes(raw(document))
        read_baseline(path)


ENTRY = {
    "article": "arden", "claim": "a", "quantity": "q", "accepts": "refuted", "file": "claims/arden.json", "reason": "r",
    "author": "a", "date": "2024-06-03",
    "digests": {"claim": "0" * 12, "names": "0" * 12, "evidence": "0" * 12, "figures": "0" * 12},
}  # fmt: skip
RELAXED = settings(
    max_examples=200, deadline=None, database=None, suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
)  # fmt: skip
PIECES = st.sampled_from([TEXT, *EDGES, "won", " in ", "Holt", "Berg", "3:30.10", "Arden", ". ", "\n", "2024", "his"])


def fed(fuzzer: Fuzzer) -> dict[str, tuple[Callable[[Any], None], st.SearchStrategy[Any]]]:
    cells = st.sampled_from(["athlete", "mark", "Peter Holt", "3:30.10", ",", ";", '"', "\n", "\r", "\t", *EDGES])
    # a lone half of a character cannot stand in a file that is read as UTF-8
    words = st.lists(PIECES, max_size=30).map("".join).map(lambda text: text.encode("utf-8", "replace").decode())
    return {
        "claim files": (fuzzer.claims, damaged(fuzzer.whole)),
        "packs": (fuzzer.pack, damaged(PACK)),
        "tables": (fuzzer.table, st.lists(cells, max_size=60).map("".join)),
        "texts": (fuzzer.article, words),
        "courses at the desk": (DeskSteps(fuzzer.folder, fuzzer.truth).take, steps(LEAVES, words)),
        "baselines": (fuzzer.baseline, damaged({"version": 2, "entries": [ENTRY]})),
    }


def feed(read: Callable[[Any], None], inputs: st.SearchStrategy[Any], until: float) -> int:
    """Feed a batch of inputs to a reader; how many there were. What a reader raises is raised for the smallest one."""
    number = 0

    @RELAXED
    @given(inputs)
    def batch(document: Any) -> None:
        nonlocal number
        if time.monotonic() < until:
            number += 1
            read(document)

    batch()
    return number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=60)
    until = time.monotonic() + parser.parse_args().seconds
    tried: dict[str, int] = {}
    finds = 0
    with tempfile.TemporaryDirectory() as folder:
        readers = fed(Fuzzer(Path(folder)))
        while time.monotonic() < until:
            for name, (read, inputs) in readers.items():
                try:
                    tried[name] = tried.get(name, 0) + feed(read, inputs, until)
                except Exception:
                    finds += 1
                    print(f"== a find among {name}", flush=True)
                    traceback.print_exc()
    print(f"tried: {', '.join(f'{number} {name}' for name, number in tried.items())}; {finds} finds")
    sys.exit(1 if finds else 0)


if __name__ == "__main__":
    main()
