"""claims: claim files with `gold_verdict`, against a report of `harness check --format json`.

Gold can also be compared with other claim files whose `gold_verdict` is a checker's verdict.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import get_args

from harness.bench.copies import copies, repeated, times_said, weight_of
from harness.bench.flagged import human_verdicts
from harness.bench.judged import GoldVerdicts, SystemVerdicts
from harness.bench.submissions import read_gold as read_claim_files
from harness.bench.verdicts import Item
from harness.records.model import Verdict


def key(article: str, claim: str) -> str:
    return f"{article} {claim}"


def read_gold(path: Path) -> GoldVerdicts:
    """Every claim that has a verdict; one without is said only where none has."""
    gold = read_claim_files([path])
    times = {article: times_said(file.claims) for article, file in gold.files.items()}
    texts = Counter(file.article.sha256 for file in gold.files.values())
    items = {
        key(article, claim): Item(digest, verdict, weight_of(times[article][claim] * texts[digest]))
        for article, verdicts in human_verdicts(gold).items()
        for digest in [gold.files[article].article.sha256]
        for claim, verdict in verdicts.items()
    }
    return GoldVerdicts(items, gold.problems, copies=(*copies(gold), *repeated(gold.files)))


def read_system(path: Path, gold: GoldVerdicts) -> SystemVerdicts:
    """A report of the check, or claim files whose `gold_verdict` is the checker's."""
    if path.is_dir():
        read = read_gold(path)
        return SystemVerdicts({name: item.verdict for name, item in read.items.items()}, read.problems)
    try:
        findings = json.loads(path.read_bytes())["findings"]
        verdicts = {key(finding["article"], finding["claim"]): finding["verdict"] for finding in findings}
    except (ValueError, KeyError, TypeError) as error:
        return SystemVerdicts({}, (f"{path}:1: not a report of harness check --format json: {error!r}",))
    unknown = {name: verdict for name, verdict in verdicts.items() if verdict not in get_args(Verdict)}
    problems = [
        f"{path}:1: {name}: the verdict is {verdict!r}, not one of {', '.join(get_args(Verdict))}"
        for name, verdict in unknown.items()
    ]
    if not verdicts.keys() & gold.items.keys():
        problems.append(f"{path}:1: it says nothing of any claim of gold: not of these articles, or of other claim ids")
    return SystemVerdicts({name: verdicts[name] for name in verdicts.keys() - unknown.keys()}, tuple(problems))
