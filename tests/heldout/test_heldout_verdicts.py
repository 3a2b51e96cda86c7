"""The eight articles against the facts that were found about them: nearly all claims are decided, and rightly.

`truth/` holds those facts. What it cannot settle is named below with the reason; everything else is supported, but for
the errors of the articles.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from harness.checking.load import load_all
from harness.checking.load.truth import load_truth
from harness.checking.run import Checker
from harness.records.model import Finding
from harness.truth.index import Truth

HERE = Path(__file__).parent

# What is wrong in the articles, as somebody found who looked each claim up.
ERRORS = {
    "05 c14": "the quarters do not come to the time of the mile",
    "05 c15": "the pacemaker went on to 1000 m",
    "05 c16": "so the pacemaker led halfway",
    "09 c11": "the 3000 m came before the 1500 m",
    "09 c21": "by one day",
    "09 c34": "the bronze was Robinson's",
    "09 c36": "in a slower time",
    "12 c09": "Kipruto was second",
    "13 c22": "ten seconds more",
    "19 c08": "126", "19 c09": "91", "19 c11": "fifth", "19 c12": "16", "19 c13": "64",
    "22 c05": "Dressel had five golds in Tokyo",
    "22 c06": "Zhang had six medals",
}  # fmt: skip
# An event that does not exist is a mistake of the claim file, and told as one.
UNREADABLE = {"17 c25": "the heptathlon has no 110 m hurdles", "17 c26": "the heptathlon has no 110 m hurdles"}
OPEN = {
    "01 c11": "where he lay with 200 m to go is in no source: fifth with 300 m to go",
    "01 c22": "no source for national titles", "01 c23": "no source for national titles",
    "05 c17": "no source for the order at the bell",
    "12 c10": "how far behind the man was who was not second",
    "17 c15": "which championships are major is in no source",
    "17 c16": "no source for those behind the first five",
    "17 c29": "no source for the best before", "17 c42": "the best before is known, and no race in which it was",
    "17 c48": "no source for the others' first day", "17 c49": "no source for the others' first day",
    "17 c50": "no source for the others' first day", "17 c51": "no source for the others' first day",
}  # fmt: skip
NO_FACTS = OPEN.keys() & {"01 c22", "01 c23", "17 c15", "17 c48", "17 c49", "17 c50", "17 c51"}  # found by nobody


@cache
def findings() -> dict[str, Finding]:
    files, mistakes = load_all([HERE / "claims"])
    truth = load_truth(HERE / "truth")
    assert mistakes == []
    assert isinstance(truth, Truth), truth
    checker = Checker(truth)
    each = [finding for file in files for finding in checker.check_article(file)]
    return {f"{finding.article.removeprefix('heldout-')} {finding.claim}": finding for finding in each}


def of_verdict(verdict: str) -> set[str]:
    return {claim for claim, finding in findings().items() if finding.verdict == verdict}


def test_what_is_refuted_is_wrong_and_what_is_wrong_is_refuted() -> None:
    assert of_verdict("refuted") == ERRORS.keys()


def test_a_part_that_the_event_lacks_is_told() -> None:
    assert of_verdict("unreadable") == UNREADABLE.keys()


def test_what_is_open_is_what_the_facts_do_not_settle() -> None:
    assert of_verdict("not_enough_info") == OPEN.keys()


def test_nearly_all_that_can_be_checked_is_decided() -> None:
    verdicts = Counter(finding.verdict for finding in findings().values())
    checkable = verdicts.total() - verdicts["not_checkable"]
    decided = verdicts["supported"] + verdicts["refuted"]
    print(f"{decided} of {checkable} decided, {len(NO_FACTS)} of the others without facts")
    assert 100 * decided >= 93 * checkable
    assert 100 * decided >= 95 * (checkable - len(NO_FACTS))


def test_misspelt_names_are_told() -> None:
    assert "'Yared Buguse' -> Yared Nuguse (misspelt)" in findings()["01 c20"].names
