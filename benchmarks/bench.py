"""What scoring costs: 1,000 articles of 50 claims, two systems, 1,000 resamples; time by step, and memory.

    python benchmarks/bench.py [ARTICLES]

Gold and systems are made in memory, half of the claims sharing their span with the next as compound statements do.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from hashlib import sha256
from typing import Any

from msgspec.structs import replace

from harness.bench.results import results, to_json
from harness.bench.run import FlaggingCheck, score
from harness.bench.scoring import GoldReadings
from harness.bench.submissions import Gold, Prediction, Submission, gold_of
from harness.checking.load import ClaimFile
from harness.claims.claim import Article, Scope
from harness.kinds import kinds

ARTICLES, CLAIMS, RESAMPLES = 1000, 50, 1000


def main() -> None:
    """Make, score, resample, print."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    gold = gold_of(_file(number) for number in range(articles))
    systems = [_system(name, gold, share) for name, share in (("strong", 0.1), ("weak", 0.3))]
    started = time.perf_counter()
    read: GoldReadings = {}
    scored = [score(gold, one, {}, FlaggingCheck(), read) for one in systems]
    aligned = time.perf_counter()
    record = results(gold, scored, [], RESAMPLES, "not checked")
    resampled = time.perf_counter()
    written = to_json(record)
    done = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{articles:,} articles of {CLAIMS} claims, {len(systems)} systems, {RESAMPLES:,} resamples")
    print(f"reading and alignment  {aligned - started:6.2f} s")
    print(f"intervals and tests    {resampled - aligned:6.2f} s")
    print(f"results as JSON        {done - resampled:6.2f} s, {len(written) / 1e6:.1f} MB")
    print(f"in all                 {done - started:6.2f} s, peak memory {peak:.0f} MB")


def _file(number: int) -> ClaimFile:
    name = f"article-{number}"
    article = Article(
        id=name, title=name, publisher="nobody", url=None, published="2024-06-03", published_basis="invented",
        characters=CLAIMS * 100, sha256=sha256(name.encode()).hexdigest(),
    )  # fmt: skip
    return ClaimFile("", article, tuple(_claim(number, place) for place in range(CLAIMS)))


def _claim(number: int, place: int) -> Any:
    start = place // 2 * 40
    words = {
        "id": f"claim-{place}", "text": "made up", "quote": "x" * 20, "start": start, "end": start + 20,
        "athlete": f"Runner {place % 7}", "scope": Scope(event="1500m", competition=f"Games {number % 90}", year=2000),
    }  # fmt: skip
    kind = ("mark", "place", "medal")[place % 3]
    value: Any = {"mark": f"3:3{place % 10}.{number % 100:02}", "place": place + 1, "medal": "gold"}[kind]
    return kinds()[kind].claim(**words, **{kind: value})


def _system(name: str, gold: Gold, wrong: float) -> Submission:
    """Gold with some claims left out, some of another athlete, some shifted."""
    draw = random.Random(name)
    said = {}
    for article, file in gold.files.items():
        kept = [claim for claim in file.claims if draw.random() > wrong]
        kept = [replace(one, athlete="Nobody") if draw.random() < wrong else one for one in kept]
        said[article] = Prediction(tuple(replace(one, end=one.end + draw.randrange(3)) for one in kept))
    return Submission(name, said)


if __name__ == "__main__":
    main()
