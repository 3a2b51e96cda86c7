"""The skeleton of a new kind: `make kind NAME=starts` writes its file and its test, for you to fill in."""

from __future__ import annotations

import re
import sys
from pathlib import Path

KIND = '''"""NAME: what the kind is about, in one line."""

from __future__ import annotations

from enum import StrEnum

from harness.claims.claim import AthleteName, Claim, PrintedCount, Resolved, Scope
from harness.kind import Attribute, Kind
from harness.records.model import Assertion, Known, Quantity, Unknown
from harness.truth.index import Truth
from harness.values import Range


class TYPE(Claim, tag="NAME", frozen=True, kw_only=True):
    """What a claim of this kind says, in one sentence.

    ## What it claims

    Which quantities the words give which values.

    ## Fields

    What each field means (`number` is ...), and what is assumed where the words leave it open.

    ## How it is judged

    supported         the known value lies inside the printed one
    refuted           the two do not overlap
    not_enough_info   otherwise

    ## What absence proves

    Nothing, or what a completeness statement allows one to conclude.

    ## Example

        {"kind": "NAME", "id": "an-example", "text": "In our words", "quote": "two", "start": 10, "end": 13,
         "athlete": "Kerr", "number": "two", "scope": {"event": "1500m"}}

    ## Source

    The rule or the results that the verdict rests on.
    """

    athlete: AthleteName
    number: PrintedCount
    scope: Scope = Scope()


class TYPEAttribute(StrEnum):
    NUMBER = "number"


def assertions(resolved: Resolved[TYPE]) -> tuple[Assertion, ...]:
    """The quantities that the claim's words give a value, each with that value."""
    athlete, number = resolved.who("athlete"), resolved.figures["number"]
    return (resolved.asserts(TYPEAttribute.NUMBER, athlete, number, "count"),)


def known(quantity: Quantity[TYPEAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    """The quantity according to the ground truth: with fewer facts it may only become wider."""
    results = truth.matching(quantity.setting, as_of, quantity.subjects[0])
    return Known(Range(len(results), None), tuple(results))


KIND = Kind(
    claim=TYPE,
    assertions=assertions,
    attributes={TYPEAttribute.NUMBER: Attribute(known)},
    severity="medium",
    # Where they apply (harness/kind.py): `worded` and `noun` (how an editor is told), `tables` (the evidence shown as a
    # table), `facts`, `about`, `plants` (errors to plant) and `sentences` (what an invented report may say).
)
'''
TEST = '''"""NAME: claims that are supported, refuted and open, and what changes with the day."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param({"kind": "NAME", "athlete": "Berg", "number": "at least 1"}, "supported", id="at least one"),
        pytest.param({"kind": "NAME", "athlete": "Berg", "number": 0}, "refuted", id="none"),
        pytest.param({"kind": "NAME", "athlete": "Berg", "number": 1000}, "not_enough_info", id="more than are known"),
    ],
)
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict
'''


def write_skeleton(name: str, root: Path) -> list[Path]:
    """Write the kind's file and its test under the project's folder; ValueError for a bad or taken name."""
    if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name):
        raise ValueError(f"{name!r} cannot be the name of a kind: use lower-case letters, with _ between words")
    type_name = "".join(word.capitalize() for word in name.split("_")) + "Claim"
    files = {root / "harness" / "kinds" / f"{name}.py": KIND, root / "tests" / "kinds" / f"test_kind_{name}.py": TEST}
    for path in files:
        if path.exists():
            raise ValueError(f"{path} already exists")
    for path, text in files.items():
        path.write_text(text.replace("NAME", name).replace("TYPE", type_name), encoding="utf-8")
    return list(files)


if __name__ == "__main__":
    try:
        print(*write_skeleton(sys.argv[1] if len(sys.argv) > 1 else "", Path.cwd()), sep="\n")
    except ValueError as error:
        sys.exit(f"{error} (make kind NAME=starts)")
    print("fill both in, then run: make schemas, make check, make test")
